/* heat-chart.h: day by hour, in the grammar of charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

/**
 * BlHeatChart: seven days of hours, Monday first.
 */
typedef struct
{
  BlChartWords words;
  BlChartMeasure measure;      /* shares, or counts of what happened in the hour */
  guint first_hour, end_hour;  /* those shown: 8 to 20; at most 24 */
  const double *values;        /* day * 24 + hour; NaN: not known */
  double most;                 /* what is darkest: 100 of a share; NaN: the largest shown */
} BlHeatChart;

BlChart *bl_heat_chart_new (const BlHeatChart *asked);

G_END_DECLS
