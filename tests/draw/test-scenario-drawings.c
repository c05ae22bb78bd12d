/* test-scenario-drawings.c: arrows, bars, squares and areas of a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-arrow.h"
#include "map-difference.h"
#include "picture.h"
#include "row-bar.h"
#include "survive-squares.h"

static const BlPaletteKind kinds[] = { BL_PALETTE_LIGHT, BL_PALETTE_DARK, BL_PALETTE_LIGHT_HIGH_CONTRAST,
                                       BL_PALETTE_DARK_HIGH_CONTRAST };

static double
distance (BlPoint a, BlPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static void
test_arrow (void)
{
  BlFlowArrow there = { { 100, 100 }, { 300, 100 }, 12, 6 };
  BlFlowArrow back = { { 300, 100 }, { 100, 100 }, 12, 6 };
  BlFlowArrow close = { { 100, 100 }, { 130, 100 }, 12, 6 };
  BlPoint start = bl_flow_arrow_at (&there, 0), tip = bl_flow_arrow_at (&there, 1);
  BlPoint middle = bl_flow_arrow_at (&there, 0.5), returning = bl_flow_arrow_at (&back, 0.5);

  /* It starts and ends clear of both markers, as far as was asked. */
  g_assert_cmpfloat_with_epsilon (distance (start, there.from), 12, 1e-6);
  g_assert_cmpfloat_with_epsilon (distance (tip, there.to), 12, 1e-6);
  /* There and back lie on different sides. */
  g_assert_cmpfloat (middle.y, >, 110);
  g_assert_cmpfloat (returning.y, <, 90);
  g_assert_true (bl_flow_arrow_is_drawn (&there));
  g_assert_false (bl_flow_arrow_is_drawn (&close));
  /* Wider for more people, and never a hairline. */
  g_assert_cmpfloat (bl_flow_arrow_width (11154, 11154), >, bl_flow_arrow_width (2983, 11154));
  g_assert_cmpfloat (bl_flow_arrow_width (1, 11154), >=, 2);
  g_assert_cmpfloat (bl_flow_arrow_width (1, 0), >=, 2);
}

static void
test_arrow_painted (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  BlFlowArrow thick = { { 20, 60 }, { 180, 60 }, 12, 9 };
  BlFlowArrow thin = { { 20, 60 }, { 180, 60 }, 12, 2 };
  BlFlowArrow none = { { 20, 60 }, { 40, 60 }, 12, 9 };
  Picture a = picture_new (200, 120), b = picture_new (200, 120), c = picture_new (200, 120);

  bl_flow_arrow_paint (a.cr, &thick, palette);
  bl_flow_arrow_paint (b.cr, &thin, palette);
  bl_flow_arrow_paint (c.cr, &none, palette);
  g_assert_cmpuint (picture_count (&a, palette->series[0]), >, 2 * picture_count (&b, palette->series[0]));
  g_assert_cmpuint (picture_count (&b, palette->series[0]), >, 100);
  g_assert_cmpuint (picture_count (&c, palette->series[0]), ==, 0);
  picture_clear (&a);
  picture_clear (&b);
  picture_clear (&c);
}

static void
test_squares (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  Picture all = picture_new (240, 40), some = picture_new (240, 40);
  /* Twelve of 15 px pitch: in one line on 240 px, in three on 60. */
  g_assert_cmpfloat (bl_survive_squares_paint (NULL, 0, 0, 240, 9, 12, 1, palette), ==, 11);
  g_assert_cmpfloat (bl_survive_squares_paint (NULL, 0, 0, 60, 9, 12, 1, palette), ==, 41);
  g_assert_cmpfloat (bl_survive_squares_paint (NULL, 0, 0, 60, 0, 0, 1, palette), ==, 0);

  bl_survive_squares_paint (all.cr, 0, 0, 240, 12, 12, 1, palette);
  bl_survive_squares_paint (some.cr, 0, 0, 240, 9, 12, 1, palette);
  /* Filled and hollow are told apart without colour: by how much ink they have. */
  g_assert_cmphex (picture_get (&all, 5 + 15 * 11, 5), ==, picture_colour (palette->series[0]));
  g_assert_cmphex (picture_get (&some, 5 + 15 * 8, 5), ==, picture_colour (palette->series[0]));
  g_assert_cmphex (picture_get (&some, 5 + 15 * 9, 5), ==, 0xffffff);
  picture_clear (&all);
  picture_clear (&some);
}

static void
test_bars (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  BlRowBar bar = { .length = 1, .reference = 0.5, .kind = BL_ROW_BAR_FOCUS, .text = "11.1%", .text_room = 60 };
  BlRowBar half = { .length = 0.5, .reference = NAN, .kind = BL_ROW_BAR_FOCUS, .text = "5%", .text_room = 60 };
  BlRowBar hatched = { .length = 1, .reference = NAN, .kind = BL_ROW_BAR_HATCHED, .text = "1", .text_room = 60 };
  BlRowBar nobody = { .length = NAN, .reference = NAN, .kind = BL_ROW_BAR_PLAIN, .text = "nobody", .text_room = 60 };
  const BlRowBar *const bars[] = { &bar, &half, &hatched, &nobody };
  guint focus[4], plain[4], ink = 0;

  for (guint i = 0; i < 4; i++)
    {
      Picture picture = picture_new (220, 24);

      bl_row_bar_paint (picture.cr, 0, 0, 220, 24, bars[i], 1, palette);
      focus[i] = picture_count (&picture, palette->worse[2]);
      plain[i] = picture_count (&picture, palette->series[0]);
      for (int x = 0; i == 2 && x < 100; x++)
        ink += picture_grey (&picture, x, 12) < 200;
      picture_clear (&picture);
    }
  /* Half as long is half as much. */
  g_assert_cmpfloat_with_epsilon (focus[0] / (double) focus[1], 2, 0.12);
  /* Hatched has ink and gaps; nobody has no bar. */
  g_assert_cmpuint (ink, >, 15);
  g_assert_cmpuint (ink, <, 75);
  g_assert_cmpuint (focus[3] + plain[3], ==, 0);
  g_assert_cmpfloat (bl_row_bar_measure ("11.1%", 2), >, 1.8 * bl_row_bar_measure ("11.1%", 1));
}

/* Every effect looks other than every other, in every palette: by hatching or by lightness and hue. */
static void
test_effects_differ (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint a = 0; a < BL_N_EFFECTS; a++)
      for (guint b = a + 1; b < BL_N_EFFECTS; b++)
        {
          BlEffectLook first = bl_effect_look (a, bl_palette_get (kinds[k]));
          BlEffectLook second = bl_effect_look (b, bl_palette_get (kinds[k]));

          g_assert_true (first.hatched != second.hatched
                         || picture_colour (first.ground) != picture_colour (second.ground));
        }
}

/* Two squares side by side of a kilometre and one apart: what changes is painted and framed, the rest is left. */
static void
test_areas (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  static const double west[] = { 0, 1000, 3000 };
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) table = NULL;
  g_autoptr (BlMapShape) shape = NULL;
  BlEffect effects[] = { BL_EFFECT_LOST, BL_EFFECT_BEYOND, BL_EFFECT_NONE };
  Picture picture = picture_new (440, 140);
  BlMapView view;

  for (guint i = 0; i < 3; i++)
    {
      const BlPoint ring[] = { { west[i], 0 }, { west[i] + 1000, 0 }, { west[i] + 1000, 1000 }, { west[i], 1000 } };

      bl_outlines_builder_add_row (builder);
      bl_outlines_builder_add_polygon (builder);
      bl_outlines_builder_add_ring (builder);
      for (guint k = 0; k < G_N_ELEMENTS (ring); k++)
        bl_outlines_builder_add_point (builder, (gint32) ring[k].x, (gint32) ring[k].y);
    }
  table = bl_outlines_builder_to_table (builder);
  shape = bl_map_shape_new (bl_table_get_outlines (table), BL_MAP_GRID);
  view = bl_map_view_fit (bl_map_shape_get_bounds (shape), 440, 140, 20);
  bl_map_paint_difference (picture.cr, &view, shape, effects, palette);

  g_assert_cmphex (picture_get (&picture, 70, 70), ==, picture_colour (palette->worse[2]));
  g_assert_cmphex (picture_get (&picture, 370, 70), ==, 0xffffff);
  /* Round both, and not between them. */
  g_assert_cmpint (picture_grey (&picture, 18, 70), <, 130);
  g_assert_cmpint (picture_grey (&picture, 220, 70), <, 180);
  g_assert_cmpint (picture_grey (&picture, 120, 70), >, 120);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-drawings/arrow", test_arrow);
  g_test_add_func ("/scenario-drawings/arrow-painted", test_arrow_painted);
  g_test_add_func ("/scenario-drawings/squares", test_squares);
  g_test_add_func ("/scenario-drawings/bars", test_bars);
  g_test_add_func ("/scenario-drawings/effects-differ", test_effects_differ);
  g_test_add_func ("/scenario-drawings/areas", test_areas);
  return g_test_run ();
}
