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

  for (guint i = 0; i < 600; i++)
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

  for (guint i = 0; i < 1200; i++)
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

/* On axes of 0 to 100 both ways, or of time. */
static BlChart *
made_plain (gboolean time)
{
  BlChart *chart = bl_chart_new (BL_CHART_LINE);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *points;

  if (time)
    {
      bl_scale_init (&panel->x, BL_SCALE_TIME);
      panel->x.exact = TRUE;
    }
  panel->x.low = time ? made_day (2020, 1) : 0;
  panel->x.high = time ? made_day (2020, 1) + 100 : 100;
  panel->y.low = 0;
  panel->y.high = 100;
  points = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
  for (guint i = 0; i <= 10; i++)
    made_say (made_add (points, panel->x.low + 10 * i, i == 5 ? NAN : 10 * (i % 3)), NULL, (int) (20 - i));
  return chart;
}

static void
test_places (void)
{
  g_autoptr (BlChart) chart = made_plain (FALSE);
  g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, 500, 300, usual ());
  double left, top, width, height;

  bl_chart_frame_get_plot (frame, 0, &left, &top, &width, &height);
  g_assert_cmpuint (bl_chart_frame_get_n_spots (frame), ==, 11);
  for (guint i = 0; i <= 10; i++)
    {
      const BlChartSpot *spot = bl_chart_frame_get_spot (frame, i);
      double y = i == 5 ? 0 : 10 * (i % 3);

      g_assert_cmpuint (spot->datum, ==, i);
      g_assert_cmpfloat_with_epsilon (spot->x, left + width * i / 10, 1e-6);
      /* What has no figure is read at the foot of its place. */
      g_assert_cmpfloat_with_epsilon (spot->y, top + height * (1 - y / 100), 1e-6);
      g_assert_cmpint (bl_chart_frame_get_datum (frame, i)->row, ==, 20 - (int) i);
      g_assert_cmpint (bl_chart_frame_find (frame, spot->x + 2, spot->y - 3), ==, (int) i);
      g_assert_cmpint (bl_chart_frame_find_row (frame, 20 - (int) i), ==, (int) i);
    }
  /* Far from every point. */
  g_assert_cmpint (bl_chart_frame_find (frame, left + width / 2, top + height * 0.3), ==, -1);
  g_assert_cmpint (bl_chart_frame_find (frame, -100, -100), ==, -1);
  g_assert_cmpint (bl_chart_frame_find_row (frame, 99), ==, -1);
  g_assert_cmpint (bl_chart_frame_find_row (frame, -1), ==, -1);
}

/* On an axis of time the moment counts, however far up or down the pointer is. */
static void
test_places_in_time (void)
{
  g_autoptr (BlChart) chart = made_plain (TRUE);
  g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, 500, 300, usual ());
  double left, top, width, height;

  bl_chart_frame_get_plot (frame, 0, &left, &top, &width, &height);
  for (guint i = 0; i <= 10; i++)
    for (guint down = 1; down < 10; down++)
      g_assert_cmpint (
          bl_chart_frame_find (frame, left + width * (i + (i < 10 ? 0.4 : 0)) / 10, top + height * down / 10),
          ==, (int) i);
}

/* What is seen is what is found: a point of the chart's colour at every spot of a measured point or bar. */
static void
test_found_is_painted (void)
{
  static const BlChartKind kinds[] = { BL_CHART_CONTROL, BL_CHART_GROUPED, BL_CHART_DOTS,
                                       BL_CHART_STACKED, BL_CHART_PYRAMID, BL_CHART_RANKED };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        g_autoptr (BlChart) chart = made_chart (kinds[k]);
        BlChartLook look = *usual ();
        g_autoptr (BlChartFrame) frame = NULL;
        Picture picture = picture_new (700, 400);
        guint n = 0;

        look.right_to_left = rtl;
        frame = bl_chart_frame_new (chart, 700, 400, &look);
        bl_chart_frame_paint (frame, picture.cr, 0, 0);
        for (guint i = 0; i < bl_chart_frame_get_n_spots (frame); i++)
          {
            const BlChartSpot *spot = bl_chart_frame_get_spot (frame, i);
            const BlDatum *datum = bl_chart_frame_get_datum (frame, i);
            double x = spot->left + spot->width / 2, y = spot->top + spot->height / 2;

            g_assert_cmpfloat (spot->x, >=, 0);
            g_assert_cmpfloat (spot->x, <=, 700);
            g_assert_cmpfloat (spot->y, >=, 0);
            g_assert_cmpfloat (spot->y, <=, 400);
            if (datum->state != BL_STATE_MEASURED || datum->flags != 0 || !isfinite (datum->y)
                || !isfinite (datum->x))
              continue;
            /* A label may stand in the middle of a bar: beside it. */
            if (spot->width > 12)
              {
                x = spot->left + 3;
                y = spot->top + 3;
              }
            g_assert_cmphex (picture_get (&picture, (int) x, (int) y), !=, 0xffffff);
            n++;
          }
        g_assert_cmpuint (n, >, 4);
        picture_clear (&picture);
      }
}

static void
test_order (void)
{
  for (guint kind = 0; kind < BL_N_CHARTS; kind++)
    {
      g_autoptr (BlChart) chart = made_chart (kind);
      g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, 700, 500, usual ());
      gboolean down;

      for (guint i = 1; i < bl_chart_frame_get_n_spots (frame); i++)
        {
          const BlChartSpot *before = bl_chart_frame_get_spot (frame, i - 1),
                            *spot = bl_chart_frame_get_spot (frame, i);
          const BlChartPanel *panel = g_ptr_array_index (chart->panels, spot->panel);

          g_assert_cmpuint (before->panel, <=, spot->panel);
          if (before->panel != spot->panel || panel->polar)
            continue;
          down = panel->y.kind == BL_SCALE_BAND && panel->x.kind != BL_SCALE_BAND;
          g_assert_cmpfloat (down ? before->y : before->x, <=, (down ? spot->y : spot->x) + 0.011);
        }
    }
}

/* Small charts of one scale: plots of one size, in line, with names along the outer edges alone. */
static void
test_multiples (void)
{
  g_autoptr (BlChart) chart = made_multiples (6, 48, TRUE);
  g_autoptr (BlChartFrame) frame = NULL;
  double left[6], top[6], width[6], height[6];

  chart->columns = 3;
  frame = bl_chart_frame_new (chart, 900, 500, usual ());
  for (guint i = 0; i < 6; i++)
    {
      bl_chart_frame_get_plot (frame, i, &left[i], &top[i], &width[i], &height[i]);
      g_assert_cmpfloat_with_epsilon (width[i], width[0], 1e-6);
      g_assert_cmpfloat_with_epsilon (height[i], height[0], 1e-6);
      g_assert_cmpfloat_with_epsilon (left[i], left[i % 3], 1e-6);
      g_assert_cmpfloat_with_epsilon (top[i], top[i / 3 * 3], 1e-6);
      g_assert_cmpfloat_with_epsilon (frame->plots[i].y.high, frame->plots[0].y.high, 1e-9);
      g_assert_cmpfloat_with_epsilon (frame->plots[i].x.low, frame->plots[0].x.low, 1e-9);
      g_assert_cmpint (frame->plots[i].shows_y, ==, i % 3 == 0);
      g_assert_cmpint (frame->plots[i].shows_x, ==, i >= 3);
    }
}

/* A sparkline has no words at all, and takes its room. */
static void
test_bare (void)
{
  g_autoptr (BlChart) chart = made_spark ();
  g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, 150, 28, usual ());
  double left, top, width, height;

  g_assert_cmpuint (bl_chart_frame_get_words (frame)->len, ==, 0);
  bl_chart_frame_get_plot (frame, 0, &left, &top, &width, &height);
  g_assert_cmpfloat (width, >, 130);
  g_assert_cmpfloat (height, >, 15);
}

static gboolean
says (BlChartFrame *frame, const char *text)
{
  const GArray *words = bl_chart_frame_get_words (frame);

  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (g_array_index (words, BlChartWord, i).text->text, text))
      return TRUE;
  return FALSE;
}

/* Title, doubt and source are drawn for files; on screen they are widgets. What is not known has its words.
 */
static void
test_words (void)
{
  g_autoptr (BlChart) chart = made_ranked ();
  BlChartLook look = *usual ();
  g_autoptr (BlChartFrame) screen = NULL, file = NULL;

  chart->doubt = g_strdup ("Two places gave no figure.");
  screen = bl_chart_frame_new (chart, 700, 500, &look);
  look.whole = TRUE;
  file = bl_chart_frame_new (chart, 700, 500, &look);
  g_assert_false (says (screen, chart->title));
  g_assert_false (says (screen, chart->source));
  g_assert_true (says (file, chart->title));
  g_assert_true (says (file, chart->subtitle));
  g_assert_true (says (file, chart->doubt));
  g_assert_true (says (file, chart->source));
  g_assert_true (says (screen, "no data"));
  g_assert_true (says (screen, "fewer than 5"));
  g_assert_true (says (screen, "Bath and North East Somerset"));
}

/* Laid out in one thread and painted in another: the same picture. */
static gpointer
paint_elsewhere (gpointer data)
{
  BlChartFrame *frame = data;
  Picture *picture = g_new (Picture, 1);

  *picture = picture_new (600, 300);
  bl_chart_frame_paint (frame, picture->cr, 0, 0);
  return picture;
}

static void
test_threads (void)
{
  g_autoptr (BlChart) chart = made_control (60);
  g_autoptr (BlChartFrame) here = bl_chart_frame_new (chart, 600, 300, usual ());
  g_autoptr (BlChartFrame) there = bl_chart_frame_new (chart, 600, 300, usual ());
  Picture picture = picture_new (600, 300);
  Picture *other;
  GThread *thread;

  bl_chart_frame_paint (here, picture.cr, 0, 0);
  thread = g_thread_new ("painter", paint_elsewhere, there);
  other = g_thread_join (thread);
  for (int y = 0; y < 300; y++)
    for (int x = 0; x < 600; x++)
      g_assert_cmphex (picture_get (&picture, x, y), ==, picture_get (other, x, y));
  picture_clear (&picture);
  picture_clear (other);
  g_free (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/chart-frame/tidy-usual", test_tidy_usual);
  g_test_add_func ("/draw/chart-frame/tidy-any", test_tidy_any);
  g_test_add_func ("/draw/chart-frame/tidy-random", test_tidy_random);
  g_test_add_func ("/draw/chart-frame/places", test_places);
  g_test_add_func ("/draw/chart-frame/places-in-time", test_places_in_time);
  g_test_add_func ("/draw/chart-frame/found-is-painted", test_found_is_painted);
  g_test_add_func ("/draw/chart-frame/order", test_order);
  g_test_add_func ("/draw/chart-frame/multiples", test_multiples);
  g_test_add_func ("/draw/chart-frame/bare", test_bare);
  g_test_add_func ("/draw/chart-frame/words", test_words);
  g_test_add_func ("/draw/chart-frame/threads", test_threads);
  return g_test_run ();
}
