/* roads-open-roads.c: the road links of OS Open Roads
 *
 * Layers and fields as Ordnance Survey publishes them ("OS Open Roads
 * technical specification"): road_link with road_classification,
 * road_function, form_of_way, trunk_road in the GeoPackage, RoadLink with
 * class, function, formOfWay, trunkRoad in the Shapefile. Links meet where
 * they end at the same place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-reading.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define GO_ON_EVERY 256 /* features */

typedef struct
{
  BlRoadsReading *reading;
  BlLayerTransform *transform;
  OGRLayerH layer;
  int classification, function, form, trunk;
  GIntBig n_features;
} OpenRoads;

/* Small letters and digits only: "road_link" and "RoadLink" are the same. */
static char *
plain (const char *name)
{
  char *made = g_ascii_strdown (name, -1), *to = made;

  for (const char *p = made; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      *to++ = *p;
  *to = '\0';
  return made;
}

static OGRLayerH
find_links (GDALDatasetH dataset)
{
  for (int i = 0; i < GDALDatasetGetLayerCount (dataset); i++)
    {
      OGRLayerH layer = GDALDatasetGetLayer (dataset, i);
      g_autofree char *name = layer != NULL ? plain (OGR_L_GetName (layer)) : NULL;

      /* The Shapefile's are named by their square: ST_RoadLink. */
      if (name != NULL && g_str_has_suffix (name, "roadlink"))
        return layer;
    }
  return NULL;
}

static int
find_field (OGRLayerH layer, const char *const *names)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (layer);

  for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++)
    {
      g_autofree char *name = plain (OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i)));

      if (g_strv_contains (names, name))
        return i;
    }
  return -1;
}

BlLayerSource *
bl_roads_open_open_roads (const char *path, GError **error)
{
  static const char *const drivers[] = { "GPKG", "ESRI Shapefile", NULL };
  g_autoptr (BlLayerSource) source
      = bl_layer_source_open_with (path, drivers, NULL, _ ("is not a GeoPackage or Shapefile, or is damaged."), error);

  if (source == NULL)
    return NULL;
  source->layer = find_links (source->dataset);
  if (source->layer != NULL)
    return g_steal_pointer (&source);
  g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
               _ ("“%s” has no layer “road_link”. Choose the GeoPackage of OS Open Roads, or an OpenStreetMap file "
                  "(.osm.pbf)."),
               source->shown);
  return NULL;
}

static const char *
get_text (OGRFeatureH feature, int field)
{
  return field >= 0 && OGR_F_IsFieldSetAndNotNull (feature, field) ? OGR_F_GetFieldAsString (feature, field) : "";
}

static gboolean
is_word (const char *text, const char *word)
{
  return g_ascii_strcasecmp (text, word) == 0;
}

static BlRoadClass
class_of (const OpenRoads *roads, OGRFeatureH feature)
{
  const char *classification = get_text (feature, roads->classification), *function = get_text (feature, roads->function);
  const char *trunk = get_text (feature, roads->trunk);

  if (is_word (classification, "Motorway"))
    return BL_ROAD_MOTORWAY;
  if (is_word (classification, "A Road"))
    return is_word (trunk, "true") || is_word (trunk, "1") ? BL_ROAD_TRUNK : BL_ROAD_PRIMARY;
  if (is_word (classification, "B Road"))
    return BL_ROAD_SECONDARY;
  if (is_word (classification, "Classified Unnumbered") || is_word (function, "Minor Road"))
    return BL_ROAD_TERTIARY;
  if (is_word (function, "Local Road"))
    return BL_ROAD_RESIDENTIAL;
  if (is_word (function, "Local Access Road") || is_word (function, "Secondary Access Road")
      || is_word (function, "Restricted Local Access Road"))
    return BL_ROAD_SERVICE;
  return BL_ROAD_UNCLASSIFIED;
}

static guint
access_of (const OpenRoads *roads, OGRFeatureH feature, BlRoadClass road_class)
{
  const char *function = get_text (feature, roads->function);

  if (is_word (get_text (feature, roads->form), "Guided Busway"))
    return 0;
  if (road_class == BL_ROAD_MOTORWAY)
    return BL_ACCESS_DRIVE | BL_ACCESS_DRIVE_BACK;
  /* Alleys closed to cars at one end or by a gate. */
  if (is_word (function, "Restricted Local Access Road"))
    return BL_ACCESS_ALL & ~(BL_ACCESS_DRIVE | BL_ACCESS_DRIVE_BACK);
  return BL_ACCESS_ALL;
}

/* How many metres of the grid one on the ground is (Ordnance Survey, A guide to coordinate systems in Great Britain). */
static double
scale_at (double easting)
{
  double off = (easting - 400000) / 1000;

  return 0.9996012717 + 1.23e-8 * off * off;
}

static void
take_line (OpenRoads *roads, OGRGeometryH line, BlRoadClass road_class, guint access)
{
  BlRoadsReading *reading = roads->reading;
  guint n_points = (guint) MAX (OGR_G_GetPointCount (line), 0), n = 0;

  bl_roads_reading_reserve (reading, MAX (n_points, 1));
  if (n_points > 0)
    OGR_G_GetPoints (line, reading->x, sizeof (double), reading->y, sizeof (double), NULL, 0);
  bl_layer_transform_points (roads->transform, reading->x, reading->y, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      BlPoint at = { reading->x[i], reading->y[i] };

      if (!bl_point_in_britain (at))
        continue;
      /* To the centimetre, as the file has them. */
      reading->keys[n] = (guint64) (guint32) lround (at.x * 100) << 32 | (guint32) lround (at.y * 100);
      reading->points[n] = at;
      if (n > 0)
        reading->metres[n - 1] = hypot (at.x - reading->points[n - 1].x, at.y - reading->points[n - 1].y)
                                 / scale_at ((at.x + reading->points[n - 1].x) / 2);
      n++;
    }
  if (n < 2)
    reading->file->n_other++;
  else
    bl_roads_reading_take (reading, n, road_class, access, 0);
}

static void
take_link (OpenRoads *roads, OGRFeatureH feature)
{
  OGRGeometryH line = OGR_F_GetGeometryRef (feature);
  BlRoadClass road_class = class_of (roads, feature);
  guint access = access_of (roads, feature, road_class);
  BlRoadsFile *file = roads->reading->file;

  if (access == 0)
    file->n_closed++;
  else if (line != NULL && OGR_GT_Flatten (OGR_G_GetGeometryType (line)) == wkbLineString)
    take_line (roads, line, road_class, access);
  else if (line != NULL && OGR_GT_Flatten (OGR_G_GetGeometryType (line)) == wkbMultiLineString)
    for (int i = 0; i < OGR_G_GetGeometryCount (line); i++)
      take_line (roads, OGR_G_GetGeometryRef (line, i), road_class, access);
  else
    file->n_other++;
}

static gboolean
read_links (OpenRoads *roads, GError **error)
{
  BlRoadsReading *reading = roads->reading;
  OGRFeatureH feature;

  OGR_L_ResetReading (roads->layer);
  while ((feature = OGR_L_GetNextFeature (roads->layer)) != NULL)
    {
      gboolean whole = bl_layer_source_check (reading->source, error);

      if (whole)
        take_link (roads, feature);
      OGR_F_Destroy (feature);
      if (!whole)
        return FALSE;
      if (reading->n_seen++ % GO_ON_EVERY == 0
          && !bl_roads_reading_go_on (reading, roads->n_features > 0 ? (double) reading->n_seen / roads->n_features : 0, error))
        return FALSE;
    }
  return bl_layer_source_check (reading->source, error);
}

gboolean
bl_roads_read_open_roads (BlRoadsReading *reading, GError **error)
{
  static const char *const classifications[] = { "roadclassification", "class", NULL };
  static const char *const functions[] = { "roadfunction", "function", NULL };
  static const char *const forms[] = { "formofway", NULL }, *const trunks[] = { "trunkroad", NULL };
  g_autoptr (BlLayerTransform) transform = bl_layer_transform_new (reading->source, NULL, error);
  OpenRoads roads = { reading, transform, reading->source->layer };

  if (transform == NULL)
    return FALSE;
  roads.classification = find_field (roads.layer, classifications);
  roads.function = find_field (roads.layer, functions);
  roads.form = find_field (roads.layer, forms);
  roads.trunk = find_field (roads.layer, trunks);
  if (roads.classification < 0 || roads.form < 0)
    {
      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
                   _ ("“%s”: the layer “%s” lacks the field “%s” that OS Open Roads has."), reading->source->shown,
                   OGR_L_GetName (roads.layer), roads.classification < 0 ? "road_classification" : "form_of_way");
      return FALSE;
    }
  if (reading->clip != NULL && transform->grid)
    {
      BlBounds box = bl_roads_clip_get_bounds (reading->clip);

      OGR_L_SetSpatialFilterRect (roads.layer, box.x1, box.y1, box.x2, box.y2);
    }
  roads.n_features = OGR_L_GetFeatureCount (roads.layer, TRUE);
  g_ptr_array_add (reading->file->warnings,
                   g_strdup (_ ("OS Open Roads has no footpaths, one-way streets or speed limits: walks come out longer and "
                                "drives shorter than they are.")));
  return read_links (&roads, error);
}
