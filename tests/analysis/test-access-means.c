/* test-access-means.c: minutes, tables of travel times and libraries open at a time, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

#include "made.h"

#include <math.h>
#include <string.h>

#define AT(day, hour, minute) ((day) * 24 * 60 + (hour) * 60 + (minute))

/* Five areas on a line; the last two lie nowhere. Library One at 0 m, Two at
 * 2,400 m, Three not on the map. The bus knows One, and Three from b and e. */
static const BlPoint points[] = { { 0, 0 }, { 1200, 0 }, { 1200.1, 0 }, { NAN, NAN }, { NAN, NAN } };
static const double people[] = { 10, 20, 30, 40, 50 };
#define N 5

static BlFacts *
make_facts (void)
{
  g_autoptr (BlProject) project = made_project_new (points, people, N);
  BlLibrary *one = made_library_add (project, "One", 0, 0);
  BlLibrary *two = made_library_add (project, "Two", 2400, 0);
  BlLibrary *three = made_library_add (project, "Three", 0, 0);
  BlLibrary *four = made_library_add (project, "Four", 0, 0);
  g_autoptr (BlStatus) gone = bl_status_new (NULL);
  BlRecord *bus = made_travel_add (project, "bus");
  const double to_one[] = { 15, 25, NAN, NAN, NAN }, to_three[] = { NAN, 25, NAN, NAN, 15.5 };
  const double to_four[] = { NAN, NAN, 1, NAN, NAN };

  bl_record_clear (BL_RECORD (three), "easting");
  bl_record_remove_all (BL_RECORD (four), "statuses"); /* not open */
  made_travel_column_add (bus, one, to_one, N);
  made_travel_column_add (bus, three, to_three, N);
  made_travel_column_add (bus, four, to_four, N);
  bl_record_set_text (BL_RECORD (one), "saturday", "10:00-13:00");
  bl_record_set_text (BL_RECORD (one), "sunday", "closed");
  bl_record_set_text (BL_RECORD (two), "saturday", "12:00-16:00");
  bl_record_set_text (BL_RECORD (two), "sunday", "closed");
  bl_record_set_text (BL_RECORD (three), "sunday", "closed");
  bl_project_commit (project);
  return bl_facts_new (project);
}

/* 15 minutes on foot are 1,200 m, the limit included; the middle area goes to the first of two libraries. */
static void
test_walk_straight (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  const double metres[] = { 1200 }, minutes[] = { 15, 15.5 };
  BlAccessQuestion question = { .limits = metres, .n_limits = 1, .minutes = minutes, .n_minutes = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlAccess) access = bl_access_compute (facts, &question, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (access->n_counted, ==, 2);
  g_assert_true (access->counted[0] && access->counted[1]);
  g_assert_false (access->counted[2] || access->counted[3]);
  g_assert_cmpint (access->nearest[1], ==, 0);
  g_assert_cmpint (access->nearest[2], ==, 1);
  g_assert_cmpuint (access->n_limits, ==, 3);
  g_assert_cmpint (access->within[0].measure, ==, BL_MEASURE_DISTANCE);
  g_assert_cmpint (access->within[1].measure, ==, BL_MEASURE_MINUTES);
  g_assert_cmpfloat (access->within[0].people, ==, 60);
  g_assert_cmpfloat (access->within[1].people, ==, 60);
  g_assert_cmpfloat (access->within[1].percent, ==, 100);
  g_assert_cmpfloat (access->population, ==, 60);
  g_assert_cmpfloat (access->cut_off, ==, 0);
  g_assert_cmpfloat_with_epsilon (access->mean_minutes, access->mean_distance / 80, 1e-9);
  g_assert_cmpfloat (access->median_minutes, ==, 1199.9 / 80);
  g_assert_cmpfloat (access->max_minutes, ==, 15);
  g_assert_cmpuint (access->unreached->len, ==, 2);
  g_assert_cmpuint (access->unreached_reasons->len, ==, 2);
  g_assert_cmpuint (access->left_out->len, ==, 1);

  /* A slower pace makes the same metres longer. */
  question.travel.pace = 0.5;
  g_clear_pointer (&access, bl_access_free);
  access = bl_access_compute (facts, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (access->within[0].people, ==, 60);
  g_assert_cmpfloat (access->within[1].people, ==, 10);
  g_assert_cmpfloat (access->max_minutes, ==, 30);
}

/* Minutes only; a library needs no grid reference; b is as far from One as from Three; c is in
 * the table, but not with a library that counts; d is not. */
static void
test_table (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  const double minutes[] = { 15 };
  BlAccessQuestion question = { .travel = { .by = BL_BY_TABLE, .table = "bus" }, .minutes = minutes, .n_minutes = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTravelMatrix) matrix = bl_travel_matrix_new (facts, &question.travel, NULL, &error);

  g_assert_no_error (error);
  for (guint given = 0; given < 2; given++)
    {
      g_autoptr (BlAccess) access = NULL;

      question.matrix = given ? matrix : NULL;
      access = bl_access_compute (facts, &question, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (access->n_counted, ==, 2);
      g_assert_cmpint (access->nearest[0], ==, 0);
      g_assert_cmpint (access->nearest[1], ==, 0);
      g_assert_cmpint (access->nearest[4], ==, 2);
      g_assert_cmpfloat (access->population, ==, 10 + 20 + 30 + 50);
      g_assert_cmpfloat (access->cut_off, ==, 30);
      g_assert_cmpfloat (access->within[0].people, ==, 10);
      g_assert_cmpfloat_with_epsilon (access->within[0].percent, 1000 / 110.0, 1e-9);
      g_assert_cmpfloat_with_epsilon (access->mean_minutes, (150 + 500 + 775) / 80.0, 1e-9);
      g_assert_cmpfloat (access->median_minutes, ==, 15.5); /* 60 of 110 have 15.5 minutes or less */
      g_assert_cmpfloat (access->max_minutes, ==, 25);
      g_assert_true (isnan (access->mean_distance));
      g_assert_cmpuint (access->unreached->len, ==, 2);
      g_assert_cmpstr (g_ptr_array_index (access->unreached, 0), ==, "c");
      g_assert_cmpstr (g_ptr_array_index (access->unreached_reasons, 0), ==,
                       "the table has no time from there to a library that counts");
      g_assert_cmpstr (g_ptr_array_index (access->unreached, 1), ==, "d");
      g_assert_cmpstr (g_ptr_array_index (access->unreached_reasons, 1), ==, "the table has no time from there");
      g_assert_cmpuint (access->not_joined->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (access->not_joined, 0), ==, "Two");
      g_assert_cmpuint (access->left_out->len, ==, 0);
    }
}

static void
test_table_catchments (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  BlAccessQuestion question = { .travel = { .by = BL_BY_TABLE, .table = "bus" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlCatchments) catchments = bl_catchments_compute (facts, &question, NULL, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (catchments->n, ==, 2);
  g_assert_cmpuint (catchments->items[0].library, ==, 0);
  g_assert_cmpuint (catchments->items[0].areas, ==, 2);
  g_assert_cmpfloat (catchments->items[0].population, ==, 30);
  g_assert_cmpfloat_with_epsilon (catchments->items[0].mean_minutes, (150 + 500) / 30.0, 1e-9);
  g_assert_cmpfloat (catchments->items[0].max_minutes, ==, 25);
  g_assert_true (isnan (catchments->items[0].mean_distance));
  g_assert_true (isnan (catchments->items[0].within_mile));
  g_assert_cmpuint (catchments->items[1].library, ==, 2);
}

static void
test_at_time (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  const double metres[] = { 1200 };
  const struct
  {
    guint minute;
    guint counted;
    double within, cut_off;
  } times[] = {
    { AT (5, 9, 59), 0, 0, 60 },   { AT (5, 10, 0), 1, 30, 0 }, { AT (5, 12, 30), 2, 60, 0 },
    { AT (5, 13, 0), 1, 50, 0 },   { AT (5, 16, 0), 0, 0, 60 }, { AT (6, 12, 0), 0, 0, 60 },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      BlAccessQuestion question
          = { .limits = metres, .n_limits = 1, .at_time = TRUE, .week_minute = times[i].minute };
      g_autoptr (BlAccess) access = bl_access_compute (facts, &question, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (access->n_counted, ==, times[i].counted);
      g_assert_cmpfloat (access->population, ==, 60);
      g_assert_cmpfloat (access->within[0].people, ==, times[i].within);
      g_assert_cmpfloat (access->cut_off, ==, times[i].cut_off);
      if (times[i].counted == 0)
        {
          g_assert_true (isnan (access->mean_distance));
          g_assert_cmpuint (access->unreached->len, ==, 5);
          g_assert_cmpstr (g_ptr_array_index (access->unreached_reasons, 0), ==, "no library is open then");
        }
      /* Three has no hours of Saturday, and on Sunday is known to be closed. */
      g_assert_cmpuint (access->no_hours->len, ==, times[i].minute < AT (6, 0, 0) ? 1 : 0);
    }

  /* Nothing is known of Monday. */
  g_assert_null (bl_access_compute (facts, &(BlAccessQuestion){ .at_time = TRUE, .week_minute = AT (0, 12, 0) }, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  g_assert_nonnull (strstr (error->message, "not known"));
}

static void
test_bad (void)
{
  g_autoptr (BlFacts) facts = make_facts ();
  const double metres[] = { 1200 };
  const struct
  {
    BlAccessQuestion question;
    BlAnalysisError code;
  } questions[] = {
    { { .travel = { .by = BL_BY_TABLE, .table = "bus" }, .limits = metres, .n_limits = 1 }, BL_ANALYSIS_ERROR_ASKED },
    { { .travel = { .by = BL_BY_TABLE, .table = "tram" } }, BL_ANALYSIS_ERROR_LACKS },
    { { .travel = { .by = BL_BY_DRIVE } }, BL_ANALYSIS_ERROR_LACKS },
    { { .travel = { .by = BL_BY_TABLE, .table = "bus" }, .statutory = TRUE }, BL_ANALYSIS_ERROR_LACKS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bl_access_compute (facts, &questions[i].question, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, (int) questions[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/access-means/walk-straight", test_walk_straight);
  g_test_add_func ("/analysis/access-means/table", test_table);
  g_test_add_func ("/analysis/access-means/table-catchments", test_table_catchments);
  g_test_add_func ("/analysis/access-means/at-time", test_at_time);
  g_test_add_func ("/analysis/access-means/bad", test_bad);
  return g_test_run ();
}
