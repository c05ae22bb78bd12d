/* map-shading.h: how the areas of the interactive map are filled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "classes.h"
#include "map-geometry.h"
#include "palette.h"
#include "two-way.h"

G_BEGIN_DECLS

/**
 * BlMapShading: colours by area for one value in one theme. Immutable,
 * reference counted, safe from any thread; keeps what it needs.
 */
typedef struct
{
  BlPalette palette;
  BlColour *fills;
  guint n_fills;
  gint8 *by_area;    /* NULL: all fills[0] */
  char **labels;     /* by fill: the legend's words for the group; NULL: fills are no groups */
  gint8 *orders;     /* by fill: its place from low figures to high */
  gboolean plain_groups; /* deciles in pairs: saying the group would say the figure again */
  gboolean borders;  /* catchments have lines round them */
  gboolean streets;  /* street tiles lie below: no ground, and they show through */
  /*< private >*/
  gatomicrefcount ref_count;
} BlMapShading;

BlMapShading *bl_map_shading_new_plain (const BlPalette *palette, gboolean streets);
/* All areas in one colour. */
BlMapShading *bl_map_shading_new_colour (BlColour colour, const BlPalette *palette, gboolean streets);
/* By the groups of a value. */
BlMapShading *bl_map_shading_new_classes (const BlClasses *classes, guint n_areas, const BlPalette *palette,
                                          gboolean streets);
/* By thirds of two values. */
BlMapShading *bl_map_shading_new_two_way (const BlTwoWay *two_way, guint n_areas, const BlPalette *palette,
                                          gboolean streets);
/* By nearest library: catchments that touch differ. */
BlMapShading *bl_map_shading_new_nearest (const BlMapGeometry *geometry, const BlPalette *palette,
                                          gboolean streets);
BlMapShading *bl_map_shading_ref (BlMapShading *self);
void bl_map_shading_unref (BlMapShading *self);

BlMapFill bl_map_shading_get_fill (const BlMapShading *self);
/* The colour of an area, or %NULL for no data. */
const BlColour *bl_map_shading_get_colour (const BlMapShading *self, int area);
/* The legend's words for an area's group, what is missing where it is in none; and the
 * group's place in the order of the figures. Only where there are labels. */
const char *bl_map_shading_get_label (const BlMapShading *self, int area);
int bl_map_shading_get_order (const BlMapShading *self, int area);
/* The colours catchments are told apart by, BL_MAP_COLOURS of them. */
const BlColour *bl_map_shading_get_hues (const BlPalette *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMapShading, bl_map_shading_unref)

G_END_DECLS
