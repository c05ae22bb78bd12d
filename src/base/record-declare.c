/* record-declare.c: declaring a kind of record and its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-private.h"

#include <glib/gi18n-lib.h>

/* The fields every kind has come last, whatever is declared after them. */
#define N_ABOUT_CHANGE 2

static BlField *
declare (BlRecordClass *klass, const char *name, const char *title, BlFieldType type, GParamSpec *pspec)
{
  BlField *field = g_new0 (BlField, 1);
  guint n = klass->fields->len;

  g_assert (klass->fields != NULL && !g_hash_table_contains (klass->by_name, name));
  field->name = g_intern_string (name);
  field->title = title;
  field->type = type;
  field->since = "1.0";
  field->pspec = pspec;
  g_ptr_array_insert (klass->fields, n < N_ABOUT_CHANGE ? (int) n : (int) (n - N_ABOUT_CHANGE), field);
  for (guint i = 0; i <= n; i++)
    ((BlField *) klass->fields->pdata[i])->index = i;
  g_hash_table_insert (klass->by_name, (gpointer) field->name, field);
  g_object_class_install_property (G_OBJECT_CLASS (klass), n + 1, pspec);
  return field;
}

#define WRITABLE (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static void
declare_about_change (BlRecordClass *klass, const char *name, const char *title)
{
  BlField *field
      = declare (klass, name, title, BL_FIELD_TEXT, g_param_spec_string (name, NULL, NULL, NULL, WRITABLE));

  field->about_change = TRUE;
}

void
bl_record_class_set_kind (BlRecordClass *klass, const char *kind, const char *title)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GObject does not hand these two down to a class that installs properties. */
  if (object_class->set_property == NULL)
    object_class->set_property = bl_record_set_property;
  if (object_class->get_property == NULL)
    object_class->get_property = bl_record_get_property;
  klass->kind = kind;
  klass->title = title;
  /* Classes live as long as the program. */
  klass->fields = g_ptr_array_new ();
  klass->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  declare_about_change (klass, "changed", N_ ("time of the last change"));
  declare_about_change (klass, "changed-by", N_ ("who changed it last"));
}

static void
declare_text (BlRecordClass *klass, const char *name, const char *title, BlFieldType type)
{
  declare (klass, name, title, type, g_param_spec_string (name, NULL, NULL, NULL, WRITABLE));
}

static void
declare_value (BlRecordClass *klass, const char *name, const char *title, BlFieldType type)
{
  declare (klass, name, title, type, g_param_spec_boxed (name, NULL, NULL, BL_TYPE_VALUE, WRITABLE));
}

void
bl_record_class_add_text (BlRecordClass *klass, const char *name, const char *title)
{
  declare_text (klass, name, title, BL_FIELD_TEXT);
}

void
bl_record_class_add_long_text (BlRecordClass *klass, const char *name, const char *title)
{
  declare_text (klass, name, title, BL_FIELD_LONG_TEXT);
}

void
bl_record_class_add_reference (BlRecordClass *klass, const char *name, const char *title)
{
  declare_text (klass, name, title, BL_FIELD_REFERENCE);
}

void
bl_record_class_add_integer (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_INTEGER);
}

void
bl_record_class_add_real (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_REAL);
}

void
bl_record_class_add_money (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_MONEY);
}

void
bl_record_class_add_date (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_DATE);
}

void
bl_record_class_add_boolean (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_BOOLEAN);
}

void
bl_record_class_add_enum (BlRecordClass *klass, const char *name, const char *title, GType enum_type)
{
  BlField *field
      = declare (klass, name, title, BL_FIELD_ENUM, g_param_spec_enum (name, NULL, NULL, enum_type, 0, WRITABLE));

  field->item_type = enum_type;
  field->enum_class = g_type_class_ref (enum_type);
}

void
bl_record_class_add_table (BlRecordClass *klass, const char *name, const char *title, BlTableType type)
{
  BlField *field
      = declare (klass, name, title, BL_FIELD_TABLE, g_param_spec_boxed (name, NULL, NULL, BL_TYPE_TABLE, WRITABLE));

  field->table_type = type;
}

void
bl_record_class_add_child (BlRecordClass *klass, const char *name, const char *title, GType item_type)
{
  BlField *field
      = declare (klass, name, title, BL_FIELD_CHILD, g_param_spec_object (name, NULL, NULL, item_type, WRITABLE));

  field->item_type = item_type;
}

void
bl_record_class_add_list (BlRecordClass *klass, const char *name, const char *title, GType item_type,
                          gboolean wrapped)
{
  BlField *field = declare (klass, name, title, BL_FIELD_LIST,
                            g_param_spec_object (name, NULL, NULL, G_TYPE_LIST_MODEL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  field->item_type = item_type;
  field->wrapper = wrapped ? field->name : NULL;
}
