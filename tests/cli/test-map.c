/* test-map.c: branchline-cli map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"

static char *
make_city (void)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("city-%u.branchline", n++);
  char *path = cli_path (name);

  cli_run_free (cli_run_well ("new", path, "--title", "City", "--service", "E08000021", "--from-reference", NULL));
  return path;
}

static void
assert_starts (const char *path, const char *start)
{
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpint (strncmp (bytes, start, strlen (start)), ==, 0);
}

/* Deciles in pairs, as the published page has their people. */
static void
test_classes (void)
{
  g_autofree char *city = make_city ();
  g_autofree char *out = cli_path ("map.svg");
  g_autoptr (CliRun) usual = cli_run_well ("map", city, "--value", "imd_decile", "--out", out, "--json", NULL);
  g_autoptr (CliRun) own
      = cli_run_well ("map", city, "--value", "imd_decile", "--classes", "3,6", "--out", out, "--json", NULL);
  g_autoptr (CliRun) way = cli_run_well ("map", city, "--value", "minutes", "--middle", "15", "--rings", "5,10",
                                         "--library", "Gosforth", "--out", out, "--json", NULL);

  assert_starts (out, "<?xml");
  g_assert_cmpuint (cli_length (usual, "classes"), ==, 5);
  g_assert_cmpstr (cli_text (usual, "classes.0.label"), ==, "1–2");
  g_assert_cmpfloat (cli_number (usual, "classes.0.population"), ==, 113969);
  g_assert_cmpfloat (cli_number (usual, "classes.4.population"), ==, 47834);
  g_assert_cmpuint (cli_length (own, "classes"), ==, 3);
  g_assert_cmpfloat (cli_number (own, "classes.0.population"), ==, 113969);
  g_assert_true (cli_is_null (own, "classes.0.start"));
  g_assert_cmpfloat (cli_number (own, "classes.1.start"), ==, 3);
  g_assert_cmpfloat (cli_number (own, "fit"), >, 0.5);
  g_assert_cmpfloat (cli_number (own, "unknown"), ==, 0);
  g_assert_cmpuint (cli_length (way, "classes"), >=, 3);
}

static void
test_two_way (void)
{
  g_autofree char *city = make_city ();
  g_autofree char *out = cli_path ("map.pdf");
  g_autoptr (CliRun) run
      = cli_run_well ("map", city, "--two-way", "imd_decile, distance", "--out", out, "--json", NULL);
  double people = 0;

  assert_starts (out, "%PDF");
  g_assert_cmpuint (cli_length (run, "groups"), ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *path = g_strdup_printf ("groups.%u.population", i);

      people += cli_number (run, path);
    }
  g_assert_cmpfloat (people, ==, 302820);
}

/* What a scenario changes: expected.md's 9,146 who lose a library within a mile. */
static void
test_scenario (void)
{
  g_autofree char *city = make_city ();
  g_autofree char *out = cli_path ("map.svg");
  g_autofree char *svg = NULL;
  g_autoptr (CliRun) run = NULL;

  cli_run_free (cli_run_well ("scenario", city, "add", "--title", "Gosforth closed", "--close", "Gosforth", NULL));
  run = cli_run_well ("map", city, "--scenario", "Gosforth closed", "--out", out, NULL);
  g_assert_nonnull (strstr (run->out, "9,146 people lose a library within a mile."));
  g_assert_true (g_file_get_contents (out, &svg, NULL, NULL));
  g_assert_nonnull (strstr (svg, ">Lose a library within a mile</text>"));
  g_assert_nonnull (strstr (svg, ">9,146</text>"));
  g_assert_nonnull (strstr (svg, "<title>Gosforth closed</title>"));
  cli_run_free (cli_run_well ("map", city, "--scenario", "A", "--value", "distance", "--out", out, NULL));
  cli_run_badly (2, "no scenario", "map", city, "--scenario", "B", "--out", out, NULL);
}

static void
test_wrong (void)
{
  g_autofree char *city = make_city ();
  g_autofree char *out = cli_path ("wrong.png");

  cli_run_badly (2, "--classes", "map", city, "--value", "population", "--classes", "natural:9", "--out", out, NULL);
  cli_run_badly (2, "--classes", "map", city, "--value", "population", "--classes", "5,4", "--out", out, NULL);
  cli_run_badly (2, "--middle", "map", city, "--value", "population", "--middle", "much", "--out", out, NULL);
  cli_run_badly (2, "--two-way", "map", city, "--two-way", "population", "--out", out, NULL);
  cli_run_badly (2, "--two-way", "map", city, "--two-way", "a,b", "--value", "population", "--out", out, NULL);
  cli_run_badly (2, "thirds", "map", city, "--two-way", "population,distance", "--classes", "equal", "--out", out, NULL);
  cli_run_badly (2, "--rings", "map", city, "--value", "population", "--rings", "10,5", "--out", out, NULL);
  cli_run_badly (2, "--dots", "map", city, "--value", "population", "--dots", "100", "--out", out, NULL);
  cli_run_badly (1, "road network", "map", city, "--value", "minutes", "--by", "walk", "--out", out, NULL);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli/map/classes", test_classes);
  g_test_add_func ("/cli/map/two-way", test_two_way);
  g_test_add_func ("/cli/map/scenario", test_scenario);
  g_test_add_func ("/cli/map/wrong", test_wrong);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
