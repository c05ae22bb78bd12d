/* test-import-series.c: values over time, and of many authorities, as they are published, into a project
 *
 * Truth: expected.md, "Newcastle monthly series" and "Benchmarking"; the counts of fillings and the medians of
 * the reference on indicators, 3.3.1 and 6.3; runs of three equal months counted by a few lines of Python.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "period.h"
#include "series.h"
#include "shared-data.h"

#include <gdal.h>
#include <glib/gstdio.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

#define VISITS "newcastle/2008-onwards-monthly-visits.csv"
#define ISSUES "newcastle/2008-onwards-monthly-issues-by-branch.csv"
#define COMPUTERS "newcastle/2008-onwards-monthly-computer-use.csv"
#define RETURN "national/activity-2023-24/libraries_activity_data_2023_2024.csv"
#define NEIGHBOURS "national/activity-2023-24/localauthoritynearestneighboursengland.csv"
#define PEOPLE "national/mye24tablesew.csv"
#define YEAR "2023-04-01/P1Y"

static char *folder;

static gboolean
no_data (void)
{
  g_autofree char *path = bl_test_shared_data (VISITS);

  return path == NULL;
}

static BlProject *
newcastle (void)
{
  static const char *const names[] = { "City Library", "Gosforth", "Kenton", "Jesmond", NULL };
  BlProject *project = fixture_project ("Newcastle City Council", "E08000021", NULL);

  bl_project_begin (project, "Set up");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "library");
      g_autoptr (BlLibrary) library = bl_library_new (id);

      bl_record_set_text (BL_RECORD (library), "name", names[i]);
      bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
    }
  bl_project_commit (project);
  return project;
}

static BlImportReport *
import_shared (BlProject *project, const char *name)
{
  g_autofree char *path = bl_test_shared_data (name);
  BlImportOptions options = { .kind = BL_IMPORT_SERIES };

  return fixture_import (project, path, &options);
}

static void
bring_shared (BlProject *project, const char *name)
{
  g_autoptr (BlImportReport) report = import_shared (project, name);
}

static BlImportReport *
import_text (BlProject *project, const char *name, const char *text, BlImportOptions options)
{
  g_autofree char *path = fixture_file (folder, name, text, -1);

  options.kind = BL_IMPORT_SERIES;
  return fixture_import (project, path, &options);
}

static void
refuse_text (BlProject *project, const char *name, const char *text, BlImportOptions options, int code, const char *words)
{
  g_autofree char *path = fixture_file (folder, name, text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = NULL;
  g_autoptr (GBytes) before = fixture_bytes (project), after = NULL;

  options.kind = BL_IMPORT_SERIES;
  plan = bl_import_plan_new (project, path, &options, NULL, &error);
  if (plan != NULL)
    g_assert_null (bl_import_plan_apply (plan, project, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  after = fixture_bytes (project);
  g_assert_true (g_bytes_equal (before, after));
}

/* The record of a measure at a place: a library's name, a point's, or a code. */
static BlRecord *
find_series (BlProject *project, const char *measure, const char *place)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "series");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);
      BlRecord *library = bl_project_find (project, bl_record_get_text (series, "library"));

      if (g_strcmp0 (bl_record_get_text (series, "measure"), measure) == 0
          && (g_strcmp0 (bl_record_get_text (series, "place"), place) == 0
              || (library != NULL && g_strcmp0 (bl_record_get_text (library, "name"), place) == 0)))
        return series; /* the list keeps it */
    }
  return NULL;
}

static BlRecord *
find_comparison (BlProject *project, const char *measure, const char *period)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "comparisons");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (all, i);

      if (g_strcmp0 (bl_record_get_text (record, "measure"), measure) == 0
          && g_strcmp0 (bl_record_get_text (record, "period"), period) == 0)
        return record; /* the list keeps it */
    }
  return NULL;
}

static double
number_at (BlRecord *record, const char *field, guint row)
{
  BlTable *table = bl_record_get_table (record, field);

  return table != NULL ? bl_table_get_numbers (table)[row] : NAN;
}

static const char *
text_at (BlRecord *record, const char *field, guint row)
{
  BlTable *table = bl_record_get_table (record, field);
  const char *text = table != NULL ? bl_table_get_texts (table)[row] : NULL;

  return text != NULL ? text : "";
}

static int
find_row (BlRecord *record, const char *field, const char *text)
{
  BlTable *table = record != NULL ? bl_record_get_table (record, field) : NULL;

  for (guint i = 0; table != NULL && i < bl_table_get_n_rows (table); i++)
    if (g_strcmp0 (bl_table_get_texts (table)[i], text) == 0)
      return (int) i;
  return -1;
}

/* The value of an authority; NaN for none. */
static double
value_of (BlProject *project, const char *measure, const char *period, const char *code)
{
  BlRecord *record = find_comparison (project, measure, period);
  int row = find_row (record, "codes", code);

  return row >= 0 ? number_at (record, "values", (guint) row) : NAN;
}

/* Values of a measure added up, over all places or one, over all years or the one that starts in April of @year. */
static double
total (BlProject *project, const char *measure, const char *place, int year)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "series");
  BlRecord *only = place != NULL ? find_series (project, measure, place) : NULL;
  double sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);
      BlTable *periods = bl_record_get_table (series, "periods");

      if (g_strcmp0 (bl_record_get_text (series, "measure"), measure) != 0 || (only != NULL && series != only))
        continue;
      for (guint k = 0; k < bl_table_get_n_rows (periods); k++)
        {
          const char *period = bl_table_get_texts (periods)[k];
          int own = atoi (period), month = atoi (period + 5);

          if (year == 0 || own - (month < 4) == year)
            sum += number_at (series, "values", k);
        }
    }
  return sum;
}

static guint
count_states (BlProject *project, const char *measure, const char *state)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "series");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);

      if (g_strcmp0 (bl_record_get_text (series, "measure"), measure) != 0)
        continue;
      for (guint k = 0; k < bl_table_get_n_rows (bl_record_get_table (series, "periods")); k++)
        n += g_str_equal (text_at (series, "states", k), state);
    }
  return n;
}

/* --- Months in columns ------------------------------------------------------------ */

static void
test_months (void)
{
  static const struct
  {
    int year;
    double issues, visits;
  } years[] = {
    { 2008, 1134512, 1663709 }, { 2009, 1456275, 2533500 }, { 2010, 1368263, 2543233 }, { 2011, 1168301, 2296252 },
    { 2012, 967740, 2154873 },  { 2013, 802078, 1816263 },  { 2014, 620894, 1603901 },  { 2015, 527810, 1432373 },
    { 2016, 427035, 988215 },   { 2017, 382460, 927467 },   { 2018, 382526, 893681 },   { 2019, 330066, 728634 },
    { 2020, 22577, 0 },         { 2021, 206463, 253084 },   { 2022, 289627, 439097 },   { 2023, 285690, 551116 },
    { 2024, 117414, 238406 },
  };
  static const struct
  {
    const char *name;
    double issues, visits;
  } places[] = { { "City Library", 3744792, 10042884 }, { "Gosforth", 1654547, 1873112 }, { "Kenton", 354062, 522483 },
                 { "Jesmond", 291369, 482273 },         { "Mobile", 111979, 42407 },      { "Outer West", 996424, 1357539 } };
  g_autoptr (BlProject) project = newcastle ();
  g_autoptr (BlImportReport) again = NULL;
  BlRecord *series;

  if (no_data ())
    {
      g_test_skip ("no shared data");
      return;
    }
  bring_shared (project, ISSUES);
  bring_shared (project, VISITS);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_assert_cmpfloat (total (project, "loans_physical_all", NULL, years[i].year), ==, years[i].issues);
      g_assert_cmpfloat (total (project, "visits_all", NULL, years[i].year), ==, years[i].visits);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpfloat (total (project, "loans_physical_all", places[i].name, 0), ==, places[i].issues);
      g_assert_cmpfloat (total (project, "visits_all", places[i].name, 0), ==, places[i].visits);
    }
  g_assert_cmpfloat (total (project, "loans_physical_all", NULL, 0), ==, 10489731);
  g_assert_cmpfloat (total (project, "visits_all", NULL, 0), ==, 21063804);
  /* 19 rows of 204 columns of which 877 are blank: what is blank is no value. */
  g_assert_cmpuint (count_states (project, "loans_physical_all", ""), ==, 19 * 204 - 877);
  g_assert_cmpuint (count_states (project, "visits_all", "") + count_states (project, "visits_all", "estimate"), ==,
                    19 * 194 - 918);
  g_assert_cmpuint (count_states (project, "visits_all", "estimate"), ==, 914);
  series = find_series (project, "visits_all", "Mobile");
  g_assert_cmpint (bl_record_get_enum (series, "geography"), ==, BL_GEOGRAPHY_LIBRARY);
  g_assert_null (bl_record_get_text (series, "library"));
  series = find_series (project, "visits_all", "City Library");
  g_assert_nonnull (bl_record_get_text (series, "library"));
  g_assert_cmpint (bl_record_get_enum (series, "period-kind"), ==, BL_PERIOD_KIND_MONTH);
  g_assert_cmpint (find_row (series, "periods", "2020-06-01/P1M"), ==, -1);
  g_assert_cmpint (find_row (series, "periods", "2023-01-01/P1M"), >, 0);
  again = import_shared (project, VISITS);
  g_assert_cmpuint (again->unchanged, ==, 19);
}

/* What is found is said before it is brought in. */
static void
test_findings (void)
{
  g_autofree char *visits = bl_test_shared_data (VISITS), *likes = bl_test_shared_data (NEIGHBOURS);
  g_autofree char *all = bl_test_shared_data (RETURN);
  g_autoptr (BlProject) project = newcastle ();
  BlImportOptions options = { .kind = BL_IMPORT_SERIES };
  g_autoptr (BlImportPlan) one = NULL, two = NULL, three = NULL;

  if (no_data ())
    {
      g_test_skip ("no shared data");
      return;
    }
  one = bl_import_plan_new (project, visits, &options, NULL, NULL);
  g_assert_cmpstr (bl_import_plan_get_findings (one)[0], ==, "Visits: 19 places, Apr 2008 to Aug 2024");
  /* Another measure is chosen once for all months. */
  bl_import_plan_set_target (one, 5, g_intern_string ("measure:enquiries"));
  g_assert_cmpstr (bl_import_plan_get_findings (one)[0], ==, "Enquiries: 19 places, Apr 2008 to Aug 2024");
  two = bl_import_plan_new (project, likes, &options, NULL, NULL);
  g_assert_cmpstr (bl_import_plan_get_findings (two)[0], ==,
                   "The authorities that are most like this one: Leeds, North Tyneside, Bristol, City of and 149 more");
  three = bl_import_plan_new (project, all, &options, NULL, NULL);
  g_assert_nonnull (strstr (bl_import_plan_get_findings (three)[0], "of up to 129 authorities"));
  g_assert_cmpuint (g_list_model_get_n_items (bl_import_plan_get_columns (three)), ==, 0);
}

static void
test_shares (void)
{
  g_autofree char *path = bl_test_shared_data (COMPUTERS);
  g_autoptr (BlProject) project = newcastle ();
  g_autoptr (BlImportReport) report = NULL;
  BlImportOptions found = { 0 };
  BlRecord *series;

  if (path == NULL)
    {
      g_test_skip ("no shared data");
      return;
    }
  /* Found out, not said: shares are no figure of a year. */
  report = fixture_import (project, path, &found);
  series = find_series (project, "pc_use_pct", "City Library");
  g_assert_cmpfloat (number_at (series, "values", 0), ==, 69);
  g_assert_nonnull (find_series (project, "pc_use_pct", "BIPC"));
  g_assert_cmpuint (count_states (project, "pc_use_pct", "estimate"), ==, 0);
}

/* --- The return of all authorities -------------------------------------------------- */

static void
check_filling (BlProject *project, const char *measure, guint whole, guint partial, guint none)
{
  BlRecord *record = find_comparison (project, measure, YEAR);
  guint n = bl_table_get_n_rows (bl_record_get_table (record, "codes")), counts[3] = { 0 };

  for (guint i = 0; i < n; i++)
    if (isnan (number_at (record, "values", i)))
      {
        /* A figure that was given and cannot be is one, too. */
        g_assert_true (g_str_has_prefix (text_at (record, "states", i), "no-data"));
        counts[2]++;
      }
    else
      counts[isnan (number_at (record, "parts", i)) ? 0 : 1]++;
  g_assert_cmpuint (n, ==, 129);
  g_assert_cmpuint (counts[0], ==, whole);
  g_assert_cmpuint (counts[1], ==, partial);
  g_assert_cmpuint (counts[2], ==, none);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

/* The middle of the first fifteen neighbours with a whole year, for each 1,000 people. */
static double
median_of_neighbours (BlProject *project, const char *measure, guint *usable)
{
  g_autoptr (BlRecord) similar = g_list_model_get_item (bl_record_get_list (BL_RECORD (project), "similar"), 0);
  BlRecord *record = find_comparison (project, measure, YEAR);
  double rates[15];
  guint n = 0;

  g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (similar, "codes")), ==, 152);
  for (guint i = 0; i < 15; i++)
    {
      const char *code = text_at (similar, "codes", i);
      int row = find_row (record, "codes", code);

      if (row >= 0 && !isnan (number_at (record, "values", (guint) row)) && isnan (number_at (record, "parts", (guint) row)))
        rates[n++] = 1000 * number_at (record, "values", (guint) row) / value_of (project, "pop_all", "2024-06-30/P0D", code);
    }
  qsort (rates, n, sizeof *rates, compare_doubles);
  *usable = n;
  return n % 2 == 1 ? rates[n / 2] : (rates[n / 2 - 1] + rates[n / 2]) / 2;
}

static void
test_return (void)
{
  g_autoptr (BlProject) project = newcastle ();
  g_autoptr (BlImportReport) report = NULL, again = NULL;
  g_autoptr (BlRecord) similar = NULL;
  guint usable, implausible = 0;
  double rate;

  if (no_data ())
    {
      g_test_skip ("no shared data");
      return;
    }
  report = import_shared (project, RETURN);
  g_assert_cmpuint (report->added, ==, 129);
  for (guint i = 0; i < report->warnings->len; i++)
    implausible += strstr (((BlImportWarning *) g_ptr_array_index (report->warnings, i))->message, "cannot be") != NULL;
  g_assert_cmpuint (implausible, ==, 4);
  check_filling (project, "loans_book_all", 121, 3, 5);
  check_filling (project, "visits_not_shared", 114, 3, 12);
  check_filling (project, "visits_shared", 76, 2, 51);
  check_filling (project, "wifi_sessions", 40, 4, 85);
  check_filling (project, "pc_hours_used", 113 - 4, 2, 14 + 4);
  g_assert_cmpfloat (value_of (project, "visits_all", YEAR, "E08000021"), ==, 551234);
  g_assert_cmpfloat (value_of (project, "visits_all", YEAR, "E06000066"), ==, 905057);
  g_assert_cmpfloat (value_of (project, "loans_book_all", YEAR, "E08000021"), ==, 345860);
  g_assert_cmpfloat (value_of (project, "loans_book_all", YEAR, "E06000066"), ==, 1429108);
  g_assert_true (isnan (value_of (project, "pc_hours_used", YEAR, "E08000021")));
  /* The project's own by month. */
  g_assert_cmpfloat (total (project, "visits_all", "E08000021", 2023), ==, 551234);
  g_assert_cmpint (bl_record_get_enum (find_series (project, "loans_book_all", "E08000021"), "period-kind"), ==,
                   BL_PERIOD_KIND_MONTH);
  g_assert_null (find_series (project, "loans_book_all", "E06000066"));
  bring_shared (project, NEIGHBOURS);
  bring_shared (project, PEOPLE);
  similar = g_list_model_get_item (bl_record_get_list (BL_RECORD (project), "similar"), 0);
  g_assert_cmpstr (text_at (similar, "names", 0), ==, "Leeds");
  g_assert_cmpstr (text_at (similar, "names", 1), ==, "North Tyneside");
  g_assert_cmpfloat (value_of (project, "pop_all", "2024-06-30/P0D", "E08000021"), ==, 320605);
  rate = median_of_neighbours (project, "visits_all", &usable);
  g_assert_cmpuint (usable, ==, 11);
  g_assert_cmpfloat_with_epsilon (rate, 1983.0, 0.05);
  rate = median_of_neighbours (project, "loans_book_all", &usable);
  g_assert_cmpuint (usable, ==, 11);
  g_assert_cmpfloat_with_epsilon (rate, 1604.1, 0.05);
  again = import_shared (project, RETURN);
  g_assert_cmpuint (again->unchanged, ==, 129);
}

/* A county against its fifteen. */
static void
test_somerset (void)
{
  g_autoptr (BlProject) project = fixture_project ("Somerset Council", "E06000066", NULL);
  guint usable;
  double rate;

  if (no_data ())
    {
      g_test_skip ("no shared data");
      return;
    }
  bring_shared (project, RETURN);
  bring_shared (project, NEIGHBOURS);
  bring_shared (project, PEOPLE);
  rate = median_of_neighbours (project, "visits_all", &usable);
  g_assert_cmpuint (usable, ==, 13);
  g_assert_cmpfloat_with_epsilon (rate, 2312.0, 0.05);
  /* No March: eleven months of printed books, and no year. */
  g_assert_cmpfloat (number_at (find_comparison (project, "loans_book_all", YEAR), "parts",
                                (guint) find_row (find_comparison (project, "loans_book_all", YEAR), "codes", "E06000066")),
                     ==, 11);
}

static void
test_long (void)
{
  g_autoptr (BlProject) project = newcastle ();
  g_autoptr (BlImportReport) report = NULL, kept = NULL;

  if (no_data ())
    {
      g_test_skip ("no shared data");
      return;
    }
  bring_shared (project, "national/activity-2023-24/loans.csv");
  report = import_shared (project, "national/activity-2023-24/visits.csv");
  g_assert_cmpuint (report->warnings->len, >, 0);
  g_assert_cmpfloat (value_of (project, "loans_book_all", YEAR, "E08000021"), ==, 345860);
  g_assert_cmpfloat (value_of (project, "loans_book_all", YEAR, "E06000066"), ==, 781894);
  g_assert_cmpfloat (value_of (project, "visits_all", YEAR, "E06000066"), ==, 905057);
  /* "Shared building" is what is not shared. */
  g_assert_cmpfloat (value_of (project, "visits_not_shared", YEAR, "E08000021"), ==, 551234);
  bring_shared (project, "national/activity-2023-24/computers.csv");
  g_assert_cmpfloat (value_of (project, "pc_hours_used", YEAR, "E06000066"), ==, 70738);
  /* The return puts right what the long file has lost, and not the other way round. */
  bring_shared (project, RETURN);
  g_assert_cmpfloat (value_of (project, "loans_book_all", YEAR, "E06000066"), ==, 1429108);
  kept = import_shared (project, "national/activity-2023-24/loans.csv");
  g_assert_cmpfloat (value_of (project, "loans_book_all", YEAR, "E06000066"), ==, 1429108);
  g_assert_cmpuint (kept->updated, ==, 0);
}

static void
test_indicators (void)
{
  g_autoptr (BlProject) project = newcastle ();
  BlRecord *record;
  int row;

  if (no_data ())
    {
      g_test_skip ("no shared data");
      return;
    }
  bring_shared (project, "national/indicators/engagement-with-culture-and-heritage.csv");
  bring_shared (project, "national/indicators/early-years.csv");
  record = find_comparison (project, "survey_used_pct", YEAR);
  row = find_row (record, "codes", "E08000021");
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpfloat (number_at (record, "values", (guint) row), ==, 23);
  g_assert_cmpfloat (number_at (record, "lows", (guint) row), ==, 19);
  g_assert_cmpfloat (number_at (record, "highs", (guint) row), ==, 27);
  g_assert_cmpstr (text_at (record, "states", (guint) row), ==, "estimate");
  g_assert_cmpfloat (total (project, "survey_used_pct", "E92000001", 2023), ==, 25);
  record = find_series (project, "literacy_eyfs_pct", "E08000021");
  g_assert_cmpint (bl_record_get_enum (record, "period-kind"), ==, BL_PERIOD_KIND_AY);
  /* Newest first in the file, in order of time here. */
  g_assert_cmpstr (text_at (record, "periods", 0), ==, "2021-09-01/P1Y");
  g_assert_cmpfloat (value_of (project, "literacy_eyfs_pct", "2024-09-01/P1Y", "E06000066"), ==, 73.1);
}

/* --- Any table ------------------------------------------------------------------------- */

static void
test_columns (void)
{
  g_autoptr (BlProject) project = newcastle ();
  g_autoptr (BlImportReport) report = NULL, table = NULL, one = NULL, said = NULL, other = NULL;
  char *values[] = { (char *) "spend_net=Net expenditure", (char *) "visits_all=Visits", NULL };
  BlRecord *series;

  report = import_text (project, "long.csv",
                        "Library,Period,Value\nGosforth,2023-04,120\nGosforth,Jun 2023,0\nGosforth,2023-05,\n"
                        "Kenton,2023-04,..\nStore,2023-04,*\nKenton,2023-06,many\n",
                        (BlImportOptions) { .measure = "visits_all" });
  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpuint (report->skipped, ==, 3);
  series = find_series (project, "visits_all", "Gosforth");
  g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (series, "periods")), ==, 2);
  g_assert_cmpfloat (number_at (series, "values", 1), ==, 0);
  series = find_series (project, "visits_all", "Store");
  g_assert_cmpstr (text_at (series, "states", 0), ==, "suppressed");
  g_assert_cmpfloat (number_at (series, "highs", 0), ==, 4);

  /* A table of authorities, such as CIPFA's. */
  table = import_text (project, "cipfa.csv",
                       "Authority,Net expenditure,Visits\nLeeds,\"1,200,000\",..\nNewcastle upon Tyne,£900000,0\nAtlantis,1,2\n",
                       (BlImportOptions) { .values = values, .period = "2022-23" });
  g_assert_cmpuint (table->added, ==, 2);
  g_assert_cmpuint (fixture_reason (table, "not an authority with a library service"), ==, 1);
  g_assert_cmpfloat (value_of (project, "spend_net", "2022-04-01/P1Y", "E08000035"), ==, 1200000);
  g_assert_true (isnan (value_of (project, "visits_all", "2022-04-01/P1Y", "E08000035")));
  g_assert_cmpfloat (value_of (project, "visits_all", "2022-04-01/P1Y", "E08000021"), ==, 0);
  g_assert_cmpfloat (total (project, "spend_net", "E08000021", 2022), ==, 900000);

  /* All of one library. */
  one = import_text (project, "one.csv", "Month,Value\n2024-01,7\n2024-02,8\n",
                     (BlImportOptions) { .measure = "enquiries", .place = "Jesmond Library" });
  g_assert_cmpfloat (total (project, "enquiries", "Jesmond", 2023), ==, 15);
  /* All of another authority. */
  other = import_text (project, "other.csv", "Year,Value\n2021-22,5\n", (BlImportOptions) { .measure = "enquiries", .place = "E08000035" });
  g_assert_cmpuint (other->added, ==, 1);
  g_assert_cmpfloat (value_of (project, "enquiries", "2021-04-01/P1Y", "E08000035"), ==, 5);
  /* A later file takes the place of what was there, and no more. */
  said = import_text (project, "one.csv", "Month,Value\n2024-02,9\n2024-03,1\n",
                      (BlImportOptions) { .measure = "enquiries", .place = "Jesmond Library" });
  g_assert_cmpuint (said->updated, ==, 1);
  g_assert_cmpuint (said->added, ==, 1);
  g_assert_cmpfloat (total (project, "enquiries", "Jesmond", 2023), ==, 17);
}

/* A workbook with a year in each column: ".." is not known, 0 is 0. */
static void
test_workbook (gconstpointer data)
{
  static const char *const header[] = { "Authority", "2021-22", "2022-23" };
  static const char *const rows[][3] = { { "Leeds", "1200.5", ".." }, { "Somerset", "0", "7" }, { "Newcastle upon Tyne", "", "9" } };
  const char *driver = data;
  g_autofree char *path = g_build_filename (folder, g_str_equal (driver, "XLSX") ? "book.xlsx" : "book.ods", NULL);
  g_autoptr (BlProject) project = newcastle ();
  g_autoptr (BlImportReport) report = NULL;
  BlImportOptions options = { .kind = BL_IMPORT_SERIES, .measure = "staff_fte" };
  GDALDatasetH workbook;
  OGRLayerH layer;

  GDALAllRegister ();
  workbook = GDALCreate (GDALGetDriverByName (driver), path, 0, 0, 0, GDT_Unknown, NULL);
  g_assert_nonnull (workbook);
  layer = GDALDatasetCreateLayer (workbook, "Staff", NULL, wkbNone, NULL);
  for (guint i = 0; i < 3; i++)
    {
      OGRFieldDefnH field = OGR_Fld_Create (header[i], OFTString);
      g_assert_cmpint (OGR_L_CreateField (layer, field, TRUE), ==, OGRERR_NONE);
      OGR_Fld_Destroy (field);
    }
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      OGRFeatureH feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));

      for (guint i = 0; i < 3; i++)
        if (*rows[r][i] != '\0')
          OGR_F_SetFieldString (feature, (int) i, rows[r][i]);
      g_assert_cmpint (OGR_L_CreateFeature (layer, feature), ==, OGRERR_NONE);
      OGR_F_Destroy (feature);
    }
  GDALClose (workbook);

  report = fixture_import (project, path, &options);
  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpfloat (value_of (project, "staff_fte", "2021-04-01/P1Y", "E08000035"), ==, 1200.5);
  g_assert_true (isnan (value_of (project, "staff_fte", "2022-04-01/P1Y", "E08000035")));
  g_assert_cmpfloat (value_of (project, "staff_fte", "2021-04-01/P1Y", "E06000066"), ==, 0);
  g_assert_cmpfloat (total (project, "staff_fte", "E08000021", 2022), ==, 9);
  g_unlink (path);
}

static void
test_broken (void)
{
  g_autoptr (BlProject) project = newcastle ();
  const BlImportOptions none = { 0 }, visits = { .measure = "visits_all" };

  refuse_text (project, "table.csv", "Library,2023-04,2023-05\nGosforth,1,2\n", none, BL_EXCHANGE_ERROR_OPTION, "which measure");
  refuse_text (project, "table.csv", "Library,2023-04\nGosforth,1\n", (BlImportOptions) { .measure = "visitz_all" },
               BL_EXCHANGE_ERROR_OPTION, "no measure “visitz_all”");
  refuse_text (project, "table.csv", "Library,Value\nGosforth,1\n", visits, BL_EXCHANGE_ERROR_OPTION, "which month or year");
  refuse_text (project, "table.csv", "Library,Value\nGosforth,1\n",
               (BlImportOptions) { .measure = "visits_all", .period = "soon" }, BL_EXCHANGE_ERROR_OPTION, "soon");
  refuse_text (project, "table.csv", "Library,2023-04\nGosforth,\nKenton,..\n", visits, BL_EXCHANGE_ERROR_CONTENT, "no figure");
  refuse_text (project, "table.csv", "Library,2023-04\n", visits, BL_EXCHANGE_ERROR_CONTENT, "no rows");
  refuse_text (project, "figures.csv", "Authority,Period,Count\nE08000021,2023-04-01/P1M,1\n", none, BL_EXCHANGE_ERROR_OPTION,
               "what it counts");
  refuse_text (project, "near.csv",
               "Upper tier local authority code,Upper tier local authority name,Neighbour 1,Neighbour 2\nE06000001,Hartlepool,a,b\n",
               none, BL_EXCHANGE_ERROR_CONTENT, "no row for the authority");
  refuse_text (project, "people.csv", "Code,Name,Geography,All ages,0,17,90+\nE08000021,Newcastle,MD,9,1,2,3\n", none,
               BL_EXCHANGE_ERROR_OPTION, "which year");
  refuse_text (project, "loans.csv", "Authority,Format,Content age group,Period,Count\nNewcastle,Ebook,Adult,x,y\n", none,
               BL_EXCHANGE_ERROR_CONTENT, "no figure");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int failed;

  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-series-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/exchange/import-series/months", test_months);
  g_test_add_func ("/exchange/import-series/findings", test_findings);
  g_test_add_func ("/exchange/import-series/shares", test_shares);
  g_test_add_func ("/exchange/import-series/return", test_return);
  g_test_add_func ("/exchange/import-series/somerset", test_somerset);
  g_test_add_func ("/exchange/import-series/long", test_long);
  g_test_add_func ("/exchange/import-series/indicators", test_indicators);
  g_test_add_func ("/exchange/import-series/columns", test_columns);
  g_test_add_data_func ("/exchange/import-series/xlsx", "XLSX", test_workbook);
  g_test_add_data_func ("/exchange/import-series/ods", "ODS", test_workbook);
  g_test_add_func ("/exchange/import-series/broken", test_broken);
  failed = g_test_run ();
  g_free (folder);
  return failed;
}
