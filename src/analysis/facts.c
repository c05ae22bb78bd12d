/* facts.c: what a project knows, as plain arrays for computing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "facts-private.h"

#include "geometry.h"

#include <math.h>

G_DEFINE_QUARK (bl - analysis - error - quark, bl_analysis_error)

BlTable *
bl_facts_keep_table (BlFacts *facts, BlRecord *record, const char *field)
{
  BlTable *table = bl_record_get_table (record, field);

  if (table == NULL || bl_table_get_n_rows (table) != facts->n_areas)
    return NULL;
  g_ptr_array_add (facts->tables, bl_table_ref (table));
  return table;
}

static gboolean
is_place (BlPoint point)
{
  return isfinite (point.x) && isfinite (point.y);
}

static void
take_areas (BlFacts *facts, BlAreas *areas)
{
  BlRecord *record = BL_RECORD (areas);
  BlTable *codes = bl_record_get_table (record, "codes");
  BlTable *names, *weighted, *centroids, *outlines;
  guint located = 0, located_weighted = 0;

  facts->n_areas = codes ? bl_table_get_n_rows (codes) : 0;
  if (facts->n_areas == 0)
    return;

  facts->codes = bl_table_get_texts (bl_facts_keep_table (facts, record, "codes"));
  names = bl_facts_keep_table (facts, record, "names");
  outlines = bl_facts_keep_table (facts, record, "outlines");
  weighted = bl_facts_keep_table (facts, record, "points");
  centroids = bl_facts_keep_table (facts, record, "centroids");
  facts->names = names ? bl_table_get_texts (names) : NULL;
  facts->outlines = outlines ? bl_table_get_outlines (outlines) : NULL;

  facts->points = g_new (BlPoint, facts->n_areas);
  for (guint i = 0; i < facts->n_areas; i++)
    {
      BlPoint point = weighted ? bl_table_get_points (weighted)[i] : (BlPoint){ NAN, NAN };

      located_weighted += is_place (point);
      if (!is_place (point) && centroids != NULL)
        point = bl_table_get_points (centroids)[i];
      if (!is_place (point) && facts->outlines != NULL)
        point = bl_outlines_get_centroid (facts->outlines, i);
      located += is_place (point);
      facts->points[i] = is_place (point) ? point : (BlPoint){ NAN, NAN };
      if (facts->codes[i] != NULL && !g_hash_table_contains (facts->area_rows, facts->codes[i]))
        g_hash_table_insert (facts->area_rows, (gpointer) facts->codes[i], GUINT_TO_POINTER (i + 1));
    }
  facts->points_weighted = located > 0 && located_weighted == located;
}

static guint
count_unknown (const double *numbers, guint n)
{
  guint unknown = 0;

  for (guint i = 0; i < n; i++)
    unknown += !isfinite (numbers[i]);
  return unknown;
}

static void
take_values (BlFacts *facts, GListModel *values)
{
  facts->n_values = g_list_model_get_n_items (values);
  facts->values = g_malloc0_n (MAX (facts->n_values, 1), sizeof *facts->values);
  for (guint v = 0; v < facts->n_values; v++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (values, v);
      BlTable *table = bl_facts_keep_table (facts, record, "numbers");

      if (table == NULL)
        {
          g_autofree double *nothing = g_new (double, MAX (facts->n_areas, 1));

          for (guint i = 0; i < facts->n_areas; i++)
            nothing[i] = NAN;
          table = bl_table_new_numbers (nothing, facts->n_areas);
          g_ptr_array_add (facts->tables, table);
        }
      facts->values[v].name = g_strdup (bl_record_get_text (record, "name"));
      facts->values[v].title = g_strdup (bl_value_set_get_title (BL_VALUE_SET (record)));
      facts->values[v].unit = g_strdup (bl_record_get_text (record, "unit"));
      facts->values[v].source = g_strdup (bl_record_get_text (record, "source"));
      facts->values[v].date = g_strdup (bl_record_get_text (record, "date"));
      facts->values[v].licence = g_strdup (bl_record_get_text (record, "licence"));
      facts->values[v].geography = g_strdup (bl_record_get_text (record, "geography"));
      facts->values[v].kind = bl_record_get_enum (record, "kind");
      facts->values[v].numbers = bl_table_get_numbers (table);
      facts->values[v].unknown = count_unknown (facts->values[v].numbers, facts->n_areas);

      if (facts->population == NULL && g_strcmp0 (facts->values[v].name, "population") == 0
          && facts->values[v].unknown < facts->n_areas)
        {
          facts->population = facts->values[v].numbers;
          facts->unknown_population = facts->values[v].unknown;
          for (guint i = 0; i < facts->n_areas; i++)
            if (isfinite (facts->population[i]))
              facts->total_population += facts->population[i];
        }
    }
}

static void
take_groups (BlFacts *facts, GListModel *groups)
{
  facts->n_groups = g_list_model_get_n_items (groups);
  facts->groups = g_malloc0_n (MAX (facts->n_groups, 1), sizeof *facts->groups);
  for (guint i = 0; i < facts->n_groups; i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (groups, i);

      facts->groups[i].name = g_strdup (bl_record_get_text (record, "name"));
      facts->groups[i].title = g_strdup (bl_record_get_text (record, "title"));
      facts->groups[i].definition = g_strdup (bl_record_get_text (record, "definition"));
    }
}

/* On the project's own thread; the snapshot may then go to any other. Texts
 * are copied, tables shared (they never change). */
BlFacts *
bl_facts_new (BlProject *project)
{
  BlFacts *facts;
  BlService *service;
  BlAreas *areas;

  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  facts = g_new0 (BlFacts, 1);
  g_atomic_ref_count_init (&facts->ref_count);
  facts->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_table_unref);
  facts->area_rows = g_hash_table_new (g_str_hash, g_str_equal);
  facts->revision = bl_project_get_revision (project);
  facts->year = bl_project_get_effective_year (project);
  facts->title = g_strdup (bl_record_get_text (BL_RECORD (project), "title"));
  service = bl_project_get_service (project);
  if (service != NULL)
    {
      facts->service = g_strdup (bl_record_get_text (BL_RECORD (service), "name"));
      facts->service_code = g_strdup (bl_record_get_text (BL_RECORD (service), "code"));
    }

  areas = bl_project_get_areas (project);
  if (areas != NULL)
    take_areas (facts, areas);
  take_values (facts, bl_project_get_values (project));
  bl_facts_take_libraries (facts, bl_project_get_libraries (project), bl_project_get_libraries_nearby (project));
  bl_facts_take_tables (facts, project);
  take_groups (facts, bl_project_get_groups (project));
  bl_facts_take_sources (facts, project);
  return facts;
}

BlFacts *
bl_facts_ref (BlFacts *facts)
{
  g_atomic_ref_count_inc (&facts->ref_count);
  return facts;
}

void
bl_facts_unref (BlFacts *facts)
{
  if (!g_atomic_ref_count_dec (&facts->ref_count))
    return;

  for (guint i = 0; i < facts->n_libraries; i++)
    bl_facts_library_clear (&facts->libraries[i]);
  g_free (facts->libraries);
  bl_facts_free_stops (facts);
  if (facts->base != NULL)
    {
      bl_facts_unref (facts->base);
      g_free (facts);
      return;
    }
  bl_facts_free_tables (facts);
  for (guint i = 0; i < facts->n_values; i++)
    {
      g_free (facts->values[i].name);
      g_free (facts->values[i].title);
      g_free (facts->values[i].unit);
      g_free (facts->values[i].source);
      g_free (facts->values[i].date);
      g_free (facts->values[i].licence);
      g_free (facts->values[i].geography);
    }
  for (guint i = 0; i < facts->n_groups; i++)
    {
      g_free (facts->groups[i].name);
      g_free (facts->groups[i].title);
      g_free (facts->groups[i].definition);
    }
  g_clear_pointer (&facts->sources, g_ptr_array_unref);
  g_free (facts->sample_note);
  g_free (facts->values);
  g_free (facts->groups);
  g_free (facts->points);
  g_free (facts->title);
  g_free (facts->service);
  g_free (facts->service_code);
  g_hash_table_unref (facts->area_rows);
  g_ptr_array_unref (facts->tables);
  g_free (facts);
}

int
bl_facts_find_value (const BlFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->n_values; i++)
    if (name != NULL && g_strcmp0 (facts->values[i].name, name) == 0)
      return (int) i;
  return -1;
}

int
bl_facts_find_library (const BlFacts *facts, const char *id)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    if (id != NULL && g_strcmp0 (facts->libraries[i].id, id) == 0)
      return (int) i;
  return -1;
}

int
bl_facts_find_travel (const BlFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->n_travel; i++)
    if (name != NULL && g_strcmp0 (facts->travel[i].name, name) == 0)
      return (int) i;
  return -1;
}

int
bl_facts_find_use (const BlFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->n_uses; i++)
    if (name != NULL && g_strcmp0 (facts->uses[i].name, name) == 0)
      return (int) i;
  return -1;
}

int
bl_facts_find_area (const BlFacts *facts, const char *code)
{
  return code != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (facts->area_rows, code)) - 1 : -1;
}
