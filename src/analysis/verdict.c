/* verdict.c: what a series says: has anything changed, and where does it stand against its target
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "verdict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "verdict-private.h"
#include "verdict-words.h"

/* 5.3. */
#define FEW_POINTS 5
#define REBASE_RUN 8
#define REBASE_POINTS 12

const BlJudgeLines bl_judge_lines
    = { .small_change = 2.5, .small_points = 1, .sister = 0.2, .close = 5, .close_points = 2,
        .season = BL_SEASON_CORRELATION, .limit_points = 12, .firm_points = 20, .stale_months = 18,
        .people_least = 5, .percent_least = 30, .funnel_places = 10, .funnel_dispersion = 10 };

static const struct
{
  const char *nick, *title;
} verdicts[BL_N_VERDICTS] = {
  [BL_VERDICT_NONE] = { "none", N_ ("Too early to tell") },
  [BL_VERDICT_NO_DATA] = { "no-data", N_ ("No data") },
  [BL_VERDICT_SUPPRESSED] = { "suppressed", N_ ("Fewer than 5") },
  [BL_VERDICT_PARTIAL] = { "partial", N_ ("Part of a year") },
  [BL_VERDICT_PARTIAL_ALONE] = { "partial-alone", N_ ("Part of a year") },
  [BL_VERDICT_BREAK] = { "break", N_ ("Not comparable") },
  [BL_VERDICT_REPEATED] = { "repeated", N_ ("Quarterly estimates") },
  [BL_VERDICT_NOUGHT] = { "nought", N_ ("Closed") },
  [BL_VERDICT_TOO_FEW] = { "too-few", N_ ("Too few points") },
  [BL_VERDICT_POINT_HIGH] = { "point-high", N_ ("Unusually high") },
  [BL_VERDICT_POINT_LOW] = { "point-low", N_ ("Unusually low") },
  [BL_VERDICT_SHIFT_UP] = { "shift-up", N_ ("Settled higher") },
  [BL_VERDICT_SHIFT_DOWN] = { "shift-down", N_ ("Settled lower") },
  [BL_VERDICT_SHIFT_PAST] = { "shift-past", N_ ("Back to usual") },
  [BL_VERDICT_TREND_UP] = { "trend-up", N_ ("Rising") },
  [BL_VERDICT_TREND_DOWN] = { "trend-down", N_ ("Falling") },
  [BL_VERDICT_NEAR_LIMIT] = { "near-limit", N_ ("Near its limit") },
  [BL_VERDICT_SEASONAL_LOW] = { "seasonal-low", N_ ("Low for the season") },
  [BL_VERDICT_SEASONAL_HIGH] = { "seasonal-high", N_ ("High for the season") },
  [BL_VERDICT_PATTERN] = { "pattern", N_ ("Unusual pattern") },
  [BL_VERDICT_STEADY] = { "steady", N_ ("No clear change") },
  [BL_VERDICT_RISE] = { "rise", N_ ("Rose") },
  [BL_VERDICT_FALL] = { "fall", N_ ("Fell") },
  [BL_VERDICT_FLAT] = { "flat", N_ ("No clear change") },
  [BL_VERDICT_RISE_POINTS] = { "rise-pts", N_ ("Rose") },
  [BL_VERDICT_FALL_POINTS] = { "fall-pts", N_ ("Fell") },
  [BL_VERDICT_SURVEY_SAME] = { "survey-same", N_ ("No clear difference") },
  [BL_VERDICT_SURVEY_DIFFERS] = { "survey-differs", N_ ("Differs") },
  [BL_VERDICT_PEERS] = { "peers", N_ ("Compared") },
  [BL_VERDICT_TARGET_MET] = { "target-met", N_ ("Target met") },
  [BL_VERDICT_TARGET_MISSED] = { "target-missed", N_ ("Target missed") },
  [BL_VERDICT_TARGET_PATH] = { "target-path", N_ ("On the way") },
};

const char *
bl_verdict_get_nick (BlVerdict verdict)
{
  g_return_val_if_fail (verdict < BL_N_VERDICTS, verdicts[0].nick);
  return verdicts[verdict].nick;
}

const char *
bl_verdict_get_title (BlVerdict verdict)
{
  g_return_val_if_fail (verdict < BL_N_VERDICTS, verdicts[0].title);
  return verdicts[verdict].title;
}

const char *
bl_rag_get_title (BlRag rag)
{
  static const char *const titles[] = { "", N_ ("Met"), N_ ("Close"), N_ ("Not met"), N_ ("Not rated") };

  g_return_val_if_fail (rag < G_N_ELEMENTS (titles), titles[0]);
  return titles[rag];
}

void
bl_judge_question_init (BlJudgeQuestion *question)
{
  *question = (BlJudgeQuestion){ .target = NAN, .target_low = NAN, .target_high = NAN, .baseline = NAN };
}

const BlJudgeLines *
bl_judge_get_lines (const BlJudgeQuestion *question)
{
  return question->lines != NULL ? question->lines : &bl_judge_lines;
}

gboolean
bl_observation_is_whole (const BlObservation *item)
{
  return bl_observation_is_known (item)
         && (!(item->flags & BL_OBSERVATION_PARTIAL) || item->flags & BL_OBSERVATION_PLACES);
}

gboolean
bl_judge_in_pairs (const BlObservations *self, const BlJudgeQuestion *question)
{
  return (self->kind != BL_PERIOD_KIND_MONTH && self->kind != BL_PERIOD_KIND_QUARTER
          && self->kind != BL_PERIOD_KIND_ROLLING)
         || question->kind == BL_INDICATOR_KIND_SURVEY;
}

static int
find_latest (const BlObservations *self, const BlJudgeQuestion *question)
{
  if (question->period.start > 0)
    return bl_observations_find (self, &question->period);
  for (int i = (int) self->n - 1; i >= 0; i--)
    /* A quarter that is not over yet is not the latest; a year is, and is told as part of one. */
    if ((bl_observation_is_known (&self->items[i]) || self->items[i].state == BL_STATE_SUPPRESSED)
        && (bl_observation_is_whole (&self->items[i]) || bl_judge_in_pairs (self, question)
            || self->items[i].state == BL_STATE_SUPPRESSED)
        && (question->until.end == 0 || self->items[i].period.end <= question->until.end))
      return i;
  return -1;
}

/* A part of a year is no year: of what is counted in pairs the last whole one. */
static int
find_whole (const BlObservations *self, const BlJudgeQuestion *question, int latest)
{
  if (latest < 0 || !bl_observation_is_known (&self->items[latest]))
    return -1;
  for (int i = latest; i >= 0; i--)
    if (bl_observation_is_whole (&self->items[i]) || (i == latest && !bl_judge_in_pairs (self, question)))
      return i;
  return -1;
}

/* What a signal is called, seen from the point @latest. */
static BlVerdict
name_signal (const BlSignal *signal, const BlSegment *segment, guint latest)
{
  gboolean up = signal->side > 0;

  switch (signal->rule->kind)
    {
    case BL_RULE_POINT:
      if (segment->season.seasonal)
        return up ? BL_VERDICT_SEASONAL_HIGH : BL_VERDICT_SEASONAL_LOW;
      return up ? BL_VERDICT_POINT_HIGH : BL_VERDICT_POINT_LOW;
    case BL_RULE_RUN:
    case BL_RULE_LONGEST_RUN:
      if (signal->last < latest)
        return BL_VERDICT_SHIFT_PAST;
      return up ? BL_VERDICT_SHIFT_UP : BL_VERDICT_SHIFT_DOWN;
    case BL_RULE_TREND:
      return up ? BL_VERDICT_TREND_UP : BL_VERDICT_TREND_DOWN;
    case BL_RULE_NEAR:
      return BL_VERDICT_NEAR_LIMIT;
    default:
      return BL_VERDICT_PATTERN;
    }
}

static guint
known_between (const BlJudgement *self, guint first, guint last)
{
  guint n = 0;

  for (guint i = first; i <= last && i < self->n; i++)
    n += self->points[i].counts;
  return n;
}

/* In the order of 4.3: whether a signal holds at the latest point, and how early in the order. 0: not at all.
 */
static guint
rank_signal (const BlJudgement *self, const BlSignal *signal, guint latest)
{
  gboolean there = signal->first <= latest && latest <= signal->last;
  gboolean enough = known_between (self, signal->first, latest) >= signal->rule->points;

  switch (signal->rule->kind)
    {
    case BL_RULE_POINT:
      return signal->first == latest ? 1 : signal->first < latest ? 7 : 0;
    case BL_RULE_RUN:
    case BL_RULE_LONGEST_RUN:
      return there && enough ? 2 : signal->last < latest ? 3 : 0;
    case BL_RULE_TREND:
      return there && enough ? 4 : signal->last < latest ? 8 : 0;
    case BL_RULE_NEAR:
      return signal->last == latest ? 5 : signal->last < latest ? 9 : 0;
    default:
      return there || signal->last < latest ? 6 : 0;
    }
}

static void
judge_sister_run (BlJudgement *self,
                  const BlObservations *obs,
                  const BlJudgeQuestion *question,
                  const BlSignal *signal)
{
  const BlSegment *segment = &self->segments[signal->segment];
  double before[2] = { 0 }, after[2] = { 0 };
  guint n_before = 0, n_after = 0;

  if (question->sister == NULL)
    return;
  for (guint i = segment->first; i <= signal->last; i++)
    {
      int at = bl_observations_find (question->sister, &obs->items[i].period);

      if (!self->points[i].counts || at < 0 || !bl_observation_is_known (&question->sister->items[at]))
        continue;
      if (i < signal->first)
        {
          before[0] += obs->items[i].value;
          before[1] += question->sister->items[at].value;
          n_before++;
        }
      else
        {
          after[0] += obs->items[i].value;
          after[1] += question->sister->items[at].value;
          n_after++;
        }
    }
  if (n_before == 0 || n_after == 0 || !(before[0] > 0))
    return;
  bl_judge_sister (self, 100 * (after[0] / n_after - before[0] / n_before) / (before[0] / n_before),
                   before[1] / n_before, after[1] / n_after, question);
}

/* The signal that tells; -1 where no rule is met. */
static int
judge_signals (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  const BlSegment *segment = bl_judge_find_segment (self, self->latest);
  guint latest = (guint) self->latest, best = 0;
  int found = -1;

  for (guint s = 0; s < self->n_signals; s++)
    {
      BlSignal *signal = &self->signals[s];
      guint rank = 0;

      if (&self->segments[signal->segment] == segment)
        rank = rank_signal (self, signal, latest);
      signal->verdict = name_signal (
          signal, &self->segments[signal->segment],
          segment == &self->segments[signal->segment] ? latest : self->segments[signal->segment].last);
      /* Of two alike the later one. */
      if (rank > 0
          && (found < 0 || rank < best || (rank == best && signal->last >= self->signals[found].last)))
        {
          best = rank;
          found = (int) s;
        }
    }
  if (found < 0)
    {
      self->verdict = segment->limits || segment->run_chart ? BL_VERDICT_STEADY : BL_VERDICT_NONE;
      return -1;
    }
  self->verdict = self->signals[found].verdict;
  if (self->verdict == BL_VERDICT_SHIFT_UP || self->verdict == BL_VERDICT_SHIFT_DOWN)
    {
      const BlSignal *signal = &self->signals[found];

      /* 5.3: never automatic; only offered, and then the cause is asked for. */
      self->rebase_offered = known_between (self, signal->first, latest) >= MAX (REBASE_RUN, REBASE_POINTS)
                             && signal->last == segment->last && signal->first > segment->first;
      self->rebase_from = signal->first;
    }
  /* A point that goes one way may be part of a run that began before. */
  for (guint s = 0; s < self->n_signals; s++)
    {
      const BlSignal *signal = &self->signals[s];

      if ((signal->verdict == BL_VERDICT_SHIFT_UP || signal->verdict == BL_VERDICT_SHIFT_DOWN)
          && signal->side == self->signals[found].side && self->verdict != BL_VERDICT_SHIFT_PAST
          && &self->segments[signal->segment] == segment)
        judge_sister_run (self, obs, question, signal);
    }
  return found;
}

static void
judge_months (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  const BlObservation *item = &obs->items[self->latest];
  const BlSegment *segment = bl_judge_find_segment (self, self->latest);
  int before = -1;

  if (question->against.start > 0)
    {
      before = bl_observations_find (obs, &question->against);
      if (before >= 0 && bl_judge_find_bar (obs, &obs->items[before].period, &item->period) != NULL)
        {
          bl_judge_pair (self, obs, question);
          return;
        }
    }
  else
    {
      /* A month is compared in words with the same month of the year before, COVID years passed over. */
      BlPeriod there = item->period;

      do
        {
          there = bl_period_step (&there, item->period.kind == BL_PERIOD_KIND_QUARTER ? -4 : -12);
          before = bl_observations_find (obs, &there);
        }
      while (before >= 0 && obs->items[before].flags & BL_OBSERVATION_EXCEPTIONAL);
      if (before >= 0 && bl_judge_find_bar (obs, &there, &item->period) != NULL)
        before = -1;
    }
  if (question->one_place && (item->flags & BL_OBSERVATION_REPEATED))
    {
      self->verdict = BL_VERDICT_REPEATED;
      return;
    }
  self->before = before;
  self->value = item->value;
  if (before >= 0 && bl_observation_is_whole (&obs->items[before]))
    {
      self->earlier = obs->items[before].value;
      self->change = self->value - self->earlier;
      if (!bl_judge_in_points (question->kind) && fabs (self->earlier) > 0)
        self->percent = 100 * self->change / fabs (self->earlier);
    }
  if (segment == NULL || segment->n < FEW_POINTS)
    {
      self->verdict = BL_VERDICT_TOO_FEW;
      return;
    }
  if (segment->limits || segment->run_chart)
    judge_signals (self, obs, question);
}

static void
find_stretch (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  for (guint i = 0; i < obs->n; i++)
    {
      const BlPeriod *period = &obs->items[i].period;

      if ((question->from.start > 0 && period->start < question->from.start)
          || (question->until.end > 0 && period->end > question->until.end))
        continue;
      if (self->first < 0)
        self->first = (int) i;
      self->last = (int) i;
    }
}

static void
judge (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  const BlObservation *item;

  self->verdict = BL_VERDICT_NO_DATA;
  find_stretch (self, obs, question);
  self->latest = find_latest (obs, question);
  bl_judge_segments (self, obs, question);
  for (guint s = 0; s < self->n_signals; s++)
    self->signals[s].verdict = name_signal (&self->signals[s], &self->segments[self->signals[s].segment],
                                            self->segments[self->signals[s].segment].last);
  if (self->latest < 0)
    return;
  self->whole = find_whole (obs, question, self->latest);
  item = &obs->items[self->latest];
  if (question->today > 0)
    {
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, MAX (item->period.end, 1));
      g_date_add_days (&day, item->period.end - item->period.start);
      g_date_add_months (&day, (guint) CLAMP (bl_judge_get_lines (question)->stale_months, 0, 1200));
      self->stale = g_date_get_julian (&day) < question->today;
    }
  if (item->state == BL_STATE_SUPPRESSED)
    self->verdict = BL_VERDICT_SUPPRESSED;
  if (!bl_observation_is_known (item))
    return;
  self->value = item->value;
  self->verdict = BL_VERDICT_NONE;
  if (item->value == 0 && question->kind == BL_INDICATOR_KIND_COUNT
      && (question->reason != NULL || item->note != NULL))
    self->verdict = BL_VERDICT_NOUGHT;
  else if (!bl_observation_is_whole (item) && !bl_judge_in_pairs (obs, question))
    self->verdict = BL_VERDICT_PARTIAL_ALONE;
  else if (bl_judge_in_pairs (obs, question))
    bl_judge_pair (self, obs, question);
  else
    judge_months (self, obs, question);
}

BlJudgement *
bl_judge (const BlObservations *obs, const BlJudgeQuestion *question)
{
  BlJudgement *self = g_new0 (BlJudgement, 1);

  g_return_val_if_fail (obs != NULL && question != NULL, self);
  self->n = obs->n;
  self->latest = self->whole = self->before = self->first = self->last = -1;
  self->value = self->earlier = self->change = self->percent = self->plain_value = self->plain_earlier = NAN;
  self->since_baseline = self->since_percent = self->distance = self->planned = self->sister_percent
      = self->sister_own = NAN;
  self->points = g_new (BlJudgedPoint, MAX (obs->n, 1));
  for (guint i = 0; i < obs->n; i++)
    self->points[i] = (BlJudgedPoint){ FALSE, NAN, NAN, NAN, NAN, NAN, NAN };
  judge (self, obs, question);
  bl_judge_target (self, obs, question);
  bl_words_judgement (self, obs, question);
  return self;
}

void
bl_judgement_free (BlJudgement *self)
{
  if (self == NULL)
    return;
  for (guint s = 0; s < self->n_signals; s++)
    {
      g_free (self->signals[s].title);
      g_free (self->signals[s].sentence);
    }
  g_free (self->points);
  g_free (self->segments);
  g_free (self->signals);
  g_free (self->title);
  g_free (self->sentence);
  g_free (self->rag_rule);
  g_free (self->rely_words);
  g_free (self->target_title);
  g_free (self->target_sentence);
  g_free (self);
}
