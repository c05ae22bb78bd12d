/* geometry.c: polygons on the British National Grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "geometry.h"

#include <math.h>

/* Round Great Britain with its islands (Bishop Rock, St Kilda, Out Stack,
 * Lowestoft), metres on the National Grid. */
#define BRITAIN_WEST 5000
#define BRITAIN_EAST 660000
#define BRITAIN_SOUTH 5000
#define BRITAIN_NORTH 1225000

/* Twice the signed area of a ring (anticlockwise is positive) and the sums
 * for its centroid, all relative to @origin so that large eastings and
 * northings cost no precision. */
static double
ring_moments (const BlOutlines *outlines, guint ring, BlPoint origin, double *sum_x, double *sum_y)
{
  guint first = outlines->ring_points[ring], last = outlines->ring_points[ring + 1];
  double twice = 0;

  *sum_x = *sum_y = 0;
  for (guint i = first; i < last; i++)
    {
      guint next = i + 1 < last ? i + 1 : first;
      double x1 = outlines->coordinates[2 * i] - origin.x, y1 = outlines->coordinates[2 * i + 1] - origin.y;
      double x2 = outlines->coordinates[2 * next] - origin.x,
             y2 = outlines->coordinates[2 * next + 1] - origin.y;
      double cross = x1 * y2 - x2 * y1;

      twice += cross;
      *sum_x += (x1 + x2) * cross;
      *sum_y += (y1 + y2) * cross;
    }
  return twice;
}

/* The first point of a row, to measure from; FALSE when it has none. */
static gboolean
row_origin (const BlOutlines *outlines, guint row, BlPoint *origin)
{
  guint ring = outlines->polygon_rings[outlines->row_polygons[row]];
  guint end = outlines->polygon_rings[outlines->row_polygons[row + 1]];

  for (; ring < end; ring++)
    if (outlines->ring_points[ring] < outlines->ring_points[ring + 1])
      {
        guint point = outlines->ring_points[ring];

        *origin = (BlPoint){ outlines->coordinates[2 * point], outlines->coordinates[2 * point + 1] };
        return TRUE;
      }
  return FALSE;
}

/* Twice the area of a row, and its sums, whichever way round its rings run:
 * the first ring of a polygon counts, the others are taken off. */
static double
row_moments (const BlOutlines *outlines, guint row, BlPoint origin, double *sum_x, double *sum_y)
{
  double twice = 0;

  *sum_x = *sum_y = 0;
  for (guint p = outlines->row_polygons[row]; p < outlines->row_polygons[row + 1]; p++)
    for (guint k = outlines->polygon_rings[p]; k < outlines->polygon_rings[p + 1]; k++)
      {
        double ring_x, ring_y;
        double ring = ring_moments (outlines, k, origin, &ring_x, &ring_y);
        double sign = (ring < 0) == (k == outlines->polygon_rings[p]) ? -1 : 1;

        twice += sign * ring;
        *sum_x += sign * ring_x;
        *sum_y += sign * ring_y;
      }
  return twice;
}

BlBounds
bl_bounds_empty (void)
{
  return (BlBounds){ INFINITY, INFINITY, -INFINITY, -INFINITY };
}

gboolean
bl_bounds_is_empty (const BlBounds *bounds)
{
  return !(bounds->x1 <= bounds->x2 && bounds->y1 <= bounds->y2);
}

/* A point that is NaN changes nothing. */
void
bl_bounds_add (BlBounds *bounds, BlPoint point)
{
  if (isnan (point.x) || isnan (point.y))
    return;
  bounds->x1 = fmin (bounds->x1, point.x);
  bounds->y1 = fmin (bounds->y1, point.y);
  bounds->x2 = fmax (bounds->x2, point.x);
  bounds->y2 = fmax (bounds->y2, point.y);
}

void
bl_bounds_add_bounds (BlBounds *bounds, const BlBounds *other)
{
  if (bl_bounds_is_empty (other))
    return;
  bl_bounds_add (bounds, (BlPoint){ other->x1, other->y1 });
  bl_bounds_add (bounds, (BlPoint){ other->x2, other->y2 });
}

/* Touching counts. */
gboolean
bl_bounds_intersects (const BlBounds *a, const BlBounds *b)
{
  return !bl_bounds_is_empty (a) && !bl_bounds_is_empty (b) && a->x1 <= b->x2 && b->x1 <= a->x2
         && a->y1 <= b->y2 && b->y1 <= a->y2;
}

BlBounds
bl_outlines_get_bounds (const BlOutlines *outlines)
{
  BlBounds bounds = bl_bounds_empty ();

  for (guint i = 0; i < outlines->n_points; i++)
    bl_bounds_add (&bounds, (BlPoint){ outlines->coordinates[2 * i], outlines->coordinates[2 * i + 1] });
  return bounds;
}

BlBounds
bl_outlines_get_row_bounds (const BlOutlines *outlines, guint row)
{
  BlBounds bounds = bl_bounds_empty ();
  guint i, end;

  g_return_val_if_fail (row < outlines->n_rows, bounds);

  i = outlines->ring_points[outlines->polygon_rings[outlines->row_polygons[row]]];
  end = outlines->ring_points[outlines->polygon_rings[outlines->row_polygons[row + 1]]];
  for (; i < end; i++)
    bl_bounds_add (&bounds, (BlPoint){ outlines->coordinates[2 * i], outlines->coordinates[2 * i + 1] });
  return bounds;
}

double
bl_outlines_get_area (const BlOutlines *outlines, guint row)
{
  BlPoint origin;
  double sum_x, sum_y;

  g_return_val_if_fail (row < outlines->n_rows, 0);

  return row_origin (outlines, row, &origin) ? row_moments (outlines, row, origin, &sum_x, &sum_y) / 2 : 0;
}

/* By area; for outlines without area the middle of their box; NaN for none. */
BlPoint
bl_outlines_get_centroid (const BlOutlines *outlines, guint row)
{
  BlPoint origin;
  BlBounds bounds;
  double twice, sum_x, sum_y;

  g_return_val_if_fail (row < outlines->n_rows, ((BlPoint){ NAN, NAN }));

  if (!row_origin (outlines, row, &origin))
    return (BlPoint){ NAN, NAN };
  twice = row_moments (outlines, row, origin, &sum_x, &sum_y);
  if (twice > 0)
    return (BlPoint){ origin.x + sum_x / (3 * twice), origin.y + sum_y / (3 * twice) };
  bounds = bl_outlines_get_row_bounds (outlines, row);
  return (BlPoint){ (bounds.x1 + bounds.x2) / 2, (bounds.y1 + bounds.y2) / 2 };
}

/* By crossings over all rings, so that a hole is outside. A point on a border
 * of neighbours that share it belongs to exactly one of them. */
gboolean
bl_outlines_contains (const BlOutlines *outlines, guint row, BlPoint point)
{
  gboolean inside = FALSE;
  guint ring, end;

  g_return_val_if_fail (row < outlines->n_rows, FALSE);

  ring = outlines->polygon_rings[outlines->row_polygons[row]];
  end = outlines->polygon_rings[outlines->row_polygons[row + 1]];
  for (; ring < end; ring++)
    {
      guint first = outlines->ring_points[ring], last = outlines->ring_points[ring + 1];

      for (guint i = first, before = last - 1; i < last; before = i++)
        {
          double x1 = outlines->coordinates[2 * before], y1 = outlines->coordinates[2 * before + 1];
          double x2 = outlines->coordinates[2 * i], y2 = outlines->coordinates[2 * i + 1];

          if ((y1 > point.y) != (y2 > point.y))
            {
              /* Which side of the edge, always reckoned from its lower end so
               * that both neighbours get the same answer. */
              double low_x = y1 < y2 ? x1 : x2, low_y = fmin (y1, y2);
              double high_x = y1 < y2 ? x2 : x1, high_y = fmax (y1, y2);

              if ((point.x - low_x) * (high_y - low_y) < (high_x - low_x) * (point.y - low_y))
                inside = !inside;
            }
        }
    }
  return inside;
}

int
bl_outlines_find (const BlOutlines *outlines, BlPoint point)
{
  for (guint row = 0; row < outlines->n_rows; row++)
    {
      BlBounds bounds = bl_outlines_get_row_bounds (outlines, row);

      if (point.x >= bounds.x1 && point.x <= bounds.x2 && point.y >= bounds.y1 && point.y <= bounds.y2
          && bl_outlines_contains (outlines, row, point))
        return (int) row;
    }
  return -1;
}

gboolean
bl_point_in_britain (BlPoint point)
{
  return point.x >= BRITAIN_WEST && point.x <= BRITAIN_EAST && point.y >= BRITAIN_SOUTH
         && point.y <= BRITAIN_NORTH;
}
