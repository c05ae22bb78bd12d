/* sidebar-row.h: one page in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: "page" (its short name, "libraries"), "title", "icon-name". */
#define BL_TYPE_SIDEBAR_ROW (bl_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (BlSidebarRow, bl_sidebar_row, BL, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *bl_sidebar_row_new (const char *page, const char *title, const char *icon_name);
const char *bl_sidebar_row_get_page (BlSidebarRow *self);

G_END_DECLS
