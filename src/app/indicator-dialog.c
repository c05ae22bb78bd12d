/* indicator-dialog.c: taking up an indicator, making one, and changing what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-dialog.h"

#include <glib/gi18n-lib.h>

#include "indicator-catalogue.h"
#include "indicator-edit.h"
#include "indicator-form.h"
#include "own-indicator.h"

struct _BlIndicatorDialog
{
  AdwWindow parent;
  BlSession *session;
  BlIndicator *indicator; /* that is changed; NULL: one is added */
  GtkStack *stack;
  GtkWidget *switcher, *close_button, *apply_button;
  BlIndicatorCatalogue *catalogue;
  BlIndicatorForm *form;
};

enum
{
  ADDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlIndicatorDialog, bl_indicator_dialog, ADW_TYPE_WINDOW)

static void
on_page_changed (BlIndicatorDialog *self)
{
  gboolean form = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "form") == 0;

  gtk_widget_set_visible (self->apply_button, form);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicator-dialog.apply",
                                 form && bl_indicator_form_get_complete (self->form));
}

static void
change (BlIndicatorDialog *self)
{
  BlProject *project = bl_session_get_project (self->session);
  g_autofree char *name = bl_record_describe (BL_RECORD (self->indicator));
  g_autofree char *step = g_strdup_printf (_ ("Change Indicator “%s”"), name);
  g_autofree char *done = g_strdup_printf (_ ("“%s” changed"), name);

  if (!bl_session_get_editable (self->session))
    return;
  bl_project_begin (project, step);
  bl_indicator_form_put (self->form, self->indicator);
  if (bl_project_commit (project))
    bl_session_announce (self->session, done);
}

static void
apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlIndicatorDialog *self = BL_INDICATOR_DIALOG (widget);

  if (self->indicator != NULL)
    change (self);
  else
    {
      BlIndicator *made = bl_own_indicator_new ();

      bl_indicator_form_put (self->form, made);
      made = bl_indicator_edit_add_own (self->session, made);
      if (made != NULL)
        g_signal_emit (self, signals[ADDED], 0, made);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
bl_indicator_dialog_dispose (GObject *object)
{
  BlIndicatorDialog *self = BL_INDICATOR_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->indicator);
  G_OBJECT_CLASS (bl_indicator_dialog_parent_class)->dispose (object);
}

static void
bl_indicator_dialog_class_init (BlIndicatorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_indicator_dialog_dispose;
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 BL_TYPE_INDICATOR);
  g_type_ensure (BL_TYPE_INDICATOR_CATALOGUE);
  g_type_ensure (BL_TYPE_INDICATOR_FORM);
  gtk_widget_class_install_action (widget_class, "indicator-dialog.apply", NULL, apply);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorDialog, switcher);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorDialog, catalogue);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
}

static void
bl_indicator_dialog_init (BlIndicatorDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_indicator_dialog_new (GtkWindow *parent, BlSession *session, BlIndicator *indicator)
{
  BlIndicatorDialog *self = g_object_new (BL_TYPE_INDICATOR_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  if (indicator != NULL)
    {
      self->indicator = g_object_ref (indicator);
      bl_indicator_form_set (self->form, session, indicator);
      gtk_window_set_title (GTK_WINDOW (self), _ ("Change Indicator"));
      gtk_button_set_label (GTK_BUTTON (self->apply_button), _ ("_Change"));
      gtk_button_set_label (GTK_BUTTON (self->close_button), _ ("_Cancel"));
      gtk_widget_set_visible (self->switcher, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "form");
      bl_indicator_form_focus (self->form);
    }
  else
    {
      g_autoptr (BlIndicator) blank = bl_own_indicator_new ();

      bl_indicator_form_set (self->form, session, blank);
      bl_indicator_catalogue_set_session (self->catalogue, session);
      bl_indicator_catalogue_find (self->catalogue);
    }
  on_page_changed (self);
  return GTK_WIDGET (self);
}
