/* test-import-postcodes.c: directories of postcodes into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "postcode-file.h"
#include "postcodes.h"
#include "shared-data.h"

#include <math.h>
#include <string.h>

#define NEWCASTLE "newcastle/codepoint-open-2014-08_ne_newcastle.csv"
#define TAUNTON "somerset/codepoint-open-2014-08_ta.csv"

static char *folder;

static BlPostcodes *
get_postcodes (BlProject *project)
{
  return BL_POSTCODES (bl_record_get_child (BL_RECORD (project), "postcodes"));
}

static guint
count (BlProject *project)
{
  BlTable *codes = bl_record_get_table (BL_RECORD (get_postcodes (project)), "codes");

  return bl_table_get_n_rows (codes);
}

/* One area at 400000, 300000 and a library without a place at NE1 1AA. */
static BlProject *
small_project (void)
{
  BlProject *project = fixture_project ("Atlantis Council", NULL, NULL);
  g_autofree char *places = fixture_file (folder, "points.csv", "code,x,y\nE01000001,400000,300000\n", -1);
  g_autofree char *list = fixture_file (
      folder, "libraries.csv", "Name,Postcode,Easting,Northing\nHarbour Library,NE1 1AA,,\nHill,NE1 1AB,400100,300000\n", -1);
  BlImportOptions points = { .kind = BL_IMPORT_POINTS }, libraries = { .kind = BL_IMPORT_LIBRARIES };
  g_autoptr (BlImportReport) one = fixture_import (project, places, &points);
  g_autoptr (BlImportReport) two = fixture_import (project, list, &libraries);

  return project;
}

static BlImportReport *
import_text (BlProject *project, const char *text)
{
  g_autofree char *path = fixture_file (folder, "codes.csv", text, -1);
  BlImportOptions none = { 0 };

  return fixture_import (project, path, &none);
}

/* The published file, each of its postcodes found where it says; a second file adds to it. */
static void
test_code_point (void)
{
  g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", NULL, NULL);
  g_autofree char *path = bl_test_shared_data (NEWCASTLE), *other = bl_test_shared_data (TAUNTON);
  g_autofree char *points = bl_test_shared_data ("newcastle/lsoa11_pwc_newcastle.csv");
  g_autofree char *text = NULL;
  BlImportOptions none = { 0 }, as_points = { .kind = BL_IMPORT_POINTS };
  g_autoptr (GError) error = NULL;

  if (path == NULL || other == NULL || points == NULL)
    return;
  g_autoptr (BlImportReport) areas = fixture_import (project, points, &as_points);
  g_autoptr (BlImportReport) report = fixture_import (project, path, &none);
  g_assert_cmpuint (report->read, ==, 6559);
  g_assert_cmpuint (report->added + report->skipped + report->elsewhere, ==, 6559);
  g_assert_cmpuint (count (project), ==, report->added);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint found = 0;
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 5);
      g_autofree char *code = g_strndup (cells[0] + 1, strlen (cells[0]) - 2);
      BlPoint point;

      if (!bl_postcodes_find (get_postcodes (project), code, &point))
        continue;
      found++;
      g_assert_cmpfloat (point.x, ==, g_ascii_strtod (cells[2], NULL));
      g_assert_cmpfloat (point.y, ==, g_ascii_strtod (cells[3], NULL));
    }
  g_assert_cmpuint (found, ==, report->added);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (get_postcodes (project)), "source"), ==, "Ordnance Survey, Code-Point Open");

  /* The same again changes nothing; nothing of Taunton is near. */
  guint64 revision = bl_project_get_revision (project);
  g_autoptr (BlImportReport) again = fixture_import (project, path, &none);
  g_assert_cmpuint (again->unchanged, ==, report->added);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
  g_autoptr (BlImportPlan) far = bl_import_plan_new (project, other, &none, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bl_import_plan_get_kind (far), ==, BL_IMPORT_POSTCODES);
  g_assert_null (bl_import_plan_preview (far, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT);

  /* As people type them, and by how they begin. */
  g_assert_true (bl_postcodes_find (get_postcodes (project), "ne33hd", NULL));
  g_autoptr (GArray) some = bl_postcodes_search (get_postcodes (project), "ne3 3h", 5);
  g_assert_cmpuint (some->len, >, 0);
  g_assert_cmpuint (some->len, <=, 5);
  for (guint i = 0; i < some->len; i++)
    g_assert_true (g_str_has_prefix (g_array_index (some, BlPostcodeFound, i).code, "NE3 3H"));
  g_autoptr (GArray) many = bl_postcodes_search (get_postcodes (project), "NE3", 10000);
  g_assert_cmpuint (many->len, >, 100);
  g_assert_null (bl_postcodes_search (get_postcodes (project), "3NE", 5));
  g_assert_null (bl_postcodes_search (get_postcodes (project), "", 5));
  g_assert_null (bl_postcodes_search (get_postcodes (project), "NE3,", 5));
  g_autoptr (GArray) nothing = bl_postcodes_search (get_postcodes (project), "ZZ9", 5);
  g_assert_cmpuint (nothing->len, ==, 0);
}

/* ONSPD: what went out of use, what has no place, and libraries that are put on the map. */
static void
test_directory (void)
{
  g_autoptr (BlProject) project = small_project ();
  g_autofree char *path = fixture_file (
      folder, "ONSPD.csv",
      "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind\r\n"
      "\"NE1 1AA\",\"NE1  1AA\",\"NE1 1AA\",\"198001\",\"\",\"E9\",\"E9\",\"E0\",\"E0\",\"E0\",\"0\",\"0400200\",\"0300300\",\"1\"\r\n"
      "\"NE1 1AC\",\"NE1  1AC\",\"NE1 1AC\",\"198001\",\"199606\",\"E9\",\"E9\",\"E0\",\"E0\",\"E0\",\"0\",\"0400200\",\"0300300\",\"1\"\r\n"
      "\"NE1 1AD\",\"NE1  1AD\",\"NE1 1AD\",\"198001\",\"\",\"E9\",\"E9\",\"E0\",\"E0\",\"E0\",\"0\",\"\",\"\",\"9\"\r\n"
      "\"NE9 9ZZ\",\"NE9  9ZZ\",\"NE9 9ZZ\",\"198001\",\"\",\"E9\",\"E9\",\"E0\",\"E0\",\"E0\",\"0\",\"0500000\",\"0500000\",\"1\"\r\n"
      "nonsense,,nonsense,,,,,,,,,400200,300300,1\r\n",
      -1);
  BlImportOptions none = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &none, NULL, &error);
  double easting = 0;

  g_assert_no_error (error);
  g_assert_cmpint (bl_import_plan_get_kind (plan), ==, BL_IMPORT_POSTCODES);
  GListModel *mends = bl_import_plan_get_mends (plan);
  g_assert_cmpuint (g_list_model_get_n_items (mends), ==, 1);
  g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, 0);
  g_assert_cmpstr (bl_import_mend_get_record (mend), ==, "Harbour Library");
  g_assert_true (bl_import_mend_get_accepted (mend));

  /* Left as it is when the user says so. */
  bl_import_mend_set_accepted (mend, FALSE);
  g_autoptr (BlImportReport) without = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (without->read, ==, 5);
  g_assert_cmpuint (without->added, ==, 1);
  g_assert_cmpuint (without->elsewhere, ==, 1);
  g_assert_cmpuint (without->skipped, ==, 3);
  g_assert_cmpuint (fixture_reason (without, "no longer in use"), ==, 1);
  g_assert_cmpuint (fixture_reason (without, "no place is known"), ==, 1);
  g_assert_cmpuint (fixture_reason (without, "no postcode and place that can be read"), ==, 1);
  g_assert_false (bl_library_get_point (fixture_library (project, "Harbour Library"), NULL));
  g_assert_true (bl_project_undo (project));
  g_assert_null (get_postcodes (project));

  g_autoptr (BlImportReport) with = fixture_import (project, path, &none);
  g_assert_true (bl_record_get_real (BL_RECORD (fixture_library (project, "Harbour Library")), "easting", &easting));
  g_assert_cmpfloat (easting, ==, 400200);
  g_assert_true (bl_record_get_real (BL_RECORD (fixture_library (project, "Hill")), "easting", &easting));
  g_assert_cmpfloat (easting, ==, 400100);
  g_assert_true (bl_project_undo (project));
  g_assert_false (bl_library_get_point (fixture_library (project, "Harbour Library"), NULL));
}

/* Degrees, tabs, other files on top of the first, a stop that is put where its postcode is. */
static void
test_others (void)
{
  g_autoptr (BlProject) project = small_project ();
  BlPoint point;
  g_autoptr (BlImportReport) first = import_text (project, "postcode,easting,northing\nNE1 1AA,400000,300001\nne11ab,400010,300002\n");
  g_assert_cmpuint (count (project), ==, 2);
  g_autoptr (BlImportReport) second = import_text (project, "Postcode\tLatitude\tLongitude\nNE1 1AC\t52.6\t-2\nNE1 1AD\t99.999999\t0\n");
  g_assert_cmpuint (second->added, ==, 1);
  g_assert_cmpuint (count (project), ==, 3);
  g_assert_true (bl_postcodes_find (get_postcodes (project), "NE1 1AC", &point));
  g_assert_cmpfloat_with_epsilon (point.x, 400000, 200);
  g_autoptr (BlImportReport) third = import_text (project, "postcode,easting,northing\nNE1 1AA,400000,300009\nNE1 1AA,400000,300009\n");
  g_assert_cmpuint (third->updated, ==, 1);
  g_assert_cmpuint (fixture_reason (third, "a postcode that stands twice"), ==, 1);
  g_assert_true (bl_postcodes_find (get_postcodes (project), "NE1 1AA", &point));
  g_assert_cmpfloat (point.y, ==, 300009);

  g_autofree char *stops = fixture_file (folder, "stops.csv", "stop,route,postcode,arrival,departure\nGreen,A,NE1 1AA,9:00,9:10\n", -1);
  BlImportOptions none = { 0 };
  g_autoptr (BlImportReport) placed = fixture_import (project, stops, &none);
  g_autoptr (BlRecord) stop = g_list_model_get_item (bl_record_get_list (BL_RECORD (project), "stops"), 0);
  double northing = 0;
  g_assert_true (bl_record_get_real (stop, "northing", &northing));
  g_assert_cmpfloat (northing, ==, 300009);
}

static void
check_refused (gboolean with_areas, const char *text, gssize length, int code, const char *part)
{
  g_autoptr (BlProject) project = with_areas ? small_project () : fixture_project ("Atlantis", NULL, NULL);
  g_autofree char *path = fixture_file (folder, "codes.csv", text, length);
  g_autoptr (GError) error = NULL;
  BlImportOptions options = { .kind = BL_IMPORT_POSTCODES };
  guint64 revision = bl_project_get_revision (project);
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

  check_refused (TRUE, "colour,size\nred,1\n", -1, content, "hold the postcodes");
  check_refused (TRUE, "postcode,easting,northing\n", -1, content, "no postcode within 10 km");
  check_refused (TRUE, "postcode,easting,northing\nred,green,blue\n", -1, content, "No row of “codes.csv”");
  check_refused (TRUE, "postcode,easting,northing\nNE1 1AA,1e300,5\n", -1, content, "No row");
  check_refused (TRUE, "postcode,easting,northing\nNE1 1AA,99999999999999999999999,5\n", -1, content, "No row");
  check_refused (TRUE, "postcode,easting,northing\nNE1 1AA", -1, content, "No row");
  check_refused (TRUE, "postcode,easting,northing\n\"NE1 1AA,400000,300000\n", -1, content, "No row");
  check_refused (TRUE, "postcode,easting,northing\nNE1 1AA,400000\0,300000\n", 49, BL_EXCHANGE_ERROR_READ, "table of text");
  check_refused (FALSE, "postcode,easting,northing\nNE1 1AA,400000,300000\n", -1, content, "add areas or libraries first");

  /* A line without an end. */
  g_autofree char *endless = g_strnfill (3 * 1024 * 1024, 'x');
  memcpy (endless, "postcode,easting,northing\n", 26);
  check_refused (TRUE, endless, -1, BL_EXCHANGE_ERROR_READ, "a line too long");

  char code[9];
  g_assert_true (bl_postcode_write ("m11ae", 5, code));
  g_assert_cmpstr (code, ==, "M1 1AE");
  g_assert_true (bl_postcode_write ("EC1A 1BB", 8, code));
  g_assert_cmpstr (code, ==, "EC1A 1BB");
  g_assert_false (bl_postcode_write ("EC1A 1BBB", 9, code));
  g_assert_false (bl_postcode_write ("1AA", 3, code));
  g_assert_false (bl_postcode_write ("12345", 5, code));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-postcodes-XXXXXX", NULL);
  g_test_add_func ("/exchange/import-postcodes/code-point", test_code_point);
  g_test_add_func ("/exchange/import-postcodes/directory", test_directory);
  g_test_add_func ("/exchange/import-postcodes/others", test_others);
  g_test_add_func ("/exchange/import-postcodes/bad", test_bad);
  status = g_test_run ();
  g_free (folder);
  return status;
}
