/* record-change.c: changing a record, by leave of its transactor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record-xml.h"
#include "text.h"

/* Takes what is in @to when it differs from what is there. */
static void
change_slot (BlRecord *self, const BlField *field, BlSlot *to)
{
  BlSlot *slot = &bl_record_private (self)->slots[field->index];

  if (bl_slot_equal (field, slot, to) || !bl_record_may_change (self))
    {
      bl_slot_clear (field, to);
      return;
    }
  bl_slot_clear (field, slot);
  *slot = *to;
  bl_record_notify (self, field);
}

static void
take_text (BlRecord *self, const BlField *field, const char *text)
{
  BlSlot to = { .text = text == NULL ? NULL : bl_text_for_xml (text) };

  if (to.text != NULL && *to.text == '\0')
    g_clear_pointer (&to.text, g_free);
  change_slot (self, field, &to);
}

void
bl_record_set_text (BlRecord *self, const char *name, const char *text)
{
  const BlField *field;

  g_return_if_fail (bl_record_find_slot (self, name, &field) != NULL && bl_field_is_text (field->type));
  g_return_if_fail (text == NULL || g_utf8_validate (text, -1, NULL));

  take_text (self, field, text);
}

void
bl_record_set_value (BlRecord *self, const char *name, const BlValue *value)
{
  const BlField *field;
  BlSlot to = { .value = bl_value_copy (value) };

  g_return_if_fail (bl_record_find_slot (self, name, &field) != NULL && bl_field_is_value (field->type));
  g_return_if_fail (value == NULL || value->type == bl_field_get_value_type (field->type));

  change_slot (self, field, &to);
}

void
bl_record_set_integer (BlRecord *self, const char *name, gint64 integer)
{
  BlValue value = { BL_VALUE_INTEGER, { .integer = integer } };

  bl_record_set_value (self, name, &value);
}

void
bl_record_set_real (BlRecord *self, const char *name, double real)
{
  g_autoptr (BlValue) value = bl_value_new_real (real);

  g_return_if_fail (value != NULL);

  bl_record_set_value (self, name, value);
}

void
bl_record_set_money (BlRecord *self, const char *name, gint64 pence)
{
  BlValue value = { BL_VALUE_MONEY, { .pence = pence } };

  bl_record_set_value (self, name, &value);
}

void
bl_record_set_date (BlRecord *self, const char *name, guint32 julian)
{
  BlValue value = { BL_VALUE_DATE, { .julian = julian } };

  g_return_if_fail (g_date_valid_julian (julian));

  bl_record_set_value (self, name, &value);
}

void
bl_record_set_boolean (BlRecord *self, const char *name, gboolean boolean)
{
  BlValue value = { BL_VALUE_BOOLEAN, { .boolean = !!boolean } };

  bl_record_set_value (self, name, &value);
}

void
bl_record_set_enum (BlRecord *self, const char *name, int enumeration)
{
  const BlField *field;
  BlSlot to = { .enumeration = enumeration };

  g_return_if_fail (bl_record_find_slot (self, name, &field) != NULL && field->type == BL_FIELD_ENUM);
  g_return_if_fail (g_enum_get_value (field->enum_class, enumeration) != NULL);

  change_slot (self, field, &to);
}

void
bl_record_set_table (BlRecord *self, const char *name, BlTable *table)
{
  const BlField *field;
  BlSlot to = { .table = NULL };

  g_return_if_fail (bl_record_find_slot (self, name, &field) != NULL && field->type == BL_FIELD_TABLE);
  g_return_if_fail (table == NULL || bl_table_get_table_type (table) == field->table_type);

  to.table = table == NULL ? NULL : bl_table_ref (table);
  change_slot (self, field, &to);
}

void
bl_record_clear (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot to = { .text = NULL };

  g_return_if_fail (bl_record_find_slot (self, name, &field) != NULL);

  if (field->type == BL_FIELD_CHILD)
    bl_record_set_child (self, name, NULL);
  else if (field->type == BL_FIELD_LIST)
    bl_record_remove_all (self, name);
  else
    change_slot (self, field, &to);
}

void
bl_record_copy_field (BlRecord *self, BlRecord *from, const BlField *field)
{
  BlSlot to = { .text = NULL };

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));
  g_return_if_fail (field->type != BL_FIELD_CHILD && field->type != BL_FIELD_LIST);

  bl_slot_copy (field, &bl_record_private (from)->slots[field->index], &to);
  change_slot (self, field, &to);
}

static gboolean
read_enum (const BlField *field, const char *text, BlSlot *to, GError **error)
{
  GEnumClass *klass = field->enum_class;
  GEnumValue *value = g_enum_get_value_by_nick (klass, text);
  g_autoptr (GString) words = NULL;

  if (value != NULL && value->value != 0)
    {
      to->enumeration = value->value;
      return TRUE;
    }
  words = g_string_new (NULL);
  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0)
      g_string_append_printf (words, "%s“%s”", words->len > 0 ? ", " : "", klass->values[i].value_nick);
  g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("“%s” is not one of %s"), text, words->str);
  return FALSE;
}

/* What a file's @text says; nothing where it is empty. Not of texts. */
static gboolean
read_slot (const BlField *field, const char *text, BlSlot *to, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (*text == '\0')
    return TRUE;
  if (field->type == BL_FIELD_ENUM)
    {
      if (read_enum (field, text, to, &problem))
        return TRUE;
    }
  else
    {
      to->value = bl_value_from_text (bl_field_get_value_type (field->type), text, &problem);
      if (to->value != NULL)
        return TRUE;
    }
  g_propagate_prefixed_error (error, g_steal_pointer (&problem), "%s: ", _(field->title));
  return FALSE;
}

gboolean
bl_record_load_field (BlRecord *self, const BlField *field, const char *text, GError **error)
{
  BlSlot *slot = &bl_record_private (self)->slots[field->index];
  BlSlot to = { .text = NULL };

  if (bl_field_is_text (field->type))
    to.text = *text == '\0' ? NULL : bl_text_for_xml (text);
  else if (!read_slot (field, text, &to, error))
    return FALSE;
  if (to.text != NULL && bl_field_is_text (field->type) && *to.text == '\0')
    g_clear_pointer (&to.text, g_free);
  bl_slot_clear (field, slot);
  *slot = to;
  return TRUE;
}

void
bl_record_load_item (BlRecord *self, const BlField *field, BlRecord *child)
{
  bl_record_adopt (self, field, child);
  g_list_store_append (bl_record_get_store (self, field), child);
}

gboolean
bl_record_set_from_text (BlRecord *self, const char *name, const char *text, GError **error)
{
  const BlField *field;
  g_autoptr (GError) problem = NULL;
  g_autofree char *normal = NULL;

  g_return_val_if_fail (bl_record_find_slot (self, name, &field) != NULL, FALSE);
  g_return_val_if_fail (field->type != BL_FIELD_TABLE && field->type != BL_FIELD_CHILD
                            && field->type != BL_FIELD_LIST,
                        FALSE);

  if (text == NULL || *text == '\0')
    {
      bl_record_clear (self, name);
      return TRUE;
    }
  if (strlen (text) > BL_RECORD_MAX_TYPED)
    {
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_LIMIT,
                   _("%s: the text is longer than a project may hold, which is a million letters; keep it in a file of its own"),
                   _(field->title));
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("%s: the text is not valid UTF-8"),
                   _(field->title));
      return FALSE;
    }
  if (!bl_field_is_text (field->type))
    {
      BlSlot to = { .text = NULL };

      if (!read_slot (field, text, &to, error))
        return FALSE;
      change_slot (self, field, &to);
      return TRUE;
    }
  normal = BL_RECORD_GET_CLASS (self)->normalise (self, field, text, &problem);
  if (normal == NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&problem), "%s: ", _(field->title));
      return FALSE;
    }
  take_text (self, field, normal);
  return TRUE;
}

void
bl_record_set_child (BlRecord *self, const char *name, BlRecord *child)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);
  g_autoptr (BlRecord) old = NULL;
  BlTransactor *transactor;

  g_return_if_fail (slot != NULL && field->type == BL_FIELD_CHILD);
  g_return_if_fail (child == NULL || G_TYPE_CHECK_INSTANCE_TYPE (child, field->item_type));

  if (slot->child == child)
    return;
  g_return_if_fail (child == NULL || bl_record_private (child)->parent == NULL);
  if (!bl_record_may_change (self))
    return;
  transactor = bl_record_get_transactor (self);
  old = g_steal_pointer (&slot->child);
  if (old != NULL)
    {
      bl_record_orphan (old);
      if (transactor != NULL)
        bl_transactor_detached (transactor, old);
    }
  if (child != NULL)
    {
      slot->child = g_object_ref (child);
      bl_record_adopt (self, field, child);
      if (transactor != NULL)
        bl_transactor_attached (transactor, child);
    }
  bl_record_notify (self, field);
}

void
bl_record_insert (BlRecord *self, const char *name, guint position, BlRecord *child)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);
  guint n;

  g_return_if_fail (slot != NULL && field->type == BL_FIELD_LIST);
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (child, field->item_type));
  g_return_if_fail (bl_record_private (child)->parent == NULL);

  if (!bl_record_may_change (self))
    return;
  n = bl_slot_n_items (slot);
  bl_record_adopt (self, field, child);
  if (bl_record_get_transactor (self) != NULL)
    bl_transactor_attached (bl_record_get_transactor (self), child);
  g_list_store_insert (bl_record_get_store (self, field), MIN (position, n), child);
}

void
bl_record_append (BlRecord *self, const char *name, BlRecord *child)
{
  bl_record_insert (self, name, G_MAXUINT, child);
}

void
bl_record_remove (BlRecord *child)
{
  BlRecord *parent;
  const BlField *field;
  guint position;

  g_return_if_fail (BL_IS_RECORD (child) && bl_record_private (child)->parent != NULL);

  parent = bl_record_private (child)->parent;
  field = bl_record_private (child)->place;
  if (field->type == BL_FIELD_CHILD)
    {
      bl_record_set_child (parent, field->name, NULL);
      return;
    }
  if (!bl_record_may_change (parent) || !g_list_store_find (bl_record_get_store (parent, field), child, &position))
    return;
  {
    g_autoptr (BlRecord) keep = g_object_ref (child);
    BlTransactor *transactor = bl_record_get_transactor (parent);

    bl_record_orphan (child);
    if (transactor != NULL)
      bl_transactor_detached (transactor, child);
    g_list_store_remove (bl_record_private (parent)->slots[field->index].list, position);
  }
}

void
bl_record_remove_all (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);
  g_autoptr (GPtrArray) items = NULL;
  BlTransactor *transactor;

  g_return_if_fail (slot != NULL && field->type == BL_FIELD_LIST);

  if (bl_slot_n_items (slot) == 0 || !bl_record_may_change (self))
    return;
  items = bl_record_list_to_array (slot->list);
  transactor = bl_record_get_transactor (self);
  for (guint i = 0; i < items->len; i++)
    {
      bl_record_orphan (items->pdata[i]);
      if (transactor != NULL)
        bl_transactor_detached (transactor, items->pdata[i]);
    }
  g_list_store_remove_all (slot->list);
}

void
bl_record_set_id (BlRecord *self, const char *id)
{
  g_return_if_fail (BL_IS_RECORD (self) && bl_record_private (self)->parent == NULL);

  bl_record_assign_id (self, id);
}

void
bl_record_assign_id (BlRecord *self, const char *id)
{
  g_return_if_fail (BL_IS_RECORD (self) && bl_record_private (self)->id == NULL);

  bl_record_private (self)->id = g_strdup (id);
}
