/* cells.c: what people and spreadsheets write in a cell, read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cells.h"

#include "opening-hours.h"
#include "text.h"

#include <string.h>

static gboolean
is_one_of (const char *text, const char *const *words)
{
  g_autofree char *folded = bl_text_fold (text);

  return *folded == '\0' || g_strv_contains (words, folded);
}

gboolean
bl_cell_is_blank (const char *text)
{
  static const char *const words[] = { "n/a", "na",  "none",    "-",  "–",         "—",    "unknown", "[unknown]",
                                       "tbc", "tba", "unclear", "?",  "not known", "null", "#n/a",    NULL };
  return text == NULL || *text == '\0' || is_one_of (text, words);
}

gboolean
bl_cell_is_withheld (const char *text)
{
  static const char *const words[] = { "*", "**", "..", ".",   "c",   "[c]", "x",   "[x]", ":", "z",
                                       "[z]", "[u]", "u", "[low]", "~", "#",  "n/a", NULL };
  return bl_cell_is_blank (text) || is_one_of (text, words);
}

BlCellState
bl_cell_read_uprn (const char *text, char **uprn)
{
  g_autofree char *clean = NULL;
  gsize length;
  const char *start;

  *uprn = NULL;
  if (bl_cell_is_blank (text))
    return BL_CELL_BLANK;
  clean = bl_text_clean (text);
  /* A spreadsheet's way with whole numbers. */
  if (g_str_has_suffix (clean, ".0"))
    clean[strlen (clean) - 2] = '\0';
  length = strlen (clean);
  if (strspn (clean, "0123456789") != length || length > 14)
    return BL_CELL_UNREAD;
  for (start = clean; *start == '0'; start++)
    ;
  if (*start == '\0')
    return BL_CELL_BLANK;
  if (strlen (start) > 12)
    return BL_CELL_UNREAD;
  *uprn = g_strdup (start);
  return start > clean ? BL_CELL_MENDED : BL_CELL_READ;
}

BlCellState
bl_cell_read_postcode (const char *text, char **postcode)
{
  char plain[16];
  guint n = 0;
  gboolean mended = FALSE;

  *postcode = NULL;
  if (bl_cell_is_blank (text))
    return BL_CELL_BLANK;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) && n < sizeof plain - 1)
        plain[n++] = g_ascii_toupper (*p);
      else if (!g_ascii_isspace (*p))
        {
          /* No-break blanks come from web pages. */
          if (g_str_has_prefix (p, "\xC2\xA0"))
            p++;
          else
            return BL_CELL_UNREAD;
        }
    }
  plain[n] = '\0';
  if (n < 5 || n > 7)
    return BL_CELL_UNREAD;
  if (plain[n - 3] == 'O')
    plain[n - 3] = '0', mended = TRUE;
  g_autofree char *formed = g_strdup_printf ("%.*s %s", (int) n - 3, plain, plain + n - 3);
  if (!g_regex_match_simple ("^[A-Z][A-HJ-Y]?[0-9][A-Z0-9]? [0-9][A-Z]{2}$", formed, 0, 0))
    return BL_CELL_UNREAD;
  *postcode = g_steal_pointer (&formed);
  return mended ? BL_CELL_MENDED : BL_CELL_READ;
}

BlCellState
bl_cell_read_year (const char *text, int *year)
{
  guint found = 0;
  g_autofree char *clean = NULL;

  *year = 0;
  if (bl_cell_is_blank (text))
    return BL_CELL_BLANK;
  clean = bl_text_clean (text);
  if (g_str_has_suffix (clean, ".0"))
    clean[strlen (clean) - 2] = '\0';
  for (const char *p = clean; *p != '\0';)
    {
      gsize digits = strspn (p, "0123456789");
      if (digits == 4)
        {
          int value = (int) g_ascii_strtoll (p, NULL, 10);
          if (value >= 1600 && value <= 2100)
            {
              found++;
              *year = value;
            }
        }
      p += digits > 0 ? digits : 1;
    }
  if (found != 1)
    {
      *year = 0;
      return BL_CELL_UNREAD;
    }
  return strlen (clean) == 4 ? BL_CELL_READ : BL_CELL_MENDED;
}

BlCellState
bl_cell_read_yes_no (const char *text, gboolean *yes)
{
  static const char *const yes_words[] = { "yes", "y", "true", "t", "1", "x", NULL };
  static const char *const no_words[] = { "no", "n", "false", "f", "0", NULL };
  g_autofree char *folded = bl_text_fold (text);

  *yes = FALSE;
  if (g_strv_contains (no_words, folded))
    return BL_CELL_READ;
  if (g_strv_contains (yes_words, folded))
    {
      *yes = TRUE;
      return BL_CELL_READ;
    }
  return bl_cell_is_blank (text) ? BL_CELL_BLANK : BL_CELL_UNREAD;
}

/* Minutes after midnight of one time as people write it; @half: 0 none, 'a', 'p'. */
static gboolean
read_time (const char *p, gsize length, guint *minutes, char *half)
{
  g_autofree char *text = g_strndup (p, length);
  guint hours = 0, mins = 0, n_digits;
  char *rest = g_strstrip (text);

  n_digits = strspn (rest, "0123456789");
  if (n_digits == 0 || n_digits == 3 || n_digits > 4)
    return FALSE;
  hours = (guint) g_ascii_strtoull (rest, NULL, 10);
  if (n_digits == 4)
    {
      mins = hours % 100;
      hours /= 100;
    }
  rest += n_digits;
  if (n_digits <= 2 && (*rest == ':' || *rest == '.') && g_ascii_isdigit (rest[1]) && g_ascii_isdigit (rest[2]))
    {
      mins = (rest[1] - '0') * 10 + rest[2] - '0';
      rest += 3;
    }
  while (*rest == ' ')
    rest++;
  *half = 0;
  if (g_ascii_strcasecmp (rest, "am") == 0 || g_ascii_strcasecmp (rest, "a.m.") == 0)
    *half = 'a';
  else if (g_ascii_strcasecmp (rest, "pm") == 0 || g_ascii_strcasecmp (rest, "p.m.") == 0)
    *half = 'p';
  else if (*rest != '\0')
    return FALSE;
  if (hours > 24 || mins > 59 || (*half != 0 && (hours == 0 || hours > 12)))
    return FALSE;
  if (*half == 'p' && hours < 12)
    hours += 12;
  else if (*half == 'a' && hours == 12)
    hours = 0;
  *minutes = hours * 60 + mins;
  return TRUE;
}

/* One span, "0900-1700" or "10 to 4.30pm", added to @out. */
static gboolean
read_span (const char *text, GString *out)
{
  static const char *const joints[] = { " to ", "-", "–", "—", " until ", "till" };
  const char *joint = NULL;
  gsize width = 0;
  guint from, to;
  char from_half, to_half;

  for (guint i = 0; i < G_N_ELEMENTS (joints) && joint == NULL; i++)
    {
      joint = strstr (text, joints[i]);
      width = strlen (joints[i]);
    }
  if (joint == NULL || !read_time (text, joint - text, &from, &from_half)
      || !read_time (joint + width, strlen (joint + width), &to, &to_half))
    return FALSE;
  /* "10-4.30pm": the morning is meant; "2-5" cannot be at night. */
  if (to_half == 0 && to <= from && to <= 12 * 60)
    to += 12 * 60;
  if (to_half == 0 && from_half == 0 && from < 7 * 60 && to < 12 * 60)
    {
      from += 12 * 60;
      to += 12 * 60;
    }
  if (from_half == 0 && to_half == 'p' && from < 7 * 60)
    from += 12 * 60;
  if (from >= to || to > 24 * 60)
    return FALSE;
  g_string_append_printf (out, "%s%02u:%02u-%02u:%02u", out->len > 0 ? " " : "", from / 60, from % 60, to / 60, to % 60);
  return TRUE;
}

BlCellState
bl_cell_read_hours (const char *text, char **hours)
{
  BlOpeningDay day;
  g_autofree char *folded = NULL;
  g_autoptr (GString) mended = g_string_new (NULL);

  *hours = NULL;
  folded = bl_text_fold (text);
  if (*folded == '\0')
    return BL_CELL_BLANK;
  if (g_str_equal (folded, "-") || g_str_equal (folded, "n/a") || g_str_equal (folded, "shut"))
    {
      *hours = g_strdup ("closed");
      return g_str_equal (folded, "shut") ? BL_CELL_READ : BL_CELL_MENDED;
    }
  /* "2-5" is not meant at night. */
  if (bl_opening_day_from_text (folded, &day, NULL) && (day.n_spans == 0 || day.spans[0].from >= 6 * 60))
    {
      *hours = bl_opening_day_to_text (&day);
      return BL_CELL_READ;
    }
  g_auto (GStrv) spans = g_regex_split_simple ("\\s*(?:,|;|&|/|\\band\\b)\\s*", folded, 0, 0);
  for (guint i = 0; spans[i] != NULL; i++)
    if (*spans[i] != '\0' && !read_span (spans[i], mended))
      return BL_CELL_UNREAD;
  if (!bl_opening_day_from_text (mended->str, &day, NULL))
    return BL_CELL_UNREAD;
  *hours = bl_opening_day_to_text (&day);
  return BL_CELL_MENDED;
}
