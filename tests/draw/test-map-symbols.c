/* test-map-symbols.c: names never cover a marker, a name or a card; scales are true
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "map-legend.h"
#include "map-scale.h"
#include "map-symbols.h"
#include "picture.h"

#define N 60

static const char *const names[] = {
  "City", "Great North Museum: Hancock", "Newbiggin Hall", "The Lit & Phil", "Y", "Burnham-on-Sea and Berrow Community",
  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "St Mary’s", "Fawdon Partnership", "Öğretmen",
};

/* Places that crowd in the middle, the same each time. */
static void
make_symbols (BlMapSymbol *symbols, guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    {
      double spread = g_rand_double_range (rand, 20, 400);
      double angle = g_rand_double_range (rand, 0, 2 * G_PI);

      symbols[i] = (BlMapSymbol){
        .drawing = { 400 + spread * cos (angle), 300 + spread * sin (angle) * 0.7 },
        .look = { (BlOperation) (i % 6), i % 3 == 0, i == 17, FALSE },
        .label = i % 11 == 10 ? NULL : names[i % G_N_ELEMENTS (names)],
        .faint = i % 7 == 6,
      };
    }
}

static void
test_never_collide (void)
{
  const BlMapBox avoid[] = { { 12, 420, 300, 168 }, { 680, 540, 108, 40 }, { 740, 12, 48, 120 } };
  const BlMapView view = { 1, 0, 0, 800, 600 };

  for (guint32 seed = 1; seed <= 12; seed++)
    for (double scale = 1; scale <= 2; scale += 1)
      {
        Picture picture = picture_new (800, 600);
        BlMapSymbol symbols[N];
        BlMapLabel *labels;
        guint shown = 0;

        make_symbols (symbols, N, seed);
        labels = bl_map_place_labels (picture.cr, &view, symbols, N, avoid, G_N_ELEMENTS (avoid), scale);
        for (guint i = 0; i < N; i++)
          {
            if (!labels[i].shown)
              continue;
            shown++;
            g_assert_nonnull (symbols[i].label);
            g_assert_cmpfloat (labels[i].box.x, >=, 0);
            g_assert_cmpfloat (labels[i].box.y, >=, 0);
            g_assert_cmpfloat (labels[i].box.x + labels[i].box.width, <=, 800);
            g_assert_cmpfloat (labels[i].box.y + labels[i].box.height, <=, 600);
            for (guint a = 0; a < G_N_ELEMENTS (avoid); a++)
              g_assert_false (bl_map_box_overlaps (&labels[i].box, &avoid[a]));
            for (guint j = 0; j < N; j++)
              {
                BlMapBox marker = bl_map_symbol_box (&view, &symbols[j]);

                g_assert_false (bl_map_box_overlaps (&labels[i].box, &marker));
                if (j != i && labels[j].shown)
                  g_assert_false (bl_map_box_overlaps (&labels[i].box, &labels[j].box));
              }
          }
        /* Not by showing nothing. */
        g_assert_cmpuint (shown, >, scale > 1 ? 8 : 20);
        bl_map_labels_free (labels, N);
        picture_clear (&picture);
      }
}

static void
test_same_each_time (void)
{
  const BlMapView view = { 1, 0, 0, 800, 600 };
  BlMapSymbol symbols[N];
  Picture picture = picture_new (800, 600);
  BlMapLabel *first, *second;

  make_symbols (symbols, N, 5);
  first = bl_map_place_labels (picture.cr, &view, symbols, N, NULL, 0, 1);
  second = bl_map_place_labels (picture.cr, &view, symbols, N, NULL, 0, 1);
  for (guint i = 0; i < N; i++)
    {
      g_assert_cmpint (first[i].shown, ==, second[i].shown);
      g_assert_cmpint (memcmp (&first[i].box, &second[i].box, sizeof (BlMapBox)), ==, 0);
    }
  bl_map_labels_free (first, N);
  bl_map_labels_free (second, N);
  picture_clear (&picture);
}

/* Two that stand one beside the other: only one name has room on the right. */
static void
test_picked_comes_first (void)
{
  const BlMapView view = { 1, 0, 0, 300, 100 };
  BlMapSymbol symbols[] = {
    { { 150, 50 }, { BL_OPERATION_COUNCIL, TRUE }, "Gosforth", FALSE },
    { { 150, 52 }, { BL_OPERATION_COUNCIL, TRUE, TRUE }, "Jesmond", FALSE },
  };
  Picture picture = picture_new (300, 100);
  BlMapLabel *labels = bl_map_place_labels (picture.cr, &view, symbols, 2, NULL, 0, 1);

  g_assert_true (labels[1].shown);
  g_assert_cmpfloat (labels[1].box.x, >, 150);
  g_assert_false (labels[0].shown && labels[0].box.x > 150 && labels[0].box.y == labels[1].box.y);
  bl_map_labels_free (labels, 2);
  picture_clear (&picture);
}

static void
test_out_of_sight (void)
{
  const BlMapView view = { 1, 0, 0, 300, 100 };
  BlMapSymbol symbols[] = { { { -50, 50 }, { BL_OPERATION_COUNCIL, TRUE }, "West", FALSE },
                            { { 150, 50 }, { BL_OPERATION_COUNCIL, TRUE }, "Here", FALSE } };
  Picture picture = picture_new (300, 100);
  BlMapLabel *labels = bl_map_place_labels (picture.cr, &view, symbols, 2, NULL, 0, 1);

  g_assert_false (labels[0].shown);
  g_assert_true (labels[1].shown);
  bl_map_paint_symbols (picture.cr, &view, symbols, 2, NULL, 0, 1, bl_palette_get (BL_PALETTE_LIGHT));
  g_assert_cmpint (picture_grey (&picture, 150, 50), <, 80);
  g_assert_cmpint (picture_grey (&picture, 2, 50), ==, 255);
  bl_map_labels_free (labels, 2);
  picture_clear (&picture);
}

static void
test_hit (void)
{
  const BlMapView view = { 1, 0, 0, 300, 100 };
  BlMapSymbol symbols[] = { { { 100, 50 }, { BL_OPERATION_COUNCIL, TRUE }, NULL, FALSE },
                            { { 110, 50 }, { BL_OPERATION_COUNCIL, TRUE }, NULL, FALSE },
                            { { 110, 50 }, { BL_OPERATION_COUNCIL, TRUE }, NULL, FALSE } };

  g_assert_cmpint (bl_map_find_symbol (&view, symbols, 3, 103, 50, 12), ==, 0);
  g_assert_cmpint (bl_map_find_symbol (&view, symbols, 3, 108, 52, 12), ==, 1);
  g_assert_cmpint (bl_map_find_symbol (&view, symbols, 3, 140, 50, 12), ==, -1);
  g_assert_cmpint (bl_map_find_symbol (&view, NULL, 0, 140, 50, 12), ==, -1);
}

/* The bar is as long as its metres are on the ground: two points that far apart
 * on the grid lie that many pixels apart. */
static void
test_scale_is_true (void)
{
  const BlPoint places[] = { { 425040, 564544 }, { 180000, 40000 }, { 330000, 980000 } };

  for (int projection = BL_MAP_GRID; projection <= BL_MAP_MERCATOR; projection++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      for (double metres_a_pixel = 0.7; metres_a_pixel < 900; metres_a_pixel *= 2.3)
        {
          BlPoint middle = bl_map_project (projection, places[i]);
          double scale = bl_map_unit_metres (projection, middle) / metres_a_pixel;
          BlMapView view = { scale, middle.x - 400 / scale, middle.y - 300 / scale, 800, 600 };
          double pixels, metres = bl_map_scale_measure (&view, projection, 92, &pixels);
          double power = pow (10, floor (log10 (metres) + 1e-9));
          BlPoint west = { places[i].x - metres / 2, places[i].y }, east = { places[i].x + metres / 2, places[i].y };
          BlPoint from = bl_map_view_to_pixels (&view, bl_map_project (projection, west));
          BlPoint to = bl_map_view_to_pixels (&view, bl_map_project (projection, east));
          double first = round (metres / power);

          g_assert_cmpfloat (pixels, <=, 92);
          g_assert_cmpfloat (pixels, >, 92 / 2.6);
          g_assert_true (first == 1 || first == 2 || first == 5);
          /* The grid's own scale differs from the ground's by up to 0.06 %. */
          g_assert_cmpfloat_with_epsilon (hypot (to.x - from.x, to.y - from.y), pixels, pixels * 0.004);
        }
}

static void
test_legend_measures_what_it_draws (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  char *labels[] = { "9–10", "7–8", "5–6", "3–4", "1–2" };
  BlClasses classes = { .n = 5, .low_is_most = TRUE, .low_words = "most deprived", .high_words = "least" };
  BlMapLegend legend = { .title = "Deprivation decile", .date = "IMD 2019", .classes = &classes };
  double one, two;

  for (guint i = 0; i < 5; i++)
    {
      classes.labels[i] = labels[i];
      classes.people[i] = 47834 + 10000 * i;
    }
  for (double scale = 1; scale <= 2; scale += 1)
    {
      Picture picture = picture_new (340, 500);
      double height = bl_map_legend_paint (picture.cr, 10, 10, 300, &legend, scale, NULL);
      int lowest = 0;

      /* Nothing was drawn by measuring. */
      g_assert_cmpint (picture_grey (&picture, 20, 20), ==, 255);
      cairo_set_source_rgb (picture.cr, 0, 1, 0);
      cairo_paint (picture.cr);
      g_assert_cmpfloat (bl_map_legend_paint (picture.cr, 10, 10, 300, &legend, scale, palette), ==, height);
      for (int y = 0; y < 500; y++)
        if (picture_get (&picture, 160, y) != 0x00ff00)
          lowest = y;
      g_assert_cmpfloat_with_epsilon (lowest, 10 + height, 2);
      /* Every group's colour is there. */
      for (guint i = 0; i < 5; i++)
        g_assert_cmpuint (picture_count (&picture, palette->need[i]), >, 60);
      picture_clear (&picture);
    }

  {
    Picture picture = picture_new (10, 10);

    one = bl_map_legend_paint (picture.cr, 0, 0, 300, &legend, 1, NULL);
    classes.unknown = 3;
    two = bl_map_legend_paint (picture.cr, 0, 0, 300, &legend, 1, NULL);
    g_assert_cmpfloat (two, >, one + 10);
    picture_clear (&picture);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-symbols/never-collide", test_never_collide);
  g_test_add_func ("/map-symbols/same-each-time", test_same_each_time);
  g_test_add_func ("/map-symbols/picked-comes-first", test_picked_comes_first);
  g_test_add_func ("/map-symbols/out-of-sight", test_out_of_sight);
  g_test_add_func ("/map-symbols/hit", test_hit);
  g_test_add_func ("/map-symbols/scale-is-true", test_scale_is_true);
  g_test_add_func ("/map-symbols/legend-measures-what-it-draws", test_legend_measures_what_it_draws);
  return g_test_run ();
}
