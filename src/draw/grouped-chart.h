/* grouped-chart.h: two to four bars side by side, group by group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

#define BL_GROUPED_SERIES_MAX 4

/**
 * BlGroupedSeries: a figure for each group; names of the items are not looked at.
 */
typedef struct
{
  const char *name;          /* "2018-19", "Newcastle" */
  const BlChartItem *items;  /* as many as groups */
} BlGroupedSeries;

/**
 * BlGroupedChart: at most BL_GROUPED_SERIES_MAX series.
 */
typedef struct
{
  BlChartWords words;
  BlChartMeasure measure;
  const char *groups_title;  /* of the table: "Library" */
  const char *const *groups;
  guint n_groups;
  const BlGroupedSeries *series;
  guint n_series;
  gboolean lying;            /* for long names */
} BlGroupedChart;

BlChart *bl_grouped_chart_new (const BlGroupedChart *asked);

G_END_DECLS
