/* simplify.c: fewer points, with neighbours' shared edges kept shared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Visvalingam and Whyatt (1993): the corner that makes the smallest triangle
 * with its neighbours goes first. Here corners are those of the whole map, not
 * of one ring: a corner that two areas share is one corner, so both lose it
 * together. One at which borders meet (other than two neighbours) is a
 * junction and stays. A corner also stays while another lies in its triangle,
 * since cutting it off would then make borders cross, and where it is one of
 * the last four of a ring.
 */
#include "geometry.h"

#include <math.h>
#include <string.h>

#define RING_LEAST 4
#define JUNCTION G_MAXUINT32

/**
 * Map: the distinct corners of some outlines.
 */
typedef struct
{
  const BlOutlines *outlines;
  guint n_corners;
  gint32 *x, *y;
  guint32 *corner_of; /* by point of the outlines */
  guint32 *next[2];   /* neighbours of a corner; JUNCTION in the first when it must stay */
  gboolean *gone;
  guint *ring_first; /* rings a corner is on: ring_list[ring_first[c]] … */
  guint *ring_list;
  guint *ring_left; /* corners left, by ring */
  /* A grid of squares, to find corners in a triangle. */
  double cell;
  gint32 west, south;
  guint columns, rows;
  guint *cell_first;
  guint32 *cell_list;
} Map;

static int
compare_points (gconstpointer a, gconstpointer b, gpointer data)
{
  const gint32 *coordinates = data;
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;
  const gint32 *p = &coordinates[2 * (gsize) first], *q = &coordinates[2 * (gsize) second];

  if (p[0] != q[0])
    return p[0] < q[0] ? -1 : 1;
  if (p[1] != q[1])
    return p[1] < q[1] ? -1 : 1;
  return 0;
}

static void
find_corners (Map *map)
{
  guint n = map->outlines->n_points;
  const gint32 *coordinates = map->outlines->coordinates;
  g_autofree guint32 *order = g_new (guint32, MAX (n, 1));

  map->corner_of = g_new (guint32, MAX (n, 1));
  map->x = g_new (gint32, MAX (n, 1));
  map->y = g_new (gint32, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint32), compare_points, (gpointer) coordinates);
  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || compare_points (&order[i - 1], &order[i], (gpointer) coordinates) != 0)
        {
          map->x[map->n_corners] = coordinates[2 * (gsize) order[i]];
          map->y[map->n_corners++] = coordinates[2 * (gsize) order[i] + 1];
        }
      map->corner_of[order[i]] = map->n_corners - 1;
    }
}

/* Notes that @other stands beside @corner on some ring. */
static void
meet (Map *map, guint32 corner, guint32 other)
{
  guint32 *first = &map->next[0][corner], *second = &map->next[1][corner];

  if (*first == JUNCTION || *first == other || *second == other)
    return;
  if (*first == corner)
    *first = other;
  else if (*second == corner)
    *second = other;
  else
    *first = JUNCTION; /* a third */
}

static void
find_neighbours (Map *map)
{
  const BlOutlines *outlines = map->outlines;

  map->next[0] = g_new (guint32, MAX (map->n_corners, 1));
  map->next[1] = g_new (guint32, MAX (map->n_corners, 1));
  for (guint c = 0; c < map->n_corners; c++)
    map->next[0][c] = map->next[1][c] = c; /* itself: none yet */
  for (guint k = 0; k < outlines->n_rings; k++)
    for (guint first = outlines->ring_points[k], last = outlines->ring_points[k + 1], i = first; i < last;
         i++)
      {
        guint32 corner = map->corner_of[i], other = map->corner_of[i + 1 < last ? i + 1 : first];

        if (corner != other)
          {
            meet (map, corner, other);
            meet (map, other, corner);
          }
      }
  for (guint c = 0; c < map->n_corners; c++)
    if (map->next[1][c] == c)
      map->next[0][c] = JUNCTION; /* the end of a line */
}

static void
find_rings (Map *map)
{
  const BlOutlines *outlines = map->outlines;
  g_autofree guint *filled = g_new0 (guint, MAX (map->n_corners, 1));

  map->ring_first = g_new0 (guint, map->n_corners + 1);
  map->ring_list = g_new (guint, MAX (outlines->n_points, 1));
  map->ring_left = g_new0 (guint, MAX (outlines->n_rings, 1));
  for (guint i = 0; i < outlines->n_points; i++)
    map->ring_first[map->corner_of[i] + 1]++;
  for (guint c = 0; c < map->n_corners; c++)
    map->ring_first[c + 1] += map->ring_first[c];
  for (guint k = 0; k < outlines->n_rings; k++)
    for (guint i = outlines->ring_points[k]; i < outlines->ring_points[k + 1]; i++)
      {
        guint32 corner = map->corner_of[i];

        map->ring_list[map->ring_first[corner] + filled[corner]++] = k;
        map->ring_left[k]++;
      }
}

static guint
cell_of (const Map *map, double at, gint32 from, guint n)
{
  double cell = floor ((at - from) / map->cell);

  return (guint) CLAMP (cell, 0, n - 1);
}

static void
lay_grid (Map *map)
{
  BlBounds bounds = bl_outlines_get_bounds (map->outlines);
  g_autofree guint *filled = NULL;
  guint n_cells;

  if (map->n_corners == 0)
    bounds = (BlBounds){ 0, 0, 1, 1 };
  map->west = (gint32) bounds.x1;
  map->south = (gint32) bounds.y1;
  /* About four corners a square. */
  map->cell = fmax (
      1, sqrt ((bounds.x2 - bounds.x1 + 1) * (bounds.y2 - bounds.y1 + 1) * 4 / MAX (map->n_corners, 1)));
  map->columns = (guint) ((bounds.x2 - bounds.x1) / map->cell) + 1;
  map->rows = (guint) ((bounds.y2 - bounds.y1) / map->cell) + 1;
  n_cells = map->columns * map->rows;

  map->cell_first = g_new0 (guint, n_cells + 1);
  map->cell_list = g_new (guint32, MAX (map->n_corners, 1));
  filled = g_new0 (guint, n_cells);
  for (guint c = 0; c < map->n_corners; c++)
    map->cell_first[cell_of (map, map->y[c], map->south, map->rows) * map->columns
                    + cell_of (map, map->x[c], map->west, map->columns) + 1]++;
  for (guint i = 0; i < n_cells; i++)
    map->cell_first[i + 1] += map->cell_first[i];
  for (guint c = 0; c < map->n_corners; c++)
    {
      guint cell = cell_of (map, map->y[c], map->south, map->rows) * map->columns
                   + cell_of (map, map->x[c], map->west, map->columns);

      map->cell_list[map->cell_first[cell] + filled[cell]++] = c;
    }
}

static void
map_clear (Map *map)
{
  g_free (map->x);
  g_free (map->y);
  g_free (map->corner_of);
  g_free (map->next[0]);
  g_free (map->next[1]);
  g_free (map->gone);
  g_free (map->ring_first);
  g_free (map->ring_list);
  g_free (map->ring_left);
  g_free (map->cell_first);
  g_free (map->cell_list);
}

/* --- One corner ---------------------------------------------------------- */

/* Twice the signed area of a triangle: exact for metres in Britain. */
static double
cross (const Map *map, guint32 a, guint32 b, guint32 c)
{
  return ((double) map->x[b] - map->x[a]) * ((double) map->y[c] - map->y[a])
         - ((double) map->x[c] - map->x[a]) * ((double) map->y[b] - map->y[a]);
}

static double
corner_area (const Map *map, guint32 corner)
{
  return fabs (cross (map, map->next[0][corner], corner, map->next[1][corner])) / 2;
}

/* In the triangle or on its border. */
static gboolean
is_inside (const Map *map, guint32 a, guint32 b, guint32 c, guint32 point)
{
  double first = cross (map, a, b, point), second = cross (map, b, c, point),
         third = cross (map, c, a, point);

  return (first >= 0 && second >= 0 && third >= 0) || (first <= 0 && second <= 0 && third <= 0);
}

static gboolean
is_triangle_empty (const Map *map, guint32 corner)
{
  guint32 a = map->next[0][corner], c = map->next[1][corner];
  gint32 west = MIN (MIN (map->x[a], map->x[c]), map->x[corner]),
         east = MAX (MAX (map->x[a], map->x[c]), map->x[corner]);
  gint32 south = MIN (MIN (map->y[a], map->y[c]), map->y[corner]),
         north = MAX (MAX (map->y[a], map->y[c]), map->y[corner]);
  guint first = cell_of (map, west, map->west, map->columns),
        last = cell_of (map, east, map->west, map->columns);
  guint top = cell_of (map, north, map->south, map->rows);

  for (guint row = cell_of (map, south, map->south, map->rows); row <= top; row++)
    for (guint i = map->cell_first[row * map->columns + first];
         i < map->cell_first[row * map->columns + last + 1]; i++)
      {
        guint32 other = map->cell_list[i];

        if (map->gone[other] || other == a || other == corner || other == c)
          continue;
        if (map->x[other] < west || map->x[other] > east || map->y[other] < south || map->y[other] > north)
          continue;
        if (is_inside (map, a, corner, c, other))
          return FALSE;
      }
  return TRUE;
}

static gboolean
may_go (const Map *map, guint32 corner)
{
  for (guint i = map->ring_first[corner]; i < map->ring_first[corner + 1]; i++)
    if (map->ring_left[map->ring_list[i]] <= RING_LEAST)
      return FALSE;
  return map->next[0][corner] != map->next[1][corner] && is_triangle_empty (map, corner);
}

static void
replace_neighbour (Map *map, guint32 corner, guint32 old, guint32 new)
{
  if (map->next[0][corner] == JUNCTION)
    return;
  map->next[map->next[0][corner] == old ? 0 : 1][corner] = new;
}

static void
take_away (Map *map, guint32 corner)
{
  guint32 a = map->next[0][corner], c = map->next[1][corner];

  map->gone[corner] = TRUE;
  for (guint i = map->ring_first[corner]; i < map->ring_first[corner + 1]; i++)
    map->ring_left[map->ring_list[i]]--;
  replace_neighbour (map, a, corner, c);
  replace_neighbour (map, c, corner, a);
}

/* --- In order of size ---------------------------------------------------- */

typedef struct
{
  double area;
  guint32 corner;
} Entry;

static gboolean
comes_before (const Entry *a, const Entry *b)
{
  return a->area < b->area || (a->area == b->area && a->corner < b->corner);
}

static void
heap_push (GArray *heap, double area, guint32 corner)
{
  Entry entry = { area, corner };
  guint i = heap->len;

  g_array_append_val (heap, entry);
  for (Entry *entries = (Entry *) heap->data; i > 0 && comes_before (&entry, &entries[(i - 1) / 2]);
       i = (i - 1) / 2)
    {
      entries[i] = entries[(i - 1) / 2];
      entries[(i - 1) / 2] = entry;
    }
}

static Entry
heap_pop (GArray *heap)
{
  Entry *entries = (Entry *) heap->data;
  Entry top = entries[0], moved = entries[heap->len - 1];
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len)
    {
      guint child = 2 * i + 1;

      if (child + 1 < heap->len && comes_before (&entries[child + 1], &entries[child]))
        child++;
      if (!comes_before (&entries[child], &moved))
        break;
      entries[i] = entries[child];
      i = child;
    }
  if (heap->len > 0)
    entries[i] = moved;
  return top;
}

static void
offer (Map *map, GArray *heap, guint32 corner, double below)
{
  if (map->next[0][corner] != JUNCTION && corner_area (map, corner) < below)
    heap_push (heap, corner_area (map, corner), corner);
}

/* One pass; how many corners went. */
static guint
thin (Map *map, double below)
{
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint taken = 0;

  for (guint c = 0; c < map->n_corners; c++)
    if (!map->gone[c])
      offer (map, heap, c, below);
  while (heap->len > 0)
    {
      Entry entry = heap_pop (heap);
      guint32 a, c;

      /* An entry from before a neighbour went is out of date; the new one is in the heap. */
      if (map->gone[entry.corner] || corner_area (map, entry.corner) != entry.area
          || !may_go (map, entry.corner))
        continue;
      a = map->next[0][entry.corner];
      c = map->next[1][entry.corner];
      take_away (map, entry.corner);
      offer (map, heap, a, below);
      offer (map, heap, c, below);
      taken++;
    }
  return taken;
}

static BlTable *
write_outlines (const Map *map)
{
  const BlOutlines *outlines = map->outlines;
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();

  for (guint row = 0; row < outlines->n_rows; row++)
    {
      bl_outlines_builder_add_row (builder);
      for (guint p = outlines->row_polygons[row]; p < outlines->row_polygons[row + 1]; p++)
        {
          bl_outlines_builder_add_polygon (builder);
          for (guint k = outlines->polygon_rings[p]; k < outlines->polygon_rings[p + 1]; k++)
            {
              bl_outlines_builder_add_ring (builder);
              for (guint i = outlines->ring_points[k]; i < outlines->ring_points[k + 1]; i++)
                if (!map->gone[map->corner_of[i]])
                  bl_outlines_builder_add_point (builder, outlines->coordinates[2 * (gsize) i],
                                                 outlines->coordinates[2 * (gsize) i + 1]);
            }
        }
    }
  return bl_outlines_builder_to_table (builder);
}

BlTable *
bl_outlines_simplify (const BlOutlines *outlines, double tolerance)
{
  Map map = { .outlines = outlines };
  BlTable *table;

  g_return_val_if_fail (outlines != NULL, NULL);

  find_corners (&map);
  find_neighbours (&map);
  find_rings (&map);
  lay_grid (&map);
  map.gone = g_new0 (gboolean, MAX (map.n_corners, 1));
  /* Again, since what kept a corner in place may itself have gone. */
  while (tolerance > 0 && thin (&map, tolerance * tolerance / 2) > 0)
    ;
  table = write_outlines (&map);
  map_clear (&map);
  return table;
}
