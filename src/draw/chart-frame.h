/* chart-frame.h: a chart laid out in a size: painting it, and finding what is where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "chart.h"
#include "palette.h"

G_BEGIN_DECLS

/**
 * BlChartLook: how it is painted.
 */
typedef struct
{
  const BlPalette *palette;
  double text_scale;      /* gtk-xft-dpi / 96 / 1024; 0 is taken as 1 */
  gboolean right_to_left; /* value axis and names at the other side; time runs on from left to right */
  gboolean whole;         /* with title, subtitle, doubt and source drawn, for files and paper; on screen these are widgets */
} BlChartLook;

/**
 * BlChartSpot: where one datum that can be read is, in px from the top left.
 */
typedef struct
{
  guint panel, mark, datum;
  double x, y;                         /* its middle, or the end of a bar */
  double left, top, width, height;     /* what counts as on it */
} BlChartSpot;

typedef struct _BlChartFrame BlChartFrame;

/* Lays out words, axes, marks and labels in a size; every word is inside it, none on another. Keeps @chart. May be
 * called in any thread. */
BlChartFrame *bl_chart_frame_new (BlChart *chart, double width, double height, const BlChartLook *look);
void bl_chart_frame_free (BlChartFrame *self);
void bl_chart_frame_paint (BlChartFrame *self, cairo_t *cr, double x, double y);
/* The height in which @chart is well read at @width. */
double bl_chart_get_height (BlChart *chart, double width, const BlChartLook *look);

/* Spots in the order they are walked through: by panel, then from left to right (top to bottom of lying bars). */
guint bl_chart_frame_get_n_spots (BlChartFrame *self);
const BlChartSpot *bl_chart_frame_get_spot (BlChartFrame *self, guint spot);
const BlDatum *bl_chart_frame_get_datum (BlChartFrame *self, guint spot);
/* The spot under or nearest to (@x, @y); -1: none within 24 px, or in a panel with time the nearest in x. */
int bl_chart_frame_find (BlChartFrame *self, double x, double y);
/* The one with the table's @row; -1. */
int bl_chart_frame_find_row (BlChartFrame *self, int row);
/* The plot of @panel. */
void bl_chart_frame_get_plot (BlChartFrame *self, guint panel, double *left, double *top, double *width, double *height);
/* Paints the ring (and the hairline of a time panel) of the one picked, over the chart. */
void bl_chart_frame_paint_picked (BlChartFrame *self, cairo_t *cr, double x, double y, guint spot);

/* The three in one, for who asks nothing else. */
void bl_chart_paint (BlChart *chart, cairo_t *cr, double x, double y, double width, double height,
                     const BlChartLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlChartFrame, bl_chart_frame_free)

G_END_DECLS
