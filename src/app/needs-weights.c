/* needs-weights.c: the pane of weights beside the map of need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-weights.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "needs-edit.h"
#include "needs-findings.h"
#include "needs-measure.h"
#include "needs-picker.h"
#include "needs-weight-row.h"
#include "squares-image.h"

/* Weights that add up to 100 but for this are said to. */
#define NEARLY 0.05

struct _BlNeedsWeights
{
  GtkWidget parent_instance;
  GtkWidget *scrolled;
  BlNeedsPicker *picker;
  GtkBox *rows;
  GtkLabel *sum, *firm, *quarter, *unknown, *how;
  GtkWidget *sum_icon, *sum_button, *firm_part;
  BlSquaresImage *squares;
  GtkMenuButton *add_button, *index_button;

  BlNeedsModel *model;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (BlNeedsWeights, bl_needs_weights, GTK_TYPE_WIDGET)

/* --- Parts ------------------------------------------------------------------- */

static void
update_sum (BlNeedsWeights *self)
{
  double total = bl_needs_question_total (bl_needs_model_get_question (self->model));
  gboolean whole = fabs (total - 100) < NEARLY;
  g_autofree char *text = bl_needs_weight_to_text (total);
  g_autofree char *words = whole ? g_strdup (_ ("Weights add to 100%"))
                                 : g_strdup_printf (_ ("Weights add to %s and count in proportion"), text);

  gtk_label_set_text (self->sum, words);
  gtk_widget_set_visible (self->sum_icon, whole);
  gtk_widget_set_visible (self->sum_button, !whole && total > 0);
  gtk_widget_set_sensitive (self->sum_button,
                            bl_session_get_editable (bl_needs_model_get_session (self->model)));
}

static void
update_firmness (BlNeedsWeights *self)
{
  const BlNeedsFirmness *firmness = bl_needs_model_get_firmness (self->model);
  const BlNeedsFirmness *quarter = bl_needs_model_get_quarter (self->model);
  gboolean of_libraries = bl_needs_model_get_question (self->model)->of_libraries;

  gtk_widget_set_visible (self->firm_part, firmness != NULL);
  if (firmness != NULL)
    {
      g_autofree char *stay = bl_needs_finding_firmness (firmness, of_libraries, 10);
      g_autofree char *changed = bl_needs_finding_classes (quarter, of_libraries);

      gtk_label_set_text (self->firm, stay);
      gtk_label_set_text (self->quarter, changed);
      bl_squares_image_set (self->squares, firmness->stay, firmness->n_tests > 0 ? firmness->top : 0);
    }
}

static void
update_words (BlNeedsWeights *self)
{
  const BlNeedPreset *preset = bl_needs_model_get_preset (self->model);
  const BlNeedsQuestion *question = bl_needs_model_get_question (self->model);
  BlNormalise normalise = question->n_measures > 0 ? question->measures[0].normalise : BL_NORMALISE_RANK;
  const char *how;

  gtk_label_set_text (self->unknown, preset != NULL && preset->unknown != NULL ? _ (preset->unknown) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), preset != NULL && preset->unknown != NULL);
  switch (normalise)
    {
    case BL_NORMALISE_DECILE:
      how = _ ("Each measure is put in ten groups of equal size, from 0 (least need) to 100 (most), then weighted.");
      break;
    case BL_NORMALISE_Z:
      how = _ ("Each measure is taken by how far it lies from the average, from 0 (least need) to 100 (most), then "
               "weighted.");
      break;
    case BL_NORMALISE_MIN_MAX:
      how = _ ("Each measure runs from 0 at its least to 100 at its most, then is weighted.");
      break;
    case BL_NORMALISE_UNKNOWN:
    case BL_NORMALISE_RANK:
    default:
      how = _ ("Each measure is ranked from 0 (least need) to 100 (most), then weighted.");
    }
  {
    g_autofree char *words = g_strdup_printf (_ ("%s A missing figure is left out, never counted as 0."), how);

    gtk_label_set_text (self->how, words);
  }
}

static gboolean
has_measure (const BlNeedsQuestion *question, const char *value)
{
  for (guint i = 0; i < question->n_measures; i++)
    if (g_strcmp0 (question->measures[i].value, value) == 0)
      return TRUE;
  return FALSE;
}

static void
update_offers (BlNeedsWeights *self)
{
  const BlNeedsQuestion *question = bl_needs_model_get_question (self->model);
  BlFacts *facts = bl_needs_model_get_facts (self->model);
  g_autoptr (GPtrArray) offers = bl_needs_measure_offers (facts, question->of_libraries);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < offers->len; i++)
    {
      const char *value = g_ptr_array_index (offers, i);
      g_autoptr (BlNeedsMeasureAbout) about = bl_needs_measure_about (facts, value, question->of_libraries);
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (has_measure (question, value))
        continue;
      label = g_strcmp0 (about->title, about->about) == 0 ? g_strdup (about->title)
                                                          : g_strdup_printf ("%s (%s)", about->title, about->about);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "weights.add", "s", value);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->add_button, G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0
                                && bl_session_get_editable (bl_needs_model_get_session (self->model)));
}

/* Rows stay, so that the keyboard stays on a slider whose weight was just written. */
static void
update_rows (BlNeedsWeights *self)
{
  guint n = bl_needs_model_get_question (self->model)->n_measures;
  GtkWidget *row;

  while (self->n_rows > n)
    {
      gtk_box_remove (self->rows, gtk_widget_get_last_child (GTK_WIDGET (self->rows)));
      self->n_rows--;
    }
  while (self->n_rows < n)
    {
      gtk_box_append (self->rows, bl_needs_weight_row_new (self->model));
      self->n_rows++;
    }
  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (guint i = 0; i < n; i++, row = gtk_widget_get_next_sibling (row))
    bl_needs_weight_row_show (BL_NEEDS_WEIGHT_ROW (row), i);
}

/* --- Callbacks ----------------------------------------------------------------- */

static void
on_changed (BlNeedsWeights *self)
{
  update_rows (self);
  update_sum (self);
  update_firmness (self);
  update_words (self);
  update_offers (self);
}

static void
on_weighed (BlNeedsWeights *self)
{
  update_sum (self);
  update_firmness (self);
}

static void
add_measure (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsWeights *self = BL_NEEDS_WEIGHTS (widget);

  bl_needs_edit_add_measure (self->model, g_variant_get_string (parameter, NULL));
}

static void
bring_to_100 (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsWeights *self = BL_NEEDS_WEIGHTS (widget);

  bl_needs_model_keep_weight (self->model);
  bl_needs_edit_bring_to_100 (self->model);
}

/* --- Overrides ------------------------------------------------------------------- */

static void
bl_needs_weights_dispose (GObject *object)
{
  BlNeedsWeights *self = BL_NEEDS_WEIGHTS (object);
  GtkWidget *child;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_NEEDS_WEIGHTS);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (bl_needs_weights_parent_class)->dispose (object);
}

static void
bl_needs_weights_class_init (BlNeedsWeightsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_needs_weights_dispose;
  g_type_ensure (BL_TYPE_NEEDS_PICKER);
  g_type_ensure (BL_TYPE_SQUARES_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/needs-weights.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, picker);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, rows);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, sum);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, sum_icon);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, sum_button);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, firm_part);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, firm);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, quarter);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, squares);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, unknown);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, how);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, add_button);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsWeights, index_button);
  gtk_widget_class_install_action (widget_class, "weights.add", "s", add_measure);
  gtk_widget_class_install_action (widget_class, "weights.bring-to-100", NULL, bring_to_100);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "needs-weights");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_needs_weights_init (BlNeedsWeights *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Weights"), -1);
  /* A name on an icon-only menu button stands on the button inside it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->index_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New, rename, scaling"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->add_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a measure"), -1);
}

void
bl_needs_weights_set_model (BlNeedsWeights *self, BlNeedsModel *model)
{
  g_return_if_fail (BL_IS_NEEDS_WEIGHTS (self) && self->model == NULL);

  self->model = g_object_ref (model);
  bl_needs_picker_set_model (self->picker, model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "weighed", G_CALLBACK (on_weighed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

void
bl_needs_weights_focus (BlNeedsWeights *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}
