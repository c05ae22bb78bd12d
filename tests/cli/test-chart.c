/* test-chart.c: branchline-cli chart, on the sample and on series of Newcastle as published
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "../analysis/newcastle.h"
#include "cli-run.h"
#include "shared-data.h"

static const char *sample;

static char *
copy_sample (const char *name)
{
  char *path = cli_path (name);
  g_autoptr (GBytes) bytes = cli_bytes (sample);
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  return path;
}

/* FALSE, with the test skipped, without the published data. */
static gboolean
import_series (const char *path, const char *name, const char *measure)
{
  g_autofree char *file = bl_test_shared_data (name);
  g_autoptr (CliRun) run = NULL;

  if (file == NULL)
    return FALSE;
  run = cli_run ("import", path, "series", file, "--measure", measure, NULL);
  g_assert_cmpint (run->exit, ==, 0);
  return TRUE;
}

/* --- What an SVG says ------------------------------------------------------------ */

/* Words stand in the picture, whole. */
static void
on_element (GMarkupParseContext *context, const char *name, const char **keys, const char **values, gpointer data, GError **error)
{
  double x = 0, y = 0, length = 0;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      double *number = g_str_equal (keys[i], "x") ? &x : g_str_equal (keys[i], "y") ? &y : g_str_equal (keys[i], "textLength") ? &length : NULL;

      if (number != NULL)
        *number = g_ascii_strtod (values[i], NULL);
    }
  if (!g_str_equal (name, "text"))
    return;
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (x + length, <=, 760);
  g_assert_cmpfloat (y, >, 0);
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  if (g_str_equal (g_markup_parse_context_get_element (context), "text"))
    {
      g_string_append_len (data, text, (gssize) length);
      g_string_append_c (data, '\n');
    }
}

/* The words of a well-formed picture, a line each. */
static char *
svg_words (const char *path)
{
  static const GMarkupParser parser = { .start_element = on_element, .text = on_text };
  g_autoptr (GBytes) bytes = cli_bytes (path);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, words, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  g_assert_true (g_markup_parse_context_parse (context, content, (gssize) length, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static guint32
png_number (GBytes *bytes, gsize at)
{
  const guchar *content = g_bytes_get_data (bytes, NULL);

  return (guint32) content[at] << 24 | (guint32) content[at + 1] << 16 | (guint32) content[at + 2] << 8 | content[at + 3];
}

/* --- Tests -------------------------------------------------------------------------- */

static void
test_years (void)
{
  g_autofree char *path = copy_sample ("years.branchline"), *svg = cli_path ("years.svg"), *png = cli_path ("years.png"),
                  *pdf = cli_path ("years.pdf"), *csv = cli_path ("years.csv"), *words = NULL;
  g_autoptr (CliRun) bars = cli_run_well ("chart", path, "--indicator", "visits-total", "--period", "fy", "--from", "2018-19", "--until", "2023-24", "--kind", "bar",
                                          "--out", svg, "--json", NULL);
  g_autoptr (CliRun) picture = cli_run_well ("chart", path, "--indicator", "visits-total", "--period", "fy", "--from", "2018-19", "--until", "2023-24", "--theme", "dark",
                                             "--size", "900x520", "--out", png, "--json", NULL);
  g_autoptr (CliRun) paper = cli_run_well ("chart", path, "--indicator", "visits-total", "--period", "fy", "--from", "2018-19", "--until", "2023-24", "--out", pdf, NULL);
  g_autoptr (CliRun) table = cli_run_well ("chart", path, "--indicator", "visits-total", "--period", "fy", "--from", "2018-19", "--until", "2023-24", "--out", csv, NULL);
  g_autoptr (GBytes) png_bytes = cli_bytes (png), pdf_bytes = cli_bytes (pdf), csv_bytes = cli_bytes (csv);

  g_assert_cmpstr (cli_text (bars, "kind"), ==, "bar");
  g_assert_cmpstr (cli_text (bars, "title"), ==, "Library visits rose 26% in 2023-24");
  g_assert_cmpfloat (cli_number (bars, "rows"), ==, 6);
  words = svg_words (svg);
  g_assert_nonnull (strstr (words, "Library visits rose 26% in 2023-24"));
  g_assert_nonnull (strstr (words, "551,000"));
  g_assert_nonnull (strstr (words, "2023-24"));
  g_assert_cmpuint (png_number (png_bytes, 16) * 520, ==, png_number (png_bytes, 20) * 900);
  g_assert_cmpmem (g_bytes_get_data (pdf_bytes, NULL), 5, "%PDF-", 5);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (csv_bytes, NULL), (gssize) g_bytes_get_size (csv_bytes), "2023-24,551116,"));
  g_assert_nonnull (strstr (paper->out, "Newcastle had 551,116 library visits"));
  g_assert_nonnull (strstr (table->out, "Written to"));
}

/* indicator-content 5.4, all the way through the program. */
static void
test_control (void)
{
  g_autofree char *path = copy_sample ("control.branchline"), *svg = cli_path ("control.svg"), *csv = cli_path ("control.csv"),
                  *words = NULL;
  g_autoptr (CliRun) drawn = NULL, table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *content;

  if (!import_series (path, NEWCASTLE_ISSUES, "loans_physical_all"))
    return;
  drawn = cli_run_well ("chart", path, "--indicator", "loans-total", "--library", "Gosforth", "--from", "2022-09", "--until", "2024-08",
                        "--raw", "--out", svg, "--json", NULL);
  g_assert_cmpstr (cli_text (drawn, "kind"), ==, "control");
  g_assert_cmpfloat (cli_number (drawn, "rows"), ==, 24);
  g_assert_cmpstr (cli_text (drawn, "title"), ==, "Gosforth loans sat below average for seven months");
  words = svg_words (svg);
  g_assert_nonnull (strstr (words, "average 4,976"));
  g_assert_nonnull (strstr (words, "3,462"));
  g_assert_nonnull (strstr (words, "6,489"));
  table = cli_run_well ("chart", path, "--indicator", "loans-total", "--library", "Gosforth", "--from", "2022-09", "--until", "2024-08",
                        "--raw", "--out", csv, NULL);
  bytes = cli_bytes (csv);
  content = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (g_strstr_len (content, (gssize) g_bytes_get_size (bytes), "Jul 2023,5999,Measured,4975.54166666"));
  g_assert_nonnull (g_strstr_len (content, (gssize) g_bytes_get_size (bytes), "one of 7 in a row below the average"));
}

static void
test_many (void)
{
  g_autofree char *path = copy_sample ("many.branchline"), *svg = cli_path ("many.svg"), *outcome = cli_path ("outcome.svg"),
                  *words = NULL, *outcome_words = NULL;
  g_autoptr (CliRun) list = cli_run_well ("indicator", path, "list", "--outcome", "7", "--json", NULL);
  g_autoptr (CliRun) seventh = cli_run_well ("chart", path, "--outcome", "O7", "--out", outcome, "--json", NULL);
  g_autoptr (CliRun) libraries = NULL;

  g_assert_cmpstr (cli_text (seventh, "kind"), ==, "multiples");
  g_assert_cmpfloat (cli_number (seventh, "panels"), ==, cli_length (list, "indicators"));
  outcome_words = svg_words (outcome);
  g_assert_nonnull (strstr (outcome_words, "no data"));
  g_assert_nonnull (strstr (outcome_words, "Stronger, more resilient communities"));
  libraries = cli_run_well ("chart", path, "--indicator", "visits-total", "--multiples", "libraries", "--out", svg, "--json", NULL);
  g_assert_cmpfloat (cli_number (libraries, "panels"), >, 10);
  words = svg_words (svg);
  g_assert_nonnull (strstr (words, "Gosforth"));
}

static void
test_wrong (void)
{
  g_autofree char *path = copy_sample ("wrong.branchline"), *svg = cli_path ("wrong.svg"), *word = cli_path ("wrong.doc"),
                  *bare = cli_path ("bare.branchline");
  g_autoptr (CliRun) made = cli_run_well ("new", bare, "--title", "Bare", "--service", "Newcastle upon Tyne", NULL);

  cli_run_badly (2, "Say what to draw", "chart", path, "--out", svg, NULL);
  cli_run_badly (2, "Say what to draw", "chart", path, "--kind", "control", "--out", svg, NULL);
  cli_run_badly (2, "Give either", "chart", path, "--indicator", "visits-total", "--outcome", "O2", "--out", svg, NULL);
  cli_run_badly (2, "project itself", "chart", path, "--indicator", "visits-total", "--within", "1mi", "--out", svg, NULL);
  cli_run_badly (2, "for an indicator", "chart", path, "--kind", "curve", "--library", "Gosforth", "--out", svg, NULL);
  cli_run_badly (2, "leave --library", "chart", path, "--indicator", "visits-per-1000", "--with", "neighbours:5", "--library", "City",
                 "--out", svg, NULL);
  cli_run_badly (2, "--out", "chart", path, "--indicator", "visits-total", NULL);
  cli_run_badly (2, "There are: ", "chart", path, "--indicator", "visits-total", "--kind", "pie", "--out", svg, NULL);
  cli_run_badly (2, "There are: ", "chart", path, "--indicator", "visits-total", "--kind", "funnel", "--out", svg, NULL);
  cli_run_badly (2, "--theme", "chart", path, "--indicator", "visits-total", "--theme", "pink", "--out", svg, NULL);
  cli_run_badly (2, "--size", "chart", path, "--indicator", "visits-total", "--size", "big", "--out", svg, NULL);
  cli_run_badly (2, "--size", "chart", path, "--indicator", "visits-total", "--size", "900x5", "--out", svg, NULL);
  cli_run_badly (2, "--text-scale", "chart", path, "--indicator", "visits-total", "--text-scale", "9", "--out", svg, NULL);
  cli_run_badly (2, "1 to 7", "chart", path, "--outcome", "O8", "--out", svg, NULL);
  cli_run_badly (2, "libraries", "chart", path, "--indicator", "visits-total", "--multiples", "cats", "--out", svg, NULL);
  cli_run_badly (2, "single chart", "chart", path, "--outcome", "O2", "--kind", "line", "--out", svg, NULL);
  cli_run_badly (2, "no indicator", "chart", path, "--indicator", "zzzzzzzzzzzzzzzzzzz", "--out", svg, NULL);
  cli_run_badly (2, "--from", "chart", path, "--indicator", "visits-total", "--from", "soon", "--out", svg, NULL);
  cli_run_badly (1, "no figures to draw", "chart", path, "--indicator", "src-reach", "--out", svg, NULL);
  cli_run_badly (1, "no indicators of Outcome 2", "chart", bare, "--outcome", "2", "--out", svg, NULL);
  cli_run_badly (2, ".svg", "chart", path, "--indicator", "visits-total", "--out", word, NULL);
  cli_run_badly (3, "", "chart", "no-such.branchline", "--indicator", "visits-total", "--out", svg, NULL);
  g_assert_false (g_file_test (svg, G_FILE_TEST_EXISTS));
  g_assert_cmpint (made->exit, ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  sample = argv[2];
  g_test_add_func ("/cli-chart/years", test_years);
  g_test_add_func ("/cli-chart/control", test_control);
  g_test_add_func ("/cli-chart/many", test_many);
  g_test_add_func ("/cli-chart/wrong", test_wrong);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
