/* indicator-view.c: one indicator: what it says, its chart, its events, and what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-view.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "break-dialog.h"
#include "chart-view.h"
#include "edit.h"
#include "figure-dialog.h"
#include "indicator-change.h"
#include "indicator-events.h"
#include "indicator-pane.h"
#include "indicator-summary.h"
#include "verdict-words.h"

struct _BlIndicatorView
{
  AdwBin parent;
  BlSession *session;
  BlIndicatorStudy *study;
  BlAdaptiveBin *bin;
  AdwFlap *flap;
  GtkLabel *name, *lacks, *stretch_words, *pill_word;
  GtkImage *pill_icon;
  GtkBox *pill, *toolbar, *buttons;
  GtkDropDown *kind, *period, *place;
  GtkToggleButton *season, *all_years;
  GtkWidget *kind_part, *place_part, *period_part, *stretch_part, *comment_button;
  BlChartView *chart;
  BlIndicatorEvents *events;
  BlIndicatorPane *pane;
  BlPeriodKind periods[8];
  BlChartKind chart_kinds[8];
  guint n_periods, n_kinds;
  gboolean table_shown, pane_shown;
  gboolean showing; /* what is asked is being shown, not asked */
};

enum
{
  PROP_SESSION = 1,
  PROP_INDICATOR,
  PROP_TABLE_SHOWN,
  PROP_PANE_SHOWN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlIndicatorView, bl_indicator_view, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* --- What is picked ------------------------------------------------------------------ */

/* The row of the chart's table that speaks of the observation @index; -1. */
static int
find_row (BlIndicatorView *self, guint index)
{
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  BlChart *chart = bl_indicator_study_get_chart (self->study);
  g_autofree char *text = NULL;

  if (chart == NULL || values == NULL || index >= values->values->n)
    return -1;
  text = bl_period_to_text (&values->values->items[index].period);
  for (guint row = 0; row < chart->table->rows->len; row++)
    if (g_strcmp0 (bl_chart_table_get (chart->table, row, 0)->text, text) == 0)
      return (int) row;
  return -1;
}

/* The observation that the picked row speaks of; -1. */
static int
find_picked (BlIndicatorView *self)
{
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  BlChart *chart = bl_indicator_study_get_chart (self->study);
  int row = bl_chart_view_get_picked (self->chart);

  if (chart == NULL || values == NULL || row < 0 || (guint) row >= chart->table->rows->len)
    return -1;
  for (guint i = 0; i < values->values->n; i++)
    {
      g_autofree char *text = bl_period_to_text (&values->values->items[i].period);

      if (g_strcmp0 (bl_chart_table_get (chart->table, (guint) row, 0)->text, text) == 0)
        return (int) i;
    }
  return -1;
}

static const BlPeriod *
get_picked_period (BlIndicatorView *self)
{
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  int at = find_picked (self);

  return at >= 0 ? &values->values->items[at].period : NULL;
}

static void
update_actions (BlIndicatorView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean some = bl_indicator_study_get_indicator (self->study) != NULL;
  gboolean editable = some && bl_session_get_editable (self->session);
  const BlPeriod *picked = some ? get_picked_period (self) : NULL;
  g_autofree char *when = picked != NULL ? bl_words_period (picked) : NULL;
  g_autofree char *words = when != NULL ? g_strdup_printf (_ ("_Comment on %s…"), when) : g_strdup (_ ("_Comment…"));

  gtk_widget_action_set_enabled (widget, "indicator.mark-break", editable);
  gtk_widget_action_set_enabled (widget, "indicator.set-figure", editable);
  gtk_widget_action_set_enabled (widget, "indicator.comment", editable && picked != NULL);
  gtk_button_set_label (GTK_BUTTON (self->comment_button), words);
  gtk_widget_set_tooltip_text (self->comment_button,
                               picked != NULL ? _ ("Say what is behind the figure") : _ ("Pick a point of the chart first"));
}

/* --- What is asked -------------------------------------------------------------------- */

static const char *
get_period_title (BlPeriodKind kind)
{
  switch (kind)
    {
    case BL_PERIOD_KIND_MONTH:
      return _ ("By month");
    case BL_PERIOD_KIND_QUARTER:
      return _ ("By quarter");
    case BL_PERIOD_KIND_FY:
      return _ ("By financial year");
    case BL_PERIOD_KIND_AY:
      return _ ("By school year");
    case BL_PERIOD_KIND_CY:
      return _ ("By calendar year");
    case BL_PERIOD_KIND_SNAPSHOT:
      return _ ("At a date");
    case BL_PERIOD_KIND_ROLLING:
      return _ ("Last 12 months");
    default:
      return _ ("By period");
    }
}

/* The titles are put in only where they are others: this is called while one of them is being chosen. */
static void
fill (GtkDropDown *choice, GtkStringList *titles, guint chosen)
{
  GListModel *before = gtk_drop_down_get_model (choice);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (titles));
  gboolean same = before != NULL && g_list_model_get_n_items (before) == n;

  for (guint i = 0; i < n && same; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (before), i), gtk_string_list_get_string (titles, i));
  if (!same)
    gtk_drop_down_set_model (choice, G_LIST_MODEL (titles));
  if (n > 0)
    gtk_drop_down_set_selected (choice, chosen);
}

static void
show_periods (BlIndicatorView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  BlPeriodKind now = bl_indicator_study_get_period (self->study);
  guint chosen = 0;

  self->n_periods = bl_indicator_study_get_periods (self->study, self->periods);
  for (guint i = 0; i < self->n_periods; i++)
    {
      gtk_string_list_append (titles, get_period_title (self->periods[i]));
      if (self->periods[i] == now)
        chosen = i;
    }
  fill (self->period, titles, chosen);
  gtk_widget_set_visible (self->period_part, self->n_periods > 1);
}

static void
show_places (BlIndicatorView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GPtrArray *names, *places = bl_indicator_study_get_places (self->study, &names);
  guint chosen = 0;

  for (guint i = 0; i < places->len; i++)
    {
      gtk_string_list_append (titles, g_ptr_array_index (names, i));
      if (g_strcmp0 (g_ptr_array_index (places, i), bl_indicator_study_get_place (self->study)) == 0)
        chosen = i;
    }
  fill (self->place, titles, chosen);
  gtk_widget_set_visible (self->place_part, places->len > 1);
}

static void
show_kinds (BlIndicatorView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  BlChartKind now = bl_indicator_study_get_chart_kind (self->study);
  guint chosen = 0;

  self->n_kinds = bl_indicator_study_get_charts (self->study, self->chart_kinds);
  for (guint i = 0; i < self->n_kinds; i++)
    {
      gtk_string_list_append (titles, _ (bl_chart_kind_get_title (self->chart_kinds[i])));
      if (self->chart_kinds[i] == now)
        chosen = i;
    }
  fill (self->kind, titles, chosen);
  gtk_widget_set_visible (self->kind_part, self->n_kinds > 1);
}

static void
on_kind_chosen (BlIndicatorView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);

  if (!self->showing && chosen < self->n_kinds)
    bl_indicator_study_set_chart_kind (self->study, self->chart_kinds[chosen]);
}

static void
on_period_chosen (BlIndicatorView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->period);

  if (!self->showing && chosen < self->n_periods)
    bl_indicator_study_set_period (self->study, self->periods[chosen]);
}

static void
on_place_chosen (BlIndicatorView *self)
{
  GPtrArray *places;
  guint chosen = gtk_drop_down_get_selected (self->place);

  if (self->showing || self->study == NULL)
    return;
  places = bl_indicator_study_get_places (self->study, NULL);
  if (chosen < places->len)
    {
      /* The places go when another one is asked for. */
      g_autofree char *place = g_strdup (g_ptr_array_index (places, chosen));

      bl_indicator_study_set_place (self->study, place);
    }
}

static void
on_season_toggled (BlIndicatorView *self)
{
  if (!self->showing)
    bl_indicator_study_set_raw (self->study, gtk_toggle_button_get_active (self->season));
}

static void
on_all_years_toggled (BlIndicatorView *self)
{
  if (!self->showing)
    bl_indicator_study_set_all_years (self->study, gtk_toggle_button_get_active (self->all_years));
}

/* Judging a stretch is asked by marking it out in the chart. */
static void
on_stretch_changed (BlIndicatorView *self)
{
  int from = 0, until = 0;

  if (self->showing || self->study == NULL)
    return;
  bl_chart_view_get_stretch (self->chart, &from, &until);
  bl_indicator_study_set_stretch (self->study, (guint32) MAX (from, 0), (guint32) MAX (until, 0));
}

/* --- Showing it ------------------------------------------------------------------------ */

static void
show_pill (BlIndicatorView *self)
{
  static const char *const classes[] = { "pill-grey", "pill-info", "pill-good", "pill-bad" };
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  const BlJudgement *judgement = bl_indicator_study_get_judgement (self->study);
  g_autoptr (BlIndicatorSummary) summary = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->pill), classes[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), judgement != NULL);
  if (judgement == NULL)
    return;
  summary = bl_indicator_summary_new (values, judgement);
  gtk_widget_add_css_class (GTK_WIDGET (self->pill), classes[summary->tone]);
  gtk_image_set_from_icon_name (self->pill_icon, summary->icon);
  gtk_label_set_label (self->pill_word, _ (summary->verdict));
}

static void
show_stretch (BlIndicatorView *self)
{
  BlPeriod from, until;
  gboolean marked = bl_indicator_study_get_stretch (self->study, &from, &until);
  g_autofree char *span = marked ? bl_words_span (&from, &until) : NULL;
  g_autofree char *words = marked ? g_strdup_printf (_ ("Only %s is judged."), span) : NULL;

  show_text (self->stretch_words, words);
  gtk_widget_set_visible (self->stretch_part, marked);
}

/* What is lacking, where there is nothing to draw. */
static void
show_lacks (BlIndicatorView *self, BlChart *chart)
{
  const char *reason = NULL;
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, &reason);
  const BlJudgement *judgement = bl_indicator_study_get_judgement (self->study);
  g_autofree char *words = NULL;

  if (chart == NULL && values != NULL)
    words = g_strdup_printf ("%s %s", judgement->sentence, values->lacks != NULL ? values->lacks : "");
  show_text (self->lacks, chart != NULL ? NULL : words != NULL ? words : reason);
}

static void
show (BlIndicatorView *self)
{
  BlIndicator *indicator = bl_indicator_study_get_indicator (self->study);
  BlChart *chart;

  if (indicator == NULL)
    {
      bl_chart_view_set_chart (self->chart, NULL);
      update_actions (self);
      return;
    }
  self->showing = TRUE;
  show_text (self->name, bl_record_get_text (BL_RECORD (indicator), "name"));
  chart = bl_indicator_study_get_chart (self->study);
  show_kinds (self);
  show_periods (self);
  show_places (self);
  gtk_toggle_button_set_active (self->season, bl_indicator_study_get_raw (self->study));
  gtk_widget_set_visible (GTK_WIDGET (self->season), bl_indicator_study_has_season (self->study));
  gtk_toggle_button_set_active (self->all_years, bl_indicator_study_get_all_years (self->study));
  gtk_widget_set_visible (GTK_WIDGET (self->all_years), bl_indicator_study_has_more_years (self->study)
                                                            && bl_indicator_study_get_chart_kind (self->study) != BL_CHART_MULTIPLES);
  show_pill (self);
  bl_chart_view_set_chart (self->chart, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), chart != NULL);
  show_lacks (self, chart);
  show_stretch (self);
  self->showing = FALSE;
  update_actions (self);
}

static void
on_changed (BlIndicatorView *self)
{
  gboolean gone = bl_indicator_study_get_indicator (self->study) == NULL;

  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
  if (gone)
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_row_picked (BlIndicatorView *self)
{
  update_actions (self);
}

static void
on_period_picked (BlIndicatorView *self, int index)
{
  int row = find_row (self, (guint) index);

  if (row < 0)
    return;
  bl_chart_view_pick (self->chart, row);
  update_actions (self);
}

static void
on_narrow_changed (BlIndicatorView *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin), tight = bl_adaptive_bin_get_tight (self->bin);

  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  if (narrow && self->pane_shown)
    g_object_set (self, "pane-shown", FALSE, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->toolbar),
                                  tight ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  tight ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* --- Changing it ------------------------------------------------------------------------- */

static GtkWindow *
get_window (BlIndicatorView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
mark_break (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (widget);
  const BlPeriod *picked = get_picked_period (self);

  gtk_window_present (GTK_WINDOW (bl_break_dialog_new (get_window (self), self->session,
                                                       bl_indicator_study_get_indicator (self->study), NULL,
                                                       BL_BREAK_METHOD, picked != NULL ? picked->start : 0)));
}

static void
on_rebase_asked (BlIndicatorView *self, guint from)
{
  gtk_window_present (GTK_WINDOW (bl_break_dialog_new (get_window (self), self->session,
                                                       bl_indicator_study_get_indicator (self->study), NULL,
                                                       BL_BREAK_STEP, from)));
}

static void
set_figure (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (widget);

  gtk_window_present (GTK_WINDOW (bl_figure_dialog_new (get_window (self), self->study, get_picked_period (self))));
}

static void
on_comment_answered (AdwMessageDialog *dialog, const char *answer, BlIndicatorView *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  const char *iso = g_object_get_data (G_OBJECT (dialog), "period");
  BlIndicator *indicator = bl_indicator_study_get_indicator (self->study);
  BlPeriod period;

  if (g_strcmp0 (answer, "keep") == 0 && indicator != NULL
      && bl_period_parse (iso, bl_indicator_study_get_period (self->study), &period, NULL))
    bl_indicator_change_set_comment (self->session, indicator, &period, gtk_editable_get_text (entry));
}

static void
ask_comment (BlIndicatorView *self, const BlPeriod *period)
{
  BlComment *comment = bl_indicator_change_find_comment (bl_indicator_study_get_indicator (self->study), period);
  const char *text = comment != NULL ? bl_record_get_text (BL_RECORD (comment), "text") : NULL;
  g_autofree char *when = bl_words_period (period);
  g_autofree char *title = g_strdup_printf (_ ("Comment on %s"), when);
  GtkWidget *dialog
      = adw_message_dialog_new (get_window (self), title, _ ("What is behind the figure? It stands with it in the table."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "keep", _ ("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "period", bl_period_to_iso (period), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_comment_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
comment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (widget);
  const BlPeriod *picked = get_picked_period (self);

  if (picked != NULL)
    ask_comment (self, picked);
}

static void
on_change_asked (BlIndicatorView *self, BlRecord *record)
{
  const char *iso = BL_IS_COMMENT (record) ? bl_record_get_text (record, "period") : NULL;
  BlPeriod period;

  if (BL_IS_BREAK (record))
    gtk_window_present (GTK_WINDOW (bl_break_dialog_new (get_window (self), self->session,
                                                         bl_indicator_study_get_indicator (self->study),
                                                         BL_BREAK (record), BL_BREAK_METHOD, 0)));
  else if (iso != NULL && bl_period_parse (iso, bl_indicator_study_get_period (self->study), &period, NULL))
    ask_comment (self, &period);
}

static void
judge_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_chart_view_set_stretch (BL_INDICATOR_VIEW (widget)->chart, 0, 0);
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_edit_end (BL_INDICATOR_VIEW (widget)->session);
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* --- Overrides ------------------------------------------------------------------------------ */

static void
bl_indicator_view_constructed (GObject *object)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (object);

  G_OBJECT_CLASS (bl_indicator_view_parent_class)->constructed (object);
  self->study = bl_indicator_study_new (self->session);
  bl_indicator_pane_set_study (self->pane, self->study);
  bl_indicator_events_set_study (self->events, self->study);
  bl_chart_view_set_beside (self->chart, GTK_WIDGET (self->pill));
  g_signal_connect_object (self->study, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  show (self);
}

static void
bl_indicator_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_INDICATOR:
      g_value_set_object (value, bl_indicator_study_get_indicator (self->study));
      break;
    case PROP_TABLE_SHOWN:
      g_value_set_boolean (value, self->table_shown);
      break;
    case PROP_PANE_SHOWN:
      g_value_set_boolean (value, self->pane_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_shown (BlIndicatorView *self, gboolean *place, gboolean shown, GParamSpec *pspec)
{
  if (*place == shown)
    return;
  *place = shown;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
bl_indicator_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_INDICATOR:
      bl_indicator_view_set_indicator (self, g_value_get_object (value));
      break;
    case PROP_TABLE_SHOWN:
      set_shown (self, &self->table_shown, g_value_get_boolean (value), pspec);
      break;
    case PROP_PANE_SHOWN:
      set_shown (self, &self->pane_shown, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_indicator_view_dispose (GObject *object)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (object);

  self->showing = TRUE;
  g_clear_object (&self->study);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_indicator_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_CHART_VIEW);
  g_type_ensure (BL_TYPE_INDICATOR_EVENTS);
  g_type_ensure (BL_TYPE_INDICATOR_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, bin);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, flap);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, name);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, lacks);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, stretch_words);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, pill);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, pill_word);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, pill_icon);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, kind);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, kind_part);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, buttons);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, period);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, place);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, season);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, all_years);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, place_part);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, period_part);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, stretch_part);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, comment_button);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, chart);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, events);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_period_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_season_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_all_years_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_stretch_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_period_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_change_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_rebase_asked);
}

static void
bl_indicator_view_class_init (BlIndicatorViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags free = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = bl_indicator_view_constructed;
  object_class->dispose = bl_indicator_view_dispose;
  object_class->get_property = bl_indicator_view_get_property;
  object_class->set_property = bl_indicator_view_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_INDICATOR] = g_param_spec_object ("indicator", NULL, NULL, BL_TYPE_INDICATOR, free);
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE, free);
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean ("pane-shown", NULL, NULL, TRUE, free);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "indicator.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "indicator.mark-break", NULL, mark_break);
  gtk_widget_class_install_action (widget_class, "indicator.comment", NULL, comment);
  gtk_widget_class_install_action (widget_class, "indicator.set-figure", NULL, set_figure);
  gtk_widget_class_install_action (widget_class, "indicator.judge-all", NULL, judge_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "indicator.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "indicator.mark-break", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "indicator.comment", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "indicator.set-figure", NULL);
  bind_children (widget_class);
}

static void
bl_indicator_view_init (BlIndicatorView *self)
{
  self->pane_shown = self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

GtkWidget *
bl_indicator_view_new (BlSession *session)
{
  return g_object_new (BL_TYPE_INDICATOR_VIEW, "session", session, NULL);
}

void
bl_indicator_view_set_indicator (BlIndicatorView *self, BlIndicator *indicator)
{
  g_return_if_fail (BL_IS_INDICATOR_VIEW (self));

  if (bl_indicator_study_get_indicator (self->study) == indicator)
    return;
  /* Shown, not asked for: the stretch of the one before. */
  self->showing = TRUE;
  bl_chart_view_set_stretch (self->chart, 0, 0);
  bl_chart_view_pick (self->chart, -1);
  self->showing = FALSE;
  g_signal_handlers_block_by_func (self->study, on_changed, self);
  bl_indicator_study_set_indicator (self->study, indicator);
  g_signal_handlers_unblock_by_func (self->study, on_changed, self);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
}

BlIndicator *
bl_indicator_view_get_indicator (BlIndicatorView *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_VIEW (self), NULL);
  return bl_indicator_study_get_indicator (self->study);
}
