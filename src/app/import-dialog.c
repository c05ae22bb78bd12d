/* import-dialog.c: bringing a file into the open project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-dialog.h"

#include <glib/gi18n-lib.h>

struct _BlImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwToastOverlay *toasts;
  BlImportView *view;
  GtkButton *cancel_button;
  GtkLabel *footer_label;
  GtkButton *main_button;

  BlSession *session;
  guint64 revision; /* of the project just after the file came in */
  AdwToast *toast;
};

G_DEFINE_FINAL_TYPE (BlImportDialog, bl_import_dialog, ADW_TYPE_WINDOW)

static void
on_changed (BlImportDialog *self)
{
  BlImportViewState state = bl_import_view_get_state (self->view);
  gboolean done = state == BL_IMPORT_VIEW_REPORT;
  GFile *file = bl_import_view_get_file (self->view);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;

  adw_window_title_set_subtitle (self->window_title, name != NULL ? name : "");
  gtk_label_set_label (self->footer_label, bl_import_view_get_footer (self->view));
  gtk_button_set_label (self->main_button, done ? _("Close") : bl_import_view_get_apply_label (self->view));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), !done);
  gtk_widget_set_visible (GTK_WIDGET (self->main_button), done || state == BL_IMPORT_VIEW_PLAN || state == BL_IMPORT_VIEW_FILES
                                                              || bl_import_view_is_looking (self->view));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import-dialog.apply",
                                 done || bl_import_view_can_apply (self->view));
}

/* Another change came on top: undoing would take back that one instead. */
static void
on_project_changed (BlImportDialog *self, BlProject *project)
{
  if (self->toast != NULL && bl_project_get_revision (project) != self->revision)
    adw_toast_dismiss (self->toast);
}

static void
on_toast_gone (BlImportDialog *self)
{
  self->toast = NULL;
}

static void
on_undo (BlImportDialog *self)
{
  BlProject *project = bl_session_get_project (self->session);

  if (bl_project_get_revision (project) == self->revision)
    bl_project_undo (project);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_applied (BlImportDialog *self)
{
  BlProject *project = bl_session_get_project (self->session);
  g_autofree char *words = g_strdup_printf (_("Done: %s"), bl_project_get_undo_name (project));

  self->revision = bl_project_get_revision (project);
  self->toast = adw_toast_new (words);
  adw_toast_set_button_label (self->toast, _("Undo"));
  adw_toast_set_timeout (self->toast, 10);
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (on_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_toast_gone), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

static void
apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlImportDialog *self = BL_IMPORT_DIALOG (widget);

  if (bl_import_view_get_state (self->view) == BL_IMPORT_VIEW_REPORT)
    gtk_window_close (GTK_WINDOW (self));
  else
    bl_import_view_apply (self->view);
}

static void
bl_import_dialog_dispose (GObject *object)
{
  BlImportDialog *self = BL_IMPORT_DIALOG (object);

  self->toast = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_import_dialog_parent_class)->dispose (object);
}

static void
bl_import_dialog_class_init (BlImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_import_dialog_dispose;
  g_type_ensure (BL_TYPE_IMPORT_VIEW);

  gtk_widget_class_install_action (widget_class, "import-dialog.apply", NULL, apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, BlImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, BlImportDialog, view);
  gtk_widget_class_bind_template_child (widget_class, BlImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, BlImportDialog, footer_label);
  gtk_widget_class_bind_template_child (widget_class, BlImportDialog, main_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_applied);
}

static void
bl_import_dialog_init (BlImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_import_dialog_new (GtkWindow *parent, BlSession *session)
{
  BlImportDialog *self;

  g_return_val_if_fail (BL_IS_SESSION (session), NULL);

  self = g_object_new (BL_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (bl_session_get_project (session), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
  bl_import_view_set_many (self->view, TRUE);
  bl_import_view_start (self->view, bl_session_get_project (session), BL_IMPORT_UNKNOWN, NULL);
  return GTK_WIDGET (self);
}

BlImportView *
bl_import_dialog_get_view (BlImportDialog *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_DIALOG (self), NULL);
  return self->view;
}

void
bl_import_dialog_present (GtkWindow *parent, BlSession *session, GPtrArray *files)
{
  GtkWidget *dialog = bl_import_dialog_new (parent, session);

  if (files != NULL)
    bl_import_view_take (BL_IMPORT_DIALOG (dialog)->view, files);
  gtk_window_present (GTK_WINDOW (dialog));
  if (files == NULL)
    gtk_widget_activate_action (GTK_WIDGET (BL_IMPORT_DIALOG (dialog)->view), "import.choose", NULL);
}

void
bl_import_dialog_paste (GtkWindow *parent, BlSession *session)
{
  GtkWidget *dialog = bl_import_dialog_new (parent, session);

  gtk_window_present (GTK_WINDOW (dialog));
  bl_import_view_paste (BL_IMPORT_DIALOG (dialog)->view);
}
