/* graph.c: a road network, ready to be travelled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "graph-private.h"

#include <math.h>

/* A cell is about as wide as an edge is long, within these metres. */
#define LEAST_SIDE 50
#define MOST_CELLS (1 << 22)
/* An edge through more cells than this is looked at every time instead. */
#define LONG_EDGE 256

struct _BlGraph
{
  gatomicrefcount ref_count;
  BlTable *table;
  const BlRoads *roads;
  BlBounds bounds;
  BlEdgeGrid grid;
};

/* --- The grid ------------------------------------------------------------- */

static guint
column_of (const BlEdgeGrid *grid, double x)
{
  double column = floor ((x - grid->x) / grid->side);

  return column <= 0 ? 0 : column >= grid->n_columns ? grid->n_columns - 1 : (guint) column;
}

static guint
row_of (const BlEdgeGrid *grid, double y)
{
  double row = floor ((y - grid->y) / grid->side);

  return row <= 0 ? 0 : row >= grid->n_rows ? grid->n_rows - 1 : (guint) row;
}

/**
 * Filling: one pass over the cells of the edges. @seen: by cell, the edge that
 * was last there and 1. @counts: how many each has; @edges: NULL when only counting.
 */
typedef struct
{
  const BlEdgeGrid *grid;
  guint *seen, *counts;
  guint *edges;
  guint touched[LONG_EDGE], n_touched;
} Filling;

/* Whether there was room to note that @edge passes through @cell. */
static gboolean
note_cell (Filling *filling, guint edge, guint cell)
{
  if (filling->seen[cell] == edge + 1)
    return TRUE;
  if (filling->n_touched == LONG_EDGE)
    return FALSE;
  filling->seen[cell] = edge + 1;
  filling->touched[filling->n_touched++] = cell;
  return TRUE;
}

/* Row by row: the columns between where the stretch enters the row and where it leaves it. */
static gboolean
note_stretch (Filling *filling, guint edge, BlPoint a, BlPoint b)
{
  const BlEdgeGrid *grid = filling->grid;
  guint first = row_of (grid, fmin (a.y, b.y)), last = row_of (grid, fmax (a.y, b.y));

  if (last - first >= LONG_EDGE)
    return FALSE;
  for (guint row = first; row <= last; row++)
    {
      double low = fmin (a.x, b.x), high = fmax (a.x, b.x);
      guint left, right;

      if (first != last)
        {
          double bottom = grid->y + row * grid->side, slope = (b.x - a.x) / (b.y - a.y);
          double x1 = a.x + (bottom - a.y) * slope, x2 = a.x + (bottom + grid->side - a.y) * slope;

          /* A little more, so that rounding loses no cell. */
          low = fmax (low, fmin (x1, x2) - 0.01);
          high = fmin (high, fmax (x1, x2) + 0.01);
        }
      left = column_of (grid, low);
      right = column_of (grid, high);
      if (right - left >= LONG_EDGE)
        return FALSE;
      for (guint column = left; column <= right; column++)
        if (!note_cell (filling, edge, row * grid->n_columns + column))
          return FALSE;
    }
  return TRUE;
}

/* Whether @edge passes through few cells; then they are counted, or filled. */
static gboolean
fill_edge (Filling *filling, const BlRoads *roads, guint edge)
{
  guint n = bl_roads_count_points (roads, edge);
  BlPoint before = bl_roads_get_point (roads, edge, 0);

  filling->n_touched = 0;
  for (guint i = 1; i < n; i++)
    {
      BlPoint next = bl_roads_get_point (roads, edge, i);

      if (!note_stretch (filling, edge, before, next))
        return FALSE;
      before = next;
    }
  for (guint i = 0; i < filling->n_touched; i++)
    {
      guint cell = filling->touched[i];

      if (filling->edges != NULL)
        filling->edges[filling->grid->cell_edges[cell] + filling->counts[cell]] = edge;
      filling->counts[cell]++;
    }
  return TRUE;
}

static void
lay_grid (BlEdgeGrid *grid, const BlRoads *roads, const BlBounds *bounds)
{
  double width = bl_bounds_is_empty (bounds) ? 0 : bounds->x2 - bounds->x1;
  double height = bl_bounds_is_empty (bounds) ? 0 : bounds->y2 - bounds->y1;
  double cells = CLAMP (roads->n_edges, 1, MOST_CELLS);

  grid->x = bl_bounds_is_empty (bounds) ? 0 : bounds->x1;
  grid->y = bl_bounds_is_empty (bounds) ? 0 : bounds->y1;
  /* Neither more cells than edges, nor a strip of more than that. */
  grid->side = fmax (fmax (sqrt (width * height / cells), fmax (width, height) / cells), LEAST_SIDE);
  grid->n_columns = (guint) (width / grid->side) + 1;
  grid->n_rows = (guint) (height / grid->side) + 1;
}

static void
fill_grid (BlEdgeGrid *grid, const BlRoads *roads)
{
  gsize n_cells = (gsize) grid->n_columns * grid->n_rows;
  g_autofree guint *seen = g_new0 (guint, n_cells), *counts = g_new0 (guint, n_cells);
  Filling filling = { grid, seen, counts, NULL };
  GArray *long_edges = g_array_new (FALSE, FALSE, sizeof (guint));
  guint next = 0;

  for (guint e = 0; e < roads->n_edges; e++)
    if (!fill_edge (&filling, roads, e))
      g_array_append_val (long_edges, e);
  grid->cell_edges = g_new (guint, n_cells + 1);
  grid->cell_edges[0] = 0;
  for (gsize c = 0; c < n_cells; c++)
    {
      grid->cell_edges[c + 1] = grid->cell_edges[c] + counts[c];
      counts[c] = seen[c] = 0;
    }
  grid->edges = filling.edges = g_new (guint, MAX (grid->cell_edges[n_cells], 1));
  for (guint e = 0; e < roads->n_edges; e++)
    if (next < long_edges->len && g_array_index (long_edges, guint, next) == e)
      next++;
    else
      fill_edge (&filling, roads, e);
  grid->n_long = long_edges->len;
  grid->long_edges = (guint *) (gpointer) g_array_free (long_edges, FALSE);
}

/* --- Public --------------------------------------------------------------- */

BlGraph *
bl_graph_new (BlTable *table)
{
  BlGraph *graph;

  g_return_val_if_fail (table != NULL && bl_table_get_table_type (table) == BL_TABLE_NETWORK, NULL);
  g_return_val_if_fail (bl_table_get_n_rows (table) <= G_MAXINT32, NULL); /* no document is so long */

  graph = g_new0 (BlGraph, 1);
  g_atomic_ref_count_init (&graph->ref_count);
  graph->table = bl_table_ref (table);
  graph->roads = bl_table_get_roads (table);
  graph->bounds = bl_bounds_empty ();
  for (guint n = 0; n < graph->roads->n_nodes; n++)
    bl_bounds_add (&graph->bounds,
                   (BlPoint){ graph->roads->nodes[2 * (gsize) n], graph->roads->nodes[2 * (gsize) n + 1] });
  for (guint p = 0; p < graph->roads->n_points; p++)
    bl_bounds_add (&graph->bounds,
                   (BlPoint){ graph->roads->points[2 * (gsize) p], graph->roads->points[2 * (gsize) p + 1] });
  lay_grid (&graph->grid, graph->roads, &graph->bounds);
  fill_grid (&graph->grid, graph->roads);
  return graph;
}

BlGraph *
bl_graph_ref (BlGraph *graph)
{
  g_atomic_ref_count_inc (&graph->ref_count);
  return graph;
}

void
bl_graph_unref (BlGraph *graph)
{
  if (graph == NULL || !g_atomic_ref_count_dec (&graph->ref_count))
    return;
  bl_table_unref (graph->table);
  g_free (graph->grid.cell_edges);
  g_free (graph->grid.edges);
  g_free (graph->grid.long_edges);
  g_free (graph);
}

BlTable *
bl_graph_get_table (const BlGraph *graph)
{
  return graph->table;
}

const BlRoads *
bl_graph_get_roads (const BlGraph *graph)
{
  return graph->roads;
}

const BlBounds *
bl_graph_get_bounds (const BlGraph *graph)
{
  return &graph->bounds;
}

const BlEdgeGrid *
bl_graph_get_grid (const BlGraph *graph)
{
  return &graph->grid;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

GArray *
bl_graph_find_edges (const BlGraph *graph, const BlBounds *box)
{
  const BlEdgeGrid *grid = &graph->grid;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  if (!bl_bounds_intersects (&graph->bounds, box))
    return found;
  for (guint row = row_of (grid, box->y1); row <= row_of (grid, box->y2); row++)
    {
      gsize first = (gsize) row * grid->n_columns + column_of (grid, box->x1);
      gsize last = (gsize) row * grid->n_columns + column_of (grid, box->x2);

      g_array_append_vals (found, grid->edges + grid->cell_edges[first],
                           grid->cell_edges[last + 1] - grid->cell_edges[first]);
    }
  g_array_append_vals (found, grid->long_edges, grid->n_long);
  g_array_sort (found, compare_edges);
  for (guint i = 0; i < found->len; i++)
    if (i == 0 || g_array_index (found, guint, i) != g_array_index (found, guint, n - 1))
      g_array_index (found, guint, n++) = g_array_index (found, guint, i);
  g_array_set_size (found, n);
  return found;
}
