/* funnel-chart.h: places of different size in the funnel that chance would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"
#include "funnel.h"

G_BEGIN_DECLS

/**
 * BlFunnelChart: @items, @counts and @sizes are as long as the funnel. Of the items the name, state, flags and note
 * count; values are the funnel's. BL_DATUM_RINGED is ours.
 */
typedef struct
{
  BlChartWords words;
  BlChartMeasure measure;
  const BlFunnel *funnel;
  BlFunnelAdjust adjust;
  double times;             /* 1000 for a rate per 1,000, 100 for a percentage; 0: 1 */
  const char *size_title;   /* below: "People", "Active users" */
  const char *items_title;  /* of the table: "Authority" */
  const BlChartItem *items;
  const double *counts, *sizes;
} BlFunnelChart;

/* Points, the centre and the limits at 95 and 99.8 % as @adjust has them; the sentence names those outside and the
 * over-dispersion. NULL under BL_FUNNEL_FEWEST usable places: a dot strip shows so few better. */
BlChart *bl_funnel_chart_new (const BlFunnelChart *asked);

G_END_DECLS
