/* test-stops-access.c: stops of mobile libraries, against expected.md and by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "stops-access.h"

#include "made.h"
#include "projection.h"
#include "published.h"

#include <math.h>

static guint32
day (const char *iso)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, iso);
  return g_date_valid (&date) ? g_date_get_julian (&date) : 0;
}

/* The published list as it stands. */
static void
add_published_stops (BlProject *project)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("BRANCHLINE_SHARED_DATA"), "somerset/mobile/somerset.csv", NULL);
  g_autoptr (RawCsv) csv = raw_csv_read (path);
  const char *const texts[] = { "route", "type", "arrival", "departure", "frequency" };

  bl_project_begin (project, "Stops");
  for (guint i = 0; i < raw_csv_n (csv); i++)
    {
      g_autoptr (BlStop) stop = bl_stop_new (NULL);
      BlPoint point = bl_projection_from_lonlat (raw_csv_number (csv, i, raw_csv_column (csv, "geox")),
                                                 raw_csv_number (csv, i, raw_csv_column (csv, "geoy")));

      bl_record_set_text (BL_RECORD (stop), "name", raw_csv_text (csv, i, raw_csv_column (csv, "stop")));
      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        bl_record_set_text (BL_RECORD (stop), texts[t], raw_csv_text (csv, i, raw_csv_column (csv, texts[t])));
      bl_record_set_date (BL_RECORD (stop), "start", day (raw_csv_text (csv, i, raw_csv_column (csv, "start"))));
      bl_record_set_real (BL_RECORD (stop), "easting", point.x);
      bl_record_set_real (BL_RECORD (stop), "northing", point.y);
      bl_record_append (BL_RECORD (project), "stops", BL_RECORD (stop));
    }
  bl_project_commit (project);
}

/* expected.md, "Mobile library stops", but for the people within 1 km and 1 mile of a stop: its 55,499 and
 * 77,938 come out only where the shift of datum is left out, which puts the stops 106 m beside the grid
 * references of their own postcodes (median; with the shift it is 2 m). By the method it describes, worked out
 * apart with GDAL, they are these. */
static void
test_somerset (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_somerset);
  g_autoptr (BlFacts) facts = NULL;
  const double miles[] = { 2 * BL_MILE }, near[] = { 1000, BL_MILE };
  BlAccessQuestion question = { .limits = miles, .n_limits = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlStopsAccess) stops = NULL;
  g_autoptr (BlStopCalendar) january = NULL;
  double served = 0;

  if (project == NULL)
    return;
  add_published_stops (project);
  facts = bl_facts_new (project);
  stops = bl_stops_access_compute (facts, &question, near, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stops->n_stops, ==, 126);
  g_assert_cmpuint (stops->n_counted, ==, 126);
  g_assert_cmpuint (stops->not_public + stops->not_located + stops->not_understood, ==, 0);
  g_assert_cmpfloat (stops->population, ==, 562225);
  g_assert_cmpfloat (stops->far, ==, 140601);
  g_assert_cmpfloat (stops->near[0].people, ==, 56459);
  g_assert_cmpfloat (stops->near[1].people, ==, 70418);
  g_assert_cmpfloat (stops->minutes, ==, 2940);
  g_assert_cmpfloat_with_epsilon (stops->visits, 126 * 365.25 / 28, 1e-6);
  g_assert_cmpfloat_with_epsilon (stops->hours, 2940 / 60.0 * 365.25 / 28, 1e-6);
  for (guint i = 0; i < stops->n_stops; i++)
    served += stops->stops[i].people;
  g_assert_cmpfloat (served, ==, 56459); /* each at its nearest stop, once */

  january = bl_stop_calendar_new (facts, day ("2020-01-01"), day ("2020-01-31"), FALSE);
  g_assert_cmpuint (january->total, ==, 149);
  g_assert_cmpuint (january->busiest, ==, day ("2020-01-17"));
  g_assert_cmpuint (january->most, ==, 10);
}

static void
test_doubts (void)
{
  const BlPoint points[] = { { 0, 0 }, { 5000, 0 }, { 6000, 0 }, { NAN, NAN } };
  const double people[] = { 10, 20, 30, 40 }, limits[] = { 1000 }, near[] = { 500 };
  g_autoptr (BlProject) project = made_project_new (points, people, 4);
  const struct
  {
    const char *type, *frequency, *exceptions;
    double easting;
  } made[] = {
    { "Public", "FREQ=WEEKLY", "2020-01-08,soon", 5100 },
    { "School", "FREQ=WEEKLY", NULL, 6000 },
    { NULL, "now and then", NULL, 5200 },
    { "PUBLIC", "FREQ=WEEKLY", NULL, NAN },
  };
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlStopsAccess) stops = NULL;
  g_autoptr (BlStopCalendar) with = NULL, without = NULL;
  g_autoptr (GError) error = NULL;

  made_library_add (project, "One", 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autoptr (BlStop) stop = bl_stop_new (NULL);

      bl_record_set_text (BL_RECORD (stop), "type", made[i].type);
      bl_record_set_text (BL_RECORD (stop), "frequency", made[i].frequency);
      bl_record_set_text (BL_RECORD (stop), "exceptions", made[i].exceptions);
      bl_record_set_date (BL_RECORD (stop), "start", day ("2020-01-01"));
      if (isfinite (made[i].easting))
        {
          bl_record_set_real (BL_RECORD (stop), "easting", made[i].easting);
          bl_record_set_real (BL_RECORD (stop), "northing", 0);
        }
      bl_record_append (BL_RECORD (project), "stops", BL_RECORD (stop));
    }
  bl_project_commit (project);
  facts = bl_facts_new (project);
  stops = bl_stops_access_compute (facts, &(BlAccessQuestion){ .limits = limits, .n_limits = 1 }, near, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (stops->far, ==, 50);
  g_assert_cmpfloat (stops->near[0].people, ==, 20); /* the school's stop is for the school */
  g_assert_cmpfloat (stops->near[0].percent, ==, 40);
  g_assert_cmpuint (stops->n_counted, ==, 2);
  g_assert_cmpuint (stops->not_public, ==, 1);
  g_assert_cmpuint (stops->not_located, ==, 1);
  g_assert_cmpuint (stops->not_understood, ==, 1);
  g_assert_cmpuint (stops->unclear_exceptions, ==, 1);
  g_assert_cmpuint (stops->visits_unknown, ==, 1);
  g_assert_cmpuint (stops->hours_unknown, ==, 4);
  g_assert_cmpfloat (stops->stops[0].people, ==, 20);

  with = bl_stop_calendar_new (facts, day ("2020-01-01"), day ("2020-01-14"), TRUE);
  without = bl_stop_calendar_new (facts, day ("2020-01-01"), day ("2020-01-14"), FALSE);
  g_assert_cmpuint (without->total, ==, 6);
  g_assert_cmpuint (with->total, ==, 5);
  g_assert_cmpuint (with->busiest, ==, day ("2020-01-01"));
}

static void
test_none (void)
{
  const BlPoint points[] = { { 0, 0 } };
  const double people[] = { 10 }, limits[] = { 1000 };
  g_autoptr (BlProject) project = made_project_new (points, people, 1);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  made_library_add (project, "One", 0, 0);
  bl_project_commit (project);
  facts = bl_facts_new (project);
  g_assert_null (
      bl_stops_access_compute (facts, &(BlAccessQuestion){ .limits = limits, .n_limits = 1 }, limits, 1, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/stops-access/somerset", test_somerset);
  g_test_add_func ("/analysis/stops-access/doubts", test_doubts);
  g_test_add_func ("/analysis/stops-access/none", test_none);
  return g_test_run ();
}
