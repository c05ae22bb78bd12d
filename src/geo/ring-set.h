/* ring-set.h: rings of whole metres, sorted into polygons and their holes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geometry.h"

G_BEGIN_DECLS

/**
 * BlCorner: a point of an outline, as tables hold it.
 */
typedef struct
{
  gint32 x, y;
} BlCorner;

int bl_corner_compare (BlCorner a, BlCorner b);
/* Twice the signed area of a triangle, above 0 when anticlockwise: exact for
 * metres in Britain. */
double bl_corner_turn (BlCorner a, BlCorner b, BlCorner c);
/* Signed square metres of a ring. */
double bl_corners_get_area (const BlCorner *corners, guint n);

/**
 * BlRingSet: rings added one by one, outsides anticlockwise, holes clockwise.
 */
typedef struct _BlRingSet BlRingSet;
BlRingSet *bl_ring_set_new (void);
void bl_ring_set_free (BlRingSet *set);
void bl_ring_set_begin (BlRingSet *set);
/* A corner at the same place as the one before is left out. */
void bl_ring_set_add (BlRingSet *set, BlCorner corner);
/* A ring without area is left out. */
void bl_ring_set_end (BlRingSet *set);
/* Finds what lies in what. FALSE when holes and outsides do not take turns:
 * then areas overlap. */
gboolean bl_ring_set_nest (BlRingSet *set);
/* One row; after nesting. */
BlTable *bl_ring_set_to_table (const BlRingSet *set);

/* The union of the rows for which @member is TRUE (NULL: all) by GEOS, holes
 * that are only gaps between neighbours filled; NULL where GEOS cannot. */
BlTable *bl_outlines_unite (const BlOutlines *outlines, const gboolean *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRingSet, bl_ring_set_free)

G_END_DECLS
