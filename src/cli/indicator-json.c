/* indicator-json.c: parts of the JSON about indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "indicator-json.h"

#include <math.h>

#include "indicator-summary.h"
#include "output.h"
#include "text.h"

static void
json_yes_no (JsonBuilder *builder, const char *key, gboolean yes)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, yes);
}

static const char *
nick_of (GType type, int value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (class, value);

  return found != NULL && value != 0 ? found->value_nick : NULL;
}

static void
json_date (JsonBuilder *builder, const char *key, guint32 day)
{
  g_autofree char *text = day > 0 ? bl_text_from_date (day) : NULL;

  bl_json_text (builder, key, text);
}

static void
json_record_date (JsonBuilder *builder, const char *key, BlRecord *record, const char *field)
{
  guint32 day = 0;

  bl_record_get_date (record, field, &day);
  json_date (builder, key, day);
}

void
bl_indicator_json_head (JsonBuilder *builder, BlBaseFigures *figures, const BlIndicatorValues *values)
{
  BlRecord *record = BL_RECORD (values->indicator);
  BlDictionary *dictionary = bl_base_figures_get_dictionary (figures);
  const char *const texts[] = { "name", "noun", "means", "serves", "unit", "formula", "origin", "confidence",
                                "rules", "parameters", "owner", "pitfalls" };
  guint outcomes[7], n = bl_indicator_get_outcomes (values->indicator, outcomes);

  bl_json_text (builder, "id", bl_record_get_id (record));
  bl_json_text (builder, "item", bl_record_get_text (record, "item"));
  json_yes_no (builder, "chosen", bl_record_get_parent (record) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bl_json_text (builder, texts[i], bl_record_get_text (record, texts[i]));
  bl_json_text (builder, "direction", nick_of (BL_TYPE_WANTED, bl_record_get_enum (record, "direction")));
  bl_json_text (builder, "kind", nick_of (BL_TYPE_INDICATOR_KIND, bl_record_get_enum (record, "kind")));
  json_builder_set_member_name (builder, "outcomes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      bl_json_count (builder, "number", outcomes[i]);
      bl_json_text (builder, "title", bl_dictionary_get_outcome_title (dictionary, outcomes[i]));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bl_json_text (builder, "place", values->place);
  bl_json_text (builder, "library", values->library);
  bl_json_text (builder, "geography", nick_of (BL_TYPE_GEOGRAPHY_KIND, values->geography));
  bl_json_text (builder, "period_kind", nick_of (BL_TYPE_PERIOD_KIND, values->kind));
  bl_json_text (builder, "source", values->source);
  bl_json_text (builder, "notes", values->notes);
  bl_json_text (builder, "lacks", values->lacks);
}

static void
json_value (JsonBuilder *builder, const BlObservation *item)
{
  g_autofree char *iso = bl_period_to_iso (&item->period), *text = bl_period_to_text (&item->period);

  bl_json_text (builder, "period", iso);
  bl_json_text (builder, "period_title", text);
  bl_json_number (builder, "value", item->value);
  bl_json_text (builder, "state", nick_of (BL_TYPE_STATE, item->state));
  bl_json_number (builder, "low", item->low);
  bl_json_number (builder, "high", item->high);
  bl_json_number (builder, "numerator", item->numerator);
  bl_json_number (builder, "denominator", item->denominator);
  json_yes_no (builder, "provisional", (item->flags & BL_OBSERVATION_PROVISIONAL) != 0);
  json_yes_no (builder, "partial", (item->flags & BL_OBSERVATION_PARTIAL) != 0);
  json_yes_no (builder, "exceptional", (item->flags & BL_OBSERVATION_EXCEPTIONAL) != 0);
  json_yes_no (builder, "repeated", (item->flags & BL_OBSERVATION_REPEATED) != 0);
  if (item->parts_expected > 0)
    {
      bl_json_count (builder, "parts", item->parts);
      bl_json_count (builder, "parts_expected", item->parts_expected);
    }
  bl_json_text (builder, "note", item->note);
  bl_json_text (builder, "comment", item->comment);
}

void
bl_indicator_json_latest (JsonBuilder *builder, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  /* Part of a year is not the latest (1.8): it is named beside the last whole one. */
  int index = judgement->whole >= 0 ? judgement->whole : judgement->latest;
  const BlObservation *latest = index >= 0 ? &values->values->items[index] : NULL;
  g_autoptr (BlIndicatorSummary) summary = bl_indicator_summary_new (values, judgement);
  g_autofree char *period = latest != NULL ? bl_period_to_iso (&latest->period) : NULL;

  bl_json_number (builder, "latest", latest != NULL ? latest->value : NAN);
  bl_json_text (builder, "latest_period", period);
  bl_json_text (builder, "so_far", summary->part);
  bl_json_text (builder, "state", nick_of (BL_TYPE_STATE, latest != NULL ? latest->state : BL_STATE_NO_DATA));
  json_yes_no (builder, "stale", judgement->stale);
  bl_json_number (builder, "change", judgement->change);
  bl_json_number (builder, "percent", judgement->percent);
  bl_json_text (builder, "verdict", bl_verdict_get_nick (judgement->verdict));
  bl_json_text (builder, "title", judgement->title);
  bl_json_text (builder, "sentence", judgement->sentence);
}

static void
json_period_at (JsonBuilder *builder, const char *key, const BlObservations *values, int index)
{
  g_autofree char *iso = index >= 0 && (guint) index < values->n ? bl_period_to_iso (&values->items[index].period) : NULL;

  bl_json_text (builder, key, iso);
}

/* Limits of each stretch between breaks. */
static void
json_limits (JsonBuilder *builder, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  json_builder_set_member_name (builder, "limits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < judgement->n_segments; i++)
    {
      const BlSegment *segment = &judgement->segments[i];

      json_builder_begin_object (builder);
      json_period_at (builder, "from", values->values, (int) segment->first);
      json_period_at (builder, "until", values->values, (int) segment->last);
      bl_json_count (builder, "points", segment->n);
      bl_json_text (builder, "rules", segment->rules != NULL ? segment->rules->name : NULL);
      json_yes_no (builder, "limits", segment->limits);
      json_yes_no (builder, "trial", segment->trial);
      json_yes_no (builder, "run_chart", segment->run_chart);
      json_yes_no (builder, "seasonal", segment->season.seasonal);
      bl_json_number (builder, "centre", segment->limits ? segment->process.centre : NAN);
      bl_json_number (builder, "lower", segment->limits ? segment->process.lower : NAN);
      bl_json_number (builder, "upper", segment->limits ? segment->process.upper : NAN);
      bl_json_number (builder, "mean_range", segment->limits ? segment->process.mean_range : NAN);
      bl_json_number (builder, "median", segment->n >= 5 ? segment->run.median : NAN);
      bl_json_text (builder, "begins_with", segment->mark != NULL ? nick_of (BL_TYPE_BREAK_CAUSE, segment->mark->cause) : NULL);
      bl_json_text (builder, "reason", segment->mark != NULL ? segment->mark->reason : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
json_signals (JsonBuilder *builder, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  json_builder_set_member_name (builder, "signals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < judgement->n_signals; i++)
    {
      const BlSignal *signal = &judgement->signals[i];

      json_builder_begin_object (builder);
      json_period_at (builder, "from", values->values, (int) signal->first);
      json_period_at (builder, "until", values->values, (int) signal->last);
      bl_json_count (builder, "rule", signal->rule != NULL ? signal->rule->number : 0);
      bl_json_count (builder, "side", signal->side);
      bl_json_text (builder, "verdict", bl_verdict_get_nick (signal->verdict));
      bl_json_text (builder, "title", signal->title);
      bl_json_text (builder, "sentence", signal->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
json_target (JsonBuilder *builder, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  static const char *const lights[] = { NULL, "met", "close", "not-met", "not-rated" };
  BlRecord *record = BL_RECORD (values->indicator);
  const char *const reals[] = { "baseline", "target", "target-low", "target-high" };
  const char *const keys[] = { "baseline", "target", "target_low", "target_high" };

  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      double value;

      bl_json_number (builder, keys[i], bl_record_get_real (record, reals[i], &value) ? value : NAN);
    }
  bl_json_text (builder, "baseline_period", bl_record_get_text (record, "baseline-period"));
  bl_json_text (builder, "target_period", nick_of (BL_TYPE_PERIOD_KIND, (int) values->target_kind));
  json_record_date (builder, "target_date", record, "target-date");
  json_record_date (builder, "review", record, "review");
  bl_json_number (builder, "since_baseline", judgement->since_baseline);
  bl_json_number (builder, "distance", judgement->distance);
  bl_json_text (builder, "rag", lights[judgement->rag]);
  bl_json_text (builder, "rag_rule", judgement->rag_rule);
  bl_json_text (builder, "rely", judgement->rely_words);
  bl_json_text (builder, "target_title", judgement->target_title);
  bl_json_text (builder, "target_sentence", judgement->target_sentence);
}

static void
json_breaks (JsonBuilder *builder, const BlIndicatorValues *values)
{
  json_builder_set_member_name (builder, "breaks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < values->values->n_marks; i++)
    {
      const BlMark *mark = &values->values->marks[i];

      json_builder_begin_object (builder);
      json_date (builder, "from", mark->from);
      json_date (builder, "until", mark->until);
      bl_json_text (builder, "cause", nick_of (BL_TYPE_BREAK_CAUSE, mark->cause));
      bl_json_text (builder, "reason", mark->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
json_comments (JsonBuilder *builder, const BlIndicatorValues *values)
{
  GListModel *comments = bl_record_get_list (BL_RECORD (values->indicator), "comments");

  json_builder_set_member_name (builder, "comments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (BlRecord) comment = g_list_model_get_item (comments, i);

      json_builder_begin_object (builder);
      bl_json_text (builder, "period", bl_record_get_text (comment, "period"));
      bl_json_text (builder, "text", bl_record_get_text (comment, "text"));
      bl_json_text (builder, "by", bl_record_get_text (comment, "by"));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
bl_indicator_json_show (BlBaseFigures *figures, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bl_indicator_json_head (builder, figures, values);
  bl_indicator_json_latest (builder, values, judgement);
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; i < values->values->n; i++)
    {
      json_builder_begin_object (builder);
      json_value (builder, &values->values->items[i]);
      if (i < judgement->n)
        {
          bl_json_number (builder, "lower", judgement->points[i].lower);
          bl_json_number (builder, "centre", judgement->points[i].centre);
          bl_json_number (builder, "upper", judgement->points[i].upper);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_limits (builder, values, judgement);
  json_signals (builder, values, judgement);
  json_breaks (builder, values);
  json_target (builder, values, judgement);
  json_comments (builder, values);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < values->missing->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (values->missing, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}
