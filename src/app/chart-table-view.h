/* chart-table-view.h: the figures of a chart as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "chart.h"

G_BEGIN_DECLS

/**
 * BlChartTableView: the table of a chart, to be sorted by any column; numbers sort as numbers.
 *
 * Properties: "picked" (int: row of the chart's table as it was made, or -1), "newest-first" (boolean: the last row at
 * the top until somebody sorts).
 *
 * Signal "row-picked" (int): a row was selected; -1: none.
 */
#define BL_TYPE_CHART_TABLE_VIEW (bl_chart_table_view_get_type ())
G_DECLARE_FINAL_TYPE (BlChartTableView, bl_chart_table_view, BL, CHART_TABLE_VIEW, GtkWidget)

GtkWidget *bl_chart_table_view_new (void);
/* Keeps @chart; NULL: empties the table. */
void bl_chart_table_view_set_chart (BlChartTableView *self, BlChart *chart);
/* Shows @row, too; -1: none. Not said by "row-picked". */
void bl_chart_table_view_pick (BlChartTableView *self, int row);
int bl_chart_table_view_get_picked (BlChartTableView *self);
/* The rows as they stand: GListModel of BlChartRow. */
GListModel *bl_chart_table_view_get_rows (BlChartTableView *self);

G_END_DECLS
