/* test-sample.c: the sample in the tree is what tools/make-sample makes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"
#include "places.h"
#include "shared-data.h"

static char *script;

static GBytes *
make (const char *data, const char *name)
{
  g_autofree char *out = cli_path (name);
  const char *words[] = { script, "--cli", cli_program (), "--data", data, "--out", out, NULL };
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  gint status = 0;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &err, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (err, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return cli_bytes (out);
}

static void
test_made_again (void)
{
  g_autofree char *national = bl_test_shared_data ("national");
  g_autofree char *path = bl_places_find_data ("sample/newcastle.branchline");
  g_autofree char *data = NULL;
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (GBytes) kept = NULL;

  if (national == NULL)
    return;
  data = g_path_get_dirname (national);
  once = make (data, "once.branchline");
  twice = make (data, "twice.branchline");
  g_assert_true (g_bytes_equal (once, twice));
  kept = cli_bytes (path);
  if (!g_bytes_equal (once, kept))
    g_error ("%s is not what tools/make-sample makes now: run it and commit the file", path);
}

/* What the sample shows, without the published files: expected.md, Newcastle, method A. */
static void
test_figures (void)
{
  g_autofree char *path = bl_places_find_data ("sample/newcastle.branchline");
  g_autoptr (CliRun) info = cli_run_well ("info", path, "--json", NULL);
  g_autoptr (CliRun) check = cli_run_well ("check", path, "--json", NULL);
  g_autoptr (CliRun) access = cli_run_well ("access", path, "--json", NULL);

  g_assert_cmpstr (cli_text (info, "service"), ==, "Newcastle City Council");
  g_assert_cmpfloat (cli_number (info, "open"), ==, 20);
  g_assert_cmpfloat (cli_number (info, "population"), ==, 302820);
  for (guint i = 0; i < cli_length (info, "values"); i++)
    {
      static const char *const keys[] = { "source", "date", "geography", "licence" };

      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        {
          g_autofree char *at = g_strdup_printf ("values.%u.%s", i, keys[k]);

          g_assert_false (cli_is_null (info, at));
        }
    }
  g_assert_cmpuint (cli_length (check, "faults"), ==, 0);
  g_assert_cmpfloat_with_epsilon (cli_number (access, "within.0.percent"), 93.648, 0.00051);
  g_assert_cmpfloat_with_epsilon (cli_number (access, "mean_distance"), 816.099, 0.00051);
}

/* Visits and loans of 2023-24: expected.md, Newcastle monthly series. */
static void
test_use (void)
{
  static const struct
  {
    const char *kind, *period;
    gint64 total;
  } expected[] = { { "visits", "2018-19", 893681 }, { "visits", "2023-24", 551116 }, { "loans", "2018-19", 382526 },
                   { "loans", "2023-24", 285690 } };
  g_autofree char *path = bl_places_find_data ("sample/newcastle.branchline");
  g_autoptr (GBytes) bytes = cli_bytes (path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *start
          = g_strdup_printf ("kind=\"%s\" period=\"%s\" number=\"", expected[i].kind, expected[i].period);
      gint64 total = 0;

      for (const char *at = strstr (text, start); at != NULL; at = strstr (at, start))
        {
          at += strlen (start);
          total += g_ascii_strtoll (at, NULL, 10);
        }
      g_assert_cmpint (total, ==, expected[i].total);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_assert_cmpint (argc, ==, 3);
  script = argv[2];
  g_test_add_func ("/cli/sample/made-again", test_made_again);
  g_test_add_func ("/cli/sample/figures", test_figures);
  g_test_add_func ("/cli/sample/use", test_use);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
