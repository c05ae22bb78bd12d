/* sheet.h: one table of cells, whatever file it came from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "exchange-errors.h"

G_BEGIN_DECLS

/**
 * BlSheet: a header and rows of text cells: CSV and TSV by our own reader,
 * XLSX and ODS by GDAL. Of a workbook the sheet with the most filled cells is
 * read. Lines above the header that hold no more than a title are passed over.
 */
typedef struct _BlSheet BlSheet;

/* Blocking. @encoding as in bl_csv_read(). */
BlSheet *bl_sheet_read (const char *path, const char *encoding, GCancellable *cancellable, GError **error);
/* The same of text in memory, UTF-8; @name stands for the file in messages. */
BlSheet *bl_sheet_parse (GBytes *text, const char *name, GCancellable *cancellable, GError **error);
void bl_sheet_free (BlSheet *sheet);

/* The file's name without its folder, for messages. */
const char *bl_sheet_get_name (const BlSheet *sheet);
/* "CSV", "XLSX", "ODS". */
const char *bl_sheet_get_format (const BlSheet *sheet);
guint bl_sheet_get_n_columns (const BlSheet *sheet);
/* Takes the first record for a row, and @names (NULL-terminated) for the columns: a table without a header. */
void bl_sheet_set_headings (BlSheet *sheet, const char *const *names);
/* Rows below the header. */
guint bl_sheet_get_n_rows (const BlSheet *sheet);
/* The header's text, white space trimmed; never NULL. */
const char *bl_sheet_get_column (const BlSheet *sheet, guint column);
/* Index of the column of this name: as it stands, else with case and blanks folded; -1 for none. */
int bl_sheet_find_column (const BlSheet *sheet, const char *name);
/* Never NULL. */
const char *bl_sheet_get_cell (const BlSheet *sheet, guint row, guint column);
/* Cells of the row: it may have fewer or more than there are columns. */
guint bl_sheet_get_width (const BlSheet *sheet, guint row);
/* Record number + 1: 2 for the row below a header in the first line. */
guint bl_sheet_get_row_number (const BlSheet *sheet, guint row);
/* Physical line, or the row in the workbook. */
guint bl_sheet_get_line (const BlSheet *sheet, guint row);
/* "FILE:LINE", "FILE[SHEET]:ROW". */
char *bl_sheet_where (const BlSheet *sheet, guint row);
/* "newcastle_city_council.csv: 21 rows, 31 columns, UTF-8, commas". */
char *bl_sheet_describe (const BlSheet *sheet);
/* Rows of another width than the header's; @first is the first of them. */
guint bl_sheet_get_n_ragged (const BlSheet *sheet, guint *first);
/* Cells with text after their closing quotation mark; @line of the first. */
guint bl_sheet_get_n_stray_quotes (const BlSheet *sheet, guint *line);
/* Sheets of the workbook that were not read, NULL-terminated; NULL when there are none. */
const char *const *bl_sheet_get_other_sheets (const BlSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSheet, bl_sheet_free)

G_END_DECLS
