/* test-library-mends.c: what is offered for rows of libraries that need a look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include <math.h>
#include <string.h>

/* The published list has Gosforth Library at 424216, 568505 and at -1.6228982, 55.0105252. */
static const char list[]
    = "Library name,Postcode,UPRN,Easting,Northing,Longitude,Latitude,Year opened,Monday,Statutory in 2023,Operation in 2023\n"
      "A Library,NE5 OPN,004510072366,424216,568505,,,April 2014,9am-5pm,Yes,LA\n"
      "B Library,nonsense,4.51E+09,9424216,568505,-1.6228982,55.0105252,1961,by appointment,maybe,XX\n"
      "C Library,ne53pn,,346000,427000,,,,,no,ICL\n"
      "D Library,,,,,55.0105252,-1.6228982,,10:00-13:00,Yes,CL\n"
      "E Mobile,,,,,,,,,,\n"
      ",,,,,,,,,,\n";

static const struct
{
  guint row;
  const char *reason, *remedy;
} expected[] = {
  { 2, "Postcode “NE5 OPN” has a letter for a nought", "Change to “NE5 0PN”" },
  { 2, "UPRN 004510072366 has noughts in front", "Take them off: 4510072366" },
  { 2, "“April 2014” is more than a year", "Use 2014" },
  { 2, "“9am-5pm” is not how times are written", "Change to 09:00-17:00" },
  { 3, "“nonsense” is not a postcode", "Leave it out" },
  { 3, "UPRN “4.51E+09” has lost its last digits, as spreadsheets do", "Leave it out" },
  { 3, "“by appointment” cannot be read as opening hours", "Leave it out: not known" },
  { 3, "Its place, 9424216, 568505, lies outside Great Britain", "Use its longitude and latitude" },
  { 5, "Its place, 55.0105252, -1.6228982, lies outside Great Britain", "Exchange longitude and latitude" },
};

static void
check_place (BlProject *project, const char *name, double x, double y, double within)
{
  BlPoint point;

  g_assert_true (bl_library_get_point (fixture_library (project, name), &point));
  g_assert_cmpfloat_with_epsilon (point.x, x, within);
  g_assert_cmpfloat_with_epsilon (point.y, y, within);
}

static void
test_offered (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = fixture_file (folder, "list.csv", list, -1);
  g_autoptr (BlProject) project = fixture_project ("Midshire Council", NULL, NULL);
  BlImportOptions found = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &found, NULL, &error);
  GListModel *mends;
  BlRecord *a, *b;

  g_assert_no_error (error);
  mends = bl_import_plan_get_mends (plan);
  for (guint i = 0; i < g_list_model_get_n_items (mends); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);

      g_test_message ("%u %s: %s", bl_import_mend_get_row (mend), bl_import_mend_get_reason (mend),
                      bl_import_mend_get_remedy (mend));
      g_assert_cmpuint (i, <, G_N_ELEMENTS (expected));
      g_assert_cmpuint (bl_import_mend_get_row (mend), ==, expected[i].row);
      g_assert_cmpstr (bl_import_mend_get_reason (mend), ==, expected[i].reason);
      g_assert_cmpstr (bl_import_mend_get_remedy (mend), ==, expected[i].remedy);
      g_assert_true (bl_import_mend_get_accepted (mend));
    }
  g_assert_cmpuint (g_list_model_get_n_items (mends), ==, G_N_ELEMENTS (expected));

  g_autoptr (BlImportReport) report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 5);
  g_assert_cmpuint (report->skipped, ==, 1);
  g_assert_cmpuint (fixture_reason (report, "empty"), ==, 1);
  a = BL_RECORD (fixture_library (project, "A Library"));
  b = BL_RECORD (fixture_library (project, "B Library"));
  g_assert_cmpstr (bl_record_get_text (a, "postcode"), ==, "NE5 0PN");
  g_assert_cmpstr (bl_record_get_text (a, "uprn"), ==, "4510072366");
  g_assert_cmpstr (bl_record_get_text (a, "monday"), ==, "09:00-17:00");
  g_assert_null (bl_record_get_text (b, "postcode"));
  g_assert_null (bl_record_get_text (b, "uprn"));
  g_assert_null (bl_record_get_text (b, "monday"));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (fixture_library (project, "C Library")), "postcode"), ==, "NE5 3PN");
  check_place (project, "A Library", 424216, 568505, 0.001);
  check_place (project, "B Library", 424216, 568505, 5);
  check_place (project, "D Library", 424216, 568505, 5);
  g_assert_cmpint (bl_record_get_enum (BL_RECORD (fixture_library (project, "E Mobile")), "type"), ==,
                   BL_LIBRARY_TYPE_MOBILE);
  g_assert_cmpint (bl_library_get_operation (fixture_library (project, "D Library"), 2023), ==, BL_OPERATION_COMMISSIONED);
  /* "maybe" and "XX" are told and left out. */
  g_assert_cmpint (bl_library_get_operation (BL_LIBRARY (b), 2023), ==, BL_OPERATION_UNKNOWN);
  guint told = 0;
  for (guint i = 0; i < report->warnings->len; i++)
    {
      const BlImportWarning *warning = g_ptr_array_index (report->warnings, i);
      told += warning->row == 3
              && (strstr (warning->message, "“maybe” is not yes or no") != NULL
                  || strstr (warning->message, "“XX” is not one of LA, LAU, C, CR, ICL") != NULL);
    }
  g_assert_cmpuint (told, ==, 2);
  g_unlink (path);
  g_rmdir (folder);
}

/* A blank never overwrites; a day left blank beside others is a day when it is shut, where nobody has said otherwise. */
static void
test_blanks (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *first = fixture_file (folder, "first.csv",
                                         "Name,Postcode,Email,Monday hours,Operation in 2023\nA Library,NE5 3PN,a@b.uk,10:00-12:00,LA\n", -1);
  g_autofree char *second = fixture_file (
      folder, "second.csv",
      "Name,Postcode,Email,Monday hours,Tuesday hours,Wednesday hours,Operation in 2023\n  a  LIBRARY ,,c@d.uk,,10:00-13:00,,\n", -1);
  g_autoptr (BlProject) project = fixture_project ("Midshire Council", NULL, NULL);
  BlImportOptions found = { 0 };
  g_autoptr (BlImportReport) one = fixture_import (project, first, &found);
  g_autoptr (BlImportReport) two = fixture_import (project, second, &found);
  BlLibrary *library;

  g_assert_cmpuint (one->added, ==, 1);
  g_assert_cmpuint (two->updated, ==, 1);
  library = fixture_library (project, "a LIBRARY");
  g_assert_nonnull (library);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (library), "postcode"), ==, "NE5 3PN");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (library), "email"), ==, "c@d.uk");
  g_assert_cmpstr (bl_library_get_day (library, 0), ==, "10:00-12:00");
  g_assert_cmpstr (bl_library_get_day (library, 1), ==, "10:00-13:00");
  g_assert_cmpstr (bl_library_get_day (library, 2), ==, "closed");
  /* Of Thursday neither file speaks. */
  g_assert_null (bl_library_get_day (library, 3));
  g_assert_cmpint (bl_library_get_operation (library, 2023), ==, BL_OPERATION_COUNCIL);
  g_unlink (first);
  g_unlink (second);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/library-mends/offered", test_offered);
  g_test_add_func ("/library-mends/blanks", test_blanks);
  return g_test_run ();
}
