/* window-others.c: noticing that somebody else changed the file, and taking their changes in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "compare.h"
#include "conflict-dialog.h"
#include "differences-dialog.h"
#include "edit.h"
#include "merge.h"
#include "notice.h"

/* A monitor sees nothing on a share. */
#define LOOK_EVERY_SECONDS 30

void
bl_window_forget_others (BlWindow *self)
{
  g_clear_pointer (&self->others, bl_others_free);
  self->save_after_taking = FALSE;
}

/* --- The card ------------------------------------------------------------- */

static guint
count_ours (BlWindow *self, BlProject *base)
{
  g_autoptr (GPtrArray) ours = bl_compare (BL_RECORD (base), BL_RECORD (bl_session_get_project (self->session)));

  return ours->len;
}

static void
show_others (BlWindow *self)
{
  g_autoptr (GDateTime) now = bl_clock_now (bl_context_get_clock (self->context));
  g_autofree char *title = bl_others_get_title (self->others, now);
  g_autofree char *counts = bl_others_get_counts (self->others, count_ours (self, self->others->base));
  g_autofree char *body = self->save_after_taking
                              /* Translators: after "3 changes there, 2 of yours not saved." */
                              ? g_strdup_printf (_ ("%s Not saved yet: nothing of theirs is written over."), counts)
                              : g_strdup (counts);
  GtkWidget *notice = bl_notice_new ("system-users-symbolic", title, body);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Save _elsewhere…"), "win.save-as");
  bl_notice_set_menu (BL_NOTICE (notice), G_MENU_MODEL (menu));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (bl_notice_add_button (BL_NOTICE (notice), _ ("_Look"), FALSE)),
                                  "win.show-others");
  gtk_actionable_set_action_name (
      GTK_ACTIONABLE (bl_notice_add_button (
          BL_NOTICE (notice), self->save_after_taking ? _ ("_Take in and save") : _ ("_Take in"), TRUE)),
      "win.take-in");
  bl_window_set_notice (self, BL_NOTICE_OTHERS, notice);
  bl_window_update_actions (self);
}

/* It was replaced by something that is no project: leave it alone and say so. */
static void
show_unreadable (BlWindow *self, const GError *error)
{
  g_autofree char *body = g_strdup_printf (_ ("%s. Your work is still here."), error->message);
  GtkWidget *notice = bl_notice_new ("dialog-warning-symbolic", _ ("The file was changed and cannot be read"), body);

  bl_notice_set_warning (BL_NOTICE (notice), TRUE);
  gtk_actionable_set_action_name (
      GTK_ACTIONABLE (bl_notice_add_button (BL_NOTICE (notice), _ ("Save _elsewhere…"), TRUE)), "win.save-as");
  bl_window_set_notice (self, BL_NOTICE_OTHERS, notice);
}

/* --- Looking -------------------------------------------------------------- */

typedef struct
{
  BlWindow *window;
  gboolean saving;
} Looking;

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Looking *looking = data;
  g_autoptr (BlWindow) self = looking->window;
  BlDocument *document = BL_DOCUMENT (source);
  g_autoptr (BlProject) base = NULL, theirs = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  gboolean changed = bl_document_check_changed_finish (document, result);

  self->looking = FALSE;
  if (self->look_again)
    {
      self->look_again = FALSE;
      bl_window_look_at_file (self, TRUE);
      return;
    }
  /* While a question about it is open, what is asked about must stay what it is. */
  if (self->asking || self->session == NULL || bl_session_get_document (self->session) != document || self->saving)
    return; /* closed meanwhile, or the save will find out */
  if (!changed)
    {
      /* As it was, or changed back. */
      if (self->notices[BL_NOTICE_OTHERS] != NULL)
        bl_window_set_notice (self, BL_NOTICE_OTHERS, NULL);
      bl_window_forget_others (self);
      return;
    }
  theirs = bl_document_read_theirs (document, &error);
  base = theirs != NULL ? bl_document_read_base (document, &error) : NULL;
  if (base == NULL)
    {
      bl_window_forget_others (self);
      show_unreadable (self, error);
      bl_window_update_actions (self);
      return;
    }
  if (g_stat (bl_document_get_path (document), &status) == 0)
    time = g_date_time_new_from_unix_local (status.st_mtime);
  g_clear_pointer (&self->others, bl_others_free);
  self->others = bl_others_new (base, theirs, time);
  self->save_after_taking |= looking->saving;
  show_others (self);
}

void
bl_window_look_at_file (BlWindow *self, gboolean saving)
{
  BlDocument *document = self->session != NULL ? bl_session_get_document (self->session) : NULL;
  Looking *looking;

  if (document == NULL || bl_document_get_path (document) == NULL || self->saving || self->asking)
    return;
  if (self->looking)
    {
      /* What is being looked at may be older than what the save met. */
      self->look_again |= saving;
      return;
    }
  self->looking = TRUE;
  looking = g_new0 (Looking, 1);
  looking->window = g_object_ref (self);
  looking->saving = saving;
  bl_document_check_changed_async (document, on_looked, looking);
}

static void
on_active (BlWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    bl_window_look_at_file (self, FALSE);
}

static gboolean
on_time (gpointer data)
{
  on_active (data);
  return G_SOURCE_CONTINUE;
}

void
bl_window_watch_file (BlWindow *self)
{
  if (self->look_source != 0)
    return;
  self->look_source = g_timeout_add_seconds (LOOK_EVERY_SECONDS, on_time, self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active), NULL);
}

void
bl_window_show_others (BlWindow *self)
{
  g_autoptr (GPtrArray) ours = NULL;
  GtkWidget *dialog;

  if (self->others == NULL)
    return;
  ours = bl_compare (BL_RECORD (self->others->base), BL_RECORD (bl_session_get_project (self->session)));
  dialog = bl_differences_dialog_new (GTK_WINDOW (self), _ ("What differs"));
  bl_differences_dialog_add (BL_DIFFERENCES_DIALOG (dialog), _ ("Changed there"), self->others->changes,
                             _ ("Nothing that is seen."));
  bl_differences_dialog_add (BL_DIFFERENCES_DIALOG (dialog), _ ("Changed here, not saved"), ours, _ ("Nothing."));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Taking in ------------------------------------------------------------ */

/* The merged state comes in as one step; what was here and what was there stay among the backups. */
static void
take (BlWindow *self, BlMerge *merge)
{
  gboolean save = self->save_after_taking;
  guint n = merge->n_theirs + merge->clashes->len;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;

  if (!bl_document_take_merge (bl_session_get_document (self->session), merge, &error))
    {
      bl_window_show_error (self, _ ("The changes could not be taken in"), error);
      return;
    }
  bl_window_set_notice (self, BL_NOTICE_OTHERS, NULL);
  bl_window_forget_others (self);
  if (merge->clashes->len > 0)
    done = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u change by others settled; both originals are among the backups",
                     "%u changes by others settled; both originals are among the backups", n),
        n);
  else
    done = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u change by others taken in", "%u changes by others taken in", n), n);
  bl_session_announce (self->session, done);
  bl_window_update_state (self);
  bl_window_update_actions (self);
  if (save)
    bl_window_save (self, NULL);
}

static void
on_conflict_closed (BlWindow *self)
{
  self->asking = FALSE;
}

static void
on_settled (BlWindow *self, BlConflictDialog *dialog)
{
  BlMerge *merge = g_object_get_data (G_OBJECT (dialog), "merge");

  if (self->session == NULL || self->others == NULL)
    return;
  bl_conflict_dialog_settle (dialog, merge->project, self->others->theirs);
  take (self, merge);
}

/* Asks only where both sides changed the same in different ways. */
void
bl_window_take_in (BlWindow *self)
{
  g_autoptr (BlMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (self->others == NULL)
    return;
  bl_edit_end (self->session);
  merge = bl_merge (self->others->base, bl_session_get_project (self->session), self->others->theirs, &error);
  if (merge == NULL)
    {
      bl_window_show_error (self, _ ("The changes could not be put together"), error);
      return;
    }
  if (merge->clashes->len == 0)
    {
      take (self, merge);
      return;
    }
  dialog = bl_conflict_dialog_new (GTK_WINDOW (self), merge, self->others->who);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (dialog), "merge", g_steal_pointer (&merge), (GDestroyNotify) bl_merge_free);
  self->asking = TRUE;
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_conflict_closed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
