/* scatter-chart.h: libraries by two figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "marker.h"

G_BEGIN_DECLS

/**
 * BlScatterPoint: one library.
 */
typedef struct
{
  double x, y;
  const char *label;
  BlMarkerLook look;
  gboolean focus;   /* the finding speaks of it: orange, its name bold */
} BlScatterPoint;

/**
 * BlScatterChart: what is drawn.
 */
typedef struct
{
  const BlScatterPoint *points;
  guint n_points;
  const char *x_title;            /* below the axis, at its end */
  double corner_x, corner_y;      /* the quarter right of and below these is tinted; NaN: none */
} BlScatterChart;

/* The value axis starts at 0, the other where the points do. Names are placed greedily (right, left,
 * above, below), never over a marker or another name; one without room stands further off on a line where
 * the finding speaks of it, else it is left out (the table has it). */
void bl_scatter_chart_paint (cairo_t *cr, double width, double height, const BlScatterChart *chart, double text_scale,
                             const BlPalette *palette);
/* Where a point is in a drawing of that size; the same as it is painted. */
void bl_scatter_chart_locate (const BlScatterChart *chart, double width, double height, double text_scale, guint point,
                              double *x, double *y);
/* The point nearest to a place, within 12 px; -1 for none. */
int bl_scatter_chart_find (const BlScatterChart *chart, double width, double height, double text_scale, double x,
                           double y);
/* The smallest round step (1, 2 or 5 times a power of ten) of which four reach @most. */
double bl_scatter_chart_step (double most);

G_END_DECLS
