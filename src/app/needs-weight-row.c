/* needs-weight-row.c: one measure of an index and how much it weighs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-weight-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "needs-edit.h"
#include "needs-findings.h"
#include "needs-measure.h"

struct _BlNeedsWeightRow
{
  GtkWidget parent_instance;
  GtkLabel *title, *value, *about, *lacks;
  GtkMenuButton *menu;
  GtkScale *scale;
  GtkAdjustment *adjustment;

  BlNeedsModel *model; /* of the page, which outlives its rows */
  guint measure;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (BlNeedsWeightRow, bl_needs_weight_row, GTK_TYPE_WIDGET)

static void
say_weight (BlNeedsWeightRow *self, double weight)
{
  g_autofree char *text = bl_needs_weight_to_text (weight);

  gtk_label_set_text (self->value, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
on_value_changed (BlNeedsWeightRow *self)
{
  double weight = round (gtk_adjustment_get_value (self->adjustment));

  if (self->showing)
    return;
  say_weight (self, weight);
  bl_needs_model_try_weight (self->model, self->measure, weight);
}

/* The next change of the same weight is a step of its own. */
static void
on_left (BlNeedsWeightRow *self)
{
  bl_needs_model_keep_weight (self->model);
  bl_project_end_coalescing (bl_session_get_project (bl_needs_model_get_session (self->model)));
}

static void
remove_measure (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsWeightRow *self = BL_NEEDS_WEIGHT_ROW (widget);

  bl_needs_edit_remove_measure (self->model, self->measure);
}

static void
set_direction (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsWeightRow *self = BL_NEEDS_WEIGHT_ROW (widget);

  bl_needs_edit_set_direction (self->model, self->measure,
                               g_str_has_suffix (name, "less") ? BL_DIRECTION_LESS : BL_DIRECTION_MORE);
}

static void
bl_needs_weight_row_dispose (GObject *object)
{
  BlNeedsWeightRow *self = BL_NEEDS_WEIGHT_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_NEEDS_WEIGHT_ROW);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (bl_needs_weight_row_parent_class)->dispose (object);
}

static void
bl_needs_weight_row_class_init (BlNeedsWeightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_needs_weight_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/needs-weight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeightRow, title);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeightRow, value);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeightRow, about);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeightRow, lacks);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeightRow, menu);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeightRow, scale);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeightRow, adjustment);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_install_action (widget_class, "measure.remove", NULL, remove_measure);
  gtk_widget_class_install_action (widget_class, "measure.more", NULL, set_direction);
  gtk_widget_class_install_action (widget_class, "measure.less", NULL, set_direction);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "needs-weight");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_needs_weight_row_init (BlNeedsWeightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
bl_needs_weight_row_new (BlNeedsModel *model)
{
  BlNeedsWeightRow *self = g_object_new (BL_TYPE_NEEDS_WEIGHT_ROW, NULL);

  self->model = g_object_ref (model);
  return GTK_WIDGET (self);
}

void
bl_needs_weight_row_show (BlNeedsWeightRow *self, guint measure)
{
  const BlNeedsQuestion *question = bl_needs_model_get_question (self->model);
  const BlNeedsMeasure *it = &question->measures[measure];
  g_autoptr (BlNeedsMeasureAbout) about = NULL;
  g_autofree char *spoken = NULL, *menu = NULL, *tip = NULL;
  const char *title;
  BlDirection direction;
  gboolean editable = bl_session_get_editable (bl_needs_model_get_session (self->model));

  g_return_if_fail (BL_IS_NEEDS_WEIGHT_ROW (self) && measure < question->n_measures);

  about = bl_needs_measure_about (bl_needs_model_get_facts (self->model), it->value, question->of_libraries);
  title = it->title != NULL ? it->title : about->title;
  direction = it->direction != BL_DIRECTION_UNKNOWN ? it->direction : about->direction;
  self->measure = measure;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->about, about->about);
  gtk_label_set_text (self->lacks, about->lacks != NULL ? about->lacks : "");
  gtk_widget_set_visible (GTK_WIDGET (self->lacks), about->lacks != NULL);
  tip = g_strdup_printf (direction == BL_DIRECTION_LESS ? _ ("Less of it is more need. %s") : _ ("More of it is more need. %s"),
                         about->source != NULL ? about->source : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->about), tip);
  self->showing = TRUE;
  gtk_adjustment_set_upper (self->adjustment, MAX (100, it->weight));
  gtk_adjustment_set_value (self->adjustment, it->weight);
  self->showing = FALSE;
  /* TRANSLATORS: name of a slider: "Weight of Deprivation" */
  spoken = g_strdup_printf (_ ("Weight of %s"), title);
  menu = g_strdup_printf (_ ("More about %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->menu))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), menu);
  say_weight (self, it->weight);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.remove", editable && question->n_measures > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.more", editable && direction != BL_DIRECTION_MORE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.less", editable && direction != BL_DIRECTION_LESS);
}
