/* test-scale.c: ends and names of axes, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scale.h"

#include <math.h>

static double
day (int year, int month, int date)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, (GDateDay) date, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&gdate);
}

static void
test_step (void)
{
  static const struct
  {
    double span;
    guint wanted;
    double step;
  } cases[] = {
    { 100, 5, 20 },    { 100, 4, 25 },  { 90, 5, 20 }, { 130, 5, 50 },      { 1, 5, 0.2 },
    { 0.9, 4, 0.25 },  { 7, 7, 1 },     { 7, 6, 2 },   { 87600, 5, 20000 }, { 12, 5, 2.5 },
    { 1e-6, 5, 2e-7 }, { 3e9, 5, 1e9 }, { 0, 5, 1 },   { NAN, 5, 1 },       { 10, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (bl_scale_get_step (cases[i].span, cases[i].wanted), cases[i].step,
                                    cases[i].step * 1e-9);
}

static void
fit (BlScale *scale, double least, double most, guint wanted)
{
  bl_scale_cover (scale, least);
  bl_scale_cover (scale, most);
  bl_scale_cover (scale, NAN);
  bl_scale_fit (scale, wanted);
}

static void
test_fit (void)
{
  BlScale scale;

  /* 23 to 97: 74 over five steps is 20. */
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  fit (&scale, 23, 97, 5);
  g_assert_cmpfloat (scale.low, ==, 20);
  g_assert_cmpfloat (scale.high, ==, 100);
  g_assert_cmpfloat_with_epsilon (bl_scale_place (&scale, 40), 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (bl_scale_value (&scale, 0.25), 40, 1e-12);
  bl_scale_fit (&scale, 5);
  g_assert_cmpfloat (scale.low, ==, 20);
  g_assert_cmpfloat (scale.high, ==, 100);

  bl_scale_init (&scale, BL_SCALE_NUMBER);
  scale.from_zero = TRUE;
  fit (&scale, 23, 97, 5);
  g_assert_cmpfloat (scale.low, ==, 0);
  g_assert_cmpfloat (scale.high, ==, 100);

  /* Below nought too: -30 to 97 is 127, steps of 50. */
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  scale.from_zero = TRUE;
  fit (&scale, -30, 97, 5);
  g_assert_cmpfloat (scale.low, ==, -50);
  g_assert_cmpfloat (scale.high, ==, 100);

  /* All below: up to nought. */
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  scale.from_zero = TRUE;
  fit (&scale, -30, -12, 3);
  g_assert_cmpfloat (scale.low, ==, -30);
  g_assert_cmpfloat (scale.high, ==, 0);

  bl_scale_init (&scale, BL_SCALE_NUMBER);
  scale.exact = TRUE;
  fit (&scale, 23, 97, 5);
  g_assert_cmpfloat (scale.low, ==, 23);
  g_assert_cmpfloat (scale.high, ==, 97);

  /* An end that is given is kept, what is covered does not move it. */
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  scale.low = 0;
  scale.high = 100;
  fit (&scale, 23, 240, 5);
  g_assert_cmpfloat (scale.low, ==, 0);
  g_assert_cmpfloat (scale.high, ==, 100);
}

static void
test_narrow (void)
{
  BlScale scale;

  /* One value has ground about it. */
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  fit (&scale, 40, 40, 4);
  g_assert_cmpfloat (scale.low, <, 40);
  g_assert_cmpfloat (scale.high, >, 40);
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  fit (&scale, 0, 0, 4);
  g_assert_cmpfloat (scale.high, >, scale.low);
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  scale.from_zero = TRUE;
  fit (&scale, 0, 0, 4);
  g_assert_cmpfloat (scale.low, ==, 0);
  g_assert_cmpfloat (scale.high, >, 0);
  /* None, and only one end given. */
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  bl_scale_fit (&scale, 4);
  g_assert_cmpfloat (scale.low, ==, 0);
  g_assert_cmpfloat (scale.high, ==, 1);
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  scale.low = 12;
  bl_scale_fit (&scale, 4);
  g_assert_cmpfloat (scale.high, >, 12);
  /* Ends the wrong way round are no axis to divide by. */
  bl_scale_init (&scale, BL_SCALE_NUMBER);
  scale.low = 100;
  scale.high = 0;
  bl_scale_fit (&scale, 4);
  g_assert_cmpfloat (scale.high, >, scale.low);
  bl_scale_init (&scale, BL_SCALE_TIME);
  fit (&scale, day (2023, 4, 1), day (2023, 4, 1), 4);
  g_assert_cmpfloat (scale.low, <, day (2023, 4, 1));
  g_assert_cmpfloat (scale.high, >, day (2023, 4, 1));
  bl_scale_init (&scale, BL_SCALE_TIME);
  bl_scale_fit (&scale, 4);
  g_assert_cmpfloat (scale.high, >, scale.low);
}

static void
test_band (void)
{
  BlScale scale;
  g_autoptr (GArray) ticks = NULL;

  bl_scale_init (&scale, BL_SCALE_BAND);
  bl_scale_add_name (&scale, "Monday");
  bl_scale_add_name (&scale, "Tuesday");
  bl_scale_add_name (&scale, NULL);
  bl_scale_add_name (&scale, "Thursday");
  bl_scale_fit (&scale, 2);
  g_assert_cmpuint (bl_scale_get_n_bands (&scale), ==, 4);
  g_assert_cmpfloat (bl_scale_get_band (&scale), ==, 0.25);
  g_assert_cmpfloat (bl_scale_place (&scale, 0), ==, 0.125);
  g_assert_cmpfloat (bl_scale_place (&scale, 3), ==, 0.875);
  g_assert_cmpfloat (bl_scale_place (&scale, 0.5), ==, 0.25);
  g_assert_cmpfloat (bl_scale_value (&scale, 0.875), ==, 3);
  ticks = bl_scale_get_ticks (&scale, 2);
  g_assert_cmpuint (ticks->len, ==, 4);
  g_assert_cmpstr (g_array_index (ticks, BlScaleTick, 1).text, ==, "Tuesday");
  g_assert_cmpstr (g_array_index (ticks, BlScaleTick, 2).text, ==, "");
  bl_scale_clear (&scale);

  /* Without names as many as are covered. */
  bl_scale_init (&scale, BL_SCALE_BAND);
  bl_scale_cover (&scale, 0);
  bl_scale_cover (&scale, 6);
  bl_scale_fit (&scale, 2);
  g_assert_cmpuint (bl_scale_get_n_bands (&scale), ==, 7);
}

/* @texts: names from the low end to the high one, "|" between; minor ones stand in brackets, strokes alone
 * are ".". */
static void
assert_ticks (const BlScale *scale, guint wanted, const char *texts)
{
  g_autoptr (GArray) ticks = bl_scale_get_ticks (scale, wanted);
  g_autoptr (GString) said = g_string_new (NULL);
  double last = -INFINITY;

  for (guint i = 0; i < ticks->len; i++)
    {
      const BlScaleTick *tick = &g_array_index (ticks, BlScaleTick, i);

      g_assert_cmpfloat (tick->at, >, last);
      g_assert_cmpfloat (tick->at, >=, scale->low - 1e-9 * fabs (scale->low));
      g_assert_cmpfloat (tick->at, <=, scale->high + 1e-9 * fabs (scale->high));
      g_assert_cmpfloat (tick->from, <=, tick->at);
      last = tick->at;
      if (i > 0)
        g_string_append_c (said, '|');
      if (*tick->text == '\0')
        g_string_append_c (said, '.');
      else
        g_string_append_printf (said, tick->minor ? "(%s)" : "%s", tick->text);
    }
  g_assert_cmpstr (said->str, ==, texts);
}

static void
assert_numbers (
    double low, double high, BlIndicatorKind number, const char *unit, guint wanted, const char *texts)
{
  BlScale scale;

  bl_scale_init (&scale, BL_SCALE_NUMBER);
  scale.number = number;
  scale.unit = g_strdup (unit);
  fit (&scale, low, high, wanted);
  assert_ticks (&scale, wanted, texts);
  bl_scale_clear (&scale);
}

static void
test_numbers (void)
{
  assert_numbers (0, 87654, BL_INDICATOR_KIND_COUNT, NULL, 5, "0|20,000|40,000|60,000|80,000|100,000");
  assert_numbers (0, 11200, BL_INDICATOR_KIND_COUNT, NULL, 5, "0|2,500|5,000|7,500|10,000|12,500");
  assert_numbers (-30, 60, BL_INDICATOR_KIND_COUNT, NULL, 5, "−40|−20|0|20|40|60");
  assert_numbers (0, 0.9, BL_INDICATOR_KIND_RATE, NULL, 4, "0|0.25|0.50|0.75|1.00");
  assert_numbers (0, 93, BL_INDICATOR_KIND_SHARE, "%", 4, "0%|25%|50%|75%|100%");
  assert_numbers (0.5, 2.6, BL_INDICATOR_KIND_SURVEY, "%", 5, "0.5%|1.0%|1.5%|2.0%|2.5%|3.0%");
  assert_numbers (0, 9, BL_INDICATOR_KIND_MONEY, "£ per visit", 5, "£0|£2|£4|£6|£8|£10");
  assert_numbers (0, 2.2, BL_INDICATOR_KIND_MONEY, "£ per visit", 5, "£0|£0.50|£1.00|£1.50|£2.00|£2.50");
  assert_numbers (0, 2100000, BL_INDICATOR_KIND_MONEY, NULL, 5, "£0|£0.5m|£1.0m|£1.5m|£2.0m|£2.5m");
  assert_numbers (-4000, 4000, BL_INDICATOR_KIND_MONEY, NULL, 4, "−£4,000|−£2,000|£0|£2,000|£4,000");
}

static void
test_distance (void)
{
  /* Metres where all of the axis is under a kilometre. */
  assert_numbers (0, 790, BL_INDICATOR_KIND_DISTANCE, "m", 4,
                  "0|200\302\240m|400\302\240m|600\302\240m|800\302\240m");
  assert_numbers (0, 0.79, BL_INDICATOR_KIND_DISTANCE, "km", 4,
                  "0|200\302\240m|400\302\240m|600\302\240m|800\302\240m");
  assert_numbers (0, 2.9, BL_INDICATOR_KIND_DISTANCE, "km", 4, "0|1\302\240km|2\302\240km|3\302\240km");
  assert_numbers (0, 1900, BL_INDICATOR_KIND_DISTANCE, "m", 4,
                  "0|0.5\302\240km|1.0\302\240km|1.5\302\240km|2.0\302\240km");
}

static void
assert_times (double low, double high, BlPeriodKind period, guint wanted, const char *texts)
{
  BlScale scale;

  bl_scale_init (&scale, BL_SCALE_TIME);
  scale.period = period;
  fit (&scale, low, high, wanted);
  g_assert_cmpfloat (scale.low, ==, low);
  g_assert_cmpfloat (scale.high, ==, high);
  assert_ticks (&scale, wanted, texts);
}

static void
test_times (void)
{
  /* Financial years by their own names, under the middle of each. */
  assert_times (day (2018, 4, 1), day (2024, 4, 1), BL_PERIOD_KIND_FY, 8,
                "2018-19|2019-20|2020-21|2021-22|2022-23|2023-24");
  /* Too many: every second has its name, the others their stroke. */
  assert_times (day (2018, 4, 1), day (2024, 4, 1), BL_PERIOD_KIND_FY, 4, "2018-19|.|2020-21|.|2022-23|.");
  assert_times (day (2005, 4, 1), day (2024, 4, 1), BL_PERIOD_KIND_FY, 4,
                "2005-06|.|.|.|.|2010-11|.|.|.|.|2015-16|.|.|.|.|2020-21|.|.|.");
  assert_times (day (1999, 4, 1), day (2001, 4, 1), BL_PERIOD_KIND_FY, 4, "1999-00|2000-01");
  assert_times (day (2022, 9, 1), day (2025, 9, 1), BL_PERIOD_KIND_AY, 4, "2022/23|2023/24|2024/25");
  assert_times (day (2021, 1, 1), day (2024, 1, 1), BL_PERIOD_KIND_CY, 4, "2021|2022|2023");
  /* Months: each, every third, then years. */
  assert_times (day (2023, 11, 1), day (2024, 3, 1), BL_PERIOD_KIND_MONTH, 6,
                "Nov 2023|(Dec)|Jan 2024|(Feb)");
  assert_times (day (2023, 4, 1), day (2024, 7, 1), BL_PERIOD_KIND_MONTH, 6,
                "Apr 2023|(Jul)|(Oct)|Jan 2024|(Apr)");
  assert_times (day (2012, 4, 1), day (2015, 4, 1), BL_PERIOD_KIND_MONTH, 4, "2012|2013|2014|2015");
  /* Quarters of the financial year, and its years. */
  assert_times (day (2023, 4, 1), day (2024, 4, 1), BL_PERIOD_KIND_QUARTER, 6,
                "Apr–Jun 2023|(Jul–Sep)|(Oct–Dec)|Jan–Mar 2024");
  assert_times (day (2019, 4, 1), day (2024, 4, 1), BL_PERIOD_KIND_QUARTER, 6,
                "2019-20|2020-21|2021-22|2022-23|2023-24");
  /* Days: 11 February 2019 was a Monday. */
  assert_times (day (2019, 2, 11), day (2019, 2, 14), BL_PERIOD_KIND_SPAN, 4, "11 Feb|12 Feb|13 Feb|14 Feb");
  assert_times (day (2019, 2, 6), day (2019, 3, 6), BL_PERIOD_KIND_SPAN, 4, "11 Feb|18 Feb|25 Feb|4 Mar");
}

/* The year of a series of months has its name over what is in sight of it. */
static void
test_part_year (void)
{
  g_autoptr (GArray) ticks = NULL;
  BlScale scale;
  const BlScaleTick *tick;

  bl_scale_init (&scale, BL_SCALE_TIME);
  scale.period = BL_PERIOD_KIND_MONTH;
  fit (&scale, day (2012, 4, 1), day (2016, 4, 1), 5);
  ticks = bl_scale_get_ticks (&scale, 5);
  g_assert_cmpuint (ticks->len, ==, 5);
  tick = &g_array_index (ticks, BlScaleTick, 0);
  g_assert_cmpstr (tick->text, ==, "2012");
  g_assert_cmpfloat (tick->from, ==, day (2012, 1, 1));
  g_assert_cmpfloat (tick->at, ==, (day (2012, 4, 1) + day (2013, 1, 1)) / 2);
  tick = &g_array_index (ticks, BlScaleTick, 1);
  g_assert_cmpfloat (tick->from, ==, day (2013, 1, 1));
  g_assert_cmpfloat (tick->at, ==, (day (2013, 1, 1) + day (2014, 1, 1)) / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/scale/step", test_step);
  g_test_add_func ("/draw/scale/fit", test_fit);
  g_test_add_func ("/draw/scale/narrow", test_narrow);
  g_test_add_func ("/draw/scale/band", test_band);
  g_test_add_func ("/draw/scale/numbers", test_numbers);
  g_test_add_func ("/draw/scale/distance", test_distance);
  g_test_add_func ("/draw/scale/times", test_times);
  g_test_add_func ("/draw/scale/part-year", test_part_year);
  return g_test_run ();
}
