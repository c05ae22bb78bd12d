/* test-compare.c: branchline-cli compare, on the published return, populations and neighbours
 *
 * Truth: indicator-content 6.3 and 6.4, and examples 22 and 25 of its section 4.4.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "cli-run.h"
#include "shared-data.h"

/* A project of the service with all three files; NULL without them. */
static char *
published (const char *name, const char *service)
{
  static const char *const files[] = { "national/activity-2023-24/libraries_activity_data_2023_2024.csv",
                                       "national/activity-2023-24/localauthoritynearestneighboursengland.csv",
                                       "national/mye24tablesew.csv" };
  g_autofree char *project = cli_path (name);

  cli_run_free (cli_run_well ("new", project, "--title", service, "--service", service, "--json", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = bl_test_shared_data (files[i]);
      g_autoptr (CliRun) run = NULL;

      if (path == NULL)
        return NULL;
      run = cli_run ("import", project, "series", path, "--source", "As published", "--date", "2025", "--json", NULL);
      g_assert_cmpint (run->exit, ==, 0);
    }
  return g_steal_pointer (&project);
}

static void
check_numbers (CliRun *run, double value, double median, guint usable, guint higher)
{
  g_assert_cmpfloat_with_epsilon (cli_number (run, "value"), value, 0.005);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "median"), median, 0.05);
  g_assert_cmpfloat (cli_number (run, "usable"), ==, usable);
  g_assert_cmpfloat (cli_number (run, "higher"), ==, higher);
  g_assert_cmpuint (cli_length (run, "neighbours"), ==, 15);
  g_assert_cmpuint (cli_length (run, "missing"), ==, 15 - usable);
}

static void
test_newcastle (void)
{
  g_autofree char *project = published ("newcastle.branchline", "Newcastle upon Tyne");
  g_autoptr (CliRun) visits = NULL, books = NULL, text = NULL, codes = NULL, few = NULL;

  if (project == NULL)
    return;
  visits = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--with", "neighbours:15", "--json", NULL);
  check_numbers (visits, 1719.36, 1983.0, 11, 8);
  g_assert_cmpfloat_with_epsilon (cli_number (visits, "lower_quartile"), 1537.5, 0.05);
  g_assert_cmpfloat_with_epsilon (cli_number (visits, "upper_quartile"), 2662.9, 0.05);
  g_assert_cmpfloat_with_epsilon (cli_number (visits, "lowest"), 890.9, 0.05);
  g_assert_cmpfloat_with_epsilon (cli_number (visits, "highest"), 4216.5, 0.05);
  g_assert_cmpfloat_with_epsilon (cli_number (visits, "bounds.low"), 1842.3, 0.05);
  g_assert_cmpfloat_with_epsilon (cli_number (visits, "bounds.high"), 2658.8, 0.05);
  g_assert_cmpstr (cli_text (visits, "indicator"), ==, "visits-per-1000");
  g_assert_cmpstr (cli_text (visits, "place"), ==, "Newcastle");
  g_assert_cmpstr (cli_text (visits, "title"), ==, "Library visits per 1,000 people in line with similar authorities");
  g_assert_cmpstr (cli_text (visits, "sentence"), ==,
                   "Newcastle had 1,719; the middle of the 11 similar authorities with figures was 1,983, 8 of 11 were higher, and 4 of "
                   "15 have no usable figure.");
  g_assert_cmpstr (cli_text (visits, "neighbours.0.name"), ==, "Leeds");
  g_assert_cmpstr (cli_text (visits, "neighbours.0.reason"), ==, "no return");
  g_assert_cmpstr (cli_text (visits, "neighbours.3.name"), ==, "Coventry");
  g_assert_cmpfloat (cli_number (visits, "neighbours.3.parts"), ==, 8);
  g_assert_true (g_str_has_prefix (cli_text (visits, "neighbours.3.reason"), "part of a year"));
  g_assert_true (cli_is_null (visits, "neighbours.1.reason"));
  g_assert_cmpstr (cli_text (visits, "source"), ==, "As published");
  g_assert_cmpstr (cli_text (visits, "date"), ==, "2025");
  books = cli_run_well ("compare", project, "--indicator", "loans-per-1000", "--json", NULL);
  check_numbers (books, 1078.77, 1604.1, 11, 10);
  g_assert_cmpfloat_with_epsilon (cli_number (books, "lower_quartile"), 1477.9, 0.05);
  g_assert_cmpfloat_with_epsilon (cli_number (books, "upper_quartile"), 1903.9, 0.05);
  g_assert_cmpstr (cli_text (books, "title"), ==, "Book loans per 1,000 people below most similar authorities");
  text = cli_run_well ("compare", project, "--indicator", "visits-per-1000", NULL);
  g_assert_nonnull (strstr (text->out, "Leeds (no return)"));
  g_assert_nonnull (strstr (text->out, "between 1,538 and 2,663; all, between 891 and 4,216"));
  g_assert_nonnull (strstr (text->out, "ONS nearest neighbours, the first 15, nearest first (As published, 2025)"));
  g_assert_nonnull (strstr (text->out, "What do they do differently?"));
  g_assert_true (strstr (text->out, "North Tyneside ") < strstr (text->out, "Wakefield "));
  codes = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--with", "E08000022, E08000037", "--json", NULL);
  g_assert_cmpuint (cli_length (codes, "neighbours"), ==, 2);
  g_assert_cmpstr (cli_text (codes, "neighbours.0.name"), ==, "North Tyneside");
  g_assert_true (cli_is_null (codes, "list"));
  few = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--with", "neighbours:3", "--json", NULL);
  g_assert_cmpuint (cli_length (few, "neighbours"), ==, 3);
}

static void
test_somerset (void)
{
  g_autofree char *project = published ("somerset.branchline", "Somerset");
  g_autoptr (CliRun) visits = NULL, books = NULL;

  if (project == NULL)
    return;
  visits = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--json", NULL);
  check_numbers (visits, 1538.35, 2312.0, 13, 12);
  g_assert_cmpfloat_with_epsilon (cli_number (visits, "bounds.low"), 2268.8, 0.05);
  g_assert_cmpfloat_with_epsilon (cli_number (visits, "bounds.high"), 2324.7, 0.05);
  /* Eleven months of its own: no comparison. */
  books = cli_run_well ("compare", project, "--indicator", "loans-per-1000", "--json", NULL);
  g_assert_nonnull (strstr (cli_text (books, "lacks"), "part of a year, 11 of 12 months"));
  g_assert_true (cli_is_null (books, "higher"));
}

/* What cannot be is said as such, of the service and of others, and comes back after saving. */
static void
test_implausible (void)
{
  g_autofree char *project = published ("hours.branchline", "Newcastle upon Tyne");
  g_autoptr (CliRun) own = NULL, other = NULL;

  if (project == NULL)
    return;
  own = cli_run_well ("compare", project, "--indicator", "pc-hours-per-1000", "--json", NULL);
  g_assert_nonnull (strstr (cli_text (own, "lacks"), "implausible: 12,294,410 hours on 238 computers cannot be"));
  g_assert_true (cli_is_null (own, "value"));
  /* Haringey, indicator-content 3.3.1. */
  other = cli_run_well ("compare", project, "--indicator", "pc-hours-per-1000", "--with", "list:E09000014,E08000022", "--json", NULL);
  g_assert_true (g_str_has_prefix (cli_text (other, "neighbours.0.reason"), "implausible: "));
  g_assert_true (cli_is_null (other, "neighbours.1.reason"));
  cli_run_free (cli_run_well ("check", project, NULL));
}

/* Fewer than ten places: no funnel, and it says so; of what is not counted one by one neither. */
static void
test_no_funnel (void)
{
  g_autofree char *project = published ("funnel.branchline", "Newcastle upon Tyne");
  g_autofree char *svg = cli_path ("funnel.svg"), *drawn = NULL;
  g_autoptr (CliRun) few = NULL, hours = NULL, text = NULL, without = NULL;

  if (project == NULL)
    return;
  few = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--with", "neighbours:5", "--funnel", "--json", NULL);
  g_assert_cmpstr (cli_text (few, "funnel.lacks"), ==, "There is no funnel: 4 places have a usable figure, and under 10 it would mislead.");
  hours = cli_run_well ("compare", project, "--indicator", "pc-hours-per-1000", "--funnel", "--json", NULL);
  g_assert_nonnull (strstr (cli_text (hours, "funnel.lacks"), "counted one by one"));
  text = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--funnel", NULL);
  g_assert_nonnull (strstr (text->out, "Over-dispersion"));
  g_assert_nonnull (strstr (text->out, "spread, not performance"));
  cli_run_badly (1, "There is no funnel: 4 places", "chart", project, "--indicator", "visits-per-1000", "--with", "neighbours:5", "--kind", "funnel",
                 "--out", svg, NULL);
  cli_run_free (cli_run_well ("chart", project, "--indicator", "visits-per-1000", "--with", "neighbours:15", "--kind", "funnel", "--out", svg, NULL));
  g_assert_true (g_file_get_contents (svg, &drawn, NULL, NULL));
  g_assert_nonnull (strstr (drawn, "spread, not performance"));
  without = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--json", NULL);
  g_assert_null (strstr (without->out, "\"funnel\""));
}

static void
test_with (void)
{
  g_autofree char *project = published ("with.branchline", "Newcastle upon Tyne");
  g_autoptr (CliRun) computed = NULL, more = NULL, period = NULL;

  if (project == NULL)
    return;
  computed = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--with", "computed:5:population,under-12,loans-per-1000",
                           "--json", NULL);
  g_assert_cmpuint (cli_length (computed, "neighbours"), ==, 5);
  g_assert_cmpuint (cli_length (computed, "computed_from"), ==, 3);
  g_assert_cmpfloat (cli_number (computed, "neighbours.0.distance"), <=, cli_number (computed, "neighbours.1.distance"));
  g_assert_nonnull (strstr (cli_text (computed, "compared_with"), "the 5 nearest of 152"));
  more = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--with", "computed:deprivation", "--json", NULL);
  g_assert_cmpuint (cli_length (more, "neighbours"), ==, 15);
  period = cli_run_well ("compare", project, "--indicator", "visits-per-1000", "--period", "2023-24", "--json", NULL);
  check_numbers (period, 1719.36, 1983.0, 11, 8);
  g_assert_cmpuint (cli_length (period, "periods"), ==, 1);
  g_assert_cmpstr (cli_text (period, "periods.0"), ==, "2023-04-01/P1Y");
  cli_run_badly (1, "for 2019-20", "compare", project, "--indicator", "visits-per-1000", "--period", "2019-20", NULL);
  cli_run_badly (2, "", "compare", project, "--indicator", "visits-per-1000", "--period", "whenever", NULL);
  cli_run_badly (1, "no list of its own", "compare", project, "--indicator", "visits-per-1000", "--with", "own", NULL);
  cli_run_badly (2, "There are: population", "compare", project, "--indicator", "visits-per-1000", "--with", "computed:weather", NULL);
  cli_run_badly (2, "twice", "compare", project, "--indicator", "visits-per-1000", "--with", "computed:density,density", NULL);
  cli_run_badly (2, "number from 1", "compare", project, "--indicator", "visits-per-1000", "--with", "computed:0:density", NULL);
  cli_run_badly (2, "is a total", "compare", project, "--indicator", "visits-per-1000", "--with", "computed:visits-total", NULL);
  cli_run_badly (2, "There are", "compare", project, "--indicator", "visits-per-1000", "--with", "computed:", NULL);
}

static void
test_wrong (void)
{
  g_autofree char *project = published ("wrong.branchline", "Newcastle upon Tyne"), *bare = cli_path ("bare.branchline");
  g_autofree char *nobody = cli_path ("nobody.branchline");

  cli_run_free (cli_run_well ("new", bare, "--title", "Bare", "--service", "Newcastle upon Tyne", "--json", NULL));
  g_assert_true (g_file_set_contents (nobody,
                                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<project xmlns=\"urn:branchline:project:1\" version=\"1.0\" "
                                      "id=\"project-h48iku7c4y\" title=\"Nobody\" year=\"2023\" created=\"2026-04-17\"/>\n",
                                      -1, NULL));
  cli_run_badly (2, "--indicator", "compare", bare, NULL);
  cli_run_badly (2, "PROJECT", "compare", NULL);
  cli_run_badly (1, "no list", "compare", bare, "--indicator", "visits-per-1000", NULL);
  cli_run_badly (1, "no code", "compare", nobody, "--indicator", "visits-per-1000", NULL);
  cli_run_badly (3, "", "compare", "no-such.branchline", "--indicator", "visits-per-1000", NULL);
  if (project == NULL)
    return;
  cli_run_badly (2, "no indicator", "compare", project, "--indicator", "zzzzzzzzzzzzzzzzzzzzzz", NULL);
  cli_run_badly (2, "is a total", "compare", project, "--indicator", "visits-total", NULL);
  cli_run_badly (2, "number from 1", "compare", project, "--indicator", "visits-per-1000", "--with", "neighbours:0", NULL);
  cli_run_badly (2, "number from 1", "compare", project, "--indicator", "visits-per-1000", "--with", "neighbours:some", NULL);
  cli_run_badly (2, "152", "compare", project, "--indicator", "visits-per-1000", "--with", "neighbours:153", NULL);
  cli_run_badly (2, "itself", "compare", project, "--indicator", "visits-per-1000", "--with", "E08000021", NULL);
  cli_run_badly (2, "twice", "compare", project, "--indicator", "visits-per-1000", "--with", "E08000022,E08000022", NULL);
  cli_run_badly (2, "Leeds", "compare", project, "--indicator", "visits-per-1000", "--with", "Leeds", NULL);
  cli_run_badly (2, "--with", "compare", project, "--indicator", "visits-per-1000", "--with", "", NULL);
  cli_run_badly (1, "no figures of “access-1-mile”", "compare", project, "--indicator", "access-1-mile", NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli-compare/newcastle", test_newcastle);
  g_test_add_func ("/cli-compare/somerset", test_somerset);
  g_test_add_func ("/cli-compare/implausible", test_implausible);
  g_test_add_func ("/cli-compare/no-funnel", test_no_funnel);
  g_test_add_func ("/cli-compare/with", test_with);
  g_test_add_func ("/cli-compare/wrong", test_wrong);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
