/* import-mend-row.h: a row of a file that needs a look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "import-plan.h"

G_BEGIN_DECLS

#define BL_TYPE_IMPORT_MEND_ROW (bl_import_mend_row_get_type ())
G_DECLARE_FINAL_TYPE (BlImportMendRow, bl_import_mend_row, BL, IMPORT_MEND_ROW, GtkListBoxRow)

GtkWidget *bl_import_mend_row_new (BlImportMend *mend);
/* As a click on the tick box. */
void bl_import_mend_row_toggle (BlImportMendRow *self);
void bl_import_mend_row_set_narrow (BlImportMendRow *self, gboolean narrow);

G_END_DECLS
