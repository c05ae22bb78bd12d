/* test-map-names.c: the names of libraries on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-names.h"

#include <math.h>

#define WIDTH 600.0
#define HEIGHT 400.0

static BlMapNames *
make_names (void)
{
  BlMapNames *names = bl_map_names_new ();

  bl_map_names_set_look (names, bl_palette_get (BL_PALETTE_LIGHT), 1.0, 1);
  return names;
}

/* Sixty markers on a spiral: no shown name lies over another, a marker, what floats, or the edge. */
static void
test_clear (void)
{
  g_autoptr (BlMapNames) names = make_names ();
  BlMapBox legend = { 10, 250, 200, 140 };
  BlMapName all[60];
  guint shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i] = (BlMapName){ .text = i % 3 ? "Newbiggin Hall" : "Great North Museum: Hancock",
                          .x = WIDTH / 2 + 4.2 * i * cos (i * 0.7),
                          .y = HEIGHT / 2 + 3.0 * i * sin (i * 0.7),
                          .radius = 7,
                          .slot = -1 };
  bl_map_names_place (names, all, G_N_ELEMENTS (all), &legend, 1, WIDTH, HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      BlMapBox box;

      if (!bl_map_names_get_box (names, &all[i], &box))
        continue;
      shown++;
      g_assert_true (box.x >= 0 && box.y >= 0 && box.x + box.width <= WIDTH && box.y + box.height <= HEIGHT);
      g_assert_false (bl_map_box_overlaps (&box, &legend));
      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        {
          BlMapBox marker = { all[j].x - 7, all[j].y - 7, 14, 14 };
          BlMapBox other;

          if (j == i)
            continue;
          g_assert_false (bl_map_box_overlaps (&box, &marker));
          g_assert_false (bl_map_names_get_box (names, &all[j], &other)
                          && bl_map_box_overlaps (&box, &other));
        }
    }
  g_assert_cmpuint (shown, >, 12);
}

/* Of two names with room for one, the picked one is shown. */
static void
test_picked_first (void)
{
  g_autoptr (BlMapNames) names = make_names ();
  BlMapName both[2] = {
    { .text = "Somewhere Long", .x = 50, .y = 20, .radius = 7, .slot = -1 },
    { .text = "Elsewhere Long", .x = 52, .y = 20, .radius = 7, .picked = TRUE, .slot = -1 },
  };

  bl_map_names_place (names, both, 2, NULL, 0, 170, 40);
  g_assert_cmpint (both[1].slot, >=, 0);
}

/* A name stays on its side while it fits, so that panning does not make it jump. */
static void
test_steady (void)
{
  g_autoptr (BlMapNames) names = make_names ();
  BlMapName name = { .text = "Gosforth", .x = WIDTH - 20, .y = 200, .radius = 7, .slot = -1 };
  int side;

  bl_map_names_place (names, &name, 1, NULL, 0, WIDTH, HEIGHT);
  side = name.slot;
  g_assert_cmpint (side, >, 0); /* no room to the right */
  name.x = WIDTH / 2;
  bl_map_names_place (names, &name, 1, NULL, 0, WIDTH, HEIGHT);
  g_assert_cmpint (name.slot, ==, side);
}

/* Paints where it says, and copies the same picture for the next frame. */
static void
test_paint (void)
{
  g_autoptr (BlMapNames) names = make_names ();
  BlMapName name = { .text = "Gosforth", .x = 100, .y = 100, .radius = 7, .slot = -1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 200);
  cairo_t *cr = cairo_create (surface);
  BlMapBox box;
  guint inked = 0;

  bl_map_names_place (names, &name, 1, NULL, 0, 300, 200);
  g_assert_true (bl_map_names_get_box (names, &name, &box));
  bl_map_names_paint (names, cr, &name, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 200; y++)
    for (int x = 0; x < 300; x++)
      {
        const guint32 *row
            = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                                + y * cairo_image_surface_get_stride (surface));

        if (row[x] >> 24 == 0)
          continue;
        inked++;
        g_assert_true (x >= box.x - 5 && x <= box.x + box.width + 5 && y >= box.y - 5
                       && y <= box.y + box.height + 5);
      }
  g_assert_cmpuint (inked, >, 300);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-names/clear", test_clear);
  g_test_add_func ("/map-names/picked-first", test_picked_first);
  g_test_add_func ("/map-names/steady", test_steady);
  g_test_add_func ("/map-names/paint", test_paint);
  return g_test_run ();
}
