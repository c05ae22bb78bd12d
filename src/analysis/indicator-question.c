/* indicator-question.c: what is asked of an indicator's values, in its own words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "indicator-values.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "verdict-words.h"

/* Of months: what is older is nobody's question any more, and limits from then are no measure of today (ours). */
#define RECENT_YEARS 8

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

/* --- Target ------------------------------------------------------------------------ */

static gboolean
may_be_asked_by (BlIndicator *indicator, BlPeriodKind kind)
{
  BlPeriodKind kinds[8];
  guint n = bl_indicator_get_periods (indicator, kinds);

  for (guint i = 0; i < n; i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

BlPeriodKind
bl_indicator_get_target_period (BlIndicator *indicator)
{
  BlRecord *record = BL_RECORD (indicator);
  int said = bl_record_get_enum (record, "target-period");
  const char *baseline = bl_record_get_text (record, "baseline-period");
  BlPeriod period;

  if (said != BL_PERIOD_KIND_UNKNOWN)
    return (BlPeriodKind) said;
  /* A baseline of 2018-19 beside figures at a date says when, not how long. */
  if (baseline != NULL && bl_period_parse (baseline, BL_PERIOD_KIND_FY, &period, NULL) && may_be_asked_by (indicator, period.kind))
    return period.kind;
  return BL_PERIOD_KIND_UNKNOWN;
}

gboolean
bl_indicator_values_has_target_here (const BlIndicatorValues *self)
{
  /* The last twelve months are as long as a year. */
  return self->target_kind == self->kind || (self->target_kind == BL_PERIOD_KIND_FY && self->kind == BL_PERIOD_KIND_ROLLING);
}

static char *
say_number (BlRecord *record, const char *field)
{
  double value;
  int kind = bl_record_get_enum (record, "kind");

  return bl_record_get_real (record, field, &value) ? bl_words_value_unit (value, kind, bl_record_get_text (record, "unit")) : NULL;
}

char *
bl_indicator_values_say_target (const BlIndicatorValues *self)
{
  BlRecord *record = BL_RECORD (self->indicator);
  gboolean range = bl_record_get_enum (record, "direction") == BL_WANTED_RANGE;
  g_autofree char *low = range ? say_number (record, "target-low") : NULL, *high = range ? say_number (record, "target-high") : NULL;
  g_autofree char *words = range ? NULL : say_number (record, "target");

  if (low != NULL && high != NULL)
    words = g_strdup_printf (_ ("%1$s to %2$s"), low, high);
  else if (low != NULL || high != NULL)
    words = g_strdup_printf (low != NULL ? _ ("%s or more") : _ ("%s or less"), low != NULL ? low : high);
  if (words == NULL || bl_record_get_enum (record, "kind") != BL_INDICATOR_KIND_COUNT)
    return g_steal_pointer (&words);
  switch (self->target_kind)
    {
    case BL_PERIOD_KIND_MONTH:
      return g_strdup_printf (_ ("%s a month"), words);
    case BL_PERIOD_KIND_QUARTER:
      return g_strdup_printf (_ ("%s a quarter"), words);
    case BL_PERIOD_KIND_FY:
    case BL_PERIOD_KIND_AY:
    case BL_PERIOD_KIND_CY:
    case BL_PERIOD_KIND_ROLLING:
      return g_strdup_printf (_ ("%s a year"), words);
    default:
      return g_steal_pointer (&words);
    }
}

/* --- Question ---------------------------------------------------------------------- */

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
  if (!own || !bl_indicator_values_has_target_here (self))
    return;
  question->target = number_of (record, "target");
  question->target_low = number_of (record, "target-low");
  question->target_high = number_of (record, "target-high");
  bl_record_get_date (record, "target-date", &question->target_date);
  question->baseline = number_of (record, "baseline");
  if (period != NULL && !bl_period_parse (period, self->kind, &question->baseline_period, NULL))
    question->baseline_period = (BlPeriod){ 0 };
}

gboolean
bl_indicator_values_get_recent (const BlIndicatorValues *self, BlPeriod *from)
{
  const BlObservations *values = self->values;
  guint32 newest = 0, oldest = 0;
  BlPeriod year;

  if (values->kind != BL_PERIOD_KIND_MONTH && values->kind != BL_PERIOD_KIND_QUARTER)
    return FALSE;
  for (guint i = 0; i < values->n; i++)
    if (bl_observation_is_known (&values->items[i]))
      {
        newest = values->items[i].period.start;
        if (oldest == 0)
          oldest = newest;
      }
  if (newest == 0)
    return FALSE;
  year = bl_period_of (newest, BL_PERIOD_KIND_FY);
  year = bl_period_step (&year, -RECENT_YEARS);
  if (oldest >= year.start)
    return FALSE;
  *from = bl_period_of (year.start, values->kind);
  return TRUE;
}

BlJudgement *
bl_indicator_values_judge (const BlIndicatorValues *self)
{
  BlJudgeQuestion question;

  bl_indicator_values_ask (self, &question);
  return bl_judge (self->values, &question);
}
