/* output.h: answers, as calm tables or as one JSON object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "command.h"

G_BEGIN_DECLS

/* Everything a command answers is gathered and written at the end, so that
 * standard output stays empty when something goes wrong on the way. */
void bl_output_text (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Writes what was gathered; an error when it cannot be written. */
BlExit bl_output_finish (void);

/**
 * BlOutputTable: columns aligned, numbers to the right.
 */
typedef struct _BlOutputTable BlOutputTable;
/* @alignments: a letter a column, "l" or "r". */
BlOutputTable *bl_output_table_new (const char *alignments);
/* A row of as many texts (copied; NULL is empty) as there are columns. */
void bl_output_table_add (BlOutputTable *table, ...);
/* The same from an array. */
void bl_output_table_add_cells (BlOutputTable *table, const char *const *cells);
/* Gathers the table and frees it. @heading: the first row stands over a rule. */
void bl_output_table_finish (BlOutputTable *table, gboolean heading);

/* "key": value. NULL, NaN and numbers that are not known become null; whole numbers stay whole. */
void bl_json_text (JsonBuilder *builder, const char *key, const char *text);
void bl_json_number (JsonBuilder *builder, const char *key, double number);
void bl_json_count (JsonBuilder *builder, const char *key, gint64 count);
/* Gathers the one object that was built. */
void bl_json_finish (JsonBuilder *builder);

G_END_DECLS
