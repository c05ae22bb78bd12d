/* projection.h: longitude and latitude to the British National Grid and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

G_BEGIN_DECLS

/* One explicit PROJ pipeline with the seven parameters of EPSG:1314 (about
 * 2 m), never PROJ's choice, so that every machine gets the same figures.
 * Degrees, longitude first; what is not a place gives NaN. Safe from any
 * thread. */
BlPoint bl_projection_from_lonlat (double longitude, double latitude);
/* The same in place for many: @x holds longitudes and then eastings, @y latitudes and then northings. */
void bl_projection_from_lonlat_many (double *x, double *y, gsize n_points);
void bl_projection_to_lonlat (BlPoint point, double *longitude, double *latitude);

G_END_DECLS
