/* versions-dialog.c: marked versions and earlier states, what changed since, and bringing back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "versions-dialog.h"

#include <glib/gi18n-lib.h>

#include "bring-back.h"
#include "edit.h"
#include "record-xml.h"
#include "version-page.h"

/* The project has come to rest, milliseconds. */
#define PAUSE 250
/* Narrower than this the page of a state is hard to read, pixels with text of the usual size. */
#define PAGE_WIDTH 300

/* The project as it was when it was last looked at, for one thread at a time. */
typedef struct
{
  BlRecordSnapshot *snapshot;
  BlIds *ids;
  BlClock *clock;
  BlProject *project; /* made in the thread */
} Now;

struct _BlVersionsDialog
{
  AdwWindow parent;
  BlSession *session;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkListBox *list;
  BlVersionPage *page;
  GtkSpinner *spinner;
  Now *now;               /* counted */
  gboolean looking, busy; /* a state is being compared; one is being opened */
  gboolean filling;
  GCancellable *cancellable;
  guint refresh_source;
  AdwToast *toast; /* weak */
  guint64 told;    /* the revision it is about */
};

enum
{
  OPEN_BESIDE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlVersionsDialog, bl_versions_dialog, ADW_TYPE_WINDOW)

static BlProject *
get_project (BlVersionsDialog *self)
{
  return bl_session_get_project (self->session);
}

/* --- The project as it is now --------------------------------------------- */

static void
now_clear (gpointer data)
{
  Now *now = data;

  bl_record_snapshot_free (now->snapshot);
  g_object_unref (now->ids);
  g_object_unref (now->clock);
  g_clear_object (&now->project);
}

static void
now_unref (Now *now)
{
  g_atomic_rc_box_release_full (now, now_clear);
}

static Now *
now_new (BlProject *project)
{
  Now *now = g_atomic_rc_box_new0 (Now);

  now->snapshot = bl_record_take_snapshot (BL_RECORD (project), BL_PROJECT_VERSION);
  now->ids = g_object_ref (bl_project_get_ids (project));
  now->clock = g_object_ref (bl_project_get_clock (project));
  return now;
}

static gboolean
now_read (Now *now, GError **error)
{
  g_autoptr (BlRecordReading) reading = NULL;

  if (now->project != NULL)
    return TRUE;
  reading = bl_record_snapshot_read (now->snapshot, BL_TYPE_PROJECT, _ ("The project"), error);
  if (reading == NULL)
    return FALSE;
  now->project = g_object_ref (BL_PROJECT (reading->root));
  bl_project_set_context (now->project, now->ids, now->clock);
  return TRUE;
}

/* --- Comparing, one state after the other --------------------------------- */

typedef struct
{
  BlEarlier *earlier;
  Now *now;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->earlier);
  now_unref (look->now);
  g_free (look);
}

static void look_at_next (BlVersionsDialog *self);

static BlVersionRow *
get_picked (BlVersionsDialog *self)
{
  return (BlVersionRow *) gtk_list_box_get_selected_row (self->list);
}

static BlVersionRow *
find_row (BlVersionsDialog *self, const char *key)
{
  GtkListBoxRow *row;

  for (int i = 0; key != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (bl_earlier_get_key (bl_version_row_get_earlier (BL_VERSION_ROW (row))), key))
      return BL_VERSION_ROW (row);
  return NULL;
}

static gboolean
is_known (BlVersionRow *row)
{
  return bl_version_row_get_changes (row) != NULL || bl_version_row_get_error (row) != NULL;
}

/* What is picked goes first. */
static BlVersionRow *
find_unknown (BlVersionsDialog *self)
{
  BlVersionRow *picked = get_picked (self);
  GtkListBoxRow *row;

  if (picked != NULL && !is_known (picked))
    return picked;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (!is_known (BL_VERSION_ROW (row)))
      return BL_VERSION_ROW (row);
  return NULL;
}

static void
update_spinner (BlVersionsDialog *self)
{
  BlVersionRow *picked = get_picked (self);

  gtk_spinner_set_spinning (self->spinner, self->busy || (picked != NULL && !is_known (picked)));
}

static void
show_picked (BlVersionsDialog *self)
{
  bl_version_page_show (self->page, get_picked (self));
  update_spinner (self);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;
  BlEarlierChanges *changes
      = now_read (look->now, &error) ? bl_earlier_compare (look->earlier, look->now->project, cancellable, &error) : NULL;

  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) bl_earlier_changes_free);
  else
    g_task_return_error (task, error);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  BlVersionsDialog *self = BL_VERSIONS_DIALOG (source);
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (BlEarlierChanges) changes = g_task_propagate_pointer (G_TASK (result), &error);
  BlVersionRow *row;

  self->looking = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable)) /* closed meanwhile */
    return;
  row = look->now == self->now ? find_row (self, bl_earlier_get_key (look->earlier)) : NULL;
  if (row != NULL)
    {
      bl_version_row_set_changes (row, g_steal_pointer (&changes), error);
      if (row == get_picked (self))
        show_picked (self);
    }
  look_at_next (self);
}

static void
look_at_next (BlVersionsDialog *self)
{
  BlVersionRow *row = find_unknown (self);
  g_autoptr (GTask) task = NULL;
  Look *look;

  if (self->looking || row == NULL)
    return;
  self->looking = TRUE;
  look = g_new0 (Look, 1);
  look->earlier = g_object_ref (bl_version_row_get_earlier (row));
  look->now = g_atomic_rc_box_acquire (self->now);
  task = g_task_new (self, self->cancellable, on_looked, NULL);
  g_task_set_source_tag (task, look_at_next);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* --- The list ------------------------------------------------------------- */

static gboolean
lists_the_same (BlVersionsDialog *self, GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL
          || !g_str_equal (bl_earlier_get_key (bl_version_row_get_earlier (BL_VERSION_ROW (row))),
                           bl_earlier_get_key (all->pdata[i])))
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->list, all->len) == NULL;
}

static void
fill (BlVersionsDialog *self, GPtrArray *all)
{
  BlVersionRow *picked = get_picked (self);
  g_autofree char *key = picked == NULL ? NULL : g_strdup (bl_earlier_get_key (bl_version_row_get_earlier (picked)));
  g_autoptr (GDateTime) now = bl_clock_now (bl_context_get_clock (bl_session_get_context (self->session)));
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < all->len; i++)
    gtk_list_box_append (self->list, bl_version_row_new (all->pdata[i], now));
  row = (GtkListBoxRow *) find_row (self, key);
  gtk_list_box_select_row (self->list, row != NULL ? row : gtk_list_box_get_row_at_index (self->list, 0));
  self->filling = FALSE;
}

/* The project, or what is kept of it, is another: all is looked at anew. */
static void
refresh (BlVersionsDialog *self)
{
  g_autoptr (GPtrArray) all = bl_earlier_list (get_project (self));
  gboolean was_empty;
  GtkListBoxRow *row;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer (&self->now, now_unref);
  self->now = now_new (get_project (self));
  if (lists_the_same (self, all))
    for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
      bl_version_row_set_changes (BL_VERSION_ROW (row), NULL, NULL);
  else
    fill (self, all);
  was_empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "versions") != 0;
  gtk_stack_set_visible_child_name (self->stack, all->len == 0 ? "empty" : "versions");
  /* The keyboard begins in the list. */
  if (was_empty && get_picked (self) != NULL)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (get_picked (self)));
  show_picked (self);
  look_at_next (self);
}

static gboolean
on_paused (gpointer data)
{
  BlVersionsDialog *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (BlVersionsDialog *self)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->toast != NULL && self->told != bl_project_get_revision (get_project (self)))
    adw_toast_dismiss (self->toast);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->refresh_source = g_timeout_add (PAUSE, on_paused, self);
}

static void
on_row_selected (BlVersionsDialog *self)
{
  if (self->filling || g_cancellable_is_cancelled (self->cancellable))
    return;
  show_picked (self);
  look_at_next (self);
}

static void
on_row_activated (BlVersionsDialog *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "version");
}

/* --- Opening one ---------------------------------------------------------- */

typedef struct
{
  BlEarlier *earlier;
  BlIds *ids;
  BlClock *clock;
  GPtrArray *ticked; /* NULL: it is to be opened beside */
  char *what, *where; /* what is ticked; the state's title */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->earlier);
  g_object_unref (opening->ids);
  g_object_unref (opening->clock);
  g_clear_pointer (&opening->ticked, g_ptr_array_unref);
  g_free (opening->what);
  g_free (opening->where);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  BlDocument *document = bl_earlier_open (opening->earlier, opening->ids, opening->clock, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
show_error (BlVersionsDialog *self, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell (BlVersionsDialog *self, const char *done)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
  self->told = bl_project_get_revision (get_project (self));
  g_set_weak_pointer (&self->toast, adw_toast_new (done));
  adw_toast_set_button_label (self->toast, _ ("_Undo"));
  adw_toast_set_action_name (self->toast, "versions.undo");
  adw_toast_overlay_add_toast (self->toasts, self->toast);
  bl_session_announce (self->session, done);
}

static void
bring_back (BlVersionsDialog *self, Opening *opening, BlProject *then)
{
  /* Translators: a step that can be undone: a thing, an earlier state. */
  g_autofree char *title = g_strdup_printf (_ ("Bring back %s from %s"), opening->what, opening->where);
  g_autofree char *done = g_strdup_printf (_ ("%s brought back from %s"), opening->what, opening->where);
  g_autoptr (GError) error = NULL;

  bl_edit_end (self->session);
  if (!bl_bring_back (get_project (self), then, opening->ticked, title, &error))
    {
      show_error (self, _ ("Nothing was brought back"), error);
      return;
    }
  bl_version_page_untick (self->page);
  tell (self, done);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  BlVersionsDialog *self = BL_VERSIONS_DIALOG (source);
  Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDocument) document = g_task_propagate_pointer (G_TASK (result), &error);

  self->busy = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable)) /* closed meanwhile */
    return;
  bl_version_page_set_busy (self->page, FALSE);
  update_spinner (self);
  if (document == NULL)
    show_error (self, _ ("This state cannot be opened"), error);
  else if (opening->ticked != NULL)
    bring_back (self, opening, bl_document_get_project (document));
  else
    g_signal_emit (self, signals[OPEN_BESIDE], 0, document, opening->where);
}

static void
open_picked (BlVersionsDialog *self, gboolean ticked)
{
  BlVersionRow *row = get_picked (self);
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  if (row == NULL || self->busy)
    return;
  self->busy = TRUE;
  bl_version_page_set_busy (self->page, TRUE);
  opening = g_new0 (Opening, 1);
  opening->earlier = g_object_ref (bl_version_row_get_earlier (row));
  opening->ids = g_object_ref (bl_project_get_ids (get_project (self)));
  opening->clock = g_object_ref (bl_project_get_clock (get_project (self)));
  opening->ticked = ticked ? bl_version_page_get_ticked (self->page) : NULL;
  opening->what = ticked ? bl_version_page_describe_ticked (self->page) : NULL;
  opening->where = g_strdup (bl_version_row_get_title (row));
  update_spinner (self);
  task = g_task_new (self, self->cancellable, on_opened, NULL);
  g_task_set_source_tag (task, open_picked);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

static void
on_bring_back (BlVersionsDialog *self)
{
  open_picked (self, TRUE);
}

static void
on_open_beside (BlVersionsDialog *self)
{
  open_picked (self, FALSE);
}

/* --- Actions -------------------------------------------------------------- */

/* The window the project is open in does it, and takes its own toast back. */
static void
forward (BlVersionsDialog *self, const char *action)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), action, NULL);
}

static void
mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  forward (BL_VERSIONS_DIALOG (widget), "win.mark-version");
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  forward (BL_VERSIONS_DIALOG (widget), "win.undo");
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (BL_VERSIONS_DIALOG (widget)->leaflet, "list");
}

/* --- Overrides ------------------------------------------------------------ */

static void
bl_versions_dialog_dispose (GObject *object)
{
  BlVersionsDialog *self = BL_VERSIONS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->session);
  g_clear_pointer (&self->now, now_unref);
  G_OBJECT_CLASS (bl_versions_dialog_parent_class)->dispose (object);
}

static void
bl_versions_dialog_finalize (GObject *object)
{
  g_clear_object (&BL_VERSIONS_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (bl_versions_dialog_parent_class)->finalize (object);
}

/* A thread at work keeps it alive, but nobody waits for it any more. */
static void
bl_versions_dialog_unrealize (GtkWidget *widget)
{
  BlVersionsDialog *self = BL_VERSIONS_DIALOG (widget);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  GTK_WIDGET_CLASS (bl_versions_dialog_parent_class)->unrealize (widget);
}

static void
bl_versions_dialog_class_init (BlVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_versions_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bl_versions_dialog_finalize;
  widget_class->unrealize = bl_versions_dialog_unrealize;
  signals[OPEN_BESIDE] = g_signal_new ("open-beside", BL_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, BL_TYPE_DOCUMENT, G_TYPE_STRING);
  g_type_ensure (BL_TYPE_VERSION_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/versions-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlVersionsDialog, child)
  BIND (toasts);
  BIND (stack);
  BIND (leaflet);
  BIND (list);
  BIND (page);
  BIND (spinner);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_bring_back);
  gtk_widget_class_bind_template_callback (widget_class, on_open_beside);
  gtk_widget_class_install_action (widget_class, "versions.mark", NULL, mark);
  gtk_widget_class_install_action (widget_class, "versions.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "versions.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "versions.undo", NULL);
}

static void
bl_versions_dialog_init (BlVersionsDialog *self)
{
  int dpi = -1;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Beside the list only where there is room for its text, however large that is. */
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->page), dpi > 0 ? (int) (PAGE_WIDTH * dpi / (96. * 1024)) : PAGE_WIDTH, -1);
}

GtkWidget *
bl_versions_dialog_new (GtkWindow *parent, BlSession *session)
{
  BlVersionsDialog *self = g_object_new (BL_TYPE_VERSIONS_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  bl_version_page_set_editable (self->page, bl_session_get_editable (session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.mark", bl_session_get_editable (session));
  g_signal_connect_object (get_project (self), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bl_session_get_document (session), "notify::saved-time", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

gboolean
bl_versions_dialog_is_settled (BlVersionsDialog *self)
{
  g_return_val_if_fail (BL_IS_VERSIONS_DIALOG (self), FALSE);
  return self->refresh_source == 0 && !self->looking && !self->busy && find_unknown (self) == NULL;
}
