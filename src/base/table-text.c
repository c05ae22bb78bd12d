/* table-text.c: tables as the file holds them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "errors.h"
#include "text.h"

/* --- To text -------------------------------------------------------------- */

static void
append_outline_row (GString *out, const BlOutlines *outlines, guint row, gint32 origin[2])
{
  for (guint p = outlines->row_polygons[row]; p < outlines->row_polygons[row + 1]; p++)
    {
      if (p > outlines->row_polygons[row])
        g_string_append (out, " /");
      for (guint r = outlines->polygon_rings[p]; r < outlines->polygon_rings[p + 1]; r++)
        {
          gint32 x = origin[0], y = origin[1];

          if (r > outlines->polygon_rings[p])
            g_string_append (out, " ;");
          for (guint i = outlines->ring_points[r]; i < outlines->ring_points[r + 1]; i++)
            {
              const gint32 *at = outlines->coordinates + 2 * i;

              if (out->len > 0 && out->str[out->len - 1] != '\n')
                g_string_append_c (out, ' ');
              g_string_append_printf (out, "%d %d", at[0] - x, at[1] - y);
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
}

char *
bl_table_to_text (BlTable *table)
{
  GString *out = g_string_new (NULL);
  gint64 x = 0, y = 0;
  gint32 origin[2] = { 0, 0 };

  for (guint i = 0; i < table->n_rows; i++)
    {
      switch (table->type)
        {
        case BL_TABLE_TEXTS:
          if (table->texts[i] != NULL)
            g_string_append (out, table->texts[i]);
          break;
        case BL_TABLE_NUMBERS:
          if (isnan (table->numbers[i]))
            g_string_append_c (out, '?');
          else
            {
              g_autofree char *number = bl_text_from_double (table->numbers[i]);

              g_string_append (out, number);
            }
          break;
        case BL_TABLE_POINTS:
          if (isnan (table->points[i].x))
            g_string_append_c (out, '?');
          else
            {
              gint64 to_x = llround (table->points[i].x * 10), to_y = llround (table->points[i].y * 10);

              g_string_append_printf (out, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, to_x - x, to_y - y);
              x = to_x;
              y = to_y;
            }
          break;
        case BL_TABLE_OUTLINES:
          append_outline_row (out, &table->outlines, i, origin);
          break;
        default:
          g_assert_not_reached ();
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

/* --- From text ------------------------------------------------------------ */

static gboolean
wrong_row (GError **error, guint row, const char *line, gsize length)
{
  /* Not precise to a character boundary: the text may be anything. */
  g_autofree char *start = g_utf8_make_valid (line, MIN (length, 40));

  g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT, _("row %u of a table cannot be read: “%s”"), row + 1,
               start);
  return FALSE;
}

/* Reads one whole number and moves on past it and one blank. */
static gboolean
read_integer (const char **p, const char *end, gint64 *value)
{
  gboolean negative = *p < end && **p == '-';
  const char *q = *p + negative;
  gint64 sum = 0;

  if (q >= end || !g_ascii_isdigit (*q))
    return FALSE;
  for (; q < end && g_ascii_isdigit (*q); q++)
    {
      if (sum > G_MAXINT64 / 100)
        return FALSE;
      sum = sum * 10 + (*q - '0');
    }
  if (q < end && *q == ' ')
    q++;
  *p = q;
  *value = negative ? -sum : sum;
  return TRUE;
}

static gboolean
read_number (const char *line, gsize length, double *number)
{
  char buffer[64];

  if (length == 1 && *line == '?')
    {
      *number = NAN;
      return TRUE;
    }
  if (length == 0 || length >= sizeof buffer)
    return FALSE;
  memcpy (buffer, line, length);
  buffer[length] = '\0';
  return bl_text_to_double (buffer, number);
}

static gboolean
read_point (const char *line, gsize length, gint64 at[2], BlPoint *point)
{
  const char *p = line, *end = line + length;
  gint64 dx, dy;

  if (length == 1 && *line == '?')
    {
      *point = (BlPoint) { NAN, NAN };
      return TRUE;
    }
  if (!read_integer (&p, end, &dx) || !read_integer (&p, end, &dy) || p != end)
    return FALSE;
  if (ABS (dx) > 20 * BL_TABLE_MAX_COORDINATE || ABS (dy) > 20 * BL_TABLE_MAX_COORDINATE)
    return FALSE;
  at[0] += dx;
  at[1] += dy;
  *point = (BlPoint) { at[0] / 10.0, at[1] / 10.0 };
  return bl_table_point_is_known (*point);
}

static gboolean
read_outline (const char *line, gsize length, gint64 origin[2], BlOutlinesBuilder *builder)
{
  const char *p = line, *end = line + length;
  gint64 x = 0, y = 0;
  guint points = 0;
  gboolean fresh = TRUE;

  bl_outlines_builder_add_row (builder);
  if (length == 0)
    return TRUE;
  bl_outlines_builder_add_polygon (builder);
  bl_outlines_builder_add_ring (builder);
  while (p < end)
    {
      gint64 dx, dy;

      if (*p == '/' || *p == ';')
        {
          if (points == 0)
            return FALSE;
          if (*p == '/')
            bl_outlines_builder_add_polygon (builder);
          bl_outlines_builder_add_ring (builder);
          points = 0;
          fresh = TRUE;
          p++;
          if (p >= end || *p++ != ' ')
            return FALSE;
          continue;
        }
      if (!read_integer (&p, end, &dx) || !read_integer (&p, end, &dy))
        return FALSE;
      if (fresh)
        {
          x = origin[0];
          y = origin[1];
        }
      x += dx;
      y += dy;
      if (ABS (x) > BL_TABLE_MAX_COORDINATE || ABS (y) > BL_TABLE_MAX_COORDINATE)
        return FALSE;
      if (fresh)
        {
          origin[0] = x;
          origin[1] = y;
        }
      fresh = FALSE;
      points++;
      bl_outlines_builder_add_point (builder, x, y);
    }
  return points > 0;
}

BlTable *
bl_table_from_text (BlTableType type, const char *text, GError **error)
{
  guint n_rows = 0, row = 0;
  gint64 at[2] = { 0, 0 };
  g_auto (GStrv) texts = NULL;
  g_autofree double *numbers = NULL;
  g_autofree BlPoint *points = NULL;
  g_autoptr (BlOutlinesBuilder) outlines = NULL;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n_rows++;
  if (*text != '\0' && text[strlen (text) - 1] != '\n')
    {
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT, _("the last row of a table is cut off"));
      return NULL;
    }
  if (type == BL_TABLE_TEXTS)
    texts = g_new0 (char *, n_rows + 1);
  else if (type == BL_TABLE_NUMBERS)
    numbers = g_new (double, n_rows + 1);
  else if (type == BL_TABLE_POINTS)
    points = g_new (BlPoint, n_rows + 1);
  else
    outlines = bl_outlines_builder_new ();
  for (const char *line = text; row < n_rows; row++)
    {
      const char *end = strchr (line, '\n');
      gsize length = end - line;
      gboolean read = TRUE;

      if (type == BL_TABLE_TEXTS)
        texts[row] = g_strndup (line, length); /* "" for now: a NULL would end the array early */
      else if (type == BL_TABLE_NUMBERS)
        read = read_number (line, length, &numbers[row]);
      else if (type == BL_TABLE_POINTS)
        read = read_point (line, length, at, &points[row]);
      else
        read = read_outline (line, length, at, outlines);
      if (!read)
        {
          wrong_row (error, row, line, length);
          return NULL;
        }
      line = end + 1;
    }
  if (type == BL_TABLE_TEXTS)
    {
      for (guint i = 0; i < n_rows; i++)
        if (*texts[i] == '\0')
          g_clear_pointer (&texts[i], g_free);
      return bl_table_take_texts (g_steal_pointer (&texts), n_rows);
    }
  if (type == BL_TABLE_NUMBERS)
    return bl_table_take_numbers (g_steal_pointer (&numbers), n_rows);
  if (type == BL_TABLE_POINTS)
    return bl_table_take_points (g_steal_pointer (&points), n_rows);
  return bl_outlines_builder_to_table (outlines);
}
