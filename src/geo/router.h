/* router.h: how long it takes along each road, by one means and at given speeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "graph.h"

G_BEGIN_DECLS

typedef enum
{
  BL_MODE_WALK,
  BL_MODE_CYCLE,
  BL_MODE_DRIVE,
  BL_N_MODES,
} BlTravelMode;

/**
 * BlSpeeds: km/h, and what is added. On a road with a speed limit one drives
 * @limit_share percent of the limit, but never more than half as fast again as
 * the speed of the road's class; on service roads, living streets and tracks
 * no faster than that of the class. @junction_allowance percent is added to
 * the time of every drive, @parking_seconds once.
 */
typedef struct
{
  double walk, cycle;
  double drive[BL_N_ROAD_CLASSES]; /* 0 where nobody drives */
  double limit_share, junction_allowance, parking_seconds;
} BlSpeeds;

/* The usual ones. Walking 4.8 km/h (3 mph), 15 % for junctions and 160 s for
 * parking: Sport England, Active Places Power. Cycling 16 km/h (10 mph).
 * Driving by class and 80 % of a limit: the speeds of the Open Source Routing
 * Machine's car profile, 90, 85, 65, 55, 40, 25, 25, 10, 15 and tracks 5. */
void bl_speeds_init (BlSpeeds *speeds);

/**
 * BlSnap: a place brought to the nearest point of a way that can be used and
 * hangs together with the rest. @edge is BL_SNAP_NONE where none is near.
 */
#define BL_SNAP_NONE G_MAXUINT
typedef struct
{
  guint edge;
  double along;    /* share of the edge's length from its first node, 0 … 1 */
  double distance; /* metres from the place to the way: walked, by every mode */
  BlPoint at;      /* the point on the way */
} BlSnap;

/**
 * BlRouter: a graph with the time it takes along each edge in each direction.
 * Immutable and safe from any thread. Times are kept in milliseconds, at least
 * one an edge, so that equal routes are equal on every machine.
 */
typedef struct _BlRouter BlRouter;
BlRouter *bl_router_new (BlGraph *graph, BlTravelMode mode, const BlSpeeds *speeds);
BlRouter *bl_router_ref (BlRouter *router);
void bl_router_unref (BlRouter *router);

BlGraph *bl_router_get_graph (const BlRouter *router);
BlTravelMode bl_router_get_mode (const BlRouter *router);
/* Seconds along the whole of @edge from its first node to its second, or back; NaN where one may not go. */
double bl_router_get_seconds (const BlRouter *router, guint edge, gboolean back);

/* The nearest point, within @max_metres, on an edge of the largest part of the
 * network in which everywhere can be reached from everywhere by this mode. The
 * way from the place to that point is walked at walking speed; its time and
 * metres are part of what bl_reach_at() answers. Equal distances: the first edge. */
BlSnap bl_router_snap (const BlRouter *router, BlPoint place, double max_metres);
gboolean bl_snap_is_known (const BlSnap *snap);

/* How the network hangs together by this mode: nodes that any usable edge
 * touches, parts in which everywhere can be reached from everywhere, and nodes of the largest. */
void bl_router_get_parts (const BlRouter *router, guint *n_nodes, guint *n_parts, guint *n_largest);
/* Whether @edge belongs to the part that places are brought to. */
gboolean bl_router_is_usable (const BlRouter *router, guint edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRouter, bl_router_unref)

G_END_DECLS
