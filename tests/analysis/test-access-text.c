/* test-access-text.c: distances, minutes and times of the week as people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

static void
test_limits (void)
{
  const struct
  {
    const char *text;
    double metres;
  } good[] = {
    { "1mi", BL_MILE },    { "2 miles", 2 * BL_MILE }, { "1 Mile", BL_MILE }, { "1200m", 1200 },
    { " 1,200 m ", 1200 }, { "1.5km", 1500 },          { "800 metres", 800 }, { "0.5 mi", BL_MILE / 2 },
  };
  const char *const bad[]
      = { NULL, "", "1", "mile", "-1mi", "0mi", "1e3m", "1 furlong", "nan m", "1m2", "9999999km", "1..5km", "15min" };
  const struct
  {
    double metres;
    const char *text;
  } texts[] = {
    { BL_MILE, "1 mile" },       { 2 * BL_MILE, "2 miles" }, { 1.5 * BL_MILE, "1.5 miles" },
    { BL_MILE / 2, "0.5 mile" }, { 1200, "1,200 m" },        { 1500, "1,500 m" },
    { 12500, "12.5 km" },        { 20000, "20 km" },         { 0.5, "0.5 m" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      double metres = 0;

      g_assert_true (bl_access_parse_limit (good[i].text, &metres, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (metres, good[i].metres, 1e-9);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      double metres = -1;

      g_assert_false (bl_access_parse_limit (bad[i], &metres, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
      g_assert_cmpfloat (metres, ==, -1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = bl_access_limit_to_text (texts[i].metres);

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

static void
test_within (void)
{
  const struct
  {
    const char *text;
    BlMeasure measure;
    double limit;
    const char *words;
  } good[] = {
    { "1mi", BL_MEASURE_DISTANCE, BL_MILE, "1 mile" },    { "1200m", BL_MEASURE_DISTANCE, 1200, "1,200 m" },
    { "15min", BL_MEASURE_MINUTES, 15, "15 minutes" },    { "1 minute", BL_MEASURE_MINUTES, 1, "1 minute" },
    { " 7.5 Mins", BL_MEASURE_MINUTES, 7.5, "7.5 minutes" }, { "1.5 hours", BL_MEASURE_MINUTES, 90, "90 minutes" },
  };
  const char *const bad[] = { NULL, "", "min", "0min", "-5min", "15", "1e9min", "25 hours", "15 min walk", "nan min" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;
      BlMeasure measure;
      double limit;

      g_assert_true (bl_access_parse_within (good[i].text, &measure, &limit, &error));
      g_assert_no_error (error);
      g_assert_cmpint (measure, ==, good[i].measure);
      g_assert_cmpfloat (limit, ==, good[i].limit);
      words = bl_access_within_to_text (measure, limit);
      g_assert_cmpstr (words, ==, good[i].words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      BlMeasure measure;
      double limit;

      g_assert_false (bl_access_parse_within (bad[i], &measure, &limit, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
    }
}

static void
test_time (void)
{
  const struct
  {
    const char *text;
    guint day, hour, minute;
    const char *words;
  } good[] = {
    { "Sat 14:00", 5, 14, 0, "Saturday 14:00" }, { "monday 09.30", 0, 9, 30, "Monday 09:30" },
    { "Th 9", 3, 9, 0, "Thursday 09:00" },       { "tue, 2.30pm", 1, 14, 30, "Tuesday 14:30" },
    { "SUNDAY 12 am", 6, 0, 0, "Sunday 00:00" }, { "su12pm", 6, 12, 0, "Sunday 12:00" },
    { "wed 23:59", 2, 23, 59, "Wednesday 23:59" },
  };
  const char *const bad[] = { NULL, "", "14:00", "Sat", "S 14:00", "Satur 24:00", "Sat 14:60", "Sat 14:0", "Sat 13pm",
                              "Sat 0am", "Someday 10:00", "Sat 14:00 or so", "Sat -1", "Sat 140", "Sat 14:000" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;
      guint minute;

      g_assert_true (bl_access_parse_time (good[i].text, &minute, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (minute, ==, good[i].day * 1440 + good[i].hour * 60 + good[i].minute);
      words = bl_access_time_to_text (minute);
      g_assert_cmpstr (words, ==, good[i].words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      guint minute;

      g_assert_false (bl_access_parse_time (bad[i], &minute, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/access-text/limits", test_limits);
  g_test_add_func ("/analysis/access-text/within", test_within);
  g_test_add_func ("/analysis/access-text/time", test_time);
  return g_test_run ();
}
