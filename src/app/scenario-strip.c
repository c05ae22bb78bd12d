/* scenario-strip.c: six figures of a scenario, each with today's beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

typedef struct
{
  GtkWidget *box, *invite;
  GtkLabel *label, *figure, *comparison;
  GtkImage *arrow;
} Cell;

struct _BlScenarioStrip
{
  GtkWidget parent_instance;
  GtkWidget *grid;
  Cell cells[BL_N_STRIP];
};

G_DEFINE_FINAL_TYPE (BlScenarioStrip, bl_scenario_strip, GTK_TYPE_WIDGET)

enum
{
  COST_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* How a change is meant: the arrow is the direction, the colour whether it is good. */
typedef enum
{
  TONE_PLAIN,
  TONE_GOOD,
  TONE_BAD,
} Tone;

static void
set_cell (BlScenarioStrip *self,
          BlStripCell index,
          const char *label,
          const char *figure,
          const char *comparison,
          int direction,
          Tone tone)
{
  Cell *cell = &self->cells[index];
  const char *none[] = { NULL };
  const char *good[] = { "good-text", NULL };
  const char *bad[] = { "bad-text", NULL };
  const char **classes = tone == TONE_GOOD ? good : tone == TONE_BAD ? bad : none;
  g_autofree char *spoken = NULL;

  gtk_label_set_text (cell->label, label);
  gtk_label_set_text (cell->figure, figure);
  gtk_label_set_text (cell->comparison, comparison);
  gtk_image_set_from_icon_name (cell->arrow, direction > 0 ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (cell->arrow), direction != 0);
  gtk_widget_set_css_classes (GTK_WIDGET (cell->comparison), classes);
  gtk_widget_set_css_classes (GTK_WIDGET (cell->arrow), classes);
  gtk_widget_add_css_class (GTK_WIDGET (cell->comparison), "small");
  if (tone != TONE_PLAIN)
    gtk_widget_add_css_class (GTK_WIDGET (cell->comparison), "strong");
  /* TRANSLATORS: for screen readers: what it is, the figure, today's beside it */
  spoken = g_strdup_printf (_ ("%s: %s, %s"), label, figure, comparison);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static char *
hours_text (double hours)
{
  return bl_text_number (hours, fabs (hours - round (hours)) < 0.05 ? 0 : 1);
}

static char *
pounds_text (double pounds)
{
  g_autofree char *number = bl_text_number (fabs (pounds), 0);

  return g_strdup_printf (pounds < 0 ? "−£%s" : "£%s", number);
}

static char *
join_words (const char *first, const char *second)
{
  /* TRANSLATORS: two short remarks below a figure: "23 fewer", "1 not known" */
  return first != NULL && second != NULL ? g_strdup_printf (_ ("%s, %s"), first, second)
                                         : g_strdup (first != NULL ? first : second != NULL ? second : "");
}

/* --- The cells -------------------------------------------------------------- */

static void
show_moved (BlScenarioStrip *self, const BlConsequences *it, gboolean today, guint n_areas)
{
  g_autofree char *figure = bl_text_number (today ? it->after->population : it->moved, 0);
  g_autofree char *areas = g_strdup_printf (ngettext ("in %u area", "in %u areas", n_areas), n_areas);
  g_autofree char *percent
      = bl_text_percent (it->after->population > 0 ? it->moved * 100 / it->after->population : 0);
  g_autofree char *share = g_strdup_printf (_ ("%s of people"), percent);

  if (today)
    set_cell (self, BL_STRIP_MOVED, _ ("People"), figure, areas, 0, TONE_PLAIN);
  else
    set_cell (self, BL_STRIP_MOVED, _ ("Change library"), figure, it->moved > 0 ? share : _ ("nobody"), 0, TONE_PLAIN);
}

static void
show_lost (BlScenarioStrip *self, const BlConsequences *it, const BlYardstick *yardstick, gboolean today)
{
  BlEffect effect = it->people[BL_EFFECT_LOST] > 0 || it->people[BL_EFFECT_GAINED] <= 0 ? BL_EFFECT_LOST
                                                                                        : BL_EFFECT_GAINED;
  double people = today ? it->after->population - it->after->within[0].people : it->people[effect];
  guint areas = it->areas[effect];
  g_autofree char *figure = bl_text_number (people, 0);
  g_autofree char *comparison = NULL;
  g_autofree char *label = NULL;

  if (today)
    {
      label = bl_yardstick_capital (yardstick->beyond);
      comparison = g_strdup (_ ("people"));
      set_cell (self, BL_STRIP_LOST, label, figure, comparison, 0, TONE_PLAIN);
      return;
    }
  label = g_strdup_printf (effect == BL_EFFECT_LOST ? _ ("Lose one %s") : _ ("Gain one %s"), yardstick->within);
  if (people <= 0)
    comparison = g_strdup (_ ("nobody"));
  else if (effect == BL_EFFECT_LOST && it->people[BL_EFFECT_GAINED] > 0)
    {
      g_autofree char *gained = bl_text_number (it->people[BL_EFFECT_GAINED], 0);

      comparison = g_strdup_printf (_ ("people; %s gain one"), gained);
    }
  else
    comparison = g_strdup_printf (ngettext ("people in %u area", "people in %u areas", areas), areas);
  set_cell (self, BL_STRIP_LOST, label, figure, comparison, 0,
            people <= 0                ? TONE_PLAIN
            : effect == BL_EFFECT_LOST ? TONE_BAD
                                       : TONE_GOOD);
}

static void
show_within (BlScenarioStrip *self, const BlConsequences *it, const BlYardstick *yardstick, gboolean today)
{
  double points = it->after->within[0].percent - it->before->within[0].percent;
  g_autofree char *figure = bl_text_percent (it->after->within[0].percent);
  g_autofree char *people = bl_text_number (it->after->within[0].people, 0);
  g_autofree char *size = bl_text_number (fabs (points), 1);
  g_autofree char *comparison = NULL;
  g_autofree char *title = bl_yardstick_capital (yardstick->within);

  if (today)
    comparison = g_strdup_printf (_ ("%s people"), people);
  else if (fabs (points) < 0.05)
    comparison = g_strdup (_ ("as today"));
  else
    comparison = g_strdup_printf (points < 0 ? _ ("%s points lower") : _ ("%s points higher"), size);
  set_cell (self, BL_STRIP_WITHIN, title, figure, comparison, today || fabs (points) < 0.05 ? 0 : points < 0 ? -1 : 1,
            today || fabs (points) < 0.05 ? TONE_PLAIN
            : points < 0                  ? TONE_BAD
                                          : TONE_GOOD);
}

static void
show_distance (BlScenarioStrip *self, const BlConsequences *it, gboolean today)
{
  double metres = it->after->mean_distance - it->before->mean_distance;
  gboolean same = today || !(fabs (metres) >= 0.5);
  g_autofree char *figure = bl_text_metres (it->after->mean_distance);
  g_autofree char *size = bl_text_metres (fabs (metres));
  g_autofree char *comparison = NULL;

  if (today)
    comparison = g_strdup (_ ("to the nearest"));
  else if (same)
    comparison = g_strdup (_ ("as today"));
  else
    comparison = g_strdup_printf (metres > 0 ? _ ("%s further") : _ ("%s nearer"), size);
  set_cell (self, BL_STRIP_DISTANCE, _ ("Average distance"), figure, comparison, same ? 0 : metres > 0 ? 1 : -1,
            same         ? TONE_PLAIN
            : metres > 0 ? TONE_BAD
                         : TONE_GOOD);
}

static void
show_hours (BlScenarioStrip *self, const BlConsequences *it, gboolean today)
{
  double more = it->hours_after - it->hours_before;
  gboolean same = today || fabs (more) < 0.05;
  g_autofree char *figure = hours_text (it->hours_after);
  g_autofree char *size = hours_text (fabs (more));
  g_autofree char *change = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *comparison = NULL;

  if (it->hours_unknown_after > 0)
    unknown = g_strdup_printf (_ ("%u not known"), it->hours_unknown_after);
  if (!same)
    change = g_strdup_printf (more > 0 ? _ ("%s more") : _ ("%s fewer"), size);
  else if (!today)
    change = g_strdup (_ ("as today"));
  comparison = join_words (change, unknown);
  set_cell (self, BL_STRIP_HOURS, _ ("Hours a week"), figure, comparison, same ? 0 : more > 0 ? 1 : -1,
            same       ? TONE_PLAIN
            : more > 0 ? TONE_GOOD
                       : TONE_BAD);
}

static void
show_saving (BlScenarioStrip *self, const BlConsequences *it, gboolean today)
{
  Cell *cell = &self->cells[BL_STRIP_SAVING];
  gboolean known = today ? it->cost_unknown_after == 0 : it->saving_known;
  double pounds = today ? it->cost_after : it->saving;
  g_autofree char *figure = known ? pounds_text (fabs (pounds)) : g_strdup (_ ("Not known"));
  g_autofree char *comparison = NULL;
  const char *label = today                 ? _ ("Running cost a year")
                      : known && pounds < 0 ? _ ("Costs more a year")
                                            : _ ("Saving a year");

  if (today && !known)
    comparison = g_strdup_printf (
        ngettext ("%u library without", "%u libraries without", it->cost_unknown_after), it->cost_unknown_after);
  else if (!known)
    comparison = g_strdup ("");
  else if (it->once_cost > 0)
    {
      g_autofree char *once = pounds_text (it->once_cost);

      comparison = g_strdup_printf (_ ("%s once"), once);
    }
  else
    comparison = g_strdup (today ? _ ("of open libraries") : _ ("running cost"));
  set_cell (self, BL_STRIP_SAVING, label, figure, comparison, 0, TONE_PLAIN);
  gtk_widget_set_visible (cell->invite, !known && !today);
  gtk_widget_set_visible (GTK_WIDGET (cell->comparison), *comparison != '\0');
}

/* --- Overrides ---------------------------------------------------------------- */

static void
on_invite (BlScenarioStrip *self)
{
  g_signal_emit (self, signals[COST_WANTED], 0);
}

static void
make_cell (BlScenarioStrip *self, Cell *cell)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  cell->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  cell->label = GTK_LABEL (gtk_label_new (NULL));
  cell->figure = GTK_LABEL (gtk_label_new (NULL));
  cell->comparison = GTK_LABEL (gtk_label_new (NULL));
  cell->arrow = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (cell->label), "small");
  gtk_widget_add_css_class (GTK_WIDGET (cell->label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (cell->figure), "figure-m");
  gtk_label_set_xalign (cell->label, 0);
  gtk_label_set_wrap (cell->label, TRUE);
  gtk_label_set_xalign (cell->figure, 0);
  gtk_label_set_xalign (cell->comparison, 0);
  gtk_label_set_wrap (cell->comparison, TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (cell->arrow));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (cell->comparison));
  gtk_box_append (GTK_BOX (cell->box), GTK_WIDGET (cell->label));
  gtk_box_append (GTK_BOX (cell->box), GTK_WIDGET (cell->figure));
  gtk_box_append (GTK_BOX (cell->box), line);
  gtk_widget_add_css_class (cell->box, "strip-cell");
  gtk_widget_set_hexpand (cell->box, TRUE);
}

static void
make_invite (BlScenarioStrip *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (_ ("add running cost")));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "invite");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add running cost"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_invite), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (button, FALSE);
  gtk_box_append (GTK_BOX (self->cells[BL_STRIP_SAVING].box), button);
  self->cells[BL_STRIP_SAVING].invite = button;
}

static void
bl_scenario_strip_dispose (GObject *object)
{
  g_clear_pointer (&BL_SCENARIO_STRIP (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (bl_scenario_strip_parent_class)->dispose (object);
}

static void
bl_scenario_strip_class_init (BlScenarioStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_scenario_strip_dispose;
  signals[COST_WANTED]
      = g_signal_new ("cost-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "scenario-strip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_scenario_strip_init (BlScenarioStrip *self)
{
  self->grid = gtk_grid_new ();
  gtk_widget_add_css_class (self->grid, "strip");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Consequences"), -1);
  for (guint i = 0; i < BL_N_STRIP; i++)
    make_cell (self, &self->cells[i]);
  make_invite (self);
  bl_scenario_strip_set_columns (self, BL_N_STRIP);
}

/* A line stands between two cells of a row. */
void
bl_scenario_strip_set_columns (BlScenarioStrip *self, guint columns)
{
  g_return_if_fail (BL_IS_SCENARIO_STRIP (self));
  g_return_if_fail (columns > 0);

  for (guint i = 0; i < BL_N_STRIP; i++)
    {
      GtkWidget *box = self->cells[i].box;

      g_object_ref (box);
      if (gtk_widget_get_parent (box) != NULL)
        gtk_grid_remove (GTK_GRID (self->grid), box);
      gtk_grid_attach (GTK_GRID (self->grid), box, (int) (i % columns), (int) (i / columns), 1, 1);
      g_object_unref (box);
      if (i % columns == 0)
        gtk_widget_add_css_class (box, "first");
      else
        gtk_widget_remove_css_class (box, "first");
    }
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), columns < BL_N_STRIP);
}

void
bl_scenario_strip_show (BlScenarioStrip *self, BlScenarioStudy *study)
{
  const BlConsequences *it;
  const BlYardstick *yardstick;
  gboolean today;

  g_return_if_fail (BL_IS_SCENARIO_STRIP (self));

  it = bl_scenario_study_get (study, NULL);
  yardstick = bl_scenario_study_get_yardstick (study);
  today = bl_scenario_study_get_scenario (study) == NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), it != NULL);
  if (it == NULL)
    return;
  show_moved (self, it, today, bl_scenario_study_get_facts (study)->n_areas);
  show_lost (self, it, yardstick, today);
  show_within (self, it, yardstick, today);
  show_distance (self, it, today);
  show_hours (self, it, today);
  show_saving (self, it, today);
}

const char *
bl_scenario_strip_get_figure (BlScenarioStrip *self, BlStripCell cell)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STRIP (self), NULL);
  return gtk_label_get_text (self->cells[cell].figure);
}

const char *
bl_scenario_strip_get_comparison (BlScenarioStrip *self, BlStripCell cell)
{
  g_return_val_if_fail (BL_IS_SCENARIO_STRIP (self), NULL);
  return gtk_label_get_text (self->cells[cell].comparison);
}
