/* map-tile-source.h: paints the areas of a project as map tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "map-geometry.h"
#include "map-shading.h"

G_BEGIN_DECLS

/**
 * BlMapTileSource: tiles are painted in threads from what the source was made
 * with, which never changes: a map layer asks for a tile only once, so another
 * value or theme is another source in another layer. Tiles are opaque, land
 * then areas (unless streets lie below), and painted at twice the size asked
 * for, so that fractional zoom levels only shrink them and no seam shows.
 *
 * Signal "painted": no tile is being painted any more.
 */
#define BL_TYPE_MAP_TILE_SOURCE (bl_map_tile_source_get_type ())
G_DECLARE_FINAL_TYPE (BlMapTileSource, bl_map_tile_source, BL, MAP_TILE_SOURCE, ShumateMapSource)

BlMapTileSource *bl_map_tile_source_new (BlMapGeometry *geometry, BlMapShading *shading, int scale_factor);
/* The picture of one tile; blocking, from any thread. */
GdkTexture *bl_map_tile_source_paint (BlMapTileSource *self, guint x, guint y, guint zoom);

G_END_DECLS
