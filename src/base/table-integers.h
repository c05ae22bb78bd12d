/* table-integers.h: whole numbers in the text of tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sign, the digits of a gint64, a blank. */
#define BL_INTEGER_MOST 21

/* Writes the shortest form of @value, without an end mark; answers where it ends. */
static inline char *
bl_integer_write (char *to, gint64 value)
{
  char digits[BL_INTEGER_MOST];
  char *start = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  if (value < 0)
    *to++ = '-';
  do
    *--start = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  while (start < digits + sizeof digits)
    *to++ = *start++;
  return to;
}

/* Reads the digits of a whole number of at most 18 and moves on past them.
 * Leading noughts and "-0" are read, but are not our form. */
static inline gboolean
bl_integer_read (const char **p, const char *end, gint64 *value, gboolean *own_form)
{
  const char *q = *p, *start;
  gboolean negative = q < end && *q == '-';
  guint64 sum = 0;

  q += negative;
  for (start = q; q < end && (guint8) (*q - '0') <= 9 && q - start < 18; q++)
    sum = sum * 10 + (guint8) (*q - '0');
  if (q == start || (q < end && (guint8) (*q - '0') <= 9))
    return FALSE;
  if (G_UNLIKELY (*start == '0' && (negative || q - start > 1)))
    *own_form = FALSE;
  *p = q;
  *value = negative ? -(gint64) sum : (gint64) sum;
  return TRUE;
}

G_END_DECLS
