/* new-project-assistant-draft.c: keeping the answers, and beginning anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-assistant-private.h"

#include <glib/gi18n-lib.h>

#include "new-project-store.h"

/* After the last change, in milliseconds. */
#define SAVE_DELAY 400

/* --- Keeping ----------------------------------------------------------------- */

void
bl_new_project_assistant_save (BlNewProjectAssistant *self)
{
  g_autoptr (GError) error = NULL;
  gboolean kept;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->draft == NULL || self->created)
    return;
  kept = bl_new_project_draft_is_blank (self->draft) ? bl_new_project_store_discard (&error)
                                                     : bl_new_project_store_save (self->draft, &error);
  if (!kept)
    {
      g_autofree char *words = g_strdup_printf (_("What you enter is not being kept: %s"), error->message);

      if (self->toasts != NULL)
        bl_new_project_assistant_show_toast (self, words);
      g_message ("%s", words);
    }
}

static gboolean
on_save_due (gpointer data)
{
  BlNewProjectAssistant *self = data;

  self->save_source = 0;
  bl_new_project_assistant_save (self);
  return G_SOURCE_REMOVE;
}

static void
save_soon (BlNewProjectAssistant *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY, on_save_due, self);
}

/* What is being put together for someone who waits is begun again. */
static void
forget_build (BlNewProjectAssistant *self)
{
  gboolean waited_for = self->building != NULL;
  BlNewProjectPurpose purpose = self->purpose;

  bl_new_project_assistant_drop_build (self);
  if (waited_for && purpose != BL_NEW_PROJECT_FOR_NOTHING)
    bl_new_project_assistant_want_build (self, purpose);
}

static void
on_draft_notify (BlNewProjectAssistant *self, GParamSpec *pspec)
{
  static const char *const harmless[] = { "step", "furthest", "search", "skipped-service", "skipped-libraries",
                                          "skipped-areas", NULL };

  save_soon (self);
  if (!g_strv_contains (harmless, g_param_spec_get_name (pspec)))
    forget_build (self);
  bl_new_project_assistant_update (self);
}

static void
on_files_changed (BlNewProjectAssistant *self)
{
  save_soon (self);
  forget_build (self);
  bl_new_project_assistant_update (self);
}

void
bl_new_project_assistant_watch_draft (BlNewProjectAssistant *self)
{
  g_signal_connect_swapped (self->draft, "notify", G_CALLBACK (on_draft_notify), self);
  g_signal_connect_swapped (bl_record_get_list (BL_RECORD (self->draft), "files"), "items-changed",
                            G_CALLBACK (on_files_changed), self);
}

void
bl_new_project_assistant_unwatch_draft (BlNewProjectAssistant *self)
{
  g_signal_handlers_disconnect_by_data (self->draft, self);
  g_signal_handlers_disconnect_by_data (bl_record_get_list (BL_RECORD (self->draft), "files"), self);
}

/* --- Starting afresh ----------------------------------------------------------- */

typedef struct
{
  BlNewProjectAssistant *self;
  BlRecordImage *image;
} Before;

static void
before_free (gpointer data, GClosure *closure)
{
  Before *before = data;

  bl_record_image_free (before->image);
  g_free (before);
}

static void
reload (BlNewProjectAssistant *self)
{
  bl_new_project_assistant_leave_import (self);
  bl_new_project_assistant_drop_build (self);
  bl_new_project_service_page_reload (self->service_page);
  bl_new_project_assistant_go (self, bl_new_project_draft_get_step (self->draft));
}

static void
on_afresh_undone (AdwToast *toast, Before *before)
{
  bl_record_put_image (BL_RECORD (before->self->draft), before->image);
  reload (before->self);
}

void
bl_new_project_assistant_start_afresh (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNewProjectAssistant *self = BL_NEW_PROJECT_ASSISTANT (widget);
  AdwToast *toast = adw_toast_new (_("Started afresh"));
  Before *before = g_new0 (Before, 1);

  before->self = self;
  before->image = bl_record_take_image (BL_RECORD (self->draft));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_afresh_undone), before, before_free, 0);
  if (self->resumed_toast != NULL)
    adw_toast_dismiss (self->resumed_toast);
  bl_new_project_draft_clear (self->draft);
  reload (self);
  bl_new_project_assistant_show_undo (self, toast);
  bl_new_project_service_page_focus (self->service_page);
}
