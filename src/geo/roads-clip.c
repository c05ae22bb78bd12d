/* roads-clip.c: how far round the areas roads are taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-clip.h"

#include <math.h>

#include "projection.h"

#define SIDE 500.0
/* Nothing of ours is wider than the National Grid. */
#define MOST_WIDTH 3e6

struct _BlRoadsClip
{
  double x, y;
  int n_columns, n_rows;
  guint8 *in;
};

static void
mark (BlRoadsClip *clip, double x, double y)
{
  double column = floor ((x - clip->x) / SIDE), row = floor ((y - clip->y) / SIDE);

  if (column >= 0 && row >= 0 && column < clip->n_columns && row < clip->n_rows)
    clip->in[(gsize) row * clip->n_columns + (gsize) column] = TRUE;
}

static void
mark_ring (BlRoadsClip *clip, const BlOutlines *outlines, guint ring)
{
  guint first = outlines->ring_points[ring], last = outlines->ring_points[ring + 1];

  for (guint i = first; i < last; i++)
    {
      const gint32 *a = outlines->coordinates + 2 * (gsize) i;
      const gint32 *b = outlines->coordinates + 2 * (gsize) (i + 1 < last ? i + 1 : first);
      double dx = (double) b[0] - a[0], dy = (double) b[1] - a[1];
      double n = MIN (ceil (hypot (dx, dy) / (SIDE / 2)), 4 * MOST_WIDTH / SIDE);

      for (double k = 0; k <= n; k++)
        mark (clip, a[0] + (n > 0 ? dx * k / n : 0), a[1] + (n > 0 ? dy * k / n : 0));
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The squares whose middle lies within the row's polygons, by where borders cross the middle line of each row. */
static void
fill_row (BlRoadsClip *clip, const BlOutlines *outlines, guint area)
{
  BlBounds bounds = bl_outlines_get_row_bounds (outlines, area);
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  int low = MAX ((int) floor ((bounds.y1 - clip->y) / SIDE), 0);
  int high = MIN ((int) floor ((bounds.y2 - clip->y) / SIDE), clip->n_rows - 1);
  guint first = outlines->polygon_rings[outlines->row_polygons[area]];
  guint last = outlines->polygon_rings[outlines->row_polygons[area + 1]];

  for (int row = low; row <= high; row++)
    {
      double y = clip->y + (row + 0.5) * SIDE;

      g_array_set_size (crossings, 0);
      for (guint r = first; r < last; r++)
        for (guint i = outlines->ring_points[r]; i < outlines->ring_points[r + 1]; i++)
          {
            guint next = i + 1 < outlines->ring_points[r + 1] ? i + 1 : outlines->ring_points[r];
            const gint32 *a = outlines->coordinates + 2 * (gsize) i, *b = outlines->coordinates + 2 * (gsize) next;

            if ((a[1] > y) != (b[1] > y))
              {
                double x = a[0] + (y - a[1]) * ((double) b[0] - a[0]) / ((double) b[1] - a[1]);

                g_array_append_val (crossings, x);
              }
          }
      g_array_sort (crossings, compare_doubles);
      for (guint c = 0; c + 1 < crossings->len; c += 2)
        {
          double from = MAX (g_array_index (crossings, double, c), clip->x);
          double to = MIN (g_array_index (crossings, double, c + 1), clip->x + clip->n_columns * SIDE);

          for (double x = from; x <= to; x += SIDE)
            mark (clip, x, y);
        }
    }
}

/* Grows what is in by @margin: in each row first, then across rows, by the exact distance of the squares' middles. */
static void
grow (BlRoadsClip *clip, double margin)
{
  int reach = (int) ceil (margin / SIDE + 0.75);
  double most = (margin / SIDE + 0.75) * (margin / SIDE + 0.75);
  g_autofree int *nearest = g_new (int, (gsize) clip->n_columns * clip->n_rows);

  for (int row = 0; row < clip->n_rows; row++)
    {
      const guint8 *in = clip->in + (gsize) row * clip->n_columns;
      int *near = nearest + (gsize) row * clip->n_columns;
      int since = reach + 1;

      for (int c = 0; c < clip->n_columns; c++)
        near[c] = since = in[c] ? 0 : MIN (since + 1, reach + 1);
      since = reach + 1;
      for (int c = clip->n_columns - 1; c >= 0; c--)
        {
          since = in[c] ? 0 : MIN (since + 1, reach + 1);
          near[c] = MIN (near[c], since);
        }
    }
  for (int row = 0; row < clip->n_rows; row++)
    for (int c = 0; c < clip->n_columns; c++)
      for (int r = MAX (row - reach, 0); r <= MIN (row + reach, clip->n_rows - 1); r++)
        {
          double across = nearest[(gsize) r * clip->n_columns + c];

          if (across <= reach && across * across + (double) (r - row) * (r - row) <= most)
            {
              clip->in[(gsize) row * clip->n_columns + c] = TRUE;
              break;
            }
        }
}

BlRoadsClip *
bl_roads_clip_new (const BlOutlines *outlines, const BlPoint *points, guint n_points, double margin)
{
  BlBounds bounds = outlines != NULL && outlines->n_points > 0 ? bl_outlines_get_bounds (outlines) : bl_bounds_empty ();
  BlRoadsClip *clip;

  g_return_val_if_fail (margin >= 0, NULL);

  margin = MIN (margin, MOST_WIDTH / 2);
  for (guint i = 0; i < n_points; i++)
    if (isfinite (points[i].x) && isfinite (points[i].y))
      bl_bounds_add (&bounds, points[i]);
  if (bl_bounds_is_empty (&bounds))
    return NULL;
  clip = g_new0 (BlRoadsClip, 1);
  clip->x = bounds.x1 - margin - 2 * SIDE;
  clip->y = bounds.y1 - margin - 2 * SIDE;
  clip->n_columns = (int) ceil (MIN (bounds.x2 - bounds.x1 + 2 * margin + 4 * SIDE, MOST_WIDTH) / SIDE);
  clip->n_rows = (int) ceil (MIN (bounds.y2 - bounds.y1 + 2 * margin + 4 * SIDE, MOST_WIDTH) / SIDE);
  clip->in = g_new0 (guint8, (gsize) clip->n_columns * clip->n_rows);
  for (guint r = 0; outlines != NULL && r < outlines->n_rings; r++)
    mark_ring (clip, outlines, r);
  for (guint a = 0; outlines != NULL && a < outlines->n_rows; a++)
    if (outlines->row_polygons[a + 1] > outlines->row_polygons[a])
      fill_row (clip, outlines, a);
  for (guint i = 0; i < n_points; i++)
    if (isfinite (points[i].x) && isfinite (points[i].y))
      mark (clip, points[i].x, points[i].y);
  grow (clip, margin);
  return clip;
}

void
bl_roads_clip_free (BlRoadsClip *clip)
{
  if (clip == NULL)
    return;
  g_free (clip->in);
  g_free (clip);
}

gboolean
bl_roads_clip_has (const BlRoadsClip *clip, BlPoint point)
{
  double column = floor ((point.x - clip->x) / SIDE), row = floor ((point.y - clip->y) / SIDE);

  return column >= 0 && row >= 0 && column < clip->n_columns && row < clip->n_rows
         && clip->in[(gsize) row * clip->n_columns + (gsize) column];
}

BlBounds
bl_roads_clip_get_bounds (const BlRoadsClip *clip)
{
  return (BlBounds){ clip->x, clip->y, clip->x + clip->n_columns * SIDE, clip->y + clip->n_rows * SIDE };
}

BlBounds
bl_roads_clip_get_degrees (const BlRoadsClip *clip)
{
  BlBounds box = bl_roads_clip_get_bounds (clip), degrees = bl_bounds_empty ();

  /* The sides of the box are bent in degrees: points along them, and some more. */
  for (int i = 0; i <= 16; i++)
    for (int side = 0; side < 4; side++)
      {
        double along = i / 16.0;
        BlPoint at = { side < 2 ? box.x1 + along * (box.x2 - box.x1) : side == 2 ? box.x1 : box.x2,
                       side == 0 ? box.y1 : side == 1 ? box.y2 : box.y1 + along * (box.y2 - box.y1) };
        double longitude, latitude;

        bl_projection_to_lonlat (at, &longitude, &latitude);
        if (isfinite (longitude) && isfinite (latitude))
          bl_bounds_add (&degrees, (BlPoint){ longitude, latitude });
      }
  degrees.x1 -= 0.02;
  degrees.y1 -= 0.02;
  degrees.x2 += 0.02;
  degrees.y2 += 0.02;
  return degrees;
}
