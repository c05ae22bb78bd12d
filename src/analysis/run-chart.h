/* run-chart.h: a series about its median, for when points are few
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "signal-rules.h"

G_BEGIN_DECLS

/**
 * BlRunChart: indicator-content 5.5. Points on the median are passed over; the others are useful.
 */
typedef struct
{
  guint n, useful;
  double median;            /* NaN without values */
  guint runs, crossings, longest;
  guint least_runs, most_runs;       /* that chance gives: 2.5 % in each tail, exact */
  guint longest_allowed;             /* round (log₂ useful) + 3 */
  guint least_crossings;             /* 5 % point of a binomial (useful − 1, ½) */
} BlRunChart;

/* @values in order of time; NaN is passed over. */
void bl_run_chart_find (const double *values, guint n, BlRunChart *chart);
/* The least and greatest number of runs that chance gives among @useful points; 0 and 0 under two. */
void bl_run_chart_get_runs (guint useful, guint *least, guint *most);
guint bl_run_chart_get_least_crossings (guint useful);
guint bl_run_chart_get_longest (guint useful);
/* Hits of a set with median (run-ihi, run-anhoej). Array of BlHit. */
GArray *bl_run_chart_apply (const BlRunChart *chart, const BlRuleSet *set, const double *values, guint n);

G_END_DECLS
