/* chart-canvas.h: the drawing of a chart, to be pointed at, walked and marked out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "chart-stretch.h"

G_BEGIN_DECLS

/**
 * BlChartCanvas: the middle of a chart view, which has the words and says what the keys do. The chart is laid out
 * once a size and painted once; what the pointer does is painted on a layer above.
 *
 * Signals "row-picked" (int): a person picked another datum; its row of the table, -1 for none. "stretch-changed"
 * (boolean): another stretch of time is marked out; TRUE when it stays so, FALSE while a drag goes on or Shift is down.
 *
 * # Accessibility
 *
 * An image that takes the keyboard, named by the finding; its description is the datum picked, or the sentence.
 */
#define BL_TYPE_CHART_CANVAS (bl_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BlChartCanvas, bl_chart_canvas, BL, CHART_CANVAS, GtkWidget)

/* Keeps @chart; NULL for none. What is picked is kept by row, what is marked out by time: the caller says anew what
 * is not to stay. */
void bl_chart_canvas_set_chart (BlChartCanvas *self, BlChart *chart);
/* How it is read out. */
void bl_chart_canvas_set_words (BlChartCanvas *self, const char *name, const char *description);
/* Takes the height there is instead of the one in which it is well read. */
void bl_chart_canvas_set_fill (BlChartCanvas *self, gboolean fill);
/* By so much larger than in a page are its words: 1 is the usual. */
void bl_chart_canvas_set_larger (BlChartCanvas *self, double larger);

void bl_chart_canvas_pick (BlChartCanvas *self, int row);
int bl_chart_canvas_get_picked (BlChartCanvas *self);
/* 0 and 0: none. FALSE where the chart has nothing there; then none is. */
gboolean bl_chart_canvas_set_stretch (BlChartCanvas *self, guint32 from, guint32 until);
/* What is marked out, of the series picked or the first; FALSE: nothing is. */
gboolean bl_chart_canvas_get_stretch (BlChartCanvas *self, BlChartStretch *stretch);
/* NULL without a stretch. */
char *bl_chart_canvas_get_stretch_sentence (BlChartCanvas *self);

/* As the pointer and keys do, for tests and the benchmark. @x, @y: px from the top left. */
void bl_chart_canvas_point (BlChartCanvas *self, double x, double y);
/* As when Shift is let go. */
void bl_chart_canvas_settle (BlChartCanvas *self);
/* NULL: nothing is pointed at or picked. The canvas's. */
const char *bl_chart_canvas_get_callout (BlChartCanvas *self);
/* Laid out as it stands; NULL without a chart. The canvas's. */
BlChartFrame *bl_chart_canvas_get_frame (BlChartCanvas *self);

G_END_DECLS
