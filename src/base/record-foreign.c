/* record-foreign.c: what this version does not know, kept at its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-private.h"

static void
foreign_element_free (gpointer data)
{
  BlForeignElement *element = data;

  g_free (element->xml);
  g_free (element);
}

static void
foreign_attribute_free (gpointer data)
{
  BlForeignAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
  g_free (attribute);
}

void
bl_record_keep_foreign_element (BlRecord *self, const BlField *wrapper, guint position, const char *xml)
{
  BlForeignElement *element = g_new0 (BlForeignElement, 1);

  element->wrapper = wrapper == NULL ? NULL : wrapper->name;
  element->position = position;
  element->xml = g_strdup (xml);
  if (bl_record_private (self)->foreign_elements == NULL)
    bl_record_private (self)->foreign_elements = g_ptr_array_new_with_free_func (foreign_element_free);
  g_ptr_array_add (bl_record_private (self)->foreign_elements, element);
}

void
bl_record_keep_foreign_attribute (BlRecord *self, const char *name, const char *value)
{
  BlForeignAttribute *attribute = g_new0 (BlForeignAttribute, 1);

  attribute->name = g_strdup (name);
  attribute->value = g_strdup (value);
  if (bl_record_private (self)->foreign_attributes == NULL)
    bl_record_private (self)->foreign_attributes = g_ptr_array_new_with_free_func (foreign_attribute_free);
  g_ptr_array_add (bl_record_private (self)->foreign_attributes, attribute);
}

GPtrArray *
bl_record_get_foreign_elements (BlRecord *self)
{
  return bl_record_private (self)->foreign_elements;
}

GPtrArray *
bl_record_get_foreign_attributes (BlRecord *self)
{
  return bl_record_private (self)->foreign_attributes;
}
