/* postcodes.h: where postcodes are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "postcodes". Fields: source, date, licence; tables of the same rows,
 * sorted by code: codes (texts, "NE3 3HD"), points (points). */
#define BL_TYPE_POSTCODES (bl_postcodes_get_type ())
G_DECLARE_FINAL_TYPE (BlPostcodes, bl_postcodes, BL, POSTCODES, BlRecord)
BlPostcodes *bl_postcodes_new (const char *id);

/* Finds a postcode however it is spaced and in any case; FALSE when it is not there. */
gboolean bl_postcodes_find (BlPostcodes *self, const char *postcode, BlPoint *point);

G_END_DECLS
