/* test-map-tile-source.c: areas painted as map tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-tile-source.h"

#include <math.h>

#include "map-fixture.h"
#include "map-mercator.h"

#define ZOOM 14

static BlMapTileSource *
make_source (BlSession *session, const char *value, gboolean streets, int scale)
{
  BlFacts *facts = bl_session_get_facts (session);
  const int *nearest = bl_session_get_catchments (session, NULL)->access->nearest;
  g_autoptr (BlMapGeometry) geometry = bl_map_geometry_new (facts, nearest, NULL);
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  g_autoptr (BlMapShading) shading = NULL;

  if (g_str_equal (value, "nearest"))
    shading = bl_map_shading_new_nearest (geometry, palette, streets);
  else if (g_str_equal (value, "plain"))
    shading = bl_map_shading_new_plain (palette, streets);
  else
    {
      g_autoptr (BlClasses) classes = bl_classes_new (facts, (guint) bl_facts_find_value (facts, value));

      shading = bl_map_shading_new_classes (classes, facts->n_areas, palette, streets);
    }
  return bl_map_tile_source_new (geometry, shading, scale);
}

/* The pixel at a place of the grid, from the tile that holds it. */
static guint32
get_pixel (BlMapTileSource *source, double x, double y, int *side)
{
  BlPoint drawing = bl_map_project (BL_MAP_MERCATOR, (BlPoint){ x, y });
  double tile = BL_MAP_MERCATOR_WORLD / exp2 (ZOOM);
  guint column = (guint) floor (drawing.x / tile);
  guint row = (guint) floor (drawing.y / tile);
  g_autoptr (GdkTexture) texture = bl_map_tile_source_paint (source, column, row, ZOOM);
  g_autofree guint32 *pixels = NULL;
  int px, py;

  *side = gdk_texture_get_width (texture);
  pixels = g_new (guint32, (gsize) *side * (gsize) *side);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) *side * 4);
  px = (int) ((drawing.x / tile - column) * *side);
  py = (int) ((drawing.y / tile - row) * *side);
  return pixels[py * *side + px];
}

static guint32
to_pixel (BlColour colour)
{
  return 0xff000000u | (guint32) lround (colour.r * 255) << 16 | (guint32) lround (colour.g * 255) << 8
         | (guint32) lround (colour.b * 255);
}

/* Deciles 1-2 are the most need: darkest. The first square is decile 1, the third 3, the tenth 10. */
static void
test_classes (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapTileSource) source = make_source (session, "imd_decile", FALSE, 1);
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  int side;

  g_assert_cmphex (get_pixel (source, 420500, 560500, &side), ==, to_pixel (palette->need[4]));
  g_assert_cmpint (side, ==, 512);
  g_assert_cmphex (get_pixel (source, 422500, 560500, &side), ==, to_pixel (palette->need[3]));
  g_assert_cmphex (get_pixel (source, 421500, 562500, &side), ==, to_pixel (palette->need[0]));
  /* Beyond the areas is land, and nothing is see-through. */
  g_assert_cmphex (get_pixel (source, 418000, 558000, &side), ==, to_pixel (palette->land));
}

static void
test_nearest (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapTileSource) source = make_source (session, "nearest", FALSE, 1);
  int side;

  g_assert_cmphex (get_pixel (source, 420500, 560500, &side), ==, get_pixel (source, 421500, 562500, &side));
  g_assert_cmphex (get_pixel (source, 420500, 560500, &side), !=, get_pixel (source, 423500, 560500, &side));
}

/* Dense screens get as many pixels more. */
static void
test_scale (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapTileSource) source = make_source (session, "plain", FALSE, 2);
  int side;

  get_pixel (source, 420500, 560500, &side);
  g_assert_cmpint (side, ==, 1024);
}

/* Over streets the land is left out and the areas show them through. */
static void
test_streets (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapTileSource) source = make_source (session, "imd_decile", TRUE, 1);
  int side;
  guint alpha = get_pixel (source, 420500, 560500, &side) >> 24;

  g_assert_cmpuint (alpha, >, 100);
  g_assert_cmpuint (alpha, <, 200);
  g_assert_cmphex (get_pixel (source, 418000, 558000, &side), ==, 0);
}

typedef struct
{
  GMainLoop *loop;
  ShumateTile *tile;
  gboolean filled;
  guint painted;
  GError *error;
} Filling;

static void
on_filled (GObject *source, GAsyncResult *result, gpointer data)
{
  Filling *filling = data;

  filling->filled
      = shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, &filling->error);
  g_main_loop_quit (filling->loop);
}

static void
on_painted (BlMapTileSource *source, Filling *filling)
{
  filling->painted++;
}

static void
test_fill (gconstpointer cancel)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapTileSource) source = make_source (session, "imd_decile", FALSE, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ShumateTile) tile = shumate_tile_new_full (8116, 5178, 256, ZOOM);
  Filling filling = { .loop = g_main_loop_new (NULL, FALSE) };

  g_signal_connect (source, "painted", G_CALLBACK (on_painted), &filling);
  if (GPOINTER_TO_INT (cancel))
    g_cancellable_cancel (cancellable);
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, cancellable, on_filled, &filling);
  g_main_loop_run (filling.loop);
  g_main_loop_unref (filling.loop);

  g_assert_cmpuint (filling.painted, ==, 1);
  if (GPOINTER_TO_INT (cancel))
    {
      g_assert_false (filling.filled);
      g_assert_error (filling.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&filling.error);
      return;
    }
  g_assert_no_error (filling.error);
  g_assert_true (filling.filled);
  g_assert_nonnull (shumate_tile_get_paintable (tile));
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-tile-source/classes", test_classes);
  g_test_add_func ("/map-tile-source/nearest", test_nearest);
  g_test_add_func ("/map-tile-source/scale", test_scale);
  g_test_add_func ("/map-tile-source/streets", test_streets);
  g_test_add_data_func ("/map-tile-source/fill", GINT_TO_POINTER (FALSE), test_fill);
  g_test_add_data_func ("/map-tile-source/fill-cancelled", GINT_TO_POINTER (TRUE), test_fill);
  return g_test_run ();
}
