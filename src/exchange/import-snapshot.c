/* import-snapshot.c: what an import needs to know of the project, copied out of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-snapshot.h"

#include "known-series.h"

#include "postcodes.h"
#include "stop.h"
#include "text.h"

#include <math.h>

static void
known_figure_free (BlKnownFigure *figure)
{
  g_free (figure->period);
  g_free (figure->source);
  g_free (figure->date);
  g_free (figure->licence);
  g_free (figure);
}

static void
known_library_free (BlKnownLibrary *library)
{
  g_free (library->id);
  g_free (library->service);
  for (guint f = 0; f < BL_LIBRARY_N_FIELDS; f++)
    g_free (library->fields[f]);
  g_array_unref (library->statuses);
  g_ptr_array_unref (library->figures);
  g_free (library);
}

static void
known_value_free (BlKnownValue *value)
{
  g_free (value->id);
  g_free (value->name);
  g_free (value->title);
  g_free (value->unit);
  g_free (value->source);
  g_free (value->date);
  g_free (value->geography);
  g_free (value->licence);
  g_clear_pointer (&value->numbers, bl_table_unref);
  g_clear_pointer (&value->outlines, bl_table_unref);
  g_free (value);
}

static void
copy_figures (BlKnownLibrary *copy, BlRecord *library)
{
  GListModel *figures = bl_record_get_list (library, "figures");

  copy->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) known_figure_free);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (figures, i);
      BlKnownFigure *figure = g_new0 (BlKnownFigure, 1);

      figure->kind = bl_record_get_enum (record, "kind");
      figure->period = g_strdup (bl_record_get_text (record, "period"));
      figure->source = g_strdup (bl_record_get_text (record, "source"));
      figure->date = g_strdup (bl_record_get_text (record, "source-date"));
      figure->licence = g_strdup (bl_record_get_text (record, "licence"));
      figure->number = NAN;
      bl_record_get_real (record, "number", &figure->number);
      bl_record_get_integer (record, "months", &figure->months);
      g_ptr_array_add (copy->figures, figure);
    }
  copy->floor_area = NAN;
  bl_record_get_real (library, "floor-area", &copy->floor_area);
}

static GPtrArray *
copy_libraries (GListModel *list)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) known_library_free);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (list, i);
      BlKnownLibrary *copy = g_new0 (BlKnownLibrary, 1);
      GListModel *statuses = bl_record_get_list (record, "statuses");

      copy->id = g_strdup (bl_record_get_id (record));
      copy->service = g_strdup (bl_record_get_text (record, "service"));
      copy->type = bl_record_get_enum (record, "type");
      for (guint f = 0; f < BL_LIBRARY_N_FIELDS; f++)
        copy->fields[f] = bl_record_get_as_text (record, bl_library_field_names[f]);
      copy_figures (copy, record);
      copy->statuses = g_array_new (FALSE, FALSE, sizeof (BlRowStatus));
      for (guint s = 0; s < g_list_model_get_n_items (statuses); s++)
        {
          g_autoptr (BlRecord) status = g_list_model_get_item (statuses, s);
          BlRowStatus row = { 0, bl_record_get_enum (status, "operation"), -1 };
          gint64 year = 0;
          gboolean statutory = FALSE;

          if (!bl_record_get_integer (status, "year", &year))
            continue;
          row.year = (int) year;
          if (bl_record_get_boolean (status, "statutory", &statutory))
            row.statutory = statutory ? 1 : 0;
          g_array_append_val (copy->statuses, row);
        }
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

static BlTable *
copy_table (BlRecord *record, const char *field)
{
  BlTable *table = bl_record_get_table (record, field);

  return table != NULL ? bl_table_ref (table) : NULL;
}

static void
copy_service (BlImportSnapshot *snapshot, BlRecord *service)
{
  const char *others;

  if (service == NULL)
    return;
  snapshot->service_name = g_strdup (bl_record_get_text (service, "name"));
  snapshot->service_code = g_strdup (bl_record_get_text (service, "code"));
  snapshot->has_service = snapshot->service_name != NULL || snapshot->service_code != NULL;
  others = bl_record_get_text (service, "other-names");
  snapshot->other_names = g_strsplit (others != NULL ? others : "", ";", -1);
}

static void
copy_areas (BlImportSnapshot *snapshot, BlAreas *areas)
{
  BlRecord *record = BL_RECORD (areas);
  const char *const *codes;

  snapshot->code_rows = g_hash_table_new (g_str_hash, g_str_equal);
  if (areas == NULL)
    return;
  snapshot->n_areas = bl_areas_get_n (areas);
  snapshot->codes = copy_table (record, "codes");
  snapshot->names = copy_table (record, "names");
  snapshot->centroids = copy_table (record, "centroids");
  snapshot->points = copy_table (record, "points");
  snapshot->outlines = copy_table (record, "outlines");
  snapshot->geography = g_strdup (bl_record_get_text (record, "geography"));
  if (snapshot->codes == NULL)
    return;
  codes = bl_table_get_texts (snapshot->codes);
  for (guint i = 0; i < snapshot->n_areas; i++)
    if (codes[i] != NULL)
      g_hash_table_insert (snapshot->code_rows, (gpointer) codes[i], GUINT_TO_POINTER (i + 1));
}

static void
copy_values (BlImportSnapshot *snapshot, GListModel *values)
{
  guint n = g_list_model_get_n_items (values);

  snapshot->values = g_ptr_array_new_with_free_func ((GDestroyNotify) known_value_free);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (values, i);
      BlKnownValue *value = g_new0 (BlKnownValue, 1);

      value->id = g_strdup (bl_record_get_id (record));
      value->name = g_strdup (bl_record_get_text (record, "name"));
      value->title = g_strdup (bl_record_get_text (record, "title"));
      value->unit = g_strdup (bl_record_get_text (record, "unit"));
      value->source = g_strdup (bl_record_get_text (record, "source"));
      value->date = g_strdup (bl_record_get_text (record, "date"));
      value->geography = g_strdup (bl_record_get_text (record, "geography"));
      value->licence = g_strdup (bl_record_get_text (record, "licence"));
      value->kind = bl_record_get_enum (record, "kind");
      value->numbers = copy_table (record, "numbers");
      value->outlines = copy_table (record, "outlines");
      g_ptr_array_add (snapshot->values, value);
    }
}

static void
known_column_free (BlKnownColumn *column)
{
  g_free (column->library);
  g_free (column->name);
  g_clear_pointer (&column->numbers, bl_table_unref);
  g_clear_pointer (&column->suppressed, bl_table_unref);
  g_free (column);
}

static void
known_columns_free (BlKnownColumns *columns)
{
  g_free (columns->name);
  g_ptr_array_unref (columns->columns);
  g_free (columns);
}

/* @numbers: the field of a column that holds its figures; @suppressed: of those that were not given, or NULL. */
static GPtrArray *
copy_columns (GListModel *list, const char *numbers, const char *suppressed)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) known_columns_free);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (list, i);
      GListModel *columns = bl_record_get_list (record, "columns");
      BlKnownColumns *copy = g_new0 (BlKnownColumns, 1);

      copy->name = g_strdup (bl_record_get_text (record, "name"));
      copy->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) known_column_free);
      for (guint c = 0; c < g_list_model_get_n_items (columns); c++)
        {
          g_autoptr (BlRecord) column = g_list_model_get_item (columns, c);
          BlKnownColumn *known = g_new0 (BlKnownColumn, 1);

          known->library = g_strdup (bl_record_get_text (column, "library"));
          known->name = g_strdup (bl_record_get_text (column, "name"));
          known->numbers = copy_table (column, numbers);
          known->suppressed = suppressed != NULL ? copy_table (column, suppressed) : NULL;
          g_ptr_array_add (copy->columns, known);
        }
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

static void
known_stop_free (BlKnownStop *stop)
{
  g_free (stop->id);
  for (guint i = 0; i < BL_STOP_N_TEXTS; i++)
    g_free (stop->texts[i]);
  g_free (stop);
}

static GPtrArray *
copy_stops (GListModel *list)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) known_stop_free);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (list, i);
      BlKnownStop *copy = g_new0 (BlKnownStop, 1);

      copy->id = g_strdup (bl_record_get_id (record));
      for (guint t = 0; t < BL_STOP_N_TEXTS; t++)
        copy->texts[t] = g_strdup (bl_record_get_text (record, bl_stop_text_names[t]));
      bl_record_get_date (record, "start", &copy->start);
      bl_record_get_date (record, "end", &copy->end);
      if (!bl_stop_get_point (BL_STOP (record), &copy->point))
        copy->point = (BlPoint) { NAN, NAN };
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

static void
copy_postcodes (BlImportSnapshot *snapshot, BlRecord *postcodes)
{
  if (postcodes == NULL)
    return;
  snapshot->postcodes = copy_table (postcodes, "codes");
  snapshot->postcode_points = copy_table (postcodes, "points");
}

BlImportSnapshot *
bl_import_snapshot_new (BlProject *project)
{
  BlImportSnapshot *snapshot = g_new0 (BlImportSnapshot, 1);
  g_autoptr (GDateTime) now = bl_clock_now (bl_project_get_clock (project));

  snapshot->revision = bl_project_get_revision (project);
  snapshot->this_year = g_date_time_get_year (now);
  copy_service (snapshot, BL_RECORD (bl_project_get_service (project)));
  snapshot->year = bl_project_get_effective_year (project);
  snapshot->year_said = bl_record_is_known (BL_RECORD (project), "year");
  snapshot->libraries = copy_libraries (bl_project_get_libraries (project));
  snapshot->nearby = copy_libraries (bl_project_get_libraries_nearby (project));
  copy_areas (snapshot, bl_project_get_areas (project));
  copy_values (snapshot, bl_project_get_values (project));
  snapshot->uses = copy_columns (bl_record_get_list (BL_RECORD (project), "members"), "counts", "suppressed");
  snapshot->travel = copy_columns (bl_record_get_list (BL_RECORD (project), "travel"), "minutes", NULL);
  if (bl_project_get_network (project) != NULL)
    snapshot->roads = copy_table (BL_RECORD (bl_project_get_network (project)), "roads");
  snapshot->stops = copy_stops (bl_record_get_list (BL_RECORD (project), "stops"));
  snapshot->known_series = bl_known_series_new (project);
  copy_postcodes (snapshot, bl_record_get_child (BL_RECORD (project), "postcodes"));
  return snapshot;
}

void
bl_import_snapshot_free (BlImportSnapshot *snapshot)
{
  if (snapshot == NULL)
    return;
  g_free (snapshot->service_name);
  g_free (snapshot->service_code);
  g_strfreev (snapshot->other_names);
  g_ptr_array_unref (snapshot->libraries);
  g_ptr_array_unref (snapshot->nearby);
  g_clear_pointer (&snapshot->code_rows, g_hash_table_unref);
  g_clear_pointer (&snapshot->codes, bl_table_unref);
  g_clear_pointer (&snapshot->names, bl_table_unref);
  g_clear_pointer (&snapshot->centroids, bl_table_unref);
  g_clear_pointer (&snapshot->points, bl_table_unref);
  g_clear_pointer (&snapshot->outlines, bl_table_unref);
  g_clear_pointer (&snapshot->roads, bl_table_unref);
  g_free (snapshot->geography);
  g_ptr_array_unref (snapshot->values);
  g_ptr_array_unref (snapshot->uses);
  g_ptr_array_unref (snapshot->travel);
  g_ptr_array_unref (snapshot->stops);
  g_hash_table_unref (snapshot->known_series);
  g_clear_pointer (&snapshot->postcodes, bl_table_unref);
  g_clear_pointer (&snapshot->postcode_points, bl_table_unref);
  g_free (snapshot);
}

int
bl_import_snapshot_find_area (const BlImportSnapshot *snapshot, const char *code)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (snapshot->code_rows, code)) - 1;
}

const BlKnownValue *
bl_import_snapshot_find_value (const BlImportSnapshot *snapshot, const char *name)
{
  for (guint i = 0; i < snapshot->values->len; i++)
    {
      const BlKnownValue *value = g_ptr_array_index (snapshot->values, i);
      if (g_strcmp0 (value->name, name) == 0)
        return value;
    }
  return NULL;
}

const BlKnownColumns *
bl_import_snapshot_find_columns (const GPtrArray *list, const char *name)
{
  for (guint i = 0; i < list->len; i++)
    {
      const BlKnownColumns *columns = g_ptr_array_index (list, i);
      if (g_strcmp0 (columns->name, name) == 0)
        return columns;
    }
  return NULL;
}

const BlKnownColumn *
bl_known_columns_find (const BlKnownColumns *columns, const char *library, const char *name)
{
  for (guint i = 0; columns != NULL && i < columns->columns->len; i++)
    {
      const BlKnownColumn *column = g_ptr_array_index (columns->columns, i);
      if (library != NULL ? g_strcmp0 (column->library, library) == 0
                          : column->library == NULL && g_strcmp0 (column->name, name) == 0)
        return column;
    }
  return NULL;
}
