/* import-plan.c: what a file is, and what bringing it in would do
 *
 * Reading and recognising happen once. Working the rows through happens again
 * whenever a column's target or a mend's tick changed, and never looks at the
 * project: only at the snapshot taken of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-plan.h"

#include "import-mend-private.h"
#include "import-plan-private.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows of the file shown as they stand. */
#define SAMPLE_ROWS 50
G_DEFINE_FINAL_TYPE (BlImportPlan, bl_import_plan, G_TYPE_OBJECT)

static void
options_clear (BlImportOptions *options)
{
  g_free ((char *) options->encoding);
  g_free ((char *) options->service);
  g_free ((char *) options->code_field);
  g_free ((char *) options->name_field);
  g_free ((char *) options->x_field);
  g_free ((char *) options->y_field);
  g_free ((char *) options->crs);
  g_strfreev ((char **) options->values);
  g_free ((char *) options->period);
  g_free ((char *) options->when);
  g_free ((char *) options->measure);
  g_free ((char *) options->place);
  g_strfreev ((char **) options->libraries);
  g_free ((char *) options->source);
  g_free ((char *) options->date);
  g_free ((char *) options->geography);
  g_free ((char *) options->licence);
  g_clear_pointer (&options->text, g_bytes_unref);
}

static void
options_copy (BlImportOptions *to, const BlImportOptions *from)
{
  if (from == NULL)
    return;
  *to = *from;
  to->encoding = g_strdup (from->encoding);
  to->service = bl_text_clean (from->service);
  to->code_field = g_strdup (from->code_field);
  to->name_field = g_strdup (from->name_field);
  to->x_field = g_strdup (from->x_field);
  to->y_field = g_strdup (from->y_field);
  to->crs = g_strdup (from->crs);
  to->values = g_strdupv ((char **) from->values);
  to->period = bl_text_clean (from->period);
  to->when = bl_text_clean (from->when);
  to->measure = bl_text_clean (from->measure);
  to->place = bl_text_clean (from->place);
  to->libraries = g_strdupv ((char **) from->libraries);
  to->source = bl_text_clean (from->source);
  to->date = bl_text_clean (from->date);
  to->geography = bl_text_clean (from->geography);
  to->licence = bl_text_clean (from->licence);
  to->text = from->text != NULL ? g_bytes_ref (from->text) : NULL;
}

static void
bl_import_plan_finalize (GObject *object)
{
  BlImportPlan *self = BL_IMPORT_PLAN (object);

  if (self->work != NULL)
    self->verbs->free (self->work);
  options_clear (&self->options);
  g_free (self->path);
  g_free (self->file);
  bl_recognition_clear (&self->seen);
  bl_sheet_free (self->sheet);
  bl_layer_info_free (self->info);
  bl_layer_free (self->layer);
  bl_postcode_file_free (self->postcodes);
  g_clear_pointer (&self->roads, bl_roads_file_free);
  g_ptr_array_unref (self->findings);
  g_free (self->summary);
  bl_import_snapshot_free (self->snapshot);
  for (guint i = 0; self->mends != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->mends)); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (G_LIST_MODEL (self->mends), i);
      g_signal_handlers_disconnect_by_data (mend, self);
    }
  g_clear_object (&self->columns);
  g_clear_object (&self->mends);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  bl_import_report_free (self->report);
  g_clear_error (&self->refusal);
  g_free (self->first_refusal);
  g_clear_pointer (&self->figures, g_hash_table_unref);
  G_OBJECT_CLASS (bl_import_plan_parent_class)->finalize (object);
}

static void
bl_import_plan_class_init (BlImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_import_plan_finalize;
}

static void
bl_import_plan_init (BlImportPlan *self)
{
  self->columns = g_list_store_new (BL_TYPE_IMPORT_COLUMN);
  self->mends = g_list_store_new (BL_TYPE_IMPORT_MEND);
  self->targets = g_ptr_array_new ();
  self->findings = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->stale = TRUE;
}

/* --- Working through ------------------------------------------------------ */

static int
compare_mends (gconstpointer a, gconstpointer b)
{
  guint row_a = bl_import_mend_get_row (*(BlImportMend *const *) a);
  guint row_b = bl_import_mend_get_row (*(BlImportMend *const *) b);

  return row_a < row_b ? -1 : row_a > row_b;
}

static void
work_through (BlImportPlan *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->mends));

  if (self->work != NULL)
    self->verbs->free (g_steal_pointer (&self->work));
  g_clear_pointer (&self->report, bl_import_report_free);
  g_clear_error (&self->refusal);
  g_clear_pointer (&self->first_refusal, g_free);
  self->n_refusals = 0;
  self->new_mends = g_ptr_array_new_with_free_func (g_object_unref);
  self->old_mends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      BlImportMend *mend = g_list_model_get_item (G_LIST_MODEL (self->mends), i);
      g_autofree char *field = NULL;

      g_object_get (mend, "field", &field, NULL);
      g_hash_table_replace (self->old_mends,
                            bl_import_mend_key (bl_import_mend_get_row (mend), field, bl_import_mend_get_reason (mend),
                                                bl_import_mend_get_remedy (mend)),
                            mend);
    }
  self->report = bl_import_report_new ();
  self->work = self->verbs->work (self, &self->refusal);
  if (self->refusal == NULL && self->first_refusal != NULL)
    {
      guint more = self->n_refusals - 1;
      g_autofree char *rest = more > 0 ? g_strdup_printf (ngettext (" (and %u more like it)", " (and %u more like it)", more), more)
                                       : g_strdup ("");
      g_set_error (&self->refusal, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, "%s%s", self->first_refusal, rest);
    }
  g_ptr_array_sort (self->new_mends, compare_mends);
  bl_import_plan_show_mends (self);
  g_clear_pointer (&self->new_mends, g_ptr_array_unref);
  g_clear_pointer (&self->old_mends, g_hash_table_unref);
  self->stale = FALSE;
}

const char *
bl_import_plan_source (BlImportPlan *self)
{
  return self->options.source != NULL || self->options.origin_as_said ? self->options.source : self->seen.source;
}

const char *
bl_import_plan_date (BlImportPlan *self)
{
  return self->options.date != NULL || self->options.origin_as_said ? self->options.date : self->seen.date;
}

const char *
bl_import_plan_geography (BlImportPlan *self)
{
  return self->options.geography != NULL || self->options.origin_as_said ? self->options.geography : self->seen.geography;
}

const char *
bl_import_plan_licence (BlImportPlan *self)
{
  return self->options.licence != NULL || self->options.origin_as_said ? self->options.licence : self->seen.licence;
}

/* --- Making --------------------------------------------------------------- */

static BlImportPlan *
plan_start (BlProject *project, const char *path, const BlImportOptions *options)
{
  BlImportPlan *self = g_object_new (BL_TYPE_IMPORT_PLAN, NULL);

  options_copy (&self->options, options);
  self->path = g_strdup (path);
  self->file = self->options.text != NULL ? g_strdup (path) : g_filename_display_basename (path);
  self->snapshot = bl_import_snapshot_new (project);
  return self;
}

static gboolean
plan_read (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  if (!bl_import_plan_read (self, cancellable, error))
    return FALSE;
  work_through (self);
  return TRUE;
}

BlImportPlan *
bl_import_plan_new (BlProject *project,
                    const char *path,
                    const BlImportOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (BlImportPlan) self = NULL;

  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = plan_start (project, path, options);
  return plan_read (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  BlImportPlan *self = data;
  GError *error = NULL;

  if (plan_read (self, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
bl_import_plan_new_async (BlProject *project,
                          const char *path,
                          const BlImportOptions *options,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (BL_IS_PROJECT (project));
  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, bl_import_plan_new_async);
  g_task_set_task_data (task, plan_start (project, path, options), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

BlImportPlan *
bl_import_plan_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Looking -------------------------------------------------------------- */

BlImportKind
bl_import_plan_get_kind (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), BL_IMPORT_UNKNOWN);
  return self->kind;
}

guint
bl_import_plan_get_kinds (BlImportPlan *self, BlImportKind kinds[BL_IMPORT_MOST_KINDS])
{
  guint n = 0;

  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), 0);

  G_STATIC_ASSERT (BL_IMPORT_MOST_KINDS > BL_RECOGNISE_MOST_KINDS);
  if (self->sheet != NULL)
    n = bl_recognise_kinds (self->sheet, kinds);
  for (guint i = 0; i < n; i++)
    if (kinds[i] == self->kind)
      return n;
  kinds[n++] = self->kind;
  return n;
}

gboolean
bl_import_plan_is_pasted (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), FALSE);
  return self->options.text != NULL;
}

const char *
bl_import_plan_get_title (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return self->seen.title;
}

const char *
bl_import_plan_get_summary (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return self->summary;
}

const char *const *
bl_import_plan_get_findings (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return (const char *const *) self->findings->pdata;
}

GListModel *
bl_import_plan_get_columns (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return G_LIST_MODEL (self->columns);
}

const char *const *
bl_import_plan_get_targets (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return (const char *const *) self->targets->pdata;
}

const char *
bl_import_plan_get_target_title (BlImportPlan *self, const char *target)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);

  if (target == NULL)
    return _ ("Leave out");
  title = bl_target_title (self->kind, target);
  return g_intern_string (title);
}

void
bl_import_plan_set_target (BlImportPlan *self, guint column, const char *target)
{
  g_return_if_fail (BL_IS_IMPORT_PLAN (self));
  g_return_if_fail (column < g_list_model_get_n_items (G_LIST_MODEL (self->columns)));
  g_return_if_fail (target == NULL || g_strv_contains (bl_import_plan_get_targets (self), target));

  if (g_strcmp0 (bl_import_plan_column_target (self, column), target) == 0)
    return;
  if (self->kind == BL_IMPORT_FIGURES || self->kind == BL_IMPORT_SERIES)
    bl_import_plan_spread_target (self, column, target);
  bl_import_plan_place_target (self, column, target);
  if (self->info != NULL || self->kind == BL_IMPORT_POSTCODES)
    {
      g_autoptr (GError) error = NULL;
      if (!(self->info != NULL ? bl_import_plan_read_layer (self, NULL, &error)
                               : bl_import_plan_read_postcodes_again (self, NULL, &error)))
        {
          g_clear_error (&self->refusal);
          self->refusal = g_steal_pointer (&error);
          self->stale = FALSE;
          return;
        }
    }
  work_through (self);
}

const char *const *
bl_import_plan_get_sample_row (BlImportPlan *self, guint row)
{
  const char **cells;
  guint n;

  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);

  if (self->sheet == NULL || row >= MIN (bl_sheet_get_n_rows (self->sheet), SAMPLE_ROWS))
    return NULL;
  if (self->samples == NULL)
    self->samples = g_ptr_array_new_with_free_func (g_free);
  n = bl_sheet_get_n_columns (self->sheet);
  while (self->samples->len <= row)
    {
      cells = g_new0 (const char *, n + 1);
      for (guint c = 0; c < n; c++)
        cells[c] = bl_sheet_get_cell (self->sheet, self->samples->len, c);
      g_ptr_array_add (self->samples, cells);
    }
  return g_ptr_array_index (self->samples, row);
}

GListModel *
bl_import_plan_get_mends (BlImportPlan *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  return G_LIST_MODEL (self->mends);
}

const BlImportReport *
bl_import_plan_preview (BlImportPlan *self, GError **error)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);

  if (self->stale)
    work_through (self);
  if (self->refusal == NULL && self->options.must_name && bl_import_plan_source (self) == NULL)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                   _ ("Say below where these figures are from: once they are in, nothing else tells"));
      return NULL;
    }
  if (self->refusal != NULL)
    {
      g_propagate_error (error, g_error_copy (self->refusal));
      return NULL;
    }
  return self->report;
}

/* --- Bringing in ---------------------------------------------------------- */

static char *
step_name (BlImportPlan *self)
{
  switch (self->kind)
    {
    case BL_IMPORT_LIBRARIES:
      return g_strdup_printf (_ ("Import libraries from %s"), self->file);
    case BL_IMPORT_AREAS:
      return g_strdup_printf (_ ("Import areas from %s"), self->file);
    case BL_IMPORT_POINTS:
      return g_strdup_printf (_ ("Import points from %s"), self->file);
    case BL_IMPORT_FIGURES:
      return g_strdup_printf (_ ("Import figures of use from %s"), self->file);
    case BL_IMPORT_MEMBERS:
      return g_strdup_printf (_ ("Import members by area from %s"), self->file);
    case BL_IMPORT_NETWORK:
      return g_strdup_printf (_ ("Import road network from %s"), self->file);
    case BL_IMPORT_STOPS:
      return g_strdup_printf (_ ("Import mobile library stops from %s"), self->file);
    case BL_IMPORT_TRAVEL:
      return g_strdup_printf (_ ("Import travel times from %s"), self->file);
    case BL_IMPORT_POSTCODES:
      return g_strdup_printf (_ ("Import postcodes from %s"), self->file);
    case BL_IMPORT_ISOCHRONES:
      return g_strdup_printf (_ ("Import published travel outlines from %s"), self->file);
    case BL_IMPORT_SERIES:
      return g_strdup_printf (_ ("Import values over time from %s"), self->file);
    case BL_IMPORT_VALUES:
    case BL_IMPORT_N_KINDS:
    case BL_IMPORT_UNKNOWN:
    default:
      return g_strdup_printf (_ ("Import figures from %s"), self->file);
    }
}

/* What was mended on the way in is told with the rest: on the command line nobody saw it before. */
static void
tell_mends (BlImportPlan *self, BlImportReport *report)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->mends));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (G_LIST_MODEL (self->mends), i);
      g_autofree char *field = NULL;
      int column;

      if (!bl_import_mend_get_accepted (mend))
        continue;
      g_object_get (mend, "field", &field, NULL);
      column = field != NULL ? bl_import_plan_find_target (self, field) : -1;
      bl_import_report_warn (report, bl_import_mend_get_row (mend),
                             column >= 0 ? bl_sheet_get_column (self->sheet, column) : field, "%s, %s: %s",
                             bl_import_mend_get_record (mend), bl_import_mend_get_reason (mend),
                             bl_import_mend_get_remedy (mend));
    }
}

BlImportReport *
bl_import_plan_apply (BlImportPlan *self, BlProject *project, GError **error)
{
  g_autoptr (BlImportReport) report = NULL;
  g_autofree char *name = NULL;
  gboolean own;

  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), NULL);
  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  /* The project may have changed since it was looked at. */
  if (bl_project_get_revision (project) != self->snapshot->revision || bl_project_in_transaction (project))
    {
      bl_import_snapshot_free (self->snapshot);
      self->snapshot = bl_import_snapshot_new (project);
      self->stale = TRUE;
    }
  if (bl_import_plan_preview (self, error) == NULL)
    return NULL;
  own = !bl_project_in_transaction (project);
  name = step_name (self);
  if (own)
    bl_project_begin (project, name);
  if (!self->verbs->apply (self, self->work, project, error))
    {
      if (own)
        bl_project_rollback (project);
      return NULL;
    }
  if (own)
    bl_project_commit (project);
  self->stale = TRUE;
  report = bl_import_report_copy (self->report);
  tell_mends (self, report);
  return g_steal_pointer (&report);
}

void
bl_import_plan_set_areas_source (BlImportPlan *plan, BlRecord *areas)
{
  if (bl_record_get_text (areas, "geography") == NULL)
    bl_record_set_text (areas, "geography", bl_import_plan_geography (plan));
  if (bl_record_get_text (areas, "source") == NULL)
    {
      bl_record_set_text (areas, "source", bl_import_plan_source (plan));
      bl_record_set_text (areas, "date", bl_import_plan_date (plan));
      bl_record_set_text (areas, "licence", bl_import_plan_licence (plan));
    }
}
