/* verdict-signal-words.c: what limits and rules found, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "verdict-sentences.h"

/* Values told one by one; of more, the least and the greatest. */
#define MOST_LISTED 4

/* Whether this month was its year's lowest (side -1) or highest in the two financial years before as well. */
static gboolean
usual_in_month (const BlWords *words, guint index, int side)
{
  for (int back = 1; back <= 2; back++)
    {
      BlPeriod month = bl_period_step (&words->obs->items[index].period, -12 * back);
      BlPeriod year = bl_period_of (month.start, BL_PERIOD_KIND_FY);
      int at = month.kind == BL_PERIOD_KIND_MONTH ? bl_observations_find (words->obs, &month) : -1;

      if (at < 0 || !bl_observation_is_known (&words->obs->items[at])
          || words->obs->items[at].flags & BL_OBSERVATION_EXCEPTIONAL)
        return FALSE;
      for (guint i = 0; i < words->obs->n; i++)
        if (words->obs->items[i].period.start >= year.start && words->obs->items[i].period.end <= year.end
            && (words->obs->items[i].value - words->obs->items[at].value) * side > 0)
          return FALSE;
    }
  return TRUE;
}

/* "December", of "December 2018"; the plural has its own words. */
static char *
month_name (const BlPeriod *period)
{
  GDate day;
  char buffer[16];
  g_autofree char *text = bl_words_period (period);
  const char *year;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, MAX (period->start, 1));
  g_snprintf (buffer, sizeof buffer, " %d", g_date_get_year (&day));
  year = g_strrstr (text, buffer);
  return year != NULL ? g_strndup (text, (gsize) (year - text)) : g_steal_pointer (&text);
}

static void
say_point (BlWords *words, const BlSegment *segment, guint index, int side)
{
  const BlObservation *item = &words->obs->items[index];
  g_autofree char *period = bl_words_at (words, index), *value = bl_words_at_value (words, item->value);
  g_autofree char *range = bl_words_range (words, segment), *month = month_name (&item->period);
  const char *plain_noun = words->question->title_noun != NULL ? words->question->title_noun : words->noun;
  guint after = index + 1;

  g_string_printf (words->sentence,
                   words->plural ? side > 0 ? _ ("%1$s in %2$s were %3$s, above the %4$s")
                                            : _ ("%1$s in %2$s were %3$s, below the %4$s")
                   : side > 0 ? _ ("%1$s in %2$s was %3$s, above the %4$s")
                                 : _ ("%1$s in %2$s was %3$s, below the %4$s"),
                   words->sentence_noun, period, value, range);
  if (usual_in_month (words, index, side))
    {
      words->title = g_strdup_printf (side > 0 ? _ ("%1$s %2$s unusually high, as %3$ss often are")
                                               : _ ("%1$s %2$s unusually low, as %3$ss often are"),
                                      period, plain_noun, month);
      g_string_append_printf (words->sentence,
                              side > 0 ? _ ("; %s was the highest month of the two years before as well")
                                       : _ ("; %s was the lowest month of the two years before as well"),
                              month);
      words->n_clauses++;
      return;
    }
  words->title
      = g_strdup_printf (side > 0 ? _ ("%1$s unusually high in %2$s") : _ ("%1$s unusually low in %2$s"),
                         words->title_noun, period);
  /* What followed, where it went one way for as long as a trend takes. */
  while (after < words->obs->n
         && (words->obs->items[after].value - words->obs->items[after - 1].value) * side < 0)
    after++;
  if (after - index - 1 >= 5)
    {
      g_autofree char *count = bl_words_periods (words, after - index - 1),
                      *end = bl_words_at_value (words, words->obs->items[after - 1].value);

      g_string_append_printf (words->sentence,
                              words->plural ? side > 0 ? _ ("; they then fell in each of %1$s to %2$s")
                                                       : _ ("; they then rose in each of %1$s to %2$s")
                              : side > 0 ? _ ("; it then fell in each of %1$s to %2$s")
                                            : _ ("; it then rose in each of %1$s to %2$s"),
                              count, end);
      words->n_clauses++;
    }
}

static void
say_seasonal (BlWords *words, guint index, int side)
{
  const BlObservation *item = &words->obs->items[index];
  BlPeriod before = bl_period_step (&item->period, item->period.kind == BL_PERIOD_KIND_MONTH ? -12 : -4);
  int at = bl_observations_find (words->obs, &before);
  g_autofree char *period = bl_words_at (words, index), *value = bl_words_at_value (words, item->value);
  g_autofree char *month = month_name (&item->period);

  words->title = g_strdup_printf (
      side > 0 ? _ ("%1$s %2$s unusually high for %3$s") : _ ("%1$s %2$s unusually low for %3$s"), period,
      words->question->title_noun != NULL ? words->question->title_noun : words->noun, month);
  g_string_printf (words->sentence,
                   words->plural ? _ ("%1$s in %2$s were %3$s") : _ ("%1$s in %2$s was %3$s"),
                   words->sentence_noun, period, value);
  if (at >= 0 && words->obs->items[at].value > 0
      && !(words->obs->items[at].flags & BL_OBSERVATION_EXCEPTIONAL))
    {
      double change = 100 * (item->value - words->obs->items[at].value) / words->obs->items[at].value;
      g_autofree char *percent = bl_words_percent (fabs (change), TRUE);

      g_string_append_printf (words->sentence,
                              change < 0 ? _ (", %1$s below %2$s a year before")
                                         : _ (", %1$s above %2$s a year before"),
                              percent, month);
    }
  g_string_append (words->sentence, _ ("; allowing for the season this is outside the usual range"));
}

static double
centre_of (const BlSegment *segment)
{
  return segment->run_chart ? segment->run.median : segment->process.centre;
}

static void
say_shift (BlWords *words, const BlSegment *segment, const BlSignal *signal, guint latest)
{
  g_autofree char *since = bl_words_at (words, signal->first),
                  *centre = bl_words_at_value (words, centre_of (segment));
  guint n = bl_words_known (words, signal->first, MIN (signal->last, latest));
  g_autofree char *count = bl_words_periods (words, n);
  gboolean above = signal->side > 0;

  words->title
      = g_strdup_printf (above ? _ ("%1$s settled higher from %2$s") : _ ("%1$s settled lower from %2$s"),
                         words->title_noun, since);
  if (segment->run_chart)
    g_string_printf (
        words->sentence,
        words->plural ? above ? _ ("%1$s have been above their middle of %2$s for %3$s in a row, since %4$s")
                              : _ ("%1$s have been below their middle of %2$s for %3$s in a row, since %4$s")
        : above ? _ ("%1$s has been above its middle of %2$s for %3$s in a row, since %4$s")
                      : _ ("%1$s has been below its middle of %2$s for %3$s in a row, since %4$s"),
        words->sentence_noun, centre, count, since);
  else
    g_string_printf (
        words->sentence,
        words->plural
            ? above ? _ ("%1$s have been above the earlier average of %2$s for %3$s in a row, since %4$s")
                    : _ ("%1$s have been below the earlier average of %2$s for %3$s in a row, since %4$s")
        : above ? _ ("%1$s has been above the earlier average of %2$s for %3$s in a row, since %4$s")
                : _ ("%1$s has been below the earlier average of %2$s for %3$s in a row, since %4$s"),
        words->sentence_noun, centre, count, since);
}

static void
say_shift_past (BlWords *words, const BlSegment *segment, const BlSignal *signal, guint latest)
{
  const BlJudgedPoint *now = &words->judgement->points[latest];
  double value = words->obs->items[latest].value;
  g_autofree char *since = bl_words_at (words, signal->first), *until = bl_words_at (words, signal->last);
  g_autofree char *centre = bl_words_at_value (words, centre_of (segment));
  g_autofree char *count = bl_words_periods (words, bl_words_known (words, signal->first, signal->last));
  g_autofree char *range = segment->limits ? bl_words_range (words, segment) : NULL;
  gboolean above = signal->side > 0;

  words->title = g_strdup_printf (above ? _ ("%1$s sat above average for %2$s")
                                        : _ ("%1$s sat below average for %2$s"),
                                  words->title_noun, count);
  g_string_printf (words->sentence,
                   above ? _ ("Between %1$s and %2$s, %3$s stayed above the average of %4$s")
                         : _ ("Between %1$s and %2$s, %3$s stayed below the average of %4$s"),
                   since, until, words->noun, centre);
  if (range != NULL && value >= now->lower && value <= now->upper)
    g_string_append_printf (words->sentence,
                            words->plural ? _ ("; they have since returned to the %s")
                                          : _ ("; it has since returned to the %s"),
                            range);
}

static void
say_trend (BlWords *words, const BlSignal *signal, guint latest)
{
  guint last = MIN (signal->last, latest), steps = last - signal->first;
  g_autofree char *count = bl_words_periods (words, steps), *number = bl_words_count (steps);
  g_autofree char *from = bl_words_at_value (words, words->obs->items[signal->first].value),
                  *to = bl_words_at_value (words, words->obs->items[last].value);
  gboolean up = signal->side > 0;

  words->title = g_strdup_printf (up ? _ ("%1$s: %2$s rises in a row") : _ ("%1$s: %2$s falls in a row"),
                                  words->title_noun, number);
  if (last == latest)
    g_string_printf (words->sentence,
                     up ? _ ("%1$s rose in each of %2$s, from %3$s to %4$s")
                        : _ ("%1$s fell in each of %2$s, from %3$s to %4$s"),
                     words->sentence_noun, count, from, to);
  else
    {
      g_autofree char *end = bl_words_at (words, last);

      g_string_printf (words->sentence,
                       up ? _ ("%1$s rose in each of %2$s to %5$s, from %3$s to %4$s")
                          : _ ("%1$s fell in each of %2$s to %5$s, from %3$s to %4$s"),
                       words->sentence_noun, count, from, to, end);
    }
}

static char *
near_range (const BlWords *words, const BlSegment *segment)
{
  g_autofree char *range = bl_words_range (words, segment), *low = NULL, *high = NULL;

  /* A season moves the range from month to month. */
  if (segment->season.seasonal)
    return g_strdup (_ ("allowing for the season"));
  if (segment->trial)
    return g_steal_pointer (&range);
  low = bl_words_at_value (words, bl_words_cut_low (words, segment->process.lower));
  high = bl_words_at_value (words, bl_words_cut_high (words, segment->process.upper));
  return g_strdup_printf (_ ("usual range %1$s to %2$s"), low, high);
}

static void
say_near (BlWords *words, const BlSegment *segment, const BlSignal *signal)
{
  guint of_periods = bl_words_known (words, signal->first, signal->last);
  g_autofree char *points = NULL, *of = bl_words_periods (words, of_periods);
  g_autofree char *many = NULL, *end = bl_words_at (words, signal->last),
                  *range = near_range (words, segment);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean top = signal->side > 0;
  double lowest = INFINITY, highest = -INFINITY;

  for (guint i = signal->first; i <= signal->last; i++)
    {
      const BlJudgedPoint *point = &words->judgement->points[i];
      double line = (point->upper - point->centre) / BL_LIMIT_FACTOR * signal->rule->beyond;
      double value = words->obs->items[i].value;

      if ((value - point->centre) * signal->side <= line)
        continue;
      g_ptr_array_add (values, bl_words_at_value (words, value));
      lowest = MIN (lowest, value);
      highest = MAX (highest, value);
    }
  for (guint i = 0; i < values->len && values->len <= MOST_LISTED; i++)
    g_string_append_printf (list, "%s%s",
                            i == 0                 ? ""
                            : i + 1 == values->len ? _ (" and ")
                                                   : ", ",
                            (const char *) g_ptr_array_index (values, i));
  if (values->len > MOST_LISTED)
    {
      g_autofree char *from = bl_words_at_value (words, lowest), *to = bl_words_at_value (words, highest);

      g_string_append_printf (list, _ ("%1$s to %2$s"), from, to);
    }
  points = bl_words_count (values->len);
  many = bl_text_sentence (points);
  if (values->len == of_periods)
    {
      g_free (many);
      many = g_strdup_printf (_ ("All %s"), of);
    }
  else
    {
      g_autofree char *some = g_steal_pointer (&many);

      many = g_strdup_printf (_ ("%1$s of %2$s"), some, of);
    }
  if (signal->rule->of > 3)
    words->title = g_strdup_printf (top ? _ ("%s mostly above average of late")
                                        : _ ("%s mostly below average of late"),
                                    words->title_noun);
  else
    words->title = g_strdup_printf (words->plural ? top ? _ ("%s near the top of their range")
                                                        : _ ("%s near the bottom of their range")
                                    : top ? _ ("%s near the top of its range")
                                                  : _ ("%s near the bottom of its range"),
                                    words->title_noun);
  if (signal->rule->of > 3)
    g_string_printf (words->sentence,
                     top ? _ ("%1$s to %2$s lay well above the average (%3$s; %4$s)")
                         : _ ("%1$s to %2$s lay well below the average (%3$s; %4$s)"),
                     many, end, list->str, range);
  else
    g_string_printf (words->sentence,
                     top ? _ ("%1$s to %2$s lay close to the upper limit (%3$s; %4$s)")
                         : _ ("%1$s to %2$s lay close to the lower limit (%3$s; %4$s)"),
                     many, end, list->str, range);
}

static void
say_pattern (BlWords *words, const BlSignal *signal)
{
  g_autofree char *since = bl_words_at (words, signal->first), *until = bl_words_at (words, signal->last);

  words->title = g_strdup_printf (_ ("%1$s: an unusual pattern since %2$s"), words->title_noun, since);
  g_string_printf (words->sentence,
                   words->plural
                       ? _ ("From %1$s to %2$s, %3$s show a pattern that chance seldom gives: %4$s")
                       : _ ("From %1$s to %2$s, %3$s shows a pattern that chance seldom gives: %4$s"),
                   since, until, words->noun, _ (signal->rule->words));
}

void
bl_words_steady (BlWords *words)
{
  const BlSegment *segment = bl_judge_find_segment (words->judgement, words->judgement->latest);
  g_autofree char *since = bl_words_at (words, segment->first),
                  *centre = bl_words_at_value (words, centre_of (segment));
  guint n = bl_words_known (words, segment->first, (guint) words->judgement->latest);
  g_autofree char *count = bl_words_periods (words, n);

  words->title = g_strdup_printf (_ ("%1$s: no clear change since %2$s"), words->title_noun, since);
  if (!segment->limits)
    {
      g_string_printf (words->sentence,
                       _ ("The %1$s since %2$s lie about their middle of %3$s as chance would have them"),
                       count, since, centre);
      if (segment->n < bl_judge_get_lines (words->question)->limit_points)
        g_string_append (words->sentence, _ ("; they are too few for limits"));
      return;
    }
  g_autofree char *range = bl_words_range (words, segment);
  g_string_printf (words->sentence, _ ("All %1$s since %2$s lie in the %3$s, around %4$s"), count, since,
                   range, centre);
  if (segment->season.seasonal)
    g_string_append (words->sentence, _ (", once the season is allowed for"));
  g_string_append (words->sentence,
                   words->obs->kind == BL_PERIOD_KIND_MONTH
                       ? segment->season.seasonal
                             ? _ ("; month-to-month ups and downs are what chance gives")
                             : _ ("; month-to-month ups and downs are what chance and season give")
                       : _ ("; ups and downs from one to the next are what chance and season give"));
}

void
bl_words_signal (BlWords *words, const BlSignal *signal, BlVerdict verdict, guint latest)
{
  const BlSegment *segment = &words->judgement->segments[signal->segment];

  switch (verdict)
    {
    case BL_VERDICT_POINT_HIGH:
    case BL_VERDICT_POINT_LOW:
      say_point (words, segment, signal->first, signal->side);
      break;
    case BL_VERDICT_SEASONAL_HIGH:
    case BL_VERDICT_SEASONAL_LOW:
      say_seasonal (words, signal->first, signal->side);
      break;
    case BL_VERDICT_SHIFT_UP:
    case BL_VERDICT_SHIFT_DOWN:
      say_shift (words, segment, signal, latest);
      break;
    case BL_VERDICT_SHIFT_PAST:
      say_shift_past (words, segment, signal, latest);
      break;
    case BL_VERDICT_TREND_UP:
    case BL_VERDICT_TREND_DOWN:
      say_trend (words, signal, latest);
      break;
    case BL_VERDICT_NEAR_LIMIT:
      say_near (words, segment, signal);
      break;
    default:
      say_pattern (words, signal);
      break;
    }
}
