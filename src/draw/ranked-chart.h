/* ranked-chart.h: lying bars in order of size, or in the order given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

/**
 * BlRankedChart: of @items one may be BL_DATUM_RINGED: ours, dark among grey ones (without it all are the series' blue).
 * Those without a figure come last, with their reason in place of a bar.
 */
typedef struct
{
  BlChartWords words;
  BlChartMeasure measure;
  const char *items_title;  /* of the table: "Authority" */
  const BlChartItem *items;
  guint n_items;
  gboolean in_order;        /* as given (nearest first, by name) and not by size */
  double median;            /* a dashed line; NaN: none */
  const char *median_name;  /* "middle of similar authorities"; NULL: "middle" */
} BlRankedChart;

BlChart *bl_ranked_chart_new (const BlRankedChart *asked);

G_END_DECLS
