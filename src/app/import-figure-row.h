/* import-figure-row.h: what the figures of one column are called and how they are measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "import-figures.h"

G_BEGIN_DECLS

/**
 * BlImportFigureRow: writes into the plan while one types; a wrong name is
 * said below it and not taken. Signal "changed": the plan took it.
 */
#define BL_TYPE_IMPORT_FIGURE_ROW (bl_import_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (BlImportFigureRow, bl_import_figure_row, BL, IMPORT_FIGURE_ROW, AdwExpanderRow)

/* @column of @plan must become a figure. */
GtkWidget *bl_import_figure_row_new (BlImportPlan *plan, guint column);

G_END_DECLS
