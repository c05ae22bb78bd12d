/* test-xml-reader.c: events of a document, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "xml-reader.h"

/* All events as one line: what a person would write down while reading. */
static char *
list_events (const char *xml, gsize length, char **problem)
{
  g_autoptr (BlXmlReader) reader = bl_xml_reader_new (xml, length);
  GString *out = g_string_new (NULL);
  const BlXmlEvent *event;
  gboolean in_text = FALSE;
  guint line;

  while ((event = bl_xml_reader_next (reader)) != NULL)
    {
      if (event->type == BL_XML_TEXT)
        {
          g_assert_cmpuint (strlen (event->text), ==, event->length);
          g_string_append_printf (out, "%s%s", in_text ? "" : "'", event->text);
          in_text = TRUE;
          continue;
        }
      if (in_text)
        g_string_append_c (out, '\'');
      in_text = FALSE;
      if (event->type == BL_XML_COMMENT)
        g_string_append_printf (out, "{%s}", event->text);
      else if (event->type == BL_XML_INSTRUCTION)
        g_string_append_printf (out, "?%s %s?", event->name, event->text);
      else if (event->type == BL_XML_END)
        g_string_append_printf (out, ")%u", event->line);
      else
        {
          g_string_append_printf (out, "(%s%s%u:%u", event->prefix != NULL ? event->prefix : "", event->name,
                                  event->depth, event->line);
          for (guint i = 0; i < event->n_attributes; i++)
            g_string_append_printf (out, " %s=%s", event->attributes[i].name, event->attributes[i].value);
        }
    }
  *problem = g_strdup (bl_xml_reader_get_problem (reader, &line));
  if (bl_xml_reader_met_doctype (reader))
    g_string_append (out, "!");
  return g_string_free (out, FALSE);
}

static void
test_events (void)
{
  static const struct
  {
    const char *xml, *events;
    gboolean good;
  } cases[] = {
    { "<a/>", "(a0:1)1", TRUE },
    { "\357\273\277<?xml version=\"1.0\" encoding=\"latin1\"?>\n<a b='£'/>", "(a0:2 b=£)2", TRUE },
    { "<a b=\"1 &amp; 2&lt;&#38;amp;&#10;\">x&amp;y<!-- c --><?p i?><![CDATA[<z>]]>\n<c/>\n</a>",
      "(a0:1 b=1 & 2<&amp;\n'x&y'{ c }?p i?'<z>\n'(c1:2)2'\n')1", TRUE },
    { "<x:a xmlns:x='urn:x' x:b='1'/>", "(xa0:1 b=1)1", TRUE },
    { "<a><b></a>", "(a0:1(b1:1", FALSE },
    { "<a>&unknown;</a>", "(a0:1", FALSE },
    { "<a/><b/>", "(a0:1)1", FALSE },
    { "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "!", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = NULL;
      g_autofree char *events = list_events (cases[i].xml, strlen (cases[i].xml), &problem);

      g_test_message ("%s", cases[i].xml);
      g_assert_cmpstr (events, ==, cases[i].events);
      g_assert_cmpint (problem == NULL, ==, cases[i].good);
    }
}

/* What is longer than the parser is given at a time comes whole. */
static void
test_long (void)
{
  g_autoptr (GString) xml = g_string_new ("<a long=\"");
  g_autoptr (BlXmlReader) reader = NULL;
  const BlXmlEvent *event;
  gsize sum = 0;

  for (guint i = 0; i < 30000; i++)
    g_string_append (xml, "1&amp;");
  g_string_append (xml, "\">");
  for (guint i = 0; i < 30000; i++)
    g_string_append (xml, "£1\n");
  g_string_append (xml, "</a>");
  reader = bl_xml_reader_new (xml->str, xml->len);
  event = bl_xml_reader_next (reader);
  g_assert_cmpuint (strlen (event->attributes[0].value), ==, 60000);
  while ((event = bl_xml_reader_next (reader)) != NULL && event->type == BL_XML_TEXT)
    sum += event->length;
  g_assert_cmpuint (sum, ==, 120000);
  g_assert_cmpint (event->type, ==, BL_XML_END);
  g_assert_cmpuint (event->line, ==, 1);
  g_assert_null (bl_xml_reader_next (reader));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-reader/events", test_events);
  g_test_add_func ("/xml-reader/long", test_long);
  return g_test_run ();
}
