/* table-reader.c: a table from its text, which may come bit by bit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "checksum.h"
#include "errors.h"
#include "roads-text.h"
#include "table-integers.h"
#include "table-private.h"
#include "text.h"

/* In whole metres. */
#define MAX_COORDINATE ((gint64) BL_TABLE_MAX_COORDINATE)

struct _BlTableReader
{
  BlTableType type;
  guint n_rows;
  GString *rest;     /* of a row whose end has not come */
  BlChecksum *checksum;
  gboolean own_form; /* all so far is as we would write it: then its checksum is ours */
  GString *texts;     /* each with its NUL */
  GArray *numbers;
  GArray *points;
  BlOutlinesBuilder *outlines;
  BlRoadsReader *roads;
  gint64 at[2]; /* the last point, or the start of the last ring */
};

/* Reads one whole number and moves on past it and one blank. Leading noughts,
 * a blank at the end and no blank in between are read, but are not our form. */
static inline gboolean
read_integer (const char **p, const char *end, gint64 *value, gboolean *own_form)
{
  if (!bl_integer_read (p, end, value, own_form))
    return FALSE;
  if (*p < end)
    {
      if (G_LIKELY (**p == ' '))
        (*p)++;
      else
        *own_form = FALSE;
      if (G_UNLIKELY (*p == end))
        *own_form = FALSE;
    }
  return TRUE;
}

static gboolean
read_number (BlTableReader *self, const char *line, gsize length)
{
  char buffer[64];
  double number = NAN;

  if (length == 0 || length >= sizeof buffer)
    return FALSE;
  if (length != 1 || *line != '?')
    {
      g_autofree char *own = NULL;

      memcpy (buffer, line, length);
      buffer[length] = '\0';
      if (!bl_text_to_double (buffer, &number))
        return FALSE;
      if (number == 0)
        number = 0; /* no negative nought */
      if (self->own_form)
        {
          own = bl_text_from_double (number);
          self->own_form = g_str_equal (own, buffer);
        }
    }
  g_array_append_val (self->numbers, number);
  return TRUE;
}

static gboolean
read_point (BlTableReader *self, const char *line, gsize length)
{
  const char *p = line, *end = line + length;
  BlPoint point = { NAN, NAN };
  gint64 dx, dy;

  if (length != 1 || *line != '?')
    {
      if (!read_integer (&p, end, &dx, &self->own_form) || !read_integer (&p, end, &dy, &self->own_form) || p != end)
        return FALSE;
      if (ABS (dx) > 20 * BL_TABLE_MAX_COORDINATE || ABS (dy) > 20 * BL_TABLE_MAX_COORDINATE)
        return FALSE;
      self->at[0] += dx;
      self->at[1] += dy;
      point = (BlPoint) { self->at[0] / 10.0, self->at[1] / 10.0 };
      if (!bl_table_point_is_known (point))
        return FALSE;
    }
  g_array_append_val (self->points, point);
  return TRUE;
}

/* The points of one ring, up to its end; @place is at the mark after it, or at @end. */
static gboolean
read_ring (BlTableReader *self, const char **place, const char *end)
{
  const char *p = *place;
  /* No point takes less than three bytes, or four with the blank after it. */
  gint32 *to = bl_outlines_builder_reserve (self->outlines, (end - p) / 4 + 1), *start = to;
  gint64 x = self->at[0], y = self->at[1];
  gboolean own_form = TRUE;

  bl_outlines_builder_add_ring (self->outlines);
  while (p < end && *p != '/' && *p != ';')
    {
      gint64 dx, dy;

      if (!read_integer (&p, end, &dx, &own_form) || !read_integer (&p, end, &dy, &own_form))
        return FALSE;
      x += dx;
      y += dy;
      if (G_UNLIKELY (ABS (x) > MAX_COORDINATE || ABS (y) > MAX_COORDINATE))
        return FALSE;
      *to++ = (gint32) x;
      *to++ = (gint32) y;
    }
  if (to == start)
    return FALSE;
  self->at[0] = start[0];
  self->at[1] = start[1];
  self->own_form &= own_form;
  bl_outlines_builder_use (self->outlines, (to - start) / 2);
  *place = p;
  return TRUE;
}

static gboolean
read_outline (BlTableReader *self, const char *line, gsize length)
{
  const char *p = line, *end = line + length;
  gboolean polygon = TRUE;

  bl_outlines_builder_add_row (self->outlines);
  if (length == 0)
    return TRUE;
  for (;;)
    {
      if (polygon)
        bl_outlines_builder_add_polygon (self->outlines);
      if (!read_ring (self, &p, end))
        return FALSE;
      if (p == end)
        return TRUE;
      polygon = *p++ == '/';
      if (p == end || *p++ != ' ')
        return FALSE;
    }
}

static gboolean
read_row (BlTableReader *self, const char *line, gsize length, GError **error)
{
  gboolean read = TRUE;

  if (self->type == BL_TABLE_TEXTS)
    {
      g_string_append_len (self->texts, line, length);
      g_string_append_c (self->texts, '\0');
    }
  else if (self->type == BL_TABLE_NUMBERS)
    read = read_number (self, line, length);
  else if (self->type == BL_TABLE_POINTS)
    read = read_point (self, line, length);
  else if (self->type == BL_TABLE_NETWORK)
    read = bl_roads_reader_add (self->roads, line, length, &self->own_form);
  else
    read = read_outline (self, line, length);
  self->n_rows++;
  if (!read)
    {
      /* Not precise to a character boundary: the text may be anything. */
      g_autofree char *start = g_utf8_make_valid (line, MIN (length, 40));

      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT, _("row %u of a table cannot be read: “%s”"),
                   self->n_rows, start);
    }
  return read;
}

BlTableReader *
bl_table_reader_new (BlTableType type)
{
  BlTableReader *self = g_new0 (BlTableReader, 1);
  const char *head = bl_table_type_get_checksum_head (type);

  self->type = type;
  self->rest = g_string_new (NULL);
  self->own_form = TRUE;
  self->checksum = bl_checksum_new ();
  bl_checksum_add (self->checksum, head, strlen (head));
  if (type == BL_TABLE_TEXTS)
    self->texts = g_string_new (NULL);
  else if (type == BL_TABLE_NUMBERS)
    self->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  else if (type == BL_TABLE_POINTS)
    self->points = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  else if (type == BL_TABLE_NETWORK)
    self->roads = bl_roads_reader_new ();
  else
    self->outlines = bl_outlines_builder_new ();
  return self;
}

gboolean
bl_table_reader_add (BlTableReader *self, const char *text, gsize length, GError **error)
{
  const char *end = text + length;

  bl_checksum_add (self->checksum, text, length);
  while (text < end)
    {
      const char *stop = memchr (text, '\n', end - text);

      if (stop == NULL || self->rest->len > 0)
        g_string_append_len (self->rest, text, (stop != NULL ? stop : end) - text);
      if (stop == NULL)
        return TRUE;
      if (self->rest->len > 0 ? !read_row (self, self->rest->str, self->rest->len, error)
                              : !read_row (self, text, stop - text, error))
        return FALSE;
      g_string_truncate (self->rest, 0);
      text = stop + 1;
    }
  return TRUE;
}

BlTable *
bl_table_reader_finish (BlTableReader *self, GError **error)
{
  g_autofree char *whole = bl_checksum_finish (self->checksum);
  const char *sum = self->own_form ? whole : NULL;
  gsize length;

  if (self->rest->len > 0)
    {
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT, _("the last row of a table is cut off"));
      return NULL;
    }
  switch (self->type)
    {
    case BL_TABLE_TEXTS:
      length = self->texts->len;
      return bl_table_take_texts (g_realloc (g_string_free (g_steal_pointer (&self->texts), FALSE), MAX (length, 1)),
                                  length, self->n_rows, sum);
    case BL_TABLE_NUMBERS:
      return bl_table_take_numbers ((double *) g_array_free (g_steal_pointer (&self->numbers), FALSE), self->n_rows,
                                    sum);
    case BL_TABLE_POINTS:
      return bl_table_take_points ((BlPoint *) g_array_free (g_steal_pointer (&self->points), FALSE), self->n_rows,
                                   sum);
    case BL_TABLE_OUTLINES:
      return bl_outlines_builder_take_table (self->outlines, sum);
    case BL_TABLE_NETWORK:
      return bl_roads_reader_take_table (self->roads, sum, error);
    default:
      g_assert_not_reached ();
    }
}

void
bl_table_reader_free (BlTableReader *self)
{
  if (self == NULL)
    return;
  g_string_free (self->rest, TRUE);
  bl_checksum_free (self->checksum);
  if (self->texts != NULL)
    g_string_free (self->texts, TRUE);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->outlines, bl_outlines_builder_free);
  g_clear_pointer (&self->roads, bl_roads_reader_free);
  g_free (self);
}
