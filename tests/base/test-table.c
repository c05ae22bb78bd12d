/* test-table.c: immutable bulk data and their text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "errors.h"
#include "roads-builder.h"
#include "table-reader.h"

static void
test_texts (void)
{
  const char *const texts[] = { "E01008288", NULL, "Newcastle upon Tyne 027A", "" };
  g_autoptr (BlTable) table = bl_table_new_texts (texts, 4);
  g_autofree char *text = bl_table_to_text (table);
  g_autoptr (BlTable) back = bl_table_from_text (BL_TABLE_TEXTS, text, NULL);

  g_assert_cmpstr (text, ==, "E01008288\n\nNewcastle upon Tyne 027A\n\n");
  g_assert_cmpuint (bl_table_get_n_rows (back), ==, 4);
  g_assert_null (bl_table_get_texts (back)[1]);
  g_assert_cmpstr (bl_table_get_id (table), ==, bl_table_get_id (back));
}

static void
test_numbers (void)
{
  const double numbers[] = { 1708, NAN, 0, -2.5 };
  g_autoptr (BlTable) table = bl_table_new_numbers (numbers, 4);
  g_autofree char *text = bl_table_to_text (table);
  g_autoptr (BlTable) back = bl_table_from_text (BL_TABLE_NUMBERS, text, NULL);

  g_assert_cmpstr (text, ==, "1708\n?\n0\n-2.5\n");
  g_assert_true (isnan (bl_table_get_numbers (back)[1]));
  g_assert_cmpfloat (bl_table_get_numbers (back)[3], ==, -2.5);
  g_assert_cmpstr (bl_table_get_id (table), ==, bl_table_get_id (back));
}

static void
test_points (void)
{
  const BlPoint points[] = { { 420679.4, 564672.1 }, { NAN, NAN }, { 421309.34, 564574.76 } };
  g_autoptr (BlTable) table = bl_table_new_points (points, 3);
  g_autofree char *text = bl_table_to_text (table);
  g_autoptr (BlTable) back = bl_table_from_text (BL_TABLE_POINTS, text, NULL);

  g_assert_cmpstr (text, ==, "4206794 5646721\n?\n6299 -973\n");
  g_assert_cmpfloat (bl_table_get_points (back)[2].x, ==, 421309.3);
  g_assert_cmpfloat (bl_table_get_points (back)[2].y, ==, 564574.8);
  g_assert_cmpfloat (bl_table_get_points (table)[2].x, ==, 421309.3); /* the same before and after saving */
}

static void
test_outlines (void)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) table = NULL, back = NULL;
  g_autofree char *text = NULL;
  const BlOutlines *outlines;

  bl_outlines_builder_add_row (builder); /* a square with a hole, and an island */
  bl_outlines_builder_add_polygon (builder);
  bl_outlines_builder_add_ring (builder);
  bl_outlines_builder_add_point (builder, 100, 200);
  bl_outlines_builder_add_point (builder, 300, 200);
  bl_outlines_builder_add_point (builder, 300, 400);
  bl_outlines_builder_add_ring (builder);
  bl_outlines_builder_add_point (builder, 150, 220);
  bl_outlines_builder_add_point (builder, 160, 220);
  bl_outlines_builder_add_point (builder, 160, 230);
  bl_outlines_builder_add_polygon (builder);
  bl_outlines_builder_add_ring (builder);
  bl_outlines_builder_add_point (builder, -5, 7);
  bl_outlines_builder_add_point (builder, 0, 0);
  bl_outlines_builder_add_point (builder, 9, 9);
  bl_outlines_builder_add_row (builder); /* nothing known */
  table = bl_outlines_builder_to_table (builder);
  text = bl_table_to_text (table);
  g_assert_cmpstr (text, ==, "100 200 200 0 0 200 ; 50 20 10 0 0 10 / -155 -213 5 -7 9 9\n\n");
  back = bl_table_from_text (BL_TABLE_OUTLINES, text, NULL);
  outlines = bl_table_get_outlines (back);
  g_assert_cmpuint (outlines->n_rows, ==, 2);
  g_assert_cmpuint (outlines->n_polygons, ==, 2);
  g_assert_cmpuint (outlines->n_rings, ==, 3);
  g_assert_cmpuint (outlines->n_points, ==, 9);
  g_assert_cmpmem (outlines->coordinates, 18 * sizeof (gint32), bl_table_get_outlines (table)->coordinates,
                   18 * sizeof (gint32));
  g_assert_cmpuint (outlines->row_polygons[1], ==, 2);
  g_assert_cmpuint (outlines->row_polygons[2], ==, 2);
  g_assert_cmpstr (bl_table_get_id (table), ==, bl_table_get_id (back));
}

/* Three junctions: a lane that bends between the first two, a one-way street
 * back to the first, a drive that ends where it began, and a path like it. */
static BlTable *
make_network (void)
{
  static gint32 nodes[] = { 300000, 400000, 300100, 400050, 299990, 400020 };
  static guint node_edges[] = { 0, 3, 3, 4 };
  static guint32 from[] = { 0, 0, 0, 2 }, to[] = { 0, 1, 2, 1 }, lengths[] = { 2000, 1250, 223, 1200 };
  static guint8 classes[] = { BL_ROAD_SERVICE, BL_ROAD_SERVICE, BL_ROAD_RESIDENTIAL, BL_ROAD_FOOTPATH };
  static guint8 access[] = { 63, 63, 31, 3 }, limits[] = { 0, 0, 48, 0 };
  static guint shape_points[] = { 0, 2, 3, 3, 3 };
  static gint32 points[] = { 300020, 400000, 300020, 399980, 300050, 400040 };
  BlRoads roads = { 3, 4, 3, nodes, node_edges, from, to, lengths, classes, access, limits, shape_points, points };

  return bl_table_new_network (&roads);
}

static void
test_network (void)
{
  g_autoptr (BlTable) table = make_network (), back = NULL;
  g_autofree char *text = bl_table_to_text (table);
  const BlRoads *roads;

  g_assert_cmpstr (text, ==,
                   "300000 400000;0 2000 9 63 0 20 0 0 -20;1 1250 = 50 40;2 223 7 31 48\n"
                   "100 50\n"
                   "-110 -30;-1 1200 12 3 0\n");
  back = bl_table_from_text (BL_TABLE_NETWORK, text, NULL);
  g_assert_cmpstr (bl_table_get_id (table), ==, bl_table_get_id (back));
  g_assert_cmpuint (bl_table_get_size (table), ==, bl_table_get_size (back));
  roads = bl_table_get_roads (back);
  g_assert_cmpuint (roads->n_nodes, ==, 3);
  g_assert_cmpuint (roads->n_edges, ==, 4);
  g_assert_cmpuint (roads->n_points, ==, 3);
  g_assert_cmpint (roads->nodes[4], ==, 299990);
  g_assert_cmpuint (roads->to[3], ==, 1);
  g_assert_cmpuint (roads->from[3], ==, 2);
  g_assert_cmpuint (roads->classes[1], ==, BL_ROAD_SERVICE);
  g_assert_cmpuint (roads->limits[2], ==, 48);
  g_assert_cmpuint (roads->node_edges[3], ==, 4);
  g_assert_cmpint (roads->points[5], ==, 400040);
  for (gsize size = 1; size < strlen (text); size++)
    {
      g_autoptr (BlTableReader) reader = bl_table_reader_new (BL_TABLE_NETWORK);
      g_autoptr (BlTable) cut = NULL;

      for (gsize at = 0; at < strlen (text); at += size)
        g_assert_true (bl_table_reader_add (reader, text + at, MIN (size, strlen (text) - at), NULL));
      cut = bl_table_reader_finish (reader, NULL);
      g_assert_cmpstr (bl_table_get_id (cut), ==, bl_table_get_id (table));
    }
}

/* In whatever order they came, the same roads are the same table. */
static void
test_roads_builder (void)
{
  const gint32 bend[] = { 300050, 400040, 300060, 400045 }, back[] = { 300060, 400045, 300050, 400040 };
  g_autoptr (BlRoadsBuilder) builder = bl_roads_builder_new ();
  g_autoptr (BlTable) one = NULL, other = NULL;
  const BlRoads *roads;
  guint a, b, c;

  a = bl_roads_builder_add_node (builder, 300000, 400000);
  b = bl_roads_builder_add_node (builder, 300100, 400050);
  c = bl_roads_builder_add_node (builder, 500000, -3);
  bl_roads_builder_add_edge (builder, a, b, 1250, BL_ROAD_PRIMARY, BL_ACCESS_FOOT | BL_ACCESS_DRIVE, 300, bend, 2);
  bl_roads_builder_add_edge (builder, c, b, 99, BL_ROAD_STEPS, BL_ACCESS_FOOT_BACK, 0, NULL, 0);
  one = bl_roads_builder_to_table (builder);
  roads = bl_table_get_roads (one);
  g_assert_cmpuint (roads->n_nodes, ==, 3);
  g_assert_cmpuint (roads->n_edges, ==, 2);
  for (guint e = 0; e < 2; e++)
    g_assert_cmpuint (roads->from[e], <, roads->to[e]);
  g_assert_cmpuint (MAX (roads->limits[0], roads->limits[1]), ==, 255);

  c = bl_roads_builder_add_node (builder, 500000, -3);
  b = bl_roads_builder_add_node (builder, 300100, 400050);
  a = bl_roads_builder_add_node (builder, 300000, 400000);
  bl_roads_builder_add_edge (builder, b, c, 99, BL_ROAD_STEPS, BL_ACCESS_FOOT, 0, NULL, 0);
  bl_roads_builder_add_edge (builder, b, a, 1250, BL_ROAD_PRIMARY, BL_ACCESS_FOOT_BACK | BL_ACCESS_DRIVE_BACK, 255, back, 2);
  other = bl_roads_builder_to_table (builder);
  g_assert_cmpstr (bl_table_get_id (one), ==, bl_table_get_id (other));
}

static void
test_refused (void)
{
  static const struct
  {
    BlTableType type;
    const char *text;
  } wrong[] = {
    { BL_TABLE_NUMBERS, "1\n2" },          { BL_TABLE_NUMBERS, "1\n\n" },       { BL_TABLE_NUMBERS, "x\n" },
    { BL_TABLE_POINTS, "1\n" },            { BL_TABLE_POINTS, "1 2 3\n" },      { BL_TABLE_POINTS, "99999999999999999999 1\n" },
    { BL_TABLE_POINTS, "2000000000 1\n" }, { BL_TABLE_OUTLINES, "1\n" },        { BL_TABLE_OUTLINES, "1 2 ;\n" },
    { BL_TABLE_OUTLINES, "; 1 2\n" },      { BL_TABLE_OUTLINES, "1 2 3x\n" },   { BL_TABLE_OUTLINES, "1 2 //\n" },
    { BL_TABLE_NETWORK, "\n" },                      /* no place */
    { BL_TABLE_NETWORK, "1 2;\n" },                  /* no edge */
    { BL_TABLE_NETWORK, "1 2;1 5 9 63 0\n" },        /* to a junction that does not come */
    { BL_TABLE_NETWORK, "1 2;-1 5 9 63 0\n" },       /* to one before the first */
    { BL_TABLE_NETWORK, "1 2;0 5 =\n" },             /* like nothing */
    { BL_TABLE_NETWORK, "1 2;0 5 17 63 0\n" },       /* no such class */
    { BL_TABLE_NETWORK, "1 2;0 5 9 64 0\n" },        /* no such access */
    { BL_TABLE_NETWORK, "1 2;0 5 9 63 256\n" },      /* too quick */
    { BL_TABLE_NETWORK, "1 2;0 -5 9 63 0\n" },       /* less than no length */
    { BL_TABLE_NETWORK, "1 2;0 4294967296 9 63 0\n" },
    { BL_TABLE_NETWORK, "1 2;0 5 9 63 0 7\n" },      /* half a point */
    { BL_TABLE_NETWORK, "1 2;0 5 9 63 0 7 100000000\n" },
    { BL_TABLE_NETWORK, "1 2;999999999999999999 5 9 63 0\n" },
    { BL_TABLE_NETWORK, "100000000 2\n1 0\n" },     /* step by step off the grid */
    { BL_TABLE_NETWORK, "1 2 \n" },   { BL_TABLE_NETWORK, "1  2\n" },
    { BL_TABLE_NETWORK, "1 2;0 5 9\n" }, { BL_TABLE_NETWORK, "1 2 ;0 5 9 63 0\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", wrong[i].text);
      g_assert_null (bl_table_from_text (wrong[i].type, wrong[i].text, &error));
      g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT);
    }
}

static void
test_empty (void)
{
  for (BlTableType type = BL_TABLE_TEXTS; type <= BL_TABLE_NETWORK; type++)
    {
      g_autoptr (BlTable) table = bl_table_from_text (type, "", NULL);

      g_assert_cmpuint (bl_table_get_n_rows (table), ==, 0);
    }
}

/* However the text is cut, the table is the same. */
static void
test_bits (void)
{
  static const char text[] = "100 200 200 0 0 200 ; 50 20 10 0 0 10 / -155 -213 5 -7 9 9\n\n1 2 3 4 5 6\n";
  g_autoptr (BlTable) whole = bl_table_from_text (BL_TABLE_OUTLINES, text, NULL);

  for (gsize size = 1; size < sizeof text; size++)
    {
      g_autoptr (BlTableReader) reader = bl_table_reader_new (BL_TABLE_OUTLINES);
      g_autoptr (BlTable) table = NULL;

      for (gsize at = 0; at < strlen (text); at += size)
        g_assert_true (bl_table_reader_add (reader, text + at, MIN (size, strlen (text) - at), NULL));
      table = bl_table_reader_finish (reader, NULL);
      g_assert_cmpstr (bl_table_get_id (table), ==, bl_table_get_id (whole));
      g_assert_cmpmem (bl_table_get_outlines (table)->coordinates, 12 * 2 * sizeof (gint32),
                       bl_table_get_outlines (whole)->coordinates, 12 * 2 * sizeof (gint32));
    }
}

/* What another program or a hand wrote differently is named as we would write it. */
static void
test_other_forms (void)
{
  static const struct
  {
    BlTableType type;
    const char *theirs, *ours;
  } cases[] = {
    { BL_TABLE_NUMBERS, "1.50\n", "1.5\n" },    { BL_TABLE_NUMBERS, "-0\n", "0\n" },
    { BL_TABLE_NUMBERS, "007\n1e2\n", "7\n100\n" }, { BL_TABLE_POINTS, "01 -0\n", "1 0\n" },
    { BL_TABLE_POINTS, "1-2\n", "1 -2\n" },     { BL_TABLE_POINTS, "1 2 \n", "1 2\n" },
    { BL_TABLE_OUTLINES, "1 2 3-4 \n", "1 2 3 -4\n" }, { BL_TABLE_OUTLINES, "1 2/ 3 4\n", "1 2 / 3 4\n" },
    { BL_TABLE_NETWORK, "01 -0;0 5 9 63 0;0 5 9 63 0\n", "1 0;0 5 9 63 0;0 5 =\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlTable) theirs = bl_table_from_text (cases[i].type, cases[i].theirs, NULL);
      g_autoptr (BlTable) ours = bl_table_from_text (cases[i].type, cases[i].ours, NULL);
      g_autofree char *text = bl_table_to_text (theirs);

      g_assert_cmpstr (text, ==, cases[i].ours);
      g_assert_cmpstr (bl_table_get_id (theirs), ==, bl_table_get_id (ours));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/texts", test_texts);
  g_test_add_func ("/table/numbers", test_numbers);
  g_test_add_func ("/table/points", test_points);
  g_test_add_func ("/table/outlines", test_outlines);
  g_test_add_func ("/table/network", test_network);
  g_test_add_func ("/table/roads-builder", test_roads_builder);
  g_test_add_func ("/table/refused", test_refused);
  g_test_add_func ("/table/empty", test_empty);
  g_test_add_func ("/table/bits", test_bits);
  g_test_add_func ("/table/other-forms", test_other_forms);
  return g_test_run ();
}
