/* map-layers.h: the layers of tiles on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "map-geometry.h"
#include "map-shading.h"

G_BEGIN_DECLS

/**
 * BlMapLayers: streets at the bottom, areas above them, both below the layer
 * given. A map layer never asks for a tile twice, so other colours are another
 * layer over the old one, which goes when the new one is painted.
 */
typedef struct _BlMapLayers BlMapLayers;

BlMapLayers *bl_map_layers_new (ShumateMap *map, ShumateLayer *above);
void bl_map_layers_free (BlMapLayers *self);

void bl_map_layers_set_geometry (BlMapLayers *self, BlMapGeometry *geometry);
/* Lays the areas anew. */
void bl_map_layers_set_shading (BlMapLayers *self, BlMapShading *shading);
/* An address with {z}, {x}, {y}; NULL for no streets. */
void bl_map_layers_set_streets (BlMapLayers *self, const char *url);
/* The same again, for a screen with more or fewer pixels. */
void bl_map_layers_lay (BlMapLayers *self);
/* Whether the areas in sight are there in their newest colours. */
gboolean bl_map_layers_is_painted (BlMapLayers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMapLayers, bl_map_layers_free)

G_END_DECLS
