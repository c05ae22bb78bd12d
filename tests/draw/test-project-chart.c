/* test-project-chart.c: charts of a project's ages, reach, week and shares say what access says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "project-chart.h"

#include <math.h>

#include "../analysis/made.h"
#include "../analysis/published.h"
#include "chart-read.h"

/* One library; areas at 0, 1,000, 2,000 and 4,000 m: within a mile, within two, and beyond. */
static const BlPoint points[] = { { 0, 0 }, { 1000, 0 }, { 2000, 0 }, { 4000, 0 } };
static const double people[] = { 10, 20, 30, 40 }, young[] = { 5, 10, 5, 0 }, old[] = { 1, 2, 10, NAN };

static BlFacts *
make_facts (gboolean ages, gboolean hours)
{
  g_autoptr (BlProject) project = made_project_new (points, people, 4);
  BlRecord *library = BL_RECORD (made_library_add (project, "West", 0, 0));

  if (ages)
    {
      made_value_add (project, "aged_0_15", BL_VALUE_KIND_COUNT, young, 4);
      made_value_add (project, "aged_60_plus", BL_VALUE_KIND_COUNT, old, 4);
    }
  if (hours)
    {
      bl_record_set_text (library, "monday", "10:00-13:00");
      bl_record_set_text (library, "tuesday", "closed");
    }
  bl_project_commit (project);
  return bl_facts_new (project);
}

static BlChart *
draw (const BlFacts *facts, BlChartKind kind)
{
  g_autoptr (GError) error = NULL;
  BlChart *chart = bl_project_chart_new (&(BlProjectChart){ .facts = facts }, kind, &error);

  g_assert_no_error (error);
  return chart;
}

/* Near 15 young and 3 old, farther 5 and 10: 83.3 and 16.7 %, 33.3 and 66.7 %. */
static void
test_ages (void)
{
  g_autoptr (BlFacts) facts = make_facts (TRUE, FALSE);
  g_autoptr (BlChart) chart = draw (facts, BL_CHART_PYRAMID);
  const BlChartMark *near = chart_mark (chart, 0, BL_MARK_BAR, 0), *far = chart_mark (chart, 1, BL_MARK_BAR, 0);

  chart_assert_whole (chart, 2);
  g_assert_cmpfloat_with_epsilon (chart_datum (near, 0)->x, 100 * 3 / 18.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart_datum (near, 1)->x, 100 * 15 / 18.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart_datum (far, 0)->x, 100 * 10 / 15.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart_datum (far, 1)->x, 100 * 5 / 15.0, 1e-9);
  chart_assert_cell (chart, 0, 0, "60 and over");
  chart_assert_says (chart_datum (near, 0)->words, "60 and over, within 1 mile: 16.7%, 3 people, 1 area is not known");
  chart_assert_says (chart->subtitle, "1 mile in a straight line");
}

static void
test_shares (void)
{
  g_autoptr (BlFacts) facts = make_facts (TRUE, FALSE);
  g_autoptr (GError) error = NULL;
  BlGroupCounts *group = bl_group_counts_new (facts, "aged_0_15", NULL);
  const double falling[] = { 2 * BL_MILE, BL_MILE }, four[] = { 1, 2, 3, 4 };
  g_autoptr (BlChart) chart = bl_project_chart_new (&(BlProjectChart){ .facts = facts, .groups = &group, .n_groups = 1 },
                                                    BL_CHART_STACKED, &error);
  const char *const cells[2][6] = { { "30", "30.0%", "30", "30.0%", "40", "40.0%" }, { "15", "75.0%", "5", "25.0%", "0", "0%" } };

  g_assert_no_error (error);
  chart_assert_whole (chart, 2);
  for (guint row = 0; row < 2; row++)
    for (guint column = 0; column < 6; column++)
      chart_assert_cell (chart, row, column + 1, cells[row][column]);
  g_assert_cmpstr (chart_mark (chart, 0, BL_MARK_BAR, 1)->name, ==, "1 mile to 2 miles");
  g_assert_cmpfloat_with_epsilon (chart_datum (chart_mark (chart, 0, BL_MARK_BAR, 2), 0)->y0, 60, 1e-9);
  g_assert_null (bl_project_chart_new (
      &(BlProjectChart){ .facts = facts, .question = { .limits = falling, .n_limits = 2 } }, BL_CHART_STACKED, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_clear_error (&error);
  g_assert_null (bl_project_chart_new (&(BlProjectChart){ .facts = facts, .question = { .limits = four, .n_limits = 4 } },
                                       BL_CHART_STACKED, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  bl_group_counts_free (group);
}

static void
test_curve (void)
{
  g_autoptr (BlFacts) facts = make_facts (FALSE, FALSE);
  g_autoptr (BlChart) chart = draw (facts, BL_CHART_CURVE);

  g_assert_cmpint (chart->kind, ==, BL_CHART_CURVE);
  chart_assert_says (chart->sentence, "30.0% live within 1 mile in a straight line.");
  /* Every 200 m up to 4 km: 10 % at once, 30 from 1,000 m, 60 from 2,000 m. */
  chart_assert_whole (chart, 20);
  chart_assert_cell (chart, 0, 1, "10.0%");
  chart_assert_cell (chart, 4, 1, "30.0%");
  chart_assert_cell (chart, 9, 1, "60.0%");
  chart_assert_cell (chart, 19, 1, "100%");
}

static void
test_week (void)
{
  g_autoptr (BlFacts) facts = make_facts (FALSE, TRUE), unknown = make_facts (FALSE, FALSE);
  g_autoptr (BlChart) chart = draw (facts, BL_CHART_HEAT);
  g_autoptr (GError) error = NULL;

  /* Three hours of seven days; of five nothing is known. */
  chart_assert_whole (chart, 21);
  chart_assert_cell (chart, 0, 1, "10:00");
  chart_assert_cell (chart, 0, 2, "30.0%");
  chart_assert_cell (chart, 3, 2, "0%");
  chart_assert_cell (chart, 6, 2, "not known");
  g_assert_null (bl_project_chart_new (&(BlProjectChart){ .facts = unknown }, BL_CHART_HEAT, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
}

static void
test_lacks (void)
{
  g_autoptr (BlFacts) facts = make_facts (FALSE, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_project_chart_new (&(BlProjectChart){ .facts = facts }, BL_CHART_PYRAMID, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  g_assert_true (bl_project_chart_is_kind (BL_CHART_PYRAMID));
  g_assert_false (bl_project_chart_is_kind (BL_CHART_FUNNEL));
}

/* expected.md: of those aged 0–15 93.19 % within a mile, of 60 and over 91.977 %; of all 93.648 %. */
static void
test_published (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlChart) ages = NULL, shares = NULL;
  const BlChartTable *table;
  guint last;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  ages = draw (facts, BL_CHART_PYRAMID);
  table = ages->table;
  last = table->rows->len - 1;
  for (guint i = 0; i < 2; i++)
    {
      guint row = i == 0 ? last : 0;
      double near = bl_chart_table_get (table, row, 1)->value, far = bl_chart_table_get (table, row, 3)->value;

      g_assert_cmpfloat (near + far, ==, i == 0 ? 50575 : 55053);
      g_assert_cmpfloat_with_epsilon (near / (near + far) * 100, i == 0 ? 93.19 : 91.977, 0.000501);
    }
  shares = draw (facts, BL_CHART_STACKED);
  g_assert_cmpfloat_with_epsilon (bl_chart_table_get (shares->table, 0, 2)->value, 93.648, 0.000501);
  g_assert_cmpfloat_with_epsilon (bl_chart_table_get (shares->table, 0, 4)->value, 100 - 93.648, 0.000501);
  g_assert_cmpfloat (bl_chart_table_get (shares->table, 0, 5)->value, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-chart/ages", test_ages);
  g_test_add_func ("/project-chart/shares", test_shares);
  g_test_add_func ("/project-chart/curve", test_curve);
  g_test_add_func ("/project-chart/week", test_week);
  g_test_add_func ("/project-chart/lacks", test_lacks);
  g_test_add_func ("/project-chart/published", test_published);
  return g_test_run ();
}
