/* map-shape.h: outlines ready for drawing, and where they lie on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geometry.h"

G_BEGIN_DECLS

/**
 * BlMapShape: outlines in drawing coordinates, y growing downwards, made once
 * for a set of outlines and a projection: the British National Grid for paper
 * and cards (unit: metre), Web Mercator for the interactive map (unit: 1/2^30
 * of the world). Immutable, reference counted, safe from any thread.
 *
 * It holds the outlines at several levels of detail. At each the points are
 * moved to a lattice that all rows share, so that neighbours keep their common
 * border and no gaps or overlaps show.
 */
typedef struct _BlMapShape BlMapShape;
typedef enum
{
  BL_MAP_GRID,
  BL_MAP_MERCATOR,
} BlMapProjection;

/* The side of the world in units of BL_MAP_MERCATOR. */
#define BL_MAP_MERCATOR_WORLD 1073741824.0

BlMapShape *bl_map_shape_new (const BlOutlines *outlines, BlMapProjection projection);
BlMapShape *bl_map_shape_ref (BlMapShape *shape);
void bl_map_shape_unref (BlMapShape *shape);
BlBounds bl_map_shape_get_bounds (const BlMapShape *shape);
BlBounds bl_map_shape_get_row_bounds (const BlMapShape *shape, guint row);
BlMapProjection bl_map_shape_get_projection (const BlMapShape *shape);
guint bl_map_shape_get_n_rows (const BlMapShape *shape);
/* A point of the British National Grid in drawing coordinates of @projection, and back. */
BlPoint bl_map_project (BlMapProjection projection, BlPoint grid);
BlPoint bl_map_unproject (BlMapProjection projection, BlPoint drawing);
/* Metres on the ground a drawing unit is long at @drawing. */
double bl_map_unit_metres (BlMapProjection projection, BlPoint drawing);
/* First row that holds a point given in drawing coordinates, or -1. Indexed. */
int bl_map_shape_find (const BlMapShape *shape, BlPoint drawing);

/**
 * BlMapView: which part of the drawing coordinates is shown where.
 */
typedef struct
{
  double scale;         /* pixels a drawing unit */
  double x, y;          /* drawing coordinates at the top left */
  double width, height; /* pixels */
} BlMapView;
BlMapView bl_map_view_fit (BlBounds bounds, double width, double height, double padding);
BlPoint bl_map_view_to_pixels (const BlMapView *view, BlPoint drawing);
BlPoint bl_map_view_from_pixels (const BlMapView *view, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMapShape, bl_map_shape_unref)

G_END_DECLS
