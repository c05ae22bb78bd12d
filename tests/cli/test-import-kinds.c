/* test-import-kinds.c: import of what stands beside libraries and areas: use, members, stops, places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"
#include "places.h"
#include "shared-data.h"

typedef struct
{
  char *project, *file;
} Fixture;

/* A copy of the sample to write in. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = bl_places_find_data ("sample/newcastle.branchline");
  g_autoptr (GBytes) bytes = cli_bytes (sample);

  fixture->project = cli_path ("kinds.branchline");
  fixture->file = cli_path ("file.csv");
  g_assert_true (g_file_set_contents (fixture->project, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->project);
  g_unlink (fixture->file);
  g_free (fixture->project);
  g_free (fixture->file);
}

static void
put_file (Fixture *fixture, const char *content)
{
  g_assert_true (g_file_set_contents (fixture->file, content, -1, NULL));
}

static gboolean
project_has (Fixture *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = cli_bytes (fixture->project);

  return g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text) != NULL;
}

/* The sample's visits of 2023-24 are those of expected.md; the same file again changes nothing. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *visits = bl_test_shared_data ("newcastle/2008-onwards-monthly-visits.csv");
  g_autofree char *shares = bl_test_shared_data ("newcastle/2008-onwards-monthly-computer-use.csv");
  g_autoptr (CliRun) plain = NULL, said = NULL, two = NULL;

  put_file (fixture, "Library,Visits\nCity,1200\nFawdon,7\n");
  cli_run_badly (2, "2023-24", "import", fixture->project, "figures", fixture->file, NULL);
  plain = cli_run_well ("import", fixture->project, "figures", fixture->file, "--period", "2030-31", "--json", NULL);
  g_assert_cmpfloat (cli_number (plain, "added"), ==, 1);
  g_assert_cmpfloat (cli_number (plain, "skipped"), ==, 1);
  g_assert_cmpstr (cli_text (plain, "reasons.0.reason"), ==, "not a library of this project");
  g_assert_nonnull (strstr (cli_text (plain, "warnings.0.message"), "Fawdon Partnership Library"));
  g_assert_true (project_has (fixture, "kind=\"visits\" period=\"2030-31\" number=\"1200\""));
  said = cli_run_well ("import", fixture->project, "figures", fixture->file, "--period", "2030-31", "--library",
                       "Fawdon=Fawdon Partnership Library", "--source", "Returns", "--json", NULL);
  g_assert_cmpfloat (cli_number (said, "added"), ==, 1);
  g_assert_cmpfloat (cli_number (said, "unchanged"), ==, 1);
  cli_run_badly (2, "Nowhere", "import", fixture->project, "figures", fixture->file, "--period", "2030-31", "--library",
                 "Fawdon=Nowhere", NULL);
  cli_run_badly (2, "--kind", "import", fixture->project, "figures", fixture->file, "--kind", "count", NULL);
  cli_run_badly (2, "--period", "import", fixture->project, "values", fixture->file, "--period", "2030-31", NULL);
  cli_run_badly (2, "--library", "import", fixture->project, "libraries", fixture->file, "--library", "A=B", NULL);
  if (visits == NULL || shares == NULL)
    return;

  /* Of two files one cannot be had: neither comes in. */
  g_autoptr (GBytes) before = cli_bytes (fixture->project);
  cli_run_badly (1, "share", "import", fixture->project, "figures", visits, shares, NULL);
  g_autoptr (GBytes) after = cli_bytes (fixture->project);
  g_assert_true (g_bytes_equal (before, after));
  two = cli_run_well ("import", fixture->project, "figures", visits, fixture->file, "--period", "2031-32", "--json", NULL);
  g_assert_cmpfloat (cli_number (two, "read"), ==, 19 + 2);
}

/* Members with a store among the libraries, small counts and people from elsewhere. Worked by hand. */
static void
test_members (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = NULL, again = NULL;

  put_file (fixture, "registered_authority,registered_library,lsoa_code,users\n"
                     "Newcastle,City Library,E01008288,12\nNewcastle,City Library,E01008289,*\nNewcastle,Stores,E01008288,5\n"
                     "Newcastle,City Library,E01000001,8\nNewcastle,City Library,,3\nGateshead,Central,E01008288,99\n");
  run = cli_run_well ("import", fixture->project, "members", fixture->file, "--date", "May 2021", "--json", NULL);
  g_assert_cmpfloat (cli_number (run, "read"), ==, 6);
  g_assert_cmpfloat (cli_number (run, "added"), ==, 5);
  g_assert_cmpfloat (cli_number (run, "elsewhere"), ==, 1);
  g_assert_true (project_has (fixture, "date=\"May 2021\""));
  g_assert_true (project_has (fixture, "elsewhere=\"8\""));
  g_assert_true (project_has (fixture, "nowhere=\"3\""));
  g_assert_true (project_has (fixture, "name=\"Stores\""));
  again = cli_run_well ("import", fixture->project, "members", fixture->file, "--json", NULL);
  g_assert_cmpfloat (cli_number (again, "unchanged"), ==, 5);
  cli_run_badly (1, "code", "import", fixture->project, "members", fixture->file, "--code", "colour", NULL);
}

static void
test_stops (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = NULL, again = NULL;

  put_file (fixture, "organisation,mobile,route,stop,geox,geoy,day,arrival,departure,frequency,start\n"
                     "Newcastle,Van,A,Green,-1.62,54.98,Tuesday,10:05,10:20,FREQ=WEEKLY;INTERVAL=4,2019-11-13\n"
                     "Newcastle,Van,A,Pub,,,Tuesday,10:30,10:50,,\n");
  run = cli_run_well ("import", fixture->project, "stops", fixture->file, "--source", "Timetable", "--json", NULL);
  g_assert_cmpfloat (cli_number (run, "added"), ==, 2);
  g_assert_cmpuint (cli_length (run, "warnings"), ==, 3);
  g_assert_nonnull (strstr (cli_text (run, "warnings.0.message"), "is no Tuesday"));
  g_assert_true (project_has (fixture, "source=\"Timetable\""));
  again = cli_run_well ("import", fixture->project, "stops", fixture->file, "--source", "Timetable", "--json", NULL);
  g_assert_cmpfloat (cli_number (again, "unchanged"), ==, 2);
  put_file (fixture, "stop,arrival\nGreen,soon\n");
  cli_run_badly (1, "time of day", "import", fixture->project, "stops", fixture->file, NULL);
}

/* By area and library, in either form; the means and time of day are said. */
static void
test_travel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = NULL, again = NULL;

  put_file (fixture, "from_id,to_id,travel_time\nE01008288,City Library,600\nE01008288,Nowhere,60\nE01000001,City Library,5\n");
  cli_run_badly (2, "--by", "import", fixture->project, "travel", fixture->file, "--by", "broomstick", NULL);
  cli_run_badly (2, "--unit", "import", fixture->project, "travel", fixture->file, "--unit", "hours", NULL);
  run = cli_run_well ("import", fixture->project, "travel", fixture->file, "--unit", "seconds", "--by", "public", "--when",
                      "Tuesday 8:00", "--source", "Traveline", "--json", NULL);
  g_assert_cmpfloat (cli_number (run, "added"), ==, 1);
  g_assert_cmpfloat (cli_number (run, "skipped"), ==, 1);
  g_assert_cmpfloat (cli_number (run, "elsewhere"), ==, 1);
  g_assert_true (project_has (fixture, "name=\"public_tuesday_8_00\" by=\"public\" when=\"Tuesday 8:00\""));
  again = cli_run_well ("import", fixture->project, "travel", fixture->file, "--unit", "seconds", "--by", "public", "--when",
                        "Tuesday 8:00", "--json", NULL);
  g_assert_cmpfloat (cli_number (again, "unchanged"), ==, 1);
  cli_run_badly (2, "--by", "import", fixture->project, "values", fixture->file, "--by", "walk", NULL);
}

/* A library without a place is put where its postcode is, and it is said. */
static void
test_postcodes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) library = NULL, run = NULL, info = NULL;

  put_file (fixture, "Reporting service,Name,Type,Postcode,Operation in 2023\n"
                     "Newcastle City Council,Lantern Library,Static Library,NE1 1AA,LA\n");
  library = cli_run_well ("import", fixture->project, "libraries", fixture->file, "--json", NULL);
  info = cli_run_well ("info", fixture->project, "--json", NULL);
  g_assert_cmpfloat (cli_number (info, "without_grid_reference"), ==, 1);
  put_file (fixture, "pcds,doterm,oseast1m,osnrth1m\nNE1 1AA,,424800,564200\nNE1 1AB,200001,424800,564200\nTA1 1AA,,322267,125484\n");
  run = cli_run_well ("import", fixture->project, "postcodes", fixture->file, "--json", NULL);
  g_assert_cmpfloat (cli_number (run, "read"), ==, 3);
  g_assert_cmpfloat (cli_number (run, "added"), ==, 1);
  g_assert_cmpfloat (cli_number (run, "skipped"), ==, 1);
  g_assert_cmpfloat (cli_number (run, "elsewhere"), ==, 1);
  g_assert_nonnull (strstr (cli_text (run, "warnings.1.message"), "Lantern Library"));
  g_clear_pointer (&info, cli_run_free);
  info = cli_run_well ("info", fixture->project, "--json", NULL);
  g_assert_cmpfloat (cli_number (info, "without_grid_reference"), ==, 0);
  /* One that comes later is named by "check", and placed by the same file. */
  g_autofree char *list = cli_path ("later.csv");
  g_assert_true (g_file_set_contents (list, "Reporting service,Name,Type,Postcode,Operation in 2023\n"
                                            "Newcastle City Council,Later Library,Static Library,NE1 1AA,LA\n", -1, NULL));
  g_autoptr (CliRun) later = cli_run_well ("import", fixture->project, "libraries", list, "--json", NULL);
  g_autoptr (CliRun) check = cli_run ("check", fixture->project, NULL);
  g_assert_nonnull (strstr (check->out, "1 library without a grid reference can be placed by its postcode"));
  g_assert_nonnull (strstr (check->out, "licence is not known"));
  g_unlink (list);
  cli_run_badly (1, "hold the postcodes", "import", fixture->project, "postcodes", fixture->file, "--x", "oseast1m", "--y", "oseast1m", NULL);
}

/* All files of a service in one call: the share of expected.md, from access to a group. */
static void
test_isochrones (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = bl_test_shared_data ("newcastle/isochrones-foot-walking");
  g_autoptr (CliRun) answer = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  double people = 0;

  if (folder == NULL)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (CliRun) run = cli_run_well ("import", fixture->project, "isochrones", path, "--json", NULL);

      g_assert_cmpfloat (cli_number (run, "read"), ==, 6);
    }
  answer = cli_run_well ("access", fixture->project, "--group", "iso_walk_15>=1", "--json", NULL);
  people = cli_number (answer, "population");
  g_assert_cmpfloat_with_epsilon (100 * people / 302820, 61.888, 0.0006);
}

/* Any count is a group of people, under its name. */
static void
test_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = NULL, access = NULL;

  put_file (fixture, "LSOA11CD,no_car\nE01008288,300\nE01008289,200\n");
  run = cli_run_well ("import", fixture->project, "values", fixture->file, "--code", "LSOA11CD", "--value", "no_car=no_car",
                      "--json", NULL);
  g_assert_cmpfloat (cli_number (run, "added"), ==, 2);
  access = cli_run_well ("access", fixture->project, "--group", "no_car", "--json", NULL);
  g_assert_cmpfloat (cli_number (access, "population"), ==, 500);
}

/* Monthly visits as series; the same again changes nothing; what is not a measure is named with what is like it. */
static void
test_series (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) first = NULL, again = NULL;

  put_file (fixture, "Library,2023-4,2023-5,2023-6\nGosforth,10,,12\nMobile,1,0,2\n");
  first = cli_run_well ("import", fixture->project, "series", fixture->file, "--measure", "visits_shared", "--json", NULL);
  g_assert_cmpfloat (cli_number (first, "added"), ==, 2);
  g_assert_true (project_has (fixture, "visits_shared"));
  again = cli_run_well ("import", fixture->project, "series", fixture->file, "--measure", "visits_shared", "--json", NULL);
  g_assert_cmpfloat (cli_number (again, "unchanged"), ==, 2);
  cli_run_badly (2, "the nearest are visits_all", "import", fixture->project, "series", fixture->file, "--measure", "visits_al", NULL);
  cli_run_badly (2, "--measure means nothing", "import", fixture->project, "figures", fixture->file, "--measure", "visits_all",
                 NULL);
}

/* A table by standard input; what nobody says a source of is told by check, published files say their own. */
static void
test_input (Fixture *fixture, gconstpointer data)
{
  static const char table[] = "<table><tr><th>Library<th>Apr 2023<tr><td>Gosforth<td>1,200</table>";
  g_autofree char *visits = bl_test_shared_data ("newcastle/2008-onwards-monthly-visits.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, cli_program (), "import",
                          fixture->project, "series", "-", "--measure", "visits_shared", "--json", NULL);
  g_autofree char *out = NULL, *after = NULL;
  g_autoptr (CliRun) before = NULL, published = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (program, table, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (program), ==, 0);
  g_assert_nonnull (strstr (out, "\"added\" : 1"));
  before = cli_run ("check", fixture->project, NULL);
  g_assert_nonnull (strstr (before->out, "the source of 1 series of values over time is not known"));
  if (visits == NULL)
    return;
  published = cli_run_well ("import", fixture->project, "series", visits, "--json", NULL);
  g_assert_cmpfloat (cli_number (published, "added") + cli_number (published, "unchanged"), ==, 19);
  g_assert_true (g_file_get_contents (fixture->project, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, "source=\"Newcastle Libraries, open data\" date=\"to Aug 2024\" licence=\"Public domain (Unlicense)\""));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add ("/cli/import-kinds/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/cli/import-kinds/members", Fixture, NULL, set_up, test_members, tear_down);
  g_test_add ("/cli/import-kinds/stops", Fixture, NULL, set_up, test_stops, tear_down);
  g_test_add ("/cli/import-kinds/travel", Fixture, NULL, set_up, test_travel, tear_down);
  g_test_add ("/cli/import-kinds/postcodes", Fixture, NULL, set_up, test_postcodes, tear_down);
  g_test_add ("/cli/import-kinds/series", Fixture, NULL, set_up, test_series, tear_down);
  g_test_add ("/cli/import-kinds/input", Fixture, NULL, set_up, test_input, tear_down);
  g_test_add ("/cli/import-kinds/isochrones", Fixture, NULL, set_up, test_isochrones, tear_down);
  g_test_add ("/cli/import-kinds/group", Fixture, NULL, set_up, test_group, tear_down);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
