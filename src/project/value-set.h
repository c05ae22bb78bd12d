/* value-set.h: one figure for each area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

typedef enum
{
  BL_VALUE_KIND_UNKNOWN,
  BL_VALUE_KIND_COUNT,
  BL_VALUE_KIND_RATE,
  BL_VALUE_KIND_RANK,
  BL_VALUE_KIND_DECILE,
} BlValueKind;
#define BL_TYPE_VALUE_KIND (bl_value_kind_get_type ())
GType bl_value_kind_get_type (void);

/* Kind "value". Fields: name ("population", "imd_decile": letters, digits,
 * "_"), title ("Deprivation (IMD 2019)"), kind (BlValueKind), unit, source,
 * date (text, "mid-2019"), geography, licence; table: numbers, a row for each
 * area of the project; outlines: what the figures say areas are inside or
 * outside of, such as published isochrones; rows are of no area. */
#define BL_TYPE_VALUE_SET (bl_value_set_get_type ())
G_DECLARE_FINAL_TYPE (BlValueSet, bl_value_set, BL, VALUE_SET, BlRecord)
BlValueSet *bl_value_set_new (const char *id);

/* Title for people: its title, else its name. */
const char *bl_value_set_get_title (BlValueSet *self);

G_END_DECLS
