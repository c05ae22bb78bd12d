/* router.c: how long it takes along each road, by one means and at given speeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "router-private.h"

#include <math.h>
#include <string.h>

/* Boats are about as quick for everybody; what one waits for them is not known. */
#define FERRY_SPEED 10
/* A limit makes a road at most this much quicker than its class. */
#define QUICKER 1.5
/* One decimetre at one km/h, in milliseconds. */
#define DECIMETRE_AT_ONE 360.0

static const guint forward_flags[] = { BL_ACCESS_FOOT, BL_ACCESS_CYCLE, BL_ACCESS_DRIVE };

void
bl_speeds_init (BlSpeeds *speeds)
{
  static const double drive[BL_N_ROAD_CLASSES] = {
    [BL_ROAD_MOTORWAY] = 90,     [BL_ROAD_TRUNK] = 85,        [BL_ROAD_PRIMARY] = 65,
    [BL_ROAD_SECONDARY] = 55,    [BL_ROAD_TERTIARY] = 40,     [BL_ROAD_UNCLASSIFIED] = 25,
    [BL_ROAD_RESIDENTIAL] = 25,  [BL_ROAD_LIVING_STREET] = 10, [BL_ROAD_SERVICE] = 15,
    [BL_ROAD_TRACK] = 5,
  };

  *speeds = (BlSpeeds){ .walk = 4.8, .cycle = 16, .limit_share = 80, .junction_allowance = 15, .parking_seconds = 160 };
  memcpy (speeds->drive, drive, sizeof drive);
}

/* --- Costs ---------------------------------------------------------------- */

static double
drive_speed (const BlSpeeds *speeds, BlRoadClass road_class, guint limit)
{
  double usual = speeds->drive[road_class], limited = limit * speeds->limit_share / 100;

  if (limit == 0)
    return usual;
  if (road_class == BL_ROAD_SERVICE || road_class == BL_ROAD_LIVING_STREET || road_class == BL_ROAD_TRACK)
    return fmin (usual, limited);
  return fmin (usual * QUICKER, limited);
}

/* km/h; 0 where this means of travel does not go. */
static double
edge_speed (const BlRouter *router, const BlSpeeds *speeds, guint edge)
{
  BlRoadClass road_class = router->roads->classes[edge];

  if (road_class == BL_ROAD_FERRY)
    return FERRY_SPEED;
  if (router->mode == BL_MODE_WALK)
    return speeds->walk;
  if (router->mode == BL_MODE_CYCLE)
    return speeds->cycle;
  return drive_speed (speeds, road_class, router->roads->limits[edge]);
}

static void
cost_edges (BlRouter *router, const BlSpeeds *speeds)
{
  const BlRoads *roads = router->roads;
  guint forward = forward_flags[router->mode];
  double allowance = router->mode == BL_MODE_DRIVE ? 1 + speeds->junction_allowance / 100 : 1;

  for (guint e = 0; e < roads->n_edges; e++)
    {
      double speed = edge_speed (router, speeds, e);
      double milliseconds = roads->lengths[e] * DECIMETRE_AT_ONE / speed * (roads->classes[e] == BL_ROAD_FERRY ? 1 : allowance);

      if (!(speed > 0) || !(milliseconds < G_MAXUINT32 / 2))
        continue;
      router->milliseconds[e] = MAX ((guint32) llround (milliseconds), 1);
      router->open[e] = ((roads->access[e] & forward) != 0 ? BL_OPEN_FORWARD : 0)
                        | ((roads->access[e] & forward << 1) != 0 ? BL_OPEN_BACK : 0);
    }
}

/* --- Arcs and parts ------------------------------------------------------- */

static void
lay_arcs (BlRouter *router)
{
  const BlRoads *roads = router->roads;
  gsize n_arcs;

  memset (router->node_arcs, 0, ((gsize) roads->n_nodes + 1) * sizeof (guint));
  for (guint e = 0; e < roads->n_edges; e++)
    {
      router->node_arcs[roads->to[e]] += (router->open[e] & BL_OPEN_FORWARD) != 0;
      router->node_arcs[roads->from[e]] += (router->open[e] & BL_OPEN_BACK) != 0;
    }
  n_arcs = 0;
  for (guint n = 0; n <= roads->n_nodes; n++) /* each now says where its arcs end */
    router->node_arcs[n] = (guint) (n_arcs += router->node_arcs[n]);
  router->arcs = g_renew (BlArc, router->arcs, MAX (n_arcs, 1));
  for (guint e = roads->n_edges; e-- > 0;)
    {
      if ((router->open[e] & BL_OPEN_BACK) != 0)
        router->arcs[--router->node_arcs[roads->from[e]]]
            = (BlArc){ roads->to[e], router->milliseconds[e], roads->lengths[e] };
      if ((router->open[e] & BL_OPEN_FORWARD) != 0)
        router->arcs[--router->node_arcs[roads->to[e]]]
            = (BlArc){ roads->from[e], router->milliseconds[e], roads->lengths[e] };
    }
}

/* Marks the arcs from nodes that have one neighbour, to it or from it. */
static void
mark_dead_ends (BlRouter *router)
{
  guint n_nodes = router->roads->n_nodes;
  g_autofree guint32 *neighbour = g_new (guint32, MAX (n_nodes, 1));
  g_autofree guint8 *has_more = g_new0 (guint8, MAX (n_nodes, 1));

  memset (neighbour, 0xff, n_nodes * sizeof *neighbour);
  for (guint32 n = 0; n < n_nodes; n++)
    for (guint a = router->node_arcs[n]; a < router->node_arcs[n + 1]; a++)
      {
        guint32 ends[2] = { n, router->arcs[a].other };

        for (guint end = 0; end < 2; end++)
          {
            has_more[ends[end]] |= neighbour[ends[end]] != G_MAXUINT32 && neighbour[ends[end]] != ends[1 - end];
            neighbour[ends[end]] = ends[1 - end];
          }
      }
  for (guint a = 0; a < router->node_arcs[n_nodes]; a++)
    if (!has_more[router->arcs[a].other])
      router->arcs[a].other |= BL_ARC_DEAD_END;
}

/* Closes what is not in the largest part: no place is brought there. */
static void
keep_largest (BlRouter *router)
{
  const BlRoads *roads = router->roads;
  g_autofree guint32 *part = g_new (guint32, MAX (roads->n_nodes, 1));
  g_autofree guint *sizes = NULL;
  guint32 largest = 0;

  router->n_parts = bl_router_find_parts (router->node_arcs, router->arcs, roads->n_nodes, part);
  sizes = g_new0 (guint, MAX (router->n_parts, 1));
  for (guint n = 0; n < roads->n_nodes; n++)
    if (part[n] != G_MAXUINT32)
      {
        router->n_nodes++;
        sizes[part[n]]++;
      }
  for (guint32 p = 1; p < router->n_parts; p++)
    if (sizes[p] > sizes[largest])
      largest = p;
  router->n_largest = sizes[largest];
  for (guint e = 0; e < roads->n_edges; e++)
    if (part[roads->from[e]] != largest || part[roads->to[e]] != largest)
      router->open[e] = 0;
}

/* --- Public --------------------------------------------------------------- */

BlRouter *
bl_router_new (BlGraph *graph, BlTravelMode mode, const BlSpeeds *speeds)
{
  BlRouter *router;

  g_return_val_if_fail (graph != NULL && mode < BL_N_MODES && speeds != NULL, NULL);

  router = g_new0 (BlRouter, 1);
  g_atomic_ref_count_init (&router->ref_count);
  router->graph = bl_graph_ref (graph);
  router->roads = bl_graph_get_roads (graph);
  router->mode = mode;
  router->milliseconds = g_new0 (guint32, MAX (router->roads->n_edges, 1));
  router->open = g_new0 (guint8, MAX (router->roads->n_edges, 1));
  router->node_arcs = g_new (guint, (gsize) router->roads->n_nodes + 1);
  router->walk_milliseconds = 10 * DECIMETRE_AT_ONE / speeds->walk;
  if (mode == BL_MODE_DRIVE)
    router->once = (guint32) llround (CLAMP (speeds->parking_seconds, 0, 86400) * 1000);
  cost_edges (router, speeds);
  lay_arcs (router);
  keep_largest (router);
  lay_arcs (router);
  mark_dead_ends (router);
  return router;
}

BlRouter *
bl_router_ref (BlRouter *router)
{
  g_atomic_ref_count_inc (&router->ref_count);
  return router;
}

void
bl_router_unref (BlRouter *router)
{
  if (router == NULL || !g_atomic_ref_count_dec (&router->ref_count))
    return;
  bl_graph_unref (router->graph);
  g_free (router->milliseconds);
  g_free (router->open);
  g_free (router->node_arcs);
  g_free (router->arcs);
  g_free (router);
}

BlGraph *
bl_router_get_graph (const BlRouter *router)
{
  return router->graph;
}

BlTravelMode
bl_router_get_mode (const BlRouter *router)
{
  return router->mode;
}

double
bl_router_get_seconds (const BlRouter *router, guint edge, gboolean back)
{
  g_return_val_if_fail (edge < router->roads->n_edges, NAN);

  if ((router->open[edge] & (back ? BL_OPEN_BACK : BL_OPEN_FORWARD)) == 0)
    return NAN;
  return router->milliseconds[edge] / 1000.0;
}

gboolean
bl_router_is_usable (const BlRouter *router, guint edge)
{
  g_return_val_if_fail (edge < router->roads->n_edges, FALSE);

  return router->open[edge] != 0;
}

void
bl_router_get_parts (const BlRouter *router, guint *n_nodes, guint *n_parts, guint *n_largest)
{
  if (n_nodes != NULL)
    *n_nodes = router->n_nodes;
  if (n_parts != NULL)
    *n_parts = router->n_parts;
  if (n_largest != NULL)
    *n_largest = router->n_largest;
}
