/* new-project-step-row.c: one step in the list at the side of the new-project assistant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-step-row.h"

#include <glib/gi18n-lib.h>

struct _BlNewProjectStepRow
{
  GtkListBoxRow parent_instance;

  GtkStack *mark;
  GtkLabel *number;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;

  BlNewProjectStep step;
};

G_DEFINE_FINAL_TYPE (BlNewProjectStepRow, bl_new_project_step_row, GTK_TYPE_LIST_BOX_ROW)

/* What a state looks like beside its step, and how it is read out. A step to
 * come shows its number. */
static const struct
{
  const char *icon;
  const char *class;
  const char *words;
} looks[] = {
  [BL_NEW_PROJECT_STATE_TO_COME] = { NULL, NULL, NULL },
  [BL_NEW_PROJECT_STATE_DONE] = { "object-select-symbolic", "good-text", N_("Done") },
  [BL_NEW_PROJECT_STATE_SKIPPED] = { "go-next-symbolic", NULL, N_("Skipped") },
  [BL_NEW_PROJECT_STATE_NEEDS] = { "dialog-warning-symbolic", "warn-text", N_("Something is still wanted") },
};

static void
bl_new_project_step_row_class_init (BlNewProjectStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectStepRow, mark);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectStepRow, number);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectStepRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectStepRow, subtitle);
}

static void
bl_new_project_step_row_init (BlNewProjectStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_new_project_step_row_new (BlNewProjectStep step)
{
  BlNewProjectStepRow *self = g_object_new (BL_TYPE_NEW_PROJECT_STEP_ROW, NULL);
  g_autofree char *number = g_strdup_printf ("%d", (int) step);

  self->step = step;
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->title, _(bl_new_project_step_get_title (step)));
  bl_new_project_step_row_update (self, BL_NEW_PROJECT_STATE_TO_COME, NULL);
  return GTK_WIDGET (self);
}

BlNewProjectStep
bl_new_project_step_row_get_step (BlNewProjectStepRow *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_STEP_ROW (self), BL_NEW_PROJECT_STEP_NONE);
  return self->step;
}

void
bl_new_project_step_row_update (BlNewProjectStepRow *self, BlNewProjectState state, const char *chosen)
{
  g_autofree char *name = NULL;
  const char *words;

  g_return_if_fail (BL_IS_NEW_PROJECT_STEP_ROW (self));

  words = looks[state].words != NULL ? _(looks[state].words) : NULL;
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "good-text");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warn-text");
  if (looks[state].icon != NULL)
    gtk_image_set_from_icon_name (self->icon, looks[state].icon);
  if (looks[state].class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), looks[state].class);
  gtk_stack_set_visible_child_name (self->mark, looks[state].icon != NULL ? "icon" : "number");

  if (state == BL_NEW_PROJECT_STATE_SKIPPED || state == BL_NEW_PROJECT_STATE_NEEDS)
    chosen = words;
  gtk_label_set_label (self->subtitle, chosen != NULL ? chosen : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), chosen != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), chosen);

  /* TRANSLATORS: read out for a step: its number, title, and what was chosen. */
  name = chosen != NULL ? g_strdup_printf (_("Step %d, %s: %s"), (int) self->step,
                                           gtk_label_get_label (self->title), chosen)
                        : g_strdup_printf (_("Step %d, %s"), (int) self->step, gtk_label_get_label (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "", -1);
}
