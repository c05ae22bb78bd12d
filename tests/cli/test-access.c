/* test-access.c: access by every means, seen whole, by the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "figures.h"
#include "shared-data.h"

#define SAMPLE "sample/newcastle.branchline"

static char *
sample (void)
{
  return g_build_filename (g_getenv ("BRANCHLINE_DATADIR"), SAMPLE, NULL);
}

static void
import (const char *project, const char *verb, const char *file, ...) G_GNUC_NULL_TERMINATED;

static void
import (const char *project, const char *verb, const char *file, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (CliRun) run = NULL;
  va_list more;

  g_ptr_array_add (words, (gpointer) "import");
  g_ptr_array_add (words, (gpointer) project);
  g_ptr_array_add (words, (gpointer) verb);
  g_ptr_array_add (words, (gpointer) file);
  va_start (more, file);
  for (const char *word = va_arg (more, const char *); word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (more);
  g_ptr_array_add (words, NULL);
  run = cli_run_words ((const char *const *) words->pdata);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->exit, ==, 0);
}

static char *
write_file (const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = cli_path (name);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* --- Along the roads ------------------------------------------------------- */

/* The three places of expected.md's "Road network", and one in the sea; a library at the first. */
static char *
make_newport (const char *network)
{
  char *project = cli_path ("newport.branchline");
  g_autofree char *libraries
      = write_file ("libraries.csv", "Reporting service,Name,Type,Operation in 2023,Statutory in 2023,Longitude,Latitude\n"
                                     "Newport,Central,Static Library,LA,Yes,-2.9946,51.5862\n");
  g_autofree char *points = write_file (
      "points.csv", "code,lon,lat\ncentre,-2.9946,51.5862\nA,-3.052,51.59\nB,-2.945,51.59\nsea,-2.95,51.50\n");
  g_autofree char *people = write_file ("people.csv", "code,people\ncentre,100\nA,200\nB,300\nsea,50\n");
  g_autoptr (CliRun) made = cli_run_well ("new", project, "--title", "Newport", "--service", "Newport", NULL);

  import (project, "libraries", libraries, NULL);
  import (project, "points", points, "--code", "code", "--x", "lon", "--y", "lat", NULL);
  import (project, "values", people, "--code", "code", "--value", "population=people", "--kind", "count", NULL);
  import (project, "network", network, NULL);
  return project;
}

static void
check_walk (const char *project)
{
  g_autoptr (CliRun) run = cli_run_well ("access", project, "--by", "walk", "--within", "4.6km", "--within", "58min",
                                         "--json", NULL);
  double metres;

  g_assert_cmpstr (cli_text (run, "by"), ==, "walk");
  g_assert_cmpfloat (cli_number (run, "population"), ==, 600);
  /* expected.md: B is 4,363.59 m from the centre and A 4,670.02 m, between nodes; to
   * the nearest point of a way instead, and with the walks at both ends, within 2.5 %. */
  metres = cli_number (run, "max_distance");
  g_assert_cmpfloat (fabs (metres - 4670.02), <, 0.025 * 4670.02);
  metres = cli_number (run, "median_distance");
  g_assert_cmpfloat (fabs (metres - 4363.59), <, 0.025 * 4363.59);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "max_minutes"), cli_number (run, "max_distance") / 80, 0.01);
  g_assert_cmpstr (cli_text (run, "within.0.measure"), ==, "distance");
  g_assert_cmpfloat (cli_number (run, "within.0.population"), ==, 400);
  g_assert_cmpstr (cli_text (run, "within.1.measure"), ==, "minutes");
  g_assert_cmpfloat (cli_number (run, "within.1.limit"), ==, 58);
  g_assert_cmpfloat (cli_number (run, "within.1.population"), ==, 400);
  g_assert_cmpuint (cli_length (run, "unreached"), ==, 1);
  g_assert_cmpstr (cli_text (run, "unreached.0.area"), ==, "sea");
  g_assert_cmpstr (cli_text (run, "unreached.0.reason"), ==, "no road of the network is near");
  g_assert_cmpfloat (cli_number (run, "snap.areas_max"), <, 72);
  g_assert_cmpuint (cli_length (run, "snap.libraries"), ==, 1);
}

static void
check_yardsticks (const char *project)
{
  g_autoptr (CliRun) run = cli_run_well ("access", project, "--yardsticks", "--by", "cycle", "--within", "20min",
                                         "--json", NULL);
  g_autoptr (CliRun) cycle = cli_run_well ("access", project, "--by", "cycle", "--within", "20min", "--json", NULL);
  g_autoptr (CliRun) drive = cli_run_well ("access", project, "--by", "drive", "--json", NULL);
  guint n = cli_length (run, "yardsticks"), found = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *at = g_strdup_printf ("yardsticks.%u", i);
      g_autofree char *name = g_strconcat (at, ".name", NULL);
      g_autofree char *percent = g_strconcat (at, ".own.percent", NULL);
      g_autofree char *lacks = g_strconcat (at, ".lacks", NULL);
      const char *which = cli_text (run, name);

      g_assert_true (cli_is_null (run, lacks));
      if (g_str_equal (which, "cycle-20min"))
        g_assert_cmpfloat (cli_number (run, percent), ==, cli_number (cycle, "within.0.percent"));
      else if (g_str_equal (which, "drive-10min"))
        g_assert_cmpfloat (cli_number (run, percent), ==, cli_number (drive, "within.0.percent"));
      else if (g_str_equal (which, "drive-20min"))
        g_assert_cmpfloat (cli_number (run, percent), ==, cli_number (drive, "within.1.percent"));
      else
        continue;
      found++;
    }
  g_assert_cmpuint (found, ==, 3);
}

static void
test_newport (void)
{
  g_autofree char *network = bl_test_shared_data ("road/newport-2023-06-13.osm.pbf");
  g_autofree char *project = NULL;

  if (network == NULL)
    return;
  project = make_newport (network);
  check_walk (project);
  check_yardsticks (project);
}

/* --- Output areas instead of LSOAs: expected.md, method G ------------------- */

static void
check_output_areas (const PublishedService *service, const char *folder, const char *const *districts,
                    const char *population, double people, double areas)
{
  g_autofree char *libraries = bl_test_shared_data ("national/basic-dataset-for-libraries-2023-enhanced.csv");
  g_autofree char *name = g_strdup_printf ("%s-oa.branchline", folder);
  g_autofree char *project = cli_path (name);
  g_autofree char *values = NULL, *lsoas = NULL;
  g_autoptr (CliRun) made = NULL, run = NULL, curve = NULL;

  if (libraries == NULL)
    return;
  made = cli_run_well ("new", project, "--title", "Plan", "--service", service->reporting, NULL);
  import (project, "libraries", libraries, NULL);
  /* A file a district; those of 2011 too that were merged by 2019. */
  for (guint i = 0; districts[i] != NULL; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/oa_centroids_lad11cd_%s.shp.csv", folder, districts[i]);
      g_autofree char *points = bl_test_shared_data (file);

      import (project, "points", points, "--code", "oa11cd", "--x", "X", "--y", "Y", NULL);
    }
  values = bl_test_shared_data (population);
  import (project, "values", values, "--code", "OA11CD", "--value", "population=All Ages", "--kind", "count", NULL);
  run = cli_run_well ("access", project, "--json", NULL);
  g_assert_cmpfloat (cli_number (run, "population"), ==, people);
  g_assert_cmpfloat (cli_number (run, "areas"), ==, areas);
  figures_check_method (run, service, "G planar");
  curve = cli_run_well ("access", project, "--curve", "--json", NULL);
  g_assert_cmpfloat (cli_number (curve, "curve.population"), ==, people);
  /* LSOAs are another geography and never come beside output areas. */
  lsoas = bl_test_shared_data ("national/lsoa11_pwc_england.csv");
  cli_run_badly (1, "No row", "import", project, "points", lsoas, "--code", "lsoa11cd", "--x", "easting", "--y",
                 "northing", NULL);
}

static void
test_output_areas_newcastle (void)
{
  check_output_areas (&published_newcastle, "newcastle", (const char *const[]){ "E08000021", NULL },
                      "newcastle/coa-population-mid2016-newcastle.csv", 296478, 910);
}

static void
test_output_areas_somerset (void)
{
  check_output_areas (
      &published_somerset, "somerset",
      (const char *const[]){ "E07000187", "E07000188", "E07000189", "E07000190", "E07000191", NULL },
      "somerset/coa-population-mid2016-somerset.csv", 549447, 1800);
}

/* --- Seen whole ------------------------------------------------------------ */

static void
test_whole (void)
{
  g_autofree char *project = sample ();
  g_autoptr (CliRun) run = cli_run_well ("access", project, "--yardsticks", "--curve", "--open-times", "--group",
                                         "aged_60_plus", "--group", "aged_0_15", "--json", NULL);
  g_autoptr (CliRun) plain = cli_run_well ("access", project, "--json", NULL);
  guint steps = cli_length (run, "curve.steps");
  g_autofree char *last = g_strdup_printf ("curve.steps.%u.at", steps - 1);
  double hours = 0;

  g_assert_cmpfloat (cli_number (run, "yardsticks.0.own.percent"), ==, cli_number (plain, "within.0.percent"));
  g_assert_cmpfloat (cli_number (run, "yardsticks.0.own.groups.aged_60_plus.percent"), ==,
                     cli_number (run, "groups.aged_60_plus.within.0.percent"));
  g_assert_cmpfloat (cli_number (run, last), ==, cli_number (plain, "max_distance"));
  g_assert_cmpfloat (cli_number (run, "open_times.always_percent"), ==, cli_number (plain, "within.0.percent"));
  g_assert_cmpuint (cli_length (run, "open_times.days"), ==, 7);
  g_assert_cmpuint (cli_length (run, "open_times.days.0.percent"), ==, 48);
  for (guint d = 0; d < 7; d++)
    for (guint p = 0; p < 3; p++)
      {
        const char *const parts[] = { "morning", "afternoon", "evening" };
        g_autofree char *at = g_strdup_printf ("open_times.days.%u.%s", d, parts[p]);

        hours += cli_number (run, at);
      }
  g_assert_cmpfloat_with_epsilon (hours, cli_number (run, "open_times.total_hours"), 1e-9);
}

/* What a slot says is what the question about its time answers. */
static void
test_at (void)
{
  g_autofree char *project = sample ();
  g_autoptr (CliRun) strip = cli_run_well ("access", project, "--open-times", "--json", NULL);
  const struct
  {
    const char *time, *slot;
  } times[] = { { "Sat 14:00", "open_times.days.5.percent.28" },
                { "monday 9.30", "open_times.days.0.percent.19" },
                { "Wed 6pm", "open_times.days.2.percent.36" },
                { "Sun 04:00", "open_times.days.6.percent.8" } };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (CliRun) run = cli_run_well ("access", project, "--at", times[i].time, "--json", NULL);

      g_assert_cmpfloat (cli_number (run, "within.0.percent"), ==, cli_number (strip, times[i].slot));
    }
}

/* expected.md: 140,601 people over 2 miles from an open library; 126 stops, 2,940 minutes in all rows, every
 * fourth week. The people near a stop are those of tests/analysis/test-stops-access.c. */
static void
test_stops (void)
{
  g_autofree char *file = bl_test_shared_data ("somerset/mobile/somerset.csv");
  g_autofree char *project = cli_path ("stops.branchline");
  g_autoptr (CliRun) made = NULL, run = NULL, mile = NULL;

  if (file == NULL)
    return;
  made = cli_run_well ("new", project, "--title", "Plan", "--service", "Somerset Council", "--from-reference", NULL);
  import (project, "stops", file, NULL);
  run = cli_run_well ("access", project, "--stops", "--json", NULL);
  g_assert_cmpfloat (cli_number (run, "stops.limit"), ==, 2 * 1609.344);
  g_assert_cmpfloat (cli_number (run, "stops.far"), ==, 140601);
  g_assert_cmpfloat (cli_number (run, "stops.near.0.population"), ==, 56459);
  g_assert_cmpfloat (cli_number (run, "stops.near.1.population"), ==, 70418);
  g_assert_cmpfloat (cli_number (run, "stops.stops"), ==, 126);
  g_assert_cmpfloat (cli_number (run, "stops.minutes_of_one_round"), ==, 2940);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "stops.visits_a_year"), 126 * 365.25 / 28, 1e-6);
  g_assert_cmpuint (cli_length (run, "stops.list"), ==, 126);
  mile = cli_run_well ("access", project, "--stops", "--within", "1mi", "--json", NULL);
  g_assert_cmpfloat (cli_number (mile, "stops.far"), ==,
                     cli_number (mile, "population") - cli_number (mile, "within.0.population"));
}

/* expected.md, "If Gosforth Library closes". */
static void
test_scenario (void)
{
  g_autofree char *from = sample (), *project = cli_path ("scenario.branchline");
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr (CliRun) added = NULL, closed = NULL, open = NULL, catchments = NULL;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (project, content, (gssize) length, NULL));
  added = cli_run_well ("scenario", project, "add", "--title", "Without Gosforth", "--close", "Gosforth Library", NULL);
  closed = cli_run_well ("access", project, "--scenario", "Without Gosforth", "--json", NULL);
  g_assert_cmpfloat_with_epsilon (cli_number (closed, "within.0.percent"), 90.628, 0.000501);
  g_assert_cmpfloat_with_epsilon (cli_number (closed, "mean_distance"), 863.551, 0.000501);
  g_assert_cmpfloat (cli_number (closed, "libraries"), ==, 19);
  g_assert_true (g_str_has_prefix (cli_text (closed, "scenario"), "scenario-"));
  open = cli_run_well ("access", project, "--json", NULL);
  g_assert_cmpfloat_with_epsilon (cli_number (open, "within.0.percent"), 93.648, 0.000501);
  catchments = cli_run_well ("catchments", project, "--scenario", "A", "--json", NULL);
  g_assert_cmpuint (cli_length (catchments, "catchments"), ==, 19);
  cli_run_badly (2, "no scenario", "access", project, "--scenario", "B", "--json", NULL);
}

static void
test_bad (void)
{
  g_autofree char *project = sample ();

  cli_run_badly (2, "straight, walk, cycle, drive", "access", project, "--by", "balloon", NULL);
  cli_run_badly (1, "no road network", "access", project, "--by", "walk", NULL);
  cli_run_badly (1, "no road network", "access", project, "--by", "drive", "--curve", "--json", NULL);
  cli_run_badly (2, "--at", "access", project, "--at", "teatime", NULL);
  cli_run_badly (2, "--within", "access", project, "--within", "15", NULL);
  cli_run_badly (2, "--within", "access", project, "--within", "-15min", "--json", NULL);
  cli_run_badly (1, "no stops", "access", project, "--stops", "--json", NULL);
  cli_run_badly (1, "no scenarios", "access", project, "--scenario", "A", NULL);
  cli_run_badly (2, "no group", "access", project, "--yardsticks", "--group", "martians", NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli/access/newport", test_newport);
  g_test_add_func ("/cli/access/output-areas-newcastle", test_output_areas_newcastle);
  g_test_add_func ("/cli/access/output-areas-somerset", test_output_areas_somerset);
  g_test_add_func ("/cli/access/whole", test_whole);
  g_test_add_func ("/cli/access/at", test_at);
  g_test_add_func ("/cli/access/stops", test_stops);
  g_test_add_func ("/cli/access/scenario", test_scenario);
  g_test_add_func ("/cli/access/bad", test_bad);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
