/* test-report.c: pages lose nothing, and the web page is one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "page-composer.h"
#include "report-html.h"
#include "report-text.h"
#include "spawn.h"

static void
paint_box (cairo_t *cr, double width, double height, gpointer data)
{
  cairo_rectangle (cr, 0, 0, width / 2, height / 2);
  cairo_fill (cr);
}

/* A report with a table of @rows rows, each with a name of its own. */
static BlReport *
make_report (guint rows)
{
  BlReport *report = bl_report_new ("Tables & <pages>");
  BlReportTable *table;
  BlMarkerLook look = { BL_OPERATION_COMMUNITY, TRUE };

  bl_report_set_running_head (report, "Head left", "Head right");
  bl_report_set_foot (report, "Foot of the page");
  bl_report_add_subtitle (report, "Under the title");
  bl_report_add_finding (report, "A finding leads");
  bl_report_add_figure (report, "93.6%", "Within a mile", "283,585 of 302,820 people", paint_box, NULL, NULL);
  bl_report_add_figure (report, "20", "Open libraries", NULL, NULL, NULL, NULL);
  bl_report_add_picture (report, 0.3, 0.3, "A box says \"nothing\" & less", "Caption of the picture", paint_box, NULL,
                         NULL);
  bl_report_add_point (report, "First point");
  bl_report_add_point (report, "Second point");
  bl_report_add_heading (report, "The heading of the table");
  table = bl_report_add_table (report, "What the table holds");
  bl_report_table_add_column (table, "Library", FALSE);
  bl_report_table_add_column (table, "Run by", FALSE);
  bl_report_table_add_column (table, "People", TRUE);
  for (guint i = 0; i < rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("Row%04u", i);
      g_autofree char *number = g_strdup_printf ("%u", 1000 + i);
      const char *cells[] = { name, i == 1 ? NULL : "Council", number };

      bl_report_table_add_row (table, &look, cells);
    }
  {
    const char *cells[] = { "All rows", " ", "99" };

    bl_report_table_add_total (table, cells);
  }
  bl_report_add_note (report, "A note at the end");
  return report;
}

static char *
write_pdf (BlReport *report, guint *n_pages)
{
  g_autoptr (BlPages) pages = bl_pages_new (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bl_pages_to_pdf (pages, &error);
  char *path = NULL;
  int fd = g_file_open_tmp ("branchline-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  *n_pages = bl_pages_get_n (pages);
  return path;
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at; at = strstr (at + strlen (what), what))
    n++;
  return n;
}

static void
test_pages (void)
{
  const guint sizes[] = { 0, 1, 2, 30, 33, 34, 35, 36, 37, 38, 200 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (BlReport) report = make_report (sizes[s]);
      guint n_pages;
      g_autofree char *path = write_pdf (report, &n_pages);
      g_autofree char *text = spawn_pdf_text (path, 0);

      if (text == NULL)
        return;
      g_assert_cmpuint (spawn_pdf_pages (path), ==, n_pages);
      /* Every row is there once, and the header on each page that has rows. */
      for (guint i = 0; i < sizes[s]; i++)
        {
          g_autofree char *name = g_strdup_printf ("Row%04u", i);

          g_assert_cmpuint (count (text, name), ==, 1);
        }
      g_assert_cmpuint (count (text, "All rows"), ==, 1);
      g_assert_cmpuint (count (text, "A note at the end"), ==, 1);
      g_assert_cmpuint (count (text, "Foot of the page"), ==, n_pages);
      g_assert_cmpuint (count (text, "Head right"), ==, n_pages - 1);
      for (guint page = 1; page <= n_pages; page++)
        {
          g_autofree char *on_page = spawn_pdf_text (path, page);
          g_autofree char *number = g_strdup_printf ("%u of %u", page, n_pages);
          guint rows = count (on_page, "Row") + count (on_page, "All rows");

          g_assert_nonnull (strstr (on_page, number));
          g_assert_cmpuint (count (on_page, "Run by"), ==, rows > 0 ? 1 : 0);
          /* Never a row alone, nor a heading without its table. */
          if (sizes[s] > 1)
            g_assert_cmpuint (rows, !=, 1);
          if (strstr (on_page, "The heading of the table"))
            g_assert_cmpuint (rows, >, 0);
        }
      if (sizes[s] > 1)
        g_assert_nonnull (strstr (text, "not known"));
      g_unlink (path);
    }
}

static void
test_pdf_notes (void)
{
  g_autoptr (BlReport) report = make_report (3);
  const char *argv[] = { "pdfinfo", NULL, NULL };
  g_autofree char *path = NULL, *info = NULL;
  guint n_pages;

  {
    g_autoptr (GDate) date = g_date_new_dmy (17, G_DATE_APRIL, 2026);

    bl_report_set_date (report, g_date_get_julian (date));
  }
  path = write_pdf (report, &n_pages);
  argv[1] = path;
  info = spawn_read (argv);
  if (info == NULL)
    return;
  g_assert_nonnull (strstr (info, "Tables & <pages>"));
  g_assert_nonnull (strstr (info, "Branchline"));
  g_assert_nonnull (strstr (info, "2026"));
  g_assert_nonnull (strstr (info, "A4"));
  g_unlink (path);
}

/* Same report, same bytes: a page can be compared and kept. */
static void
test_same_bytes (void)
{
  g_autoptr (BlReport) report = make_report (40);
  g_autoptr (BlPages) pages = NULL;
  g_autoptr (GBytes) first = NULL, second = NULL;

  bl_report_set_date (report, 739723);
  pages = bl_pages_new (report);
  first = bl_pages_to_pdf (pages, NULL);
  second = bl_pages_to_pdf (pages, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

/* Long names wrap in their column; no word and no number is cut off. */
static void
test_long_names (void)
{
  g_autoptr (BlReport) report = bl_report_new ("The Very Long Name of the Combined Authority of Great Towns, Small "
                                               "Villages and the Isles in the Sea Library and Information Service");
  BlReportTable *table = bl_report_add_table (report, NULL);
  guint n_pages;
  g_autofree char *path = NULL, *text = NULL;

  bl_report_table_add_column (table, "Library", FALSE);
  bl_report_table_add_column (table, "Organisation that runs the library today", FALSE);
  for (guint i = 0; i < 7; i++)
    bl_report_table_add_column (table, "Number of people", TRUE);
  for (guint i = 0; i < 4; i++)
    {
      const char *cells[] = {
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Community Library and Learning Centre",
        "Friends of the Library in partnership with the Town Council and the Parochial Church Council",
        "1,234,567", "1,234,567", "1,234,567", "1,234,567", "1,234,567", "1,234,567", "1,234,568",
      };

      bl_report_table_add_row (table, NULL, cells);
    }
  path = write_pdf (report, &n_pages);
  text = spawn_pdf_text (path, 0);
  if (text == NULL)
    return;
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_cmpuint (count (text, "1,234,567"), ==, 24);
  g_assert_cmpuint (count (text, "1,234,568"), ==, 4);
  g_assert_cmpuint (count (text, "Parochial"), ==, 4);
  g_assert_cmpuint (count (text, "Information Service"), ==, 1);
  g_unlink (path);
}

/* --- Web page ------------------------------------------------------------ */

static double
xpath (xmlDoc *document, const char *expression)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *object;
  double value;

  xmlXPathRegisterNs (context, BAD_CAST "h", BAD_CAST "http://www.w3.org/1999/xhtml");
  xmlXPathRegisterNs (context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  object = xmlXPathEvalExpression (BAD_CAST expression, context);
  g_assert_nonnull (object);
  value = xmlXPathCastToNumber (object);
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);
  return value;
}

static void
test_html (void)
{
  g_autoptr (BlReport) report = make_report (12);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bl_report_to_html (report, &error);
  gsize size;
  const char *text;
  xmlDoc *document;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>\n"));
  g_assert_true (g_utf8_validate (text, (gssize) size, NULL));
  /* Nothing is fetched from elsewhere. */
  g_assert_null (g_strstr_len (text, (gssize) size, "src=\"http"));
  g_assert_null (g_strstr_len (text, (gssize) size, "<script"));
  g_assert_null (g_strstr_len (text, (gssize) size, "<link"));

  document = xmlReadMemory (text, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  g_assert_nonnull (document);
  g_assert_cmpfloat (xpath (document, "count(/h:html[@lang='en-GB'])"), ==, 1);
  g_assert_cmpfloat (xpath (document, "count(//h:title[.='Tables & <pages>'])"), ==, 1);
  g_assert_cmpfloat (xpath (document, "count(//h:h1)"), ==, 1);
  g_assert_cmpfloat (xpath (document, "count(//h:h2)"), ==, 1);
  g_assert_cmpfloat (xpath (document, "count(//h:table/h:caption)"), ==, 1);
  g_assert_cmpfloat (xpath (document, "count(//h:thead/h:tr/h:th[@scope='col'])"), ==, 3);
  g_assert_cmpfloat (xpath (document, "count(//h:tbody/h:tr/h:th[@scope='row'])"), ==, 13);
  g_assert_cmpfloat (xpath (document, "count(//h:ul/h:li)"), ==, 2);
  g_assert_cmpfloat (xpath (document, "count(//h:ul)"), ==, 1);
  g_assert_cmpfloat (xpath (document, "count(//h:dl/h:div)"), ==, 2);
  g_assert_cmpfloat (xpath (document, "count(//h:span[@class='unknown'])"), ==, 1);
  /* Each picture either has words or is hidden from those who do not see it. */
  g_assert_cmpfloat (xpath (document, "count(//s:svg)"), ==, 14);
  g_assert_cmpfloat (xpath (document, "count(//s:svg[@role='img' and @aria-label='A box says \"nothing\" & less'])"), ==,
                     1);
  g_assert_cmpfloat (xpath (document, "count(//s:svg[not(@aria-label) and not(@aria-hidden='true')])"), ==, 0);
  /* No id stands twice. */
  g_assert_cmpfloat (xpath (document, "count(//*[@id and @id = preceding::*/@id])"), ==, 0);
  xmlFreeDoc (document);
}

/* Said once each, in lines that a terminal holds; a small picture by its words, and what comes of it on its page. */
static void
test_text (void)
{
  g_autoptr (BlReport) report = make_report (3);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  BlReportTable *table;

  bl_report_add_subheading (report, "One of many");
  bl_report_add_strip (report, 0.5, 0.3, "Three say yes", paint_box, NULL, NULL);
  bl_report_add_conclusion (report, "Agreed: yes.\nA different view: no.");
  table = bl_report_add_table (report, NULL);
  bl_report_table_add_wide_column (table, "What", 1);
  bl_report_table_add_wide_column (table, "Why", 3);
  bl_report_table_add_row (table, NULL,
                           (const char *const[]){ "Row of words",
                                                  "words that go on for longer than a line of a terminal has room beside what "
                                                  "they are about" });
  bytes = bl_report_to_text (report);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "Tables & <pages>\n================\n"));
  g_assert_nonnull (strstr (text, "  - First point\n  - Second point\n\n"));
  g_assert_nonnull (strstr (text, "Within a mile: 93.6%, 283,585 of 302,820 people\n"));
  g_assert_nonnull (strstr (text, "Row0001   not known    1001"));
  g_assert_nonnull (strstr (text, "One of many\n  Three say yes\nAgreed: yes.\nA different view: no.\n"));
  g_assert_nonnull (strstr (text, "Row of words\n  Why: words that go on"));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 78);
}

/* Each conclusion stands on the page of the small picture it comes of. */
static void
test_together (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "together.pdf", NULL), *words = NULL;
  g_autoptr (BlReport) report = bl_report_new ("Together");
  g_autoptr (BlPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) each = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Thing%03u", i), *end = g_strdup_printf ("End%03u\nAlso%03u", i, i);

      bl_report_add_subheading (report, heading);
      bl_report_add_note (report, "What it is.");
      bl_report_add_strip (report, 0.4, 0.35, NULL, paint_box, NULL, NULL);
      bl_report_add_paragraph (report, "What it shows.");
      bl_report_add_conclusion (report, end);
    }
  pages = bl_pages_new (report);
  g_assert_cmpuint (bl_pages_get_n (pages), >, 4);
  pdf = bl_pages_to_pdf (pages, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  words = spawn_pdf_text (path, 0);
  if (words != NULL)
    {
      each = g_strsplit (words, "\f", -1);
      for (guint p = 0; each[p] != NULL; p++)
        for (guint i = 0; i < 40; i++)
          {
            g_autofree char *heading = g_strdup_printf ("Thing%03u", i), *end = g_strdup_printf ("End%03u", i),
                            *also = g_strdup_printf ("Also%03u", i);
            gboolean here = strstr (each[p], heading) != NULL;

            g_assert_cmpint (strstr (each[p], end) != NULL, ==, here);
            g_assert_cmpint (strstr (each[p], also) != NULL, ==, here);
          }
    }
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pages", test_pages);
  g_test_add_func ("/report/pdf-notes", test_pdf_notes);
  g_test_add_func ("/report/same-bytes", test_same_bytes);
  g_test_add_func ("/report/long-names", test_long_names);
  g_test_add_func ("/report/html", test_html);
  g_test_add_func ("/report/text", test_text);
  g_test_add_func ("/report/together", test_together);
  return g_test_run ();
}
