/* service.c: the library service a project is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "service.h"

#include <glib/gi18n-lib.h>

#include "text.h"

struct _BlService
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlService, bl_service, BL_TYPE_RECORD)

static void
bl_service_class_init (BlServiceClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "service", N_ ("library service"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "code", N_ ("official code"));
  bl_record_class_add_text (record_class, "other-names", N_ ("other names"));
  bl_record_class_add_integer (record_class, "population", N_ ("population"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
}

static void
bl_service_init (BlService *self)
{
}

BlService *
bl_service_new (const char *id)
{
  BlService *self = g_object_new (BL_TYPE_SERVICE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static gboolean
same (const char *folded, const char *name)
{
  g_autofree char *other = bl_text_fold (name);

  return *other != '\0' && g_str_equal (folded, other);
}

gboolean
bl_service_matches (BlService *self, const char *text)
{
  g_autofree char *folded = bl_text_fold (text);
  const char *others = bl_record_get_text (BL_RECORD (self), "other-names");
  g_auto (GStrv) names = NULL;

  if (*folded == '\0')
    return FALSE;
  if (same (folded, bl_record_get_text (BL_RECORD (self), "code"))
      || same (folded, bl_record_get_text (BL_RECORD (self), "name")))
    return TRUE;
  names = g_strsplit (others != NULL ? others : "", ";", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (same (folded, names[i]))
      return TRUE;
  return FALSE;
}
