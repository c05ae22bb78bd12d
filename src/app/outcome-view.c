/* outcome-view.c: the picture of one Outcome, on one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "outcome-view.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "chart-view.h"
#include "indicator-groups.h"
#include "indicator-model.h"
#include "indicator-row.h"
#include "outcome-report.h"
#include "report-share.h"
#include "theme.h"

/* At the usual size of text, in pixels. */
#define CONTENT_WIDTH 980

struct _BlOutcomeView
{
  AdwBin parent;
  BlSession *session;
  BlIndicatorModel *model;
  guint outcome;
  BlOutcomePicture *picture; /* NULL: there is no dictionary */
  gboolean stale;
  BlAdaptiveBin *bin;
  AdwClamp *clamp;
  GtkBox *head, *points;
  GtkLabel *finding, *success, *sources;
  GtkWidget *chart_card;
  BlChartView *chart;
  GtkListBox *rows;
};

enum
{
  CHOSEN,
  TURNED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlOutcomeView, bl_outcome_view, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* A heading and a sentence a row. */
static void
add_points (BlOutcomeView *self, const char *heading, GPtrArray *sentences)
{
  GtkWidget *part, *title, *list;

  if (sentences->len == 0)
    return;
  part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  title = gtk_label_new (heading);
  list = gtk_list_box_new ();
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  for (guint i = 0; i < sentences->len; i++)
    {
      GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (g_ptr_array_index (sentences, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "compact");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, g_ptr_array_index (sentences, i), -1);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (GTK_BOX (part), title);
  gtk_box_append (GTK_BOX (part), list);
  gtk_box_append (self->points, part);
}

static void
clear (BlOutcomeView *self)
{
  GtkListBoxRow *row;
  GtkWidget *child;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->points))) != NULL)
    gtk_box_remove (self->points, child);
  g_clear_pointer (&self->picture, bl_outcome_picture_free);
}

static void
refresh (BlOutcomeView *self)
{
  const char *reason = NULL;
  BlBaseFigures *figures = bl_session_get_figures (self->session, &reason);
  g_autofree char *success = NULL, *sources = NULL;

  self->stale = FALSE;
  clear (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcome.save", figures != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcome.print", figures != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcome.previous", self->outcome > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcome.next", self->outcome < BL_N_OUTCOMES);
  if (figures == NULL)
    {
      show_text (self->finding, reason);
      return;
    }
  self->picture = bl_outcome_picture_new (figures, self->outcome);
  show_text (self->finding, self->picture->finding);
  success = self->picture->success != NULL ? g_strdup_printf (_ ("What it would look like: %s"), self->picture->success) : NULL;
  show_text (self->success, success);
  sources = self->picture->sources != NULL ? g_strdup_printf (_ ("Sources: %s."), self->picture->sources) : NULL;
  show_text (self->sources, sources);
  bl_chart_view_set_chart (self->chart, self->picture->chart);
  gtk_widget_set_visible (self->chart_card, self->picture->chart != NULL);
  for (guint i = 0; i < self->picture->panels->len; i++)
    {
      const BlIndicatorPanel *panel = g_ptr_array_index (self->picture->panels, i);
      GtkWidget *row = bl_indicator_row_new (panel->values->indicator);

      bl_indicator_row_set_narrow (BL_INDICATOR_ROW (row), bl_adaptive_bin_get_narrow (self->bin));
      bl_indicator_row_set_answer (BL_INDICATOR_ROW (row), bl_indicator_model_get (self->model, panel->values->indicator));
      gtk_list_box_append (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->picture->panels->len > 0);
  add_points (self, _ ("Strengths"), self->picture->strengths);
  add_points (self, _ ("To look at"), self->picture->attention);
  add_points (self, _ ("No data"), self->picture->lacking);
}

/* Behind another view it waits until it is looked at. */
static void
on_changed (BlOutcomeView *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->outcome > 0)
    refresh (self);
}

static void
on_mapped (BlOutcomeView *self)
{
  if (self->stale && self->outcome > 0)
    refresh (self);
}

static void
on_narrow_changed (BlOutcomeView *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);
  GtkListBoxRow *row;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    bl_indicator_row_set_narrow (BL_INDICATOR_ROW (row), narrow);
}

static void
on_row_activated (BlOutcomeView *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, bl_indicator_row_get_indicator (BL_INDICATOR_ROW (row)));
}

/* As wide as its words are large. */
static void
update_clamp (GtkWidget *widget)
{
  BlOutcomeView *self = BL_OUTCOME_VIEW (widget);
  int width = CONTENT_WIDTH * bl_theme_get_text_scale (widget);

  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
}

static void
share (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlOutcomeView *self = BL_OUTCOME_VIEW (widget);
  BlClock *clock = bl_context_get_clock (bl_session_get_context (self->session));
  BlReport *report;

  if (self->picture == NULL)
    return;
  report = bl_outcome_report_new (self->picture, bl_session_get_facts (self->session), bl_clock_today (clock));
  if (g_str_equal (name, "outcome.save"))
    bl_report_share_save (widget, report);
  else
    bl_report_share_print (widget, report);
}

static void
turn (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlOutcomeView *self = BL_OUTCOME_VIEW (widget);

  bl_outcome_view_set_outcome (self, g_str_equal (name, "outcome.next") ? self->outcome + 1 : self->outcome - 1);
}

static void
bl_outcome_view_dispose (GObject *object)
{
  BlOutcomeView *self = BL_OUTCOME_VIEW (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  self->model = NULL;
  g_clear_pointer (&self->picture, bl_outcome_picture_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_outcome_view_parent_class)->dispose (object);
}

static void
bl_outcome_view_class_init (BlOutcomeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_outcome_view_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  BL_TYPE_INDICATOR);
  signals[TURNED]
      = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "outcome.save", NULL, share);
  gtk_widget_class_install_action (widget_class, "outcome.print", NULL, share);
  gtk_widget_class_install_action (widget_class, "outcome.previous", NULL, turn);
  gtk_widget_class_install_action (widget_class, "outcome.next", NULL, turn);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "outcome.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "outcome.save", NULL);
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/outcome-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, bin);
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, clamp);
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, head);
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, points);
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, success);
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, sources);
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, chart_card);
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, chart);
  gtk_widget_class_bind_template_child (widget_class, BlOutcomeView, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
bl_outcome_view_init (BlOutcomeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  bl_theme_connect (GTK_WIDGET (self), update_clamp);
  update_clamp (GTK_WIDGET (self));
}

GtkWidget *
bl_outcome_view_new (BlSession *session)
{
  BlOutcomeView *self = g_object_new (BL_TYPE_OUTCOME_VIEW, NULL);

  self->session = g_object_ref (session);
  self->model = bl_indicator_model_of (session);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
bl_outcome_view_set_outcome (BlOutcomeView *self, guint outcome)
{
  g_return_if_fail (BL_IS_OUTCOME_VIEW (self));
  g_return_if_fail (outcome >= 1 && outcome <= BL_N_OUTCOMES);

  self->outcome = outcome;
  refresh (self);
  g_signal_emit (self, signals[TURNED], 0);
}

guint
bl_outcome_view_get_outcome (BlOutcomeView *self)
{
  g_return_val_if_fail (BL_IS_OUTCOME_VIEW (self), 0);
  return self->outcome;
}

const char *
bl_outcome_view_get_title (BlOutcomeView *self)
{
  g_return_val_if_fail (BL_IS_OUTCOME_VIEW (self), NULL);
  return self->picture != NULL ? self->picture->title : NULL;
}

void
bl_outcome_view_set_table_shown (BlOutcomeView *self, gboolean shown)
{
  g_return_if_fail (BL_IS_OUTCOME_VIEW (self));
  bl_chart_view_set_table_shown (self->chart, shown);
}

gboolean
bl_outcome_view_get_table_shown (BlOutcomeView *self)
{
  g_return_val_if_fail (BL_IS_OUTCOME_VIEW (self), FALSE);
  return bl_chart_view_get_table_shown (self->chart);
}
