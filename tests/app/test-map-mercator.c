/* test-map-mercator.c: the arithmetic of the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-mercator.h"

#include <math.h>

/* The corners of the square world, from the definition of EPSG:3857. */
static void
test_corners (void)
{
  BlPoint middle = bl_map_mercator_from_lonlat (0, 0);
  BlPoint corner = bl_map_mercator_from_lonlat (-180, 85.0511287798066);

  g_assert_cmpfloat_with_epsilon (middle.x, 536870912, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle.y, 536870912, 1e-6);
  g_assert_cmpfloat_with_epsilon (corner.x, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (corner.y, 0, 1e-3);
}

/* The middle of Newcastle, 1.6131 W, by hand: column (180 - 1.6131) / 360 * 8192 = 4059.293 at level 13. */
static void
test_tile (void)
{
  BlPoint city = bl_map_mercator_from_lonlat (-1.6131, 54.9778);
  BlMapView view
      = bl_map_mercator_tile_view (4059, (guint) floor (city.y / (BL_MAP_MERCATOR_WORLD / 8192)), 13);
  BlPoint pixels = bl_map_view_to_pixels (&view, city);

  g_assert_cmpfloat_with_epsilon (city.x / (BL_MAP_MERCATOR_WORLD / 8192), 4059.2930, 1e-3);
  g_assert_cmpfloat (pixels.x, >=, 0);
  g_assert_cmpfloat (pixels.x, <, 256);
  g_assert_cmpfloat (pixels.y, >=, 0);
  g_assert_cmpfloat (pixels.y, <, 256);
  g_assert_cmpfloat_with_epsilon (view.scale * BL_MAP_MERCATOR_WORLD, 256.0 * 8192, 1e-6);
}

static void
test_round_trip (void)
{
  for (double latitude = 49; latitude < 61; latitude += 1.7)
    for (double longitude = -8; longitude < 2; longitude += 0.9)
      {
        double x, y;

        bl_map_mercator_to_lonlat (bl_map_mercator_from_lonlat (longitude, latitude), &x, &y);
        g_assert_cmpfloat_with_epsilon (x, longitude, 1e-9);
        g_assert_cmpfloat_with_epsilon (y, latitude, 1e-9);
      }
  for (double zoom = 5; zoom < 18; zoom += 0.37)
    g_assert_cmpfloat_with_epsilon (bl_map_mercator_zoom (bl_map_mercator_scale (zoom)), zoom, 1e-9);
}

/* The painters' projection of the National Grid lands where tiles of others do. */
static void
test_same_as_painter (void)
{
  BlPoint grid = { 424800, 564800 };
  BlPoint drawing = bl_map_project (BL_MAP_MERCATOR, grid);
  double longitude, latitude;
  BlPoint back;

  bl_map_mercator_to_lonlat (drawing, &longitude, &latitude);
  back = bl_map_unproject (BL_MAP_MERCATOR, bl_map_mercator_from_lonlat (longitude, latitude));
  g_assert_cmpfloat_with_epsilon (back.x, grid.x, 0.05);
  g_assert_cmpfloat_with_epsilon (back.y, grid.y, 0.05);
}

/* What the viewport says of itself is the truth: libshumate draws the tiles. */
static void
test_viewport (void)
{
  g_autoptr (ShumateViewport) viewport = shumate_viewport_new ();
  BlMapView view;
  BlPoint middle;

  shumate_viewport_set_zoom_level (viewport, 11.25);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), 54.98, -1.61);
  view = bl_map_mercator_view (viewport, 640, 480);
  middle = bl_map_view_to_pixels (&view, bl_map_mercator_from_lonlat (-1.61, 54.98));
  g_assert_cmpfloat_with_epsilon (middle.x, 320, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle.y, 240, 1e-6);
  g_assert_cmpfloat_with_epsilon (view.scale * BL_MAP_MERCATOR_WORLD, 256 * pow (2, 11.25), 1e-3);
}

/* Corners of tiles fall on pixels of the screen, at 1 and 2 pixels a unit. */
static void
test_settle (void)
{
  for (int factor = 1; factor <= 2; factor++)
    for (double zoom = 8.01; zoom < 17; zoom += 0.173)
      {
        BlPoint before = bl_map_mercator_from_lonlat (-1.61 + zoom / 1000, 54.98);
        BlPoint centre = before;
        double level = zoom;
        double scale, tile, left;

        bl_map_mercator_settle (&centre, &level, 717, 540, factor);
        scale = bl_map_mercator_scale (level);
        tile = 256 * exp2 (level - floor (level)) * factor;
        left = (717 / 2.0 - centre.x * scale) * factor;
        g_assert_cmpfloat_with_epsilon (tile, round (tile), 1e-6);
        g_assert_cmpfloat_with_epsilon (left, round (left), 1e-4);
        g_assert_cmpfloat (fabs (level - zoom), <, 0.003);
        g_assert_cmpfloat (fabs (centre.x - before.x) * scale, <, 0.6);
        g_assert_cmpfloat (fabs (centre.y - before.y) * scale, <, 0.6);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-mercator/corners", test_corners);
  g_test_add_func ("/map-mercator/tile", test_tile);
  g_test_add_func ("/map-mercator/round-trip", test_round_trip);
  g_test_add_func ("/map-mercator/same-as-painter", test_same_as_painter);
  g_test_add_func ("/map-mercator/viewport", test_viewport);
  g_test_add_func ("/map-mercator/settle", test_settle);
  return g_test_run ();
}
