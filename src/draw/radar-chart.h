/* radar-chart.h: spokes, only where a framework's readers expect them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

#define BL_RADAR_SERIES_MAX 4
/* With fewer there is no shape to see. */
#define BL_RADAR_FEWEST 3

typedef struct
{
  const char *name;      /* "2024", "the team" */
  const double *values;  /* as many as spokes; NaN: no rating, the line breaks */
} BlRadarSeries;

/**
 * BlRadarChart: levels from the middle (1) to the rim.
 */
typedef struct
{
  BlChartWords words;
  const char *spokes_title;     /* of the table: "Theme" */
  const char *const *spokes;
  guint n_spokes;
  const char *const *levels;    /* "Not yet", "In part", "Mostly", "Fully" */
  guint n_levels;
  const BlRadarSeries *series;
  guint n_series;
} BlRadarChart;

/* NULL under BL_RADAR_FEWEST spokes: bars show so few better. */
BlChart *bl_radar_chart_new (const BlRadarChart *asked);

G_END_DECLS
