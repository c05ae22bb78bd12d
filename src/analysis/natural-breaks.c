/* natural-breaks.c: groups whose members are most alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "natural-breaks.h"

#include <math.h>

/* Different numbers with how often each comes, as sums from the first on; taken
 * from their mean, so that squares of large numbers do not eat up the digits. */
typedef struct
{
  guint n;
  double *weight, *sum, *square; /* n + 1 */
} Sums;

/* Squared distances from their mean of the numbers from @first to before @end. */
static double
cost (const Sums *sums, guint first, guint end)
{
  double weight = sums->weight[end] - sums->weight[first];
  double sum = sums->sum[end] - sums->sum[first];
  double spread = sums->square[end] - sums->square[first] - sum * sum / weight;

  return MAX (spread, 0);
}

static void
sums_init (Sums *sums, const double *sorted, guint n, double *different)
{
  double mean = 0;

  *sums = (Sums){ .weight = g_new0 (double, n + 1), .sum = g_new0 (double, n + 1), .square = g_new0 (double, n + 1) };
  for (guint i = 0; i < n; i++)
    mean += (sorted[i] - mean) / (i + 1);
  for (guint i = 0; i < n; i++)
    {
      double from_mean = sorted[i] - mean;
      guint at;

      if (i == 0 || sorted[i] != sorted[i - 1])
        {
          different[sums->n++] = sorted[i];
          at = sums->n;
          sums->weight[at] = sums->weight[at - 1];
          sums->sum[at] = sums->sum[at - 1];
          sums->square[at] = sums->square[at - 1];
        }
      at = sums->n;
      sums->weight[at] += 1;
      sums->sum[at] += from_mean;
      sums->square[at] += from_mean * from_mean;
    }
}

static void
sums_clear (Sums *sums)
{
  g_free (sums->weight);
  g_free (sums->sum);
  g_free (sums->square);
}

/* The best last group of the first @end numbers begins no earlier than that of
 * fewer numbers does: half of the ends, then those between them (n log n steps
 * a group where trying all would be n²; 32,844 areas would not be waited for). */
static void
improve (const Sums *sums, const double *before, double *best, guint *last_start, guint low, guint high, guint from,
         guint to)
{
  guint middle = low + (high - low) / 2;
  guint taken = from;

  best[middle] = INFINITY;
  for (guint start = from; start <= MIN (to, middle - 1); start++)
    {
      double total = before[start] + cost (sums, start, middle);

      if (total < best[middle])
        {
          best[middle] = total;
          taken = start;
        }
    }
  last_start[middle] = taken;
  if (middle > low)
    improve (sums, before, best, last_start, low, middle - 1, from, taken);
  if (middle < high)
    improve (sums, before, best, last_start, middle + 1, high, taken, to);
}

guint
bl_natural_breaks (const double *sorted, guint n, guint n_groups, double *starts)
{
  g_autofree double *different = NULL;
  g_autofree double *before = NULL;
  g_autofree double *best = NULL;
  g_autofree guint *last_starts = NULL;
  Sums sums;
  guint end;

  g_return_val_if_fail (n_groups > 0 && starts != NULL, 0);

  if (n == 0)
    return 0;
  different = g_new (double, n);
  sums_init (&sums, sorted, n, different);
  n_groups = MIN (n_groups, sums.n);

  before = g_new (double, sums.n + 1);
  best = g_new (double, sums.n + 1);
  last_starts = g_new0 (guint, (gsize) n_groups * (sums.n + 1));
  for (guint i = 1; i <= sums.n; i++)
    best[i] = cost (&sums, 0, i);
  for (guint g = 1; g < n_groups; g++)
    {
      double *swap = before;

      before = best;
      best = swap;
      improve (&sums, before, best, &last_starts[(gsize) g * (sums.n + 1)], g + 1, sums.n, g, sums.n - 1);
    }

  end = sums.n;
  for (guint g = n_groups; g-- > 0;)
    {
      guint start = g > 0 ? last_starts[(gsize) g * (sums.n + 1) + end] : 0;

      starts[g] = different[start];
      end = start;
    }
  sums_clear (&sums);
  return n_groups;
}

double
bl_natural_breaks_fit (const double *sorted, guint n, const double *starts, guint n_groups)
{
  g_autofree double *different = NULL;
  Sums sums;
  double within = 0, all;
  guint first = 0;

  if (n == 0)
    return NAN;
  different = g_new (double, n);
  sums_init (&sums, sorted, n, different);
  all = cost (&sums, 0, sums.n);
  for (guint g = 0; g < n_groups; g++)
    {
      guint end = first;

      while (end < sums.n && (g + 1 >= n_groups || different[end] < starts[g + 1]))
        end++;
      if (end > first)
        within += cost (&sums, first, end);
      first = end;
    }
  sums_clear (&sums);
  return all > 0 ? 1 - within / all : 1;
}
