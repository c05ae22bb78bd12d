/* table.c: immutable bulk data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table-private.h"

#include <math.h>
#include <string.h>

#include "checksum.h"
#include "text.h"

G_DEFINE_BOXED_TYPE (BlTable, bl_table, bl_table_ref, bl_table_unref)

static const char *const type_names[] = { NULL, "texts", "numbers", "points", "outlines", "network" };

const char *
bl_table_type_to_text (BlTableType type)
{
  g_return_val_if_fail (type >= BL_TABLE_TEXTS && type <= BL_TABLE_NETWORK, NULL);

  return type_names[type];
}

gboolean
bl_table_type_from_text (const char *text, BlTableType *type)
{
  for (guint i = BL_TABLE_TEXTS; i <= BL_TABLE_NETWORK; i++)
    if (g_strcmp0 (text, type_names[i]) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

BlTable *
bl_table_new_empty (BlTableType type, guint n_rows)
{
  BlTable *table = g_new0 (BlTable, 1);

  g_atomic_ref_count_init (&table->ref_count);
  table->type = type;
  table->n_rows = n_rows;
  table->size = sizeof *table;
  return table;
}

const char *
bl_table_type_get_checksum_head (BlTableType type)
{
  static const char *const heads[] = { NULL, "texts\n", "numbers\n", "points\n", "outlines\n", "network\n" };

  return heads[type];
}

BlTable *
bl_table_seal (BlTable *table, const char *sum)
{
  if (sum == NULL)
    {
      g_autofree char *text = bl_table_to_text (table);
      g_autoptr (BlChecksum) checksum = bl_checksum_new ();
      const char *head = bl_table_type_get_checksum_head (table->type);
      g_autofree char *own = NULL;

      bl_checksum_add (checksum, head, strlen (head));
      bl_checksum_add (checksum, text, strlen (text));
      own = bl_checksum_finish (checksum);
      return bl_table_seal (table, own);
    }
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
  g_free (table->block);
  g_free (table->texts);
  g_free (table->numbers);
  g_free (table->points);
  g_free (table->outlines.row_polygons);
  g_free (table->outlines.polygon_rings);
  g_free (table->outlines.ring_points);
  g_free (table->outlines.coordinates);
  bl_roads_clear (&table->roads);
  g_free (table->id);
  g_free (table);
}

BlTable *
bl_table_take_texts (char *block, gsize block_length, guint n_rows, const char *sum)
{
  BlTable *table = bl_table_new_empty (BL_TABLE_TEXTS, n_rows);
  const char *text = block;

  table->block = block;
  table->block_length = block_length;
  table->texts = g_new (const char *, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    {
      table->texts[i] = *text == '\0' ? NULL : text;
      text += strlen (text) + 1;
    }
  g_assert (text == block + block_length);
  table->texts[n_rows] = NULL;
  table->size += n_rows * sizeof (char *) + block_length;
  return bl_table_seal (table, sum);
}

BlTable *
bl_table_new_texts (const char *const *texts, guint n_rows)
{
  GString *block = g_string_new (NULL);
  gsize length;

  for (guint i = 0; i < n_rows; i++)
    {
      if (texts[i] != NULL)
        {
          g_autofree char *clean = g_strdelimit (bl_text_for_xml (texts[i]), "\n", ' ');

          g_string_append (block, clean);
        }
      g_string_append_c (block, '\0');
    }
  length = block->len;
  return bl_table_take_texts (g_string_free (block, FALSE), length, n_rows, NULL);
}

BlTable *
bl_table_take_numbers (double *numbers, guint n_rows, const char *sum)
{
  BlTable *table = bl_table_new_empty (BL_TABLE_NUMBERS, n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (!isfinite (numbers[i]))
      numbers[i] = NAN;
    else if (numbers[i] == 0)
      numbers[i] = 0; /* no negative nought */
  table->numbers = numbers;
  table->size += n_rows * sizeof (double);
  return bl_table_seal (table, sum);
}

BlTable *
bl_table_new_numbers (const double *numbers, guint n_rows)
{
  double *copy = g_new (double, n_rows + 1);

  memcpy (copy, numbers, n_rows * sizeof *copy);
  return bl_table_take_numbers (copy, n_rows, NULL);
}

gboolean
bl_table_point_is_known (BlPoint point)
{
  return fabs (point.x) <= BL_TABLE_MAX_COORDINATE && fabs (point.y) <= BL_TABLE_MAX_COORDINATE;
}

BlTable *
bl_table_take_points (BlPoint *points, guint n_rows, const char *sum)
{
  BlTable *table = bl_table_new_empty (BL_TABLE_POINTS, n_rows);

  /* What is kept is what a file can hold: tenths of a metre. */
  for (guint i = 0; i < n_rows; i++)
    if (bl_table_point_is_known (points[i]))
      points[i] = (BlPoint) { round (points[i].x * 10) / 10, round (points[i].y * 10) / 10 };
    else
      points[i] = (BlPoint) { NAN, NAN };
  table->points = points;
  table->size += n_rows * sizeof (BlPoint);
  return bl_table_seal (table, sum);
}

BlTable *
bl_table_new_points (const BlPoint *points, guint n_rows)
{
  BlPoint *copy = g_new (BlPoint, n_rows + 1);

  memcpy (copy, points, n_rows * sizeof *copy);
  return bl_table_take_points (copy, n_rows, NULL);
}

BlTable *
bl_table_new_outlines (const BlOutlines *outlines)
{
  BlTable *table = bl_table_new_empty (BL_TABLE_OUTLINES, outlines->n_rows);
  BlOutlines *copy = &table->outlines;

  *copy = *outlines;
  copy->row_polygons = g_memdup2 (outlines->row_polygons, (outlines->n_rows + 1) * sizeof (guint));
  copy->polygon_rings = g_memdup2 (outlines->polygon_rings, (outlines->n_polygons + 1) * sizeof (guint));
  copy->ring_points = g_memdup2 (outlines->ring_points, (outlines->n_rings + 1) * sizeof (guint));
  copy->coordinates = g_memdup2 (outlines->coordinates, outlines->n_points * 2 * sizeof (gint32));
  table->size += (outlines->n_rows + outlines->n_polygons + outlines->n_rings + 3) * sizeof (guint)
                 + outlines->n_points * 2 * sizeof (gint32);
  return bl_table_seal (table, NULL);
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

const BlRoads *
bl_table_get_roads (BlTable *table)
{
  g_return_val_if_fail (table->type == BL_TABLE_NETWORK, NULL);

  return &table->roads;
}

gsize
bl_table_get_size (BlTable *table)
{
  return table->size;
}
