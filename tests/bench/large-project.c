/* large-project.c: made-up projects of the size of a county or of England
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "large-project.h"

#include <math.h>

/* Points on the border between two areas, besides its ends: 4 × 15 make 60 an area. */
#define BORDER_POINTS 14
/* One area in this many is in two parts. */
#define ISLANDS 40

/* Areas stand in rows and columns of uneven width, as in town and country. */
typedef struct
{
  guint n_columns, n_rows;
  double *x, *y; /* of the corners, in metres */
} Land;

/* A number from 0 to 1 for what the key stands for: the same on both sides of a border. */
static double
chance (guint a, guint b, guint c)
{
  guint h = a * 2654435761u ^ b * 2246822519u ^ c * 3266489917u;

  h = (h ^ (h >> 15)) * 2246822519u;
  h = (h ^ (h >> 13)) * 3266489917u;
  return (h ^ (h >> 16)) / (double) G_MAXUINT32;
}

static double *
make_steps (guint n, double start, guint key)
{
  double *steps = g_new (double, n + 1);

  steps[0] = start;
  for (guint i = 0; i < n; i++)
    steps[i + 1] = steps[i] + 300 * pow (12, chance (i, key, 7));
  return steps;
}

static void
land_init (Land *land, guint n_areas)
{
  land->n_columns = (guint) ceil (sqrt (n_areas));
  land->n_rows = (n_areas + land->n_columns - 1) / land->n_columns;
  land->x = make_steps (land->n_columns, 90000, 1);
  land->y = make_steps (land->n_rows, 12000, 2);
}

static void
land_clear (Land *land)
{
  g_free (land->x);
  g_free (land->y);
}

/* Point @k of the border that leads from one corner to the next, right or up. */
static BlPoint
border_point (const Land *land, guint column, guint row, gboolean up, guint k)
{
  guint n = BORDER_POINTS + 1;
  guint key = (row * (land->n_columns + 1) + column) * 2 + up;
  double length = up ? land->y[row + 1] - land->y[row] : land->x[column + 1] - land->x[column];
  double along = length * (k + 0.6 * (chance (key, k, 3) - 0.5)) / n;
  double aside = length * 0.7 * (chance (key, k, 4) - 0.5) / n;

  if (k == 0 || k == n)
    {
      along = k == 0 ? 0 : length;
      aside = 0;
    }
  return (BlPoint) { land->x[column] + (up ? aside : along), land->y[row] + (up ? along : aside) };
}

static void
add_border (BlOutlinesBuilder *builder, const Land *land, guint column, guint row, gboolean up, gboolean back)
{
  for (guint k = 0; k <= BORDER_POINTS; k++)
    {
      BlPoint point = border_point (land, column, row, up, back ? BORDER_POINTS + 1 - k : k);

      bl_outlines_builder_add_point (builder, (gint32) lround (point.x), (gint32) lround (point.y));
    }
}

static BlTable *
make_outlines (const Land *land, guint n_areas)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();

  for (guint i = 0; i < n_areas; i++)
    {
      guint column = i % land->n_columns, row = i / land->n_columns;

      bl_outlines_builder_add_row (builder);
      bl_outlines_builder_add_polygon (builder);
      bl_outlines_builder_add_ring (builder);
      add_border (builder, land, column, row, FALSE, FALSE);
      add_border (builder, land, column + 1, row, TRUE, FALSE);
      add_border (builder, land, column, row + 1, FALSE, TRUE);
      add_border (builder, land, column, row, TRUE, TRUE);
      if (i % ISLANDS == 0)
        {
          bl_outlines_builder_add_polygon (builder);
          bl_outlines_builder_add_ring (builder);
          bl_outlines_builder_add_point (builder, (gint32) land->x[column] - 40, (gint32) land->y[row] - 40);
          bl_outlines_builder_add_point (builder, (gint32) land->x[column] - 10, (gint32) land->y[row] - 35);
          bl_outlines_builder_add_point (builder, (gint32) land->x[column] - 20, (gint32) land->y[row] - 12);
        }
    }
  return bl_outlines_builder_to_table (builder);
}

static BlAreas *
make_areas (BlIds *ids, guint n)
{
  g_autofree char *id = bl_ids_make (ids, "areas");
  BlAreas *areas = bl_areas_new (id);
  g_auto (GStrv) codes = g_new0 (char *, n + 1);
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  g_autofree BlPoint *middles = g_new (BlPoint, n);
  g_autofree BlPoint *people = g_new (BlPoint, n);
  g_autoptr (BlTable) code_table = NULL, name_table = NULL, centroids = NULL, points = NULL, outlines = NULL;
  Land land;

  land_init (&land, n);
  for (guint i = 0; i < n; i++)
    {
      guint column = i % land.n_columns, row = i / land.n_columns;

      codes[i] = g_strdup_printf ("E01%06u", i + 1);
      names[i] = g_strdup_printf ("East Middleshire %03u%c", i / 5 + 1, 'A' + i % 5);
      middles[i].x = (land.x[column] + land.x[column + 1]) / 2;
      middles[i].y = (land.y[row] + land.y[row + 1]) / 2;
      people[i].x = middles[i].x + 100 * (chance (i, 1, 5) - 0.5);
      people[i].y = middles[i].y + 100 * (chance (i, 2, 5) - 0.5);
    }
  code_table = bl_table_new_texts ((const char *const *) codes, n);
  name_table = bl_table_new_texts ((const char *const *) names, n);
  centroids = bl_table_new_points (middles, n);
  points = bl_table_new_points (people, n);
  outlines = make_outlines (&land, n);
  land_clear (&land);
  bl_record_set_text (BL_RECORD (areas), "geography", "LSOA 2011");
  bl_record_set_table (BL_RECORD (areas), "codes", code_table);
  bl_record_set_table (BL_RECORD (areas), "names", name_table);
  bl_record_set_table (BL_RECORD (areas), "centroids", centroids);
  bl_record_set_table (BL_RECORD (areas), "points", points);
  bl_record_set_table (BL_RECORD (areas), "outlines", outlines);
  return areas;
}

static void
add_value (BlProject *project, BlIds *ids, guint n, const char *name, double low, double high,
           double units)
{
  g_autofree char *id = bl_ids_make (ids, "value");
  g_autoptr (BlValueSet) value = bl_value_set_new (id);
  g_autofree double *numbers = g_new (double, n);
  g_autoptr (BlTable) table = NULL;

  for (guint i = 0; i < n; i++)
    numbers[i] = i % 500 == 499 ? NAN : round ((low + (high - low) * chance (i, g_str_hash (name), 6)) * units) / units;
  table = bl_table_new_numbers (numbers, n);
  bl_record_set_text (BL_RECORD (value), "name", name);
  bl_record_set_table (BL_RECORD (value), "numbers", table);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
}

/* Gives every field of its own a value of the usual length. */
static void
fill (BlRecord *record, guint i)
{
  GPtrArray *fields = bl_record_get_fields (record);

  for (guint f = 0; f < fields->len; f++)
    {
      const BlField *field = g_ptr_array_index (fields, f);
      g_autofree char *text = NULL;

      if (field->type == BL_FIELD_TEXT && g_str_has_suffix (field->name, "day"))
        bl_record_set_text (record, field->name, i % 3 == 0 ? "closed" : "10:00-13:00 14:00-17:00");
      else if (field->type == BL_FIELD_TEXT)
        {
          text = g_strdup_printf ("%s %u", field->title, i);
          bl_record_set_text (record, field->name, text);
        }
      else if (field->type == BL_FIELD_LONG_TEXT)
        {
          text = g_strdup_printf ("Number %u & its garden.\nOpened by the mayor; a café since “2009”.", i);
          bl_record_set_text (record, field->name, text);
        }
      else if (field->type == BL_FIELD_INTEGER)
        bl_record_set_integer (record, field->name, 1900 + i % 120);
      else if (field->type == BL_FIELD_REAL)
        bl_record_set_real (record, field->name, round (1e6 * chance (i, f, 8)) / 2);
      else if (field->type == BL_FIELD_MONEY)
        bl_record_set_money (record, field->name, (gint64) (2e7 * chance (i, f, 9)));
      else if (field->type == BL_FIELD_DATE)
        bl_record_set_date (record, field->name, 738000 + i % 1000);
      else if (field->type == BL_FIELD_BOOLEAN)
        bl_record_set_boolean (record, field->name, i % 2);
      else if (field->type == BL_FIELD_ENUM)
        bl_record_set_enum (record, field->name, 1);
    }
}

static void
add_libraries (BlProject *project, BlIds *ids, const char *list, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bl_ids_make (ids, "library");
      g_autoptr (BlLibrary) library = bl_library_new (id);

      fill (BL_RECORD (library), i);
      for (guint year = 2016; year <= 2023; year += year == 2016 ? 3 : year == 2019 ? 2 : 1)
        {
          g_autofree char *status_id = bl_ids_make (ids, "status");
          g_autoptr (BlStatus) status = bl_status_new (status_id);

          fill (BL_RECORD (status), i);
          bl_record_set_integer (BL_RECORD (status), "year", year);
          bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
        }
      bl_record_append (BL_RECORD (project), list, BL_RECORD (library));
    }
}

BlProject *
bl_large_project_new (BlIds *ids, BlClock *clock, guint n_areas, guint n_libraries, guint n_nearby)
{
  BlProject *project = bl_project_new (ids, clock);
  g_autoptr (BlAreas) areas = make_areas (ids, n_areas);

  bl_project_begin (project, "Make it large");
  bl_record_set_text (BL_RECORD (project), "title", "A plan for every library");
  add_libraries (project, ids, "libraries", n_libraries);
  add_libraries (project, ids, "libraries-nearby", n_nearby);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  add_value (project, ids, n_areas, "population", 1000, 2500, 1);
  add_value (project, ids, n_areas, "aged_0_15", 100, 600, 1);
  add_value (project, ids, n_areas, "aged_60_plus", 100, 600, 1);
  add_value (project, ids, n_areas, "imd_rank", 1, 32844, 1);
  add_value (project, ids, n_areas, "imd_score", 0.5, 92.6, 10);
  bl_project_commit (project);
  return project;
}
