/* router-snap.c: places brought to the nearest way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "graph-private.h"
#include "router-private.h"

#include <math.h>

/**
 * Best: the nearest point found so far.
 */
typedef struct
{
  BlPoint place;
  double square; /* of the distance */
  guint edge, stretch;
  double share;  /* of the stretch */
  BlPoint at;
} Best;

static void
try_edge (const BlRoads *roads, guint edge, Best *best)
{
  guint n = bl_roads_count_points (roads, edge);
  BlPoint a = bl_roads_get_point (roads, edge, 0);

  for (guint i = 1; i < n; i++)
    {
      BlPoint b = bl_roads_get_point (roads, edge, i);
      double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
      double share = square > 0 ? ((best->place.x - a.x) * dx + (best->place.y - a.y) * dy) / square : 0;
      double x, y;

      share = CLAMP (share, 0, 1);
      x = a.x + share * dx;
      y = a.y + share * dy;
      square = (x - best->place.x) * (x - best->place.x) + (y - best->place.y) * (y - best->place.y);
      if (square < best->square || (square == best->square && edge < best->edge))
        {
          best->square = square;
          best->edge = edge;
          best->stretch = i;
          best->share = share;
          best->at = (BlPoint){ x, y };
        }
      a = b;
    }
}

static void
try_cell (const BlRouter *router, const BlEdgeGrid *grid, gint64 column, gint64 row, Best *best)
{
  gsize cell;

  if (column < 0 || row < 0 || column >= grid->n_columns || row >= grid->n_rows)
    return;
  cell = (gsize) row * grid->n_columns + (gsize) column;
  for (guint i = grid->cell_edges[cell]; i < grid->cell_edges[cell + 1]; i++)
    if (router->open[grid->edges[i]] != 0)
      try_edge (router->roads, grid->edges[i], best);
}

/* The cells @step cells away from the middle one, all round. */
static void
try_ring (const BlRouter *router, const BlEdgeGrid *grid, gint64 column, gint64 row, gint64 step, Best *best)
{
  gint64 left = MAX (column - step, 0), right = MIN (column + step, (gint64) grid->n_columns - 1);
  gint64 bottom = MAX (row - step + 1, 0), top = MIN (row + step - 1, (gint64) grid->n_rows - 1);

  for (gint64 c = left; c <= right; c++)
    {
      try_cell (router, grid, c, row - step, best);
      if (step > 0)
        try_cell (router, grid, c, row + step, best);
    }
  for (gint64 r = bottom; r <= top && step > 0; r++)
    {
      try_cell (router, grid, column - step, r, best);
      try_cell (router, grid, column + step, r, best);
    }
}

/* How many cells lie between @at and the cells 0 … @n - 1. */
static gint64
cells_between (gint64 at, gint64 n)
{
  return at < 0 ? -at : at >= n ? at - n + 1 : 0;
}

static void
search (const BlRouter *router, double most, Best *best)
{
  const BlEdgeGrid *grid = bl_graph_get_grid (router->graph);
  double far_column = (best->place.x - grid->x) / grid->side, far_row = (best->place.y - grid->y) / grid->side;
  gint64 column, row, first, last;

  for (guint i = 0; i < grid->n_long; i++)
    if (router->open[grid->long_edges[i]] != 0)
      try_edge (router->roads, grid->long_edges[i], best);
  if (!(fabs (far_column) < 1e9 && fabs (far_row) < 1e9))
    return;
  column = (gint64) floor (far_column);
  row = (gint64) floor (far_row);
  first = MAX (cells_between (column, grid->n_columns), cells_between (row, grid->n_rows));
  last = MAX (MAX (column, grid->n_columns - 1 - column), MAX (row, grid->n_rows - 1 - row));
  for (gint64 step = first; step <= last; step++)
    {
      /* Nothing in this ring or beyond is nearer than this. */
      double least = (step - 1) * grid->side;

      if (least > 0 && (least > most || least * least > best->square))
        return;
      try_ring (router, grid, column, row, step, best);
    }
}

/* Metres of the shape up to where @best lies on it, as a share of the whole. */
static double
share_along (const BlRoads *roads, const Best *best)
{
  guint n = bl_roads_count_points (roads, best->edge);
  BlPoint a = bl_roads_get_point (roads, best->edge, 0);
  double whole = 0, before = 0;

  for (guint i = 1; i < n; i++)
    {
      BlPoint b = bl_roads_get_point (roads, best->edge, i);
      double stretch = hypot (b.x - a.x, b.y - a.y);

      if (i < best->stretch)
        before += stretch;
      else if (i == best->stretch)
        before += stretch * best->share;
      whole += stretch;
      a = b;
    }
  return whole > 0 ? CLAMP (before / whole, 0, 1) : 0;
}

BlSnap
bl_router_snap (const BlRouter *router, BlPoint place, double max_metres)
{
  const BlSnap none = { BL_SNAP_NONE, 0, NAN, { NAN, NAN } };
  Best best = { .place = place, .square = INFINITY, .edge = BL_SNAP_NONE };

  g_return_val_if_fail (router != NULL, none);

  if (!isfinite (place.x) || !isfinite (place.y) || router->roads->n_edges == 0)
    return none;
  search (router, max_metres, &best);
  if (best.edge == BL_SNAP_NONE || !(sqrt (best.square) <= max_metres))
    return none;
  return (BlSnap){ best.edge, share_along (router->roads, &best), sqrt (best.square), best.at };
}

gboolean
bl_snap_is_known (const BlSnap *snap)
{
  return snap->edge != BL_SNAP_NONE;
}
