/* test-output.c: the files that map and summary write
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"
#include "places.h"

static char *sample;

/* What a file begins with, by its kind. */
static void
assert_kind (const char *path, const char *magic)
{
  g_autoptr (GBytes) bytes = cli_bytes (path);
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (length, >, 2000);
  g_assert_true (memmem (data, MIN (length, 200), magic, strlen (magic)) != NULL);
}

static void
test_map (void)
{
  static const struct
  {
    const char *name, *magic;
  } kinds[] = { { "map.png", "PNG" }, { "map.svg", "<svg" }, { "map.pdf", "%PDF-" }, { "MAP.PNG", "PNG" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *out = cli_path (kinds[i].name);
      g_autoptr (CliRun) run = cli_run_well ("map", sample, "--value", "imd_decile", "--out", out, "--json", NULL);

      g_assert_cmpstr (cli_text (run, "out"), ==, out);
      g_assert_cmpfloat (cli_number (run, "bytes"), >, 2000);
      assert_kind (out, kinds[i].magic);
    }
}

/* A value goes by its name, its title in any case, or its id. */
static void
test_value (void)
{
  g_autofree char *out = cli_path ("value.svg");
  g_autofree char *text = NULL;
  char *at, *end;

  cli_run_free (cli_run_well ("map", sample, "--value", "children aged 0 TO 15", "--out", out, NULL));
  g_assert_true (g_file_get_contents (sample, &text, NULL, NULL));
  at = strstr (text, "id=\"value-") + strlen ("id=\"");
  end = strchr (at, '"');
  *end = '\0';
  cli_run_free (cli_run_well ("map", sample, "--value", at, "--out", out, NULL));
  cli_run_badly (2, "imd_rank", "map", sample, "--value", "imd_quintile", "--out", out, NULL);
}

/* Two values of one title: which, only the id can say. */
static void
test_ambiguous (void)
{
  g_autofree char *path = cli_path ("twins.branchline");
  g_autofree char *out = cli_path ("twins.png");
  g_autofree char *text = NULL;
  g_autofree char *twins = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_file_get_contents (sample, &text, NULL, NULL));
  parts = g_strsplit (text, "title=\"People aged 60 and over\"", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  twins = g_strjoinv ("title=\"Children aged 0 to 15\"", parts);
  g_assert_true (g_file_set_contents (path, twins, -1, NULL));
  cli_run_badly (2, ", value-", "map", path, "--value", "Children aged 0 to 15", "--out", out, NULL);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_summary (void)
{
  g_autofree char *pdf = cli_path ("summary.pdf");
  g_autofree char *html = cli_path ("summary.html");
  g_autofree char *text = NULL;

  cli_run_free (cli_run_well ("summary", sample, "--out", pdf, NULL));
  assert_kind (pdf, "%PDF-");
  cli_run_free (cli_run_well ("summary", sample, "--out", html, "--json", NULL));
  assert_kind (html, "<!DOCTYPE html");
  g_assert_true (g_file_get_contents (html, &text, NULL, NULL));
  /* The figures of access, and whose they are. */
  g_assert_nonnull (strstr (text, "302,820"));
  g_assert_nonnull (strstr (text, "93.6%"));
  g_assert_nonnull (strstr (text, "Open Government Licence"));
}

static void
test_refused (void)
{
  g_autofree char *kind = cli_path ("map.docx");
  g_autofree char *nowhere = cli_path ("no-such-folder/map.png");
  g_autofree char *bare = cli_path ("bare.branchline");
  g_autofree char *out = cli_path ("bare.pdf");

  cli_run_badly (2, kind, "map", sample, "--value", "population", "--out", kind, NULL);
  cli_run_badly (2, kind, "summary", sample, "--out", kind, NULL);
  cli_run_badly (3, nowhere, "map", sample, "--value", "population", "--out", nowhere, NULL);
  g_assert_false (g_file_test (kind, G_FILE_TEST_EXISTS));
  cli_run_free (cli_run_well ("new", bare, "-t", "Plan", "-s", "Newcastle upon Tyne", NULL));
  cli_run_badly (1, bare, "summary", bare, "--out", out, NULL);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  sample = bl_places_find_data ("sample/newcastle.branchline");
  g_test_add_func ("/cli/output/map", test_map);
  g_test_add_func ("/cli/output/value", test_value);
  g_test_add_func ("/cli/output/ambiguous", test_ambiguous);
  g_test_add_func ("/cli/output/summary", test_summary);
  g_test_add_func ("/cli/output/refused", test_refused);
  result = g_test_run ();
  g_free (sample);
  cli_tear_down ();
  return result;
}
