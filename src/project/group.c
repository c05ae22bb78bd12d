/* group.c: a saved group of people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "group.h"

#include <glib/gi18n-lib.h>

struct _BlGroup
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlGroup, bl_group, BL_TYPE_RECORD)

static char *
bl_group_describe (BlRecord *record)
{
  const char *title = bl_record_get_text (record, "title");
  const char *name = bl_record_get_text (record, "name");

  return g_strdup (title != NULL ? title : name != NULL ? name : _("group of people"));
}

static void
bl_group_class_init (BlGroupClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_group_describe;
  bl_record_class_set_kind (record_class, "group", N_ ("group of people"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "definition", N_ ("definition"));
}

static void
bl_group_init (BlGroup *self)
{
}

BlGroup *
bl_group_new (const char *id)
{
  BlGroup *self = g_object_new (BL_TYPE_GROUP, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
