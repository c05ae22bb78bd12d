/* area-columns.c: a table by area with a column for each library, grown row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-columns.h"

#include "text.h"
#include "travel-times.h"
#include "use.h"

#include <math.h>

static void
column_free (BlAreaColumn *column)
{
  g_free (column->name);
  g_free (column->numbers);
  g_free (column->suppressed);
  g_free (column);
}

BlAreaColumns *
bl_area_columns_new (guint n_areas)
{
  BlAreaColumns *columns = g_new0 (BlAreaColumns, 1);

  columns->n_areas = n_areas;
  columns->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  return columns;
}

void
bl_area_columns_free (BlAreaColumns *columns)
{
  if (columns == NULL)
    return;
  g_ptr_array_unref (columns->columns);
  g_free (columns);
}

static double *
new_numbers (guint n)
{
  double *numbers = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    numbers[i] = NAN;
  return numbers;
}

BlAreaColumn *
bl_area_columns_get (BlAreaColumns *columns, int library, const char *name)
{
  g_autofree char *folded = bl_text_fold (name);
  BlAreaColumn *column;

  for (guint i = 0; i < columns->columns->len; i++)
    {
      g_autofree char *other = NULL;

      column = g_ptr_array_index (columns->columns, i);
      if (library >= 0 && column->library == library)
        return column;
      if (library >= 0 || column->library >= 0)
        continue;
      other = bl_text_fold (column->name);
      if (g_str_equal (folded, other))
        return column;
    }
  column = g_new0 (BlAreaColumn, 1);
  column->library = library;
  column->name = bl_text_clean (name);
  column->numbers = new_numbers (columns->n_areas);
  column->suppressed = new_numbers (columns->n_areas);
  g_ptr_array_add (columns->columns, column);
  return column;
}

static const char *
library_id (BlImportPlan *plan, const BlAreaColumn *column)
{
  const BlKnownLibrary *library
      = column->library >= 0 ? g_ptr_array_index (plan->snapshot->libraries, column->library) : NULL;

  return library != NULL ? library->id : NULL;
}

const BlKnownColumn *
bl_area_columns_find_known (BlImportPlan *plan, const BlKnownColumns *known, const BlAreaColumn *column)
{
  return bl_known_columns_find (known, library_id (plan, column), column->name);
}

/* --- Writing -------------------------------------------------------------- */

static gboolean
same_numbers (BlTable *had, const double *numbers, guint n)
{
  if (had == NULL || bl_table_get_n_rows (had) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      double a = bl_table_get_numbers (had)[i];
      if (!(a == numbers[i] || (isnan (a) && isnan (numbers[i]))))
        return FALSE;
    }
  return TRUE;
}

static void
put_numbers (BlRecord *record, const char *field, const double *numbers, guint n)
{
  g_autoptr (BlTable) table = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < n && !any; i++)
    any = !isnan (numbers[i]);
  if (same_numbers (bl_record_get_table (record, field), numbers, n))
    return;
  table = any ? bl_table_new_numbers (numbers, n) : NULL;
  bl_record_set_table (record, field, table);
}

static void
put_count (BlRecord *record, const char *field, gint64 count)
{
  if (count > 0)
    bl_record_set_integer (record, field, count);
  else
    bl_record_set_value (record, field, NULL);
}

static BlRecord *
find_record (BlRecord *record, const char *library, const char *name)
{
  GListModel *list = bl_record_get_list (record, "columns");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) column = g_list_model_get_item (list, i);
      const char *other = bl_record_get_text (column, "library");

      if (library != NULL ? g_strcmp0 (other, library) == 0
                          : other == NULL && g_strcmp0 (bl_record_get_text (column, "name"), name) == 0)
        return column; /* the list keeps it */
    }
  return NULL;
}

void
bl_area_columns_put (const BlAreaColumns *columns, BlImportPlan *plan, BlProject *project, BlRecord *record, const char *table)
{
  gboolean use = BL_IS_USE (record);
  GListModel *list = bl_record_get_list (record, "columns");
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < columns->columns->len; i++)
    {
      const BlAreaColumn *column = g_ptr_array_index (columns->columns, i);
      const char *library = library_id (plan, column);
      BlRecord *one = find_record (record, library, column->name);
      g_autoptr (BlRecord) made = NULL;

      if (one == NULL)
        {
          g_autofree char *id = bl_ids_make (bl_project_get_ids (project), use ? "use-column" : "travel-column");

          one = made = use ? BL_RECORD (bl_use_column_new (id)) : BL_RECORD (bl_travel_column_new (id));
          bl_record_set_text (one, "library", library);
        }
      bl_record_set_text (one, "name", use && library != NULL ? NULL : column->name);
      put_numbers (one, table, column->numbers, columns->n_areas);
      if (use)
        {
          put_numbers (one, "suppressed", column->suppressed, columns->n_areas);
          put_count (one, "elsewhere", column->elsewhere);
          put_count (one, "elsewhere-suppressed", column->elsewhere_suppressed);
          put_count (one, "nowhere", column->nowhere);
          put_count (one, "nowhere-suppressed", column->nowhere_suppressed);
        }
      if (made != NULL)
        bl_record_append (record, "columns", made);
      g_hash_table_add (kept, one);
    }
  for (guint i = g_list_model_get_n_items (list); i-- > 0;)
    {
      g_autoptr (BlRecord) column = g_list_model_get_item (list, i);
      if (!g_hash_table_contains (kept, column))
        bl_project_delete (project, column);
    }
}
