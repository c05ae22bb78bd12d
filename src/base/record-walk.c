/* record-walk.c: walking, comparing and validating records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-private.h"

gboolean
bl_record_walk (BlRecord *self, BlRecordVisit visit, gpointer data)
{
  GPtrArray *fields;

  g_return_val_if_fail (BL_IS_RECORD (self), FALSE);

  if (!visit (self, data))
    return FALSE;
  fields = BL_RECORD_GET_CLASS (self)->fields;
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      BlSlot *slot = &bl_record_private (self)->slots[i];

      if (field->type == BL_FIELD_CHILD && slot->child != NULL && !bl_record_walk (slot->child, visit, data))
        return FALSE;
      if (field->type == BL_FIELD_LIST)
        {
          guint n = bl_slot_n_items (slot);

          for (guint j = 0; j < n; j++)
            {
              g_autoptr (BlRecord) item = g_list_model_get_item (G_LIST_MODEL (slot->list), j);

              if (!bl_record_walk (item, visit, data))
                return FALSE;
            }
        }
    }
  return TRUE;
}

static gboolean
lists_equal (BlSlot *x_slot, BlSlot *y_slot)
{
  GListModel *a = G_LIST_MODEL (x_slot->list), *b = G_LIST_MODEL (y_slot->list);
  guint n = bl_slot_n_items (x_slot);

  if (n != bl_slot_n_items (y_slot))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) x = g_list_model_get_item (a, i);
      g_autoptr (BlRecord) y = g_list_model_get_item (b, i);

      if (!bl_record_equal (x, y))
        return FALSE;
    }
  return TRUE;
}

gboolean
bl_record_equal (BlRecord *a, BlRecord *b)
{
  GPtrArray *fields;

  if (a == NULL || b == NULL || a == b)
    return a == b;
  if (G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b) || g_strcmp0 (bl_record_private (a)->id, bl_record_private (b)->id) != 0)
    return FALSE;
  fields = BL_RECORD_GET_CLASS (a)->fields;
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      BlSlot *x = &bl_record_private (a)->slots[i], *y = &bl_record_private (b)->slots[i];
      gboolean same;

      if (field->about_change)
        continue;
      if (field->type == BL_FIELD_CHILD)
        same = bl_record_equal (x->child, y->child);
      else if (field->type == BL_FIELD_LIST)
        same = lists_equal (x, y);
      else
        same = bl_slot_equal (field, x, y);
      if (!same)
        return FALSE;
    }
  return TRUE;
}

static gboolean
validate_one (BlRecord *record, gpointer faults)
{
  BL_RECORD_GET_CLASS (record)->validate (record, faults);
  return TRUE;
}

void
bl_record_validate (BlRecord *self, GPtrArray *faults)
{
  bl_record_walk (self, validate_one, faults);
}
