/* travel-roads.h: the areas of a project joined to its road network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reach.h"
#include "travel.h"

G_BEGIN_DECLS

/* No one walks further than this over fields to the first road, metres: beyond it a place is not joined. */
#define BL_SNAP_METRES 2000.0

/**
 * BlTravelRoads: a router, and each area brought to it. Immutable, safe from
 * any thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  BlRouter *router;
  guint n_areas;
  BlSnap *areas;
} BlTravelRoads;

/* @travel is on foot, by cycle or by car, and possible. An error when cancelled. */
BlTravelRoads *bl_travel_roads_new (const BlFacts *facts, const BlTravel *travel, GCancellable *cancellable,
                                    GError **error);
BlTravelRoads *bl_travel_roads_ref (BlTravelRoads *self);
void bl_travel_roads_unref (BlTravelRoads *self);
/* Where a place joins it. */
BlSnap bl_travel_roads_snap (const BlTravelRoads *self, BlPoint place);
/* From every area to one place; @reach is work space of this router. NaN where no way leads. */
void bl_travel_roads_row (const BlTravelRoads *self, BlReach *reach, const BlSnap *place, double *metres,
                          double *minutes);
/* From every area to whichever of the libraries in @counted it reaches first, ties to the first:
 * the same as the least of each row, in one run. @nearest: -1 where none. */
void bl_travel_roads_nearest (const BlTravelRoads *self, const BlFacts *facts, const gboolean *counted, int *nearest,
                              double *metres, double *minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTravelRoads, bl_travel_roads_unref)

G_END_DECLS
