/* test-import-travel.c: ready-made travel times into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "travel-times.h"

#include <math.h>
#include <string.h>

static char *folder;

/* Areas E01000001 and E01000002; libraries "Harbour Library" and "Hill". */
static BlProject *
small_project (void)
{
  BlProject *project = fixture_project ("Atlantis Council", NULL, NULL);
  g_autofree char *places
      = fixture_file (folder, "points.csv", "code,x,y\nE01000001,400000,300000\nE01000002,400000,301000\n", -1);
  g_autofree char *list
      = fixture_file (folder, "libraries.csv",
                      "Name,Easting,Northing,UPRN\nHarbour Library,400000,300000,10000001\nHill,400100,300000,10000002\n", -1);
  BlImportOptions points = { .kind = BL_IMPORT_POINTS }, libraries = { .kind = BL_IMPORT_LIBRARIES };
  g_autoptr (BlImportReport) one = fixture_import (project, places, &points);
  g_autoptr (BlImportReport) two = fixture_import (project, list, &libraries);

  return project;
}

static BlImportReport *
import_text (BlProject *project, const char *text, const BlImportOptions *options)
{
  g_autofree char *path = fixture_file (folder, "times.csv", text, -1);

  return fixture_import (project, path, options);
}

/* Minutes from area @row to the library of that name; NaN for none. */
static double
get_minutes (BlProject *project, const char *table, const char *name, guint row)
{
  GListModel *list = bl_record_get_list (BL_RECORD (project), "travel");
  const char *library = bl_record_get_id (BL_RECORD (fixture_library (project, name)));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) travel = g_list_model_get_item (list, i);
      GListModel *columns = bl_record_get_list (travel, "columns");

      if (g_strcmp0 (bl_record_get_text (travel, "name"), table) != 0)
        continue;
      for (guint c = 0; c < g_list_model_get_n_items (columns); c++)
        {
          g_autoptr (BlRecord) column = g_list_model_get_item (columns, c);
          BlTable *minutes = bl_record_get_table (column, "minutes");

          if (g_strcmp0 (bl_record_get_text (column, "library"), library) == 0)
            return minutes != NULL ? bl_table_get_numbers (minutes)[row] : NAN;
        }
    }
  return NAN;
}

static gboolean
warns (const BlImportReport *report, const char *part)
{
  for (guint i = 0; i < report->warnings->len; i++)
    {
      const BlImportWarning *warning = g_ptr_array_index (report->warnings, i);
      if (strstr (warning->message, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_long (void)
{
  g_autoptr (BlProject) project = small_project ();
  BlImportOptions options = { .by = BL_TRAVEL_BY_PUBLIC, .when = "Tuesday 8:00" }, none = { 0 };
  g_autoptr (BlImportReport) report = import_text (
      project,
      "area code,library,minutes\nE01000001,Harbour,12.5\nE01000001,HILL LIBRARY,\nE01000002,10000002,20\nE01000002,Nowhere,3\n"
      "E01000009,Hill,4\n,Hill,4\nE01000002,Harbour Library,2147483647\n",
      &options);

  g_assert_cmpuint (report->added, ==, 2);
  g_assert_cmpuint (report->elsewhere, ==, 1);
  g_assert_cmpuint (fixture_reason (report, "not reached"), ==, 2);
  g_assert_cmpuint (fixture_reason (report, "not a library of this project"), ==, 1);
  g_assert_true (warns (report, "“Nowhere” (1 row) is no library of the project, left out"));
  g_assert_true (warns (report, "2 times are blank, or longer than a day"));
  g_assert_cmpfloat (get_minutes (project, "public_tuesday_8_00", "Harbour Library", 0), ==, 12.5);
  g_assert_true (isnan (get_minutes (project, "public_tuesday_8_00", "Harbour Library", 1)));
  g_assert_true (isnan (get_minutes (project, "public_tuesday_8_00", "Hill", 0)));
  g_assert_cmpfloat (get_minutes (project, "public_tuesday_8_00", "Hill", 1), ==, 20);
  g_autoptr (BlRecord) travel = g_list_model_get_item (bl_record_get_list (BL_RECORD (project), "travel"), 0);
  g_assert_cmpint (bl_record_get_enum (travel, "by"), ==, BL_TRAVEL_BY_PUBLIC);
  g_assert_cmpstr (bl_record_get_text (travel, "when"), ==, "Tuesday 8:00");

  /* Routing programs call the ends by what they are to them, and give seconds where they say so. */
  g_autoptr (BlImportReport) r5 = import_text (
      project, "from_id,to_id,travel_time_p50\nHarbour Library,E01000001,7\nHarbour Library,E01000002,9\n", &none);
  g_assert_cmpuint (r5->added, ==, 2);
  g_assert_true (warns (r5, "by which means of travel"));
  g_assert_cmpfloat (get_minutes (project, "travel", "Harbour Library", 1), ==, 9);
  g_autoptr (BlImportReport) seconds = import_text (
      project, "origin,destination,mode,duration seconds\nE01000001,Hill,WALK,600\nE01000002,Hill,WALK,90\n", &none);
  g_assert_cmpfloat (get_minutes (project, "walk", "Hill", 0), ==, 10);
  g_assert_cmpfloat (get_minutes (project, "walk", "Hill", 1), ==, 1.5);

  guint64 revision = bl_project_get_revision (project);
  g_autoptr (BlImportReport) again = import_text (
      project, "origin,destination,mode,duration seconds\nE01000001,Hill,WALK,600\nE01000002,Hill,WALK,90\n", &none);
  g_assert_cmpuint (again->unchanged, ==, 2);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
}

static void
test_wide (void)
{
  g_autoptr (BlProject) project = small_project ();
  BlImportOptions none = { 0 }, seconds = { .seconds = TRUE, .by = BL_TRAVEL_BY_DRIVE };
  g_autoptr (BlImportReport) report
      = import_text (project, "LSOA11CD,Harbour Library,Hill\nE01000001,1,2\nE01000002,3,\n", &none);

  g_assert_cmpuint (report->added, ==, 2);
  g_assert_cmpfloat (get_minutes (project, "travel", "Hill", 0), ==, 2);
  g_assert_true (isnan (get_minutes (project, "travel", "Hill", 1)));
  g_assert_cmpfloat (get_minutes (project, "travel", "Harbour Library", 1), ==, 3);
  g_autoptr (BlImportReport) drive
      = import_text (project, "LSOA11CD,Harbour Library,Hill\nE01000001,60,120\nE01000002,180,240\n", &seconds);
  g_assert_cmpfloat (get_minutes (project, "drive", "Hill", 1), ==, 4);
}

static void
test_means (void)
{
  g_autoptr (BlProject) project = small_project ();
  const char *text = "area,library,minutes,mode\nE01000001,Hill,5,bus\nE01000001,Hill,30,foot\nE01000002,Hill,6,bus\n";
  g_autofree char *path = fixture_file (folder, "both.csv", text, -1);
  BlImportOptions none = { .kind = BL_IMPORT_TRAVEL }, bus = { .kind = BL_IMPORT_TRAVEL, .by = BL_TRAVEL_BY_PUBLIC };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &none, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (bl_import_plan_preview (plan, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION);
  g_autoptr (BlImportReport) report = import_text (project, text, &bus);
  g_assert_cmpuint (report->added, ==, 2);
  g_assert_cmpuint (fixture_reason (report, "by another means of travel"), ==, 1);
  g_assert_cmpfloat (get_minutes (project, "public", "Hill", 0), ==, 5);
}

static void
check_refused (const char *text, int code, const char *part)
{
  g_autoptr (BlProject) project = small_project ();
  g_autofree char *path = fixture_file (folder, "times.csv", text, -1);
  g_autoptr (GError) error = NULL;
  BlImportOptions options = { .kind = BL_IMPORT_TRAVEL };
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &options, NULL, &error);
  guint64 revision = bl_project_get_revision (project);

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

  check_refused ("area,library,minutes\nE01000001,Hill,soon\n", content, "“soon” in “minutes” is not a time");
  check_refused ("area,library,minutes\nE01000001,Hill,5\nE01000001,Hill,6\n", content, "another time");
  check_refused ("area,library,minutes\nE01000001,Nowhere,5\n", content, "no time from an area");
  check_refused ("area,library,minutes\nE01000009,Hill,5\n", content, "no time from an area");
  check_refused ("area,library,minutes\nE01000001,Hill,1e300\n", content, "no time from an area");
  check_refused ("area,library,duration\nE01000001,Hill,5\n", BL_EXCHANGE_ERROR_OPTION, "minutes or seconds");
  check_refused ("area,colour\nE01000001,red\n", content, "holds the libraries");
  check_refused ("colour,library,minutes\nred,Hill,5\n", content, "the codes of the areas");
  check_refused ("area,library,minutes\n", content, "a header and no rows");
  check_refused ("area,library,minutes\nE01000001,Hill\n", content, "2 cells where the header has 3");
  check_refused ("area,library,minutes\nE01000001,\"Hill,5\n", BL_EXCHANGE_ERROR_READ, "times.csv:2");
  check_refused ("area,library,minutes\nE01000001,H\xefll,5\n", BL_EXCHANGE_ERROR_ENCODING, "UTF-8");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-travel-XXXXXX", NULL);
  g_test_add_func ("/exchange/import-travel/long", test_long);
  g_test_add_func ("/exchange/import-travel/wide", test_wide);
  g_test_add_func ("/exchange/import-travel/means", test_means);
  g_test_add_func ("/exchange/import-travel/bad", test_bad);
  status = g_test_run ();
  g_free (folder);
  return status;
}
