/* made.c: small projects made by hand, for figures one can work out on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "made.h"

#include "travel-times.h"

BlProject *
made_project_new (const BlPoint *points, const double *people, guint n_areas)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("made");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2024-05-14T09:00:00Z");
  BlProject *project = bl_project_new (ids, clock);
  g_autoptr (BlAreas) areas = bl_areas_new (NULL);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  bl_project_begin (project, "Make");
  for (guint i = 0; i < n_areas; i++)
    g_ptr_array_add (codes, g_strdup_printf ("%c", 'a' + (int) i));

  g_autoptr (BlTable) texts = bl_table_new_texts ((const char *const *) codes->pdata, n_areas);
  g_autoptr (BlTable) places = bl_table_new_points (points, n_areas);

  bl_record_set_table (BL_RECORD (areas), "codes", texts);
  bl_record_set_table (BL_RECORD (areas), "points", places);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  if (people != NULL)
    made_value_add (project, "population", BL_VALUE_KIND_COUNT, people, n_areas);
  return project;
}

BlLibrary *
made_library_add (BlProject *project, const char *name, double easting, double northing)
{
  g_autoptr (BlLibrary) library = bl_library_new (NULL);
  g_autoptr (BlStatus) status = bl_status_new (NULL);

  bl_record_set_text (BL_RECORD (library), "name", name);
  bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
  bl_record_set_real (BL_RECORD (library), "easting", easting);
  bl_record_set_real (BL_RECORD (library), "northing", northing);
  bl_record_set_integer (BL_RECORD (status), "year", 2023);
  bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COUNCIL);
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
  return library; /* the project holds it */
}

BlValueSet *
made_value_add (BlProject *project, const char *name, BlValueKind kind, const double *numbers, guint n_areas)
{
  g_autoptr (BlValueSet) value = bl_value_set_new (NULL);
  g_autoptr (BlTable) table = bl_table_new_numbers (numbers, n_areas);

  bl_record_set_text (BL_RECORD (value), "name", name);
  bl_record_set_enum (BL_RECORD (value), "kind", kind);
  bl_record_set_table (BL_RECORD (value), "numbers", table);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
  return value;
}

BlRecord *
made_travel_add (BlProject *project, const char *name)
{
  g_autoptr (BlTravelTimes) travel = bl_travel_times_new (NULL);

  bl_record_set_text (BL_RECORD (travel), "name", name);
  bl_record_append (BL_RECORD (project), "travel", BL_RECORD (travel));
  return BL_RECORD (travel);
}

void
made_travel_column_add (BlRecord *travel, BlLibrary *library, const double *minutes, guint n_areas)
{
  g_autoptr (BlTravelColumn) column = bl_travel_column_new (NULL);
  g_autoptr (BlTable) table = bl_table_new_numbers (minutes, n_areas);

  if (library != NULL)
    bl_record_set_text (BL_RECORD (column), "library", bl_record_get_id (BL_RECORD (library)));
  bl_record_set_table (BL_RECORD (column), "minutes", table);
  bl_record_append (travel, "columns", BL_RECORD (column));
}
