/* map-shape-private.h: the arrays of a shape, for the painters of maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-shape.h"

G_BEGIN_DECLS

#define BL_MAP_MAX_LEVELS 24
#define BL_MAP_BLOCK 32 /* rows a block of the index */

typedef struct
{
  gint32 x1, y1, x2, y2; /* x1 > x2 when empty */
} BlMapBounds;

/**
 * BlMapLevel: all rings with their points on a lattice of @step units. Ring k
 * has the points ring_points[k] … ring_points[k + 1], not closed. A ring may
 * shrink to a point; its neighbours then meet where it was.
 */
typedef struct
{
  double step; /* 0: as they are */
  guint *ring_points;
  gint32 *coordinates;
  /* By point: whether the line from it to the next of its ring is to be drawn
   * where all rows are. A border that two rows share is drawn by the first. */
  guint8 *own_line;
} BlMapLevel;

struct _BlMapShape
{
  gatomicrefcount ref_count;
  BlMapProjection projection;
  guint n_rows, n_rings, n_blocks, n_levels;
  guint *row_rings; /* row r has the rings row_rings[r] … row_rings[r + 1] */
  BlMapBounds bounds;
  BlMapBounds *rows;   /* by row */
  /* Official lists go from place to place, so the bounds of each run of rows
   * are an index that leaves out nearly all of the country at one glance. */
  BlMapBounds *blocks;
  BlMapLevel levels[BL_MAP_MAX_LEVELS]; /* finest first */
};

/* The coarsest level whose lattice is no wider than @step. */
const BlMapLevel *bl_map_shape_pick_level (const BlMapShape *shape, double step);
/* Rows whose bounds meet the box, in order: an array of guint. */
GArray *bl_map_shape_find_rows (const BlMapShape *shape, BlBounds box);

G_END_DECLS
