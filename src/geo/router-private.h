/* router-private.h: the inside of a router, for the search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "router.h"

G_BEGIN_DECLS

/**
 * BlArc: from node @other one gets to the node whose arc this is. Where
 * @other is a dead end, which leads nowhere else, it is marked so: a search
 * that comes there need not go on. About one junction in three is one.
 */
#define BL_ARC_DEAD_END (1u << 31)
typedef struct
{
  guint32 other; /* and BL_ARC_DEAD_END */
  guint32 milliseconds;
  guint32 decimetres;
} BlArc;

struct _BlRouter
{
  gatomicrefcount ref_count;
  BlGraph *graph;
  const BlRoads *roads;
  BlTravelMode mode;
  guint32 *milliseconds; /* along each edge, in whichever directions are open */
  guint8 *open;          /* of each edge: OPEN_FORWARD, OPEN_BACK; 0 outside the largest part */
  guint *node_arcs;      /* node n has arcs[node_arcs[n]] … arcs[node_arcs[n + 1] - 1] */
  BlArc *arcs;   /* of the largest part only */
  guint n_nodes, n_parts, n_largest;
  double walk_milliseconds; /* a metre */
  guint32 once;             /* milliseconds added once: parking */
};

#define BL_OPEN_FORWARD 1
#define BL_OPEN_BACK 2

/* For every node its strongly connected part, numbered from 0 (Tarjan 1972), or
 * G_MAXUINT32 for one that nothing touches. Answers how many there are. */
guint bl_router_find_parts (const guint *node_arcs, const BlArc *arcs, guint n_nodes, guint32 *part);

G_END_DECLS
