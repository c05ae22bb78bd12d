/* map-fit.h: the whole service on the map, clear of what floats over it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-geometry.h"

G_BEGIN_DECLS

/* The view of a map of that size which shows all of the service, with @padding
 * pixels round it, as large as can be while few of its areas and libraries lie
 * below @floating. FALSE when there is nothing to show. */
gboolean bl_map_fit (const BlMapGeometry *geometry, double width, double height, double padding,
                     const BlMapBox *floating, guint n_floating, BlMapView *view);

G_END_DECLS
