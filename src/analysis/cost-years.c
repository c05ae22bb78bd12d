/* cost-years.c: money over years: optimism, discounting, net present cost, payback
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cost-years.h"

#include <math.h>

#define FIRST_STEP 30  /* the last year of the standard rate */
#define SECOND_STEP 75 /* of the next */

double
bl_cost_get_factor (double percent, guint year)
{
  gboolean standard = percent == BL_COST_STANDARD_RATE;
  guint first = standard ? MIN (year, FIRST_STEP) : year;
  guint second = standard && year > FIRST_STEP ? MIN (year, SECOND_STEP) - FIRST_STEP : 0;
  guint third = standard && year > SECOND_STEP ? year - SECOND_STEP : 0;

  return pow (1 + percent / 100, -(double) first) * pow (1.03, -(double) second)
         * pow (1.025, -(double) third);
}

/* The year of the plan whose money falls into @year. */
static guint
get_planned_year (const BlCostFlow *flow, guint year, guint slip)
{
  if (flow->kind != BL_COST_RUNNING || slip == 0)
    return year;
  return year > slip ? year - slip : 0;
}

BlCostYears *
bl_cost_years_new (const BlCostFlow *flows, guint n_flows, guint last, double percent, guint slip)
{
  BlCostYears *self = g_new0 (BlCostYears, 1);

  self->n = MIN (last, BL_COST_LAST_YEAR) + 1;
  self->cash = g_new0 (double, self->n);
  self->optimism = g_new0 (double, self->n);
  self->discounted = g_new0 (double, self->n);
  for (guint i = 0; i < n_flows; i++)
    {
      const BlCostFlow *flow = &flows[i];

      if (flow->kind == BL_COST_MEMO)
        continue;
      for (guint year = 0; year < self->n; year++)
        {
          guint planned = get_planned_year (flow, year, slip);
          double added;

          if (planned < flow->from || planned > flow->to)
            continue;
          added = flow->pence / 100.0 * flow->optimism / 100;
          self->cash[year] += flow->pence / 100.0 + added;
          self->optimism[year] += added;
        }
    }
  for (guint year = 0; year < self->n; year++)
    {
      self->discounted[year] = self->cash[year] * bl_cost_get_factor (percent, year);
      self->total += self->cash[year];
      self->net_present += self->discounted[year];
    }
  return self;
}

void
bl_cost_years_free (BlCostYears *self)
{
  g_free (self->cash);
  g_free (self->optimism);
  g_free (self->discounted);
  g_free (self);
}

gint64
bl_cost_round (double pounds)
{
  return (gint64) round (pounds * 100);
}

/* The first year not below 0 after one that was. */
static int
find_payback (const double *running, guint n)
{
  gboolean below = FALSE;

  for (guint year = 0; year < n; year++)
    {
      if (bl_cost_round (running[year]) < 0)
        below = TRUE;
      else if (below)
        return (int) year;
    }
  return below ? -1 : 0;
}

BlCostPair *
bl_cost_pair_new (const BlCostYears *base, const BlCostYears *other)
{
  BlCostPair *self = g_new0 (BlCostPair, 1);

  self->n = MIN (base->n, other->n);
  self->difference = g_new0 (double, self->n);
  self->running = g_new0 (double, self->n);
  self->discounted = g_new0 (double, self->n);
  self->running_discounted = g_new0 (double, self->n);
  for (guint year = 0; year < self->n; year++)
    {
      self->difference[year] = base->cash[year] - other->cash[year];
      self->discounted[year] = base->discounted[year] - other->discounted[year];
      self->total += self->difference[year];
      self->net_present += self->discounted[year];
      self->running[year] = self->total;
      self->running_discounted[year] = self->net_present;
    }
  self->pays_back = find_payback (self->running, self->n);
  self->pays_back_discounted = find_payback (self->running_discounted, self->n);
  return self;
}

void
bl_cost_pair_free (BlCostPair *self)
{
  g_free (self->difference);
  g_free (self->running);
  g_free (self->discounted);
  g_free (self->running_discounted);
  g_free (self);
}
