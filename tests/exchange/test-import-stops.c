/* test-import-stops.c: timetables of mobile libraries as they are published, into a project
 *
 * Truth: expected.md, "Mobile library stops".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "shared-data.h"
#include "stop.h"

#include <math.h>
#include <string.h>

#define STOPS "somerset/mobile/somerset.csv"
#define RAW "somerset/mobile/raw_somerset.csv"

static char *folder;

static BlImportReport *
import_text (BlProject *project, const char *text)
{
  g_autofree char *path = fixture_file (folder, "stops.csv", text, -1);
  BlImportOptions none = { 0 };

  return fixture_import (project, path, &none);
}

static BlStop *
get_stop (BlProject *project, guint index)
{
  g_autoptr (BlStop) stop = g_list_model_get_item (bl_record_get_list (BL_RECORD (project), "stops"), index);

  g_assert_nonnull (stop);
  return stop; /* the project keeps it */
}

static const char *
get_text (BlProject *project, guint index, const char *field)
{
  return bl_record_get_text (BL_RECORD (get_stop (project, index)), field);
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

typedef struct
{
  guint stops, placed, points, routes, minutes;
} Sums;

static Sums
sum_up (BlProject *project)
{
  GListModel *list = bl_record_get_list (BL_RECORD (project), "stops");
  g_autoptr (GHashTable) points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) routes = g_hash_table_new (g_str_hash, g_str_equal);
  Sums sums = { .stops = g_list_model_get_n_items (list) };

  for (guint i = 0; i < sums.stops; i++)
    {
      BlStop *stop = get_stop (project, i);
      BlPoint point;
      guint minutes = 0;

      if (bl_stop_get_point (stop, &point))
        {
          sums.placed++;
          g_hash_table_add (points, g_strdup_printf ("%.1f %.1f", point.x, point.y));
        }
      if (bl_record_get_text (BL_RECORD (stop), "route") != NULL)
        g_hash_table_add (routes, (gpointer) bl_record_get_text (BL_RECORD (stop), "route"));
      if (bl_stop_get_minutes (stop, &minutes))
        sums.minutes += minutes;
    }
  sums.points = g_hash_table_size (points);
  sums.routes = g_hash_table_size (routes);
  return sums;
}

static void
test_somerset (void)
{
  g_autoptr (BlProject) project = fixture_project ("Somerset Council", NULL, NULL);
  g_autofree char *path = bl_test_shared_data (STOPS);
  BlImportOptions none = { 0 };

  if (path == NULL)
    return;
  g_autoptr (BlImportReport) report = fixture_import (project, path, &none);
  Sums sums = sum_up (project);

  g_assert_cmpuint (report->added, ==, 126);
  g_assert_cmpuint (report->warnings->len, ==, 0);
  g_assert_cmpuint (sums.stops, ==, 126);
  g_assert_cmpuint (sums.placed, ==, 126);
  g_assert_cmpuint (sums.points, ==, 125);
  g_assert_cmpuint (sums.routes, ==, 17);
  g_assert_cmpuint (sums.minutes, ==, 2940);
  g_assert_cmpstr (get_text (project, 0, "name"), ==, "Wimbleball Lake");
  g_assert_cmpstr (get_text (project, 0, "community"), ==, "Brompton Regis");
  g_assert_cmpstr (get_text (project, 0, "vehicle"), ==, "Mobile");
  g_assert_cmpstr (get_text (project, 0, "frequency"), ==, "FREQ=WEEKLY;INTERVAL=4");
  g_assert_cmpstr (get_text (project, 0, "arrival"), ==, "10:05");
  /* Within sight of its postcode, TA22 9NU, which Code-Point Open has at 296502, 130651. */
  BlPoint point;
  g_assert_true (bl_stop_get_point (get_stop (project, 0), &point));
  g_assert_cmpfloat_with_epsilon (point.x, 296502, 500);
  g_assert_cmpfloat_with_epsilon (point.y, 130651, 500);

  guint64 revision = bl_project_get_revision (project);
  g_autoptr (BlImportReport) again = fixture_import (project, path, &none);
  g_assert_cmpuint (again->unchanged, ==, 126);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
  g_assert_true (bl_project_undo (project));
  g_assert_cmpuint (sum_up (project).stops, ==, 0);
}

/* The council's own table has no header, no places and times with a full stop. */
static void
test_raw (void)
{
  g_autoptr (BlProject) project = fixture_project ("Somerset Council", NULL, NULL);
  g_autofree char *path = bl_test_shared_data (RAW);
  BlImportOptions none = { 0 };

  if (path == NULL)
    return;
  g_autoptr (BlImportReport) report = fixture_import (project, path, &none);
  Sums sums = sum_up (project);

  g_assert_cmpuint (report->read, ==, 127);
  g_assert_cmpuint (sums.stops, ==, 127);
  g_assert_cmpuint (sums.placed, ==, 0);
  g_assert_cmpstr (get_text (project, 0, "arrival"), ==, "09:40");
  g_assert_cmpstr (get_text (project, 0, "name"), ==, "Lower Holworthy");
  g_assert_cmpstr (get_text (project, 0, "postcode"), ==, "TA22 9NY");
  g_assert_true (warns (report, "127 stops are not on the map"));
  g_assert_true (warns (report, "127 stops do not say how often"));
}

#define HEAD "organisation,mobile,route,community,stop,postcode,geox,geoy,day,arrival,departure,frequency,start,end\n"

static void
test_faults (void)
{
  g_autoptr (BlProject) project = fixture_project ("Atlantis Council", NULL, NULL);
  g_autoptr (BlImportReport) report = import_text (
      project, HEAD "Atlantis,Van,A,Village,Green,ZZ1 1ZZ,-1.9,52.5,Tues,9.40,10.00,fortnightly,2019-11-12,\n"
                    "Atlantis,Van,A,Village,Pub,,,,Monday,11:00,10:30,now and then,2019-11-12,2019-01-01\n"
                    "Atlantis,Van,A,Village,Church,,-1.8,52.4,Tuesday,,,,,\n"
                    "Lyonesse,Van,A,Village,Church,,-1.8,52.4,Tuesday,,,,,\n"
                    "Atlantis,Van,A,,,,,,,,,,,\n");

  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpuint (report->elsewhere, ==, 1);
  g_assert_cmpuint (fixture_reason (report, "no name of a stop"), ==, 1);
  g_assert_cmpstr (get_text (project, 0, "day"), ==, "Tuesday");
  g_assert_cmpstr (get_text (project, 0, "frequency"), ==, "FREQ=WEEKLY;INTERVAL=2");
  g_assert_cmpstr (get_text (project, 1, "frequency"), ==, "now and then");
  g_assert_true (warns (report, "“now and then” is no rule of repetition"));
  g_assert_true (warns (report, "12 November 2019, is no Monday"));
  g_assert_true (warns (report, "leaves at 10:30 and arrives at 11:00"));
  g_assert_true (warns (report, "its last day comes before its first"));
  g_assert_true (warns (report, "1 stop is not on the map"));
  g_assert_true (warns (report, "1 stop has no time"));

  /* A blank takes nothing away; a changed time changes one stop. */
  g_autoptr (BlImportReport) later
      = import_text (project, HEAD "Atlantis,Van,A,Village,Green,,,,Tuesday,9.50,10.00,,,\n");
  g_assert_cmpuint (later->updated, ==, 1);
  g_assert_cmpuint (sum_up (project).stops, ==, 3);
  g_assert_cmpstr (get_text (project, 0, "arrival"), ==, "09:50");
  g_assert_cmpstr (get_text (project, 0, "postcode"), ==, "ZZ1 1ZZ");
  g_assert_true (bl_stop_get_point (get_stop (project, 0), NULL));
}

static void
check_refused (const char *text, int code, const char *part)
{
  g_autoptr (BlProject) project = fixture_project ("Atlantis Council", NULL, NULL);
  g_autofree char *path = fixture_file (folder, "stops.csv", text, -1);
  g_autoptr (GError) error = NULL;
  BlImportOptions options = { .kind = BL_IMPORT_STOPS };
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

  check_refused ("stop,arrival,departure\nGreen,soon,10:00\n", content, "“soon” in “arrival” is not a time of day");
  check_refused ("stop,day\nGreen,Someday\n", content, "a day of the week");
  check_refused ("stop,start\nGreen,2019-02-30\n", content, "a date");
  check_refused ("stop,geox,geoy\nGreen,-1.9,north\n", content, "a number");
  check_refused ("stop,geox,geoy\nGreen,-1.9,-52.5\n", content, "outside Great Britain");
  check_refused ("stop,geox,geoy\nGreen,1e300,1e300\n", content, "outside Great Britain");
  check_refused ("colour,size\nred,1\n", content, "names of the stops");
  check_refused ("stop,route\n,\n", content, "no row with a stop");
  check_refused ("stop,route\n", content, "a header and no rows");
  check_refused ("stop,route\nGreen,A,B\n", content, "3 cells where the header has 2");
  check_refused ("stop,route\nGreen,\"A\n", BL_EXCHANGE_ERROR_READ, "stops.csv:2");
  check_refused ("stop,route\nGr\xe9n,A\n", BL_EXCHANGE_ERROR_ENCODING, "UTF-8");
  check_refused ("organisation,stop\nLyonesse,Green\n", content, "nearest names");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-stops-XXXXXX", NULL);
  g_test_add_func ("/exchange/import-stops/somerset", test_somerset);
  g_test_add_func ("/exchange/import-stops/raw", test_raw);
  g_test_add_func ("/exchange/import-stops/faults", test_faults);
  g_test_add_func ("/exchange/import-stops/bad", test_bad);
  status = g_test_run ();
  g_free (folder);
  return status;
}
