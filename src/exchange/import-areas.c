/* import-areas.c: outlines of areas into the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-tables.h"
#include "import-plan-private.h"
#include "service-areas.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file of more areas than this covers more than one service: only those of ours are taken. */
#define MANY_AREAS 5000

struct _BlImportWork
{
  BlAreaTables *tables;
  gboolean changed;
};

static void
work_free (BlImportWork *work)
{
  bl_area_tables_free (work->tables);
  g_free (work);
}

/* "LSOA 2011" and "LSOA" go together, "LSOA 2011" and "OA 2011" do not. */
static gboolean
geographies_agree (const char *a, const char *b)
{
  if (a == NULL || b == NULL || g_str_has_prefix (a, b) || g_str_has_prefix (b, a))
    return TRUE;
  return FALSE;
}

/* Whether area @code of a file of many areas is none of the service's. */
static gboolean
is_elsewhere (BlImportPlan *plan, const BlServiceAreas *service, const char *code)
{
  if (service == NULL || bl_import_snapshot_find_area (plan->snapshot, code) >= 0)
    return FALSE;
  switch (bl_service_areas_has (service, code))
    {
    case BL_MEMBERSHIP_OURS:
      return FALSE;
    case BL_MEMBERSHIP_ELSEWHERE:
      return TRUE;
    case BL_MEMBERSHIP_UNKNOWN:
    default:
      /* The project's own areas say what it is about. */
      return plan->snapshot->n_areas > 0;
    }
}

static void
note_columns (BlImportPlan *plan)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (plan->columns));

  for (guint c = 0; c < n; c++)
    {
      BlImportColumn *column = bl_import_plan_get_column (plan, c);
      const char *target = bl_import_column_get_target (column);

      if (g_strcmp0 (target, "code") == 0 && plan->layer->n_rows > 0)
        bl_import_column_set_example (column, plan->layer->codes[0]);
      else if (g_strcmp0 (target, "name") == 0 && plan->layer->n_rows > 0)
        bl_import_column_set_example (column, plan->layer->names[0]);
      bl_import_column_take_note (column, g_strdup (target != NULL ? NULL : _ ("not brought in")), FALSE);
    }
}

static BlImportWork *
work_areas (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  BlImportReport *report = plan->report;
  const BlLayer *layer = plan->layer;
  const BlOutlines *outlines = bl_table_get_outlines (layer->outlines);
  g_autoptr (BlServiceAreas) service = NULL;

  note_columns (plan);
  for (guint i = 0; i < layer->warnings->len; i++)
    bl_import_report_warn (report, 0, NULL, "%s", (const char *) g_ptr_array_index (layer->warnings, i));
  if (!geographies_agree (plan->snapshot->geography, bl_import_plan_geography (plan)))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("“%s” holds areas of another kind (%s) than the project (%s)"), plan->file,
                   bl_import_plan_geography (plan), plan->snapshot->geography);
      return work;
    }
  if (layer->n_rows > MANY_AREAS)
    service = bl_service_areas_new (plan);
  work->tables = bl_area_tables_new (plan->snapshot);
  for (guint i = 0; i < layer->n_rows; i++)
    {
      int row = bl_area_tables_find (work->tables, layer->codes[i]);
      gboolean is_new = row < 0;

      report->read++;
      if (is_elsewhere (plan, service, layer->codes[i]))
        {
          report->elsewhere++;
          bl_import_report_reason (report, _ ("not an area of the service"), i + 1);
          continue;
        }
      if (is_new)
        row = bl_area_tables_add (work->tables, layer->codes[i]);
      bl_area_tables_name (work->tables, row, layer->names != NULL ? layer->names[i] : NULL);
      if (bl_area_tables_outline (work->tables, row, outlines, i, layer->centroids[i]))
        {
          work->changed = TRUE;
          if (is_new)
            report->added++;
          else
            report->updated++;
        }
      else
        report->unchanged++;
    }
  if (report->elsewhere == report->read)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” has no area of the service"), plan->file);
  else if (plan->snapshot->n_areas > 0 && report->added > 0 && plan->snapshot->values->len > 0)
    bl_import_report_warn (report, 0, NULL,
                           ngettext ("%u new area has no figures yet: import them", "%u new areas have no figures yet: import them",
                                     report->added),
                           report->added);
  return work;
}

static gboolean
apply_areas (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  BlRecord *areas;

  if (!work->changed)
    return TRUE;
  areas = bl_area_tables_apply (work->tables, project);
  bl_record_set_text (areas, "outline-source", bl_import_plan_source (plan));
  bl_record_set_text (areas, "outline-date", bl_import_plan_date (plan));
  bl_record_set_text (areas, "outline-licence", bl_import_plan_licence (plan));
  bl_import_plan_set_areas_source (plan, areas);
  return TRUE;
}

const BlImportVerbs bl_import_areas_verbs = { work_areas, work_free, apply_areas };
