/* test-import-library-figures.c: visits and loans of libraries as they are published, into a project
 *
 * Truth: expected.md, "Newcastle monthly series".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "shared-data.h"

#include <math.h>
#include <string.h>

#define VISITS "newcastle/2008-onwards-monthly-visits.csv"
#define ISSUES "newcastle/2008-onwards-monthly-issues-by-branch.csv"

/* The names of the rows of both files. */
static const char *const branches[]
    = { "Blakelaw", "City", "Cruddas Park", "Denton Burn", "Dinnington", "East End", "Fawdon", "Fenham", "Gosforth",
        "High Heaton", "Jesmond", "Kenton", "Mobile", "Moorside", "Newbiggin Hall", "Newburn", "Outer West", "Walker", "West End",
        NULL };

static char *folder;

static BlProject *
project_with (const char *const *names)
{
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

static gboolean
no_data (void)
{
  g_autofree char *path = bl_test_shared_data (VISITS);

  return path == NULL;
}

static BlImportReport *
import_shared (BlProject *project, const char *name)
{
  g_autofree char *path = bl_test_shared_data (name);
  BlImportOptions found = { .kind = BL_IMPORT_FIGURES };

  return fixture_import (project, path, &found);
}

/* The sum over all libraries of a year, or over all years of a library. */
static double
total (BlProject *project, const char *name, BlFigureKind kind, const char *period)
{
  GListModel *libraries = bl_project_get_libraries (project);
  double sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      GListModel *figures = bl_record_get_list (library, "figures");

      if (name != NULL && g_strcmp0 (bl_record_get_text (library, "name"), name) != 0)
        continue;
      for (guint f = 0; f < g_list_model_get_n_items (figures); f++)
        {
          g_autoptr (BlRecord) figure = g_list_model_get_item (figures, f);
          double number = NAN;

          g_assert_true (bl_record_get_real (figure, "number", &number));
          if (bl_record_get_enum (figure, "kind") == (int) kind
              && (period == NULL || g_strcmp0 (bl_record_get_text (figure, "period"), period) == 0))
            sum += number;
        }
    }
  return sum;
}

static void
check_figure (BlProject *project, const char *name, BlFigureKind kind, const char *period, double number, gint64 months)
{
  BlFigure *figure = bl_library_get_figure (fixture_library (project, name), kind, period);
  double is = NAN;
  gint64 of = 0;

  if (isnan (number))
    {
      g_assert_null (figure);
      return;
    }
  g_assert_nonnull (figure);
  g_assert_true (bl_record_get_real (BL_RECORD (figure), "number", &is));
  bl_record_get_integer (BL_RECORD (figure), "months", &of);
  g_assert_cmpfloat (is, ==, number);
  g_assert_cmpint (of, ==, months);
}

static gboolean
warns (const BlImportReport *report, const char *part)
{
  for (guint i = 0; i < report->warnings->len; i++)
    {
      const BlImportWarning *warning = g_ptr_array_index (report->warnings, i);
      if (strstr (warning->message, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_every_row (void)
{
  static const struct
  {
    const char *year;
    double visits, loans;
  } years[] = {
    { "2008-09", 1663709, 1134512 }, { "2009-10", 2533500, 1456275 }, { "2010-11", 2543233, 1368263 },
    { "2011-12", 2296252, 1168301 }, { "2012-13", 2154873, 967740 },  { "2013-14", 1816263, 802078 },
    { "2014-15", 1603901, 620894 },  { "2015-16", 1432373, 527810 },  { "2016-17", 988215, 427035 },
    { "2017-18", 927467, 382460 },   { "2018-19", 893681, 382526 },   { "2019-20", 728634, 330066 },
    { "2020-21", 0, 22577 },         { "2021-22", 253084, 206463 },   { "2022-23", 439097, 289627 },
    { "2023-24", 551116, 285690 },   { "2024-25", 238406, 117414 },
  };
  g_autoptr (BlProject) project = project_with (branches);

  if (no_data ())
    return;
  g_autoptr (BlImportReport) visits = import_shared (project, VISITS);
  g_autoptr (BlImportReport) loans = import_shared (project, ISSUES);

  g_assert_cmpuint (visits->added, ==, 19);
  g_assert_cmpuint (loans->added, ==, 19);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_assert_cmpfloat (total (project, NULL, BL_FIGURE_VISITS, years[i].year), ==, years[i].visits);
      g_assert_cmpfloat (total (project, NULL, BL_FIGURE_LOANS, years[i].year), ==, years[i].loans);
    }
  g_assert_cmpfloat (total (project, NULL, BL_FIGURE_VISITS, NULL), ==, 21063804);
  g_assert_cmpfloat (total (project, NULL, BL_FIGURE_LOANS, NULL), ==, 10489731);
  g_assert_cmpfloat (total (project, "City", BL_FIGURE_VISITS, NULL), ==, 10042884);
  g_assert_cmpfloat (total (project, "Fawdon", BL_FIGURE_VISITS, NULL), ==, 130992);
  g_assert_cmpfloat (total (project, "Mobile", BL_FIGURE_LOANS, NULL), ==, 111979);
  g_assert_cmpfloat (total (project, "Newbiggin Hall", BL_FIGURE_LOANS, NULL), ==, 115800);
  g_assert_cmpfloat (total (project, "West End", BL_FIGURE_LOANS, NULL), ==, 346230);

  /* All blank is no figure at all; the last month with figures is August 2024. */
  check_figure (project, "City", BL_FIGURE_VISITS, "2020-21", NAN, 0);
  check_figure (project, "Jesmond", BL_FIGURE_VISITS, "2023-24", NAN, 0);
  g_assert_true (warns (visits, "visits of 2024-25: 13 libraries have figures for part of the year only"));

  /* The same again changes nothing. */
  guint64 revision = bl_project_get_revision (project);
  g_autoptr (BlImportReport) again = import_shared (project, VISITS);
  g_assert_cmpuint (again->unchanged, ==, 19);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
  g_assert_true (bl_project_undo (project));
  g_assert_cmpfloat (total (project, NULL, BL_FIGURE_LOANS, NULL), ==, 0);
  g_assert_cmpfloat (total (project, NULL, BL_FIGURE_VISITS, NULL), ==, 21063804);
}

/* The project's own libraries: what is not among them is said, never guessed. */
static void
test_names (void)
{
  static const char *const names[] = { "City Library", "Gosforth  library", "Fawdon Partnership Library", NULL };
  char *const said[] = { (char *) "Fawdon=Fawdon Partnership Library", NULL };
  g_autoptr (BlProject) project = project_with (names);
  g_autofree char *path = bl_test_shared_data (VISITS);
  BlImportOptions found = { .kind = BL_IMPORT_FIGURES }, options = { .kind = BL_IMPORT_FIGURES, .libraries = said };
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bl_import_plan_get_kind (plan), ==, BL_IMPORT_FIGURES);
  GListModel *mends = bl_import_plan_get_mends (plan);
  g_assert_cmpuint (g_list_model_get_n_items (mends), ==, 1);
  g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, 0);
  g_assert_cmpstr (bl_import_mend_get_record (mend), ==, "Fawdon");
  g_assert_cmpstr (bl_import_mend_get_remedy (mend), ==, "Take it for “Fawdon Partnership Library”");
  g_assert_false (bl_import_mend_get_accepted (mend));
  const BlImportReport *preview = bl_import_plan_preview (plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->added, ==, 2);
  g_assert_cmpuint (fixture_reason (preview, "not a library of this project"), ==, 17);
  g_assert_true (warns (preview, "say so if “Fawdon Partnership Library” is meant"));
  bl_import_mend_set_accepted (mend, TRUE);
  preview = bl_import_plan_preview (plan, &error);
  g_assert_cmpuint (preview->added, ==, 3);

  g_autoptr (BlImportReport) report = fixture_import (project, path, &options);
  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpfloat (total (project, "Fawdon Partnership Library", BL_FIGURE_VISITS, NULL), ==, 130992);
  g_assert_cmpfloat (total (project, "Gosforth  library", BL_FIGURE_VISITS, NULL), ==, 1873112);

  options.libraries = (char *[]) { (char *) "Fawdon=Nowhere", NULL };
  g_autoptr (BlImportPlan) wrong = bl_import_plan_new (project, path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (bl_import_plan_preview (wrong, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION);
}

/* The schema's table by day of start and end: part of a year never replaces the whole. */
static void
test_schema (void)
{
  g_autoptr (BlProject) project = project_with (branches);

  if (no_data ())
    return;
  g_autoptr (BlImportReport) first = import_shared (project, "newcastle/physical_visits_newcastle.csv");
  double city = 56660 + 50793 + 56452;
  check_figure (project, "City", BL_FIGURE_VISITS, "2018-19", city, 3);
  g_autoptr (BlImportReport) months = import_shared (project, VISITS);
  BlFigure *figure = bl_library_get_figure (fixture_library (project, "City"), BL_FIGURE_VISITS, "2018-19");
  double number = 0;
  gint64 of = 0;
  g_assert_true (bl_record_get_real (BL_RECORD (figure), "number", &number));
  g_assert_cmpfloat (number, >, city);
  g_assert_false (bl_record_get_integer (BL_RECORD (figure), "months", &of));
  g_autoptr (BlImportReport) again = import_shared (project, "newcastle/physical_visits_newcastle.csv");
  g_assert_cmpuint (again->added + again->updated, ==, 0);
  g_assert_cmpuint (fixture_reason (again, "the project has figures for more of the year"), >, 0);
}

static BlImportReport *
import_text (BlProject *project, const char *text, const BlImportOptions *options)
{
  g_autofree char *path = fixture_file (folder, "figures.csv", text, -1);

  return fixture_import (project, path, options);
}

static void
test_wide (void)
{
  static const char *const names[] = { "Alpha Library", "Beta", NULL };
  g_autoptr (BlProject) project = project_with (names);
  BlImportOptions year = { .period = "2023-24", .source = "Returns" };
  BlImportOptions none = { 0 }, dated = { .date = "2022/23" };
  double area = 0;
  gint64 pence = 0;

  g_autoptr (BlImportReport) report
      = import_text (project, "Library,Visits,Loans,Running cost,Floor area (m2)\nAlpha,\"1,200\",340,\"£12,345.50\",210\nBETA LIBRARY,*,20,,99.5\n", &year);
  g_assert_cmpuint (report->added, ==, 2);
  g_assert_true (warns (report, "1 figure is withheld"));
  check_figure (project, "Alpha Library", BL_FIGURE_VISITS, "2023-24", 1200, 0);
  check_figure (project, "Beta", BL_FIGURE_VISITS, "2023-24", NAN, 0);
  check_figure (project, "Beta", BL_FIGURE_LOANS, "2023-24", 20, 0);
  g_assert_true (bl_record_get_money (BL_RECORD (fixture_library (project, "Alpha Library")), "running-cost", &pence));
  g_assert_cmpint (pence, ==, 1234550);
  g_assert_true (bl_record_get_real (BL_RECORD (fixture_library (project, "Beta")), "floor-area", &area));
  g_assert_cmpfloat (area, ==, 99.5);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_library_get_figure (fixture_library (project, "Beta"), BL_FIGURE_LOANS, NULL)), "source"),
                   ==, "Returns");

  /* The date of the figures is their year where it is one. */
  g_autoptr (BlImportReport) before = import_text (project, "Library,Visits\nAlpha,1100\n", &dated);
  check_figure (project, "Alpha Library", BL_FIGURE_VISITS, "2022-23", 1100, 0);

  /* Years in headings, and in a column where "2010-11" is one. */
  g_autoptr (BlImportReport) headed
      = import_text (project, "Library,Visits 2010-11,Visits 2011-12,Loans 2011-12\nAlpha,5,6,7\n", &none);
  check_figure (project, "Alpha Library", BL_FIGURE_VISITS, "2010-11", 5, 0);
  check_figure (project, "Alpha Library", BL_FIGURE_LOANS, "2011-12", 7, 0);
  g_autoptr (BlImportReport) longer
      = import_text (project, "Library,Year,Enquiries\nAlpha,2010-11,50\nAlpha,2011-12,60\nBeta,2011-12,\n", &none);
  check_figure (project, "Alpha Library", BL_FIGURE_ENQUIRIES, "2010-11", 50, 0);
  g_assert_cmpuint (fixture_reason (longer, "no figure"), ==, 1);

  /* Loans by kind of item add up; other services and short counts are told apart. */
  g_autoptr (BlImportReport) items = import_text (
      project,
      "Local authority,Library name,Month,Type,Loans\nNewcastle,Alpha,2015-04,Book,10\nNewcastle,Alpha,2015-04,DVD,3\n"
      "Newcastle,Alpha,2015-06,Book,1\nGateshead,Alpha,2015-04,Book,999\n",
      &none);
  g_assert_cmpuint (items->elsewhere, ==, 1);
  check_figure (project, "Alpha Library", BL_FIGURE_LOANS, "2015-16", 14, 2);
  g_autoptr (BlImportReport) week = import_text (
      project, "Library name,Count start,Count end,Visits\nAlpha,2016-05-01,2016-05-07,70\nBeta,2016-01-01,2016-12-31,80\nBeta,2016-03-01,2017-03-31,1\n",
      &none);
  g_assert_cmpuint (fixture_reason (week, "counted for less than a month"), ==, 1);
  g_assert_cmpuint (fixture_reason (week, "a count that lies in two financial years"), ==, 1);
  check_figure (project, "Beta", BL_FIGURE_VISITS, "2016", 80, 0);
}

/* The user says what the months of a file count: all of them go together. */
static void
test_choice (void)
{
  static const char *const names[] = { "Alpha", NULL };
  g_autoptr (BlProject) project = project_with (names);
  g_autofree char *path = fixture_file (folder, "table.csv", "Library,2019-04,2019-05\nAlpha,10,20\n", -1);
  BlImportOptions none = { .kind = BL_IMPORT_FIGURES };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &none, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (bl_import_plan_get_kind (plan), ==, BL_IMPORT_FIGURES);
  g_assert_null (bl_import_plan_preview (plan, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION);
  g_clear_error (&error);
  bl_import_plan_set_target (plan, 2, "figure:attendances");
  g_autoptr (BlImportReport) report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  check_figure (project, "Alpha", BL_FIGURE_ATTENDANCES, "2019-20", 30, 2);
}

static void
check_refused (BlProject *project, const char *text, int code, const char *part)
{
  g_autofree char *path = fixture_file (folder, "visits.csv", text, -1);
  g_autoptr (GError) error = NULL;
  BlImportOptions options = { .kind = BL_IMPORT_FIGURES };
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &options, NULL, &error);
  guint64 revision = bl_project_get_revision (project);

  if (plan != NULL)
    g_assert_null (bl_import_plan_apply (plan, project, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
}

static void
test_bad (void)
{
  static const char *const names[] = { "Alpha", "Beta", NULL };
  static const char *const twins[] = { "Alpha", "alpha library", NULL };
  static const char *const nobody[] = { NULL };
  g_autoptr (BlProject) project = project_with (names), empty = project_with (nobody), two = project_with (twins);
  const int content = BL_EXCHANGE_ERROR_CONTENT, option = BL_EXCHANGE_ERROR_OPTION;

  check_refused (project, "Library,2019-04\nAlpha,39%\n", content, "is a share");
  check_refused (project, "Library,2019-04\nAlpha,many\n", content, "“many” in “2019-04” is not a number");
  check_refused (project, "Library,2019-04\nAlpha,-5\n", content, "less than nothing");
  check_refused (project, "Library,2019-04\nAlpha,1e300\n", content, "visits.csv:2");
  check_refused (project, "Library,2019-04\nAlpha,999999999999\n", content, "more than any library can have");
  check_refused (project, "Library,2019-04\nAlpha,5\nAlpha Library,6\n", content, "another figure for the same time in row 2");
  check_refused (project, "Library,2019-04\nNobody,5\n", content, "names such as “Nobody”");
  check_refused (project, "Library,2019-04\nAlpha,5,6\n", content, "3 cells where the header has 2");
  check_refused (project, "Library,2019-04\n", content, "a header and no rows");
  check_refused (project, "", BL_EXCHANGE_ERROR_READ, "visits.csv");
  check_refused (project, "Building,2019-04\nAlpha,5\n", content, "names of the libraries");
  check_refused (project, "Library,Visits\nAlpha,5\n", option, "2023-24");
  check_refused (project, "Library,Month,Visits\nAlpha,soon,5\n", content, "no month or year");
  check_refused (project, "Library,Count start,Count end,Visits\nAlpha,2019-05-01,2019-04-01,5\n", content, "no time that can be read");
  check_refused (project, "Library,2019-04\nAlpha,\"5\n", BL_EXCHANGE_ERROR_READ, "visits.csv");
  check_refused (project, "Library,2019-04\nAlph\xe9,5\n", BL_EXCHANGE_ERROR_ENCODING, "UTF-8");
  check_refused (empty, "Library,2019-04\nAlpha,5\n", content, "add libraries first");
  check_refused (two, "Library,2019-04\nAlpha,5\n", content, "no figure for any library");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-figures-XXXXXX", NULL);
  g_test_add_func ("/exchange/import-library-figures/every-row", test_every_row);
  g_test_add_func ("/exchange/import-library-figures/names", test_names);
  g_test_add_func ("/exchange/import-library-figures/schema", test_schema);
  g_test_add_func ("/exchange/import-library-figures/wide", test_wide);
  g_test_add_func ("/exchange/import-library-figures/choice", test_choice);
  g_test_add_func ("/exchange/import-library-figures/bad", test_bad);
  status = g_test_run ();
  g_free (folder);
  return status;
}
