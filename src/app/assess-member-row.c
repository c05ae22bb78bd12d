/* assess-member-row.c: one of the team: who they are, what they see, whether they rate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-member-row.h"

#include <glib/gi18n-lib.h>

#include "assess-change.h"
#include "edit.h"
#include "field-row.h"

struct _BlAssessMemberRow
{
  AdwExpanderRow parent;
  BlSession *session;
  BlFramework *framework;
  BlAssessmentMember *member;
  BlFieldRow *fields[3];
  AdwComboRow *role;
  GtkSwitch *facilitates, *rates;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (BlAssessMemberRow, bl_assess_member_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  const char *field, *title, *unset;
} asked[] = {
  { "name", N_ ("Name"), N_ ("no name yet") },
  { "organisation", N_ ("Where they work or volunteer"), N_ ("not said") },
  { "knows", N_ ("What of the service they see"), N_ ("not said") },
};

static gboolean
get_flag (BlAssessMemberRow *self, const char *field, gboolean usual)
{
  gboolean value = usual;

  return bl_record_get_boolean (BL_RECORD (self->member), field, &value) ? value : usual;
}

static void
set_flag (BlAssessMemberRow *self, const char *field, gboolean flag)
{
  g_autoptr (BlValue) value = bl_value_new_boolean (flag);

  bl_edit_set_value (self->session, BL_RECORD (self->member), field, value);
  bl_edit_end (self->session);
}

static void
on_facilitates (BlAssessMemberRow *self)
{
  if (!self->showing)
    set_flag (self, "facilitates", gtk_switch_get_active (self->facilitates));
}

static void
on_rates (BlAssessMemberRow *self)
{
  if (!self->showing)
    set_flag (self, "rates", gtk_switch_get_active (self->rates));
}

static GListModel *
get_roles (BlAssessMemberRow *self)
{
  BlScript *roles = self->framework != NULL ? bl_framework_find_script (self->framework, "roles") : NULL;

  return roles != NULL ? bl_record_get_list (BL_RECORD (roles), "entries") : NULL;
}

static void
on_role (BlAssessMemberRow *self)
{
  GListModel *roles = get_roles (self);
  guint selected = adw_combo_row_get_selected (self->role);
  g_autoptr (BlRecord) entry = NULL;

  if (self->showing || roles == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  entry = selected > 0 ? g_list_model_get_item (roles, selected - 1) : NULL;
  bl_edit_set (self->session, BL_RECORD (self->member), "role", entry != NULL ? bl_record_get_text (entry, "item") : NULL, NULL);
  bl_edit_end (self->session);
}

static void
remove_member (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessMemberRow *self = BL_ASSESS_MEMBER_ROW (widget);
  g_autoptr (BlAssessmentMember) member = g_object_ref (self->member);
  g_autoptr (BlSession) session = g_object_ref (self->session);

  bl_assess_change_remove_member (session, member);
}

/* --- What can be changed, made when first opened ------------------------------------------- */

static GtkSwitch *
add_switch (BlAssessMemberRow *self, const char *title, const char *subtitle, GCallback changed)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (toggle, "notify::active", changed, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return GTK_SWITCH (toggle);
}

static void
add_role (BlAssessMemberRow *self)
{
  GListModel *roles = get_roles (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (roles == NULL)
    return;
  gtk_string_list_append (titles, _ ("No role"));
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (roles, i);

      gtk_string_list_append (titles, bl_record_get_text (entry, "title"));
    }
  self->role = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->role), _ ("Role"));
  adw_combo_row_set_model (self->role, G_LIST_MODEL (titles));
  g_signal_connect_object (self->role, "notify::selected", G_CALLBACK (on_role), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->role));
}

static void
make_fields (BlAssessMemberRow *self)
{
  GtkWidget *row = gtk_list_box_row_new (), *button = gtk_button_new_with_mnemonic (_ ("_Remove from the Team"));

  if (self->fields[0] != NULL)
    return;
  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      self->fields[i] = g_object_new (BL_TYPE_FIELD_ROW, "title", _ (asked[i].title), "field", asked[i].field, "unset",
                                      _ (asked[i].unset), NULL);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->fields[i]));
      bl_field_row_set_record (self->fields[i], self->session, BL_RECORD (self->member));
      if (i == 0)
        add_role (self);
    }
  self->rates = add_switch (self, _ ("Rates"), _ ("Who only keeps time or writes need not."), G_CALLBACK (on_rates));
  self->facilitates = add_switch (self, _ ("Facilitates the meeting"),
                                  _ ("One of the team may: they rate like everyone else, and keep their own view to the end."),
                                  G_CALLBACK (on_facilitates));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (row, "row-buttons");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "member.remove");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  self->showing = FALSE;
  bl_assess_member_row_refresh (self);
}

static void
on_expanded (BlAssessMemberRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    make_fields (self);
}

/* --- Overrides ------------------------------------------------------------------------------ */

static void
bl_assess_member_row_dispose (GObject *object)
{
  BlAssessMemberRow *self = BL_ASSESS_MEMBER_ROW (object);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    self->fields[i] = NULL;
  self->role = NULL;
  self->facilitates = self->rates = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->framework);
  g_clear_object (&self->member);
  G_OBJECT_CLASS (bl_assess_member_row_parent_class)->dispose (object);
}

static void
bl_assess_member_row_class_init (BlAssessMemberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bl_assess_member_row_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "member.remove", NULL, remove_member);
}

static void
bl_assess_member_row_init (BlAssessMemberRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

/* In libadwaita 1.2 the lists inside a row that opens have no name of their own. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      name_lists (child, name);
}

/* --- Public --------------------------------------------------------------------------------- */

GtkWidget *
bl_assess_member_row_new (BlSession *session, BlFramework *framework, BlAssessmentMember *member)
{
  BlAssessMemberRow *self = g_object_new (BL_TYPE_ASSESS_MEMBER_ROW, NULL);

  self->session = g_object_ref (session);
  g_set_object (&self->framework, framework);
  self->member = g_object_ref (member);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "member.remove", bl_session_get_editable (session));
  bl_assess_member_row_refresh (self);
  return GTK_WIDGET (self);
}

BlAssessmentMember *
bl_assess_member_row_get_member (BlAssessMemberRow *self)
{
  g_return_val_if_fail (BL_IS_ASSESS_MEMBER_ROW (self), NULL);
  return self->member;
}

void
bl_assess_member_row_refresh (BlAssessMemberRow *self)
{
  BlRecord *record;
  const char *role, *knows, *organisation;
  GListModel *roles;
  BlScriptEntry *entry;
  g_autofree char *name = NULL, *subtitle = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  g_return_if_fail (BL_IS_ASSESS_MEMBER_ROW (self));
  record = BL_RECORD (self->member);
  role = bl_record_get_text (record, "role");
  organisation = bl_record_get_text (record, "organisation");
  knows = bl_record_get_text (record, "knows");
  entry = role != NULL && self->framework != NULL ? bl_framework_find_entry (self->framework, "roles", role) : NULL;
  parts = g_ptr_array_new ();
  if (entry != NULL)
    g_ptr_array_add (parts, (gpointer) bl_record_get_text (BL_RECORD (entry), "title"));
  if (organisation != NULL)
    g_ptr_array_add (parts, (gpointer) organisation);
  if (knows != NULL)
    g_ptr_array_add (parts, (gpointer) knows);
  if (get_flag (self, "facilitates", FALSE))
    g_ptr_array_add (parts, _ ("facilitates"));
  if (!get_flag (self, "rates", TRUE))
    g_ptr_array_add (parts, _ ("does not rate"));
  g_ptr_array_add (parts, NULL);
  subtitle = g_strjoinv (" · ", (char **) parts->pdata);
  name = bl_assess_name_member (self->framework, self->member);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  name_lists (GTK_WIDGET (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (self->fields[0] == NULL)
    return;
  self->showing = TRUE;
  gtk_switch_set_active (self->facilitates, get_flag (self, "facilitates", FALSE));
  gtk_switch_set_active (self->rates, get_flag (self, "rates", TRUE));
  roles = get_roles (self);
  for (guint i = 0; self->role != NULL && i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr (BlRecord) here = g_list_model_get_item (roles, i);

      if (g_strcmp0 (bl_record_get_text (here, "item"), role) == 0)
        adw_combo_row_set_selected (self->role, i + 1);
    }
  if (self->role != NULL)
    {
      if (entry == NULL)
        adw_combo_row_set_selected (self->role, 0);
      /* Below the title it would leave no room for the role where text is large. */
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->role), entry != NULL ? bl_record_get_text (BL_RECORD (entry), "do") : NULL);
    }
  self->showing = FALSE;
}

void
bl_assess_member_row_edit (BlAssessMemberRow *self)
{
  g_return_if_fail (BL_IS_ASSESS_MEMBER_ROW (self));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->fields[0]));
}
