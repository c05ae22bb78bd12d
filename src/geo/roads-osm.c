/* roads-osm.c: the ways of an OpenStreetMap file
 *
 * GDAL's driver gives ways as lines without the numbers of their nodes; two
 * ways meet where they have a point of the same coordinates, which are whole
 * ten-millionths of a degree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-reading.h"

#include <cpl_vsi.h>
#include <geodesic.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "osm-way.h"
#include "projection.h"

#define CHECK_EVERY 256 /* features */

/* WGS 84 */
#define SEMI_MAJOR 6378137.0
#define FLATTENING (1 / 298.257223563)

/* What GDAL's driver makes of the tags: one field for each that counts here, and of ways lines whatever else they are. */
#define CONFIG_PATH "/vsimem/branchline-osmconf.ini"
static const char config[] = "closed_ways_are_polygons=\n"
                             "attribute_name_laundering=no\n"
                             "[points]\nosm_id=no\n"
                             "[lines]\nosm_id=no\nosm_timestamp=yes\nother_tags=no\n"
                             "attributes=highway,route,service,area,junction,motorroad,access,foot,bicycle,vehicle,"
                             "motor_vehicle,motorcar,oneway,oneway:bicycle,maxspeed\n"
                             "[multipolygons]\nosm_id=no\n"
                             "[multilinestrings]\nosm_id=no\n"
                             "[other_relations]\nosm_id=no\n";

static const struct
{
  const char *name;
  gsize offset;
} tags[] = {
  { "highway", G_STRUCT_OFFSET (BlOsmTags, highway) },
  { "route", G_STRUCT_OFFSET (BlOsmTags, route) },
  { "service", G_STRUCT_OFFSET (BlOsmTags, service) },
  { "area", G_STRUCT_OFFSET (BlOsmTags, area) },
  { "junction", G_STRUCT_OFFSET (BlOsmTags, junction) },
  { "motorroad", G_STRUCT_OFFSET (BlOsmTags, motorroad) },
  { "access", G_STRUCT_OFFSET (BlOsmTags, access) },
  { "foot", G_STRUCT_OFFSET (BlOsmTags, foot) },
  { "bicycle", G_STRUCT_OFFSET (BlOsmTags, bicycle) },
  { "vehicle", G_STRUCT_OFFSET (BlOsmTags, vehicle) },
  { "motor_vehicle", G_STRUCT_OFFSET (BlOsmTags, motor_vehicle) },
  { "motorcar", G_STRUCT_OFFSET (BlOsmTags, motorcar) },
  { "oneway", G_STRUCT_OFFSET (BlOsmTags, oneway) },
  { "oneway:bicycle", G_STRUCT_OFFSET (BlOsmTags, oneway_bicycle) },
  { "maxspeed", G_STRUCT_OFFSET (BlOsmTags, maxspeed) },
};

typedef struct
{
  BlRoadsReading *reading;
  int fields[G_N_ELEMENTS (tags)], timestamp;
  struct geod_geodesic earth;
  BlBounds degrees; /* of the clip */
  char newest[16];
  GError *stopped; /* by the user */
} Osm;

BlLayerSource *
bl_roads_open_osm (const char *path, GError **error)
{
  static gsize once = 0;
  static const char *const drivers[] = { "OSM", NULL };
  static const char *const options[] = { "CONFIG_FILE=" CONFIG_PATH, "INTERLEAVED_READING=YES", NULL };

  bl_geo_init ();
  if (g_once_init_enter (&once))
    {
      VSIFCloseL (VSIFileFromMemBuffer (CONFIG_PATH, (GByte *) config, strlen (config), FALSE));
      g_once_init_leave (&once, 1);
    }
  return bl_layer_source_open_with (path, drivers, options,
                                    _ ("is not an OpenStreetMap file (.osm.pbf or .osm), or is damaged."), error);
}

static void
read_tags (const Osm *osm, OGRFeatureH feature, BlOsmTags *into)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      const char *value = osm->fields[i] >= 0 && OGR_F_IsFieldSetAndNotNull (feature, osm->fields[i])
                              ? OGR_F_GetFieldAsString (feature, osm->fields[i])
                              : NULL;

      G_STRUCT_MEMBER (const char *, into, tags[i].offset) = value != NULL && *value != '\0' ? value : NULL;
    }
}

static void
note_date (Osm *osm, OGRFeatureH feature)
{
  int year, month, day, hour, minute, second, zone;
  char date[sizeof osm->newest];

  if (osm->timestamp < 0 || !OGR_F_IsFieldSetAndNotNull (feature, osm->timestamp)
      || !OGR_F_GetFieldAsDateTime (feature, osm->timestamp, &year, &month, &day, &hour, &minute, &second, &zone)
      || year < 2004 || year > 9999)
    return;
  g_snprintf (date, sizeof date, "%04d-%02d-%02d", year, CLAMP (month, 1, 12), CLAMP (day, 1, 31));
  if (strcmp (date, osm->newest) > 0)
    g_strlcpy (osm->newest, date, sizeof osm->newest);
}

static guint64
key_of (double longitude, double latitude)
{
  return (guint64) (guint32) lround (longitude * 1e7) << 32 | (guint32) lround (latitude * 1e7);
}

/* Whether any of the way's box is near what is wanted. */
static gboolean
is_near (const Osm *osm, guint n_points)
{
  BlBounds box = bl_bounds_empty ();

  if (osm->reading->clip == NULL)
    return TRUE;
  for (guint i = 0; i < n_points; i++)
    bl_bounds_add (&box, (BlPoint){ osm->reading->x[i], osm->reading->y[i] });
  return bl_bounds_intersects (&box, &osm->degrees);
}

static void
take_way (Osm *osm, OGRGeometryH line, const BlOsmWay *way)
{
  BlRoadsReading *reading = osm->reading;
  guint n_points = (guint) MAX (OGR_G_GetPointCount (line), 0);

  if (n_points < 2)
    {
      reading->file->n_other++;
      return;
    }
  bl_roads_reading_reserve (reading, n_points);
  OGR_G_GetPoints (line, reading->x, sizeof (double), reading->y, sizeof (double), NULL, 0);
  if (!is_near (osm, n_points))
    {
      reading->file->n_outside++;
      return;
    }
  for (guint i = 0; i < n_points; i++)
    {
      reading->keys[i] = key_of (reading->x[i], reading->y[i]);
      if (i > 0)
        geod_inverse (&osm->earth, reading->y[i - 1], reading->x[i - 1], reading->y[i], reading->x[i],
                      &reading->metres[i - 1], NULL, NULL);
    }
  bl_projection_from_lonlat_many (reading->x, reading->y, n_points);
  for (guint i = 0; i < n_points; i++)
    reading->points[i] = (BlPoint){ reading->x[i], reading->y[i] };
  bl_roads_reading_take (reading, n_points, way->road_class, way->access, way->limit);
}

static void
judge (Osm *osm, OGRFeatureH feature)
{
  OGRGeometryH line = OGR_F_GetGeometryRef (feature);
  BlRoadsFile *file = osm->reading->file;
  BlOsmTags said;
  BlOsmWay way;

  read_tags (osm, feature, &said);
  switch (bl_osm_way_judge (&said, &way))
    {
    case BL_OSM_WAY_TAKEN:
      note_date (osm, feature);
      if (line != NULL && OGR_GT_Flatten (OGR_G_GetGeometryType (line)) == wkbLineString)
        take_way (osm, line, &way);
      else
        file->n_other++;
      break;
    case BL_OSM_WAY_CLOSED:
      file->n_closed++;
      break;
    case BL_OSM_WAY_OTHER:
      file->n_other++;
      break;
    case BL_OSM_WAY_NONE:
    default:
      break;
    }
}

/* From within the driver, which reads all nodes before the first way. */
static int CPL_STDCALL
on_progress (double share, const char *message, void *data)
{
  Osm *osm = data;

  if (osm->stopped == NULL)
    bl_roads_reading_go_on (osm->reading, share, &osm->stopped);
  return osm->stopped == NULL;
}

static gboolean
read_ways (Osm *osm, OGRLayerH lines, GError **error)
{
  BlRoadsReading *reading = osm->reading;
  OGRLayerH layer = NULL;
  OGRFeatureH feature;

  while ((feature = GDALDatasetGetNextFeature (reading->source->dataset, &layer, NULL, on_progress, osm)) != NULL)
    {
      if (layer == lines)
        judge (osm, feature);
      OGR_F_Destroy (feature);
      if (osm->stopped != NULL || (reading->n_seen++ % CHECK_EVERY == 0 && reading->source->failure != NULL))
        break;
    }
  if (osm->stopped != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&osm->stopped));
      return FALSE;
    }
  return bl_layer_source_check (reading->source, error);
}

gboolean
bl_roads_read_osm (BlRoadsReading *reading, GError **error)
{
  Osm osm = { reading, .degrees = bl_bounds_empty () };
  OGRLayerH lines = GDALDatasetGetLayerByName (reading->source->dataset, "lines");
  OGRFeatureDefnH definition;

  if (lines == NULL)
    {
      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT, _ ("“%s” has no ways in it."), reading->source->shown);
      return FALSE;
    }
  definition = OGR_L_GetLayerDefn (lines);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    osm.fields[i] = OGR_FD_GetFieldIndex (definition, tags[i].name);
  osm.timestamp = OGR_FD_GetFieldIndex (definition, "osm_timestamp");
  geod_init (&osm.earth, SEMI_MAJOR, FLATTENING);
  if (reading->clip != NULL)
    osm.degrees = bl_roads_clip_get_degrees (reading->clip);
  /* The driver's own word for leaving the other layers unmade. */
  GDALDatasetExecuteSQL (reading->source->dataset, "SET interest_layers = lines", NULL, NULL);
  if (!read_ways (&osm, lines, error))
    return FALSE;
  if (*osm.newest != '\0')
    reading->file->newest = g_strdup (osm.newest);
  return TRUE;
}
