/* new-project-assistant-build.c: putting the project together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-assistant-private.h"

#include <glib/gi18n-lib.h>

#include "new-project-store.h"

/* The project made from earlier answers is no longer what they make. */
void
bl_new_project_assistant_drop_build (BlNewProjectAssistant *self)
{
  if (self->building != NULL)
    g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  g_clear_pointer (&self->build, bl_new_project_build_free);
}

static void
create (BlNewProjectAssistant *self)
{
  g_autoptr (BlDocument) document = bl_document_new (self->build->project);
  g_autoptr (GError) error = NULL;

  self->created = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!bl_new_project_store_discard (&error))
    g_message ("%s", error->message);
  g_signal_emit_by_name (self, "created", document);
}

static void
use_build (BlNewProjectAssistant *self)
{
  BlNewProjectPurpose purpose = self->purpose;

  self->purpose = BL_NEW_PROJECT_FOR_NOTHING;
  switch (purpose)
    {
    case BL_NEW_PROJECT_FOR_REVIEW:
      bl_new_project_review_page_show_build (self->review_page, self->build);
      break;
    case BL_NEW_PROJECT_FOR_IMPORT:
      bl_import_view_start (self->import_view, self->build->project, self->import_kind, self->import_file);
      /* It may change now, and is then no longer what the answers make. */
      g_clear_object (&self->import_file);
      g_clear_pointer (&self->build, bl_new_project_build_free);
      self->importing = TRUE;
      break;
    case BL_NEW_PROJECT_FOR_CREATION:
      create (self);
      return;
    case BL_NEW_PROJECT_FOR_NOTHING:
    default:
      break;
    }
  bl_new_project_assistant_update (self);
}

static void
on_built (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlNewProjectAssistant) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlNewProjectBuild) build = bl_new_project_build_finish (result, &error);

  /* A newer one is under way, or nobody waits. */
  if (self->draft == NULL || self->building == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->building)
    return;
  g_clear_object (&self->building);
  if (build != NULL)
    {
      self->build = g_steal_pointer (&build);
      use_build (self);
      return;
    }
  if (self->purpose == BL_NEW_PROJECT_FOR_IMPORT)
    bl_new_project_assistant_show_toast (self, error->message);
  else
    bl_new_project_review_page_show_error (self->review_page, error);
  self->purpose = BL_NEW_PROJECT_FOR_NOTHING;
  bl_new_project_assistant_update (self);
}

void
bl_new_project_assistant_want_build (BlNewProjectAssistant *self, BlNewProjectPurpose purpose)
{
  BlReference *reference;

  self->purpose = purpose;
  if (self->build != NULL)
    {
      use_build (self);
      return;
    }
  if (purpose == BL_NEW_PROJECT_FOR_REVIEW)
    bl_new_project_review_page_show_working (self->review_page);
  if (self->building == NULL)
    {
      g_autoptr (GError) error = NULL;

      reference = bl_context_get_reference (self->context, &error);
      if (reference == NULL
          && bl_new_project_draft_get_origin (self->draft) == BL_NEW_PROJECT_ORIGIN_PUBLISHED)
        {
          bl_new_project_review_page_show_error (self->review_page, error);
          self->purpose = BL_NEW_PROJECT_FOR_NOTHING;
          return;
        }
      self->building = g_cancellable_new ();
      bl_new_project_build_async (self->draft, reference, bl_context_get_ids (self->context),
                                  bl_context_get_clock (self->context), self->building, on_built,
                                  g_object_ref (self));
    }
  bl_new_project_assistant_update (self);
}
