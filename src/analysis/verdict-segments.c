/* verdict-segments.c: stretches between breaks, their limits and their signals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "verdict-private.h"

/* indicator-content 5.3. */
#define RUN_CHART_POINTS 10
#define BASE_POINTS 24
/* A place without a figure matters when it would move the total by the small-change line. */
#define MISSING_MATTERS 0.025

typedef struct
{
  const BlObservations *obs;
  const BlJudgeQuestion *question;
  GArray *segments, *signals;
  BlJudgedPoint *points;
} Judge;

static gboolean
point_counts (const BlObservation *item, const BlJudgeQuestion *question)
{
  if (!bl_observation_is_whole (item)
      || item->flags & (BL_OBSERVATION_PROVISIONAL | BL_OBSERVATION_EXCEPTIONAL))
    return FALSE;
  if ((item->flags & BL_OBSERVATION_PLACES) && item->missing >= MISSING_MATTERS)
    return FALSE;
  return !(question->one_place && (item->flags & BL_OBSERVATION_REPEATED));
}

static gboolean
mark_parts (const BlMark *mark)
{
  return mark->cause != BL_BREAK_COVERAGE && mark->cause != BL_BREAK_UNKNOWN;
}

/* Which stretch a period belongs to: how many marks lie before it; -1 where a mark keeps it out of all. */
static int
stretch_of (const BlObservations *obs, const BlPeriod *period, const BlMark **begins)
{
  int stretch = 0;

  *begins = NULL;
  for (guint m = 0; m < obs->n_marks; m++)
    {
      const BlMark *mark = &obs->marks[m];
      guint32 until = mark->until > 0 && mark->until < mark->from ? mark->until + 1 : mark->from;

      if (!mark_parts (mark))
        continue;
      if (period->start >= mark->from)
        {
          stretch++;
          *begins = mark;
        }
      else if (MAX (period->end, period->start + 1) > until)
        return -1;
    }
  return stretch;
}

static void
find_base (Judge *judge, BlSegment *segment)
{
  const BlJudgeQuestion *question = judge->question;
  guint n = 0;

  segment->base_first = segment->first;
  segment->base_last = segment->last;
  for (guint i = segment->first; i <= segment->last; i++)
    {
      const BlPeriod *period = &judge->obs->items[i].period;

      if (judge->points[i].counts && ++n == BASE_POINTS)
        segment->base_last = i;
      if (n > BASE_POINTS)
        break;
      if (question->base_from.start > 0 && period->start <= question->base_from.start)
        segment->base_first = i;
    }
  if (question->base_until.start > 0)
    for (guint i = segment->first; i <= segment->last; i++)
      if (judge->obs->items[i].period.end <= question->base_until.end)
        segment->base_last = i;
  if (segment->base_last < segment->base_first)
    segment->base_last = segment->base_first;
}

/* The signal that @signal goes on from: "two of three" is met again and again where more than that lie near a limit. NULL: none. */
static BlSignal *
find_begun (Judge *judge, const BlSignal *signal)
{
  for (guint s = judge->signals->len; signal->rule->kind == BL_RULE_NEAR && s-- > 0;)
    {
      BlSignal *begun = &g_array_index (judge->signals, BlSignal, s);

      if (begun->segment == signal->segment && begun->rule == signal->rule && begun->side == signal->side)
        return signal->first <= begun->last ? begun : NULL;
    }
  return NULL;
}

/* Stretches of one rule on one side that overlap are one signal. */
static void
add_signals (Judge *judge, guint index, GArray *hits)
{
  const BlSegment *segment = &g_array_index (judge->segments, BlSegment, index);

  for (guint h = 0; h < hits->len; h++)
    {
      const BlHit *hit = &g_array_index (hits, BlHit, h);
      BlSignal signal = { .segment = index, .rule = hit->rule, .side = hit->side };
      BlSignal *begun;

      signal.first = segment->first + hit->first;
      signal.last = segment->first + hit->last;
      begun = find_begun (judge, &signal);
      if (begun != NULL)
        begun->last = signal.last;
      else
        g_array_append_val (judge->signals, signal);
    }
}

/* Limits about the mean, or nothing but the median. */
static void
judge_segment (Judge *judge, guint index)
{
  BlSegment *segment = &g_array_index (judge->segments, BlSegment, index);
  const BlRuleSet *set = bl_rule_set_find (judge->question->rules);
  guint length = segment->last - segment->first + 1, base = 0;
  g_autofree double *values = g_new (double, length), *ranges = g_new0 (double, length);
  g_autoptr (GArray) hits = NULL;
  const BlJudgeLines *lines = bl_judge_get_lines (judge->question);
  double widening;
  gboolean tested
      = judge->obs->kind != BL_PERIOD_KIND_ROLLING && !bl_judge_in_pairs (judge->obs, judge->question);

  if (set == NULL)
    set = bl_rule_set_find (NULL);
  find_base (judge, segment);
  if (!judge->question->raw && tested && !set->median)
    bl_season_find_at (judge->obs, segment->base_first, segment->base_last, lines->season, &segment->season);
  else
    bl_season_find (judge->obs, 1, 0, &segment->season);
  for (guint i = 0; i < length; i++)
    {
      guint at = segment->first + i;
      BlJudgedPoint *point = &judge->points[at];

      point->adjusted = judge->obs->items[at].value
                        / bl_season_get_factor (&segment->season, &judge->obs->items[at].period);
      values[i] = point->counts ? point->adjusted : NAN;
      segment->n += point->counts;
      base += point->counts && at >= segment->base_first && at <= segment->base_last;
    }
  bl_run_chart_find (values, length, &segment->run);
  if (!tested)
    return;
  if (segment->n >= RUN_CHART_POINTS && (set->median || segment->n < lines->limit_points))
    {
      segment->run_chart = TRUE;
      segment->rules = set->median ? set : bl_rule_set_find ("run-anhoej");
      hits = bl_run_chart_apply (&segment->run, segment->rules, values, length);
      add_signals (judge, index, hits);
      return;
    }
  if (segment->n < lines->limit_points
      || !bl_process_limits_find (values + (segment->base_first - segment->first),
                                  segment->base_last - segment->base_first + 1, judge->question->screen,
                                  &segment->process))
    return;
  segment->limits = TRUE;
  segment->rules = set;
  segment->trial = base < lines->firm_points && judge->question->base_until.start == 0;
  widening = bl_season_get_widening (&segment->season);
  for (guint i = 0; i < length; i++)
    {
      guint at = segment->first + i;
      BlProcessLimits here = segment->process;
      double factor = bl_season_get_factor (&segment->season, &judge->obs->items[at].period);
      BlJudgedPoint *point = &judge->points[at];

      if (at > segment->base_last || at < segment->base_first)
        bl_process_limits_widen (&here, widening);
      ranges[i] = here.mean_range;
      point->centre = here.centre * factor;
      point->lower = here.lower * factor;
      point->upper = here.upper * factor;
      point->outer_lower = here.outer_lower * factor;
      point->outer_upper = here.outer_upper * factor;
    }
  hits = bl_rule_set_apply (set, values, length, segment->process.centre, ranges);
  add_signals (judge, index, hits);
}

void
bl_judge_segments (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  Judge judge = { obs, question, g_array_new (FALSE, TRUE, sizeof (BlSegment)),
                  g_array_new (FALSE, TRUE, sizeof (BlSignal)), self->points };
  gboolean pairs = bl_judge_in_pairs (obs, question);
  int last_stretch = -1;
  gboolean parted = FALSE;

  for (guint i = 0; i < obs->n; i++)
    {
      const BlObservation *item = &obs->items[i];
      const BlMark *begins;
      int stretch = stretch_of (obs, &item->period, &begins);

      if ((question->from.start > 0 && item->period.start < question->from.start)
          || (question->until.end > 0 && item->period.end > question->until.end))
        continue;
      /* COVID years part months, which go on at another level; years are only passed over. */
      if (stretch < 0 || (item->flags & BL_OBSERVATION_EXCEPTIONAL && !pairs))
        {
          parted = TRUE;
          continue;
        }
      if (!bl_observation_is_known (item))
        continue;
      self->points[i].counts = point_counts (item, question);
      if (judge.segments->len == 0 || parted || stretch != last_stretch)
        {
          BlSegment segment = { .first = i, .mark = stretch != last_stretch ? begins : NULL };

          g_array_append_val (judge.segments, segment);
        }
      g_array_index (judge.segments, BlSegment, judge.segments->len - 1).last = i;
      last_stretch = stretch;
      parted = FALSE;
    }
  for (guint s = 0; s < judge.segments->len; s++)
    judge_segment (&judge, s);
  self->n_segments = judge.segments->len;
  self->segments = (BlSegment *) (void *) g_array_free (judge.segments, FALSE);
  self->n_signals = judge.signals->len;
  self->signals = (BlSignal *) (void *) g_array_free (judge.signals, FALSE);
}

const BlSegment *
bl_judge_find_segment (const BlJudgement *self, int index)
{
  for (guint s = 0; index >= 0 && s < self->n_segments; s++)
    if ((guint) index >= self->segments[s].first && (guint) index <= self->segments[s].last)
      return &self->segments[s];
  return NULL;
}
