/* area-tables.h: the tables of a project's areas, grown row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-snapshot.h"

G_BEGIN_DECLS

/**
 * BlAreaTables: what the areas will be: those of the project in their order,
 * then new ones. Every table has a row for every area; "not known" fills what
 * a file did not say. The snapshot and any outlines added must outlive it.
 */
typedef struct _BlAreaTables BlAreaTables;

BlAreaTables *bl_area_tables_new (const BlImportSnapshot *snapshot);
void bl_area_tables_free (BlAreaTables *tables);
guint bl_area_tables_get_n (const BlAreaTables *tables);
/* Row of @code, or -1. */
int bl_area_tables_find (const BlAreaTables *tables, const char *code);
/* @code must be new. */
guint bl_area_tables_add (BlAreaTables *tables, const char *code);
/* A name that is known already stays. */
void bl_area_tables_name (BlAreaTables *tables, guint row, const char *name);
/* Whether the row's population-weighted point was another, or none. Kept to 0.1 m. */
gboolean bl_area_tables_place (BlAreaTables *tables, guint row, BlPoint point);
/* Row @from_row of @outlines; whether the row's outline was another, or none. */
gboolean bl_area_tables_outline (BlAreaTables *tables, guint row, const BlOutlines *outlines, guint from_row,
                                 BlPoint centroid);
guint bl_area_tables_n_unplaced (const BlAreaTables *tables);
/* Writes them into @project, making the record when there is none, and gives
 * every value as many rows. In an open transaction. */
BlRecord *bl_area_tables_apply (const BlAreaTables *tables, BlProject *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAreaTables, bl_area_tables_free)

G_END_DECLS
