/* needs-index.h: an index of need: measures and their weights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* How a measure is brought to 0 (least need) … 100 (most). */
typedef enum
{
  BL_NORMALISE_UNKNOWN, /* as rank */
  BL_NORMALISE_RANK,    /* rank among the areas, ties averaged */
  BL_NORMALISE_DECILE,  /* group of ten by rank */
  BL_NORMALISE_Z,       /* standard deviations from the mean, through the normal distribution */
  BL_NORMALISE_MIN_MAX, /* share of the way from least to most */
} BlNormalise;
#define BL_TYPE_NORMALISE (bl_normalise_get_type ())
GType bl_normalise_get_type (void);
const char *bl_normalise_get_title (BlNormalise normalise); /* untranslated (N_()) */

/* What more of a measure means. */
typedef enum
{
  BL_DIRECTION_UNKNOWN, /* as the kind of value suggests */
  BL_DIRECTION_MORE,    /* more of it is more need */
  BL_DIRECTION_LESS,    /* less of it is more need: a rank or decile of deprivation */
} BlDirection;
#define BL_TYPE_DIRECTION (bl_direction_get_type ())
GType bl_direction_get_type (void);

/* Kind "measure". Fields: value (text: a name as analysis/needs.h has them:
 * that of a value set, "share:NAME" a count per person, "density",
 * "distance" to the nearest library that counts …), title, direction, normalise (of this
 * measure alone; unknown: as the index), weight (real, percent; not negative). */
#define BL_TYPE_INDEX_MEASURE (bl_index_measure_get_type ())
G_DECLARE_FINAL_TYPE (BlIndexMeasure, bl_index_measure, BL, INDEX_MEASURE, BlRecord)
BlIndexMeasure *bl_index_measure_new (const char *id);

/* Kind "needs-index". Fields: title ("Our weights, 14 April"), preset (text: the
 * name of the preset it was made from), subject (text: "areas" or "libraries", what
 * is ranked), normalise, note (long text); list: measures (BlIndexMeasure, not wrapped). */
#define BL_TYPE_NEEDS_INDEX (bl_needs_index_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsIndex, bl_needs_index, BL, NEEDS_INDEX, BlRecord)
BlNeedsIndex *bl_needs_index_new (const char *id);

G_END_DECLS
