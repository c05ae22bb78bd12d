/* map-drag.h: a marker of the map dragged to another place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-canvas.h"

G_BEGIN_DECLS

/**
 * BlMapDrag: listens to a canvas. Where @may says so a press on a marker drags
 * it and not the map.
 *
 * Signals: "begun" (int: library); "moved" (double, double: easting and
 * northing) at every motion; "ended" (boolean: TRUE let go there, FALSE put
 * back); "clicked" (int: library) when it was pressed and not moved.
 */
#define BL_TYPE_MAP_DRAG (bl_map_drag_get_type ())
G_DECLARE_FINAL_TYPE (BlMapDrag, bl_map_drag, BL, MAP_DRAG, GObject)

typedef gboolean (*BlMapDragMay) (int library, gpointer data);

/* The canvas keeps the controller; the caller keeps the object and lets go of it before the canvas goes. */
BlMapDrag *bl_map_drag_new (BlMapCanvas *canvas, BlMapDragMay may, gpointer data);
gboolean bl_map_drag_is_dragging (BlMapDrag *self);
/* As with Esc: "ended" with FALSE. */
void bl_map_drag_cancel (BlMapDrag *self);

G_END_DECLS
