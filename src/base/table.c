/* table.c: immutable bulk data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "checksum.h"
#include "errors.h"
#include "text.h"

/* Points further from the origin than this (metres) are not on our grid. */
#define MAX_COORDINATE 1e8

struct _BlTable
{
  gatomicrefcount ref_count;
  BlTableType type;
  guint n_rows;
  char *id;
  gsize size;
  char **texts;
  double *numbers;
  BlPoint *points;
  BlOutlines outlines;
};

struct _BlOutlinesBuilder
{
  GArray *row_polygons, *polygon_rings, *ring_points, *coordinates;
};

G_DEFINE_BOXED_TYPE (BlTable, bl_table, bl_table_ref, bl_table_unref)

static const char *const type_names[] = { NULL, "texts", "numbers", "points", "outlines" };

const char *
bl_table_type_to_text (BlTableType type)
{
  g_return_val_if_fail (type >= BL_TABLE_TEXTS && type <= BL_TABLE_OUTLINES, NULL);

  return type_names[type];
}

gboolean
bl_table_type_from_text (const char *text, BlTableType *type)
{
  for (guint i = BL_TABLE_TEXTS; i <= BL_TABLE_OUTLINES; i++)
    if (g_strcmp0 (text, type_names[i]) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

static BlTable *
table_new (BlTableType type, guint n_rows)
{
  BlTable *table = g_new0 (BlTable, 1);

  g_atomic_ref_count_init (&table->ref_count);
  table->type = type;
  table->n_rows = n_rows;
  table->size = sizeof *table;
  return table;
}

/* Names the table by what it holds. */
static BlTable *
seal (BlTable *table)
{
  g_autofree char *text = bl_table_to_text (table);
  g_autofree char *kind = g_strconcat (type_names[table->type], "\n", text, NULL);
  g_autofree char *sum = bl_checksum_bytes (kind, strlen (kind));

  table->id = g_strdup_printf ("table-%.16s", sum);
  return table;
}

BlTable *
bl_table_ref (BlTable *table)
{
  g_atomic_ref_count_inc (&table->ref_count);
  return table;
}

void
bl_table_unref (BlTable *table)
{
  if (table == NULL || !g_atomic_ref_count_dec (&table->ref_count))
    return;
  if (table->texts != NULL)
    for (guint i = 0; i < table->n_rows; i++)
      g_free (table->texts[i]);
  g_free (table->texts);
  g_free (table->numbers);
  g_free (table->points);
  g_free (table->outlines.row_polygons);
  g_free (table->outlines.polygon_rings);
  g_free (table->outlines.ring_points);
  g_free (table->outlines.coordinates);
  g_free (table->id);
  g_free (table);
}

static BlTable *
take_texts (char **texts, guint n_rows)
{
  BlTable *table = table_new (BL_TABLE_TEXTS, n_rows);

  table->texts = texts;
  for (guint i = 0; i < n_rows; i++)
    table->size += sizeof (char *) + (texts[i] == NULL ? 0 : strlen (texts[i]) + 1);
  return seal (table);
}

BlTable *
bl_table_new_texts (const char *const *texts, guint n_rows)
{
  char **copy = g_new0 (char *, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      copy[i] = g_strdelimit (bl_text_for_xml (texts[i]), "\n", ' ');
  return take_texts (copy, n_rows);
}

static BlTable *
take_numbers (double *numbers, guint n_rows)
{
  BlTable *table = table_new (BL_TABLE_NUMBERS, n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (!isfinite (numbers[i]))
      numbers[i] = NAN;
    else if (numbers[i] == 0)
      numbers[i] = 0; /* no negative nought */
  table->numbers = numbers;
  table->size += n_rows * sizeof (double);
  return seal (table);
}

BlTable *
bl_table_new_numbers (const double *numbers, guint n_rows)
{
  double *copy = g_new (double, n_rows + 1);

  memcpy (copy, numbers, n_rows * sizeof *copy);
  return take_numbers (copy, n_rows);
}

static gboolean
point_is_known (BlPoint point)
{
  return fabs (point.x) <= MAX_COORDINATE && fabs (point.y) <= MAX_COORDINATE;
}

static BlTable *
take_points (BlPoint *points, guint n_rows)
{
  BlTable *table = table_new (BL_TABLE_POINTS, n_rows);

  /* What is kept is what a file can hold: tenths of a metre. */
  for (guint i = 0; i < n_rows; i++)
    if (point_is_known (points[i]))
      points[i] = (BlPoint) { round (points[i].x * 10) / 10, round (points[i].y * 10) / 10 };
    else
      points[i] = (BlPoint) { NAN, NAN };
  table->points = points;
  table->size += n_rows * sizeof (BlPoint);
  return seal (table);
}

BlTable *
bl_table_new_points (const BlPoint *points, guint n_rows)
{
  BlPoint *copy = g_new (BlPoint, n_rows + 1);

  memcpy (copy, points, n_rows * sizeof *copy);
  return take_points (copy, n_rows);
}

BlTable *
bl_table_new_outlines (const BlOutlines *outlines)
{
  BlTable *table = table_new (BL_TABLE_OUTLINES, outlines->n_rows);
  BlOutlines *copy = &table->outlines;

  *copy = *outlines;
  copy->row_polygons = g_memdup2 (outlines->row_polygons, (outlines->n_rows + 1) * sizeof (guint));
  copy->polygon_rings = g_memdup2 (outlines->polygon_rings, (outlines->n_polygons + 1) * sizeof (guint));
  copy->ring_points = g_memdup2 (outlines->ring_points, (outlines->n_rings + 1) * sizeof (guint));
  copy->coordinates = g_memdup2 (outlines->coordinates, outlines->n_points * 2 * sizeof (gint32));
  table->size += (outlines->n_rows + outlines->n_polygons + outlines->n_rings + 3) * sizeof (guint)
                 + outlines->n_points * 2 * sizeof (gint32);
  return seal (table);
}

const char *
bl_table_get_id (BlTable *table)
{
  return table->id;
}

BlTableType
bl_table_get_table_type (BlTable *table)
{
  return table->type;
}

guint
bl_table_get_n_rows (BlTable *table)
{
  return table->n_rows;
}

const char *const *
bl_table_get_texts (BlTable *table)
{
  g_return_val_if_fail (table->type == BL_TABLE_TEXTS, NULL);

  return (const char *const *) table->texts;
}

const double *
bl_table_get_numbers (BlTable *table)
{
  g_return_val_if_fail (table->type == BL_TABLE_NUMBERS, NULL);

  return table->numbers;
}

const BlPoint *
bl_table_get_points (BlTable *table)
{
  g_return_val_if_fail (table->type == BL_TABLE_POINTS, NULL);

  return table->points;
}

const BlOutlines *
bl_table_get_outlines (BlTable *table)
{
  g_return_val_if_fail (table->type == BL_TABLE_OUTLINES, NULL);

  return &table->outlines;
}

gsize
bl_table_get_size (BlTable *table)
{
  return table->size;
}

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
  if (ABS (dx) > 20 * MAX_COORDINATE || ABS (dy) > 20 * MAX_COORDINATE)
    return FALSE;
  at[0] += dx;
  at[1] += dy;
  *point = (BlPoint) { at[0] / 10.0, at[1] / 10.0 };
  return point_is_known (*point);
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
      if (ABS (x) > MAX_COORDINATE || ABS (y) > MAX_COORDINATE)
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
      return take_texts (g_steal_pointer (&texts), n_rows);
    }
  if (type == BL_TABLE_NUMBERS)
    return take_numbers (g_steal_pointer (&numbers), n_rows);
  if (type == BL_TABLE_POINTS)
    return take_points (g_steal_pointer (&points), n_rows);
  return bl_outlines_builder_to_table (outlines);
}

/* --- Builder -------------------------------------------------------------- */

BlOutlinesBuilder *
bl_outlines_builder_new (void)
{
  BlOutlinesBuilder *builder = g_new0 (BlOutlinesBuilder, 1);

  builder->row_polygons = g_array_new (FALSE, FALSE, sizeof (guint));
  builder->polygon_rings = g_array_new (FALSE, FALSE, sizeof (guint));
  builder->ring_points = g_array_new (FALSE, FALSE, sizeof (guint));
  builder->coordinates = g_array_new (FALSE, FALSE, sizeof (gint32));
  return builder;
}

void
bl_outlines_builder_add_row (BlOutlinesBuilder *builder)
{
  guint at = builder->polygon_rings->len;

  g_array_append_val (builder->row_polygons, at);
}

void
bl_outlines_builder_add_polygon (BlOutlinesBuilder *builder)
{
  guint at = builder->ring_points->len;

  g_return_if_fail (builder->row_polygons->len > 0);

  g_array_append_val (builder->polygon_rings, at);
}

void
bl_outlines_builder_add_ring (BlOutlinesBuilder *builder)
{
  guint at = builder->coordinates->len / 2;

  g_return_if_fail (builder->polygon_rings->len > 0);

  g_array_append_val (builder->ring_points, at);
}

void
bl_outlines_builder_add_point (BlOutlinesBuilder *builder, gint32 x, gint32 y)
{
  g_return_if_fail (builder->ring_points->len > 0);

  g_array_append_val (builder->coordinates, x);
  g_array_append_val (builder->coordinates, y);
}

void
bl_outlines_builder_add_copy (BlOutlinesBuilder *builder, const BlOutlines *outlines, guint row)
{
  g_return_if_fail (row < outlines->n_rows);

  bl_outlines_builder_add_row (builder);
  for (guint p = outlines->row_polygons[row]; p < outlines->row_polygons[row + 1]; p++)
    {
      bl_outlines_builder_add_polygon (builder);
      for (guint r = outlines->polygon_rings[p]; r < outlines->polygon_rings[p + 1]; r++)
        {
          bl_outlines_builder_add_ring (builder);
          for (guint i = outlines->ring_points[r]; i < outlines->ring_points[r + 1]; i++)
            bl_outlines_builder_add_point (builder, outlines->coordinates[2 * i], outlines->coordinates[2 * i + 1]);
        }
    }
}

static guint *
with_end (GArray *starts, guint end)
{
  guint *copy = g_new (guint, starts->len + 1);

  if (starts->len > 0)
    memcpy (copy, starts->data, starts->len * sizeof (guint));
  copy[starts->len] = end;
  return copy;
}

BlTable *
bl_outlines_builder_to_table (BlOutlinesBuilder *builder)
{
  BlTable *table = table_new (BL_TABLE_OUTLINES, builder->row_polygons->len);
  BlOutlines *outlines = &table->outlines;

  outlines->n_rows = builder->row_polygons->len;
  outlines->n_polygons = builder->polygon_rings->len;
  outlines->n_rings = builder->ring_points->len;
  outlines->n_points = builder->coordinates->len / 2;
  outlines->row_polygons = with_end (builder->row_polygons, outlines->n_polygons);
  outlines->polygon_rings = with_end (builder->polygon_rings, outlines->n_rings);
  outlines->ring_points = with_end (builder->ring_points, outlines->n_points);
  outlines->coordinates = g_memdup2 (builder->coordinates->data, builder->coordinates->len * sizeof (gint32));
  table->size += (outlines->n_rows + outlines->n_polygons + outlines->n_rings + 3) * sizeof (guint)
                 + outlines->n_points * 2 * sizeof (gint32);
  return seal (table);
}

void
bl_outlines_builder_free (BlOutlinesBuilder *builder)
{
  if (builder == NULL)
    return;
  g_array_unref (builder->row_polygons);
  g_array_unref (builder->polygon_rings);
  g_array_unref (builder->ring_points);
  g_array_unref (builder->coordinates);
  g_free (builder);
}
