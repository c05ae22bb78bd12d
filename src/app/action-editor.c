/* action-editor.c: the pane in which an action is edited and reported on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "action-editor.h"

#include <glib/gi18n-lib.h>

#include "action-edit.h"
#include "action-form.h"
#include "actions-study.h"
#include "assessment-study.h"
#include "edit.h"
#include "field-row.h"
#include "text.h"

struct _BlActionEditor
{
  AdwBin parent;
  BlSession *session;
  BlAction *action;
  gboolean showing;
  GtkStack *stack;
  GtkLabel *title, *neglect, *milestone_said;
  AdwComboRow *state;
  BlFieldRow *percent;
  GtkListBox *notes, *milestones;
  AdwEntryRow *note, *milestone, *milestone_due;
  BlActionForm *form;
  GtkWidget *foot;
};

G_DEFINE_FINAL_TYPE (BlActionEditor, bl_action_editor, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Whose words the form has: the framework of the assessment it comes from, else the first of the project. */
static BlFramework *
find_framework (BlActionEditor *self)
{
  BlProject *project = bl_session_get_project (self->session);
  const char *id = bl_record_get_text (BL_RECORD (self->action), "assessment");
  BlRecord *assessment = id != NULL ? bl_project_find (project, id) : NULL;
  GListModel *all = bl_record_get_list (BL_RECORD (project), "frameworks");
  g_autoptr (BlFramework) first = g_list_model_get_item (all, 0); /* the project holds it */

  return BL_IS_ASSESSMENT (assessment) ? bl_assessment_find_framework (project, BL_ASSESSMENT (assessment)) : first;
}

static void
clear_before (GtkListBox *list, GtkWidget *last)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL && row != last)
    gtk_list_box_remove (list, row);
}

static void
show_notes (BlActionEditor *self)
{
  GListModel *history = bl_record_get_list (BL_RECORD (self->action), "history");

  clear_before (self->notes, GTK_WIDGET (self->note));
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (BlRecord) progress = g_list_model_get_item (history, i);
      GtkWidget *row = adw_action_row_new ();
      guint32 day = 0;
      g_autofree char *date = bl_record_get_date (progress, "date", &day) ? bl_text_date_for_people (day) : g_strdup (_ ("a day not known"));
      const char *text = bl_record_get_text (progress, "text"), *by = bl_record_get_text (progress, "by");
      const char *state = _ (bl_action_state_get_title (bl_record_get_enum (progress, "state")));
      g_autofree char *when = by != NULL ? g_strdup_printf ("%s · %s · %s", date, state, by) : g_strdup_printf ("%s · %s", date, state);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text != NULL ? text : "");
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_insert (self->notes, row, 0); /* the newest first */
    }
}

static void
on_milestone_toggled (BlActionEditor *self, GtkCheckButton *check)
{
  if (!self->showing)
    bl_action_edit_set_milestone_done (self->session, g_object_get_data (G_OBJECT (check), "milestone"),
                                       gtk_check_button_get_active (check));
}

static void
on_milestone_removed (BlActionEditor *self, GtkButton *button)
{
  bl_action_edit_remove_milestone (self->session, g_object_get_data (G_OBJECT (button), "milestone"));
}

static void
show_milestones (BlActionEditor *self)
{
  GListModel *all = bl_record_get_list (BL_RECORD (self->action), "milestones");

  clear_before (self->milestones, GTK_WIDGET (self->milestone));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) milestone = g_list_model_get_item (all, i);
      GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      const char *title = bl_record_get_text (milestone, "title");
      guint32 day = 0;
      g_autofree char *due = bl_record_get_date (milestone, "due", &day) ? bl_text_date_for_people (day) : g_strdup (_ ("no date"));
      g_autofree char *name = g_strdup_printf (_ ("Done: %s"), title != NULL ? title : "");
      g_autofree char *remove = g_strdup_printf (_ ("Remove milestone %s"), title != NULL ? title : "");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), due);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), bl_record_is_known (milestone, "done"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_tooltip_text (button, remove);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (check), "milestone", g_object_ref (milestone), g_object_unref);
      g_object_set_data_full (G_OBJECT (button), "milestone", g_object_ref (milestone), g_object_unref);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_milestone_toggled), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_milestone_removed), self, G_CONNECT_SWAPPED);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_insert (self->milestones, row, (int) i);
    }
}

static void
refresh (BlActionEditor *self)
{
  g_autoptr (BlActionsStudy) study = NULL;
  const BlActionItem *item;
  g_autofree char *neglect = NULL, *title = NULL;

  if (self->action == NULL)
    return;
  if (bl_record_get_parent (BL_RECORD (self->action)) == NULL)
    {
      bl_action_editor_set_action (self, self->session, NULL);
      return;
    }
  study = bl_actions_study_new (bl_session_get_project (self->session),
                                bl_clock_today (bl_project_get_clock (bl_session_get_project (self->session))));
  item = bl_actions_study_find (study, self->action);
  neglect = item != NULL ? bl_action_item_say_neglect (item) : NULL;
  title = g_strdup_printf ("%s %s", bl_record_get_text (BL_RECORD (self->action), "ref") != NULL ? bl_record_get_text (BL_RECORD (self->action), "ref") : "",
                           bl_record_get_text (BL_RECORD (self->action), "title") != NULL ? bl_record_get_text (BL_RECORD (self->action), "title") : _ ("New action"));
  self->showing = TRUE;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->neglect, neglect != NULL ? neglect : "");
  gtk_widget_set_visible (GTK_WIDGET (self->neglect), neglect != NULL);
  adw_combo_row_set_selected (self->state, (guint) bl_record_get_enum (BL_RECORD (self->action), "state"));
  show_notes (self);
  show_milestones (self);
  self->showing = FALSE;
}

static void
on_state_chosen (BlActionEditor *self)
{
  if (!self->showing && self->action != NULL)
    bl_edit_set_enum (self->session, BL_RECORD (self->action), "state", (int) adw_combo_row_get_selected (self->state));
}

static void
on_note (BlActionEditor *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));

  if (self->action != NULL && bl_action_edit_note (self->session, self->action, text))
    gtk_editable_set_text (GTK_EDITABLE (self->note), "");
}

static void
on_milestone (BlActionEditor *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->action == NULL)
    return;
  done = bl_action_edit_add_milestone (self->session, self->action, gtk_editable_get_text (GTK_EDITABLE (self->milestone)),
                                       gtk_editable_get_text (GTK_EDITABLE (self->milestone_due)), &error);
  gtk_label_set_label (self->milestone_said, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->milestone_said), error != NULL);
  if (done)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->milestone), "");
      gtk_editable_set_text (GTK_EDITABLE (self->milestone_due), "");
    }
}

static void
on_remove (BlActionEditor *self)
{
  if (self->action != NULL)
    bl_action_edit_remove (self->session, self->action);
}

static void
on_close (BlActionEditor *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
bl_action_editor_dispose (GObject *object)
{
  BlActionEditor *self = BL_ACTION_EDITOR (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  g_clear_object (&self->action);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_action_editor_parent_class)->dispose (object);
}

static void
bl_action_editor_class_init (BlActionEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_action_editor_dispose;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (BL_TYPE_ACTION_FORM);
  g_type_ensure (BL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/action-editor.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlActionEditor, child)
  BIND (stack);
  BIND (title);
  BIND (neglect);
  BIND (state);
  BIND (percent);
  BIND (notes);
  BIND (note);
  BIND (milestones);
  BIND (milestone);
  BIND (milestone_due);
  BIND (milestone_said);
  BIND (form);
  BIND (foot);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_state_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_note);
  gtk_widget_class_bind_template_callback (widget_class, on_milestone);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
bl_action_editor_init (BlActionEditor *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = BL_ACTION_UNKNOWN; i <= BL_ACTION_NO; i++)
    gtk_string_list_append (titles, _ (bl_action_state_get_title (i)));
  adw_combo_row_set_model (self->state, G_LIST_MODEL (titles));
  self->showing = FALSE;
}

void
bl_action_editor_set_action (BlActionEditor *self, BlSession *session, BlAction *action)
{
  gboolean editable = bl_session_get_editable (session);

  g_return_if_fail (BL_IS_ACTION_EDITOR (self));
  if (self->session != session)
    {
      g_set_object (&self->session, session);
      g_signal_connect_object (bl_session_get_project (session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->action, action);
  gtk_stack_set_visible_child_name (self->stack, action != NULL ? "action" : "none");
  bl_field_row_set_record (self->percent, session, BL_RECORD (action));
  bl_action_form_set_action (self->form, session, action != NULL ? find_framework (self) : NULL, action);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->note), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->milestone), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->milestone_due), editable);
  gtk_widget_set_visible (self->foot, editable);
  refresh (self);
}

BlAction *
bl_action_editor_get_action (BlActionEditor *self)
{
  g_return_val_if_fail (BL_IS_ACTION_EDITOR (self), NULL);
  return self->action;
}

void
bl_action_editor_focus (BlActionEditor *self)
{
  g_return_if_fail (BL_IS_ACTION_EDITOR (self));
  bl_action_form_focus (self->form);
}
