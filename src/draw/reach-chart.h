/* reach-chart.h: the share of people reached within each distance or time, in the grammar of charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"
#include "curve.h"

G_BEGIN_DECLS

#define BL_REACH_LINES_MAX 4

typedef struct
{
  const char *name;      /* "Everyone", "Aged 60 and over" */
  const BlCurve *curve;  /* all of one measure */
} BlReachLine;

/**
 * BlReachChart: at most BL_REACH_LINES_MAX lines, the first the one the finding speaks of.
 */
typedef struct
{
  BlChartWords words;
  const BlReachLine *lines;
  guint n_lines;
  double end;             /* metres or minutes; NaN: where all that are reached are */
  double mark;            /* a yardstick; NaN: none */
  const char *mark_name;  /* "1 mile" */
} BlReachChart;

/* Drawn exact at every area as far as the eye can tell; read out, and tabled, at round distances. The title and the
 * sentence are bl_finding_curve()'s where none are given. */
BlChart *bl_reach_chart_new (const BlReachChart *asked);

G_END_DECLS
