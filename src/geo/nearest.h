/* nearest.h: a spatial index of points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

G_BEGIN_DECLS

/**
 * BlNearest: a k-d tree over points, planar. Equal distances go to the point
 * that came first. Points that are NaN are left out.
 */
typedef struct _BlNearest BlNearest;
BlNearest *bl_nearest_new (const BlPoint *points, guint n_points);
/* Index of the nearest point, or -1 when there is none; @distance in metres. */
int bl_nearest_find (const BlNearest *self, BlPoint point, double *distance);
/* Indices within @radius inclusive, in order of index. Array of guint. */
GArray *bl_nearest_within (const BlNearest *self, BlPoint point, double radius);
void bl_nearest_free (BlNearest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNearest, bl_nearest_free)

G_END_DECLS
