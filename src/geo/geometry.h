/* geometry.h: polygons on the British National Grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

G_BEGIN_DECLS

typedef struct
{
  double x1, y1, x2, y2; /* x1 > x2 when empty */
} BlBounds;

BlBounds bl_bounds_empty (void);
gboolean bl_bounds_is_empty (const BlBounds *bounds);
void bl_bounds_add (BlBounds *bounds, BlPoint point);
void bl_bounds_add_bounds (BlBounds *bounds, const BlBounds *other);
gboolean bl_bounds_intersects (const BlBounds *a, const BlBounds *b);
BlBounds bl_outlines_get_bounds (const BlOutlines *outlines);
BlBounds bl_outlines_get_row_bounds (const BlOutlines *outlines, guint row);
/* Square metres, holes taken off. */
double bl_outlines_get_area (const BlOutlines *outlines, guint row);
BlPoint bl_outlines_get_centroid (const BlOutlines *outlines, guint row);
gboolean bl_outlines_contains (const BlOutlines *outlines, guint row, BlPoint point);
/* The first row that holds @point, or -1. */
int bl_outlines_find (const BlOutlines *outlines, BlPoint point);

/* The outline round the rows for which @member is TRUE (NULL: all rows), inner
 * borders gone: one row of polygons. Edges that two members share cancel;
 * where neighbours' edges do not agree to the metre the union is taken by GEOS. */
BlTable *bl_outlines_dissolve (const BlOutlines *outlines, const gboolean *member);
/* Fewer points, neighbours' shared edges kept shared: Visvalingam–Whyatt per
 * arc between junctions; no point moves, none of area below
 * @tolerance² / 2 is kept but where borders would cross or a ring fall below
 * 4 points. @tolerance in metres. */
BlTable *bl_outlines_simplify (const BlOutlines *outlines, double tolerance);

/* Is the point where Great Britain could be on the National Grid. */
gboolean bl_point_in_britain (BlPoint point);

G_END_DECLS
