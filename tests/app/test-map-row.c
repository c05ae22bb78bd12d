/* test-map-row.c: one area in the table below the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-row.h"

#include <math.h>

#include "map-fixture.h"

static BlMapRow *
make_row (BlSession *session, guint area)
{
  BlFacts *facts = bl_session_get_facts (session);

  g_autoptr (BlAreaValue) decile = bl_area_value_new (facts, "imd_decile", NULL, NULL);

  return bl_map_row_new (facts, bl_session_get_catchments (session, NULL)->access, decile, NULL, area);
}

static void
test_texts (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  g_autoptr (BlMapRow) row = make_row (session, 2);
  g_autofree char *icon = NULL;
  g_auto (GStrv) classes = NULL;

  /* The third square: 300 people, decile 3; East is 1 km east and 1 km north. */
  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_AREA), ==, "E03");
  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_PEOPLE), ==, "300");
  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_VALUE), ==, "3");
  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_DISTANCE), ==, "1,414");
  g_assert_cmpfloat_with_epsilon (bl_map_row_get_number (row, BL_MAP_COLUMN_DISTANCE), 1000 * sqrt (2), 0.1);
  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_NEAREST), ==, "East");
  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_YOUNG), ==, "not known");
  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_WITHIN), ==, "Yes");
  g_object_get (row, "within-icon", &icon, "within-classes", &classes, NULL);
  g_assert_cmpstr (icon, ==, "object-select-symbolic");
  g_assert_cmpuint (g_strv_length (classes), ==, 0);
}

/* Not known is a value, written as words, never 0, and comes last. */
static void
test_unknown (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  g_autoptr (BlMapRow) known = make_row (session, 0);
  g_autoptr (BlMapRow) unknown = make_row (session, 11);

  g_assert_cmpstr (bl_map_row_get_text (unknown, BL_MAP_COLUMN_PEOPLE), ==, "not known");
  g_assert_true (isnan (bl_map_row_get_number (unknown, BL_MAP_COLUMN_PEOPLE)));
  g_assert_cmpint (bl_map_row_compare (known, unknown, BL_MAP_COLUMN_PEOPLE), <, 0);
  g_assert_cmpint (bl_map_row_compare (unknown, known, BL_MAP_COLUMN_PEOPLE), >, 0);
  g_assert_cmpint (bl_map_row_compare (unknown, unknown, BL_MAP_COLUMN_PEOPLE), ==, 0);
  g_assert_cmpint (bl_map_row_compare (known, unknown, BL_MAP_COLUMN_AREA), <, 0);
}

static void
test_without_access (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  g_autoptr (BlMapRow) row = bl_map_row_new (bl_session_get_facts (session), NULL, NULL, NULL, 0);
  g_autofree char *icon = NULL;

  g_assert_cmpint (bl_map_row_get_nearest (row), ==, -1);
  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_DISTANCE), ==, "not known");
  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_WITHIN), ==, "not known");
  g_object_get (row, "within-icon", &icon, NULL);
  g_assert_null (icon);
}

/* The colour stands beside the text that it explains. */
static void
test_colour (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  g_autoptr (BlMapRow) row = make_row (session, 0);
  BlColour blue = { 0.1, 0.2, 0.4, 1 };
  gboolean value, nearest;
  g_autoptr (GdkRGBA) colour = NULL;

  bl_map_row_set_colour (row, &blue, BL_MAP_COLUMN_NEAREST);
  g_object_get (row, "value-marked", &value, "nearest-marked", &nearest, "colour", &colour, NULL);
  g_assert_false (value);
  g_assert_true (nearest);
  g_assert_cmpfloat_with_epsilon (colour->blue, 0.4, 1e-6);
  bl_map_row_set_colour (row, NULL, BL_MAP_N_COLUMNS);
  g_object_get (row, "nearest-marked", &nearest, NULL);
  g_assert_false (nearest);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-row/texts", test_texts);
  g_test_add_func ("/map-row/unknown", test_unknown);
  g_test_add_func ("/map-row/without-access", test_without_access);
  g_test_add_func ("/map-row/colour", test_colour);
  return g_test_run ();
}
