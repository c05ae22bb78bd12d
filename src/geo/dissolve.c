/* dissolve.c: the outline round several areas, inner borders gone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every ring is walked with its area on the left. An edge that two members
 * share is then walked both ways, and the two cancel; what is left is the
 * outline. Where a neighbour has one corner more, on that edge to within a
 * metre, the edge is led through it first. Where neighbours cross, overlap or
 * leave a gap all the same, GEOS takes the union instead.
 */
#include "geometry.h"

#include "ring-set.h"

#include <math.h>
#include <stdlib.h>

/* Nearer than this, corner and edge were meant to be one place: metres. */
#define SAME_PLACE 1.0

typedef struct
{
  BlCorner from, to;
  guint row; /* whose it is */
} Edge;

static gboolean
is_forward (const Edge *edge)
{
  return bl_corner_compare (edge->from, edge->to) < 0;
}

/* Edges between the same two corners together, whichever way they run. */
static int
compare_undirected (gconstpointer a, gconstpointer b)
{
  const Edge *first = a, *second = b;
  BlCorner low1 = is_forward (first) ? first->from : first->to,
           high1 = is_forward (first) ? first->to : first->from;
  BlCorner low2 = is_forward (second) ? second->from : second->to,
           high2 = is_forward (second) ? second->to : second->from;
  int order = bl_corner_compare (low1, low2);

  return order != 0 ? order : bl_corner_compare (high1, high2);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const Edge *first = a, *second = b;
  int order = bl_corner_compare (first->from, second->from);

  return order != 0 ? order : bl_corner_compare (first->to, second->to);
}

static BlCorner
point_of (const BlOutlines *outlines, guint point)
{
  return (BlCorner){ outlines->coordinates[2 * (gsize) point], outlines->coordinates[2 * (gsize) point + 1] };
}

/* --- Edges --------------------------------------------------------------- */

static void
add_ring_edges (GArray *edges, const BlOutlines *outlines, guint row, guint ring, gboolean hole)
{
  guint first = outlines->ring_points[ring], n = outlines->ring_points[ring + 1] - first;
  gboolean anticlockwise;

  if (n < 3)
    return;
  anticlockwise = bl_corners_get_area ((const BlCorner *) &outlines->coordinates[2 * (gsize) first], n) > 0;
  for (guint i = 0; i < n; i++)
    {
      BlCorner a = point_of (outlines, first + i), b = point_of (outlines, first + (i + 1) % n);
      Edge edge = anticlockwise == hole ? (Edge){ b, a, row } : (Edge){ a, b, row };

      if (bl_corner_compare (a, b) != 0)
        g_array_append_val (edges, edge);
    }
}

static GArray *
collect_edges (const BlOutlines *outlines, const gboolean *member)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint row = 0; row < outlines->n_rows; row++)
    if (member == NULL || member[row])
      for (guint p = outlines->row_polygons[row]; p < outlines->row_polygons[row + 1]; p++)
        for (guint k = outlines->polygon_rings[p]; k < outlines->polygon_rings[p + 1]; k++)
          add_ring_edges (edges, outlines, row, k, k > outlines->polygon_rings[p]);
  return edges;
}

/* Leaves what does not cancel. FALSE when two members lie on the same side of
 * an edge. (One member may run along an edge twice; both runs are left, so that
 * every corner still has as many ways out as in.) */
static gboolean
cancel_edges (GArray *edges)
{
  g_autoptr (GArray) left = g_array_sized_new (FALSE, FALSE, sizeof (Edge), edges->len);
  const Edge *all = (const Edge *) edges->data;
  gboolean agrees = TRUE;

  g_array_sort (edges, compare_undirected);
  for (guint i = 0, end; i < edges->len; i = end)
    {
      int net = 0;
      gboolean one_member = TRUE;

      for (end = i; end < edges->len && compare_undirected (&all[i], &all[end]) == 0; end++)
        {
          net += is_forward (&all[end]) ? 1 : -1;
          one_member &= all[end].row == all[i].row;
        }
      agrees &= abs (net) <= 1 || one_member;
      for (guint e = i; e < end && net != 0; e++)
        if (is_forward (&all[e]) == (net > 0))
          {
            g_array_append_val (left, all[e]);
            net += net > 0 ? -1 : 1;
          }
    }
  g_array_set_size (edges, 0);
  g_array_append_vals (edges, left->data, left->len);
  return agrees;
}

/* --- Do the neighbours agree --------------------------------------------- */

static int
compare_wests (gconstpointer a, gconstpointer b)
{
  const Edge *first = a, *second = b;
  gint32 west1 = MIN (first->from.x, first->to.x), west2 = MIN (second->from.x, second->to.x);

  return (west1 > west2) - (west1 < west2);
}

/* Whether @corner lies on or beside @edge between its ends. */
static gboolean
is_beside (BlCorner corner, const Edge *edge)
{
  double dx = (double) edge->to.x - edge->from.x, dy = (double) edge->to.y - edge->from.y;
  double px = (double) corner.x - edge->from.x, py = (double) corner.y - edge->from.y;
  double along = (px * dx + py * dy) / (dx * dx + dy * dy);
  double away = fabs (bl_corner_turn (edge->from, edge->to, corner)) / hypot (dx, dy);

  return along > 0 && along < 1 && away <= SAME_PLACE && bl_corner_compare (corner, edge->from) != 0
         && bl_corner_compare (corner, edge->to) != 0;
}

static gboolean
do_cross (const Edge *a, const Edge *b)
{
  double first = bl_corner_turn (a->from, a->to, b->from), second = bl_corner_turn (a->from, a->to, b->to);
  double third = bl_corner_turn (b->from, b->to, a->from), fourth = bl_corner_turn (b->from, b->to, a->to);

  return (first > 0) != (second > 0) && first != 0 && second != 0 && (third > 0) != (fourth > 0) && third != 0
         && fourth != 0;
}

static gboolean
disagree (const Edge *a, const Edge *b)
{
  return is_beside (a->from, b) || is_beside (a->to, b) || is_beside (b->from, a) || is_beside (b->to, a)
         || do_cross (a, b);
}

/* A member whose own border crosses itself is drawn as it is. */
static gboolean
are_close (const Edge *a, const Edge *b)
{
  return a->row != b->row && MIN (a->from.y, a->to.y) <= MAX (b->from.y, b->to.y) + SAME_PLACE
         && MIN (b->from.y, b->to.y) <= MAX (a->from.y, a->to.y) + SAME_PLACE;
}

/* The first of @edges, in order of their western ends, after @i that starts
 * east of edge @i altogether. */
static guint
end_of_close (const Edge *edges, guint n, guint i)
{
  double east = MAX (edges[i].from.x, edges[i].to.x) + SAME_PLACE;
  guint end = i + 1;

  while (end < n && MIN (edges[end].from.x, edges[end].to.x) <= east)
    end++;
  return end;
}

/* Over all pairs that are close, from west to east. */
static gboolean
edges_agree (GArray *edges)
{
  const Edge *all = (const Edge *) edges->data;

  g_array_sort (edges, compare_wests);
  for (guint i = 0; i < edges->len; i++)
    for (guint j = i + 1, end = end_of_close (all, edges->len, i); j < end; j++)
      if (are_close (&all[i], &all[j]) && disagree (&all[i], &all[j]))
        return FALSE;
  return TRUE;
}

typedef struct
{
  guint edge;
  double along; /* 0 … 1 */
  BlCorner corner;
} Split;

static int
compare_splits (gconstpointer a, gconstpointer b)
{
  const Split *first = a, *second = b;

  if (first->edge != second->edge)
    return first->edge < second->edge ? -1 : 1;
  return (first->along > second->along) - (first->along < second->along);
}

static void
add_split (GArray *splits, const GArray *edges, guint edge, BlCorner corner)
{
  const Edge *it = &g_array_index (edges, Edge, edge);
  double dx = (double) it->to.x - it->from.x, dy = (double) it->to.y - it->from.y;
  Split split = { edge,
                  (((double) corner.x - it->from.x) * dx + ((double) corner.y - it->from.y) * dy)
                      / (dx * dx + dy * dy),
                  corner };

  if (is_beside (corner, it))
    g_array_append_val (splits, split);
}

/* Leads edges through the corners of others that lie beside them. */
static gboolean
split_edges (GArray *edges)
{
  g_autoptr (GArray) splits = g_array_new (FALSE, FALSE, sizeof (Split));

  g_array_sort (edges, compare_wests);
  for (guint i = 0, n = edges->len; i < n; i++)
    for (guint j = i + 1, end = end_of_close ((const Edge *) edges->data, n, i); j < end; j++)
      {
        Edge a = g_array_index (edges, Edge, i), b = g_array_index (edges, Edge, j);

        if (!are_close (&a, &b))
          continue;
        add_split (splits, edges, i, b.from);
        add_split (splits, edges, i, b.to);
        add_split (splits, edges, j, a.from);
        add_split (splits, edges, j, a.to);
      }

  g_array_sort (splits, compare_splits);
  for (guint s = 0; s < splits->len; s++)
    {
      const Split *split = &g_array_index (splits, Split, s);
      Edge *edge = &g_array_index (edges, Edge, split->edge);
      Edge before = { edge->from, split->corner, edge->row };

      if (bl_corner_compare (edge->from, split->corner) == 0)
        continue; /* the same corner from two edges */
      edge->from = split->corner;
      g_array_append_val (edges, before);
    }
  return splits->len > 0;
}

/* --- Rings --------------------------------------------------------------- */

static guint
first_from (const GArray *edges, BlCorner corner)
{
  guint low = 0, high = edges->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (bl_corner_compare (g_array_index (edges, Edge, middle).from, corner) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How far left one turns from @in into @out: -π … π. */
static double
leftness (const Edge *in, const Edge *out)
{
  double dx = (double) in->to.x - in->from.x, dy = (double) in->to.y - in->from.y;
  double ex = (double) out->to.x - out->from.x, ey = (double) out->to.y - out->from.y;

  return atan2 (dx * ey - dy * ex, dx * ex + dy * ey);
}

/* The unused edge that goes on from @in, furthest to the left: so areas that
 * only touch at a corner stay apart. -1 when there is none. */
static int
next_edge (const GArray *edges, const gboolean *used, const Edge *in)
{
  int best = -1;
  double best_left = -INFINITY;

  for (guint i = first_from (edges, in->to);
       i < edges->len && bl_corner_compare (g_array_index (edges, Edge, i).from, in->to) == 0; i++)
    {
      double left = leftness (in, &g_array_index (edges, Edge, i));

      if (!used[i] && left > best_left)
        {
          best_left = left;
          best = (int) i;
        }
    }
  return best;
}

static void
link_rings (GArray *edges, BlRingSet *set)
{
  g_autofree gboolean *used = g_new0 (gboolean, MAX (edges->len, 1));

  g_array_sort (edges, compare_starts);
  for (guint start = 0; start < edges->len; start++)
    {
      bl_ring_set_begin (set);
      for (int i = used[start] ? -1 : (int) start; i >= 0;
           i = next_edge (edges, used, &g_array_index (edges, Edge, i)))
        {
          used[i] = TRUE;
          bl_ring_set_add (set, g_array_index (edges, Edge, i).from);
        }
      bl_ring_set_end (set);
    }
}

/* FALSE when neighbours do not agree on where they meet. */
static gboolean
cancel_shared (GArray *edges)
{
  if (!cancel_edges (edges))
    return FALSE;
  return edges_agree (edges) || (split_edges (edges) && cancel_edges (edges) && edges_agree (edges));
}

BlTable *
bl_outlines_dissolve (const BlOutlines *outlines, const gboolean *member)
{
  g_autoptr (GArray) edges = NULL;
  g_autoptr (BlRingSet) set = bl_ring_set_new ();
  gboolean agreed;

  g_return_val_if_fail (outlines != NULL, NULL);

  edges = collect_edges (outlines, member);
  agreed = cancel_shared (edges);
  link_rings (edges, set);
  agreed &= bl_ring_set_nest (set);
  if (!agreed)
    {
      BlTable *table = bl_outlines_unite (outlines, member);

      if (table != NULL)
        return table;
    }
  return bl_ring_set_to_table (set);
}
