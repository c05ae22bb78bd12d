/* reference-private.h: the tables of data/reference as they lie in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reference.h"

G_BEGIN_DECLS

/**
 * BlReferenceTable: one table, every cell a text that stays where it is.
 */
typedef struct
{
  char *text;
  guint n_columns, n_rows;
  const char **cells; /* the header, then the rows */
} BlReferenceTable;

BlReferenceTable *bl_reference_table_load (const char *name, GError **error);
void bl_reference_table_free (BlReferenceTable *table);
/* The column called @name; an error when the table has none. */
gboolean bl_reference_table_column (const BlReferenceTable *table, const char *name, guint *column, GError **error);
const char *bl_reference_table_cell (const BlReferenceTable *table, guint row, guint column);
/* A cell that must hold a whole number; @value -1 where it is empty. */
gboolean bl_reference_table_integer (const BlReferenceTable *table, guint row, guint column, gint64 *value,
                                     GError **error);

/* The libraries of England and the areas of England, read at first use. */
const BlReferenceTable *bl_reference_libraries_table (BlReference *reference, GError **error);
const BlReferenceTable *bl_reference_areas_table (BlReference *reference, GError **error);
/* Codes of the districts of 2019 of @service; owned by the reference. */
char *const *bl_reference_get_districts (BlReference *reference, const BlReferenceService *service);
/* Rows of the areas of @service in the areas' table, in order of code. Array of guint. */
GArray *bl_reference_area_rows (BlReference *reference, const BlReferenceService *service, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlReferenceTable, bl_reference_table_free)

G_END_DECLS
