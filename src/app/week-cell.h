/* week-cell.h: a library's week at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "week-strip.h"

G_BEGIN_DECLS

/* Seven days, morning over afternoon; says the same as a tooltip and to a
 * screen reader. */
#define BL_TYPE_WEEK_CELL (bl_week_cell_get_type ())
G_DECLARE_FINAL_TYPE (BlWeekCell, bl_week_cell, BL, WEEK_CELL, GtkWidget)

GtkWidget *bl_week_cell_new (void);
void bl_week_cell_set_library (BlWeekCell *self, BlLibrary *library);

G_END_DECLS
