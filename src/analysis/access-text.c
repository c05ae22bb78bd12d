/* access-text.c: distances, minutes and times of the week as people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Beyond which no one could mean a distance to a library, metres; nor a time, minutes. */
#define LIMIT_MOST 1000000
#define MINUTES_MOST 1440

#define DAY_MINUTES (24 * 60)

static const struct
{
  const char *name;
  BlMeasure measure;
  double size;
} units[] = {
  { "m", BL_MEASURE_DISTANCE, 1 },
  { "metre", BL_MEASURE_DISTANCE, 1 },
  { "metres", BL_MEASURE_DISTANCE, 1 },
  { "meter", BL_MEASURE_DISTANCE, 1 },
  { "meters", BL_MEASURE_DISTANCE, 1 },
  { "km", BL_MEASURE_DISTANCE, 1000 },
  { "kilometre", BL_MEASURE_DISTANCE, 1000 },
  { "kilometres", BL_MEASURE_DISTANCE, 1000 },
  { "kilometer", BL_MEASURE_DISTANCE, 1000 },
  { "kilometers", BL_MEASURE_DISTANCE, 1000 },
  { "mi", BL_MEASURE_DISTANCE, BL_MILE },
  { "mile", BL_MEASURE_DISTANCE, BL_MILE },
  { "miles", BL_MEASURE_DISTANCE, BL_MILE },
  { "min", BL_MEASURE_MINUTES, 1 },
  { "mins", BL_MEASURE_MINUTES, 1 },
  { "minute", BL_MEASURE_MINUTES, 1 },
  { "minutes", BL_MEASURE_MINUTES, 1 },
  { "h", BL_MEASURE_MINUTES, 60 },
  { "hour", BL_MEASURE_MINUTES, 60 },
  { "hours", BL_MEASURE_MINUTES, 60 },
};

static gboolean
parse_within (const char *text, BlMeasure *measure, double *limit)
{
  g_autofree char *folded = bl_text_fold (text);
  gsize digits = folded != NULL ? strspn (folded, "0123456789.,+-") : 0;
  g_autofree char *number = g_strndup (folded != NULL ? folded : "", digits);
  const char *unit = folded != NULL ? folded + digits + strspn (folded + digits, " ") : "";
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].name) == 0 && bl_text_parse_number (number, &value) && value > 0
        && value * units[i].size <= (units[i].measure == BL_MEASURE_MINUTES ? MINUTES_MOST : LIMIT_MOST))
      {
        *measure = units[i].measure;
        *limit = value * units[i].size;
        return TRUE;
      }
  return FALSE;
}

gboolean
bl_access_parse_limit (const char *text, double *metres, GError **error)
{
  BlMeasure measure;
  double limit;

  if (parse_within (text, &measure, &limit) && measure == BL_MEASURE_DISTANCE)
    {
      *metres = limit;
      return TRUE;
    }
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
               _ ("“%s” is not a distance. Distances look like 1mi, 1.5km or 1200m."), text ? text : "");
  return FALSE;
}

gboolean
bl_access_parse_within (const char *text, BlMeasure *measure, double *limit, GError **error)
{
  if (parse_within (text, measure, limit))
    return TRUE;
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
               _ ("“%s” is neither a distance nor a time. They look like 1mi, 1.5km, 1200m or 15min."),
               text ? text : "");
  return FALSE;
}

/* Nearest number of at most @decimals places; how many of them are needed. */
static int
decimals_needed (double value, int decimals)
{
  for (int n = 0; n < decimals; n++)
    if (fabs (value * pow (10, n) - round (value * pow (10, n))) < 1e-6)
      return n;
  return decimals;
}

char *
bl_access_limit_to_text (double metres)
{
  double quarters = metres / BL_MILE * 4;
  g_autofree char *number = NULL;

  if (quarters > 0.5 && fabs (quarters - round (quarters)) < 1e-6)
    {
      double miles = round (quarters) / 4;

      if (miles == 1)
        return g_strdup (_ ("1 mile"));
      number = bl_text_number (miles, decimals_needed (miles, 2));
      return g_strdup_printf (miles < 1 ? _ ("%s mile") : _ ("%s miles"), number);
    }
  if (metres >= 10000)
    {
      number = bl_text_number (metres / 1000, decimals_needed (metres / 1000, 1));
      return g_strdup_printf (_ ("%s km"), number);
    }
  number = bl_text_number (metres, decimals_needed (metres, 1));
  return g_strdup_printf (_ ("%s m"), number);
}

char *
bl_access_within_to_text (BlMeasure measure, double limit)
{
  g_autofree char *number = NULL;

  if (measure == BL_MEASURE_DISTANCE)
    return bl_access_limit_to_text (limit);
  number = bl_text_number (limit, decimals_needed (limit, 1));
  return g_strdup_printf (limit == 1 ? _ ("%s minute") : _ ("%s minutes"), number);
}

/* 0 (Monday) … 6, or 7 when @word is no day: two letters and more of its name. */
static guint
parse_day (const char *word, gsize length)
{
  guint day = 7;

  for (guint i = 0; length >= 2 && i < 7; i++)
    if (strncmp (bl_library_days[i], word, length) == 0)
      day = i;
  return day;
}

gboolean
bl_access_parse_time (const char *text, guint *week_minute, GError **error)
{
  g_autofree char *folded = bl_text_fold (text);
  gsize letters = folded != NULL ? strspn (folded, "abcdefghijklmnopqrstuvwxyz") : 0;
  guint day = folded != NULL ? parse_day (folded, letters) : 7, hour = 0, minute = 0;
  const char *rest = folded != NULL ? folded + letters + strspn (folded + letters, " ,") : "";
  int used = 0;
  gboolean fits;

  if (sscanf (rest, "%2u%*1[:.]%2u%n", &hour, &minute, &used) == 2
      && g_ascii_isdigit (rest[used - 2])) /* two digits of minutes */
    rest += used;
  else if (minute = 0, sscanf (rest, "%2u%n", &hour, &used) == 1)
    rest += used;
  else
    day = 7;
  rest += strspn (rest, " ");
  fits = hour <= 23;
  if (strcmp (rest, "am") == 0 || strcmp (rest, "pm") == 0)
    {
      fits = hour >= 1 && hour <= 12;
      hour = hour % 12 + (*rest == 'p' ? 12 : 0);
      rest += 2;
    }
  if (day < 7 && fits && minute <= 59 && *rest == '\0')
    {
      *week_minute = day * DAY_MINUTES + hour * 60 + minute;
      return TRUE;
    }
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
               _ ("“%s” is not a time of the week. Times look like Sat 14:00."), text ? text : "");
  return FALSE;
}

char *
bl_access_time_to_text (guint week_minute)
{
  const char *const days[] = { _ ("Monday"), _ ("Tuesday"),  _ ("Wednesday"), _ ("Thursday"),
                               _ ("Friday"), _ ("Saturday"), _ ("Sunday") };

  return g_strdup_printf (_ ("%s %02u:%02u"), days[week_minute / DAY_MINUTES % 7],
                          week_minute % DAY_MINUTES / 60, week_minute % 60);
}
