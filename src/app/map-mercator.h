/* map-mercator.h: the arithmetic of the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "map-painter.h"

G_BEGIN_DECLS

/* Pixels a tile is wide at a whole zoom level. */
#define BL_MAP_TILE_SIZE 256

/* Spherical Web Mercator (EPSG:3857) on WGS 84, as tiles use it. Degrees. */
BlPoint bl_map_mercator_from_lonlat (double longitude, double latitude);
void bl_map_mercator_to_lonlat (BlPoint drawing, double *longitude, double *latitude);
/* Pixels a drawing unit at a zoom level, and back. */
double bl_map_mercator_scale (double zoom);
double bl_map_mercator_zoom (double scale);
/* What a widget of that size shows. Rotation is not known here: the map has none. */
BlMapView bl_map_mercator_view (ShumateViewport *viewport, double width, double height);
/* Moves centre and zoom level so that tiles lie on whole pixels and are a whole
 * number of pixels wide, which leaves no seams between them: the zoom level by
 * less than a thousandth of its width, the centre by half a pixel at most. */
void bl_map_mercator_settle (BlPoint *centre, double *zoom, double width, double height, int scale_factor);
/* The view of one tile, in logical pixels. */
BlMapView bl_map_mercator_tile_view (guint x, guint y, guint zoom);

G_END_DECLS
