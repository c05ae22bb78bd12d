/* series-breaks.c: where series start again, as the files tell it and as their publishers say
 *
 * The causes are those of indicator-content 1.11. What a file tells: places whose figures end a year and more before those
 * of the others (coverage), and a quarter's figure written into three months up to some day and never after (method). What
 * Newcastle Libraries say beside their files: enquiries were narrowed in April 2018, settled in September; all libraries
 * closed on 19 March 2020.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "series-read.h"

#include <glib/gi18n-lib.h>

/* Months of repeated quarters that are a habit, not a chance. */
#define HABIT 12
#define YEAR_DAYS 365

static guint32
day_of (int year, GDateMonth month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static const BlDraftItem *
item_at (const BlSeriesDraft *draft, guint i)
{
  return &g_array_index (draft->items, BlDraftItem, i);
}

/* The first and last day of what is known of it. */
static gboolean
find_reach (const BlSeriesDraft *draft, guint32 *from, guint32 *until)
{
  *from = *until = 0;
  for (guint i = 0; i < draft->items->len; i++)
    if (item_at (draft, i)->value.state != BL_STATE_NO_DATA)
      {
        if (*from == 0)
          *from = item_at (draft, i)->period.start;
        *until = item_at (draft, i)->period.end;
      }
  return *until > *from;
}

static char *
month_before (guint32 day)
{
  BlPeriod month = bl_period_of (day - 1, BL_PERIOD_KIND_MONTH);

  return bl_period_to_text (&month);
}

/* Gone for a year and more is gone: the total after it is of fewer places. */
static gboolean
mark_end (BlSeriesDraft *draft, guint32 newest, gboolean newcastle)
{
  g_autofree char *last = NULL, *reason = NULL;
  guint32 from, until;

  if (!find_reach (draft, &from, &until) || until + YEAR_DAYS >= newest)
    return FALSE;
  last = month_before (until);
  if (newcastle && g_strcmp0 (draft->place, "Mobile") == 0)
    reason = g_strdup_printf (_ ("No figures after %s: the mobile library stopped"), last);
  else if (newcastle)
    reason = g_strdup_printf (_ ("No figures after %s: the library went to other hands or closed"), last);
  else
    reason = g_strdup_printf (_ ("No figures after %s, while other places go on"), last);
  bl_series_draft_break (draft, BL_BREAK_COVERAGE, until, 0, reason);
  return TRUE;
}

/* A quarter's figure in three months, again and again, and then never more: it was counted otherwise. */
static gboolean
mark_method (BlSeriesDraft *draft)
{
  guint repeated = 0, last = 0;
  g_autofree char *month = NULL, *reason = NULL;
  guint32 from;

  for (guint i = 0; draft->counts && i < draft->items->len; i++)
    if (item_at (draft, i)->value.state == BL_STATE_ESTIMATE)
      {
        repeated++;
        last = i;
      }
  if (repeated < HABIT || last + HABIT >= draft->items->len)
    return FALSE;
  from = item_at (draft, last)->period.end;
  month = month_before (from);
  reason = g_strdup_printf (_ ("Up to %s the same figure stands in three months running: a quarter’s count, perhaps a sample week. "
                               "After it every month is counted"),
                            month);
  bl_series_draft_break (draft, BL_BREAK_METHOD, from, 0, reason);
  return TRUE;
}

/* Whether it has figures before @before and from @after on: else there is nothing to keep apart. */
static gboolean
spans (const BlSeriesDraft *draft, guint32 before, guint32 after)
{
  guint32 from, until;

  return find_reach (draft, &from, &until) && from < before && until > after;
}

static void
tell (BlSeriesReading *reading, guint n, const char *words)
{
  if (n > 0)
    g_ptr_array_add (reading->plan->findings, g_strdup (words));
}

void
bl_series_find_breaks (BlSeriesReading *reading)
{
  BlSheet *sheet = reading->plan->sheet;
  gboolean newcastle = bl_series_is_newcastle (sheet);
  guint32 narrowed = day_of (2018, G_DATE_APRIL, 8), settled = day_of (2018, G_DATE_SEPTEMBER, 1);
  guint32 closed = day_of (2020, G_DATE_MARCH, 18), reopened = day_of (2021, G_DATE_APRIL, 1), newest = 0;
  guint ended = 0, methods = 0, definitions = 0, gaps = 0;
  GPtrArray *all = reading->drafts->series;
  g_autofree char *ends = NULL, *counted = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      guint32 from, until;

      if (find_reach (g_ptr_array_index (all, i), &from, &until))
        newest = MAX (newest, until);
    }
  for (guint i = 0; i < all->len; i++)
    {
      BlSeriesDraft *draft = g_ptr_array_index (all, i);

      if (draft->kind != BL_PERIOD_KIND_MONTH || draft->geography != BL_GEOGRAPHY_LIBRARY)
        continue;
      if (newcastle && g_str_equal (draft->measure, "enquiries") && spans (draft, narrowed, settled))
        {
          definitions++;
          bl_series_draft_break (draft, BL_BREAK_DEFINITION, settled, narrowed,
                                 _ ("From 9 April 2018 fewer things count as an enquiry; settled from 1 September 2018"));
        }
      if (newcastle && spans (draft, closed, reopened))
        {
          gaps++;
          bl_series_draft_break (draft, BL_BREAK_GAP, reopened, closed,
                                 _ ("All libraries closed on 19 March 2020 because of coronavirus"));
        }
      methods += mark_method (draft);
      ended += mark_end (draft, newest, newcastle);
    }
  tell (reading, definitions, _ ("Marked on the charts: from 9 April 2018 fewer things count as an enquiry; settled from 1 September 2018"));
  tell (reading, gaps, _ ("Marked on the charts: all libraries closed on 19 March 2020 because of coronavirus"));
  counted = g_strdup_printf (ngettext ("Marked on the charts of %u place: where a quarter’s count written into three months gives way to "
                                       "a count of each month",
                                       "Marked on the charts of %u places: where a quarter’s count written into three months gives way "
                                       "to a count of each month",
                                       methods),
                             methods);
  tell (reading, methods, counted);
  ends = g_strdup_printf (ngettext ("Marked on the charts: the figures of %u place end before those of the others",
                                    "Marked on the charts: the figures of %u places end before those of the others", ended),
                          ended);
  tell (reading, ended, ends);
}
