/* roads.c: the table that holds a road network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "table-private.h"

#include <string.h>

static gboolean
places_are_known (const gint32 *places, gsize n)
{
  for (gsize i = 0; i < 2 * n; i++)
    if (places[i] < -BL_TABLE_MAX_COORDINATE || places[i] > BL_TABLE_MAX_COORDINATE)
      return FALSE;
  return TRUE;
}

/* Whether each index says where something is, and edges stand behind their nodes in order. */
static gboolean
roads_are_whole (const BlRoads *roads)
{
  guint edge = 0, point = 0;

  for (guint n = 0; n < roads->n_nodes; n++)
    {
      if (roads->node_edges[n] != edge)
        return FALSE;
      for (; edge < roads->n_edges && roads->from[edge] == n; edge++)
        {
          if (roads->to[edge] >= roads->n_nodes || roads->classes[edge] >= BL_N_ROAD_CLASSES
              || roads->access[edge] > BL_ACCESS_ALL || roads->shape_points[edge] != point
              || roads->shape_points[edge + 1] < point)
            return FALSE;
          point = roads->shape_points[edge + 1];
        }
    }
  return edge == roads->n_edges && point == roads->n_points && roads->node_edges[roads->n_nodes] == edge
         && places_are_known (roads->nodes, roads->n_nodes) && places_are_known (roads->points, roads->n_points);
}

void
bl_roads_clear (BlRoads *roads)
{
  g_free (roads->nodes);
  g_free (roads->node_edges);
  g_free (roads->from);
  g_free (roads->to);
  g_free (roads->lengths);
  g_free (roads->classes);
  g_free (roads->access);
  g_free (roads->limits);
  g_free (roads->shape_points);
  g_free (roads->points);
  memset (roads, 0, sizeof *roads);
}

BlTable *
bl_table_take_network (const BlRoads *roads, const char *sum)
{
  BlTable *table = bl_table_new_empty (BL_TABLE_NETWORK, roads->n_nodes);

  table->roads = *roads;
  table->size += (gsize) roads->n_nodes * 2 * sizeof (gint32) + ((gsize) roads->n_nodes + 1) * sizeof (guint)
                 + (gsize) roads->n_edges * (3 * sizeof (guint32) + 3) + ((gsize) roads->n_edges + 1) * sizeof (guint)
                 + (gsize) roads->n_points * 2 * sizeof (gint32);
  return bl_table_seal (table, sum);
}

BlTable *
bl_table_new_network (const BlRoads *roads)
{
  BlRoads copy = *roads;
  gsize nodes = roads->n_nodes, edges = roads->n_edges;

  g_return_val_if_fail (roads_are_whole (roads), NULL);

  copy.nodes = g_memdup2 (roads->nodes, nodes * 2 * sizeof (gint32));
  copy.node_edges = g_memdup2 (roads->node_edges, (nodes + 1) * sizeof (guint));
  copy.from = g_memdup2 (roads->from, edges * sizeof (guint32));
  copy.to = g_memdup2 (roads->to, edges * sizeof (guint32));
  copy.lengths = g_memdup2 (roads->lengths, edges * sizeof (guint32));
  copy.classes = g_memdup2 (roads->classes, edges);
  copy.access = g_memdup2 (roads->access, edges);
  copy.limits = g_memdup2 (roads->limits, edges);
  copy.shape_points = g_memdup2 (roads->shape_points, (edges + 1) * sizeof (guint));
  copy.points = g_memdup2 (roads->points, (gsize) roads->n_points * 2 * sizeof (gint32));
  return bl_table_take_network (&copy, NULL);
}
