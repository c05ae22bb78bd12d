/* outlines-builder.c: outlines that grow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table-private.h"

#include <string.h>

struct _BlOutlinesBuilder
{
  GArray *row_polygons, *polygon_rings, *ring_points, *coordinates;
};

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
  BlTable *table = bl_table_new_empty (BL_TABLE_OUTLINES, builder->row_polygons->len);
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
  return bl_table_seal (table);
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
