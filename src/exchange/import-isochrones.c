/* import-isochrones.c: published outlines of how far one gets in so many minutes
 *
 * Each time becomes a value of the areas, 1 where the area's point is inside
 * and 0 where not, so that it can be mapped and counted like any other; the
 * outlines are kept with it, to be laid over the map. Outlines of several
 * libraries, a file each, add up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "geometry.h"
#include "import-plan-private.h"
#include "text.h"
#include "travel-times.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LONGEST_MINUTES (24 * 60.0)

/* The outline of one time. */
typedef struct
{
  guint row; /* of the layer */
  double minutes;
  char *name, *title; /* of the value */
  const BlKnownValue *known;
  double *numbers; /* by area */
  gboolean numbers_changed, new_outline;
} Band;

struct _BlImportWork
{
  GPtrArray *bands; /* Band */
};

static void
band_free (Band *band)
{
  g_free (band->name);
  g_free (band->title);
  g_free (band->numbers);
  g_free (band);
}

static void
work_free (BlImportWork *work)
{
  g_ptr_array_unref (work->bands);
  g_free (work);
}

static BlTravelBy
find_by (BlImportPlan *plan)
{
  return plan->options.by != BL_TRAVEL_BY_UNKNOWN ? plan->options.by : bl_import_travel_read_by (plan->file);
}

static char *
make_title (BlTravelBy by, double minutes)
{
  g_autofree char *number = bl_text_number (minutes, minutes == floor (minutes) ? 0 : 1);

  switch (by)
    {
    case BL_TRAVEL_BY_WALK:
      return g_strdup_printf (_ ("Within %s minutes on foot (published)"), number);
    case BL_TRAVEL_BY_CYCLE:
      return g_strdup_printf (_ ("Within %s minutes by cycle (published)"), number);
    case BL_TRAVEL_BY_DRIVE:
      return g_strdup_printf (_ ("Within %s minutes by car (published)"), number);
    case BL_TRAVEL_BY_PUBLIC:
      return g_strdup_printf (_ ("Within %s minutes by public transport (published)"), number);
    case BL_TRAVEL_BY_UNKNOWN:
    default:
      return g_strdup_printf (_ ("Within %s minutes (published)"), number);
    }
}

static char *
make_name (BlTravelBy by, double minutes)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_TRAVEL_BY);
  g_autofree char *number = bl_text_from_double (minutes);

  g_strdelimit (number, ".-", '_');
  return by != BL_TRAVEL_BY_UNKNOWN
             ? g_strdup_printf ("iso_%s_%s", g_enum_get_value (klass, by)->value_nick, number)
             : g_strdup_printf ("iso_%s", number);
}

/* --- Outlines -------------------------------------------------------------- */

static gboolean
same_outline (const BlOutlines *a, guint row_a, const BlOutlines *b, guint row_b)
{
  guint polygons = a->row_polygons[row_a + 1] - a->row_polygons[row_a];
  guint ring_a, ring_b, rings, point_a, point_b, points;

  if (polygons != b->row_polygons[row_b + 1] - b->row_polygons[row_b])
    return FALSE;
  ring_a = a->polygon_rings[a->row_polygons[row_a]], ring_b = b->polygon_rings[b->row_polygons[row_b]];
  rings = a->polygon_rings[a->row_polygons[row_a + 1]] - ring_a;
  if (rings != b->polygon_rings[b->row_polygons[row_b + 1]] - ring_b)
    return FALSE;
  point_a = a->ring_points[ring_a], point_b = b->ring_points[ring_b];
  points = a->ring_points[ring_a + rings] - point_a;
  return points == b->ring_points[ring_b + rings] - point_b
         && memcmp (a->coordinates + 2 * point_a, b->coordinates + 2 * point_b, points * 2 * sizeof (gint32)) == 0;
}

static gboolean
has_outline (BlTable *table, const BlOutlines *outlines, guint row)
{
  const BlOutlines *known = table != NULL ? bl_table_get_outlines (table) : NULL;

  for (guint r = 0; known != NULL && r < known->n_rows; r++)
    if (same_outline (known, r, outlines, row))
      return TRUE;
  return FALSE;
}

/* --- Working through ------------------------------------------------------ */

static BlPoint
area_point (const BlImportSnapshot *snapshot, guint area)
{
  BlPoint point = snapshot->points != NULL ? bl_table_get_points (snapshot->points)[area] : (BlPoint) { NAN, NAN };

  if (isnan (point.x) && snapshot->centroids != NULL)
    point = bl_table_get_points (snapshot->centroids)[area];
  return point;
}

static void
fill_band (BlImportPlan *plan, Band *band)
{
  const BlImportSnapshot *snapshot = plan->snapshot;
  const BlOutlines *outlines = bl_table_get_outlines (plan->layer->outlines);
  BlTable *had = band->known != NULL ? band->known->numbers : NULL;

  band->numbers = g_new (double, snapshot->n_areas + 1);
  for (guint i = 0; i < snapshot->n_areas; i++)
    {
      BlPoint point = area_point (snapshot, i);
      double was = had != NULL && i < bl_table_get_n_rows (had) ? bl_table_get_numbers (had)[i] : NAN;
      double is = isnan (point.x) ? NAN : bl_outlines_contains (outlines, band->row, point) ? 1 : 0;

      /* What another library reaches stays reached. */
      band->numbers[i] = was == 1 ? 1 : is;
      band->numbers_changed = band->numbers_changed || !(was == band->numbers[i] || (isnan (was) && isnan (is)));
    }
  band->new_outline = band->known == NULL || !has_outline (band->known->outlines, outlines, band->row);
}

static gboolean
check_plan (BlImportPlan *plan, double *unit, GError **error)
{
  int seconds = bl_import_plan_find_target (plan, "seconds"), minutes = bl_import_plan_find_target (plan, "minutes");
  g_autofree char *list = bl_import_plan_list_columns (plan);

  *unit = minutes >= 0 ? 1 : 1 / 60.0;
  if (seconds < 0 && minutes < 0)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("Say which column of “%s” holds the time of each outline, in minutes or seconds: its columns are %s"),
                 plan->file, list);
  else if (plan->snapshot->n_areas == 0)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("The project has no areas yet that could lie inside the outlines of “%s”: add areas first"), plan->file);
  else
    return TRUE;
  return FALSE;
}

static BlImportWork *
work_isochrones (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  BlImportReport *report = plan->report;
  BlTravelBy by = find_by (plan);
  double unit = 1;

  work->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) band_free);
  if (!check_plan (plan, &unit, error))
    return work;
  for (guint r = 0; r < plan->layer->n_rows; r++)
    {
      double number;
      Band *band;

      report->read++;
      if (!bl_text_parse_number (plan->layer->codes[r], &number) || number <= 0 || number * unit > LONGEST_MINUTES)
        {
          report->skipped++;
          bl_import_report_reason (report, _ ("no time that can be read"), r + 1);
          continue;
        }
      band = g_new0 (Band, 1);
      band->row = r;
      band->minutes = round (number * unit * 100) / 100;
      band->name = make_name (by, band->minutes);
      band->title = make_title (by, band->minutes);
      band->known = bl_import_snapshot_find_value (plan->snapshot, band->name);
      fill_band (plan, band);
      g_ptr_array_add (work->bands, band);
      if (band->known == NULL)
        report->added++;
      else if (band->numbers_changed || band->new_outline)
        report->updated++;
      else
        report->unchanged++;
    }
  for (guint i = 0; i < plan->layer->warnings->len; i++)
    bl_import_report_warn (report, 0, NULL, "%s", (char *) g_ptr_array_index (plan->layer->warnings, i));
  if (by == BL_TRAVEL_BY_UNKNOWN)
    bl_import_report_warn (report, 0, NULL, _ ("Nothing says by which means of travel the times are"));
  if (work->bands->len == 0)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” has no outline with a time"), plan->file);
  return work;
}

/* --- Bringing in ---------------------------------------------------------- */

static void
put_outline (BlImportPlan *plan, const Band *band, BlRecord *value)
{
  BlTable *had = bl_record_get_table (value, "outlines");
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) table = NULL;

  if (!band->new_outline)
    return;
  for (guint r = 0; had != NULL && r < bl_table_get_n_rows (had); r++)
    bl_outlines_builder_add_copy (builder, bl_table_get_outlines (had), r);
  bl_outlines_builder_add_copy (builder, bl_table_get_outlines (plan->layer->outlines), band->row);
  table = bl_outlines_builder_to_table (builder);
  bl_record_set_table (value, "outlines", table);
}

static void
set_known_text (BlRecord *record, const char *field, const char *text)
{
  if (text != NULL)
    bl_record_set_text (record, field, text);
}

static gboolean
apply_isochrones (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  for (guint i = 0; i < work->bands->len; i++)
    {
      const Band *band = g_ptr_array_index (work->bands, i);
      BlRecord *value = BL_RECORD (bl_project_find_value (project, band->name));
      g_autoptr (BlRecord) made = NULL;

      if (value == NULL)
        {
          g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "value");

          value = made = BL_RECORD (bl_value_set_new (id));
          bl_record_set_text (value, "name", band->name);
          bl_record_set_text (value, "title", band->title);
          bl_record_set_enum (value, "kind", BL_VALUE_KIND_RATE);
          bl_record_set_text (value, "unit", _ ("1 inside, 0 outside"));
        }
      set_known_text (value, "source", bl_import_plan_source (plan));
      set_known_text (value, "date", bl_import_plan_date (plan));
      set_known_text (value, "geography", bl_import_plan_geography (plan) != NULL ? bl_import_plan_geography (plan)
                                                                                  : plan->snapshot->geography);
      set_known_text (value, "licence", bl_import_plan_licence (plan));
      if (band->numbers_changed)
        {
          g_autoptr (BlTable) numbers = bl_table_new_numbers (band->numbers, plan->snapshot->n_areas);
          bl_record_set_table (value, "numbers", numbers);
        }
      put_outline (plan, band, value);
      if (made != NULL)
        bl_record_append (BL_RECORD (project), "values", made);
    }
  return TRUE;
}

const BlImportVerbs bl_import_isochrones_verbs = { work_isochrones, work_free, apply_isochrones };
