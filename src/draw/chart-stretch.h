/* chart-stretch.h: what is said of a stretch of time marked out on a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-walk.h"

G_BEGIN_DECLS

/**
 * BlChartStretch: the data of one series of a panel with time, from the first day (Julian) to the last.
 */
typedef struct
{
  guint32 from, until;   /* first day of the first period, last day of the last; without a kind of period the data's days */
  guint n, n_known;      /* periods that have a datum; those with a figure */
  guint n_estimated;
  double sum, mean;      /* of what is known; NaN without. The sum is one only of counts */
  double least, most, first, last;
  gboolean broken;       /* a break lies within: its figures are not one series */
  double earlier;        /* sum of the same periods before it, all known and without break; NaN */
  guint years;           /* how many years before that is */
  BlScale scale;         /* of the figures; owned by the chart */
  BlPeriodKind period;
  int first_row, last_row;
} BlChartStretch;

/* The data of @series from the period (else the day) of @from to that of @until. FALSE: it has none there, or no time. */
gboolean bl_chart_stretch_new (BlChart *chart, const BlChartWalk *walk, guint series, guint32 from, guint32 until,
                               BlChartStretch *stretch);
/* "April 2019 to March 2020: 551,116 visits in all, 45,926 a month on average; 25.5% more than in the same stretch
 * a year before." @name: of the series where there are several; NULL. */
char *bl_chart_stretch_to_sentence (const BlChartStretch *self, const char *name);
/* The name of the period: "April 2019 to March 2020". */
char *bl_chart_stretch_to_span (const BlChartStretch *self);

G_END_DECLS
