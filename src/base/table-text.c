/* table-text.c: tables as the file holds them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table-private.h"

#include <math.h>
#include <string.h>

#include "roads-text.h"
#include "table-integers.h"
#include "table-reader.h"
#include "text.h"

static char *
write_pair (char *to, gint64 x, gint64 y)
{
  to = bl_integer_write (to, x);
  *to++ = ' ';
  return bl_integer_write (to, y);
}

/* Room for @n more bytes at the end of @out; cut it where they end. */
static char *
reserve (GString *out, gsize n)
{
  gsize length = out->len;

  g_string_set_size (out, length + n);
  return out->str + length;
}

static void
append_outline_row (GString *out, const BlOutlines *outlines, guint row, gint32 origin[2])
{
  guint first = outlines->row_polygons[row], last = outlines->row_polygons[row + 1];
  guint first_ring = outlines->polygon_rings[first], last_ring = outlines->polygon_rings[last];
  gsize n_points = outlines->ring_points[last_ring] - outlines->ring_points[first_ring];
  char *start = reserve (out, n_points * 2 * BL_INTEGER_MOST + (gsize) (last_ring - first_ring) * 2 + 1);
  char *to = start;

  for (guint p = first; p < last; p++)
    {
      if (p > first)
        {
          *to++ = ' ';
          *to++ = '/';
        }
      for (guint r = outlines->polygon_rings[p]; r < outlines->polygon_rings[p + 1]; r++)
        {
          gint32 x = origin[0], y = origin[1];

          if (r > outlines->polygon_rings[p])
            {
              *to++ = ' ';
              *to++ = ';';
            }
          for (guint i = outlines->ring_points[r]; i < outlines->ring_points[r + 1]; i++)
            {
              const gint32 *at = outlines->coordinates + 2 * (gsize) i;

              if (to > start)
                *to++ = ' ';
              to = write_pair (to, (gint64) at[0] - x, (gint64) at[1] - y);
              x = at[0];
              y = at[1];
              if (i == outlines->ring_points[r])
                {
                  origin[0] = x;
                  origin[1] = y;
                }
            }
        }
    }
  g_string_truncate (out, to - out->str);
}

static void
append_number (GString *out, double number)
{
  g_autofree char *text = NULL;

  if (isnan (number))
    g_string_append_c (out, '?');
  else if (number == floor (number) && fabs (number) < 1e15)
    {
      char *to = reserve (out, BL_INTEGER_MOST);

      to = bl_integer_write (to, (gint64) number);
      g_string_truncate (out, to - out->str);
    }
  else
    {
      text = bl_text_from_double (number);
      g_string_append (out, text);
    }
}

static void
append_point (GString *out, BlPoint point, gint64 at[2])
{
  gint64 x, y;
  char *to;

  if (isnan (point.x))
    {
      g_string_append_c (out, '?');
      return;
    }
  x = llround (point.x * 10);
  y = llround (point.y * 10);
  to = reserve (out, 2 * BL_INTEGER_MOST);
  to = write_pair (to, x - at[0], y - at[1]);
  g_string_truncate (out, to - out->str);
  at[0] = x;
  at[1] = y;
}

/* The texts as they lie in memory: each ends its line. */
static char *
texts_to_text (BlTable *table)
{
  char *text = g_malloc (table->block_length + 1);

  for (gsize i = 0; i < table->block_length; i++)
    text[i] = table->block[i] == '\0' ? '\n' : table->block[i];
  text[table->block_length] = '\0';
  return text;
}

char *
bl_table_to_text (BlTable *table)
{
  GString *out;
  gint64 at[2] = { 0, 0 };
  gint32 origin[2] = { 0, 0 };

  if (table->type == BL_TABLE_TEXTS)
    return texts_to_text (table);
  out = g_string_new (NULL);
  for (guint i = 0; i < table->n_rows; i++)
    {
      if (table->type == BL_TABLE_NUMBERS)
        append_number (out, table->numbers[i]);
      else if (table->type == BL_TABLE_POINTS)
        append_point (out, table->points[i], at);
      else if (table->type == BL_TABLE_NETWORK)
        bl_roads_append_row (out, &table->roads, i);
      else
        append_outline_row (out, &table->outlines, i, origin);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

BlTable *
bl_table_from_text (BlTableType type, const char *text, GError **error)
{
  g_autoptr (BlTableReader) reader = bl_table_reader_new (type);

  if (!bl_table_reader_add (reader, text, strlen (text), error))
    return NULL;
  return bl_table_reader_finish (reader, error);
}
