/* layer-builder.c: areas put together from rings as they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "layer-builder.h"

#include "geometry.h"

#include <cpl_error.h>
#include <math.h>
#include <ogr_api.h>
#include <string.h>

/* Parts of one area may touch. Overlapping by more than this share of the
 * smaller they are two drawings of it. */
#define OVERLAP_MOST 0.001

#define NO_PART G_MAXUINT

typedef struct
{
  guint first_point, n_points; /* in coordinates, pairs */
} Ring;

/* One polygon; those of a row are chained in the order they came. */
typedef struct
{
  guint first_ring, n_rings;
  guint next;
} Part;

typedef struct
{
  char *code, *name;
  guint feature;
  guint first_part, last_part;
  BlPoint origin;             /* the sums are reckoned from here */
  double twice, sum_x, sum_y; /* twice the area, six times the moments */
} Row;

struct _BlLayerBuilder
{
  GArray *rows, *parts, *rings;
  GArray *coordinates; /* gint32 */
  GHashTable *by_code; /* row + 1 */
  guint n_vanished;
  /* The open feature. */
  guint row;
  guint last_before; /* last part of the row before this feature */
  gboolean renamed, is_new;
  gboolean in_hole, lost_outside;
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->code);
  g_free (row->name);
}

BlLayerBuilder *
bl_layer_builder_new (void)
{
  BlLayerBuilder *builder = g_new0 (BlLayerBuilder, 1);

  builder->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (builder->rows, row_clear);
  builder->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  builder->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  builder->coordinates = g_array_new (FALSE, FALSE, sizeof (gint32));
  builder->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return builder;
}

void
bl_layer_builder_free (BlLayerBuilder *builder)
{
  if (builder == NULL)
    return;
  g_array_unref (builder->rows);
  g_array_unref (builder->parts);
  g_array_unref (builder->rings);
  g_array_unref (builder->coordinates);
  g_hash_table_unref (builder->by_code);
  g_free (builder);
}

static Row *
get_row (BlLayerBuilder *builder)
{
  return &g_array_index (builder->rows, Row, builder->row);
}

static Part *
get_part (BlLayerBuilder *builder, guint part)
{
  return &g_array_index (builder->parts, Part, part);
}

void
bl_layer_builder_begin (BlLayerBuilder *builder, const char *code, const char *name, guint feature)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (builder->by_code, code));

  builder->is_new = row == 0;
  if (builder->is_new)
    {
      Row added = { g_strdup (code), g_strdup (name), feature, NO_PART, NO_PART };

      g_array_append_val (builder->rows, added);
      row = builder->rows->len;
      g_hash_table_insert (builder->by_code, g_strdup (code), GUINT_TO_POINTER (row));
    }
  builder->row = row - 1;
  builder->last_before = get_row (builder)->last_part;
  builder->renamed
      = name != NULL && get_row (builder)->name != NULL && strcmp (name, get_row (builder)->name) != 0;
}

void
bl_layer_builder_begin_polygon (BlLayerBuilder *builder)
{
  builder->in_hole = builder->lost_outside = FALSE;
}

/* Whichever way round a ring runs, holes are taken off. */
static void
add_moments (Row *row, const double *x, const double *y, guint n_points, gboolean hole)
{
  double twice = 0, sum_x = 0, sum_y = 0, sign;

  if (row->twice == 0)
    row->origin = (BlPoint){ x[0], y[0] };
  for (guint i = 0; i < n_points; i++)
    {
      guint next = i + 1 < n_points ? i + 1 : 0;
      double x1 = x[i] - row->origin.x, y1 = y[i] - row->origin.y;
      double x2 = x[next] - row->origin.x, y2 = y[next] - row->origin.y;
      double cross = x1 * y2 - x2 * y1;

      twice += cross;
      sum_x += (x1 + x2) * cross;
      sum_y += (y1 + y2) * cross;
    }
  sign = (twice < 0) != hole ? -1 : 1;
  row->twice += sign * twice;
  row->sum_x += sign * sum_x;
  row->sum_y += sign * sum_y;
}

static double
rounded_area (const gint32 *c, guint n_points)
{
  double twice = 0;

  for (guint i = 0; i < n_points; i++)
    {
      guint next = i + 1 < n_points ? i + 1 : 0;

      twice += (double) (c[2 * i] - c[0]) * (c[2 * next + 1] - c[1])
               - (double) (c[2 * next] - c[0]) * (c[2 * i + 1] - c[1]);
    }
  return fabs (twice) / 2;
}

/* In whole metres, without repeats; FALSE where nothing is left. Neighbours
 * hold the same corner, so both round it to the same metre. */
static gboolean
keep_rounded (BlLayerBuilder *builder, const double *x, const double *y, guint n_points)
{
  Ring ring = { builder->coordinates->len / 2, 0 };
  const gint32 *c;

  for (guint i = 0; i < n_points; i++)
    {
      gint32 point[2] = { (gint32) lround (x[i]), (gint32) lround (y[i]) };

      if (ring.n_points > 0)
        {
          c = &g_array_index (builder->coordinates, gint32, builder->coordinates->len - 2);
          if (c[0] == point[0] && c[1] == point[1])
            continue;
        }
      g_array_append_vals (builder->coordinates, point, 2);
      ring.n_points++;
    }
  c = &g_array_index (builder->coordinates, gint32, 2 * (gsize) ring.first_point);
  while (ring.n_points > 1 && c[0] == c[2 * ring.n_points - 2] && c[1] == c[2 * ring.n_points - 1])
    ring.n_points--;
  if (ring.n_points < 3 || rounded_area (c, ring.n_points) == 0)
    ring.n_points = 0;
  g_array_set_size (builder->coordinates, 2 * (ring.first_point + ring.n_points));
  if (ring.n_points > 0)
    g_array_append_val (builder->rings, ring);
  return ring.n_points > 0;
}

void
bl_layer_builder_add_ring (BlLayerBuilder *builder, const double *x, const double *y, guint n_points)
{
  Row *row = get_row (builder);
  gboolean hole = builder->in_hole;
  gboolean kept;

  builder->in_hole = TRUE;
  if (n_points < 3)
    {
      builder->lost_outside |= !hole;
      return;
    }
  add_moments (row, x, y, n_points, hole);
  if (hole && builder->lost_outside)
    return;

  kept = keep_rounded (builder, x, y, n_points);
  builder->n_vanished += !kept;
  if (hole)
    {
      get_part (builder, row->last_part)->n_rings += kept;
      return;
    }
  builder->lost_outside = !kept;
  if (kept)
    {
      Part part = { builder->rings->len - 1, 1, NO_PART };

      g_array_append_val (builder->parts, part);
      if (row->last_part == NO_PART)
        row->first_part = builder->parts->len - 1;
      else
        get_part (builder, row->last_part)->next = builder->parts->len - 1;
      row->last_part = builder->parts->len - 1;
    }
}

/* --- Parts of one area --------------------------------------------------- */

static const gint32 *
ring_coordinates (BlLayerBuilder *builder, const Ring *ring)
{
  return &g_array_index (builder->coordinates, gint32, 2 * (gsize) ring->first_point);
}

static BlBounds
part_bounds (BlLayerBuilder *builder, guint part)
{
  const Ring *ring = &g_array_index (builder->rings, Ring, get_part (builder, part)->first_ring);
  const gint32 *c = ring_coordinates (builder, ring);
  BlBounds bounds = bl_bounds_empty ();

  for (guint i = 0; i < ring->n_points; i++)
    bl_bounds_add (&bounds, (BlPoint){ c[2 * i], c[2 * i + 1] });
  return bounds;
}

static OGRGeometryH
part_to_geometry (BlLayerBuilder *builder, guint part)
{
  OGRGeometryH polygon = OGR_G_CreateGeometry (wkbPolygon);

  for (guint r = 0; r < get_part (builder, part)->n_rings; r++)
    {
      const Ring *ring = &g_array_index (builder->rings, Ring, get_part (builder, part)->first_ring + r);
      const gint32 *c = ring_coordinates (builder, ring);
      OGRGeometryH line = OGR_G_CreateGeometry (wkbLinearRing);

      for (guint i = 0; i <= ring->n_points; i++)
        OGR_G_AddPoint_2D (line, c[2 * (i % ring->n_points)], c[2 * (i % ring->n_points) + 1]);
      OGR_G_AddGeometryDirectly (polygon, line);
    }
  return polygon;
}

static gboolean
parts_overlap (BlLayerBuilder *builder, guint first, guint second)
{
  BlBounds a = part_bounds (builder, first), b = part_bounds (builder, second);
  OGRGeometryH one, other, common;
  double smaller, shared;

  if (!bl_bounds_intersects (&a, &b))
    return FALSE;
  if (memcmp (&a, &b, sizeof a) == 0)
    return TRUE;

  one = part_to_geometry (builder, first);
  other = part_to_geometry (builder, second);
  smaller = fmin (OGR_G_Area (one), OGR_G_Area (other));
  /* A ring that crosses itself has no intersection: then nothing is shown. */
  CPLPushErrorHandler (CPLQuietErrorHandler);
  common = OGR_G_Intersection (one, other);
  CPLPopErrorHandler ();
  shared = common != NULL ? OGR_G_Area (common) : 0;
  OGR_G_DestroyGeometry (common);
  OGR_G_DestroyGeometry (one);
  OGR_G_DestroyGeometry (other);
  return shared > OVERLAP_MOST * smaller;
}

BlLayerJoin
bl_layer_builder_end (BlLayerBuilder *builder, guint *first)
{
  const Row *row = get_row (builder);

  *first = row->feature;
  if (builder->is_new)
    return BL_LAYER_NEW;
  if (builder->renamed)
    return BL_LAYER_OTHER_NAME;
  if (builder->last_before == NO_PART || row->last_part == builder->last_before)
    return BL_LAYER_FURTHER_PART;
  for (guint added = get_part (builder, builder->last_before)->next; added != NO_PART;
       added = get_part (builder, added)->next)
    for (guint held = row->first_part;; held = get_part (builder, held)->next)
      {
        if (parts_overlap (builder, held, added))
          return BL_LAYER_OVERLAP;
        if (held == builder->last_before)
          break;
      }
  return BL_LAYER_FURTHER_PART;
}

guint
bl_layer_builder_get_n_vanished (BlLayerBuilder *builder)
{
  return builder->n_vanished;
}

/* --- The layer ----------------------------------------------------------- */

static void
copy_part (BlLayerBuilder *builder, guint part, BlOutlinesBuilder *outlines)
{
  bl_outlines_builder_add_polygon (outlines);
  for (guint r = 0; r < get_part (builder, part)->n_rings; r++)
    {
      const Ring *ring = &g_array_index (builder->rings, Ring, get_part (builder, part)->first_ring + r);
      const gint32 *c = ring_coordinates (builder, ring);

      bl_outlines_builder_add_ring (outlines);
      for (guint i = 0; i < ring->n_points; i++)
        bl_outlines_builder_add_point (outlines, c[2 * i], c[2 * i + 1]);
    }
}

void
bl_layer_builder_finish (BlLayerBuilder *builder, BlLayer *layer)
{
  g_autoptr (BlOutlinesBuilder) outlines = bl_outlines_builder_new ();

  layer->n_rows = builder->rows->len;
  layer->codes = g_new0 (char *, layer->n_rows + 1);
  layer->names = g_new0 (char *, layer->n_rows + 1);
  layer->centroids = g_new (BlPoint, MAX (layer->n_rows, 1));
  for (guint i = 0; i < layer->n_rows; i++)
    {
      Row *row = &g_array_index (builder->rows, Row, i);

      layer->codes[i] = g_steal_pointer (&row->code);
      layer->names[i] = g_steal_pointer (&row->name);
      layer->centroids[i] = row->twice > 0 ? (BlPoint){ row->origin.x + row->sum_x / (3 * row->twice),
                                                        row->origin.y + row->sum_y / (3 * row->twice) }
                                           : (BlPoint){ NAN, NAN };
      bl_outlines_builder_add_row (outlines);
      for (guint part = row->first_part; part != NO_PART; part = get_part (builder, part)->next)
        copy_part (builder, part, outlines);
    }
  layer->outlines = bl_outlines_builder_to_table (outlines);
}
