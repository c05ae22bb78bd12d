/* test-plan-charts.c: charts of plans and of a team's ratings hold dates and counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-read.h"
#include "gantt-chart.h"
#include "radar-chart.h"
#include "spread-chart.h"
#include "text.h"

static guint32
day (const char *text)
{
  guint32 julian = 0;

  g_assert_true (bl_text_to_date (text, &julian));
  return julian;
}

static void
test_gantt (void)
{
  const BlGanttItem items[] = {
    { .name = "Purpose", .group = "Prepare", .start = day ("2025-10-06"), .end = day ("2025-10-31"), .done = 1 },
    { .name = "Early talks", .group = "Prepare", .start = day ("2026-02-01"), .end = day ("2026-03-20"), .done = 0.8 },
    { .name = "Options", .group = "Choose", .start = day ("2026-03-02"), .end = day ("2026-05-08"), .done = 0.4 },
    { .name = "Decision", .group = "Choose", .start = day ("2026-08-10"), .end = day ("2026-10-14"), .done = 0,
      .milestone = day ("2026-10-14"), .milestone_name = "Cabinet" },
    { .name = "Review", .done = NAN, .note = "after the decision" },
  };
  g_autoptr (BlChart) chart
      = bl_gantt_chart_new (&(BlGanttChart){ .items_title = "Stage", .items = items, .n_items = 5, .today = day ("2026-04-22") });
  const BlChartMark *spans = chart_mark (chart, 0, BL_MARK_SPAN, 0), *milestones = chart_mark (chart, 0, BL_MARK_SPAN, 1);
  const BlChartMark *undated = chart_mark (chart, 0, BL_MARK_TEXT, 0), *today = chart_mark (chart, 0, BL_MARK_RULE, 0);
  GPtrArray *names = chart_y (chart, 0)->names;

  chart_assert_whole (chart, 5);
  /* A band for each group's name too: Prepare, Purpose, Early talks, Choose, Options, Decision, Review. */
  g_assert_cmpuint (names->len, ==, 7);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "Prepare");
  g_assert_true (bl_scale_is_heading (chart_y (chart, 0), 0));
  g_assert_false (bl_scale_is_heading (chart_y (chart, 0), 1));
  g_assert_true (bl_scale_is_heading (chart_y (chart, 0), 3));
  g_assert_cmpstr (g_ptr_array_index (names, 1), ==, "\342\200\203Purpose");
  g_assert_cmpstr (g_ptr_array_index (names, 6), ==, "Review");
  g_assert_cmpuint (spans->data->len, ==, 4);
  g_assert_cmpfloat (chart_datum (spans, 2)->y, ==, 4);
  g_assert_cmpfloat (chart_datum (spans, 2)->x, ==, day ("2026-03-02"));
  g_assert_cmpfloat (chart_datum (spans, 2)->x2, ==, day ("2026-05-09"));
  g_assert_cmpfloat (chart_datum (spans, 2)->part, ==, 0.4);
  g_assert_cmpint (chart_datum (spans, 2)->flags & BL_DATUM_FOCUS, !=, 0);
  g_assert_cmpint (chart_datum (spans, 0)->flags & BL_DATUM_FOCUS, ==, 0);
  /* From 20 March to 22 April. */
  g_assert_cmpstr (chart_datum (spans, 1)->label, ==, "33 days late");
  g_assert_cmpfloat (chart_datum (milestones, 0)->x, ==, day ("2026-10-14") + 0.5);
  g_assert_true (isnan (chart_datum (milestones, 0)->x2));
  g_assert_cmpstr (chart_datum (milestones, 0)->label, ==, "Cabinet");
  g_assert_cmpstr (chart_datum (undated, 0)->label, ==, "no dates yet; after the decision");
  g_assert_cmpfloat (chart_datum (undated, 0)->x, ==, day ("2025-10-06"));
  g_assert_cmpfloat (chart_datum (today, 0)->x, ==, day ("2026-04-22") + 0.5);
  g_assert_cmpstr (chart_datum (spans, 2)->words, ==, "Options: 2 March 2026 to 8 May 2026, under way, 40.0% done");
  g_assert_cmpstr (chart->title, ==, "1 of 5 is late");
  g_assert_cmpstr (chart->sentence, ==,
                   "Of 5, 1 done, 1 under way, 1 late, 1 to come. Late: Early talks. 1 has no dates yet.");
  chart_assert_cell (chart, 2, 2, "2026-03-02");
  chart_assert_cell (chart, 2, 5, "under way");
  chart_assert_cell (chart, 3, 6, "Cabinet, 2026-10-14");
  chart_assert_cell (chart, 4, 2, "not known");
}

static void
test_standing (void)
{
  const guint32 from = day ("2026-03-02"), to = day ("2026-05-08");
  BlGanttItem item = { .name = "Options", .start = from, .end = to, .done = NAN };

  g_assert_cmpint (bl_gantt_item_get_standing (&item, from - 1), ==, BL_GANTT_TO_COME);
  g_assert_cmpint (bl_gantt_item_get_standing (&item, from), ==, BL_GANTT_UNDER_WAY);
  g_assert_cmpint (bl_gantt_item_get_standing (&item, to), ==, BL_GANTT_UNDER_WAY);
  g_assert_cmpint (bl_gantt_item_get_standing (&item, to + 1), ==, BL_GANTT_LATE);
  g_assert_cmpint (bl_gantt_item_get_standing (&item, 0), ==, BL_GANTT_TO_COME);
  item.done = 1;
  g_assert_cmpint (bl_gantt_item_get_standing (&item, to + 1), ==, BL_GANTT_DONE);
  item = (BlGanttItem){ .name = "Report", .end = to, .done = 0 };
  g_assert_cmpint (bl_gantt_item_get_standing (&item, to), ==, BL_GANTT_UNDER_WAY);
  item.end = 0;
  g_assert_cmpint (bl_gantt_item_get_standing (&item, to), ==, BL_GANTT_NO_DATES);
}

static void
test_gantt_none_and_many (void)
{
  g_autofree BlGanttItem *many = g_new0 (BlGanttItem, 300);
  g_autoptr (BlChart) none = bl_gantt_chart_new (&(BlGanttChart){ .today = day ("2026-04-22") });
  g_autoptr (BlChart) chart = NULL, undated = NULL;

  chart_assert_whole (none, 0);
  g_assert_cmpstr (none->title, ==, "Nothing is planned yet");
  for (guint i = 0; i < 300; i++)
    many[i] = (BlGanttItem){ .name = "Task", .start = 739000 + i, .end = 739010 + i, .done = (i % 4) / 3.0 };
  chart = bl_gantt_chart_new (&(BlGanttChart){ .items = many, .n_items = 300 });
  chart_assert_whole (chart, 300);
  g_assert_null (chart_mark (chart, 0, BL_MARK_RULE, 0));
  memset (many, 0, sizeof *many);
  many[0].name = "One";
  undated = bl_gantt_chart_new (&(BlGanttChart){ .items = many, .n_items = 1 });
  chart_assert_whole (undated, 1);
}

static const char *const levels[] = { "Not yet", "In part", "Mostly", "Fully" };

/* The picture of a meeting: one, three, one and two people; the lowest and the highest differ by three levels. */
static void
test_spread (void)
{
  const int ratings[] = { 0, 1, 1, 1, 2, 3, 3, -1 };
  g_autoptr (BlChart) chart
      = bl_spread_chart_new (&(BlSpreadChart){ .levels = levels, .n_levels = 4, .ratings = ratings, .n_ratings = 8 });
  const BlChartMark *dots = chart_mark (chart, 0, BL_MARK_POINT, 0);
  const int tones[] = { BL_TONE_FOCUS, -1, -1, -1, -1, BL_TONE_FOCUS, BL_TONE_FOCUS };
  const double heights[] = { 0.5, 0.5, 1.5, 2.5, 0.5, 0.5, 1.5 };

  chart_assert_whole (chart, 5);
  g_assert_cmpuint (dots->data->len, ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpfloat (chart_datum (dots, i)->x, ==, ratings[i]);
      g_assert_cmpfloat (chart_datum (dots, i)->y, ==, heights[i]);
      g_assert_cmpint (chart_datum (dots, i)->tone, ==, tones[i]);
    }
  g_assert_cmpuint (chart_mark (chart, 0, BL_MARK_TINT, 0)->data->len, ==, 4);
  g_assert_cmpstr (chart->title, ==, "People differ by three levels");
  g_assert_cmpstr (chart->sentence, ==,
                   "Not yet: 1 person, In part: 3 people, Mostly: 1 person, Fully: 2 people. 1 could not say. "
                   "Ask the highest and the lowest what each has seen.");
  g_assert_cmpstr (chart_datum (dots, 3)->words, ==, "In part: 3 people");
  chart_assert_cell (chart, 1, 1, "3");
  chart_assert_cell (chart, 4, 0, "Could not say");
}

static void
test_spread_ends (void)
{
  const int near[] = { 1, 2, 2 }, same[] = { 2, 2 }, silent[] = { -1, 9 };
  g_autofree int *many = g_new0 (int, 300);
  g_autoptr (BlChart) nearly
      = bl_spread_chart_new (&(BlSpreadChart){ .levels = levels, .n_levels = 4, .ratings = near, .n_ratings = 3 });
  g_autoptr (BlChart) agreed
      = bl_spread_chart_new (&(BlSpreadChart){ .levels = levels, .n_levels = 4, .ratings = same, .n_ratings = 2 });
  g_autoptr (BlChart) nobody
      = bl_spread_chart_new (&(BlSpreadChart){ .levels = levels, .n_levels = 4, .ratings = silent, .n_ratings = 2 });
  g_autoptr (BlChart) crowd
      = bl_spread_chart_new (&(BlSpreadChart){ .levels = levels, .n_levels = 4, .ratings = many, .n_ratings = 300 });

  g_assert_cmpstr (nearly->title, ==, "People nearly agree");
  g_assert_cmpint (chart_datum (chart_mark (nearly, 0, BL_MARK_POINT, 0), 0)->tone, ==, -1);
  g_assert_cmpstr (agreed->title, ==, "All say “Mostly”");
  g_assert_cmpstr (nobody->title, ==, "Nobody has rated yet");
  g_assert_cmpstr (nobody->sentence, ==, "Nobody has rated yet. 2 could not say.");
  g_assert_cmpint (bl_spread_get_width (silent, 2, 4), ==, -1);
  g_assert_cmpint (bl_spread_get_width (near, 3, 4), ==, 1);
  chart_assert_whole (crowd, 4);
  g_assert_cmpfloat (chart_mark (crowd, 0, BL_MARK_POINT, 0)->width, >=, 6);
}

static void
test_radar (void)
{
  const char *const spokes[] = { "Reach", "Offer", "Staff", "Building" };
  const double now[] = { 1, 2.5, NAN, 4 }, then[] = { 1, 1, 1, 1 };
  const BlRadarSeries series[] = { { "2026", now }, { "2024", then } };
  BlRadarChart asked = { .spokes_title = "Theme", .spokes = spokes, .n_spokes = 4, .levels = levels, .n_levels = 4, .series = series, .n_series = 2 };
  g_autoptr (BlChart) chart = bl_radar_chart_new (&asked), empty = NULL;
  const BlChartMark *line = chart_mark (chart, 0, BL_MARK_LINE, 1);

  chart_assert_whole (chart, 4);
  g_assert_true (((const BlChartPanel *) g_ptr_array_index (chart->panels, 0))->polar);
  g_assert_cmpstr (line->name, ==, "2026");
  g_assert_cmpfloat (chart_datum (line, 1)->x, ==, 1);
  g_assert_cmpfloat (chart_datum (line, 1)->y, ==, 2.5);
  g_assert_true (isnan (chart_datum (line, 2)->y));
  g_assert_cmpstr (chart_datum (line, 1)->words, ==, "Offer, 2026: 2.5, between In part and Mostly");
  g_assert_cmpstr (chart_datum (line, 2)->words, ==, "Staff, 2026: no rating");
  g_assert_cmpfloat (chart_y (chart, 0)->high, ==, 4);
  g_assert_cmpstr (chart->title, ==, "Strongest: Building; weakest: Reach");
  chart_assert_says (chart->sentence, "3 of 4 are rated");
  chart_assert_cell (chart, 3, 1, "4, Fully");
  chart_assert_cell (chart, 2, 1, "no rating");
  asked.n_series = 0;
  empty = bl_radar_chart_new (&asked);
  g_assert_cmpstr (empty->title, ==, "No ratings yet");
  asked.n_spokes = 2;
  g_assert_null (bl_radar_chart_new (&asked));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-charts/gantt", test_gantt);
  g_test_add_func ("/plan-charts/standing", test_standing);
  g_test_add_func ("/plan-charts/gantt-none-and-many", test_gantt_none_and_many);
  g_test_add_func ("/plan-charts/spread", test_spread);
  g_test_add_func ("/plan-charts/spread-ends", test_spread_ends);
  g_test_add_func ("/plan-charts/radar", test_radar);
  return g_test_run ();
}
