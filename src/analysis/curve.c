/* curve.c: the share of people reached within each distance or time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "curve.h"

#include <math.h>

typedef struct
{
  double at, people;
} Step;

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *first = a, *second = b;

  return (first->at > second->at) - (first->at < second->at);
}

BlCurve *
bl_curve_new (const BlAccess *access, BlMeasure measure, const double *people)
{
  const double *measured;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  BlCurve *self;
  double reached = 0;

  g_return_val_if_fail (access != NULL && people != NULL, NULL);

  self = g_new0 (BlCurve, 1);
  self->measure = measure;
  measured = measure == BL_MEASURE_MINUTES ? access->minutes : access->distance;
  for (guint i = 0; i < access->n_areas; i++)
    {
      Step step = { measured[i], people[i] };

      if (!(people[i] > 0) || !access->measured[i])
        continue;
      self->population += people[i];
      if (!isnan (measured[i]))
        g_array_append_val (steps, step);
    }
  g_array_sort (steps, compare_steps);

  self->at = g_new (double, MAX (steps->len, 1));
  self->people = g_new (double, MAX (steps->len, 1));
  self->percent = g_new (double, MAX (steps->len, 1));
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      reached += step->people;
      if (self->n == 0 || self->at[self->n - 1] != step->at)
        self->n++;
      self->at[self->n - 1] = step->at;
      self->people[self->n - 1] = reached;
      self->percent[self->n - 1] = 100 * reached / self->population;
    }
  return self;
}

double
bl_curve_at (const BlCurve *self, double limit)
{
  guint low = 0, high = self->n; /* the first step beyond the limit is within low … high */

  if (!(self->population > 0))
    return NAN;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->at[middle] <= limit)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? self->percent[low - 1] : 0;
}

double
bl_curve_find (const BlCurve *self, double percent)
{
  for (guint i = 0; i < self->n; i++)
    if (self->percent[i] >= percent)
      return self->at[i];
  return NAN;
}

void
bl_curve_free (BlCurve *self)
{
  if (self == NULL)
    return;
  g_free (self->at);
  g_free (self->people);
  g_free (self->percent);
  g_free (self);
}
