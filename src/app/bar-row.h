/* bar-row.h: a name, a bar and a number in a list of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "marker.h"
#include "row-bar.h"

G_BEGIN_DECLS

/**
 * BlBarRow: a real label beside a drawn bar, whose number a screen reader gets
 * with the name. The names of a list share a GtkSizeGroup, so that the bars
 * start at one line.
 */
#define BL_TYPE_BAR_ROW (bl_bar_row_get_type ())
G_DECLARE_FINAL_TYPE (BlBarRow, bl_bar_row, BL, BAR_ROW, GtkWidget)

/* @look: a marker before the name; NULL for none. @bar: its text is copied. */
GtkWidget *bl_bar_row_new (const char *name, const BlMarkerLook *look, const BlRowBar *bar, GtkSizeGroup *names);
/* The number as it is drawn. */
const char *bl_bar_row_get_text (BlBarRow *self);
const char *bl_bar_row_get_name (BlBarRow *self);

G_END_DECLS
