/* same-library.c: which library of the project a row is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "same-library.h"

#include "text.h"

#include <math.h>

/* What an index of texts holds for a text that stands more than once. */
#define TWICE 0

/* @text → @index + 1, or TWICE + a key that is there. */
static void
add_unique (GHashTable *index, char *text, guint at)
{
  if (g_hash_table_contains (index, text))
    g_hash_table_replace (index, text, GUINT_TO_POINTER (TWICE));
  else
    g_hash_table_insert (index, text, GUINT_TO_POINTER (at + 1));
}

int *
bl_same_library_match (GPtrArray *rows, GPtrArray *known)
{
  int *found = g_new (int, rows->len + 1);
  g_autoptr (GHashTable) row_uprns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) known_uprns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) known_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *taken = g_new0 (gboolean, known->len + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      const BlLibraryRow *row = g_ptr_array_index (rows, i);
      found[i] = BL_SAME_LIBRARY_NEW;
      if (row->fields[BL_LIBRARY_UPRN] != NULL)
        add_unique (row_uprns, g_strdup (row->fields[BL_LIBRARY_UPRN]), i);
    }
  for (guint k = 0; k < known->len; k++)
    {
      const BlKnownLibrary *library = g_ptr_array_index (known, k);
      if (library->fields[BL_LIBRARY_UPRN] != NULL)
        add_unique (known_uprns, g_strdup (library->fields[BL_LIBRARY_UPRN]), k);
      add_unique (known_names, bl_text_fold_library_name (library->fields[BL_LIBRARY_NAME]), k);
    }
  /* First all that the numbers settle, so that a name does not take what a number knows better. */
  for (guint i = 0; i < rows->len; i++)
    {
      const BlLibraryRow *row = g_ptr_array_index (rows, i);
      const char *uprn = row->fields[BL_LIBRARY_UPRN];
      guint k;

      if (uprn == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (row_uprns, uprn)) == TWICE)
        continue;
      k = GPOINTER_TO_UINT (g_hash_table_lookup (known_uprns, uprn));
      if (k != 0)
        {
          found[i] = k - 1;
          taken[k - 1] = TRUE;
        }
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const BlLibraryRow *row = g_ptr_array_index (rows, i);
      g_autofree char *name = bl_text_fold_library_name (row->fields[BL_LIBRARY_NAME]);
      gpointer at = NULL;

      if (found[i] != BL_SAME_LIBRARY_NEW || *name == '\0'
          || !g_hash_table_lookup_extended (known_names, name, NULL, &at))
        continue;
      if (GPOINTER_TO_UINT (at) == TWICE)
        found[i] = BL_SAME_LIBRARY_TWO;
      else if (taken[GPOINTER_TO_UINT (at) - 1])
        found[i] = BL_SAME_LIBRARY_TAKEN;
      else
        {
          found[i] = GPOINTER_TO_UINT (at) - 1;
          taken[found[i]] = TRUE;
        }
    }
  return found;
}

/* --- Places --------------------------------------------------------------- */

struct _BlSamePlaces
{
  GHashTable *keys;
};

static char *
point_key (const BlPoint *point)
{
  /* To the decimetre, which is what a project keeps. */
  return g_strdup_printf ("p%.0f %.0f", round (point->x * 10), round (point->y * 10));
}

static char *
name_key (const char *name, const char *postcode)
{
  g_autofree char *folded = bl_text_fold_library_name (name), *code = bl_text_fold (postcode);

  return g_strdup_printf ("n%s\n%s", folded, code);
}

BlSamePlaces *
bl_same_places_new (void)
{
  BlSamePlaces *places = g_new0 (BlSamePlaces, 1);

  places->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return places;
}

void
bl_same_places_add (BlSamePlaces *places,
                    const char *name,
                    const char *postcode,
                    const char *uprn,
                    const BlPoint *point)
{
  if (point != NULL)
    g_hash_table_add (places->keys, point_key (point));
  if (uprn != NULL)
    g_hash_table_add (places->keys, g_strconcat ("u", uprn, NULL));
  if (name != NULL && postcode != NULL)
    g_hash_table_add (places->keys, name_key (name, postcode));
}

gboolean
bl_same_places_has (const BlSamePlaces *places,
                    const char *name,
                    const char *postcode,
                    const char *uprn,
                    const BlPoint *point)
{
  g_autofree char *place = point != NULL ? point_key (point) : NULL;
  g_autofree char *number = uprn != NULL ? g_strconcat ("u", uprn, NULL) : NULL;
  g_autofree char *called = name != NULL && postcode != NULL ? name_key (name, postcode) : NULL;

  return (place != NULL && g_hash_table_contains (places->keys, place))
         || (number != NULL && g_hash_table_contains (places->keys, number))
         || (called != NULL && g_hash_table_contains (places->keys, called));
}

void
bl_same_places_free (BlSamePlaces *places)
{
  if (places == NULL)
    return;
  g_hash_table_unref (places->keys);
  g_free (places);
}
