/* test-indicator-values.c: an indicator's values, from published series and by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "indicator-values.h"
#include "made.h"
#include "measured.h"
#include "newcastle.h"
#include "published.h"
#include "shared-data.h"
#include "stop.h"
#include "travel-times.h"

static BlDictionary *dictionary;

static BlIndicatorValues *
look (BlBaseFigures *figures, BlIndicator *indicator, const char *library, BlPeriodKind kind)
{
  BlPlaceAsked place = { library, NULL };

  return bl_indicator_values_new (figures, indicator, library != NULL ? &place : NULL, kind);
}

static const BlObservation *
at (const BlIndicatorValues *values, const char *period)
{
  BlPeriod wanted = newcastle_period (period, values->values->kind);
  int found = bl_observations_find (values->values, &wanted);

  g_assert_cmpint (found, >=, 0);
  return &values->values->items[found];
}

static BlIndicator *
own (const char *formula, BlIndicatorKind kind)
{
  BlIndicator *indicator = bl_indicator_new (NULL);

  bl_record_set_text (BL_RECORD (indicator), "name", "Own");
  bl_record_set_text (BL_RECORD (indicator), "noun", "own things");
  bl_record_set_text (BL_RECORD (indicator), "formula", formula);
  bl_record_set_text (BL_RECORD (indicator), "period", "fy month");
  bl_record_set_enum (BL_RECORD (indicator), "kind", kind);
  return indicator;
}

/* Yearly totals as in expected.md; the first five months of 2024-25, example 4. */
static void
test_visits (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "visits-total");
  g_autoptr (BlIndicatorValues) years = NULL, months = NULL, gosforth = NULL, mobile = NULL;
  static const struct
  {
    const char *year;
    double visits;
  } expected[] = {
    { "2008-09", 1663709 }, { "2012-13", 2154873 }, { "2018-19", 893681 }, { "2021-22", 253084 },
    { "2022-23", 439097 },  { "2023-24", 551116 },  { "2024-25", 238406 },
  };

  if (!measured_add_file (project, NEWCASTLE_VISITS, "visits_all"))
    return;
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  years = look (figures, indicator, NULL, BL_PERIOD_KIND_FY);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat (at (years, expected[i].year)->value, ==, expected[i].visits);
  g_assert_cmpstr (years->place, ==, "Newcastle");
  g_assert_true (at (years, "2024-25")->flags & BL_OBSERVATION_PARTIAL);
  g_assert_cmpuint (at (years, "2024-25")->parts, ==, 5);
  g_assert_cmpint (years->months->kind, ==, BL_PERIOD_KIND_MONTH);
  g_assert_cmpuint (years->parts->len, ==, 19);
  /* Ten months of 2020-21 have no column, the others nothing in them but noughts. */
  g_assert_true (at (years, "2020-21")->flags & BL_OBSERVATION_EXCEPTIONAL);
  months = look (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
  g_assert_cmpint (months->kind, ==, BL_PERIOD_KIND_MONTH);
  g_assert_cmpfloat (at (months, "2018-12")->value, ==, 64117); /* example 9 */
  g_assert_cmpfloat (at (months, "2023-08")->value, ==, 52043); /* example 8 */
  mobile = look (figures, indicator, "Mobile", BL_PERIOD_KIND_FY);
  g_assert_cmpuint (mobile->values->n, >, 0);
  g_assert_true (bl_base_figures_has_point (figures, "Mobile"));
}

/* Example 3: loans, of which only those of things on shelves are known. */
static void
test_loans (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "loans-total");
  g_autoptr (BlIndicatorValues) all = NULL, physical = NULL, gosforth = NULL;
  GListModel *libraries = bl_project_get_libraries (project);
  const char *id = NULL;

  if (!measured_add_file (project, NEWCASTLE_ISSUES, "loans_physical_all"))
    return;
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  all = look (figures, indicator, NULL, BL_PERIOD_KIND_FY);
  g_assert_cmpuint (all->missing->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (all->missing, 0), ==, "loans_digital_all");
  g_assert_nonnull (all->lacks);
  for (guint i = 0; i < all->values->n; i++)
    g_assert_false (bl_observation_is_known (&all->values->items[i]));
  bl_record_set_text (BL_RECORD (indicator), "parameters", "without=loans_digital_all");
  physical = look (figures, indicator, NULL, BL_PERIOD_KIND_FY);
  g_assert_cmpfloat (at (physical, "2022-23")->value, ==, 289627);
  g_assert_cmpfloat (at (physical, "2023-24")->value, ==, 285690);
  g_assert_cmpuint (physical->parts->len, ==, 19);
  g_assert_nonnull (g_strstr_len (physical->notes, -1, "Without"));
  /* Of a library only those are counted anyway. */
  bl_record_set_text (BL_RECORD (indicator), "parameters", NULL);
  for (guint k = 0; k < g_list_model_get_n_items (libraries); k++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, k);

      if (g_str_equal (bl_record_get_text (library, "name"), "Denton Burn"))
        id = bl_record_get_id (library);
    }
  gosforth = look (figures, indicator, id, BL_PERIOD_KIND_MONTH);
  g_assert_cmpstr (gosforth->place, ==, "Denton Burn");
  g_assert_cmpfloat (at (gosforth, "2023-07")->value, ==, 1004); /* example 11 */
  g_assert_cmpfloat (at (gosforth, "2023-12")->value, ==, 486);
}

/* Example 20: sums over sums, of the same libraries and months. */
static void
test_ratio (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) indicator = own ("loans_physical_all ÷ visits_all", BL_INDICATOR_KIND_RATIO);
  g_autoptr (BlIndicatorValues) values = NULL;

  if (!measured_add_file (project, NEWCASTLE_ISSUES, "loans_physical_all") || !measured_add_file (project, NEWCASTLE_VISITS, "visits_all"))
    return;
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  values = look (figures, indicator, NULL, BL_PERIOD_KIND_FY);
  g_assert_cmpfloat_with_epsilon (at (values, "2022-23")->value, 0.6596, 0.00005);
  g_assert_cmpfloat_with_epsilon (at (values, "2023-24")->value, 0.5184, 0.00005);
  g_assert_cmpfloat_with_epsilon (at (values, "2018-19")->value, 0.428, 0.0005);
  g_assert_cmpfloat (at (values, "2023-24")->numerator, ==, 285690);
  g_assert_cmpfloat (at (values, "2023-24")->denominator, ==, 551116);
}

/* Example 18: the share itself is published, by month, without its parts. */
static void
test_computers (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "pc-utilisation");
  g_autoptr (BlIndicatorValues) values = NULL;
  GListModel *libraries = bl_project_get_libraries (project);
  const char *id = NULL;

  if (!measured_add_file (project, NEWCASTLE_COMPUTERS, "pc_use_pct"))
    return;
  bl_project_commit (project);
  for (guint k = 0; k < g_list_model_get_n_items (libraries); k++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, k);

      if (g_str_equal (bl_record_get_text (library, "name"), "City"))
        id = bl_record_get_id (library);
    }
  figures = bl_base_figures_new (project, NULL, dictionary);
  values = look (figures, indicator, id, BL_PERIOD_KIND_FY);
  g_assert_cmpfloat_with_epsilon (at (values, "2022-23")->value, 31.58, 0.005);
  g_assert_cmpfloat_with_epsilon (at (values, "2023-24")->value, 33.83, 0.005);
  g_assert_cmpfloat_with_epsilon (at (values, "2018-19")->value, 48.75, 0.005);
  g_assert_cmpint (at (values, "2023-24")->state, ==, BL_STATE_ESTIMATE); /* a plain mean of months */
}

/* By hand: what one of the two does not know leaves the other (1.9). */
static void
test_same_cover (void)
{
  static const char *const months[] = { "2023-04-01/P1M", "2023-05-01/P1M" };
  static const double visits[2][2] = { { 100, 200 }, { 50, NAN } }, hours[2][2] = { { 10, 10 }, { 10, 1000 } };
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "visits-per-open-hour");
  g_autoptr (BlIndicatorValues) values = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("library-aaaaaaaaa%c", 'a' + (char) i);
      BlRecord *library = BL_RECORD (made_library_add (project, i == 0 ? "A" : "B", 424000, 564000));
      BlRecord *series;

      if (bl_record_get_id (library) == NULL)
        bl_record_assign_id (library, id);
      series = measured_add_series (project, "visits_all", BL_PERIOD_KIND_MONTH, months, visits[i], NULL, 2);
      bl_record_set_enum (series, "geography", BL_GEOGRAPHY_LIBRARY);
      bl_record_set_text (series, "library", bl_record_get_id (library));
      series = measured_add_series (project, "hours_delivered", BL_PERIOD_KIND_MONTH, months, hours[i], NULL, 2);
      bl_record_set_enum (series, "geography", BL_GEOGRAPHY_LIBRARY);
      bl_record_set_text (series, "library", bl_record_get_id (library));
    }
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  values = look (figures, indicator, NULL, BL_PERIOD_KIND_MONTH);
  g_assert_cmpfloat (at (values, "2023-04")->value, ==, 150.0 / 20);
  g_assert_cmpfloat (at (values, "2023-05")->value, ==, 200.0 / 10);
  g_assert_cmpint (at (values, "2023-05")->state, ==, BL_STATE_ESTIMATE); /* the usual state of it */
}

/* Of residents counted several times, those inside the year. */
static void
test_vintage (void)
{
  static const char *const years[] = { "2022-04-01/P1Y", "2023-04-01/P1Y" }, *const people[] = { "2019-06-30/P0D", "2023-06-30/P0D" };
  static const double visits[] = { 1000, 3000 }, residents[] = { 100, 300 };
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "visits-per-1000");
  g_autoptr (BlIndicatorValues) values = NULL;

  measured_add_series (project, "visits_all", BL_PERIOD_KIND_FY, years, visits, NULL, 2);
  measured_add_series (project, "pop_all", BL_PERIOD_KIND_SNAPSHOT, people, residents, NULL, 2);
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  values = look (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
  g_assert_cmpint (values->kind, ==, BL_PERIOD_KIND_FY);
  g_assert_cmpfloat (at (values, "2023-24")->value, ==, 10000);
  g_assert_cmpfloat (at (values, "2022-23")->denominator, ==, 300); /* mid-2023 is nearer than mid-2019 */
  g_assert_nonnull (g_strstr_len (values->notes, -1, "30 Jun 2023"));
}

static void
test_few (void)
{
  static const char *const years[] = { "2021-04-01/P1Y", "2022-04-01/P1Y", "2023-04-01/P1Y" };
  static const double users[] = { 1, 10, 40 }, known[] = { 4, 20, 100 };
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) indicator = own ("100 × users_disabled ÷ users_disability_known", BL_INDICATOR_KIND_SHARE);
  g_autoptr (BlIndicatorValues) values = NULL;

  measured_add_series (project, "users_disabled", BL_PERIOD_KIND_FY, years, users, NULL, 3);
  measured_add_series (project, "users_disability_known", BL_PERIOD_KIND_FY, years, known, NULL, 3);
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  values = look (figures, indicator, NULL, BL_PERIOD_KIND_FY);
  g_assert_cmpint (at (values, "2021-22")->state, ==, BL_STATE_SUPPRESSED);
  g_assert_true (isnan (at (values, "2021-22")->value));
  g_assert_true (isnan (at (values, "2021-22")->numerator));
  g_assert_cmpstr (at (values, "2022-23")->note, ==, "10 of 20");
  g_assert_cmpfloat (at (values, "2023-24")->value, ==, 40);
  g_assert_null (at (values, "2023-24")->note);
}

/* States, flags, breaks; people counted once are never added up; what cannot be read is said. */
static void
test_rules (void)
{
  static const char *const months[] = { "2019-04-01/P1M", "2019-05-01/P1M", "2019-06-01/P1M" };
  static const char *const years[] = { "2022-04-01/P1Y", "2023-04-01/P1Y" };
  static const char *const states[] = { "estimate", "measured provisional" };
  static const double wifi[] = { 4740, 21696, 18701 }, loans[] = { 100, 200 }, children[] = { 10, 20 };
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) once = own ("wifi_users", BL_INDICATOR_KIND_COUNT), bad = own ("1 +", BL_INDICATOR_KIND_COUNT);
  g_autoptr (BlIndicator) proxy = bl_dictionary_copy_indicator (dictionary, "children-loans-per-child");
  g_autoptr (BlIndicatorValues) quarter = NULL, month = NULL, wrong = NULL, ratio = NULL;
  g_autoptr (BlBreak) mark = bl_break_new (NULL);

  measured_add_series (project, "wifi_users", BL_PERIOD_KIND_MONTH, months, wifi, NULL, 3);
  measured_add_series (project, "loans_book_u12", BL_PERIOD_KIND_FY, years, loans, states, 2);
  measured_add_series (project, "pop_u12", BL_PERIOD_KIND_FY, years, children, NULL, 2);
  bl_project_commit (project);
  bl_record_set_enum (BL_RECORD (mark), "cause", BL_BREAK_DEFINITION);
  bl_record_set_date (BL_RECORD (mark), "from", newcastle_period ("2023-24", BL_PERIOD_KIND_FY).start);
  bl_record_append (BL_RECORD (proxy), "breaks", BL_RECORD (mark));
  figures = bl_base_figures_new (project, NULL, dictionary);
  quarter = look (figures, once, NULL, BL_PERIOD_KIND_QUARTER);
  g_assert_nonnull (quarter->lacks);
  month = look (figures, once, NULL, BL_PERIOD_KIND_MONTH);
  g_assert_cmpfloat (at (month, "2019-06")->value, ==, 18701);
  wrong = look (figures, bad, NULL, BL_PERIOD_KIND_FY);
  g_assert_nonnull (g_strstr_len (wrong->lacks, -1, "cannot be read"));
  ratio = look (figures, proxy, NULL, BL_PERIOD_KIND_FY);
  g_assert_cmpfloat (at (ratio, "2023-24")->value, ==, 10);
  g_assert_cmpint (at (ratio, "2023-24")->state, ==, BL_STATE_PROXY);
  g_assert_true (at (ratio, "2023-24")->flags & BL_OBSERVATION_PROVISIONAL);
  g_assert_cmpuint (ratio->values->n_marks, ==, 1);
  g_assert_cmpint (ratio->values->marks[0].cause, ==, BL_BREAK_DEFINITION);
}

/* By hand: 100 people beside the library, 200 some 5 km off beside a stop, 300 as far with none. */
static void
test_map_by_hand (void)
{
  static const BlPoint points[] = { { 424000, 564000 }, { 429000, 564000 }, { 424000, 569000 } };
  static const double people[] = { 100, 200, 300 }, minutes[] = { 5, 14, 40 };
  static const struct
  {
    const char *item, *parameters;
    double value;
  } cases[] = {
    { "access-1-mile", NULL, 100.0 / 6 },
    { "access-1-mile", "distance=6000", 100 },
    { "access-1-mile", "statutory=yes", NAN },
    { "access-1-mile", "distance=far", NAN },
    { "access-1-mile", "colour=red", NAN },
    { "access-single-library", NULL, 100.0 / 6 },
    { "access-walk-15", NULL, 50 },
    { "access-walk-15", "minutes=10", 100.0 / 6 },
    { "access-evening", NULL, 100.0 / 6 },
    { "access-saturday", NULL, 0 },
    { "access-saturday", "day=monday", 100.0 / 6 },
    { "mobile-stop-cover", NULL, 40 },
    { "mean-distance", NULL, 500.0 / 600 * 5 },
    { "hours-per-1000", NULL, 1000 * 52 * 20 / 600.0 },
    { "shared-site-share", NULL, 100 },
  };
  g_autoptr (BlProject) project = made_project_new (points, people, 3);
  BlRecord *library = BL_RECORD (made_library_add (project, "A", 424000, 564000));
  BlRecord *travel = made_travel_add (project, "on_foot");
  g_autoptr (BlStop) stop = bl_stop_new (NULL);
  g_autoptr (BlBaseFigures) figures = NULL;
  static const char *const when[] = { "2024-06-30/P0D" };
  static const double residents[] = { 700 };

  /* Published of the whole authority: no denominator of what the map counts. */
  measured_add_series (project, "pop_all", BL_PERIOD_KIND_SNAPSHOT, when, residents, NULL, 1);
  bl_record_set_text (library, "monday", "10:00-19:00");
  bl_record_set_text (library, "saturday", "closed");
  bl_record_set_real (library, "hours", 20);
  bl_record_set_boolean (library, "co-located", TRUE);
  bl_record_set_enum (travel, "by", BL_TRAVEL_BY_WALK);
  made_travel_column_add (travel, BL_LIBRARY (library), minutes, 3);
  bl_record_set_text (BL_RECORD (stop), "name", "Green");
  bl_record_set_text (BL_RECORD (stop), "type", "Public");
  bl_record_set_real (BL_RECORD (stop), "easting", 429500);
  bl_record_set_real (BL_RECORD (stop), "northing", 564000);
  bl_record_append (BL_RECORD (project), "stops", BL_RECORD (stop));
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, cases[i].item);
      g_autoptr (BlIndicatorValues) values = NULL;

      bl_record_set_text (BL_RECORD (indicator), "parameters", cases[i].parameters);
      values = look (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
      g_test_message ("%s %s: %s", cases[i].item, cases[i].parameters != NULL ? cases[i].parameters : "",
                      values->lacks != NULL ? values->lacks : values->notes != NULL ? values->notes : "");
      if (isnan (cases[i].value))
        {
          g_assert_nonnull (values->lacks);
          continue;
        }
      g_assert_null (values->lacks);
      g_assert_cmpfloat_with_epsilon (values->values->items[0].value, cases[i].value, 1e-6);
    }
}

static void
add_comparison (BlProject *project, const char *measure, const char *period, const double *values, const double *lows,
                const double *highs, const double *parts)
{
  static const char *const codes[] = { "E08000021", "E08000035", "E92000001" };
  const struct
  {
    const char *field;
    const double *numbers;
  } tables[] = { { "values", values }, { "lows", lows }, { "highs", highs }, { "parts", parts } };
  g_autoptr (BlComparison) comparison = bl_comparison_new (NULL);
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, 3);

  bl_record_set_text (BL_RECORD (comparison), "measure", measure);
  bl_record_set_text (BL_RECORD (comparison), "period", period);
  bl_record_set_text (BL_RECORD (comparison), "source", "A return");
  bl_record_set_table (BL_RECORD (comparison), "codes", code_table);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].numbers != NULL)
      {
        g_autoptr (BlTable) table = bl_table_new_numbers (tables[i].numbers, 3);

        bl_record_set_table (BL_RECORD (comparison), tables[i].field, table);
      }
  bl_record_append (BL_RECORD (project), "comparisons", BL_RECORD (comparison));
}

/* Figures of all authorities: the service's own row, another's, England's; 6.3: 551,234 over 320,605 is 1,719.36. */
static void
test_comparisons (void)
{
  static const double visits[] = { 551234, 1000, NAN }, people[] = { 320605, 500, 57e6 };
  static const double parts[] = { NAN, 11, NAN };
  static const double survey[] = { 23, 30, 25 }, lows[] = { 19, 25, 24.5 }, highs[] = { 27, 35, 25.5 };
  static const double taking_part[] = { NAN, NAN, 33.4 };
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) rate = bl_dictionary_copy_indicator (dictionary, "visits-per-1000");
  g_autoptr (BlIndicator) adults = bl_dictionary_copy_indicator (dictionary, "adult-visitors-share");
  g_autoptr (BlIndicator) england = bl_dictionary_copy_indicator (dictionary, "o1-used-library");
  g_autoptr (BlIndicatorValues) own_rate = NULL, leeds = NULL, share = NULL, national = NULL, nowhere = NULL;

  add_comparison (project, "visits_all", "2023-04-01/P1Y", visits, NULL, NULL, parts);
  add_comparison (project, "pop_all", "2024-06-30/P0D", people, NULL, NULL, NULL);
  add_comparison (project, "survey_used_pct", "2023-04-01/P1Y", survey, lows, highs, NULL);
  add_comparison (project, "survey_taking_part_pct", "2016-04-01/P1Y", taking_part, NULL, NULL, NULL);
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  own_rate = look (figures, rate, NULL, BL_PERIOD_KIND_UNKNOWN);
  g_assert_cmpfloat_with_epsilon (at (own_rate, "2023-24")->value, 1719.36, 0.005);
  g_assert_cmpstr (own_rate->source, ==, "A return");
  leeds = bl_indicator_values_new (figures, rate, &(BlPlaceAsked){ NULL, "E08000035" }, BL_PERIOD_KIND_FY);
  g_assert_cmpfloat (at (leeds, "2023-24")->value, ==, 2000);
  g_assert_true (at (leeds, "2023-24")->flags & BL_OBSERVATION_PARTIAL);
  g_assert_cmpuint (at (leeds, "2023-24")->parts, ==, 11);
  share = look (figures, adults, NULL, BL_PERIOD_KIND_UNKNOWN);
  g_assert_cmpfloat (at (share, "2023-24")->low, ==, 19);
  g_assert_cmpfloat (at (share, "2023-24")->high, ==, 27);
  g_assert_cmpint (at (share, "2023-24")->state, ==, BL_STATE_ESTIMATE);
  national = look (figures, england, NULL, BL_PERIOD_KIND_UNKNOWN);
  g_assert_cmpstr (national->place, ==, "England");
  g_assert_cmpfloat (at (national, "2016-17")->value, ==, 33.4);
  g_assert_cmpint (at (national, "2016-17")->state, ==, BL_STATE_PROXY);
  nowhere = bl_indicator_values_new (figures, rate, &(BlPlaceAsked){ NULL, "E00000000" }, BL_PERIOD_KIND_FY);
  g_assert_nonnull (nowhere->lacks);
}

/* Of three indicators two can be measured; one is an estimate, one lacks everything. */
static void
test_chosen (void)
{
  static const char *const years[] = { "2022-04-01/P1Y", "2023-04-01/P1Y" };
  static const double visits[] = { 1000, 3000 };
  static const char *const items[] = { "visits-total", "o1-cultural-events", "access-60plus-1-mile", "indicators-measured-share" };
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicatorValues) values = NULL;
  GListModel *chosen = bl_record_get_list (BL_RECORD (project), "indicators");
  g_autoptr (BlIndicator) share = NULL;

  measured_add_series (project, "visits_all", BL_PERIOD_KIND_FY, years, visits, NULL, 2);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, items[i]);

      bl_record_append (BL_RECORD (project), "indicators", BL_RECORD (indicator));
    }
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  share = g_list_model_get_item (chosen, 3);
  values = look (figures, share, NULL, BL_PERIOD_KIND_UNKNOWN);
  g_assert_cmpuint (values->values->n, ==, 1);
  g_assert_cmpfloat (values->values->items[0].denominator, ==, 3); /* itself serves no Outcome */
  g_assert_cmpfloat (values->values->items[0].numerator, ==, 1);
}

/* Hours of opening and the phrase for Saturday, of the row of the published list. */
static void
add_hours (BlProject *project)
{
  g_autofree char *path = bl_test_shared_data ("national/basic-dataset-for-libraries-2023-enhanced.csv");
  g_autoptr (RawCsv) csv = raw_csv_read (path);
  guint saturday = raw_csv_column (csv, "Saturday opening times"), hours = raw_csv_column (csv, "Hours open per week");
  GListModel *libraries = bl_project_get_libraries (project);

  bl_project_begin (project, "hours");
  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      guint record = (guint) published_row (project, bl_record_get_id (library)) - 2;
      double number = raw_csv_number (csv, record, hours);

      bl_record_set_text (library, "saturday-class", raw_csv_text (csv, record, saturday));
      if (isfinite (number))
        bl_record_set_real (library, "hours", number);
    }
  bl_project_commit (project);
}

/* Figures of the map, as in expected.md and indicator-content 2.4. */
static void
check_map (const PublishedService *service, const char *const *items, const double *expected, guint n)
{
  g_autoptr (BlProject) project = published_project_new (service);
  g_autoptr (BlBaseFigures) figures = NULL;

  if (project == NULL)
    return;
  add_hours (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, items[i]);
      g_autoptr (BlIndicatorValues) values = look (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);

      g_test_message ("%s %s", items[i], values->lacks != NULL ? values->lacks : "");
      g_assert_cmpuint (values->values->n, ==, 1);
      g_assert_cmpint (values->values->items[0].period.kind, ==, BL_PERIOD_KIND_SNAPSHOT);
      g_assert_cmpfloat_with_epsilon (values->values->items[0].value, expected[i], 0.05);
    }
}

static const char *const map_items[] = {
  "access-1-mile",         "access-deprived-1-mile", "access-children-1-mile", "access-60plus-1-mile",
  "access-single-library", "access-saturday",        "hours-per-1000",         "mean-distance",
};

static void
test_map_newcastle (void)
{
  const double expected[] = { 93.6, 96.7, 93.2, 92.0, 22.1, 89.7, 79.8, 0.82 };

  check_map (&published_newcastle, map_items, expected, G_N_ELEMENTS (map_items));
}

/* Of a catchment: the mean distance of the people nearest to Gosforth Library, expected.md, method A. */
static void
test_catchment_newcastle (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "mean-distance");
  GListModel *libraries = project != NULL ? G_LIST_MODEL (bl_project_get_libraries (project)) : NULL;

  if (project == NULL)
    return;
  figures = bl_base_figures_new (project, NULL, dictionary);
  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      g_autoptr (BlIndicatorValues) values = NULL;

      if (g_strcmp0 (bl_record_get_text (library, "name"), "Gosforth Library") != 0)
        continue;
      values = look (figures, indicator, bl_record_get_id (library), BL_PERIOD_KIND_UNKNOWN);
      g_assert_cmpstr (values->place, ==, "Gosforth catchment");
      g_assert_cmpfloat_with_epsilon (values->values->items[0].value, 0.97419, 0.00001);
    }
}

static void
test_map_somerset (void)
{
  const double expected[] = { 53.0, 81.5, 54.2, 50.8, 51.1, 50.9, 85.7, 2.27 };

  check_map (&published_somerset, map_items, expected, G_N_ELEMENTS (map_items));
}

/* Every line of the dictionary that judges is the one in use: another number in the file is another judgement. */
static void
test_lines (void)
{
  g_autofree char *xml = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) other = NULL;
  g_autoptr (GRegex) value = g_regex_new ("(<threshold [^>]*value=\")[^\"]*", 0, 0, NULL);
  g_autofree char *path = g_build_filename (g_getenv ("BRANCHLINE_DATADIR"), "frameworks", "indicators.xml", NULL);
  g_autofree char *changed = NULL;
  BlJudgeLines usual = bl_judge_lines_of (dictionary), lines;
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) visits = bl_dictionary_copy_indicator (dictionary, "visits-total");
  g_autoptr (BlIndicatorValues) values = NULL;
  g_autoptr (BlJudgement) judgement = NULL;

  /* What the program falls back on is what the file says. */
  g_assert_cmpmem (&usual, sizeof usual, &bl_judge_lines, sizeof bl_judge_lines);
  g_assert_true (g_file_get_contents (path, &xml, &length, &error));
  changed = g_regex_replace (value, xml, (gssize) length, 0, "\\g<1>36", 0, NULL);
  other = bl_dictionary_read (changed, strlen (changed), "changed", &error);
  g_assert_no_error (error);
  lines = bl_judge_lines_of (other);
  for (gsize i = 0; i < sizeof lines / sizeof (double); i++)
    g_assert_cmpfloat (((const double *) &lines)[i], ==, 36);

  /* 24 months have limits; with a line at 36 they have none. */
  {
    const char *periods[24];
    double numbers[24];
    char texts[24][16];

    for (guint i = 0; i < 24; i++)
      {
        g_snprintf (texts[i], sizeof texts[i], "%u-%02u-01/P1M", 2022 + (i + 3) / 12, (i + 3) % 12 + 1);
        periods[i] = texts[i];
        numbers[i] = 100 + (i * 7) % 5;
      }
    measured_add_series (project, "visits_all", BL_PERIOD_KIND_MONTH, periods, numbers, NULL, 24);
  }
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  values = look (figures, visits, NULL, BL_PERIOD_KIND_MONTH);
  judgement = bl_indicator_values_judge (values);
  g_assert_true (judgement->segments[0].limits);
  g_clear_pointer (&judgement, bl_judgement_free);
  g_clear_pointer (&values, bl_indicator_values_free);
  g_clear_pointer (&figures, bl_base_figures_free);
  figures = bl_base_figures_new (project, NULL, other);
  values = look (figures, visits, NULL, BL_PERIOD_KIND_MONTH);
  judgement = bl_indicator_values_judge (values);
  g_assert_false (judgement->segments[0].limits);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  dictionary = bl_dictionary_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/indicator-values/visits", test_visits);
  g_test_add_func ("/indicator-values/loans", test_loans);
  g_test_add_func ("/indicator-values/ratio", test_ratio);
  g_test_add_func ("/indicator-values/computers", test_computers);
  g_test_add_func ("/indicator-values/same-cover", test_same_cover);
  g_test_add_func ("/indicator-values/vintage", test_vintage);
  g_test_add_func ("/indicator-values/few", test_few);
  g_test_add_func ("/indicator-values/rules", test_rules);
  g_test_add_func ("/indicator-values/lines", test_lines);
  g_test_add_func ("/indicator-values/map-by-hand", test_map_by_hand);
  g_test_add_func ("/indicator-values/comparisons", test_comparisons);
  g_test_add_func ("/indicator-values/chosen", test_chosen);
  g_test_add_func ("/indicator-values/map-newcastle", test_map_newcastle);
  g_test_add_func ("/indicator-values/map-somerset", test_map_somerset);
  g_test_add_func ("/indicator-values/catchment-newcastle", test_catchment_newcastle);
  result = g_test_run ();
  g_object_unref (dictionary);
  return result;
}
