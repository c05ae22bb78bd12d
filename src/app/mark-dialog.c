/* mark-dialog.c: giving the project as it is now a name to be found by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mark-dialog.h"

#include <glib/gi18n-lib.h>

#include "edit.h"
#include "text.h"
#include "version.h"

struct _BlMarkDialog
{
  AdwWindow parent;
  BlSession *session;
  AdwEntryRow *name, *note;
  GtkLabel *problem, *signature;
  GtkWidget *form;
  GtkFlowBox *suggestions;
  GtkSpinner *spinner;
  gboolean marking;
};

G_DEFINE_FINAL_TYPE (BlMarkDialog, bl_mark_dialog, ADW_TYPE_WINDOW)

/* What a planning exercise usually stops at. */
static const struct
{
  const char *action, *name;
} suggested[] = {
  { "mark.draft", N_ ("Consultation draft") },
  { "mark.decision", N_ ("Decision day") },
  { "mark.adopted", N_ ("Strategy adopted") },
};

static void
show_problem (BlMarkDialog *self, const char *words)
{
  gtk_label_set_label (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
}

static void
update (BlMarkDialog *self)
{
  g_autofree char *name = bl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mark.mark", name != NULL && !self->marking);
  gtk_widget_set_sensitive (self->form, !self->marking);
  gtk_spinner_set_spinning (self->spinner, self->marking);
}

static void
on_name_changed (BlMarkDialog *self)
{
  show_problem (self, NULL);
  update (self);
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlMarkDialog) self = data;
  g_autoptr (GError) error = NULL;
  BlVersion *version = bl_version_mark_finish (BL_PROJECT (source), result, &error);
  g_autofree char *done = NULL;

  self->marking = FALSE;
  if (version != NULL)
    {
      /* Translators: a toast: the name of a version. */
      done = g_strdup_printf (_ ("“%s” marked"), bl_record_get_text (BL_RECORD (version), "name"));
      bl_session_announce (self->session, done);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_problem (self, error->message);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMarkDialog *self = BL_MARK_DIALOG (widget);

  if (self->marking)
    return;
  bl_edit_end (self->session);
  self->marking = TRUE;
  update (self);
  bl_version_mark_async (bl_session_get_project (self->session), gtk_editable_get_text (GTK_EDITABLE (self->name)),
                         gtk_editable_get_text (GTK_EDITABLE (self->note)), on_marked, g_object_ref (self));
}

static void
suggest (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlMarkDialog *self = BL_MARK_DIALOG (widget);

  for (guint i = 0; i < G_N_ELEMENTS (suggested); i++)
    if (g_str_equal (suggested[i].action, name))
      gtk_editable_set_text (GTK_EDITABLE (self->name), _ (suggested[i].name));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_set_position (GTK_EDITABLE (self->name), -1);
}

/* Those that are not taken yet. */
static void
fill_suggestions (BlMarkDialog *self)
{
  GListModel *versions = bl_project_get_versions (bl_session_get_project (self->session));

  for (guint i = 0; i < G_N_ELEMENTS (suggested); i++)
    {
      g_autofree char *wanted = bl_text_fold (_ (suggested[i].name));
      gboolean taken = FALSE;
      GtkWidget *button, *child;

      for (guint j = 0; j < g_list_model_get_n_items (versions); j++)
        {
          g_autoptr (BlRecord) version = g_list_model_get_item (versions, j);
          g_autofree char *name = bl_text_fold (bl_record_get_text (version, "name"));

          taken |= g_str_equal (name, wanted);
        }
      if (taken)
        continue;
      button = gtk_button_new_with_label (_ (suggested[i].name));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), suggested[i].action);
      child = gtk_flow_box_child_new ();
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
      /* The button takes the keyboard, not what it stands in. */
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_insert (self->suggestions, child, -1);
    }
}

static void
show_signature (BlMarkDialog *self)
{
  const char *author = bl_project_get_author (bl_session_get_project (self->session));
  g_autofree char *words = author == NULL ? NULL : g_strdup_printf (_ ("Marked by %s."), author);

  gtk_label_set_label (self->signature,
                       words != NULL ? words : _ ("Nobody’s name is kept with it: there is none in the preferences."));
}

static void
bl_mark_dialog_dispose (GObject *object)
{
  g_clear_object (&BL_MARK_DIALOG (object)->session);
  G_OBJECT_CLASS (bl_mark_dialog_parent_class)->dispose (object);
}

static void
bl_mark_dialog_class_init (BlMarkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_mark_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/mark-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMarkDialog, name);
  gtk_widget_class_bind_template_child (widget_class, BlMarkDialog, note);
  gtk_widget_class_bind_template_child (widget_class, BlMarkDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, BlMarkDialog, signature);
  gtk_widget_class_bind_template_child (widget_class, BlMarkDialog, form);
  gtk_widget_class_bind_template_child (widget_class, BlMarkDialog, suggestions);
  gtk_widget_class_bind_template_child (widget_class, BlMarkDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_install_action (widget_class, "mark.mark", NULL, mark);
  for (guint i = 0; i < G_N_ELEMENTS (suggested); i++)
    gtk_widget_class_install_action (widget_class, suggested[i].action, NULL, suggest);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bl_mark_dialog_init (BlMarkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_mark_dialog_new (GtkWindow *parent, BlSession *session)
{
  BlMarkDialog *self = g_object_new (BL_TYPE_MARK_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  fill_suggestions (self);
  show_signature (self);
  update (self);
  return GTK_WIDGET (self);
}
