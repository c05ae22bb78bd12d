/* needs-scale.c: figures of any kind brought to 0 (least need) … 100 (most)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs.h"

#include <math.h>

typedef struct
{
  double number;
  guint row;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  double first = ((const Entry *) a)->number, second = ((const Entry *) b)->number;

  return (first > second) - (first < second);
}

/* By rank: @place is 1 … @n, the mean of their places for equal figures. */
static double
by_rank (double place, guint n, BlNormalise normalise)
{
  if (normalise == BL_NORMALISE_DECILE)
    return 100 * fmin (9, floor ((place - 0.5) * 10 / n)) / 9;
  return 100 * (place - 1) / (n - 1);
}

static void
scale_by_rank (Entry *entries, guint n, BlNormalise normalise, double *scaled)
{
  for (guint i = 0, next; i < n; i = next)
    {
      double place;

      for (next = i + 1; next < n && entries[next].number == entries[i].number; next++)
        ;
      place = (i + 1 + next) / 2.0;
      for (guint k = i; k < next; k++)
        scaled[entries[k].row] = by_rank (place, n, normalise);
    }
}

static void
scale_by_z (const Entry *entries, guint n, double *scaled)
{
  double mean = 0, squares = 0, deviation;

  for (guint i = 0; i < n; i++)
    mean += entries[i].number / n;
  for (guint i = 0; i < n; i++)
    squares += (entries[i].number - mean) * (entries[i].number - mean) / n;
  deviation = sqrt (squares);
  for (guint i = 0; i < n; i++)
    scaled[entries[i].row] = 100 * 0.5 * erfc (-(entries[i].number - mean) / deviation / G_SQRT2);
}

void
bl_needs_scale (const double *raw, guint n, BlDirection direction, BlNormalise normalise, double *scaled)
{
  g_autofree Entry *entries = g_new (Entry, MAX (n, 1));
  guint n_known = 0;

  for (guint i = 0; i < n; i++)
    {
      scaled[i] = NAN;
      if (isfinite (raw[i]))
        entries[n_known++] = (Entry){ direction == BL_DIRECTION_LESS ? -raw[i] : raw[i], i };
    }
  if (n_known == 0)
    return;

  qsort (entries, n_known, sizeof *entries, compare_entries);
  if (entries[0].number == entries[n_known - 1].number)
    for (guint i = 0; i < n_known; i++)
      scaled[entries[i].row] = 50;
  else if (normalise == BL_NORMALISE_Z)
    scale_by_z (entries, n_known, scaled);
  else if (normalise == BL_NORMALISE_MIN_MAX)
    for (guint i = 0; i < n_known; i++)
      scaled[entries[i].row] = 100 * (entries[i].number - entries[0].number)
                               / (entries[n_known - 1].number - entries[0].number);
  else
    scale_by_rank (entries, n_known, normalise, scaled);
}
