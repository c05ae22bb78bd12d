/* kept-table.c: a table a marked version needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kept-table.h"

#include <glib/gi18n-lib.h>

struct _BlKeptTable
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlKeptTable, bl_kept_table, BL_TYPE_RECORD)

static const BlTableType types[] = { BL_TABLE_TEXTS, BL_TABLE_NUMBERS, BL_TABLE_POINTS, BL_TABLE_OUTLINES,
                                      BL_TABLE_NETWORK };

static void
bl_kept_table_validate (BlRecord *record, GPtrArray *faults)
{
  if (bl_kept_table_get_table (BL_KEPT_TABLE (record)) == NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (record), NULL, 0,
                                           _("a table that a marked version needs is missing")));
}

static void
bl_kept_table_class_init (BlKeptTableClass *klass)
{
  static const char *const titles[] = { N_ ("texts"), N_ ("numbers"), N_ ("points"), N_ ("outlines"),
                                        N_ ("roads") };
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->validate = bl_kept_table_validate;
  bl_record_class_set_kind (record_class, "kept-table", N_ ("table of a marked version"));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    bl_record_class_add_table (record_class, bl_table_type_to_text (types[i]), titles[i], types[i]);
}

static void
bl_kept_table_init (BlKeptTable *self)
{
}

BlKeptTable *
bl_kept_table_new (BlTable *table)
{
  BlKeptTable *self = g_object_new (BL_TYPE_KEPT_TABLE, NULL);

  bl_record_set_table (BL_RECORD (self), bl_table_type_to_text (bl_table_get_table_type (table)), table);
  return self;
}

BlTable *
bl_kept_table_get_table (BlKeptTable *self)
{
  g_return_val_if_fail (BL_IS_KEPT_TABLE (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      BlTable *table = bl_record_get_table (BL_RECORD (self), bl_table_type_to_text (types[i]));

      if (table != NULL)
        return table;
    }
  return NULL;
}
