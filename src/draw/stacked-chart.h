/* stacked-chart.h: shares of 100, one bar a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

#define BL_STACKED_PARTS_MAX 4

/**
 * BlStackedRow: the parts of one whole, which they make up together.
 */
typedef struct
{
  const char *name;
  const double *parts;     /* as many as the chart's parts; NaN where not known: then the row has no shares */
  const char *note;        /* why there are none, or what to know; NULL */
} BlStackedRow;

/**
 * BlStackedChart: at most BL_STACKED_PARTS_MAX parts, in an order that means something (nearest first).
 */
typedef struct
{
  BlChartWords words;
  const char *noun;        /* of what parts are given in: "people" */
  const char *rows_title;  /* of the table: "Group" */
  const char *const *parts;
  guint n_parts;
  const BlStackedRow *rows;
  guint n_rows;
} BlStackedChart;

BlChart *bl_stacked_chart_new (const BlStackedChart *asked);

G_END_DECLS
