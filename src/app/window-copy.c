/* window-copy.c: a copy of the project without anybody's name, for somebody else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "edit.h"
#include "file-filters.h"
#include "record-xml.h"

typedef struct
{
  BlRecordSnapshot *snapshot;
  BlIds *ids;
  BlClock *clock;
  char *path;
  int backups, backup_days;
} Copying;

static void
copying_free (Copying *copying)
{
  bl_record_snapshot_free (copying->snapshot);
  g_object_unref (copying->ids);
  g_object_unref (copying->clock);
  g_free (copying->path);
  g_free (copying);
}

/* A project of its own, made in the thread: the one in the window is not touched. */
static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  GError *error = NULL;
  g_autoptr (BlRecordReading) reading
      = bl_record_snapshot_read (copying->snapshot, BL_TYPE_PROJECT, copying->path, &error);
  g_autoptr (BlDocument) document = NULL;
  BlProject *project;

  if (reading == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  project = BL_PROJECT (reading->root);
  bl_project_set_context (project, copying->ids, copying->clock);
  bl_project_begin (project, _ ("Leave out who changed what"));
  bl_project_clear_signatures (project);
  bl_project_commit (project);
  document = bl_document_new (project);
  bl_document_set_backups (document, copying->backups, copying->backup_days);
  if (bl_document_save (document, copying->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  BlWindow *self = BL_WINDOW (source);
  Copying *copying = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (copying->path), *done = NULL;
  g_autoptr (GError) error = NULL;
  gboolean copied = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->stack == NULL || self->workspace == NULL) /* closed meanwhile */
    return;
  if (!copied)
    {
      bl_window_show_error (self, _ ("The copy could not be saved there"), error);
      return;
    }
  /* Translators: a toast: the name of a file. */
  done = g_strdup_printf (_ ("Copy without names saved as “%s”"), name);
  bl_workspace_add_toast (self->workspace, adw_toast_new (done));
}

void
bl_window_write_copy (BlWindow *self, const char *path)
{
  BlProject *project = bl_session_get_project (self->session);
  const char *own = bl_document_get_path (bl_session_get_document (self->session));
  g_autoptr (GFile) there = g_file_new_for_path (path), here = own != NULL ? g_file_new_for_path (own) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  Copying *copying;

  if (here != NULL && g_file_equal (here, there))
    {
      error = g_error_new (BL_STORE_ERROR, BL_STORE_ERROR_WRITE,
                           _ ("That is the project itself, which keeps its names. Give the copy another name."));
      bl_window_show_error (self, _ ("The copy could not be saved there"), error);
      return;
    }
  bl_edit_end (self->session);
  copying = g_new0 (Copying, 1);
  copying->snapshot = bl_record_take_snapshot (BL_RECORD (project), BL_PROJECT_VERSION);
  copying->ids = g_object_ref (bl_project_get_ids (project));
  copying->clock = g_object_ref (bl_project_get_clock (project));
  copying->path = g_strdup (path);
  copying->backups = g_settings_get_int (bl_context_get_settings (self->context), "backup-count");
  copying->backup_days = g_settings_get_int (bl_context_get_settings (self->context), "backup-days");
  task = g_task_new (self, NULL, on_copied, NULL);
  g_task_set_source_tag (task, bl_window_write_copy);
  g_task_set_task_data (task, copying, (GDestroyNotify) copying_free);
  g_task_run_in_thread (task, copy_in_thread);
}

static void
on_place_chosen (BlWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL && self->session != NULL)
    bl_window_write_copy (self, path);
}

void
bl_window_save_copy (BlWindow *self)
{
  const char *own = bl_document_get_path (bl_session_get_document (self->session));
  g_autofree char *base = own != NULL ? g_path_get_basename (own) : g_strdup (_ ("project"));
  g_autofree char *name = NULL;

  if (g_str_has_suffix (base, ".branchline"))
    base[strlen (base) - strlen (".branchline")] = '\0';
  /* Translators: the name of a file for others. */
  name = g_strdup_printf (_ ("%s without names.branchline"), base);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save a copy without names"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  bl_file_filters_add_project (GTK_FILE_CHOOSER (self->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_place_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
