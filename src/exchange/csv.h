/* csv.h: tables of text as people and offices save them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "exchange-errors.h"

G_BEGIN_DECLS

/**
 * BlCsvLineEnds: how the lines of a file end, those inside cells too.
 */
typedef enum
{
  BL_CSV_LINE_ENDS_NONE, /* one line without an end */
  BL_CSV_LINE_ENDS_LF,
  BL_CSV_LINE_ENDS_CRLF,
  BL_CSV_LINE_ENDS_CR,
  BL_CSV_LINE_ENDS_MIXED,
} BlCsvLineEnds;

/**
 * BlCsv: a file of comma, semicolon, tab or bar separated cells (RFC 4180, read
 * generously). Record 0 is the first, usually the header. Lines without any
 * text are no records. Line breaks inside cells are "\n", whatever they were.
 */
typedef struct _BlCsv BlCsv;

/* @encoding: "UTF-8", "windows-1252", "UTF-16" …; NULL takes a byte-order mark
 * at its word, else UTF-8, and fails with ENCODING when the bytes are not that.
 * A byte-order mark wins over @encoding. */
BlCsv *bl_csv_read (const char *path, const char *encoding, GCancellable *cancellable, GError **error);
/* The same from memory; @name stands for the file in messages. */
BlCsv *bl_csv_parse (const char *bytes, gsize length, const char *name, const char *encoding,
                     GCancellable *cancellable, GError **error);
void bl_csv_free (BlCsv *csv);

guint bl_csv_get_n_records (const BlCsv *csv);
/* Cells of the first record. */
guint bl_csv_get_n_columns (const BlCsv *csv);
/* Cells of @record: it may have fewer or more than the first. */
guint bl_csv_get_width (const BlCsv *csv, guint record);
/* Never NULL: "" for a cell that is not there. */
const char *bl_csv_get_cell (const BlCsv *csv, guint record, guint column);
/* Physical line on which @record starts, from 1. */
guint bl_csv_get_line (const BlCsv *csv, guint record);

/* "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252". */
const char *bl_csv_get_encoding (const BlCsv *csv);
gboolean bl_csv_get_bom (const BlCsv *csv);
BlCsvLineEnds bl_csv_get_line_ends (const BlCsv *csv);
char bl_csv_get_delimiter (const BlCsv *csv);
/* Records whose width is not that of the first; @first is the first of them. */
guint bl_csv_get_n_ragged (const BlCsv *csv, guint *first);
/* Cells that hold a line break. */
guint bl_csv_get_n_multiline (const BlCsv *csv);
/* Quoted cells with text after the closing quote: a sign of a lost quote; @line is that of the first. */
guint bl_csv_get_n_stray_quotes (const BlCsv *csv, guint *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCsv, bl_csv_free)

G_END_DECLS
