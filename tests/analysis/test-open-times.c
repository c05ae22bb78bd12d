/* test-open-times.c: who can reach an open library, hour by hour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "open-times.h"

#include "made.h"

#include <math.h>

/* Areas at 0, 1,000 and 2,000 m; libraries at both ends, and one in the middle without hours. */
static const BlPoint points[] = { { 0, 0 }, { 1000, 0 }, { 2000, 0 }, { NAN, NAN } };
static const double people[] = { 10, 20, 30, 40 };

static BlFacts *
make_facts (gboolean hours)
{
  g_autoptr (BlProject) project = made_project_new (points, people, 4);
  BlRecord *west = BL_RECORD (made_library_add (project, "West", 0, 0));
  BlRecord *east = BL_RECORD (made_library_add (project, "East", 2000, 0));

  made_library_add (project, "Middle", 1000, 0);
  if (hours)
    {
      bl_record_set_text (west, "monday", "9:30-13:00 14:00-18:30");
      bl_record_set_text (west, "tuesday", "closed");
      bl_record_set_text (east, "monday", "12:00-19:00");
      bl_record_set_text (east, "tuesday", "10:00-11:00");
      bl_record_set_text (east, "sunday", "00:00-24:00");
    }
  bl_project_commit (project);
  return bl_facts_new (project);
}

static void
test_line (void)
{
  g_autoptr (BlFacts) facts = make_facts (TRUE);
  const double limits[] = { 1000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlOpenTimes) times
      = bl_open_times_compute (facts, &(BlAccessQuestion){ .limits = limits, .n_limits = 1 }, 30, NULL, &error);
  const struct
  {
    guint slot, open;
    double people;
  } slots[] = { { 18, 0, 0 },      { 19, 1, 30 },     { 24, 2, 60 },     { 26, 1, 50 }, { 28, 2, 60 },
                { 37, 1, 50 },     { 38, 0, 0 },      { 48 + 19, 0, 0 }, { 48 + 20, 1, 50 },
                { 48 + 22, 0, 0 }, { 6 * 48, 1, 50 }, { 7 * 48 - 1, 1, 50 } };

  g_assert_no_error (error);
  g_assert_cmpuint (times->n_slots, ==, 336);
  g_assert_cmpuint (times->n_libraries, ==, 3);
  g_assert_cmpfloat (times->population, ==, 60);
  g_assert_cmpfloat (times->always_percent, ==, 100);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_assert_cmpuint (times->open[slots[i].slot], ==, slots[i].open);
      g_assert_cmpfloat (times->people[slots[i].slot], ==, slots[i].people);
      g_assert_cmpfloat_with_epsilon (times->percent[slots[i].slot], slots[i].people / 0.6, 1e-9);
    }
  g_assert_true (isnan (times->people[2 * 48 + 24])); /* nothing is known of Wednesday */
  g_assert_cmpuint (times->unknown[0], ==, 1);
  g_assert_cmpuint (times->unknown[2], ==, 3);
  g_assert_cmpuint (times->unknown[6], ==, 2);
  g_assert_cmpuint (times->no_hours->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (times->no_hours, 0), ==, "Middle");

  /* 9:30 to 12:00; 12:00 to 13:00, 14:00 to 17:00 and 12:00 to 17:00; from 17:00 1.5 and 2 hours. */
  g_assert_cmpfloat (times->hours[0][BL_DAYPART_MORNING], ==, 2.5);
  g_assert_cmpfloat (times->hours[0][BL_DAYPART_AFTERNOON], ==, 9);
  g_assert_cmpfloat (times->hours[0][BL_DAYPART_EVENING], ==, 3.5);
  g_assert_cmpfloat (times->hours[6][BL_DAYPART_EVENING], ==, 7);
  g_assert_cmpfloat (times->total_hours, ==, 8 + 7 + 1 + 24);
  g_assert_cmpfloat (times->served[0], ==, 9.5); /* 9:30 to 19:00 without a gap */
  g_assert_cmpfloat (times->served[1], ==, 1);
  g_assert_cmpfloat (times->served[2], ==, 0);
}

/* Each slot is what access answers for its first minute. */
static void
test_same_as_access (void)
{
  g_autoptr (BlFacts) facts = make_facts (TRUE);
  const double minutes[] = { 12.5 };
  BlAccessQuestion question = { .minutes = minutes, .n_minutes = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlOpenTimes) times = bl_open_times_compute (facts, &question, 60, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (times->measure, ==, BL_MEASURE_MINUTES);
  for (guint s = 0; s < times->n_slots; s++)
    {
      g_autoptr (BlAccess) access = NULL;

      question.at_time = TRUE;
      question.week_minute = s * 60;
      access = bl_access_compute (facts, &question, NULL);
      if (access == NULL)
        {
          g_assert_true (isnan (times->people[s]));
          continue;
        }
      g_assert_cmpfloat (times->people[s], ==, access->within[0].people);
      g_assert_cmpuint (times->open[s], ==, access->n_counted);
    }
}

static void
test_bad (void)
{
  g_autoptr (BlFacts) facts = make_facts (FALSE);
  const double limits[] = { 1000 };
  BlAccessQuestion question = { .limits = limits, .n_limits = 1 };
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_open_times_compute (facts, &question, 60, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  g_clear_error (&error);
  question.travel.by = BL_BY_DRIVE;
  g_assert_null (bl_open_times_compute (facts, &question, 60, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/open-times/line", test_line);
  g_test_add_func ("/analysis/open-times/same-as-access", test_same_as_access);
  g_test_add_func ("/analysis/open-times/bad", test_bad);
  return g_test_run ();
}
