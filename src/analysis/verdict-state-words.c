/* verdict-state-words.c: what there is to say where nothing can be judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "verdict-sentences.h"

void
bl_words_no_data (BlWords *words)
{
  const BlJudgeQuestion *question = words->question;
  const char *reason = question->reason != NULL ? question->reason
                       : words->item != NULL    ? words->item->note
                                                : NULL;
  const BlPeriod *asked = question->period.start > 0 ? &question->period : NULL;
  g_autofree char *period = asked != NULL ? bl_words_period (asked) : NULL;
  int last = -1;

  for (guint i = 0; asked != NULL && i < words->obs->n; i++)
    if (bl_observation_is_known (&words->obs->items[i]))
      last = (int) i;
  if (asked == NULL)
    {
      words->title = g_strdup_printf (_ ("%s: no data"), words->title_noun);
      g_string_printf (words->sentence, _ ("There is no figure for %s"), words->noun);
    }
  else if (last >= 0 && words->obs->items[last].period.end <= asked->start
           && words->obs->kind == BL_PERIOD_KIND_MONTH)
    {
      g_autofree char *until = bl_words_at (words, (guint) last);

      words->title = g_strdup_printf (_ ("%1$s: no data after %2$s"), words->title_noun, until);
      g_string_printf (words->sentence, _ ("There is no figure for %1$s from %2$s"), words->noun, period);
    }
  else
    {
      words->title = g_strdup_printf (_ ("%1$s: no data for %2$s"), words->title_noun, period);
      g_string_printf (words->sentence, _ ("There is no figure for %1$s in %2$s"), words->noun, period);
    }
  if (reason != NULL)
    g_string_append_printf (words->sentence, ": %s", reason);
}

void
bl_words_suppressed (BlWords *words)
{
  words->title = g_strdup_printf (_ ("%s: too few people to show"), words->title_noun);
  g_string_printf (words->sentence,
                   _ ("The figure for %s is hidden because it concerns fewer than five people"), words->noun);
}

/* From where to where a true nought reaches. */
void
bl_words_nought (BlWords *words)
{
  guint first = (guint) words->judgement->latest, last = first;
  const char *place = words->question->place;
  const char *reason = words->question->reason != NULL ? words->question->reason : words->item->note;
  const BlObservation *items = words->obs->items;
  g_autofree char *span = NULL;
  const BlObservations *sister = words->question->sister;
  double still = 0;

  while (first > 0 && items[first - 1].value == 0)
    first--;
  while (last + 1 < words->obs->n && items[last + 1].value == 0)
    last++;
  span = bl_words_span (&items[first].period, &items[last].period);
  if (place != NULL)
    {
      words->title = g_strdup_printf (_ ("%1$s closed: no %2$s %3$s"), place, words->bare, span);
      g_string_printf (words->sentence, _ ("%1$s had no %2$s in %3$s because %4$s"), place, words->bare, span,
                       reason);
    }
  else
    {
      words->title = g_strdup_printf (_ ("No %1$s in %2$s"), words->noun, span);
      g_string_printf (words->sentence,
                       words->plural ? _ ("There were no %1$s in %2$s because %3$s")
                                     : _ ("There was no %1$s in %2$s because %3$s"),
                       words->noun, span, reason);
    }
  for (guint i = first; sister != NULL && i <= last; i++)
    {
      int at = bl_observations_find (sister, &items[i].period);

      if (at >= 0 && bl_observation_is_known (&sister->items[at]))
        still += sister->items[at].value;
    }
  if (still > 0)
    {
      g_autofree char *count = bl_words_value (still, BL_INDICATOR_KIND_COUNT, NULL);

      g_string_append (words->sentence, "; ");
      g_string_append_printf (
          words->sentence,
          ngettext ("%1$s of %2$s was still recorded", "%1$s %2$s were still recorded", (gulong) still),
          count, words->question->sister_noun);
    }
}

/* A quarter's figure in three months: which, in the financial year judged. */
void
bl_words_repeated (BlWords *words)
{
  BlPeriod year = bl_period_of (words->item->period.start, BL_PERIOD_KIND_FY);
  g_autofree char *text = bl_period_to_text (&year);
  g_autoptr (GString) list = g_string_new (NULL);
  const char *place = words->question->place;

  for (guint i = 0; i + 2 < words->obs->n; i++)
    {
      const BlObservation *item = &words->obs->items[i];

      if (item->period.start < year.start || item[2].period.end > year.end
          || !(item->flags & BL_OBSERVATION_REPEATED) || item[1].value != item->value
          || item[2].value != item->value || (i > 0 && item[-1].value == item->value))
        continue;
      g_autofree char *value = bl_words_at_value (words, item->value);
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", value);
    }
  if (list->len == 0)
    {
      g_autofree char *value = bl_words_at_value (words, words->item->value);
      g_string_append (list, value);
    }
  if (place != NULL)
    {
      words->title
          = g_strdup_printf (_ ("%1$s %2$s: quarterly estimates, not monthly counts"), place, words->bare);
      g_string_printf (words->sentence, _ ("%1$s’s %2$s for %3$s repeat for three months at a time"), place,
                       words->bare, text);
    }
  else
    {
      words->title = g_strdup_printf (_ ("%s: quarterly estimates, not monthly counts"), words->title_noun);
      g_string_printf (words->sentence, _ ("%1$s for %2$s repeat for three months at a time"),
                       words->sentence_noun, text);
    }
  g_string_append_printf (words->sentence,
                          _ (" (%s), so they are shown by quarter as estimates and not tested for change"),
                          list->str);
}

/* "4,740, 21,696 and 18,701". */
static char *
list_values (const BlWords *words, guint most, guint *n)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);
  const BlSegment *segment = bl_judge_find_segment (words->judgement, words->judgement->latest);

  for (guint i = segment != NULL ? segment->first : 0; (int) i <= words->judgement->latest; i++)
    if (bl_observation_is_known (&words->obs->items[i]))
      g_ptr_array_add (values, bl_words_at_value (words, words->obs->items[i].value));
  *n = values->len;
  for (guint i = values->len > most ? values->len - most : 0, k = 0; i < values->len; i++, k++)
    g_string_append_printf (text, "%s%s",
                            k == 0                 ? ""
                            : i + 1 == values->len ? _ (" and ")
                                                   : ", ",
                            (const char *) g_ptr_array_index (values, i));
  return g_string_free (text, FALSE);
}

void
bl_words_too_few (BlWords *words)
{
  guint n;
  g_autofree char *list = list_values (words, 4, &n);

  words->title = g_strdup_printf (_ ("%s: too few points to judge"), words->title_noun);
  if (words->question->place != NULL)
    g_string_printf (words->sentence,
                     ngettext ("%1$s has %2$u figure for %3$s so far (%4$s)",
                               "%1$s has %2$u figures for %3$s so far (%4$s)", n),
                     words->question->place, n, words->bare, list);
  else
    g_string_printf (words->sentence,
                     ngettext ("There is %1$u figure for %2$s so far (%3$s)",
                               "There are %1$u figures for %2$s so far (%3$s)", n),
                     n, words->noun, list);
  g_string_append (words->sentence, _ ("; that is too few to tell a change from chance"));
}

/* Five to nine months: a value and the middle. */
void
bl_words_none (BlWords *words)
{
  const BlSegment *segment = bl_judge_find_segment (words->judgement, words->judgement->latest);
  g_autofree char *period = bl_words_period (&words->item->period);
  g_autofree char *value = bl_words_at_value (words, words->item->value);
  g_autofree char *brief
      = bl_words_value_short (words->item->value, words->question->kind, words->question->unit);

  words->title = g_strdup_printf (_ ("%1$s: %2$s in %3$s"), words->title_noun, brief, period);
  g_string_printf (words->sentence,
                   words->plural ? _ ("%1$s were %2$s in %3$s") : _ ("%1$s was %2$s in %3$s"),
                   words->sentence_noun, value, period);
  if (segment != NULL && segment->n > 1 && !bl_judge_in_pairs (words->obs, words->question))
    {
      g_autofree char *median = bl_words_at_value (words, segment->run.median),
                      *since = bl_words_at (words, segment->first);
      g_autofree char *count = bl_words_periods (words, segment->n);

      g_string_append_printf (words->sentence,
                              _ ("; the middle of the %1$s since %2$s is %3$s, and they are too few to tell "
                                 "a change from chance"),
                              count, since, median);
    }
}
