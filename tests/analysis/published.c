/* published.c: projects made straight from the published files, and expected.md
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "published.h"

#include "shared-data.h"

const PublishedService published_newcastle = {
  "## Newcastle upon Tyne",
  "Newcastle City Council",
  { "E08000021" },
  { "newcastle/lsoa/E08000021.json" },
};
const PublishedService published_somerset = {
  "## Somerset",
  "Somerset Council",
  { "E07000187", "E07000188", "E07000189", "E07000246" },
  { "somerset/lsoa/E07000187.json", "somerset/lsoa/E07000188.json", "somerset/lsoa/E07000189.json",
    "somerset/lsoa/E07000190.json", "somerset/lsoa/E07000191.json" },
};

#define NEIGHBOURHOOD 40000 /* metres */

static RawCsv *
read_shared (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("BRANCHLINE_SHARED_DATA"), name, NULL);

  return raw_csv_read (path);
}

/* --- Libraries ----------------------------------------------------------- */

static gboolean
is_yes (const char *text)
{
  return g_ascii_strcasecmp (text, "yes") == 0;
}

static BlLibrary *
make_library (BlProject *project, RawCsv *csv, guint record, const char *reporting)
{
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "library");
  g_autofree char *status_id = bl_ids_make (bl_project_get_ids (project), "status");
  BlLibrary *library = bl_library_new (id);
  BlStatus *status = bl_status_new (status_id);
  BlOperation operation;
  double easting = raw_csv_number (csv, record, raw_csv_column (csv, "Easting"));
  double northing = raw_csv_number (csv, record, raw_csv_column (csv, "Northing"));
  double hours = raw_csv_number (csv, record, raw_csv_column (csv, "Hours open per week"));

  bl_record_set_text (BL_RECORD (library), "name", raw_csv_text (csv, record, raw_csv_column (csv, "Name")));
  bl_record_set_text (BL_RECORD (library), "service", reporting);
  bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
  bl_record_set_integer (BL_RECORD (library), "row", record + 2);
  if (isfinite (easting) && isfinite (northing))
    {
      bl_record_set_real (BL_RECORD (library), "easting", easting);
      bl_record_set_real (BL_RECORD (library), "northing", northing);
    }
  if (isfinite (hours))
    bl_record_set_real (BL_RECORD (library), "hours", hours);
  g_assert_true (bl_operation_from_code (
      raw_csv_text (csv, record, raw_csv_column (csv, "Operation in 2023")), &operation));
  bl_record_set_integer (BL_RECORD (status), "year", 2023);
  bl_record_set_enum (BL_RECORD (status), "operation", operation);
  bl_record_set_boolean (BL_RECORD (status), "statutory",
                         is_yes (raw_csv_text (csv, record, raw_csv_column (csv, "Statutory in 2023"))));
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
  g_object_unref (status);
  return library;
}

static gboolean
is_near (BlProject *project, BlPoint point)
{
  GListModel *libraries = bl_project_get_libraries (project);

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, i);
      BlPoint own;

      if (bl_library_get_point (library, &own) && hypot (own.x - point.x, own.y - point.y) <= NEIGHBOURHOOD)
        return TRUE;
    }
  return FALSE;
}

static void
add_libraries (BlProject *project, const PublishedService *service)
{
  g_autoptr (RawCsv) csv = read_shared ("national/basic-dataset-for-libraries-2023-enhanced.csv");
  guint reporting = raw_csv_column (csv, "Reporting service"), type = raw_csv_column (csv, "Type");

  for (int nearby = 0; nearby < 2; nearby++)
    for (guint i = 0; i < raw_csv_n (csv); i++)
      {
        const char *name = raw_csv_text (csv, i, reporting);
        gboolean own = g_str_equal (name, service->reporting);
        g_autoptr (BlLibrary) library = NULL;
        BlPoint point;

        if (own == nearby || !g_str_equal (raw_csv_text (csv, i, type), "Static Library"))
          continue;
        /* Both stand twice in the file, under their successors too. */
        if (g_str_equal (name, "Somerset County Council")
            || g_str_equal (name, "North Yorkshire County Council"))
          continue;
        library = make_library (project, csv, i, nearby ? name : NULL);
        if (own)
          bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
        else if (bl_library_is_open (library, 2023) && bl_library_get_point (library, &point)
                 && is_near (project, point))
          bl_record_append (BL_RECORD (project), "libraries-nearby", BL_RECORD (library));
      }
}

/* --- Areas and values ---------------------------------------------------- */

static gboolean
is_in (const PublishedService *service, const char *district)
{
  for (guint i = 0; service->districts[i] != NULL; i++)
    if (g_str_equal (service->districts[i], district))
      return TRUE;
  return FALSE;
}

static void
add_areas (BlProject *project, const PublishedService *service)
{
  g_autoptr (RawCsv) csv = read_shared ("national/lsoa11_pwc_england.csv");
  g_autoptr (GPtrArray) codes = g_ptr_array_new (), names = g_ptr_array_new ();
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "areas");
  g_autoptr (BlAreas) areas = bl_areas_new (id);
  g_autoptr (BlTable) code_table = NULL, name_table = NULL, point_table = NULL;

  for (guint i = 0; i < raw_csv_n (csv); i++)
    if (is_in (service, raw_csv_text (csv, i, raw_csv_column (csv, "lad19cd"))))
      {
        BlPoint point = { raw_csv_number (csv, i, raw_csv_column (csv, "easting")),
                          raw_csv_number (csv, i, raw_csv_column (csv, "northing")) };

        g_ptr_array_add (codes, (gpointer) raw_csv_text (csv, i, raw_csv_column (csv, "lsoa11cd")));
        g_ptr_array_add (names, (gpointer) raw_csv_text (csv, i, raw_csv_column (csv, "lsoa11nm")));
        g_array_append_val (points, point);
      }
  code_table = bl_table_new_texts ((const char *const *) codes->pdata, codes->len);
  name_table = bl_table_new_texts ((const char *const *) names->pdata, names->len);
  point_table = bl_table_new_points ((const BlPoint *) points->data, points->len);
  bl_record_set_table (BL_RECORD (areas), "codes", code_table);
  bl_record_set_table (BL_RECORD (areas), "names", name_table);
  bl_record_set_table (BL_RECORD (areas), "points", point_table);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
}

static void
add_value (BlProject *project,
           RawCsv *csv,
           const char *code_column,
           const char *name,
           const char *column,
           BlValueKind kind)
{
  BlAreas *areas = bl_project_get_areas (project);
  guint n = bl_areas_get_n (areas), codes = raw_csv_column (csv, code_column),
        from = raw_csv_column (csv, column);
  g_autofree double *numbers = g_new (double, n);
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "value");
  g_autoptr (BlValueSet) value = bl_value_set_new (id);
  g_autoptr (BlTable) table = NULL;

  for (guint i = 0; i < n; i++)
    numbers[i] = NAN;
  for (guint i = 0; i < raw_csv_n (csv); i++)
    {
      int row = bl_areas_find (areas, raw_csv_text (csv, i, codes));

      if (row >= 0)
        numbers[row] = raw_csv_number (csv, i, from);
    }
  table = bl_table_new_numbers (numbers, n);
  bl_record_set_text (BL_RECORD (value), "name", name);
  bl_record_set_enum (BL_RECORD (value), "kind", kind);
  bl_record_set_table (BL_RECORD (value), "numbers", table);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
}

static void
add_values (BlProject *project)
{
  g_autoptr (RawCsv) population = read_shared ("national/2019_population.csv");
  g_autoptr (RawCsv) ages = read_shared ("national/File_6_-_IoD2019_Population_Denominators.csv");
  g_autoptr (RawCsv) deprivation
      = read_shared ("national/File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv");

  add_value (project, population, "lsoa", "population", "pop", BL_VALUE_KIND_COUNT);
  add_value (project, ages, "LSOA code (2011)", "aged_0_15",
             "Dependent Children aged 0-15: mid 2015 (excluding prisoners)", BL_VALUE_KIND_COUNT);
  add_value (project, ages, "LSOA code (2011)", "aged_16_59",
             "Population aged 16-59: mid 2015 (excluding prisoners)", BL_VALUE_KIND_COUNT);
  add_value (project, ages, "LSOA code (2011)", "aged_60_plus",
             "Older population aged 60 and over: mid 2015 (excluding prisoners)", BL_VALUE_KIND_COUNT);
  add_value (project, deprivation, "LSOA code (2011)", "imd_rank", "Index of Multiple Deprivation (IMD) Rank",
             BL_VALUE_KIND_RANK);
  add_value (project, deprivation, "LSOA code (2011)", "imd_decile",
             "Index of Multiple Deprivation (IMD) Decile", BL_VALUE_KIND_DECILE);
}

BlProject *
published_project_new (const PublishedService *service)
{
  g_autofree char *there = bl_test_shared_data ("national/lsoa11_pwc_england.csv");
  g_autoptr (BlIds) ids = NULL;
  g_autoptr (BlClock) clock = NULL;
  BlProject *project;

  if (there == NULL)
    return NULL;
  ids = bl_ids_new_seeded (service->title);
  clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  project = bl_project_new (ids, clock);
  bl_project_begin (project, "Take the published files");
  add_libraries (project, service);
  add_areas (project, service);
  add_values (project);
  bl_project_commit (project);
  return project;
}

/* --- expected.md --------------------------------------------------------- */

static char **
split_cells (const char *line)
{
  g_autofree char *inner = g_strndup (line + 1, strlen (line) - 2);
  char **cells = g_strsplit (inner, "|", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  return cells;
}

static char **
read_section (const PublishedService *service)
{
  g_autofree char *path = g_build_filename (g_getenv ("BRANCHLINE_SHARED_DATA"), "expected.md", NULL);
  g_autofree char *content = NULL;
  char *start, *end;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  start = strstr (content, service->title);
  g_assert_nonnull (start);
  end = strstr (start + 3, "\n## ");
  if (end != NULL)
    *end = '\0';
  return g_strsplit (start, "\n", -1);
}

char **
published_expected_row (const PublishedService *service, const char *first)
{
  g_auto (GStrv) lines = read_section (service);
  g_autofree char *start = g_strconcat ("| ", first, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      return split_cells (lines[i]);
  g_error ("expected.md has no row “%s”", first);
}

GPtrArray *
published_expected_catchments (const PublishedService *service)
{
  g_auto (GStrv) lines = read_section (service);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gboolean in_table = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "| library | row |"))
        in_table = TRUE;
      else if (in_table && lines[i][0] != '|')
        break;
      else if (in_table && !g_str_has_prefix (lines[i], "|---"))
        g_ptr_array_add (rows, split_cells (lines[i]));
    }
  return rows;
}

double
published_number (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, ",", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  char *end;
  double number = g_ascii_strtod (joined, &end);

  return end == joined ? NAN : number;
}

gint64
published_row (BlProject *project, const char *library_id)
{
  gint64 row = 0;

  g_assert_true (bl_record_get_integer (bl_project_find (project, library_id), "row", &row));
  return row;
}
