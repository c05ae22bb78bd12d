/* visit-rule.c: on which days a mobile library comes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "visit-rule.h"

#include "facts.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* No timetable comes less often than this. */
#define INTERVAL_MOST 1000

static const char *const weekdays[7] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static guint
parse_weekday (const char *text)
{
  for (guint i = 0; i < 7; i++)
    if (g_ascii_strcasecmp (text, weekdays[i]) == 0)
      return i;
  return 7;
}

static gboolean
parse_number (const char *text, guint most, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, most, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

/* Julian; 0 when it is no date. */
static guint32
make_day (guint year, guint month, guint day)
{
  GDate date;

  if (year < 1 || year > 9999 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* UNTIL is a date, or a moment of which only the date matters here. */
static gboolean
parse_until (const char *text, guint32 *until)
{
  guint year, month, day;

  if (strspn (text, "0123456789") != 8 || (text[8] != '\0' && text[8] != 'T')
      || sscanf (text, "%4u%2u%2u", &year, &month, &day) != 3)
    return FALSE;
  *until = make_day (year, month, day);
  return *until != 0;
}

static gboolean
parse_days (const char *text, BlVisitRule *rule)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *end;
      gint64 nth = g_ascii_strtoll (parts[i], &end, 10);
      guint weekday = parse_weekday (end);

      if (weekday == 7 || rule->n_days == BL_VISIT_DAYS_MOST || nth < -5 || nth > 5
          || (end != parts[i] && nth == 0))
        return FALSE;
      rule->days[rule->n_days].weekday = weekday;
      rule->days[rule->n_days++].nth = (int) nth;
    }
  return rule->n_days > 0;
}

static gboolean
parse_frequency (const char *text, BlVisitFrequency *frequency)
{
  static const char *const names[] = { "DAILY", "WEEKLY", "MONTHLY" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i]) == 0)
      {
        *frequency = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_part (const char *key, const char *value, BlVisitRule *rule, gboolean *has_frequency)
{
  if (g_ascii_strcasecmp (key, "FREQ") == 0)
    return *has_frequency = parse_frequency (value, &rule->frequency);
  if (g_ascii_strcasecmp (key, "INTERVAL") == 0)
    return parse_number (value, INTERVAL_MOST, &rule->interval);
  if (g_ascii_strcasecmp (key, "COUNT") == 0)
    return parse_number (value, G_MAXINT, &rule->count);
  if (g_ascii_strcasecmp (key, "UNTIL") == 0)
    return parse_until (value, &rule->until);
  if (g_ascii_strcasecmp (key, "BYDAY") == 0)
    return parse_days (value, rule);
  if (g_ascii_strcasecmp (key, "WKST") == 0)
    return (rule->week_start = parse_weekday (value)) < 7;
  return FALSE; /* leaving a part of a rule aside would be another rule */
}

/* Only a month has a first and a last Tuesday. */
static gboolean
is_consistent (const BlVisitRule *rule)
{
  for (guint i = 0; i < rule->n_days; i++)
    if (rule->days[i].nth != 0 && rule->frequency != BL_VISITS_MONTHLY)
      return FALSE;
  return rule->n_days == 0 || rule->frequency != BL_VISITS_DAILY;
}

gboolean
bl_visit_rule_parse (const char *text, BlVisitRule *rule, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));
  const char *from = g_ascii_strncasecmp (clean, "RRULE:", 6) == 0 ? clean + 6 : clean;
  g_auto (GStrv) parts = g_strsplit (from, ";", -1);
  BlVisitRule read = { .interval = 1 };
  gboolean has_frequency = FALSE, understood = TRUE;

  for (guint i = 0; understood && parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');

      if (*parts[i] == '\0' && i > 0)
        continue; /* a semicolon at the end */
      understood = equals != NULL;
      if (understood)
        {
          *equals = '\0';
          understood = parse_part (g_strstrip (parts[i]), g_strstrip (equals + 1), &read, &has_frequency);
        }
    }
  if (understood && has_frequency && is_consistent (&read))
    {
      *rule = read;
      return TRUE;
    }
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
               _ ("“%s” is not a rule of visits that is understood. Rules look like FREQ=WEEKLY;INTERVAL=2."),
               clean);
  return FALSE;
}

/* --- Days ------------------------------------------------------------------ */

typedef struct
{
  const BlVisitRule *rule;
  guint32 start, last; /* first and last day there may be one */
  guint32 from;        /* those before are counted, not listed */
  GArray *exceptions;
  GArray *days;
  guint n;
} Listing;

static guint
get_weekday (guint32 julian)
{
  return (julian + 6) % 7; /* Julian day 1 was a Monday */
}

static gboolean
is_excepted (const Listing *listing, guint32 day)
{
  for (guint i = 0; listing->exceptions != NULL && i < listing->exceptions->len; i++)
    if (g_array_index (listing->exceptions, guint32, i) == day)
      return TRUE;
  return FALSE;
}

/* FALSE when there will be no more. */
static gboolean
take_day (Listing *listing, guint32 day)
{
  if (day < listing->start)
    return TRUE;
  if (day > listing->last || (listing->rule->count > 0 && listing->n == listing->rule->count))
    return FALSE;
  listing->n++;
  if (day >= listing->from && !is_excepted (listing, day))
    g_array_append_val (listing->days, day);
  return TRUE;
}

static gboolean
is_day_of_rule (const BlVisitRule *rule, guint32 start, guint32 day)
{
  if (rule->n_days == 0)
    return get_weekday (day) == get_weekday (start);
  for (guint i = 0; i < rule->n_days; i++)
    if (rule->days[i].weekday == get_weekday (day))
      return TRUE;
  return FALSE;
}

static void
list_weeks (Listing *listing)
{
  guint32 week = listing->start - (get_weekday (listing->start) + 7 - listing->rule->week_start) % 7;

  for (; week <= listing->last; week += 7 * listing->rule->interval)
    for (guint i = 0; i < 7; i++)
      if (is_day_of_rule (listing->rule, listing->start, week + i) && !take_day (listing, week + i))
        return;
}

/* Whether day @day of a month of @length days is one of the rule's. */
static gboolean
is_day_of_month (const BlVisitRule *rule, guint32 first, guint length, guint day)
{
  guint weekday = get_weekday (first + day - 1);

  for (guint i = 0; i < rule->n_days; i++)
    {
      int nth = rule->days[i].nth;

      if (rule->days[i].weekday == weekday
          && (nth == 0 || nth == (int) ((day - 1) / 7 + 1) || -nth == (int) ((length - day) / 7 + 1)))
        return TRUE;
    }
  return FALSE;
}

static void
list_months (Listing *listing)
{
  GDate start;
  guint month;

  g_date_clear (&start, 1);
  g_date_set_julian (&start, listing->start);
  month = g_date_get_year (&start) * 12u + g_date_get_month (&start) - 1;
  for (;; month += listing->rule->interval)
    {
      guint32 first = make_day (month / 12, month % 12 + 1, 1);
      guint length = first != 0 ? g_date_get_days_in_month (month % 12 + 1, (GDateYear) (month / 12)) : 0;

      if (first == 0 || first > listing->last)
        return;
      for (guint day = 1; day <= length; day++)
        if (listing->rule->n_days > 0 ? is_day_of_month (listing->rule, first, length, day)
                                      : day == g_date_get_day (&start))
          if (!take_day (listing, first + day - 1))
            return;
    }
}

GArray *
bl_visit_rule_days (
    const BlVisitRule *rule, guint32 start, guint32 end, GArray *exceptions, guint32 from, guint32 to)
{
  Listing listing = { .rule = rule, .start = start, .last = to, .from = from, .exceptions = exceptions };

  g_return_val_if_fail (rule != NULL && rule->interval > 0, NULL);

  listing.days = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (end != 0)
    listing.last = MIN (listing.last, end);
  if (rule->until != 0)
    listing.last = MIN (listing.last, rule->until);
  if (!g_date_valid_julian (start) || start > listing.last)
    return listing.days;
  if (rule->frequency == BL_VISITS_WEEKLY)
    list_weeks (&listing);
  else if (rule->frequency == BL_VISITS_MONTHLY)
    list_months (&listing);
  else
    for (guint32 day = start; day <= listing.last; day += rule->interval)
      if (!take_day (&listing, day))
        break;
  return listing.days;
}

double
bl_visit_rule_yearly (const BlVisitRule *rule)
{
  double each = MAX (rule->n_days, 1u);

  if (rule->frequency == BL_VISITS_DAILY)
    return 365.25 / rule->interval;
  if (rule->frequency == BL_VISITS_WEEKLY)
    return each * 365.25 / (7.0 * rule->interval);
  if (rule->n_days == 0)
    return 12.0 / rule->interval;
  each = 0;
  for (guint i = 0; i < rule->n_days; i++)
    each += rule->days[i].nth == 0 ? 365.25 / 12 / 7 : 1;
  return each * 12.0 / rule->interval;
}

GArray *
bl_visit_exceptions_parse (const char *text, guint *unclear)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ",;", -1);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      guint a, b, c;
      guint32 day = 0;
      int used = 0;

      if (*part == '\0')
        continue;
      if (sscanf (part, "%4u-%2u-%2u%n", &a, &b, &c, &used) == 3 && part[used] == '\0')
        day = make_day (a, b, c);
      else if (sscanf (part, "%2u/%2u/%4u%n", &a, &b, &c, &used) == 3 && part[used] == '\0')
        day = make_day (c, b, a);
      if (day != 0)
        g_array_append_val (days, day);
      else if (unclear != NULL)
        (*unclear)++;
    }
  return days;
}
