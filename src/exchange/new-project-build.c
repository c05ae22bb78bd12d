/* new-project-build.c: a project made from a draft's answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-build.h"

#include <glib/gi18n-lib.h>

#include "starters.h"

/* What is under way: the files still to come, and what is made so far. */
typedef struct
{
  BlNewProjectBuild *build;
  GPtrArray *files;
  guint next;
} Work;

static void read_next_file (GTask *task);

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->build, bl_new_project_build_free);
  g_ptr_array_unref (work->files);
  g_free (work);
}

/* The published facts, without the parts that are not wanted. */
static gboolean
fill_from_reference (BlNewProjectDraft *draft, BlReference *reference, BlProject *project, GError **error)
{
  BlRecord *record = BL_RECORD (project);
  const BlReferenceService *service;

  service = bl_reference_find_service (reference, bl_record_get_text (BL_RECORD (draft), "service"), error);
  if (service == NULL || !bl_reference_fill (reference, service, project, error))
    return FALSE;

  if (!bl_new_project_draft_wants_libraries (draft))
    {
      bl_record_remove_all (record, "libraries");
      bl_record_remove_all (record, "libraries-nearby");
      bl_record_clear (record, "year");
    }
  if (!bl_new_project_draft_wants_areas (draft))
    {
      bl_record_remove_all (record, "values");
      bl_record_set_child (record, "areas", NULL);
    }
  return TRUE;
}

static void
add_own_service (BlNewProjectDraft *draft, BlProject *project)
{
  const char *name = bl_record_get_text (BL_RECORD (draft), "service-name");
  g_autofree char *id = NULL;
  g_autoptr (BlService) service = NULL;

  if (name == NULL)
    return;
  id = bl_ids_make (bl_project_get_ids (project), "service");
  service = bl_service_new (id);
  bl_record_set_text (BL_RECORD (service), "name", name);
  bl_record_set_child (BL_RECORD (project), "service", BL_RECORD (service));
}

static void
add_fault (Work *work, BlNewProjectFile *file, const GError *error)
{
  g_autofree char *name = bl_new_project_file_get_name (file);

  g_ptr_array_add (work->build->faults,
                   bl_fault_new (BL_SEVERITY_WARNING, bl_record_get_id (BL_RECORD (file)), NULL, 0, "%s",
                                 error != NULL ? error->message : name));
}

/* The project opens with the usual set of indicators: those that its own data can fill first. */
static void
add_starters (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (&error);

  if (dictionary != NULL)
    bl_starters_add (work->build->project, dictionary);
  else
    g_ptr_array_add (work->build->faults, bl_fault_new (BL_SEVERITY_WARNING, NULL, NULL, 0, "%s", error->message));
}

static void
on_plan_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  BlNewProjectFile *file = g_ptr_array_index (work->files, work->next);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new_finish (result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (plan != NULL)
    {
      g_autoptr (BlImportReport) report = NULL;

      bl_new_project_file_put_choices (file, plan);
      report = bl_import_plan_apply (plan, work->build->project, &error);
    }
  if (error != NULL)
    add_fault (work, file, error);

  work->next++;
  read_next_file (task);
}

static void
read_next_file (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  while (work->next < work->files->len)
    {
      BlNewProjectFile *file = g_ptr_array_index (work->files, work->next);
      g_autofree char *path = bl_new_project_file_get_path (file);
      BlImportOptions options;

      if (path != NULL)
        {
          bl_new_project_file_to_options (file, &options);
          bl_import_plan_new_async (work->build->project, path, &options, g_task_get_cancellable (task),
                                    on_plan_ready, g_object_ref (task));
          return;
        }

      g_autofree char *name = bl_new_project_file_get_name (file);
      g_autoptr (GError) error = g_error_new (BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                                              _("“%s” is not on this computer. Copy it here first."), name);

      add_fault (work, file, error);
      work->next++;
    }

  add_starters (work);
  bl_project_commit (work->build->project);
  g_task_return_pointer (task, g_steal_pointer (&work->build), (GDestroyNotify) bl_new_project_build_free);
}

void
bl_new_project_build_async (BlNewProjectDraft *draft, BlReference *reference, BlIds *ids, BlClock *clock,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  Work *work;
  BlProject *project;
  const char *title;
  GListModel *files;

  g_return_if_fail (BL_IS_NEW_PROJECT_DRAFT (draft));

  g_task_set_source_tag (task, bl_new_project_build_async);
  work = g_new0 (Work, 1);
  work->build = g_new0 (BlNewProjectBuild, 1);
  work->build->project = project = bl_project_new (ids, clock);
  work->build->faults = bl_faults_new ();
  work->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, work, work_free);

  files = bl_record_get_list (BL_RECORD (draft), "files");
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (work->files, g_list_model_get_item (files, i));

  title = bl_new_project_draft_get_title (draft);
  /* TRANSLATORS: the name of a step that can be undone; %s is a project's title. */
  name = g_strdup_printf (_("Make “%s”"), title != NULL ? title : _("New library plan"));
  bl_project_begin (project, name);
  bl_record_set_text (BL_RECORD (project), "title", title);
  bl_record_set_date (BL_RECORD (project), "created", bl_clock_today (clock));

  if (bl_new_project_draft_get_origin (draft) == BL_NEW_PROJECT_ORIGIN_PUBLISHED)
    {
      if (!fill_from_reference (draft, reference, project, &error))
        {
          bl_project_rollback (project);
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
    }
  else
    {
      add_own_service (draft, project);
    }
  read_next_file (task);
}

BlNewProjectBuild *
bl_new_project_build_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
bl_new_project_build_free (BlNewProjectBuild *build)
{
  if (build == NULL)
    return;
  /* Left half made: nobody has seen it. */
  if (build->project != NULL && bl_project_in_transaction (build->project))
    bl_project_rollback (build->project);
  g_clear_object (&build->project);
  g_clear_pointer (&build->faults, g_ptr_array_unref);
  g_free (build);
}
