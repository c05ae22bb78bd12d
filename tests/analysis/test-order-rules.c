/* test-order-rules.c: each order rule with dates that break it and dates that keep it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "order-rules.h"

static guint32
day (const char *iso)
{
  GDate date;
  int year, month, number;

  g_assert_cmpint (sscanf (iso, "%d-%d-%d", &year, &month, &number), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* As planning-content 3.2 gives them: what fails, then what passes. */
static void
test_each (void)
{
  static const struct
  {
    const char *item, *fails[2], *passes[2];
  } cases[] = {
    { "order.needs-options", { "2026-05-20", "2026-04-30" }, { "2026-03-31", "2026-04-30" } },
    { "order.criteria-scores", { "2026-04-10", "2026-04-02" }, { "2026-04-02", "2026-04-02" } },
    { "order.options-dcms", { "2026-05-10", "2026-05-04" }, { "2026-04-30", "2026-05-04" } },
    { "order.dcms-engagement", { "2026-06-01", "2026-06-01" }, { "2026-05-29", "2026-06-01" } },
    { "order.dcms-consultation", { "2026-06-15", "2026-06-08" }, { "2026-05-29", "2026-06-08" } },
    { "order.staff-consultation", { "2026-06-09", "2026-06-08" }, { "2026-06-05", "2026-06-08" } },
    { "order.dpia-consultation", { "2026-06-20", "2026-06-08" }, { "2026-06-01", "2026-06-08" } },
    { "order.equality-consultation", { "2026-07-01", "2026-06-08" }, { "2026-05-22", "2026-06-08" } },
    { "order.equality-published", { "2026-06-22", "2026-06-08" }, { "2026-06-08", "2026-06-08" } },
    { "order.consultation-length", { "2026-06-08", "2026-07-06" }, { "2026-06-08", "2026-08-31" } },
    { "order.close-analysis", { "2026-08-31", "2026-08-24" }, { "2026-08-31", "2026-09-25" } },
    { "order.analysis-answers", { "2026-09-25", "2026-09-18" }, { "2026-09-25", "2026-10-02" } },
    { "order.answers-decision", { "2026-11-17", "2026-11-17" }, { "2026-10-02", "2026-11-17" } },
    { "order.counter-decision", { "2026-11-20", "2026-11-17" }, { "2026-10-01", "2026-11-17" } },
    { "order.close-equality", { "2026-08-31", "2026-08-03" }, { "2026-08-31", "2026-09-28" } },
    { "order.equality-decision", { "2026-11-17", "2026-11-17" }, { "2026-10-09", "2026-11-17" } },
    { "order.notice-decision", { "2026-06-01", "2026-06-29" }, { "2026-06-01", "2026-06-30" } },
    { "order.agenda-decision", { "2026-06-08", "2026-06-15" }, { "2026-06-08", "2026-06-16" } },
    { "order.scrutiny-decision", { "2026-11-24", "2026-11-17" }, { "2026-11-03", "2026-11-17" } },
    { "order.legal-decision", { "2026-11-12", "2026-11-09" }, { "2026-10-23", "2026-11-09" } },
    { "order.decision-record", { "2026-11-17", "2026-11-16" }, { "2026-11-17", "2026-11-19" } },
    { "order.callin-action", { "2026-11-26", "2026-11-26" }, { "2026-11-26", "2027-01-11" } },
    { "order.decision-action", { "2026-11-17", "2026-10-01" }, { "2026-11-17", "2027-01-11" } },
    { "order.baseline-action", { "2027-02-01", "2027-01-11" }, { "2026-12-31", "2027-01-11" } },
    { "order.mitigation-change", { "2027-03-01", "2027-01-11" }, { "2027-01-04", "2027-01-11" } },
    { "order.vcs-notice", { "2026-12-01", "2027-02-15" }, { "2026-12-01", "2027-03-01" } },
    { "order.valuation", { "2027-04-10", "2027-04-01" }, { "2027-01-15", "2027-04-01" } },
    { "order.review", { "2026-11-17", "2028-01-10" }, { "2026-11-17", "2027-11-10" } },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) readiness = bl_framework_load ("readiness", &error);
  BlCatalogue *rules = bl_framework_find_catalogue (readiness, "order-rules");
  GListModel *all = bl_record_get_list (BL_RECORD (rules), "items");

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==,
                    G_N_ELEMENTS (cases) + 1); /* and the election, below */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlOrderRule rule;
      BlOrderDate fails[2] = { { day (cases[i].fails[0]), 0 }, { day (cases[i].fails[1]), 0 } };
      BlOrderDate passes[2] = { { day (cases[i].passes[0]), 0 }, { day (cases[i].passes[1]), 0 } },
                  none = { 0, 0 };

      g_test_message ("%s", cases[i].item);
      g_assert_true (bl_order_rule_read (bl_catalogue_find (rules, cases[i].item), &rule));
      g_assert_cmpint (bl_order_rule_check (&rule, &fails[0], &fails[1], NULL), ==, BL_ORDER_FAILS);
      g_assert_cmpint (bl_order_rule_check (&rule, &passes[0], &passes[1], NULL), ==, BL_ORDER_HOLDS);
      g_assert_cmpint (bl_order_rule_check (&rule, &none, &passes[1], NULL), ==, BL_ORDER_SILENT);
      g_assert_cmpint (bl_order_rule_check (&rule, &passes[0], &none, NULL), ==, BL_ORDER_SILENT);
    }
}

static void
test_election (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) readiness = bl_framework_load ("readiness", &error);
  BlOrderRule rule;
  BlOrderDate election = { day ("2026-03-27"), day ("2026-05-07") };
  BlOrderDate one_day = { day ("2026-05-07"), day ("2026-07-30") },
              after = { day ("2026-05-08"), day ("2026-07-31") };
  int found;

  g_assert_no_error (error);
  g_assert_true (bl_order_rule_read (
      bl_catalogue_find (bl_framework_find_catalogue (readiness, "order-rules"), "order.election"), &rule));
  g_assert_cmpint (bl_order_rule_check (&rule, &election, &one_day, &found), ==, BL_ORDER_FAILS);
  g_assert_cmpint (found, ==, 1);
  g_assert_cmpint (bl_order_rule_check (&rule, &election, &after, &found), ==, BL_ORDER_HOLDS);
}

static void
test_clear_days (void)
{
  g_assert_cmpint (bl_days_clear (day ("2026-06-01"), day ("2026-06-29")), ==, 27);
  g_assert_cmpint (bl_days_clear (day ("2026-06-01"), day ("2026-06-30")), ==, 28);
  g_assert_cmpint (bl_days_clear_working (day ("2026-06-08"), day ("2026-06-15")), ==, 4);
  g_assert_cmpint (bl_days_clear_working (day ("2026-06-08"), day ("2026-06-16")), ==, 5);
  /* Over Easter 2026: Good Friday 3 April, Easter Monday 6 April. */
  g_assert_cmpint (bl_days_clear_working (day ("2026-04-01"), day ("2026-04-08")), ==, 2);
}

/* As the government published them. */
static void
test_bank_holidays (void)
{
  static const char *const holidays[] = {
    "2019-01-01", "2019-04-19", "2019-04-22", "2019-05-06", "2019-05-27", "2019-08-26",
    "2019-12-25", "2019-12-26", "2020-05-08", "2020-12-25", "2020-12-28", "2021-12-27",
    "2021-12-28", "2022-01-03", "2022-06-02", "2022-06-03", "2022-09-19", "2022-12-26",
    "2022-12-27", "2023-01-02", "2023-05-08", "2024-03-29", "2024-04-01", "2025-04-18",
    "2025-04-21", "2026-12-25", "2026-12-28", "2027-12-27", "2027-12-28",
  };
  static const char *const plain[]
      = { "2020-05-04", "2022-05-30", "2024-12-27", "2025-12-29", "2026-06-08", "2022-12-28", "2019-12-27" };

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    if (!bl_days_is_bank_holiday (day (holidays[i])))
      g_error ("%s is a bank holiday", holidays[i]);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (bl_days_is_bank_holiday (day (plain[i])))
      g_error ("%s is none", plain[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/order-rules/each", test_each);
  g_test_add_func ("/order-rules/election", test_election);
  g_test_add_func ("/order-rules/clear-days", test_clear_days);
  g_test_add_func ("/order-rules/bank-holidays", test_bank_holidays);
  return g_test_run ();
}
