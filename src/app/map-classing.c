/* map-classing.c: how the figures of a map are put into groups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-classing.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "text.h"

#define USUAL_GROUPS 5

struct _BlMapClassing
{
  GtkWidget parent_instance;

  GtkDropDown *method;
  GtkSpinButton *groups;
  GtkEntry *limits, *middle;
  GtkSwitch *about;
  GtkLabel *wrong, *fit;
  GtkWidget *groups_row, *limits_row, *middle_row;

  BlMapStudy *study;
  char *name;       /* of the value */
  double mean;      /* of the areas' figures: a middle to begin with */
  gboolean filling; /* the fields are being set from the rule */
};

G_DEFINE_FINAL_TYPE (BlMapClassing, bl_map_classing, GTK_TYPE_WIDGET)

static void
say_wrong (BlMapClassing *self, const char *sentence)
{
  gtk_label_set_text (self->wrong, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), sentence != NULL);
}

static void
show_rows (BlMapClassing *self)
{
  guint method = gtk_drop_down_get_selected (self->method);
  gboolean about = gtk_switch_get_active (self->about);

  gtk_widget_set_visible (self->limits_row, method == BL_CLASSIFY_OWN);
  gtk_widget_set_visible (self->groups_row,
                          method != BL_CLASSIFY_OWN && (method != BL_CLASSIFY_USUAL || about));
  gtk_widget_set_visible (self->middle_row, about);
}

/* What the fields say; FALSE with the reason shown where they say nothing. */
static gboolean
read_rule (BlMapClassing *self, BlClassRule *rule)
{
  guint method = gtk_drop_down_get_selected (self->method);
  g_autoptr (GError) error = NULL;

  *rule = (BlClassRule){ 0 };
  if (method == BL_CLASSIFY_OWN)
    {
      if (!bl_class_rule_parse (gtk_editable_get_text (GTK_EDITABLE (self->limits)), rule, &error)
          || rule->method != BL_CLASSIFY_OWN)
        {
          say_wrong (self, error != NULL ? error->message : _ ("Give limits from low to high, as in 10, 20, 50"));
          return FALSE;
        }
    }
  else
    {
      rule->method = method;
      if (gtk_widget_get_visible (self->groups_row))
        rule->n_groups = (guint) gtk_spin_button_get_value_as_int (self->groups);
    }
  rule->about = gtk_switch_get_active (self->about);
  if (rule->about && !bl_text_parse_number (gtk_editable_get_text (GTK_EDITABLE (self->middle)), &rule->middle))
    {
      say_wrong (self, _ ("The middle is not a number"));
      return FALSE;
    }
  return TRUE;
}

static void
on_edited (BlMapClassing *self)
{
  BlClassRule rule;

  if (self->filling || self->study == NULL || self->name == NULL)
    return;
  show_rows (self);
  if (!read_rule (self, &rule))
    return;
  say_wrong (self, NULL);
  bl_map_study_set_rule (self->study, self->name, &rule);
}

/* The limits there are, to start one's own from. */
static char *
limits_of (const BlClasses *classes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; classes != NULL && i < classes->n; i++)
    {
      guint group = classes->low_is_most ? classes->n - 1 - i : i;
      g_autofree char *number = bl_text_from_double (round (classes->starts[group] * 100) / 100);

      g_string_append_printf (text, "%s%s", i > 1 ? "; " : "", number);
    }
  return g_string_free (text, FALSE);
}

static void
on_method_changed (BlMapClassing *self)
{
  on_edited (self);
}

static void
on_about_changed (BlMapClassing *self)
{
  if (!self->filling && gtk_switch_get_active (self->about)
      && *gtk_editable_get_text (GTK_EDITABLE (self->middle)) == '\0' && isfinite (self->mean))
    {
      g_autofree char *number = bl_text_from_double (round (self->mean * 10) / 10);

      self->filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->middle), number);
      self->filling = FALSE;
    }
  on_edited (self);
}

static void
bl_map_classing_dispose (GObject *object)
{
  BlMapClassing *self = BL_MAP_CLASSING (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_MAP_CLASSING);
  g_clear_object (&self->study);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (bl_map_classing_parent_class)->dispose (object);
}

static void
bl_map_classing_class_init (BlMapClassingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_map_classing_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/map-classing.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, method);
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, groups);
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, limits);
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, middle);
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, about);
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, wrong);
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, fit);
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, groups_row);
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, limits_row);
  gtk_widget_class_bind_template_child (widget_class, BlMapClassing, middle_row);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_method_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_about_changed);
  gtk_widget_class_set_css_name (widget_class, "map-classing");
}

static void
bl_map_classing_init (BlMapClassing *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->mean = NAN;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < BL_N_CLASSIFY; i++)
    gtk_string_list_append (titles, _ (bl_classify_get_title (i)));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->method, G_LIST_MODEL (titles));
  self->filling = FALSE;
  show_rows (self);
}

static double
mean_of (const BlAreaValue *value)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < value->facts->n_areas; i++)
    if (isfinite (value->numbers[i]))
      {
        sum += value->numbers[i];
        n++;
      }
  return n > 0 ? sum / n : NAN;
}

static void
fill (BlMapClassing *self, const BlClassRule *rule, const BlClasses *classes)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->method, rule->method);
  gtk_spin_button_set_value (self->groups, rule->n_groups > 0 ? rule->n_groups : USUAL_GROUPS);
  gtk_switch_set_active (self->about, rule->about);
  if (rule->method == BL_CLASSIFY_OWN)
    {
      BlClassRule typed;

      /* What is typed and says the same stays as it is. */
      if (!bl_class_rule_parse (gtk_editable_get_text (GTK_EDITABLE (self->limits)), &typed, NULL)
          || typed.n_breaks != rule->n_breaks
          || memcmp (typed.breaks, rule->breaks, rule->n_breaks * sizeof *rule->breaks) != 0)
        {
          g_autofree char *text = bl_class_rule_to_text (rule);

          gtk_editable_set_text (GTK_EDITABLE (self->limits), text);
        }
    }
  else
    {
      g_autofree char *limits = limits_of (classes);

      gtk_editable_set_text (GTK_EDITABLE (self->limits), limits);
    }
  if (rule->about)
    {
      double typed;

      if (!bl_text_parse_number (gtk_editable_get_text (GTK_EDITABLE (self->middle)), &typed)
          || typed != rule->middle)
        {
          g_autofree char *text = bl_text_from_double (rule->middle);

          gtk_editable_set_text (GTK_EDITABLE (self->middle), text);
        }
    }
  else
    gtk_editable_set_text (GTK_EDITABLE (self->middle), "");
  show_rows (self);
  self->filling = FALSE;
}

void
bl_map_classing_show (BlMapClassing *self, BlMapStudy *study, const BlAreaValue *value, const BlClasses *classes)
{
  BlClassRule rule;

  g_return_if_fail (BL_IS_MAP_CLASSING (self));
  g_return_if_fail (BL_IS_MAP_STUDY (study));

  g_set_object (&self->study, study);
  g_free (self->name);
  self->name = value != NULL ? g_strdup (value->name) : NULL;
  if (value == NULL)
    return;
  self->mean = mean_of (value);
  rule = bl_map_study_get_rule (study, value->name);
  fill (self, &rule, classes);
  say_wrong (self, NULL);
  if (classes != NULL && isfinite (classes->fit))
    {
      g_autofree char *percent = bl_text_percent (classes->fit * 100);
      g_autofree char *sentence
          /* TRANSLATORS: a share in percent */
          = g_strdup_printf (_ ("%s of the differences between areas are differences between groups."), percent);

      gtk_label_set_text (self->fit, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fit), classes != NULL && isfinite (classes->fit));
}
