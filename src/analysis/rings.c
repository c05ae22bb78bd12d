/* rings.c: how far from libraries people are, as lines round them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rings.h"

#include <glib/gi18n-lib.h>

#include "isochrones.h"
#include "travel-roads.h"

const double bl_rings_minutes[BL_N_RINGS] = { 5, 10, 15, 20, 30 };

gboolean
bl_rings_are_by_road (const BlTravel *travel)
{
  return travel->by == BL_BY_WALK || travel->by == BL_BY_CYCLE || travel->by == BL_BY_DRIVE;
}

BlTable *
bl_rings_new (const BlFacts *facts, const BlAccessQuestion *question, int library, const double *minutes,
              guint n_minutes, GCancellable *cancellable, GError **error)
{
  g_autoptr (BlTravelRoads) roads = NULL;
  g_autoptr (BlReach) reach = NULL;
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (BlSnap));
  BlTable *rings;

  g_return_val_if_fail (facts != NULL && question != NULL && n_minutes > 0, NULL);

  if (!bl_rings_are_by_road (&question->travel))
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                           _ ("Rings are drawn in a straight line, on foot, by cycle or by car"));
      return NULL;
    }
  if (!bl_travel_is_possible (facts, &question->travel, error))
    return NULL;
  roads = bl_travel_roads_new (facts, &question->travel, cancellable, error);
  if (roads == NULL)
    return NULL;
  for (guint i = 0; i < facts->n_libraries; i++)
    if (facts->libraries[i].located
        && (library >= 0 ? (int) i == library : bl_access_counts (facts, question, i)))
      {
        BlSnap snap = bl_travel_roads_snap (roads, facts->libraries[i].point);

        g_array_append_val (sources, snap);
      }
  reach = bl_reach_new (roads->router);
  bl_reach_run (reach, (const BlSnap *) (void *) sources->data, sources->len, minutes[n_minutes - 1] * 60);
  rings = bl_isochrones_new (reach, minutes, n_minutes, cancellable);
  if (rings == NULL)
    g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED, _ ("Stopped"));
  return rings;
}
