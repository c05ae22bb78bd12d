/* spread-chart.h: what each of a team thinks, as dots over named levels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

/**
 * BlSpreadChart: ratings without names, one dot a person. Where people differ by two levels or more the outermost are
 * orange, since they are asked first what they have seen.
 */
typedef struct
{
  BlChartWords words;
  const char *const *levels;  /* lowest first: "Not yet", "In part", "Mostly", "Fully" */
  guint n_levels;
  const int *ratings;         /* one a person: 0 … n_levels - 1; any other: could not say */
  guint n_ratings;
} BlSpreadChart;

BlChart *bl_spread_chart_new (const BlSpreadChart *asked);
/* How many levels lie between the lowest and the highest rating; -1: nobody rated. */
int bl_spread_get_width (const int *ratings, guint n_ratings, guint n_levels);

G_END_DECLS
