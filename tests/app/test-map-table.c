/* test-map-table.c: the areas of the map as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-table.h"

#include <adwaita.h>
#include <string.h>

#include "map-fixture.h"

static void
set_facts (BlMapTable *table, BlSession *session, gboolean way, const char *name, const char *second)
{
  BlFacts *facts = bl_session_get_facts (session);
  const BlAccess *access = bl_session_get_catchments (session, NULL)->access;
  g_autoptr (BlAreaValue) value = bl_area_value_new (facts, name, access, NULL);
  g_autoptr (BlAreaValue) other = second != NULL ? bl_area_value_new (facts, second, access, NULL) : NULL;
  BlMapTableShown shown = { .name = name, .value = value, .second = other };

  bl_map_table_set_facts (table, facts, way ? access : NULL, &shown);
}

static BlMapTable *
make_table (BlSession *session)
{
  BlMapTable *table = g_object_ref_sink (g_object_new (BL_TYPE_MAP_TABLE, NULL));

  set_facts (table, session, TRUE, "imd_decile", NULL);
  return table;
}

static void
assert_row (BlMapTable *table, guint position, const char *area)
{
  g_autoptr (BlMapRow) row = g_list_model_get_item (bl_map_table_get_rows (table), position);

  g_assert_cmpstr (bl_map_row_get_text (row, BL_MAP_COLUMN_AREA), ==, area);
}

static void
count_picks (BlMapTable *table, int area, guint *n)
{
  (*n)++;
}

/* Farthest first; equal distances keep the order of the document. */
static void
test_order (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  g_autoptr (BlMapTable) table = make_table (session);

  g_assert_cmpuint (g_list_model_get_n_items (bl_map_table_get_rows (table)), ==, 12);
  assert_row (table, 0, "E02");
  assert_row (table, 1, "E03");
  assert_row (table, 2, "E10");
  assert_row (table, 11, "E08");
}

/* Squares 1, 2, 5, 6, 9 and 10 are nearest to West. Being shown is not being picked. */
static void
test_filter (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  g_autoptr (BlMapTable) table = make_table (session);
  guint n = 0;

  g_signal_connect (table, "area-picked", G_CALLBACK (count_picks), &n);
  bl_map_table_set_picked (table, map_fixture_library (session, "West Library"), -1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_map_table_get_rows (table)), ==, 6);
  assert_row (table, 0, "E02");
  bl_map_table_set_picked (table, map_fixture_library (session, "West Library"), 0);
  g_assert_cmpuint (g_list_model_get_n_items (bl_map_table_get_rows (table)), ==, 6);
  /* The fourth is nearest to East. */
  bl_map_table_set_picked (table, map_fixture_library (session, "West Library"), 3);
  g_assert_cmpuint (g_list_model_get_n_items (bl_map_table_get_rows (table)), ==, 12);
  /* Another library starts with its own again. */
  bl_map_table_set_picked (table, map_fixture_library (session, "East Library"), -1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_map_table_get_rows (table)), ==, 6);
  bl_map_table_set_picked (table, -1, -1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_map_table_get_rows (table)), ==, 12);
  g_assert_cmpuint (n, ==, 0);
}

/* Numbers as a spreadsheet takes them, in the order shown, with what is not known in words. */
static void
test_text (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  g_autoptr (BlMapTable) table = make_table (session);
  g_autofree char *text = bl_map_table_to_text (table);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 14); /* a heading, twelve areas, and nothing after the last line end */
  g_assert_cmpstr (lines[0], ==, "Area\tPeople\tDecile\tDistance, m\tNearest\tWithin a mile");
  g_assert_cmpstr (lines[1], ==, "E02\t200\t2\t1414.2\tWest\tYes");
  g_assert_nonnull (strstr (text, "E12\tnot known\tnot known\t1000\tEast\tYes\n"));
}

/* A rate takes the place of the decile; people are not shown twice. */
static void
test_value (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (FALSE);
  g_autoptr (BlMapTable) table = make_table (session);
  g_autofree char *text = NULL;

  set_facts (table, session, FALSE, "population", NULL);
  text = bl_map_table_to_text (table);
  g_assert_true (g_str_has_prefix (text, "Area\tPeople\tDistance, m\tNearest\tWithin a mile\n"));
}

/* Everything the map shows stands in the table: the group, the second value, minutes. */
static void
test_everything_shown (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapTable) table = make_table (session);
  BlFacts *facts = bl_session_get_facts (session);
  const BlAccess *access = bl_session_get_catchments (session, NULL)->access;
  g_autoptr (BlAreaValue) people = bl_area_value_new (facts, "population", NULL, NULL);
  g_autoptr (BlAreaValue) minutes = bl_area_value_new (facts, "minutes", access, NULL);
  BlMapTableShown shown = { .name = "population", .value = people, .second = minutes, .minutes = TRUE };
  BlClassFigures figures = bl_area_value_get_figures (people);
  BlClassRule rule = { .method = BL_CLASSIFY_OWN, .n_breaks = 1, .breaks = { 600 } };
  g_autoptr (BlClasses) classes = bl_classes_new_by (facts, &figures, &rule);
  g_autoptr (BlMapShading) shading
      = bl_map_shading_new_classes (classes, facts->n_areas, bl_palette_get (BL_PALETTE_LIGHT), FALSE);
  g_autofree char *text = NULL;

  bl_map_table_set_facts (table, facts, access, &shown);
  bl_map_table_set_shading (table, shading);
  text = bl_map_table_to_text (table);
  g_assert_true (g_str_has_prefix (
      text, "Area\tPeople\tGroup\tMinutes to the nearest library\tDistance, m\tMinutes\tNearest\tWithin a mile\n"));
  /* 1,414 m at 80 m a minute. */
  g_assert_nonnull (strstr (text, "E02\t200\tunder 600\t17.7\t1414.2\t17.7\tWest\tYes\n"));
  g_assert_nonnull (strstr (text, "E10\t1000\t600 and over\t"));
  g_assert_nonnull (strstr (text, "E12\tnot known\tno data\t"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/map-table/order", test_order);
  g_test_add_func ("/map-table/filter", test_filter);
  g_test_add_func ("/map-table/text", test_text);
  g_test_add_func ("/map-table/value", test_value);
  g_test_add_func ("/map-table/everything-shown", test_everything_shown);
  return g_test_run ();
}
