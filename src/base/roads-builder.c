/* roads-builder.c: a road network that grows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-builder.h"

#include "table-private.h"

#include <string.h>

typedef struct
{
  guint32 from, to, length;
  guint8 road_class, access, limit;
  guint first, n_points; /* in points */
} Edge;

struct _BlRoadsBuilder
{
  GArray *nodes;  /* gint32 pairs */
  GArray *edges;  /* Edge */
  GArray *points; /* gint32 pairs */
};

typedef struct
{
  guint64 key;
  guint32 node;
} Place;

BlRoadsBuilder *
bl_roads_builder_new (void)
{
  BlRoadsBuilder *builder = g_new0 (BlRoadsBuilder, 1);

  builder->nodes = g_array_new (FALSE, FALSE, 2 * sizeof (gint32));
  builder->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  builder->points = g_array_new (FALSE, FALSE, 2 * sizeof (gint32));
  return builder;
}

void
bl_roads_builder_free (BlRoadsBuilder *builder)
{
  if (builder == NULL)
    return;
  g_array_unref (builder->nodes);
  g_array_unref (builder->edges);
  g_array_unref (builder->points);
  g_free (builder);
}

guint
bl_roads_builder_add_node (BlRoadsBuilder *builder, gint32 x, gint32 y)
{
  gint32 place[2] = { x, y };

  g_array_append_vals (builder->nodes, place, 1);
  return builder->nodes->len - 1;
}

void
bl_roads_builder_add_edge (BlRoadsBuilder *builder,
                           guint from,
                           guint to,
                           guint32 length,
                           BlRoadClass road_class,
                           guint access,
                           guint limit,
                           const gint32 *points,
                           guint n_points)
{
  Edge edge = { from, to, length, road_class, access, MIN (limit, G_MAXUINT8), builder->points->len, n_points };

  g_return_if_fail (from < builder->nodes->len && to < builder->nodes->len);
  g_return_if_fail (access <= BL_ACCESS_ALL);

  if (n_points > 0)
    g_array_append_vals (builder->points, points, n_points);
  g_array_append_val (builder->edges, edge);
}

/* How far along a Hilbert curve of order 28 a place is (Hilbert 1891; the turns as in Warren,
 * Hacker's Delight, 16): what is near on it is near on the ground. */
static guint64
curve_place (gint64 x, gint64 y)
{
  guint64 place = 0;

  for (gint64 side = 1 << 27; side > 0; side /= 2)
    {
      gboolean right = (x & side) != 0, upper = (y & side) != 0;

      place = place * 4 + (right ? (upper ? 2 : 3) : (upper ? 1 : 0));
      if (!upper)
        {
          gint64 swap = x;

          if (right)
            {
              x = ~x;
              swap = x;
              y = ~y;
            }
          x = y;
          y = swap;
        }
    }
  return place;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->node < second->node ? -1 : first->node > second->node;
}

/* The new number of each node; @nodes gets their places in that order. */
static guint32 *
order_nodes (BlRoadsBuilder *builder, gint32 *nodes)
{
  guint n = builder->nodes->len;
  const gint32 *places = (const gint32 *) (gpointer) builder->nodes->data;
  g_autofree Place *order = g_new (Place, MAX (n, 1));
  guint32 *number = g_new (guint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = (Place){ curve_place ((gint64) places[2 * (gsize) i] + (1 << 27), (gint64) places[2 * (gsize) i + 1] + (1 << 27)), i };
  qsort (order, n, sizeof *order, compare_places);
  for (guint i = 0; i < n; i++)
    {
      number[order[i].node] = i;
      memcpy (nodes + 2 * (gsize) i, places + 2 * (gsize) order[i].node, 2 * sizeof (gint32));
    }
  return number;
}

static void
turn (Edge *edge, gint32 *points)
{
  guint32 node = edge->from;
  guint forward = edge->access & (BL_ACCESS_FOOT | BL_ACCESS_CYCLE | BL_ACCESS_DRIVE);
  guint back = edge->access & (BL_ACCESS_FOOT_BACK | BL_ACCESS_CYCLE_BACK | BL_ACCESS_DRIVE_BACK);

  edge->from = edge->to;
  edge->to = node;
  edge->access = forward << 1 | back >> 1;
  for (guint i = 0; i < edge->n_points / 2; i++)
    {
      gint32 *a = points + 2 * (gsize) (edge->first + i), *b = points + 2 * (gsize) (edge->first + edge->n_points - 1 - i);
      gint32 keep[2] = { a[0], a[1] };

      memcpy (a, b, sizeof keep);
      memcpy (b, keep, sizeof keep);
    }
}

/* By their nodes; then by what they are, so that the order they came in does not matter. */
static int
compare_edges (gconstpointer a, gconstpointer b, gpointer data)
{
  const Edge *first = a, *second = b;
  const gint32 *points = data;

#define BY(field) \
  if (first->field != second->field) \
    return first->field < second->field ? -1 : 1
  BY (from);
  BY (to);
  BY (length);
  BY (road_class);
  BY (access);
  BY (limit);
  BY (n_points);
#undef BY
  for (gsize i = 0; i < 2 * (gsize) first->n_points; i++)
    {
      gint32 p = points[2 * (gsize) first->first + i], q = points[2 * (gsize) second->first + i];

      if (p != q)
        return p < q ? -1 : 1;
    }
  return 0;
}

static void
take_edges (BlRoadsBuilder *builder, BlRoads *roads)
{
  const Edge *edges = (const Edge *) (gpointer) builder->edges->data;
  const gint32 *points = (const gint32 *) (gpointer) builder->points->data;
  guint edge = 0;

  roads->from = g_new (guint32, MAX (roads->n_edges, 1));
  roads->to = g_new (guint32, MAX (roads->n_edges, 1));
  roads->lengths = g_new (guint32, MAX (roads->n_edges, 1));
  roads->classes = g_new (guint8, MAX (roads->n_edges, 1));
  roads->access = g_new (guint8, MAX (roads->n_edges, 1));
  roads->limits = g_new (guint8, MAX (roads->n_edges, 1));
  roads->shape_points = g_new (guint, (gsize) roads->n_edges + 1);
  roads->node_edges = g_new (guint, (gsize) roads->n_nodes + 1);
  roads->points = g_new (gint32, MAX (2 * (gsize) roads->n_points, 1));
  roads->shape_points[0] = 0;
  for (guint n = 0; n <= roads->n_nodes; n++)
    {
      roads->node_edges[n] = edge;
      for (; edge < roads->n_edges && edges[edge].from == n; edge++)
        {
          const Edge *e = edges + edge;
          guint at = roads->shape_points[edge];

          roads->from[edge] = e->from;
          roads->to[edge] = e->to;
          roads->lengths[edge] = e->length;
          roads->classes[edge] = e->road_class;
          roads->access[edge] = e->access;
          roads->limits[edge] = e->limit;
          roads->shape_points[edge + 1] = at + e->n_points;
          if (e->n_points > 0)
            memcpy (roads->points + 2 * (gsize) at, points + 2 * (gsize) e->first, (gsize) e->n_points * 2 * sizeof (gint32));
        }
    }
}

BlTable *
bl_roads_builder_to_table (BlRoadsBuilder *builder)
{
  BlRoads roads = { builder->nodes->len, builder->edges->len, builder->points->len };
  Edge *edges = (Edge *) (gpointer) builder->edges->data;
  g_autofree guint32 *number = NULL;

  roads.nodes = g_new (gint32, MAX (2 * (gsize) roads.n_nodes, 1));
  number = order_nodes (builder, roads.nodes);
  for (guint e = 0; e < roads.n_edges; e++)
    {
      edges[e].from = number[edges[e].from];
      edges[e].to = number[edges[e].to];
      if (edges[e].from > edges[e].to)
        turn (edges + e, (gint32 *) (gpointer) builder->points->data);
    }
  g_qsort_with_data (edges, (int) roads.n_edges, sizeof *edges, compare_edges, builder->points->data);
  take_edges (builder, &roads);
  g_array_set_size (builder->nodes, 0);
  g_array_set_size (builder->edges, 0);
  g_array_set_size (builder->points, 0);
  return bl_table_take_network (&roads, NULL);
}
