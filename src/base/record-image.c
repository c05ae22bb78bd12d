/* record-image.c: what a record was at one moment, for undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-private.h"

#include <string.h>

struct _BlRecordImage
{
  GPtrArray *fields; /* the class's */
  BlSlot *slots;
  GPtrArray **lists; /* of the fields that are lists */
  GPtrArray *foreign_elements, *foreign_attributes; /* shared: they are never changed, only others put in their place */
};

BlRecordImage *
bl_record_take_image (BlRecord *self)
{
  BlRecordImage *image = g_new0 (BlRecordImage, 1);
  GPtrArray *fields = BL_RECORD_GET_CLASS (self)->fields;

  image->fields = fields;
  image->slots = g_new0 (BlSlot, MAX (fields->len, 1));
  image->lists = g_new0 (GPtrArray *, MAX (fields->len, 1));
  bl_record_share_foreign (bl_record_private (self)->foreign_elements, &image->foreign_elements);
  bl_record_share_foreign (bl_record_private (self)->foreign_attributes, &image->foreign_attributes);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->type == BL_FIELD_LIST)
        image->lists[i] = bl_record_list_to_array (bl_record_private (self)->slots[i].list);
      else
        bl_slot_copy (field, &bl_record_private (self)->slots[i], &image->slots[i]);
    }
  return image;
}

/* Makes the list hold @items, telling its views only of what differs. */
static void
put_list (BlRecord *self, const BlField *field, GPtrArray *items)
{
  GListStore *list = bl_record_get_store (self, field);
  g_autoptr (GPtrArray) old = bl_record_list_to_array (list);
  guint same = 0, tail = 0, n_new;
  g_autoptr (GHashTable) stay = g_hash_table_new (NULL, NULL);

  while (same < old->len && same < items->len && old->pdata[same] == items->pdata[same])
    same++;
  while (tail < old->len - same && tail < items->len - same
         && old->pdata[old->len - 1 - tail] == items->pdata[items->len - 1 - tail])
    tail++;
  if (same == old->len && same == items->len)
    return;
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (stay, items->pdata[i]);
  for (guint i = same; i < old->len - tail; i++)
    if (!g_hash_table_contains (stay, old->pdata[i]) && bl_record_private (old->pdata[i])->parent == self)
      bl_record_orphan (old->pdata[i]);
  for (guint i = same; i < items->len - tail; i++)
    bl_record_adopt (self, field, items->pdata[i]);
  /* An empty array has no memory to point into. */
  n_new = items->len - same - tail;
  g_list_store_splice (list, same, old->len - same - tail, n_new > 0 ? items->pdata + same : NULL, n_new);
}

void
bl_record_put_image (BlRecord *self, BlRecordImage *image)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < image->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (image->fields, i);
      BlSlot *slot = &bl_record_private (self)->slots[i];

      if (field->type == BL_FIELD_LIST)
        {
          put_list (self, field, image->lists[i]);
          continue;
        }
      if (bl_slot_equal (field, slot, &image->slots[i]))
        continue;
      if (field->type == BL_FIELD_CHILD)
        {
          if (slot->child != NULL && bl_record_private (slot->child)->parent == self)
            bl_record_orphan (slot->child);
          if (image->slots[i].child != NULL)
            bl_record_adopt (self, field, image->slots[i].child);
        }
      bl_slot_clear (field, slot);
      bl_slot_copy (field, &image->slots[i], slot);
      bl_record_notify (self, field);
    }
  bl_record_share_foreign (image->foreign_elements, &bl_record_private (self)->foreign_elements);
  bl_record_share_foreign (image->foreign_attributes, &bl_record_private (self)->foreign_attributes);
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
images_equal (BlRecordImage *a, BlRecordImage *b, gboolean with_signature)
{
  if (a->foreign_elements != b->foreign_elements || a->foreign_attributes != b->foreign_attributes)
    return FALSE;
  for (guint i = 0; i < a->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (a->fields, i);

      if (field->about_change && !with_signature)
        continue;
      if (field->type == BL_FIELD_LIST)
        {
          /* An empty list has no array to compare. */
          if (a->lists[i]->len != b->lists[i]->len
              || (a->lists[i]->len > 0
                  && memcmp (a->lists[i]->pdata, b->lists[i]->pdata, a->lists[i]->len * sizeof (gpointer)) != 0))
            return FALSE;
        }
      else if (!bl_slot_equal (field, &a->slots[i], &b->slots[i]))
        return FALSE;
    }
  return TRUE;
}

gboolean
bl_record_image_equal (BlRecordImage *a, BlRecordImage *b)
{
  return images_equal (a, b, TRUE);
}

gboolean
bl_record_image_says_the_same (BlRecordImage *a, BlRecordImage *b)
{
  return images_equal (a, b, FALSE);
}

gsize
bl_record_image_get_weight (BlRecordImage *image)
{
  gsize weight = sizeof *image + image->fields->len * (sizeof (BlSlot) + sizeof (gpointer));

  for (guint i = 0; i < image->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (image->fields, i);

      if (bl_field_is_text (field->type) && image->slots[i].text != NULL)
        weight += strlen (image->slots[i].text) + 1;
      else if (bl_field_is_value (field->type) && image->slots[i].value != NULL)
        weight += sizeof (BlValue);
      else if (field->type == BL_FIELD_TABLE && image->slots[i].table != NULL)
        weight += bl_table_get_size (image->slots[i].table); /* shared, but kept alive by us */
      else if (field->type == BL_FIELD_LIST)
        weight += image->lists[i]->len * sizeof (gpointer);
    }
  return weight;
}

void
bl_record_image_free (BlRecordImage *image)
{
  if (image == NULL)
    return;
  for (guint i = 0; i < image->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (image->fields, i);

      if (field->type == BL_FIELD_LIST)
        g_clear_pointer (&image->lists[i], g_ptr_array_unref);
      else
        bl_slot_clear (field, &image->slots[i]);
    }
  g_clear_pointer (&image->foreign_elements, g_ptr_array_unref);
  g_clear_pointer (&image->foreign_attributes, g_ptr_array_unref);
  g_free (image->slots);
  g_free (image->lists);
  g_free (image);
}
