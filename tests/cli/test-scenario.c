/* test-scenario.c: branchline-cli scenario, on Newcastle, against expected.md
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "cli-run.h"

/* Newcastle as it is published, and nothing thought about it. */
static char *
make_project (const char *name)
{
  char *path = cli_path (name);
  g_autoptr (CliRun) made
      = cli_run_well ("new", path, "--title", "Newcastle", "--service", "E08000021", "--from-reference", NULL);

  return path;
}

/* Worked out apart from the product: expected.md and mockups/README.md, section 7. */
static void
test_gosforth (void)
{
  g_autofree char *path = make_project ("gosforth.branchline");
  g_autoptr (CliRun) added
      = cli_run_well ("scenario", path, "add", "--title", "Gosforth closed", "--close", "gosforth", "--json", NULL);
  g_autoptr (CliRun) run = cli_run_well ("scenario", path, "compare", "--json", NULL);
  g_autoptr (CliRun) own = cli_run_well ("scenario", path, "compare", "A", "--within", "1200m", "--statutory",
                                         "--group", "aged_60_plus", "--json", NULL);

  g_assert_cmpstr (cli_text (added, "letter"), ==, "A");
  g_assert_cmpstr (cli_text (added, "changes.0.kind"), ==, "close");
  g_assert_cmpfloat (cli_number (run, "today.population"), ==, 302820);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "today.mean_distance"), 816.099, 0.00051);
  g_assert_cmpuint (cli_length (run, "scenarios"), ==, 1);
  g_assert_cmpstr (cli_text (run, "scenarios.0.title"), ==, "Gosforth closed");
  g_assert_cmpfloat_with_epsilon (cli_number (run, "scenarios.0.access.within.0.percent"), 90.628, 0.00051);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "scenarios.0.access.within.1.percent"), 100, 0.00051);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "scenarios.0.access.mean_distance"), 863.551, 0.00051);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "scenarios.0.access.max_distance"), 2538.0, 0.051);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "scenarios.0.losing.0.distance"), 1609.344, 1e-9);
  g_assert_cmpfloat (cli_number (run, "scenarios.0.losing.0.population"), ==, 9146);
  g_assert_cmpfloat (cli_number (run, "scenarios.0.losing.0.groups.aged_60_plus"), ==, 2328);
  g_assert_cmpfloat (cli_number (run, "scenarios.0.losing.1.population"), ==, 0);
  g_assert_cmpfloat (cli_number (run, "scenarios.0.moved.population"), ==, 23502);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "scenarios.0.moved.extra_distance"), 611.413, 0.00051);
  g_assert_cmpuint (cli_length (run, "scenarios.0.moved.to"), ==, 3);
  g_assert_cmpstr (cli_text (run, "scenarios.0.moved.to.0.library"), ==, "Fawdon Partnership Library");
  g_assert_cmpfloat (cli_number (run, "scenarios.0.moved.to.0.population"), ==, 11154);
  g_assert_cmpfloat (cli_number (run, "scenarios.0.moved.to.1.population"), ==, 9365);
  g_assert_cmpfloat (cli_number (run, "scenarios.0.moved.to.2.population"), ==, 2983);
  g_assert_cmpfloat (cli_number (run, "scenarios.0.survives.same"), ==, 7);
  g_assert_cmpfloat (cli_number (run, "scenarios.0.survives.tests"), ==, 10);
  g_assert_cmpuint (cli_length (run, "scenarios.0.survives.differs"), ==, 3);
  g_assert_true (cli_is_null (run, "scenarios.0.saving"));
  g_assert_cmpfloat (cli_number (own, "scenarios.0.losing.0.population"), ==, 18271); /* worked out in Python */
  g_assert_cmpuint (cli_length (own, "scenarios.0.losing"), ==, 1);
}

/* One of each kind, with costs; letters, ids and titles name them. */
static void
test_every_change (void)
{
  g_autofree char *path = make_project ("every.branchline");
  g_autoptr (CliRun) first = cli_run_well ("scenario", path, "add", "--title", "All", "--note", "Because.", "--open",
                                           "Great Park@NZ 225 705", "--hours", "Great Park=Mon-Fri 10:00-14:00",
                                           "--close", "High Heaton Library", "--move", "Walker@427500,565000",
                                           "--operation", "Gosforth=CR,not-statutory", "--stop",
                                           "Green@424512,568160", "--running-cost", "Great Park=£30,000",
                                           "--once-cost", "walker=5000.50", "--json", NULL);
  g_autoptr (CliRun) second = cli_run_well ("scenario", path, "add", "--title", "Nothing", "--json", NULL);
  g_autoptr (CliRun) list = NULL, show = NULL, both = NULL, removed = NULL, after = NULL, check = NULL;
  static const char *const kinds[] = { "open", "close", "move", "operation", "hours", "stop" };

  g_assert_cmpuint (cli_length (first, "changes"), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *key = g_strdup_printf ("changes.%u.kind", i);

      g_assert_cmpstr (cli_text (first, key), ==, kinds[i]);
    }
  g_assert_cmpfloat (cli_number (first, "changes.0.easting"), ==, 422500);
  g_assert_cmpstr (cli_text (first, "changes.0.place"), ==, "NZ 225 705");
  g_assert_cmpfloat (cli_number (first, "changes.0.running_cost"), ==, 30000);
  g_assert_cmpfloat (cli_number (first, "changes.2.once_cost"), ==, 5000.5);
  g_assert_cmpstr (cli_text (first, "changes.4.words"), ==, "Change the hours of Great Park");
  g_assert_cmpstr (cli_text (second, "letter"), ==, "B");

  check = cli_run_well ("check", path, "--json", NULL);
  g_assert_cmpuint (cli_length (check, "faults"), ==, 0);
  list = cli_run_well ("scenario", path, "list", "--json", NULL);
  g_assert_cmpuint (cli_length (list, "scenarios"), ==, 2);
  show = cli_run_well ("scenario", path, "show", "all", NULL);
  g_assert_nonnull (strstr (show->out, "Because."));
  g_assert_nonnull (strstr (show->out, "Add a mobile library stop: Green"));
  both = cli_run_well ("scenario", path, "compare", "b", "All", "B", "--json", NULL);
  g_assert_cmpuint (cli_length (both, "scenarios"), ==, 2);
  g_assert_cmpstr (cli_text (both, "scenarios.0.title"), ==, "Nothing");
  g_assert_cmpfloat (cli_number (both, "scenarios.0.moved.population"), ==, 0);
  g_assert_cmpfloat (cli_number (both, "scenarios.0.saving"), ==, 0);
  g_assert_cmpfloat (cli_number (both, "scenarios.1.stops"), ==, 1);
  g_assert_cmpfloat (cli_number (both, "order.tests"), >, 10);
  removed = cli_run_well ("scenario", path, "remove", cli_text (first, "id"), "--json", NULL);
  g_assert_cmpstr (cli_text (removed, "title"), ==, "All");
  after = cli_run_well ("scenario", path, "list", "--json", NULL);
  g_assert_cmpstr (cli_text (after, "scenarios.0.letter"), ==, "A");
  g_assert_cmpstr (cli_text (after, "scenarios.0.title"), ==, "Nothing");
}

/* In a straight line a quarter of an hour's walk is 1,200 m. */
static void
test_minutes (void)
{
  g_autofree char *path = make_project ("minutes.branchline");
  g_autoptr (CliRun) added = cli_run_well ("scenario", path, "add", "--title", "T", "--close", "Gosforth", NULL);
  g_autoptr (CliRun) run = cli_run_well ("scenario", path, "compare", "--within", "15min", "--json", NULL);
  g_autoptr (CliRun) text = cli_run_well ("scenario", path, "compare", "--within", "15min", NULL);

  g_assert_nonnull (strstr (added->out, "Close Gosforth Library"));
  g_assert_cmpfloat (cli_number (run, "scenarios.0.losing.0.minutes"), ==, 15);
  g_assert_cmpfloat (cli_number (run, "scenarios.0.losing.0.population"), ==, 12675);
  g_assert_nonnull (strstr (text->out, "Within 15 minutes’ walk in a straight line"));
}

static void
test_wrong_use (void)
{
  g_autofree char *path = make_project ("wrong.branchline");
  g_autoptr (GBytes) before = cli_bytes (path);
  g_autoptr (GBytes) after = NULL;

  cli_run_badly (2, "list, add, remove", "scenario", path, "dance", NULL);
  cli_run_badly (2, "--title", "scenario", path, "add", "--close", "Gosforth", NULL);
  cli_run_badly (2, "Nowhere", "scenario", path, "add", "--title", "T", "--close", "Nowhere", NULL);
  cli_run_badly (2, "not a place", "scenario", path, "add", "--title", "T", "--open", "X@here", NULL);
  cli_run_badly (1, "no postcodes", "scenario", path, "add", "--title", "T", "--open", "X@NE3 3HD", NULL);
  cli_run_badly (2, "NAME@PLACE", "scenario", path, "add", "--title", "T", "--open", "X", NULL);
  cli_run_badly (2, "day of the week", "scenario", path, "add", "--title", "T", "--hours", "Gosforth=Mo 10:00-11:00",
                 NULL);
  cli_run_badly (2, "LA, LAU, C, CR and ICL", "scenario", path, "add", "--title", "T", "--operation", "Gosforth=XX", NULL);
  cli_run_badly (2, "changes nothing called", "scenario", path, "add", "--title", "T", "--running-cost", "Gosforth=1",
                 NULL);
  cli_run_badly (2, "amount of pounds", "scenario", path, "add", "--title", "T", "--close", "Gosforth", "--once-cost",
                 "Gosforth=lots", NULL);
  cli_run_badly (2, "wants nothing more", "scenario", path, "list", "A", NULL);
  cli_run_badly (2, "for comparing", "scenario", path, "list", "--within", "1mi", NULL);
  cli_run_badly (2, "for adding", "scenario", path, "compare", "--title", "T", NULL);
  cli_run_badly (2, "after “show”", "scenario", path, "show", NULL);
  cli_run_badly (1, "no scenarios yet", "scenario", path, "compare", NULL);
  cli_run_badly (1, "no scenarios yet", "scenario", path, "remove", "A", NULL);
  cli_run_badly (3, "", "scenario", "/nowhere/at/all.branchline", "list", NULL);
  after = cli_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* A title that fits two is wrong use and lists the ids; what is not there lists what is. */
static void
test_names (void)
{
  g_autofree char *path = make_project ("names.branchline");
  g_autoptr (CliRun) first = cli_run_well ("scenario", path, "add", "--title", "Same", "--close", "Gosforth", "--json", NULL);
  g_autoptr (CliRun) second = cli_run_well ("scenario", path, "add", "--title", "same", "--json", NULL);

  cli_run_badly (2, cli_text (first, "id"), "scenario", path, "show", "Same", NULL);
  cli_run_badly (2, cli_text (second, "id"), "scenario", path, "show", "Same", NULL);
  cli_run_badly (2, "B “same”", "scenario", path, "compare", "Other", NULL);
  cli_run_badly (2, "neither a distance", "scenario", path, "compare", "A", "--within", "far", NULL);
  cli_run_badly (1, "road network", "scenario", path, "compare", "A", "--by", "drive", NULL);
  cli_run_badly (2, "no group", "scenario", path, "compare", "A", "--group", "elves", NULL);
}

/* A library that has gone since is named, and the rest is answered. */
static void
test_gone (void)
{
  g_autofree char *path = make_project ("gone.branchline");
  g_autoptr (CliRun) added = cli_run_well ("scenario", path, "add", "--title", "T", "--close", "Gosforth", "--json", NULL);
  g_autofree char *text = NULL, *changed = NULL, *from = NULL;
  g_autoptr (CliRun) run = NULL, check = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  from = g_strdup_printf (" library=\"%s\"", cli_text (added, "changes.0.library"));
  parts = g_strsplit (text, from, -1);
  changed = g_strjoinv ("", parts);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
  run = cli_run ("scenario", path, "compare", "--json", NULL);
  g_assert_cmpint (run->exit, ==, 0);
  g_assert_nonnull (strstr (run->err, "Scenario A: the library it closes is no longer in the project."));
  g_assert_cmpfloat (cli_number (run, "scenarios.0.moved.population"), ==, 0);
  check = cli_run_well ("check", path, "--json", NULL);
  g_assert_cmpstr (cli_text (check, "faults.0.severity"), ==, "warning");
  g_assert_cmpstr (cli_text (check, "faults.0.record"), ==, cli_text (added, "id"));
  g_assert_cmpstr (cli_text (check, "faults.0.message"), ==,
                   "Scenario A: the library it closes is no longer in the project.");
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/scenario/gosforth", test_gosforth);
  g_test_add_func ("/scenario/every-change", test_every_change);
  g_test_add_func ("/scenario/minutes", test_minutes);
  g_test_add_func ("/scenario/wrong-use", test_wrong_use);
  g_test_add_func ("/scenario/names", test_names);
  g_test_add_func ("/scenario/gone", test_gone);
  failed = g_test_run ();
  cli_tear_down ();
  return failed;
}
