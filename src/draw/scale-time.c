/* scale-time.c: which dates get a name on an axis of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "scale-private.h"

#define DAYS_A_MONTH 30.436875
/* Below this many days, days have names. */
#define DAYS 62.0
/* About the years 1000 and 9000. */
#define DAY_FIRST 365250.0
#define DAY_LAST 3287250.0

static guint32
day_of (int months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (months % 12 + 1), (GDateYear) (months / 12));
  return g_date_get_julian (&date);
}

static void
split (guint32 julian, int *year, int *month, int *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  *year = g_date_get_year (&date);
  *month = (int) g_date_get_month (&date);
  *day = g_date_get_day (&date);
}

/* Months from year 0 to the start of a year of this kind that begins in year 0: April 3, September 8. */
static int
year_start (BlPeriodKind kind)
{
  if (kind == BL_PERIOD_KIND_FY || kind == BL_PERIOD_KIND_QUARTER)
    return 3;
  return kind == BL_PERIOD_KIND_AY ? 8 : 0;
}

static int
period_months (BlPeriodKind kind)
{
  switch (kind)
    {
    case BL_PERIOD_KIND_FY:
    case BL_PERIOD_KIND_AY:
    case BL_PERIOD_KIND_CY:
      return 12;
    case BL_PERIOD_KIND_QUARTER:
      return 3;
    default:
      return 1;
    }
}

static void
add_days (const BlScale *self, guint wanted, GArray *ticks)
{
  static const int steps[] = { 1, 2, 7, 14, 28 };
  int step = 56;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((self->high - self->low) / steps[i] <= wanted)
      {
        step = steps[i];
        break;
      }
  /* Julian day 1 was a Monday: weeks are named by their first day. */
  for (guint32 at = (guint32) (ceil ((self->low - 1) / step) * step) + 1; at <= self->high;
       at += (guint32) step)
    {
      int year, month, day;

      split (at, &year, &month, &day);
      /* TRANSLATORS: a day and a short month: 11 Feb. */
      bl_scale_add_tick (ticks, at, at, g_strdup_printf (_ ("%1$d %2$s"), day, bl_period_short_month (month)),
                         FALSE);
    }
}

static char *
month_text (int months, gboolean year)
{
  const char *name = bl_period_short_month (months % 12 + 1);

  /* TRANSLATORS: a short month and a year: Apr 2023. */
  return year ? g_strdup_printf (_ ("%1$s %2$d"), name, months / 12) : g_strdup (name);
}

static char *
quarter_text (int months, gboolean year)
{
  const char *first = bl_period_short_month (months % 12 + 1);
  const char *last = bl_period_short_month ((months + 2) % 12 + 1);

  /* TRANSLATORS: the first and last month of a quarter, and its year: Apr–Jun 2023. */
  return year ? g_strdup_printf (_ ("%1$s–%2$s %3$d"), first, last, months / 12)
              /* TRANSLATORS: the first and last month of a quarter: Apr–Jun. */
              : g_strdup_printf (_ ("%1$s–%2$s"), first, last);
}

static char *
year_text (int year, BlPeriodKind kind)
{
  switch (year_start (kind))
    {
    case 3:
      return g_strdup_printf ("%d-%02d", year, (year + 1) % 100);
    case 8:
      return g_strdup_printf ("%d/%02d", year, (year + 1) % 100);
    default:
      return g_strdup_printf ("%d", year);
    }
}

/* Months or quarters: each names itself, the first and the first of each year with the year. */
static void
add_months (const BlScale *self, int first, int step, GArray *ticks)
{
  gboolean quarters = self->period == BL_PERIOD_KIND_QUARTER;
  int length = quarters ? 3 : 1, last_year = -1;

  for (int months = first;; months += step)
    {
      double from = day_of (months), at = (from + day_of (months + length)) / 2;
      gboolean year = months / 12 != last_year;

      if (from > self->high)
        break;
      if (at < self->low || at > self->high)
        continue;
      bl_scale_add_tick (ticks, at, from, quarters ? quarter_text (months, year) : month_text (months, year),
                         !year);
      last_year = months / 12;
    }
}

/* Every year has its stroke, every @years-th its name; of many years only those with a name have one. */
static void
add_years (const BlScale *self, int first, int years, GArray *ticks)
{
  gboolean whole = period_months (self->period) == 12;
  int step = years <= 5 ? 1 : years;

  for (int months = first;; months += step * 12)
    {
      double from = day_of (months), end = day_of (months + 12);
      double at = (from + end) / 2;

      if (from > self->high)
        break;
      /* The years of a series of years stand under their values; those of months over what is in sight of
       * them. */
      if (!whole)
        at = (fmax (from, self->low) + fmin (end, self->high)) / 2;
      if (at < self->low || at > self->high || end <= self->low || from >= self->high)
        continue;
      if ((months - first) % (years * 12) == 0)
        bl_scale_add_tick (ticks, at, from, year_text (months / 12, self->period), FALSE);
      else
        bl_scale_add_tick (ticks, at, from, g_strdup (""), TRUE);
    }
}

void
bl_scale_add_times (const BlScale *scale, guint wanted, GArray *ticks)
{
  static const int steps[] = { 1, 3, 6, 12, 24, 48, 60, 120, 240, 600 };
  BlScale within = *scale;
  const BlScale *self = &within;
  double span;
  int least = period_months (scale->period), start = year_start (scale->period), step = 1200;
  int year, month, day, months;

  wanted = MAX (wanted, 1);
  /* Whatever days somebody asks for, only those have names that a calendar of ours has. */
  within.low = CLAMP (scale->low, DAY_FIRST, DAY_LAST);
  within.high = CLAMP (scale->high, DAY_FIRST, DAY_LAST);
  span = within.high - within.low;
  if (!(span > 0))
    return;
  if (span < DAYS && (self->period == BL_PERIOD_KIND_UNKNOWN || self->period == BL_PERIOD_KIND_SPAN))
    {
      add_days (self, wanted, ticks);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= least && span / DAYS_A_MONTH / steps[i] <= wanted + 0.01)
      {
        step = steps[i];
        break;
      }
  split ((guint32) within.low, &year, &month, &day);
  months = year * 12 + month - 1;
  if (step < 12)
    {
      /* The first that starts a whole step of the year, at or before the low end. */
      add_months (self, months - ((months - start) % step + step) % step, step, ticks);
      return;
    }
  year = (months - start) / 12;
  add_years (self, (year - year % (step / 12)) * 12 + start, step / 12, ticks);
}
