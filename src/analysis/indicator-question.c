/* indicator-question.c: what is asked of an indicator's values, in its own words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "indicator-values.h"

#include <math.h>

BlJudgeLines
bl_judge_lines_of (BlDictionary *dictionary)
{
  BlJudgeLines lines = bl_judge_lines;
  const struct
  {
    const char *item;
    double *line;
  } all[] = {
    { "small-change", &lines.small_change },     { "small-points", &lines.small_points },
    { "sister", &lines.sister },                 { "rag-close", &lines.close },
    { "rag-close-points", &lines.close_points }, { "season-correlation", &lines.season },
    { "limits-points", &lines.limit_points },    { "firm-limits-points", &lines.firm_points },
    { "stale-months", &lines.stale_months },     { "people-least", &lines.people_least },
    { "percent-least", &lines.percent_least },   { "funnel-places", &lines.funnel_places },
    { "funnel-dispersion", &lines.funnel_dispersion },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    bl_dictionary_get_threshold (dictionary, all[i].item, all[i].line);
  return lines;
}

static double
number_of (BlRecord *record, const char *field)
{
  double value;

  return bl_record_get_real (record, field, &value) ? value : NAN;
}

void
bl_indicator_values_ask (const BlIndicatorValues *self, BlJudgeQuestion *question)
{
  BlRecord *record = BL_RECORD (self->indicator);
  const char *period = bl_record_get_text (record, "baseline-period");
  /* What is aimed at is aimed at where the indicator is of: the service's target is no library's. */
  gboolean own = g_strcmp0 (self->library, bl_record_get_text (record, "library")) == 0;

  bl_judge_question_init (question);
  question->noun = self->noun;
  bl_record_get_boolean (record, "plural", &question->plural);
  question->place = self->library != NULL ? NULL : self->place; /* “Gosforth loans” names it */
  question->unit = bl_record_get_text (record, "unit");
  question->kind = bl_record_get_enum (record, "kind");
  question->wanted = bl_record_get_enum (record, "direction");
  question->reason = NULL;
  question->missing = self->missing_places;
  question->one_place = self->library != NULL;
  question->rules = bl_record_get_text (record, "rules");
  question->lines = &self->lines;
  question->months = self->months;
  question->parts = (const BlObservations *const *) self->parts->pdata;
  question->n_parts = self->parts->len;
  question->sister = self->sister;
  question->sister_noun = self->sister_noun;
  question->counted = self->counted;
  question->today = self->today;
  if (!own)
    return;
  question->target = number_of (record, "target");
  question->target_low = number_of (record, "target-low");
  question->target_high = number_of (record, "target-high");
  bl_record_get_date (record, "target-date", &question->target_date);
  question->baseline = number_of (record, "baseline");
  if (period != NULL && !bl_period_parse (period, self->kind, &question->baseline_period, NULL))
    question->baseline_period = (BlPeriod){ 0 };
}

BlJudgement *
bl_indicator_values_judge (const BlIndicatorValues *self)
{
  BlJudgeQuestion question;

  bl_indicator_values_ask (self, &question);
  return bl_judge (self->values, &question);
}
