/* test-rings.c: rings along roads that one can measure on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rings.h"

#include <math.h>

#include "../geo/made-roads.h"
#include "geometry.h"
#include "made.h"

static const BlPoint points[] = { { 5000, 0 }, { 0, 0 } };
static const double people[] = { 10, 20 };

/* A road of 10 km from west to east in junctions a kilometre apart, the library in its middle. */
static BlProject *
make_project (void)
{
  BlProject *project = made_project_new (points, people, 2);
  g_autoptr (BlRoadsBuilder) builder = bl_roads_builder_new ();
  g_autoptr (BlNetwork) network = bl_network_new (NULL);
  g_autoptr (BlTable) roads = NULL;
  guint before = bl_roads_builder_add_node (builder, 0, 0);

  for (int km = 1; km <= 10; km++)
    {
      guint here = bl_roads_builder_add_node (builder, km * 1000, 0);

      bl_roads_builder_add_edge (builder, before, here, 10000, BL_ROAD_RESIDENTIAL, BL_ACCESS_ALL, 0, NULL, 0);
      before = here;
    }
  roads = bl_roads_builder_to_table (builder);
  made_library_add (project, "Middle", 5000, 0);
  bl_record_set_text (BL_RECORD (network), "name", "Roads");
  bl_record_set_table (BL_RECORD (network), "roads", roads);
  bl_record_set_child (BL_RECORD (project), "network", BL_RECORD (network));
  bl_project_commit (project);
  return project;
}

/* 80 m a minute along the road both ways, less what the walk of up to 100 m from the field takes;
 * true to a cell of 50 m and the half of one. */
static void
test_straight_road (void)
{
  static const double minutes[] = { 10, 20, 30 };
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  BlAccessQuestion question = { .travel.by = BL_BY_WALK };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTable) rings = bl_rings_new (facts, &question, -1, minutes, 3, NULL, &error);
  const BlOutlines *outlines;

  g_assert_no_error (error);
  outlines = bl_table_get_outlines (rings);
  g_assert_cmpuint (outlines->n_rows, ==, 3);
  for (guint row = 0; row < 3; row++)
    {
      BlBounds bounds = bl_outlines_get_row_bounds (outlines, row);
      double reach = minutes[row] * 80;

      g_test_message ("row %u: %.0f %.0f %.0f %.0f", row, bounds.x1, bounds.y1, bounds.x2, bounds.y2);

      g_assert_cmpfloat (fabs (bounds.x2 - (5000 + reach)), <=, 80);
      g_assert_cmpfloat (fabs (bounds.x1 - (5000 - reach)), <=, 80);
      g_assert_cmpfloat (bounds.y2, <=, 180);
      g_assert_cmpfloat (bounds.y2, >=, 60);
      g_assert_cmpfloat_with_epsilon (bounds.y1, -bounds.y2, 51);
      g_assert_true (bl_outlines_contains (outlines, row, (BlPoint){ 5000 + reach - 120, 0 }));
      g_assert_false (bl_outlines_contains (outlines, row, (BlPoint){ 5000 + reach + 120, 0 }));
    }
}

static void
test_cannot (void)
{
  static const double minutes[] = { 10 };
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  BlAccessQuestion question = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_null (bl_rings_new (facts, &question, -1, minutes, 1, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_clear_error (&error);
  question.travel.by = BL_BY_DRIVE;
  g_cancellable_cancel (cancellable);
  g_assert_null (bl_rings_new (facts, &question, -1, minutes, 1, cancellable, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED);
}

/* Nobody counts: nothing is within, and that is an answer. */
static void
test_nobody (void)
{
  static const double minutes[] = { 10, 20 };
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  BlAccessQuestion question = { .travel.by = BL_BY_WALK, .statutory = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTable) rings = bl_rings_new (facts, &question, -1, minutes, 2, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bl_table_get_n_rows (rings), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/rings/straight-road", test_straight_road);
  g_test_add_func ("/analysis/rings/cannot", test_cannot);
  g_test_add_func ("/analysis/rings/nobody", test_nobody);
  return g_test_run ();
}
