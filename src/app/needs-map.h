/* needs-map.h: need on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "needs-model.h"

G_BEGIN_DECLS

/**
 * BlNeedsMap: areas by need, or by need and use at once, the top ten outlined. Property
 * "two-way" (boolean): need and use.
 *
 * Signals: "library-picked" (int), "area-picked" (int): indices into the facts, -1 beside all.
 *
 * Actions "map.zoom-in" … as the canvas has them.
 */
#define BL_TYPE_NEEDS_MAP (bl_needs_map_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsMap, bl_needs_map, BL, NEEDS_MAP, GtkWidget)

void bl_needs_map_set_model (BlNeedsMap *self, BlNeedsModel *model);
void bl_needs_map_set_picked (BlNeedsMap *self, int library, int area);
/* Whether the colours of now are in sight. */
gboolean bl_needs_map_is_painted (BlNeedsMap *self);
/* Whether there is use of areas to show beside need. */
gboolean bl_needs_map_has_use (BlNeedsMap *self);

G_END_DECLS
