/* meet-again.c: rating a criterion again, in silence, in the meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "meet-again.h"

#include <glib/gi18n-lib.h>

#include "assess-change.h"
#include "meet-edit.h"

struct _BlMeetAgain
{
  AdwWindow parent;
  BlSession *session;
  BlAssessment *assessment;
  char *criterion;
  GPtrArray *levels;   /* of BlScaleLevel */
  GPtrArray *members;  /* of BlAssessmentMember, those who rate */
  guint *chosen;       /* by member: index of the level and one; 0: none */
  GPtrArray *stacks;   /* of GtkStack, by member */
  GtkLabel *question;
  GtkListBox *rows;
  GtkButton *take_button;
};

G_DEFINE_FINAL_TYPE (BlMeetAgain, bl_meet_again, ADW_TYPE_WINDOW)

static void
on_chosen (GtkButton *button, BlMeetAgain *self)
{
  bl_meet_again_choose (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "member")),
                        GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "level")));
}

static void
on_changed_mind (GtkButton *button, BlMeetAgain *self)
{
  guint member = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "member"));

  self->chosen[member] = 0;
  gtk_stack_set_visible_child_name (g_ptr_array_index (self->stacks, member), "choose");
}

static GtkWidget *
make_choice (BlMeetAgain *self, guint member, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < self->levels->len; i++)
    {
      BlRecord *level = g_ptr_array_index (self->levels, i);
      const char *label = bl_record_get_text (level, "label");
      g_autofree char *number = bl_record_get_as_text (level, "level");
      GtkWidget *button = gtk_button_new_with_label (number != NULL ? number : "?");
      /* Translators: a member's name and a level: "Ann: Working well". */
      g_autofree char *words = g_strdup_printf (_ ("%s: %s"), name, label);

      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      g_object_set_data (G_OBJECT (button), "member", GUINT_TO_POINTER (member));
      g_object_set_data (G_OBJECT (button), "level", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_chosen), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
make_thanks (BlMeetAgain *self, guint member, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Rated; change"));
  g_autofree char *words = g_strdup_printf (_ ("%s: rated; change"), name);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "member", GUINT_TO_POINTER (member));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_changed_mind), self, 0);
  return button;
}

static void
add_row (BlMeetAgain *self, BlFramework *framework, guint member)
{
  GtkWidget *row = adw_action_row_new (), *stack = gtk_stack_new ();
  g_autofree char *name = bl_assess_name_member (framework, g_ptr_array_index (self->members, member));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_set_valign (stack, GTK_ALIGN_CENTER);
  gtk_stack_add_named (GTK_STACK (stack), make_choice (self, member, name), "choose");
  gtk_stack_add_named (GTK_STACK (stack), make_thanks (self, member, name), "rated");
  g_ptr_array_add (self->stacks, stack);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), stack);
  gtk_list_box_append (self->rows, row);
}

static void
bl_meet_again_dispose (GObject *object)
{
  BlMeetAgain *self = BL_MEET_AGAIN (object);

  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->criterion, g_free);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->stacks, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (bl_meet_again_parent_class)->dispose (object);
}

static void
bl_meet_again_class_init (BlMeetAgainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_meet_again_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/meet-again.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMeetAgain, question);
  gtk_widget_class_bind_template_child (widget_class, BlMeetAgain, rows);
  gtk_widget_class_bind_template_child (widget_class, BlMeetAgain, take_button);
  gtk_widget_class_bind_template_callback (widget_class, bl_meet_again_take);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bl_meet_again_init (BlMeetAgain *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_meet_again_new (GtkWindow *parent, BlSession *session, BlAssessment *assessment, const char *criterion)
{
  BlMeetAgain *self = g_object_new (BL_TYPE_MEET_AGAIN, "transient-for", parent, NULL);
  g_autoptr (BlAssessStudy) study = bl_assess_study_new (bl_session_get_project (session), assessment);
  const BlAssessItem *item = bl_assess_study_find (study, criterion);

  g_return_val_if_fail (item != NULL, GTK_WIDGET (self));
  self->session = g_object_ref (session);
  self->assessment = g_object_ref (assessment);
  self->criterion = g_strdup (criterion);
  self->levels = bl_framework_list_levels (study->scale);
  self->members = g_ptr_array_new_with_free_func (g_object_unref);
  self->stacks = g_ptr_array_new ();
  self->chosen = g_new0 (guint, MAX (study->n_members, 1));
  gtk_label_set_label (self->question, bl_record_get_text (BL_RECORD (item->criterion), "title"));
  for (guint i = 0; i < study->n_members; i++)
    {
      g_ptr_array_add (self->members, g_object_ref (study->members[i].member));
      add_row (self, study->framework, i);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_button), FALSE);
  return GTK_WIDGET (self);
}

void
bl_meet_again_choose (BlMeetAgain *self, guint member, guint level)
{
  g_return_if_fail (BL_IS_MEET_AGAIN (self) && member < self->members->len && level < self->levels->len);

  self->chosen[member] = level + 1;
  gtk_stack_set_visible_child_name (g_ptr_array_index (self->stacks, member), "rated");
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_button), TRUE);
}

/* The team may have changed meanwhile: by member, not by place. */
void
bl_meet_again_take (BlMeetAgain *self)
{
  g_autoptr (BlAssessStudy) study = NULL;
  const BlAssessItem *item;
  g_autofree const char **levels = NULL;

  g_return_if_fail (BL_IS_MEET_AGAIN (self));
  study = bl_assess_study_new (bl_session_get_project (self->session), self->assessment);
  item = bl_assess_study_find (study, self->criterion);
  levels = g_new0 (const char *, MAX (study->n_members, 1));
  for (guint i = 0; item != NULL && i < study->n_members; i++)
    for (guint j = 0; j < self->members->len; j++)
      if (g_ptr_array_index (self->members, j) == study->members[i].member && self->chosen[j] > 0)
        levels[i] = bl_record_get_text (g_ptr_array_index (self->levels, self->chosen[j] - 1), "item");
  if (item != NULL)
    bl_meet_edit_rate_again (self->session, study, item, levels);
  gtk_window_destroy (GTK_WINDOW (self));
}
