/* test-process-limits.c: limits and rule sets against the worked example of indicator-content 5.4
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "newcastle.h"
#include "signal-rules.h"

#include <math.h>

static const BlObservations *
stretch (const BlObservations *row, const char *from, guint n, double *values)
{
  BlPeriod period = newcastle_period (from, 0);
  int at = bl_observations_find (row, &period);

  for (guint i = 0; i < n; i++)
    values[i] = row->items[(guint) at + i].value;
  return row;
}

static void
check_hits (
    const char *name, const double *values, guint n, const BlProcessLimits *limits, const char *expected)
{
  const BlRuleSet *set = bl_rule_set_find (name);
  g_autofree double *ranges = g_new (double, n);
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (set);
  for (guint i = 0; i < n; i++)
    ranges[i] = limits->mean_range;
  hits = bl_rule_set_apply (set, values, n, limits->centre, ranges);
  for (guint h = 0; h < hits->len; h++)
    {
      const BlHit *hit = &g_array_index (hits, BlHit, h);

      g_string_append_printf (text, "%s%u: %u-%u %+d", h > 0 ? ", " : "", hit->rule->number, hit->first + 1,
                              hit->last + 1, hit->side);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_gosforth (void)
{
  g_autoptr (NewcastleFile) data = newcastle_read (NEWCASTLE_ISSUES);
  double values[24], sum = 0;
  BlProcessLimits limits, screened;

  if (data == NULL)
    return;
  stretch (newcastle_row (data, "Gosforth"), "2022-09", 24, values);
  for (guint i = 0; i < 24; i++)
    sum += values[i];
  g_assert_cmpfloat (sum, ==, 119413);
  g_assert_true (bl_process_limits_find (values, 24, FALSE, &limits));
  g_assert_cmpuint (limits.n, ==, 24);
  g_assert_cmpuint (limits.n_ranges, ==, 23);
  g_assert_cmpfloat_with_epsilon (limits.centre, 4975.5417, 5e-5);
  g_assert_cmpfloat_with_epsilon (limits.mean_range * 23, 13086, 1e-6);
  g_assert_cmpfloat_with_epsilon (limits.mean_range, 568.9565, 5e-5);
  g_assert_cmpfloat_with_epsilon (limits.lower, 3462.1173, 5e-5);
  g_assert_cmpfloat_with_epsilon (limits.upper, 6488.9660, 5e-5);
  g_assert_cmpfloat_with_epsilon (limits.outer_upper, 5984.49, 5e-3);
  g_assert_cmpfloat_with_epsilon (limits.outer_lower, 3966.59, 5e-3);
  g_assert_cmpfloat_with_epsilon (limits.one_lower, 4471.15, 5e-3);
  g_assert_cmpfloat_with_epsilon (limits.one_upper, 5479.94, 5e-3);
  g_assert_cmpfloat_with_epsilon (limits.two_lower, 3966.75, 5e-3);
  g_assert_cmpfloat_with_epsilon (limits.two_upper, 5984.33, 5e-3);
  g_assert_cmpfloat_with_epsilon (limits.range_limit, 1858.78, 5e-3);
  g_assert_true (bl_process_limits_find (values, 24, TRUE, &screened));
  g_assert_cmpfloat (screened.mean_range, ==, limits.mean_range);
  g_assert_cmpuint (screened.n_screened, ==, 0);

  check_hits ("nhs-mdc", values, 24, &limits, "2: 4-10 -1, 4: 11-13 +1");
  check_hits ("western-electric", values, 24, &limits, "2: 10-12 +1, 2: 11-13 +1");
  check_hits ("nelson", values, 24, &limits, "5: 10-12 +1, 5: 11-13 +1");
}

static void
test_fenham (void)
{
  g_autoptr (NewcastleFile) data = newcastle_read (NEWCASTLE_VISITS);
  double values[24];
  BlProcessLimits limits;
  guint outside = 0;

  if (data == NULL)
    return;
  stretch (newcastle_row (data, "Fenham"), "2022-09", 24, values);
  g_assert_true (bl_process_limits_find (values, 24, FALSE, &limits));
  g_assert_cmpfloat_with_epsilon (limits.centre, 3132.8, 0.05);
  g_assert_cmpfloat_with_epsilon (limits.mean_range, 426.3, 0.05);
  g_assert_cmpfloat_with_epsilon (limits.lower, 1998.9, 0.05);
  g_assert_cmpfloat_with_epsilon (limits.upper, 4266.8, 0.05);
  for (guint i = 0; i < 24; i++)
    outside += values[i] < limits.lower || values[i] > limits.upper;
  g_assert_cmpuint (outside, ==, 16);
  g_assert_true (bl_process_limits_find (values, 11, FALSE, &limits));
  g_assert_cmpfloat_with_epsilon (limits.centre, 1687.1, 0.05);
  g_assert_cmpfloat_with_epsilon (limits.mean_range, 235.5, 0.05);
  g_assert_cmpfloat_with_epsilon (limits.lower, 1060.7, 0.05);
  g_assert_cmpfloat_with_epsilon (limits.upper, 2313.5, 0.05);
  g_assert_true (bl_process_limits_find (values + 11, 13, FALSE, &limits));
  g_assert_cmpfloat_with_epsilon (limits.centre, 4356.2, 0.05);
  g_assert_cmpfloat_with_epsilon (limits.mean_range, 459.8, 0.0500001);
  g_assert_cmpfloat_with_epsilon (limits.lower, 3133.2, 0.05);
  g_assert_cmpfloat_with_epsilon (limits.upper, 5579.1, 0.05);
  check_hits ("nhs-mdc", values + 11, 13, &limits, "");
}

/* A trend under the Nelson set, not under the NHS one (4.4, example 11). */
static void
test_denton_burn (void)
{
  g_autoptr (NewcastleFile) data = newcastle_read (NEWCASTLE_ISSUES);
  double values[24];
  BlProcessLimits limits;

  if (data == NULL)
    return;
  stretch (newcastle_row (data, "Denton Burn"), "2022-09", 24, values);
  g_assert_true (bl_process_limits_find (values, 24, FALSE, &limits));
  g_assert_cmpfloat_with_epsilon (limits.centre, 659.0, 0.05);
  check_hits ("nhs-mdc", values, 11, &limits, "1: 11-11 +1");
  check_hits ("nelson", values + 10, 6, &limits,
              "1: 1-1 +1, 3: 1-6 -1, 5: 1-3 +1"); /* 943 lies beyond two sigma, 881.7, too */
}

/* Worked by hand. */
static void
test_gaps (void)
{
  static const double values[] = { 10, 12, NAN, 20, 17, 17 };
  static const double jump[] = { 1, 2, 1, 2, 1, 2, 1, 2, 1, 100 };
  BlProcessLimits limits;

  g_assert_true (bl_process_limits_find (values, 6, FALSE, &limits));
  g_assert_cmpuint (limits.n, ==, 5);
  g_assert_cmpuint (limits.n_ranges, ==, 3); /* 2, 3, 0: none over the gap */
  g_assert_cmpfloat_with_epsilon (limits.mean_range, 5 / 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (limits.centre, 76 / 5.0, 1e-12);
  bl_process_limits_widen (&limits, 3);
  g_assert_cmpfloat_with_epsilon (limits.upper, 15.2 + 2.66 * 5, 1e-12);
  g_assert_false (bl_process_limits_find (values + 2, 1, FALSE, &limits));
  g_assert_true (isnan (limits.centre));
  g_assert_false (bl_process_limits_find (values + 1, 2, FALSE, &limits));
  g_assert_cmpfloat (limits.centre, ==, 12);
  /* The mean range of 107 over 9 is 11.9; 99 is over 3.267 times that, so eight ranges of 1 remain. */
  g_assert_true (bl_process_limits_find (jump, 10, TRUE, &limits));
  g_assert_cmpfloat (limits.mean_range, ==, 1);
  g_assert_cmpuint (limits.n_screened, ==, 1);
}

/* Worked by hand: centre 0, mean range 1, so limits 2.66, outer third from 1.773, one sigma 0.887. */
static void
test_rules (void)
{
  BlProcessLimits unit = { .centre = 0, .mean_range = 1 };
  static const double level[] = { 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1 };
  static const double rising[] = { -3, -2, -1, -1, 0.5, 1, 1.5, 1.8, 2.2, 2.4 };
  static const double broken[] = { 1, 1, 1, 1, NAN, 1, 1, 1, 1 };
  static const double turning[]
      = { 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5 };
  static const double two_sided[] = { 2, 2, -2, -2, 1, -1, -1, 1 };
  double flat[15];

  for (guint i = 0; i < 15; i++)
    flat[i] = 0.1;
  check_hits ("nhs-mdc", level, 11, &unit, "2: 5-11 +1");
  check_hits ("nhs-mdc", rising, 10, &unit, "1: 1-1 -1, 3: 4-10 +1, 4: 1-3 -1, 4: 7-9 +1, 4: 8-10 +1");
  check_hits ("nhs-mdc", broken, 9, &unit, "");
  check_hits ("nelson", turning, 13, &unit, "");
  check_hits ("nelson", turning, 14, &unit, "4: 1-14 +0");
  check_hits ("nelson", two_sided, 8, &unit, "5: 1-3 +1, 5: 2-4 -1, 5: 3-5 -1, 6: 3-7 -1, 8: 1-8 +0");
  check_hits ("nelson", flat, 14, &unit, "2: 1-14 +1");
  check_hits ("nelson", flat, 15, &unit, "2: 1-15 +1, 7: 1-15 +0");
  g_assert_null (bl_rule_set_find ("no such set"));
  g_assert_cmpstr (bl_rule_set_find (NULL)->name, ==, "nhs-mdc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/process-limits/gosforth", test_gosforth);
  g_test_add_func ("/analysis/process-limits/fenham", test_fenham);
  g_test_add_func ("/analysis/process-limits/denton-burn", test_denton_burn);
  g_test_add_func ("/analysis/process-limits/gaps", test_gaps);
  g_test_add_func ("/analysis/process-limits/rules", test_rules);
  return g_test_run ();
}
