/* areas.h: the small areas of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "areas". Fields: geography (text, "LSOA 2011"), source, date (text),
 * licence, outline-source, outline-date, outline-licence, point-source,
 * point-date, point-licence; tables: codes (texts), names (texts), centroids
 * (points: of the outlines, before rounding), points (points: population
 * weighted, where imported), outlines. All tables have the same rows. */
#define BL_TYPE_AREAS (bl_areas_get_type ())
G_DECLARE_FINAL_TYPE (BlAreas, bl_areas, BL, AREAS, BlRecord)
BlAreas *bl_areas_new (const char *id);

guint bl_areas_get_n (BlAreas *self);
/* Row of a code, or -1. Builds an index at first use (main thread only). */
int bl_areas_find (BlAreas *self, const char *code);

G_END_DECLS
