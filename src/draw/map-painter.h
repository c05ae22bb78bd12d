/* map-painter.h: the map, on any cairo_t
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "classes.h"
#include "geometry.h"
#include "map-legend.h"
#include "map-scale.h"
#include "map-shape.h"
#include "map-symbols.h"
#include "marker.h"

G_BEGIN_DECLS

/* How an area is filled: an index into @fills, BL_CLASS_NONE for no data (hatched)
 * or BL_CLASS_FEW for a count too small to be given (dotted). */
typedef struct
{
  const BlColour *fills;
  guint n_fills;
  const gint8 *by_area;  /* NULL: all fills[0] */
} BlMapFill;

/* Each paints only its part, clipped to the view, thinned to what can be seen. */
void bl_map_paint_ground (cairo_t *cr, const BlMapView *view, const BlPalette *palette);
void bl_map_paint_areas (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlMapFill *fill,
                         const BlPalette *palette);
/* Outline of the service (dark, 1.4 px), a catchment (white 5 px under orange 2.6 px), a picked area (white under ink),
 * one that changes (dark, wide enough to show beyond what is filled over it). */
typedef enum
{
  BL_MAP_LINE_SERVICE,
  BL_MAP_LINE_CATCHMENT,
  BL_MAP_LINE_PICKED,
  BL_MAP_LINE_CHANGED,
} BlMapLine;
void bl_map_paint_outline (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, int row, /* -1: all */
                           BlMapLine line, const BlPalette *palette);
/* Areas without outlines: a dot at each point, its area by people. */
void bl_map_paint_points (cairo_t *cr, const BlMapView *view, const BlPoint *drawing, const double *people,
                          guint n_points, const BlMapFill *fill, const BlPalette *palette);

/* A whole map of the grid as `map` and `summary` draw it: ground, areas by
 * @value (index into facts, -1 for plain), outline of the service, libraries with names, legend,
 * scale, attribution. */
void bl_map_paint_whole (cairo_t *cr, double width, double height, const BlFacts *facts, int value,
                         double text_scale, const BlPalette *palette);

G_END_DECLS
