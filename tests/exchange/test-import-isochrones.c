/* test-import-isochrones.c: published walking outlines into a project
 *
 * Truth: expected.md, "Isochrones" of Newcastle and Somerset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "shared-data.h"

#include <math.h>
#include <string.h>

static char *folder;

static double
share_inside (BlProject *project, const char *name)
{
  BlTable *inside = bl_record_get_table (BL_RECORD (bl_project_find_value (project, name)), "numbers");
  BlTable *people = bl_record_get_table (BL_RECORD (bl_project_find_value (project, "population")), "numbers");
  double all = 0, in = 0;

  for (guint i = 0; i < bl_table_get_n_rows (people); i++)
    {
      all += bl_table_get_numbers (people)[i];
      if (bl_table_get_numbers (inside)[i] == 1)
        in += bl_table_get_numbers (people)[i];
    }
  return 100 * in / all;
}

static void
check_service (const char *points, const char *outlines, guint n_files, double quarter, double half)
{
  g_autoptr (BlProject) project = fixture_project ("A council", NULL, NULL);
  g_autofree char *place = bl_test_shared_data (points), *files = bl_test_shared_data (outlines);
  g_autofree char *population = bl_test_shared_data ("national/2019_population.csv");
  BlImportOptions found = { 0 }, as_points = { .kind = BL_IMPORT_POINTS };
  g_autoptr (GError) error = NULL;
  const char *name;
  guint n = 0;

  if (place == NULL || files == NULL || population == NULL)
    return;
  g_autoptr (BlImportReport) areas = fixture_import (project, place, &as_points);
  g_autoptr (BlImportReport) people = fixture_import (project, population, &found);
  g_autoptr (GDir) dir = g_dir_open (files, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (files, name, NULL);
      g_autoptr (BlImportReport) report = fixture_import (project, path, &found);

      g_assert_cmpuint (report->read, ==, 6);
      g_assert_cmpuint (report->added, ==, n == 0 ? 6 : 0);
      n++;
    }
  g_assert_cmpuint (n, ==, n_files);
  g_test_message ("%.3f %.3f", share_inside (project, "iso_walk_15"), share_inside (project, "iso_walk_30"));
  g_assert_cmpfloat_with_epsilon (share_inside (project, "iso_walk_15"), quarter, 0.0006);
  g_assert_cmpfloat_with_epsilon (share_inside (project, "iso_walk_30"), half, 0.0006);
  BlRecord *value = BL_RECORD (bl_project_find_value (project, "iso_walk_15"));
  g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (value, "outlines")), ==, n_files);
  g_assert_cmpstr (bl_record_get_text (value, "title"), ==, "Within 15 minutes on foot (published)");
  g_assert_nonnull (strstr (bl_record_get_text (value, "source"), "openrouteservice"));
}

static void
test_newcastle (void)
{
  check_service ("newcastle/lsoa11_pwc_newcastle.csv", "newcastle/isochrones-foot-walking", 14, 61.888, 96.923);
}

static void
test_somerset (void)
{
  check_service ("somerset/lsoa11_pwc_somerset.csv", "somerset/isochrones-foot-walking", 32, 38.836, 62.601);
}

#define SQUARE(value, a, b)                                                                                            \
  "{\"type\":\"Feature\",\"properties\":{\"group_index\":0,\"value\":" value "},\"geometry\":{\"type\":\"Polygon\","      \
  "\"coordinates\":[[[" a ",52.5],[" a ",52.6],[" b ",52.6],[" b ",52.5],[" a ",52.5]]]}}"
#define FEATURES(what) "{\"type\":\"FeatureCollection\",\"features\":[" what "]}"

/* One area inside, one not; a second outline adds to the first; the same again changes nothing. */
static void
test_by_hand (void)
{
  g_autoptr (BlProject) project = fixture_project ("A council", NULL, NULL);
  g_autofree char *place
      = fixture_file (folder, "points.csv", "code,x,y\nE01000001,-1.85,52.55\nE01000002,-1.65,52.55\nE01000003,-1.45,52.55\n", -1);
  g_autofree char *first = fixture_file (folder, "driving-car.geojson", FEATURES (SQUARE ("600", "-1.9", "-1.8")), -1);
  g_autofree char *second = fixture_file (folder, "driving-car-2.geojson", FEATURES (SQUARE ("600", "-1.7", "-1.6")), -1);
  BlImportOptions points = { .kind = BL_IMPORT_POINTS }, none = { 0 }, minutes = { .kind = BL_IMPORT_ISOCHRONES, .minutes = TRUE };
  g_autoptr (BlImportReport) areas = fixture_import (project, place, &points);
  g_autoptr (BlImportReport) one = fixture_import (project, first, &none);
  BlRecord *value = BL_RECORD (bl_project_find_value (project, "iso_drive_10"));
  const double *numbers;

  g_assert_nonnull (value);
  g_autoptr (BlImportReport) two = fixture_import (project, second, &none);
  g_assert_cmpuint (two->updated, ==, 1);
  numbers = bl_table_get_numbers (bl_record_get_table (value, "numbers"));
  g_assert_cmpfloat (numbers[0], ==, 1);
  g_assert_cmpfloat (numbers[1], ==, 1);
  g_assert_cmpfloat (numbers[2], ==, 0);
  g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (value, "outlines")), ==, 2);
  guint64 revision = bl_project_get_revision (project);
  g_autoptr (BlImportReport) again = fixture_import (project, first, &none);
  g_assert_cmpuint (again->unchanged, ==, 1);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);

  g_autofree char *other = fixture_file (folder, "walk.geojson", FEATURES (SQUARE ("15", "-1.5", "-1.4")), -1);
  g_autoptr (BlImportReport) said = fixture_import (project, other, &minutes);
  g_assert_nonnull (bl_project_find_value (project, "iso_walk_15"));
  g_assert_true (bl_project_undo (project));
  g_assert_null (bl_project_find_value (project, "iso_walk_15"));
}

static void
check_refused (gboolean with_areas, const char *text, int code, const char *part)
{
  g_autoptr (BlProject) project = fixture_project ("A council", NULL, NULL);
  g_autofree char *place = fixture_file (folder, "points.csv", "code,x,y\nE01000001,-1.85,52.55\n", -1);
  g_autofree char *path = fixture_file (folder, "iso.geojson", text, -1);
  BlImportOptions points = { .kind = BL_IMPORT_POINTS }, options = { .kind = BL_IMPORT_ISOCHRONES };
  g_autoptr (BlImportReport) areas = with_areas ? fixture_import (project, place, &points) : NULL;
  guint64 revision = bl_project_get_revision (project);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &options, NULL, &error);

  if (plan != NULL)
    g_assert_null (bl_import_plan_apply (plan, project, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
}

static void
test_bad (void)
{
  const int content = BL_EXCHANGE_ERROR_CONTENT;

  check_refused (TRUE, FEATURES (SQUARE ("\"soon\"", "-1.9", "-1.8")), content, "no outline with a time");
  check_refused (TRUE, FEATURES (SQUARE ("-600", "-1.9", "-1.8")), content, "no outline with a time");
  check_refused (TRUE, FEATURES (SQUARE ("1e99", "-1.9", "-1.8")), content, "no outline with a time");
  check_refused (FALSE, FEATURES (SQUARE ("600", "-1.9", "-1.8")), content, "add areas first");
  check_refused (TRUE, "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea", BL_EXCHANGE_ERROR_READ, "iso.geojson");
  check_refused (TRUE, "colour,size\nred,1\n", BL_EXCHANGE_ERROR_READ, "not a GeoJSON");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-isochrones-XXXXXX", NULL);
  g_test_add_func ("/exchange/import-isochrones/newcastle", test_newcastle);
  g_test_add_func ("/exchange/import-isochrones/somerset", test_somerset);
  g_test_add_func ("/exchange/import-isochrones/by-hand", test_by_hand);
  g_test_add_func ("/exchange/import-isochrones/bad", test_bad);
  status = g_test_run ();
  g_free (folder);
  return status;
}
