/* map-colouring.h: which catchments get which colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "facts.h"

G_BEGIN_DECLS

/* As many as any service needed when all of them were tried; planar maps whose
 * regions may also meet in a point can need more than four. */
#define BL_MAP_COLOURS 6

/* A colour, 0 … BL_MAP_COLOURS - 1, for each library of @facts such that two
 * catchments that touch differ; -1 for one without areas. @nearest: by area, as
 * in BlAccess. Catchments touch when outlines of theirs share a point; without
 * outlines, when an area of one has a library of the other as second nearest. */
gint8 *bl_map_colouring_new (const BlFacts *facts, const int *nearest);
/* The same for regions whose @n × @n table of neighbours is known; a region
 * that is not @present gets -1. */
gint8 *bl_map_colouring_from_neighbours (const gboolean *neighbours, const gboolean *present, guint n);

G_END_DECLS
