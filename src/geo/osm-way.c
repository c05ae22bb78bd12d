/* osm-way.c: what OpenStreetMap's tags say of a way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "osm-way.h"

#include <math.h>
#include <string.h>

#define MILE 1.609344

#define FOOT_BOTH (BL_ACCESS_FOOT | BL_ACCESS_FOOT_BACK)
#define CYCLE_BOTH (BL_ACCESS_CYCLE | BL_ACCESS_CYCLE_BACK)
#define DRIVE_BOTH (BL_ACCESS_DRIVE | BL_ACCESS_DRIVE_BACK)

typedef enum
{
  WALK = 1 << 0,
  CYCLE = 1 << 1,
  DRIVE = 1 << 2,
  ROAD = WALK | CYCLE | DRIVE,
} Usual;

/* Values of highway=* that are travelled, and by whom where nothing more is said. */
static const struct
{
  const char *highway;
  BlRoadClass road_class;
  Usual usual;
} kinds[] = {
  { "motorway", BL_ROAD_MOTORWAY, DRIVE },
  { "motorway_link", BL_ROAD_MOTORWAY, DRIVE },
  { "trunk", BL_ROAD_TRUNK, ROAD },
  { "trunk_link", BL_ROAD_TRUNK, ROAD },
  { "primary", BL_ROAD_PRIMARY, ROAD },
  { "primary_link", BL_ROAD_PRIMARY, ROAD },
  { "secondary", BL_ROAD_SECONDARY, ROAD },
  { "secondary_link", BL_ROAD_SECONDARY, ROAD },
  { "tertiary", BL_ROAD_TERTIARY, ROAD },
  { "tertiary_link", BL_ROAD_TERTIARY, ROAD },
  { "unclassified", BL_ROAD_UNCLASSIFIED, ROAD },
  { "road", BL_ROAD_UNCLASSIFIED, ROAD },
  { "residential", BL_ROAD_RESIDENTIAL, ROAD },
  { "living_street", BL_ROAD_LIVING_STREET, ROAD },
  { "service", BL_ROAD_SERVICE, ROAD },
  { "track", BL_ROAD_TRACK, WALK | CYCLE },
  { "pedestrian", BL_ROAD_PEDESTRIAN, WALK },
  { "footway", BL_ROAD_FOOTPATH, WALK },
  { "path", BL_ROAD_FOOTPATH, WALK },
  { "bridleway", BL_ROAD_BRIDLEWAY, WALK | CYCLE },
  { "cycleway", BL_ROAD_CYCLEWAY, WALK | CYCLE },
  { "steps", BL_ROAD_STEPS, WALK },
};

static gboolean
is_one_of (const char *value, const char *const *words)
{
  return value != NULL && g_strv_contains (words, value);
}

/* What anybody may do who comes here. */
static gboolean
allows (const char *value)
{
  static const char *const words[] = { "yes", "permissive", "designated", "destination", "customers", "public", "official",
                                       "unknown", NULL };

  return is_one_of (value, words);
}

static gboolean
is_private (const char *access)
{
  return g_strcmp0 (access, "no") == 0 || g_strcmp0 (access, "private") == 0;
}

static gboolean
may_drive (const BlOsmTags *tags, gboolean usual)
{
  const char *said = tags->motorcar != NULL ? tags->motorcar : tags->motor_vehicle != NULL ? tags->motor_vehicle : tags->vehicle;

  if (g_strcmp0 (tags->service, "emergency_access") == 0)
    return FALSE;
  if (said != NULL)
    return allows (said);
  return usual && (tags->access == NULL || allows (tags->access));
}

static gboolean
may_cycle (const BlOsmTags *tags, BlRoadClass road_class, gboolean usual)
{
  if (road_class == BL_ROAD_MOTORWAY || road_class == BL_ROAD_STEPS || g_strcmp0 (tags->motorroad, "yes") == 0)
    return FALSE;
  if (tags->bicycle != NULL)
    return allows (tags->bicycle);
  if (tags->vehicle != NULL)
    return usual && allows (tags->vehicle);
  return usual && (tags->access == NULL || allows (tags->access));
}

/* 1 one way, -1 one way against the way's own direction, 0 both. */
static int
direction (const BlOsmTags *tags)
{
  static const char *const forward[] = { "yes", "true", "1", NULL }, *const back[] = { "-1", "reverse", NULL };
  static const char *const rounds[] = { "roundabout", "circular", NULL };

  if (is_one_of (tags->oneway, forward))
    return 1;
  if (is_one_of (tags->oneway, back))
    return -1;
  if (tags->oneway != NULL)
    return 0;
  return is_one_of (tags->junction, rounds) || (tags->highway != NULL && g_str_has_prefix (tags->highway, "motorway")) ? 1 : 0;
}

static guint
one_way (guint both, int way)
{
  guint forward = both & (BL_ACCESS_FOOT | BL_ACCESS_CYCLE | BL_ACCESS_DRIVE);

  return way > 0 ? forward : way < 0 ? both & ~forward : both;
}

guint
bl_osm_read_limit (const char *maxspeed, BlRoadClass road_class)
{
  char *end;
  double number;

  if (maxspeed == NULL)
    return 0;
  number = g_ascii_strtod (maxspeed, &end);
  if (end == maxspeed)
    {
      /* National speed limits of Great Britain, mph (Highway Code, rule 124). */
      if (g_str_has_suffix (maxspeed, "nsl_single"))
        number = 60;
      else if (g_str_has_suffix (maxspeed, "nsl_dual") || g_str_has_suffix (maxspeed, "motorway"))
        number = 70;
      else if (g_str_has_suffix (maxspeed, "national"))
        number = road_class == BL_ROAD_MOTORWAY ? 70 : 60;
      else if (g_str_has_suffix (maxspeed, "urban") || g_str_has_suffix (maxspeed, "nsl_restricted"))
        number = 30;
      else
        return 0;
      end = (char *) " mph";
    }
  while (*end == ' ')
    end++;
  if (g_str_has_prefix (end, "mph"))
    number *= MILE;
  else if (*end != '\0' && *end != ';' && !g_str_has_prefix (end, "km/h") && !g_str_has_prefix (end, "kmh"))
    return 0;
  return number >= 1 && number <= 200 ? (guint) lround (number) : 0;
}

static BlOsmVerdict
judge_ferry (const BlOsmTags *tags, BlOsmWay *way)
{
  if (g_strcmp0 (tags->route, "ferry") != 0)
    return BL_OSM_WAY_NONE;
  *way = (BlOsmWay){ BL_ROAD_FERRY, 0, 0 };
  if (is_private (tags->access))
    return BL_OSM_WAY_CLOSED;
  if (g_strcmp0 (tags->foot, "no") != 0)
    way->access |= FOOT_BOTH;
  if (tags->bicycle == NULL || allows (tags->bicycle))
    way->access |= CYCLE_BOTH;
  if (may_drive (tags, FALSE))
    way->access |= DRIVE_BOTH;
  way->access = one_way (way->access, direction (tags));
  return way->access != 0 ? BL_OSM_WAY_TAKEN : BL_OSM_WAY_CLOSED;
}

BlOsmVerdict
bl_osm_way_judge (const BlOsmTags *tags, BlOsmWay *way)
{
  guint k = 0;
  int way_round;

  if (tags->highway == NULL)
    return judge_ferry (tags, way);
  while (k < G_N_ELEMENTS (kinds) && strcmp (kinds[k].highway, tags->highway) != 0)
    k++;
  if (k == G_N_ELEMENTS (kinds))
    return BL_OSM_WAY_OTHER;
  *way = (BlOsmWay){ kinds[k].road_class, 0, bl_osm_read_limit (tags->maxspeed, kinds[k].road_class) };
  if (g_strcmp0 (tags->area, "yes") == 0)
    return BL_OSM_WAY_CLOSED;
  way_round = direction (tags);
  if ((kinds[k].usual & WALK) != 0 && g_strcmp0 (tags->foot, "no") != 0 && !is_private (tags->access))
    way->access |= FOOT_BOTH;
  if (may_cycle (tags, way->road_class, (kinds[k].usual & CYCLE) != 0))
    way->access |= one_way (CYCLE_BOTH, g_strcmp0 (tags->oneway_bicycle, "no") == 0 ? 0 : way_round);
  /* Nobody drives where the network has no speed for it. */
  if (way->road_class <= BL_ROAD_TRACK && may_drive (tags, (kinds[k].usual & DRIVE) != 0))
    way->access |= one_way (DRIVE_BOTH, way_round);
  return way->access != 0 ? BL_OSM_WAY_TAKEN : BL_OSM_WAY_CLOSED;
}
