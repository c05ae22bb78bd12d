/* bar-cell.h: a number in a table with a bar before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Only the bar: the number stands beside it as a label. */
#define BL_TYPE_BAR_CELL (bl_bar_cell_get_type ())
G_DECLARE_FINAL_TYPE (BlBarCell, bl_bar_cell, BL, BAR_CELL, GtkWidget)

GtkWidget *bl_bar_cell_new (void);
/* @share of the longest, 0–1; negative for none. */
void bl_bar_cell_set_share (BlBarCell *self, double share);

G_END_DECLS
