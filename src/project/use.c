/* use.c: who uses which library, by the area they live in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "use.h"

#include <glib/gi18n-lib.h>

struct _BlUseColumn
{
  BlRecord parent;
};

struct _BlUse
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlUseColumn, bl_use_column, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlUse, bl_use, BL_TYPE_RECORD)

static void
bl_use_column_class_init (BlUseColumnClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "use-column", N_ ("use of one library"));
  bl_record_class_add_reference (record_class, "library", N_ ("library"));
  bl_record_class_add_text (record_class, "name", N_ ("name in the source"));
  bl_record_class_add_integer (record_class, "elsewhere", N_ ("people from outside the areas"));
  bl_record_class_add_integer (record_class, "elsewhere-suppressed", N_ ("counts from outside too small to be given"));
  bl_record_class_add_integer (record_class, "nowhere", N_ ("people without an area"));
  bl_record_class_add_integer (record_class, "nowhere-suppressed", N_ ("counts without an area too small to be given"));
  bl_record_class_add_table (record_class, "counts", N_ ("counts"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "suppressed", N_ ("counts too small to be given"), BL_TABLE_NUMBERS);
}

static void
bl_use_column_init (BlUseColumn *self)
{
}

BlUseColumn *
bl_use_column_new (const char *id)
{
  BlUseColumn *self = g_object_new (BL_TYPE_USE_COLUMN, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_use_describe (BlRecord *record)
{
  const char *title = bl_record_get_text (record, "title");
  const char *name = bl_record_get_text (record, "name");

  return g_strdup (title != NULL ? title : name != NULL ? name : _("use by area"));
}

static void
bl_use_class_init (BlUseClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_use_describe;
  bl_record_class_set_kind (record_class, "use", N_ ("use by area"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "what", N_ ("what is counted"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_integer (record_class, "suppressed-below", N_ ("least count given"));
  bl_record_class_add_list (record_class, "columns", N_ ("libraries"), BL_TYPE_USE_COLUMN, FALSE);
}

static void
bl_use_init (BlUse *self)
{
}

BlUse *
bl_use_new (const char *id)
{
  BlUse *self = g_object_new (BL_TYPE_USE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
