/* process-limits.c: centre line and natural process limits of an XmR chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "process-limits.h"

#include <math.h>

static void
draw_lines (BlProcessLimits *limits)
{
  double range = limits->mean_range;

  limits->lower = limits->centre - BL_LIMIT_FACTOR * range;
  limits->upper = limits->centre + BL_LIMIT_FACTOR * range;
  limits->outer_lower = limits->centre - 2 * BL_LIMIT_FACTOR / 3 * range;
  limits->outer_upper = limits->centre + 2 * BL_LIMIT_FACTOR / 3 * range;
  limits->one_lower = limits->centre - range / BL_SIGMA_DIVISOR;
  limits->one_upper = limits->centre + range / BL_SIGMA_DIVISOR;
  limits->two_lower = limits->centre - 2 * range / BL_SIGMA_DIVISOR;
  limits->two_upper = limits->centre + 2 * range / BL_SIGMA_DIVISOR;
  limits->range_limit = BL_RANGE_LIMIT_FACTOR * range;
}

/* Mean of the moving ranges under @below; NaN without any. */
static double
mean_range (const double *values, guint n, double below, guint *n_ranges, guint *n_left_out)
{
  double sum = 0;

  *n_ranges = *n_left_out = 0;
  for (guint i = 1; i < n; i++)
    {
      double range = fabs (values[i] - values[i - 1]);

      if (!isfinite (range))
        continue;
      if (range >= below)
        {
          (*n_left_out)++;
          continue;
        }
      sum += range;
      (*n_ranges)++;
    }
  return *n_ranges > 0 ? sum / *n_ranges : NAN;
}

gboolean
bl_process_limits_find (const double *values, guint n, gboolean screen, BlProcessLimits *limits)
{
  double sum = 0;

  *limits = (BlProcessLimits){ .centre = NAN, .mean_range = NAN };
  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        sum += values[i];
        limits->n++;
      }
  if (limits->n > 0)
    limits->centre = sum / limits->n;
  limits->mean_range = mean_range (values, n, INFINITY, &limits->n_ranges, &limits->n_screened);
  if (screen && limits->mean_range > 0)
    {
      double screened;
      guint n_ranges, left_out;

      screened = mean_range (values, n, BL_RANGE_LIMIT_FACTOR * limits->mean_range, &n_ranges, &left_out);
      if (n_ranges > 0)
        {
          limits->mean_range = screened;
          limits->n_ranges = n_ranges;
          limits->n_screened = left_out;
        }
    }
  draw_lines (limits);
  return limits->n_ranges > 0;
}

void
bl_process_limits_widen (BlProcessLimits *limits, double by)
{
  limits->mean_range *= by;
  draw_lines (limits);
}
