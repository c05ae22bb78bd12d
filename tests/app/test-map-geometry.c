/* test-map-geometry.c: where everything is on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-geometry.h"

#include <math.h>

#include "map-fixture.h"

static void
test_find (gconstpointer outlines)
{
  g_autoptr (BlSession) session = map_fixture_squares (GPOINTER_TO_INT (outlines));
  const int *nearest = bl_session_get_catchments (session, NULL)->access->nearest;
  g_autoptr (BlMapGeometry) geometry = bl_map_geometry_new (bl_session_get_facts (session), nearest, NULL);
  double reach = 300 / bl_map_unit_metres (BL_MAP_MERCATOR, geometry->points[0]);

  g_assert_true ((geometry->areas != NULL) == GPOINTER_TO_INT (outlines));
  for (int i = 0; i < 12; i++)
    {
      /* 200 m beside the middle: inside the square, and near enough to the dot. */
      BlPoint grid = { 420700 + i % 4 * 1000, 560500 + i / 4 * 1000 };
      BlPoint place;

      g_assert_cmpint (bl_map_geometry_find_area (geometry, bl_map_project (BL_MAP_MERCATOR, grid), reach),
                       ==, i);
      g_assert_true (bl_map_geometry_get_area_place (geometry, i, &place));
    }
  g_assert_cmpint (bl_map_geometry_find_area (
                       geometry, bl_map_project (BL_MAP_MERCATOR, (BlPoint){ 430000, 560000 }), reach),
                   ==, -1);
  g_assert_false (bl_map_geometry_get_area_place (geometry, -1, &(BlPoint){ 0 }));
}

/* What did not change is not made again; what did, is. */
static void
test_shared (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  const int *nearest = bl_session_get_catchments (session, NULL)->access->nearest;
  g_autoptr (BlMapGeometry) first = bl_map_geometry_new (bl_session_get_facts (session), nearest, NULL);
  g_autoptr (BlMapGeometry) second = NULL;
  g_autoptr (BlMapGeometry) third = NULL;
  BlProject *project = bl_session_get_project (session);

  bl_project_begin (project, "Rename");
  bl_record_set_text (BL_RECORD (project), "title", "Other squares");
  bl_project_commit (project);
  nearest = bl_session_get_catchments (session, NULL)->access->nearest;
  second = bl_map_geometry_new (bl_session_get_facts (session), nearest, first);
  g_assert_true (second->areas == first->areas);
  g_assert_true (second->service == first->service);
  g_assert_true (second->catchments == first->catchments);

  g_object_set (session, "statutory-only", TRUE, NULL);
  nearest = bl_session_get_catchments (session, NULL)->access->nearest;
  third = bl_map_geometry_new (bl_session_get_facts (session), nearest, second);
  g_assert_true (third->areas == first->areas);
  g_assert_true (third->catchments != first->catchments);
}

/* The catchment of West is one rectangle of 2 by 3 km. */
static void
test_catchments (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  const int *nearest = bl_session_get_catchments (session, NULL)->access->nearest;
  g_autoptr (BlMapGeometry) geometry = bl_map_geometry_new (bl_session_get_facts (session), nearest, NULL);
  int west = map_fixture_library (session, "West Library");
  BlBounds bounds = bl_map_shape_get_row_bounds (geometry->catchments, (guint) west);
  BlPoint corner = bl_map_project (BL_MAP_MERCATOR, (BlPoint){ 422000, 560000 });
  double unit = bl_map_unit_metres (BL_MAP_MERCATOR, corner);

  g_assert_cmpfloat_with_epsilon (bounds.x2, corner.x, 60 / unit);
  g_assert_cmpfloat_with_epsilon (bounds.y2, corner.y, 60 / unit);
  bounds = bl_map_shape_get_row_bounds (geometry->catchments,
                                        (guint) map_fixture_library (session, "Gone Library"));
  g_assert_true (bl_bounds_is_empty (&bounds));
}

static void
test_without_areas (void)
{
  g_autoptr (BlSession) session = map_fixture_empty (TRUE);
  g_autoptr (BlMapGeometry) geometry = bl_map_geometry_new (bl_session_get_facts (session), NULL, NULL);

  g_assert_null (geometry->areas);
  g_assert_null (geometry->catchments);
  g_assert_false (bl_bounds_is_empty (&geometry->bounds));
  g_assert_false (isnan (geometry->libraries[0].x));
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlMapGeometry) geometry = NULL;

  bl_map_geometry_new_async (bl_session_get_facts (session), NULL, NULL, NULL, on_done, &result);
  map_fixture_wait (is_there, &result);
  geometry = bl_map_geometry_new_finish (result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (geometry->areas);
  g_assert_null (geometry->catchments);

  g_cancellable_cancel (cancellable);
  bl_map_geometry_new_async (bl_session_get_facts (session), NULL, NULL, cancellable, on_done, &cancelled);
  map_fixture_wait (is_there, &cancelled);
  g_assert_null (bl_map_geometry_new_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/map-geometry/find", GINT_TO_POINTER (TRUE), test_find);
  g_test_add_data_func ("/map-geometry/find-points", GINT_TO_POINTER (FALSE), test_find);
  g_test_add_func ("/map-geometry/shared", test_shared);
  g_test_add_func ("/map-geometry/catchments", test_catchments);
  g_test_add_func ("/map-geometry/without-areas", test_without_areas);
  g_test_add_func ("/map-geometry/async", test_async);
  return g_test_run ();
}
