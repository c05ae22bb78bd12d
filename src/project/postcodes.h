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
/* The same in tables that a thread holds. Either may be %NULL. */
gboolean bl_postcodes_find_in (BlTable *codes, BlTable *points, const char *postcode, BlPoint *point);
/* Below 0, 0 or above it as @a comes before @b: letters and digits only, in any case. */
int bl_postcodes_compare (const char *a, const char *b);

/**
 * BlPostcodeFound: a postcode that begins as asked.
 */
typedef struct
{
  const char *code; /* of the record's table */
  BlPoint point;
} BlPostcodeFound;

/* Postcodes that begin with what is typed ("ne3", "NE3 3", however it is
 * spaced), in order, at most @max of them, those without a place left out. The
 * array is yours, the codes are the record's. %NULL where @text cannot begin one. */
GArray *bl_postcodes_search (BlPostcodes *self, const char *text, guint max);

G_END_DECLS
