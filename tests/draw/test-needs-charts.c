/* test-needs-charts.c: bars of parts, dot strips and the scatter of use against need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dot-strip.h"
#include "part-bars.h"
#include "picture.h"
#include "scatter-chart.h"

/* Three of five bars at a pitch of 16: a full one, an empty one, one not known. */
static void
test_part_bars (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  Picture picture = picture_new (80, 18);
  const double parts[] = { 100, 50, NAN, 0, 150 };

  bl_part_bars_paint (picture.cr, 0, 0, 80, 18, parts, 5, palette);
  g_assert_cmphex (picture_get (&picture, 6, 9), ==, picture_colour (palette->series[0]));
  /* Half: pale above the middle, blue below it. */
  g_assert_cmphex (picture_get (&picture, 22, 4), ==, picture_colour (palette->unfocused_fill));
  g_assert_cmphex (picture_get (&picture, 22, 14), ==, picture_colour (palette->series[0]));
  /* Not known is an empty box, not a bar of nought. */
  g_assert_cmphex (picture_get (&picture, 38, 9), ==, 0xffffff);
  g_assert_cmphex (picture_get (&picture, 38, 15), ==, 0xffffff);
  /* Nought still shows that it is known. */
  g_assert_cmphex (picture_get (&picture, 54, 17), !=, 0xffffff);
  /* More than there is stays within its place. */
  g_assert_cmphex (picture_get (&picture, 70, 9), ==, picture_colour (palette->series[0]));
  bl_part_bars_paint (picture.cr, 0, 0, 80, 18, NULL, 0, palette);
  picture_clear (&picture);
}

/* Where the dot of the one spoken of is: the middle of what has its colour. */
static double
find_own (const BlDotStrip *strip, gboolean right_to_left, const BlPalette *palette)
{
  Picture picture = picture_new (200, 20);
  guint32 colour = picture_colour (strip->story ? palette->picked : palette->series[0]);
  double sum = 0;
  guint n = 0;

  bl_dot_strip_paint (picture.cr, 0, 0, 200, 20, strip, 1, right_to_left, palette);
  for (int x = 0; x < 200; x++)
    if (picture_get (&picture, x, 10) == colour)
      {
        sum += x;
        n++;
      }
  picture_clear (&picture);
  return n > 0 ? sum / n : NAN;
}

static void
test_dot_strip (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  const double others[] = { 0, 20, 40, 100, NAN };
  const double squashed[] = { 0, 20, 40, 10000 };
  BlDotStrip strip = { others, 5, 50, 30, NAN, FALSE };
  double middle = find_own (&strip, FALSE, palette);

  /* 50 of 0 to 100 stands in the middle, whichever way one reads. */
  g_assert_cmpfloat_with_epsilon (middle, 100, 1);
  g_assert_cmpfloat_with_epsilon (find_own (&strip, TRUE, palette), 100, 1);
  strip.own = 0;
  g_assert_cmpfloat (find_own (&strip, FALSE, palette), <, 15);
  g_assert_cmpfloat (find_own (&strip, TRUE, palette), >, 185);
  strip.own = NAN;
  g_assert_true (isnan (find_own (&strip, FALSE, palette)));
  /* One far above the rest does not make one heap of them. */
  strip = (BlDotStrip){ squashed, 4, 20, NAN, NAN, TRUE };
  g_assert_cmpfloat_with_epsilon (find_own (&strip, FALSE, palette), 90, 12);
  strip = (BlDotStrip){ others, 4, 5000, NAN, NAN, FALSE };
  g_assert_cmpfloat (find_own (&strip, FALSE, palette), >, 185);
  /* All alike, one alone, none at all. */
  strip = (BlDotStrip){ (double[]){ 7, 7 }, 2, 7, 7, 7, FALSE };
  g_assert_cmpfloat_with_epsilon (find_own (&strip, FALSE, palette), 100, 1);
  strip = (BlDotStrip){ NULL, 0, 3, NAN, NAN, FALSE };
  g_assert_cmpfloat_with_epsilon (find_own (&strip, FALSE, palette), 100, 1);
  strip = (BlDotStrip){ NULL, 0, NAN, NAN, NAN, FALSE };
  g_assert_true (isnan (find_own (&strip, FALSE, palette)));
}

static void
test_steps (void)
{
  static const double cases[][2] = { { 2588, 1000 }, { 3000, 1000 }, { 37, 10 },  { 100, 50 }, { 80, 20 },
                                     { 0, 1 },       { NAN, 1 },     { 0.4, 0.1 }, { 8, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (bl_scatter_chart_step (cases[i][0]), cases[i][1], 1e-12);
}

static void
test_scatter (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  const BlScatterPoint points[] = {
    { 60, 100, "Walker", { .operation = BL_OPERATION_COUNCIL, .statutory = TRUE }, TRUE },
    { 40, 2000, "Gosforth", { .operation = BL_OPERATION_COUNCIL, .statutory = TRUE }, FALSE },
  };
  BlScatterChart chart = { points, 2, "need", 50, 1000 };
  Picture picture = picture_new (400, 220);
  double x[2], y[2];

  bl_scatter_chart_paint (picture.cr, 400, 220, &chart, 1, palette);
  for (guint i = 0; i < 2; i++)
    {
      bl_scatter_chart_locate (&chart, 400, 220, 1, i, &x[i], &y[i]);
      g_assert_cmphex (picture_get (&picture, (int) x[i], (int) y[i]), ==,
                       picture_colour (i == 0 ? palette->picked : palette->series[0]));
      g_assert_cmpint (bl_scatter_chart_find (&chart, 400, 220, 1, x[i] + 5, y[i] - 5), ==, (int) i);
    }
  g_assert_cmpfloat (x[0], >, x[1]);
  g_assert_cmpfloat (y[0], >, y[1]);
  g_assert_cmpint (bl_scatter_chart_find (&chart, 400, 220, 1, (x[0] + x[1]) / 2, (y[0] + y[1]) / 2), ==, -1);
  /* The quarter that matters is tinted, the others are not: below and right, above and left. */
  g_assert_cmphex (picture_get (&picture, (int) (x[0] - 0.3 * (x[0] - x[1])), (int) y[0] - 12), !=, 0xffffff);
  g_assert_cmphex (picture_get (&picture, (int) x[1] - 12, (int) y[1] + 22), ==, 0xffffff);
  picture_clear (&picture);
  /* Nothing to draw is drawn too. */
  picture = picture_new (400, 220);
  chart = (BlScatterChart){ NULL, 0, NULL, NAN, NAN };
  bl_scatter_chart_paint (picture.cr, 400, 220, &chart, 2, palette);
  g_assert_cmpint (bl_scatter_chart_find (&chart, 400, 220, 1, 10, 10), ==, -1);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/needs-charts/part-bars", test_part_bars);
  g_test_add_func ("/draw/needs-charts/dot-strip", test_dot_strip);
  g_test_add_func ("/draw/needs-charts/steps", test_steps);
  g_test_add_func ("/draw/needs-charts/scatter", test_scatter);
  return g_test_run ();
}
