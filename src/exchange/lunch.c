/* lunch.c: the hour at midday that the hours leave in and the notes take out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "lunch.h"

#include "cells.h"
#include "text.h"

#include <string.h>

static const char *const day_stems[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* The day whose name starts at @p ("Mon", "Mondays", "Tues"), or -1; @length of the word. */
static int
day_at (const char *p, gsize *length)
{
  gsize word = 0;

  while (g_ascii_isalpha (p[word]))
    word++;
  *length = MAX (word, 1);
  for (int d = 0; d < 7 && word >= 3; d++)
    if (g_ascii_strncasecmp (p, day_stems[d], 3) == 0 && word <= strlen ("wednesdays"))
      return d;
  return -1;
}

/* Days named in @sentence: one by one, or "Monday to Friday". */
static gboolean
read_days (const char *sentence, gboolean days[7])
{
  int last = -1;
  gboolean any = FALSE, range = FALSE;

  memset (days, 0, 7 * sizeof *days);
  for (const char *p = sentence; *p != '\0';)
    {
      gsize length = 1;
      int day = -1;

      if (g_ascii_isalpha (*p))
        day = day_at (p, &length);
      if (day >= 0)
        {
          if (range && last >= 0)
            for (int d = last; d != day; d = (d + 1) % 7)
              days[d] = TRUE;
          days[day] = any = TRUE;
          last = day;
          range = FALSE;
        }
      else if (g_str_has_prefix (p, "to ") || *p == '-' || g_str_has_prefix (p, "–"))
        range = TRUE;
      else if (g_ascii_isalnum (*p) || *p == ',' || *p == '&')
        range = FALSE;
      p += length;
    }
  return any;
}

/* A span of time in @sentence: two clock times with a joint between. */
static gboolean
read_span (const char *sentence, BlLunch *lunch)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("([0-9]{1,2}[:.]?[0-9]{2}|[0-9]{1,2}) ?([ap]\\.?m\\.?)? ?(?:to|-|–|until|till|and) ?"
                     "([0-9]{1,2}[:.]?[0-9]{2}|[0-9]{1,2}) ?([ap]\\.?m\\.?)?",
                     G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, sentence, 0, &match))
    return FALSE;
  g_autofree char *from = g_match_info_fetch (match, 1), *from_half = g_match_info_fetch (match, 2);
  g_autofree char *to = g_match_info_fetch (match, 3), *to_half = g_match_info_fetch (match, 4);
  g_autofree char *text = g_strdup_printf ("%s%s-%s%s", from, from_half != NULL ? from_half : "", to,
                                           to_half != NULL ? to_half : "");
  g_autofree char *hours = NULL;
  BlOpeningDay day;
  BlCellState state = bl_cell_read_hours (text, &hours);

  if ((state != BL_CELL_READ && state != BL_CELL_MENDED) || !bl_opening_day_from_text (hours, &day, NULL)
      || day.n_spans != 1)
    return FALSE;
  lunch->from = day.spans[0].from;
  lunch->to = day.spans[0].to;
  /* Longer than half a day is not lunch. */
  return lunch->to - lunch->from <= 4 * 60;
}

gboolean
bl_lunch_from_notes (const char *notes, BlLunch *lunch)
{
  g_auto (GStrv) sentences = NULL;

  if (notes == NULL)
    return FALSE;
  sentences = g_regex_split_simple ("[.;!?](?:\\s+|$)|\\n", notes, 0, 0);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autofree char *folded = bl_text_fold (sentences[i]);
      if (strstr (folded, "lunch") == NULL || !read_span (folded, lunch))
        continue;
      /* "Open over lunch" is not shut. */
      if (strstr (folded, "clos") == NULL && strstr (folded, "shut") == NULL && strstr (folded, "lunch break") == NULL)
        continue;
      if (!read_days (folded, lunch->days))
        for (guint d = 0; d < 7; d++)
          lunch->days[d] = TRUE;
      return TRUE;
    }
  return FALSE;
}

gboolean
bl_lunch_take_out (const BlLunch *lunch, guint weekday, BlOpeningDay *day)
{
  g_return_val_if_fail (weekday < 7, FALSE);

  if (!lunch->days[weekday] || day->n_spans >= BL_OPENING_MAX_SPANS)
    return FALSE;
  for (guint s = 0; s < day->n_spans; s++)
    if (day->spans[s].from < lunch->from && day->spans[s].to > lunch->to)
      {
        for (guint t = day->n_spans; t > s + 1; t--)
          day->spans[t] = day->spans[t - 1];
        day->spans[s + 1].from = lunch->to;
        day->spans[s + 1].to = day->spans[s].to;
        day->spans[s].to = lunch->from;
        day->n_spans++;
        return TRUE;
      }
  return FALSE;
}
