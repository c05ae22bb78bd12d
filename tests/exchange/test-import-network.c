/* test-import-network.c: roads and paths into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "import-fixture.h"
#include "projection.h"
#include "shared-data.h"

#define NEWPORT "road/newport-2023-06-13.osm.pbf"

/* Two streets about 7 km apart. */
static const char two_streets[]
    = "<?xml version='1.0'?>\n<osm version='0.6'>\n"
      "<node id='1' lat='51.58' lon='-3.00'/><node id='2' lat='51.58' lon='-2.99'/>\n"
      "<node id='3' lat='51.58' lon='-2.90'/><node id='4' lat='51.58' lon='-2.89'/>\n"
      "<way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='residential'/></way>\n"
      "<way id='2'><nd ref='3'/><nd ref='4'/><tag k='highway' v='residential'/></way>\n"
      "<way id='3'><nd ref='1'/><nd ref='3'/><tag k='highway' v='service'/><tag k='access' v='private'/></way>\n"
      "<way id='4'><nd ref='1'/><nd ref='4'/><tag k='highway' v='proposed'/></way>\n"
      "</osm>\n";

static void
add_library (BlProject *project, double longitude, double latitude)
{
  BlPoint place = bl_projection_from_lonlat (longitude, latitude);
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "library");
  g_autoptr (BlLibrary) library = bl_library_new (id);

  bl_record_set_text (BL_RECORD (library), "name", "Central");
  bl_record_set_real (BL_RECORD (library), "easting", place.x);
  bl_record_set_real (BL_RECORD (library), "northing", place.y);
  bl_project_begin (project, "Set up");
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
  bl_project_commit (project);
}

static const char *
get_text (BlProject *project, const char *field)
{
  return bl_record_get_text (BL_RECORD (bl_project_get_network (project)), field);
}

static gboolean
is_told (const BlImportReport *report, const char *words)
{
  for (guint i = 0; i < report->warnings->len; i++)
    {
      const BlImportWarning *warning = g_ptr_array_index (report->warnings, i);

      if (strstr (warning->message, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_newport (void)
{
  g_autofree char *path = bl_test_shared_data (NEWPORT);
  g_autoptr (BlProject) project = fixture_project ("Newport", NULL, NULL);
  BlImportOptions options = { 0 };
  g_autoptr (BlImportPlan) plan = NULL;
  g_autoptr (BlImportReport) report = NULL, again = NULL;
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  double margin;

  if (path == NULL)
    return;
  add_library (project, -2.9946622, 51.5862742);
  before = fixture_bytes (project);
  plan = bl_import_plan_new (project, path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bl_import_plan_get_kind (plan), ==, BL_IMPORT_NETWORK);
  g_assert_cmpstr (bl_import_plan_get_title (plan), ==, "roads and paths of OpenStreetMap");
  g_assert_cmpstr (bl_import_plan_get_summary (plan), ==, "newport-2023-06-13.osm.pbf: 8,531 roads and paths of 957 km");
  g_assert_nonnull (strstr (bl_import_plan_get_findings (plan)[0], "0.4 MB in the project"));
  /* Lengths on foot: data/expected.md, "Road network". */
  g_assert_nonnull (strstr (bl_import_plan_get_findings (plan)[1], "On foot: 925 km"));
  report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 8531);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Import road network from newport-2023-06-13.osm.pbf");
  g_assert_cmpstr (get_text (project, "source"), ==, "OpenStreetMap contributors");
  g_assert_cmpstr (get_text (project, "date"), ==, "2023-06-12"); /* of the newest way taken */
  g_assert_nonnull (strstr (get_text (project, "licence"), "ODbL"));
  g_assert_true (bl_record_get_real (BL_RECORD (bl_project_get_network (project)), "clipped-by", &margin));
  g_assert_cmpfloat (margin, ==, 10000);

  again = fixture_import (project, path, &options);
  g_assert_cmpuint (again->unchanged, ==, 8531);
  bl_project_undo (project);
  while (bl_project_get_network (project) != NULL)
    g_assert_true (bl_project_undo (project));
  after = fixture_bytes (project);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_made (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-network-XXXXXX", NULL);
  g_autofree char *path = fixture_file (folder, "made.osm", two_streets, -1);
  g_autoptr (BlProject) project = fixture_project ("Newport", NULL, NULL);
  BlImportOptions options = { .origin_as_said = TRUE, .source = "Us" }, near = { .margin = 2000, .kind = BL_IMPORT_NETWORK };
  g_autoptr (BlImportReport) whole = NULL, clipped = NULL;
  g_autoptr (BlRecord) network = NULL;
  double speed;

  whole = fixture_import (project, path, &options);
  g_assert_cmpuint (whole->read, ==, 4);
  g_assert_cmpuint (whole->added, ==, 2);
  g_assert_cmpuint (whole->skipped, ==, 2);
  g_assert_true (is_told (whole, "no areas and no libraries yet"));
  g_assert_true (is_told (whole, "closed to everybody"));
  g_assert_true (is_told (whole, "planned"));
  g_assert_cmpstr (get_text (project, "source"), ==, "Us");
  g_assert_null (get_text (project, "licence"));
  network = g_object_ref (BL_RECORD (bl_project_get_network (project)));
  g_assert_cmpuint (bl_table_get_roads (bl_record_get_table (network, "roads"))->n_nodes, ==, 4);

  /* Another takes its place within the same record, so that the speeds stay. */
  bl_project_begin (project, "Walk slower");
  bl_record_set_real (network, "walk-speed", 3.6);
  bl_project_commit (project);
  add_library (project, -3.0, 51.58);
  clipped = fixture_import (project, path, &near);
  g_assert_cmpuint (clipped->updated, ==, 1);
  g_assert_cmpuint (clipped->elsewhere, ==, 1);
  g_assert_true (is_told (clipped, "takes the place"));
  g_assert_true (network == BL_RECORD (bl_project_get_network (project)));
  g_assert_true (bl_record_get_real (network, "walk-speed", &speed));
  g_assert_cmpfloat (speed, ==, 3.6);
  g_assert_cmpuint (bl_table_get_roads (bl_record_get_table (network, "roads"))->n_nodes, ==, 2);
  g_assert_cmpstr (get_text (project, "extent"), ==, "within 2 km of the areas and libraries");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-network-XXXXXX", NULL);
  g_autofree char *roads = fixture_file (folder, "made.osm", two_streets, -1);
  g_autofree char *table = fixture_file (folder, "made.csv", "code,people\nE01000001,5\n", -1);
  g_autofree char *empty = fixture_file (folder, "empty.osm.pbf", "", 0);
  g_autofree char *cut = fixture_file (folder, "cut.osm", two_streets, sizeof two_streets / 2);
  g_autoptr (BlProject) project = fixture_project ("Newport", NULL, NULL);
  const struct
  {
    const char *path;
    BlImportKind kind;
    const char *words;
  } cases[] = {
    { roads, BL_IMPORT_AREAS, "is a road network, not outlines of areas" },
    { roads, BL_IMPORT_LIBRARIES, "is a road network, not a list of libraries" },
    { table, BL_IMPORT_NETWORK, "is not a road network" },
    { empty, BL_IMPORT_UNKNOWN, "empty" },
    { cut, BL_IMPORT_UNKNOWN, "damaged or cut short" },
  };
  g_autoptr (GBytes) before = fixture_bytes (project), after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlImportOptions options = { .kind = cases[i].kind };
      g_autoptr (GError) error = NULL;
      g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, cases[i].path, &options, NULL, &error);

      g_assert_null (plan);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_unlink (cases[i].path);
      if (i == 0)
        g_free (fixture_file (folder, "made.osm", two_streets, -1));
    }
  after = fixture_bytes (project);
  g_assert_true (g_bytes_equal (before, after));
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-network/newport", test_newport);
  g_test_add_func ("/import-network/made", test_made);
  g_test_add_func ("/import-network/refused", test_refused);
  return g_test_run ();
}
