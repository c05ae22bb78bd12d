/* verdict-pair.c: a year against another, like for like; a part of a year against the same part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "verdict-private.h"

/* 5.8: a published interval cannot be narrower than its rounding. */
#define LEAST_ERROR 0.3

gboolean
bl_judge_in_points (BlIndicatorKind kind)
{
  return kind == BL_INDICATOR_KIND_SHARE || kind == BL_INDICATOR_KIND_SURVEY;
}

guint
bl_judge_like_for_like (const BlObservations *const *parts,
                        guint n_parts,
                        const BlPeriod *period,
                        const BlPeriod *against,
                        double *value,
                        double *earlier)
{
  guint n = 0;

  *value = *earlier = 0;
  for (guint p = 0; p < n_parts; p++)
    {
      const BlObservations *part = parts[p];
      BlPeriod here = bl_period_of (period->start, part->kind),
               there = bl_period_of (against->start, part->kind);

      for (; here.start > 0 && here.end <= period->end && there.end <= against->end;
           here = bl_period_step (&here, 1), there = bl_period_step (&there, 1))
        {
          int a = bl_observations_find (part, &here), b = bl_observations_find (part, &there);

          if (a < 0 || b < 0 || !bl_observation_is_known (&part->items[a])
              || !bl_observation_is_known (&part->items[b]))
            continue;
          *value += part->items[a].value;
          *earlier += part->items[b].value;
          n++;
        }
    }
  return n;
}

const BlMark *
bl_judge_find_bar (const BlObservations *obs, const BlPeriod *earlier, const BlPeriod *later)
{
  const BlMark *bar = NULL;

  for (guint m = 0; m < obs->n_marks; m++)
    {
      const BlMark *mark = &obs->marks[m];

      /* Who is counted is mended by like for like; a gap and a step by saying below and above. */
      if (mark->cause == BL_BREAK_COVERAGE || mark->cause == BL_BREAK_GAP || mark->cause == BL_BREAK_STEP
          || mark->cause == BL_BREAK_UNKNOWN)
        continue;
      if (mark->from > earlier->start && mark->from < MAX (later->end, later->start + 1))
        bar = mark;
    }
  return bar;
}

void
bl_judge_sister (BlJudgement *self, double own, double before, double after, const BlJudgeQuestion *question)
{
  double line = bl_judge_get_lines (question)->sister * own;

  if (!(before > 0) || !isfinite (after) || !isfinite (own))
    return;
  self->sister_own = own;
  self->sister_percent = 100 * (after - before) / before;
  self->sister_differs = line > 0 ? self->sister_percent < line : self->sister_percent > line;
}

/* The year before the judged one: whole, and no COVID year. */
static int
find_before (const BlObservations *obs, const BlJudgeQuestion *question, int latest)
{
  if (question->against.start > 0)
    return bl_observations_find (obs, &question->against);
  for (int i = latest - 1; i >= 0; i--)
    if (bl_observation_is_whole (&obs->items[i]) && !(obs->items[i].flags & BL_OBSERVATION_EXCEPTIONAL))
      return i;
  return -1;
}

static void
set_change (BlJudgement *self, double value, double earlier, BlIndicatorKind kind)
{
  self->value = value;
  self->earlier = earlier;
  self->change = value - earlier;
  self->percent
      = bl_judge_in_points (kind) || !(fabs (earlier) > 0) ? NAN : 100 * (value - earlier) / fabs (earlier);
}

/* The known part of a year against the same months of the year before. */
static void
judge_part (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  const BlObservation *item = &obs->items[self->latest];
  BlPeriod before = question->against.start > 0 ? question->against : bl_period_step (&item->period, -1);
  double value, earlier;

  self->verdict = BL_VERDICT_PARTIAL_ALONE;
  self->value = item->value;
  self->n_like_months = item->parts;
  if (question->months == NULL
      || (question->kind != BL_INDICATOR_KIND_COUNT && question->kind != BL_INDICATOR_KIND_UNKNOWN))
    return;
  self->n_like_months = 0;
  for (guint i = 0; i < question->months->n; i++)
    self->n_like_months += bl_observation_is_known (&question->months->items[i])
                           && question->months->items[i].period.start >= item->period.start
                           && question->months->items[i].period.end <= item->period.end;
  self->n_like = bl_judge_like_for_like (&question->months, 1, &item->period, &before, &self->plain_value,
                                         &self->plain_earlier);
  if (self->n_like < self->n_like_months || self->n_like == 0 || !(self->plain_earlier > 0)
      || bl_judge_find_bar (obs, &before, &item->period) != NULL)
    return;
  value = self->plain_value;
  earlier = self->plain_earlier;
  if (question->n_parts > 0)
    {
      self->n_like = bl_judge_like_for_like (question->parts, question->n_parts, &item->period, &before,
                                             &value, &earlier);
      self->like_for_like = value != self->plain_value || earlier != self->plain_earlier;
      if (self->n_like == 0 || !(earlier > 0))
        return;
    }
  self->verdict = BL_VERDICT_PARTIAL;
  self->before = bl_observations_find (obs, &before);
  set_change (self, value, earlier, question->kind);
}

static void
judge_counts (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  const BlJudgeLines *lines = bl_judge_get_lines (question);
  double plain = self->percent, value, earlier;

  if (question->n_parts > 0
      && (question->kind == BL_INDICATOR_KIND_COUNT || question->kind == BL_INDICATOR_KIND_UNKNOWN))
    {
      self->n_like
          = bl_judge_like_for_like (question->parts, question->n_parts, &obs->items[self->latest].period,
                                    &obs->items[self->before].period, &value, &earlier);
      /* Plain totals hold where like for like would not tell another story. */
      if (self->n_like > 0 && earlier > 0
          && fabs (100 * (value - earlier) / earlier - plain) >= lines->small_change)
        {
          self->plain_value = self->value;
          self->plain_earlier = self->earlier;
          self->like_for_like = TRUE;
          set_change (self, value, earlier, question->kind);
        }
    }
  if (!isfinite (self->percent))
    self->verdict = self->change > 0 ? BL_VERDICT_RISE : self->change < 0 ? BL_VERDICT_FALL : BL_VERDICT_FLAT;
  else
    self->verdict = self->percent >= lines->small_change    ? BL_VERDICT_RISE
                    : self->percent <= -lines->small_change ? BL_VERDICT_FALL
                                                            : BL_VERDICT_FLAT;
}

gboolean
bl_judge_survey_difference (double value, double low, double high, double other, double other_low, double other_high,
                            double *difference_low, double *difference_high)
{
  double first = MAX ((high - low) / 3.92, LEAST_ERROR), second = MAX ((other_high - other_low) / 3.92, LEAST_ERROR);
  double half = 1.96 * sqrt (first * first + second * second);

  *difference_low = value - other - half;
  *difference_high = value - other + half;
  /* The least error hides what is not known: MAX() of NaN is its other side. */
  return isfinite (value + low + high + other + other_low + other_high);
}

/* Half the width of the difference of two published intervals. */
static double
doubt_of_pair (const BlObservation *a, const BlObservation *b)
{
  double low, high;

  bl_judge_survey_difference (a->value, a->low, a->high, b->value, b->low, b->high, &low, &high);
  return (high - low) / 2;
}

static void
judge_points (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  const BlObservation *item = &obs->items[self->latest], *before = &obs->items[self->before];
  double line = bl_judge_get_lines (question)->small_points;

  if (question->kind == BL_INDICATOR_KIND_SURVEY)
    line = isfinite (item->low + item->high + before->low + before->high) ? doubt_of_pair (item, before)
                                                                          : INFINITY;
  /* What is half a tenth by its halves must not fall by its binary rest. */
  self->verdict = self->change >= line - 1e-9    ? BL_VERDICT_RISE_POINTS
                  : self->change <= -line + 1e-9 ? BL_VERDICT_FALL_POINTS
                                                 : BL_VERDICT_FLAT;
}

/* Means of what lies on either side of a mark, twelve months or less of each. */
static void
judge_break (BlJudgement *self,
             const BlObservations *obs,
             const BlJudgeQuestion *question,
             const BlMark *mark)
{
  const BlObservations *months = question->months != NULL ? question->months : obs;
  guint most = months->kind == BL_PERIOD_KIND_MONTH ? 12 : months->kind == BL_PERIOD_KIND_QUARTER ? 4 : 1;
  guint32 until = mark->until > 0 && mark->until < mark->from ? mark->until + 1 : mark->from;
  double before = 0, after = 0;
  guint n_before = 0, n_after = 0;

  for (guint i = 0; i < months->n; i++)
    {
      const BlObservation *late = &months->items[i], *early = &months->items[months->n - 1 - i];

      if (n_after < most && bl_observation_is_known (late) && late->period.start >= mark->from)
        {
          after += late->value;
          n_after++;
        }
      if (n_before < most && bl_observation_is_known (early)
          && MAX (early->period.end, early->period.start + 1) <= until)
        {
          before += early->value;
          n_before++;
        }
    }
  self->verdict = BL_VERDICT_BREAK;
  self->value = n_after > 0 ? after / n_after : NAN;
  self->earlier = n_before > 0 ? before / n_before : NAN;
  self->change = self->percent = NAN;
}

void
bl_judge_pair (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  const BlObservation *item = &obs->items[self->latest];
  const BlMark *bar;
  guint known = 0;

  if ((item->flags & BL_OBSERVATION_PARTIAL) && !(item->flags & BL_OBSERVATION_PLACES)
      && bl_judge_in_pairs (obs, question))
    {
      judge_part (self, obs, question);
      return;
    }
  self->before = find_before (obs, question, self->latest);
  bar = self->before >= 0 ? bl_judge_find_bar (obs, &obs->items[self->before].period, &item->period) : NULL;
  if (bar != NULL)
    {
      judge_break (self, obs, question, bar);
      return;
    }
  for (guint i = 0; i < obs->n; i++)
    known += bl_observation_is_whole (&obs->items[i])
             && bl_judge_find_bar (obs, MIN (&obs->items[i].period, &item->period),
                                   MAX (&obs->items[i].period, &item->period))
                    == NULL;
  if (self->before < 0 || known < 3 || !bl_observation_is_whole (&obs->items[self->before]))
    {
      self->verdict = BL_VERDICT_TOO_FEW;
      return;
    }
  if (question->kind == BL_INDICATOR_KIND_RANK || question->kind == BL_INDICATOR_KIND_YESNO)
    return; /* never a trend of ranks */
  set_change (self, item->value, obs->items[self->before].value, question->kind);
  if (bl_judge_in_points (question->kind))
    judge_points (self, obs, question);
  else
    judge_counts (self, obs, question);
  if ((self->verdict == BL_VERDICT_RISE || self->verdict == BL_VERDICT_FALL) && question->sister != NULL)
    {
      int after = bl_observations_find (question->sister, &item->period);
      int before = bl_observations_find (question->sister, &obs->items[self->before].period);

      if (after >= 0 && before >= 0)
        bl_judge_sister (self, self->percent, question->sister->items[before].value,
                         question->sister->items[after].value, question);
    }
}
