/* meet-help.c: what the facilitator may need at any moment: ground rules, who is here, when things get difficult
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "meet-help.h"

#include <glib/gi18n-lib.h>

#include "assess-change.h"
#include "meet-edit.h"

struct _BlMeetHelp
{
  AdwWindow parent;
  BlSession *session;
  BlAssessment *assessment;
  GtkStack *stack;
  GtkListBox *cases, *rules, *people, *roles, *neutral, *keys, *parked;
  GtkWidget *parked_none;
  AdwEntryRow *thought, *by;
};

G_DEFINE_FINAL_TYPE (BlMeetHelp, bl_meet_help, ADW_TYPE_WINDOW)

/* The keys of the meeting; help-overlay.ui lists the same. */
static const struct
{
  const char *keys, *does;
} all_keys[] = {
  { N_ ("Page Down, Page Up"), N_ ("Next criterion, criterion before") },
  { N_ ("Ctrl+Page Down, Ctrl+Page Up"), N_ ("Next characteristic, characteristic before") },
  { N_ ("1 to 9"), N_ ("Agree on that level") },
  { N_ ("0"), N_ ("No agreement yet") },
  { N_ ("Space, P"), N_ ("Stop and start the clock") },
  { N_ ("+"), N_ ("A minute more") },
  { N_ ("N"), N_ ("Next prompt") },
  { N_ ("S"), N_ ("What to say") },
  { N_ (", and ."), N_ ("Step before, next step") },
  { N_ ("R"), N_ ("Reasons that were written") },
  { N_ ("A"), N_ ("Rate again in silence") },
  { N_ ("D"), N_ ("Write down a different view") },
  { N_ ("C"), N_ ("Confirm what is within one level") },
  { N_ ("K"), N_ ("Parking place") },
  { N_ ("F1"), N_ ("Help me") },
  { N_ ("F11"), N_ ("Full screen") },
};

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
fill_cases (BlMeetHelp *self, BlFramework *framework)
{
  BlScript *cases = bl_framework_find_script (framework, "cases");
  GListModel *entries = cases != NULL ? bl_record_get_list (BL_RECORD (cases), "entries") : NULL;

  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (entries, i);
      GtkWidget *row = adw_expander_row_new ();
      const char *say = bl_record_get_text (entry, "say"), *does = bl_record_get_text (entry, "do");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bl_record_get_text (entry, "title"));
      if (does != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_row (_ ("Do"), does));
      if (say != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_row (_ ("Say"), say));
      gtk_list_box_append (self->cases, row);
    }
}

/* @field: what the title is. */
static void
fill_list (GtkListBox *list, BlFramework *framework, const char *name, const char *field, const char *below)
{
  BlScript *script = bl_framework_find_script (framework, name);
  GListModel *entries = script != NULL ? bl_record_get_list (BL_RECORD (script), "entries") : NULL;

  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (entries, i);
      const char *title = bl_record_get_text (entry, field);

      if (title != NULL)
        gtk_list_box_append (list, make_row (title, below != NULL ? bl_record_get_text (entry, below) : NULL));
    }
}

static void
fill_people (BlMeetHelp *self, BlFramework *framework)
{
  GListModel *team = bl_record_get_list (BL_RECORD (self->assessment), "team");

  for (guint i = 0; i < g_list_model_get_n_items (team); i++)
    {
      g_autoptr (BlAssessmentMember) member = g_list_model_get_item (team, i);
      const char *role = bl_record_get_text (BL_RECORD (member), "role"), *from = bl_record_get_text (BL_RECORD (member), "organisation");
      BlScriptEntry *entry = role != NULL ? bl_framework_find_entry (framework, "roles", role) : NULL;
      g_autofree char *name = bl_assess_name_member (framework, member);
      const char *title = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : NULL;
      g_autofree char *below = title != NULL && from != NULL ? g_strdup_printf ("%s, %s", title, from) : g_strdup (title != NULL ? title : from);

      gtk_list_box_append (self->people, make_row (name, below));
    }
}

/* --- Parking place ---------------------------------------------------------------------- */

static void
on_remove (GtkButton *button, BlMeetHelp *self)
{
  bl_meet_edit_remove_parked (self->session, g_object_get_data (G_OBJECT (button), "note"));
}

static void
show_parked (BlMeetHelp *self)
{
  GListModel *notes = bl_record_get_list (BL_RECORD (self->assessment), "parking");
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->parked, 0)) != NULL)
    gtk_list_box_remove (self->parked, GTK_WIDGET (old));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (BlRecord) note = g_list_model_get_item (notes, i);
      GtkWidget *row = make_row (bl_record_get_text (note, "text"), bl_record_get_text (note, "by"));
      GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
      g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ ("Take out"), bl_record_get_text (note, "text"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Take out"));
      gtk_widget_set_sensitive (button, bl_session_get_editable (self->session));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data_full (G_OBJECT (button), "note", g_object_ref (note), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_append (self->parked, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->parked), g_list_model_get_n_items (notes) > 0);
  gtk_widget_set_visible (self->parked_none, g_list_model_get_n_items (notes) == 0);
}

static void
on_park (BlMeetHelp *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->thought)));
  g_autofree char *by = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->by)));

  if (*text == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->thought));
      return;
    }
  bl_meet_edit_add_parked (self->session, self->assessment, text, by, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->thought), "");
  gtk_editable_set_text (GTK_EDITABLE (self->by), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->thought));
}

static void
bl_meet_help_dispose (GObject *object)
{
  BlMeetHelp *self = BL_MEET_HELP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  G_OBJECT_CLASS (bl_meet_help_parent_class)->dispose (object);
}

static void
bl_meet_help_class_init (BlMeetHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_meet_help_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/meet-help.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, stack);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, cases);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, rules);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, people);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, roles);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, neutral);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, keys);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, parked);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, parked_none);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, thought);
  gtk_widget_class_bind_template_child (widget_class, BlMeetHelp, by);
  gtk_widget_class_bind_template_callback (widget_class, on_park);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "window.close", NULL);
}

static void
bl_meet_help_init (BlMeetHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (all_keys); i++)
    gtk_list_box_append (self->keys, make_row (_ (all_keys[i].does), _ (all_keys[i].keys)));
}

GtkWidget *
bl_meet_help_new (GtkWindow *parent, BlSession *session, BlAssessment *assessment, const char *first)
{
  BlMeetHelp *self = g_object_new (BL_TYPE_MEET_HELP, "transient-for", parent, NULL);
  BlFramework *framework = bl_assessment_find_framework (bl_session_get_project (session), assessment);

  self->session = g_object_ref (session);
  self->assessment = g_object_ref (assessment);
  if (framework != NULL)
    {
      fill_cases (self, framework);
      fill_list (self->rules, framework, "rules", "do", NULL);
      fill_list (self->roles, framework, "roles", "title", "do");
      fill_list (self->neutral, framework, "neutral", "say", NULL);
      fill_people (self, framework);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->thought), bl_session_get_editable (session));
  gtk_widget_set_sensitive (GTK_WIDGET (self->by), bl_session_get_editable (session));
  show_parked (self);
  g_signal_connect_object (bl_session_get_project (session), "changed", G_CALLBACK (show_parked), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, first);
  return GTK_WIDGET (self);
}
