/* curve-chart.h: the share of people reached within each distance or time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

#define BL_CURVE_LINES_MAX 4

/**
 * BlCurveLine: people of one group: from at[i] on, percent[i] of them are reached.
 */
typedef struct
{
  const char *name;
  guint n;
  const double *at, *percent;
} BlCurveLine;

/**
 * BlCurveChart: at most four lines, the first the one the finding speaks of.
 */
typedef struct
{
  const BlCurveLine *lines;
  guint n_lines;
  double end;             /* of the axis below: metres or minutes */
  const char *unit;       /* "metres", "minutes" */
  double mark;            /* a yardstick, dashed, with its name; NaN: none */
  const char *mark_name;
} BlCurveChart;

/* Steps, since they are exact at every area; lines are told apart by dashes and
 * by their names at their ends. */
void bl_curve_chart_paint (cairo_t *cr, double x, double y, double width, double height, const BlCurveChart *chart,
                           double text_scale, const BlPalette *palette);

G_END_DECLS
