/* test-place.c: a place as people type it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "place.h"

#include "facts.h"
#include "postcodes.h"

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("place");
  g_autoptr (BlClock) clock = bl_clock_new ();

  return bl_project_new (ids, clock);
}

static void
add_postcodes (BlProject *project)
{
  const char *const codes[] = { "NE3 3HD", "NE3 4AB" };
  const BlPoint points[] = { { 424512, 568160 }, { 424000, 568000 } };
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, 2),
                      point_table = bl_table_new_points (points, 2);
  g_autoptr (BlPostcodes) postcodes = bl_postcodes_new (NULL);

  bl_record_set_table (BL_RECORD (postcodes), "codes", code_table);
  bl_record_set_table (BL_RECORD (postcodes), "points", point_table);
  bl_project_begin (project, "Postcodes");
  bl_record_set_child (BL_RECORD (project), "postcodes", BL_RECORD (postcodes));
  bl_project_commit (project);
}

static void
test_places (void)
{
  g_autoptr (BlProject) project = make_project ();
  static const struct
  {
    const char *text;
    double x, y;
    const char *name;
  } places[] = {
    { "424512,568160", 424512, 568160, NULL },          { " 424512.5, 568160 ", 424512.5, 568160, NULL },
    { "424512 568160", 424512, 568160, NULL },          { "nz 245 682", 424500, 568200, "NZ 245 682" },
    { "NZ2451268160", 424512, 568160, "NZ2451268160" }, { "ne33hd", 424512, 568160, "NE3 3HD" },
  };

  add_postcodes (project);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GError) error = NULL;
      BlPoint point;

      g_assert_true (bl_place_find (project, places[i].text, &point, &name, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (point.x, ==, places[i].x);
      g_assert_cmpfloat (point.y, ==, places[i].y);
      g_assert_cmpstr (name, ==, places[i].name);
    }
}

/* The list of 2023 has Gosforth Library at 424216, 568505 and at 55.0105252, -1.6228982 (within 10 m). */
static void
test_degrees (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlPoint point;

  g_assert_true (bl_place_find (project, "55.0105252, -1.6228982", &point, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (point.x, 424216, 10);
  g_assert_cmpfloat_with_epsilon (point.y, 568505, 10);
}

static void
test_others (void)
{
  g_autoptr (BlProject) project = make_project ();
  static const char *const asked[]
      = { NULL, "", "Gosforth", "NZ 2 6", "424512", "900000,100", "-5,10", "55.01,-1.62,3", "NE3 9ZZ" };
  BlPoint point;
  g_autoptr (GError) error = NULL;

  g_assert_false (bl_place_find (project, "NE3 3HD", &point, NULL, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  add_postcodes (project);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_clear_error (&error);
      g_assert_false (bl_place_find (project, asked[i], &point, NULL, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/places", test_places);
  g_test_add_func ("/place/degrees", test_degrees);
  g_test_add_func ("/place/others", test_others);
  return g_test_run ();
}
