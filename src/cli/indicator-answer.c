/* indicator-answer.c: indicators and their values, as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "indicator-answer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-json.h"
#include "indicator-summary.h"
#include "output.h"
#include "text.h"
#include "verdict-words.h"

#define MOST_SIGNALS 6

/* --- Asking ------------------------------------------------------------------- */

static gboolean
parse_stretch (const char *option, const char *text, BlPeriodKind kind, BlPeriod *period, BlExit *exit)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || bl_period_parse (text, kind, period, &error))
    return TRUE;
  *exit = bl_command_fail (BL_EXIT_USAGE, "%s: %s", option, error->message);
  return FALSE;
}

gboolean
bl_indicator_ask_kind (const char *text, BlPeriodKind *kind, BlExit *exit)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (BL_TYPE_PERIOD_KIND);
  const GEnumValue *value = text != NULL ? g_enum_get_value_by_nick (class, text) : NULL;

  *kind = value != NULL ? (BlPeriodKind) value->value : BL_PERIOD_KIND_UNKNOWN;
  if (text == NULL || *kind != BL_PERIOD_KIND_UNKNOWN)
    return TRUE;
  *exit = bl_command_fail (BL_EXIT_USAGE, _("--period wants month, quarter, fy, ay, cy, snapshot or rolling, not “%s”."), text);
  return FALSE;
}

/* --- Words -------------------------------------------------------------------- */

static char *
value_text (const BlIndicatorValues *values, double value)
{
  BlRecord *record = BL_RECORD (values->indicator);

  return bl_words_value (value, bl_record_get_enum (record, "kind"), bl_record_get_text (record, "unit"));
}

static char *
item_text (const BlIndicatorValues *values, const BlObservation *item)
{
  if (item->state == BL_STATE_SUPPRESSED)
    return g_strdup (_("fewer than 5"));
  return bl_observation_is_known (item) ? value_text (values, item->value) : g_strdup (_("no data"));
}

static char *
flags_text (const BlObservation *item)
{
  g_autoptr (GString) words = g_string_new (_(bl_state_get_title (item->state)));

  if (item->flags & BL_OBSERVATION_PROVISIONAL)
    g_string_append_printf (words, ", %s", _("provisional"));
  if (item->flags & BL_OBSERVATION_PARTIAL)
    g_string_append_printf (words, _(", %u of %u"), item->parts, item->parts_expected);
  if (item->flags & BL_OBSERVATION_EXCEPTIONAL)
    g_string_append_printf (words, ", %s", _("COVID"));
  if (item->flags & BL_OBSERVATION_REPEATED)
    g_string_append_printf (words, ", %s", _("repeated"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
outcome_text (BlIndicator *indicator)
{
  guint outcomes[7], n = bl_indicator_get_outcomes (indicator, outcomes);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%s%u", i > 0 ? ", " : "", outcomes[i]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* --- All of them --------------------------------------------------------------- */

static void
list_json (BlBaseFigures *figures, GPtrArray *indicators)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "indicators");
  json_builder_begin_array (builder);
  for (guint i = 0; i < indicators->len; i++)
    {
      g_autoptr (BlIndicatorValues) values
          = bl_indicator_values_new (figures, g_ptr_array_index (indicators, i), NULL, BL_PERIOD_KIND_UNKNOWN);
      g_autoptr (BlJudgement) judgement = bl_indicator_values_judge (values);

      json_builder_begin_object (builder);
      bl_indicator_json_head (builder, figures, values);
      bl_indicator_json_latest (builder, values, judgement);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
list_text (BlBaseFigures *figures, GPtrArray *indicators)
{
  BlOutputTable *table = bl_output_table_new ("llrllrl");

  bl_output_table_add (table, _("Indicator"), _("Outcome"), _("Latest"), _("Period"), _("State"), _("Change"), _("Verdict"));
  for (guint i = 0; i < indicators->len; i++)
    {
      BlIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autoptr (BlIndicatorValues) values = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
      g_autoptr (BlJudgement) judgement = bl_indicator_values_judge (values);
      int index = judgement->whole >= 0 ? judgement->whole : judgement->latest;
      const BlObservation *latest = index >= 0 ? &values->values->items[index] : NULL;
      g_autoptr (BlIndicatorSummary) summary = bl_indicator_summary_new (values, judgement);
      g_autofree char *name = bl_record_describe (BL_RECORD (indicator));
      g_autofree char *outcome = outcome_text (indicator);
      g_autofree char *value = latest != NULL ? item_text (values, latest) : g_strdup ("");
      g_autofree char *period = latest != NULL ? bl_period_to_text (&latest->period) : g_strdup ("");
      const char *change = summary->change != NULL ? summary->change : "";
      g_autofree char *flags = latest != NULL ? flags_text (latest) : g_strdup (_(bl_state_get_title (BL_STATE_NO_DATA)));
      g_autofree char *state = judgement->stale && latest != NULL ? g_strdup_printf ("%s, %s", flags, _("stale")) : g_strdup (flags);

      if (summary->part != NULL)
        {
          g_autofree char *whole = g_steal_pointer (&period);

          period = g_strdup_printf ("%s; %s", whole, summary->part);
        }
      bl_output_table_add (table, name, outcome, value, period,
                           state, change,
                           judgement->verdict == BL_VERDICT_NONE ? "" : _(bl_verdict_get_title (judgement->verdict)));
    }
  bl_output_table_finish (table, TRUE);
}

void
bl_indicator_answer_list (BlBaseFigures *figures, GPtrArray *indicators)
{
  if (bl_command_wants_json ())
    list_json (figures, indicators);
  else if (indicators->len == 0)
    bl_output_text ("%s\n", _("No indicators yet. “indicator PROJECT add --starters” adds a set to begin with; “list --all” shows "
                              "all there are."));
  else
    list_text (figures, indicators);
}

/* --- One of them ------------------------------------------------------------------- */

/* The newest of the last stretch, but for points that only lie near a limit. */
static void
show_signals (const BlJudgement *judgement)
{
  guint shown[MOST_SIGNALS], n = 0, others = 0;

  for (guint i = judgement->n_signals; i-- > 0;)
    {
      const BlSignal *signal = &judgement->signals[i];

      if (n < MOST_SIGNALS && signal->segment + 1 == judgement->n_segments && signal->verdict != BL_VERDICT_NEAR_LIMIT
          && g_strcmp0 (signal->sentence, judgement->sentence) != 0)
        shown[n++] = i;
      else
        others++;
    }
  if (n > 0)
    bl_output_text ("\n");
  while (n-- > 0)
    bl_output_text ("%s\n", judgement->signals[shown[n]].sentence);
  if (others > 0)
    bl_output_text (ngettext ("%u more signal: --json lists all.\n", "%u more signals: --json lists all.\n", others), others);
}

static void
show_text (BlBaseFigures *figures, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  BlRecord *record = BL_RECORD (values->indicator);
  g_autofree char *name = bl_record_describe (record);
  const char *unit = bl_record_get_text (record, "unit"), *means = bl_record_get_text (record, "means");
  BlOutputTable *table = bl_output_table_new ("lrl");

  bl_output_text ("%s: %s\n%s\n\n", name, values->place, means != NULL ? means : "");
  bl_output_text ("%s\n%s\n", judgement->title, judgement->sentence);
  if (values->lacks != NULL)
    bl_output_text ("%s\n", values->lacks);
  if (judgement->target_sentence != NULL)
    bl_output_text ("%s\n%s: %s\n", judgement->target_sentence, _(bl_rag_get_title (judgement->rag)),
                    judgement->rag_rule != NULL ? judgement->rag_rule : "");
  if (!bl_indicator_values_has_target_here (values))
    {
      g_autofree char *target = bl_indicator_values_say_target (values);

      if (target != NULL)
        bl_output_text (_("The target is %s: it is not held against these periods.\n"), target);
    }
  bl_output_text ("\n");
  bl_output_table_add (table, _("Period"), unit != NULL ? unit : _("Value"), _("State"));
  for (guint i = 0; i < values->values->n; i++)
    {
      const BlObservation *item = &values->values->items[i];
      g_autofree char *period = bl_period_to_text (&item->period), *value = item_text (values, item);
      g_autofree char *flags = flags_text (item);

      bl_output_table_add (table, period, value, flags);
    }
  bl_output_table_finish (table, TRUE);
  for (guint i = 0; i < judgement->n_segments; i++)
    if (judgement->segments[i].limits && !judgement->segments[i].season.seasonal)
      {
        const BlProcessLimits *limits = &judgement->segments[i].process;
        g_autofree char *low = value_text (values, MAX (limits->lower, 0)), *high = value_text (values, limits->upper);
        g_autofree char *centre = value_text (values, limits->centre);
        g_autofree char *since = bl_period_to_text (&values->values->items[judgement->segments[i].first].period);

        bl_output_text (_("\nUsual range since %s: %s to %s, around %s.\n"), since, low, high, centre);
      }
  show_signals (judgement);
  if (values->notes != NULL)
    bl_output_text ("\n%s\n", values->notes);
  if (values->source != NULL)
    bl_output_text (_("Source: %s\n"), values->source);
}

gboolean
bl_indicator_ask (BlBaseFigures *figures, BlIndicator *indicator, const BlIndicatorAsk *ask, BlIndicatorValues **values,
                  BlJudgement **judgement, BlExit *exit)
{
  BlPlaceAsked place = { NULL, ask->code };
  BlPeriodKind kind;
  g_autoptr (BlIndicatorValues) found = NULL;
  BlJudgeQuestion question;

  if (!bl_indicator_ask_kind (ask->period, &kind, exit))
    return FALSE;
  if (ask->library != NULL && ask->code == NULL)
    {
      BlFacts *facts = bl_base_figures_get_facts (figures);
      gboolean point = bl_base_figures_has_point (figures, ask->library);
      int library = point ? -1 : bl_command_find_library (facts, ask->library, exit);

      if (!point && library < 0)
        return FALSE;
      place.library = library >= 0 ? facts->libraries[library].id : ask->library;
    }
  found = bl_indicator_values_new (figures, indicator, place.library != NULL || place.code != NULL ? &place : NULL, kind);
  bl_indicator_values_ask (found, &question);
  if (!parse_stretch ("--from", ask->from, found->values->kind, &question.from, exit)
      || !parse_stretch ("--until", ask->until, found->values->kind, &question.until, exit))
    return FALSE;
  question.raw = ask->raw;
  *judgement = bl_judge (found->values, &question);
  *values = g_steal_pointer (&found);
  return TRUE;
}

BlExit
bl_indicator_answer_show (BlBaseFigures *figures, BlIndicator *indicator, const BlIndicatorAsk *ask, const char *path)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlIndicatorValues) values = NULL;
  g_autoptr (BlJudgement) judgement = NULL;

  if (!bl_indicator_ask (figures, indicator, ask, &values, &judgement, &exit))
    return exit;
  if (bl_command_wants_json ())
    bl_indicator_json_show (figures, values, judgement);
  else
    show_text (figures, values, judgement);
  return BL_EXIT_DONE;
}
