/* dots-chart.h: one among others, as dots on a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

/**
 * BlDotsChart: of @items one may be BL_DATUM_RINGED: ours, named; the others are grey, piled up where they would lie on
 * each other. Where any has an interval each gets a line of its own in the order given, with its whisker, for a strip
 * could not show them; those without a figure then have a line with their reason. On a strip they are named in the
 * sentence, or in the doubt where the sentence is given. All are rows of the table.
 */
typedef struct
{
  BlChartWords words;
  BlChartMeasure measure;
  const char *items_title;               /* of the table: "Authority" */
  const BlChartItem *items;
  guint n_items;
  double median;                         /* a tick with its name; NaN: none */
  const char *median_name;               /* NULL: "middle" */
  double lower_quartile, upper_quartile; /* the middle half as a tint; NaN: none */
} BlDotsChart;

BlChart *bl_dots_chart_new (const BlDotsChart *asked);

G_END_DECLS
