/* test-chart-walk.c: keys from datum to datum, and what is said of a stretch; sums by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-stretch.h"

#include <math.h>

#include "text.h"

static const BlChartLook look = { .text_scale = 1 };

static BlChartFrame *
lay_out (BlChart *chart)
{
  BlChartLook with = look;

  with.palette = bl_palette_get (BL_PALETTE_LIGHT);
  return bl_chart_frame_new (chart, 800, 300, &with);
}

static void
add (BlChartMark *mark, double x, double y, const char *words, int row)
{
  BlDatum datum;

  bl_datum_init (&datum);
  datum.x = x;
  datum.y = y;
  datum.words = g_strdup (words);
  datum.row = row;
  bl_chart_mark_take (mark, &datum);
}

static const char *
words_at (BlChartFrame *frame, int spot)
{
  return spot >= 0 ? bl_chart_frame_get_datum (frame, (guint) spot)->words : NULL;
}

static guint32
day (const char *text)
{
  guint32 julian;

  g_assert_true (bl_text_to_date (text, &julian));
  return julian;
}

/* --- Walking --------------------------------------------------------------------------- */

/* Months of two years from April 2022: 100, 200 … 2,400. The line has no words, its points have. */
static BlChart *
make_months (BlIndicatorKind number)
{
  BlChart *chart = bl_chart_new (BL_CHART_LINE);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *line, *points;
  BlPeriod month = bl_period_of (day ("2022-04-01"), BL_PERIOD_KIND_MONTH);

  bl_scale_init (&panel->x, BL_SCALE_TIME);
  panel->x.period = BL_PERIOD_KIND_MONTH;
  bl_scale_init (&panel->y, BL_SCALE_NUMBER);
  panel->y.number = number;
  panel->y.unit = g_strdup (number == BL_INDICATOR_KIND_SHARE ? "%" : "visits");
  line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, "Visits");
  points = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
  for (int i = 0; i < 24; i++)
    {
      double x = (month.start + month.end - 1) / 2.0, y = number == BL_INDICATOR_KIND_SHARE ? i + 1 : 100.0 * (i + 1);
      g_autofree char *text = bl_period_to_text (&month);

      add (line, x, y, NULL, -1);
      add (points, x, y, text, i);
      month = bl_period_step (&month, 1);
    }
  return chart;
}

static void
test_along (void)
{
  g_autoptr (BlChart) chart = make_months (BL_INDICATOR_KIND_COUNT);
  g_autoptr (BlChartFrame) frame = lay_out (chart);
  g_autoptr (BlChartWalk) walk = bl_chart_walk_new (chart, frame);
  int spot;

  g_assert_cmpuint (bl_chart_walk_get_n_series (walk), ==, 1);
  g_assert_false (bl_chart_walk_lies (walk, 0));
  spot = bl_chart_walk_step (walk, -1, BL_CHART_STEP_BACK);
  g_assert_cmpstr (words_at (frame, spot), ==, "Mar 2024");
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_FAR_BACK);
  g_assert_cmpstr (words_at (frame, spot), ==, "Mar 2023");
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_BACK);
  g_assert_cmpstr (words_at (frame, spot), ==, "Feb 2023");
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_FAR_BACK);
  g_assert_cmpstr (words_at (frame, spot), ==, "Apr 2022");
  g_assert_cmpint (bl_chart_walk_step (walk, spot, BL_CHART_STEP_BACK), ==, -1);
  g_assert_cmpint (bl_chart_walk_step (walk, spot, BL_CHART_STEP_FIRST), ==, -1);
  g_assert_cmpint (bl_chart_walk_step (walk, spot, BL_CHART_STEP_NEXT), ==, -1);
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_ON);
  g_assert_cmpstr (words_at (frame, spot), ==, "May 2022");
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_LAST);
  g_assert_cmpstr (words_at (frame, spot), ==, "Mar 2024");
}

/* Two lines over the same years are two series, the higher one first; the third year of one is missing. */
static void
test_across (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_LINE);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *low, *high;
  g_autoptr (BlChartFrame) frame = NULL;
  g_autoptr (BlChartWalk) walk = NULL;
  int spot;

  bl_scale_init (&panel->x, BL_SCALE_TIME);
  panel->x.period = BL_PERIOD_KIND_CY;
  bl_scale_init (&panel->y, BL_SCALE_NUMBER);
  low = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, "Low");
  high = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, "High");
  for (int i = 0; i < 4; i++)
    {
      static const char *const days[] = { "2019-07-01", "2020-07-01", "2021-07-01", "2022-07-01" };
      static const char *const lows[] = { "low 2019", "low 2020", "low 2021", "low 2022" };
      static const char *const highs[] = { "high 2019", "high 2020", "high 2021", "high 2022" };

      add (low, day (days[i]), 5, lows[i], i);
      if (i != 2)
        add (high, day (days[i]), 50, highs[i], i);
    }
  frame = lay_out (chart);
  walk = bl_chart_walk_new (chart, frame);
  g_assert_cmpuint (bl_chart_walk_get_n_series (walk), ==, 2);
  spot = bl_chart_walk_step (walk, -1, BL_CHART_STEP_ON);
  g_assert_cmpstr (words_at (frame, spot), ==, "high 2019");
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_ON);
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_ON);
  g_assert_cmpstr (words_at (frame, spot), ==, "high 2022");
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_NEXT);
  g_assert_cmpstr (words_at (frame, spot), ==, "low 2022");
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_FAR_BACK);
  g_assert_cmpstr (words_at (frame, spot), ==, "low 2021");
  g_assert_cmpint (bl_chart_walk_step (walk, spot, BL_CHART_STEP_NEXT), ==, -1);
  spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_BEFORE);
  g_assert_true (g_str_has_prefix (words_at (frame, spot), "high"));
}

/* Ours in another colour is not a series of its own, and what lies is walked downwards. */
static void
test_lying (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_RANKED);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *others, *ours;
  g_autoptr (BlChartFrame) frame = NULL;
  g_autoptr (BlChartWalk) walk = NULL;
  int spot = -1;

  bl_scale_init (&panel->x, BL_SCALE_NUMBER);
  panel->x.from_zero = TRUE;
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  bl_scale_add_name (&panel->y, "Leeds");
  bl_scale_add_name (&panel->y, "Newcastle");
  bl_scale_add_name (&panel->y, "Bristol");
  others = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_OTHERS, NULL);
  ours = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_FOCUS, NULL);
  others->across = ours->across = TRUE;
  add (others, 30, 0, "Leeds", 0);
  add (others, 10, 2, "Bristol", 2);
  add (ours, 20, 1, "Newcastle", 1);
  frame = lay_out (chart);
  walk = bl_chart_walk_new (chart, frame);
  g_assert_cmpuint (bl_chart_walk_get_n_series (walk), ==, 1);
  g_assert_true (bl_chart_walk_lies (walk, -1));
  for (int i = 0; i < 3; i++)
    {
      static const char *const names[] = { "Leeds", "Newcastle", "Bristol" };

      spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_ON);
      g_assert_cmpstr (words_at (frame, spot), ==, names[i]);
    }
}

/* Two places with the same figure are of one cloud; both are reached. */
static void
test_cloud (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_FUNNEL);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *others, *ours;
  g_autoptr (BlChartFrame) frame = NULL;
  g_autoptr (BlChartWalk) walk = NULL;
  guint reached = 1;

  bl_scale_init (&panel->x, BL_SCALE_NUMBER);
  bl_scale_init (&panel->y, BL_SCALE_NUMBER);
  others = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_OTHERS, NULL);
  ours = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_FOCUS, NULL);
  add (others, 1, 4, "a", 0);
  add (others, 2, 5, "b", 1);
  add (ours, 2, 9, "ours", 2);
  add (others, 3, 6, "c", 3);
  frame = lay_out (chart);
  walk = bl_chart_walk_new (chart, frame);
  g_assert_cmpuint (bl_chart_walk_get_n_series (walk), ==, 1);
  for (int spot = bl_chart_walk_step (walk, -1, BL_CHART_STEP_FIRST);
       (spot = bl_chart_walk_step (walk, spot, BL_CHART_STEP_ON)) >= 0;)
    reached++;
  g_assert_cmpuint (reached, ==, 4);
}

/* Nothing to walk to is no fault. */
static void
test_empty (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_LINE);
  g_autoptr (BlChartFrame) frame = NULL;
  g_autoptr (BlChartWalk) walk = NULL;

  bl_chart_add_panel (chart);
  frame = lay_out (chart);
  walk = bl_chart_walk_new (chart, frame);
  g_assert_cmpuint (bl_chart_walk_get_n_series (walk), ==, 0);
  g_assert_cmpint (bl_chart_walk_step (walk, -1, BL_CHART_STEP_ON), ==, -1);
  g_assert_false (bl_chart_walk_lies (walk, -1));
}

/* --- Stretches ---------------------------------------------------------------------------- */

static char *
say (BlChart *chart, const char *from, const char *until)
{
  g_autoptr (BlChartFrame) frame = lay_out (chart);
  g_autoptr (BlChartWalk) walk = bl_chart_walk_new (chart, frame);
  BlChartStretch stretch;

  if (!bl_chart_stretch_new (chart, walk, 0, day (from), day (until), &stretch))
    return NULL;
  return bl_chart_stretch_to_sentence (&stretch, NULL);
}

/* 1,300 + … + 2,400 = 22,200; a twelfth is 1,850; 100 + … + 1,200 = 7,800; 22,200 is 184.6% more. Days within
 * the first and last month do. */
static void
test_year (void)
{
  g_autoptr (BlChart) chart = make_months (BL_INDICATOR_KIND_COUNT);
  g_autofree char *text = say (chart, "2023-04-20", "2024-03-02");
  g_autofree char *whole = say (chart, "2022-04-01", "2024-03-31");
  g_autofree char *one = say (chart, "2023-05-01", "2023-05-31");

  g_assert_cmpstr (text, ==,
                   "April 2023 to March 2024: 22,200\302\240visits in all, 1,850 a month on average; 184.6% more than in "
                   "the same stretch a year before.");
  /* Nothing is known of the two years before. */
  g_assert_cmpstr (whole, ==, "April 2022 to March 2024: 30,000\302\240visits in all, 1,250 a month on average.");
  /* 1,400 is seven times 200. */
  g_assert_cmpstr (one, ==, "May 2023: 1,400\302\240visits; 600.0% more than in the same stretch a year before.");
}

static void
test_doubts (void)
{
  g_autoptr (BlChart) chart = make_months (BL_INDICATOR_KIND_COUNT);
  BlChartPanel *panel = chart->panels->pdata[0];
  g_autofree char *text = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *nothing = NULL;

  for (guint i = 0; i < panel->marks->len; i++)
    {
      BlChartMark *mark = panel->marks->pdata[i];

      g_array_index (mark->data, BlDatum, 13).y = NAN;
      g_array_index (mark->data, BlDatum, 13).state = BL_STATE_NO_DATA;
      g_array_index (mark->data, BlDatum, 14).state = BL_STATE_ESTIMATE;
      g_array_index (mark->data, BlDatum, 20).flags |= BL_DATUM_BREAK;
    }
  /* 1,300, nothing, 1,500, 1,600. */
  text = say (chart, "2023-04-01", "2023-07-31");
  g_assert_cmpstr (text, ==,
                   "April to July 2023: 4,400\302\240visits in all, 1,467 a month on average; 1 of 4 has no figure; 1 is "
                   "an estimate.");
  /* 2,000 + 2,100 + 2,200. */
  broken = say (chart, "2023-11-01", "2024-01-31");
  g_assert_cmpstr (broken, ==,
                   "November 2023 to January 2024: 6,300\302\240visits in all, 2,100 a month on average; the series breaks "
                   "within it, so it is not compared.");
  nothing = say (chart, "2023-05-01", "2023-05-31");
  g_assert_cmpstr (nothing, ==, "May 2023: no figure is known.");
  g_assert_null (say (chart, "2019-01-01", "2019-12-31"));
}

/* Shares are neither added up nor averaged. */
static void
test_shares (void)
{
  g_autoptr (BlChart) chart = make_months (BL_INDICATOR_KIND_SHARE);
  g_autofree char *text = say (chart, "2023-04-01", "2023-06-30");

  g_assert_cmpstr (text, ==, "April to June 2023: from 13.0% to 15.0%, between 13.0% and 15.0%.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-walk/along", test_along);
  g_test_add_func ("/chart-walk/across", test_across);
  g_test_add_func ("/chart-walk/lying", test_lying);
  g_test_add_func ("/chart-walk/cloud", test_cloud);
  g_test_add_func ("/chart-walk/empty", test_empty);
  g_test_add_func ("/chart-stretch/year", test_year);
  g_test_add_func ("/chart-stretch/doubts", test_doubts);
  g_test_add_func ("/chart-stretch/shares", test_shares);
  return g_test_run ();
}
