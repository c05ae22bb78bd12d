/* chart-table.h: the figures of a chart as rows, for the table beside it, for copying and for files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BlChartCell: shown as @text; @value is the number it stands for, NaN where it is none.
 */
typedef struct
{
  char *text;    /* "46,812", "no data", "fewer than 5"; never NULL */
  double value;
} BlChartCell;

/**
 * BlChartTable: every row has as many cells as there are columns.
 */
typedef struct
{
  GPtrArray *columns;   /* of char *: "Period", "Visits", "State", "Note" */
  GArray *numeric;      /* of gboolean: right-aligned */
  GPtrArray *rows;      /* of GArray of BlChartCell */
} BlChartTable;

BlChartTable *bl_chart_table_new (void);
void bl_chart_table_free (BlChartTable *self);
void bl_chart_table_add_column (BlChartTable *self, const char *title, gboolean numeric);
/* The index of the new row; its cells are empty until set. After all columns. */
guint bl_chart_table_add_row (BlChartTable *self);
void bl_chart_table_set_text (BlChartTable *self, guint row, guint column, const char *text);
/* @text: as it is shown. */
void bl_chart_table_set_number (BlChartTable *self, guint row, guint column, double value, const char *text);
const BlChartCell *bl_chart_table_get (const BlChartTable *self, guint row, guint column);
/* Numbers unrounded with a point, text quoted where it must be; UTF-8, CRLF line ends as in RFC 4180. */
char *bl_chart_table_to_csv (const BlChartTable *self);
/* Cells parted by tabs, as shown: what a spreadsheet takes from the clipboard. */
char *bl_chart_table_to_tabbed (const BlChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlChartTable, bl_chart_table_free)

G_END_DECLS
