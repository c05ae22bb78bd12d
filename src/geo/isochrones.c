/* isochrones.c: what lies within so many minutes, as outlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "isochrones.h"

#include <math.h>

#define CELL 50.0
#define MOST_CELLS 1000000.0
#define OFF_ROAD 100.0 /* metres walked to the first road */
#define WALK 80.0      /* metres a minute: 4.8 km/h */
#define MARGIN 4       /* cells round everything */
#define SMALLEST 8.0   /* cells: smaller islands and holes say nothing */
#define NO_NEXT G_MAXUINT32

typedef struct
{
  double x0, y0, cell; /* the middle of the first cell */
  guint width, height;
  float *minutes;      /* INFINITY where nobody gets there from */
} Grid;

static double
node_minutes (const BlReach *reach, guint node)
{
  guint32 milliseconds = bl_reach_get_milliseconds (reach, node);

  return milliseconds == BL_REACH_NEVER ? INFINITY : milliseconds / 60000.0;
}

static gboolean
grid_init (Grid *grid, const BlReach *reach, const BlRoads *roads, double longest)
{
  BlBounds bounds = bl_bounds_empty ();

  /* The whole of a road that is reached at one end: how far along it one gets is not known yet. */
  for (guint edge = 0; edge < roads->n_edges; edge++)
    if (node_minutes (reach, roads->from[edge]) <= longest || node_minutes (reach, roads->to[edge]) <= longest)
      for (guint i = 0; i < bl_roads_count_points (roads, edge); i++)
        bl_bounds_add (&bounds, bl_roads_get_point (roads, edge, i));
  *grid = (Grid){ .cell = CELL };
  if (bl_bounds_is_empty (&bounds))
    return FALSE;
  while ((bounds.x2 - bounds.x1) / grid->cell * ((bounds.y2 - bounds.y1) / grid->cell) > MOST_CELLS)
    grid->cell *= 1.25;
  grid->x0 = bounds.x1 - MARGIN * grid->cell;
  grid->y0 = bounds.y1 - MARGIN * grid->cell;
  grid->width = (guint) ((bounds.x2 - bounds.x1) / grid->cell) + 2 * MARGIN + 2;
  grid->height = (guint) ((bounds.y2 - bounds.y1) / grid->cell) + 2 * MARGIN + 2;
  grid->minutes = g_new (float, (gsize) grid->width * grid->height);
  for (gsize i = 0; i < (gsize) grid->width * grid->height; i++)
    grid->minutes[i] = INFINITY;
  return TRUE;
}

static void
put (Grid *grid, double x, double y, double minutes)
{
  double column = round ((x - grid->x0) / grid->cell), row = round ((y - grid->y0) / grid->cell);
  float *at;

  if (column < 1 || row < 1 || column > grid->width - 2 || row > grid->height - 2)
    return;
  at = &grid->minutes[(gsize) row * grid->width + (gsize) column];
  *at = MIN (*at, (float) minutes);
}

/* Along one edge, twice a cell: on to whichever end is the quicker way. */
static void
put_edge (Grid *grid, const BlReach *reach, const BlRoads *roads, guint edge, double longest)
{
  BlRouter *router = bl_reach_get_router (reach);
  double from = node_minutes (reach, roads->from[edge]), to = node_minutes (reach, roads->to[edge]);
  double forth = bl_router_get_seconds (router, edge, FALSE) / 60, back = bl_router_get_seconds (router, edge, TRUE) / 60;
  guint n = bl_roads_count_points (roads, edge);
  double length = 0, done = 0;

  if (from > longest && to > longest)
    return;
  for (guint i = 1; i < n; i++)
    {
      BlPoint a = bl_roads_get_point (roads, edge, i - 1), b = bl_roads_get_point (roads, edge, i);

      length += hypot (b.x - a.x, b.y - a.y);
    }
  for (guint i = 1; i < n; i++)
    {
      BlPoint a = bl_roads_get_point (roads, edge, i - 1), b = bl_roads_get_point (roads, edge, i);
      double piece = hypot (b.x - a.x, b.y - a.y);
      guint steps = (guint) (piece / (grid->cell / 2)) + 1;

      for (guint s = 0; s <= steps; s++)
        {
          double share = (double) s / steps;
          double along = length > 0 ? (done + piece * share) / length : 0;
          double minutes = fmin (isnan (back) ? INFINITY : from + back * along,
                                 isnan (forth) ? INFINITY : to + forth * (1 - along));

          if (minutes <= longest)
            put (grid, a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, minutes);
        }
      done += piece;
    }
}

/* From the fields beside a road one walks to it. */
static void
spread (Grid *grid)
{
  guint times = MAX ((guint) (OFF_ROAD / grid->cell), 1);
  gsize n = (gsize) grid->width * grid->height;
  double straight = MIN (grid->cell, OFF_ROAD) / WALK, across = straight * G_SQRT2;

  for (guint t = 0; t < times; t++)
    {
      g_autofree float *before = g_memdup2 (grid->minutes, n * sizeof (float));

      for (guint row = 1; row + 1 < grid->height; row++)
        for (guint column = 1; column + 1 < grid->width; column++)
          {
            gsize at = (gsize) row * grid->width + column;
            float best = before[at];

            for (int dy = -1; dy <= 1; dy++)
              for (int dx = -1; dx <= 1; dx++)
                {
                  float there = before[at + (gssize) dy * grid->width + dx];

                  best = MIN (best, there + (float) (dx != 0 && dy != 0 ? across : dx != 0 || dy != 0 ? straight : 0));
                }
            grid->minutes[at] = best;
          }
    }
}

/* --- Lines round what is within ------------------------------------------------------ */

/* The middles of the sides of a square of four cells: below, right, above, left. */
static guint32
side (const Grid *grid, guint column, guint row, guint which)
{
  if (which == 1)
    column++;
  if (which == 2)
    row++;
  return 2 * (row * grid->width + column) + (which == 1 || which == 3 ? 1 : 0);
}

/* For each of the sixteen ways four cells can be within or not, from which side to which the
 * line runs with what is within on its left; two lines where only corners meet. */
static const gint8 ways[16][4] = {
  { -1, -1, -1, -1 }, { 0, 3, -1, -1 }, { 1, 0, -1, -1 }, { 1, 3, -1, -1 }, { 2, 1, -1, -1 }, { 0, 3, 2, 1 },
  { 2, 0, -1, -1 },   { 2, 3, -1, -1 }, { 3, 2, -1, -1 }, { 0, 2, -1, -1 }, { 1, 0, 3, 2 },   { 1, 2, -1, -1 },
  { 3, 1, -1, -1 },   { 0, 1, -1, -1 }, { 3, 0, -1, -1 }, { -1, -1, -1, -1 },
};

static void
link_sides (const Grid *grid, double limit, guint32 *next)
{
  for (gsize i = 0; i < 2 * (gsize) grid->width * grid->height; i++)
    next[i] = NO_NEXT;
  for (guint row = 0; row + 1 < grid->height; row++)
    for (guint column = 0; column + 1 < grid->width; column++)
      {
        const float *at = &grid->minutes[(gsize) row * grid->width + column];
        guint which = (at[0] <= limit) | (at[1] <= limit) << 1 | (at[grid->width + 1] <= limit) << 2
                      | (at[grid->width] <= limit) << 3;

        for (guint i = 0; i < 4 && ways[which][i] >= 0; i += 2)
          next[side (grid, column, row, (guint) ways[which][i])] = side (grid, column, row, (guint) ways[which][i + 1]);
      }
}

static BlPoint
side_point (const Grid *grid, guint32 id)
{
  guint cell = id / 2;
  double column = cell % grid->width, row = cell / grid->width;

  if (id % 2 == 0)
    column += 0.5;
  else
    row += 0.5;
  return (BlPoint){ grid->x0 + column * grid->cell, grid->y0 + row * grid->cell };
}

static double
ring_area (const GArray *ring)
{
  double sum = 0;

  for (guint i = 0; i < ring->len; i++)
    {
      const BlPoint *a = &g_array_index (ring, BlPoint, i), *b = &g_array_index (ring, BlPoint, (i + 1) % ring->len);

      sum += a->x * b->y - b->x * a->y;
    }
  return sum / 2;
}

/* Corners cut once (Chaikin 1974), so that steps of the grid do not look like streets. */
static void
add_ring (BlOutlinesBuilder *builder, const GArray *ring)
{
  bl_outlines_builder_add_polygon (builder);
  bl_outlines_builder_add_ring (builder);
  for (guint i = 0; i < ring->len; i++)
    {
      const BlPoint *a = &g_array_index (ring, BlPoint, i), *b = &g_array_index (ring, BlPoint, (i + 1) % ring->len);

      bl_outlines_builder_add_point (builder, (gint32) lround (a->x * 0.75 + b->x * 0.25),
                                     (gint32) lround (a->y * 0.75 + b->y * 0.25));
      bl_outlines_builder_add_point (builder, (gint32) lround (a->x * 0.25 + b->x * 0.75),
                                     (gint32) lround (a->y * 0.25 + b->y * 0.75));
    }
}

static void
add_row (BlOutlinesBuilder *builder, const Grid *grid, double limit, guint32 *next)
{
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (BlPoint));

  bl_outlines_builder_add_row (builder);
  link_sides (grid, limit, next);
  for (gsize start = 0; start < 2 * (gsize) grid->width * grid->height; start++)
    {
      guint32 at = (guint32) start;

      if (next[start] == NO_NEXT)
        continue;
      g_array_set_size (ring, 0);
      do
        {
          BlPoint point = side_point (grid, at);
          guint32 following = next[at];

          g_array_append_val (ring, point);
          next[at] = NO_NEXT;
          at = following;
        }
      while (at != NO_NEXT && at != start);
      if (ring->len > 3 && fabs (ring_area (ring)) >= SMALLEST * grid->cell * grid->cell)
        add_ring (builder, ring);
    }
}

BlTable *
bl_isochrones_new (const BlReach *reach, const double *minutes, guint n_minutes, GCancellable *cancellable)
{
  const BlRoads *roads;
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autofree guint32 *next = NULL;
  Grid grid;

  g_return_val_if_fail (reach != NULL && n_minutes > 0, NULL);

  roads = bl_graph_get_roads (bl_router_get_graph (bl_reach_get_router (reach)));
  if (!grid_init (&grid, reach, roads, minutes[n_minutes - 1]))
    {
      for (guint i = 0; i < n_minutes; i++)
        bl_outlines_builder_add_row (builder);
      return bl_outlines_builder_to_table (builder);
    }
  for (guint edge = 0; edge < roads->n_edges; edge++)
    put_edge (&grid, reach, roads, edge, minutes[n_minutes - 1]);
  spread (&grid);
  next = g_new (guint32, 2 * (gsize) grid.width * grid.height);
  for (guint i = 0; i < n_minutes && !g_cancellable_is_cancelled (cancellable); i++)
    add_row (builder, &grid, minutes[i], next);
  g_free (grid.minutes);
  return g_cancellable_is_cancelled (cancellable) ? NULL : bl_outlines_builder_to_table (builder);
}
