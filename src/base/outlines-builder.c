/* outlines-builder.c: outlines that grow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table-private.h"

#include <string.h>

struct _BlOutlinesBuilder
{
  GArray *row_polygons, *polygon_rings, *ring_points;
  gint32 *coordinates;
  guint n_points, points_allocated;
};

BlOutlinesBuilder *
bl_outlines_builder_new (void)
{
  BlOutlinesBuilder *builder = g_new0 (BlOutlinesBuilder, 1);

  builder->row_polygons = g_array_new (FALSE, FALSE, sizeof (guint));
  builder->polygon_rings = g_array_new (FALSE, FALSE, sizeof (guint));
  builder->ring_points = g_array_new (FALSE, FALSE, sizeof (guint));
  return builder;
}

gint32 *
bl_outlines_builder_reserve (BlOutlinesBuilder *builder, guint n)
{
  if (builder->points_allocated - builder->n_points < n)
    {
      /* The indices are 32 bits wide. */
      g_assert (n < G_MAXUINT / 4 - builder->n_points);
      builder->points_allocated = MAX (builder->n_points + n, builder->points_allocated + builder->points_allocated / 2);
      builder->coordinates = g_renew (gint32, builder->coordinates, 2 * (gsize) builder->points_allocated);
    }
  return builder->coordinates + 2 * (gsize) builder->n_points;
}

void
bl_outlines_builder_use (BlOutlinesBuilder *builder, guint n)
{
  builder->n_points += n;
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
  g_return_if_fail (builder->polygon_rings->len > 0);

  g_array_append_val (builder->ring_points, builder->n_points);
}

void
bl_outlines_builder_add_point (BlOutlinesBuilder *builder, gint32 x, gint32 y)
{
  gint32 *at;

  g_return_if_fail (builder->ring_points->len > 0);

  at = bl_outlines_builder_reserve (builder, 1);
  at[0] = x;
  at[1] = y;
  builder->n_points++;
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
          guint start = outlines->ring_points[r];
          guint n = outlines->ring_points[r + 1] - start;

          bl_outlines_builder_add_ring (builder);
          if (n == 0)
            continue;
          memcpy (bl_outlines_builder_reserve (builder, n), outlines->coordinates + 2 * start,
                  n * 2 * sizeof (gint32));
          builder->n_points += n;
        }
    }
}

/* Where each thing starts, and where the last ends; the array is empty then. */
static guint *
take_starts (GArray *starts, guint end)
{
  gsize n;

  g_array_append_val (starts, end);
  n = starts->len;
  return g_realloc_n (g_array_steal (starts, NULL), n, sizeof (guint));
}

BlTable *
bl_outlines_builder_take_table (BlOutlinesBuilder *builder, const char *sum)
{
  BlTable *table = bl_table_new_empty (BL_TABLE_OUTLINES, builder->row_polygons->len);
  BlOutlines *outlines = &table->outlines;

  outlines->n_rows = builder->row_polygons->len;
  outlines->n_polygons = builder->polygon_rings->len;
  outlines->n_rings = builder->ring_points->len;
  outlines->n_points = builder->n_points;
  outlines->row_polygons = take_starts (builder->row_polygons, outlines->n_polygons);
  outlines->polygon_rings = take_starts (builder->polygon_rings, outlines->n_rings);
  outlines->ring_points = take_starts (builder->ring_points, outlines->n_points);
  outlines->coordinates = g_renew (gint32, builder->coordinates, 2 * (gsize) outlines->n_points);
  builder->coordinates = NULL;
  builder->n_points = builder->points_allocated = 0;
  table->size += (outlines->n_rows + outlines->n_polygons + outlines->n_rings + 3) * sizeof (guint)
                 + outlines->n_points * 2 * sizeof (gint32);
  return bl_table_seal (table, sum);
}

BlTable *
bl_outlines_builder_to_table (BlOutlinesBuilder *builder)
{
  return bl_outlines_builder_take_table (builder, NULL);
}

void
bl_outlines_builder_free (BlOutlinesBuilder *builder)
{
  if (builder == NULL)
    return;
  g_array_unref (builder->row_polygons);
  g_array_unref (builder->polygon_rings);
  g_array_unref (builder->ring_points);
  g_free (builder->coordinates);
  g_free (builder);
}
