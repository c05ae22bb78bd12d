/* test-named-period.c: months and years as headings and cells write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "named-period.h"


static void
check (const char *text, gboolean years, const char *first, const char *last, const char *label)
{
  BlNamedPeriod period;
  GDate date;
  char bytes[2][16];
  g_autofree char *is = NULL;

  g_assert_true (bl_named_period_read (text, years, &period, NULL));
  g_date_set_julian (&date, period.first);
  g_date_strftime (bytes[0], 16, "%Y-%m-%d", &date);
  g_date_set_julian (&date, period.last);
  g_date_strftime (bytes[1], 16, "%Y-%m-%d", &date);
  g_assert_cmpstr (bytes[0], ==, first);
  g_assert_cmpstr (bytes[1], ==, last);
  is = bl_named_period_dup_label (&period);
  g_assert_cmpstr (is, ==, label);
}

static void
test_forms (void)
{
  check ("2008-04", FALSE, "2008-04-01", "2008-04-30", "2008-09");
  check ("2008-04", TRUE, "2008-04-01", "2008-04-30", "2008-09");
  check ("2023-1", TRUE, "2023-01-01", "2023-01-31", "2022-23");
  check ("2024-02", TRUE, "2024-02-01", "2024-02-29", "2023-24");
  check ("2010-11", FALSE, "2010-11-01", "2010-11-30", "2010-11");
  check ("2010-11", TRUE, "2010-04-01", "2011-03-31", "2010-11");
  check ("2019-20", FALSE, "2019-04-01", "2020-03-31", "2019-20");
  check ("2019/20", FALSE, "2019-04-01", "2020-03-31", "2019-20");
  check (" 2018 - 2019 ", FALSE, "2018-04-01", "2019-03-31", "2018-19");
  check ("1999-00", FALSE, "1999-04-01", "2000-03-31", "1999-00");
  check ("Apr 2019", FALSE, "2019-04-01", "2019-04-30", "2019-20");
  check ("September-19", FALSE, "2019-09-01", "2019-09-30", "2019-20");
  check ("Sept 2019", FALSE, "2019-09-01", "2019-09-30", "2019-20");
  check ("03/2019", FALSE, "2019-03-01", "2019-03-31", "2018-19");
  check ("2019-03-01", FALSE, "2019-03-01", "2019-03-31", "2018-19");
  check ("01/03/2019", FALSE, "2019-03-01", "2019-03-31", "2018-19");
  check ("2019", FALSE, "2019-01-01", "2019-12-31", "2019");
  check ("2023-04-01/P3M", FALSE, "2023-04-01", "2023-06-30", "2023-24");
  check ("2023-04-01/P1Y", FALSE, "2023-04-01", "2024-03-31", "2023-24");
  check ("2023-03-01/2023-04-30", FALSE, "2023-03-01", "2023-04-30", NULL);
}

static void
test_none (void)
{
  static const char *const texts[] = { "",        "Library", "2019-13",       "2019-25",   "19-20",      "Aged 0-15", "1234567",
                                       "0001-02", "Total",   "2019-04-02",    "31/02/2019", "2019-00",    "May",
                                       "Marple",  "12",      "2019-04-01/P0M", "2019-04-01/P9999999999M" };
  BlNamedPeriod period;
  guint32 day;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (bl_named_period_read (texts[i], FALSE, &period, NULL))
        g_error ("“%s” is no period", texts[i]);
    }
  g_assert_false (bl_named_period_read (NULL, FALSE, &period, NULL));
  g_assert_false (bl_named_period_read_day ("2019-02-29", &day));
  g_assert_true (bl_named_period_read_day ("2020-02-29", &day));
}

static void
test_rest (void)
{
  g_autofree char *rest = NULL, *none = NULL;
  BlNamedPeriod period;

  g_assert_true (bl_named_period_read ("Visits 2023-24", TRUE, &period, &rest));
  g_assert_cmpstr (rest, ==, "visits");
  g_assert_true (bl_named_period_read ("2023-24", TRUE, &period, &none));
  g_assert_null (none);
  g_assert_cmpint (bl_named_period_get_form ("2010-11"), ==, BL_NAMED_PERIOD_FORM_BOTH);
  g_assert_cmpint (bl_named_period_get_form ("2010-09"), ==, BL_NAMED_PERIOD_FORM_MONTH);
  g_assert_cmpint (bl_named_period_get_form ("2010-2011"), ==, BL_NAMED_PERIOD_FORM_OTHER);
  g_assert_cmpuint (bl_named_period_days_of_label ("2023-24"), ==, 366);
  g_assert_cmpuint (bl_named_period_days_of_label ("2022-23"), ==, 365);
  g_assert_cmpuint (bl_named_period_days_of_label ("2023"), ==, 365);
  g_assert_cmpuint (bl_named_period_days_of_label ("never"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/named-period/forms", test_forms);
  g_test_add_func ("/exchange/named-period/none", test_none);
  g_test_add_func ("/exchange/named-period/rest", test_rest);
  return g_test_run ();
}
