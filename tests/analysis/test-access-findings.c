/* test-access-findings.c: sentences about access, with figures one can work out on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access-findings.h"

#include <string.h>

#include "made.h"

/* Four areas on a line, 100 people each, a library at the start: 0.5, 1, 1.5 and 4 km away. */
static const BlPoint points[] = { { 500, 0 }, { 1000, 0 }, { 1500, 0 }, { 4000, 0 } };
static const double people[] = { 100, 100, 100, 100 };

static BlFacts *
make_facts (const char *tuesday)
{
  g_autoptr (BlProject) project = made_project_new (points, people, 4);
  BlLibrary *library = made_library_add (project, "Start", 0, 0);

  if (tuesday != NULL)
    {
      bl_record_set_text (BL_RECORD (library), "monday", "closed");
      bl_record_set_text (BL_RECORD (library), "tuesday", tuesday);
    }
  bl_project_commit (project);
  return bl_facts_new (project);
}

static void
test_curve (void)
{
  g_autoptr (BlFacts) facts = make_facts (NULL);
  BlAccessQuestion question = { 0 };
  g_autoptr (BlAccess) access = bl_access_compute (facts, &question, NULL);
  g_autoptr (BlCurve) metres = bl_curve_new (access, BL_MEASURE_DISTANCE, people);
  g_autoptr (BlCurve) minutes = bl_curve_new (access, BL_MEASURE_MINUTES, people);
  g_autofree char *first = bl_finding_curve (metres);
  g_autofree char *second = bl_finding_curve (minutes);

  g_assert_cmpstr (first, ==, "Half live within 1,000 m of a library, nine in ten within 4,000 m");
  /* 80 m a minute. */
  g_assert_cmpstr (second, ==, "Half live within 12 minutes of a library, nine in ten within 50 minutes");
}

static void
test_open_times (void)
{
  static const double mile[] = { BL_MILE };
  g_autoptr (BlFacts) facts = make_facts ("10:00-12:00");
  g_autoptr (BlFacts) unknown = make_facts (NULL);
  BlAccessQuestion question = { .limits = mile, .n_limits = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlOpenTimes) times = bl_open_times_compute (facts, &question, 60, NULL, &error);
  g_autofree char *finding = NULL, *note = NULL, *text = NULL;

  g_assert_no_error (error);
  finding = bl_finding_open_times (times);
  note = bl_finding_open_times_note (facts, times, &question.travel);
  text = bl_open_times_to_text (times, '\t');
  g_assert_cmpstr (finding, ==, "Nobody can reach an open library on Monday; at best 75.0% can (Tuesday 10:00)");
  g_assert_nonnull (strstr (note, "1 mile"));
  g_assert_nonnull (strstr (note, "1 library"));
  g_assert_cmpstr (text, ==, "Tuesday 10:00\t75.0%\nTuesday 11:00\t75.0%\n");

  g_assert_null (bl_open_times_compute (unknown, &question, 60, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
}

static void
test_yardsticks (void)
{
  g_autoptr (BlFacts) facts = make_facts (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlYardsticks) yardsticks = bl_yardsticks_compute (facts, NULL, 0, NULL, 0, NULL, &error);
  g_autofree char *finding = NULL, *boundary = NULL;

  g_assert_no_error (error);
  finding = bl_finding_yardsticks (yardsticks, BL_COUNTING_OWN);
  boundary = bl_finding_boundary (yardsticks);
  /* 1,200 m hold two of the four, 2 miles three. */
  g_assert_true (g_str_has_prefix (finding, "From 50.0% ("));
  g_assert_nonnull (strstr (finding, "to 75.0% ("));
  g_assert_nonnull (strstr (boundary, "nobody more"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/access-findings/curve", test_curve);
  g_test_add_func ("/analysis/access-findings/open-times", test_open_times);
  g_test_add_func ("/analysis/access-findings/yardsticks", test_yardsticks);
  return g_test_run ();
}
