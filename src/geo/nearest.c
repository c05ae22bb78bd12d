/* nearest.c: a spatial index of points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "nearest.h"

#include <math.h>

/* A balanced k-d tree (Bentley 1975) laid out in one array: the node of a
 * range is the item in its middle, split along the longer side of the range's
 * box; ranges of LEAF items or fewer are searched one by one. */

#define LEAF 8
#define STACK 64 /* deeper than any tree of 2^32 points */

typedef struct
{
  double x, y;
  guint32 index; /* in the caller's array */
  guint32 axis;  /* 0: split by x, 1: by y; only on nodes */
} Item;

struct _BlNearest
{
  guint n_items;
  Item *items;
};

typedef struct
{
  guint low, high; /* the range low … high - 1 */
  double square;   /* least squared distance from the point to anything in it */
} Range;

static inline double
item_key (const Item *item, guint axis)
{
  return axis == 0 ? item->x : item->y;
}

/* Hoare's selection: afterwards the item at @middle is where sorting would
 * put it, nothing before it is greater, nothing after it is less. */
static void
select_middle (Item *items, guint low, guint high, guint middle, guint axis)
{
  gint64 left = low, right = (gint64) high - 1;

  while (left < right)
    {
      double pivot = item_key (&items[left + (right - left) / 2], axis);
      gint64 i = left, j = right;

      while (i <= j)
        {
          while (item_key (&items[i], axis) < pivot)
            i++;
          while (item_key (&items[j], axis) > pivot)
            j--;
          if (i <= j)
            {
              Item swap = items[i];

              items[i++] = items[j];
              items[j--] = swap;
            }
        }

      if (middle <= j)
        right = j;
      else if (middle >= i)
        left = i;
      else
        break;
    }
}

static void
build (Item *items, guint low, guint high)
{
  double min_x = INFINITY, min_y = INFINITY, max_x = -INFINITY, max_y = -INFINITY;
  guint middle = low + (high - low) / 2;
  guint axis;

  if (high - low <= LEAF)
    return;

  for (guint i = low; i < high; i++)
    {
      min_x = fmin (min_x, items[i].x);
      max_x = fmax (max_x, items[i].x);
      min_y = fmin (min_y, items[i].y);
      max_y = fmax (max_y, items[i].y);
    }

  axis = max_x - min_x >= max_y - min_y ? 0 : 1;
  select_middle (items, low, high, middle, axis);
  items[middle].axis = axis;
  build (items, low, middle);
  build (items, middle + 1, high);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

BlNearest *
bl_nearest_new (const BlPoint *points, guint n_points)
{
  BlNearest *self = g_new0 (BlNearest, 1);

  g_return_val_if_fail (points != NULL || n_points == 0, self);

  self->items = g_new (Item, MAX (n_points, 1));
  for (guint i = 0; i < n_points; i++)
    if (isfinite (points[i].x) && isfinite (points[i].y))
      self->items[self->n_items++] = (Item){ points[i].x, points[i].y, i, 0 };
  build (self->items, 0, self->n_items);
  return self;
}

int
bl_nearest_find (const BlNearest *self, BlPoint point, double *distance)
{
  Range stack[STACK];
  guint depth = 0;
  double best = INFINITY;
  guint32 best_index = G_MAXUINT32;

  g_return_val_if_fail (self != NULL, -1);

  if (isfinite (point.x) && isfinite (point.y) && self->n_items > 0)
    stack[depth++] = (Range){ 0, self->n_items, 0 };

  while (depth > 0)
    {
      Range range = stack[--depth];

      /* A range exactly as far as the best may hold an earlier point. */
      if (range.square > best)
        continue;

      while (range.high - range.low > LEAF)
        {
          guint middle = range.low + (range.high - range.low) / 2;
          const Item *node = &self->items[middle];
          double dx = point.x - node->x, dy = point.y - node->y;
          double square = dx * dx + dy * dy;
          double across = node->axis == 0 ? dx : dy;
          Range far = { 0, 0, MAX (range.square, across * across) };

          if (square < best || (square == best && node->index < best_index))
            {
              best = square;
              best_index = node->index;
            }
          if (across < 0)
            {
              far.low = middle + 1;
              far.high = range.high;
              range.high = middle;
            }
          else
            {
              far.low = range.low;
              far.high = middle;
              range.low = middle + 1;
            }
          if (far.square <= best)
            stack[depth++] = far;
        }

      for (guint i = range.low; i < range.high; i++)
        {
          const Item *item = &self->items[i];
          double dx = point.x - item->x, dy = point.y - item->y;
          double square = dx * dx + dy * dy;

          if (square < best || (square == best && item->index < best_index))
            {
              best = square;
              best_index = item->index;
            }
        }
    }

  if (distance != NULL)
    *distance = best_index == G_MAXUINT32 ? NAN : sqrt (best);
  return best_index == G_MAXUINT32 ? -1 : (int) best_index;
}

GArray *
bl_nearest_within (const BlNearest *self, BlPoint point, double radius)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  Range stack[STACK];
  guint depth = 0;

  g_return_val_if_fail (self != NULL, found);

  if (isfinite (point.x) && isfinite (point.y) && radius >= 0 && self->n_items > 0)
    stack[depth++] = (Range){ 0, self->n_items, 0 };

  while (depth > 0)
    {
      Range range = stack[--depth];
      gboolean leaf = range.high - range.low <= LEAF;
      guint middle = range.low + (range.high - range.low) / 2;
      guint first = leaf ? range.low : middle, last = leaf ? range.high : middle + 1;

      for (guint i = first; i < last; i++)
        {
          const Item *item = &self->items[i];
          double dx = point.x - item->x, dy = point.y - item->y;

          /* The same comparison as by the distance that find() gives. */
          if (sqrt (dx * dx + dy * dy) <= radius)
            g_array_append_val (found, item->index);
        }
      if (!leaf)
        {
          const Item *node = &self->items[middle];
          double across = node->axis == 0 ? point.x - node->x : point.y - node->y;

          if (across <= radius)
            stack[depth++] = (Range){ range.low, middle, 0 };
          if (-across <= radius)
            stack[depth++] = (Range){ middle + 1, range.high, 0 };
        }
    }

  g_array_sort (found, compare_indices);
  return found;
}

void
bl_nearest_free (BlNearest *self)
{
  if (self == NULL)
    return;
  g_free (self->items);
  g_free (self);
}
