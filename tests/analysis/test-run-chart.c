/* test-run-chart.c: median, runs and crossings against indicator-content 5.5
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "newcastle.h"
#include "run-chart.h"

#include <math.h>

/* The table of 5.5: from n = 10. */
static const guint table[][4] = {
  { 3, 9, 6, 2 },   { 4, 9, 6, 2 },    { 4, 10, 7, 3 },   { 4, 11, 7, 3 }, { 4, 12, 7, 4 }, { 5, 12, 7, 4 },
  { 5, 13, 7, 4 },  { 6, 13, 7, 5 },   { 6, 14, 7, 5 },   { 6, 15, 7, 6 }, { 7, 15, 7, 6 }, { 7, 16, 7, 6 },
  { 8, 16, 7, 7 },  { 8, 17, 8, 7 },   { 8, 18, 8, 8 },   { 9, 18, 8, 8 }, { 9, 19, 8, 8 }, { 10, 19, 8, 9 },
  { 10, 20, 8, 9 }, { 10, 21, 8, 10 }, { 11, 21, 8, 10 },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint least, most;

      bl_run_chart_get_runs (i + 10, &least, &most);
      g_assert_cmpuint (least, ==, table[i][0]);
      g_assert_cmpuint (most, ==, table[i][1]);
      g_assert_cmpuint (bl_run_chart_get_longest (i + 10), ==, table[i][2]);
      g_assert_cmpuint (bl_run_chart_get_least_crossings (i + 10), ==, table[i][3]);
    }
}

static char *
hits_text (const BlRunChart *chart, const char *name, const double *values, guint n)
{
  g_autoptr (GArray) hits = bl_run_chart_apply (chart, bl_rule_set_find (name), values, n);
  GString *text = g_string_new (NULL);

  for (guint h = 0; h < hits->len; h++)
    {
      const BlHit *hit = &g_array_index (hits, BlHit, h);

      g_string_append_printf (text, "%s%u: %u-%u %+d", h > 0 ? ", " : "", hit->rule->number, hit->first + 1,
                              hit->last + 1, hit->side);
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_stretch (const char *file, const char *library, double *values)
{
  g_autoptr (NewcastleFile) data = newcastle_read (file);
  BlPeriod period = newcastle_period ("2022-09", 0);
  const BlObservations *row;
  guint at;

  if (data == NULL)
    return FALSE;
  row = newcastle_row (data, library);
  at = (guint) bl_observations_find (row, &period);
  for (guint i = 0; i < 24; i++)
    values[i] = row->items[at + i].value;
  return TRUE;
}

static void
test_city_computers (void)
{
  static const double printed[]
      = { 29, 33, 31, 27, 33, 36, 36, 34, 33, 24, 32, 34, 34, 37, 37, 33, 34, 37, 37, 38, 34, 35, 35, 32 };
  g_autofree char *ihi = NULL, *anhoej = NULL;
  double values[24];
  BlRunChart chart;

  if (!read_stretch (NEWCASTLE_COMPUTERS, "City", values))
    return;
  for (guint i = 0; i < 24; i++)
    g_assert_cmpfloat (values[i], ==, printed[i]);
  bl_run_chart_find (values, 24, &chart);
  g_assert_cmpfloat (chart.median, ==, 34);
  g_assert_cmpuint (chart.n, ==, 24);
  g_assert_cmpuint (chart.useful, ==, 19);
  g_assert_cmpuint (chart.runs, ==, 7);
  g_assert_cmpuint (chart.crossings, ==, 6);
  g_assert_cmpuint (chart.longest, ==, 5);
  g_assert_cmpuint (chart.longest_allowed, ==, 7);
  g_assert_cmpuint (chart.least_crossings, ==, 6);
  ihi = hits_text (&chart, "run-ihi", values, 24);
  anhoej = hits_text (&chart, "run-anhoej", values, 24);
  g_assert_cmpstr (ihi, ==, "");
  g_assert_cmpstr (anhoej, ==, "");
}

static void
test_east_end (void)
{
  g_autofree char *ihi = NULL, *anhoej = NULL;
  double values[24];
  BlRunChart chart;

  if (!read_stretch (NEWCASTLE_ISSUES, "East End", values))
    return;
  bl_run_chart_find (values, 24, &chart);
  g_assert_cmpfloat (chart.median, ==, 841.5);
  g_assert_cmpuint (chart.useful, ==, 24);
  g_assert_cmpuint (chart.runs, ==, 12);
  g_assert_cmpuint (chart.crossings, ==, 11);
  g_assert_cmpuint (chart.longest, ==, 6);
  ihi = hits_text (&chart, "run-ihi", values, 24);
  anhoej = hits_text (&chart, "run-anhoej", values, 24);
  g_assert_cmpstr (ihi, ==, "1: 19-24 -1");
  g_assert_cmpstr (anhoej, ==, "");
}

static void
test_gosforth (void)
{
  g_autofree char *ihi = NULL, *anhoej = NULL;
  double values[24];
  BlRunChart chart;

  if (!read_stretch (NEWCASTLE_ISSUES, "Gosforth", values))
    return;
  bl_run_chart_find (values, 24, &chart);
  g_assert_cmpfloat (chart.median, ==, 4961.5);
  g_assert_cmpuint (chart.longest, ==, 7);
  g_assert_cmpuint (chart.crossings, ==, 8);
  ihi = hits_text (&chart, "run-ihi", values, 24);
  anhoej = hits_text (&chart, "run-anhoej", values, 24);
  g_assert_cmpstr (ihi, ==, "1: 4-10 -1, 2: 12-16 -1");
  g_assert_cmpstr (anhoej, ==, "");
}

/* Worked by hand. */
static void
test_ties (void)
{
  static const double level[] = { 5, 5, 5, 5 };
  static const double few[] = { 1, 2, 2, NAN, 3, 4, 4, 5, 1, 1 };
  static const double shifted[] = { 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9 };
  g_autofree char *ihi = NULL, *anhoej = NULL, *none = NULL;
  BlRunChart chart;

  bl_run_chart_find (level, 4, &chart);
  g_assert_cmpuint (chart.useful, ==, 0);
  g_assert_cmpuint (chart.runs, ==, 0);
  bl_run_chart_find (few, 10, &chart);
  g_assert_cmpuint (chart.n, ==, 9);
  g_assert_cmpfloat (chart.median, ==, 2);
  ihi = hits_text (&chart, "run-ihi", few, 10);
  g_assert_cmpstr (ihi, ==, "2: 1-8 +1"); /* 1, 2, 3, 4, 5: repeats and gaps passed over */
  bl_run_chart_find (shifted, 14, &chart);
  anhoej = hits_text (&chart, "run-anhoej", shifted, 14);
  g_assert_cmpstr (anhoej, ==, "2: 1-14 +0"); /* a run of seven is allowed, one crossing is not */
  bl_run_chart_find (NULL, 0, &chart);
  none = hits_text (&chart, "run-ihi", NULL, 0);
  g_assert_true (isnan (chart.median));
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/run-chart/table", test_table);
  g_test_add_func ("/analysis/run-chart/city-computers", test_city_computers);
  g_test_add_func ("/analysis/run-chart/east-end", test_east_end);
  g_test_add_func ("/analysis/run-chart/gosforth", test_gosforth);
  g_test_add_func ("/analysis/run-chart/ties", test_ties);
  return g_test_run ();
}
