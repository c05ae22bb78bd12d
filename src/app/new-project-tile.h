/* new-project-tile.h: a key figure of a project that is about to be made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BL_TYPE_NEW_PROJECT_TILE (bl_new_project_tile_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectTile, bl_new_project_tile, BL, NEW_PROJECT_TILE, GtkBox)

/* Puts a tile into @box: what it is, the figure, what to set beside it. */
void bl_new_project_tile_append (GtkFlowBox *box, const char *label, const char *figure, const char *note);

G_END_DECLS
