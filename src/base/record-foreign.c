/* record-foreign.c: what this version does not know, kept at its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-private.h"

#include <libxml/tree.h>
#include <string.h>

#include "record-xml.h"
#include "text.h"
#include "xml-guard.h"
#include "xml-reader.h"

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

void
bl_record_share_foreign (GPtrArray *from, GPtrArray **to)
{
  GPtrArray *shared = from != NULL ? g_ptr_array_ref (from) : NULL;

  g_clear_pointer (to, g_ptr_array_unref);
  *to = shared;
}

static gboolean
same_attributes (GPtrArray *a, GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const BlForeignAttribute *x = a->pdata[i], *y = b->pdata[i];

      if (!g_str_equal (x->name, y->name) || !g_str_equal (x->value, y->value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_elements (GPtrArray *a, GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const BlForeignElement *x = a->pdata[i], *y = b->pdata[i];

      if (x->position != y->position || g_strcmp0 (x->wrapper, y->wrapper) != 0 || !g_str_equal (x->xml, y->xml))
        return FALSE;
    }
  return TRUE;
}

gboolean
bl_record_has_same_foreign (BlRecord *a, BlRecord *b)
{
  return same_attributes (bl_record_get_foreign_attributes (a), bl_record_get_foreign_attributes (b))
         && same_elements (bl_record_get_foreign_elements (a), bl_record_get_foreign_elements (b));
}

void
bl_record_set_foreign (BlRecord *self, BlRecord *from)
{
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  if (bl_record_has_same_foreign (self, from) || !bl_record_may_change (self))
    return;
  bl_record_share_foreign (bl_record_private (from)->foreign_elements, &bl_record_private (self)->foreign_elements);
  bl_record_share_foreign (bl_record_private (from)->foreign_attributes, &bl_record_private (self)->foreign_attributes);
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

static gboolean
is_declaration (const char *name)
{
  return g_str_has_prefix (name, "xmlns:");
}

static gboolean
is_clean (const char *text)
{
  g_autofree char *clean = bl_text_for_xml (text);

  return strlen (text) <= BL_RECORD_MAX_TYPED && g_str_equal (clean, text);
}

static gboolean
attribute_is_sound (BlRecord *self, const BlForeignAttribute *attribute, GHashTable *seen)
{
  const char *name = attribute->name;

  /* What stands without a prefix is ours to give a meaning. */
  if (strlen (name) > BL_XML_MAX_NAME || xmlValidateQName ((const xmlChar *) name, 0) != 0 || g_str_equal (name, "id")
      || g_str_equal (name, "version") || g_str_equal (name, "xmlns") || bl_record_find_field (self, name) != NULL)
    return FALSE;
  return is_clean (attribute->value) && (!is_declaration (name) || *attribute->value != '\0')
         && g_hash_table_add (seen, (gpointer) name);
}

/* A prefix that nobody has said the meaning of would make the whole document unreadable to others. */
static gboolean
prefix_is_declared (const BlForeignAttribute *attribute, GHashTable *names)
{
  const char *colon = strchr (attribute->name, ':');
  g_autofree char *declaration = NULL;

  if (colon == NULL || is_declaration (attribute->name) || g_str_has_prefix (attribute->name, "xml:"))
    return TRUE;
  declaration = g_strdup_printf ("xmlns:%.*s", (int) (colon - attribute->name), attribute->name);
  return g_hash_table_contains (names, declaration);
}

/* One element and nothing beside it, when read where it is to stand. */
static gboolean
element_is_sound (BlRecord *self, const BlForeignElement *element)
{
  g_autofree char *document = g_strdup_printf ("<around xmlns=\"" BL_RECORD_NAMESPACE "\">%s</around>", element->xml);
  gsize length = strlen (document);
  g_autoptr (BlXmlReader) reader = NULL;
  const BlXmlEvent *event;
  guint n_elements = 0, line;
  gboolean sound = TRUE;

  if (!g_utf8_validate (document, -1, NULL)
      || bl_xml_guard_check (document, length, BL_RECORD_MAX_DEPTH + 1, BL_RECORD_MAX_TEXT, &line) != NULL)
    return FALSE;
  reader = bl_xml_reader_new (document, length);
  while (sound && (event = bl_xml_reader_next (reader)) != NULL)
    {
      if (event->type == BL_XML_START && event->depth == 1)
        sound = ++n_elements == 1
                && (g_strcmp0 (event->uri, BL_RECORD_NAMESPACE) != 0 || element->wrapper != NULL
                    || bl_record_find_field (self, event->name) == NULL);
      else if (event->depth <= 1 && (event->type == BL_XML_TEXT || event->type == BL_XML_COMMENT || event->type == BL_XML_INSTRUCTION))
        sound = FALSE;
    }
  return sound && n_elements == 1 && bl_xml_reader_get_problem (reader, &line) == NULL
         && !bl_xml_reader_met_doctype (reader);
}

gboolean
bl_record_foreign_is_sound (BlRecord *self)
{
  GPtrArray *attributes = bl_record_get_foreign_attributes (self);
  GPtrArray *elements = bl_record_get_foreign_elements (self);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; attributes != NULL && i < attributes->len; i++)
    if (!attribute_is_sound (self, attributes->pdata[i], names))
      return FALSE;
  for (guint i = 0; attributes != NULL && i < attributes->len; i++)
    if (!prefix_is_declared (attributes->pdata[i], names))
      return FALSE;
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    if (!element_is_sound (self, elements->pdata[i]))
      return FALSE;
  return TRUE;
}
