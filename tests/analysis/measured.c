/* measured.c: a project made by hand, with series in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "measured.h"

#include "made.h"
#include "newcastle.h"

BlProject *
measured_project_new (void)
{
  static const BlPoint point = { 424000, 564000 };
  BlProject *project = made_project_new (&point, NULL, 1);
  g_autoptr (BlService) service = bl_service_new (NULL);

  bl_record_set_text (BL_RECORD (service), "name", "Newcastle City Council");
  bl_record_set_text (BL_RECORD (service), "code", "E08000021");
  bl_record_set_child (BL_RECORD (project), "service", BL_RECORD (service));
  return project;
}

BlRecord *
measured_add_series (BlProject *project, const char *measure, BlPeriodKind kind, const char *const *periods,
                     const double *values, const char *const *states, guint n)
{
  g_autoptr (BlSeries) series = bl_series_new (NULL);
  g_autoptr (BlTable) period_table = bl_table_new_texts (periods, n);
  g_autoptr (BlTable) value_table = bl_table_new_numbers (values, n);

  bl_record_set_text (BL_RECORD (series), "measure", measure);
  bl_record_set_enum (BL_RECORD (series), "period-kind", kind);
  bl_record_set_enum (BL_RECORD (series), "geography", BL_GEOGRAPHY_SERVICE);
  bl_record_set_table (BL_RECORD (series), "periods", period_table);
  bl_record_set_table (BL_RECORD (series), "values", value_table);
  if (states != NULL)
    {
      g_autoptr (BlTable) state_table = bl_table_new_texts (states, n);

      bl_record_set_table (BL_RECORD (series), "states", state_table);
    }
  bl_record_append (BL_RECORD (project), "series", BL_RECORD (series));
  return BL_RECORD (series);
}

gboolean
measured_add_file (BlProject *project, const char *file, const char *measure)
{
  g_autoptr (NewcastleFile) rows = newcastle_read (file);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n; i++)
    {
      const BlObservations *row = rows->rows[i];
      g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
      GListModel *libraries = bl_project_get_libraries (project);
      const char *id = NULL;
      BlRecord *series;

      for (guint k = 0; k < row->n; k++)
        {
          g_ptr_array_add (periods, bl_period_to_iso (&row->items[k].period));
          g_array_append_val (values, row->items[k].value);
        }
      series = measured_add_series (project, measure, BL_PERIOD_KIND_MONTH, (const char *const *) periods->pdata,
                           (const double *) (gpointer) values->data, NULL, row->n);
      bl_record_set_enum (series, "geography", BL_GEOGRAPHY_LIBRARY);
      if (g_str_equal (rows->names[i], "Mobile"))
        {
          bl_record_set_text (series, "place", "Mobile");
          continue;
        }
      for (guint k = 0; k < g_list_model_get_n_items (libraries); k++)
        {
          g_autoptr (BlRecord) library = g_list_model_get_item (libraries, k);

          if (g_str_equal (bl_record_get_text (library, "name"), rows->names[i]))
            id = bl_record_get_id (library);
        }
      if (id == NULL)
        {
          BlLibrary *made = made_library_add (project, rows->names[i], 424000, 564000);
          g_autofree char *own = g_strdup_printf ("library-aaaaaaaa%c%c", 'a' + (char) (i / 26), 'a' + (char) (i % 26));

          if (bl_record_get_id (BL_RECORD (made)) == NULL)
            bl_record_assign_id (BL_RECORD (made), own);
          id = bl_record_get_id (BL_RECORD (made));
        }
      bl_record_set_text (series, "library", id);
    }
  return TRUE;
}
