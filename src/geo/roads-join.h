/* roads-join.h: ways that meet, put together into a network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

G_BEGIN_DECLS

/**
 * BlRoadsJoiner: takes ways point by point and keeps of them junctions, dead
 * ends and places where a road changes what it is; between two of these it is
 * one edge with the whole length and a shape thinned to a metre. Ways meet
 * where a point of each has the same key.
 */
typedef struct _BlRoadsJoiner BlRoadsJoiner;
BlRoadsJoiner *bl_roads_joiner_new (void);
void bl_roads_joiner_free (BlRoadsJoiner *joiner);

/* @n_points of a way: @keys, where they are (@points, National Grid) and how
 * far from each to the next (@metres, one fewer). Points that repeat the one
 * before are passed over. */
void bl_roads_joiner_add (BlRoadsJoiner *joiner, const guint64 *keys, const BlPoint *points, const double *metres,
                          guint n_points, BlRoadClass road_class, guint access, guint limit);
/* The joiner is empty then. */
BlTable *bl_roads_joiner_to_table (BlRoadsJoiner *joiner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRoadsJoiner, bl_roads_joiner_free)

G_END_DECLS
