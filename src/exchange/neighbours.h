/* neighbours.h: libraries of other services close enough to matter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "library-rows.h"
#include "same-library.h"

G_BEGIN_DECLS

/* How far from any of the service's libraries another service's is kept. */
#define BL_NEIGHBOUR_METRES 40000.0

/* The rows (BlLibraryRow) that are open static libraries of other services in
 * @year, placed, within 40 km inclusive of one of @points, and none of @ours;
 * those left out because they are ours under another service are counted in
 * the plan's report. @is_ours: by row of the sheet. Order of the file. */
GPtrArray *bl_neighbours_find (BlImportPlan *plan, const BlLibraryColumns *columns, const gboolean *is_ours, int year,
                               const BlPoint *points, guint n_points, const BlSamePlaces *ours);

G_END_DECLS
