/* roads-builder.h: a road network that grows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

G_BEGIN_DECLS

/**
 * BlRoadsBuilder: takes nodes and edges in any order. What it makes is the same
 * network in the order that makes its text short and its use quick: nodes that
 * are near are near in the table too, and an edge goes from its node that
 * comes first.
 */
typedef struct _BlRoadsBuilder BlRoadsBuilder;
BlRoadsBuilder *bl_roads_builder_new (void);
void bl_roads_builder_free (BlRoadsBuilder *builder);

/* Whole metres within ±100,000,000. Answers the node's number here. */
guint bl_roads_builder_add_node (BlRoadsBuilder *builder, gint32 x, gint32 y);
/* An edge of @length decimetres between two nodes added before. @points: its
 * shape between them, x and y of each of @n_points. */
void bl_roads_builder_add_edge (BlRoadsBuilder *builder, guint from, guint to, guint32 length, BlRoadClass road_class,
                                guint access, guint limit, const gint32 *points, guint n_points);
/* The builder is empty then. */
BlTable *bl_roads_builder_to_table (BlRoadsBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRoadsBuilder, bl_roads_builder_free)

G_END_DECLS
