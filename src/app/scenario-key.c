/* scenario-key.c: what the colours of the difference map mean, with the people of each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-key.h"

#include <glib/gi18n-lib.h>

#include "map-difference.h"
#include "text.h"
#include "theme.h"

/* Pixels before the text scale. */
#define SWATCH_WIDTH 24
#define SWATCH_HEIGHT 14

struct _BlScenarioKey
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (BlScenarioKey, bl_scenario_key, GTK_TYPE_WIDGET)

/* From worst to best, then those for whom nothing changes. */
static const BlEffect order[]
    = { BL_EFFECT_LOST, BL_EFFECT_FURTHER, BL_EFFECT_BEYOND, BL_EFFECT_NEARER, BL_EFFECT_GAINED, BL_EFFECT_NONE };

char *
bl_scenario_key_word (BlEffect effect, const BlYardstick *yardstick)
{
  switch (effect)
    {
    case BL_EFFECT_LOST:
      /* TRANSLATORS: %s is "within a mile" */
      return g_strdup_printf (_ ("Lose a library %s"), yardstick->within);
    case BL_EFFECT_FURTHER:
      return g_strdup_printf (_ ("Further, still %s"), yardstick->within);
    case BL_EFFECT_BEYOND:
      {
        g_autofree char *beyond = bl_yardstick_capital (yardstick->beyond);

        /* TRANSLATORS: %s is "Beyond a mile" */
        return g_strdup_printf (_ ("%s already, now further"), beyond);
      }
    case BL_EFFECT_NEARER:
      return g_strdup (_ ("Nearer"));
    case BL_EFFECT_GAINED:
      return g_strdup_printf (_ ("Gain a library %s"), yardstick->within);
    case BL_EFFECT_NONE:
    case BL_N_EFFECTS:
    default:
      return g_strdup (_ ("No change"));
    }
}

static void
on_draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  bl_effect_swatch_paint (cr, 0.5, 0.5, width - 1, height - 1, GPOINTER_TO_INT (data),
                          g_object_get_data (G_OBJECT (area), "dots") != NULL, bl_theme_get_palette (GTK_WIDGET (area)));
}

static void
add_row (BlScenarioKey *self, int row, BlEffect effect, const BlYardstick *yardstick, double people, gboolean dots)
{
  double scale = bl_theme_get_text_scale (GTK_WIDGET (self));
  GtkWidget *swatch = gtk_drawing_area_new ();
  g_autofree char *word = bl_scenario_key_word (effect, yardstick);
  g_autofree char *number = bl_text_number (people, 0);
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *count = gtk_label_new (number);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), (int) (SWATCH_WIDTH * scale));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), (int) (SWATCH_HEIGHT * scale));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), on_draw, GINT_TO_POINTER (effect), NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (swatch), "dots", GINT_TO_POINTER (dots));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (count, "small");
  gtk_widget_add_css_class (count, "numeric");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (count), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (self->grid, swatch, 0, row, 1, 1);
  gtk_grid_attach (self->grid, label, 1, row, 1, 1);
  gtk_grid_attach (self->grid, count, 2, row, 1, 1);
}

static void
bl_scenario_key_dispose (GObject *object)
{
  g_clear_pointer (&BL_SCENARIO_KEY (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bl_scenario_key_parent_class)->dispose (object);
}

static void
bl_scenario_key_class_init (BlScenarioKeyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_scenario_key_dispose;
  gtk_widget_class_set_css_name (widget_class, "scenario-key");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_scenario_key_init (BlScenarioKey *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->title = GTK_LABEL (gtk_label_new (_ ("What changes for people")));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "small");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "strong");
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 9);
  gtk_grid_set_row_spacing (self->grid, 1);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->grid));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "float");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
}

void
bl_scenario_key_show (BlScenarioKey *self, BlScenarioStudy *study)
{
  const BlConsequences *consequences;
  GtkWidget *child;
  int row = 0;

  g_return_if_fail (BL_IS_SCENARIO_KEY (self));

  consequences = bl_scenario_study_get (study, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), consequences != NULL && bl_scenario_study_get_scenario (study) != NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  if (consequences == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == BL_EFFECT_NONE || consequences->areas[order[i]] > 0)
      add_row (self, row++, order[i], bl_scenario_study_get_yardstick (study), consequences->people[order[i]],
               bl_scenario_study_get_facts (study)->outlines == NULL);
}
