/* window-actions.c: the actions of the window, and the toasts that undo them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "history-dialog.h"
#include "speeds-dialog.h"
#include "scenario-edit.h"

/* --- Toasts --------------------------------------------------------------- */

static void
hide_toast (BlWindow *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

static void
show_toast (BlWindow *self, const char *text)
{
  /* Typing is one step and one toast; another change takes its place. */
  if (self->toast != NULL && g_strcmp0 (adw_toast_get_title (self->toast), text) == 0)
    return;
  hide_toast (self);
  g_set_weak_pointer (&self->toast, adw_toast_new (text));
  adw_toast_set_button_label (self->toast, _ ("_Undo"));
  adw_toast_set_action_name (self->toast, "win.undo");
  bl_workspace_add_toast (self->workspace, self->toast);
}

static void
on_announced (BlWindow *self, const char *done)
{
  self->announced = bl_project_get_revision (bl_session_get_project (self->session));
  show_toast (self, done);
}

/* A commit that nobody announced is told by the name of its step. */
static gboolean
on_changed_idle (gpointer data)
{
  BlWindow *self = data;
  BlProject *project = self->session != NULL ? bl_session_get_project (self->session) : NULL;

  self->toast_source = 0;
  if (project == NULL || self->announced >= bl_project_get_revision (project))
    return G_SOURCE_REMOVE;
  self->announced = bl_project_get_revision (project);
  if (bl_project_get_undo_name (project) != NULL && bl_project_get_redo_name (project) == NULL)
    show_toast (self, bl_project_get_undo_name (project));
  return G_SOURCE_REMOVE;
}

static void
on_project_changed (BlWindow *self)
{
  bl_window_update_actions (self);
  bl_window_update_state (self);
  if (self->toast_source == 0)
    self->toast_source = g_idle_add (on_changed_idle, self);
}

static void
on_modified (BlWindow *self)
{
  bl_window_update_actions (self);
  bl_window_update_state (self);
}

void
bl_window_watch_session (BlWindow *self)
{
  BlProject *project = bl_session_get_project (self->session);

  g_signal_connect_object (project, "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::modified", G_CALLBACK (on_modified), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "announced", G_CALLBACK (on_announced), self, G_CONNECT_SWAPPED);
  self->announced = bl_project_get_revision (project);
  bl_window_update_state (self);
}

/* --- Actions -------------------------------------------------------------- */

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_save (BL_WINDOW (widget), NULL);
}

static void
save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_save_as (BL_WINDOW (widget), NULL);
}

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_import (BL_WINDOW (widget));
}

static void
brief (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_brief (BL_WINDOW (widget));
}

static void
paste_figures (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_paste (BL_WINDOW (widget));
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlWindow *self = BL_WINDOW (widget);

  hide_toast (self);
  bl_project_undo (bl_session_get_project (self->session));
  self->announced = bl_project_get_revision (bl_session_get_project (self->session));
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlWindow *self = BL_WINDOW (widget);

  hide_toast (self);
  bl_project_redo (bl_session_get_project (self->session));
  self->announced = bl_project_get_revision (bl_session_get_project (self->session));
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlWindow *self = BL_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bl_history_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
show_speeds (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlWindow *self = BL_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bl_speeds_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
show_versions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_show_versions (BL_WINDOW (widget));
}

static void
mark_version (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_mark_version (BL_WINDOW (widget));
}

static void
save_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_save_copy (BL_WINDOW (widget));
}

static void
revert (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hide_toast (BL_WINDOW (widget));
  bl_window_revert (BL_WINDOW (widget));
}

static void
undo_revert (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_undo_revert (BL_WINDOW (widget));
}

static void
show_others (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_show_others (BL_WINDOW (widget));
}

static void
take_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_window_take_in (BL_WINDOW (widget));
}

/* "win.show-libraries" shows the page "libraries". */
static void
show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_workspace_show_page (BL_WINDOW (widget)->workspace, name + strlen ("win.show-"));
}

/* "win.page-2" shows the second page of the sidebar. */
static void
show_nth_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint number = g_ascii_digit_value (name[strlen ("win.page-")]);
  const char *page = bl_workspace_get_nth_page (number - 1);

  if (page != NULL)
    bl_workspace_show_page (BL_WINDOW (widget)->workspace, page);
}

/* Where the running cost of the picked library is typed. */
static void
show_running_cost (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlWorkspace *workspace = BL_WINDOW (widget)->workspace;

  bl_workspace_show_page (workspace, "libraries");
  gtk_widget_activate_action (GTK_WIDGET (bl_workspace_get_page (workspace)), "libraries.edit-running-cost", NULL);
}

/* What would happen if the picked library closed, on the page Scenarios. */
static void
what_if (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlWindow *self = BL_WINDOW (widget);
  g_autofree char *library = g_strdup (bl_session_get_library (self->session));

  if (library == NULL || bl_project_find (bl_session_get_project (self->session), library) == NULL)
    return;
  bl_workspace_show_page (self->workspace, "scenarios");
  bl_scenario_edit_what_if (self->session, library);
}

/* "win.find" is "page.find" of the page in front, where it has one. */
static void
forward (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlPage *page = bl_workspace_get_page (BL_WINDOW (widget)->workspace);
  g_autofree char *action = g_strconcat ("page.", name + strlen ("win."), NULL);

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
}

static void
toggle_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_workspace_toggle_sidebar (BL_WINDOW (widget)->workspace);
}

static void
close_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.save", save },
  { "win.save-as", save_as },
  { "win.save-copy", save_copy },
  { "win.import", import },
  { "win.paste-figures", paste_figures },
  { "win.undo", undo },
  { "win.redo", redo },
  { "win.show-history", show_history },
  { "win.show-speeds", show_speeds },
  { "win.show-versions", show_versions },
  { "win.mark-version", mark_version },
  { "win.revert", revert },
  { "win.undo-revert", undo_revert },
  { "win.show-others", show_others },
  { "win.take-in", take_in },
  { "win.show-overview", show_page },
  { "win.show-libraries", show_page },
  { "win.show-map", show_page },
  { "win.show-scenarios", show_page },
  { "win.show-running-cost", show_running_cost },
  { "win.what-if", what_if },
  { "win.show-needs", show_page },
  { "win.show-assess", show_page },
  { "win.show-actions", show_page },
  { "win.show-indicators", show_page },
  { "win.page-1", show_nth_page },
  { "win.page-2", show_nth_page },
  { "win.page-3", show_nth_page },
  { "win.page-4", show_nth_page },
  { "win.page-5", show_nth_page },
  { "win.page-6", show_nth_page },
  { "win.page-7", show_nth_page },
  { "win.page-8", show_nth_page },
  { "win.find", forward },
  { "win.add", forward },
  { "win.toggle-pane", forward },
  { "win.toggle-table", forward },
  { "win.toggle-sidebar", toggle_sidebar },
  { "win.briefing", brief },
};

void
bl_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_window);
}

/* Everything but closing needs an open project. */
void
bl_window_update_actions (BlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  static const char *const changing[] = { "win.import", "win.paste-figures", "win.add", "win.mark-version", "win.show-versions" };
  gboolean editable, newer;
  gboolean project = self->session != NULL
                     && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "project") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, project);
  if (!project)
    return;
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 bl_project_get_undo_name (bl_session_get_project (self->session)) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 bl_project_get_redo_name (bl_session_get_project (self->session)) != NULL);
  editable = bl_session_get_editable (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (widget, changing[i], editable);
  gtk_widget_action_set_enabled (widget, "win.show-speeds",
                                 editable && bl_project_get_network (bl_session_get_project (self->session)) != NULL);
  newer = bl_document_get_newer (bl_session_get_document (self->session));
  gtk_widget_action_set_enabled (widget, "win.save", !self->saving && !newer);
  gtk_widget_action_set_enabled (widget, "win.save-as", !newer);
  gtk_widget_action_set_enabled (widget, "win.save-copy", !newer);
  gtk_widget_action_set_enabled (widget, "win.revert", bl_window_can_revert (self));
  gtk_widget_action_set_enabled (widget, "win.show-others", self->others != NULL);
  gtk_widget_action_set_enabled (widget, "win.take-in", self->others != NULL && !self->saving && editable);
}
