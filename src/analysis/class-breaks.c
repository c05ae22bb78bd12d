/* class-breaks.c: where the groups of a map begin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "class-breaks.h"

#include <math.h>
#include <string.h>

#include "natural-breaks.h"

#define USUAL_GROUPS 5
#define MOST_DECIMALS 6

/* As many figures in each as can be; equal ones stay together. */
static guint
find_quantiles (const double *sorted, guint n, guint n_groups, double *starts)
{
  guint found = 0;

  for (guint g = 0; g < n_groups; g++)
    {
      double start = sorted[(gsize) g * n / n_groups];

      if (found == 0 || start > starts[found - 1])
        starts[found++] = start;
    }
  return found;
}

static guint
find_equal (double low, double high, guint n_groups, double *starts)
{
  if (!(low < high))
    n_groups = 1;
  for (guint g = 0; g < n_groups; g++)
    starts[g] = low + g * (high - low) / n_groups;
  return n_groups;
}

static guint
find_by_method (BlClassify method, const double *sorted, guint n, guint n_groups, double *starts)
{
  if (n == 0)
    return 0;
  switch (method)
    {
    case BL_CLASSIFY_EQUAL:
      return find_equal (sorted[0], sorted[n - 1], n_groups, starts);
    case BL_CLASSIFY_NATURAL:
      return bl_natural_breaks (sorted, n, n_groups, starts);
    case BL_CLASSIFY_USUAL:
    case BL_CLASSIFY_QUANTILE:
    case BL_CLASSIFY_OWN:
    case BL_N_CLASSIFY:
    default:
      return find_quantiles (sorted, n, n_groups, starts);
    }
}

/* How far each group is from the middle. @within: the group that holds the middle
 * between its limits is the middle itself; else the last below ends there. */
static void
count_steps (BlClassBreaks *breaks, double middle, gboolean within)
{
  guint n_below = 0, n_middle = 0;

  for (guint g = 0; g < breaks->n; g++)
    {
      double next = g + 1 < breaks->n ? breaks->starts[g + 1] : INFINITY;

      if (breaks->starts[g] >= middle)
        break;
      if (within && next > middle)
        n_middle++;
      else
        n_below++;
    }
  for (guint g = 0; g < breaks->n; g++)
    {
      breaks->steps[g] = g < n_below              ? (int) g - (int) n_below
                         : g < n_below + n_middle ? 0
                                                  : (int) (g - n_below - n_middle) + 1;
      breaks->n_steps = MAX (breaks->n_steps, (guint) ABS (breaks->steps[g]));
    }
}

/* Groups that lie wholly beyond the figures there are would only puzzle: fewer than
 * no people. The others keep their distance from the middle. */
static void
drop_outside (BlClassBreaks *breaks, double low, double high)
{
  guint first = 0;

  while (breaks->n > 1 && breaks->starts[breaks->n - 1] > high)
    breaks->n--;
  while (first + 1 < breaks->n && breaks->starts[first + 1] <= low)
    first++;
  breaks->n -= first;
  memmove (breaks->starts, &breaks->starts[first], breaks->n * sizeof *breaks->starts);
  memmove (breaks->steps, &breaks->steps[first], breaks->n * sizeof *breaks->steps);
}

/* The two sides on their own, half of the groups each, so that colours on both
 * are worth the same. */
static void
find_about (BlClassBreaks *breaks, const double *sorted, guint n, const BlClassRule *rule, guint n_groups)
{
  guint half = CLAMP (n_groups / 2, 1, BL_CLASSES_MAX / 2);
  guint below = 0;
  double starts[BL_CLASSES_MAX];
  guint found;

  while (below < n && sorted[below] < rule->middle)
    below++;
  if (rule->method == BL_CLASSIFY_EQUAL)
    {
      double reach = MAX (fabs (sorted[0] - rule->middle), fabs (sorted[n - 1] - rule->middle));

      if (reach == 0)
        reach = 1;
      breaks->n = 2 * half;
      for (guint g = 0; g < breaks->n; g++)
        breaks->starts[g] = rule->middle + ((double) g - half) * reach / half;
      breaks->starts[0] = MIN (breaks->starts[0], sorted[0]);
      count_steps (breaks, rule->middle, FALSE);
      drop_outside (breaks, sorted[0], sorted[n - 1]);
      return;
    }
  else
    {
      breaks->n = find_by_method (rule->method, sorted, below, half, breaks->starts);
      found = find_by_method (rule->method, &sorted[below], n - below, half, starts);
      for (guint g = 0; g < found; g++)
        /* The groups nearest to the middle reach up to it. */
        breaks->starts[breaks->n++] = g == 0 && below > 0 ? rule->middle : starts[g];
    }
  count_steps (breaks, rule->middle, FALSE);
}

/* Decimals that show a number as it is. */
static int
decimals_of (double number)
{
  int decimals = 0;

  for (double unit = 1; decimals < MOST_DECIMALS && fabs (number * unit - round (number * unit)) > 1e-9 * unit;
       unit *= 10)
    decimals++;
  return decimals;
}

/* Decimals that tell limits this far apart from each other, and a tenth of that. */
static int
decimals_apart (double width)
{
  if (!(width > 0))
    return 0;
  return CLAMP (1 - (int) floor (log10 (width)), 0, MOST_DECIMALS);
}

void
bl_class_breaks_compute (BlClassBreaks *breaks, const double *sorted, guint n, const BlClassRule *rule)
{
  guint n_groups = rule->n_groups > 0 ? MIN (rule->n_groups, BL_CLASSES_MAX) : USUAL_GROUPS;

  g_return_if_fail (n > 0);

  *breaks = (BlClassBreaks){ 0 };
  if (rule->method == BL_CLASSIFY_OWN)
    {
      breaks->starts[breaks->n++] = -INFINITY;
      for (guint i = 0; i < rule->n_breaks; i++)
        {
          breaks->starts[breaks->n++] = rule->breaks[i];
          breaks->decimals = MAX (breaks->decimals, decimals_of (rule->breaks[i]));
        }
      if (rule->about)
        count_steps (breaks, rule->middle, TRUE);
    }
  else if (rule->about)
    find_about (breaks, sorted, n, rule, n_groups);
  else
    breaks->n = find_by_method (rule->method, sorted, n, n_groups, breaks->starts);

  breaks->by_figures = rule->method != BL_CLASSIFY_OWN && rule->method != BL_CLASSIFY_EQUAL;
  if (rule->method == BL_CLASSIFY_EQUAL && breaks->n > 1)
    breaks->decimals = decimals_apart (breaks->starts[breaks->n - 1] - breaks->starts[breaks->n - 2]);
  breaks->starts[breaks->n] = INFINITY;
}
