/* window-file.c: saving, and saying so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "edit.h"
#include "file-filters.h"
#include "notice.h"

/* --- The state of saving -------------------------------------------------- */

/* When the file was last written, by us or before we opened it. */
static GDateTime *
get_saved_time (BlDocument *document)
{
  GDateTime *saved = bl_document_get_saved_time (document);
  const char *path = bl_document_get_path (document);
  GStatBuf status;

  if (saved != NULL)
    return g_date_time_to_local (saved);
  if (path != NULL && g_stat (path, &status) == 0)
    return g_date_time_new_from_unix_local (status.st_mtime);
  return NULL;
}

static char *
describe_state (BlWindow *self)
{
  BlDocument *document = bl_session_get_document (self->session);
  BlProject *project = bl_session_get_project (self->session);
  g_autoptr (GDateTime) saved = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *when = NULL;

  if (self->saving)
    return g_strdup (_ ("Saving…"));
  if (bl_window_get_safety (self) == BL_SAFETY_KEPT)
    return g_strdup (_ ("Unsaved changes kept safe"));
  if (bl_project_get_modified (project))
    return g_strdup (_ ("Unsaved changes"));
  if (bl_document_get_look_only (document))
    return g_strdup (self->looked_at);
  if (bl_document_get_path (document) == NULL)
    return g_strdup (self->sample ? _ ("Sample project") : _ ("Not saved yet"));
  if (bl_document_get_read_only (document) || self->unwritable)
    return g_strdup (_ ("Opened for reading only"));
  saved = get_saved_time (document);
  if (saved == NULL)
    return g_strdup (_ ("Saved"));
  now = bl_clock_now (bl_context_get_clock (self->context));
  if (g_date_time_get_year (saved) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (saved) == g_date_time_get_day_of_year (now))
    when = g_date_time_format (saved, "%H:%M");
  else
    when = bl_recent_time_to_text (g_date_time_to_unix (saved), now);
  /* Translators: %s is a time or a day: "Saved 14:32", "Saved 3 April". */
  return g_strdup_printf (_ ("Saved %s"), when);
}

static const char *
get_title (BlWindow *self)
{
  BlProject *project = bl_session_get_project (self->session);
  BlService *service = bl_project_get_service (project);
  const char *title = bl_record_get_text (BL_RECORD (project), "title");

  if (title == NULL && service != NULL)
    title = bl_record_get_text (BL_RECORD (service), "name");
  return title != NULL ? title : _ ("Untitled project");
}

void
bl_window_update_state (BlWindow *self)
{
  g_autofree char *state = NULL, *window_title = NULL;
  const char *title;

  if (self->session == NULL || self->workspace == NULL)
    return;
  state = describe_state (self);
  title = get_title (self);
  bl_workspace_set_state (self->workspace, title, state,
                          bl_record_get_text (BL_RECORD (bl_session_get_project (self->session)), "sample-note"));
  /* Translators: the window's name in lists of windows. */
  if (bl_document_get_look_only (bl_session_get_document (self->session)))
    /* Translators: the same, with the name of an earlier state that is looked at. */
    window_title = g_strdup_printf (_ ("%s as it was, %s – Branchline"), title, self->looked_at);
  else
    window_title = g_strdup_printf (_ ("%s – Branchline"), title);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

/* --- Errors --------------------------------------------------------------- */

void
bl_window_show_error (BlWindow *self, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Saving --------------------------------------------------------------- */

typedef void (*Then) (BlWindow *self);

/* Nothing was lost: the work is still here and can go to another place, or to this one again. */
static void
offer_elsewhere (BlWindow *self, const GError *error)
{
  gboolean kept = bl_window_get_safety (self) != BL_SAFETY_NONE;
  /* Translators: first a sentence about a file. */
  g_autofree char *body = g_strdup_printf (kept ? _ ("%s. Your work is still here, and kept safe.")
                                                : _ ("%s. Your work is still here."),
                                           error->message);
  GtkWidget *notice = bl_notice_new ("dialog-warning-symbolic", _ ("The project could not be saved there"), body);

  bl_notice_set_warning (BL_NOTICE (notice), TRUE);
  gtk_actionable_set_action_name (
      GTK_ACTIONABLE (bl_notice_add_button (BL_NOTICE (notice), _ ("Try _again"), FALSE)), "win.save");
  gtk_actionable_set_action_name (
      GTK_ACTIONABLE (bl_notice_add_button (BL_NOTICE (notice), _ ("Save _elsewhere…"), TRUE)), "win.save-as");
  bl_window_set_notice (self, BL_NOTICE_SAVING, notice);
}

/* What a save was asked for with. */
typedef struct
{
  BlWindow *window;
  Then then;
} Saving;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (BlWindow) self = saving->window;
  BlDocument *document = BL_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  gboolean saved = bl_document_save_finish (document, result, &error);
  gboolean close = self->close_when_saved, looked_at = self->looking_saved;

  self->saving = self->close_when_saved = self->looking_saved = FALSE;
  if (self->session == NULL) /* closed meanwhile */
    return;
  bl_window_update_state (self);
  bl_window_update_actions (self);
  if (!saved)
    {
      if (g_error_matches (error, BL_STORE_ERROR, BL_STORE_ERROR_CHANGED))
        bl_window_look_at_file (self, TRUE);
      else
        offer_elsewhere (self, error);
      return;
    }
  bl_window_set_notice (self, BL_NOTICE_SAVING, NULL);
  bl_window_set_notice (self, BL_NOTICE_OTHERS, NULL);
  bl_window_tell_reading (self);
  bl_window_forget_others (self);
  file = g_file_new_for_path (bl_document_get_path (document));
  bl_recent_add (self->context, file);
  if (saving->then != NULL)
    saving->then (self);
  else if (close)
    gtk_window_close (GTK_WINDOW (self));
  else if (looked_at) /* a project like any other from now on */
    bl_window_open (self, file);
}

/* In a thread: a shared drive may take its time. */
static void
save_to (BlWindow *self, const char *path, Then then)
{
  BlDocument *document = bl_session_get_document (self->session);
  Saving *saving;

  if (self->saving)
    return;
  bl_edit_end (self->session);
  saving = g_new0 (Saving, 1);
  saving->window = g_object_ref (self);
  saving->then = then;
  self->saving = TRUE;
  self->looking_saved = bl_document_get_look_only (document);
  bl_document_set_backups (document, g_settings_get_int (bl_context_get_settings (self->context), "backup-count"),
                           g_settings_get_int (bl_context_get_settings (self->context), "backup-days"));
  bl_document_save_async (document, path, on_saved, saving);
  bl_window_update_state (self);
  bl_window_update_actions (self);
}

static void
on_place_chosen (BlWindow *self, int response, GtkFileChooserNative *chooser)
{
  Then then = g_object_get_data (G_OBJECT (chooser), "then");
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      path = g_file_get_path (file);
    }
  g_clear_object (&self->chooser);
  if (path != NULL)
    save_to (self, path, then);
}

void
bl_window_save_as (BlWindow *self, Then then)
{
  const char *old = bl_document_get_path (bl_session_get_document (self->session));
  g_autofree char *name = NULL;
  g_autoptr (GFile) file = NULL;

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save the project"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Save"), _ ("_Cancel"));
  bl_file_filters_add_project (GTK_FILE_CHOOSER (self->chooser));
  if (old != NULL)
    {
      file = g_file_new_for_path (old);
      gtk_file_chooser_set_file (GTK_FILE_CHOOSER (self->chooser), file, NULL);
    }
  else
    {
      g_autofree char *title = g_strdelimit (g_strdup (get_title (self)), "/\\:", '-');

      name = g_strconcat (title, ".branchline", NULL);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
    }
  g_object_set_data (G_OBJECT (self->chooser), "then", then);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_place_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
bl_window_save (BlWindow *self, Then then)
{
  BlDocument *document = bl_session_get_document (self->session);

  if (bl_document_get_path (document) == NULL || bl_document_get_read_only (document) || !bl_window_may_write (self))
    bl_window_save_as (self, then);
  else
    save_to (self, NULL, then);
}

static void
on_save_response (BlWindow *self, const char *response, AdwMessageDialog *dialog)
{
  Then then = g_object_get_data (G_OBJECT (dialog), "then");

  if (g_strcmp0 (response, "save") == 0)
    bl_window_save (self, then);
  else if (g_strcmp0 (response, "discard") == 0)
    then (self);
}

void
bl_window_ask_to_save (BlWindow *self, Then then)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_format_heading (message, _ ("Save the changes to “%s”?"), get_title (self));
  adw_message_dialog_set_body (message, _ ("What is not saved is lost when the window closes."));
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save", _ ("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "save");
  adw_message_dialog_set_close_response (message, "cancel");
  g_object_set_data (G_OBJECT (dialog), "then", then);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_save_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
