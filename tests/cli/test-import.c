/* test-import.c: import as a contract: its answers, its refusals, and the project left alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"
#include "shared-data.h"

/* A service of two libraries; one other within 40 km, one beyond. Worked by hand. */
#define LIBRARIES_HEAD "Reporting service,Reporting service code,Name,Type,Easting,Northing,Statutory in 2023,Operation in 2023\n"
#define LIBRARIES LIBRARIES_HEAD \
  "Atlantis Council,E99999999,Harbour Library,Static Library,400000,300000,Yes,LA\n" \
  "Atlantis Council,E99999999,Hill Library,Static Library,,,No,CR\n" \
  "Lyonesse Council,E99999998,Near Library,Static Library,430000,300000,Yes,LA\n" \
  "Lyonesse Council,E99999998,Far Library,Static Library,441000,300000,Yes,LA\n"
#define POINTS "code,name,x,y\nA1,One,400000,301000\nA2,Two,400000,302000\nA3,Three,403000,304000\n"
#define VALUES "code,people,old,decile\nA1,\"1,000\",100,1\nA2,500,,10\nA9,7,7,7\n"

typedef struct
{
  char *project, *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = NULL;

  fixture->project = cli_path ("import.branchline");
  fixture->file = cli_path ("file.csv");
  run = cli_run_well ("new", fixture->project, "--title", "Plan", "--service", "Atlantis Council", NULL);
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

static void
assert_counts (CliRun *run, double read, double added, double updated, double unchanged, double skipped,
               double elsewhere)
{
  g_assert_cmpfloat (cli_number (run, "read"), ==, read);
  g_assert_cmpfloat (cli_number (run, "added"), ==, added);
  g_assert_cmpfloat (cli_number (run, "updated"), ==, updated);
  g_assert_cmpfloat (cli_number (run, "unchanged"), ==, unchanged);
  g_assert_cmpfloat (cli_number (run, "skipped"), ==, skipped);
  g_assert_cmpfloat (cli_number (run, "elsewhere"), ==, elsewhere);
}

/* The whole way, and every figure worked by hand: Harbour Library alone is on
 * the map, 1,000 m from A1, 2,000 m from A2; A3, 5,000 m away, has no figure. */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) libraries = NULL, again = NULL, points = NULL, values = NULL, deciles = NULL, info = NULL,
                     access = NULL, wide = NULL, old = NULL, catchments = NULL, groups = NULL;
  g_autoptr (GBytes) before = NULL, after = NULL;

  put_file (fixture, LIBRARIES);
  libraries = cli_run_well ("import", fixture->project, "libraries", fixture->file, "--year", "2023", "--json", NULL);
  assert_counts (libraries, 4, 2, 0, 0, 0, 2);
  g_assert_cmpfloat (cli_number (libraries, "nearby"), ==, 1);
  g_assert_cmpuint (cli_length (libraries, "reasons"), ==, 1);
  g_assert_cmpfloat (cli_number (libraries, "reasons.0.rows"), ==, 2);
  g_assert_cmpfloat (cli_number (libraries, "reasons.0.first_row"), ==, 4);
  g_assert_cmpuint (cli_length (libraries, "warnings"), ==, 1);
  g_assert_cmpfloat (cli_number (libraries, "warnings.0.row"), ==, 3);
  g_assert_nonnull (strstr (cli_text (libraries, "warnings.0.message"), "Hill Library"));

  /* The same file again changes nothing, the file of the project neither. */
  before = cli_bytes (fixture->project);
  again = cli_run_well ("import", fixture->project, "libraries", fixture->file, "--year", "2023", "--json", NULL);
  assert_counts (again, 4, 0, 0, 2, 0, 2);
  after = cli_bytes (fixture->project);
  g_assert_true (g_bytes_equal (before, after));

  put_file (fixture, POINTS);
  points = cli_run_well ("import", fixture->project, "points", fixture->file, "--code", "code", "--name", "name", "--x",
                         "x", "--y", "y", "--crs", "EPSG:27700", "--json", NULL);
  assert_counts (points, 3, 3, 0, 0, 0, 0);
  put_file (fixture, VALUES);
  values = cli_run_well ("import", fixture->project, "values", fixture->file, "--code", "code", "--value",
                         "population=people", "--value", "old=old", "--kind", "count", "--source", "By hand", "--date",
                         "2026", "--json", NULL);
  g_assert_cmpfloat (cli_number (values, "elsewhere"), ==, 1);
  deciles = cli_run_well ("import", fixture->project, "values", fixture->file, "--code", "code", "--value",
                          "decile=decile", "--kind", "decile", "--json", NULL);

  info = cli_run_well ("info", fixture->project, "--json", NULL);
  g_assert_cmpfloat (cli_number (info, "libraries"), ==, 2);
  g_assert_cmpfloat (cli_number (info, "open"), ==, 2);
  g_assert_cmpfloat (cli_number (info, "statutory"), ==, 1);
  g_assert_cmpfloat (cli_number (info, "without_grid_reference"), ==, 1);
  g_assert_cmpfloat (cli_number (info, "year"), ==, 2023);
  g_assert_cmpfloat (cli_number (info, "population"), ==, 1500);
  g_assert_cmpuint (cli_length (info, "values"), ==, 3);
  g_assert_cmpstr (cli_text (info, "values.0.name"), ==, "population");
  g_assert_cmpstr (cli_text (info, "values.0.kind"), ==, "count");
  g_assert_cmpfloat (cli_number (info, "values.0.total"), ==, 1500);
  g_assert_cmpfloat (cli_number (info, "values.0.unknown"), ==, 1);
  g_assert_cmpstr (cli_text (info, "values.0.source"), ==, "By hand");
  g_assert_true (cli_is_null (info, "values.0.licence"));
  g_assert_cmpfloat (cli_number (info, "values.1.unknown"), ==, 2);
  g_assert_true (cli_is_null (info, "values.2.total"));

  access = cli_run_well ("access", fixture->project, "--within", "1km", "--within", "1mi", "--within", "2000m", "--json",
                         NULL);
  g_assert_cmpfloat (cli_number (access, "population"), ==, 1500);
  g_assert_cmpfloat (cli_number (access, "areas"), ==, 3);
  g_assert_cmpfloat (cli_number (access, "libraries"), ==, 1);
  g_assert_cmpfloat_with_epsilon (cli_number (access, "mean_distance"), (1000.0 * 1000 + 500 * 2000) / 1500, 1e-9);
  g_assert_cmpfloat (cli_number (access, "median_distance"), ==, 1000);
  g_assert_cmpfloat (cli_number (access, "unknown"), ==, 1);
  /* Inclusive. */
  g_assert_cmpfloat (cli_number (access, "within.0.population"), ==, 1000);
  g_assert_cmpfloat (cli_number (access, "within.1.population"), ==, 1000);
  g_assert_cmpfloat (cli_number (access, "within.2.percent"), ==, 100);
  g_assert_cmpstr (cli_text (access, "left_out.0"), ==, "Hill Library");

  old = cli_run_well ("access", fixture->project, "--group", "old", "--json", NULL);
  g_assert_cmpfloat (cli_number (old, "population"), ==, 100);
  g_assert_cmpfloat (cli_number (old, "unknown"), ==, 2);
  g_assert_cmpstr (cli_text (old, "group"), ==, "old");
  groups = cli_run_well ("access", fixture->project, "--group", "old", "--group", "decile>=9", "--json", NULL);
  g_assert_cmpfloat (cli_number (groups, "population"), ==, 1500);
  g_assert_cmpfloat (cli_number (groups, "groups.decile>=9.population"), ==, 500);
  g_assert_cmpfloat (cli_number (groups, "groups.decile>=9.mean_distance"), ==, 2000);
  g_assert_cmpfloat (cli_number (groups, "groups.decile>=9.unknown"), ==, 1);
  wide = cli_run_well ("access", fixture->project, "--cross-boundary", "--json", NULL);
  g_assert_cmpfloat (cli_number (wide, "libraries"), ==, 2);

  catchments = cli_run_well ("catchments", fixture->project, "--group", "decile=1..1", "--json", NULL);
  g_assert_cmpuint (cli_length (catchments, "catchments"), ==, 1);
  g_assert_cmpstr (cli_text (catchments, "catchments.0.library"), ==, "Harbour Library");
  g_assert_cmpfloat (cli_number (catchments, "catchments.0.population"), ==, 1500);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (cli_at (catchments, "catchments.0.groups")),
                                               "decile=1..1"),
                   ==, 1000);

  cli_run_badly (2, "elves", "access", fixture->project, "--group", "elves", "--json", NULL);
  cli_run_badly (2, "elves", "map", fixture->project, "--value", "elves", "--out", "m.png", NULL);
}

typedef struct
{
  const char *verb, *content;
  const char *option, *value;
  const char *words; /* that the message must hold */
} Bad;

static const Bad bad[] = {
  { "libraries", LIBRARIES_HEAD "Lyonesse Council,E99999998,Near Library,Static Library,1,2,Yes,LA\n", NULL, NULL,
    "Lyonesse Council" },
  { "libraries", LIBRARIES_HEAD "\"Atlantis Council,E99999999,Open quote\n", NULL, NULL,
    "file.csv:2: a quotation mark" },
  { "libraries", "", NULL, NULL, "empty" },
  { "libraries", LIBRARIES_HEAD "Atlantis Council,E99999999,Caf\xe9,Static Library,1,2,Yes,LA\n", NULL, NULL,
    "windows-1252" },
  { "libraries", LIBRARIES_HEAD "Atlantis Council,E99999999,Sea Library,Static Library,9000000,300000,Yes,LA\n", NULL,
    NULL, "outside Great Britain" },
  { "libraries", LIBRARIES, "--year", "1999", "1999" },
  { "points", POINTS, "--x", "east", "east" },
  { "points", "code,x,y\nA1,400000,300000\nA1,410000,310000\n", "--x", "x", "A1" },
  { "values", VALUES, "--value", "population=men", "men" },
  { "values", VALUES, "--value", "population=people", "no areas yet" },
  { "areas", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"/></OGRVRTDataSource>", NULL, NULL, "" },
  { "areas", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":", NULL,
    NULL, "" },
};

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  const Bad *one = data;
  const char *words[12] = { "import", fixture->project, one->verb, fixture->file, "--json" };
  g_autoptr (GBytes) before = cli_bytes (fixture->project);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (CliRun) run = NULL;
  guint n = 5;

  put_file (fixture, one->content);
  if (g_str_equal (one->verb, "points") || g_str_equal (one->verb, "values"))
    {
      words[n++] = "--code";
      words[n++] = "code";
    }
  if (one->option != NULL)
    {
      words[n++] = one->option;
      words[n++] = one->value;
    }
  run = cli_run_words (words);
  g_test_message ("%d: %s", run->exit, run->err);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpint (run->exit, >=, 1);
  g_assert_cmpint (run->exit, <=, 3);
  g_assert_true (g_str_has_prefix (run->err, "branchline-cli: "));
  g_assert_nonnull (strstr (run->err, "file.csv"));
  g_assert_nonnull (strstr (run->err, one->words));
  g_assert_true (strchr (run->err, '\n') == run->err + strlen (run->err) - 1);
  after = cli_bytes (fixture->project);
  g_assert_true (g_bytes_equal (before, after));
}

/* Bytes that are not UTF-8 come in once their encoding is said. */
static void
test_encoding (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = NULL, access = NULL;

  put_file (fixture, LIBRARIES_HEAD "Atlantis Council,E99999999,Caf\xe9 Library,Static Library,400000,300000,Yes,LA\n");
  run = cli_run_well ("import", fixture->project, "libraries", fixture->file, "--encoding", "windows-1252", "--json",
                      NULL);
  put_file (fixture, POINTS);
  cli_run_free (cli_run_well ("import", fixture->project, "points", fixture->file, "--code", "code", "--x", "x", "--y",
                              "y", NULL));
  put_file (fixture, VALUES);
  cli_run_free (cli_run_well ("import", fixture->project, "values", fixture->file, "--code", "code", "--value",
                              "population=people", NULL));
  access = cli_run_well ("catchments", fixture->project, "--json", NULL);
  g_assert_cmpstr (cli_text (access, "catchments.0.library"), ==, "Café Library");
}

/* Outlines of every form give the same areas; thinned ones keep figures and weigh less. */
static void
test_outlines (Fixture *fixture, gconstpointer data)
{
  static const char *const forms[] = { "newcastle/lsoa/E08000021.json", "newcastle/lsoa/topo_E08000021.json",
                                       "newcastle/lsoa_bng_shapefile/newcastle_lsoa11.shp" };
  g_autofree char *people = bl_test_shared_data ("national/2019_population.csv");
  g_autofree char *libraries = bl_test_shared_data ("national/basic-dataset-for-libraries-2023-enhanced.csv");
  double bytes = 0;

  if (people == NULL || libraries == NULL)
    return;
  for (guint i = 0; i <= G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *outlines = bl_test_shared_data (forms[i % G_N_ELEMENTS (forms)]);
      gboolean thinned = i == G_N_ELEMENTS (forms);
      g_autoptr (CliRun) areas = NULL, access = NULL, info = NULL;

      g_unlink (fixture->project);
      cli_run_free (cli_run_well ("new", fixture->project, "-t", "Plan", "-s", "E08000021", NULL));
      cli_run_free (cli_run_well ("import", fixture->project, "libraries", libraries, NULL));
      areas = thinned ? cli_run_well ("import", fixture->project, "areas", outlines, "--thin", "20", "--json", NULL)
                      : cli_run_well ("import", fixture->project, "areas", outlines, "--json", NULL);
      g_assert_cmpfloat (cli_number (areas, "added"), ==, 175);
      cli_run_free (cli_run_well ("import", fixture->project, "values", people, "--code", "lsoa", "--value",
                                  "population=pop", NULL));
      access = cli_run_well ("access", fixture->project, "--json", NULL);
      /* expected.md, Newcastle, method D; TopoJSON is rounded otherwise and Newcastle's outlines 20 m loose. */
      g_assert_cmpfloat_with_epsilon (cli_number (access, "within.0.percent"), 92.637, i == 1 ? 1 : 0.00051);
      g_assert_cmpfloat_with_epsilon (cli_number (access, "mean_distance"), 856.3, i == 1 ? 5 : 0.16);
      info = cli_run_well ("info", fixture->project, "--json", NULL);
      if (i == 0)
        bytes = cli_number (info, "bytes");
      if (thinned)
        g_assert_cmpfloat (cli_number (info, "bytes"), <, bytes);
    }
}

/* The examples, with the encodings and line ends of the older editions. */
static void
test_editions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *newest = bl_test_shared_data ("national/basic-dataset-for-libraries-2023-enhanced.csv");
  g_autofree char *older = bl_test_shared_data ("national/libraries_england_2021.csv");
  g_autofree char *oldest = bl_test_shared_data ("national/taskforce.csv");
  g_autofree char *schema = bl_test_shared_data ("somerset/somerset_council.csv");
  g_autoptr (CliRun) first = NULL, second = NULL, third = NULL, fourth = NULL, info = NULL;

  if (newest == NULL || older == NULL || oldest == NULL || schema == NULL)
    return;
  g_unlink (fixture->project);
  cli_run_free (cli_run_well ("new", fixture->project, "-t", "Plan", "-s", "Somerset Council", NULL));
  first = cli_run_well ("import", fixture->project, "libraries", newest, "--year", "2023", "--json", NULL);
  assert_counts (first, 3539, 35, 0, 0, 0, 3539 - 35);
  cli_run_badly (3, "windows-1252", "import", fixture->project, "libraries", older, "--json", NULL);
  second = cli_run_well ("import", fixture->project, "libraries", older, "--encoding", "windows-1252", "--json", NULL);
  g_assert_cmpfloat (cli_number (second, "read"), ==, 2548);
  third = cli_run_well ("import", fixture->project, "libraries", oldest, "--json", NULL);
  g_assert_cmpfloat (cli_number (third, "read"), ==, 3034);
  fourth = cli_run_well ("import", fixture->project, "libraries", schema, "--json", NULL);
  g_assert_cmpfloat (cli_number (fourth, "read"), ==, 35);
  info = cli_run_well ("info", fixture->project, "--json", NULL);
  /* What an older edition says does not change who is open now. */
  g_assert_cmpfloat (cli_number (info, "open"), ==, 32);
  g_assert_cmpfloat (cli_number (info, "year"), ==, 2023);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add ("/cli/import/by-hand", Fixture, NULL, set_up, test_by_hand, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/import/bad/%u", i);

      g_test_add (path, Fixture, &bad[i], set_up, test_bad, tear_down);
    }
  g_test_add ("/cli/import/encoding", Fixture, NULL, set_up, test_encoding, tear_down);
  g_test_add ("/cli/import/outlines", Fixture, NULL, set_up, test_outlines, tear_down);
  g_test_add ("/cli/import/editions", Fixture, NULL, set_up, test_editions, tear_down);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
