/* test-pasted.c: tables out of clipboards, as programs put them there
 *
 * The HTML is what LibreOffice 7 and a browser put on a clipboard, cut short; what each should read as was worked by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pasted.h"

#include <string.h>

static char *
read_text (const char *text, gssize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) read = bl_pasted_read (bytes, &error);
  gsize n;
  const char *data;

  if (read == NULL)
    {
      g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT);
      return NULL;
    }
  g_assert_no_error (error);
  data = g_bytes_get_data (read, &n);
  return g_strndup (data, n);
}

static void
test_text (void)
{
  g_autofree char *tabs = read_text ("Library\tApr 2023\r\nGosforth\t1\r\n", -1);
  g_autofree char *zero = read_text ("a,b\n1,2\n\0", 9);
  g_autofree char *empty_end = read_text ("a\tb\n1\t", -1);

  g_assert_cmpstr (tabs, ==, "Library\tApr 2023\r\nGosforth\t1");
  g_assert_cmpstr (zero, ==, "a,b\n1,2");
  /* An empty cell at the end is a cell. */
  g_assert_cmpstr (empty_end, ==, "a\tb\n1\t");
}

static void
test_html (void)
{
  g_autofree char *office = read_text (
      "<!DOCTYPE html>\n<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/><style>td{}</style></head>\n"
      "<body><table cellspacing=\"0\" border=\"0\"><colgroup width=\"85\"></colgroup>\n"
      "<tr><td height=\"17\" align=\"left\">Library</td><td align=\"right\" sdval=\"45017\">Apr&nbsp;2023</td></tr>\n"
      "<tr><td>Say &quot;Gosforth&quot;,<br>the big one</td><td sdval=\"1200\"><font face=\"Liberation Sans\">1,200</font></td></tr>\n"
      "</table></body></html>",
      -1);
  g_autofree char *spans = read_text (
      "<table><thead><tr><th rowspan=2>Place<th colspan=2>2023-24<tr><th>Q1<th>Q2</thead>"
      "<tbody><tr><td rowspan=\"2\">Leeds<td>1<td>2<tr><td>3<td>4</table>",
      -1);
  g_autofree char *largest = read_text ("<p>Menu</p><table><tr><td>x</table><div><table><tr><td>a<td>b<tr><td>1<td>2</table></div>", -1);
  g_autofree char *nested = read_text ("<table><tr><td>a<td>b<tr><td>1<td><table><tr><td>in</table></table>", -1);

  g_assert_cmpstr (office, ==, "\"Library\",\"Apr 2023\"\n\"Say \"\"Gosforth\"\",the big one\",\"1,200\"\n");
  g_assert_cmpstr (spans, ==, "\"Place\",\"2023-24\",\"\"\n\"Place\",\"Q1\",\"Q2\"\n\"Leeds\",\"1\",\"2\"\n\"Leeds\",\"3\",\"4\"\n");
  g_assert_cmpstr (largest, ==, "\"a\",\"b\"\n\"1\",\"2\"\n");
  g_assert_true (g_str_has_prefix (nested, "\"a\",\"b\"\n\"1\",\"in\"\n"));
}

static void
test_nothing (void)
{
  g_assert_null (read_text ("", -1));
  g_assert_null (read_text (" \r\n\t\n", 3));
  g_assert_null (read_text ("just words", -1));
  g_assert_null (read_text ("<p>No table</p>", -1));
  g_assert_null (read_text ("<", -1));
  g_assert_null (read_text ("<table></table>", -1));
  /* Spans that would fill the memory are held to what a table can have. */
  g_autofree char *wide = read_text ("<table><tr><td colspan=999999999>a<td>b<tr><td rowspan=-4>1</table>", -1);
  g_assert_nonnull (wide);
  g_assert_cmpuint (strlen (wide), <, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/pasted/text", test_text);
  g_test_add_func ("/exchange/pasted/html", test_html);
  g_test_add_func ("/exchange/pasted/nothing", test_nothing);
  return g_test_run ();
}
