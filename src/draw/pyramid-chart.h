/* pyramid-chart.h: people by age, on two sides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

/**
 * BlPyramidSide: people of each age; names of the items are not looked at.
 */
typedef struct
{
  const char *name;         /* "within 1 mile", "users" */
  const BlChartItem *items; /* as many as ages */
} BlPyramidSide;

/**
 * BlPyramidChart: ages from the youngest, which stands at the foot.
 */
typedef struct
{
  BlChartWords words;
  const char *const *ages;  /* "0 to 15", "60 and over" */
  guint n_ages;
  BlPyramidSide sides[2];   /* left, right */
  gboolean shares;          /* of each side's people whose age is known, where the sides are of different size */
} BlPyramidChart;

BlChart *bl_pyramid_chart_new (const BlPyramidChart *asked);

G_END_DECLS
