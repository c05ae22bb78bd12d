/* area-tables.c: the tables of a project's areas, grown row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-tables.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char *code, *name;
  BlPoint centroid, point; /* NaN: not known */
  const BlOutlines *outlines; /* NULL: none */
  guint outline_row;
} Area;

struct _BlAreaTables
{
  const BlImportSnapshot *snapshot;
  GArray *areas;   /* Area */
  GHashTable *rows; /* code → row + 1 */
  gboolean centroids_changed, points_changed, outlines_changed, names_changed;
};

static void
area_clear (Area *area)
{
  g_free (area->code);
  g_free (area->name);
}

BlAreaTables *
bl_area_tables_new (const BlImportSnapshot *snapshot)
{
  BlAreaTables *tables = g_new0 (BlAreaTables, 1);
  const char *const *codes = snapshot->codes != NULL ? bl_table_get_texts (snapshot->codes) : NULL;
  const char *const *names = snapshot->names != NULL ? bl_table_get_texts (snapshot->names) : NULL;
  const BlPoint *centroids = snapshot->centroids != NULL ? bl_table_get_points (snapshot->centroids) : NULL;
  const BlPoint *points = snapshot->points != NULL ? bl_table_get_points (snapshot->points) : NULL;
  const BlOutlines *outlines = snapshot->outlines != NULL ? bl_table_get_outlines (snapshot->outlines) : NULL;

  tables->snapshot = snapshot;
  tables->areas = g_array_new (FALSE, FALSE, sizeof (Area));
  g_array_set_clear_func (tables->areas, (GDestroyNotify) area_clear);
  tables->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < snapshot->n_areas; i++)
    {
      const BlPoint nowhere = { NAN, NAN };
      Area area = { g_strdup (codes[i]),
                    g_strdup (names != NULL ? names[i] : NULL),
                    centroids != NULL ? centroids[i] : nowhere,
                    points != NULL ? points[i] : nowhere,
                    outlines != NULL && outlines->row_polygons[i + 1] > outlines->row_polygons[i] ? outlines : NULL,
                    i };
      g_array_append_val (tables->areas, area);
      if (area.code != NULL)
        g_hash_table_insert (tables->rows, g_strdup (area.code), GUINT_TO_POINTER (i + 1));
    }
  return tables;
}

void
bl_area_tables_free (BlAreaTables *tables)
{
  if (tables == NULL)
    return;
  g_array_unref (tables->areas);
  g_hash_table_unref (tables->rows);
  g_free (tables);
}

guint
bl_area_tables_get_n (const BlAreaTables *tables)
{
  return tables->areas->len;
}

int
bl_area_tables_find (const BlAreaTables *tables, const char *code)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (tables->rows, code)) - 1;
}

guint
bl_area_tables_add (BlAreaTables *tables, const char *code)
{
  Area area = { g_strdup (code), NULL, { NAN, NAN }, { NAN, NAN }, NULL, 0 };

  g_array_append_val (tables->areas, area);
  g_hash_table_insert (tables->rows, g_strdup (code), GUINT_TO_POINTER (tables->areas->len));
  return tables->areas->len - 1;
}

static Area *
get_area (BlAreaTables *tables, guint row)
{
  return &g_array_index (tables->areas, Area, row);
}

void
bl_area_tables_name (BlAreaTables *tables, guint row, const char *name)
{
  Area *area = get_area (tables, row);

  if (area->name != NULL || name == NULL || *name == '\0')
    return;
  area->name = g_strdelimit (g_strdup (name), "\n\r", ' ');
  tables->names_changed = TRUE;
}

gboolean
bl_area_tables_place (BlAreaTables *tables, guint row, BlPoint point)
{
  Area *area = get_area (tables, row);

  /* NaN is near nothing. */
  if (fabs (area->point.x - point.x) < 0.06 && fabs (area->point.y - point.y) < 0.06)
    return FALSE;
  area->point = point;
  tables->points_changed = TRUE;
  return TRUE;
}

/* Whether two rows have the same polygons, point for point. */
static gboolean
same_outline (const BlOutlines *a, guint row_a, const BlOutlines *b, guint row_b)
{
  guint polygon_a = a->row_polygons[row_a], polygon_b = b->row_polygons[row_b];
  guint n = a->row_polygons[row_a + 1] - polygon_a;

  if (b->row_polygons[row_b + 1] - polygon_b != n)
    return FALSE;
  for (guint p = 0; p < n; p++)
    {
      guint ring_a = a->polygon_rings[polygon_a + p], ring_b = b->polygon_rings[polygon_b + p];
      guint rings = a->polygon_rings[polygon_a + p + 1] - ring_a;

      if (b->polygon_rings[polygon_b + p + 1] - ring_b != rings)
        return FALSE;
      for (guint k = 0; k < rings; k++)
        {
          guint point_a = a->ring_points[ring_a + k], point_b = b->ring_points[ring_b + k];
          guint points = a->ring_points[ring_a + k + 1] - point_a;

          if (b->ring_points[ring_b + k + 1] - point_b != points
              || memcmp (a->coordinates + 2 * (gsize) point_a, b->coordinates + 2 * (gsize) point_b,
                         points * 2 * sizeof *a->coordinates)
                     != 0)
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
bl_area_tables_outline (BlAreaTables *tables,
                        guint row,
                        const BlOutlines *outlines,
                        guint from_row,
                        BlPoint centroid)
{
  Area *area = get_area (tables, row);

  if (area->outlines != NULL && same_outline (area->outlines, area->outline_row, outlines, from_row))
    return FALSE;
  area->outlines = outlines;
  area->outline_row = from_row;
  area->centroid = centroid;
  tables->outlines_changed = tables->centroids_changed = TRUE;
  return TRUE;
}

guint
bl_area_tables_n_unplaced (const BlAreaTables *tables)
{
  guint n = 0;

  for (guint i = 0; i < tables->areas->len; i++)
    n += isnan (g_array_index (tables->areas, Area, i).point.x);
  return n;
}

/* --- Writing -------------------------------------------------------------- */

static void
put_texts (const BlAreaTables *tables, BlRecord *areas, const char *field, gboolean names)
{
  guint n = tables->areas->len;
  g_autofree const char **texts = g_new0 (const char *, n + 1);
  g_autoptr (BlTable) table = NULL;

  for (guint i = 0; i < n; i++)
    {
      const Area *area = &g_array_index (tables->areas, Area, i);
      texts[i] = names ? area->name : area->code;
    }
  table = bl_table_new_texts (texts, n);
  bl_record_set_table (areas, field, table);
}

static void
put_points (const BlAreaTables *tables, BlRecord *areas, const char *field, gboolean centroids)
{
  guint n = tables->areas->len;
  g_autofree BlPoint *points = g_new0 (BlPoint, n + 1);
  g_autoptr (BlTable) table = NULL;

  for (guint i = 0; i < n; i++)
    {
      const Area *area = &g_array_index (tables->areas, Area, i);
      points[i] = centroids ? area->centroid : area->point;
    }
  table = bl_table_new_points (points, n);
  bl_record_set_table (areas, field, table);
}

static void
put_outlines (const BlAreaTables *tables, BlRecord *areas)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) table = NULL;

  for (guint i = 0; i < tables->areas->len; i++)
    {
      const Area *area = &g_array_index (tables->areas, Area, i);
      if (area->outlines != NULL)
        bl_outlines_builder_add_copy (builder, area->outlines, area->outline_row);
      else
        bl_outlines_builder_add_row (builder);
    }
  table = bl_outlines_builder_to_table (builder);
  bl_record_set_table (areas, "outlines", table);
}

static void
pad_table (BlRecord *record, const char *field, guint n)
{
  BlTable *had = bl_record_get_table (record, field);
  guint n_had = had != NULL ? bl_table_get_n_rows (had) : 0;
  g_autofree double *numbers = NULL;
  g_autoptr (BlTable) table = NULL;

  if (had == NULL || n_had == n)
    return;
  numbers = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    numbers[i] = i < n_had ? bl_table_get_numbers (had)[i] : NAN;
  table = bl_table_new_numbers (numbers, n);
  bl_record_set_table (record, field, table);
}

static void
pad_columns (BlProject *project, const char *list, const char *field, const char *other, guint n)
{
  GListModel *records = bl_record_get_list (BL_RECORD (project), list);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);
      GListModel *columns = bl_record_get_list (record, "columns");

      for (guint c = 0; c < g_list_model_get_n_items (columns); c++)
        {
          g_autoptr (BlRecord) column = g_list_model_get_item (columns, c);

          pad_table (column, field, n);
          if (other != NULL)
            pad_table (column, other, n);
        }
    }
}

/* Whatever has a row for each area gets one for the new ones: not known. */
static void
pad_values (const BlAreaTables *tables, BlProject *project)
{
  GListModel *values = bl_project_get_values (project);
  guint n = tables->areas->len;

  for (guint v = 0; v < g_list_model_get_n_items (values); v++)
    {
      g_autoptr (BlRecord) value = g_list_model_get_item (values, v);
      pad_table (value, "numbers", n);
    }
  pad_columns (project, "members", "counts", "suppressed", n);
  pad_columns (project, "travel", "minutes", NULL, n);
}

BlRecord *
bl_area_tables_apply (const BlAreaTables *tables, BlProject *project)
{
  BlRecord *areas = BL_RECORD (bl_project_get_areas (project));
  gboolean grown = tables->areas->len != tables->snapshot->n_areas;
  const BlImportSnapshot *had = tables->snapshot;

  if (areas == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "areas");
      g_autoptr (BlRecord) made = BL_RECORD (bl_areas_new (id));
      bl_record_set_child (BL_RECORD (project), "areas", made);
      areas = made;
    }
  if (grown || had->codes == NULL)
    put_texts (tables, areas, "codes", FALSE);
  if (tables->names_changed || (grown && had->names != NULL))
    put_texts (tables, areas, "names", TRUE);
  if (tables->centroids_changed || (grown && had->centroids != NULL))
    put_points (tables, areas, "centroids", TRUE);
  if (tables->points_changed || (grown && had->points != NULL))
    put_points (tables, areas, "points", FALSE);
  if (tables->outlines_changed || (grown && had->outlines != NULL))
    put_outlines (tables, areas);
  if (grown)
    pad_values (tables, project);
  return areas;
}
