/* test-typed-value.c: figures typed in and corrected by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "typed-value.h"

#include <math.h>

#include "indicator-values.h"
#include "made.h"

static BlDictionary *dictionary;

static BlProject *
new_project (void)
{
  static const BlPoint point = { 424000, 564000 };
  BlProject *project = made_project_new (&point, NULL, 1);
  g_autoptr (BlService) service = bl_service_new (NULL);

  bl_record_set_text (BL_RECORD (service), "name", "Newcastle City Council");
  bl_record_set_text (BL_RECORD (service), "code", "E08000021");
  bl_record_set_child (BL_RECORD (project), "service", BL_RECORD (service));
  return project;
}

static BlPeriod
period_of (const char *text, BlPeriodKind kind)
{
  BlPeriod period;

  g_assert_true (bl_period_parse (text, kind, &period, NULL));
  return period;
}

/* In a step of its own. */
static gboolean
put (BlProject *project, const BlTypedValue *typed, GError **error)
{
  g_autoptr (BlBaseFigures) figures = bl_base_figures_new (project, NULL, dictionary);

  bl_project_begin (project, "Set the Figure");
  if (bl_typed_value_put (figures, typed, error))
    return bl_project_commit (project);
  bl_project_rollback (project);
  return FALSE;
}

static void
assert_put (BlProject *project, const BlTypedValue *typed)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (put (project, typed, &error));
  g_assert_no_error (error);
}

static void
assert_refused (BlProject *project, const BlTypedValue *typed, const char *words)
{
  guint64 revision = bl_project_get_revision (project);
  g_autoptr (GError) error = NULL;

  g_assert_false (put (project, typed, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_assert_cmpstr (error->message, ==, words);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
}

static BlRecord *
get_series (BlProject *project, guint at)
{
  g_autoptr (BlRecord) series = g_list_model_get_item (bl_record_get_list (BL_RECORD (project), "series"), at);

  return series; /* the list holds it */
}

/* The first makes a series, an earlier one comes before it, a correction says what was there. */
static void
test_whole (void)
{
  g_autoptr (BlProject) project = new_project ();
  BlTypedValue typed = { .measure = "wifi_users", .period = period_of ("2023-24", BL_PERIOD_KIND_FY), .value = 21696,
                         .state = BL_STATE_MEASURED, .source = "Router log" };
  BlKeptValue kept;
  BlRecord *series;

  bl_project_commit (project);
  g_assert_cmpint (bl_typed_value_kind (project, "wifi_users", NULL), ==, BL_PERIOD_KIND_UNKNOWN);
  assert_put (project, &typed);
  g_assert_cmpint (bl_typed_value_kind (project, "wifi_users", NULL), ==, BL_PERIOD_KIND_FY);
  typed.period = period_of ("2022-23", BL_PERIOD_KIND_FY);
  typed.value = 4740;
  typed.state = BL_STATE_ESTIMATE;
  typed.provisional = TRUE;
  typed.note = "Two weeks\ncounted";
  assert_put (project, &typed);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (project), "series")), ==, 1);
  series = get_series (project, 0);
  g_assert_cmpstr (bl_table_get_texts (bl_record_get_table (series, "periods"))[0], ==, "2022-04-01/P1Y");
  g_assert_cmpstr (bl_table_get_texts (bl_record_get_table (series, "periods"))[1], ==, "2023-04-01/P1Y");
  g_assert_cmpfloat (bl_table_get_numbers (bl_record_get_table (series, "values"))[0], ==, 4740);
  g_assert_cmpstr (bl_table_get_texts (bl_record_get_table (series, "states"))[0], ==, "estimate provisional");
  g_assert_cmpstr (bl_record_get_text (series, "source"), ==, "Router log");

  bl_typed_value_look (project, "wifi_users", NULL, &typed.period, &kept);
  g_assert_cmpfloat (kept.value, ==, 4740);
  g_assert_cmpint (kept.state, ==, BL_STATE_ESTIMATE);
  g_assert_true (kept.provisional);
  g_assert_cmpstr (kept.note, ==, "Two weeks counted");
  g_assert_cmpstr (kept.source, ==, "Router log");
  bl_kept_value_clear (&kept);

  typed.value = 4800;
  typed.state = BL_STATE_MEASURED;
  typed.provisional = FALSE;
  assert_put (project, &typed);
  bl_typed_value_look (project, "wifi_users", NULL, &typed.period, &kept);
  g_assert_cmpfloat (kept.value, ==, 4800);
  g_assert_cmpint (kept.state, ==, BL_STATE_MEASURED);
  g_assert_false (kept.provisional);
  g_assert_cmpstr (kept.note, ==, "Two weeks counted Was 4740 before.");
  bl_kept_value_clear (&kept);
  g_assert_null (bl_record_get_table (series, "states"));

  /* All of it is undone. */
  for (guint i = 0; i < 3; i++)
    g_assert_true (bl_project_undo (project));
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (project), "series")), ==, 0);
}

/* A library's: known to the sum, which then cannot be typed itself. */
static void
test_library (void)
{
  g_autoptr (BlProject) project = new_project ();
  BlLibrary *library = made_library_add (project, "Gosforth Library", 424000, 568000);
  g_autoptr (BlIndicator) visits = bl_dictionary_copy_indicator (dictionary, "visits-total");
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicatorValues) values = NULL;
  BlTypedValue typed = { .measure = "visits_all", .period = period_of ("Apr 2024", BL_PERIOD_KIND_MONTH), .value = 1200,
                         .state = BL_STATE_MEASURED };

  bl_project_commit (project);
  typed.library = bl_record_get_id (BL_RECORD (library));
  assert_put (project, &typed);
  typed.library = "Mobile";
  typed.value = NAN;
  typed.state = BL_STATE_SUPPRESSED;
  assert_put (project, &typed);
  g_assert_true (bl_typed_value_is_sum (project, "visits_all"));
  g_assert_cmpstr (bl_record_get_text (get_series (project, 1), "place"), ==, "Mobile");

  figures = bl_base_figures_new (project, NULL, dictionary);
  values = bl_indicator_values_new (figures, visits, NULL, BL_PERIOD_KIND_MONTH);
  g_assert_cmpuint (values->values->n, ==, 1);
  /* 1.10: one to four are hidden, so the sum is between. */
  g_assert_cmpfloat (values->values->items[0].low, ==, 1201);
  g_assert_cmpfloat (values->values->items[0].high, ==, 1204);

  typed.library = NULL;
  typed.value = 5;
  typed.state = BL_STATE_MEASURED;
  assert_refused (project, &typed, "This is added up from the libraries: choose the library whose figure it is.");
  typed.library = "Mobile";
  typed.period = period_of ("2023-24", BL_PERIOD_KIND_FY);
  assert_refused (project, &typed, "These figures are kept by month here: give a period of that kind.");
  typed.period = period_of ("May 2024", BL_PERIOD_KIND_MONTH);
  typed.value = NAN;
  assert_refused (project, &typed, "Type the figure, or say that there is none.");
  typed.value = INFINITY;
  assert_refused (project, &typed, "Type the figure, or say that there is none.");
}

/* What was published of the whole is not hidden by the first figure typed. */
static void
test_beside_published (void)
{
  static const char *const codes[] = { "E08000021", "E08000035" };
  static const double visits[] = { 439097, 1000 };
  g_autoptr (BlProject) project = new_project ();
  g_autoptr (BlComparison) comparison = bl_comparison_new (NULL);
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, 2), value_table = bl_table_new_numbers (visits, 2);
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "visits-total");
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicatorValues) values = NULL;
  BlTypedValue typed = { .measure = "visits_all", .period = period_of ("2023-24", BL_PERIOD_KIND_FY), .value = 551116,
                         .state = BL_STATE_MEASURED };
  BlKeptValue kept;
  BlPeriod before = period_of ("2022-23", BL_PERIOD_KIND_FY);

  bl_record_set_text (BL_RECORD (comparison), "measure", "visits_all");
  bl_record_set_text (BL_RECORD (comparison), "period", "2022-04-01/P1Y");
  bl_record_set_text (BL_RECORD (comparison), "source", "A return");
  bl_record_set_table (BL_RECORD (comparison), "codes", code_table);
  bl_record_set_table (BL_RECORD (comparison), "values", value_table);
  bl_record_append (BL_RECORD (project), "comparisons", BL_RECORD (comparison));
  bl_project_commit (project);

  assert_put (project, &typed);
  figures = bl_base_figures_new (project, NULL, dictionary);
  values = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_FY);
  g_assert_cmpuint (values->values->n, ==, 2);
  g_assert_cmpfloat (values->values->items[0].value, ==, 439097);
  g_assert_cmpfloat (values->values->items[1].value, ==, 551116);
  bl_typed_value_look (project, "visits_all", NULL, &before, &kept);
  g_assert_cmpstr (kept.note, ==, "A return");
  bl_kept_value_clear (&kept);
}

static void
assert_measures (BlProject *project, BlIndicator *indicator, const char *expected)
{
  g_autoptr (BlBaseFigures) figures = bl_base_figures_new (project, NULL, dictionary);
  g_autoptr (GPtrArray) measures = bl_typed_value_measures (figures, indicator);
  g_autofree char *joined = NULL;

  g_ptr_array_add (measures, NULL);
  joined = g_strjoinv (" ", (char **) measures->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

/* What the map tells is not typed; what has no formula is its own measure. */
static void
test_measures (void)
{
  g_autoptr (BlProject) project = new_project ();
  g_autoptr (BlIndicator) rate = bl_dictionary_copy_indicator (dictionary, "visits-per-1000");
  g_autoptr (BlIndicator) access = bl_dictionary_copy_indicator (dictionary, "access-1-mile");
  g_autoptr (BlIndicator) own = bl_indicator_new ("indicator-aaaaaaaaaa");

  bl_project_commit (project);
  assert_measures (project, rate, "visits_all pop_all");
  assert_measures (project, access, "");
  assert_measures (project, own, "indicator-aaaaaaaaaa");
}

/* What somebody said of a period stands beside its figure, of none where there is none, and is not its reason. */
static void
test_comments (void)
{
  static const char *const periods[] = { "2022-04-01/P1Y", "1999-04-01/P1Y", "soon" };
  g_autoptr (BlProject) project = new_project ();
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "visits-total");
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicatorValues) values = NULL;
  BlTypedValue typed = { .measure = "visits_all", .period = period_of ("2022-23", BL_PERIOD_KIND_FY), .value = 439097,
                         .state = BL_STATE_MEASURED, .note = "Counted" };

  bl_project_commit (project);
  assert_put (project, &typed);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (BlComment) comment = bl_comment_new (NULL);

      bl_record_set_text (BL_RECORD (comment), "period", periods[i]);
      bl_record_set_text (BL_RECORD (comment), "text", "Outer West was closed.");
      bl_record_append (BL_RECORD (indicator), "comments", BL_RECORD (comment));
    }
  figures = bl_base_figures_new (project, NULL, dictionary);
  values = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_FY);
  g_assert_cmpuint (values->values->n, ==, 1);
  g_assert_cmpstr (values->values->items[0].note, ==, "Counted");
  g_assert_cmpstr (values->values->items[0].comment, ==, "Outer West was closed.");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  dictionary = bl_dictionary_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/typed-value/whole", test_whole);
  g_test_add_func ("/typed-value/library", test_library);
  g_test_add_func ("/typed-value/beside-published", test_beside_published);
  g_test_add_func ("/typed-value/measures", test_measures);
  g_test_add_func ("/typed-value/comments", test_comments);
  result = g_test_run ();
  g_clear_object (&dictionary);
  return result;
}
