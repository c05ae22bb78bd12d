/* access-findings.c: what access seen whole says, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access-findings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

#define DAY (24 * 60)

static char *
reach_text (BlMeasure measure, double at)
{
  g_autofree char *number = NULL;

  if (measure == BL_MEASURE_DISTANCE)
    return bl_text_metres (at);
  number = bl_text_number (at, at < 10 ? 1 : 0);
  return g_strdup_printf (_ ("%s minutes"), number);
}

char *
bl_finding_curve (const BlCurve *curve)
{
  double half = bl_curve_find (curve, 50), nine = bl_curve_find (curve, 90);
  g_autofree char *half_text = NULL;
  g_autofree char *nine_text = NULL;

  if (isnan (half))
    return g_strdup (_ ("Fewer than half can reach a library"));
  half_text = reach_text (curve->measure, half);
  if (isnan (nine))
    /* TRANSLATORS: a distance or a time */
    return g_strdup_printf (_ ("Half live within %s of a library; nine in ten never do"), half_text);
  nine_text = reach_text (curve->measure, nine);
  /* TRANSLATORS: two distances or times */
  return g_strdup_printf (_ ("Half live within %s of a library, nine in ten within %s"), half_text, nine_text);
}

/* The most of a day, and when it is first reached. */
static double
most_of (const BlOpenTimes *times, guint from, guint end, guint *when)
{
  double most = NAN;

  for (guint slot = from; slot < end; slot++)
    if (isfinite (times->percent[slot]) && (isnan (most) || times->percent[slot] > most))
      {
        most = times->percent[slot];
        *when = slot;
      }
  return most;
}

static char *
day_text (guint day)
{
  static const char *const names[7] = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
                                        N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };

  return g_strdup (_ (names[day]));
}

char *
bl_finding_open_times (const BlOpenTimes *times)
{
  guint a_day = DAY / times->step;
  guint best = 0, worst_day = 7;
  double most = most_of (times, 0, times->n_slots, &best), least = NAN;
  g_autofree char *worst = NULL;
  g_autofree char *when = NULL;
  g_autofree char *percent = NULL;

  if (isnan (most))
    return g_strdup (_ ("No library’s hours are known"));
  for (guint day = 0; day < 7; day++)
    {
      guint slot = 0;
      double of_day = most_of (times, day * a_day, (day + 1) * a_day, &slot);

      if (isfinite (of_day) && (isnan (least) || of_day < least))
        {
          least = of_day;
          worst_day = day;
        }
    }
  worst = worst_day < 7 ? day_text (worst_day) : NULL;
  when = bl_access_time_to_text (best * times->step);
  percent = bl_text_percent (most);
  if (worst == NULL || least == most)
    /* TRANSLATORS: a share in percent, a time of the week */
    return g_strdup_printf (_ ("%s can reach an open library at best (%s)"), percent, when);
  if (least == 0)
    /* TRANSLATORS: a day of the week, a share in percent, a time of the week */
    return g_strdup_printf (_ ("Nobody can reach an open library on %s; at best %s can (%s)"), worst, percent, when);
  {
    g_autofree char *fewest = bl_text_percent (least);

    /* TRANSLATORS: a day of the week, a share, a share, a time of the week */
    return g_strdup_printf (_ ("On %s at most %s can reach an open library; at best %s can (%s)"), worst, fewest,
                            percent, when);
  }
}

char *
bl_finding_open_times_note (const BlFacts *facts, const BlOpenTimes *times, const BlTravel *travel)
{
  g_autofree char *yardstick = bl_yardstick_to_text (facts, travel, times->measure, times->limit);
  GString *text = g_string_new (NULL);
  guint unknown = 0;

  /* TRANSLATORS: a yardstick: "1 mile in a straight line" */
  g_string_append_printf (text, _ ("Percent of people with a library open within reach, by hour: %s."), yardstick);
  for (guint day = 0; day < 7; day++)
    unknown = MAX (unknown, times->unknown[day]);
  if (unknown > 0)
    g_string_append_printf (text,
                            ngettext (" The hours of %u library are not known: it is taken as closed.",
                                      " The hours of %u libraries are not known: they are taken as closed.", unknown),
                            unknown);
  return g_string_free (text, FALSE);
}

char *
bl_finding_yardsticks (const BlYardsticks *yardsticks, BlCounting counting)
{
  int least = -1, most = -1;
  double low = 0, high = 0;
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;

  for (guint i = 0; i < yardsticks->n; i++)
    {
      double percent = bl_yardsticks_get (yardsticks, i, counting, 0)->percent;

      if (isnan (percent))
        continue;
      if (least < 0 || percent < low)
        {
          least = (int) i;
          low = percent;
        }
      if (most < 0 || percent > high)
        {
          most = (int) i;
          high = percent;
        }
    }
  if (least < 0)
    return NULL;
  low_text = bl_text_percent (low);
  high_text = bl_text_percent (high);
  if (least == most)
    return g_strdup_printf ("%s: %s", yardsticks->items[least].title, low_text);
  /* TRANSLATORS: a share, a yardstick, a share, a yardstick */
  return g_strdup_printf (_ ("From %s (%s) to %s (%s), by the yardstick"), low_text, yardsticks->items[least].title,
                          high_text, yardsticks->items[most].title);
}

char *
bl_finding_boundary (const BlYardsticks *yardsticks)
{
  for (guint i = 0; i < yardsticks->n; i++)
    {
      const BlYardstickFigure *own = bl_yardsticks_get (yardsticks, i, BL_COUNTING_OWN, 0);
      const BlYardstickFigure *around = bl_yardsticks_get (yardsticks, i, BL_COUNTING_AROUND, 0);
      double more = around->people - own->people;
      g_autofree char *number = NULL;

      if (isnan (more))
        continue;
      number = bl_text_number (more, 0);
      if (more == 0)
        /* TRANSLATORS: a yardstick */
        return g_strdup_printf (_ ("Libraries of other services bring nobody more within reach (%s)."),
                                yardsticks->items[i].title);
      /* TRANSLATORS: a number of people, a yardstick */
      return g_strdup_printf (ngettext ("Libraries of other services bring %s more person within reach (%s).",
                                        "Libraries of other services bring %s more people within reach (%s).",
                                        (gulong) more),
                              number, yardsticks->items[i].title);
    }
  return NULL;
}

char *
bl_open_times_to_text (const BlOpenTimes *times, char separator)
{
  GString *text = g_string_new (NULL);

  for (guint slot = 0; slot < times->n_slots; slot++)
    {
      g_autofree char *when = NULL;
      g_autofree char *percent = NULL;

      if (!(times->percent[slot] > 0))
        continue;
      when = bl_access_time_to_text (slot * times->step);
      percent = bl_text_percent (times->percent[slot]);
      g_string_append_printf (text, "%s%c%s\n", when, separator, percent);
    }
  return g_string_free (text, FALSE);
}
