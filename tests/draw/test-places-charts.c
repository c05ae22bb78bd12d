/* test-places-charts.c: charts of places beside each other hold the figures, and what is missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "bullet-chart.h"
#include "chart-read.h"
#include "dots-chart.h"
#include "funnel-chart.h"
#include "grouped-chart.h"
#include "ranked-chart.h"
#include "slope-chart.h"

static const BlChartMeasure rate = { "library visits per 1,000 people", BL_INDICATOR_KIND_RATE, "visits per 1,000 people" };

/* Leeds 1,500, ours 1,719, Luton fewer than 5, Bristol 2,000 an estimate, Plymouth none. */
static const BlChartItem five[] = {
  { .name = "Leeds", .value = 1500 },
  { .name = "Newcastle", .value = 1719, .flags = BL_DATUM_RINGED },
  { .name = "Luton", .value = NAN, .state = BL_STATE_SUPPRESSED },
  { .name = "Bristol", .value = 2000, .state = BL_STATE_ESTIMATE },
  { .name = "Plymouth", .value = NAN, .note = "no return" },
};

/* In order of size: Bristol, Newcastle, Leeds; then those without a bar, in the order given. */
static void
test_ranked (void)
{
  g_autoptr (BlChart) chart = bl_ranked_chart_new (
      &(BlRankedChart){ .measure = rate, .items_title = "Authority", .items = five, .n_items = 5, .median = 1609.5 });
  const BlChartMark *bars = chart_mark (chart, 0, BL_MARK_BAR, 0), *reasons = chart_mark (chart, 0, BL_MARK_TEXT, 0);
  const BlChartMark *middle = chart_mark (chart, 0, BL_MARK_RULE, 0);

  chart_assert_whole (chart, 5);
  g_assert_cmpint (chart->kind, ==, BL_CHART_RANKED);
  g_assert_true (bars->across);
  g_assert_cmpuint (bars->data->len, ==, 3);
  g_assert_cmpfloat (chart_datum (bars, 0)->x, ==, 2000);
  g_assert_cmpfloat (chart_datum (bars, 0)->y, ==, 0);
  g_assert_cmpint (chart_datum (bars, 0)->state, ==, BL_STATE_ESTIMATE);
  g_assert_cmpstr (chart_datum (bars, 0)->words, ==, "Bristol: 2,000\302\240visits per 1,000 people, estimate");
  g_assert_cmpfloat (chart_datum (bars, 1)->x, ==, 1719);
  g_assert_cmpint (chart_datum (bars, 1)->tone, ==, BL_TONE_SERIES);
  g_assert_cmpint (chart_datum (bars, 2)->tone, ==, -1);
  g_assert_cmpint (bars->tone, ==, BL_TONE_OTHERS);
  g_assert_cmpstr (chart_datum (bars, 1)->label, ==, "1,719");
  g_assert_cmpuint (reasons->data->len, ==, 2);
  g_assert_cmpfloat (chart_datum (reasons, 0)->y, ==, 3);
  g_assert_cmpstr (chart_datum (reasons, 0)->label, ==, "fewer than 5");
  g_assert_cmpstr (chart_datum (reasons, 1)->label, ==, "no return");
  g_assert_cmpstr (chart_datum (reasons, 1)->words, ==, "Plymouth: no return");
  g_assert_true (middle->across);
  g_assert_cmpfloat (chart_datum (middle, 0)->x, ==, 1609.5);
  g_assert_true (chart_x (chart, 0)->from_zero);
  g_assert_cmpstr (g_ptr_array_index (chart_y (chart, 0)->names, 4), ==, "Plymouth");
  chart_assert_cell (chart, 0, 0, "Bristol");
  chart_assert_cell (chart, 0, 1, "2,000");
  chart_assert_cell (chart, 0, 2, "Estimate");
  chart_assert_cell (chart, 3, 1, "fewer than 5");
  chart_assert_cell (chart, 4, 1, "no data");
  chart_assert_cell (chart, 4, 3, "no return");
  g_assert_true (isnan (bl_chart_table_get (chart->table, 4, 1)->value));
  chart_assert_says (chart->sentence, "Newcastle had 1,719\302\240visits per 1,000 people; 1 of the 2 others");
  chart_assert_says (chart->sentence, "Luton (fewer than 5), Plymouth (no return)");
}

/* Nearest first is left as it is, but for those without a figure. */
static void
test_ranked_in_order (void)
{
  g_autoptr (BlChart) chart = bl_ranked_chart_new (
      &(BlRankedChart){ .measure = rate, .items = five, .n_items = 5, .in_order = TRUE, .median = NAN });
  const BlChartMark *bars = chart_mark (chart, 0, BL_MARK_BAR, 0);

  g_assert_cmpfloat (chart_datum (bars, 0)->x, ==, 1500);
  g_assert_cmpfloat (chart_datum (bars, 1)->x, ==, 1719);
  g_assert_cmpfloat (chart_datum (bars, 2)->x, ==, 2000);
  g_assert_null (chart_mark (chart, 0, BL_MARK_RULE, 0));
  chart_assert_cell (chart, 3, 0, "Luton");
}

/* On a strip all stand on one line, ours over the others; 1500 and 1502 of a span of 500 would lie on each other. */
static void
test_strip (void)
{
  const BlChartItem items[] = {
    { .name = "Leeds", .value = 1500 },
    { .name = "Hull", .value = 1502 },
    { .name = "Newcastle", .value = 1719, .flags = BL_DATUM_RINGED },
    { .name = "Bristol", .value = 2000 },
    { .name = "Plymouth", .value = NAN, .note = "no return" },
  };
  g_autoptr (BlChart) chart = bl_dots_chart_new (&(BlDotsChart){
      .measure = rate, .items = items, .n_items = 5, .median = 1502, .lower_quartile = 1501, .upper_quartile = 1751 });
  const BlChartMark *others = chart_mark (chart, 0, BL_MARK_POINT, 0), *ours = chart_mark (chart, 0, BL_MARK_POINT, 1);
  const BlChartMark *tick = chart_mark (chart, 0, BL_MARK_TICK, 0), *half = chart_mark (chart, 0, BL_MARK_TINT, 0);

  chart_assert_whole (chart, 5);
  g_assert_cmpuint (others->data->len, ==, 3);
  g_assert_cmpfloat (chart_datum (others, 0)->y, ==, 0);
  g_assert_cmpfloat (chart_datum (others, 1)->y, ==, 1);
  g_assert_cmpfloat (chart_datum (others, 2)->y, ==, 0);
  g_assert_cmpfloat (chart_datum (ours, 0)->x, ==, 1719);
  g_assert_cmpfloat (chart_datum (ours, 0)->y, ==, 0);
  g_assert_cmpint (chart_datum (ours, 0)->flags & BL_DATUM_RINGED, !=, 0);
  g_assert_cmpstr (chart_datum (ours, 0)->label, ==, "Newcastle");
  g_assert_cmpfloat (chart_datum (tick, 0)->x, ==, 1502);
  g_assert_cmpfloat (chart_datum (half, 0)->x, ==, 1501);
  g_assert_cmpfloat (chart_datum (half, 0)->x2, ==, 1751);
  g_assert_true (chart_y (chart, 0)->hidden);
  chart_assert_says (chart->sentence, "Without a figure: Plymouth (no return).");
  g_assert_null (chart->doubt);
  chart_assert_cell (chart, 4, 3, "no return");
}

/* With intervals each has a line of its own, in the order given, those without a figure too. */
static void
test_lines (void)
{
  const BlChartMeasure survey = { "adults visiting a library", BL_INDICATOR_KIND_SURVEY, "%" };
  const BlChartItem items[] = {
    { .name = "Newcastle", .value = 34, .low = 28, .high = 40, .flags = BL_DATUM_RINGED },
    { .name = "Plymouth", .value = NAN, .note = "too few answers" },
    { .name = "Leeds", .value = 29, .low = 25, .high = 33 },
  };
  g_autoptr (BlChart) chart = bl_dots_chart_new (
      &(BlDotsChart){ .measure = survey, .items = items, .n_items = 3, .median = 29, .lower_quartile = NAN, .upper_quartile = NAN });
  const BlChartMark *whiskers = chart_mark (chart, 0, BL_MARK_WHISKER, 0);

  chart_assert_whole (chart, 3);
  g_assert_cmpuint (whiskers->data->len, ==, 2);
  g_assert_true (whiskers->across);
  g_assert_cmpfloat (chart_datum (whiskers, 0)->low, ==, 28);
  g_assert_cmpfloat (chart_datum (whiskers, 0)->high, ==, 40);
  g_assert_cmpfloat (chart_datum (whiskers, 1)->y, ==, 2);
  g_assert_cmpstr (chart_datum (chart_mark (chart, 0, BL_MARK_TEXT, 0), 0)->label, ==, "too few answers");
  g_assert_cmpstr (chart_datum (chart_mark (chart, 0, BL_MARK_POINT, 1), 0)->words, ==,
                   "Newcastle: 34%, likely between 28% and 40%");
  g_assert_null (chart->doubt);
  chart_assert_cell (chart, 0, 2, "28%");
  chart_assert_cell (chart, 1, 2, "");
  chart_assert_cell (chart, 2, 3, "33%");
}

static void
test_none_and_many (void)
{
  g_autofree BlChartItem *many = g_new0 (BlChartItem, 300);

  for (guint i = 0; i < 300; i++)
    many[i] = (BlChartItem){ .name = "Place", .value = i % 7 == 0 ? NAN : i % 40, .note = NULL };
  for (guint n = 0; n <= 300; n = n == 0 ? 1 : n * 300)
    {
      g_autoptr (BlChart) ranked
          = bl_ranked_chart_new (&(BlRankedChart){ .measure = rate, .items = many + (n == 1), .n_items = n, .median = NAN });
      g_autoptr (BlChart) dots = bl_dots_chart_new (&(BlDotsChart){ .measure = rate, .items = many + (n == 1), .n_items = n,
                                                                   .median = NAN, .lower_quartile = NAN, .upper_quartile = NAN });

      chart_assert_whole (ranked, n);
      chart_assert_whole (dots, n);
      if (n == 0)
        {
          g_assert_cmpstr (ranked->title, ==, "Library visits per 1,000 people: no data");
          g_assert_cmpstr (dots->sentence, ==, "There is no figure.");
        }
    }
}

static void
test_grouped (void)
{
  const BlChartMeasure visits = { "visits", BL_INDICATOR_KIND_COUNT, "visits" };
  const char *const groups[] = { "City", "Gosforth" };
  const BlChartItem then[] = { { .value = 300 }, { .value = 100 } };
  const BlChartItem now[] = { { .value = 280, .state = BL_STATE_ESTIMATE, .low = 260, .high = 300 }, { .value = NAN } };
  const BlGroupedSeries series[] = { { "2018-19", then }, { "2023-24", now } };
  BlGroupedChart asked = { .measure = visits, .groups = groups, .n_groups = 2, .series = series, .n_series = 2 };
  g_autoptr (BlChart) chart = bl_grouped_chart_new (&asked), lying = NULL, one = NULL;
  const BlChartMark *first = chart_mark (chart, 0, BL_MARK_BAR, 0), *second = chart_mark (chart, 0, BL_MARK_BAR, 1);

  chart_assert_whole (chart, 2);
  g_assert_cmpint (chart->kind, ==, BL_CHART_GROUPED);
  g_assert_cmpuint (first->side, ==, 0);
  g_assert_cmpuint (first->n_sides, ==, 2);
  g_assert_cmpuint (second->side, ==, 1);
  g_assert_cmpuint (second->series, ==, 1);
  g_assert_cmpstr (second->name, ==, "2023-24");
  g_assert_cmpfloat (chart_datum (first, 1)->x, ==, 1);
  g_assert_cmpfloat (chart_datum (first, 1)->y, ==, 100);
  g_assert_true (isnan (chart_datum (second, 1)->y));
  g_assert_cmpint (chart_datum (second, 1)->state, ==, BL_STATE_NO_DATA);
  g_assert_cmpstr (chart_datum (second, 1)->words, ==, "Gosforth, 2023-24: no data");
  g_assert_cmpfloat (chart_datum (chart_mark (chart, 0, BL_MARK_WHISKER, 0), 0)->low, ==, 260);
  chart_assert_says (chart->sentence, "City, 2018-19, 300\302\240visits. 1 figure is missing.");
  chart_assert_cell (chart, 1, 2, "no data");
  chart_assert_cell (chart, 0, 3, "2023-24: estimate");

  asked.lying = TRUE;
  lying = bl_grouped_chart_new (&asked);
  g_assert_cmpfloat (chart_datum (chart_mark (lying, 0, BL_MARK_BAR, 0), 1)->x, ==, 100);
  g_assert_cmpfloat (chart_datum (chart_mark (lying, 0, BL_MARK_BAR, 0), 1)->y, ==, 1);
  asked.n_series = 1;
  one = bl_grouped_chart_new (&asked);
  g_assert_cmpint (one->kind, ==, BL_CHART_BAR);
  g_assert_cmpstr (chart_datum (chart_mark (one, 0, BL_MARK_BAR, 0), 0)->words, ==, "City: 300\302\240visits");
}

static void
test_slope (void)
{
  const BlChartMeasure visits = { "visits", BL_INDICATOR_KIND_COUNT, "visits" };
  const BlSlopeItem items[] = {
    { "Gosforth", { .value = 100 }, { .value = 120, .flags = BL_DATUM_RINGED }, FALSE },
    { "City", { .value = 300 }, { .value = 280 }, FALSE },
    { "Walker", { .value = 50 }, { .value = NAN, .note = "shut" }, FALSE },
    { "Denton", { .value = 70 }, { .value = 200 }, TRUE },
  };
  g_autoptr (BlChart) chart = bl_slope_chart_new (
      &(BlSlopeChart){ .measure = visits, .then = "2018-19", .now = "2023-24", .items = items, .n_items = 4 });
  const BlChartMark *ours = chart_mark (chart, 0, BL_MARK_LINE, 3), *broken = chart_mark (chart, 0, BL_MARK_LINE, 2);

  chart_assert_whole (chart, 4);
  /* Ours last, over the others, and named. */
  g_assert_cmpstr (ours->name, ==, "Gosforth");
  g_assert_true (ours->direct);
  g_assert_cmpint (ours->tone, ==, BL_TONE_SERIES);
  g_assert_cmpint (broken->tone, ==, BL_TONE_OTHERS);
  g_assert_null (broken->name);
  g_assert_cmpfloat (chart_datum (ours, 0)->x, ==, 0);
  g_assert_cmpfloat (chart_datum (ours, 1)->x, ==, 1);
  g_assert_cmpfloat (chart_datum (ours, 1)->y, ==, 120);
  g_assert_cmpint (chart_datum (broken, 1)->flags & BL_DATUM_BREAK, !=, 0);
  /* Dots are what is read off: two a line, those without a figure with their reason. */
  g_assert_cmpstr (chart_datum (chart_mark (chart, 0, BL_MARK_POINT, 3), 1)->words, ==, "Gosforth, 2023-24: 120\302\240visits");
  g_assert_cmpstr (chart_datum (chart_mark (chart, 0, BL_MARK_POINT, 1), 1)->words, ==, "Walker, 2023-24: shut");
  g_assert_false (chart_y (chart, 0)->hidden);
  g_assert_cmpstr (chart->title, ==, "Visits: 1 up, 1 down");
  g_assert_cmpstr (chart->sentence, ==,
                   "Gosforth rose from 100 in 2018-19 to 120\302\240visits in 2023-24. Between 2018-19 and 2023-24 1 rose, "
                   "1 fell and 0 stayed the same. 2 cannot be compared.");
  chart_assert_cell (chart, 0, 3, "+20");
  chart_assert_cell (chart, 1, 3, "−20");
  chart_assert_cell (chart, 2, 3, "");
  chart_assert_cell (chart, 2, 4, "2023-24: shut");
  chart_assert_cell (chart, 3, 4, "not comparable");
}

static void
test_bullet (void)
{
  const BlBulletItem items[] = {
    { { .name = "Visits", .value = 1719 }, 1800, 1537.5, 2662.9, "close" },
    { { .name = "Loans", .value = NAN, .note = "no return" }, NAN, NAN, NAN, NULL },
  };
  g_autoptr (BlChart) chart = bl_bullet_chart_new (
      &(BlBulletChart){ .measure = rate, .range_name = "similar authorities", .items = items, .n_items = 2 });
  g_autoptr (BlChart) one = bl_bullet_chart_new (&(BlBulletChart){ .measure = rate, .items = items, .n_items = 1 });
  const BlDatum *target = chart_datum (chart_mark (chart, 0, BL_MARK_TICK, 0), 0);
  const BlDatum *range = chart_datum (chart_mark (chart, 0, BL_MARK_TINT, 0), 0);

  chart_assert_whole (chart, 2);
  g_assert_cmpfloat (target->x, ==, 1800);
  g_assert_cmpfloat (target->y, ==, 0);
  /* Within its band. */
  g_assert_cmpfloat (range->low - 0.5, >, -0.5);
  g_assert_cmpfloat (range->high + 0.5, <, 0.5);
  g_assert_cmpfloat (range->x, ==, 1537.5);
  g_assert_cmpfloat (range->x2, ==, 2662.9);
  g_assert_cmpuint (chart_mark (chart, 0, BL_MARK_BAR, 0)->data->len, ==, 1);
  g_assert_cmpstr (chart_datum (chart_mark (chart, 0, BL_MARK_BAR, 0), 0)->words, ==,
                   "Visits: 1,719\302\240visits per 1,000 people; target 1,800, close; similar authorities 1,538 to 2,663");
  g_assert_cmpstr (chart_datum (chart_mark (chart, 0, BL_MARK_TEXT, 0), 0)->label, ==, "no return");
  g_assert_cmpstr (chart->title, ==, "Library visits per 1,000 people: 0 of 1 at or over the target");
  g_assert_cmpstr (one->title, ==, "Library visits per 1,000 people: target close");
  chart_assert_cell (chart, 0, 2, "1,800");
  chart_assert_cell (chart, 0, 3, "close");
  chart_assert_cell (chart, 1, 1, "no data");
}

/* The worked proportion of indicator-content 5.6: Wiltshire alone outside, high; Somerset 21.06 to 34.72. */
static const char *const counties[] = { "Somerset",      "Dorset",     "Norfolk",       "Worcestershire", "Devon",
                                        "West Sussex",   "Derbyshire", "Staffordshire", "Wiltshire",      "North Somerset",
                                        "Cheshire West", "Lincolnshire", "Gloucestershire" };
static const double users_u12[] = { 18251, 7460, 35589, 11025, 28493, 46932, 21964, 17369, 18194, 7712, 13725, 12483, NAN };
static const double users[] = { 70478, 26493, 144487, 46426, 120371, 145312, 77253, 59967, 50434, 27658, 45182, 43553, NAN };

static void
test_funnel (void)
{
  g_autoptr (BlFunnel) funnel = bl_funnel_new (users_u12, users, 13, TRUE);
  BlChartItem items[13] = { 0 };
  BlFunnelChart asked = { .measure = { "active users under 12", BL_INDICATOR_KIND_SHARE, "%" }, .funnel = funnel,
                          .adjust = BL_FUNNEL_ADDITIVE, .times = 100, .size_title = "Active users", .items = items,
                          .counts = users_u12, .sizes = users };
  g_autoptr (BlChart) chart = NULL, plain = NULL, given = NULL;
  const BlChartMark *high95, *low998;

  for (guint i = 0; i < 13; i++)
    items[i].name = counties[i];
  items[0].flags = BL_DATUM_RINGED;
  items[12].note = "no return";
  chart = bl_funnel_chart_new (&asked);
  chart_assert_whole (chart, 13);
  g_assert_cmpuint (chart_mark (chart, 0, BL_MARK_POINT, 0)->data->len, ==, 11);
  g_assert_cmpfloat (chart_datum (chart_mark (chart, 0, BL_MARK_POINT, 1), 0)->x, ==, 70478);
  g_assert_cmpfloat_with_epsilon (chart_datum (chart_mark (chart, 0, BL_MARK_POINT, 1), 0)->y, 25.90, 0.0051);
  g_assert_cmpfloat_with_epsilon (chart_datum (chart_mark (chart, 0, BL_MARK_RULE, 0), 0)->y, 27.891, 0.0005);
  /* 99.8 % above 95 % above below: at the largest place, as worked for West Sussex. */
  high95 = chart_mark (chart, 0, BL_MARK_LINE, 1);
  low998 = chart_mark (chart, 0, BL_MARK_LINE, 3);
  g_assert_cmpfloat (chart_datum (high95, high95->data->len - 1)->x, ==, 145312);
  g_assert_cmpfloat_with_epsilon (chart_datum (high95, high95->data->len - 1)->y, 34.72, 0.0051);
  g_assert_cmpfloat (chart_datum (low998, 0)->y, <, 21.05);
  g_assert_cmpstr (chart->title, ==, "Somerset within the range to be expected");
  chart_assert_says (chart->sentence, "Somerset had 25.9%, within the range of 21.1% to 34.7%");
  chart_assert_says (chart->sentence, "1 of 12 lies outside the 95% limits: Wiltshire (high).");
  chart_assert_says (chart->sentence, "(φ = 384.24), so this shows spread, not performance; the limits are widened for it.");
  g_assert_null (chart->doubt);
  chart_assert_cell (chart, 8, 7, "above the 95% limit");
  chart_assert_cell (chart, 8, 4, "40.98");
  chart_assert_cell (chart, 0, 4, "−11.81");
  chart_assert_cell (chart, 12, 1, "no data");
  chart_assert_cell (chart, 12, 7, "");
  chart_assert_cell (chart, 12, 9, "no return");

  /* Another's sentence: φ is said all the same. */
  asked.words.sentence = "Somerset is as it should be.";
  asked.words.doubt = "Counted by hand.";
  given = bl_funnel_chart_new (&asked);
  chart_assert_says (given->doubt, "(φ = 384.24)");
  chart_assert_says (given->doubt, "Counted by hand.");
  asked.words.sentence = NULL;

  /* Plain limits make nearly everybody an outlier: all but Dorset and North Somerset. */
  asked.adjust = BL_FUNNEL_PLAIN;
  plain = bl_funnel_chart_new (&asked);
  chart_assert_says (plain->sentence, "10 of 12 lie outside the 95% limits");
  chart_assert_says (plain->sentence, "the limits are those of chance alone");
  g_assert_cmpstr (plain->title, ==, "Somerset below the range to be expected");
  g_assert_cmpint (chart_datum (chart_mark (plain, 0, BL_MARK_POINT, 1), 0)->flags & BL_DATUM_SIGNAL, !=, 0);
}

/* Nine usable places are no funnel. */
static void
test_funnel_few (void)
{
  g_autoptr (BlFunnel) funnel = bl_funnel_new (users_u12, users, 9, TRUE);
  BlChartItem items[9] = { 0 };

  g_assert_null (bl_funnel_chart_new (&(BlFunnelChart){ .funnel = funnel, .items = items, .counts = users_u12, .sizes = users }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places-charts/ranked", test_ranked);
  g_test_add_func ("/places-charts/ranked-in-order", test_ranked_in_order);
  g_test_add_func ("/places-charts/strip", test_strip);
  g_test_add_func ("/places-charts/lines", test_lines);
  g_test_add_func ("/places-charts/none-and-many", test_none_and_many);
  g_test_add_func ("/places-charts/grouped", test_grouped);
  g_test_add_func ("/places-charts/slope", test_slope);
  g_test_add_func ("/places-charts/bullet", test_bullet);
  g_test_add_func ("/places-charts/funnel", test_funnel);
  g_test_add_func ("/places-charts/funnel-few", test_funnel_few);
  return g_test_run ();
}
