/* verdict-pair-words.c: a year against another, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "verdict-sentences.h"

static const char *
break_cause (BlBreakCause cause)
{
  switch (cause)
    {
    case BL_BREAK_DEFINITION:
      return _ ("what is counted was defined anew");
    case BL_BREAK_METHOD:
      return _ ("the way of counting changed");
    case BL_BREAK_BOUNDARY:
      return _ ("the boundaries changed");
    case BL_BREAK_SURVEY:
      return _ ("it is another survey");
    default:
      return _ ("something changed in between");
    }
}

static char *
break_title (BlBreakCause cause, const char *noun, const char *since)
{
  switch (cause)
    {
    case BL_BREAK_DEFINITION:
      return g_strdup_printf (_ ("%1$s: new definition from %2$s"), noun, since);
    case BL_BREAK_METHOD:
      return g_strdup_printf (_ ("%1$s: new way of counting from %2$s"), noun, since);
    case BL_BREAK_BOUNDARY:
      return g_strdup_printf (_ ("%1$s: new boundaries from %2$s"), noun, since);
    case BL_BREAK_SURVEY:
      return g_strdup_printf (_ ("%1$s: another survey from %2$s"), noun, since);
    default:
      return g_strdup_printf (_ ("%1$s: a new start from %2$s"), noun, since);
    }
}

void
bl_words_break (BlWords *words)
{
  const BlJudgement *self = words->judgement;
  const BlObservations *months = words->question->months != NULL ? words->question->months : words->obs;
  const BlMark *mark
      = bl_judge_find_bar (words->obs, &words->obs->items[self->before].period, &words->item->period);
  guint32 until = mark->until > 0 && mark->until < mark->from ? mark->until : mark->from - 1;
  /* A break has its day, whatever the periods. */
  BlPeriod last = bl_period_of (until, BL_PERIOD_KIND_MONTH),
           first = bl_period_of (mark->from, BL_PERIOD_KIND_MONTH);
  g_autofree char *earlier = bl_words_period (&last), *since = bl_words_period (&first);
  g_autofree char *before = bl_words_at_value (words, self->earlier),
                  *value = bl_words_at_value (words, self->value);
  const char *reason
      = mark->reason != NULL && *mark->reason != '\0' ? mark->reason : break_cause (mark->cause);
  gboolean monthly = months->kind == BL_PERIOD_KIND_MONTH;

  words->title = break_title (mark->cause, words->title_noun, since);
  if (!isfinite (self->earlier) || !isfinite (self->value))
    g_string_printf (words->sentence,
                     _ ("What was counted of %1$s before %2$s cannot be compared with what came after "
                        "because %3$s, so the chart starts again"),
                     words->noun, since, reason);
  else if (monthly)
    g_string_printf (
        words->sentence,
        words->plural ? _ (
            "Up to %1$s %2$s were %3$s a month, from %4$s %5$s a month; the two are not comparable because "
            "%6$s, so the chart starts again")
                      : _ ("Up to %1$s %2$s was %3$s a month, from %4$s %5$s a month; the two are not "
                           "comparable because "
                           "%6$s, so the chart starts again"),
        earlier, words->noun, before, since, value, reason);
  else
    g_string_printf (
        words->sentence,
        words->plural
            ? _ ("Up to %1$s %2$s were %3$s, from %4$s %5$s; the two are not comparable because %6$s, so the "
                 "chart starts again")
            : _ ("Up to %1$s %2$s was %3$s, from %4$s %5$s; the two are not comparable because %6$s, so the "
                 "chart starts again"),
        earlier, words->noun, before, since, value, reason);
}

/* 2018-19 is the last year before COVID. */
static gboolean
before_covid (const BlPeriod *period)
{
  BlPeriod year = bl_period_of (737000, BL_PERIOD_KIND_FY); /* 7 November 2018 */

  return bl_period_equal (period, &year);
}

/* "112,019 (25.5%) more". */
static char *
difference_text (const BlWords *words)
{
  const BlJudgement *self = words->judgement;
  g_autofree char *change = bl_words_at_value (words, fabs (self->change)), *percent = NULL;

  if (!isfinite (self->percent))
    return g_strdup_printf (self->change > 0 ? _ ("%s more")
                            : words->plural  ? _ ("%s fewer")
                                             : _ ("%s less"),
                            change);
  percent = bl_words_percent (fabs (self->percent), TRUE);
  return g_strdup_printf (self->change >= 0 ? _ ("%1$s (%2$s) more")
                          : words->plural   ? _ ("%1$s (%2$s) fewer")
                                            : _ ("%1$s (%2$s) less"),
                          change, percent);
}

/* Why plain totals tell another story: a place that left has no figure ever after, one that joined had none
 * before. */
static const char *
why_unlike (const BlWords *words, const BlPeriod *earlier)
{
  guint left = 0, joined = 0;

  for (guint p = 0; p < words->question->n_parts; p++)
    {
      const BlObservations *part = words->question->parts[p];
      gboolean before = FALSE, during = FALSE, after = FALSE, now = FALSE;

      for (guint i = 0; i < part->n; i++)
        {
          const BlPeriod *period = &part->items[i].period;

          if (!bl_observation_is_known (&part->items[i]))
            continue;
          before |= period->start < earlier->start;
          during |= period->start >= earlier->start && period->end <= earlier->end;
          now |= period->start >= words->item->period.start && period->end <= words->item->period.end;
          after |= period->start >= words->item->period.end;
        }
      left += during && !after;
      joined += now && !before && !during;
    }
  if (left > 0 && joined == 0)
    return _ ("libraries left");
  if (joined > 0 && left == 0)
    return _ ("libraries joined");
  return _ ("some libraries or months have no figure");
}

void
bl_words_pair (BlWords *words)
{
  const BlJudgement *self = words->judgement;
  const BlPeriod *earlier_period = &words->obs->items[self->before].period;
  BlPeriod next = bl_period_step (earlier_period, 1);
  gboolean follows = next.start == words->item->period.start, up = self->change > 0;
  g_autofree char *period = bl_words_period (&words->item->period),
                  *earlier = bl_words_period (earlier_period);
  g_autofree char *value = bl_words_at_value (words, self->value),
                  *before = bl_words_at_value (words, self->earlier);
  g_autofree char *difference = difference_text (words), *percent = NULL, *exact = NULL;

  percent = isfinite (self->percent) ? bl_words_percent (fabs (self->percent), FALSE)
                                     : bl_words_at_value (words, fabs (self->change));
  if (self->verdict == BL_VERDICT_FLAT)
    {
      exact = isfinite (self->percent)
                  ? bl_words_percent (self->percent, TRUE)
                  : bl_words_change (self->change, words->question->kind, words->question->unit);
      if (self->percent > 0 && g_ascii_isdigit (*exact))
        {
          g_autofree char *plain = g_steal_pointer (&exact);

          exact = g_strconcat ("+", plain, NULL);
        }
      words->title = g_strdup_printf (_ ("%1$s: no clear change in %2$s"), words->title_noun, period);
      g_string_printf (
          words->sentence,
          _ ("%1$s went from %2$s in %3$s to %4$s in %5$s (%6$s), too small a change to read anything into"),
          words->sentence_noun, before, earlier, value, period, exact);
      return;
    }
  if (follows && self->like_for_like)
    words->title = g_strdup_printf (up ? _ ("%1$s rose %2$s like for like in %3$s")
                                       : _ ("%1$s fell %2$s like for like in %3$s"),
                                    words->title_noun, percent, period);
  else if (follows)
    words->title = g_strdup_printf (up ? _ ("%1$s rose %2$s in %3$s") : _ ("%1$s fell %2$s in %3$s"),
                                    words->title_noun, percent, period);
  else if (before_covid (earlier_period))
    words->title = g_strdup_printf (up ? _ ("%1$s %2$s above the year before COVID")
                                       : _ ("%1$s %2$s below the year before COVID"),
                                    words->title_noun, percent);
  else
    words->title
        = g_strdup_printf (up ? _ ("%1$s %2$s above %3$s in %4$s") : _ ("%1$s %2$s below %3$s in %4$s"),
                           words->title_noun, percent, earlier, period);
  if (bl_words_place_has (words))
    g_string_printf (
        words->sentence,
        self->like_for_like
            ? _ ("Counting only libraries and months known in both years, %1$s had %2$s %3$s in %4$s, %5$s "
                 "than in %6$s")
            : _ ("%1$s had %2$s %3$s in %4$s, %5$s than in %6$s"),
        words->question->place, value, words->bare, period, difference, earlier);
  else
    g_string_printf (words->sentence,
                     words->plural ? _ ("%1$s were %2$s in %3$s, %4$s than in %5$s")
                                   : _ ("%1$s was %2$s in %3$s, %4$s than in %5$s"),
                     words->sentence_noun, value, period, difference, earlier);
  if (self->like_for_like && self->plain_earlier > 0)
    {
      double plain = 100 * (self->plain_value - self->plain_earlier) / self->plain_earlier;
      g_autofree char *size = bl_words_percent (fabs (plain), TRUE);

      g_string_append (words->sentence, "; ");
      g_string_append_printf (words->sentence,
                              plain < 0 ? _ ("the plain totals fell %1$s because %2$s")
                                        : _ ("the plain totals rose %1$s because %2$s"),
                              size, why_unlike (words, earlier_period));
      words->n_clauses++;
    }
}

void
bl_words_say_points (BlWords *words)
{
  const BlJudgement *self = words->judgement;
  gboolean up = self->change > 0;
  g_autofree char *period = bl_words_period (&words->item->period);
  g_autofree char *earlier = bl_words_period (&words->obs->items[self->before].period);
  g_autofree char *value = bl_words_at_value (words, self->value),
                  *before = bl_words_at_value (words, self->earlier);
  g_autofree char *points = bl_words_points (self->change);

  words->title
      = g_strdup_printf (up ? _ ("%1$s up %2$s points in %3$s") : _ ("%1$s down %2$s points in %3$s"),
                         words->title_noun, points, period);
  g_string_printf (words->sentence,
                   words->plural
                       ? up ? _ ("%1$s were %2$s in %3$s and %4$s in %5$s, a rise of %6$s percentage points")
                            : _ ("%1$s were %2$s in %3$s and %4$s in %5$s, a fall of %6$s percentage points")
                   : up ? _ ("%1$s was %2$s in %3$s and %4$s in %5$s, a rise of %6$s percentage points")
                        : _ ("%1$s was %2$s in %3$s and %4$s in %5$s, a fall of %6$s percentage points"),
                   words->sentence_noun, value, period, before, earlier, points);
}

/* The months known of a year: the first and the last, and whether they are its first ones without a hole. */
static gboolean
known_months (const BlWords *words, BlPeriod *first, BlPeriod *last, guint *n)
{
  const BlObservations *months = words->question->months;
  gboolean whole = TRUE;

  *n = 0;
  for (guint i = 0; months != NULL && i < months->n; i++)
    {
      const BlObservation *item = &months->items[i];

      if (item->period.start < words->item->period.start || item->period.end > words->item->period.end
          || !bl_observation_is_known (item))
        continue;
      whole &= *n == 0 ? item->period.start == words->item->period.start : item->period.start == last->end;
      if (*n == 0)
        *first = item->period;
      *last = item->period;
      (*n)++;
    }
  return whole && *n > 0;
}

void
bl_words_partial (BlWords *words)
{
  const BlJudgement *self = words->judgement;
  g_autofree char *period = bl_words_period (&words->item->period);
  BlPeriod first, last;
  guint n;
  gboolean from_start = known_months (words, &first, &last, &n);

  if (self->verdict == BL_VERDICT_PARTIAL_ALONE)
    {
      guint of = words->item->parts_expected > 0 ? words->item->parts_expected : 12;
      g_autofree char *value = bl_words_at_value (words, words->item->value);
      const char *unit = of == 4 ? _ ("quarters") : _ ("months");

      words->title = g_strdup_printf (_ ("%1$s: %2$u of %3$u %4$s reported"), words->title_noun,
                                      words->item->parts, of, unit);
      g_string_printf (words->sentence, _ ("%1$u of %2$u %3$s of %4$s are known; they come to %5$s"),
                       words->item->parts, of, unit, period, value);
      return;
    }
  g_autofree char *percent = bl_words_percent (fabs (self->percent), FALSE),
                  *difference = difference_text (words);
  g_autofree char *value = bl_words_at_value (words, self->value), *count = bl_words_count (n),
                  *span = bl_words_span (&first, &last);
  const char *unit = words->question->months->kind == BL_PERIOD_KIND_QUARTER
                         ? ngettext ("quarter", "quarters", n)
                         : ngettext ("month", "months", n);

  if (self->change == 0)
    words->title
        = g_strdup_printf (_ ("%1$s unchanged in %2$s %3$s of %4$s"), words->title_noun, count, unit, period);
  else if (from_start && n == 1)
    words->title = g_strdup_printf (self->change > 0 ? _ ("%1$s up %2$s in first %3$s of %4$s")
                                                     : _ ("%1$s down %2$s in first %3$s of %4$s"),
                                    words->title_noun, percent, unit, period);
  else if (from_start)
    words->title = g_strdup_printf (self->change > 0 ? _ ("%1$s up %2$s in first %3$s %4$s of %5$s")
                                                     : _ ("%1$s down %2$s in first %3$s %4$s of %5$s"),
                                    words->title_noun, percent, count, unit, period);
  else
    words->title = g_strdup_printf (self->change > 0 ? _ ("%1$s up %2$s in %3$s %4$s of %5$s")
                                                     : _ ("%1$s down %2$s in %3$s %4$s of %5$s"),
                                    words->title_noun, percent, count, unit, period);
  if (bl_words_place_has (words))
    g_string_printf (words->sentence,
                     _ ("In %1$s, %2$s had %3$s %4$s, %5$s than in the same months a year before"), span,
                     words->question->place, value, words->bare, difference);
  else
    g_string_printf (words->sentence,
                     words->plural ? _ ("In %1$s, %2$s were %3$s, %4$s than in the same months a year before")
                                   : _ ("In %1$s, %2$s was %3$s, %4$s than in the same months a year before"),
                     span, words->noun, value, difference);
  if (self->like_for_like)
    g_string_append (words->sentence, _ (", counting only libraries and months known in both years"));
}
