/* import-column-row.h: a column of a file, and where it goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "import-plan.h"

G_BEGIN_DECLS

/**
 * BlImportColumnRow: signal "target-wanted" (guint: 0 leave out, else one more
 * than the index of a target of the plan).
 */
#define BL_TYPE_IMPORT_COLUMN_ROW (bl_import_column_row_get_type ())
G_DECLARE_FINAL_TYPE (BlImportColumnRow, bl_import_column_row, BL, IMPORT_COLUMN_ROW, GtkListBoxRow)

/* @titles: "Leave out" and then the title of each target, the same list for all rows. */
GtkWidget *bl_import_column_row_new (BlImportPlan *plan, guint index, GListModel *titles);
guint bl_import_column_row_get_index (BlImportColumnRow *self);
/* In narrow rooms the drop-down stands below the name. */
void bl_import_column_row_set_narrow (BlImportColumnRow *self, gboolean narrow);
/* Lines the parts up with those of other rows. */
void bl_import_column_row_join (BlImportColumnRow *self, GtkSizeGroup *names, GtkSizeGroup *examples);

G_END_DECLS
