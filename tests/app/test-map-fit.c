/* test-map-fit.c: the whole service on the map, clear of what floats over it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-fit.h"

#include "map-fixture.h"

#define WIDTH 700.0
#define HEIGHT 500.0
#define PADDING 18.0

static BlMapGeometry *
make_geometry (BlSession *session)
{
  return bl_map_geometry_new (bl_session_get_facts (session),
                              bl_session_get_catchments (session, NULL)->access->nearest, NULL);
}

static void
assert_whole (const BlMapGeometry *geometry, const BlMapView *view)
{
  BlPoint first = bl_map_view_to_pixels (view, (BlPoint){ geometry->bounds.x1, geometry->bounds.y1 });
  BlPoint last = bl_map_view_to_pixels (view, (BlPoint){ geometry->bounds.x2, geometry->bounds.y2 });

  g_assert_cmpfloat (first.x, >=, PADDING - 0.01);
  g_assert_cmpfloat (first.y, >=, PADDING - 0.01);
  g_assert_cmpfloat (last.x, <=, WIDTH - PADDING + 0.01);
  g_assert_cmpfloat (last.y, <=, HEIGHT - PADDING + 0.01);
}

static void
test_free (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapGeometry) geometry = make_geometry (session);
  BlMapView view;
  double width, height;

  g_assert_true (bl_map_fit (geometry, WIDTH, HEIGHT, PADDING, NULL, 0, &view));
  assert_whole (geometry, &view);
  width = (geometry->bounds.x2 - geometry->bounds.x1) * view.scale;
  height = (geometry->bounds.y2 - geometry->bounds.y1) * view.scale;
  g_assert_true (ABS (width - (WIDTH - 2 * PADDING)) < 1 || ABS (height - (HEIGHT - 2 * PADDING)) < 1);
}

/* The service may be moved aside or made a little smaller, never cut off. */
static void
test_legend (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapGeometry) geometry = make_geometry (session);
  BlMapBox legend = { 12, 330, 280, 160 };
  BlMapView plain, view;
  guint below_plain = 0, below = 0;

  g_assert_true (bl_map_fit (geometry, WIDTH, HEIGHT, PADDING, NULL, 0, &plain));
  g_assert_true (bl_map_fit (geometry, WIDTH, HEIGHT, PADDING, &legend, 1, &view));
  assert_whole (geometry, &view);
  g_assert_cmpfloat (view.scale, <=, plain.scale * 1.0001);
  for (guint i = 0; i < geometry->facts->n_areas; i++)
    {
      BlPoint was = bl_map_view_to_pixels (&plain, geometry->points[i]);
      BlPoint is = bl_map_view_to_pixels (&view, geometry->points[i]);

      below_plain += was.x < legend.x + legend.width && was.y > legend.y;
      below += is.x < legend.x + legend.width && is.y > legend.y;
    }
  g_assert_cmpuint (below, <=, below_plain);
}

static void
test_nothing (void)
{
  g_autoptr (BlSession) session = map_fixture_empty (FALSE);
  g_autoptr (BlMapGeometry) geometry = bl_map_geometry_new (bl_session_get_facts (session), NULL, NULL);
  BlMapView view;

  g_assert_false (bl_map_fit (geometry, WIDTH, HEIGHT, PADDING, NULL, 0, &view));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-fit/free", test_free);
  g_test_add_func ("/map-fit/legend", test_legend);
  g_test_add_func ("/map-fit/nothing", test_nothing);
  return g_test_run ();
}
