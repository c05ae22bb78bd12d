/* tip.h: tooltips that cost nothing until somebody looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As gtk_widget_set_tooltip_text(), which looks for the pointer each time it is called: in the cells
 * of a table that change with every step of a slider that takes more time than all the rest. NULL for none. */
void bl_tip_set (GtkWidget *widget, const char *text);

G_END_DECLS
