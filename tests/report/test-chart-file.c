/* test-chart-file.c: charts as pictures and tables in files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-file.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../draw/made-charts.h"
#include "spawn.h"
#include "summary.h"
#include "svg-tree.h"

static guint
big_endian (const guint8 *at)
{
  return (guint) at[0] << 24 | (guint) at[1] << 16 | (guint) at[2] << 8 | at[3];
}

static void
test_png (void)
{
  g_autoptr (BlChart) chart = made_control (48);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = bl_chart_file_to_bytes (chart, "png", &(BlChartFile){ .width = 500, .height = 300 }, &error);
  const guint8 *data;
  gsize size;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  /* Twice as many dots as asked for. */
  g_assert_cmpuint (big_endian (data + 16), ==, 1000);
  g_assert_cmpuint (big_endian (data + 20), ==, 600);
}

static void
test_svg (void)
{
  g_autoptr (BlChart) chart = made_ranked ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SvgTree) tree = NULL;
  BlChartLook look = { .palette = bl_palette_get (BL_PALETTE_LIGHT), .whole = TRUE };
  static const char *const said[] = { "Newcastle is near the middle", "Leeds", "no data", "fewer than 5",
                                      "Made up for the test" };

  chart->doubt = g_strdup ("Leeds <estimates> & rounds.");
  bytes = bl_chart_file_to_bytes (chart, "svg", NULL, &error);
  g_assert_no_error (error);
  tree = svg_tree_new (bytes);
  g_assert_cmpstr (tree->title, ==, chart->title);
  g_assert_nonnull (strstr (tree->description, chart->sentence));
  g_assert_nonnull (strstr (tree->description, chart->doubt));
  g_assert_nonnull (strstr (tree->description, chart->source));
  g_assert_cmpfloat (tree->width, ==, BL_CHART_FILE_WIDTH);
  g_assert_cmpfloat (tree->height, ==, bl_chart_get_height (chart, BL_CHART_FILE_WIDTH, &look));
  /* All words can be searched, and white lies under them. */
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < tree->words->len; k++)
        found = found || g_str_equal (g_ptr_array_index (tree->words, k), said[i]);
      if (!found)
        g_error ("“%s” is not written", said[i]);
    }
  g_assert_cmpstr (((SvgShape *) g_ptr_array_index (tree->shapes, 0))->fill, ==, "#ffffff");
}

static void
test_untitled (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_CONTROL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bl_chart_file_to_bytes (chart, "svg", &(BlChartFile){ .height = 100 }, &error);
  g_autoptr (SvgTree) tree = NULL;

  g_assert_no_error (error);
  tree = svg_tree_new (bytes);
  g_assert_cmpstr (tree->title, ==, "Control chart");
}

static void
test_pdf (void)
{
  g_autoptr (BlChart) chart = made_control (48);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "chart-file.pdf", NULL);
  g_autofree char *text = NULL, *info = NULL;

  g_assert_true (bl_chart_file_write (chart, path, NULL, &error));
  g_assert_no_error (error);
  text = spawn_read ((const char *const[]){ "pdftotext", path, "-", NULL });
  info = spawn_read ((const char *const[]){ "pdfinfo", path, NULL });
  g_unlink (path);
  if (text == NULL || info == NULL)
    return;
  g_assert_nonnull (strstr (text, "Visits stepped up in August 2023, still a third down"));
  g_assert_nonnull (strstr (info, "Visits stepped up in August 2023"));
  g_assert_nonnull (strstr (info, "A sentence that says what the chart shows."));
  g_assert_nonnull (strstr (info, "760 x "));
}

static void
test_csv (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_LINE);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "chart-file.CSV", NULL);
  g_autofree char *text = NULL;

  bl_chart_table_add_column (chart->table, "Period", FALSE);
  bl_chart_table_add_column (chart->table, "Visits", TRUE);
  bl_chart_table_add_row (chart->table);
  bl_chart_table_set_text (chart->table, 0, 0, "Apr 2023");
  bl_chart_table_set_number (chart->table, 0, 1, 46812.25, "46,812");
  g_assert_true (bl_chart_file_write (chart, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_cmpstr (text, ==, "Period,Visits\r\nApr 2023,46812.25\r\n");
  g_unlink (path);
}

static void
test_bad (void)
{
  g_autoptr (BlChart) chart = made_slope ();
  g_autoptr (GError) error = NULL;

  g_assert_false (bl_chart_file_write (chart, "chart.bmp", NULL, &error));
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND);
  g_clear_error (&error);
  g_assert_false (bl_chart_file_check_path ("chart", &error));
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND);
  g_clear_error (&error);
  g_assert_false (bl_chart_file_write (chart, "/no/such/folder/chart.svg", NULL, &error));
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/chart-file/png", test_png);
  g_test_add_func ("/report/chart-file/svg", test_svg);
  g_test_add_func ("/report/chart-file/untitled", test_untitled);
  g_test_add_func ("/report/chart-file/pdf", test_pdf);
  g_test_add_func ("/report/chart-file/csv", test_csv);
  g_test_add_func ("/report/chart-file/bad", test_bad);
  return g_test_run ();
}
