/* needs-areas-view.h: need by area: weights, map, table, use against need, one profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "needs-model.h"

G_BEGIN_DECLS

/**
 * BlNeedsAreasView: left to right the argument: weights, map, ranked areas; below, use
 * against need and the profile of the library picked.
 *
 * Boolean properties "table-shown", "pane-shown" (the weights), "two-way".
 */
#define BL_TYPE_NEEDS_AREAS_VIEW (bl_needs_areas_view_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsAreasView, bl_needs_areas_view, BL, NEEDS_AREAS_VIEW, GtkWidget)

void bl_needs_areas_view_set_model (BlNeedsAreasView *self, BlNeedsModel *model);
/* Puts the keyboard into the search field. */
void bl_needs_areas_view_find (BlNeedsAreasView *self);
/* The table, for a spreadsheet. */
char *bl_needs_areas_view_to_text (BlNeedsAreasView *self);

G_END_DECLS
