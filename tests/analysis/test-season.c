/* test-season.c: seasons found and taken out against indicator-content 5.7
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "newcastle.h"
#include "process-limits.h"
#include "season.h"

#include <math.h>

static guint
find (const BlObservations *self, const char *period)
{
  BlPeriod found = newcastle_period (period, 0);
  int at = bl_observations_find (self, &found);

  g_assert_cmpint (at, >=, 0);
  return (guint) at;
}

static void
check_correlation (const BlObservations *self, double expected, gboolean seasonal)
{
  BlSeason season;

  bl_season_find (self, find (self, "2022-04"), find (self, "2024-03"), &season);
  g_assert_cmpuint (season.n_years, ==, 2);
  g_assert_cmpfloat_with_epsilon (season.correlation, expected, 0.0005001);
  g_assert_cmpint (season.seasonal, ==, seasonal);
}

static void
test_correlations (void)
{
  g_autoptr (NewcastleFile) issues = newcastle_read (NEWCASTLE_ISSUES),
                            visits = newcastle_read (NEWCASTLE_VISITS);
  g_autoptr (NewcastleFile) computers = newcastle_read (NEWCASTLE_COMPUTERS);
  g_autoptr (BlObservations) loans = NULL, all_visits = NULL;

  if (issues == NULL || visits == NULL || computers == NULL)
    return;
  loans = newcastle_total (issues, NULL);
  all_visits = newcastle_total (visits, NULL);
  check_correlation (loans, 0.963, TRUE);
  check_correlation (newcastle_row (issues, "Gosforth"), 0.834, TRUE);
  check_correlation (all_visits, 0.782, TRUE);
  check_correlation (newcastle_row (visits, "City"), 0.363, FALSE);
  check_correlation (newcastle_row (computers, "City"), 0.380, FALSE);
}

static void
test_loans (void)
{
  static const double factors[12]
      = { 1.011, 0.949, 0.887, 1.106, 1.257, 1.007, 1.033, 0.949, 0.790, 1.030, 0.965, 1.017 };
  static const struct
  {
    const char *month;
    double value, adjusted;
  } later[] = { { "2024-04", 23225, 22980 },
                { "2024-05", 22522, 23736 },
                { "2024-06", 21797, 24584 },
                { "2024-07", 24865, 22488 },
                { "2024-08", 25005, 19888 } };
  g_autoptr (NewcastleFile) data = newcastle_read (NEWCASTLE_ISSUES);
  g_autoptr (BlObservations) loans = data != NULL ? newcastle_total (data, NULL) : NULL;
  double raw[24], adjusted[24];
  BlProcessLimits limits;
  BlSeason season;
  guint first;

  if (loans == NULL)
    return;
  first = find (loans, "2022-04");
  bl_season_find (loans, first, first + 23, &season);
  for (guint m = 0; m < 12; m++)
    g_assert_cmpfloat_with_epsilon (season.factors[m], factors[m], 0.0005001);
  for (guint i = 0; i < 24; i++)
    {
      raw[i] = loans->items[first + i].value;
      adjusted[i] = raw[i] / bl_season_get_factor (&season, &loans->items[first + i].period);
    }
  g_assert_true (bl_process_limits_find (raw, 24, FALSE, &limits));
  g_assert_cmpfloat_with_epsilon (limits.centre, 23972, 0.5);
  g_assert_cmpfloat_with_epsilon (limits.mean_range, 2864, 0.5);
  g_assert_cmpfloat_with_epsilon (limits.lower, 16354, 0.5);
  g_assert_cmpfloat_with_epsilon (limits.upper, 31589, 0.5);
  g_assert_true (bl_process_limits_find (adjusted, 24, FALSE, &limits));
  g_assert_cmpfloat_with_epsilon (limits.centre, 23971, 0.5);
  g_assert_cmpfloat_with_epsilon (limits.mean_range, 408, 0.5);
  g_assert_cmpfloat_with_epsilon (limits.lower, 22886, 0.5);
  g_assert_cmpfloat_with_epsilon (limits.upper, 25056, 0.5);
  g_assert_cmpfloat_with_epsilon (bl_season_get_widening (&season), 1.732, 0.0005);
  bl_process_limits_widen (&limits, bl_season_get_widening (&season));
  g_assert_cmpfloat_with_epsilon (limits.lower, 22092, 0.5);
  g_assert_cmpfloat_with_epsilon (limits.upper, 25851, 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      const BlObservation *item = &loans->items[find (loans, later[i].month)];

      g_assert_cmpfloat (item->value, ==, later[i].value);
      g_assert_cmpfloat_with_epsilon (item->value / bl_season_get_factor (&season, &item->period),
                                      later[i].adjusted, 0.5);
    }
}

static void
test_none (void)
{
  g_autoptr (BlObservations) years = bl_observations_new_empty (BL_PERIOD_KIND_FY, 738000, 5);
  g_autoptr (BlObservations) months = bl_observations_new_empty (BL_PERIOD_KIND_MONTH, 738000, 60);
  BlPeriod period = { BL_PERIOD_KIND_FY, 738000, 738365 };
  BlSeason season;

  bl_season_find (years, 0, 4, &season);
  g_assert_cmpuint (season.n_years, ==, 0);
  g_assert_cmpfloat (bl_season_get_factor (&season, &period), ==, 1);
  g_assert_cmpfloat (bl_season_get_widening (&season), ==, 1);
  bl_season_find (months, 0, 59, &season);
  g_assert_cmpuint (season.n_years, ==, 0);
  g_assert_true (isnan (season.correlation));
  /* Three years: √(4 ÷ 2). */
  season.seasonal = TRUE;
  season.n_years = 3;
  g_assert_cmpfloat_with_epsilon (bl_season_get_widening (&season), 1.414, 0.0005);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/season/correlations", test_correlations);
  g_test_add_func ("/analysis/season/loans", test_loans);
  g_test_add_func ("/analysis/season/none", test_none);
  return g_test_run ();
}
