/* map-mercator.h: the arithmetic of the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "map-painter.h"

G_BEGIN_DECLS

/* Width of the world in drawing units of BL_MAP_MERCATOR. */
#define BL_MAP_WORLD 1073741824.0
/* Pixels a tile is wide at a whole zoom level. */
#define BL_MAP_TILE_SIZE 256

/* Spherical Web Mercator (EPSG:3857) on WGS 84, as tiles use it. Degrees. */
BlPoint bl_map_mercator_from_lonlat (double longitude, double latitude);
void bl_map_mercator_to_lonlat (BlPoint drawing, double *longitude, double *latitude);
/* Pixels a drawing unit at a zoom level, and back. */
double bl_map_mercator_scale (double zoom);
double bl_map_mercator_zoom (double scale);
/* Pixels a metre on the ground at a place. */
double bl_map_mercator_pixels_per_metre (double zoom, double latitude);
/* What a widget of that size shows. Rotation is not known here: the map has none. */
BlMapView bl_map_mercator_view (ShumateViewport *viewport, double width, double height);
/* The view of one tile, in logical pixels. */
BlMapView bl_map_mercator_tile_view (guint x, guint y, guint zoom);
/* Longest 1, 2 or 5 times a power of ten metres that is no wider than @max_width pixels. */
double bl_map_mercator_round_metres (double pixels_per_metre, double max_width);

G_END_DECLS
