/* library-rows.h: rows of a list of libraries, read and mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan-private.h"
#include "library-fields.h"

G_BEGIN_DECLS

/**
 * BlLibraryRow: one row as it would come in. Texts are those the project
 * holds; %NULL is a blank cell.
 */
typedef struct
{
  guint row; /* of the sheet */
  char *fields[BL_LIBRARY_N_FIELDS];
  char *service; /* as the row names it */
  BlLibraryType type;
  GArray *statuses; /* BlRowStatus; of the years that columns name */
  /* What columns without a year say. */
  BlOperation operation;
  int statutory; /* -1 not said, 0, 1 */
  guint blank_days; /* bit d: day d has a column and is blank beside others that are filled: shut */
  gboolean located;
  BlPoint point;
} BlLibraryRow;

/**
 * BlLibraryColumns: where each column goes, looked up once.
 */
typedef struct _BlLibraryColumns BlLibraryColumns;

BlLibraryColumns *bl_library_columns_new (BlImportPlan *plan);
void bl_library_columns_free (BlLibraryColumns *columns);
/* Column of "service", "service-code", "service-other", or -1. */
int bl_library_columns_find (const BlLibraryColumns *columns, const char *target);

/* @ours: mends are offered and warnings given; else what cannot be read is left out without a word. */
BlLibraryRow *bl_library_row_read (BlImportPlan *plan, const BlLibraryColumns *columns, guint row, gboolean ours);
void bl_library_row_free (BlLibraryRow *row);
/* Name for messages: never NULL. */
const char *bl_library_row_name (const BlLibraryRow *row);
/* The kind of library and the place, without reading the rest. */
BlLibraryType bl_library_row_peek_type (BlImportPlan *plan, const BlLibraryColumns *columns, guint row);
gboolean bl_library_row_peek_point (BlImportPlan *plan, const BlLibraryColumns *columns, guint row, BlPoint *point);
/* "all 21 filled", "6 rows are empty" for every column, counted over @rows (BlLibraryRow). */
void bl_library_rows_note_columns (BlImportPlan *plan, GPtrArray *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLibraryColumns, bl_library_columns_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLibraryRow, bl_library_row_free)

G_END_DECLS
