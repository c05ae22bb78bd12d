/* appraise.c: options weighed by criteria: totals, order, what would change it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "appraise.h"

#include <math.h>

#define EQUAL 1e-9 /* totals this near are equal */

/* --- Totals and order --------------------------------------------------------- */

static void
weigh (BlAppraise *self, const double *swings)
{
  double sum = 0;

  for (guint i = 0; i < self->n_criteria; i++)
    sum += swings[i];
  for (guint i = 0; i < self->n_criteria; i++)
    self->weights[i] = sum > 0 ? swings[i] / sum : NAN;
}

static double
get_total (const BlAppraise *self, const double *values, guint option, guint *unknown)
{
  double sum = 0, weight = 0;

  *unknown = 0;
  for (guint i = 0; i < self->n_criteria; i++)
    {
      double value = values[option * self->n_criteria + i];

      if (isnan (value))
        *unknown += self->weights[i] > 0;
      else
        {
          sum += self->weights[i] * value;
          weight += self->weights[i];
        }
    }
  return weight > 0 ? sum / weight : NAN;
}

static int
compare_totals (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlAppraise *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  double x = self->totals[first], y = self->totals[second];

  if (isnan (x) != isnan (y))
    return isnan (x) ? 1 : -1;
  if (!isnan (x) && fabs (x - y) > EQUAL)
    return x > y ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* --- What would change it ------------------------------------------------------ */

double
bl_appraise_get_total_at (
    const BlAppraise *self, const double *values, guint option, guint criterion, double weight)
{
  double rest = 0, others = 1 - self->weights[criterion];
  const double *own = values + option * self->n_criteria;

  if (isnan (own[criterion]))
    return NAN;
  for (guint i = 0; i < self->n_criteria; i++)
    {
      if (i == criterion)
        continue;
      /* With all the weight on this one, the others share what is left alike. */
      double share = others > EQUAL ? self->weights[i] / others : 1.0 / (self->n_criteria - 1);

      if (isnan (own[i]) && share > 0)
        return NAN;
      rest += share > 0 ? share * own[i] : 0;
    }
  return weight * own[criterion] + (1 - weight) * rest;
}

/* Every total is a straight line in the weight, so the first place changes where a line of another option
 * crosses that of the first: on each side the nearest crossing counts. */
static void
find_points (BlAppraise *self, const double *values, guint criterion)
{
  BlAppraisePoint *below = &self->below[criterion], *above = &self->above[criterion];
  double now = self->weights[criterion], at_0, at_1;

  *below = *above = (BlAppraisePoint){ NAN, -1 };
  if (self->first < 0 || self->n_criteria < 2 || isnan (now))
    return;
  at_0 = bl_appraise_get_total_at (self, values, (guint) self->first, criterion, 0);
  at_1 = bl_appraise_get_total_at (self, values, (guint) self->first, criterion, 1);
  for (guint i = 0; i < self->n_options; i++)
    {
      double other_0 = bl_appraise_get_total_at (self, values, i, criterion, 0);
      double other_1 = bl_appraise_get_total_at (self, values, i, criterion, 1);
      double lead_0 = at_0 - other_0, lead_1 = at_1 - other_1, at;

      if ((int) i == self->first || isnan (lead_0) || isnan (lead_1) || fabs (lead_0 - lead_1) < EQUAL)
        continue;
      at = lead_0 / (lead_0 - lead_1);
      if (at < -EQUAL || at > 1 + EQUAL)
        continue;
      at = CLAMP (at, 0, 1);
      /* It overtakes going up where the lead shrinks with the weight, going down where it grows. */
      if (lead_1 < lead_0 && at >= now - EQUAL && lead_1 < -EQUAL
          && (above->option < 0 || at < above->weight))
        *above = (BlAppraisePoint){ MAX (at, now), (int) i };
      else if (lead_1 > lead_0 && at <= now + EQUAL && lead_0 < -EQUAL
               && (below->option < 0 || at > below->weight))
        *below = (BlAppraisePoint){ MIN (at, now), (int) i };
    }
}

static void
find_dominance (BlAppraise *self, const double *values, guint option)
{
  self->dominated_by[option] = -1;
  for (guint i = 0; i < self->n_options && self->dominated_by[option] < 0; i++)
    {
      guint better = 0, worse = 0, known = 0;

      for (guint j = 0; j < self->n_criteria && i != option; j++)
        {
          double own = values[option * self->n_criteria + j], other = values[i * self->n_criteria + j];

          if (isnan (own) || isnan (other))
            continue;
          known++;
          better += own > other;
          worse += own < other;
        }
      if (known > 0 && better == 0 && worse > 0)
        {
          self->dominated_by[option] = (int) i;
          self->worse_on[option] = worse;
        }
    }
}

BlAppraise *
bl_appraise_new (const double *swings, const double *values, guint n_options, guint n_criteria)
{
  BlAppraise *self = g_new0 (BlAppraise, 1);

  self->n_options = n_options;
  self->n_criteria = n_criteria;
  self->weights = g_new0 (double, n_criteria + 1);
  self->totals = g_new0 (double, n_options + 1);
  self->unknown = g_new0 (guint, n_options + 1);
  self->order = g_new0 (guint, n_options + 1);
  self->below = g_new0 (BlAppraisePoint, n_criteria + 1);
  self->above = g_new0 (BlAppraisePoint, n_criteria + 1);
  self->dominated_by = g_new0 (int, n_options + 1);
  self->worse_on = g_new0 (guint, n_options + 1);
  weigh (self, swings);
  for (guint i = 0; i < n_options; i++)
    {
      self->totals[i] = get_total (self, values, i, &self->unknown[i]);
      self->order[i] = i;
      find_dominance (self, values, i);
    }
  g_qsort_with_data (self->order, (int) n_options, sizeof (guint), compare_totals, self);
  self->first = n_options > 0 && !isnan (self->totals[self->order[0]]) ? (int) self->order[0] : -1;
  self->second = n_options > 1 && !isnan (self->totals[self->order[1]]) ? (int) self->order[1] : -1;
  self->gap = self->second >= 0 ? self->totals[self->first] - self->totals[self->second] : NAN;
  for (guint i = 0; i < n_criteria; i++)
    find_points (self, values, i);
  return self;
}

void
bl_appraise_free (BlAppraise *self)
{
  g_free (self->weights);
  g_free (self->totals);
  g_free (self->unknown);
  g_free (self->order);
  g_free (self->below);
  g_free (self->above);
  g_free (self->dominated_by);
  g_free (self->worse_on);
  g_free (self);
}

double
bl_value_function (BlValueFunction function, double measure, double worst, double best)
{
  double share = (measure - worst) / (best - worst);

  if (isnan (measure) || isnan (worst) || isnan (best) || worst == best)
    return NAN;
  switch (function)
    {
    case BL_VALUE_THRESHOLD:
      return share >= 1 ? 100 : 0;
    case BL_VALUE_CURVE:
      return 100 * sqrt (CLAMP (share, 0, 1));
    case BL_VALUE_LINEAR:
    case BL_VALUE_PLATEAU:
    default:
      return 100 * CLAMP (share, 0, 1);
    }
}
