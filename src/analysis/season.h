/* season.h: what months of a year usually do, and values with that taken out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "observation.h"

G_BEGIN_DECLS

/**
 * BlSeason: by indicator-content 5.7. A series is seasonal when the shapes of
 * its last two whole financial years go together.
 */
typedef struct
{
  guint n_years;      /* whole financial years without a COVID month, all of whose months are known */
  double correlation; /* of the last two years' months, each divided by its year's mean; NaN under two years */
  gboolean seasonal;  /* correlation of 0.6 or more: the factors hold */
  double factors[12]; /* April first: month ÷ its year's mean, mean over the years; 1 where not seasonal */
} BlSeason;

#define BL_SEASON_CORRELATION 0.6

/* Of the months @first … @last (indexes, both in). Of other kinds of period nothing is found. */
void bl_season_find (const BlObservations *self, guint first, guint last, BlSeason *season);
/* The same with another line than BL_SEASON_CORRELATION. */
void bl_season_find_at (const BlObservations *self, guint first, guint last, double correlation, BlSeason *season);
/* Factor of the month @period is; 1 where it is no month. */
double bl_season_get_factor (const BlSeason *season, const BlPeriod *period);
/* By how much to widen limits for months that had no part in the factors: √((k + 1) ÷ (k − 1)); 1 under two years. */
double bl_season_get_widening (const BlSeason *season);

G_END_DECLS
