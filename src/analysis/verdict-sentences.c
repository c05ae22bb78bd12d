/* verdict-sentences.c: title and sentence of a judgement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The templates of indicator-content 4.3.
 */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "text.h"
#include "verdict-sentences.h"

/* So many points after a new way of counting, its doubt is no longer said. */
#define METHOD_NEAR 24

char *
bl_words_at_value (const BlWords *words, double value)
{
  return bl_words_value (value, words->question->kind, words->question->unit);
}

/* "seven months", "18 months", "five quarters". */
char *
bl_words_periods (const BlWords *words, guint n)
{
  g_autofree char *count = bl_words_count (n);

  switch (words->obs->kind)
    {
    case BL_PERIOD_KIND_QUARTER:
      return g_strdup_printf (ngettext ("%s quarter", "%s quarters", n), count);
    case BL_PERIOD_KIND_MONTH:
      return g_strdup_printf (ngettext ("%s month", "%s months", n), count);
    default:
      return g_strdup_printf (ngettext ("%s year", "%s years", n), count);
    }
}

char *
bl_words_at (const BlWords *words, guint index)
{
  return bl_words_period (&words->obs->items[index].period);
}

guint
bl_words_known (const BlWords *words, guint first, guint last)
{
  guint n = 0;

  for (guint i = first; i <= last; i++)
    n += words->judgement->points[i].counts;
  return n;
}

double
bl_words_cut_low (const BlWords *words, double value)
{
  return words->question->kind == BL_INDICATOR_KIND_MONEY ? value : MAX (value, 0);
}

double
bl_words_cut_high (const BlWords *words, double value)
{
  return bl_judge_in_points (words->question->kind) ? MIN (value, 100) : value;
}

/* "the usual range of 3,462 to 6,489", "… so far" while limits are on trial. */
char *
bl_words_range (const BlWords *words, const BlSegment *segment)
{
  g_autofree char *low = bl_words_at_value (words, bl_words_cut_low (words, segment->process.lower));
  g_autofree char *high = bl_words_at_value (words, bl_words_cut_high (words, segment->process.upper));

  return g_strdup_printf (segment->trial ? _ ("usual range so far of %1$s to %2$s")
                                         : _ ("usual range of %1$s to %2$s"),
                          low, high);
}

/* "Newcastle had 551,116 library visits": where things are counted; else "Net cost per visit was £2.31". */
gboolean
bl_words_place_has (const BlWords *words)
{
  BlIndicatorKind kind = words->question->kind;

  return words->question->place != NULL && words->plural
         && (kind == BL_INDICATOR_KIND_COUNT || kind == BL_INDICATOR_KIND_STOCK
             || kind == BL_INDICATOR_KIND_RATE || kind == BL_INDICATOR_KIND_RATIO
             || kind == BL_INDICATOR_KIND_UNKNOWN);
}

/* At most two clauses beyond the first. */
static void
add_clause (BlWords *words, const char *text)
{
  if (words->n_clauses >= 2 || text == NULL || *text == '\0')
    return;
  g_string_append_printf (words->sentence, "; %s", text);
  words->n_clauses++;
}

/* Whether a part worth saying stands in equal months. */
static gboolean
is_repeated (const BlObservation *item)
{
  return (item->flags & BL_OBSERVATION_REPEATED) && item->estimated > 0.02;
}

static void
add_estimate (BlWords *words, const BlObservation *item)
{
  g_autofree char *period = bl_words_period (&item->period), *text = NULL;
  const char *method = words->question->method;

  if (item->state == BL_STATE_PROXY && words->question->meant != NULL)
    text = g_strdup_printf (_ ("this stands for %s, it does not measure it"), words->question->meant);
  else if (is_repeated (item))
    text = g_strdup_printf (item->state == BL_STATE_ESTIMATE ? _ ("much of %1$s is an estimate from %2$s")
                                                             : _ ("some of %1$s is an estimate from %2$s"),
                            period, method != NULL ? method : _ ("quarterly sample weeks"));
  else if (item->state == BL_STATE_ESTIMATE && method != NULL)
    text = g_strdup_printf (item == words->item ? _ ("this is an estimate from %s")
                                                : _ ("the earlier figure is an estimate from %s"),
                            method);
  else if (item->state == BL_STATE_ESTIMATE)
    text = g_strdup_printf (
        item == words->item ? _ ("this is an estimate") : _ ("the figure for %s is an estimate"), period);
  add_clause (words, text);
}

static void
add_doubts (BlWords *words)
{
  const BlJudgement *self = words->judgement;
  const BlJudgeQuestion *question = words->question;
  const BlObservation *before = self->before >= 0 ? &words->obs->items[self->before] : NULL;
  const BlSegment *segment = bl_judge_find_segment (self, self->latest);
  gboolean pair = self->verdict >= BL_VERDICT_RISE && self->verdict <= BL_VERDICT_FALL_POINTS;
  gboolean signal = self->verdict >= BL_VERDICT_POINT_HIGH && self->verdict <= BL_VERDICT_TREND_DOWN
                    && self->verdict != BL_VERDICT_SHIFT_PAST;

  if (self->sister_differs && question->sister_noun != NULL)
    {
      gboolean away = self->sister_percent * self->sister_own < 0 && fabs (self->sister_percent) >= 5;
      const char *counted = question->counted != NULL ? question->counted : words->noun;
      g_autofree char *text = NULL;

      if (away)
        text = g_strdup_printf (self->sister_percent < 0 ? _ ("%1$s fell, so check how %2$s were counted")
                                                         : _ ("%1$s rose, so check how %2$s were counted"),
                                question->sister_noun, counted);
      else
        text = g_strdup_printf (self->sister_percent == 0
                                    ? _ ("%1$s did not move, so check how %2$s were counted")
                                    : _ ("%1$s hardly moved, so check how %2$s were counted"),
                                question->sister_noun, counted);
      add_clause (words, text);
    }
  if (question->long_base && pair)
    {
      BlPeriod base = bl_period_of (737000, BL_PERIOD_KIND_FY);
      int at = bl_observations_find (words->obs, &base);

      if (at >= 0 && at != self->before && bl_observation_is_known (&words->obs->items[at]))
        {
          g_autofree char *value = bl_words_at_value (words, words->obs->items[at].value),
                          *period = bl_words_period (&base);
          g_autofree char *text = g_strdup_printf (
              words->plural ? _ ("they were %1$s in %2$s") : _ ("it was %1$s in %2$s"), value, period);

          add_clause (words, text);
        }
    }
  add_clause (words, question->doubt);
  if (question->missing != NULL && (words->item->flags & BL_OBSERVATION_PLACES))
    {
      g_autofree char *text = g_strdup_printf (_ ("figures for %s are missing"), question->missing);

      add_clause (words, text);
    }
  else if ((words->item->flags & BL_OBSERVATION_PLACES) && words->item->missing >= 0.005)
    add_clause (words, _ ("some places have no figure"));
  if (before != NULL && pair && before->flags & BL_OBSERVATION_EXCEPTIONAL)
    {
      g_autofree char *period = bl_words_period (&before->period);
      g_autofree char *text = g_strdup_printf (_ ("%s was a COVID year"), period);

      add_clause (words, text);
    }
  if (before != NULL && pair && is_repeated (words->item) && is_repeated (before))
    {
      g_autofree char *text
          = g_strdup_printf (_ ("part of both figures is an estimate from %s"),
                             question->method != NULL ? question->method : _ ("quarterly sample weeks"));

      add_clause (words, text);
    }
  else
    {
      add_estimate (words, words->item);
      if (before != NULL && pair)
        add_estimate (words, before);
    }
  if (segment != NULL && segment->mark != NULL && segment->mark->cause == BL_BREAK_METHOD
      && segment->n < METHOD_NEAR && self->verdict != BL_VERDICT_BREAK)
    {
      BlPeriod month = bl_period_of (segment->mark->from, BL_PERIOD_KIND_MONTH);
      g_autofree char *when = bl_words_period (&month);
      g_autofree char *text = g_strdup_printf (_ ("the way of counting changed in %s"), when);

      add_clause (words, text);
    }
  if (words->item->flags & BL_OBSERVATION_PROVISIONAL)
    add_clause (words, _ ("the latest figure may change"));
  if (signal && (question->wanted == BL_WANTED_UP || question->wanted == BL_WANTED_DOWN))
    {
      gboolean up = self->verdict == BL_VERDICT_POINT_HIGH || self->verdict == BL_VERDICT_SHIFT_UP
                    || self->verdict == BL_VERDICT_TREND_UP;

      add_clause (words, up == (question->wanted == BL_WANTED_UP) ? _ ("this is the wanted direction")
                                                                  : _ ("this is not the wanted direction"));
    }
}

static void
words_init (BlWords *words,
            const BlJudgement *self,
            const BlObservations *obs,
            const BlJudgeQuestion *question)
{
  *words = (BlWords){ .judgement = self, .obs = obs, .question = question, .plural = question->plural };
  words->noun = question->noun != NULL ? question->noun : _ ("the figure");
  words->bare = words->noun;
  if (question->place != NULL && g_str_has_prefix (words->noun, question->place)
      && words->noun[strlen (question->place)] == ' ')
    words->bare += strlen (question->place) + 1;
  words->item = self->latest >= 0 ? &obs->items[self->latest] : NULL;
  words->title_noun = bl_text_sentence (question->title_noun != NULL ? question->title_noun : words->noun);
  words->sentence_noun = bl_text_sentence (words->noun);
  words->sentence = g_string_new (NULL);
}

static void
words_finish (BlWords *words, char **title, char **sentence)
{
  if (words->sentence->len > 0 && words->sentence->str[words->sentence->len - 1] != '.')
    g_string_append_c (words->sentence, '.');
  *title = g_steal_pointer (&words->title);
  *sentence = g_string_free (words->sentence, FALSE);
  g_free (words->title_noun);
  g_free (words->sentence_noun);
}

/* Which signal the verdict speaks of. */
static const BlSignal *
find_told (const BlJudgement *self)
{
  const BlSegment *segment = bl_judge_find_segment (self, self->latest);
  const BlSignal *told = NULL;

  for (guint s = 0; s < self->n_signals; s++)
    {
      const BlSignal *signal = &self->signals[s];

      if (&self->segments[signal->segment] == segment && signal->verdict == self->verdict
          && signal->first <= (guint) self->latest && (told == NULL || signal->last >= told->last))
        told = signal;
    }
  return told;
}

static void
say_target (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  BlWords words;
  g_autofree char *period = NULL, *value = NULL, *target = NULL;
  guint met = 0, n = 0;

  if (self->target_verdict == BL_VERDICT_NONE)
    return;
  words_init (&words, self, obs, question);
  if (self->whole >= 0)
    words.item = &obs->items[self->whole];
  period = bl_words_period (&words.item->period);
  value = bl_words_at_value (&words, words.item->value);
  if (question->wanted == BL_WANTED_RANGE)
    {
      g_autofree char *low = bl_words_at_value (&words, question->target_low),
                      *high = bl_words_at_value (&words, question->target_high);

      target = isfinite (question->target_low) && isfinite (question->target_high)
                   ? g_strdup_printf (_ ("%1$s to %2$s"), low, high)
                   : g_strdup (isfinite (question->target_low) ? low : high);
    }
  else
    target = bl_words_at_value (&words, question->target);
  if (self->target_verdict == BL_VERDICT_TARGET_PATH)
    {
      g_autofree char *by = bl_text_date_for_people (question->target_date),
                      *planned = bl_words_at_value (&words, self->planned);

      words.title = g_strdup_printf (_ ("%s on the way to the target"), words.title_noun);
      g_string_printf (
          words.sentence,
          words.plural
              ? _ ("%1$s were %2$s in %3$s; the way to the target of %4$s by %5$s asks for %6$s by then")
              : _ ("%1$s was %2$s in %3$s; the way to the target of %4$s by %5$s asks for %6$s by then"),
          words.sentence_noun, value, period, target, by, planned);
    }
  else
    {
      words.title = g_strdup_printf (self->target_verdict == BL_VERDICT_TARGET_MET
                                         ? _ ("%1$s met the target for %2$s")
                                         : _ ("%1$s missed the target for %2$s"),
                                     words.title_noun, period);
      /* Where the rest speaks of a later part of a year, say of which this does. */
      if (self->whole >= 0 && self->whole != self->latest)
        g_string_printf (words.sentence,
                         words.plural ? _ ("%1$s were %2$s in %3$s against a target of %4$s")
                                      : _ ("%1$s was %2$s in %3$s against a target of %4$s"),
                         words.sentence_noun, value, period, target);
      else
        g_string_printf (words.sentence,
                         words.plural ? _ ("%1$s were %2$s against a target of %3$s")
                                      : _ ("%1$s was %2$s against a target of %3$s"),
                         words.sentence_noun, value, target);
    }
  for (int i = self->latest; obs->kind == BL_PERIOD_KIND_MONTH && i >= 0 && i > self->latest - 12; i--)
    if (bl_observation_is_whole (&obs->items[i]))
      {
        double x = obs->items[i].value;

        n++;
        met += question->wanted == BL_WANTED_DOWN ? x <= question->target
               : question->wanted == BL_WANTED_RANGE
                   ? !(x < question->target_low) && !(x > question->target_high)
                   : x >= question->target;
      }
  if (n >= 12)
    g_string_append_printf (words.sentence,
                            words.plural ? _ ("; over the past year they met it in %1$u of %2$u months")
                                         : _ ("; over the past year it met it in %1$u of %2$u months"),
                            met, n);
  words_finish (&words, &self->target_title, &self->target_sentence);
}

void
bl_words_judgement (BlJudgement *self, const BlObservations *obs, const BlJudgeQuestion *question)
{
  BlWords words;

  for (guint s = 0; s < self->n_signals; s++)
    {
      BlSignal *signal = &self->signals[s];
      const BlSegment *segment = &self->segments[signal->segment];
      gboolean now = self->latest >= 0 && (guint) self->latest >= segment->first
                     && (guint) self->latest <= segment->last;

      words_init (&words, self, obs, question);
      bl_words_signal (&words, signal, signal->verdict, now ? (guint) self->latest : segment->last);
      words_finish (&words, &signal->title, &signal->sentence);
    }
  say_target (self, obs, question);
  words_init (&words, self, obs, question);
  switch (self->verdict)
    {
    case BL_VERDICT_NO_DATA:
      bl_words_no_data (&words);
      break;
    case BL_VERDICT_SUPPRESSED:
      bl_words_suppressed (&words);
      break;
    case BL_VERDICT_PARTIAL:
    case BL_VERDICT_PARTIAL_ALONE:
      bl_words_partial (&words);
      break;
    case BL_VERDICT_BREAK:
      bl_words_break (&words);
      break;
    case BL_VERDICT_REPEATED:
      bl_words_repeated (&words);
      break;
    case BL_VERDICT_NOUGHT:
      bl_words_nought (&words);
      break;
    case BL_VERDICT_TOO_FEW:
      bl_words_too_few (&words);
      break;
    case BL_VERDICT_NONE:
      bl_words_none (&words);
      break;
    case BL_VERDICT_STEADY:
      bl_words_steady (&words);
      break;
    case BL_VERDICT_RISE:
    case BL_VERDICT_FALL:
    case BL_VERDICT_FLAT:
      bl_words_pair (&words);
      break;
    case BL_VERDICT_RISE_POINTS:
    case BL_VERDICT_FALL_POINTS:
      bl_words_say_points (&words);
      break;
    default:
      {
        const BlSignal *told = find_told (self);

        if (told != NULL)
          bl_words_signal (&words, told, self->verdict, (guint) self->latest);
        break;
      }
    }
  if (words.item != NULL && bl_observation_is_known (words.item) && self->verdict != BL_VERDICT_NOUGHT
      && self->verdict != BL_VERDICT_REPEATED)
    add_doubts (&words);
  words_finish (&words, &self->title, &self->sentence);
}
