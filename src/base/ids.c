/* ids.c: random identifiers of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ids.h"

#include <string.h>

#define ID_LENGTH 10

/* No 0 and 1, which are read as letters. */
static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz23456789";

struct _BlIds
{
  GObject parent;
  GRand *random;
};

G_DEFINE_FINAL_TYPE (BlIds, bl_ids, G_TYPE_OBJECT)

static void
bl_ids_finalize (GObject *object)
{
  BlIds *self = BL_IDS (object);

  g_clear_pointer (&self->random, g_rand_free);
  G_OBJECT_CLASS (bl_ids_parent_class)->finalize (object);
}

static void
bl_ids_class_init (BlIdsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_ids_finalize;
}

static void
bl_ids_init (BlIds *self)
{
}

BlIds *
bl_ids_new (void)
{
  const char *seed = g_getenv ("BRANCHLINE_SEED");
  BlIds *self;

  if (seed != NULL && *seed != '\0')
    return bl_ids_new_seeded (seed);
  self = g_object_new (BL_TYPE_IDS, NULL);
  self->random = g_rand_new ();
  return self;
}

BlIds *
bl_ids_new_seeded (const char *seed)
{
  BlIds *self = g_object_new (BL_TYPE_IDS, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint32 digest[8];
  gsize length = sizeof digest;

  g_checksum_update (sum, (const guchar *) seed, -1);
  g_checksum_get_digest (sum, (guint8 *) digest, &length);
  for (guint i = 0; i < G_N_ELEMENTS (digest); i++)
    digest[i] = GUINT32_FROM_LE (digest[i]);
  self->random = g_rand_new_with_seed_array (digest, G_N_ELEMENTS (digest));
  return self;
}

char *
bl_ids_make (BlIds *self, const char *kind)
{
  char letters[ID_LENGTH + 1];

  g_return_val_if_fail (BL_IS_IDS (self), NULL);

  for (guint i = 0; i < ID_LENGTH; i++)
    letters[i] = alphabet[g_rand_int_range (self->random, 0, strlen (alphabet))];
  letters[ID_LENGTH] = '\0';
  return g_strconcat (kind, "-", letters, NULL);
}

gboolean
bl_ids_is_valid (const char *id, const char *kind)
{
  const char *hyphen = id == NULL ? NULL : strrchr (id, '-');

  if (hyphen == NULL || hyphen == id || strlen (hyphen + 1) != ID_LENGTH
      || strspn (hyphen + 1, alphabet) != ID_LENGTH)
    return FALSE;
  if (kind != NULL)
    return strlen (kind) == (gsize) (hyphen - id) && strncmp (id, kind, hyphen - id) == 0;
  for (const char *p = id; p < hyphen; p++)
    if (!g_ascii_islower (*p) && *p != '-')
      return FALSE;
  return TRUE;
}
