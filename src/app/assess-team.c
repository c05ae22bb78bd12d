/* assess-team.c: who assesses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-team.h"

#include <glib/gi18n-lib.h>

#include "assess-change.h"
#include "assess-member-row.h"
#include "assessment-steps.h"

struct _BlAssessTeam
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  BlFramework *framework;
  GtkLabel *advice, *note;
  GtkListBox *members;
  GtkListBox *roles;
  GtkWidget *roles_expander;
};

G_DEFINE_FINAL_TYPE (BlAssessTeam, bl_assess_team, ADW_TYPE_BIN)

static BlAssessMemberRow *
get_row (BlAssessTeam *self, guint place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->members, (int) place);

  return BL_IS_ASSESS_MEMBER_ROW (row) ? BL_ASSESS_MEMBER_ROW (row) : NULL;
}

/* Rows of who stays stay, with what is open in them. */
static void
show_members (BlAssessTeam *self)
{
  GListModel *team = bl_record_get_list (BL_RECORD (self->assessment), "team");
  guint n = g_list_model_get_n_items (team);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlAssessmentMember) member = g_list_model_get_item (team, i);
      BlAssessMemberRow *row = get_row (self, i);

      /* Somebody before them has gone. */
      while (row != NULL && bl_assess_member_row_get_member (row) != member
             && bl_record_get_parent (BL_RECORD (bl_assess_member_row_get_member (row))) == NULL)
        {
          gtk_list_box_remove (self->members, GTK_WIDGET (row));
          row = get_row (self, i);
        }
      if (row != NULL && bl_assess_member_row_get_member (row) == member)
        bl_assess_member_row_refresh (row);
      else
        gtk_list_box_insert (self->members, bl_assess_member_row_new (self->session, self->framework, member), (int) i);
    }
  while (get_row (self, n) != NULL)
    gtk_list_box_remove (self->members, GTK_WIDGET (get_row (self, n)));
  gtk_widget_set_visible (GTK_WIDGET (self->members), n > 0);
}

static void
show_roles (BlAssessTeam *self)
{
  BlScript *roles = self->framework != NULL ? bl_framework_find_script (self->framework, "roles") : NULL;
  GListModel *entries = roles != NULL ? bl_record_get_list (BL_RECORD (roles), "entries") : NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->roles))) != NULL)
    gtk_list_box_remove (self->roles, row);
  gtk_widget_set_visible (self->roles_expander, entries != NULL);
  gtk_label_set_label (self->note, roles != NULL && bl_record_get_text (BL_RECORD (roles), "note") != NULL
                                       ? bl_record_get_text (BL_RECORD (roles), "note")
                                       : "");
  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (entries, i);

      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bl_record_get_text (entry, "title"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), bl_record_get_text (entry, "do"));
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (self->roles, row);
    }
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessTeam *self = BL_ASSESS_TEAM (widget);
  BlAssessmentMember *member;
  guint last;

  if (self->assessment == NULL)
    return;
  member = bl_assess_change_add_member (self->session, self->assessment, "role-staff");
  last = g_list_model_get_n_items (bl_record_get_list (BL_RECORD (self->assessment), "team")) - 1;
  if (get_row (self, last) != NULL && bl_assess_member_row_get_member (get_row (self, last)) == member)
    bl_assess_member_row_edit (get_row (self, last));
}

static void
bl_assess_team_dispose (GObject *object)
{
  BlAssessTeam *self = BL_ASSESS_TEAM (object);

  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (bl_assess_team_parent_class)->dispose (object);
}

static void
bl_assess_team_class_init (BlAssessTeamClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_assess_team_dispose;
  gtk_widget_class_install_action (widget_class, "team.add", NULL, add);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-team.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessTeam, advice);
  gtk_widget_class_bind_template_child (widget_class, BlAssessTeam, note);
  gtk_widget_class_bind_template_child (widget_class, BlAssessTeam, members);
  gtk_widget_class_bind_template_child (widget_class, BlAssessTeam, roles);
  gtk_widget_class_bind_template_child (widget_class, BlAssessTeam, roles_expander);
}

static void
bl_assess_team_init (BlAssessTeam *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bl_assess_team_show (BlAssessTeam *self, BlSession *session, const BlAssessStudy *study)
{
  gboolean other;
  g_autofree char *advice = NULL;
  GtkWidget *row;

  g_return_if_fail (BL_IS_ASSESS_TEAM (self));
  g_set_object (&self->session, session);
  other = g_set_object (&self->assessment, (study != NULL ? study->assessment : NULL));
  if (g_set_object (&self->framework, (study != NULL ? study->framework : NULL)) || other)
    {
      while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->members))) != NULL)
        gtk_list_box_remove (self->members, row);
      show_roles (self);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "team.add", study != NULL && bl_session_get_editable (session));
  if (study == NULL)
    return;
  advice = bl_assess_team_advise (study->n_members);
  gtk_label_set_label (self->advice, advice);
  show_members (self);
}
