/* new-project-assistant-files.c: files on their way into the new project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-assistant-private.h"

#include <glib/gi18n-lib.h>

#include "import-report-view.h"

void
bl_new_project_assistant_leave_import (BlNewProjectAssistant *self)
{
  if (!self->importing)
    return;
  self->importing = FALSE;
  bl_import_view_stop (self->import_view);
}

void
bl_new_project_assistant_on_import_wanted (BlNewProjectAssistant *self, guint kind, GFile *file)
{
  bl_new_project_assistant_import (self, kind, file);
}

void
bl_new_project_assistant_on_import_changed (BlNewProjectAssistant *self)
{
  if (self->draft != NULL)
    bl_new_project_assistant_update_footer (self);
}

typedef struct
{
  BlNewProjectAssistant *self;
  BlNewProjectFile *file;
  guint position;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->file);
  g_free (removal);
}

static void
on_removal_undone (AdwToast *toast, Removal *removal)
{
  if (bl_record_get_parent (BL_RECORD (removal->file)) == NULL)
    bl_record_insert (BL_RECORD (removal->self->draft), "files", removal->position, BL_RECORD (removal->file));
}

void
bl_new_project_assistant_on_file_removed (BlNewProjectAssistant *self, BlNewProjectFile *file, guint position)
{
  g_autofree char *name = bl_new_project_file_get_name (file);
  g_autofree char *words = g_strdup_printf (_("“%s” left out"), name);
  AdwToast *toast = adw_toast_new (words);
  Removal *removal = g_new0 (Removal, 1);

  removal->self = self;
  removal->file = g_object_ref (file);
  removal->position = position;
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_removal_undone), removal, removal_free, 0);
  bl_new_project_assistant_show_undo (self, toast);
}

static void
on_import_undone (AdwToast *toast, Removal *removal)
{
  if (bl_record_get_parent (BL_RECORD (removal->file)) != NULL)
    bl_record_remove (BL_RECORD (removal->file));
  bl_new_project_assistant_leave_import (removal->self);
  bl_new_project_assistant_update (removal->self);
}

/* The answers are kept, and the file is read again when the project is made:
 * the one it went into just now was only for looking. */
void
bl_new_project_assistant_on_import_applied (BlNewProjectAssistant *self)
{
  BlIds *ids = bl_context_get_ids (self->context);
  GFile *place = bl_import_view_get_file (self->import_view);
  BlImportPlan *plan = bl_import_view_get_plan (self->import_view);
  g_autofree char *id = bl_ids_make (ids, "file");
  g_autofree char *uri = g_file_get_uri (place);
  g_autoptr (BlNewProjectFile) file = bl_new_project_file_new (id, uri);
  g_autofree char *result = NULL, *name = NULL, *words = NULL;
  AdwToast *toast;
  Removal *removal;

  bl_new_project_file_set_options (file, bl_import_view_get_options (self->import_view));
  bl_record_set_enum (BL_RECORD (file), "kind", (int) bl_import_plan_get_kind (plan));
  bl_new_project_file_keep_choices (file, plan, bl_import_view_get_proposed (self->import_view), ids);
  result = bl_import_report_describe (bl_import_view_get_report (self->import_view));
  bl_record_set_text (BL_RECORD (file), "result", result);
  bl_record_append (BL_RECORD (self->draft), "files", BL_RECORD (file));
  bl_new_project_assistant_save (self);

  name = bl_new_project_file_get_name (file);
  words = g_strdup_printf (_("“%s” brought in"), name);
  toast = adw_toast_new (words);
  removal = g_new0 (Removal, 1);
  removal->self = self;
  removal->file = g_object_ref (file);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_import_undone), removal, removal_free, 0);
  bl_new_project_assistant_show_undo (self, toast);
  bl_new_project_assistant_update (self);
}

void
bl_new_project_assistant_import (BlNewProjectAssistant *self, BlImportKind kind, GFile *file)
{
  g_return_if_fail (BL_IS_NEW_PROJECT_ASSISTANT (self));

  self->import_kind = kind;
  g_set_object (&self->import_file, file);
  bl_new_project_assistant_want_build (self, BL_NEW_PROJECT_FOR_IMPORT);
}
