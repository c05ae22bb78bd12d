/* test-indicator-study.c: which charts an indicator is offered as, at the service and at a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "indicator-study.h"
#include "series.h"

static void
add_series (BlProject *project, BlLibrary *library, double level)
{
  g_autoptr (BlSeries) series = bl_series_new (NULL);
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BlTable) period_table = NULL, value_table = NULL;
  double values[24];

  for (guint m = 0; m < 24; m++)
    {
      g_ptr_array_add (periods, g_strdup_printf ("%u-%02u-01/P1M", 2022 + (m + 3) / 12, (m + 3) % 12 + 1));
      values[m] = level + m % 5;
    }
  period_table = bl_table_new_texts ((const char *const *) periods->pdata, 24);
  value_table = bl_table_new_numbers (values, 24);
  bl_record_set_text (BL_RECORD (series), "measure", "visits_all");
  bl_record_set_enum (BL_RECORD (series), "geography", BL_GEOGRAPHY_LIBRARY);
  bl_record_set_enum (BL_RECORD (series), "period-kind", BL_PERIOD_KIND_MONTH);
  bl_record_set_text (BL_RECORD (series), "library", bl_record_get_id (BL_RECORD (library)));
  bl_record_set_table (BL_RECORD (series), "periods", period_table);
  bl_record_set_table (BL_RECORD (series), "values", value_table);
  bl_record_append (BL_RECORD (project), "series", BL_RECORD (series));
}

static gboolean
offers (BlIndicatorStudy *study, BlChartKind kind)
{
  BlChartKind kinds[8];
  guint n = bl_indicator_study_get_charts (study, kinds);

  for (guint i = 0; i < n; i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

static void
test_libraries (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  g_autoptr (BlIndicatorStudy) study = bl_indicator_study_new (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (&error);
  g_autoptr (BlIndicator) visits = NULL;
  BlProject *project = bl_session_get_project (session);
  BlLibrary *first = bl_app_fixture_library (session, "A Library");
  BlChart *chart;

  g_assert_no_error (error);
  visits = bl_dictionary_copy_indicator (dictionary, "visits-total");
  bl_project_begin (project, "series");
  add_series (project, first, 100);
  add_series (project, bl_app_fixture_library (session, "B Library"), 900);
  bl_record_append (BL_RECORD (project), "indicators", BL_RECORD (visits));
  bl_project_commit (project);
  bl_indicator_study_set_indicator (study, visits);
  bl_indicator_study_set_period (study, BL_PERIOD_KIND_MONTH);
  g_assert_true (offers (study, BL_CHART_CONTROL));
  g_assert_true (offers (study, BL_CHART_MULTIPLES));
  g_assert_cmpint (bl_indicator_study_get_chart (study)->kind, ==, BL_CHART_CONTROL);
  bl_indicator_study_set_chart_kind (study, BL_CHART_MULTIPLES);
  chart = bl_indicator_study_get_chart (study);
  g_assert_cmpint (chart->kind, ==, BL_CHART_MULTIPLES);
  g_assert_cmpuint (chart->panels->len, ==, 2);
  g_assert_cmpuint (chart->table->rows->len, ==, 48);
  /* Of a library there are no others, and the usual kind is shown. */
  bl_indicator_study_set_place (study, bl_record_get_id (BL_RECORD (first)));
  g_assert_false (offers (study, BL_CHART_MULTIPLES));
  g_assert_cmpint (bl_indicator_study_get_chart (study)->kind, ==, BL_CHART_CONTROL);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/indicator-study/libraries", test_libraries);
  return g_test_run ();
}
