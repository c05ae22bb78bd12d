/* indicator-pane.c: what an indicator is, what is wanted of it, and how change is judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "edit.h"
#include "field-row.h"
#include "indicator-change.h"
#include "indicator-summary.h"
#include "text.h"
#include "verdict-words.h"

struct _BlIndicatorPane
{
  AdwBin parent;
  BlIndicatorStudy *study;
  BlIndicator *indicator; /* whose fields are shown */
  GtkLabel *means, *formula, *rules_words, *limits_words, *source, *notes, *pitfalls, *origin, *rag_word, *rag_rule, *rely;
  GtkLabel *since, *period_problem;
  GtkImage *rag_icon;
  GtkWidget *rag, *rag_pill, *pitfalls_part, *form;
  AdwActionRow *serves, *state;
  AdwComboRow *direction, *rules;
  AdwComboRow *target_period;
  BlFieldRow *owner, *review, *baseline, *baseline_period, *target, *target_low, *target_high, *target_date;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (BlIndicatorPane, bl_indicator_pane, ADW_TYPE_BIN)

static const BlWanted wanted[] = { BL_WANTED_UP, BL_WANTED_DOWN, BL_WANTED_RANGE, BL_WANTED_NEUTRAL };

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* With a capital and a stop: the dictionary writes in small pieces. */
static char *
as_sentence (const char *text)
{
  g_autofree char *words = text != NULL ? bl_text_sentence (text) : NULL;

  if (words == NULL || *words == '\0')
    return NULL;
  return strchr (".!?", words[strlen (words) - 1]) != NULL ? g_steal_pointer (&words) : g_strconcat (words, ".", NULL);
}

static BlDictionary *
get_dictionary (BlIndicatorPane *self)
{
  return bl_context_get_dictionary (bl_session_get_context (bl_indicator_study_get_session (self->study)), NULL);
}

/* "Outcome 7: Stronger, more resilient communities; use". */
static void
show_serves (BlIndicatorPane *self)
{
  BlDictionary *dictionary = get_dictionary (self);
  const char *text = bl_record_get_text (BL_RECORD (self->indicator), "serves");
  g_auto (GStrv) codes = g_strsplit (text != NULL ? text : "", " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint outcomes[7], n = bl_indicator_get_outcomes (self->indicator, outcomes);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n && dictionary != NULL; i++)
    g_ptr_array_add (words, g_strdup_printf (_ ("Outcome %u: %s"), outcomes[i],
                                             bl_dictionary_get_outcome_title (dictionary, outcomes[i])));
  for (guint i = 0; codes[i] != NULL; i++)
    if (bl_dictionary_get_area_title (codes[i]) != NULL)
      g_ptr_array_add (words, g_strdup (_ (bl_dictionary_get_area_title (codes[i]))));
  g_ptr_array_add (words, NULL);
  joined = g_strjoinv ("\n", (char **) words->pdata);
  adw_action_row_set_subtitle (self->serves, *joined != '\0' ? joined : _ ("not said"));
}

static void
show_origin (BlIndicatorPane *self)
{
  BlRecord *record = BL_RECORD (self->indicator);
  const char *origin = bl_record_get_text (record, "origin");
  const char *confidence = bl_record_get_text (record, "confidence");
  const char *lead = origin == NULL                               ? _ ("This service’s own.")
                     : g_str_has_prefix (origin, "official")      ? _ ("A row that the Taskforce published.")
                     : g_str_has_prefix (origin, "closure-proxy") ? _ ("Evidence that the closure report used; it stands for something near.")
                     : g_str_has_prefix (origin, "derived")       ? _ ("Worked out from published measures; not an official indicator.")
                                                                  : _ ("Our own choice, in no official list.");
  const char *open = origin != NULL ? strchr (origin, '(') : NULL;
  g_autofree char *more = open != NULL ? g_strndup (open + 1, strcspn (open + 1, ")")) : NULL;
  g_autofree char *from = as_sentence (more);
  g_autofree char *checked = NULL, *day = NULL, *words = NULL;
  guint32 verified;

  if (bl_record_get_date (record, "verified", &verified))
    {
      day = bl_text_date_for_people (verified);
      checked = g_strdup_printf (_ ("Looked up %s."), day);
    }
  words = g_strdup_printf ("%s%s%s%s%s%s%s", lead, from != NULL ? " " : "", from != NULL ? from : "",
                           confidence != NULL ? "\n" : "", confidence != NULL ? _ ("Confidence: ") : "",
                           confidence != NULL ? confidence : "", confidence != NULL ? "." : "");
  if (checked != NULL)
    {
      g_autofree char *whole = g_strdup_printf ("%s %s", words, checked);

      show_text (self->origin, whole);
    }
  else
    show_text (self->origin, words);
}

/* --- What is judged ---------------------------------------------------------------- */

static const char *
get_rules (BlIndicatorPane *self)
{
  const char *rules = bl_record_get_text (BL_RECORD (self->indicator), "rules");
  BlDictionary *dictionary = get_dictionary (self);

  if (rules == NULL && dictionary != NULL)
    rules = bl_dictionary_get_rule_sets (dictionary)[0];
  return rules;
}

static const char *
get_rules_title (const char *item)
{
  static const struct
  {
    const char *item, *title;
  } titles[] = {
    { "nhs-mdc", N_ ("NHS Making Data Count") }, { "western-electric", N_ ("Western Electric") },
    { "nelson", N_ ("Nelson") },                 { "run-ihi", N_ ("Run chart, IHI") },
    { "run-anhoej", N_ ("Run chart, Anhøj") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i].item, item) == 0)
      return _ (titles[i].title);
  return item;
}

/* Each rule on a line of its own: "1 one point outside … 2 seven …". */
static char *
split_rules (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (p > text && p[-1] == ' ' && g_ascii_isdigit (*p) && p[1] == ' ' && p - text > 2 && p[-2] == '.')
        g_string_append (words, "\n");
      if (*p == '\n' || *p == '\r')
        g_string_append_c (words, ' ');
      else
        g_string_append_c (words, *p);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_rules (BlIndicatorPane *self)
{
  BlDictionary *dictionary = get_dictionary (self);
  const char *const *sets = dictionary != NULL ? bl_dictionary_get_rule_sets (dictionary) : NULL;
  const char *rules = get_rules (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GListModel *about = dictionary != NULL ? bl_record_get_list (BL_RECORD (dictionary), "rule-sets") : NULL;
  guint chosen = 0;

  for (guint i = 0; sets != NULL && sets[i] != NULL; i++)
    {
      gtk_string_list_append (titles, get_rules_title (sets[i]));
      if (g_strcmp0 (sets[i], rules) == 0)
        chosen = i;
    }
  /* Once: this is called while one of them is being chosen. */
  if (adw_combo_row_get_model (self->rules) == NULL)
    adw_combo_row_set_model (self->rules, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->rules, chosen);
  show_text (self->rules_words, NULL);
  for (guint i = 0; about != NULL && i < g_list_model_get_n_items (about); i++)
    {
      g_autoptr (BlRecord) set = g_list_model_get_item (about, i);
      const char *text = bl_record_get_text (set, "rules");

      if (g_strcmp0 (bl_record_get_text (set, "item"), rules) == 0 && text != NULL)
        {
          g_autofree char *words = split_rules (text);

          show_text (self->rules_words, words);
        }
    }
}

/* Where the limits of the newest stretch come from. */
static void
show_limits (BlIndicatorPane *self)
{
  const BlJudgement *judgement = bl_indicator_study_get_judgement (self->study);
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  const BlSegment *segment = judgement != NULL && judgement->n_segments > 0
                                 ? &judgement->segments[judgement->n_segments - 1]
                                 : NULL;
  g_autofree char *from = NULL, *until = NULL, *words = NULL, *centre = NULL;
  BlIndicatorKind kind = bl_record_get_enum (BL_RECORD (self->indicator), "kind");
  const char *unit = bl_record_get_text (BL_RECORD (self->indicator), "unit");

  if (segment == NULL)
    {
      show_text (self->limits_words, NULL);
      return;
    }
  from = bl_words_period (&values->values->items[segment->base_first].period);
  until = bl_words_period (&values->values->items[segment->base_last].period);
  if (segment->limits)
    {
      centre = bl_words_value (segment->process.centre, kind, unit);
      words = g_strdup_printf (segment->trial
                                   ? _ ("Limits on trial, from %s to %s: the mean, %s, and 2.66 times the mean step from one value to the next.")
                                   : _ ("Limits from %s to %s: the mean, %s, and 2.66 times the mean step from one value to the next."),
                               from, until, centre);
    }
  else if (segment->run_chart)
    words = g_strdup_printf (_ ("From %s to %s: too few points for limits, so runs about the median are looked at."), from,
                             until);
  else
    words = g_strdup (_ ("Too few points for limits: nothing is tested."));
  if (segment->season.seasonal)
    {
      g_autofree char *whole = g_strdup_printf (_ ("%s The season was taken out first."), words);

      show_text (self->limits_words, whole);
    }
  else
    show_text (self->limits_words, words);
}

static void
show_target (BlIndicatorPane *self)
{
  static const char *const classes[] = { "pill-grey", "pill-good", "pill-warn", "pill-bad", "pill-grey" };
  static const char *const icons[] = { NULL, "object-select-symbolic", "content-loading-symbolic", "window-close-symbolic",
                                       "action-unavailable-symbolic" };
  const BlJudgement *judgement = bl_indicator_study_get_judgement (self->study);
  BlRag rag = judgement != NULL ? judgement->rag : BL_RAG_NONE;
  BlIndicatorKind kind = bl_record_get_enum (BL_RECORD (self->indicator), "kind");
  const char *unit = bl_record_get_text (BL_RECORD (self->indicator), "unit");
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  g_autofree char *rely = NULL, *rule = NULL, *since = NULL, *change = NULL, *target = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->rag_pill, classes[i]);
  gtk_widget_set_visible (self->rag, rag != BL_RAG_NONE);
  if (rag != BL_RAG_NONE)
    {
      gtk_widget_add_css_class (self->rag_pill, classes[rag]);
      gtk_image_set_from_icon_name (self->rag_icon, icons[rag]);
      gtk_label_set_label (self->rag_word, _ (bl_rag_get_title (rag)));
    }
  rule = judgement != NULL ? as_sentence (judgement->rag_rule) : NULL;
  if (values != NULL && !bl_indicator_values_has_target_here (values))
    {
      target = bl_indicator_values_say_target (values);
      rule = target != NULL ? g_strdup_printf (_ ("The target is %s: it is not held against these periods."), target) : NULL;
    }
  show_text (self->rag_rule, rule);
  if (judgement != NULL && judgement->rely_words != NULL)
    rely = g_strdup_printf (_ ("As things go, the target %s."), judgement->rely_words);
  show_text (self->rely, rely);
  if (judgement != NULL && isfinite (judgement->since_baseline))
    {
      change = bl_words_change (judgement->since_baseline, kind, unit);
      since = g_strdup_printf (_ ("%s since the baseline."), change);
    }
  show_text (self->since, since);
}

static const char *
say_length (BlPeriodKind kind)
{
  switch (kind)
    {
    case BL_PERIOD_KIND_MONTH:
      return _ ("a month");
    case BL_PERIOD_KIND_QUARTER:
      return _ ("a quarter");
    case BL_PERIOD_KIND_FY:
      return _ ("a financial year");
    case BL_PERIOD_KIND_AY:
      return _ ("a school year");
    case BL_PERIOD_KIND_CY:
      return _ ("a calendar year");
    case BL_PERIOD_KIND_SNAPSHOT:
      return _ ("a date");
    default:
      return _ ("a stretch of time");
    }
}

/* Of how long a time baseline and target speak: only a question where there is more than one length. */
static void
show_target_period (BlIndicatorPane *self)
{
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  BlPeriodKind kinds[8];
  guint n = bl_indicator_get_periods (self->indicator, kinds), chosen = 0;

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, say_length (kinds[i]));
      if (values != NULL && kinds[i] == values->target_kind)
        chosen = i;
    }
  adw_combo_row_set_model (self->target_period, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->target_period, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->target_period), n > 1);
}

static void
show_baseline_period (BlIndicatorPane *self)
{
  const char *text = bl_record_get_text (BL_RECORD (self->indicator), "baseline-period");
  g_autoptr (GError) error = NULL;
  BlPeriod period;

  if (text == NULL || bl_period_parse (text, bl_indicator_study_get_period (self->study), &period, &error))
    show_text (self->period_problem, NULL);
  else
    show_text (self->period_problem, error->message);
}

static void
show_state (BlIndicatorPane *self)
{
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  const BlJudgement *judgement = bl_indicator_study_get_judgement (self->study);
  g_autoptr (BlIndicatorSummary) summary = NULL;

  if (values == NULL || judgement == NULL)
    {
      adw_action_row_set_subtitle (self->state, _ ("not known"));
      return;
    }
  summary = bl_indicator_summary_new (values, judgement);
  adw_action_row_set_subtitle (self->state, summary->tag);
}

/* --- Filling it ---------------------------------------------------------------------- */

static void
fill_fields (BlIndicatorPane *self)
{
  BlSession *session = bl_indicator_study_get_session (self->study);
  BlRecord *record = self->indicator != NULL ? BL_RECORD (self->indicator) : NULL;
  BlFieldRow *const rows[] = { self->owner,  self->review,     self->baseline,    self->baseline_period,
                               self->target, self->target_low, self->target_high, self->target_date };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    bl_field_row_set_record (rows[i], session, record);
}

static void
show (BlIndicatorPane *self)
{
  BlIndicator *indicator = bl_indicator_study_get_indicator (self->study);
  const BlIndicatorValues *values;
  BlDictionary *dictionary = get_dictionary (self);
  BlRecord *record;
  gboolean banded;
  g_autofree char *formula = NULL, *how = NULL, *pitfalls = NULL, *source = NULL, *finding = NULL;

  if (indicator != self->indicator)
    {
      g_set_object (&self->indicator, indicator);
      fill_fields (self);
    }
  if (indicator == NULL)
    return;
  self->filling = TRUE;
  record = BL_RECORD (indicator);
  gtk_widget_set_sensitive (self->form, bl_session_get_editable (bl_indicator_study_get_session (self->study)));
  show_serves (self);
  show_state (self);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if ((int) wanted[i] == bl_record_get_enum (record, "direction"))
      adw_combo_row_set_selected (self->direction, i);
  banded = bl_record_get_enum (record, "direction") == BL_WANTED_RANGE;
  gtk_widget_set_visible (GTK_WIDGET (self->target), !banded);
  gtk_widget_set_visible (GTK_WIDGET (self->target_low), banded);
  gtk_widget_set_visible (GTK_WIDGET (self->target_high), banded);
  show_text (self->means, bl_record_get_text (record, "means"));
  formula = dictionary != NULL ? bl_indicator_formula_words (dictionary, bl_record_get_text (record, "formula")) : NULL;
  how = formula != NULL ? g_strdup_printf (_ ("Worked out as: %s"), formula) : NULL;
  show_text (self->formula, how);
  show_target (self);
  show_target_period (self);
  show_baseline_period (self);
  show_rules (self);
  show_limits (self);
  values = bl_indicator_study_get_values (self->study, NULL);
  finding = as_sentence (bl_record_get_text (record, "source"));
  source = values != NULL && values->source != NULL
               ? g_strdup_printf (finding != NULL ? _ ("%s.\nWhere a service finds its own: %s") : "%s.", values->source, finding)
               : g_steal_pointer (&finding);
  show_text (self->source, source);
  show_text (self->notes, values != NULL ? values->notes : NULL);
  pitfalls = as_sentence (bl_record_get_text (record, "pitfalls"));
  show_text (self->pitfalls, pitfalls);
  gtk_widget_set_visible (self->pitfalls_part, pitfalls != NULL);
  show_origin (self);
  self->filling = FALSE;
}

static void
on_direction_chosen (BlIndicatorPane *self)
{
  BlSession *session;
  guint chosen = adw_combo_row_get_selected (self->direction);

  if (self->filling || self->indicator == NULL || chosen >= G_N_ELEMENTS (wanted)
      || bl_record_get_enum (BL_RECORD (self->indicator), "direction") == (int) wanted[chosen])
    return;
  session = bl_indicator_study_get_session (self->study);
  bl_indicator_change_set_direction (session, self->indicator, wanted[chosen]);
}

static void
on_target_period_chosen (BlIndicatorPane *self)
{
  const BlIndicatorValues *values = self->study != NULL ? bl_indicator_study_get_values (self->study, NULL) : NULL;
  g_autoptr (GEnumClass) class = g_type_class_ref (BL_TYPE_PERIOD_KIND);
  BlPeriodKind kinds[8];
  guint chosen = adw_combo_row_get_selected (self->target_period);
  BlSession *session;

  if (self->filling || self->indicator == NULL || values == NULL || chosen >= bl_indicator_get_periods (self->indicator, kinds)
      || kinds[chosen] == values->target_kind)
    return;
  session = bl_indicator_study_get_session (self->study);
  bl_edit_set (session, BL_RECORD (self->indicator), "target-period", g_enum_get_value (class, (int) kinds[chosen])->value_nick, NULL);
  bl_edit_end (session);
}

static void
on_rules_chosen (BlIndicatorPane *self)
{
  BlDictionary *dictionary = self->study != NULL ? get_dictionary (self) : NULL;
  const char *const *sets = dictionary != NULL ? bl_dictionary_get_rule_sets (dictionary) : NULL;
  guint chosen = adw_combo_row_get_selected (self->rules);

  if (self->filling || self->indicator == NULL || sets == NULL || chosen >= g_strv_length ((char **) sets)
      || g_strcmp0 (get_rules (self), sets[chosen]) == 0)
    return;
  bl_edit_set (bl_indicator_study_get_session (self->study), BL_RECORD (self->indicator), "rules", sets[chosen], NULL);
  bl_edit_end (bl_indicator_study_get_session (self->study));
}

static void
bl_indicator_pane_dispose (GObject *object)
{
  BlIndicatorPane *self = BL_INDICATOR_PANE (object);

  self->filling = TRUE;
  g_clear_object (&self->indicator);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (bl_indicator_pane_parent_class)->dispose (object);
}

static void
bl_indicator_pane_class_init (BlIndicatorPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_indicator_pane_dispose;
  g_type_ensure (BL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, means);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, formula);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, rules_words);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, limits_words);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, source);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, notes);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, pitfalls);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, pitfalls_part);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, origin);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, rag);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, rag_pill);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, rag_icon);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, rag_word);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, rag_rule);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, rely);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, since);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, period_problem);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, form);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, serves);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, state);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, direction);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, rules);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, owner);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, review);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, baseline);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, baseline_period);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, target);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, target_low);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, target_high);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, target_date);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorPane, target_period);
  gtk_widget_class_bind_template_callback (widget_class, on_target_period_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_direction_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_rules_chosen);
}

static void
bl_indicator_pane_init (BlIndicatorPane *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

void
bl_indicator_pane_set_study (BlIndicatorPane *self, BlIndicatorStudy *study)
{
  g_return_if_fail (BL_IS_INDICATOR_PANE (self) && self->study == NULL);

  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
