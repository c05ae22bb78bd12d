/* test-ods-book.c: a spreadsheet of ours as others read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <cpl_vsi.h>
#include <gdal.h>
#include <glib/gstdio.h>
#include <ogr_api.h>
#include <string.h>

#include "ods-book.h"
#include "workbook.h"

static BlOdsBook *
make_book (void)
{
  static const char *const choices[] = { "Early days", "Say \"yes\" & go", NULL };
  BlOdsBook *book = bl_ods_book_new ("Title <of> the book", "Foot & more");
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, "Plan & more");

  bl_ods_sheet_add_column (sheet, "Words", BL_ODS_TEXT, 4, NULL);
  bl_ods_sheet_add_column (sheet, "Number", BL_ODS_NUMBER, 2, NULL);
  bl_ods_sheet_add_column (sheet, "Day", BL_ODS_DATE, 3, NULL);
  bl_ods_sheet_add_column (sheet, "Level", BL_ODS_TEXT, 3.25, choices);
  bl_ods_sheet_add_row (sheet, (const char *const[]){ "Fish & <chips>\nsecond line", "3.5", "2026-11-24", "Early days" });
  bl_ods_sheet_add_row (sheet, (const char *const[]){ "=1+1", "not known", "soon", NULL });
  bl_ods_sheet_add_blank_rows (sheet, 2);
  sheet = bl_ods_book_add_sheet (book, "Empty");
  bl_ods_sheet_add_column (sheet, "Only a head", BL_ODS_TEXT, 4, NULL);
  return book;
}

static char *
write_book (const BlOdsBook *book, const char *folder)
{
  char *path = g_build_filename (folder, "book.ods", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bl_ods_book_to_bytes (book);
  gsize length;
  gconstpointer data;

  data = g_bytes_get_data (bytes, &length);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, &error));
  g_assert_no_error (error);
  return path;
}

static char *
read_part (const char *path, const char *part)
{
  g_autofree char *inside = g_strdup_printf ("/vsizip/%s/%s", path, part);
  VSILFILE *file = VSIFOpenL (inside, "rb");
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gsize n;

  g_assert_nonnull (file);
  while ((n = VSIFReadL (buffer, 1, sizeof buffer, file)) > 0)
    g_string_append_len (text, buffer, (gssize) n);
  VSIFCloseL (file);
  return g_string_free (text, FALSE);
}

/* By GDAL, and by our own reader of what people bring. */
static void
test_read_back (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autoptr (BlOdsBook) book = make_book ();
  g_autofree char *path = write_book (book, folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlWorkbook) workbook = NULL;
  char **row;
  GDALDatasetH dataset;

  GDALAllRegister ();
  dataset = GDALOpenEx (path, GDAL_OF_VECTOR, (const char *const[]){ "ODS", NULL }, NULL, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpint (GDALDatasetGetLayerCount (dataset), ==, 2);
  g_assert_cmpstr (OGR_L_GetName (GDALDatasetGetLayer (dataset, 0)), ==, "Plan & more");
  GDALClose (dataset);

  workbook = bl_workbook_read (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (workbook->sheet, ==, "Plan & more");
  g_assert_cmpuint (workbook->n_columns, ==, 4);
  row = g_ptr_array_index (workbook->rows, 0);
  g_assert_cmpstr (row[0], ==, "Words");
  g_assert_cmpstr (row[3], ==, "Level");
  row = g_ptr_array_index (workbook->rows, 1);
  g_assert_true (g_str_has_prefix (row[0], "Fish & <chips>"));
  g_assert_nonnull (strstr (row[0], "second line"));
  g_assert_cmpstr (row[1], ==, "3.5");
  g_assert_nonnull (strstr (row[2], "2026"));
  row = g_ptr_array_index (workbook->rows, 2);
  g_assert_cmpstr (row[0], ==, "=1+1"); /* words, never a formula */
  g_assert_cmpstr (row[1], ==, "not known");
  g_assert_cmpstr (row[2], ==, "soon");
  g_unlink (path);
  g_rmdir (folder);
}

/* What GDAL does not show: lists to choose from, the foot, and the type at its place. */
static void
test_parts (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autoptr (BlOdsBook) book = make_book ();
  g_autofree char *path = write_book (book, folder), *content = read_part (path, "content.xml"), *styles = read_part (path, "styles.xml"),
                  *settings = read_part (path, "settings.xml"), *bytes = NULL;
  gsize length;

  g_assert_nonnull (strstr (content, "cell-content-is-in-list(&quot;Early days&quot;;&quot;Say &quot;&quot;yes&quot;&quot; &amp; go&quot;)"));
  g_assert_nonnull (strstr (content, "table:content-validation-name=\"list-0-3\""));
  g_assert_nonnull (strstr (content, "style:column-width=\"3.25cm\"")); /* whatever the locale */
  g_assert_nonnull (strstr (styles, "Title &lt;of&gt; the book · Foot &amp; more"));
  g_assert_nonnull (strstr (settings, "VerticalSplitPosition"));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpint (bytes[8], ==, 0); /* not packed */
  g_assert_cmpint (bytes[28], ==, 0); /* and nothing between name and type */
  g_assert_cmpmem (bytes + 30, 8, "mimetype", 8);
  g_assert_cmpmem (bytes + 38, 46, "application/vnd.oasis.opendocument.spreadsheet", 46);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods-book/read-back", test_read_back);
  g_test_add_func ("/ods-book/parts", test_parts);
  return g_test_run ();
}
