/* run-chart.c: a series about its median, for when points are few
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "run-chart.h"

#include <math.h>

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
find_median (const double *values, guint n, guint *known)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      g_array_append_val (sorted, values[i]);
  *known = sorted->len;
  if (sorted->len == 0)
    return NAN;
  g_array_sort (sorted, compare_doubles);
  return (g_array_index (sorted, double, (sorted->len - 1) / 2)
          + g_array_index (sorted, double, sorted->len / 2))
         / 2;
}

/* The logarithm of n over k. */
static double
log_choose (guint n, guint k)
{
  return lgamma (n + 1.0) - lgamma (k + 1.0) - lgamma (n - k + 1.0);
}

/* Chance of exactly @runs runs of @a and @b things in random order (Wald and Wolfowitz). */
static double
chance_of_runs (guint a, guint b, guint runs)
{
  guint k = runs / 2;
  double all = log_choose (a + b, a), chance = 0;

  if (runs < 2 || runs > a + b)
    return 0;
  if (runs % 2 == 0)
    return k <= a && k <= b ? 2 * exp (log_choose (a - 1, k - 1) + log_choose (b - 1, k - 1) - all) : 0;
  if (k < a && k <= b)
    chance += exp (log_choose (a - 1, k) + log_choose (b - 1, k - 1) - all);
  if (k <= a && k < b)
    chance += exp (log_choose (a - 1, k - 1) + log_choose (b - 1, k) - all);
  return chance;
}

void
bl_run_chart_get_runs (guint useful, guint *least, guint *most)
{
  guint a = useful / 2, b = useful - a;
  double tail = 0;

  *least = *most = 0;
  if (a == 0)
    return;
  for (guint runs = 2; runs <= useful; runs++)
    {
      tail += chance_of_runs (a, b, runs);
      if (tail > 0.025)
        {
          *least = runs;
          break;
        }
    }
  tail = 0;
  for (guint runs = useful; runs >= 2; runs--)
    {
      tail += chance_of_runs (a, b, runs);
      if (tail > 0.025)
        {
          *most = runs;
          break;
        }
    }
}

guint
bl_run_chart_get_least_crossings (guint useful)
{
  double sum = 0;

  if (useful < 2)
    return 0;
  for (guint k = 0; k < useful; k++)
    {
      sum += exp (log_choose (useful - 1, k) - (useful - 1) * G_LN2);
      /* The sum of exact halves may miss 0.05 by its rounding only; no n makes it equal. */
      if (sum >= 0.05)
        return k;
    }
  return useful - 1;
}

guint
bl_run_chart_get_longest (guint useful)
{
  return useful > 0 ? (guint) floor (log2 (useful) + 0.5) + 3 : 0;
}

void
bl_run_chart_find (const double *values, guint n, BlRunChart *chart)
{
  int side = 0;
  guint length = 0;

  *chart = (BlRunChart){ 0 };
  chart->median = find_median (values, n, &chart->n);
  for (guint i = 0; i < n; i++)
    {
      int here = values[i] > chart->median ? 1 : values[i] < chart->median ? -1 : 0;

      if (here == 0)
        continue;
      chart->useful++;
      length = here == side ? length + 1 : 1;
      chart->runs += here != side;
      side = here;
      chart->longest = MAX (chart->longest, length);
    }
  chart->crossings = chart->runs > 0 ? chart->runs - 1 : 0;
  bl_run_chart_get_runs (chart->useful, &chart->least_runs, &chart->most_runs);
  chart->longest_allowed = bl_run_chart_get_longest (chart->useful);
  chart->least_crossings = bl_run_chart_get_least_crossings (chart->useful);
}

/* Runs of at least @least useful points; with @longest only the (first) longest. */
static void
add_runs (const BlRunChart *chart,
          const BlSignalRule *rule,
          const double *values,
          guint n,
          guint least,
          GArray *hits)
{
  BlHit run = { .rule = rule };
  guint length = 0;

  for (guint i = 0; i <= n; i++)
    {
      int here = i == n ? 0 : values[i] > chart->median ? 1 : values[i] < chart->median ? -1 : 0;

      if (i < n && here == 0)
        continue;
      if (length > 0 && here == run.side)
        {
          length++;
          run.last = i;
          continue;
        }
      if (length >= least && length > 0)
        g_array_append_val (hits, run);
      run.side = here;
      run.first = run.last = i;
      length = 1;
    }
}

/* Values rising or falling, one equal to the last not counted. */
static void
add_trends (const BlSignalRule *rule, const double *values, guint n, GArray *hits)
{
  BlHit trend = { .rule = rule };
  double last = NAN;
  guint length = 0, at = 0, same = 0;

  for (guint i = 0; i <= n; i++)
    {
      int step;

      if (i < n && (!isfinite (values[i]) || values[i] == last))
        {
          /* The last of equal values ends a trend, and begins the next. */
          if (isfinite (values[i]))
            same = i;
          continue;
        }
      step = i == n || !isfinite (last) ? 0 : values[i] > last ? 1 : -1;
      if (length > 0 && step != 0 && step == trend.side)
        length++;
      else
        {
          if (length >= rule->points)
            g_array_append_val (hits, trend);
          trend.side = step;
          trend.first = MAX (at, same);
          length = step != 0 ? 2 : 0;
        }
      if (i == n)
        break;
      trend.last = i;
      at = same = i;
      last = values[i];
    }
}

GArray *
bl_run_chart_apply (const BlRunChart *chart, const BlRuleSet *set, const double *values, guint n)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (BlHit));

  for (guint r = 0; n > 0 && r < set->n; r++)
    {
      const BlSignalRule *rule = &set->rules[r];
      BlHit all = { rule, 0, n - 1, 0 };

      switch (rule->kind)
        {
        case BL_RULE_RUN:
          add_runs (chart, rule, values, n, rule->points, hits);
          break;
        case BL_RULE_LONGEST_RUN:
          if (chart->longest > chart->longest_allowed)
            add_runs (chart, rule, values, n, chart->longest_allowed + 1, hits);
          break;
        case BL_RULE_TREND:
          add_trends (rule, values, n, hits);
          break;
        case BL_RULE_CROSSINGS:
          if (chart->useful >= 10 && chart->crossings < chart->least_crossings)
            g_array_append_val (hits, all);
          break;
        case BL_RULE_RUNS:
          if (chart->useful >= 10 && (chart->runs < chart->least_runs || chart->runs > chart->most_runs))
            g_array_append_val (hits, all);
          break;
        default:
          break; /* of control charts: bl_rule_set_apply() */
        }
    }
  return hits;
}
