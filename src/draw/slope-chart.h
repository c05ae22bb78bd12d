/* slope-chart.h: two moments, and what became of each figure between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

/**
 * BlSlopeItem: a figure then and now; names of the two are not looked at, flags of @now are those of the line
 * (BL_DATUM_RINGED: ours, BL_DATUM_FOCUS: the one spoken of).
 */
typedef struct
{
  const char *name;
  BlChartItem then, now;
  gboolean broken;      /* the two cannot be compared: no line is drawn between them */
} BlSlopeItem;

typedef struct
{
  BlChartWords words;
  BlChartMeasure measure;
  const char *then, *now;   /* "2018-19", "2023-24" */
  const char *items_title;  /* of the table: "Library" */
  const BlSlopeItem *items;
  guint n_items;
} BlSlopeChart;

BlChart *bl_slope_chart_new (const BlSlopeChart *asked);

G_END_DECLS
