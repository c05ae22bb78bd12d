/* document-save.c: a document written to its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "backups.h"
#include "document-private.h"

GBytes *
bl_document_write (BlDocument *self)
{
  return bl_record_write (BL_RECORD (self->project), self->version);
}

char *
bl_document_make_stamp (BlDocument *self, guint days)
{
  g_autoptr (GDateTime) now = bl_clock_now (bl_project_get_clock (self->project));
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -(int) MIN (days, 100000));

  return g_date_time_format (then, "%Y-%m-%d-%H%M%S");
}

/* Says why it may not be saved there, in plain words. */
static gboolean
may_save (BlDocument *self, const char *target, gboolean same_file, GError **error)
{
  if (self->newer)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY,
                   _("This project was made by a newer Branchline (format %s). This one would lose what it does not "
                     "know, so it saves it nowhere; update Branchline, or copy the file"),
                   self->version);
      return FALSE;
    }
  if (!self->read_only || !same_file)
    return TRUE;
  if (self->is_faulty)
    g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY,
                 _("Some of %s is not valid and was left out, and would be lost; save under another name"), target);
  else
    g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY,
                 _("%s was opened for reading only; save under another name"), target);
  return FALSE;
}

/* What is to be written, as it is now. */
static BlSaving *
prepare_saving (BlDocument *self, const char *path, GError **error)
{
  const char *target = path != NULL ? path : self->path;
  gboolean same_file = self->path != NULL && g_str_equal (target, self->path);
  BlSaving *saving;

  if (!may_save (self, target, same_file, error))
    return NULL;
  saving = g_new0 (BlSaving, 1);
  saving->target = g_strdup (target);
  saving->etag = same_file ? g_strdup (self->etag) : NULL;
  saving->checksum = same_file ? g_strdup (self->checksum) : NULL;
  saving->backup_folder = bl_backups_get_folder (bl_record_get_id (BL_RECORD (self->project)));
  saving->backup_stamp = bl_document_make_stamp (self, 0);
  saving->backups = self->backups;
  saving->oldest_stamp = self->backup_days > 0 ? bl_document_make_stamp (self, self->backup_days) : NULL;
  if (same_file && self->upgraded_from != NULL)
    saving->backup_label = g_strconcat ("format-", self->upgraded_from, NULL);
  saving->revision = bl_project_get_revision (self->project);
  saving->snapshot = bl_record_take_snapshot (BL_RECORD (self->project), self->version);
  if (self->journal != NULL)
    bl_journal_mark (self->journal);
  return saving;
}

/* What is known to stand in the file is ours; it may be there after an error too. */
static void
take_state (BlDocument *self, BlSaving *saving)
{
  if (saving->new_checksum == NULL)
    return;
  g_free (self->etag);
  self->etag = g_steal_pointer (&saving->new_etag);
  g_free (self->checksum);
  self->checksum = g_steal_pointer (&saving->new_checksum);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = g_bytes_ref (saving->bytes);
  g_clear_pointer (&self->upgraded_from, g_free);
}

static void
take_failure (BlDocument *self, BlSaving *saving)
{
  take_state (self, saving);
  if (self->journal != NULL)
    bl_journal_unmark (self->journal);
}

/* It is on the disk. What was changed meanwhile is still to be saved. */
static void
take_saving (BlDocument *self, BlSaving *saving)
{
  gboolean same_file = g_strcmp0 (self->path, saving->target) == 0;

  take_state (self, saving);
  g_clear_pointer (&self->saved_time, g_date_time_unref);
  self->saved_time = bl_clock_now (bl_project_get_clock (self->project));
  if (!same_file)
    {
      g_free (self->path);
      self->path = g_strdup (saving->target);
      bl_document_notify (self, BL_DOCUMENT_PROP_PATH);
    }
  self->is_faulty = self->look_only = FALSE;
  if (self->read_only)
    {
      self->read_only = FALSE;
      bl_document_notify (self, BL_DOCUMENT_PROP_READ_ONLY);
    }
  if (bl_project_get_revision (self->project) == saving->revision)
    bl_project_mark_saved (self->project);
  bl_document_notify (self, BL_DOCUMENT_PROP_SAVED_TIME);
}

gboolean
bl_document_save (BlDocument *self, const char *path, GError **error)
{
  g_autoptr (BlSaving) saving = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (BL_IS_DOCUMENT (self) && (path != NULL || self->path != NULL), FALSE);

  saving = prepare_saving (self, path, error);
  if (saving == NULL)
    return FALSE;
  if (!bl_saving_run (saving, error))
    {
      take_failure (self, saving);
      return FALSE;
    }
  take_saving (self, saving);
  /* Where no new start can be made, the old journal goes on: nothing is lost, and it says so itself. */
  if (self->journal != NULL && !bl_journal_restart (self->journal, self->path, saving->bytes, &problem))
    g_debug ("%s", problem->message);
  return TRUE;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (bl_saving_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bl_document_save_async (BlDocument *self, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  BlSaving *saving;

  g_return_if_fail (BL_IS_DOCUMENT (self) && (path != NULL || self->path != NULL));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, bl_document_save_async);
  saving = prepare_saving (self, path, &error);
  if (saving == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, saving, (GDestroyNotify) bl_saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
bl_document_save_finish (BlDocument *self, GAsyncResult *result, GError **error)
{
  BlSaving *saving;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  saving = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    {
      if (saving != NULL)
        take_failure (self, saving);
      return FALSE;
    }
  take_saving (self, saving);
  if (self->journal != NULL)
    bl_journal_restart_later (self->journal, self->path, saving->bytes);
  return TRUE;
}

void
bl_document_set_backups (BlDocument *self, guint backups, guint days)
{
  g_return_if_fail (BL_IS_DOCUMENT (self));

  self->backups = backups;
  self->backup_days = days;
}
