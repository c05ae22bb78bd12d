/* value-set.c: one figure for each area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "value-set.h"

#include <glib/gi18n-lib.h>

struct _BlValueSet
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlValueSet, bl_value_set, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlValueKind, bl_value_kind,
                    G_DEFINE_ENUM_VALUE (BL_VALUE_KIND_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_VALUE_KIND_COUNT, "count"),
                    G_DEFINE_ENUM_VALUE (BL_VALUE_KIND_RATE, "rate"),
                    G_DEFINE_ENUM_VALUE (BL_VALUE_KIND_RANK, "rank"),
                    G_DEFINE_ENUM_VALUE (BL_VALUE_KIND_DECILE, "decile"))

static char *
bl_value_set_describe (BlRecord *record)
{
  return g_strdup (bl_value_set_get_title (BL_VALUE_SET (record)));
}

static void
bl_value_set_validate (BlRecord *record, GPtrArray *faults)
{
  static const char *const wanted[] = { "source", "date", "geography", "licence" };
  const char *id = bl_record_get_id (record);
  g_autofree char *title = bl_record_describe (record);

  if (bl_record_get_text (record, "name") == NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, id, "name", 0, _("a figure has no name")));
  if (bl_record_get_table (record, "numbers") == NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, id, "numbers", 0, _("%s has no numbers"), title));
  if (bl_record_get_enum (record, "kind") == BL_VALUE_KIND_UNKNOWN)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_WARNING, id, "kind", 0,
                                           _("%s: whether it is a count, rate, rank or decile is not known"), title));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (bl_record_get_text (record, wanted[i]) == NULL)
      g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_WARNING, id, wanted[i], 0, _("%s: %s is not known"), title,
                                             _(bl_record_find_field (record, wanted[i])->title)));
}

static void
bl_value_set_class_init (BlValueSetClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_value_set_describe;
  record_class->validate = bl_value_set_validate;
  bl_record_class_set_kind (record_class, "value", N_ ("figure by area"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_enum (record_class, "kind", N_ ("kind of figure"), BL_TYPE_VALUE_KIND);
  bl_record_class_add_text (record_class, "unit", N_ ("unit"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "geography", N_ ("geography"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_table (record_class, "numbers", N_ ("numbers"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "outlines", N_ ("outlines to lay over the map"), BL_TABLE_OUTLINES);
}

static void
bl_value_set_init (BlValueSet *self)
{
}

BlValueSet *
bl_value_set_new (const char *id)
{
  BlValueSet *self = g_object_new (BL_TYPE_VALUE_SET, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

const char *
bl_value_set_get_title (BlValueSet *self)
{
  const char *title = bl_record_get_text (BL_RECORD (self), "title");
  const char *name = bl_record_get_text (BL_RECORD (self), "name");

  return title != NULL ? title : name != NULL ? name : _("figure by area");
}
