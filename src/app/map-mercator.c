/* map-mercator.c: the arithmetic of the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-mercator.h"

#include <math.h>

BlPoint
bl_map_mercator_from_lonlat (double longitude, double latitude)
{
  double sine = sin (latitude * G_PI / 180.0);

  return (BlPoint){
    .x = (longitude + 180.0) / 360.0 * BL_MAP_MERCATOR_WORLD,
    .y = (0.5 - log ((1.0 + sine) / (1.0 - sine)) / (4.0 * G_PI)) * BL_MAP_MERCATOR_WORLD,
  };
}

void
bl_map_mercator_to_lonlat (BlPoint drawing, double *longitude, double *latitude)
{
  *longitude = drawing.x / BL_MAP_MERCATOR_WORLD * 360.0 - 180.0;
  *latitude = atan (sinh (G_PI * (1.0 - 2.0 * drawing.y / BL_MAP_MERCATOR_WORLD))) * 180.0 / G_PI;
}

double
bl_map_mercator_scale (double zoom)
{
  return BL_MAP_TILE_SIZE * exp2 (zoom) / BL_MAP_MERCATOR_WORLD;
}

double
bl_map_mercator_zoom (double scale)
{
  return log2 (scale * BL_MAP_MERCATOR_WORLD / BL_MAP_TILE_SIZE);
}

BlMapView
bl_map_mercator_view (ShumateViewport *viewport, double width, double height)
{
  double scale = bl_map_mercator_scale (shumate_viewport_get_zoom_level (viewport));
  BlPoint centre = bl_map_mercator_from_lonlat (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                                                shumate_location_get_latitude (SHUMATE_LOCATION (viewport)));

  return (BlMapView){
    .scale = scale,
    .x = centre.x - width / 2.0 / scale,
    .y = centre.y - height / 2.0 / scale,
    .width = width,
    .height = height,
  };
}

void
bl_map_mercator_settle (BlPoint *centre, double *zoom, double width, double height, int scale_factor)
{
  double whole = floor (*zoom);
  double tile = round (BL_MAP_TILE_SIZE * exp2 (*zoom - whole) * scale_factor) / scale_factor;
  double scale;

  *zoom = whole + log2 (tile / BL_MAP_TILE_SIZE);
  scale = bl_map_mercator_scale (*zoom);
  centre->x = (round ((centre->x * scale - width / 2) * scale_factor) / scale_factor + width / 2) / scale;
  centre->y = (round ((centre->y * scale - height / 2) * scale_factor) / scale_factor + height / 2) / scale;
}

BlMapView
bl_map_mercator_tile_view (guint x, guint y, guint zoom)
{
  double side = BL_MAP_MERCATOR_WORLD / exp2 (zoom);

  return (BlMapView){
    .scale = bl_map_mercator_scale (zoom),
    .x = x * side,
    .y = y * side,
    .width = BL_MAP_TILE_SIZE,
    .height = BL_MAP_TILE_SIZE,
  };
}
