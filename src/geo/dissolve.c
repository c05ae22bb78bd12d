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

#include <cpl_error.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

/* Nearer than this, corner and edge were meant to be one place: metres. */
#define SAME_PLACE 1.0
/* Gaps between neighbours up to twice this wide are closed: metres. */
#define GAP_REACH 1.5
/* Corners that closing leaves are thinned to this tolerance: metres. */
#define GAP_TOLERANCE 2.0

typedef struct
{
  gint32 x, y;
} Corner;

typedef struct
{
  Corner from, to;
} Edge;

static int
compare_corners (Corner a, Corner b)
{
  if (a.x != b.x)
    return a.x < b.x ? -1 : 1;
  return (a.y > b.y) - (a.y < b.y);
}

static gboolean
is_forward (const Edge *edge)
{
  return compare_corners (edge->from, edge->to) < 0;
}

/* Edges between the same two corners together, whichever way they run. */
static int
compare_undirected (gconstpointer a, gconstpointer b)
{
  const Edge *first = a, *second = b;
  Corner low1 = is_forward (first) ? first->from : first->to, high1 = is_forward (first) ? first->to : first->from;
  Corner low2 = is_forward (second) ? second->from : second->to, high2 = is_forward (second) ? second->to : second->from;
  int order = compare_corners (low1, low2);

  return order != 0 ? order : compare_corners (high1, high2);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const Edge *first = a, *second = b;
  int order = compare_corners (first->from, second->from);

  return order != 0 ? order : compare_corners (first->to, second->to);
}

static Corner
point_of (const BlOutlines *outlines, guint point)
{
  return (Corner) { outlines->coordinates[2 * (gsize) point], outlines->coordinates[2 * (gsize) point + 1] };
}

/* Twice the signed area of a triangle: exact for metres in Britain. */
static double
turn (Corner a, Corner b, Corner c)
{
  return ((double) b.x - a.x) * ((double) c.y - a.y) - ((double) c.x - a.x) * ((double) b.y - a.y);
}

static double
ring_area (const Corner *corners, guint n)
{
  double twice = 0;

  for (guint i = 0; i < n; i++)
    {
      Corner a = corners[i], b = corners[i + 1 < n ? i + 1 : 0];

      twice += turn (corners[0], a, b);
    }
  return twice / 2;
}

/* --- Edges --------------------------------------------------------------- */

static void
add_ring_edges (GArray *edges, const BlOutlines *outlines, guint ring, gboolean hole)
{
  guint first = outlines->ring_points[ring], n = outlines->ring_points[ring + 1] - first;
  gboolean anticlockwise;

  if (n < 3)
    return;
  anticlockwise = ring_area ((const Corner *) &outlines->coordinates[2 * (gsize) first], n) > 0;
  for (guint i = 0; i < n; i++)
    {
      Corner a = point_of (outlines, first + i), b = point_of (outlines, first + (i + 1) % n);
      Edge edge = anticlockwise == hole ? (Edge) { b, a } : (Edge) { a, b };

      if (compare_corners (a, b) != 0)
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
          add_ring_edges (edges, outlines, k, k > outlines->polygon_rings[p]);
  return edges;
}

/* Leaves what does not cancel; FALSE when an edge is left twice over: two
 * members lie on the same side of it. */
static gboolean
cancel_edges (GArray *edges)
{
  Edge *all = (Edge *) edges->data;
  guint n_left = 0;
  gboolean agrees = TRUE;

  g_array_sort (edges, compare_undirected);
  for (guint i = 0, end; i < edges->len; i = end)
    {
      int net = 0;
      Edge left;

      for (end = i; end < edges->len && compare_undirected (&all[i], &all[end]) == 0; end++)
        net += is_forward (&all[end]) ? 1 : -1;
      if (net == 0)
        continue;
      agrees &= abs (net) == 1;
      left = all[i];
      if (is_forward (&left) != (net > 0))
        left = (Edge) { left.to, left.from };
      all[n_left++] = left;
    }
  g_array_set_size (edges, n_left);
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
is_beside (Corner corner, const Edge *edge)
{
  double dx = (double) edge->to.x - edge->from.x, dy = (double) edge->to.y - edge->from.y;
  double px = (double) corner.x - edge->from.x, py = (double) corner.y - edge->from.y;
  double along = (px * dx + py * dy) / (dx * dx + dy * dy);
  double away = fabs (turn (edge->from, edge->to, corner)) / hypot (dx, dy);

  return along > 0 && along < 1 && away <= SAME_PLACE && compare_corners (corner, edge->from) != 0
         && compare_corners (corner, edge->to) != 0;
}

static gboolean
do_cross (const Edge *a, const Edge *b)
{
  double first = turn (a->from, a->to, b->from), second = turn (a->from, a->to, b->to);
  double third = turn (b->from, b->to, a->from), fourth = turn (b->from, b->to, a->to);

  return (first > 0) != (second > 0) && first != 0 && second != 0 && (third > 0) != (fourth > 0) && third != 0
         && fourth != 0;
}

static gboolean
disagree (const Edge *a, const Edge *b)
{
  return is_beside (a->from, b) || is_beside (a->to, b) || is_beside (b->from, a) || is_beside (b->to, a)
         || do_cross (a, b);
}

static gboolean
are_close (const Edge *a, const Edge *b)
{
  return MIN (a->from.y, a->to.y) <= MAX (b->from.y, b->to.y) + SAME_PLACE
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
  Corner corner;
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
add_split (GArray *splits, const GArray *edges, guint edge, Corner corner)
{
  const Edge *it = &g_array_index (edges, Edge, edge);
  double dx = (double) it->to.x - it->from.x, dy = (double) it->to.y - it->from.y;
  Split split = { edge, (((double) corner.x - it->from.x) * dx + ((double) corner.y - it->from.y) * dy) / (dx * dx + dy * dy),
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
      Edge before = { edge->from, split->corner };

      if (compare_corners (edge->from, split->corner) == 0)
        continue; /* the same corner from two edges */
      edge->from = split->corner;
      g_array_append_val (edges, before);
    }
  return splits->len > 0;
}

/* --- Rings --------------------------------------------------------------- */

static guint
first_from (const GArray *edges, Corner corner)
{
  guint low = 0, high = edges->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_corners (g_array_index (edges, Edge, middle).from, corner) < 0)
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
       i < edges->len && compare_corners (g_array_index (edges, Edge, i).from, in->to) == 0; i++)
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

typedef struct
{
  guint first, n; /* into the corners */
  double area;    /* below 0: a hole */
  BlBounds bounds;
  int outside;    /* the ring it is in, or -1 */
} Ring;

static void
add_corner (Ring *ring, GArray *corners, Corner corner)
{
  g_array_append_val (corners, corner);
  bl_bounds_add (&ring->bounds, (BlPoint) { corner.x, corner.y });
  ring->n++;
}

static void
link_rings (GArray *edges, GArray *rings, GArray *corners)
{
  g_autofree gboolean *used = g_new0 (gboolean, MAX (edges->len, 1));

  g_array_sort (edges, compare_starts);
  for (guint start = 0; start < edges->len; start++)
    {
      Ring ring = { corners->len, 0, 0, bl_bounds_empty (), -1 };

      for (int i = used[start] ? -1 : (int) start; i >= 0;
           i = next_edge (edges, used, &g_array_index (edges, Edge, i)))
        {
          used[i] = TRUE;
          add_corner (&ring, corners, g_array_index (edges, Edge, i).from);
        }
      ring.area = ring.n >= 3 ? ring_area (&g_array_index (corners, Corner, ring.first), ring.n) : 0;
      if (ring.area != 0)
        g_array_append_val (rings, ring);
      else
        g_array_set_size (corners, ring.first);
    }
}

static gboolean
ring_contains (const Corner *corners, guint n, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0, before = n - 1; i < n; before = i++)
    if ((corners[i].y > y) != (corners[before].y > y)
        && x < corners[before].x + (y - corners[before].y) * ((double) corners[i].x - corners[before].x)
                                     / ((double) corners[i].y - corners[before].y))
      inside = !inside;
  return inside;
}

/* To each ring the smallest that holds the middle of its first edge. FALSE
 * when holes and outsides do not take turns: then members overlap. */
static gboolean
nest_rings (GArray *rings, const GArray *corners)
{
  gboolean turns = TRUE;

  for (guint i = 0; i < rings->len; i++)
    {
      Ring *inner = &g_array_index (rings, Ring, i);
      Corner a = g_array_index (corners, Corner, inner->first), b = g_array_index (corners, Corner, inner->first + 1);

      for (guint o = 0; o < rings->len; o++)
        {
          const Ring *ring = &g_array_index (rings, Ring, o);

          if (fabs (ring->area) > fabs (inner->area) && bl_bounds_intersects (&ring->bounds, &inner->bounds)
              && (inner->outside < 0 || fabs (ring->area) < fabs (g_array_index (rings, Ring, inner->outside).area))
              && ring_contains (&g_array_index (corners, Corner, ring->first), ring->n, ((double) a.x + b.x) / 2, ((double) a.y + b.y) / 2))
            inner->outside = (int) o;
        }
      if (inner->outside < 0)
        turns &= inner->area > 0;
      else
        turns &= (inner->area > 0) != (g_array_index (rings, Ring, inner->outside).area > 0);
    }
  return turns;
}

static void
write_ring (BlOutlinesBuilder *builder, const Corner *corners, guint n)
{
  bl_outlines_builder_add_ring (builder);
  for (guint i = 0; i < n; i++)
    bl_outlines_builder_add_point (builder, corners[i].x, corners[i].y);
}

static BlTable *
write_rings (const GArray *rings, const GArray *corners)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();

  bl_outlines_builder_add_row (builder);
  for (guint o = 0; o < rings->len; o++)
    {
      const Ring *ring = &g_array_index (rings, Ring, o);

      if (ring->area < 0)
        continue;
      bl_outlines_builder_add_polygon (builder);
      write_ring (builder, &g_array_index (corners, Corner, ring->first), ring->n);
      for (guint h = 0; h < rings->len; h++)
        {
          const Ring *hole = &g_array_index (rings, Ring, h);

          if (hole->area < 0 && hole->outside == (int) o)
            write_ring (builder, &g_array_index (corners, Corner, hole->first), hole->n);
        }
    }
  return bl_outlines_builder_to_table (builder);
}

/* --- By GEOS ------------------------------------------------------------- */

static OGRGeometryH
polygon_to_geometry (const BlOutlines *outlines, guint polygon)
{
  OGRGeometryH geometry = OGR_G_CreateGeometry (wkbPolygon);

  for (guint k = outlines->polygon_rings[polygon]; k < outlines->polygon_rings[polygon + 1]; k++)
    {
      guint first = outlines->ring_points[k], n = outlines->ring_points[k + 1] - first;
      OGRGeometryH ring = OGR_G_CreateGeometry (wkbLinearRing);

      for (guint i = 0; i <= n && n > 0; i++)
        {
          Corner corner = point_of (outlines, first + i % n);

          OGR_G_AddPoint_2D (ring, corner.x, corner.y);
        }
      OGR_G_AddGeometryDirectly (geometry, ring);
    }
  return geometry;
}

/* Parts may be polygons or, mended, several; only areas are taken. */
static void
add_areas (OGRGeometryH collection, OGRGeometryH geometry)
{
  if (OGR_GT_Flatten (OGR_G_GetGeometryType (geometry)) == wkbPolygon)
    OGR_G_AddGeometry (collection, geometry);
  else
    for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
      add_areas (collection, OGR_G_GetGeometryRef (geometry, i));
}

static OGRGeometryH
unite (const BlOutlines *outlines, const gboolean *member)
{
  OGRGeometryH all = OGR_G_CreateGeometry (wkbMultiPolygon), united;

  for (guint row = 0; row < outlines->n_rows; row++)
    if (member == NULL || member[row])
      for (guint p = outlines->row_polygons[row]; p < outlines->row_polygons[row + 1]; p++)
        {
          OGRGeometryH polygon = polygon_to_geometry (outlines, p);

          if (!OGR_G_IsValid (polygon))
            {
              OGRGeometryH mended = OGR_G_MakeValid (polygon);

              if (mended != NULL)
                {
                  OGR_G_DestroyGeometry (polygon);
                  polygon = mended;
                }
            }
          add_areas (all, polygon);
          OGR_G_DestroyGeometry (polygon);
        }
  united = OGR_G_UnionCascaded (all);
  OGR_G_DestroyGeometry (all);
  return united;
}

static void
take_geometry_ring (OGRGeometryH geometry, gboolean hole, GArray *rings, GArray *corners)
{
  Ring ring = { corners->len, 0, 0, bl_bounds_empty (), -1 };
  Corner *taken;

  for (int i = 0; i + 1 < OGR_G_GetPointCount (geometry); i++)
    {
      Corner corner = { (gint32) lround (OGR_G_GetX (geometry, i)), (gint32) lround (OGR_G_GetY (geometry, i)) };

      if (ring.n > 0 && compare_corners (g_array_index (corners, Corner, corners->len - 1), corner) == 0)
        continue;
      add_corner (&ring, corners, corner);
    }
  taken = &g_array_index (corners, Corner, ring.first);
  while (ring.n > 1 && compare_corners (taken[0], taken[ring.n - 1]) == 0)
    ring.n--;
  ring.area = ring.n >= 3 ? fabs (ring_area (taken, ring.n)) : 0;
  if (ring.area == 0)
    {
      g_array_set_size (corners, ring.first);
      return;
    }
  if (hole)
    ring.area = -ring.area;
  g_array_set_size (corners, ring.first + ring.n);
  g_array_append_val (rings, ring);
}

static void
take_geometry (OGRGeometryH geometry, GArray *rings, GArray *corners)
{
  gboolean polygon = OGR_GT_Flatten (OGR_G_GetGeometryType (geometry)) == wkbPolygon;

  for (int i = 0; i < OGR_G_GetGeometryCount (geometry); i++)
    if (polygon)
      take_geometry_ring (OGR_G_GetGeometryRef (geometry, i), i > 0, rings, corners);
    else
      take_geometry (OGR_G_GetGeometryRef (geometry, i), rings, corners);
}

/* Out and in again: what is narrower than twice the way is gone. */
static OGRGeometryH
close_gaps (OGRGeometryH united)
{
  OGRGeometryH grown = OGR_G_Buffer (united, GAP_REACH, 8);
  OGRGeometryH closed = grown != NULL ? OGR_G_Buffer (grown, -GAP_REACH, 8) : NULL;

  OGR_G_DestroyGeometry (grown);
  if (closed == NULL)
    return united;
  OGR_G_DestroyGeometry (united);
  return closed;
}

/* NULL where GEOS cannot. */
static BlTable *
dissolve_by_union (const BlOutlines *outlines, const gboolean *member)
{
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (Corner));
  g_autoptr (BlTable) closed = NULL;
  OGRGeometryH united;

  CPLPushErrorHandler (CPLQuietErrorHandler);
  united = unite (outlines, member);
  if (united != NULL)
    united = close_gaps (united);
  CPLPopErrorHandler ();
  if (united == NULL)
    return NULL;
  take_geometry (united, rings, corners);
  OGR_G_DestroyGeometry (united);
  nest_rings (rings, corners);
  closed = write_rings (rings, corners);
  return bl_outlines_simplify (bl_table_get_outlines (closed), GAP_TOLERANCE);
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
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (Corner));
  gboolean agreed;

  g_return_val_if_fail (outlines != NULL, NULL);

  edges = collect_edges (outlines, member);
  agreed = cancel_shared (edges);
  link_rings (edges, rings, corners);
  agreed &= nest_rings (rings, corners);
  if (!agreed)
    {
      BlTable *table = dissolve_by_union (outlines, member);

      if (table != NULL)
        return table;
    }
  return write_rings (rings, corners);
}
