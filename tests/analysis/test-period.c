/* test-period.c: months, quarters and years read, written and counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "facts.h"
#include "period.h"

typedef struct
{
  const char *text;
  BlPeriodKind hint, kind;
  const char *iso, *shown;
} Case;

static const Case cases[] = {
  { "2023-04-01/P1M", 0, BL_PERIOD_KIND_MONTH, "2023-04-01/P1M", "Apr 2023" },
  { "2023-04", 0, BL_PERIOD_KIND_MONTH, "2023-04-01/P1M", "Apr 2023" },
  { "2023-4", 0, BL_PERIOD_KIND_MONTH, "2023-04-01/P1M", "Apr 2023" },
  { " April 2023 ", 0, BL_PERIOD_KIND_MONTH, "2023-04-01/P1M", "Apr 2023" },
  { "2010-11", 0, BL_PERIOD_KIND_MONTH, "2010-11-01/P1M", "Nov 2010" },
  { "2010-11", BL_PERIOD_KIND_FY, BL_PERIOD_KIND_FY, "2010-04-01/P1Y", "2010-11" },
  { "2010-12", BL_PERIOD_KIND_FY, BL_PERIOD_KIND_MONTH, "2010-12-01/P1M", "Dec 2010" },
  { "2023-24", 0, BL_PERIOD_KIND_FY, "2023-04-01/P1Y", "2023-24" },
  { "1999-00", 0, BL_PERIOD_KIND_FY, "1999-04-01/P1Y", "1999-00" },
  { "2023/24", 0, BL_PERIOD_KIND_FY, "2023-04-01/P1Y", "2023-24" },
  { "2023/2024", 0, BL_PERIOD_KIND_FY, "2023-04-01/P1Y", "2023-24" },
  { "2024/25", BL_PERIOD_KIND_AY, BL_PERIOD_KIND_AY, "2024-09-01/P1Y", "school year 2024/25" },
  { "school year 2024/25", 0, BL_PERIOD_KIND_AY, "2024-09-01/P1Y", "school year 2024/25" },
  { "2023-04-01/P1Y", 0, BL_PERIOD_KIND_FY, "2023-04-01/P1Y", "2023-24" },
  { "2024-09-01/P1Y", BL_PERIOD_KIND_FY, BL_PERIOD_KIND_AY, "2024-09-01/P1Y", "school year 2024/25" },
  { "2023-01-01/P12M", 0, BL_PERIOD_KIND_CY, "2023-01-01/P1Y", "2023" },
  { "2023-04-01/P3M", 0, BL_PERIOD_KIND_QUARTER, "2023-04-01/P3M", "Apr–Jun 2023 (Q1)" },
  { "2023-24 Q4", 0, BL_PERIOD_KIND_QUARTER, "2024-01-01/P3M", "Jan–Mar 2024 (Q4)" },
  { "Jan–Mar 2024 (Q4)", 0, BL_PERIOD_KIND_QUARTER, "2024-01-01/P3M", "Jan–Mar 2024 (Q4)" },
  { "2023-04-01/2023-06-30", 0, BL_PERIOD_KIND_QUARTER, "2023-04-01/P3M", "Apr–Jun 2023 (Q1)" },
  { "2023", 0, BL_PERIOD_KIND_CY, "2023-01-01/P1Y", "2023" },
  { "2024-03-31", 0, BL_PERIOD_KIND_SNAPSHOT, "2024-03-31/P0D", "at 31 Mar 2024" },
  { "at 2024-03-31", 0, BL_PERIOD_KIND_SNAPSHOT, "2024-03-31/P0D", "at 31 Mar 2024" },
  { "2024-03-31/P0D", 0, BL_PERIOD_KIND_SNAPSHOT, "2024-03-31/P0D", "at 31 Mar 2024" },
  { "2019-02-11/P7D", 0, BL_PERIOD_KIND_SPAN, "2019-02-11/P7D", "11–17 Feb 2019" },
  { "2019-01-28/P1W", 0, BL_PERIOD_KIND_SPAN, "2019-01-28/P7D", "28 Jan – 3 Feb 2019" },
  { "2023-09-01/P1Y", BL_PERIOD_KIND_ROLLING, BL_PERIOD_KIND_ROLLING, "2023-09-01/P1Y",
    "12 months to Aug 2024" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL, *shown = NULL;
      BlPeriod period, again;

      g_test_message ("%s", cases[i].text);
      g_assert_true (bl_period_parse (cases[i].text, cases[i].hint, &period, &error));
      g_assert_no_error (error);
      g_assert_cmpint (period.kind, ==, cases[i].kind);
      iso = bl_period_to_iso (&period);
      shown = bl_period_to_text (&period);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_true (bl_period_parse (iso, period.kind, &again, &error));
      g_assert_true (bl_period_equal (&period, &again));
      g_assert_cmpint (again.kind, ==, period.kind);
    }
}

static void
test_refuse (void)
{
  static const char *const bad[] = { NULL,
                                     "",
                                     " ",
                                     "12",
                                     "20234",
                                     "2023-13",
                                     "2023-00",
                                     "2023-25-",
                                     "2023/25",
                                     "Q1",
                                     "2023-24 Q5",
                                     "April",
                                     "Ap 2023",
                                     "2023-02-30",
                                     "2023-04-01/",
                                     "2023-04-01/P",
                                     "2023-04-01/P-3M",
                                     "2023-04-01/P3H",
                                     "2023-04-01/2023-03-01",
                                     "-023-04",
                                     "0000",
                                     "2023-04-01/P99999Y",
                                     "Apr–Jun 2023 (Q2)",
                                     "apr 2023 or so",
                                     "999999999999-01" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      BlPeriod period;

      g_test_message ("%s", bad[i] != NULL ? bad[i] : "NULL");
      g_assert_false (bl_period_parse (bad[i], 0, &period, &error));
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
      g_assert_cmpuint (period.start, ==, 0);
    }
}

static void
test_steps (void)
{
  BlPeriod year, month, other;
  g_autofree char *text = NULL;

  g_assert_true (bl_period_parse ("2023-24", 0, &year, NULL));
  g_assert_cmpuint (bl_period_count (&year, BL_PERIOD_KIND_MONTH), ==, 12);
  g_assert_cmpuint (bl_period_count (&year, BL_PERIOD_KIND_QUARTER), ==, 4);
  g_assert_cmpuint (bl_period_count (&year, BL_PERIOD_KIND_FY), ==, 1);
  g_assert_cmpuint (bl_period_count (&year, BL_PERIOD_KIND_AY), ==, 0);
  g_assert_cmpuint (bl_period_count (&year, BL_PERIOD_KIND_SNAPSHOT), ==, 0);
  month = bl_period_of (year.start, BL_PERIOD_KIND_MONTH);
  for (guint i = 0; i < 24; i++)
    month = bl_period_step (&month, 1);
  text = bl_period_to_iso (&month);
  g_assert_cmpstr (text, ==, "2025-04-01/P1M");
  g_assert_cmpuint (bl_period_count (&month, BL_PERIOD_KIND_QUARTER), ==, 0);
  other = bl_period_step (&year, 2);
  g_assert_cmpuint (other.start, ==, month.start);
  g_assert_cmpint (bl_period_compare (&month, &other), <, 0);
  other = bl_period_step (&other, -2);
  g_assert_true (bl_period_equal (&other, &year));
  /* Leap years: February 2024 has its day. */
  g_assert_true (bl_period_parse ("2024-02", 0, &month, NULL));
  g_assert_cmpuint (month.end - month.start, ==, 29);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/period/parse", test_parse);
  g_test_add_func ("/analysis/period/refuse", test_refuse);
  g_test_add_func ("/analysis/period/steps", test_steps);
  return g_test_run ();
}
