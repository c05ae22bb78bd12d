/* graph-private.h: the grid of a graph's edges, for who looks for one near a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "graph.h"

G_BEGIN_DECLS

/**
 * BlEdgeGrid: square cells with the edges that pass through each. Edges that
 * pass through very many are kept apart, so that no file can make it large.
 */
typedef struct
{
  double x, y, side; /* of the south-west corner; of a cell; metres */
  guint n_columns, n_rows;
  guint *cell_edges; /* cell c has edges[cell_edges[c]] … edges[cell_edges[c + 1] - 1] */
  guint *edges;
  guint n_long;
  guint *long_edges;
} BlEdgeGrid;

const BlEdgeGrid *bl_graph_get_grid (const BlGraph *graph);

G_END_DECLS
