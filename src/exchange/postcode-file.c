/* postcode-file.c: the postcodes of a country, read without holding them all
 *
 * A directory of postcodes has millions of lines of which a service needs a few
 * thousand. So it is read a piece at a time, a line is taken apart only as far
 * as its last column that matters, and what lies elsewhere is forgotten.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "postcode-file.h"

#include "exchange-errors.h"
#include "projection.h"
#include "targets.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define PIECE (1024 * 1024)
/* A longer line is none of a table. */
#define LONGEST_LINE (64 * 1024)
#define MAX_COLUMNS 256

static const char *const code_point_headings[]
    = { "Postcode",         "Positional_quality_indicator", "Eastings",           "Northings",          "Country_code",
        "NHS_regional_HA_code", "NHS_HA_code",                  "Admin_county_code", "Admin_district_code", "Admin_ward_code", NULL };

typedef struct
{
  const char *text;
  gsize length;
} Cell;

/* Takes a line apart up to column @last; the number of cells found. */
static guint
split (const char *line, gsize length, char delimiter, Cell *cells, guint last)
{
  const char *p = line, *end = line + length;
  guint n = 0;

  for (;;)
    {
      const char *stop;

      if (p < end && *p == '"')
        {
          stop = memchr (p + 1, '"', (gsize) (end - p - 1));
          if (stop == NULL)
            stop = end;
          cells[n++] = (Cell) { p + 1, (gsize) (stop - p - 1) };
          p = memchr (stop, delimiter, (gsize) (end - stop));
        }
      else
        {
          stop = memchr (p, delimiter, (gsize) (end - p));
          cells[n++] = (Cell) { p, (gsize) ((stop != NULL ? stop : end) - p) };
          p = stop;
        }
      if (p == NULL || n > last)
        return n;
      p++;
    }
}

/* A number of digits with a sign and a point: quicker than the general way, and no other form stands in such files. */
static gboolean
read_number (const Cell *cell, double *number)
{
  const char *p = cell->text, *end = p + cell->length;
  double value = 0, scale = 0;
  gboolean negative = FALSE;
  guint digits = 0;

  while (p < end && *p == ' ')
    p++;
  while (end > p && end[-1] == ' ')
    end--;
  if (p < end && (*p == '-' || *p == '+'))
    negative = *p++ == '-';
  for (; p < end; p++)
    {
      if (g_ascii_isdigit (*p) && digits < 18)
        {
          value = value * 10 + (*p - '0');
          scale *= 10;
          digits++;
        }
      else if (*p == '.' && scale == 0)
        scale = 1;
      else
        return FALSE;
    }
  if (scale > 1)
    value /= scale;
  *number = negative ? -value : value;
  return digits > 0;
}

static gboolean
is_blank (const Cell *cell)
{
  for (gsize i = 0; i < cell->length; i++)
    if (cell->text[i] != ' ')
      return FALSE;
  return TRUE;
}

gboolean
bl_postcode_write (const char *text, gsize length, char code[9])
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == ' ')
        continue;
      if (!g_ascii_isalnum (text[i]) || n == 7)
        return FALSE;
      code[n++] = g_ascii_toupper (text[i]);
    }
  if (n < 5 || !g_ascii_isalpha (code[0]) || !g_ascii_isdigit (code[n - 3]) || !g_ascii_isalpha (code[n - 2])
      || !g_ascii_isalpha (code[n - 1]))
    return FALSE;
  memmove (code + n - 2, code + n - 3, 3);
  code[n - 3] = ' ';
  code[n + 1] = '\0';
  return TRUE;
}

/* --- Headings -------------------------------------------------------------- */

static char
find_delimiter (const char *line, gsize length)
{
  return memchr (line, '\t', length) != NULL && memchr (line, ',', length) == NULL ? '\t' : ',';
}

static gsize
skip_mark (const char *bytes, gsize length)
{
  return length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

char **
bl_postcode_file_peek (const char *path, gboolean *header)
{
  g_autofree char *start = g_malloc (LONGEST_LINE);
  FILE *file = fopen (path, "rb");
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  Cell cells[MAX_COLUMNS + 1];
  gsize length = 0, mark;
  const char *end;
  double number;
  guint n;

  if (file != NULL)
    {
      length = fread (start, 1, LONGEST_LINE, file);
      fclose (file);
    }
  mark = skip_mark (start, length);
  end = length > mark ? memchr (start + mark, '\n', length - mark) : NULL;
  if (end == NULL)
    end = start + length;
  if (end > start + mark && end[-1] == '\r')
    end--;
  length = (gsize) (end - start) - mark;
  if (length == 0 || memchr (start + mark, '\0', length) != NULL || !g_utf8_validate (start + mark, (gssize) length, NULL))
    return NULL;
  n = split (start + mark, length, find_delimiter (start + mark, length), cells, MAX_COLUMNS - 1);
  *header = TRUE;
  if (n >= 4 && read_number (&cells[2], &number) && read_number (&cells[3], &number))
    {
      char code[9];
      *header = !bl_postcode_write (cells[0].text, cells[0].length, code);
    }
  for (guint i = 0; i < n; i++)
    if (*header)
      g_ptr_array_add (headings, g_strndup (cells[i].text, cells[i].length));
    else
      g_ptr_array_add (headings, i < G_N_ELEMENTS (code_point_headings) - 1 ? g_strdup (code_point_headings[i])
                                                                            : g_strdup_printf ("%u", i + 1));
  g_ptr_array_add (headings, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&headings), FALSE);
}

gboolean
bl_postcode_headings_are_likely (char **headings, gboolean header)
{
  gboolean code = FALSE, x = FALSE, y = FALSE, official = FALSE, other = FALSE;

  if (!header)
    return TRUE;
  for (guint i = 0; headings[i] != NULL; i++)
    {
      const char *target = bl_target_find (BL_IMPORT_POSTCODES, headings[i]);
      const char *library = bl_target_find (BL_IMPORT_LIBRARIES, headings[i]);

      code = code || g_strcmp0 (target, "code") == 0;
      x = x || g_strcmp0 (target, "x") == 0;
      y = y || g_strcmp0 (target, "y") == 0;
      official = official || g_str_has_prefix (headings[i], "pcd") || g_str_has_prefix (headings[i], "oseast1m");
      other = other || (library != NULL && target == NULL);
    }
  /* Other tables have a postcode and a place too, and say more of what it is. */
  return code && x && y && (official || (!other && g_strv_length (headings) <= 6));
}

/* --- Rows ------------------------------------------------------------------ */

typedef struct
{
  const BlPostcodeColumns *columns;
  const BlBounds *bounds;
  guint last;
  char delimiter;
  int degrees; /* -1: not known yet */
  BlPostcodeFile *file;
} Reading;

static BlPostcodeFate
read_line (Reading *reading, const char *line, gsize length)
{
  const BlPostcodeColumns *columns = reading->columns;
  Cell cells[MAX_COLUMNS + 1];
  guint n = split (line, length, reading->delimiter, cells, reading->last);
  BlPostcodePlace place;

  if (n <= (guint) columns->code || n <= (guint) columns->x || n <= (guint) columns->y)
    return BL_POSTCODE_UNREAD;
  if (columns->end >= 0 && n > (guint) columns->end && !is_blank (&cells[columns->end]))
    return BL_POSTCODE_ENDED;
  if (is_blank (&cells[columns->x]) || is_blank (&cells[columns->y]))
    return BL_POSTCODE_PLACELESS;
  if (!read_number (&cells[columns->x], &place.point.x) || !read_number (&cells[columns->y], &place.point.y))
    return BL_POSTCODE_UNREAD;
  if (place.point.x == 0 && place.point.y == 0)
    return BL_POSTCODE_PLACELESS;
  /* Degrees where the first that has a place fits in them. */
  if (reading->degrees < 0)
    reading->degrees = fabs (place.point.x) <= 180 && fabs (place.point.y) <= 90;
  if (reading->degrees)
    {
      /* ONSPD writes 99.999999 for no latitude. */
      if (place.point.y > 90 || fabs (place.point.x) > 180 || place.point.y == 99.999999)
        return BL_POSTCODE_PLACELESS;
      place.point = bl_projection_from_lonlat (place.point.x, place.point.y);
      if (!isfinite (place.point.x) || !isfinite (place.point.y))
        return BL_POSTCODE_PLACELESS;
      place.point.x = round (place.point.x * 10) / 10;
      place.point.y = round (place.point.y * 10) / 10;
    }
  if (place.point.x < reading->bounds->x1 || place.point.x > reading->bounds->x2 || place.point.y < reading->bounds->y1
      || place.point.y > reading->bounds->y2)
    return BL_POSTCODE_FAR;
  if (!bl_postcode_write (cells[columns->code].text, cells[columns->code].length, place.code))
    return BL_POSTCODE_UNREAD;
  g_array_append_val (reading->file->places, place);
  return BL_POSTCODE_KEPT;
}

static void
take_line (Reading *reading, const char *line, gsize length, guint *row)
{
  BlPostcodeFate fate;

  ++*row;
  if (length > 0 && line[length - 1] == '\r')
    length--;
  if (length == 0)
    return;
  fate = read_line (reading, line, length);
  reading->file->n_read++;
  if (reading->file->fates[fate]++ == 0)
    reading->file->first[fate] = *row;
}

/* FALSE with an error for what is no text. */
static gboolean
check_piece (const char *path, const char *bytes, gsize length, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;

  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }
  if (memchr (bytes, '\0', length) == NULL)
    return TRUE;
  name = g_filename_display_basename (path);
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
               _ ("“%s” is not a table of text in UTF-8: save it as CSV"), name);
  return FALSE;
}

static gboolean
read_pieces (Reading *reading, const char *path, FILE *stream, gboolean header, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (PIECE + LONGEST_LINE);
  gsize left = 0, got;
  guint row = 0;
  gboolean first = TRUE;

  while ((got = fread (buffer + left, 1, PIECE, stream)) > 0 || left > 0)
    {
      char *line = buffer, *end = buffer + left + got, *stop;

      if (!check_piece (path, buffer + left, got, cancellable, error))
        return FALSE;
      if (first)
        {
          line += skip_mark (line, (gsize) (end - line));
          stop = memchr (line, '\n', (gsize) (end - line));
          reading->delimiter = find_delimiter (line, (gsize) ((stop != NULL ? stop : end) - line));
          if (header)
            {
              line = stop != NULL ? stop + 1 : end;
              row++;
            }
          first = FALSE;
        }
      while (line < end && (stop = memchr (line, '\n', (gsize) (end - line))) != NULL)
        {
          take_line (reading, line, (gsize) (stop - line), &row);
          line = stop + 1;
        }
      left = (gsize) (end - line);
      if (got == 0)
        {
          take_line (reading, line, left, &row);
          break;
        }
      if (left > LONGEST_LINE)
        {
          g_autofree char *name = g_filename_display_basename (path);
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” has a line too long to be one of a table (line %u)"),
                       name, row + 1);
          return FALSE;
        }
      memmove (buffer, line, left);
    }
  if (ferror (stream))
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” could not be read to its end"), name);
      return FALSE;
    }
  return TRUE;
}

BlPostcodeFile *
bl_postcode_file_read (const char *path,
                       const BlPostcodeColumns *columns,
                       gboolean header,
                       const BlBounds *bounds,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (BlPostcodeFile) file = g_new0 (BlPostcodeFile, 1);
  Reading reading = { columns, bounds, 0, ',', -1, file };
  FILE *stream;
  gboolean read;

  g_return_val_if_fail (columns->code >= 0 && columns->x >= 0 && columns->y >= 0, NULL);

  file->places = g_array_new (FALSE, FALSE, sizeof (BlPostcodePlace));
  reading.last = (guint) MAX (MAX (columns->code, columns->x), MAX (columns->y, columns->end));
  g_return_val_if_fail (reading.last < MAX_COLUMNS, NULL);
  stream = fopen (path, "rb");
  if (stream == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” cannot be opened"), name);
      return NULL;
    }
  read = read_pieces (&reading, path, stream, header, cancellable, error);
  fclose (stream);
  return read ? g_steal_pointer (&file) : NULL;
}

void
bl_postcode_file_free (BlPostcodeFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->places, g_array_unref);
  g_free (file);
}
