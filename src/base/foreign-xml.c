/* foreign-xml.c: an element we do not know, as text that can be written back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "foreign-xml.h"

#include <string.h>

static void write_node (GString *out, xmlNodePtr node, const char *usual);

static void
append_escaped (GString *out, const char *text, gboolean in_attribute)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '\r':
        g_string_append (out, "&#13;");
        break;
      case '"':
        g_string_append (out, in_attribute ? "&quot;" : "\"");
        break;
      case '\n':
        g_string_append (out, in_attribute ? "&#10;" : "\n");
        break;
      case '\t':
        g_string_append (out, in_attribute ? "&#9;" : "\t");
        break;
      default:
        g_string_append_c (out, *p);
      }
}

char *
bl_foreign_namespace_name (const char *href)
{
  GString *name = g_string_new (href);

  g_string_replace (name, "&#38;", "&", 0);
  return g_string_free (name, FALSE);
}

static void
append_name (GString *out, const xmlNs *namespace, const xmlChar *name)
{
  if (namespace != NULL && namespace->prefix != NULL)
    g_string_append_printf (out, "%s:", (const char *) namespace->prefix);
  g_string_append (out, (const char *) name);
}

static void
append_attribute (GString *out, xmlAttrPtr attribute)
{
  g_string_append_c (out, ' ');
  append_name (out, attribute->ns, attribute->name);
  g_string_append (out, "=\"");
  for (xmlNodePtr part = attribute->children; part != NULL; part = part->next)
    append_escaped (out, (const char *) part->content, TRUE);
  g_string_append_c (out, '"');
}

static void
write_element (GString *out, xmlNodePtr node, const char *usual)
{
  g_string_append_c (out, '<');
  append_name (out, node->ns, node->name);
  for (xmlNsPtr namespace = node->nsDef; namespace != NULL; namespace = namespace->next)
    {
      g_autofree char *name = bl_foreign_namespace_name ((const char *) namespace->href);

      /* Not again what it stands in. */
      if (namespace->prefix == NULL && usual != NULL && g_str_equal (name, usual))
        continue;
      g_string_append_printf (out, " xmlns%s%s=\"", namespace->prefix != NULL ? ":" : "",
                              namespace->prefix != NULL ? (const char *) namespace->prefix : "");
      append_escaped (out, name, TRUE);
      g_string_append_c (out, '"');
    }
  for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next)
    append_attribute (out, attribute);
  if (node->children == NULL)
    {
      g_string_append (out, "/>");
      return;
    }
  g_string_append_c (out, '>');
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    write_node (out, child, NULL);
  g_string_append (out, "</");
  append_name (out, node->ns, node->name);
  g_string_append_c (out, '>');
}

static void
write_node (GString *out, xmlNodePtr node, const char *usual)
{
  switch (node->type)
    {
    case XML_ELEMENT_NODE:
      write_element (out, node, usual);
      break;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
      append_escaped (out, (const char *) node->content, FALSE);
      break;
    case XML_COMMENT_NODE:
      g_string_append_printf (out, "<!--%s-->", node->content != NULL ? (const char *) node->content : "");
      break;
    case XML_PI_NODE:
      g_string_append_printf (out, "<?%s%s%s?>", (const char *) node->name, node->content != NULL ? " " : "",
                              node->content != NULL ? (const char *) node->content : "");
      break;
    default:
      break; /* entities are never expanded, and without a document type there are none */
    }
}

char *
bl_foreign_xml_from_node (xmlNodePtr node, const char *usual)
{
  /* The copy declares itself what was declared further out. */
  xmlNodePtr copy = xmlDocCopyNode (node, node->doc, 1);
  GString *out = g_string_new (NULL);

  if (copy != NULL)
    write_node (out, copy, usual);
  xmlFreeNode (copy);
  return g_string_free (out, FALSE);
}
