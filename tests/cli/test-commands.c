/* test-commands.c: what holds for every command: help, wrong use, exit codes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"
#include "places.h"

static const char *const commands[] = { "new",        "import", "info",    "check",    "access",
                                        "catchments", "needs", "map",    "summary", "copy",     "version",
                                        "diff",       "merge",  "services", "schema" };

static void
test_help (void)
{
  g_autoptr (CliRun) all = cli_run_well ("--help", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (CliRun) one = cli_run_well (commands[i], "--help", NULL);

      g_assert_nonnull (strstr (all->out, commands[i]));
      g_assert_nonnull (strstr (one->out, "--json"));
      g_assert_nonnull (strstr (one->out, "branchline-cli"));
    }
}

static void
test_version (void)
{
  g_autoptr (CliRun) run = cli_run_well ("--version", NULL);

  g_assert_true (g_str_has_prefix (run->out, "branchline-cli "));
}

/* The page of the manual knows every command and every option that --help shows. */
static void
test_manual (void)
{
  g_autofree char *path = bl_places_find_data ("man/branchline-cli.1");
  g_autofree char *page = NULL;
  g_autoptr (GRegex) option = g_regex_new ("--[a-z-]+", 0, 0, NULL);

  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (CliRun) help = cli_run_well (commands[i], "--help", NULL);
      g_autofree char *heading = g_strdup_printf (".SS \"%s ", commands[i]);
      g_autofree char *bare = g_strdup_printf (".SS %s\n", commands[i]);
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (strstr (page, heading) != NULL || strstr (page, bare) != NULL);
      for (g_regex_match (option, help->out, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *name = g_match_info_fetch (match, 0);
          g_auto (GStrv) parts = g_strsplit (name, "-", -1);
          g_autofree char *written = g_strjoinv ("\\-", parts);

          g_test_message ("%s %s", commands[i], name);
          g_assert_true (g_str_equal (name, "--help") || strstr (page, written) != NULL);
        }
    }
}

static void
test_wrong_use (void)
{
  cli_run_badly (2, "There is no command “”", "", NULL);
  cli_run_badly (2, "Did you mean “access”", "acces", "x.branchline", NULL);
  cli_run_badly (2, "There is no command “frobnicate”", "frobnicate", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      cli_run_badly (2, "--frobnicate", commands[i], "--frobnicate", NULL);
      cli_run_badly (2, "--help", commands[i], "a", "b", "c", "d", "e", NULL);
    }
  cli_run_badly (2, "PROJECT", "info", NULL);
  cli_run_badly (2, "--title", "new", "x.branchline", "--service", "Newcastle", NULL);
  cli_run_badly (2, "--title", "new", "x.branchline", "--service", "Newcastle", "--title", "  ", NULL);
  cli_run_badly (2, "--service", "new", "x.branchline", "--title", "Plan", NULL);
  cli_run_badly (2, "wibble", "import", "x.branchline", "wibble", "file.csv", NULL);
  cli_run_badly (2, "--kind", "import", "x.branchline", "values", "f.csv", "--kind", "guess", NULL);
  cli_run_badly (2, "--year", "import", "x.branchline", "areas", "f.json", "--year", "2023", NULL);
  cli_run_badly (2, "--thin", "import", "x.branchline", "areas", "f.json", "--thin", "-5", NULL);
  cli_run_badly (2, "--value", "map", "x.branchline", "--out", "m.png", NULL);
  cli_run_badly (2, "--out", "map", "x.branchline", "--value", "population", NULL);
  cli_run_badly (2, "--out", "summary", "x.branchline", NULL);
  cli_run_badly (2, "--within", "access", "x.branchline", "--within", "far", NULL);
  cli_run_badly (2, "--within", "access", "x.branchline", "--within", "-1mi", NULL);
}

static void
test_files (void)
{
  g_autofree char *missing = cli_path ("missing.branchline");
  g_autofree char *other = cli_path ("other.branchline");
  g_autofree char *folder = cli_path (".");
  const char *const readers[] = { "info", "check", "access", "catchments" };

  g_assert_true (g_file_set_contents (other, "name,postcode\nA,B\n", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      cli_run_badly (3, missing, readers[i], missing, "--json", NULL);
      cli_run_badly (3, folder, readers[i], folder, "--json", NULL);
      if (!g_str_equal (readers[i], "check"))
        cli_run_badly (3, other, readers[i], other, "--json", NULL);
    }
  cli_run_badly (3, missing, "import", missing, "libraries", other, "--json", NULL);
  cli_run_badly (3, missing, "summary", missing, "--out", "x.pdf", "--json", NULL);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

/* What is there is never written over by new; a name of its own stays as it was. */
static void
test_new_refuses (void)
{
  g_autofree char *path = cli_path ("there.branchline");
  g_autofree char *nowhere = cli_path ("no-such-folder/plan.branchline");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  before = cli_bytes (path);
  cli_run_badly (3, path, "new", path, "--title", "Plan", "--service", "Newcastle upon Tyne", NULL);
  after = cli_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
  cli_run_badly (3, nowhere, "new", nowhere, "--title", "Plan", "--service", "Newcastle upon Tyne", NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  cli_run_badly (2, "Gateshead", "new", path, "--title", "Plan", "--service", "Gatehead", "--from-reference", NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_new (void)
{
  g_autofree char *path = cli_path ("new.branchline");
  g_autoptr (CliRun) made = cli_run_well ("new", path, "--title", "Plan for 2027–32", "--service",
                                          "newcastle  CITY council", "--json", NULL);
  g_autoptr (CliRun) info = cli_run_well ("info", path, "--json", NULL);
  g_autoptr (CliRun) text = cli_run_well ("info", path, NULL);

  g_assert_cmpstr (cli_text (made, "service"), ==, "Newcastle City Council");
  g_assert_cmpstr (cli_text (info, "title"), ==, "Plan for 2027–32");
  g_assert_cmpstr (cli_text (info, "service"), ==, "Newcastle City Council");
  g_assert_cmpstr (cli_text (info, "service_code"), ==, "E08000021");
  g_assert_cmpfloat (cli_number (info, "libraries"), ==, 0);
  g_assert_cmpfloat (cli_number (info, "open"), ==, 0);
  g_assert_cmpfloat (cli_number (info, "areas"), ==, 0);
  /* Nobody has said how many people there are: that is not nought. */
  g_assert_true (cli_is_null (info, "population"));
  g_assert_true (cli_is_null (info, "year"));
  g_assert_cmpuint (cli_length (info, "values"), ==, 0);
  g_assert_cmpstr (cli_text (info, "version"), ==, "1.0");
  g_assert_cmpfloat (cli_number (info, "bytes"), >, 100);
  g_assert_nonnull (strstr (text->out, "not known"));

  /* Without what it needs a question has a plain answer, not nought. */
  cli_run_badly (1, path, "access", path, "--json", NULL);
  cli_run_badly (1, path, "catchments", path, NULL);
  cli_run_badly (1, "no values", "map", path, "--value", "population", "--out", "m.png", NULL);
}

static void
test_new_unknown (void)
{
  g_autofree char *path = cli_path ("unknown.branchline");
  g_autoptr (CliRun) made = cli_run_well ("new", path, "--title", "Plan", "--service", "Libraries of Atlantis",
                                          "--json", NULL);
  g_autoptr (CliRun) info = cli_run_well ("info", path, "--json", NULL);

  g_assert_nonnull (strstr (cli_text (made, "note"), "not in the list of services"));
  g_assert_cmpstr (cli_text (info, "service"), ==, "Libraries of Atlantis");
  g_assert_true (cli_is_null (info, "service_code"));
}

static void
test_services (void)
{
  g_autoptr (CliRun) json = cli_run_well ("services", "--json", NULL);
  g_autoptr (CliRun) text = cli_run_well ("services", NULL);

  g_assert_cmpuint (cli_length (json, "services"), ==, 155);
  g_assert_true (g_str_has_prefix (cli_text (json, "services.0.code"), "E"));
  g_assert_cmpuint (cli_length (json, "sources"), >=, 6);
  g_assert_nonnull (strstr (text->out, "Newcastle City Council"));
  g_assert_nonnull (strstr (text->out, "Open Government Licence"));
}

static void
test_full_device (void)
{
  const char *words[] = { "/bin/sh", "-c", NULL, NULL };
  g_autofree char *line = NULL;
  gint status = 0;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full");
      return;
    }
  line = g_strdup_printf ("\"%s\" services > /dev/full 2>/dev/null", cli_program ());
  words[2] = line;
  g_assert_true (g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (WEXITSTATUS (status), ==, 3);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli/commands/help", test_help);
  g_test_add_func ("/cli/commands/version", test_version);
  g_test_add_func ("/cli/commands/manual", test_manual);
  g_test_add_func ("/cli/commands/wrong-use", test_wrong_use);
  g_test_add_func ("/cli/commands/files", test_files);
  g_test_add_func ("/cli/commands/new-refuses", test_new_refuses);
  g_test_add_func ("/cli/commands/new", test_new);
  g_test_add_func ("/cli/commands/new-unknown", test_new_unknown);
  g_test_add_func ("/cli/commands/services", test_services);
  g_test_add_func ("/cli/commands/full-device", test_full_device);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
