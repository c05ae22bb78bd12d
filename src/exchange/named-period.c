/* named-period.c: the month or year that a heading or a cell names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "named-period.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1850
#define LAST_YEAR 2199
#define MAX_NUMBERS 4

static const char *const months[12]
    = { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december" };

/* The numbers and the words of a text. */
typedef struct
{
  int numbers[MAX_NUMBERS];
  guint digits[MAX_NUMBERS];
  guint n;
  int month; /* by its name; 0 none */
  GString *rest;
} Parts;

static int
month_by_name (const char *word, gsize length)
{
  for (guint m = 0; m < 12 && length >= 3; m++)
    if (length <= strlen (months[m]) && strncmp (months[m], word, length) == 0)
      return (int) m + 1;
  /* The one short form that is no beginning. */
  return length == 4 && strncmp (word, "sept", 4) == 0 ? 9 : 0;
}

static gboolean
take_apart (const char *text, Parts *parts)
{
  g_autofree char *folded = bl_text_fold (text);
  const char *p = folded;

  *parts = (Parts) { .rest = g_string_new (NULL) };
  while (*p != '\0')
    {
      const char *start = p;

      if (g_ascii_isdigit (*p))
        {
          while (g_ascii_isdigit (*p))
            p++;
          if (parts->n == MAX_NUMBERS || p - start > 4)
            return FALSE;
          parts->digits[parts->n] = p - start;
          parts->numbers[parts->n++] = (int) strtol (start, NULL, 10);
        }
      else if (g_ascii_isalpha (*p) || (guchar) *p >= 0x80)
        {
          int month;

          while (g_ascii_isalpha (*p) || (guchar) *p >= 0x80)
            p++;
          month = parts->month == 0 ? month_by_name (start, p - start) : 0;
          if (month != 0)
            parts->month = month;
          else
            {
              if (parts->rest->len > 0)
                g_string_append_c (parts->rest, ' ');
              g_string_append_len (parts->rest, start, p - start);
            }
        }
      else
        p++;
    }
  return TRUE;
}

static void
parts_clear (Parts *parts)
{
  g_string_free (parts->rest, TRUE);
}

static gboolean
is_year (int year)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static guint32
julian (int year, int month, int day)
{
  GDate date;

  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

BlNamedPeriod
bl_named_period_of_month (int year, int month)
{
  return (BlNamedPeriod) { julian (year, month, 1), julian (year, month, g_date_get_days_in_month (month, year)) };
}

BlNamedPeriod
bl_named_period_of_financial_year (int year)
{
  return (BlNamedPeriod) { julian (year, 4, 1), julian (year + 1, 3, 31) };
}

BlNamedPeriod
bl_named_period_of_year (int year)
{
  return (BlNamedPeriod) { julian (year, 1, 1), julian (year, 12, 31) };
}

/* "2010-11": a year, a hyphen or stroke, two digits. */
static BlNamedPeriodForm
form_of_parts (const Parts *parts)
{
  if (parts->n != 2 || parts->month != 0 || parts->digits[0] != 4 || parts->digits[1] > 2 || !is_year (parts->numbers[0])
      || parts->numbers[1] < 1 || parts->numbers[1] > 12)
    return BL_NAMED_PERIOD_FORM_OTHER;
  return parts->digits[1] == 2 && parts->numbers[1] == (parts->numbers[0] + 1) % 100 ? BL_NAMED_PERIOD_FORM_BOTH
                                                                                    : BL_NAMED_PERIOD_FORM_MONTH;
}

BlNamedPeriodForm
bl_named_period_get_form (const char *text)
{
  Parts parts;
  BlNamedPeriodForm form = take_apart (text, &parts) ? form_of_parts (&parts) : BL_NAMED_PERIOD_FORM_OTHER;

  parts_clear (&parts);
  return form;
}

static gboolean
read_parts (const Parts *parts, gboolean years, BlNamedPeriod *period)
{
  const int *n = parts->numbers;
  const guint *digits = parts->digits;

  if (parts->month != 0)
    {
      int year = parts->n != 1                ? 0
                 : digits[0] == 4             ? n[0]
                 : digits[0] == 2             ? 2000 + n[0]
                                              : 0;
      if (!is_year (year))
        return FALSE;
      *period = bl_named_period_of_month (year, parts->month);
      return TRUE;
    }
  if (parts->n == 1 && digits[0] == 4 && is_year (n[0]))
    {
      *period = bl_named_period_of_year (n[0]);
      return TRUE;
    }
  if (parts->n == 2 && digits[0] == 4 && is_year (n[0]))
    {
      gboolean next = (digits[1] == 2 && n[1] == (n[0] + 1) % 100) || (digits[1] == 4 && n[1] == n[0] + 1);

      if (next && (years || form_of_parts (parts) != BL_NAMED_PERIOD_FORM_BOTH))
        *period = bl_named_period_of_financial_year (n[0]);
      else if (digits[1] <= 2 && n[1] >= 1 && n[1] <= 12)
        *period = bl_named_period_of_month (n[0], n[1]);
      else
        return FALSE;
      return TRUE;
    }
  if (parts->n == 2 && digits[1] == 4 && digits[0] <= 2 && is_year (n[1]) && n[0] >= 1 && n[0] <= 12)
    {
      *period = bl_named_period_of_month (n[1], n[0]);
      return TRUE;
    }
  return FALSE;
}

/* "2023-04-01/P3M" and "2023-04-01/2023-06-30". */
static gboolean
read_interval (const char *text, BlNamedPeriod *period)
{
  const char *stroke = strchr (text, '/');
  g_autofree char *start = stroke != NULL ? g_strndup (text, stroke - text) : NULL;
  guint32 day;
  char *end = NULL;
  gint64 n;
  GDate date;

  if (stroke == NULL || !bl_named_period_read_day (start, &period->first) || strlen (start) < 8)
    return FALSE;
  if (bl_named_period_read_day (stroke + 1, &day))
    {
      period->last = day;
      return day >= period->first;
    }
  if (stroke[1] != 'P')
    return FALSE;
  n = g_ascii_strtoll (stroke + 2, &end, 10);
  if (n < 1 || n > 120 || (g_strcmp0 (end, "M") != 0 && g_strcmp0 (end, "Y") != 0))
    return FALSE;
  g_date_set_julian (&date, period->first);
  g_date_add_months (&date, (guint) n * (*end == 'Y' ? 12 : 1));
  period->last = g_date_get_julian (&date) - 1;
  return TRUE;
}

gboolean
bl_named_period_read (const char *text, gboolean years, BlNamedPeriod *period, char **rest)
{
  g_autofree char *clean = bl_text_clean (text);
  gboolean read;
  guint32 day;
  Parts parts;

  if (rest != NULL)
    *rest = NULL;
  if (clean == NULL)
    return FALSE;
  if (read_interval (clean, period))
    return TRUE;
  /* The first of a month stands for it. */
  if (bl_named_period_read_day (clean, &day))
    {
      GDate date;

      g_date_set_julian (&date, day);
      if (g_date_get_day (&date) != 1)
        return FALSE;
      *period = bl_named_period_of_month (g_date_get_year (&date), g_date_get_month (&date));
      return TRUE;
    }
  read = take_apart (clean, &parts) && read_parts (&parts, years, period);
  if (read && rest != NULL && parts.rest->len > 0)
    *rest = g_strdup (parts.rest->str);
  parts_clear (&parts);
  return read;
}

gboolean
bl_named_period_read_day (const char *text, guint32 *day)
{
  Parts parts;
  gboolean read = FALSE;

  if (take_apart (text, &parts) && parts.n == 3 && parts.month == 0 && parts.rest->len == 0)
    {
      gboolean iso = parts.digits[0] == 4;
      int year = iso ? parts.numbers[0] : parts.numbers[2], date = iso ? parts.numbers[2] : parts.numbers[0];

      if (!iso && parts.digits[2] == 2)
        year += 2000;
      read = is_year (year) && parts.numbers[1] >= 1 && parts.numbers[1] <= 12
             && g_date_valid_dmy (date, parts.numbers[1], year);
      if (read)
        *day = julian (year, parts.numbers[1], date);
    }
  parts_clear (&parts);
  return read;
}

char *
bl_named_period_dup_label (const BlNamedPeriod *period)
{
  GDate first, last;
  int year, start;

  g_date_set_julian (&first, period->first);
  g_date_set_julian (&last, period->last);
  year = g_date_get_year (&first);
  start = g_date_get_month (&first) >= 4 ? year : year - 1;
  if (period->last <= julian (start + 1, 3, 31))
    return g_strdup_printf ("%d-%02d", start, (start + 1) % 100);
  if (period->first == julian (year, 1, 1) && period->last == julian (year, 12, 31))
    return g_strdup_printf ("%d", year);
  return NULL;
}

guint
bl_named_period_days_of_label (const char *label)
{
  BlNamedPeriod period;

  return bl_named_period_read (label, TRUE, &period, NULL) ? period.last - period.first + 1 : 0;
}
