/* bullet-chart.h: figures against their targets and the range of others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

/**
 * BlBulletItem: a figure, what was aimed at and what others have. All in the one measure of the chart.
 */
typedef struct
{
  BlChartItem item;
  double target;               /* NaN: none */
  double range_low, range_high; /* of others; none where it is not from low up to high */
  const char *verdict;         /* "met", "close", "not met": the rule is the caller's; NULL */
} BlBulletItem;

typedef struct
{
  BlChartWords words;
  BlChartMeasure measure;
  const char *items_title;     /* of the table: "Library" */
  const char *range_name;      /* "similar authorities"; NULL: "range of others" */
  const BlBulletItem *items;
  guint n_items;
} BlBulletChart;

BlChart *bl_bullet_chart_new (const BlBulletChart *asked);

G_END_DECLS
