/* schema-tables.c: the kinds of record and their fields as tables for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schema.h"

#include "project.h"

static const char *const type_words[] = {
  [BL_FIELD_TEXT] = "text",         [BL_FIELD_LONG_TEXT] = "long text", [BL_FIELD_INTEGER] = "integer",
  [BL_FIELD_REAL] = "real",         [BL_FIELD_MONEY] = "money",         [BL_FIELD_DATE] = "date",
  [BL_FIELD_BOOLEAN] = "boolean",   [BL_FIELD_ENUM] = "one of",         [BL_FIELD_REFERENCE] = "reference",
  [BL_FIELD_TABLE] = "table of",    [BL_FIELD_CHILD] = "child",         [BL_FIELD_LIST] = "list of",
};

static const char *
kind_of (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  return BL_RECORD_CLASS (klass)->kind;
}

static void
append_field (GString *out, const BlField *field)
{
  gboolean is_element = field->type == BL_FIELD_LONG_TEXT || field->type == BL_FIELD_CHILD || field->type == BL_FIELD_LIST;

  g_string_append_printf (out, "| `%s` | %s | %s", field->name, is_element ? "element" : "attribute",
                          type_words[field->type]);
  if (field->type == BL_FIELD_ENUM)
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (field->item_type);

      for (guint i = 0; i < klass->n_values; i++)
        if (klass->values[i].value != 0)
          g_string_append_printf (out, " `%s`", klass->values[i].value_nick);
    }
  else if (field->type == BL_FIELD_TABLE)
    g_string_append_printf (out, " %s", bl_table_type_to_text (field->table_type));
  else if (field->type == BL_FIELD_CHILD)
    g_string_append_printf (out, " `%s`", kind_of (field->item_type));
  else if (field->type == BL_FIELD_LIST)
    g_string_append_printf (out, " `%s`%s", kind_of (field->item_type),
                            field->wrapper == NULL ? ", straight in the record" : "");
  g_string_append_printf (out, " | %s | %s |\n", field->title, field->since);
}

static void
append_kind (GString *out, GType type, GHashTable *seen)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  BlRecordClass *klass = BL_RECORD_CLASS (type_class);

  if (!g_hash_table_add (seen, GSIZE_TO_POINTER (type)))
    return;
  g_string_append_printf (out,
                          "### `%s`: %s\n\n| name | stands as | type | what it is | since |\n| --- | --- | --- | --- | --- |\n",
                          klass->kind, klass->title);
  for (guint i = 0; i < klass->fields->len; i++)
    append_field (out, g_ptr_array_index (klass->fields, i));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < klass->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (klass->fields, i);

      if (field->type == BL_FIELD_CHILD || field->type == BL_FIELD_LIST)
        append_kind (out, field->item_type, seen);
    }
}

char *
bl_schema_make_tables (void)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  bl_project_register_kinds ();
  append_kind (out, BL_TYPE_PROJECT, seen);
  g_string_set_size (out, out->len - 1);
  return g_string_free (out, FALSE);
}
