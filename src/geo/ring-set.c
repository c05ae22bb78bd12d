/* ring-set.c: rings of whole metres, sorted into polygons and their holes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ring-set.h"

#include <math.h>

typedef struct
{
  guint first, n; /* into the corners */
  double area;    /* below 0: a hole */
  BlBounds bounds;
  int outside; /* the ring it is in, or -1 */
} Ring;

struct _BlRingSet
{
  GArray *rings;
  GArray *corners;
  guint first; /* corner of the open ring */
};

int
bl_corner_compare (BlCorner a, BlCorner b)
{
  if (a.x != b.x)
    return a.x < b.x ? -1 : 1;
  return (a.y > b.y) - (a.y < b.y);
}

double
bl_corner_turn (BlCorner a, BlCorner b, BlCorner c)
{
  return ((double) b.x - a.x) * ((double) c.y - a.y) - ((double) c.x - a.x) * ((double) b.y - a.y);
}

double
bl_corners_get_area (const BlCorner *corners, guint n)
{
  double twice = 0;

  for (guint i = 0; i + 1 < n; i++)
    twice += bl_corner_turn (corners[0], corners[i], corners[i + 1]);
  return twice / 2;
}

BlRingSet *
bl_ring_set_new (void)
{
  BlRingSet *set = g_new0 (BlRingSet, 1);

  set->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  set->corners = g_array_new (FALSE, FALSE, sizeof (BlCorner));
  return set;
}

void
bl_ring_set_free (BlRingSet *set)
{
  if (set == NULL)
    return;
  g_array_unref (set->rings);
  g_array_unref (set->corners);
  g_free (set);
}

static const BlCorner *
get_corners (const BlRingSet *set, const Ring *ring)
{
  return &g_array_index (set->corners, BlCorner, ring->first);
}

void
bl_ring_set_begin (BlRingSet *set)
{
  set->first = set->corners->len;
}

void
bl_ring_set_add (BlRingSet *set, BlCorner corner)
{
  guint n = set->corners->len;

  if (n == set->first || bl_corner_compare (g_array_index (set->corners, BlCorner, n - 1), corner) != 0)
    g_array_append_val (set->corners, corner);
}

void
bl_ring_set_end (BlRingSet *set)
{
  Ring ring = { set->first, set->corners->len - set->first, 0, bl_bounds_empty (), -1 };
  const BlCorner *corners = get_corners (set, &ring);

  while (ring.n > 1 && bl_corner_compare (corners[0], corners[ring.n - 1]) == 0)
    ring.n--;
  ring.area = ring.n >= 3 ? bl_corners_get_area (corners, ring.n) : 0;
  if (ring.area == 0)
    ring.n = 0;
  for (guint i = 0; i < ring.n; i++)
    bl_bounds_add (&ring.bounds, (BlPoint){ corners[i].x, corners[i].y });
  g_array_set_size (set->corners, ring.first + ring.n);
  if (ring.n > 0)
    g_array_append_val (set->rings, ring);
}

static gboolean
contains (const BlCorner *corners, guint n, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0, before = n - 1; i < n; before = i++)
    if ((corners[i].y > y) != (corners[before].y > y)
        && x < corners[before].x
                   + (y - corners[before].y) * ((double) corners[i].x - corners[before].x)
                         / ((double) corners[i].y - corners[before].y))
      inside = !inside;
  return inside;
}

/* Whether @outer holds the middle of @inner's first edge. */
static gboolean
is_in (const BlRingSet *set, const Ring *inner, const Ring *outer)
{
  const BlCorner *corners = get_corners (set, inner);

  return fabs (outer->area) > fabs (inner->area) && bl_bounds_intersects (&outer->bounds, &inner->bounds)
         && contains (get_corners (set, outer), outer->n, ((double) corners[0].x + corners[1].x) / 2,
                      ((double) corners[0].y + corners[1].y) / 2);
}

gboolean
bl_ring_set_nest (BlRingSet *set)
{
  Ring *rings = (Ring *) set->rings->data;
  gboolean takes_turns = TRUE;

  for (guint i = 0; i < set->rings->len; i++)
    {
      Ring *inner = &rings[i];

      for (guint o = 0; o < set->rings->len; o++)
        if ((inner->outside < 0 || fabs (rings[o].area) < fabs (rings[inner->outside].area))
            && is_in (set, inner, &rings[o]))
          inner->outside = (int) o;
      takes_turns
          &= inner->outside < 0 ? inner->area > 0 : (inner->area > 0) != (rings[inner->outside].area > 0);
    }
  return takes_turns;
}

static void
write_ring (const BlRingSet *set, const Ring *ring, BlOutlinesBuilder *builder)
{
  const BlCorner *corners = get_corners (set, ring);

  bl_outlines_builder_add_ring (builder);
  for (guint i = 0; i < ring->n; i++)
    bl_outlines_builder_add_point (builder, corners[i].x, corners[i].y);
}

BlTable *
bl_ring_set_to_table (const BlRingSet *set)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  const Ring *rings = (const Ring *) set->rings->data;

  bl_outlines_builder_add_row (builder);
  for (guint o = 0; o < set->rings->len; o++)
    {
      if (rings[o].area < 0)
        continue;
      bl_outlines_builder_add_polygon (builder);
      write_ring (set, &rings[o], builder);
      for (guint h = 0; h < set->rings->len; h++)
        if (rings[h].area < 0 && rings[h].outside == (int) o)
          write_ring (set, &rings[h], builder);
    }
  return bl_outlines_builder_to_table (builder);
}
