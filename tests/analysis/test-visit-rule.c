/* test-visit-rule.c: rules of visits, from the examples of RFC 5545 and by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "visit-rule.h"

#include "facts.h"

static guint32
day (const char *iso)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, iso);
  g_assert_true (g_date_valid (&date));
  return g_date_get_julian (&date);
}

static char *
list_days (const char *text, const char *start, const char *end, const char *except, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) exceptions = bl_visit_exceptions_parse (except, NULL);
  g_autoptr (GArray) days = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  BlVisitRule rule;

  g_assert_true (bl_visit_rule_parse (text, &rule, &error));
  g_assert_no_error (error);
  days = bl_visit_rule_days (&rule, day (start), end != NULL ? day (end) : 0, exceptions, day (from), day (to));
  for (guint i = 0; i < days->len; i++)
    {
      GDate date;
      char words[32];

      g_date_clear (&date, 1);
      g_date_set_julian (&date, g_array_index (days, guint32, i));
      g_date_strftime (words, sizeof words, "%Y-%m-%d", &date);
      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", words);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_days (void)
{
  const struct
  {
    const char *rule, *start, *end, *except, *from, *to, *days;
  } cases[] = {
    { "FREQ=WEEKLY;INTERVAL=4", "2019-11-12", NULL, NULL, "2020-01-01", "2020-02-29", "2020-01-07 2020-02-04" },
    { "RRULE:FREQ=WEEKLY;INTERVAL=4;", "2019-11-12", "2020-01-31", NULL, "2020-01-01", "2020-02-29", "2020-01-07" },
    { "FREQ=WEEKLY", "2020-01-01", NULL, "2020-01-08, 22/01/2020", "2020-01-01", "2020-01-31",
      "2020-01-01 2020-01-15 2020-01-29" },
    /* RFC 5545: every other week on Tuesday and Thursday, for eight occurrences. */
    { "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02", NULL, NULL, "1997-09-01", "1998-12-31",
      "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16" },
    /* The same rule differs by the day on which weeks begin. */
    { "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", NULL, NULL, "1997-08-01", "1997-12-31",
      "1997-08-05 1997-08-10 1997-08-19 1997-08-24" },
    { "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", NULL, NULL, "1997-08-01", "1997-12-31",
      "1997-08-05 1997-08-17 1997-08-19 1997-08-31" },
    /* Monthly on the first Friday until 24 December. */
    { "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997-09-05", NULL, NULL, "1997-09-01", "1998-12-31",
      "1997-09-05 1997-10-03 1997-11-07 1997-12-05" },
    /* Monthly on the second-to-last Monday, for six months. */
    { "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", NULL, NULL, "1997-09-01", "1998-12-31",
      "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16" },
    { "FREQ=MONTHLY", "2020-01-31", NULL, NULL, "2020-01-01", "2020-05-31", "2020-01-31 2020-03-31 2020-05-31" },
    { "FREQ=DAILY;INTERVAL=10;COUNT=3", "2020-02-20", NULL, NULL, "2020-01-01", "2020-12-31",
      "2020-02-20 2020-03-01 2020-03-11" },
    /* The count runs from the start, not from the days asked about. */
    { "FREQ=WEEKLY;COUNT=3", "2020-01-01", NULL, NULL, "2020-01-10", "2020-12-31", "2020-01-15" },
    { "FREQ=WEEKLY", "2020-01-01", NULL, NULL, "2019-01-01", "2019-12-31", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days = list_days (cases[i].rule, cases[i].start, cases[i].end, cases[i].except, cases[i].from,
                                         cases[i].to);

      g_assert_cmpstr (days, ==, cases[i].days);
    }
}

static void
test_yearly (void)
{
  const struct
  {
    const char *rule;
    double visits;
  } cases[] = {
    { "FREQ=WEEKLY;INTERVAL=4", 365.25 / 28 },  { "FREQ=WEEKLY;BYDAY=MO,TH", 2 * 365.25 / 7 },
    { "FREQ=MONTHLY;BYDAY=1TU,3TU", 24 },       { "FREQ=MONTHLY;INTERVAL=3", 4 },
    { "FREQ=MONTHLY;BYDAY=WE", 365.25 / 7 },    { "FREQ=DAILY;INTERVAL=2", 365.25 / 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlVisitRule rule;

      g_assert_true (bl_visit_rule_parse (cases[i].rule, &rule, NULL));
      g_assert_cmpfloat_with_epsilon (bl_visit_rule_yearly (&rule), cases[i].visits, 1e-9);
    }
}

static void
test_bad (void)
{
  const char *const bad[] = {
    NULL, "", "weekly", "FREQ=", "FREQ=HOURLY", "FREQ=YEARLY", "INTERVAL=2", "FREQ=WEEKLY;INTERVAL=0",
    "FREQ=WEEKLY;INTERVAL=-1", "FREQ=WEEKLY;INTERVAL=x", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=",
    "FREQ=WEEKLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=0TU", "FREQ=MONTHLY;BYDAY=9TU", "FREQ=DAILY;BYDAY=MO",
    "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=WEEKLY;UNTIL=2020", "FREQ=WEEKLY;UNTIL=20201301", "FREQ=WEEKLY;COUNT=0",
    "FREQ=WEEKLY;WKST=X", "FREQ=WEEKLY;INTERVAL=99999999999999999999", "FREQ;WEEKLY", "FREQ=WEEKLY;;",
  };
  guint unclear = 0;
  g_autoptr (GArray) days = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      BlVisitRule rule = { .count = 7 };
      gboolean semicolons = bad[i] != NULL && g_str_has_suffix (bad[i], ";;");

      /* Nothing between two semicolons is nothing; all else is refused and leaves the rule alone. */
      g_assert_true (bl_visit_rule_parse (bad[i], &rule, &error) == semicolons);
      if (semicolons)
        continue;
      g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
      g_assert_cmpuint (rule.count, ==, 7);
    }
  days = bl_visit_exceptions_parse ("2020-01-08, soon; 31/02/2020,,2020-13-01, 24/12/2019", &unclear);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpuint (unclear, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/visit-rule/days", test_days);
  g_test_add_func ("/analysis/visit-rule/yearly", test_yearly);
  g_test_add_func ("/analysis/visit-rule/bad", test_bad);
  return g_test_run ();
}
