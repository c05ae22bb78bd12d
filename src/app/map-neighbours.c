/* map-neighbours.c: what lies beyond the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-neighbours.h"

#include <math.h>
#include <string.h>

#include "nearest.h"

/* Libraries of a neighbour in whose middle its name stands best, and at how many it may. */
#define N_MIDDLE 3
#define N_PLACES 12
/* Metres; farther off nobody takes a place for a neighbour. */
#define FARTHEST 15000.0

typedef struct
{
  guint library;
  double distance; /* to the nearest area */
} Candidate;

static void
neighbour_clear (BlMapNeighbour *neighbour)
{
  g_free (neighbour->name);
  g_array_unref (neighbour->places);
}

char *
bl_map_neighbours_short_name (const char *service)
{
  static const char *const endings[]
      = { " Council", " Metropolitan Borough", " Borough", " City", " County" };
  g_autofree char *name = g_strdup (service);

  /* In this order: each may stand before the one cut off already. */
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      name[strlen (name) - strlen (endings[i])] = '\0';
  return g_steal_pointer (&name);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  return (int) first->library - (int) second->library;
}

/* @candidates: nearest first. */
static GArray *
get_places (const BlFacts *facts, GArray *candidates)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  guint n = MIN (candidates->len, N_MIDDLE);
  BlPoint middle = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      BlPoint point = facts->libraries[g_array_index (candidates, Candidate, i).library].point;

      middle.x += point.x / n;
      middle.y += point.y / n;
    }
  middle = bl_map_project (BL_MAP_MERCATOR, middle);
  g_array_append_val (places, middle);
  for (guint i = 0; i < MIN (candidates->len, N_PLACES); i++)
    {
      BlPoint place = bl_map_project (
          BL_MAP_MERCATOR, facts->libraries[g_array_index (candidates, Candidate, i).library].point);

      g_array_append_val (places, place);
    }
  return places;
}

GArray *
bl_map_neighbours_new (const BlFacts *facts)
{
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (BlMapNeighbour));
  g_autoptr (GHashTable) services
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (BlNearest) areas = bl_nearest_new (facts->points, facts->n_areas);

  g_array_set_clear_func (neighbours, (GDestroyNotify) neighbour_clear);
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];
      Candidate candidate = { .library = i };
      GArray *candidates;

      if (!library->nearby || !library->located || library->service == NULL
          || bl_nearest_find (areas, library->point, &candidate.distance) < 0
          || candidate.distance > FARTHEST)
        continue;
      candidates = g_hash_table_lookup (services, library->service);
      if (candidates == NULL)
        {
          candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
          g_hash_table_insert (services, library->service, candidates);
          g_ptr_array_add (order, library->service);
        }
      g_array_append_val (candidates, candidate);
    }

  for (guint i = 0; i < order->len; i++)
    {
      GArray *candidates = g_hash_table_lookup (services, order->pdata[i]);
      BlMapNeighbour neighbour = { .name = bl_map_neighbours_short_name (order->pdata[i]) };

      g_array_sort (candidates, compare_candidates);
      neighbour.places = get_places (facts, candidates);
      g_array_append_val (neighbours, neighbour);
    }
  return neighbours;
}
