/* text.c: text and numbers, in files and for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Significant digits tried until the text reads back to the same double. */
static const int precisions[] = { 15, 16, 17 };

static char *
plain_decimal (const char *exponential)
{
  /* "d.ddde±xx" without an exponent. */
  GString *digits = g_string_new (NULL);
  const char *e = strchr (exponential, 'e');
  const char *p = exponential;
  gboolean negative = *p == '-';
  int exponent = (int) g_ascii_strtoll (e + 1, NULL, 10);
  GString *out = g_string_new (negative ? "-" : NULL);

  for (; p < e; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  while (digits->len > 1 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  if (exponent < 0)
    {
      g_string_append (out, "0.");
      for (int i = -1; i > exponent; i--)
        g_string_append_c (out, '0');
      g_string_append (out, digits->str);
    }
  else
    {
      for (int i = 0; i <= exponent || i < (int) digits->len; i++)
        {
          if (i == exponent + 1)
            g_string_append_c (out, '.');
          g_string_append_c (out, i < (int) digits->len ? digits->str[i] : '0');
        }
    }
  g_string_free (digits, TRUE);
  return g_string_free (out, FALSE);
}

/* Powers of ten that a double holds exactly. */
static const double powers_of_ten[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

/* The usual case, without printf: at most 15 digits in all, 6 of them decimals.
 * A decimal that short survives being made a double, and whole number and power
 * are exact, so that their quotient is the double strtod() would read. */
static char *
short_decimal (double value)
{
  double size = fabs (value);

  for (guint decimals = 0; decimals <= 6; decimals++)
    {
      double whole = round (size * powers_of_ten[decimals]);
      char digits[32];
      char *start = digits + sizeof digits - 1;
      guint64 rest;

      if (whole >= 1e15)
        return NULL;
      if (whole / powers_of_ten[decimals] != size)
        continue;
      *start = '\0';
      rest = (guint64) whole;
      for (guint i = 0; rest > 0 || i <= decimals; i++, rest /= 10)
        {
          if (i == decimals && decimals > 0)
            *--start = '.';
          *--start = (char) ('0' + rest % 10);
        }
      if (value < 0)
        *--start = '-';
      return g_strdup (start);
    }
  return NULL;
}

char *
bl_text_from_double (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double size = fabs (value);
  char *short_form;

  g_return_val_if_fail (isfinite (value), NULL);

  if (value == 0)
    return g_strdup ("0");
  short_form = short_decimal (value);
  if (short_form != NULL)
    return short_form;
  for (guint i = 0; i < G_N_ELEMENTS (precisions); i++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%de", precisions[i] - 1);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  if (size >= 1e-6 && size < 1e15)
    return plain_decimal (buffer);
  return g_strdup (buffer);
}

/* The usual case, without strtod(): see short_decimal(). */
static gboolean
read_short_decimal (const char *text, double *value)
{
  gboolean negative = *text == '-';
  guint64 whole = 0;
  guint digits = 0, decimals = 0;
  const char *p = text + negative;

  for (; g_ascii_isdigit (*p) && digits < G_N_ELEMENTS (powers_of_ten); p++, digits++)
    whole = whole * 10 + (*p - '0');
  if (*p == '.')
    for (p++; g_ascii_isdigit (*p) && digits < G_N_ELEMENTS (powers_of_ten); p++, digits++, decimals++)
      whole = whole * 10 + (*p - '0');
  if (*p != '\0' || digits == 0 || digits >= G_N_ELEMENTS (powers_of_ten))
    return FALSE;
  *value = whole / powers_of_ten[decimals];
  if (negative)
    *value = -*value;
  return TRUE;
}

gboolean
bl_text_to_double (const char *text, double *value)
{
  char *end = NULL;
  double read;

  if (text == NULL || !(g_ascii_isdigit (*text) || *text == '-' || *text == '.'))
    return FALSE;
  if (read_short_decimal (text, value))
    return TRUE;
  /* No hexadecimal, "inf" or "nan": only what bl_text_from_double() can write, and plain variants. */
  if (text[strspn (text, "0123456789+-.eE")] != '\0')
    return FALSE;
  read = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (read))
    return FALSE;
  *value = read;
  return TRUE;
}

gboolean
bl_text_to_integer (const char *text, gint64 *value)
{
  if (text == NULL || *text == '+')
    return FALSE;
  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL);
}

char *
bl_text_number (double value, int decimals)
{
  char buffer[400], format[16];
  GString *out;
  const char *p, *digits;
  gsize whole;

  if (!isfinite (value))
    return g_strdup (_("not known"));
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, 12));
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  digits = buffer[0] == '-' ? buffer + 1 : buffer;
  /* Nought has no sign, however it was reached. */
  out = g_string_new (buffer[0] == '-' && digits[strspn (digits, "0.")] != '\0' ? "\342\210\222" : NULL);
  whole = strcspn (digits, ".");
  for (p = digits; *p != '\0'; p++)
    {
      gsize at = p - digits;

      if (at > 0 && at < whole && (whole - at) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

char *
bl_text_percent (double percent)
{
  g_autofree char *number = NULL;

  if (!isfinite (percent))
    return g_strdup (_("not known"));
  if (percent == 100)
    return g_strdup ("100%");
  if (percent == 0)
    return g_strdup ("0%");
  if (percent > 99.9 && percent < 100 && percent >= 99.95)
    return g_strdup (_("over 99.9%"));
  if (percent > 0 && percent < 0.05)
    return g_strdup (_("under 0.1%"));
  number = bl_text_number (percent, 1);
  return g_strconcat (number, "%", NULL);
}

char *
bl_text_metres (double metres)
{
  g_autofree char *number = NULL;

  if (!isfinite (metres))
    return g_strdup (_("not known"));
  if (metres < 10000)
    {
      number = bl_text_number (metres, 0);
      return g_strconcat (number, " m", NULL);
    }
  number = bl_text_number (metres / 1000, 1);
  return g_strconcat (number, " km", NULL);
}

gboolean
bl_text_parse_number (const char *text, double *value)
{
  g_autofree char *clean = bl_text_clean (text);
  g_autofree char *plain = NULL;
  const char *comma;
  gsize n = 0, since_comma = 0;
  gboolean commas;

  if (clean == NULL)
    return FALSE;
  comma = strchr (clean, ',');
  commas = comma != NULL;
  plain = g_malloc (strlen (clean) + 1);
  for (const char *p = clean; *p != '\0'; p++)
    {
      if (*p == ',')
        {
          gsize lead = p - clean - (clean[0] == '-');

          /* Groups of exactly three after the first, which has one to three. */
          if (p == comma ? lead < 1 || lead > 3 : since_comma != 3)
            return FALSE;
          since_comma = 0;
          continue;
        }
      if (commas && p > comma)
        {
          if (*p == '.')
            {
              if (since_comma != 3)
                return FALSE;
              commas = FALSE; /* what follows are decimals; no commas may */
              if (strchr (p, ',') != NULL)
                return FALSE;
            }
          else if (!g_ascii_isdigit (*p))
            return FALSE;
          since_comma++;
        }
      plain[n++] = *p;
    }
  plain[n] = '\0';
  if (commas && since_comma != 3)
    return FALSE;
  return bl_text_to_double (plain, value);
}

char *
bl_text_clean (const char *text)
{
  const char *start = text, *end;

  if (text == NULL)
    return NULL;
  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start)
    {
      const char *before = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return end == start ? NULL : g_strndup (start, end - start);
}

char *
bl_text_fold (const char *text)
{
  g_autofree char *clean = bl_text_clean (text);
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString *out;
  gboolean blank = FALSE;

  if (clean == NULL)
    return g_strdup ("");
  normal = g_utf8_normalize (clean, -1, G_NORMALIZE_NFC);
  folded = g_utf8_casefold (normal != NULL ? normal : clean, -1);
  out = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          blank = TRUE;
          continue;
        }
      if (blank)
        g_string_append_c (out, ' ');
      blank = FALSE;
      /* Spreadsheets turn the apostrophe round. */
      g_string_append_unichar (out, c == 0x2019 || c == 0x2018 ? '\'' : c);
    }
  return g_string_free (out, FALSE);
}

char *
bl_text_fold_library_name (const char *text)
{
  char *folded = bl_text_fold (text);

  if (g_str_has_suffix (folded, " library"))
    folded[strlen (folded) - strlen (" library")] = '\0';
  return folded;
}

guint
bl_text_distance (const char *a, const char *b)
{
  glong n_a, n_b;
  g_autofree gunichar *from = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *to = g_utf8_to_ucs4_fast (b, -1, &n_b);
  g_autofree guint *row = g_new (guint, n_b + 1);

  for (glong j = 0; j <= n_b; j++)
    row[j] = j;
  for (glong i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (glong j = 1; j <= n_b; j++)
        {
          guint change = diagonal + (from[i - 1] != to[j - 1]);

          diagonal = row[j];
          row[j] = MIN (change, MIN (row[j] + 1, row[j - 1] + 1));
        }
    }
  return row[n_b];
}

char *
bl_text_short_library_name (const char *name)
{
  g_autofree char *clean = bl_text_clean (name);
  gsize length, suffix = strlen (" library");

  if (clean == NULL)
    return g_strdup ("");
  length = strlen (clean);
  if (length > suffix && g_ascii_strcasecmp (clean + length - suffix, " library") == 0)
    {
      g_autofree char *cut = g_strndup (clean, length - suffix);
      char *shorter = bl_text_clean (cut);

      return shorter != NULL ? shorter : g_strdup (clean);
    }
  return g_steal_pointer (&clean);
}

/* How many bytes at the start of @text stay as they are for sure. */
static gsize
length_of_clean (const char *text)
{
  const guint8 *p = (const guint8 *) text;

  /* U+FFFE and U+FFFF start with EF BF, as others do. */
  while ((*p >= 0x20 && !(p[0] == 0xef && p[1] == 0xbf)) || *p == '\t' || *p == '\n')
    p++;
  return (const char *) p - text;
}

char *
bl_text_for_xml (const char *text)
{
  gsize clean = length_of_clean (text);
  GString *out;

  if (text[clean] == '\0')
    return g_memdup2 (text, clean + 1);
  out = g_string_new_len (text, clean);
  for (const char *p = text + clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] != '\n')
            g_string_append_c (out, '\n');
        }
      else if ((c >= 0x20 || c == '\t' || c == '\n') && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Whether the eight bytes at @p are all ASCII, and none is NUL. */
static inline gboolean
is_plain_word (const char *p)
{
  guint64 word;

  memcpy (&word, p, sizeof word);
  return ((word | (word - G_GUINT64_CONSTANT (0x0101010101010101))) & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

gboolean
bl_text_is_utf8 (const char *text, gsize length)
{
  const char *p = text, *end = text + length;

  while (p < end)
    {
      const char *stop;

      while ((gsize) (end - p) >= sizeof (guint64) && is_plain_word (p))
        p += sizeof (guint64);
      /* Some other character is near: look at a stretch, up to the start of a character. */
      stop = p + MIN (end - p, 64);
      while (stop < end && (*stop & 0xc0) == 0x80)
        stop++;
      if (!g_utf8_validate_len (p, stop - p, NULL))
        return FALSE;
      p = stop;
    }
  return TRUE;
}

gboolean
bl_text_to_date (const char *text, guint32 *julian)
{
  guint64 parts[3];
  static const guint lengths[] = { 4, 2, 2 };
  const char *p = text;

  if (text == NULL)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      parts[i] = 0;
      for (guint j = 0; j < lengths[i]; j++, p++)
        {
          if (!g_ascii_isdigit (*p))
            return FALSE;
          parts[i] = parts[i] * 10 + (*p - '0');
        }
      if (i < 2 && *p++ != '-')
        return FALSE;
    }
  if (*p != '\0' || parts[0] == 0 || !g_date_valid_dmy (parts[2], parts[1], parts[0]))
    return FALSE;
  {
    GDate date;

    g_date_clear (&date, 1);
    g_date_set_dmy (&date, parts[2], parts[1], parts[0]);
    *julian = g_date_get_julian (&date);
  }
  return TRUE;
}

char *
bl_text_sentence (const char *text)
{
  const char *rest;
  g_autofree char *first = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return g_strdup ("");
  rest = g_utf8_next_char (text);
  first = g_utf8_strup (text, rest - text);
  return g_strconcat (first, rest, NULL);
}

char *
bl_text_from_date (guint32 julian)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (julian), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

char *
bl_text_date_for_people (guint32 julian)
{
  static const char *const months[] = { N_ ("January"), N_ ("February"), N_ ("March"),     N_ ("April"),
                                        N_ ("May"),     N_ ("June"),     N_ ("July"),      N_ ("August"),
                                        N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December") };
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (julian), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  /* Translators: day, month, year. */
  return g_strdup_printf (_("%u %s %u"), g_date_get_day (&date), _ (months[g_date_get_month (&date) - 1]),
                          g_date_get_year (&date));
}
