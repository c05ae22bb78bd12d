/* assess-take-in-dialog.c: what response files would bring, before they are taken in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-take-in-dialog.h"

#include <glib/gi18n-lib.h>

#include "response-file.h"
#include "response-plan.h"

struct _BlAssessTakeInDialog
{
  AdwWindow parent;
  BlSession *session;
  GPtrArray *responses; /* of BlResponse: those that can be taken in, in the order of the files */
  GtkListBox *files;
  GtkLabel *summary;
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (BlAssessTakeInDialog, bl_assess_take_in_dialog, ADW_TYPE_WINDOW)

static void
add_row (BlAssessTakeInDialog *self, const char *title, const char *icon, const char *says)
{
  GtkWidget *row = adw_action_row_new (), *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), says);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_append (self->files, row);
  self->n_shown++;
}

static void
append_line (GString *text, const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
show_file (BlAssessTakeInDialog *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BlResponse) response = bl_response_file_read (path, faults, &error);
  g_autoptr (BlResponsePlan) plan = NULL;
  g_autoptr (GString) says = g_string_new (NULL);
  g_autofree char *name = g_path_get_basename (path), *display = g_filename_display_name (name), *brings = NULL;
  const char *who;
  gboolean ready;

  if (response == NULL)
    {
      add_row (self, display, "action-unavailable-symbolic", error->message);
      return;
    }
  who = bl_record_get_text (BL_RECORD (response), "name");
  plan = bl_response_plan_new (bl_session_get_project (self->session), response);
  if (plan->refusal != NULL)
    append_line (says, plan->refusal);
  else
    {
      brings = bl_response_plan_say (plan);
      append_line (says, brings);
    }
  for (guint i = 0; i < plan->notes->len; i++)
    append_line (says, plan->notes->pdata[i]);
  for (guint i = 0; i < faults->len; i++)
    append_line (says, faults->pdata[i]);
  ready = plan->refusal == NULL && plan->ratings->len + plan->findings->len > 0;
  if (ready)
    g_ptr_array_add (self->responses, g_steal_pointer (&response));
  add_row (self, who != NULL ? who : display,
           plan->refusal != NULL              ? "action-unavailable-symbolic"
           : !ready                           ? "list-remove-symbolic"
           : plan->notes->len + faults->len > 0 ? "dialog-warning-symbolic"
                                              : "object-select-symbolic",
           says->str);
}

static void
apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessTakeInDialog *self = BL_ASSESS_TAKE_IN_DIALOG (widget);
  BlProject *project = bl_session_get_project (self->session);
  guint n_taken = 0;

  if (!bl_session_get_editable (self->session))
    return;
  for (guint i = 0; i < self->responses->len; i++)
    {
      /* Anew: two files of one member know nothing of each other. */
      g_autoptr (BlResponsePlan) plan = bl_response_plan_new (project, self->responses->pdata[i]);

      n_taken += bl_response_plan_apply (plan);
    }
  if (n_taken > 0)
    {
      g_autofree char *done = g_strdup_printf (ngettext ("%u response taken in", "%u responses taken in", n_taken), n_taken);

      bl_session_announce (self->session, done);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
bl_assess_take_in_dialog_dispose (GObject *object)
{
  BlAssessTakeInDialog *self = BL_ASSESS_TAKE_IN_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->responses, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_assess_take_in_dialog_parent_class)->dispose (object);
}

static void
bl_assess_take_in_dialog_class_init (BlAssessTakeInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_assess_take_in_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "take-in.apply", NULL, apply);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-take-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessTakeInDialog, files);
  gtk_widget_class_bind_template_child (widget_class, BlAssessTakeInDialog, summary);
}

static void
bl_assess_take_in_dialog_init (BlAssessTakeInDialog *self)
{
  self->responses = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_assess_take_in_dialog_new (GtkWindow *parent, BlSession *session, GPtrArray *paths)
{
  BlAssessTakeInDialog *self = g_object_new (BL_TYPE_ASSESS_TAKE_IN_DIALOG, "transient-for", parent, NULL);
  g_autofree char *summary = NULL;

  self->session = g_object_ref (session);
  for (guint i = 0; i < paths->len; i++)
    show_file (self, paths->pdata[i]);
  if (self->responses->len == 0)
    summary = g_strdup (ngettext ("There is nothing new in it to take in.", "There is nothing new in them to take in.", self->n_shown));
  else
    /* Translators: files: "3 of 4 can be taken in." */
    summary = g_strdup_printf (ngettext ("%u of %u file can be taken in. Nothing has changed yet.",
                                         "%u of %u files can be taken in. Nothing has changed yet.", self->n_shown),
                               self->responses->len, self->n_shown);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "take-in.apply",
                                 self->responses->len > 0 && bl_session_get_editable (session));
  return GTK_WIDGET (self);
}

guint
bl_assess_take_in_dialog_get_n_ready (BlAssessTakeInDialog *self)
{
  g_return_val_if_fail (BL_IS_ASSESS_TAKE_IN_DIALOG (self), 0);
  return self->responses->len;
}
