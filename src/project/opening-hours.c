/* opening-hours.c: when a library is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "opening-hours.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "errors.h"

#define NOON (12 * 60)
#define DAY (24 * 60)

/* Reads "9:00", "09.00", "0900" or "17" hours; moves on. */
static gboolean
read_time (const char **p, guint *minutes)
{
  const char *q = *p;
  guint digits = 0, number = 0, hours, rest = 0;

  while (g_ascii_isdigit (*q) && digits < 4)
    {
      number = number * 10 + (*q++ - '0');
      digits++;
    }
  if (digits == 0 || g_ascii_isdigit (*q))
    return FALSE;
  if (digits >= 3)
    {
      hours = number / 100;
      rest = number % 100;
    }
  else
    {
      hours = number;
      if (*q == ':' || *q == '.')
        {
          if (!g_ascii_isdigit (q[1]) || !g_ascii_isdigit (q[2]) || g_ascii_isdigit (q[3]))
            return FALSE;
          rest = (q[1] - '0') * 10 + (q[2] - '0');
          q += 3;
        }
    }
  if (rest > 59 || hours * 60 + rest > DAY)
    return FALSE;
  *minutes = hours * 60 + rest;
  *p = q;
  return TRUE;
}

static const char *
skip (const char *p, const char *which)
{
  while (*p != '\0' && strchr (which, *p) != NULL)
    p++;
  return p;
}

gboolean
bl_opening_day_from_text (const char *text, BlOpeningDay *day, GError **error)
{
  BlOpeningDay read = { 0 };
  g_autofree char *plain = NULL;
  const char *p;

  g_return_val_if_fail (text != NULL, FALSE);

  if (g_ascii_strcasecmp (text, "closed") == 0)
    {
      *day = read;
      return TRUE;
    }
  /* An en dash is a hyphen, a no-break space a blank. */
  {
    g_auto (GStrv) parts = g_strsplit (text, "\342\200\223", -1);

    plain = g_strjoinv ("-", parts);
  }
  for (p = skip (plain, " "); *p != '\0'; p = skip (p, " ,;"))
    {
      guint from, to;

      if (!read_time (&p, &from) || *(p = skip (p, " ")) != '-')
        goto unclear;
      p = skip (p + 1, " ");
      if (!read_time (&p, &to) || (*p != '\0' && strchr (" ,;", *p) == NULL))
        goto unclear;
      if (to <= from)
        {
          g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("“%s” ends before it begins"), text);
          return FALSE;
        }
      if (read.n_spans > 0 && from <= read.spans[read.n_spans - 1].to)
        {
          if (from < read.spans[read.n_spans - 1].to)
            {
              g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER,
                           _("the times in “%s” overlap or are out of order"), text);
              return FALSE;
            }
          read.spans[read.n_spans - 1].to = to; /* 09:00-12:00 12:00-17:00 is one span */
          continue;
        }
      if (read.n_spans == BL_OPENING_MAX_SPANS)
        goto unclear;
      read.spans[read.n_spans].from = from;
      read.spans[read.n_spans].to = to;
      read.n_spans++;
    }
  if (read.n_spans == 0)
    goto unclear;
  *day = read;
  return TRUE;

unclear:
  g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER,
               _("“%s” is not a time of opening; write 10:00-13:00 14:00-17:00, or “closed”"), text);
  return FALSE;
}

char *
bl_opening_day_to_text (const BlOpeningDay *day)
{
  GString *text;

  if (day->n_spans == 0)
    return g_strdup ("closed");
  text = g_string_new (NULL);
  for (guint i = 0; i < day->n_spans; i++)
    g_string_append_printf (text, "%s%02u:%02u-%02u:%02u", i > 0 ? " " : "", day->spans[i].from / 60,
                            day->spans[i].from % 60, day->spans[i].to / 60, day->spans[i].to % 60);
  return g_string_free (text, FALSE);
}

guint
bl_opening_day_minutes (const BlOpeningDay *day)
{
  guint minutes = 0;

  for (guint i = 0; i < day->n_spans; i++)
    minutes += day->spans[i].to - day->spans[i].from;
  return minutes;
}

gboolean
bl_opening_day_morning (const BlOpeningDay *day)
{
  return day->n_spans > 0 && day->spans[0].from < NOON;
}

gboolean
bl_opening_day_afternoon (const BlOpeningDay *day)
{
  return day->n_spans > 0 && day->spans[day->n_spans - 1].to > NOON;
}

gboolean
bl_opening_class_parts (const char *phrase, gboolean *morning, gboolean *afternoon)
{
  /* The Arts Council's phrases; evening counts as after noon. */
  static const struct
  {
    const char *phrase;
    gboolean morning, afternoon;
  } known[] = {
    { "Closed", FALSE, FALSE },
    { "AM Only", TRUE, FALSE },
    { "PM Only", FALSE, TRUE },
    { "Eve Only", FALSE, TRUE },
    { "AM & PM (continuous)", TRUE, TRUE },
    { "AM & PM (with closure)", TRUE, TRUE },
    { "AM & Eve", TRUE, TRUE },
    { "PM & Eve (continuous)", FALSE, TRUE },
    { "PM & Eve (with closure)", FALSE, TRUE },
    { "All Day (continuous)", TRUE, TRUE },
    { "All Day (with closure)", TRUE, TRUE },
  };

  for (guint i = 0; phrase != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (phrase, known[i].phrase) == 0)
      {
        *morning = known[i].morning;
        *afternoon = known[i].afternoon;
        return TRUE;
      }
  return FALSE;
}
