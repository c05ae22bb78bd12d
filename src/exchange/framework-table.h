/* framework-table.h: a framework to assess by out of a table: pasted, CSV, XLSX, ODS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-frame.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * BlFrameworkColumn: what a column of the table can hold.
 */
typedef enum
{
  BL_FRAMEWORK_COLUMN_REFERENCE,      /* a number or short name of the criterion: "1.2" */
  BL_FRAMEWORK_COLUMN_CHARACTERISTIC, /* empty cells go on with the one above */
  BL_FRAMEWORK_COLUMN_CRITERION,      /* its title */
  BL_FRAMEWORK_COLUMN_STATEMENT,
  BL_FRAMEWORK_COLUMN_EXCELLENT,
  BL_FRAMEWORK_COLUMN_EARLY_DAYS,
  BL_FRAMEWORK_COLUMN_ASK,
  BL_FRAMEWORK_COLUMN_EVIDENCE,
  BL_FRAMEWORK_COLUMN_OUTCOMES, /* numbers 1 to 7 */
  BL_N_FRAMEWORK_COLUMNS,
} BlFrameworkColumn;
/* For people, untranslated (N_()). */
const char *bl_framework_column_get_title (BlFrameworkColumn column);

/**
 * BlFrameworkTable: a table and what its columns are taken for.
 */
typedef struct
{
  BlSheet *sheet;
  int columns[BL_N_FRAMEWORK_COLUMNS]; /* column of the sheet, -1: none; may be changed */
} BlFrameworkTable;

/* CSV, TSV, XLSX, ODS; @encoding as in bl_sheet_read(). Blocking. */
BlFrameworkTable *bl_framework_table_read (const char *path, const char *encoding, GCancellable *cancellable, GError **error);
/* What a word processor, a spreadsheet or a browser put on the clipboard: text with tabs, or HTML. */
BlFrameworkTable *bl_framework_table_read_pasted (GBytes *bytes, GError **error);
void bl_framework_table_free (BlFrameworkTable *table);

/**
 * BlFrameworkTableAbout: what the table itself does not say.
 */
typedef struct
{
  const char *item;  /* what it is called by in the project */
  const char *title; /* wanted */
  const char *source, *licence;
  gboolean official; /* it is the official text, word for word: @source is wanted */
  const char *scale; /* of the frame: "scale-four"; NULL: its usual one */
  guint32 made;      /* Julian day */
} BlFrameworkTableAbout;

/**
 * bl_framework_table_build:
 * @frame: whose scales and method it gets, usually the starter set
 * @notes: takes sentences (char *) on rows that were left out or are doubtful, with where they stand
 *
 * Words are taken as they stand: blanks at the ends, and marks of lists at the beginning of a line, are all that goes.
 * A criterion whose title and statement are those of one before it, in the same characteristic, is left out.
 *
 * Returns: the framework, without a parent, or %NULL: no title, an official text without source, no column for
 *   criteria, one column for two things (OPTION); no criterion in the rows (CONTENT)
 */
BlFramework *bl_framework_table_build (BlFrameworkTable *table, const BlFrameworkTableAbout *about, BlFramework *frame,
                                       BlIds *ids, GPtrArray *notes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlFrameworkTable, bl_framework_table_free)

G_END_DECLS
