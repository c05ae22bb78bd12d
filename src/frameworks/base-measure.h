/* base-measure.h: what is counted, and how its parts make a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* How shorter periods make a longer one, and places a whole. */
typedef enum
{
  BL_ADD_UNKNOWN,
  BL_ADD_SUM,      /* all parts needed, else partial */
  BL_ADD_LAST,     /* the value at the end */
  BL_ADD_DISTINCT, /* people counted once: only as given */
  BL_ADD_WEIGHTED, /* mean weighted by another measure; without weights a plain mean, an estimate */
  BL_ADD_GIVEN,    /* only as published */
  BL_ADD_NO,
} BlAdd;
#define BL_TYPE_ADD (bl_add_get_type ())
GType bl_add_get_type (void);

/* Kind "base-measure", of the dictionary: something counted, of which indicators are made.
 * Fields: item (text, its name in formulas: "visits_all"), name, unit, over-time, over-places
 * (BlAdd), over-time-note, over-places-note (text), weights (text: the measure by which means are
 * weighted), made-of (text: formula over other measures, where there is no figure of its own), where (text:
 * in which published files), group (text: heading), source, confidence (text), verified (date). */
#define BL_TYPE_BASE_MEASURE (bl_base_measure_get_type ())
G_DECLARE_FINAL_TYPE (BlBaseMeasure, bl_base_measure, BL, BASE_MEASURE, BlRecord)
BlBaseMeasure *bl_base_measure_new (const char *id);

G_END_DECLS
