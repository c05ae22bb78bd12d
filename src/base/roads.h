/* roads.h: a road network, flat
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BlRoadClass: what sort of way it is, in OpenStreetMap's words. Slip roads
 * count as what they lead to. The numbers stand in files and never change.
 */
typedef enum
{
  BL_ROAD_OTHER,
  BL_ROAD_MOTORWAY,
  BL_ROAD_TRUNK,
  BL_ROAD_PRIMARY,
  BL_ROAD_SECONDARY,
  BL_ROAD_TERTIARY,
  BL_ROAD_UNCLASSIFIED,
  BL_ROAD_RESIDENTIAL,
  BL_ROAD_LIVING_STREET,
  BL_ROAD_SERVICE,
  BL_ROAD_TRACK,
  BL_ROAD_PEDESTRIAN,
  BL_ROAD_FOOTPATH, /* footway and path */
  BL_ROAD_BRIDLEWAY,
  BL_ROAD_CYCLEWAY,
  BL_ROAD_STEPS,
  BL_ROAD_FERRY,
  BL_N_ROAD_CLASSES,
} BlRoadClass;

/**
 * BlRoadAccess: who may go along an edge from its first node to its second,
 * and back. The numbers stand in files.
 */
typedef enum
{
  BL_ACCESS_FOOT = 1 << 0,
  BL_ACCESS_FOOT_BACK = 1 << 1,
  BL_ACCESS_CYCLE = 1 << 2,
  BL_ACCESS_CYCLE_BACK = 1 << 3,
  BL_ACCESS_DRIVE = 1 << 4,
  BL_ACCESS_DRIVE_BACK = 1 << 5,
} BlRoadAccess;
#define BL_ACCESS_ALL 63

/**
 * BlRoads: junctions and dead ends, and the ways between them. Edge e goes from
 * node from[e] to node to[e] and is lengths[e] decimetres long on the ground;
 * edges stand in the order of from, and node n is the first node of the edges
 * node_edges[n] … node_edges[n + 1]. Its shape between the two nodes are the
 * points shape_points[e] … shape_points[e + 1], which may be none. Each index
 * array has one entry more than there are things. Coordinates are x, y, x, y …
 * in whole metres on the British National Grid. An edge may lead back to where
 * it began, and two nodes may have several edges between them.
 */
typedef struct
{
  guint n_nodes, n_edges, n_points;
  gint32 *nodes;
  guint *node_edges;
  guint32 *from, *to;
  guint32 *lengths;
  guint8 *classes; /* BlRoadClass */
  guint8 *access;  /* BlRoadAccess, together */
  guint8 *limits;  /* speed limit, km/h; 0 is not known */
  guint *shape_points;
  gint32 *points;
} BlRoads;

G_END_DECLS
