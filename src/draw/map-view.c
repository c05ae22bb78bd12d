/* map-view.c: from the ground to the drawing, and from the drawing to pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-shape.h"

#include <math.h>

#include "projection.h"

#define EARTH 40075016.686 /* metres round the equator of Web Mercator */

BlPoint
bl_map_project (BlMapProjection projection, BlPoint grid)
{
  double longitude, latitude;

  if (projection == BL_MAP_GRID)
    return (BlPoint){ grid.x, -grid.y };
  bl_projection_to_lonlat (grid, &longitude, &latitude);
  return (BlPoint){
    (longitude + 180) / 360 * BL_MAP_MERCATOR_WORLD,
    (0.5 - log (tan (G_PI_4 + latitude * G_PI / 360)) / (2 * G_PI)) * BL_MAP_MERCATOR_WORLD,
  };
}

static double
mercator_latitude (double y)
{
  return (2 * atan (exp ((0.5 - y / BL_MAP_MERCATOR_WORLD) * 2 * G_PI)) - G_PI_2) * 180 / G_PI;
}

BlPoint
bl_map_unproject (BlMapProjection projection, BlPoint drawing)
{
  if (projection == BL_MAP_GRID)
    return (BlPoint){ drawing.x, -drawing.y };
  return bl_projection_from_lonlat (drawing.x / BL_MAP_MERCATOR_WORLD * 360 - 180, mercator_latitude (drawing.y));
}

double
bl_map_unit_metres (BlMapProjection projection, BlPoint drawing)
{
  if (projection == BL_MAP_GRID)
    return 1;
  return EARTH / BL_MAP_MERCATOR_WORLD * cos (mercator_latitude (drawing.y) * G_PI / 180);
}

BlMapView
bl_map_view_fit (BlBounds bounds, double width, double height, double padding)
{
  BlMapView view = { .scale = 1, .width = width, .height = height };
  double inner_width = MAX (width - 2 * padding, 1);
  double inner_height = MAX (height - 2 * padding, 1);
  double wide, tall;

  if (bl_bounds_is_empty (&bounds))
    return view;
  /* One point, or points on a line, still give a view one can see. */
  wide = MAX (bounds.x2 - bounds.x1, 1);
  tall = MAX (bounds.y2 - bounds.y1, 1);
  view.scale = MIN (inner_width / wide, inner_height / tall);
  view.x = (bounds.x1 + bounds.x2) / 2 - width / 2 / view.scale;
  view.y = (bounds.y1 + bounds.y2) / 2 - height / 2 / view.scale;
  return view;
}

BlPoint
bl_map_view_to_pixels (const BlMapView *view, BlPoint drawing)
{
  return (BlPoint){ (drawing.x - view->x) * view->scale, (drawing.y - view->y) * view->scale };
}

BlPoint
bl_map_view_from_pixels (const BlMapView *view, double x, double y)
{
  return (BlPoint){ view->x + x / view->scale, view->y + y / view->scale };
}
