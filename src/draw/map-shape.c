/* map-shape.c: outlines ready for drawing, at several levels of detail
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-shape-private.h"

#include <math.h>
#include <string.h>

#define LATTICE 1000       /* metres between the points that are projected exactly */
#define KEEP_LEVEL 0.85    /* a level is kept when it has at most this share of the points before */

/* --- Projection ---------------------------------------------------------- */

/* Projecting millions of points one by one takes seconds. Between the corners
 * of a square kilometre both projections are straight to within 3 cm, which is
 * less than the unit of the drawing, so only corners are projected, each once. */
typedef struct
{
  int x1, y1, n_x, n_y; /* kilometres, corners */
  BlPoint *corners;     /* NaN: not yet */
} Lattice;

/* Britain is 700 by 1,250 km; a damaged outline must not ask for all memory. */
#define LATTICE_MOST 4000000.0

static gboolean
lattice_init (Lattice *lattice, const BlOutlines *outlines)
{
  BlBounds bounds = bl_outlines_get_bounds (outlines);
  gsize n;

  if (((bounds.x2 - bounds.x1) / LATTICE + 2) * ((bounds.y2 - bounds.y1) / LATTICE + 2) > LATTICE_MOST)
    return FALSE;

  lattice->x1 = (int) floor (bounds.x1 / LATTICE);
  lattice->y1 = (int) floor (bounds.y1 / LATTICE);
  lattice->n_x = (int) floor (bounds.x2 / LATTICE) - lattice->x1 + 2;
  lattice->n_y = (int) floor (bounds.y2 / LATTICE) - lattice->y1 + 2;
  n = (gsize) lattice->n_x * lattice->n_y;
  lattice->corners = g_new (BlPoint, n);
  for (gsize i = 0; i < n; i++)
    lattice->corners[i].x = NAN;
  return TRUE;
}

static BlPoint
lattice_corner (Lattice *lattice, int x, int y)
{
  BlPoint *corner = &lattice->corners[(gsize) (y - lattice->y1) * lattice->n_x + (x - lattice->x1)];

  if (isnan (corner->x))
    *corner = bl_map_project (BL_MAP_MERCATOR, (BlPoint){ (double) x * LATTICE, (double) y * LATTICE });
  return *corner;
}

static BlPoint
lattice_project (Lattice *lattice, gint32 easting, gint32 northing)
{
  int x = (int) floor (easting / (double) LATTICE);
  int y = (int) floor (northing / (double) LATTICE);
  double u = easting / (double) LATTICE - x;
  double v = northing / (double) LATTICE - y;
  BlPoint a = lattice_corner (lattice, x, y);
  BlPoint b = lattice_corner (lattice, x + 1, y);
  BlPoint c = lattice_corner (lattice, x, y + 1);
  BlPoint d = lattice_corner (lattice, x + 1, y + 1);

  return (BlPoint){
    (a.x * (1 - u) + b.x * u) * (1 - v) + (c.x * (1 - u) + d.x * u) * v,
    (a.y * (1 - u) + b.y * u) * (1 - v) + (c.y * (1 - u) + d.y * u) * v,
  };
}

/* --- Levels of detail ---------------------------------------------------- */

static const BlMapBounds empty_bounds = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

static void
bounds_add (BlMapBounds *bounds, gint32 x, gint32 y)
{
  bounds->x1 = MIN (bounds->x1, x);
  bounds->y1 = MIN (bounds->y1, y);
  bounds->x2 = MAX (bounds->x2, x);
  bounds->y2 = MAX (bounds->y2, y);
}

static void
bounds_add_bounds (BlMapBounds *bounds, const BlMapBounds *other)
{
  bounds->x1 = MIN (bounds->x1, other->x1);
  bounds->y1 = MIN (bounds->y1, other->y1);
  bounds->x2 = MAX (bounds->x2, other->x2);
  bounds->y2 = MAX (bounds->y2, other->y2);
}

/* A place the projection cannot reach is put at the edge of the world. */
static gint32
to_unit (double value)
{
  return isfinite (value) ? (gint32) lround (CLAMP (value, 0, BL_MAP_MERCATOR_WORLD)) : 0;
}

static void
make_first_level (BlMapShape *self, const BlOutlines *outlines)
{
  BlMapLevel *level = &self->levels[0];
  Lattice lattice = { 0 };
  gboolean use_lattice = FALSE;

  level->ring_points = g_memdup2 (outlines->ring_points, (outlines->n_rings + 1) * sizeof (guint));
  level->coordinates = g_new (gint32, 2 * (gsize) outlines->n_points + 2);
  if (self->projection == BL_MAP_MERCATOR && outlines->n_points > 0)
    use_lattice = lattice_init (&lattice, outlines);

  for (guint i = 0; i < outlines->n_points; i++)
    {
      gint32 easting = outlines->coordinates[2 * i];
      gint32 northing = outlines->coordinates[2 * i + 1];

      if (self->projection == BL_MAP_MERCATOR)
        {
          BlPoint point = use_lattice ? lattice_project (&lattice, easting, northing)
                                      : bl_map_project (BL_MAP_MERCATOR, (BlPoint){ easting, northing });

          level->coordinates[2 * i] = to_unit (point.x);
          level->coordinates[2 * i + 1] = to_unit (point.y);
        }
      else
        {
          level->coordinates[2 * i] = easting;
          level->coordinates[2 * i + 1] = -northing;
        }
    }
  g_free (lattice.corners);
  self->n_levels = 1;
}

/* Moves the points of @from to the middles of a lattice of 2^@bits units,
 * dropping those that fall on the one before. What is left does not depend on
 * the direction in which a border is walked. Points that lie straight between
 * two others stay: the neighbour may need them, and a border must have the same
 * points from both sides or single dots of ground show through. */
static BlMapLevel
make_level (const BlMapLevel *from, guint n_rings, guint bits)
{
  BlMapLevel level = { .step = (double) (1u << bits) };
  gint32 half = (gint32) (1u << (bits - 1));
  guint n = 0;

  level.ring_points = g_new (guint, n_rings + 1);
  level.coordinates = g_new (gint32, 2 * (gsize) from->ring_points[n_rings] + 2);
  for (guint k = 0; k < n_rings; k++)
    {
      guint start = n;
      gint32 *out = level.coordinates;

      level.ring_points[k] = start;
      for (guint i = from->ring_points[k]; i < from->ring_points[k + 1]; i++)
        {
          gint32 x = (from->coordinates[2 * i] >> bits) * (1 << bits) + half;
          gint32 y = (from->coordinates[2 * i + 1] >> bits) * (1 << bits) + half;

          if (n > start && out[2 * n - 2] == x && out[2 * n - 1] == y)
            continue;
          out[2 * n] = x;
          out[2 * n + 1] = y;
          n++;
        }
      while (n > start + 1 && out[2 * n - 2] == out[2 * start] && out[2 * n - 1] == out[2 * start + 1])
        n--;
      /* Two points are a line there and back: it holds no ground. */
      if (n < start + 3)
        n = start;
    }
  level.ring_points[n_rings] = n;
  level.coordinates = g_renew (gint32, level.coordinates, 2 * (gsize) n + 2);
  return level;
}

/* Most lines are the border of two areas, and stroking is what a map costs: so
 * each is found once. An open table of hashes, made and thrown away. */
static void
find_own_lines (BlMapLevel *level, guint n_rings)
{
  guint n = level->ring_points[n_rings];
  gsize slots = 16;
  guint *table;

  while (slots < 2 * (gsize) n)
    slots *= 2;
  table = g_new0 (guint, slots); /* 0: free, else the first point of a line, plus 1 */
  level->own_line = g_new (guint8, n + 1);
  for (guint k = 0; k < n_rings; k++)
    for (guint i = level->ring_points[k]; i < level->ring_points[k + 1]; i++)
      {
        const gint32 *xy = level->coordinates;
        guint j = i + 1 < level->ring_points[k + 1] ? i + 1 : level->ring_points[k];
        gint64 sum_x = (gint64) xy[2 * i] + xy[2 * j];
        gint64 sum_y = (gint64) xy[2 * i + 1] + xy[2 * j + 1];
        guint64 hash = (guint64) sum_x * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
                       ^ (guint64) sum_y * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
        gsize at = (hash ^ hash >> 31) & (slots - 1);

        level->own_line[i] = TRUE;
        for (; table[at] != 0; at = (at + 1) & (slots - 1))
          {
            guint a = table[at] - 1;
            guint b = a + 1;

            /* The last line of a ring is never found again: it is drawn twice, unseen. */
            if (xy[2 * a] == xy[2 * j] && xy[2 * a + 1] == xy[2 * j + 1] && b < n && xy[2 * b] == xy[2 * i]
                && xy[2 * b + 1] == xy[2 * i + 1])
              {
                level->own_line[i] = FALSE;
                break;
              }
          }
        if (table[at] == 0)
          table[at] = i + 1;
      }
  g_free (table);
}

static void
clear_level (BlMapLevel *level)
{
  g_free (level->own_line);
  g_free (level->ring_points);
  g_free (level->coordinates);
}

static void
make_levels (BlMapShape *self)
{
  double extent = MAX ((double) self->bounds.x2 - self->bounds.x1, (double) self->bounds.y2 - self->bounds.y1);

  for (guint bits = 1; bits < 30 && (double) (1u << bits) < extent / 64 && self->n_levels < BL_MAP_MAX_LEVELS; bits++)
    {
      const BlMapLevel *finer = &self->levels[self->n_levels - 1];
      BlMapLevel level;

      /* Below a metre nothing can be dropped: do not try. */
      if (self->projection == BL_MAP_MERCATOR && bits < 6)
        continue;
      level = make_level (finer, self->n_rings, bits);
      if (level.ring_points[self->n_rings] > KEEP_LEVEL * finer->ring_points[self->n_rings])
        clear_level (&level);
      else
        self->levels[self->n_levels++] = level;
    }
}

/* --- The shape ----------------------------------------------------------- */

BlMapShape *
bl_map_shape_new (const BlOutlines *outlines, BlMapProjection projection)
{
  BlMapShape *self;

  g_return_val_if_fail (outlines != NULL, NULL);

  self = g_new0 (BlMapShape, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->projection = projection;
  self->n_rows = outlines->n_rows;
  self->n_rings = outlines->n_rings;
  self->n_blocks = (self->n_rows + BL_MAP_BLOCK - 1) / BL_MAP_BLOCK;
  self->row_rings = g_new (guint, self->n_rows + 1);
  for (guint r = 0; r <= self->n_rows; r++)
    self->row_rings[r] = outlines->n_polygons > 0 ? outlines->polygon_rings[outlines->row_polygons[r]] : 0;
  make_first_level (self, outlines);

  self->bounds = empty_bounds;
  self->rows = g_new (BlMapBounds, self->n_rows + 1);
  self->blocks = g_new (BlMapBounds, self->n_blocks + 1);
  for (guint r = 0; r < self->n_rows; r++)
    {
      const BlMapLevel *level = &self->levels[0];
      BlMapBounds *row = &self->rows[r];

      *row = empty_bounds;
      if (r % BL_MAP_BLOCK == 0)
        self->blocks[r / BL_MAP_BLOCK] = empty_bounds;
      for (guint i = level->ring_points[self->row_rings[r]]; i < level->ring_points[self->row_rings[r + 1]]; i++)
        bounds_add (row, level->coordinates[2 * i], level->coordinates[2 * i + 1]);
      bounds_add_bounds (&self->blocks[r / BL_MAP_BLOCK], row);
      bounds_add_bounds (&self->bounds, row);
    }
  if (self->bounds.x1 <= self->bounds.x2)
    make_levels (self);
  for (guint i = 0; i < self->n_levels; i++)
    find_own_lines (&self->levels[i], self->n_rings);
  return self;
}

BlMapShape *
bl_map_shape_ref (BlMapShape *shape)
{
  g_return_val_if_fail (shape != NULL, NULL);
  g_atomic_ref_count_inc (&shape->ref_count);
  return shape;
}

void
bl_map_shape_unref (BlMapShape *shape)
{
  if (shape == NULL || !g_atomic_ref_count_dec (&shape->ref_count))
    return;
  for (guint i = 0; i < shape->n_levels; i++)
    clear_level (&shape->levels[i]);
  g_free (shape->row_rings);
  g_free (shape->rows);
  g_free (shape->blocks);
  g_free (shape);
}

static BlBounds
to_bounds (const BlMapBounds *bounds)
{
  if (bounds->x1 > bounds->x2)
    return bl_bounds_empty ();
  return (BlBounds){ bounds->x1, bounds->y1, bounds->x2, bounds->y2 };
}

BlBounds
bl_map_shape_get_bounds (const BlMapShape *shape)
{
  g_return_val_if_fail (shape != NULL, bl_bounds_empty ());
  return to_bounds (&shape->bounds);
}

BlBounds
bl_map_shape_get_row_bounds (const BlMapShape *shape, guint row)
{
  g_return_val_if_fail (shape != NULL && row < shape->n_rows, bl_bounds_empty ());
  return to_bounds (&shape->rows[row]);
}

BlMapProjection
bl_map_shape_get_projection (const BlMapShape *shape)
{
  return shape->projection;
}

guint
bl_map_shape_get_n_rows (const BlMapShape *shape)
{
  return shape->n_rows;
}

const BlMapLevel *
bl_map_shape_pick_level (const BlMapShape *shape, double step)
{
  guint best = 0;

  for (guint i = 1; i < shape->n_levels; i++)
    if (shape->levels[i].step <= step)
      best = i;
  return &shape->levels[best];
}

static gboolean
bounds_meet (const BlMapBounds *bounds, const BlBounds *box)
{
  return bounds->x1 <= box->x2 && bounds->x2 >= box->x1 && bounds->y1 <= box->y2 && bounds->y2 >= box->y1;
}

GArray *
bl_map_shape_find_rows (const BlMapShape *shape, BlBounds box)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint b = 0; b < shape->n_blocks; b++)
    {
      if (!bounds_meet (&shape->blocks[b], &box))
        continue;
      for (guint r = b * BL_MAP_BLOCK; r < MIN ((b + 1) * BL_MAP_BLOCK, shape->n_rows); r++)
        if (bounds_meet (&shape->rows[r], &box))
          g_array_append_val (found, r);
    }
  return found;
}

/* Even-odd over all rings of the row, so that holes are out. */
static gboolean
row_contains (const BlMapShape *shape, guint row, BlPoint point)
{
  const BlMapLevel *level = &shape->levels[0];
  gboolean inside = FALSE;

  for (guint k = shape->row_rings[row]; k < shape->row_rings[row + 1]; k++)
    {
      guint start = level->ring_points[k];
      guint end = level->ring_points[k + 1];

      for (guint i = start, j = end - 1; i < end; j = i++)
        {
          const gint32 *a = &level->coordinates[2 * i];
          const gint32 *b = &level->coordinates[2 * j];

          if ((a[1] > point.y) != (b[1] > point.y)
              && point.x < (double) (b[0] - a[0]) * (point.y - a[1]) / (double) (b[1] - a[1]) + a[0])
            inside = !inside;
        }
    }
  return inside;
}

int
bl_map_shape_find (const BlMapShape *shape, BlPoint drawing)
{
  BlBounds box = { drawing.x, drawing.y, drawing.x, drawing.y };

  g_return_val_if_fail (shape != NULL, -1);

  for (guint b = 0; b < shape->n_blocks; b++)
    {
      if (!bounds_meet (&shape->blocks[b], &box))
        continue;
      for (guint r = b * BL_MAP_BLOCK; r < MIN ((b + 1) * BL_MAP_BLOCK, shape->n_rows); r++)
        if (bounds_meet (&shape->rows[r], &box) && row_contains (shape, r, drawing))
          return (int) r;
    }
  return -1;
}
