/* osm-way.h: what OpenStreetMap's tags say of a way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "roads.h"

G_BEGIN_DECLS

/**
 * BlOsmTags: the tags that count here, each NULL where the way has none.
 */
typedef struct
{
  const char *highway, *route, *service, *area, *junction, *motorroad;
  const char *access, *foot, *bicycle, *vehicle, *motor_vehicle, *motorcar;
  const char *oneway, *oneway_bicycle, *maxspeed;
} BlOsmTags;

typedef enum
{
  BL_OSM_WAY_NONE,   /* neither a way nor a ferry */
  BL_OSM_WAY_OTHER,  /* a way of a kind nobody travels: planned, gone, for buses … */
  BL_OSM_WAY_CLOSED, /* a way, but for nobody: private, an area … */
  BL_OSM_WAY_TAKEN,
} BlOsmVerdict;

/**
 * BlOsmWay: what goes on a way, as a road network holds it.
 */
typedef struct
{
  BlRoadClass road_class;
  guint access; /* BlRoadAccess, from the way's first node to its last being forward */
  guint limit;  /* km/h; 0 is not known */
} BlOsmWay;

/* On foot: bridleways, cycleways, footways, paths, pedestrian streets, steps and every road but motorways, where
 * neither foot=no, access=no, access=private nor area=yes is said, either way. Driving: roads, and tracks that say so,
 * unless the nearest of motorcar, motor_vehicle, vehicle and access forbids it; one way where oneway says so,
 * on roundabouts and on motorways. By cycle: roads but motorways, tracks, cycleways and bridleways, other paths where
 * bicycle allows it; one way as the road is unless oneway:bicycle=no. */
BlOsmVerdict bl_osm_way_judge (const BlOsmTags *tags, BlOsmWay *way);

/* "30 mph", "50", "GB:nsl_single", "national" of a class: km/h, 0 when it does not say. */
guint bl_osm_read_limit (const char *maxspeed, BlRoadClass road_class);

G_END_DECLS
