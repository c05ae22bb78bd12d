/* roads-clip.h: how far round the areas roads are taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geometry.h"

G_BEGIN_DECLS

/**
 * BlRoadsClip: what lies within a number of metres of some outlines and
 * points, to the next 500 m: squares of that side are in it or not.
 */
typedef struct _BlRoadsClip BlRoadsClip;
/* %NULL when there is neither an outline nor a point: then everything is meant. */
BlRoadsClip *bl_roads_clip_new (const BlOutlines *outlines, const BlPoint *points, guint n_points, double margin);
void bl_roads_clip_free (BlRoadsClip *clip);

gboolean bl_roads_clip_has (const BlRoadsClip *clip, BlPoint point);
/* A box round it. */
BlBounds bl_roads_clip_get_bounds (const BlRoadsClip *clip);
/* The same in degrees, longitude in x; a little more than it. */
BlBounds bl_roads_clip_get_degrees (const BlRoadsClip *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRoadsClip, bl_roads_clip_free)

G_END_DECLS
