/* page-table.h: tables on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report-private.h"

G_BEGIN_DECLS

/**
 * BlPageTable: a table with its columns and rows measured for a width.
 */
typedef struct
{
  const BlReportTable *table;
  double width;
  double *columns;  /* widths, n_columns */
  double caption, header;  /* heights */
  double *rows;     /* heights, n_rows */
} BlPageTable;

BlPageTable *bl_page_table_new (cairo_t *cr, const BlReportTable *table, double width);
void bl_page_table_free (BlPageTable *self);
/* How many rows from @first fit in @height below a header (and the caption,
 * for the first); @used is what they take. Never leaves one row alone for the
 * next page, nor a total without a row. */
guint bl_page_table_fit (const BlPageTable *self, guint first, double height, double *used);
void bl_page_table_paint (const BlPageTable *self, cairo_t *cr, double x, double y, guint first, guint n,
                          const BlPalette *palette);

G_END_DECLS
