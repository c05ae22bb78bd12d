/* graph.h: a road network, ready to be travelled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geometry.h"
#include "table.h"

G_BEGIN_DECLS

/**
 * BlGraph: the roads of a table with what finding one's way on them needs: the
 * edges at each node, and a grid of the edges' places. Immutable and safe from
 * any thread; one serves all modes and speeds.
 */
typedef struct _BlGraph BlGraph;

/* @table is a network. */
BlGraph *bl_graph_new (BlTable *table);
BlGraph *bl_graph_ref (BlGraph *graph);
void bl_graph_unref (BlGraph *graph);

BlTable *bl_graph_get_table (const BlGraph *graph);
const BlRoads *bl_graph_get_roads (const BlGraph *graph);
/* Round all nodes and shapes. */
const BlBounds *bl_graph_get_bounds (const BlGraph *graph);
/* How many points an edge has with its two nodes, and where they are. */
static inline guint
bl_roads_count_points (const BlRoads *roads, guint edge)
{
  return roads->shape_points[edge + 1] - roads->shape_points[edge] + 2;
}
static inline BlPoint
bl_roads_get_point (const BlRoads *roads, guint edge, guint i)
{
  guint n = roads->shape_points[edge + 1] - roads->shape_points[edge];
  const gint32 *at = i == 0      ? roads->nodes + 2 * (gsize) roads->from[edge]
                     : i == n + 1 ? roads->nodes + 2 * (gsize) roads->to[edge]
                                  : roads->points + 2 * (gsize) (roads->shape_points[edge] + i - 1);

  return (BlPoint){ at[0], at[1] };
}

/* The edges that may pass through @box (none that does is missing), each once, in order. Array of guint. */
GArray *bl_graph_find_edges (const BlGraph *graph, const BlBounds *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlGraph, bl_graph_unref)

G_END_DECLS
