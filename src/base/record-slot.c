/* record-slot.c: the value of one field, by its type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-private.h"

gboolean
bl_field_is_value (BlFieldType type)
{
  return type == BL_FIELD_INTEGER || type == BL_FIELD_REAL || type == BL_FIELD_MONEY || type == BL_FIELD_DATE
         || type == BL_FIELD_BOOLEAN;
}

gboolean
bl_field_is_text (BlFieldType type)
{
  return type == BL_FIELD_TEXT || type == BL_FIELD_LONG_TEXT || type == BL_FIELD_REFERENCE;
}

BlValueType
bl_field_get_value_type (BlFieldType type)
{
  switch (type)
    {
    case BL_FIELD_INTEGER:
      return BL_VALUE_INTEGER;
    case BL_FIELD_REAL:
      return BL_VALUE_REAL;
    case BL_FIELD_MONEY:
      return BL_VALUE_MONEY;
    case BL_FIELD_DATE:
      return BL_VALUE_DATE;
    case BL_FIELD_BOOLEAN:
      return BL_VALUE_BOOLEAN;
    default:
      g_assert_not_reached ();
    }
}

void
bl_slot_clear (const BlField *field, BlSlot *slot)
{
  if (bl_field_is_text (field->type))
    g_clear_pointer (&slot->text, g_free);
  else if (bl_field_is_value (field->type))
    g_clear_pointer (&slot->value, bl_value_free);
  else if (field->type == BL_FIELD_TABLE)
    g_clear_pointer (&slot->table, bl_table_unref);
  else if (field->type == BL_FIELD_CHILD)
    g_clear_object (&slot->child);
  else if (field->type == BL_FIELD_LIST)
    g_clear_object (&slot->list);
}

void
bl_slot_copy (const BlField *field, const BlSlot *from, BlSlot *to)
{
  if (bl_field_is_text (field->type))
    to->text = g_strdup (from->text);
  else if (bl_field_is_value (field->type))
    to->value = bl_value_copy (from->value);
  else if (field->type == BL_FIELD_TABLE)
    to->table = from->table == NULL ? NULL : bl_table_ref (from->table);
  else if (field->type == BL_FIELD_CHILD)
    to->child = from->child == NULL ? NULL : g_object_ref (from->child);
  else if (field->type == BL_FIELD_ENUM)
    to->enumeration = from->enumeration;
}

gboolean
bl_slot_equal (const BlField *field, const BlSlot *a, const BlSlot *b)
{
  if (bl_field_is_text (field->type))
    return g_strcmp0 (a->text, b->text) == 0;
  if (bl_field_is_value (field->type))
    return bl_value_equal (a->value, b->value);
  if (field->type == BL_FIELD_TABLE)
    return a->table == b->table
           || (a->table != NULL && b->table != NULL
               && g_str_equal (bl_table_get_id (a->table), bl_table_get_id (b->table)));
  if (field->type == BL_FIELD_ENUM)
    return a->enumeration == b->enumeration;
  if (field->type == BL_FIELD_CHILD)
    return a->child == b->child;
  g_assert_not_reached ();
}

const char *
bl_slot_to_text (const BlField *field, const BlSlot *slot, char **made)
{
  if (bl_field_is_text (field->type))
    return slot->text;
  if (bl_field_is_value (field->type))
    return *made = bl_value_to_text (slot->value);
  if (field->type == BL_FIELD_TABLE)
    return slot->table == NULL ? NULL : bl_table_get_id (slot->table);
  if (slot->enumeration == 0)
    return NULL;
  return g_enum_get_value (field->enum_class, slot->enumeration)->value_nick;
}

guint
bl_slot_n_items (const BlSlot *slot)
{
  return slot->list == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (slot->list));
}

GPtrArray *
bl_record_list_to_array (GListStore *list)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = list == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, g_list_model_get_item (G_LIST_MODEL (list), i));
  return array;
}
