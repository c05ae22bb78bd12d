/* window-kept.c: unsaved work is a state: kept safe, found again, taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "compare.h"
#include "differences-dialog.h"
#include "edit.h"
#include "notice.h"

/* --- Notices -------------------------------------------------------------- */

void
bl_window_set_notice (BlWindow *self, BlNoticeKind kind, GtkWidget *notice)
{
  if (self->notices[kind] != NULL && self->workspace != NULL)
    bl_workspace_remove_notice (self->workspace, self->notices[kind]);
  g_clear_weak_pointer (&self->notices[kind]);
  if (notice == NULL)
    return;
  g_set_weak_pointer (&self->notices[kind], notice);
  bl_workspace_add_notice (self->workspace, notice);
}

static GtkWidget *
add_button (GtkWidget *notice, const char *label, const char *action, gboolean main)
{
  GtkWidget *button = bl_notice_add_button (BL_NOTICE (notice), label, main);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* --- The journal ---------------------------------------------------------- */

static void
show_problem (BlWindow *self, const char *problem)
{
  GtkWidget *notice = self->notices[BL_NOTICE_JOURNAL];

  if (problem == NULL)
    {
      bl_window_set_notice (self, BL_NOTICE_JOURNAL, NULL);
      return;
    }
  if (notice != NULL && g_strcmp0 (bl_notice_get_title (BL_NOTICE (notice)), problem) == 0)
    return;
  notice = bl_notice_new ("dialog-warning-symbolic", problem,
                          _ ("What you change is only in this window until it is saved."));
  bl_notice_set_warning (BL_NOTICE (notice), TRUE);
  add_button (notice, _ ("Save _elsewhere…"), "win.save-as", FALSE);
  add_button (notice, _ ("_Save"), "win.save", TRUE);
  bl_window_set_notice (self, BL_NOTICE_JOURNAL, notice);
}

static void
on_journal_changed (BlWindow *self)
{
  BlDocument *document = self->session != NULL ? bl_session_get_document (self->session) : NULL;
  const char *problem;

  if (document == NULL || self->workspace == NULL)
    return;
  problem = bl_document_get_journal_problem (document);
  if (!self->unkept)
    show_problem (self, problem);
  bl_window_update_state (self);
  if (!self->close_when_kept || (problem == NULL && !bl_document_get_kept (document)))
    return;
  /* Either it is safe now, or the question has to be asked. */
  self->close_when_kept = FALSE;
  gtk_window_close (GTK_WINDOW (self));
}

void
bl_window_keep_safe (BlWindow *self)
{
  BlDocument *document = bl_session_get_document (self->session);
  g_autoptr (GError) error = NULL;

  g_signal_connect_object (document, "notify::kept", G_CALLBACK (on_journal_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::journal-problem", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  /* What can only be looked at needs none. */
  self->unkept = !bl_session_get_editable (self->session) || !bl_document_start_journal (document, &error);
  if (error != NULL)
    show_problem (self, error->message);
  else
    on_journal_changed (self);
}

void
bl_window_let_go (BlWindow *self, gboolean give_up)
{
  BlDocument *document = self->session != NULL ? bl_session_get_document (self->session) : NULL;

  bl_window_forget_others (self);
  if (document != NULL && (give_up || !bl_project_get_modified (bl_session_get_project (self->session))))
    bl_document_close (document);
}

BlSafety
bl_window_get_safety (BlWindow *self)
{
  BlDocument *document = bl_session_get_document (self->session);

  if (!bl_project_get_modified (bl_session_get_project (self->session)))
    return BL_SAFETY_SAVED;
  if (self->unkept || bl_document_get_journal_problem (document) != NULL)
    return BL_SAFETY_NONE;
  return bl_document_get_kept (document) ? BL_SAFETY_KEPT : BL_SAFETY_SOON;
}

/* --- Work kept earlier ---------------------------------------------------- */

/* Work on a file that is open now stays a card in its window. */
void
bl_window_offer_kept (BlWindow *self)
{
  const char *path = bl_document_get_path (bl_session_get_document (self->session));
  g_autoptr (GDateTime) now = NULL;
  BlKeptWork *work;
  GtkWidget *card;

  bl_window_set_notice (self, BL_NOTICE_KEPT, NULL);
  if (path == NULL)
    return;
  work = bl_document_find_kept (path);
  if (work == NULL)
    return;
  now = bl_clock_now (bl_context_get_clock (self->context));
  card = bl_kept_card_new (work, now);
  g_signal_connect_object (card, "compare", G_CALLBACK (bl_window_compare_kept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "take-back", G_CALLBACK (bl_window_take_back_kept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "discard", G_CALLBACK (bl_window_discard_kept), self, G_CONNECT_SWAPPED);
  bl_window_set_notice (self, BL_NOTICE_KEPT, card);
}

void
bl_window_compare_kept (BlWindow *self, BlKeptCard *card)
{
  BlKeptWork *work = bl_kept_card_get_work (card);
  BlIds *ids = bl_context_get_ids (self->context);
  BlClock *clock = bl_context_get_clock (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlProject) base = bl_kept_work_get_base (work, ids, clock, &error);
  g_autoptr (BlProject) kept = base != NULL ? bl_kept_work_recover (work, ids, clock, &error) : NULL;
  g_autoptr (GPtrArray) differences = NULL;
  GtkWidget *dialog;

  if (kept == NULL)
    {
      bl_window_show_error (self, _ ("The kept work could not be read"), error);
      return;
    }
  differences = bl_compare (BL_RECORD (base), BL_RECORD (kept));
  dialog = bl_differences_dialog_new (GTK_WINDOW (self), _ ("Work that was kept"));
  bl_differences_dialog_add (BL_DIFFERENCES_DIALOG (dialog), _ ("What it changes"), differences,
                             work->n_changes > 0 ? _ ("It comes to the same: what was changed was changed back.")
                                                 : _ ("Nothing was changed since it was made."));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the user has done in this window meanwhile stays: then the kept work gets
 * a window of its own, and saving one of them is noticed by the other. */
void
bl_window_take_back_kept (BlWindow *self, BlKeptCard *card)
{
  BlKeptWork *work = bl_kept_card_get_work (card);
  BlWindow *window = self;

  if (self->session != NULL && bl_project_get_modified (bl_session_get_project (self->session)))
    {
      window = BL_WINDOW (bl_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->context));
      gtk_window_present (GTK_WINDOW (window));
    }
  bl_window_open_kept (window, work);
  if (window != self)
    bl_window_set_notice (self, BL_NOTICE_KEPT, NULL);
}

/* --- Discarding ----------------------------------------------------------- */

static void
on_discard_undone (AdwToast *toast, GtkWidget *card)
{
  g_object_set_data (G_OBJECT (toast), "undone", GINT_TO_POINTER (TRUE));
  gtk_widget_set_visible (card, TRUE);
}

/* Only when the toast has gone is the work taken away. */
static void
on_discard_told (AdwToast *toast, GtkWidget *card)
{
  g_autoptr (GError) error = NULL;

  if (g_object_get_data (G_OBJECT (toast), "undone") != NULL)
    return;
  if (!bl_kept_work_discard (bl_kept_card_get_work (BL_KEPT_CARD (card)), &error))
    {
      g_message ("%s", error->message);
      gtk_widget_set_visible (card, TRUE);
    }
}

void
bl_window_discard_kept (BlWindow *self, BlKeptCard *card)
{
  AdwToast *toast = adw_toast_new (_ ("Kept work discarded"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_discard_undone), g_object_ref (card),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  g_signal_connect_data (toast, "dismissed", G_CALLBACK (on_discard_told), g_object_ref (card),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_widget_set_visible (GTK_WIDGET (card), FALSE);
  if (self->session != NULL)
    bl_workspace_add_toast (self->workspace, toast);
  else
    bl_start_view_add_toast (self->start, toast);
}

/* --- Back to the saved file ----------------------------------------------- */

/* Steps that are done, of all in the history. */
static guint
count_done (BlProject *project)
{
  GListModel *history = bl_project_get_history (project);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (BlStep) step = g_list_model_get_item (history, i);

      if (!bl_step_get_undone (step))
        n = i + 1;
    }
  return n;
}

gboolean
bl_window_can_revert (BlWindow *self)
{
  return bl_document_get_path (bl_session_get_document (self->session)) != NULL
         && bl_project_get_modified (bl_session_get_project (self->session))
         && bl_project_get_undo_name (bl_session_get_project (self->session)) != NULL;
}

/* The steps stay in the history, so that one press brings the work back. */
void
bl_window_revert (BlWindow *self)
{
  BlProject *project = bl_session_get_project (self->session);
  guint before = count_done (project);
  AdwToast *toast;

  bl_edit_end (self->session);
  while (bl_project_get_modified (project) && bl_project_undo (project))
    ;
  self->announced = bl_project_get_revision (project);
  if (bl_project_get_modified (project))
    {
      /* What was saved lies ahead of an undo, or too far back. */
      bl_project_go_to_step (project, before);
      self->announced = bl_project_get_revision (project);
      bl_workspace_add_toast (self->workspace,
                              adw_toast_new (_ ("The saved state is no longer among the steps: open the file again")));
      return;
    }
  self->reverted_from = before;
  toast = adw_toast_new (_ ("Back at the saved file"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-revert");
  bl_workspace_add_toast (self->workspace, toast);
}

void
bl_window_undo_revert (BlWindow *self)
{
  BlProject *project = bl_session_get_project (self->session);

  bl_project_go_to_step (project, self->reverted_from);
  self->announced = bl_project_get_revision (project);
}
