/* chart-row.h: one row of the table of a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "chart.h"

G_BEGIN_DECLS

#define BL_TYPE_CHART_ROW (bl_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (BlChartRow, bl_chart_row, BL, CHART_ROW, GObject)

/* Keeps @chart. */
BlChartRow *bl_chart_row_new (BlChart *chart, guint row);
guint bl_chart_row_get_row (BlChartRow *self);
const char *bl_chart_row_get_text (BlChartRow *self, guint column);
/* NaN for what is not known and for words. */
double bl_chart_row_get_number (BlChartRow *self, guint column);
/* As g_strcmp0() for the rows' words or numbers; what is not known comes last. Of words in the first column, time or
 * names in the order of the chart, that order is kept. */
int bl_chart_row_compare (BlChartRow *a, BlChartRow *b, guint column);

G_END_DECLS
