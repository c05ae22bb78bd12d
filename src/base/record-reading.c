/* record-reading.c: where the reader of a document stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foreign-xml.h"

guint
bl_reading_get_line (BlReading *reading)
{
  return reading->at != NULL ? reading->at->line : bl_xml_reader_get_line (reading->xml);
}

gboolean
bl_reading_is_full (BlReading *reading)
{
  if (reading->result->faults->len < BL_RECORD_MAX_FAULTS)
    return FALSE;
  reading->n_unlisted++;
  return TRUE;
}

void
bl_reading_add_fault (BlReading *reading, BlRecord *record, const char *field, const char *format, ...)
{
  g_autofree char *who = record == NULL ? NULL
                         : bl_record_get_id (record) != NULL ? g_strdup (bl_record_get_id (record))
                                                             : g_strdup (bl_record_get_kind (record));
  g_autofree char *message = NULL;
  va_list args;

  if (bl_reading_is_full (reading))
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (reading->result->faults,
                   bl_fault_new (BL_SEVERITY_ERROR, who, field, bl_reading_get_line (reading), "%s", message));
}

void
bl_reading_fail (BlReading *reading, BlBaseError code, guint line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (reading->error != NULL)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  reading->error_line = line;
  if (line > 0)
    g_set_error (&reading->error, BL_BASE_ERROR, code, "%s:%u: %s", reading->name, line, message);
  else
    g_set_error (&reading->error, BL_BASE_ERROR, code, "%s: %s", reading->name, message);
}

/* Why there are no more events, when it is not the end. */
static void
look_for_problem (BlReading *reading)
{
  guint line;
  const char *problem = bl_xml_reader_get_problem (reading->xml, &line);

  if (bl_xml_reader_met_doctype (reading->xml))
    bl_reading_fail (reading, BL_BASE_ERROR_FORMAT, line, _("a project has no document type declaration"));
  else if (problem != NULL)
    bl_reading_fail (reading, BL_BASE_ERROR_SYNTAX, line, _("the file is damaged or cut off (%s)"), problem);
}

gboolean
bl_reading_next (BlReading *reading)
{
  if (reading->error != NULL)
    return FALSE;
  if (g_cancellable_is_cancelled (reading->cancellable))
    {
      bl_reading_fail (reading, BL_BASE_ERROR_CANCELLED, 0, _("reading was stopped"));
      return FALSE;
    }
  reading->at = bl_xml_reader_next (reading->xml);
  if (reading->at == NULL)
    look_for_problem (reading);
  else if (reading->at->depth > BL_RECORD_MAX_DEPTH)
    {
      bl_reading_fail (reading, BL_BASE_ERROR_LIMIT, reading->at->line,
                       _("elements are nested too deeply for a project"));
      return FALSE;
    }
  return reading->at != NULL;
}

gboolean
bl_reading_at_end (BlReading *reading, guint depth)
{
  return reading->at->type == BL_XML_END && reading->at->depth == depth;
}

gboolean
bl_reading_is_ours (BlReading *reading)
{
  return g_strcmp0 (reading->at->uri, reading->namespace) == 0;
}

const char *
bl_reading_get_attribute (BlReading *reading, const char *name)
{
  for (guint i = 0; i < reading->at->n_attributes; i++)
    {
      const BlXmlAttribute *attribute = &reading->at->attributes[i];

      if (attribute->prefix == NULL && g_str_equal (attribute->name, name))
        return attribute->value;
    }
  return NULL;
}

void
bl_reading_skip (BlReading *reading)
{
  guint depth = reading->at->depth;

  while (bl_reading_next (reading) && !bl_reading_at_end (reading, depth))
    ;
}

/* --- What we do not know ---------------------------------------------------- */

/* The namespace at @node; declared on the outermost where it was further out. */
static xmlNsPtr
find_namespace (xmlNodePtr node, const char *prefix, const char *uri)
{
  xmlNsPtr found;

  if (uri == NULL)
    return NULL;
  found = xmlSearchNs (node->doc, node, (const xmlChar *) prefix);
  if (found != NULL && g_strcmp0 ((const char *) found->href, uri) == 0)
    return found;
  found = xmlNewNs (xmlDocGetRootElement (node->doc), (const xmlChar *) uri, (const xmlChar *) prefix);
  return found != NULL ? found : xmlNewNs (node, (const xmlChar *) uri, (const xmlChar *) prefix);
}

/* With its prefix where that stands for no namespace. */
static char *
name_of (const char *prefix, const char *name, const char *uri)
{
  return prefix != NULL && uri == NULL ? g_strconcat (prefix, ":", name, NULL) : g_strdup (name);
}

static xmlNodePtr
add_element (xmlDocPtr doc, xmlNodePtr parent, const BlXmlEvent *event)
{
  g_autofree char *name = name_of (event->prefix, event->name, event->uri);
  xmlNodePtr node = xmlNewDocNode (doc, NULL, (const xmlChar *) name, NULL);

  if (parent != NULL)
    xmlAddChild (parent, node);
  else
    xmlDocSetRootElement (doc, node);
  for (guint i = 0; i < event->n_namespaces; i++)
    xmlNewNs (node, (const xmlChar *) event->namespaces[i].uri, (const xmlChar *) event->namespaces[i].prefix);
  node->ns = find_namespace (node, event->prefix, event->uri);
  for (guint i = 0; i < event->n_attributes; i++)
    {
      const BlXmlAttribute *attribute = &event->attributes[i];
      g_autofree char *attribute_name = name_of (attribute->prefix, attribute->name, attribute->uri);

      xmlNewNsProp (node, find_namespace (node, attribute->prefix, attribute->uri), (const xmlChar *) attribute_name,
                    (const xmlChar *) attribute->value);
    }
  return node;
}

char *
bl_reading_take_foreign (BlReading *reading)
{
  guint depth = reading->at->depth;
  xmlDocPtr doc = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNodePtr node = add_element (doc, NULL, reading->at);
  char *xml = NULL;

  while (bl_reading_next (reading) && !bl_reading_at_end (reading, depth))
    {
      const BlXmlEvent *event = reading->at;

      if (event->type == BL_XML_START)
        node = add_element (doc, node, event);
      else if (event->type == BL_XML_END)
        node = node->parent;
      else if (event->type == BL_XML_TEXT)
        xmlAddChild (node, xmlNewDocTextLen (doc, (const xmlChar *) event->text, (int) event->length));
      else if (event->type == BL_XML_COMMENT)
        xmlAddChild (node, xmlNewDocComment (doc, (const xmlChar *) event->text));
      else
        xmlAddChild (node, xmlNewDocPI (doc, (const xmlChar *) event->name,
                                        event->length > 0 ? (const xmlChar *) event->text : NULL));
    }
  if (reading->error == NULL && reading->at != NULL)
    xml = bl_foreign_xml_from_node (xmlDocGetRootElement (doc), BL_RECORD_NAMESPACE);
  xmlFreeDoc (doc);
  return xml;
}

gboolean
bl_reading_take_text (BlReading *reading, BlRecord *record, BlReadingTakeText take, gpointer data)
{
  guint depth = reading->at->depth;
  gboolean told = FALSE;
  gsize sum = 0;

  while (bl_reading_next (reading))
    {
      const BlXmlEvent *event = reading->at;

      if (bl_reading_at_end (reading, depth))
        return TRUE;
      if (event->type == BL_XML_TEXT)
        {
          sum += event->length;
          if (sum > BL_RECORD_MAX_TEXT)
            {
              bl_reading_fail (reading, BL_BASE_ERROR_LIMIT, event->line,
                               _("a text is longer than a project may hold"));
              break;
            }
          take (event->text, event->length, data);
        }
      else if (event->type == BL_XML_START && !told)
        {
          bl_reading_add_fault (reading, record, NULL, _("the element “%s” stands inside a text and was left out"),
                                event->name);
          told = TRUE;
        }
    }
  return FALSE;
}
