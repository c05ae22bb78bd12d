/* test-people-charts.c: charts of people by age, by distance, by hour and by part hold the figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-read.h"
#include "heat-chart.h"
#include "pyramid-chart.h"
#include "reach-chart.h"
#include "stacked-chart.h"

/* Near 60, 120 and 20 of 200; far 10, 20 and 20 of 50: the old are 10 and 40 %. */
static void
test_pyramid (void)
{
  const char *const ages[] = { "0 to 15", "16 to 59", "60 and over" };
  const BlChartItem near[] = { { .value = 60 }, { .value = 120 }, { .value = 20, .note = "1 area is not known" } };
  const BlChartItem far[] = { { .value = 10 }, { .value = 20 }, { .value = 20 } };
  BlPyramidChart asked = { .ages = ages, .n_ages = 3, .sides = { { "within 1 mile", near }, { "farther away", far } }, .shares = TRUE };
  g_autoptr (BlChart) chart = bl_pyramid_chart_new (&asked), people = NULL;
  const BlChartMark *left = chart_mark (chart, 0, BL_MARK_BAR, 0), *right = chart_mark (chart, 1, BL_MARK_BAR, 0);

  chart_assert_whole (chart, 3);
  g_assert_cmpuint (chart->panels->len, ==, 2);
  g_assert_true (((const BlChartPanel *) g_ptr_array_index (chart->panels, 0))->mirrored);
  g_assert_false (((const BlChartPanel *) g_ptr_array_index (chart->panels, 1))->mirrored);
  /* The oldest at the top. */
  g_assert_cmpstr (g_ptr_array_index (chart_y (chart, 1)->names, 0), ==, "60 and over");
  g_assert_cmpfloat (chart_datum (left, 0)->y, ==, 0);
  g_assert_cmpfloat_with_epsilon (chart_datum (left, 0)->x, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart_datum (right, 0)->x, 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart_datum (left, 1)->x, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart_datum (right, 2)->x, 20, 1e-9);
  /* One scale for both sides. */
  g_assert_cmpfloat_with_epsilon (chart_x (chart, 0)->high, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart_x (chart, 1)->high, 60, 1e-9);
  g_assert_cmpstr (chart_datum (right, 0)->words, ==, "60 and over, farther away: 40.0%, 20 people");
  g_assert_cmpstr (chart_datum (left, 0)->words, ==, "60 and over, within 1 mile: 10.0%, 20 people, 1 area is not known");
  g_assert_cmpstr (chart->title, ==, "Aged 60 and over: within 1 mile 10.0%, farther away 40.0%");
  g_assert_cmpstr (chart->sentence, ==,
                   "The sides differ most in those aged 60 and over: they are 10.0% (within 1 mile) and 40.0% (farther away).");
  chart_assert_cell (chart, 0, 1, "20");
  chart_assert_cell (chart, 0, 4, "40.0%");
  chart_assert_cell (chart, 2, 1, "60");

  asked.shares = FALSE;
  people = bl_pyramid_chart_new (&asked);
  g_assert_cmpfloat (chart_datum (chart_mark (people, 0, BL_MARK_BAR, 0), 1)->x, ==, 120);
  g_assert_cmpfloat (chart_x (people, 1)->high, ==, 120);
  g_assert_cmpstr (chart_datum (chart_mark (people, 1, BL_MARK_BAR, 0), 0)->words, ==, "60 and over, farther away: 20 people");
}

/* An age that is not known has its word in place of a bar; none at all is said. */
static void
test_pyramid_missing (void)
{
  const char *const ages[] = { "under 12", "12 and over" };
  const BlChartItem some[] = { { .value = NAN, .state = BL_STATE_SUPPRESSED }, { .value = 30 } };
  const BlChartItem none[] = { { .value = NAN }, { .value = NAN } };
  g_autoptr (BlChart) chart = bl_pyramid_chart_new (
      &(BlPyramidChart){ .ages = ages, .n_ages = 2, .sides = { { "users", some }, { "residents", some } }, .shares = TRUE });
  g_autoptr (BlChart) empty = bl_pyramid_chart_new (
      &(BlPyramidChart){ .ages = ages, .n_ages = 2, .sides = { { "users", some }, { "residents", none } }, .shares = TRUE });
  g_autoptr (BlChart) nothing = bl_pyramid_chart_new (&(BlPyramidChart){ .sides = { { "a", none }, { "b", none } } });

  chart_assert_whole (chart, 2);
  g_assert_cmpstr (chart_datum (chart_mark (chart, 0, BL_MARK_TEXT, 0), 0)->label, ==, "fewer than 5");
  chart_assert_says (chart->sentence, "The people of 1 age are not known (users).");
  chart_assert_cell (chart, 1, 1, "fewer than 5");
  chart_assert_whole (empty, 2);
  g_assert_cmpstr (empty->title, ==, "People by age: nothing to compare");
  chart_assert_whole (nothing, 0);
}

/* 25 of 100, no other part known of the third row; nobody in the fourth. */
static void
test_stacked (void)
{
  const char *const parts[] = { "within 1 mile", "farther away" };
  const double all[] = { 75, 25 }, old[] = { 10, 30 }, unknown[] = { 4, NAN }, nobody[] = { 0, 0 };
  const BlStackedRow rows[] = { { "Everyone", all, NULL }, { "Old", old, "2 areas are not known" }, { "Poor", unknown, NULL }, { "Young", nobody, NULL } };
  g_autoptr (BlChart) chart = bl_stacked_chart_new (
      &(BlStackedChart){ .noun = "people", .rows_title = "Group", .parts = parts, .n_parts = 2, .rows = rows, .n_rows = 4 });
  const BlChartMark *near = chart_mark (chart, 0, BL_MARK_BAR, 0), *far = chart_mark (chart, 0, BL_MARK_BAR, 1);

  chart_assert_whole (chart, 4);
  g_assert_true (near->stacked && near->across);
  g_assert_cmpuint (near->data->len, ==, 2);
  g_assert_cmpfloat (chart_datum (near, 0)->y0, ==, 0);
  g_assert_cmpfloat (chart_datum (near, 0)->x, ==, 75);
  g_assert_cmpfloat (chart_datum (far, 0)->y0, ==, 75);
  g_assert_cmpfloat (chart_datum (far, 0)->x, ==, 100);
  g_assert_cmpfloat (chart_datum (far, 1)->y0, ==, 25);
  g_assert_cmpstr (chart_datum (far, 1)->words, ==, "Old, farther away: 75.0%, 30 people");
  g_assert_cmpstr (chart_datum (chart_mark (chart, 0, BL_MARK_TEXT, 0), 0)->label, ==, "no data");
  g_assert_cmpstr (chart_datum (chart_mark (chart, 0, BL_MARK_TEXT, 0), 1)->label, ==, "nobody");
  g_assert_cmpfloat (chart_x (chart, 0)->high, ==, 100);
  chart_assert_says (chart->sentence, "Within 1 mile: the largest share is that of Everyone, 75.0%; the least that of Old, 25.0%.");
  chart_assert_cell (chart, 0, 2, "75.0%");
  chart_assert_cell (chart, 1, 5, "2 areas are not known");
  chart_assert_cell (chart, 2, 2, "no data");
  chart_assert_cell (chart, 2, 1, "4");
  {
    g_autoptr (BlChart) none = bl_stacked_chart_new (&(BlStackedChart){ .noun = "people" });

    chart_assert_whole (none, 0);
  }
}

/* 40 % at 120 m, all at 900 m: read out every 50 m, drawn in steps; the line stands in km. */
static void
test_reach (void)
{
  double at[] = { 120, 900 }, people[] = { 40, 100 }, percent[] = { 40, 100 };
  BlCurve curve = { BL_MEASURE_DISTANCE, 2, at, people, percent, 100 };
  BlReachLine line = { "Everyone", &curve };
  g_autoptr (BlChart) chart = bl_reach_chart_new (&(BlReachChart){ .lines = &line, .n_lines = 1, .end = 1000, .mark = 800, .mark_name = "800 m" });
  const BlChartMark *steps = chart_mark (chart, 0, BL_MARK_STEP, 0);
  guint read = 0;

  chart_assert_whole (chart, 20);
  g_assert_true (steps->direct);
  /* The beginning, twenty that are read out, the two steps. */
  g_assert_cmpuint (steps->data->len, ==, 23);
  for (guint i = 0; i < steps->data->len; i++)
    {
      const BlDatum *datum = chart_datum (steps, i);

      g_assert_cmpfloat (datum->y, ==, datum->x < 0.12 - 1e-9 ? 0 : datum->x < 0.9 - 1e-9 ? 40 : 100);
      g_assert_true (i == 0 || datum->x >= chart_datum (steps, i - 1)->x);
      if (datum->words != NULL)
        g_assert_cmpfloat_with_epsilon (datum->x, ++read * 0.05, 1e-9);
    }
  g_assert_cmpuint (read, ==, 20);
  g_assert_cmpstr (chart_datum (steps, 4)->words, ==, "Everyone: 40.0% within 150 m");
  g_assert_cmpfloat (chart_datum (chart_mark (chart, 0, BL_MARK_RULE, 0), 0)->x, ==, 0.8);
  chart_assert_cell (chart, 1, 1, "0%");
  chart_assert_cell (chart, 2, 1, "40.0%");
  chart_assert_cell (chart, 17, 1, "100%");
}

/* 30,000 areas are thinned to what a page can show, ends true. */
static void
test_reach_many (void)
{
  g_autofree double *at = g_new (double, 30000), *people = g_new (double, 30000), *percent = g_new (double, 30000);
  BlCurve curve = { BL_MEASURE_MINUTES, 30000, at, people, percent, 30000 };
  BlCurve none = { BL_MEASURE_MINUTES, 0, NULL, NULL, NULL, 0 };
  BlReachLine lines[] = { { "Everyone", &curve }, { "Nobody", &none } };
  g_autoptr (BlChart) chart = NULL, empty = NULL;
  const BlChartMark *steps;

  for (guint i = 0; i < 30000; i++)
    {
      at[i] = (i + 1) / 500.0;
      people[i] = i + 1;
      percent[i] = (i + 1) / 300.0;
    }
  chart = bl_reach_chart_new (&(BlReachChart){ .lines = lines, .n_lines = 2, .end = NAN, .mark = NAN });
  steps = chart_mark (chart, 0, BL_MARK_STEP, 1);
  chart_assert_whole (chart, 12); /* every 5 of 60 minutes */
  g_assert_cmpuint (steps->data->len, <, 2100);
  g_assert_cmpfloat (chart_datum (steps, steps->data->len - 1)->y, ==, 100);
  chart_assert_cell (chart, 0, 2, "no data");
  chart_assert_cell (chart, 5, 1, "50.0%");
  empty = bl_reach_chart_new (&(BlReachChart){ .end = NAN, .mark = NAN });
  g_assert_cmpstr (empty->title, ==, "No data");
}

static void
test_heat (void)
{
  double percent[7 * 24] = { 0 };
  BlHeatChart asked = { .measure = { "people near an open library", BL_INDICATOR_KIND_SHARE, "%" }, .first_hour = 9,
                        .end_hour = 12, .values = percent, .most = 100 };
  g_autoptr (BlChart) chart = NULL, counts = NULL, none = NULL;
  const BlChartMark *cells;

  percent[9] = 99.9;
  percent[10] = 0.2;
  percent[24 + 10] = NAN;
  chart = bl_heat_chart_new (&asked);
  cells = chart_mark (chart, 0, BL_MARK_CELL, 0);
  chart_assert_whole (chart, 21);
  g_assert_cmpuint (cells->data->len, ==, 21);
  g_assert_cmpfloat_with_epsilon (chart_datum (cells, 0)->part, 0.999, 1e-12);
  g_assert_cmpstr (chart_datum (cells, 0)->label, ==, "99");
  g_assert_cmpstr (chart_datum (cells, 1)->label, ==, "1");
  g_assert_null (chart_datum (cells, 2)->label);
  g_assert_cmpfloat (chart_datum (cells, 4)->x, ==, 1);
  g_assert_cmpfloat (chart_datum (cells, 4)->y, ==, 1);
  g_assert_true (isnan (chart_datum (cells, 4)->part));
  g_assert_cmpint (chart_datum (cells, 4)->state, ==, BL_STATE_NO_DATA);
  g_assert_cmpstr (chart_datum (cells, 4)->words, ==, "Tuesday 10:00 to 11:00: not known");
  chart_assert_says (chart->sentence, "most on Monday 09:00 to 10:00, 99.9%. Of 1 hour of the week it is not known.");
  chart_assert_cell (chart, 1, 2, "0.2%");

  /* Counts: the largest is darkest. */
  asked.measure = (BlChartMeasure){ "visits", BL_INDICATOR_KIND_COUNT, "visits" };
  asked.most = NAN;
  percent[9] = 50;
  percent[10] = 25;
  counts = bl_heat_chart_new (&asked);
  g_assert_cmpfloat (chart_datum (chart_mark (counts, 0, BL_MARK_CELL, 0), 0)->part, ==, 1);
  g_assert_cmpfloat (chart_datum (chart_mark (counts, 0, BL_MARK_CELL, 0), 1)->part, ==, 0.5);
  asked.first_hour = asked.end_hour;
  none = bl_heat_chart_new (&asked);
  g_assert_cmpstr (none->title, ==, "Visits: no data");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people-charts/pyramid", test_pyramid);
  g_test_add_func ("/people-charts/pyramid-missing", test_pyramid_missing);
  g_test_add_func ("/people-charts/stacked", test_stacked);
  g_test_add_func ("/people-charts/reach", test_reach);
  g_test_add_func ("/people-charts/reach-many", test_reach_many);
  g_test_add_func ("/people-charts/heat", test_heat);
  return g_test_run ();
}
