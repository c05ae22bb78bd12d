/* season.c: what months of a year usually do, and values with that taken out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "season.h"

#include <math.h>

/* Twelve months' ratios to their mean, where all are whole, known and no COVID month. */
static gboolean
year_ratios (const BlObservations *self, guint from, double ratios[12])
{
  double sum = 0;

  for (guint m = 0; m < 12; m++)
    {
      const BlObservation *item = &self->items[from + m];

      if (!bl_observation_is_known (item)
          || item->flags & (BL_OBSERVATION_EXCEPTIONAL | BL_OBSERVATION_PROVISIONAL))
        return FALSE;
      sum += item->value;
    }
  if (!(sum > 0))
    return FALSE;
  for (guint m = 0; m < 12; m++)
    ratios[m] = self->items[from + m].value / (sum / 12);
  return TRUE;
}

/* Of two sets of ratios, whose means are 1. */
static double
correlate (const double a[12], const double b[12])
{
  double ab = 0, aa = 0, bb = 0;

  for (guint m = 0; m < 12; m++)
    {
      ab += (a[m] - 1) * (b[m] - 1);
      aa += (a[m] - 1) * (a[m] - 1);
      bb += (b[m] - 1) * (b[m] - 1);
    }
  return aa > 0 && bb > 0 ? ab / sqrt (aa * bb) : 0;
}

void
bl_season_find (const BlObservations *self, guint first, guint last, BlSeason *season)
{
  bl_season_find_at (self, first, last, BL_SEASON_CORRELATION, season);
}

void
bl_season_find_at (const BlObservations *self, guint first, guint last, double correlation, BlSeason *season)
{
  double sums[12] = { 0 }, years[2][12];

  *season = (BlSeason){ .correlation = NAN };
  for (guint m = 0; m < 12; m++)
    season->factors[m] = 1;
  if (self->kind != BL_PERIOD_KIND_MONTH)
    return;
  for (guint i = first; i + 11 <= last && i + 11 < self->n;)
    {
      BlPeriod year = bl_period_of (self->items[i].period.start, BL_PERIOD_KIND_FY);
      double ratios[12];

      if (year.start != self->items[i].period.start || !year_ratios (self, i, ratios))
        {
          i++;
          continue;
        }
      for (guint m = 0; m < 12; m++)
        {
          sums[m] += ratios[m];
          years[0][m] = years[1][m];
          years[1][m] = ratios[m];
        }
      season->n_years++;
      i += 12;
    }
  if (season->n_years < 2)
    return;
  season->correlation = correlate (years[0], years[1]);
  season->seasonal = season->correlation >= correlation;
  /* A month that is always nought has no factor to divide by. */
  for (guint m = 0; m < 12; m++)
    season->seasonal &= sums[m] > 0;
  for (guint m = 0; season->seasonal && m < 12; m++)
    season->factors[m] = sums[m] / season->n_years;
}

double
bl_season_get_factor (const BlSeason *season, const BlPeriod *period)
{
  BlPeriod year = bl_period_of (period->start, BL_PERIOD_KIND_FY);
  BlPeriod before = { BL_PERIOD_KIND_SPAN, year.start, period->start };

  if (period->kind != BL_PERIOD_KIND_MONTH)
    return 1;
  return season->factors[bl_period_count (&before, BL_PERIOD_KIND_MONTH) % 12];
}

double
bl_season_get_widening (const BlSeason *season)
{
  return season->seasonal && season->n_years >= 2 ? sqrt ((season->n_years + 1.0) / (season->n_years - 1.0))
                                                  : 1;
}
