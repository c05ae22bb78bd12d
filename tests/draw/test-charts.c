/* test-charts.c: the small charts tell the truth
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "bar-chart.h"
#include "picture.h"
#include "share-bar.h"
#include "week-strip.h"

static const BlPalette *
palette (void)
{
  return bl_palette_get (BL_PALETTE_LIGHT);
}

/* Dots of a colour along one line. */
static guint
count_on_line (const Picture *picture, int y, BlColour colour)
{
  guint n = 0;

  for (int x = 0; x < picture->width; x++)
    n += picture_get (picture, x, y) == picture_colour (colour);
  return n;
}

static void
test_share (void)
{
  Picture picture = picture_new (200, 10);

  bl_share_bar_paint (picture.cr, 0, 0, 200, 10, 75, palette ());
  g_assert_cmpint (ABS ((int) count_on_line (&picture, 5, palette ()->series[0]) - 149), <=, 1);
  g_assert_cmpint (ABS ((int) count_on_line (&picture, 5, palette ()->picked) - 49), <=, 1);
  picture_clear (&picture);
}

/* All but a handful is not all, and a handful is not none. */
static void
test_share_ends (void)
{
  const double shares[] = { 99.999, 0.001 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      Picture picture = picture_new (200, 10);

      bl_share_bar_paint (picture.cr, 0, 0, 200, 10, shares[i], palette ());
      g_assert_cmpuint (count_on_line (&picture, 5, palette ()->series[0]), >, 0);
      g_assert_cmpuint (count_on_line (&picture, 5, palette ()->picked), >, 0);
      picture_clear (&picture);
    }
  for (guint i = 0; i < 2; i++)
    {
      Picture picture = picture_new (200, 10);

      bl_share_bar_paint (picture.cr, 0, 0, 200, 10, i == 0 ? 100 : 0, palette ());
      g_assert_cmpuint (count_on_line (&picture, 5, i == 0 ? palette ()->picked : palette ()->series[0]), ==, 0);
      picture_clear (&picture);
    }
}

static void
test_share_unknown (void)
{
  Picture picture = picture_new (200, 10);

  bl_share_bar_paint (picture.cr, 0, 0, 200, 10, NAN, palette ());
  g_assert_cmpuint (picture_count (&picture, palette ()->series[0]), ==, 0);
  g_assert_cmpuint (picture_count (&picture, palette ()->picked), ==, 0);
  g_assert_cmpint (picture_grey (&picture, 0, 5), <, 255);
  picture_clear (&picture);
}

static void
test_short_numbers (void)
{
  const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },           { 950, "950" },         { 999.4, "999" },     { 1000, "1.0k" },
    { 1463, "1.5k" },     { 12875, "12.9k" },     { 999949, "999.9k" }, { 999951, "1.0m" },
    { 1234567, "1.2m" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bl_bar_chart_short_number (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The highest bar is the largest value and is twice one of half; the dark one
 * is that of the finding; not known is no bar. */
static void
test_bars (void)
{
  const BlBar bars[] = { { "1", 1000, FALSE }, { "2", 2000, TRUE }, { "3", NAN, FALSE }, { "4", 0, FALSE } };
  Picture picture = picture_new (240, 120);
  guint grey = 0, dark = 0;

  bl_bar_chart_paint (picture.cr, 0, 0, 240, 120, bars, G_N_ELEMENTS (bars), 1, palette ());
  for (int y = 0; y < 120; y++)
    {
      grey += picture_get (&picture, 30, y) == picture_colour (palette ()->unfocused);
      dark += picture_get (&picture, 90, y) == picture_colour (palette ()->series[0]);
      g_assert_cmphex (picture_get (&picture, 210, y), !=, picture_colour (palette ()->unfocused));
      g_assert_cmphex (picture_get (&picture, 150, y), !=, picture_colour (palette ()->unfocused));
    }
  g_assert_cmpuint (dark, >, 60);
  g_assert_cmpint (ABS ((int) dark - 2 * (int) grey), <=, 3);
  picture_clear (&picture);
}

static void
test_bars_nothing (void)
{
  Picture picture = picture_new (50, 50);
  const BlBar unknown[] = { { NULL, NAN, FALSE } };

  bl_bar_chart_paint (picture.cr, 0, 0, 50, 50, NULL, 0, 1, palette ());
  bl_bar_chart_paint (picture.cr, 0, 0, 50, 50, unknown, 1, 2, palette ());
  bl_bar_chart_paint (picture.cr, 0, 0, 50, 5, unknown, 1, 1, palette ());
  g_assert_cmpint (cairo_status (picture.cr), ==, CAIRO_STATUS_SUCCESS);
  picture_clear (&picture);
}

static void
test_week (void)
{
  g_autoptr (BlLibrary) library = bl_library_new ("library-aaaaaaaaaa");
  g_autofree char *text = NULL;
  BlWeek week;
  Picture picture = picture_new (140, 20);

  bl_record_set_text (BL_RECORD (library), "monday", "closed");
  bl_record_set_text (BL_RECORD (library), "tuesday", "10:00-17:00");
  bl_record_set_text (BL_RECORD (library), "wednesday", "09:30-12:00");
  bl_record_set_text (BL_RECORD (library), "thursday", "14:00-19:00");
  bl_record_set_text (BL_RECORD (library), "saturday-class", "AM Only");
  bl_week_from_library (&week, library);
  g_assert_cmpint (week.morning[0], ==, BL_HALF_DAY_CLOSED);
  g_assert_cmpint (week.afternoon[0], ==, BL_HALF_DAY_CLOSED);
  g_assert_cmpint (week.morning[1], ==, BL_HALF_DAY_OPEN);
  g_assert_cmpint (week.afternoon[1], ==, BL_HALF_DAY_OPEN);
  g_assert_cmpint (week.morning[2], ==, BL_HALF_DAY_OPEN);
  g_assert_cmpint (week.afternoon[2], ==, BL_HALF_DAY_CLOSED);
  g_assert_cmpint (week.morning[3], ==, BL_HALF_DAY_CLOSED);
  g_assert_cmpint (week.afternoon[3], ==, BL_HALF_DAY_OPEN);
  g_assert_cmpint (week.morning[4], ==, BL_HALF_DAY_UNKNOWN);
  g_assert_cmpint (week.morning[5], ==, BL_HALF_DAY_OPEN);
  g_assert_cmpint (week.afternoon[5], ==, BL_HALF_DAY_CLOSED);
  g_assert_cmpint (week.morning[6], ==, BL_HALF_DAY_UNKNOWN);

  text = bl_week_to_text (&week);
  g_assert_cmpstr (text, ==, "open morning and afternoon: Tuesday; morning only: Wednesday, Saturday; "
                             "afternoon only: Thursday; closed: Monday; not known: Friday, Sunday");

  bl_week_strip_paint (picture.cr, 0, 0, 140, 20, &week, FALSE, 1, palette ());
  g_assert_cmphex (picture_get (&picture, 30, 4), ==, picture_colour (palette ()->series[0]));
  g_assert_cmphex (picture_get (&picture, 30, 15), ==, picture_colour (palette ()->series[0]));
  g_assert_cmphex (picture_get (&picture, 50, 15), ==, 0xffffff);
  g_assert_cmphex (picture_get (&picture, 10, 4), ==, 0xffffff);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/share", test_share);
  g_test_add_func ("/charts/share-ends", test_share_ends);
  g_test_add_func ("/charts/share-unknown", test_share_unknown);
  g_test_add_func ("/charts/short-numbers", test_short_numbers);
  g_test_add_func ("/charts/bars", test_bars);
  g_test_add_func ("/charts/bars-nothing", test_bars_nothing);
  g_test_add_func ("/charts/week", test_week);
  return g_test_run ();
}
