/* xml-writer.c: elements, attributes and text as XML, indented by one blank a level
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xml-writer.h"

#include <string.h>

/* What must not stand as it is: in a text, and in the value of an attribute. */
static const char *const text_escapes[256] = {
  ['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;", ['\r'] = "&#13;",
};
static const char *const attribute_escapes[256] = {
  ['<'] = "&lt;",   ['>'] = "&gt;",  ['&'] = "&amp;",  ['"'] = "&quot;",
  ['\r'] = "&#13;", ['\n'] = "&#10;", ['\t'] = "&#9;",
};

static void
append_escaped (GString *out, const char *text, gsize length, const char *const *escapes)
{
  const char *end = text + length;
  const char *plain = text;

  for (const char *p = text; p < end; p++)
    {
      const char *escape = escapes[(guint8) *p];

      if (G_LIKELY (escape == NULL))
        continue;
      g_string_append_len (out, plain, p - plain);
      g_string_append (out, escape);
      plain = p + 1;
    }
  g_string_append_len (out, plain, end - plain);
}

static void
append_indent (BlXmlWriter *writer)
{
  for (guint i = 1; i < writer->depth; i++)
    g_string_append_c (writer->out, ' ');
}

void
bl_xml_writer_init (BlXmlWriter *writer, GString *out, guint depth)
{
  *writer = (BlXmlWriter) { .out = out, .depth = depth, .indent_end = TRUE };
}

void
bl_xml_writer_close_tag (BlXmlWriter *writer)
{
  if (writer->in_tag)
    g_string_append (writer->out, ">\n");
  writer->in_tag = FALSE;
}

void
bl_xml_writer_start (BlXmlWriter *writer, const char *name)
{
  bl_xml_writer_close_tag (writer);
  writer->depth++;
  append_indent (writer);
  g_string_append_c (writer->out, '<');
  g_string_append (writer->out, name);
  writer->in_tag = TRUE;
}

void
bl_xml_writer_attribute (BlXmlWriter *writer, const char *name, const char *value)
{
  g_assert (writer->in_tag);

  g_string_append_c (writer->out, ' ');
  g_string_append (writer->out, name);
  g_string_append (writer->out, "=\"");
  append_escaped (writer->out, value, strlen (value), attribute_escapes);
  g_string_append_c (writer->out, '"');
}

/* What follows stands between the tags as it is. */
static void
begin_content (BlXmlWriter *writer)
{
  if (writer->in_tag)
    g_string_append_c (writer->out, '>');
  writer->in_tag = FALSE;
  writer->indent_end = FALSE;
}

void
bl_xml_writer_text (BlXmlWriter *writer, const char *text, gsize length)
{
  begin_content (writer);
  append_escaped (writer->out, text, length, text_escapes);
}

void
bl_xml_writer_raw (BlXmlWriter *writer, const char *xml, gsize length)
{
  begin_content (writer);
  g_string_append_len (writer->out, xml, length);
}

void
bl_xml_writer_end (BlXmlWriter *writer, const char *name)
{
  g_assert (writer->depth > 0);

  if (writer->in_tag)
    g_string_append (writer->out, "/>\n");
  else
    {
      if (writer->indent_end)
        append_indent (writer);
      g_string_append (writer->out, "</");
      g_string_append (writer->out, name);
      g_string_append (writer->out, ">\n");
    }
  writer->in_tag = FALSE;
  writer->indent_end = TRUE;
  writer->depth--;
}

void
bl_xml_writer_element (BlXmlWriter *writer, const char *name, const char *text, gsize length)
{
  bl_xml_writer_start (writer, name);
  bl_xml_writer_text (writer, text, length);
  bl_xml_writer_end (writer, name);
}
