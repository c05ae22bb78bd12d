/* chart-canvas-private.h: what the files of the drawing of a chart share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-canvas.h"

G_BEGIN_DECLS

struct _BlChartCanvas
{
  GtkWidget parent_instance;
  GtkWidget *plot;     /* the chart: painted once a size */
  GtkWidget *overlay;  /* what is pointed at and marked out */
  GtkWidget *callout;
  GtkLabel *words;

  BlChart *chart;
  gboolean fill;
  double larger; /* than text is in pages: 1 */
  char *name, *description;

  BlChartFrame *frame; /* NULL until asked for */
  BlChartWalk *walk;
  int width, height;   /* of the frame */

  int row;             /* picked; -1 */
  int spot;            /* picked; -1 */
  int hovered;         /* -1 */
  guint32 from, until; /* marked out; 0 and 0: nothing */
  double anchor;       /* day at which marking out began; NaN */
  gboolean dragging;
  gboolean unsettled;  /* Shift is still down */
};

enum
{
  BL_CHART_CANVAS_ROW_PICKED,
  BL_CHART_CANVAS_STRETCH_CHANGED,
  BL_CHART_CANVAS_N_SIGNALS
};
extern guint bl_chart_canvas_signals[BL_CHART_CANVAS_N_SIGNALS];

/* --- chart-canvas.c */
/* What is picked and marked out can be asked before there is a size: then of the usual one. FALSE: no chart. */
gboolean bl_chart_canvas_ensure_frame (BlChartCanvas *self);
const BlChartPanel *bl_chart_canvas_get_panel (BlChartCanvas *self, guint panel);
/* After what is picked or pointed at has changed. */
void bl_chart_canvas_update_callout (BlChartCanvas *self);
/* A screen reader says again what has the keyboard when its description changes. */
void bl_chart_canvas_describe (BlChartCanvas *self);

/* --- chart-canvas-input.c */
void bl_chart_canvas_add_keys (GtkWidgetClass *widget_class);
void bl_chart_canvas_add_controllers (BlChartCanvas *self);
/* The series the stretch is of: the one picked, else the first with time. -1: the chart has none. */
int bl_chart_canvas_get_series (BlChartCanvas *self);
/* FALSE: nothing is there, and nothing is marked out then. */
gboolean bl_chart_canvas_mark_out (BlChartCanvas *self, guint32 from, guint32 until);

G_END_DECLS
