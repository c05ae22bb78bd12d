/* verdict-target.c: where a figure stands against its target, and whether it can be relied on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * indicator-content 5.11.
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "verdict-private.h"
#include "verdict-words.h"

static gboolean
has_target (const BlJudgeQuestion *question)
{
  return question->wanted == BL_WANTED_RANGE
             ? isfinite (question->target_low) || isfinite (question->target_high)
             : isfinite (question->target);
}

/* How far @value is from what is wanted: below 0 short, 0 and more met. */
static double
margin (const BlJudgeQuestion *question, double value, double wanted)
{
  switch (question->wanted)
    {
    case BL_WANTED_DOWN:
      return wanted - value;
    case BL_WANTED_RANGE:
      return MIN (isfinite (question->target_low) ? value - question->target_low : INFINITY,
                  isfinite (question->target_high) ? question->target_high - value : INFINITY);
    default:
      return value - wanted;
    }
}

static const BlObservation *
rated_item (const BlJudgement *self, const BlObservations *obs)
{
  int index = self->whole >= 0 ? self->whole : self->latest;

  return index >= 0 ? &obs->items[index] : NULL;
}

static const char *
why_not_rated (const BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  const BlObservation *item = rated_item (self, obs);

  if (item == NULL || item->state == BL_STATE_NO_DATA
      || (!bl_observation_is_known (item) && item->state != BL_STATE_SUPPRESSED))
    return _ ("Not rated: there is no figure.");
  if (item->state == BL_STATE_SUPPRESSED)
    return _ ("Not rated: the figure is hidden, because it is about fewer than five people.");
  if (item->flags & BL_OBSERVATION_PARTIAL)
    return _ ("Not rated: the figure is not whole.");
  if (item->flags & BL_OBSERVATION_PROVISIONAL)
    return _ ("Not rated: the figure may change.");
  if (self->stale)
    return _ ("Not rated: the newest figure is too old.");
  if (item->state == BL_STATE_PROXY)
    return _ ("Not rated: the figure stands for something else.");
  if (question->wanted == BL_WANTED_NEUTRAL || question->wanted == BL_WANTED_UNKNOWN)
    return _ ("Not rated: neither more nor less is wanted.");
  if (question->kind == BL_INDICATOR_KIND_SURVEY && question->wanted != BL_WANTED_RANGE
      && item->low <= question->target && item->high >= question->target)
    return _ ("Not rated: the survey is not exact enough to tell.");
  return NULL;
}

static char *
describe_rule (const BlJudgement *self, const BlJudgeQuestion *question)
{
  const BlJudgeLines *lines = bl_judge_get_lines (question);
  gboolean points = bl_judge_in_points (question->kind);
  gboolean path = isfinite (self->planned);
  g_autofree char *target
      = bl_words_value_unit (path ? self->planned : question->target, question->kind, question->unit);
  g_autofree char *low = bl_words_value (question->target_low, question->kind, question->unit);
  g_autofree char *high = bl_words_value_unit (question->target_high, question->kind, question->unit);
  double close = points ? lines->close_points : lines->close;
  g_autofree char *percent = bl_text_number (close, close == floor (close) ? 0 : 1);
  g_autofree char *met = NULL;

  if (question->wanted == BL_WANTED_RANGE && !isfinite (question->target_high))
    {
      g_free (low);
      low = bl_words_value_unit (question->target_low, question->kind, question->unit);
      met = g_strdup_printf (_ ("Met at %s or more"), low);
    }
  else if (question->wanted == BL_WANTED_RANGE && !isfinite (question->target_low))
    met = g_strdup_printf (_ ("Met at %s or less"), high);
  else if (question->wanted == BL_WANTED_RANGE)
    met = g_strdup_printf (_ ("Met from %1$s to %2$s"), low, high);
  else if (question->wanted == BL_WANTED_DOWN)
    met = g_strdup_printf (path ? _ ("Met at %s or less, on the way to the target") : _ ("Met at %s or less"),
                           target);
  else
    met = g_strdup_printf (path ? _ ("Met at %s or more, on the way to the target") : _ ("Met at %s or more"),
                           target);
  if (points)
    return g_strdup_printf (_ ("%1$s; close when no more than %2$s points away; else not met."), met,
                            percent);
  return g_strdup_printf (_ ("%1$s; close when no more than %2$s%% away; else not met."), met, percent);
}

static void
find_rely (BlJudgement *self, const BlJudgeQuestion *question)
{
  const BlSegment *segment = bl_judge_find_segment (self, self->latest);
  double lower = INFINITY, upper = -INFINITY;

  if (segment == NULL || !segment->limits
      || (question->wanted != BL_WANTED_UP && question->wanted != BL_WANTED_DOWN))
    return;
  for (guint i = segment->first; i <= segment->last; i++)
    {
      lower = MIN (lower, self->points[i].lower);
      upper = MAX (upper, self->points[i].upper);
    }
  if (question->target < lower)
    self->rely = question->wanted == BL_WANTED_UP ? BL_RELY_WILL : BL_RELY_WILL_NOT;
  else if (question->target > upper)
    self->rely = question->wanted == BL_WANTED_UP ? BL_RELY_WILL_NOT : BL_RELY_WILL;
  else
    self->rely = BL_RELY_BY_CHANCE;
  self->rely_words
      = g_strdup (self->rely == BL_RELY_WILL       ? _ ("will be met")
                  : self->rely == BL_RELY_WILL_NOT ? _ ("will not be met without change")
                                                   : _ ("met in some months and not in others by chance"));
}

/* On the straight way from the baseline to the target at the end of the judged period. */
static void
find_planned (BlJudgement *self, const BlObservation *item, const BlJudgeQuestion *question)
{
  double whole, gone;

  if (question->target_date == 0 || !isfinite (question->baseline) || question->baseline_period.start == 0
      || !isfinite (question->target) || item->period.end > question->target_date
      || question->target_date <= question->baseline_period.end)
    return;
  whole = (double) question->target_date - question->baseline_period.end;
  gone = MAX ((double) item->period.end - question->baseline_period.end, 0);
  self->planned = question->baseline + (question->target - question->baseline) * gone / whole;
}

void
bl_judge_target (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  const BlObservation *item = rated_item (self, obs);
  const BlJudgeLines *lines = bl_judge_get_lines (question);
  const char *why;
  double value = item != NULL ? item->value : NAN, wanted, short_of;

  if (isfinite (question->baseline) && isfinite (value) && bl_observation_is_whole (item))
    {
      self->since_baseline = value - question->baseline;
      if (!bl_judge_in_points (question->kind) && fabs (question->baseline) > 0)
        self->since_percent = 100 * self->since_baseline / fabs (question->baseline);
    }
  if (!has_target (question))
    return;
  if (item != NULL)
    find_planned (self, item, question);
  find_rely (self, question);
  if (question->wanted == BL_WANTED_RANGE)
    self->distance = value < question->target_low    ? value - question->target_low
                     : value > question->target_high ? value - question->target_high
                     : isfinite (value)              ? 0
                                                     : NAN;
  else
    self->distance = value - question->target;
  why = why_not_rated (self, obs, question);
  if (why != NULL)
    {
      self->rag = BL_RAG_NOT_RATED;
      self->rag_rule = g_strdup (why);
      return;
    }
  wanted = isfinite (self->planned) ? self->planned : question->target;
  /* Met is met, however far the way would lead. */
  if (isfinite (self->planned) && margin (question, value, question->target) >= 0)
    wanted = question->target;
  short_of = -margin (question, value, wanted);
  self->rag_rule = describe_rule (self, question);
  if (short_of <= 1e-9)
    self->rag = BL_RAG_MET;
  else
    {
      double base = question->wanted != BL_WANTED_RANGE ? question->target
                    : value < question->target_low      ? question->target_low
                                                        : question->target_high;
      double close
          = bl_judge_in_points (question->kind) ? lines->close_points : fabs (base) * lines->close / 100;

      self->rag = short_of <= close + 1e-9 ? BL_RAG_CLOSE : BL_RAG_NOT_MET;
    }
  self->target_verdict = margin (question, value, question->target) >= 0 ? BL_VERDICT_TARGET_MET
                         : self->rag == BL_RAG_MET                       ? BL_VERDICT_TARGET_PATH
                                                                         : BL_VERDICT_TARGET_MISSED;
}
