/* figure-dialog.c: typing in the figure of a period, or mending it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "figure-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-change.h"
#include "text.h"

struct _BlFigureDialog
{
  AdwWindow parent;
  BlIndicatorStudy *study;
  GPtrArray *measures; /* of char * */
  AdwComboRow *measure, *place, *state;
  AdwEntryRow *period, *figure, *note, *source;
  GtkSwitch *provisional;
  GtkLabel *now, *problem;
  GtkWidget *form, *nothing;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (BlFigureDialog, bl_figure_dialog, ADW_TYPE_WINDOW)

static const BlState states[]
    = { BL_STATE_MEASURED, BL_STATE_ESTIMATE, BL_STATE_PROXY, BL_STATE_SUPPRESSED, BL_STATE_NO_DATA };

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static BlProject *
get_project (BlFigureDialog *self)
{
  return bl_session_get_project (bl_indicator_study_get_session (self->study));
}

static const char *
get_measure (BlFigureDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->measure);

  return chosen < self->measures->len ? g_ptr_array_index (self->measures, chosen) : NULL;
}

static const char *
get_place (BlFigureDialog *self)
{
  GPtrArray *places = bl_indicator_study_get_places (self->study, NULL);
  guint chosen = adw_combo_row_get_selected (self->place);

  return chosen < places->len ? g_ptr_array_index (places, chosen) : NULL;
}

static BlState
get_state (BlFigureDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->state);

  return chosen < G_N_ELEMENTS (states) ? states[chosen] : BL_STATE_MEASURED;
}

static gboolean
has_figure (BlState state)
{
  return state != BL_STATE_SUPPRESSED && state != BL_STATE_NO_DATA;
}

/* The kind in which it is kept there, else that of the indicator. */
static BlPeriodKind
get_kind (BlFigureDialog *self)
{
  BlPeriodKind kind = bl_typed_value_kind (get_project (self), get_measure (self), get_place (self));

  return kind != BL_PERIOD_KIND_UNKNOWN ? kind : bl_indicator_study_get_period (self->study);
}

static gboolean
read_figure (BlFigureDialog *self, double *value)
{
  g_autofree char *text = bl_text_clean (get_text (self->figure));
  const char *start = text;

  *value = NAN;
  if (text == NULL)
    return FALSE;
  if (g_str_has_prefix (start, "£"))
    start += strlen ("£");
  return bl_text_parse_number (start, value);
}

/* The service's figure is the sum of its libraries', and cannot be typed. */
static gboolean
is_sum (BlFigureDialog *self)
{
  return get_place (self) == NULL && get_measure (self) != NULL
         && bl_typed_value_is_sum (get_project (self), get_measure (self));
}

static gboolean
read_form (BlFigureDialog *self, BlTypedValue *typed, char **problem)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *when = bl_text_clean (get_text (self->period));

  *typed = (BlTypedValue){ .measure = get_measure (self), .library = get_place (self), .value = NAN,
                           .state = get_state (self), .provisional = gtk_switch_get_active (self->provisional),
                           .note = get_text (self->note), .source = get_text (self->source) };
  if (typed->measure == NULL || when == NULL || is_sum (self))
    return FALSE;
  if (!bl_period_parse (when, get_kind (self), &typed->period, &error))
    {
      *problem = g_strdup (error->message);
      return FALSE;
    }
  if (!has_figure (typed->state))
    return TRUE;
  if (*get_text (self->figure) == '\0')
    return FALSE;
  if (!read_figure (self, &typed->value))
    {
      *problem = g_strdup_printf (_ ("“%s” is not a number. Write it like 1,234.50"), get_text (self->figure));
      return FALSE;
    }
  return TRUE;
}

static void
check (BlFigureDialog *self)
{
  BlTypedValue typed;
  g_autofree char *problem = NULL;
  gboolean right = read_form (self, &typed, &problem);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->figure), has_figure (get_state (self)));
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "figure.save",
      right && bl_session_get_editable (bl_indicator_study_get_session (self->study)));
}

static void
on_changed (BlFigureDialog *self)
{
  if (!self->filling)
    check (self);
}

static void
say_now (BlFigureDialog *self, const BlKeptValue *kept, gboolean asked)
{
  g_autofree char *value = isfinite (kept->value) ? bl_text_number (kept->value, kept->value == round (kept->value) ? 0 : 2)
                                                  : g_ascii_strdown (_ (bl_state_get_title (kept->state)), -1);
  g_autofree char *words = NULL;

  if (is_sum (self))
    words = g_strdup (_ ("This is added up from the libraries: choose the library whose figure it is."));
  else if (!asked)
    words = g_strdup (_ ("Give the period, and what is known of it is shown here."));
  else if (kept->series == NULL)
    words = g_strdup (_ ("Nothing is kept here yet: this would be the first figure."));
  else if (kept->source != NULL)
    words = g_strdup_printf (_ ("Now: %s. Source: %s."), value, kept->source);
  else
    words = g_strdup_printf (_ ("Now: %s. Source: not known."), value);
  gtk_label_set_label (self->now, words);
}

/* Another measure, place or period: what stands there is shown, to be mended. */
static void
look (BlFigureDialog *self)
{
  BlKeptValue kept = { 0 };
  BlPeriod period;
  g_autofree char *when = bl_text_clean (get_text (self->period));
  gboolean asked = get_measure (self) != NULL && when != NULL
                   && bl_period_parse (when, get_kind (self), &period, NULL);

  if (self->filling)
    return;
  if (asked)
    bl_typed_value_look (get_project (self), get_measure (self), get_place (self), &period, &kept);
  self->filling = TRUE;
  say_now (self, &kept, asked);
  asked = asked && !is_sum (self);
  if (asked && isfinite (kept.value))
    {
      g_autofree char *text = bl_text_from_double (kept.value);

      set_text (self->figure, text);
    }
  else
    set_text (self->figure, NULL);
  set_text (self->note, kept.note);
  gtk_switch_set_active (self->provisional, kept.provisional);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (asked && isfinite (kept.value) ? states[i] == kept.state : states[i] == BL_STATE_MEASURED)
      adw_combo_row_set_selected (self->state, i);
  gtk_widget_set_visible (GTK_WIDGET (self->source), kept.series == NULL);
  self->filling = FALSE;
  bl_kept_value_clear (&kept);
  check (self);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFigureDialog *self = BL_FIGURE_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL, *source = bl_text_clean (get_text (self->source));
  BlTypedValue typed;

  if (!read_form (self, &typed, &problem))
    return;
  typed.source = source;
  if (bl_indicator_change_put_value (bl_indicator_study_get_session (self->study),
                                   bl_indicator_study_get_indicator (self->study), &typed, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/* --- Filling it ------------------------------------------------------------------ */

static void
fill_measures (BlFigureDialog *self, BlBaseFigures *figures)
{
  BlDictionary *dictionary = bl_base_figures_get_dictionary (figures);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->measures->len; i++)
    {
      const char *item = g_ptr_array_index (self->measures, i);
      BlBaseMeasure *measure = bl_dictionary_find_measure (dictionary, item);
      g_autofree char *own = bl_record_describe (BL_RECORD (bl_indicator_study_get_indicator (self->study)));
      g_autofree char *title = bl_text_sentence (measure != NULL ? bl_record_get_text (BL_RECORD (measure), "name") : own);

      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->measure, G_LIST_MODEL (titles));
}

static void
fill_places (BlFigureDialog *self)
{
  GPtrArray *names, *places = bl_indicator_study_get_places (self->study, &names);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *place = bl_indicator_study_get_place (self->study);
  guint chosen = 0;

  for (guint i = 0; i < places->len; i++)
    {
      gtk_string_list_append (titles, g_ptr_array_index (names, i));
      if (g_strcmp0 (g_ptr_array_index (places, i), place) == 0)
        chosen = i;
    }
  adw_combo_row_set_model (self->place, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->place, chosen);
}

static void
fill_states (BlFigureDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (titles, _ (bl_state_get_title (states[i])));
  adw_combo_row_set_model (self->state, G_LIST_MODEL (titles));
}

/* The period after the newest one, or that of today. */
static BlPeriod
next_period (BlFigureDialog *self)
{
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  BlPeriodKind kind = bl_indicator_study_get_period (self->study);
  guint32 today = bl_clock_today (bl_project_get_clock (get_project (self)));

  for (guint i = values != NULL ? values->values->n : 0; i > 0; i--)
    if (bl_observation_is_known (&values->values->items[i - 1]) && kind != BL_PERIOD_KIND_SNAPSHOT)
      return bl_period_step (&values->values->items[i - 1].period, 1);
  if (kind == BL_PERIOD_KIND_SNAPSHOT || kind == BL_PERIOD_KIND_SPAN || kind == BL_PERIOD_KIND_ROLLING)
    return (BlPeriod){ BL_PERIOD_KIND_SNAPSHOT, today, today };
  return bl_period_of (today, kind != BL_PERIOD_KIND_UNKNOWN ? kind : BL_PERIOD_KIND_FY);
}

/* As a person would write it, and as it is read back: "September 2022" is not, "Sep 2022" is. */
static char *
write_period (const BlPeriod *period)
{
  g_autofree char *text = bl_period_to_text (period);
  BlPeriod back;

  if (bl_period_parse (text, period->kind, &back, NULL) && bl_period_equal (&back, period))
    return g_steal_pointer (&text);
  return bl_period_to_iso (period);
}

static void
bl_figure_dialog_dispose (GObject *object)
{
  BlFigureDialog *self = BL_FIGURE_DIALOG (object);

  /* What is chosen changes once more while the rows go. */
  self->filling = TRUE;
  g_clear_object (&self->study);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_figure_dialog_parent_class)->dispose (object);
}

static void
bl_figure_dialog_class_init (BlFigureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_figure_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/figure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, measure);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, place);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, state);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, period);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, figure);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, note);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, source);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, provisional);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, now);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, form);
  gtk_widget_class_bind_template_child (widget_class, BlFigureDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_install_action (widget_class, "figure.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bl_figure_dialog_init (BlFigureDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_figure_dialog_new (GtkWindow *parent, BlIndicatorStudy *study, const BlPeriod *period)
{
  BlFigureDialog *self;
  BlBaseFigures *figures = bl_session_get_figures (bl_indicator_study_get_session (study), NULL);
  BlPeriod offered;
  g_autofree char *when = NULL;

  g_return_val_if_fail (bl_indicator_study_get_indicator (study) != NULL, NULL);

  self = g_object_new (BL_TYPE_FIGURE_DIALOG, "transient-for", parent, NULL);
  self->study = g_object_ref (study);
  self->measures = figures != NULL ? bl_typed_value_measures (figures, bl_indicator_study_get_indicator (study))
                                   : g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_visible (self->form, self->measures->len > 0);
  gtk_widget_set_visible (self->nothing, self->measures->len == 0);
  if (figures != NULL)
    fill_measures (self, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->measure), self->measures->len > 1);
  fill_places (self);
  gtk_widget_set_visible (GTK_WIDGET (self->place), bl_indicator_study_get_places (study, NULL)->len > 1);
  fill_states (self);
  offered = period != NULL ? *period : next_period (self);
  when = write_period (&offered);
  set_text (self->period, when);
  self->filling = FALSE;
  look (self);
  return GTK_WIDGET (self);
}
