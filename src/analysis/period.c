/* period.c: months, quarters, years and other stretches of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "period.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "facts.h"
#include "text.h"

static const char *const month_names[12]
    = { "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december" };

static guint32
day_of (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  if (year < 1 || year > 9998 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static void
split (guint32 julian, int *year, int *month, int *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, MAX (julian, 1));
  *year = g_date_get_year (&date);
  *month = (int) g_date_get_month (&date);
  *day = g_date_get_day (&date);
}

/* The day @months later; of a day that a month lacks, the month's last. */
static guint32
add_months (guint32 julian, int months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  if (months >= 0)
    g_date_add_months (&date, (guint) months);
  else if ((int) g_date_get_year (&date) * 12 + months < 24)
    return julian;
  else
    g_date_subtract_months (&date, (guint) -months);
  return g_date_get_julian (&date);
}

static guint
kind_months (BlPeriodKind kind)
{
  switch (kind)
    {
    case BL_PERIOD_KIND_MONTH:
      return 1;
    case BL_PERIOD_KIND_QUARTER:
      return 3;
    case BL_PERIOD_KIND_FY:
    case BL_PERIOD_KIND_AY:
    case BL_PERIOD_KIND_CY:
    case BL_PERIOD_KIND_ROLLING:
      return 12;
    default:
      return 0;
    }
}

static BlPeriod
make (BlPeriodKind kind, int year, int month)
{
  BlPeriod period = { kind, day_of (year, month, 1), 0 };

  if (period.start == 0)
    return (BlPeriod){ 0 };
  period.end = add_months (period.start, (int) kind_months (kind));
  return period;
}

/* What a stretch of whole months is called. */
static BlPeriodKind
kind_of (int month, int day, guint months, BlPeriodKind hint)
{
  if (day != 1)
    return BL_PERIOD_KIND_SPAN;
  if (months == 1)
    return BL_PERIOD_KIND_MONTH;
  if (months == 3)
    return month % 3 == 1 ? BL_PERIOD_KIND_QUARTER : BL_PERIOD_KIND_SPAN;
  if (months != 12)
    return BL_PERIOD_KIND_SPAN;
  if (hint == BL_PERIOD_KIND_ROLLING)
    return hint;
  if (month == 4)
    return hint == BL_PERIOD_KIND_AY || hint == BL_PERIOD_KIND_CY ? hint : BL_PERIOD_KIND_FY;
  return month == 9 ? BL_PERIOD_KIND_AY : month == 1 ? BL_PERIOD_KIND_CY : BL_PERIOD_KIND_ROLLING;
}

/* "2023-04-01/P3M", "2023-04-01/2023-06-30" (both days in). */
static gboolean
parse_interval (const char *text, BlPeriodKind hint, BlPeriod *period)
{
  const char *slash = strchr (text, '/');
  g_autofree char *first = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : NULL;
  guint32 start, last;
  int year, month, day;
  guint number;
  char unit, rest;

  if (first == NULL || !bl_text_to_date (first, &start))
    return FALSE;
  split (start, &year, &month, &day);
  if (bl_text_to_date (slash + 1, &last))
    {
      if (last < start)
        return FALSE;
      period->start = start;
      period->end = last + 1;
      period->kind = BL_PERIOD_KIND_SPAN;
      for (guint months = 1; months <= 12; months++)
        if (day == 1 && add_months (start, (int) months) == period->end)
          period->kind = kind_of (month, day, months, hint);
      return TRUE;
    }
  if (sscanf (slash + 1, "P%4u%c%c", &number, &unit, &rest) != 2 || slash[2] == '-' || slash[2] == '+')
    return FALSE;
  period->start = start;
  if (number == 0 && strchr ("DWMY", unit) != NULL)
    {
      period->kind = BL_PERIOD_KIND_SNAPSHOT;
      period->end = start;
      return TRUE;
    }
  if (unit == 'D' || unit == 'W')
    {
      period->kind = BL_PERIOD_KIND_SPAN;
      period->end = start + number * (unit == 'W' ? 7 : 1);
      return TRUE;
    }
  if ((unit != 'M' && unit != 'Y') || number > 1200)
    return FALSE;
  number *= unit == 'Y' ? 12 : 1;
  period->kind = kind_of (month, day, number, hint);
  period->end = add_months (start, (int) number);
  return TRUE;
}

static int
month_named (const char *text, gsize length)
{
  for (int m = 0; length >= 3 && m < 12; m++)
    if (g_ascii_strncasecmp (month_names[m], text, length) == 0 && length <= strlen (month_names[m]))
      return m + 1;
  return 0;
}

/* "2023-24", "2023/24", "2023/2024": the year it begins; 0 where it is none. */
static int
parse_two_years (const char *text, const char **rest)
{
  int year, next, from = 0, used = 0;

  if (!g_ascii_isdigit (*text) || sscanf (text, "%4d%*1[-/]%n%4d%n", &year, &from, &next, &used) != 2
      || from != 5 || !g_ascii_isdigit (text[5]) || (used != 7 && used != 9) || g_ascii_isdigit (text[used]))
    return 0;
  if (used == 7 ? next != (year + 1) % 100 : next != year + 1)
    return 0;
  *rest = text + used;
  return year;
}

/* The number of a quarter in "Q1" at @text; 0 where there is none. */
static int
parse_quarter (const char *text)
{
  text += strspn (text, " ,(");
  return (*text == 'Q' || *text == 'q') && text[1] >= '1' && text[1] <= '4'
                 && text[2 + strspn (text + 2, " )")] == '\0'
             ? text[1] - '0'
             : 0;
}

static gboolean
parse_words (const char *text, BlPeriodKind hint, BlPeriod *period)
{
  const char *rest = text;
  gboolean school = g_ascii_strncasecmp (text, "school year ", 12) == 0;
  int year, month, used = 0;

  if (school)
    text += 12;
  year = parse_two_years (text, &rest);
  if (year > 0 && *rest != '\0')
    {
      int quarter = parse_quarter (rest);

      if (quarter > 0)
        *period = make (BL_PERIOD_KIND_QUARTER, quarter == 4 ? year + 1 : year,
                        quarter == 4 ? 1 : quarter * 3 + 1);
      return quarter > 0 && period->start > 0;
    }
  /* "2010-11" is November where years are not asked for. */
  if (year > 0
      && (school || hint == BL_PERIOD_KIND_FY || hint == BL_PERIOD_KIND_AY || text[4] == '/'
          || strlen (text) == 9 || (year + 1) % 100 > 12 || (year + 1) % 100 == 0))
    {
      school = school || hint == BL_PERIOD_KIND_AY;
      *period = school ? make (BL_PERIOD_KIND_AY, year, 9) : make (BL_PERIOD_KIND_FY, year, 4);
      return period->start > 0;
    }
  if (g_ascii_isdigit (*text))
    {
      if (sscanf (text, "%4d-%2d%n", &year, &month, &used) == 2 && used >= 6 && text[used] == '\0'
          && text[4] == '-' && g_ascii_isdigit (text[5]))
        *period = make (BL_PERIOD_KIND_MONTH, year, month);
      else if (strlen (text) == 4 && strspn (text, "0123456789") == 4)
        *period = make (BL_PERIOD_KIND_CY, (int) g_ascii_strtoll (text, NULL, 10), 1);
      return period->start > 0;
    }
  if (g_ascii_isalpha (*text))
    {
      gsize length = strcspn (text, " -\342");
      int quarter = 0;
      char *after;

      month = month_named (text, length);
      if (month == 0)
        return FALSE;
      text += length;
      if (g_str_has_prefix (text, "–")) /* "Apr–Jun 2023 (Q1)" */
        {
          text += strlen ("–");
          text += strcspn (text, " ");
          quarter = -1;
        }
      text += strspn (text, " -");
      year = (int) g_ascii_strtoll (text, &after, 10);
      if (!g_ascii_isdigit (*text) || after - text != 4)
        return FALSE;
      if (quarter < 0)
        quarter = parse_quarter (after);
      else if (*after != '\0')
        return FALSE;
      *period = quarter > 0 ? make (BL_PERIOD_KIND_QUARTER, year, month)
                            : make (BL_PERIOD_KIND_MONTH, year, month);
      return period->start > 0 && (quarter >= 0)
             && (quarter == 0 || month == (quarter == 4 ? 1 : quarter * 3 + 1));
    }
  return FALSE;
}

gboolean
bl_period_parse (const char *text, BlPeriodKind hint, BlPeriod *period, GError **error)
{
  g_autofree char *clean = bl_text_clean (text);
  BlPeriod found = { 0 };
  guint32 day;

  g_return_val_if_fail (period != NULL, FALSE);
  *period = (BlPeriod){ 0 };
  if (clean != NULL)
    {
      const char *date = g_ascii_strncasecmp (clean, "at ", 3) == 0 ? clean + 3 : clean;

      if (bl_text_to_date (date, &day))
        found = (BlPeriod){ BL_PERIOD_KIND_SNAPSHOT, day, day };
      else if (!parse_interval (clean, hint, &found))
        {
          found = (BlPeriod){ 0 };
          if (!parse_words (clean, hint, &found))
            found = (BlPeriod){ 0 };
        }
    }
  if (found.start == 0)
    {
      g_set_error (
          error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
          _ ("“%s” is not a period: write 2023-24, 2023-24 Q1, 2023-04 or a date such as 2024-03-31"),
          clean != NULL ? clean : "");
      return FALSE;
    }
  *period = found;
  return TRUE;
}

/* Whole months from the first day of one to the first of another; 0 where it is not so. */
static guint
whole_months (const BlPeriod *period)
{
  int y1, m1, d1, y2, m2, d2;

  if (period->start == 0 || period->end <= period->start)
    return 0;
  split (period->start, &y1, &m1, &d1);
  split (period->end, &y2, &m2, &d2);
  return d1 == d2 ? (guint) ((y2 - y1) * 12 + m2 - m1) : 0;
}

char *
bl_period_to_iso (const BlPeriod *period)
{
  g_autofree char *start = NULL;
  guint months;

  if (period->start == 0)
    return g_strdup ("");
  start = bl_text_from_date (period->start);
  months = whole_months (period);
  if (period->end == period->start)
    return g_strconcat (start, "/P0D", NULL);
  if (months == 0)
    return g_strdup_printf ("%s/P%uD", start, period->end - period->start);
  return months % 12 == 0 ? g_strdup_printf ("%s/P%uY", start, months / 12)
                          : g_strdup_printf ("%s/P%uM", start, months);
}

const char *
bl_period_short_month (int month)
{
  /* TRANSLATORS: months cut to three letters. */
  static const char *const names[12] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", names[month - 1]);
}

static char *
span_to_text (int y1, int m1, int d1, int y2, int m2, int d2)
{
  if (y1 == y2 && m1 == m2 && d1 == d2)
    return g_strdup_printf (_ ("%1$d %2$s %3$d"), d1, bl_period_short_month (m1), y1);
  if (y1 == y2 && m1 == m2)
    return g_strdup_printf (_ ("%1$d–%2$d %3$s %4$d"), d1, d2, bl_period_short_month (m1), y1);
  if (y1 == y2)
    return g_strdup_printf (_ ("%1$d %2$s – %3$d %4$s %5$d"), d1, bl_period_short_month (m1), d2, bl_period_short_month (m2), y1);
  return g_strdup_printf (_ ("%1$d %2$s %3$d – %4$d %5$s %6$d"), d1, bl_period_short_month (m1), y1, d2,
                          bl_period_short_month (m2), y2);
}

char *
bl_period_to_text (const BlPeriod *period)
{
  int y1, m1, d1, y2, m2, d2;

  if (period->start == 0)
    return g_strdup (_ ("no period"));
  split (period->start, &y1, &m1, &d1);
  split (MAX (period->end, period->start + 1) - 1, &y2, &m2, &d2);
  switch (period->kind)
    {
    case BL_PERIOD_KIND_MONTH:
      return g_strdup_printf (_ ("%1$s %2$d"), bl_period_short_month (m1), y1);
    case BL_PERIOD_KIND_QUARTER:
      return g_strdup_printf (_ ("%1$s–%2$s %3$d (Q%4$d)"), bl_period_short_month (m1), bl_period_short_month (m2), y1,
                              m1 < 4 ? 4 : (m1 - 1) / 3);
    case BL_PERIOD_KIND_FY:
      return g_strdup_printf ("%d-%02d", y1, (y1 + 1) % 100);
    case BL_PERIOD_KIND_AY:
      return g_strdup_printf (_ ("school year %d/%02d"), y1, (y1 + 1) % 100);
    case BL_PERIOD_KIND_CY:
      return g_strdup_printf ("%d", y1);
    case BL_PERIOD_KIND_SNAPSHOT:
      return g_strdup_printf (_ ("at %1$d %2$s %3$d"), d1, bl_period_short_month (m1), y1);
    case BL_PERIOD_KIND_ROLLING:
      return g_strdup_printf (_ ("12 months to %1$s %2$d"), bl_period_short_month (m2), y2);
    default:
      return span_to_text (y1, m1, d1, y2, m2, d2);
    }
}

BlPeriod
bl_period_of (guint32 day, BlPeriodKind kind)
{
  int year, month, date;

  split (day, &year, &month, &date);
  switch (kind)
    {
    case BL_PERIOD_KIND_MONTH:
      return make (kind, year, month);
    case BL_PERIOD_KIND_QUARTER:
      return make (kind, year, (month - 1) / 3 * 3 + 1);
    case BL_PERIOD_KIND_FY:
      return make (kind, month < 4 ? year - 1 : year, 4);
    case BL_PERIOD_KIND_AY:
      return make (kind, month < 9 ? year - 1 : year, 9);
    case BL_PERIOD_KIND_CY:
      return make (kind, year, 1);
    default:
      return (BlPeriod){ 0 };
    }
}

BlPeriod
bl_period_step (const BlPeriod *period, int by)
{
  BlPeriod next = *period;
  /* Twelve months that roll on go month by month, as they are made. */
  int months = period->kind == BL_PERIOD_KIND_ROLLING ? 1 : (int) whole_months (period);

  if (period->start == 0 || (period->kind == BL_PERIOD_KIND_SNAPSHOT))
    {
      /* A state at a date has no length: the same day a year later. */
      if (period->start > 0)
        next.start = next.end = add_months (period->start, 12 * by);
      return next;
    }
  if (months > 0)
    {
      next.start = add_months (period->start, months * by);
      next.end = add_months (period->end, months * by);
    }
  else
    {
      next.start += (guint32) (by * (int) (period->end - period->start));
      next.end += (guint32) (by * (int) (period->end - period->start));
    }
  return next;
}

guint
bl_period_count (const BlPeriod *period, BlPeriodKind kind)
{
  guint months = whole_months (period), each = kind_months (kind);
  BlPeriod first;

  if (months == 0 || each == 0 || months % each != 0)
    return 0;
  if (kind == BL_PERIOD_KIND_ROLLING)
    return months == 12 ? 1 : 0;
  first = bl_period_of (period->start, kind);
  return first.start == period->start || (months == each && kind == period->kind) ? months / each : 0;
}

int
bl_period_compare (const BlPeriod *a, const BlPeriod *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  return a->end == b->end ? 0 : a->end < b->end ? -1 : 1;
}

gboolean
bl_period_equal (const BlPeriod *a, const BlPeriod *b)
{
  return a->start == b->start && a->end == b->end;
}
