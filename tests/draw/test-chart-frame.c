/* test-chart-frame.c: how charts are laid out: nothing collides, nothing falls off, and what is seen is what
 * is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-private.h"
#include "made-charts.h"
#include "picture.h"

static const BlChartLook *
usual (void)
{
  static BlChartLook look = { 0 };

  look.palette = bl_palette_get (BL_PALETTE_LIGHT);
  return &look;
}

/* Every word inside the frame and none on another. Boxes are of whole lines, so that the ink keeps its
 * distance. */
static void
assert_tidy (BlChartFrame *frame, double width, double height, const char *which)
{
  const GArray *words = bl_chart_frame_get_words (frame);

  for (guint i = 0; i < words->len; i++)
    {
      const BlChartWord *word = &g_array_index (words, BlChartWord, i);

      if (!(word->box.x >= -0.5 && word->box.x + word->box.width <= width + 0.5 && word->box.y >= -0.5
            && word->box.y + word->box.height <= height + 0.5))
        g_error ("%s: “%s” at %.1f, %.1f, %.1f wide and %.1f high, falls off %.0f by %.0f", which,
                 word->text->text, word->box.x, word->box.y, word->box.width, word->box.height, width,
                 height);
      for (guint k = 0; k < i; k++)
        {
          const BlChartWord *other = &g_array_index (words, BlChartWord, k);

          if (bl_chart_box_meets (&word->box, &other->box, -0.5))
            g_error ("%s: “%s” (%.1f, %.1f, %.1f by %.1f) stands on “%s” (%.1f, %.1f, %.1f by %.1f) in %.0f "
                     "by %.0f",
                     which, word->text->text, word->box.x, word->box.y, word->box.width, word->box.height,
                     other->text->text, other->box.x, other->box.y, other->box.width, other->box.height,
                     width, height);
        }
    }
  for (guint i = 0; i < frame->n_plots; i++)
    {
      const BlChartBox *plot = &frame->plots[i].plot;

      g_assert_true (isfinite (plot->x) && isfinite (plot->y) && plot->width > 0 && plot->height > 0);
    }
}

static void
check (BlChart *chart, double width, double height, const BlChartLook *look, gboolean whole)
{
  g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, width, height, look);
  g_autofree char *which = g_strdup_printf (
      "%s, text %.2f%s%s", bl_chart_kind_get_nick (chart->kind), look->text_scale > 0 ? look->text_scale : 1,
      look->right_to_left ? ", right to left" : "", look->whole ? ", whole" : "");

  assert_tidy (frame, width, height, which);
  if (whole && frame->n_dropped > 0)
    g_error ("%s: %u words had no room in %.0f by %.0f", which, frame->n_dropped, width, height);
}

static void
test_tidy_usual (void)
{
  static const double scales[] = { 1, 1.25, 2 };

  for (guint kind = 0; kind < BL_N_CHARTS; kind++)
    {
      g_autoptr (BlChart) chart = made_chart (kind);

      for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
        for (guint k = 0; k < 4; k++)
          {
            BlChartLook look = *usual ();

            look.text_scale = scales[s];
            look.right_to_left = k & 1;
            look.whole = k >> 1;
            for (double width = 320; width <= 1200; width += 220)
              check (chart, width, bl_chart_get_height (chart, width, &look), &look, TRUE);
          }
    }
}

static void
test_tidy_any (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (51);

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (BlChart) chart = made_chart (g_rand_int_range (random, 0, BL_N_CHARTS));
      BlChartLook look = *usual ();

      look.text_scale = 1 + g_rand_int_range (random, 0, 5) * 0.25;
      look.right_to_left = g_rand_boolean (random);
      look.whole = g_rand_int_range (random, 0, 4) == 0;
      chart->shared = g_rand_boolean (random);
      check (chart, g_rand_double_range (random, 1, 1200), g_rand_double_range (random, 1, 800), &look,
             FALSE);
    }
}

static char *
some_words (GRand *random)
{
  static const char *const words[]
      = { "Newcastle", "similar", "places", "and",   "the",   "middle", "of", "Bath", "Llanfairpwllgwyngyll",
          "12,345",    "£2.31",   "בדיקה",  "مكتبة", "図書館" };
  GString *text = g_string_new (NULL);

  for (guint n = 1 + (guint) g_rand_int_range (random, 0, 4); n > 0; n--)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static double
some_number (GRand *random)
{
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      return NAN;
    case 1:
      return 0;
    case 2:
      return -g_rand_double_range (random, 0, 1e4);
    case 3:
      return g_rand_double_range (random, 0, 1e8);
    default:
      return g_rand_double_range (random, 0, 100);
    }
}

static BlScaleKind
some_scale (GRand *random, BlScale *scale)
{
  BlScaleKind kind = g_rand_int_range (random, 0, 3);

  bl_scale_init (scale, kind);
  scale->period = g_rand_int_range (random, 0, BL_PERIOD_KIND_ROLLING + 1);
  scale->number = g_rand_int_range (random, 0, BL_INDICATOR_KIND_RANK + 1);
  scale->from_zero = g_rand_boolean (random);
  scale->hidden = g_rand_int_range (random, 0, 5) == 0;
  if (g_rand_boolean (random))
    scale->title = some_words (random);
  if (g_rand_int_range (random, 0, 6) == 0)
    scale->low = some_number (random);
  if (g_rand_int_range (random, 0, 6) == 0)
    scale->high = some_number (random);
  for (guint n = (guint) g_rand_int_range (random, 0, 12); kind == BL_SCALE_BAND && n > 0; n--)
    {
      g_autofree char *name = some_words (random);

      bl_scale_add_name (scale, name);
    }
  return kind;
}

static double
some_place (GRand *random, BlScaleKind kind)
{
  if (kind == BL_SCALE_BAND)
    return g_rand_int_range (random, 0, 12);
  return kind == BL_SCALE_TIME ? g_rand_double_range (random, 730000, 740000) : some_number (random);
}

/* Whatever a maker of charts may put together, and what none should. */
static BlChart *
some_chart (GRand *random)
{
  BlChart *chart = bl_chart_new (g_rand_int_range (random, 0, BL_N_CHARTS));

  chart->title = some_words (random);
  chart->doubt = g_rand_boolean (random) ? some_words (random) : NULL;
  chart->source = some_words (random);
  chart->shared = g_rand_boolean (random);
  chart->columns = (guint) g_rand_int_range (random, 0, 4);
  for (guint p = (guint) g_rand_int_range (random, 0, 4); p > 0; p--)
    {
      BlChartPanel *panel = bl_chart_add_panel (chart);
      BlScaleKind x = some_scale (random, &panel->x), y = some_scale (random, &panel->y);

      panel->title = g_rand_boolean (random) ? some_words (random) : NULL;
      panel->polar = g_rand_int_range (random, 0, 12) == 0;
      panel->mirrored = g_rand_int_range (random, 0, 6) == 0;
      for (guint m = (guint) g_rand_int_range (random, 0, 5); m > 0; m--)
        {
          g_autofree char *name = g_rand_boolean (random) ? some_words (random) : NULL;
          BlChartMark *mark = bl_chart_panel_add_mark (panel, g_rand_int_range (random, 0, BL_MARK_TEXT + 1),
                                                       g_rand_int_range (random, 0, BL_TONE_WORSE + 1), name);

          mark->direct = g_rand_boolean (random);
          mark->across = g_rand_boolean (random);
          mark->stacked = g_rand_int_range (random, 0, 4) == 0;
          mark->series = (guint) g_rand_int_range (random, 0, 9);
          mark->n_sides = (guint) g_rand_int_range (random, 0, 4);
          mark->side = mark->n_sides > 0 ? (guint) g_rand_int_range (random, 0, (int) mark->n_sides) : 0;
          for (guint i = (guint) g_rand_int_range (random, 0, 14); i > 0; i--)
            {
              BlDatum *datum = made_add (mark, some_place (random, x), some_place (random, y));

              datum->x2 = g_rand_boolean (random) ? some_place (random, x) : NAN;
              datum->y0 = g_rand_boolean (random) ? some_number (random) : NAN;
              datum->low = some_number (random);
              datum->high = some_number (random);
              datum->part = g_rand_double_range (random, -0.5, 1.5);
              datum->state = g_rand_int_range (random, 0, BL_STATE_NO_DATA + 1);
              datum->flags = (BlDatumFlags) g_rand_int_range (random, 0, 256);
              datum->label = g_rand_boolean (random) ? some_words (random) : NULL;
              datum->words = g_rand_boolean (random) ? some_words (random) : NULL;
            }
        }
      for (guint n = (guint) g_rand_int_range (random, 0, 4); n > 0; n--)
        {
          g_autofree char *text = some_words (random);

          bl_chart_panel_add_note (panel, some_place (random, x), g_rand_boolean (random), text);
        }
    }
  return chart;
}

static void
test_tidy_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);
  Picture picture = picture_new (700, 500);

  for (guint i = 0; i < 2500; i++)
    {
      g_autoptr (BlChart) chart = some_chart (random);
      BlChartLook look = *usual ();
      double width = g_rand_double_range (random, 1, 700), height = g_rand_double_range (random, 1, 500);

      look.palette = bl_palette_get (i % 4);
      look.text_scale = 1 + g_rand_int_range (random, 0, 5) * 0.25;
      look.right_to_left = g_rand_boolean (random);
      look.whole = g_rand_int_range (random, 0, 4) == 0;
      check (chart, width, height, &look, FALSE);
      if (i % 5 == 0)
        {
          g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, width, height, &look);

          bl_chart_frame_paint (frame, picture.cr, 0, 0);
          for (guint k = 0; k < MIN (bl_chart_frame_get_n_spots (frame), 4); k++)
            bl_chart_frame_paint_picked (frame, picture.cr, 0, 0, k);
          bl_chart_frame_find (frame, width / 2, height / 2);
          g_assert_cmpint (cairo_status (picture.cr), ==, CAIRO_STATUS_SUCCESS);
          g_assert_cmpfloat (bl_chart_get_height (chart, width, &look), >=, 0);
        }
    }
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/chart-frame/tidy-usual", test_tidy_usual);
  g_test_add_func ("/draw/chart-frame/tidy-any", test_tidy_any);
  g_test_add_func ("/draw/chart-frame/tidy-random", test_tidy_random);
  return g_test_run ();
}
