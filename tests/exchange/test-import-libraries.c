/* test-import-libraries.c: lists of libraries as they are published, into a project
 *
 * Figures are those of the page of figures beside the published data, or were
 * counted in the files by another program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "shared-data.h"
#include "sheet.h"

#include <string.h>

static guint
count_open_static (BlProject *project, gboolean statutory)
{
  GListModel *libraries = bl_project_get_libraries (project);
  int year = bl_project_get_effective_year (project);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, i);
      n += bl_record_get_enum (BL_RECORD (library), "type") == BL_LIBRARY_TYPE_STATIC
           && (statutory ? bl_library_is_statutory (library, year) : bl_library_is_open (library, year));
    }
  return n;
}

static void
test_newcastle (void)
{
  g_autofree char *path = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (BlProject) project = fixture_project (NULL, NULL, NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES, .service = "newcastle  city COUNCIL" };
  BlLibrary *gosforth, *multilingual;
  BlPoint point;
  double hours = 0;
  gint64 row = 0;

  if (path == NULL)
    return;
  g_autoptr (BlImportReport) report = fixture_import (project, path, &options);
  g_assert_cmpuint (report->read, ==, 3539);
  g_assert_cmpuint (report->added, ==, 21);
  g_assert_cmpuint (report->elsewhere, ==, 3518);
  g_assert_cmpuint (report->skipped, ==, 0);
  g_assert_cmpuint (report->nearby, ==, 108);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries_nearby (project)), ==, 108);
  g_assert_cmpint (bl_project_get_effective_year (project), ==, 2023);
  g_assert_cmpuint (count_open_static (project, FALSE), ==, 20);
  g_assert_cmpuint (count_open_static (project, TRUE), ==, 14);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==,
                   "Import libraries from basic-dataset-for-libraries-2023-enhanced.csv");

  /* The service is known by what the file calls it. */
  BlRecord *service = BL_RECORD (bl_project_get_service (project));
  g_assert_cmpstr (bl_record_get_text (service, "name"), ==, "Newcastle City Council");
  g_assert_cmpstr (bl_record_get_text (service, "code"), ==, "E08000021");
  g_assert_cmpstr (bl_record_get_text (service, "other-names"), ==, "Newcastle upon Tyne");

  gosforth = fixture_library (project, "Gosforth Library");
  g_assert_true (bl_library_get_point (gosforth, &point));
  g_assert_cmpfloat (point.x, ==, 424216);
  g_assert_cmpfloat (point.y, ==, 568505);
  g_assert_true (bl_record_get_integer (BL_RECORD (gosforth), "row", &row));
  g_assert_cmpint (row, ==, 2066);
  g_assert_cmpint (bl_library_get_operation (gosforth, 2016), ==, BL_OPERATION_COUNCIL);
  g_assert_true (bl_library_get_week_hours (gosforth, &hours));
  g_assert_cmpfloat (hours, ==, 23);
  multilingual = fixture_library (project, "The Multilingual Library");
  g_assert_cmpint (bl_library_get_operation (multilingual, 2016), ==, BL_OPERATION_UNKNOWN);
  g_assert_cmpint (bl_library_get_operation (multilingual, 2023), ==, BL_OPERATION_INDEPENDENT);
  g_assert_false (bl_library_is_open (fixture_library (project, "Moorside Library"), 2023));

  /* Order is that of the file. */
  g_autoptr (BlRecord) last = g_list_model_get_item (bl_project_get_libraries (project), 20);
  g_assert_cmpstr (bl_record_get_text (last, "name"), ==, "West End Library");

  /* One step back, and all is as it was. */
  g_assert_true (bl_project_undo (project));
  g_assert_null (bl_project_get_service (project));
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries_nearby (project)), ==, 0);
}

static void
test_again (void)
{
  g_autofree char *path = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (BlProject) project = fixture_project ("E08000021", NULL, NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES, .year = 2019 };

  if (path == NULL)
    return;
  g_autoptr (BlImportReport) first = fixture_import (project, path, &options);
  guint64 revision = bl_project_get_revision (project);
  g_autoptr (GBytes) before = fixture_bytes (project);
  g_assert_cmpuint (first->added, ==, 21);
  g_assert_cmpint (bl_project_get_effective_year (project), ==, 2019);
  /* A service given by its code gets the name of the file. */
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_project_get_service (project)), "name"), ==, "Newcastle City Council");

  options.year = 0;
  g_autoptr (BlImportReport) second = fixture_import (project, path, &options);
  g_autoptr (GBytes) after = fixture_bytes (project);
  g_assert_cmpuint (second->unchanged, ==, 21);
  g_assert_cmpuint (second->added + second->updated, ==, 0);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
}

static void
test_somerset (void)
{
  g_autofree char *path = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (BlProject) project = fixture_project ("Somerset Council", "E06000066", "Somerset; Somerset County Council");
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };

  if (path == NULL)
    return;
  g_autoptr (BlImportReport) report = fixture_import (project, path, &options);
  /* 34 static ones and a mobile; the county council's 35 rows are not ours, though the name is one of ours: the code decides. */
  g_assert_cmpuint (report->added, ==, 35);
  g_assert_cmpuint (count_open_static (project, FALSE), ==, 32);
  g_assert_cmpuint (count_open_static (project, TRUE), ==, 32);
  g_assert_cmpuint (report->nearby, ==, 135);
  g_assert_cmpuint (fixture_reason (report, "the same library as one of ours, under another service"), ==, 32);
}

/* Two services of names that repeat: vehicles of one name come in, each its
 * own record, and cannot be told apart afterwards. */
static void
test_northumberland (void)
{
  g_autofree char *path = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (BlProject) project = fixture_project ("Northumberland County Council", NULL, NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };
  guint n;

  if (path == NULL)
    return;
  g_autoptr (BlImportReport) first = fixture_import (project, path, &options);
  n = first->added;
  g_assert_cmpuint (first->skipped, ==, 0);
  g_autoptr (BlImportReport) second = fixture_import (project, path, &options);
  g_assert_cmpuint (second->added + second->updated, ==, 0);
  /* Three mobiles and two archives of one name, none with a UPRN of its own. */
  g_assert_cmpuint (fixture_reason (second, "fits two libraries of the project"), ==, 5);
  g_assert_cmpuint (second->unchanged, ==, n - 5);
}

/* Every service of the list, one by one: together they are the whole of it.
 * Totals by the page of figures, "Parsing truths". */
static void
test_every_service (void)
{
  g_autofree char *path = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer code;
  guint rows = 0, fixed = 0, open = 0, placeless = 0, operations[BL_OPERATION_INDEPENDENT + 1] = { 0 };
  double hours = 0;

  if (path == NULL)
    return;
  g_autoptr (BlSheet) sheet = bl_sheet_read (path, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    g_hash_table_add (codes, g_strdup (bl_sheet_get_cell (sheet, r, 1)));
  g_assert_cmpuint (g_hash_table_size (codes), ==, 153);
  g_hash_table_iter_init (&iter, codes);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    {
      g_autoptr (BlProject) project = fixture_project (NULL, NULL, NULL);
      BlImportOptions options = { .service = code };
      g_autoptr (BlImportReport) report = fixture_import (project, path, &options);
      GListModel *libraries = bl_project_get_libraries (project);

      g_assert_cmpuint (report->skipped, ==, 0);
      rows += report->added;
      for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
        {
          g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, i);
          BlPoint point;
          double week = 0;

          placeless += !bl_library_get_point (library, &point);
          if (bl_record_get_enum (BL_RECORD (library), "type") != BL_LIBRARY_TYPE_STATIC)
            continue;
          fixed++;
          operations[bl_library_get_operation (library, 2023)]++;
          if (!bl_library_is_open (library, 2023))
            continue;
          open++;
          if (bl_record_get_real (BL_RECORD (library), "hours", &week))
            hours += week;
        }
    }
  g_assert_cmpuint (rows, ==, 3539);
  g_assert_cmpuint (fixed, ==, 3308);
  g_assert_cmpuint (placeless, ==, 15);
  g_assert_cmpuint (open, ==, 3308 - 359);
  g_assert_cmpuint (operations[BL_OPERATION_COUNCIL], ==, 2048);
  g_assert_cmpuint (operations[BL_OPERATION_COMMUNITY], ==, 462);
  g_assert_cmpuint (operations[BL_OPERATION_COMMISSIONED], ==, 352);
  g_assert_cmpuint (operations[BL_OPERATION_INDEPENDENT], ==, 76);
  g_assert_cmpuint (operations[BL_OPERATION_COUNCIL_UNSTAFFED], ==, 11);
  g_assert_cmpfloat_with_epsilon (hours, 100590.9, 0.05);
}

/* Lincolnshire's seven mobiles, rows 1545 to 1551, have no grid reference: they come in, and a warning counts them. */
static void
test_without_place (void)
{
  g_autofree char *path = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (BlProject) project = fixture_project ("Lincolnshire County Council", NULL, NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };
  const BlImportWarning *warning;
  BlPoint point;

  if (path == NULL)
    return;
  g_autoptr (BlImportReport) report = fixture_import (project, path, &options);
  g_assert_cmpuint (report->added, ==, 65);
  g_assert_cmpuint (report->warnings->len, ==, 1);
  warning = g_ptr_array_index (report->warnings, 0);
  g_assert_cmpuint (warning->row, ==, 1545);
  g_assert_cmpstr (warning->message, ==,
                   "7 libraries are not on the map: no grid reference (Access East, Access North, Access South, "
                   "Community Mobile, Mobile Library East …)");
  g_assert_false (bl_library_get_point (fixture_library (project, "Access East"), &point));
}

static void
test_no_such_service (void)
{
  g_autofree char *path = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (BlProject) project = fixture_project ("Newcastel City Council", NULL, NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (bl_import_plan_preview (plan, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "the nearest names in it are “Newcastle City Council”, “"));
  g_clear_error (&error);
  g_assert_null (bl_import_plan_apply (plan, project, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT);
  g_assert_false (bl_project_in_transaction (project));
}

static const char *
column_note (BlImportPlan *plan, const char *name, const char **target)
{
  GListModel *columns = bl_import_plan_get_columns (plan);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);
      if (g_str_equal (bl_import_column_get_name (column), name))
        {
          *target = bl_import_column_get_target (column);
          return bl_import_column_get_note (column);
        }
    }
  g_assert_not_reached ();
}

/* The council's own file on top of the national one, as the picture of the assistant has it. */
static void
test_newcastle_schema (void)
{
  g_autofree char *national = bl_test_shared_data (BASIC_DATASET);
  g_autofree char *path = bl_test_shared_data ("newcastle/newcastle_city_council.csv");
  g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", "E08000021", NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };
  g_autoptr (GError) error = NULL;
  static const struct
  {
    guint row;
    const char *record, *reason, *remedy;
  } expected[] = {
    { 2, "Blakelaw Library", "“Community Cafï¿½” holds a damaged letter", "Change to “Café”" },
    { 4, "Cruddas Park Library", "Hours count lunch, 12:30 to 13:30, when it is shut", "Take out: 30 to 26 hours" },
    { 5, "Denton Burn Library", "Hours count lunch, 13:00 to 13:30, when it is shut", "Take out: 19 to 18 hours" },
    { 7, "East End Library", "Opened 2019 here; 2000 in the Arts Council list", "Keep 2019" },
    { 8, "Fawdon Partnership Library", "Hours count lunch, 13:00 to 14:00, when it is shut", "Take out: 19 to 18 hours" },
    { 15, "Moorside Library", "Closed in 2013, yet marked statutory", "Set to not statutory" },
    { 17, "Newburn Library", "Hours count lunch, 12:30 to 13:00, when it is shut", "Take out: 19 to 18.5 hours" },
    { 20, "The Multilingual Library", "Its postcode, NE8 1EH, lies in Gateshead", "Keep: outside the area" },
  };
  GListModel *mends;
  const char *target;

  if (path == NULL || national == NULL)
    return;
  g_autoptr (BlImportReport) basis = fixture_import (project, national, &options);
  options.kind = BL_IMPORT_UNKNOWN;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bl_import_plan_get_kind (plan), ==, BL_IMPORT_LIBRARIES);
  g_assert_cmpstr (bl_import_plan_get_summary (plan), ==, "newcastle_city_council.csv: 21 rows, 31 columns, UTF-8, commas");
  g_assert_cmpstr (column_note (plan, "Library name", &target), ==, "all 21 filled");
  g_assert_cmpstr (target, ==, "name");
  g_assert_cmpstr (column_note (plan, "Type of library", &target), ==, "4 older codes understood");
  g_assert_cmpstr (target, ==, "operation");
  g_assert_cmpstr (column_note (plan, "Unique property reference number", &target), ==, "6 rows are empty");
  g_assert_cmpstr (column_note (plan, "Tuesday staffed hours", &target), ==, "15 times read");
  g_assert_cmpstr (target, ==, "tuesday");
  g_assert_cmpstr (column_note (plan, "Special hours", &target), ==, "nothing to read");
  g_assert_null (target);

  mends = bl_import_plan_get_mends (plan);
  for (guint i = 0; i < g_list_model_get_n_items (mends); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);
      g_test_message ("%u %s: %s: %s", bl_import_mend_get_row (mend), bl_import_mend_get_record (mend),
                      bl_import_mend_get_reason (mend), bl_import_mend_get_remedy (mend));
    }
  g_assert_cmpuint (g_list_model_get_n_items (mends), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);
      g_assert_cmpuint (bl_import_mend_get_row (mend), ==, expected[i].row);
      g_assert_cmpstr (bl_import_mend_get_record (mend), ==, expected[i].record);
      g_assert_cmpstr (bl_import_mend_get_reason (mend), ==, expected[i].reason);
      g_assert_cmpstr (bl_import_mend_get_remedy (mend), ==, expected[i].remedy);
      g_assert_true (bl_import_mend_get_accepted (mend));
    }

  g_autoptr (BlImportReport) report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->read, ==, 21);
  g_assert_cmpuint (report->added, ==, 0);
  /* Of Moorside, closed in 2013, the file says nothing new. */
  g_assert_cmpuint (report->updated, ==, 20);
  g_assert_cmpuint (report->unchanged, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, 21);
  g_assert_cmpuint (count_open_static (project, FALSE), ==, 20);
  g_assert_cmpuint (count_open_static (project, TRUE), ==, 14);

  BlLibrary *cruddas = fixture_library (project, "Cruddas Park Library");
  double hours = 0;
  g_assert_cmpstr (bl_library_get_day (cruddas, 0), ==, "10:00-12:30 13:30-16:30");
  g_assert_cmpstr (bl_library_get_day (cruddas, 2), ==, "closed");
  g_assert_cmpstr (bl_library_get_day (cruddas, 5), ==, "10:00-14:00");
  g_assert_true (bl_library_get_week_hours (cruddas, &hours));
  g_assert_cmpfloat (hours, ==, 26);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (fixture_library (project, "Blakelaw Library")), "co-located-with"), ==,
                   "Community Centre, Post Office, Community Café");
  /* A blank never overwrites: the file has no year opened for City Library. */
  gint64 opened = 0;
  g_assert_true (bl_record_get_integer (BL_RECORD (fixture_library (project, "City Library")), "opened", &opened));
  g_assert_cmpint (opened, ==, 2009);
  g_assert_true (bl_record_get_integer (BL_RECORD (fixture_library (project, "East End Library")), "opened", &opened));
  g_assert_cmpint (opened, ==, 2019);
  /* Moorside has no hours at all: they stay not known. */
  g_assert_null (bl_library_get_day (fixture_library (project, "Moorside Library"), 0));

  g_assert_true (bl_project_undo (project));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (fixture_library (project, "Blakelaw Library")), "co-located-with"), ==,
                   "catering, bars or pub; community; retail; other: Shop");
}

static BlImportMend *
find_mend (BlImportPlan *plan, guint row)
{
  GListModel *mends = bl_import_plan_get_mends (plan);

  for (guint i = 0; i < g_list_model_get_n_items (mends); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);
      if (bl_import_mend_get_row (mend) == row)
        return mend;
    }
  return NULL;
}

/* Ticks taken off: the rows come in as they stand. */
static void
test_mends_refused (void)
{
  g_autofree char *national = bl_test_shared_data (BASIC_DATASET);
  g_autofree char *path = bl_test_shared_data ("newcastle/newcastle_city_council.csv");
  g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", "E08000021", NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };
  g_autoptr (GError) error = NULL;
  gint64 opened = 0;

  if (path == NULL || national == NULL)
    return;
  g_autoptr (BlImportReport) basis = fixture_import (project, national, &options);
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &options, NULL, &error);
  bl_import_mend_set_accepted (find_mend (plan, 2), FALSE);
  bl_import_mend_set_accepted (find_mend (plan, 4), FALSE);
  bl_import_mend_set_accepted (find_mend (plan, 7), FALSE);
  BlImportMend *kept = find_mend (plan, 4);
  g_assert_nonnull (bl_import_plan_preview (plan, &error));
  /* Working through again leaves the user's ticks alone, and the objects that carry them. */
  g_assert_true (find_mend (plan, 4) == kept);
  g_assert_false (bl_import_mend_get_accepted (kept));
  g_autoptr (BlImportReport) report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_library_get_day (fixture_library (project, "Cruddas Park Library"), 0), ==, "10:00-16:30");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (fixture_library (project, "Blakelaw Library")), "co-located-with"), ==,
                   "Community Centre, Post Office, Community Cafï¿½");
  g_assert_true (bl_record_get_integer (BL_RECORD (fixture_library (project, "East End Library")), "opened", &opened));
  g_assert_cmpint (opened, ==, 2000);
}

/* Milborne Port stands twice in the council's file: closed in 2018 at one
 * postcode, with the UPRN of the library that is open, and opened in 2018 at another. */
static void
test_somerset_schema (void)
{
  g_autofree char *national = bl_test_shared_data (BASIC_DATASET);
  g_autofree char *path = bl_test_shared_data ("somerset/somerset_council.csv");
  g_autoptr (BlProject) project = fixture_project ("Somerset Council", "E06000066", NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };
  g_autoptr (GError) error = NULL;

  if (path == NULL || national == NULL)
    return;
  g_autoptr (BlImportReport) basis = fixture_import (project, national, &options);
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_import_mend_get_reason (find_mend (plan, 17)), ==,
                   "Closed in 2018 here; open in 2023 in the Arts Council list");
  g_autoptr (BlImportReport) report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->read, ==, 35);
  g_assert_cmpuint (fixture_reason (report, "the same library as another row"), ==, 1);
  g_assert_cmpuint (report->added, ==, 0);
  /* Of Highbridge and Sunningdale, closed in 2019, the file says nothing new. */
  g_assert_cmpuint (report->updated, ==, 32);
  g_assert_cmpuint (report->unchanged, ==, 2);
  g_assert_cmpuint (count_open_static (project, FALSE), ==, 32);
  g_assert_cmpuint (count_open_static (project, TRUE), ==, 32);
}

/* The editions of 2021 and 2016 have no coordinates and no standing: they fill gaps. */
static void
test_older_editions (void)
{
  g_autofree char *national = bl_test_shared_data (BASIC_DATASET);
  g_autofree char *of_2021 = bl_test_shared_data ("national/libraries_england_2021.csv");
  g_autofree char *of_2016 = bl_test_shared_data ("national/taskforce.csv");
  g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", "E08000021", NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };
  g_autoptr (GError) error = NULL;
  BlRecord *jesmond;

  if (national == NULL || of_2021 == NULL || of_2016 == NULL)
    return;
  g_autoptr (BlImportReport) basis = fixture_import (project, national, &options);
  g_assert_null (bl_import_plan_new (project, of_2021, &options, NULL, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_ENCODING);
  g_clear_error (&error);

  options.encoding = "windows-1252";
  g_autoptr (BlImportReport) newer = fixture_import (project, of_2021, &options);
  g_assert_cmpuint (newer->read, ==, 2548);
  /* Fourteen rows of “Newcastle Upon Tyne”, all there by UPRN. */
  g_assert_cmpuint (newer->read - newer->elsewhere, ==, 14);
  g_assert_cmpuint (newer->added, ==, 0);

  options.encoding = NULL;
  g_autoptr (BlImportReport) older = fixture_import (project, of_2016, &options);
  g_assert_cmpuint (older->read, ==, 3034);
  g_assert_cmpuint (older->read - older->elsewhere, ==, 17);
  g_assert_cmpuint (older->added, ==, 0);
  g_assert_cmpuint (older->skipped, ==, 0);
  jesmond = BL_RECORD (fixture_library (project, "Jesmond Library"));
  g_assert_cmpstr (bl_record_get_text (jesmond, "url"), ==, "http://jesmondlibrary.co.uk/");
  /* The address of 2023 is better than that of 2016. */
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (fixture_library (project, "Fawdon Partnership Library")), "address"), ==,
                   "Fawdon Park Road");
  g_assert_cmpuint (count_open_static (project, FALSE), ==, 20);
}

typedef struct
{
  GMainLoop *loop;
  BlImportPlan *plan;
  GError *error;
} Waiting;

static void
on_plan_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->plan = bl_import_plan_new_finish (result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
test_in_thread (void)
{
  g_autofree char *path = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", NULL, NULL);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting waiting = { loop, NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  bl_import_plan_new_async (project, path, &options, NULL, on_plan_made, &waiting);
  /* The project goes on changing meanwhile. */
  bl_project_begin (project, "Rename");
  bl_record_set_text (BL_RECORD (project), "title", "Changed while reading");
  bl_project_commit (project);
  g_main_loop_run (loop);
  g_assert_no_error (waiting.error);
  g_autoptr (BlImportPlan) plan = waiting.plan;
  g_autoptr (BlImportReport) report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 21);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (project), "title"), ==, "Changed while reading");
}

static void
test_cancelled (void)
{
  g_autofree char *path = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  g_cancellable_cancel (cancellable);
  g_assert_null (bl_import_plan_new (project, path, NULL, cancellable, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CANCELLED);
}

/* A column sent elsewhere is worked through again. */
static void
test_targets (void)
{
  g_autofree char *path = bl_test_shared_data ("newcastle/newcastle_city_council.csv");
  g_autoptr (BlProject) project = fixture_project (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_import_plan_get_target_title (plan, "tuesday"), ==, "Opening hours, Tuesday");
  g_assert_cmpstr (bl_import_plan_get_target_title (plan, NULL), ==, "Leave out");
  g_assert_cmpstr (bl_import_plan_get_sample_row (plan, 0)[1], ==, "Blakelaw Library");
  g_assert_null (bl_import_plan_get_sample_row (plan, 21));
  /* Column 1 is the name. */
  bl_import_plan_set_target (plan, 1, NULL);
  g_assert_null (bl_import_plan_preview (plan, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT);
  g_clear_error (&error);
  bl_import_plan_set_target (plan, 1, "name");
  /* A file of one service needs no answer to the question which. */
  g_autoptr (BlImportReport) report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 21);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_project_get_service (project)), "name"), ==, "Newcastle City Council");
  /* The file names no year: it speaks of the one in which it is read. */
  g_assert_cmpint (bl_project_get_effective_year (project), ==, 2026);
  g_assert_cmpuint (count_open_static (project, FALSE), ==, 20);
  /* Six mends that were taken, and that nothing is on the map. */
  g_assert_cmpuint (report->warnings->len, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/import-libraries/newcastle", test_newcastle);
  g_test_add_func ("/import-libraries/again", test_again);
  g_test_add_func ("/import-libraries/somerset", test_somerset);
  g_test_add_func ("/import-libraries/northumberland", test_northumberland);
  g_test_add_func ("/import-libraries/every-service", test_every_service);
  g_test_add_func ("/import-libraries/without-place", test_without_place);
  g_test_add_func ("/import-libraries/no-such-service", test_no_such_service);
  g_test_add_func ("/import-libraries/newcastle-schema", test_newcastle_schema);
  g_test_add_func ("/import-libraries/mends-refused", test_mends_refused);
  g_test_add_func ("/import-libraries/somerset-schema", test_somerset_schema);
  g_test_add_func ("/import-libraries/older-editions", test_older_editions);
  g_test_add_func ("/import-libraries/in-thread", test_in_thread);
  g_test_add_func ("/import-libraries/cancelled", test_cancelled);
  g_test_add_func ("/import-libraries/targets", test_targets);
  return g_test_run ();
}
