/* map-colouring.c: which catchments get which colour
 *
 * The region hemmed in by most different colours is coloured first (DSATUR,
 * Brélaz 1979), each with the first colour that none of its neighbours has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-colouring.h"

#include <math.h>
#include <stdlib.h>

typedef struct
{
  gint64 place;
  int region;
} Corner;

static int
compare_corners (const void *a, const void *b)
{
  const Corner *first = a;
  const Corner *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return first->region - second->region;
}

static void
join (gboolean *neighbours, guint n, int a, int b)
{
  if (a < 0 || b < 0 || a == b)
    return;
  neighbours[(guint) a * n + (guint) b] = TRUE;
  neighbours[(guint) b * n + (guint) a] = TRUE;
}

/* Regions that have a corner of an outline in common. */
static void
find_neighbours_by_outline (const BlOutlines *outlines, const int *nearest, gboolean *neighbours, guint n)
{
  g_autofree Corner *corners = g_new (Corner, MAX (outlines->n_points, 1));
  guint n_corners = 0;

  for (guint row = 0; row < outlines->n_rows; row++)
    {
      guint first_ring = outlines->polygon_rings[outlines->row_polygons[row]];
      guint last_ring = outlines->polygon_rings[outlines->row_polygons[row + 1]];

      if (nearest[row] < 0)
        continue;
      for (guint i = outlines->ring_points[first_ring]; i < outlines->ring_points[last_ring]; i++)
        {
          gint64 x = outlines->coordinates[2 * i];
          gint64 y = outlines->coordinates[2 * i + 1];

          corners[n_corners++]
              = (Corner){ .place = x * G_GINT64_CONSTANT (4294967296) + y, .region = nearest[row] };
        }
    }

  qsort (corners, n_corners, sizeof *corners, compare_corners);
  for (guint i = 0; i < n_corners; i++)
    for (guint j = i + 1; j < n_corners && corners[j].place == corners[i].place; j++)
      join (neighbours, n, corners[i].region, corners[j].region);
}

/* Regions of which one is second choice in the other. */
static void
find_neighbours_by_distance (const BlFacts *facts,
                             const int *nearest,
                             const gboolean *present,
                             gboolean *neighbours)
{
  for (guint area = 0; area < facts->n_areas; area++)
    {
      BlPoint point = facts->points[area];
      double best = INFINITY;
      int second = -1;

      if (nearest[area] < 0 || isnan (point.x))
        continue;
      for (guint i = 0; i < facts->n_libraries; i++)
        {
          double distance;

          if (!present[i] || (int) i == nearest[area])
            continue;
          distance = hypot (facts->libraries[i].point.x - point.x, facts->libraries[i].point.y - point.y);
          if (distance < best)
            {
              best = distance;
              second = (int) i;
            }
        }
      join (neighbours, facts->n_libraries, nearest[area], second);
    }
}

gint8 *
bl_map_colouring_from_neighbours (const gboolean *neighbours, const gboolean *present, guint n)
{
  g_autofree guint *taken = g_new0 (guint, MAX (n, 1)); /* bit c: a neighbour has colour c */
  g_autofree guint *degree = g_new0 (guint, MAX (n, 1));
  gint8 *colours = g_new (gint8, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      colours[i] = -1;
      for (guint j = 0; j < n; j++)
        degree[i] += neighbours[i * n + j] && present[j];
    }

  while (TRUE)
    {
      int next = -1;
      int colour = 0;

      for (guint i = 0; i < n; i++)
        {
          int saturation = __builtin_popcount (taken[i]);
          int most = next < 0 ? -1 : __builtin_popcount (taken[next]);

          if (!present[i] || colours[i] >= 0)
            continue;
          if (saturation > most || (saturation == most && degree[i] > degree[next]))
            next = (int) i;
        }
      if (next < 0)
        return colours;

      while (colour < BL_MAP_COLOURS - 1 && (taken[next] >> colour & 1))
        colour++;
      colours[next] = (gint8) colour;
      for (guint j = 0; j < n; j++)
        if (neighbours[(guint) next * n + j])
          taken[j] |= 1u << colour;
    }
}

gint8 *
bl_map_colouring_new (const BlFacts *facts, const int *nearest)
{
  guint n = facts->n_libraries;
  g_autofree gboolean *neighbours = g_new0 (gboolean, MAX (n * n, 1));
  g_autofree gboolean *present = g_new0 (gboolean, MAX (n, 1));

  for (guint area = 0; area < facts->n_areas; area++)
    if (nearest[area] >= 0)
      present[nearest[area]] = TRUE;

  if (facts->outlines != NULL)
    find_neighbours_by_outline (facts->outlines, nearest, neighbours, n);
  else
    find_neighbours_by_distance (facts, nearest, present, neighbours);

  return bl_map_colouring_from_neighbours (neighbours, present, n);
}
