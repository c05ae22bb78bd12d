/* travel-roads.c: the areas of a project joined to its road network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "travel-roads.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Between two looks at whether the work was stopped. */
#define AREAS_AT_ONCE 256

static BlTravelMode
get_mode (BlBy by)
{
  switch (by)
    {
    case BL_BY_CYCLE:
      return BL_MODE_CYCLE;
    case BL_BY_DRIVE:
      return BL_MODE_DRIVE;
    case BL_BY_WALK:
    case BL_BY_STRAIGHT:
    case BL_BY_TABLE:
    default:
      return BL_MODE_WALK;
    }
}

BlTravelRoads *
bl_travel_roads_new (const BlFacts *facts, const BlTravel *travel, GCancellable *cancellable, GError **error)
{
  g_autoptr (BlTravelRoads) self = NULL;

  g_return_val_if_fail (facts != NULL && facts->routes != NULL, NULL);

  self = g_new0 (BlTravelRoads, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_areas = facts->n_areas;
  self->router
      = bl_routes_dup_router (facts->routes, get_mode (travel->by), travel->pace > 0 ? travel->pace : 1);
  self->areas = g_new (BlSnap, MAX (facts->n_areas, 1));
  for (guint i = 0; i < facts->n_areas; i++)
    {
      if (i % AREAS_AT_ONCE == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED,
                               _ ("The work was stopped."));
          return NULL;
        }
      self->areas[i] = bl_travel_roads_snap (self, facts->points[i]);
    }
  return g_steal_pointer (&self);
}

BlTravelRoads *
bl_travel_roads_ref (BlTravelRoads *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bl_travel_roads_unref (BlTravelRoads *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  bl_router_unref (self->router);
  g_free (self->areas);
  g_free (self);
}

BlSnap
bl_travel_roads_snap (const BlTravelRoads *self, BlPoint place)
{
  return bl_router_snap (self->router, place, BL_SNAP_METRES);
}

void
bl_travel_roads_row (
    const BlTravelRoads *self, BlReach *reach, const BlSnap *place, double *metres, double *minutes)
{
  bl_reach_run (reach, place, 1, BL_REACH_FAR);
  for (guint i = 0; i < self->n_areas; i++)
    {
      BlArrival arrival = bl_reach_at (reach, &self->areas[i]);

      metres[i] = arrival.metres;
      minutes[i] = arrival.seconds / 60;
    }
}

void
bl_travel_roads_nearest (const BlTravelRoads *self,
                         const BlFacts *facts,
                         const gboolean *counted,
                         int *nearest,
                         double *metres,
                         double *minutes)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (BlSnap));
  g_autoptr (GArray) libraries = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (BlReach) reach = bl_reach_new (self->router);

  for (guint i = 0; i < facts->n_libraries; i++)
    if (counted[i])
      {
        BlSnap snap = bl_travel_roads_snap (self, facts->libraries[i].point);

        g_array_append_val (sources, snap);
        g_array_append_val (libraries, i);
      }
  bl_reach_run (reach, (const BlSnap *) (gpointer) sources->data, sources->len, BL_REACH_FAR);
  for (guint i = 0; i < self->n_areas; i++)
    {
      BlArrival arrival = bl_reach_at (reach, &self->areas[i]);

      nearest[i] = arrival.reached ? (int) g_array_index (libraries, guint, arrival.owner) : -1;
      metres[i] = arrival.metres;
      minutes[i] = arrival.seconds / 60;
    }
}
