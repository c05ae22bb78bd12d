/* result-figure.c: an indicator of the project as evidence of a results area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "result-figure.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "chart-image.h"
#include "hatch-image.h"
#include "indicator-chart.h"
#include "indicator-summary.h"

struct _BlResultFigure
{
  GtkWidget parent;
  BlIndicator *indicator;
  gboolean with_chart;
  char *words;
  GtkWidget *box, *pill;
  GtkStack *spark;
  BlChartImage *chart;
  GtkLabel *name_label, *value, *unit, *tag, *pill_word, *sentence, *comparison;
  GtkImage *pill_icon;
};

G_DEFINE_FINAL_TYPE (BlResultFigure, bl_result_figure, GTK_TYPE_WIDGET)

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
bl_result_figure_dispose (GObject *object)
{
  BlResultFigure *self = BL_RESULT_FIGURE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->indicator);
  G_OBJECT_CLASS (bl_result_figure_parent_class)->dispose (object);
}

static void
bl_result_figure_finalize (GObject *object)
{
  g_free (BL_RESULT_FIGURE (object)->words);
  G_OBJECT_CLASS (bl_result_figure_parent_class)->finalize (object);
}

static void
bl_result_figure_class_init (BlResultFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_result_figure_dispose;
  G_OBJECT_CLASS (klass)->finalize = bl_result_figure_finalize;
  g_type_ensure (BL_TYPE_CHART_IMAGE);
  g_type_ensure (BL_TYPE_HATCH_IMAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/result-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, box);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, pill);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, spark);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, chart);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, name_label);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, value);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, unit);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, tag);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, pill_word);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, pill_icon);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, sentence);
  gtk_widget_class_bind_template_child (widget_class, BlResultFigure, comparison);
}

static void
bl_result_figure_init (BlResultFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_result_figure_new (BlIndicator *indicator, gboolean with_chart)
{
  BlResultFigure *self = g_object_new (BL_TYPE_RESULT_FIGURE, NULL);
  g_autofree char *name = bl_record_describe (BL_RECORD (indicator));

  self->indicator = g_object_ref (indicator);
  self->with_chart = with_chart;
  gtk_label_set_label (self->name_label, name);
  show_label (self->sentence, _ ("Looking up its figures…"));
  gtk_widget_set_visible (GTK_WIDGET (self->spark), with_chart);
  return GTK_WIDGET (self);
}

BlIndicator *
bl_result_figure_get_indicator (BlResultFigure *self)
{
  g_return_val_if_fail (BL_IS_RESULT_FIGURE (self), NULL);
  return self->indicator;
}

void
bl_result_figure_set_answer (BlResultFigure *self, BlIndicatorAnswer *answer, const char *comparison)
{
  static const char *const classes[] = { "pill-grey", "pill-info", "pill-good", "pill-bad" };
  g_autoptr (BlIndicatorSummary) summary = NULL;
  g_autoptr (BlChart) chart = NULL;
  g_autofree char *unit = NULL, *sentence = NULL;
  const char *tag = NULL;

  g_return_if_fail (BL_IS_RESULT_FIGURE (self));
  if (answer == NULL)
    return;
  summary = bl_indicator_summary_new (answer->values, answer->judgement);
  if (self->with_chart)
    chart = bl_indicator_chart_new_spark (answer->values, answer->judgement);
  bl_chart_image_set_chart (self->chart, chart);
  gtk_stack_set_visible_child_name (self->spark, chart != NULL ? "chart" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->spark), self->with_chart && (chart != NULL || summary->value == NULL));
  show_label (self->value, summary->value != NULL ? summary->value : _ ("no data"));
  if (summary->value == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim-label");
  if (summary->value != NULL && summary->period != NULL)
    /* A percentage has its sign with it already. */
    unit = summary->unit != NULL && *summary->unit != '%' ? g_strdup_printf ("%s, %s", summary->unit, summary->period)
                                                           : g_strdup (summary->period);
  show_label (self->unit, unit);
  if (summary->value != NULL)
    tag = summary->tag;
  show_label (self->tag, tag);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->pill, classes[i]);
  gtk_widget_add_css_class (self->pill, classes[summary->tone]);
  gtk_widget_set_visible (self->pill, TRUE);
  gtk_image_set_from_icon_name (self->pill_icon, summary->icon);
  gtk_label_set_label (self->pill_word, _ (summary->verdict));
  sentence = summary->value == NULL && answer->values->lacks != NULL ? g_strdup (answer->values->lacks)
                                                                      : g_strdup (answer->judgement->sentence);
  show_label (self->sentence, sentence);
  show_label (self->comparison, comparison);
  g_free (self->words);
  self->words = g_strdup_printf ("%s: %s %s. %s. %s %s", gtk_label_get_label (self->name_label),
                                 gtk_label_get_label (self->value), unit != NULL ? unit : "", _ (summary->verdict),
                                 sentence != NULL ? sentence : "", comparison != NULL ? comparison : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->name_label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->words,
                                  -1);
}

const char *
bl_result_figure_get_words (BlResultFigure *self)
{
  g_return_val_if_fail (BL_IS_RESULT_FIGURE (self), NULL);
  return self->words;
}
