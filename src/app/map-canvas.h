/* map-canvas.h: the map one looks at and moves about in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-overlay.h"

G_BEGIN_DECLS

/**
 * BlMapCanvas: viewport, tiles, street tiles and overlay, with pointer and
 * keys. It knows places and colours, not the project.
 *
 * Signals: "library-picked" (int), "area-picked" (int): a click on one, -1 for
 * a click beside all. "moved": the viewport shows something else, or the
 * widget has another size.
 *
 * # Shortcuts
 *
 * Arrows pan, + and − zoom, Home shows the whole service, N and P the next and
 * previous library, Enter the details, Esc nothing picked. They activate the
 * actions "map.pan-left" … of the page round it.
 *
 * # Accessibility
 *
 * One image with the name of the map; its description follows the pick
 * (bl_map_canvas_describe()). The table of the page has the same areas.
 */
#define BL_TYPE_MAP_CANVAS (bl_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BlMapCanvas, bl_map_canvas, BL, MAP_CANVAS, GtkWidget)

ShumateViewport *bl_map_canvas_get_viewport (BlMapCanvas *self);
BlMapOverlay *bl_map_canvas_get_overlay (BlMapCanvas *self);

/* @fit: show the whole of it. */
void bl_map_canvas_set_geometry (BlMapCanvas *self, BlMapGeometry *geometry, gboolean fit);
/* What floats over the map for good, in pixels: the whole service is shown clear of it
 * as far as that does not cost too much of its size. */
void bl_map_canvas_set_floating (BlMapCanvas *self, const BlMapBox *boxes, guint n_boxes);
/* A new layer of tiles over the old one, which goes when the new one is painted. */
void bl_map_canvas_set_shading (BlMapCanvas *self, BlMapShading *shading);
gboolean bl_map_canvas_is_painted (BlMapCanvas *self);
/* Street tiles from an address with {z}, {x}, {y}; NULL for none. */
void bl_map_canvas_set_streets (BlMapCanvas *self, const char *url);
void bl_map_canvas_describe (BlMapCanvas *self, const char *name, const char *description);

/* What is at a place of the widget: a library, else an area, else -1 for both. */
void bl_map_canvas_find (BlMapCanvas *self, double x, double y, int *library, int *area);

void bl_map_canvas_fit (BlMapCanvas *self);
/* Brings a part of it into view, as large as it goes; an empty part changes nothing. */
void bl_map_canvas_show (BlMapCanvas *self, BlBounds drawing);
/* In steps of half a level. */
void bl_map_canvas_zoom (BlMapCanvas *self, int steps);
/* In eighths of the width and height. */
void bl_map_canvas_pan (BlMapCanvas *self, int across, int down);
/* Brings a place into view, if it is not. */
void bl_map_canvas_reveal (BlMapCanvas *self, BlPoint drawing);
/* Where a place is, in pixels of the widget; FALSE when out of sight. */
gboolean bl_map_canvas_locate (BlMapCanvas *self, BlPoint drawing, double *x, double *y);

G_END_DECLS
