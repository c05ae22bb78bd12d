/* history-dialog.c: every step of this sitting, to go back to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "history-dialog.h"

#include <glib/gi18n-lib.h>

struct _BlHistoryDialog
{
  AdwWindow parent;
  BlSession *session;
  GtkListBox *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (BlHistoryDialog, bl_history_dialog, ADW_TYPE_WINDOW)

/* More than these are not shown: the way back by keys has no end. */
#define MOST_SHOWN 200

static GListModel *
get_history (BlHistoryDialog *self)
{
  return bl_project_get_history (bl_session_get_project (self->session));
}

/* The index of the last step that is done, -1 when none is. */
static int
find_current (GListModel *history)
{
  for (guint i = g_list_model_get_n_items (history); i > 0; i--)
    {
      g_autoptr (BlStep) step = g_list_model_get_item (history, i - 1);

      if (!bl_step_get_undone (step))
        return i - 1;
    }
  return -1;
}

static void
add_row (BlHistoryDialog *self, BlStep *step, gboolean current)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean undone = step != NULL && bl_step_get_undone (step);
  g_autofree char *time = NULL;

  if (step != NULL)
    {
      g_autoptr (GDateTime) local = g_date_time_to_local (bl_step_get_time (step));

      time = g_date_time_format (local, "%H:%M");
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step != NULL ? bl_step_get_name (step) : _ ("As it was opened"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), undone ? _ ("Undone") : time != NULL ? time : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (undone)
    gtk_widget_add_css_class (row, "not-open");
  if (current)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_set_tooltip_text (mark, _ ("You are here"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  if (step != NULL)
    g_object_set_data_full (G_OBJECT (row), "step", g_object_ref (step), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
refresh (BlHistoryDialog *self)
{
  GListModel *history = get_history (self);
  guint n = g_list_model_get_n_items (history);
  int current = find_current (history);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = n; i > 0 && n - i < MOST_SHOWN; i--)
    {
      g_autoptr (BlStep) step = g_list_model_get_item (history, i - 1);

      add_row (self, step, (int) i - 1 == current);
    }
  if (n <= MOST_SHOWN)
    add_row (self, NULL, current < 0);
  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "empty" : "steps");
}

static void
on_row_activated (BlHistoryDialog *self, GtkListBoxRow *row)
{
  BlStep *step = g_object_get_data (G_OBJECT (row), "step");

  if (step != NULL)
    g_object_ref (step);
  bl_history_dialog_go_to (self, step);
  g_clear_object (&step);
}

static void
bl_history_dialog_dispose (GObject *object)
{
  BlHistoryDialog *self = BL_HISTORY_DIALOG (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_history_dialog_parent_class)->dispose (object);
}

static void
bl_history_dialog_class_init (BlHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_history_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BlHistoryDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bl_history_dialog_init (BlHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_history_dialog_new (GtkWindow *parent, BlSession *session)
{
  BlHistoryDialog *self = g_object_new (BL_TYPE_HISTORY_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (bl_session_get_project (session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

void
bl_history_dialog_go_to (BlHistoryDialog *self, BlStep *step)
{
  BlProject *project = bl_session_get_project (self->session);
  GListModel *history = get_history (self);
  int goal = -1;

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (BlStep) item = g_list_model_get_item (history, i);

      if (item == step)
        goal = i;
    }
  while (find_current (history) > goal && bl_project_undo (project))
    ;
  while (find_current (history) < goal && bl_project_redo (project))
    ;
}
