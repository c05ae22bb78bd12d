/* test-series-known.c: what published series say of themselves: what they are, whose, for when, where they start again
 *
 * Truth: the notes on the data (files, quirks, licences) and expected.md; the reference on indicators 1.8, 1.11 and 3.3.
 * Runs of equal months were counted by a few lines of Python: those of East End, Gosforth, High Heaton, Kenton, Outer West
 * and West End end in January 2020.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-about.h"
#include "import-fixture.h"
#include "period.h"
#include "series.h"
#include "shared-data.h"
#include "text.h"

#include <math.h>
#include <string.h>

#define VISITS "newcastle/2008-onwards-monthly-visits.csv"
#define ENQUIRIES "newcastle/2008-onwards-monthly-enquiries.csv"
#define OGL "Open Government Licence v3.0"
#define NEWCASTLE "Newcastle Libraries, open data"

static char *folder;

static BlProject *
project_of (const char *name, const char *code)
{
  static const char *const names[] = { "City Library", "Gosforth", "Outer West Library", NULL };
  BlProject *project = fixture_project (name, code, NULL);

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

static gboolean
no_data (void)
{
  g_autofree char *path = bl_test_shared_data (VISITS);

  if (path == NULL)
    g_test_skip ("no shared data");
  return path == NULL;
}

/* Found out without a word of the user's, as by the window. */
static BlImportPlan *
plan_shared (BlProject *project, const char *name)
{
  g_autofree char *path = bl_test_shared_data (name);
  g_autoptr (GError) error = NULL;
  BlImportPlan *plan = bl_import_plan_new (project, path, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static BlImportReport *
apply (BlImportPlan *plan, BlProject *project)
{
  g_autoptr (GError) error = NULL;
  BlImportReport *report = bl_import_plan_apply (plan, project, &error);

  g_assert_no_error (error);
  return report;
}

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

static double
sum_of (BlRecord *series)
{
  BlTable *values = series != NULL ? bl_record_get_table (series, "values") : NULL;
  double sum = 0;

  for (guint i = 0; values != NULL && i < bl_table_get_n_rows (values); i++)
    sum += bl_table_get_numbers (values)[i];
  return sum;
}

static double
value_at (BlRecord *series, const char *period)
{
  BlTable *periods = bl_record_get_table (series, "periods");

  for (guint i = 0; i < bl_table_get_n_rows (periods); i++)
    if (g_str_equal (bl_table_get_texts (periods)[i], period))
      return bl_table_get_numbers (bl_record_get_table (series, "values"))[i];
  return NAN;
}

/* --- What it is ------------------------------------------------------------------------ */

static void
test_origins (void)
{
  static const struct
  {
    const char *file, *source, *date, *licence;
    BlImportKind other; /* what it could be besides */
  } files[] = {
    { VISITS, NEWCASTLE, "to Aug 2024", "Public domain (Unlicense)", BL_IMPORT_FIGURES },
    { ENQUIRIES, NEWCASTLE, "to Aug 2024", "Public domain (Unlicense)", BL_IMPORT_FIGURES },
    { "newcastle/2008-onwards-monthly-issues-by-branch.csv", NEWCASTLE, "to Aug 2024", "Public domain (Unlicense)", BL_IMPORT_FIGURES },
    { "newcastle/2008-onwards-monthly-computer-use.csv", NEWCASTLE, "to Aug 2024", "Public domain (Unlicense)", BL_IMPORT_UNKNOWN },
    { "newcastle/2019-onwards-monthly-wifi-users.csv", NEWCASTLE, "to Jun 2019", "Public domain (Unlicense)", BL_IMPORT_UNKNOWN },
    { "newcastle/active-borrowers-by-library-2012-10-30.csv", NEWCASTLE, NULL, "Public domain (Unlicense)", BL_IMPORT_UNKNOWN },
    { "newcastle/physical_visits_newcastle.csv", "Newcastle City Council, open data in the library schema", NULL, NULL,
      BL_IMPORT_FIGURES },
    { "national/activity-2023-24/libraries_activity_data_2023_2024.csv", "Arts Council England, Libraries Activity Data 2023-24",
      "2023-24", NULL, BL_IMPORT_UNKNOWN },
    { "national/activity-2023-24/visits.csv", "Arts Council England, Libraries Activity Data, long form by Libraries Hacked", "2023-24",
      NULL, BL_IMPORT_UNKNOWN },
    { "national/activity-2023-24/wifi.csv", "Arts Council England, Libraries Activity Data, long form by Libraries Hacked", "2023-24",
      NULL, BL_IMPORT_UNKNOWN },
    { "national/activity-2023-24/localauthoritynearestneighboursengland.csv",
      "Office for National Statistics, statistical nearest neighbours of local authorities", "October 2025", OGL, BL_IMPORT_UNKNOWN },
    { "national/mye24tablesew.csv", "Office for National Statistics, mid-year population estimates", "mid-2024", OGL, BL_IMPORT_UNKNOWN },
    { "national/indicators/engagement-with-culture-and-heritage.csv",
      "DCMS, Participation Survey, by Explore Local Statistics of the Office for National Statistics", "2023-24", OGL,
      BL_IMPORT_UNKNOWN },
    { "national/indicators/early-years.csv",
      "Department for Education, early years foundation stage profile, by Explore Local Statistics of the Office for National Statistics",
      "school year 2021/22 to school year 2024/25", OGL, BL_IMPORT_UNKNOWN },
  };
  g_autoptr (BlProject) project = project_of ("Newcastle City Council", "E08000021");

  for (guint i = 0; !no_data () && i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (BlImportPlan) plan = plan_shared (project, files[i].file);
      BlImportAbout about = bl_import_plan_get_about (plan);
      BlImportKind kinds[BL_IMPORT_MOST_KINDS];

      g_test_message ("%s", files[i].file);
      g_assert_cmpint (bl_import_plan_get_kind (plan), ==, BL_IMPORT_SERIES);
      g_assert_cmpstr (about.source, ==, files[i].source);
      g_assert_cmpstr (about.date, ==, files[i].date);
      g_assert_cmpstr (about.licence, ==, files[i].licence);
      g_assert_cmpuint (bl_import_plan_get_kinds (plan, kinds), ==, files[i].other != BL_IMPORT_UNKNOWN ? 2 : 1);
      g_assert_cmpint (kinds[0], ==, BL_IMPORT_SERIES);
      if (files[i].other != BL_IMPORT_UNKNOWN)
        g_assert_cmpint (kinds[1], ==, files[i].other);
    }
}

static void
check_kinds (const char *text, guint n, BlImportKind first, BlImportKind second)
{
  g_autoptr (BlProject) project = project_of ("Newcastle City Council", "E08000021");
  g_autofree char *path = fixture_file (folder, "table.csv", text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, NULL, NULL, &error);
  BlImportKind kinds[BL_IMPORT_MOST_KINDS];

  g_assert_no_error (error);
  g_assert_cmpuint (bl_import_plan_get_kinds (plan, kinds), ==, n);
  g_assert_cmpint (kinds[0], ==, first);
  if (n > 1)
    g_assert_cmpint (kinds[1], ==, second);
  g_assert_cmpint (bl_import_plan_get_kind (plan), ==, first);
}

static void
test_kinds (void)
{
  /* Months of libraries, years of libraries, years of authorities by name and by code. */
  check_kinds ("Library,2023-04,2023-05\nGosforth,1,2\n", 2, BL_IMPORT_SERIES, BL_IMPORT_FIGURES);
  check_kinds ("Library,Visits 2021-22,Visits 2022-23\nGosforth,1,2\n", 2, BL_IMPORT_FIGURES, BL_IMPORT_SERIES);
  check_kinds ("Authority,2021-22,2022-23\nLeeds,1,..\n", 1, BL_IMPORT_SERIES, BL_IMPORT_UNKNOWN);
  check_kinds ("Code,Authority,2021-22,2022-23\nE08000035,Leeds,1,2\n", 2, BL_IMPORT_SERIES, BL_IMPORT_VALUES);
  check_kinds ("Area,Year,Value,Lower,Upper\nLeeds,2023-24,1,0,2\n", 1, BL_IMPORT_SERIES, BL_IMPORT_UNKNOWN);
  /* A year in a heading does not make a list of libraries, or figures of small areas, a series. */
  check_kinds ("Library name,Postcode,Operation in 2022,Operation in 2023\nGosforth,NE3 1AA,LA,LA\n", 1, BL_IMPORT_LIBRARIES,
               BL_IMPORT_UNKNOWN);
  check_kinds ("LSOA code,2021,2022\nE01008280,4,5\n", 1, BL_IMPORT_VALUES, BL_IMPORT_UNKNOWN);
}

/* --- What one service publishes ----------------------------------------------------------- */

static void
test_issues (void)
{
  g_autoptr (BlProject) project = project_of ("Somerset Council", "E06000066");
  g_autoptr (BlImportPlan) plan = NULL;
  g_autoptr (BlImportReport) report = NULL;
  BlRecord *issues;

  if (no_data ())
    return;
  plan = plan_shared (project, "somerset/librarieswest/issues_summary.csv");
  report = apply (plan, project);
  /* expected.md: 707 rows of 3,205, 24 months, 1,148,659 issues, peak and low. */
  g_assert_cmpuint (report->read, ==, 3205);
  g_assert_cmpuint (report->added, ==, 707);
  g_assert_cmpuint (report->elsewhere, ==, 3205 - 707);
  issues = find_series (project, "issues_first", "E06000066");
  g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (issues, "periods")), ==, 24);
  g_assert_cmpfloat (sum_of (issues), ==, 1148659);
  g_assert_cmpfloat (value_at (issues, "2019-08-01/P1M"), ==, 115032);
  g_assert_cmpfloat (value_at (issues, "2020-05-01/P1M"), ==, 80);
  g_assert_cmpfloat (sum_of (find_series (project, "renewals", "E06000066")), ==, 731998);
  g_assert_cmpfloat (sum_of (find_series (project, "loans_physical_all", "E06000066")), ==, 1148659 + 731998);
  g_assert_cmpstr (bl_record_get_text (issues, "licence"), ==, OGL);
}

static void
test_counts (void)
{
  g_autoptr (BlProject) project = project_of ("Newcastle City Council", "E08000021");
  g_autoptr (BlImportPlan) plan = NULL, report_plan = NULL;
  g_autoptr (BlImportReport) report = NULL, borrowers = NULL;
  GListModel *all = bl_record_get_list (BL_RECORD (project), "series");
  double members = 0;
  guint branches = 0;

  if (no_data ())
    return;
  plan = plan_shared (project, "newcastle/physical_visits_newcastle.csv");
  report = apply (plan, project);
  g_assert_cmpuint (report->added, ==, 25);
  g_assert_cmpfloat (value_at (find_series (project, "visits_all", "City Library"), "2019-01-01/P1M"), ==, 56660);
  g_assert_cmpfloat (sum_of (find_series (project, "visits_all", "Cruddas Park")), ==, 1047 + 965 + 1001 + 1110 + 1065 + 1265 + 1197);
  /* A counted week is a sample: it stands for no month. */
  g_assert_null (find_series (project, "visits_all", "Gosforth"));
  g_assert_cmpfloat (sum_of (find_series (project, "visits_sample", "Gosforth")), ==, 849);
  g_assert_cmpfloat (sum_of (find_series (project, "visits_sample", "Outer West Library")), ==, 767 + 663);

  /* A printed report: 36 branches, 81,622 borrowers on 30 October 2012. */
  report_plan = plan_shared (project, "newcastle/active-borrowers-by-library-2012-10-30.csv");
  borrowers = apply (report_plan, project);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);

      if (!g_str_equal (bl_record_get_text (series, "measure"), "members_registered"))
        continue;
      branches++;
      members += value_at (series, "2012-10-30/P0D");
    }
  g_assert_cmpuint (branches, ==, 36);
  g_assert_cmpfloat (members, ==, 81622);
  g_assert_cmpfloat (value_at (find_series (project, "members_registered", "Outer West Library"), "2012-10-30/P0D"), ==, 5433);
  g_assert_cmpfloat (value_at (find_series (project, "members_registered", "SUPPORT SERVICES"), "2012-10-30/P0D"), ==, 80);
}

/* --- Where they start again --------------------------------------------------------------- */

static guint32
day_of (const char *iso)
{
  guint32 day = 0;

  g_assert_true (bl_text_to_date (iso, &day));
  return day;
}

static void
check_break (BlRecord *series, guint at, BlBreakCause cause, const char *from, const char *until, const char *words)
{
  g_autoptr (BlRecord) it = g_list_model_get_item (bl_record_get_list (series, "breaks"), at);
  guint32 day = 0;

  g_assert_nonnull (it);
  g_assert_cmpint (bl_record_get_enum (it, "cause"), ==, cause);
  g_assert_true (bl_record_get_date (it, "from", &day));
  g_assert_cmpuint (day, ==, day_of (from));
  g_assert_cmpint (bl_record_get_date (it, "until", &day), ==, until != NULL);
  if (until != NULL)
    g_assert_cmpuint (day, ==, day_of (until));
  if (strstr (bl_record_get_text (it, "reason"), words) == NULL)
    g_error ("“%s” does not say “%s”", bl_record_get_text (it, "reason"), words);
}

static guint
count_breaks (BlProject *project)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "series");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);
      n += g_list_model_get_n_items (bl_record_get_list (series, "breaks"));
    }
  return n;
}

static void
test_breaks (void)
{
  static const char *const sampled[] = { "Gosforth", "East End", "High Heaton", "Kenton", "Outer West Library", "West End" };
  g_autoptr (BlProject) project = project_of ("Newcastle City Council", "E08000021");
  g_autoptr (BlImportPlan) enquiries = NULL, visits = NULL, again = NULL;
  g_autoptr (BlImportReport) one = NULL, two = NULL, three = NULL;
  BlRecord *series;
  guint n;

  if (no_data ())
    return;
  enquiries = plan_shared (project, ENQUIRIES);
  visits = plan_shared (project, VISITS);
  one = apply (enquiries, project);
  two = apply (visits, project);

  series = find_series (project, "enquiries", "City Library");
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (series, "breaks")), ==, 2);
  check_break (series, 0, BL_BREAK_DEFINITION, "2018-09-01", "2018-04-08", "settled from 1 September 2018");
  check_break (series, 1, BL_BREAK_GAP, "2021-04-01", "2020-03-18", "19 March 2020");
  /* One that had gone before keeps none of that. */
  series = find_series (project, "enquiries", "Jesmond");
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (series, "breaks")), ==, 2);
  check_break (series, 0, BL_BREAK_METHOD, "2010-02-01", NULL, "Up to Jan 2010 the same figure stands in three months");
  check_break (series, 1, BL_BREAK_COVERAGE, "2013-07-01", NULL, "No figures after Jun 2013: the library went to other hands or closed");
  series = find_series (project, "visits_all", "Mobile");
  check_break (series, g_list_model_get_n_items (bl_record_get_list (series, "breaks")) - 1, BL_BREAK_COVERAGE, "2012-05-01", NULL,
               "the mobile library stopped");
  series = find_series (project, "visits_all", "Newbiggin Hall");
  check_break (series, g_list_model_get_n_items (bl_record_get_list (series, "breaks")) - 1, BL_BREAK_COVERAGE, "2015-04-01", NULL, "after Mar 2015");
  for (guint i = 0; i < G_N_ELEMENTS (sampled); i++)
    {
      series = find_series (project, "visits_all", sampled[i]);
      check_break (series, 0, BL_BREAK_METHOD, "2020-02-01", NULL, "Up to Jan 2020 the same figure stands in three months");
      check_break (series, 1, BL_BREAK_GAP, "2021-04-01", "2020-03-18", "coronavirus");
    }
  /* City counted every month, but for two quarters of 2013. */
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (find_series (project, "visits_all", "City Library"), "breaks")), ==, 1);
  /* Once. And in one step with the figures. */
  n = count_breaks (project);
  again = plan_shared (project, VISITS);
  three = apply (again, project);
  g_assert_cmpuint (three->unchanged, ==, 19);
  g_assert_cmpuint (count_breaks (project), ==, n);
  bl_project_undo (project);
  g_assert_cmpuint (count_breaks (project), <=, n);
}

/* --- Corrected by their publisher ------------------------------------------------------------ */

static gboolean
warns (const BlImportReport *report, const char *words)
{
  for (guint i = 0; i < report->warnings->len; i++)
    if (strstr (((BlImportWarning *) g_ptr_array_index (report->warnings, i))->message, words) != NULL)
      return TRUE;
  return FALSE;
}

static BlImportReport *
bring (BlProject *project, const char *text)
{
  g_autofree char *path = fixture_file (folder, "visits.csv", text, -1);
  BlImportOptions options = { .kind = BL_IMPORT_SERIES };

  return fixture_import (project, path, &options);
}

static void
test_corrections (void)
{
  g_autoptr (BlProject) project = project_of ("Newcastle City Council", "E08000021");
  g_autoptr (BlImportReport) first = bring (project, "Library,2023-04,2023-05,2023-06\nGosforth,100,110,\nKenton,7,*,9\n");
  g_autoptr (BlImportReport) second = bring (project, "Library,2023-04,2023-05,2023-06\nGosforth,1104,110,120\nKenton,7,8,9\n");
  g_autoptr (BlImportReport) third = NULL, same = NULL;
  BlRecord *series = find_series (project, "visits_all", "Gosforth");
  BlTable *history;

  g_assert_cmpuint (first->added, ==, 2);
  g_assert_cmpuint (second->updated, ==, 2);
  g_assert_true (warns (second, "Gosforth, Apr 2023: 1,104, was 100"));
  g_assert_true (warns (second, "Kenton, May 2023: 8, was no figure"));
  g_assert_false (warns (second, "May 2023: 110"));
  g_assert_false (warns (second, "Jun 2023"));
  /* The clock of the fixture stands at 17 April 2026. */
  history = bl_record_get_table (series, "history");
  g_assert_cmpstr (bl_table_get_texts (history)[0], ==, "2026-04-17 100");
  g_assert_true (bl_table_get_texts (history)[1] == NULL || *bl_table_get_texts (history)[1] == '\0');
  history = bl_record_get_table (find_series (project, "visits_all", "Kenton"), "history");
  g_assert_cmpstr (bl_table_get_texts (history)[1], ==, "2026-04-17 - suppressed");

  third = bring (project, "Library,2023-04\nGosforth,1100\n");
  history = bl_record_get_table (series, "history");
  g_assert_cmpstr (bl_table_get_texts (history)[0], ==, "2026-04-17 100; 2026-04-17 1104");
  same = bring (project, "Library,2023-04\nGosforth,1100\n");
  g_assert_cmpuint (same->unchanged, ==, 1);
  g_assert_cmpuint (same->warnings->len, ==, 0);
  bl_project_undo (project);
  g_assert_cmpfloat (value_at (series, "2023-04-01/P1M"), ==, 1104);
}

/* Provisional figures are kept as such; when the final one comes, the old one is in its history (1.8). */
static void
test_provisional (void)
{
  g_autoptr (BlProject) project = project_of ("Newcastle City Council", "E08000021");
  g_autoptr (BlImportReport) first = bring (project, "Library,2023-04,2023-05,2023-06\nGosforth,\"1,100 [p]\",110 (e),120[r]\n");
  g_autoptr (BlImportReport) second = NULL;
  BlRecord *series = find_series (project, "visits_all", "Gosforth");
  BlTable *states = bl_record_get_table (series, "states");

  g_assert_cmpfloat (value_at (series, "2023-04-01/P1M"), ==, 1100);
  g_assert_cmpstr (bl_table_get_texts (states)[0], ==, "measured provisional");
  g_assert_cmpstr (bl_table_get_texts (states)[1], ==, "estimate");
  g_assert_cmpfloat (value_at (series, "2023-06-01/P1M"), ==, 120);
  second = bring (project, "Library,2023-04\nGosforth,1100\n");
  g_assert_cmpuint (second->updated, ==, 1);
  g_assert_cmpstr (bl_table_get_texts (bl_record_get_table (series, "history"))[0], ==, "2026-04-17 1100 measured provisional");
  states = bl_record_get_table (series, "states");
  g_assert_true (bl_table_get_texts (states)[0] == NULL || *bl_table_get_texts (states)[0] == '\0');
}

/* --- Out of a clipboard ---------------------------------------------------------------------- */

static void
test_pasted (void)
{
  g_autoptr (BlProject) project = project_of ("Newcastle City Council", "E08000021");
  const char *text = "Library\tApr 2023\tMay 2023\r\nGosforth\t1,200\t0\r\nKenton\t\t..\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text)), line = g_bytes_new_static ("12", 2);
  BlImportOptions options = { .text = bytes, .must_name = TRUE, .measure = "visits_all" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, "Pasted figures", &options, NULL, &error);
  g_autoptr (BlImportPlan) nothing = NULL;
  g_autoptr (BlImportReport) report = NULL;
  BlImportAbout about = { .source = "Our counters" };

  g_assert_no_error (error);
  g_assert_cmpint (bl_import_plan_get_kind (plan), ==, BL_IMPORT_SERIES);
  g_assert_true (g_str_has_prefix (bl_import_plan_get_summary (plan), "Pasted figures: 2 rows, 3 columns"));
  /* Nobody else says where it is from. */
  g_assert_null (bl_import_plan_preview (plan, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION);
  g_clear_error (&error);
  bl_import_plan_set_about (plan, &about);
  report = apply (plan, project);
  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpuint (report->skipped, ==, 1);
  g_assert_cmpfloat (value_at (find_series (project, "visits_all", "Gosforth"), "2023-04-01/P1M"), ==, 1200);
  g_assert_cmpfloat (value_at (find_series (project, "visits_all", "Gosforth"), "2023-05-01/P1M"), ==, 0);
  g_assert_cmpstr (bl_record_get_text (find_series (project, "visits_all", "Gosforth"), "source"), ==, "Our counters");
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Import values over time from Pasted figures");

  options.text = line;
  nothing = bl_import_plan_new (project, "Pasted figures", &options, NULL, &error);
  g_assert_null (nothing);
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int failed;

  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-known-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/exchange/series-known/origins", test_origins);
  g_test_add_func ("/exchange/series-known/kinds", test_kinds);
  g_test_add_func ("/exchange/series-known/issues", test_issues);
  g_test_add_func ("/exchange/series-known/counts", test_counts);
  g_test_add_func ("/exchange/series-known/breaks", test_breaks);
  g_test_add_func ("/exchange/series-known/corrections", test_corrections);
  g_test_add_func ("/exchange/series-known/provisional", test_provisional);
  g_test_add_func ("/exchange/series-known/pasted", test_pasted);
  failed = g_test_run ();
  g_free (folder);
  return failed;
}
