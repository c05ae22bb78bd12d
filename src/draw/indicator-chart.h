/* indicator-chart.h: charts of an indicator's values and of what is judged of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart.h"
#include "indicator-values.h"

G_BEGIN_DECLS

/* Kinds that suit the values, the usual first (control where there are limits, run about a median, line or bars of
 * years, season of months, bullet with a target, slope of two years). How many (0: nothing is known). */
guint bl_indicator_chart_get_kinds (const BlIndicatorValues *values, const BlJudgement *judgement, BlChartKind kinds[8]);
/* @kind must be one of those. Title, sentence and doubt are those of the judgement, the table has a row a period. */
BlChart *bl_indicator_chart_new (const BlIndicatorValues *values, const BlJudgement *judgement, BlChartKind kind);
/* A bare line with its last point marked, for a row of a list. NULL: fewer than two values are known. */
BlChart *bl_indicator_chart_new_spark (const BlIndicatorValues *values, const BlJudgement *judgement);
/**
 * BlIndicatorPanel: one of many small charts.
 */
typedef struct
{
  char *title;                /* "Gosforth Library", "Visits for each 1,000 people" */
  BlIndicatorValues *values;
  BlJudgement *judgement;
} BlIndicatorPanel;

/* Of BlIndicatorPanel: @indicator at each library where anything is known of it by @kind, by name. Main thread. */
GPtrArray *bl_indicator_panels_of_libraries (BlBaseFigures *figures, BlIndicator *indicator, BlPeriodKind kind);
/* Of BlIndicatorPanel: the indicators of the project that serve Outcome 1 … 7, those without data too. Main thread. */
GPtrArray *bl_indicator_panels_of_outcome (BlBaseFigures *figures, guint outcome);
/* Small charts, a panel each in the order given; those of one indicator (@same_scale) share their axes. What has no
 * figure is a panel that says so. @title: the finding. NULL: there are no panels. */
BlChart *bl_indicator_charts_new_multiples (GPtrArray *panels, const char *title, const char *subtitle, gboolean same_scale);

G_END_DECLS
