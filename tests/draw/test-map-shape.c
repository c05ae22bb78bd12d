/* test-map-shape.c: outlines keep their place at every level of detail
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "made-country.h"
#include "map-painter.h"
#include "picture.h"
#include "projection.h"

static void
test_grid_is_turned (void)
{
  BlPoint there = bl_map_project (BL_MAP_GRID, (BlPoint){ 425040, 564544 });
  BlPoint back = bl_map_unproject (BL_MAP_GRID, there);

  g_assert_cmpfloat (there.x, ==, 425040);
  g_assert_cmpfloat (there.y, ==, -564544);
  g_assert_cmpfloat (back.x, ==, 425040);
  g_assert_cmpfloat (back.y, ==, 564544);
}

/* Web Mercator has its middle where the equator meets Greenwich; the tile
 * numbers of the world's street maps are known: Newcastle lies in 11/1014/645
 * by the published formula. */
static void
test_mercator (void)
{
  BlPoint newcastle = { 425040, 564544 };
  BlPoint there = bl_map_project (BL_MAP_MERCATOR, newcastle);
  BlPoint back = bl_map_unproject (BL_MAP_MERCATOR, there);
  double tile = BL_MAP_MERCATOR_WORLD / (1 << 11);
  double longitude, latitude, n = 1 << 11;

  g_assert_cmpfloat_with_epsilon (back.x, newcastle.x, 0.01);
  g_assert_cmpfloat_with_epsilon (back.y, newcastle.y, 0.01);
  bl_projection_to_lonlat (newcastle, &longitude, &latitude);
  g_assert_cmpfloat_with_epsilon (there.x / tile, (longitude + 180) / 360 * n, 1e-6);
  g_assert_cmpfloat_with_epsilon (there.y / tile, (1 - asinh (tan (latitude * G_PI / 180)) / G_PI) / 2 * n, 1e-6);
  g_assert_cmpint ((int) (there.x / tile), ==, 1014);
}

/* Outlines are projected through a lattice: nowhere further than one unit, 3 cm
 * on the ground, from the exact place. */
static void
test_lattice_is_exact (void)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  const gint32 corners[][2] = { { 83512, 5389 }, { 655103, 293871 }, { 425377, 564111 }, { 300499, 650501 } };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      bl_outlines_builder_add_row (builder);
      bl_outlines_builder_add_polygon (builder);
      bl_outlines_builder_add_ring (builder);
      bl_outlines_builder_add_point (builder, corners[i][0], corners[i][1]);
      bl_outlines_builder_add_point (builder, corners[i][0] + 737, corners[i][1] + 311);
      bl_outlines_builder_add_point (builder, corners[i][0] + 200, corners[i][1] + 451);
    }
  {
    g_autoptr (BlTable) table = bl_outlines_builder_to_table (builder);
    g_autoptr (BlMapShape) shape = bl_map_shape_new (bl_table_get_outlines (table), BL_MAP_MERCATOR);

    for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
      {
        BlBounds bounds = bl_map_shape_get_row_bounds (shape, i);
        BlPoint west = bl_map_project (BL_MAP_MERCATOR, (BlPoint){ corners[i][0], corners[i][1] });
        BlPoint east = bl_map_project (BL_MAP_MERCATOR, (BlPoint){ corners[i][0] + 737, corners[i][1] + 311 });

        g_assert_cmpfloat_with_epsilon (bounds.x1, west.x, 1.6);
        g_assert_cmpfloat_with_epsilon (bounds.x2, east.x, 1.6);
      }
  }
}

static void
test_find (void)
{
  g_autoptr (BlTable) table = made_country_new (9, 7, 1000, 8, 400000, 500000);

  for (int projection = BL_MAP_GRID; projection <= BL_MAP_MERCATOR; projection++)
    {
      g_autoptr (BlMapShape) shape = bl_map_shape_new (bl_table_get_outlines (table), projection);

      g_assert_cmpuint (bl_map_shape_get_n_rows (shape), ==, 63);
      for (int row = 0; row < 63; row++)
        {
          BlPoint middle = { 400500 + 1000 * (row % 9), 500500 + 1000 * (row / 9) };

          g_assert_cmpint (bl_map_shape_find (shape, bl_map_project (projection, middle)), ==, row);
        }
      g_assert_cmpint (bl_map_shape_find (shape, bl_map_project (projection, (BlPoint){ 390000, 500500 })), ==, -1);
    }
}

static void
test_hole_is_not_in_it (void)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) table = NULL;
  g_autoptr (BlMapShape) shape = NULL;
  const gint32 rings[2][4][2] = { { { 0, 0 }, { 900, 0 }, { 900, 900 }, { 0, 900 } },
                                  { { 300, 300 }, { 600, 300 }, { 600, 600 }, { 300, 600 } } };

  bl_outlines_builder_add_row (builder); /* an area whose outline is not known */
  bl_outlines_builder_add_row (builder);
  bl_outlines_builder_add_polygon (builder);
  for (guint k = 0; k < 2; k++)
    {
      bl_outlines_builder_add_ring (builder);
      for (guint i = 0; i < 4; i++)
        bl_outlines_builder_add_point (builder, rings[k][i][0], rings[k][i][1]);
    }
  table = bl_outlines_builder_to_table (builder);
  shape = bl_map_shape_new (bl_table_get_outlines (table), BL_MAP_GRID);
  g_assert_cmpint (bl_map_shape_find (shape, (BlPoint){ 100, -100 }), ==, 1);
  g_assert_cmpint (bl_map_shape_find (shape, (BlPoint){ 450, -450 }), ==, -1);
}

static void
test_nothing (void)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) table = bl_outlines_builder_to_table (builder);
  g_autoptr (BlMapShape) shape = bl_map_shape_new (bl_table_get_outlines (table), BL_MAP_MERCATOR);
  BlBounds bounds = bl_map_shape_get_bounds (shape);
  BlMapView view = bl_map_view_fit (bounds, 100, 100, 10);
  BlMapFill fill = { .fills = bl_palette_get (BL_PALETTE_LIGHT)->need, .n_fills = 5 };
  Picture picture = picture_new (100, 100);

  g_assert_true (bl_bounds_is_empty (&bounds));
  g_assert_cmpint (bl_map_shape_find (shape, (BlPoint){ 0, 0 }), ==, -1);
  bl_map_paint_areas (picture.cr, &view, shape, &fill, bl_palette_get (BL_PALETTE_LIGHT));
  bl_map_paint_outline (picture.cr, &view, shape, -1, BL_MAP_LINE_SERVICE, bl_palette_get (BL_PALETTE_LIGHT));
  g_assert_cmpint (cairo_status (picture.cr), ==, CAIRO_STATUS_SUCCESS);
  picture_clear (&picture);
}

static void
test_view (void)
{
  BlBounds bounds = { 1000, -3000, 3000, -2000 };
  BlMapView view = bl_map_view_fit (bounds, 440, 400, 20);
  BlPoint middle = bl_map_view_to_pixels (&view, (BlPoint){ 2000, -2500 });
  BlPoint corner = bl_map_view_to_pixels (&view, (BlPoint){ 1000, -3000 });
  BlPoint back = bl_map_view_from_pixels (&view, corner.x, corner.y);

  g_assert_cmpfloat_with_epsilon (view.scale, 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (middle.x, 220, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle.y, 200, 1e-6);
  g_assert_cmpfloat_with_epsilon (corner.x, 20, 1e-6);
  g_assert_cmpfloat_with_epsilon (back.x, 1000, 1e-6);
  g_assert_cmpfloat_with_epsilon (back.y, -3000, 1e-6);
}

/* --- What is painted ----------------------------------------------------- */

/* At every scale neighbours still meet: of a country all of one colour, no dot
 * inside shows the ground. */
static void
test_no_gaps (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  g_autoptr (BlTable) table = made_country_new (40, 40, 360, 12, 400000, 500000);
  BlMapFill fill = { .fills = &palette->series[0], .n_fills = 1 };

  for (int projection = BL_MAP_GRID; projection <= BL_MAP_MERCATOR; projection++)
    {
      g_autoptr (BlMapShape) shape = bl_map_shape_new (bl_table_get_outlines (table), projection);

      for (int size = 40; size <= 160; size *= 2)
        {
          Picture picture = picture_new (size, size);
          BlMapView view = bl_map_view_fit (bl_map_shape_get_bounds (shape), size, size, 4);

          bl_map_paint_ground (picture.cr, &view, palette);
          bl_map_paint_areas (picture.cr, &view, shape, &fill, palette);
          /* Areas of 4 px and less have no lines of their own. */
          for (int y = 8; y < size - 8; y++)
            for (int x = 8; x < size - 8; x++)
              g_assert_cmphex (picture_get (&picture, x, y), ==, picture_colour (palette->series[0]));
          picture_clear (&picture);
        }
    }
}

/* Leaving out what is out of sight changes nothing that is seen: four tiles are
 * the quarters of one picture. */
static void
test_tiles_join (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  g_autoptr (BlTable) table = made_country_new (7, 7, 2000, 20, 400000, 500000);
  g_autoptr (BlMapShape) shape = bl_map_shape_new (bl_table_get_outlines (table), BL_MAP_MERCATOR);
  gint8 by_area[49];
  BlMapFill fill = { .fills = palette->need, .n_fills = 5, .by_area = by_area };
  BlMapView view = bl_map_view_fit (bl_map_shape_get_bounds (shape), 256, 256, -40);
  Picture whole = picture_new (256, 256);
  guint wrong = 0;

  for (guint i = 0; i < 49; i++)
    by_area[i] = (gint8) (i % 6) - 1;
  bl_map_paint_ground (whole.cr, &view, palette);
  bl_map_paint_areas (whole.cr, &view, shape, &fill, palette);
  bl_map_paint_outline (whole.cr, &view, shape, 24, BL_MAP_LINE_CATCHMENT, palette);
  for (int ty = 0; ty < 4; ty++)
    for (int tx = 0; tx < 4; tx++)
      {
        BlMapView tile = { view.scale, view.x + tx * 64 / view.scale, view.y + ty * 64 / view.scale, 64, 64 };
        Picture part = picture_new (64, 64);

        bl_map_paint_ground (part.cr, &tile, palette);
        bl_map_paint_areas (part.cr, &tile, shape, &fill, palette);
        bl_map_paint_outline (part.cr, &tile, shape, 24, BL_MAP_LINE_CATCHMENT, palette);
        for (int y = 0; y < 64; y++)
          for (int x = 0; x < 64; x++)
            wrong += ABS (picture_grey (&part, x, y) - picture_grey (&whole, tx * 64 + x, ty * 64 + y)) > 12;
        picture_clear (&part);
      }
  g_assert_cmpuint (wrong, ==, 0);
  picture_clear (&whole);
}

static void
test_no_data_is_hatched (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  g_autoptr (BlTable) table = made_country_new (1, 1, 1000, 4, 400000, 500000);
  g_autoptr (BlMapShape) shape = bl_map_shape_new (bl_table_get_outlines (table), BL_MAP_GRID);
  const gint8 unknown = -1;
  BlMapFill fill = { .fills = palette->need, .n_fills = 5, .by_area = &unknown };
  BlMapView view = bl_map_view_fit (bl_map_shape_get_bounds (shape), 100, 100, 0);
  Picture picture = picture_new (100, 100);
  guint light = 0, dark = 0;

  bl_map_paint_areas (picture.cr, &view, shape, &fill, palette);
  for (int x = 20; x < 80; x++)
    {
      light += picture_grey (&picture, x, 50) > 240;
      dark += picture_grey (&picture, x, 50) < 200;
    }
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (picture_count (&picture, palette->need[i]), ==, 0);
  g_assert_cmpuint (light, >, 10);
  g_assert_cmpuint (dark, >, 5);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-shape/grid-is-turned", test_grid_is_turned);
  g_test_add_func ("/map-shape/mercator", test_mercator);
  g_test_add_func ("/map-shape/lattice-is-exact", test_lattice_is_exact);
  g_test_add_func ("/map-shape/find", test_find);
  g_test_add_func ("/map-shape/hole-is-not-in-it", test_hole_is_not_in_it);
  g_test_add_func ("/map-shape/nothing", test_nothing);
  g_test_add_func ("/map-shape/view", test_view);
  g_test_add_func ("/map-shape/no-gaps", test_no_gaps);
  g_test_add_func ("/map-shape/tiles-join", test_tiles_join);
  g_test_add_func ("/map-shape/no-data-is-hatched", test_no_data_is_hatched);
  return g_test_run ();
}
