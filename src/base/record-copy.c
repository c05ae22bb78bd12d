/* record-copy.c: copies of records with all below them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-private.h"

void
bl_record_copy_foreign (BlRecord *self, BlRecord *from)
{
  GPtrArray *elements = bl_record_get_foreign_elements (from);
  GPtrArray *attributes = bl_record_get_foreign_attributes (from);

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      BlForeignElement *element = g_ptr_array_index (elements, i);

      bl_record_keep_foreign_element (self, element->wrapper == NULL ? NULL : bl_record_find_field (self, element->wrapper),
                                      element->position, element->xml);
    }
  for (guint i = 0; attributes != NULL && i < attributes->len; i++)
    {
      BlForeignAttribute *attribute = g_ptr_array_index (attributes, i);

      bl_record_keep_foreign_attribute (self, attribute->name, attribute->value);
    }
}

BlRecord *
bl_record_copy (BlRecord *self)
{
  BlRecord *copy;
  GPtrArray *fields;

  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  if (bl_record_get_id (self) != NULL)
    bl_record_set_id (copy, bl_record_get_id (self));
  fields = bl_record_get_fields (self);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->type == BL_FIELD_CHILD)
        {
          BlRecord *child = bl_record_get_child (self, field->name);
          g_autoptr (BlRecord) below = child == NULL ? NULL : bl_record_copy (child);

          bl_record_set_child (copy, field->name, below);
        }
      else if (field->type == BL_FIELD_LIST)
        {
          GListModel *list = bl_record_is_known (self, field->name) ? bl_record_get_list (self, field->name) : NULL;
          guint n = list != NULL ? g_list_model_get_n_items (list) : 0;

          for (guint j = 0; j < n; j++)
            {
              g_autoptr (BlRecord) item = g_list_model_get_item (list, j);
              g_autoptr (BlRecord) below = bl_record_copy (item);

              bl_record_append (copy, field->name, below);
            }
        }
      else
        bl_record_copy_field (copy, self, field);
    }
  bl_record_copy_foreign (copy, self);
  return copy;
}

static gboolean
clear_signature (BlRecord *record, gpointer data)
{
  GPtrArray *fields = bl_record_get_fields (record);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->about_change)
        bl_record_clear (record, field->name);
    }
  return TRUE;
}

void
bl_record_clear_signatures (BlRecord *self)
{
  bl_record_walk (self, clear_signature, NULL);
}

/* Moments in UTC sort as text. */
static gboolean
find_signed (BlRecord *record, gpointer newest)
{
  BlRecord **last = newest;

  if (bl_record_get_text (record, "changed-by") != NULL
      && (*last == NULL
          || g_strcmp0 (bl_record_get_text (record, "changed"), bl_record_get_text (*last, "changed")) > 0))
    *last = record;
  return TRUE;
}

BlRecord *
bl_record_find_signed_last (BlRecord *self)
{
  BlRecord *last = NULL;

  bl_record_walk (self, find_signed, &last);
  return last;
}
