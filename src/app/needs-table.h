/* needs-table.h: areas or libraries in order of need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "needs-row.h"

G_BEGIN_DECLS

/**
 * BlNeedsTable: rank, name, nearest library (or tier or visits of a library), what the index is made of, need.
 * Property "of-libraries" (construct only).
 *
 * Signal "picked" (int): index in the facts of the row selected, -1 for none.
 */
#define BL_TYPE_NEEDS_TABLE (bl_needs_table_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsTable, bl_needs_table, BL, NEEDS_TABLE, GtkWidget)

void bl_needs_table_set_model (BlNeedsTable *self, BlNeedsModel *model);
void bl_needs_table_set_picked (BlNeedsTable *self, int index);
/* Shows rows that hold @text alone. */
void bl_needs_table_set_search (BlNeedsTable *self, const char *text);
/* The rows as they stand: GListModel of BlNeedsRow. */
GListModel *bl_needs_table_get_rows (BlNeedsTable *self);
/* The rows as they stand with the figures of each measure, tabs between the columns. */
char *bl_needs_table_to_text (BlNeedsTable *self);

G_END_DECLS
