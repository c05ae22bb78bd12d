/* test-access-charts.c: rings and the key of two values tell the truth
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "map-rings.h"
#include "picture.h"
#include "text-log.h"
#include "two-way-key.h"

static const BlPalette *
palette (void)
{
  return bl_palette_get (BL_PALETTE_LIGHT);
}

static guint
count (const Picture *picture, BlColour colour, int x1, int y1, int x2, int y2)
{
  guint n = 0;

  for (int y = y1; y < y2; y++)
    for (int x = x1; x < x2; x++)
      n += picture_get (picture, x, y) == picture_colour (colour);
  return n;
}

static gboolean
has_word (const GPtrArray *log, const char *word)
{
  for (guint i = 0; i < log->len; i++)
    if (g_str_equal (((const BlTextLogEntry *) g_ptr_array_index (log, i))->text, word))
      return TRUE;
  return FALSE;
}

/* Two circles that overlap: the line round both, and none where one lies in the other. */
static void
test_rings (void)
{
  const BlPoint centres[] = { { 1000, -1000 }, { 1500, -1000 } };
  BlMapRings rings = { .n = 1, .labels = { "10 min" }, .metres = { 800 }, .centres = centres, .n_centres = 2 };
  BlMapView view = { .scale = 0.1, .x = 0, .y = 0, .width = 260, .height = 200 };
  Picture picture = picture_new (260, 200);
  BlColour ink = palette ()->ink;

  /* In pixels: round 100, 100 and 150, 100 with a radius of 80; the first's right edge, 180, lies
   * in the second, the second's left edge, 70, in the first. */
  bl_map_paint_rings (picture.cr, &view, BL_MAP_GRID, &rings, 1, palette ());
  g_assert_cmpuint (count (&picture, ink, 16, 90, 24, 110), >, 10);
  g_assert_cmpuint (count (&picture, ink, 226, 90, 234, 110), >, 10);
  g_assert_cmpuint (count (&picture, ink, 60, 90, 80, 110), ==, 0);
  g_assert_cmpuint (count (&picture, ink, 170, 90, 190, 110), ==, 0);
  picture_clear (&picture);
}

/* Published outlines of two libraries that overlap: one line round both, in dots, with its label. */
static void
test_isochrones (void)
{
  static const gint32 squares[2][4][2] = { { { 200, -1800 }, { 1500, -1800 }, { 1500, -200 }, { 200, -200 } },
                                           { { 1000, -1800 }, { 2300, -1800 }, { 2300, -200 }, { 1000, -200 } } };
  BlOutlinesBuilder *builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) table = NULL;
  g_autoptr (BlMapShape) shape = NULL;
  BlMapView view = { .scale = 0.1, .x = 0, .y = 0, .width = 260, .height = 200 };
  Picture picture = picture_new (260, 200);
  GPtrArray *log = bl_text_log_attach (picture.surface);
  BlColour ink = palette ()->ink;

  for (guint row = 0; row < 2; row++)
    {
      bl_outlines_builder_add_row (builder);
      bl_outlines_builder_add_polygon (builder);
      bl_outlines_builder_add_ring (builder);
      for (guint i = 0; i < 4; i++)
        bl_outlines_builder_add_point (builder, squares[row][i][0], squares[row][i][1]);
    }
  table = bl_outlines_builder_to_table (builder);
  bl_outlines_builder_free (builder);
  shape = bl_map_shape_new (bl_table_get_outlines (table), BL_MAP_GRID);
  bl_map_paint_isochrones (picture.cr, &view, shape, "Walking 15 minutes", 1, palette ());
  g_assert_cmpuint (count (&picture, ink, 17, 60, 24, 140), >, 10);
  g_assert_cmpuint (count (&picture, ink, 17, 60, 24, 140), <, 120); /* dots */
  g_assert_cmpuint (count (&picture, ink, 227, 60, 234, 140), >, 10);
  g_assert_cmpuint (count (&picture, ink, 95, 60, 105, 140), ==, 0);
  g_assert_cmpuint (count (&picture, ink, 145, 60, 155, 140), ==, 0);
  g_assert_true (has_word (log, "Walking 15 minutes"));
  picture_clear (&picture);
}

/* All nine numbers stand in the key. */
static void
test_two_way_key (void)
{
  BlTwoWay both = { .people = { 100, 200, 300, 400, 500, 600, 700, 800, 900 } };
  Picture picture = picture_new (240, 200);
  GPtrArray *log = bl_text_log_attach (picture.surface);
  double measured = bl_two_way_key_paint (picture.cr, 0, 0, 240, &both, "Need", "Use", 1, NULL);

  g_assert_cmpuint (log->len, ==, 0);
  g_assert_cmpfloat (bl_two_way_key_paint (picture.cr, 0, 0, 240, &both, "Need", "Use", 1, palette ()), ==, measured);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i * 100);

      g_assert_true (has_word (log, number));
    }
  g_assert_true (has_word (log, "→ Need"));
  g_assert_true (has_word (log, "↑ Use"));
  g_assert_cmpuint (count (&picture, palette ()->two_way[2][2], 0, 0, 240, 200), >, 200);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/map-rings", test_rings);
  g_test_add_func ("/draw/map-isochrones", test_isochrones);
  g_test_add_func ("/draw/two-way-key", test_two_way_key);
  return g_test_run ();
}
