/* scenario-compare-view.c: all scenarios side by side with today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-compare-view.h"

#include <glib/gi18n-lib.h>

#include "scenario-compare.h"
#include "scenario-words.h"

/* Letters in a line of the names of measures and of scenarios. */
#define TITLE_CHARS 28
#define HEAD_CHARS 13

struct _BlScenarioCompareView
{
  GtkWidget parent_instance;

  GtkLabel *finding, *note;
  GtkScrolledWindow *scroller;
  GtkWidget *table_scroller;
  GtkGrid *grid;
  BlScenarioEquality *equality;
};

G_DEFINE_FINAL_TYPE (BlScenarioCompareView, bl_scenario_compare_view, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, float align, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* As wide as is said, whatever is given: a table that scrolls sideways cannot ask how high it is at its width. */
static GtkWidget *
make_wrapped (const char *text, float align, const char *style, int chars)
{
  GtkWidget *label = make_label (text, align, style);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), align > 0.5f ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  return label;
}

/* The figure, and how it differs from today with an arrow and in words. */
static GtkWidget *
make_cell (const BlCompareMeasure *measure, const BlCompareCell *cell, gboolean today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = bl_compare_cell_to_text (measure, cell);
  g_autofree char *difference = today ? NULL : bl_compare_cell_to_difference (measure, cell);
  int judged = today ? 0 : bl_compare_cell_judge (measure, cell);
  GtkWidget *figure = make_label (text, 1, "numeric");

  gtk_widget_add_css_class (figure, "strong");
  gtk_box_append (GTK_BOX (box), figure);
  if (difference != NULL)
    {
      GtkWidget *words = make_label (difference, 1, "small");

      gtk_widget_add_css_class (words, judged > 0 ? "good-text" : judged < 0 ? "bad-text" : "dim-label");
      gtk_box_append (GTK_BOX (box), words);
    }
  return box;
}

static void
attach (BlScenarioCompareView *self, GtkWidget *child, int column, int row)
{
  gtk_widget_add_css_class (child, "compare-cell");
  if (row == 0)
    gtk_widget_add_css_class (child, "head");
  gtk_widget_set_hexpand (child, column == 0);
  gtk_grid_attach (self->grid, child, column, row, 1, 1);
}

static void
empty (BlScenarioCompareView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
fill (BlScenarioCompareView *self, const BlScenariosCompared *comparison, GPtrArray *titles)
{
  attach (self, make_label (NULL, 0, NULL), 0, 0);
  attach (self, make_label (_ ("Today"), 1, "heading"), 1, 0);
  for (guint i = 0; i < comparison->n_scenarios; i++)
    attach (self, make_wrapped (g_ptr_array_index (titles, i), 1, "heading", HEAD_CHARS), (int) i + 2, 0);
  for (guint m = 0; m < comparison->n_measures; m++)
    {
      const BlCompareMeasure *measure = &comparison->measures[m];

      attach (self, make_wrapped (measure->title, 0, NULL, TITLE_CHARS), 0, (int) m + 1);
      attach (self, make_cell (measure, &measure->today, TRUE), 1, (int) m + 1);
      for (guint i = 0; i < comparison->n_scenarios; i++)
        attach (self, make_cell (measure, &measure->scenarios[i], FALSE), (int) i + 2, (int) m + 1);
    }
}

static void
bl_scenario_compare_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BL_TYPE_SCENARIO_COMPARE_VIEW);
  G_OBJECT_CLASS (bl_scenario_compare_view_parent_class)->dispose (object);
}

static void
bl_scenario_compare_view_class_init (BlScenarioCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_scenario_compare_view_dispose;
  g_type_ensure (BL_TYPE_SCENARIO_EQUALITY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/scenario-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlScenarioCompareView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioCompareView, note);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioCompareView, scroller);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioCompareView, table_scroller);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioCompareView, grid);
  gtk_widget_class_bind_template_child (widget_class, BlScenarioCompareView, equality);
  gtk_widget_class_set_css_name (widget_class, "scenario-compare");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_scenario_compare_view_init (BlScenarioCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Compare"), -1);
}

void
bl_scenario_compare_view_show (BlScenarioCompareView *self, BlScenarioStudy *study)
{
  g_autoptr (BlScenariosCompared) comparison = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *finding = NULL;
  g_autofree char *note = NULL;
  g_autofree char *words = NULL;
  BlAccessQuestion question;

  g_return_if_fail (BL_IS_SCENARIO_COMPARE_VIEW (self));

  empty (self);
  question = bl_scenario_study_get_question (study);
  words = bl_scenario_words_question (bl_scenario_study_get_facts (study), &question);
  comparison = bl_scenario_study_compare (study, &finding, titles, &error);
  gtk_widget_set_visible (self->table_scroller, comparison != NULL && comparison->n_scenarios > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->note), comparison != NULL && comparison->n_scenarios > 0);
  if (comparison == NULL)
    gtk_label_set_text (self->finding, error->message);
  else if (comparison->n_scenarios == 0)
    gtk_label_set_text (self->finding, _ ("There is no scenario to compare yet"));
  else
    {
      note = g_strdup_printf (_ ("Every scenario beside today; in reach is %s"), words);
      gtk_label_set_text (self->finding, finding);
      gtk_label_set_text (self->note, note);
      fill (self, comparison, titles);
    }
  bl_scenario_equality_show (self->equality, study);
}

void
bl_scenario_compare_view_go_to_equality (BlScenarioCompareView *self)
{
  GtkAdjustment *adjustment;
  GtkWidget *content;
  graphene_rect_t bounds;

  g_return_if_fail (BL_IS_SCENARIO_COMPARE_VIEW (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  content = gtk_widget_get_parent (GTK_WIDGET (self->equality));
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->equality), content, &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y);
  gtk_widget_child_focus (GTK_WIDGET (self->equality), GTK_DIR_TAB_FORWARD);
}

BlScenarioEquality *
bl_scenario_compare_view_get_equality (BlScenarioCompareView *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_COMPARE_VIEW (self), NULL);
  return self->equality;
}

char *
bl_scenario_compare_view_get_text (BlScenarioCompareView *self, int column, int row)
{
  GtkWidget *child;
  GString *text;

  g_return_val_if_fail (BL_IS_SCENARIO_COMPARE_VIEW (self), NULL);

  child = gtk_grid_get_child_at (self->grid, column, row);
  if (child == NULL)
    return NULL;
  if (GTK_IS_LABEL (child))
    return g_strdup (gtk_label_get_text (GTK_LABEL (child)));
  text = g_string_new (NULL);
  for (GtkWidget *part = gtk_widget_get_first_child (child); part != NULL; part = gtk_widget_get_next_sibling (part))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\t" : "", gtk_label_get_text (GTK_LABEL (part)));
  return g_string_free (text, FALSE);
}
