/* map-overlay.h: what must stay crisp over the map's tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "map-extras.h"
#include "map-geometry.h"
#include "map-scenario.h"
#include "map-shading.h"

G_BEGIN_DECLS

/**
 * BlMapOverlay: outline of the service, catchment of the picked library,
 * picked area, reach, markers and names, and dots where there are no outlines;
 * or a scenario: the areas that change, where people go, libraries as they would be.
 * Drawn anew for each frame by the painters of draw/, so every frame is cheap.
 */
#define BL_TYPE_MAP_OVERLAY (bl_map_overlay_get_type ())
G_DECLARE_FINAL_TYPE (BlMapOverlay, bl_map_overlay, BL, MAP_OVERLAY, ShumateLayer)

/* Which circles are drawn round the picked library, or round all that count when none is picked. */
typedef enum
{
  BL_MAP_REACH_ONE_MILE = 1 << 0,
  BL_MAP_REACH_TWO_MILES = 1 << 1,
} BlMapReach;

BlMapOverlay *bl_map_overlay_new (ShumateViewport *viewport);
void bl_map_overlay_set_geometry (BlMapOverlay *self, BlMapGeometry *geometry);
/* For dots. */
void bl_map_overlay_set_shading (BlMapOverlay *self, BlMapShading *shading);
/* A scenario over today's areas; libraries are then indices into its facts. NULL: today. */
void bl_map_overlay_set_scenario (BlMapOverlay *self, BlMapScenario *scenario);
/* Which libraries count in distances: the others of the service are faint, those of
 * other services not drawn. */
void bl_map_overlay_set_asked (BlMapOverlay *self, gboolean statutory_only, gboolean cross_boundary);
/* Indices into the facts, -1 for none. */
void bl_map_overlay_set_picked (BlMapOverlay *self, int library, int area);
void bl_map_overlay_set_hover (BlMapOverlay *self, int area);
/* Colours of the areas over those of the tiles, for as long as they change with every frame; NULL for none.
 * With a few hundred areas only: each frame paints them all. */
void bl_map_overlay_set_live (BlMapOverlay *self, BlMapShading *shading);
/* Areas to look at, outlined in orange: the highest need, say; copied. */
void bl_map_overlay_set_marked (BlMapOverlay *self, const guint *areas, guint n);
void bl_map_overlay_set_reach (BlMapOverlay *self, BlMapReach reach);
/* Rings and stops, which go to the overlay; NULL for none. */
void bl_map_overlay_take_extras (BlMapOverlay *self, BlMapExtras *extras);
void bl_map_overlay_set_names (BlMapOverlay *self, gboolean names);
/* What floats over the map: no name goes below. In pixels of the overlay. */
void bl_map_overlay_set_avoid (BlMapOverlay *self, const BlMapBox *boxes, guint n_boxes);

/* The library whose marker or name is at a place, or -1. */
int bl_map_overlay_find_library (BlMapOverlay *self, double x, double y);
/* Whether a library is drawn at all. */
gboolean bl_map_overlay_shows_library (BlMapOverlay *self, int library);

G_END_DECLS
