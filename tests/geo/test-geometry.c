/* test-geometry.c: areas, centroids and containment of hand-worked polygons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "geometry.h"

#include <math.h>

/* Row 0: an L of 300 m² (a 20 m square without its upper right quarter).
 * Row 1: a 10 m square, its middle 4 m square a hole, and an island of 2 × 2 m.
 * Row 2: nothing.  Row 3: a flat line.  Row 4: the quarter row 0 lacks,
 * the other way round. */
static gint32 coordinates[] = {
  0,      0,      20,     0,      20,     10,     10,     10,     10,     20,     0,      20,
  400000, 600000, 400010, 600000, 400010, 600010, 400000, 600010, 400003, 600003, 400007, 600003,
  400007, 600007, 400003, 600007, 400020, 600000, 400022, 600000, 400022, 600002, 400020, 600002,
  5,      5,      15,     5,      10,     10,     10,     20,     20,     20,     20,     10,
};
static guint ring_points[] = { 0, 6, 10, 14, 18, 20, 24 };
static guint polygon_rings[] = { 0, 1, 3, 4, 5, 6 };
static guint row_polygons[] = { 0, 1, 3, 3, 4, 5 };
static const BlOutlines outlines = { 5, 5, 6, 24, row_polygons, polygon_rings, ring_points, coordinates };

static void
test_area (void)
{
  g_assert_cmpfloat (bl_outlines_get_area (&outlines, 0), ==, 300);
  g_assert_cmpfloat (bl_outlines_get_area (&outlines, 1), ==, 100 - 16 + 4);
  g_assert_cmpfloat (bl_outlines_get_area (&outlines, 2), ==, 0);
  g_assert_cmpfloat (bl_outlines_get_area (&outlines, 3), ==, 0);
  g_assert_cmpfloat (bl_outlines_get_area (&outlines, 4), ==, 100);
}

static void
test_centroid (void)
{
  BlPoint centroid = bl_outlines_get_centroid (&outlines, 0);

  /* Of the L: (20·10 at (10, 5) and 10·10 at (5, 15)) / 300. */
  g_assert_cmpfloat_with_epsilon (centroid.x, (200 * 10 + 100 * 5) / 300.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (centroid.y, (200 * 5 + 100 * 15) / 300.0, 1e-9);

  /* 84 m² at (5, 5) and 4 m² at (21, 1). */
  centroid = bl_outlines_get_centroid (&outlines, 1);
  g_assert_cmpfloat_with_epsilon (centroid.x, 400000 + (84 * 5 + 4 * 21) / 88.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (centroid.y, 600000 + (84 * 5 + 4 * 1) / 88.0, 1e-6);

  centroid = bl_outlines_get_centroid (&outlines, 2);
  g_assert_true (isnan (centroid.x) && isnan (centroid.y));

  centroid = bl_outlines_get_centroid (&outlines, 3);
  g_assert_cmpfloat (centroid.x, ==, 10);
  g_assert_cmpfloat (centroid.y, ==, 5);
}

static void
test_contains (void)
{
  g_assert_true (bl_outlines_contains (&outlines, 0, (BlPoint){ 5, 15 }));
  g_assert_false (bl_outlines_contains (&outlines, 0, (BlPoint){ 15, 15 }));
  g_assert_true (bl_outlines_contains (&outlines, 1, (BlPoint){ 400001, 600001 }));
  g_assert_false (bl_outlines_contains (&outlines, 1, (BlPoint){ 400005, 600005 }));
  g_assert_true (bl_outlines_contains (&outlines, 1, (BlPoint){ 400021, 600001 }));
  g_assert_false (bl_outlines_contains (&outlines, 2, (BlPoint){ 0, 0 }));
  g_assert_false (bl_outlines_contains (&outlines, 3, (BlPoint){ 10, 5 }));
  g_assert_false (bl_outlines_contains (&outlines, 0, (BlPoint){ NAN, 5 }));

  g_assert_cmpint (bl_outlines_find (&outlines, (BlPoint){ 15, 15 }), ==, 4);
  g_assert_cmpint (bl_outlines_find (&outlines, (BlPoint){ 400009, 600009 }), ==, 1);
  g_assert_cmpint (bl_outlines_find (&outlines, (BlPoint){ -1, 0 }), ==, -1);
  g_assert_cmpint (bl_outlines_find (&outlines, (BlPoint){ NAN, NAN }), ==, -1);
}

/* A point on a border that neighbours share belongs to exactly one of them. */
static void
test_shared_border (void)
{
  for (int i = 0; i < 40; i++)
    {
      BlPoint on_wall = { 10, 10 + (i + 0.5) / 4 }, on_floor = { 10 + (i + 0.5) / 4, 10 };

      g_assert_cmpint (
          bl_outlines_contains (&outlines, 0, on_wall) + bl_outlines_contains (&outlines, 4, on_wall), ==, 1);
      g_assert_cmpint (bl_outlines_contains (&outlines, 0, on_floor)
                           + bl_outlines_contains (&outlines, 4, on_floor),
                       ==, 1);
    }
}

static void
test_bounds (void)
{
  BlBounds bounds = bl_bounds_empty (), other;

  g_assert_true (bl_bounds_is_empty (&bounds));
  bl_bounds_add (&bounds, (BlPoint){ NAN, 3 });
  g_assert_true (bl_bounds_is_empty (&bounds));
  bl_bounds_add (&bounds, (BlPoint){ 2, 3 });
  g_assert_false (bl_bounds_is_empty (&bounds));

  other = bl_outlines_get_row_bounds (&outlines, 0);
  g_assert_true (bl_bounds_intersects (&bounds, &other));
  g_assert_cmpfloat (other.x1, ==, 0);
  g_assert_cmpfloat (other.x2, ==, 20);
  bl_bounds_add_bounds (&bounds, &other);
  g_assert_cmpfloat (bounds.x1, ==, 0);
  g_assert_cmpfloat (bounds.y2, ==, 20);

  other = bl_outlines_get_row_bounds (&outlines, 2);
  g_assert_true (bl_bounds_is_empty (&other));
  g_assert_false (bl_bounds_intersects (&bounds, &other));
  bl_bounds_add_bounds (&bounds, &other);
  g_assert_cmpfloat (bounds.x2, ==, 20);

  bounds = bl_outlines_get_bounds (&outlines);
  g_assert_cmpfloat (bounds.x1, ==, 0);
  g_assert_cmpfloat (bounds.x2, ==, 400022);
  other = (BlBounds){ 400023, 0, 500000, 1000000 };
  g_assert_false (bl_bounds_intersects (&bounds, &other));
}

static void
test_britain (void)
{
  g_assert_true (bl_point_in_britain ((BlPoint){ 425000, 564000 }));  /* Newcastle */
  g_assert_true (bl_point_in_britain ((BlPoint){ 80700, 6500 }));     /* Bishop Rock */
  g_assert_true (bl_point_in_britain ((BlPoint){ 460600, 1220600 })); /* Out Stack */
  g_assert_true (bl_point_in_britain ((BlPoint){ 655500, 293700 }));  /* Lowestoft */
  g_assert_false (bl_point_in_britain ((BlPoint){ 0, 0 }));
  g_assert_false (bl_point_in_britain ((BlPoint){ 54.97, -1.61 }));
  g_assert_false (bl_point_in_britain ((BlPoint){ 4250000, 5640000 }));
  g_assert_false (bl_point_in_britain ((BlPoint){ NAN, 564000 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/geometry/area", test_area);
  g_test_add_func ("/geo/geometry/centroid", test_centroid);
  g_test_add_func ("/geo/geometry/contains", test_contains);
  g_test_add_func ("/geo/geometry/shared-border", test_shared_border);
  g_test_add_func ("/geo/geometry/bounds", test_bounds);
  g_test_add_func ("/geo/geometry/britain", test_britain);
  return g_test_run ();
}
