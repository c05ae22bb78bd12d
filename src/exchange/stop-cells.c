/* stop-cells.c: what timetables of mobile libraries write in a cell, read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "stop-cells.h"

#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const weekdays[7]
    = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

BlCellState
bl_cell_read_time (const char *text, char **time)
{
  g_autofree char *folded = bl_text_fold (text);
  guint n = 0, hour, minute;
  gboolean afternoon = g_str_has_suffix (folded, "pm"), morning = g_str_has_suffix (folded, "am");
  const char *p = folded, *split = NULL;

  *time = NULL;
  if (bl_cell_is_blank (text))
    return BL_CELL_BLANK;
  for (; *p != '\0' && *p != 'a' && *p != 'p'; p++)
    {
      if (g_ascii_isdigit (*p) && n < 4)
        n++;
      else if (strchr (":.", *p) != NULL && split == NULL && n > 0 && n < 3)
        split = p;
      else if (*p != ' ')
        return BL_CELL_UNREAD;
    }
  /* What stands behind is "am" or "pm" alone. */
  if (*p != '\0' && !((morning || afternoon) && strlen (p) == 2))
    return BL_CELL_UNREAD;
  if (split != NULL)
    {
      if (sscanf (folded, "%2u%*1[:.]%2u", &hour, &minute) != 2)
        return BL_CELL_UNREAD;
    }
  else if (n >= 3)
    {
      hour = (guint) strtoul (folded, NULL, 10) / 100;
      minute = (guint) strtoul (folded, NULL, 10) % 100;
    }
  else if (n > 0 && (morning || afternoon))
    {
      hour = (guint) strtoul (folded, NULL, 10);
      minute = 0;
    }
  else
    return BL_CELL_UNREAD;
  if (afternoon && hour < 12)
    hour += 12;
  else if (morning && hour == 12)
    hour = 0;
  if (hour > 23 || minute > 59)
    return BL_CELL_UNREAD;
  *time = g_strdup_printf ("%02u:%02u", hour, minute);
  return BL_CELL_READ;
}

BlCellState
bl_cell_read_weekday (const char *text, char **day)
{
  g_autofree char *clean = bl_text_clean (text);
  gsize length = clean != NULL ? strlen (clean) : 0;

  *day = NULL;
  if (bl_cell_is_blank (text))
    return BL_CELL_BLANK;
  if (length > 0 && (clean[length - 1] == 's' || clean[length - 1] == '.')
      && g_ascii_strncasecmp (clean + (length >= 4 ? length - 4 : 0), "days", 4) == 0)
    length--;
  for (guint d = 0; d < 7; d++)
    if (length >= 3 && length <= strlen (weekdays[d]) && g_ascii_strncasecmp (clean, weekdays[d], length) == 0)
      {
        *day = g_strdup (weekdays[d]);
        return BL_CELL_READ;
      }
  return BL_CELL_UNREAD;
}

int
bl_weekday_number (const char *day)
{
  for (int d = 0; day != NULL && d < 7; d++)
    if (g_str_equal (day, weekdays[d]))
      return d + 1;
  return 0;
}

/* FREQ=WEEKLY;INTERVAL=4 and FREQ=MONTHLY;BYDAY=2MO. */
static gboolean
is_rule (const char *text)
{
  return g_regex_match_simple ("^FREQ=(WEEKLY(;INTERVAL=[1-9][0-9]?)?(;BYDAY=(MO|TU|WE|TH|FR|SA|SU))?|"
                               "MONTHLY(;INTERVAL=[1-9][0-9]?)?(;BYDAY=(-1|[1-5])(MO|TU|WE|TH|FR|SA|SU))?)$",
                               text, 0, 0);
}

BlCellState
bl_cell_read_frequency (const char *text, char **rule)
{
  static const struct
  {
    const char *words;
    guint weeks;
  } known[] = { { "weekly", 1 },          { "every week", 1 },   { "once a week", 1 }, { "fortnightly", 2 },
                { "every fortnight", 2 }, { "every other week", 2 }, { "bi-weekly", 2 },   { "alternate weeks", 2 } };
  g_autofree char *clean = bl_text_clean (text), *folded = bl_text_fold (text);
  g_autofree char *upper = clean != NULL ? g_ascii_strup (clean, -1) : NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = NULL;
  guint weeks = 0;

  *rule = NULL;
  if (bl_cell_is_blank (text))
    return BL_CELL_BLANK;
  if (g_str_has_prefix (upper, "RRULE:"))
    memmove (upper, upper + strlen ("RRULE:"), strlen (upper + strlen ("RRULE:")) + 1);
  if (is_rule (upper))
    {
      *rule = g_strdup (upper);
      return BL_CELL_READ;
    }
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (folded, known[i].words))
      weeks = known[i].weeks;
  regex = g_regex_new ("^(?:every )?([1-9])[ -]?week(?:s|ly)$", 0, 0, NULL);
  if (weeks == 0 && g_regex_match (regex, folded, 0, &match))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);
      weeks = (guint) strtoul (number, NULL, 10);
    }
  if (weeks == 0)
    return BL_CELL_UNREAD;
  *rule = weeks == 1 ? g_strdup ("FREQ=WEEKLY") : g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%u", weeks);
  return BL_CELL_MENDED;
}
