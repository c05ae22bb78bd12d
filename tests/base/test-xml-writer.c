/* test-xml-writer.c: what is written is to the byte what libxml2 writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <libxml/xmlwriter.h>
#include <string.h>

#include "xml-writer.h"

#define X(text) ((const xmlChar *) (text))

static const char *const words[] = { "plain", "<&>\"'", "two\nlines\tand a tab", "\r\n", "£ “é” 𝄞", "]]>", " " };

/* The same element, with attributes, texts, raw content and others below it, through both. */
static void
write_both (BlXmlWriter *ours, xmlTextWriterPtr theirs, guint depth)
{
  guint n_attributes = g_test_rand_int_range (0, 3), n_content = depth > 5 ? 0 : g_test_rand_int_range (0, 4);

  bl_xml_writer_start (ours, "thing");
  xmlTextWriterStartElement (theirs, X ("thing"));
  for (guint i = 0; i < n_attributes; i++)
    {
      g_autofree char *name = g_strdup_printf ("a%u", i);
      const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

      bl_xml_writer_attribute (ours, name, word);
      xmlTextWriterWriteAttribute (theirs, X (name), X (word));
    }
  for (guint i = 0; i < n_content; i++)
    {
      const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
          bl_xml_writer_text (ours, word, strlen (word));
          xmlTextWriterWriteString (theirs, X (word));
          break;
        case 1:
          bl_xml_writer_raw (ours, "<raw/>", 6);
          xmlTextWriterWriteRaw (theirs, X ("<raw/>"));
          break;
        case 2:
          bl_xml_writer_element (ours, "note", word, strlen (word));
          xmlTextWriterWriteElement (theirs, X ("note"), X (word));
          break;
        default:
          write_both (ours, theirs, depth + 1);
        }
    }
  bl_xml_writer_end (ours, "thing");
  xmlTextWriterEndElement (theirs);
}

static void
test_as_libxml2 (void)
{
  for (guint i = 0; i < 500; i++)
    {
      static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
      g_autoptr (GString) out = g_string_new (head);
      xmlBufferPtr buffer = xmlBufferCreate ();
      xmlTextWriterPtr theirs = xmlNewTextWriterMemory (buffer, 0);
      BlXmlWriter ours;

      xmlTextWriterSetIndent (theirs, 1);
      xmlTextWriterSetIndentString (theirs, X (" "));
      xmlTextWriterStartDocument (theirs, "1.0", "UTF-8", NULL);
      bl_xml_writer_init (&ours, out, 0);
      write_both (&ours, theirs, 0);
      xmlTextWriterEndDocument (theirs);
      xmlFreeTextWriter (theirs);
      g_assert_cmpstr (out->str, ==, (const char *) xmlBufferContent (buffer));
      xmlBufferFree (buffer);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-writer/as-libxml2", test_as_libxml2);
  return g_test_run ();
}
