/* needs-row.h: one area or library in a table of need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "needs-model.h"

G_BEGIN_DECLS

typedef enum
{
  BL_NEEDS_COLUMN_RANK,
  BL_NEEDS_COLUMN_NAME,
  BL_NEEDS_COLUMN_NEAREST, /* of an area; of a library: its tier or its use */
  BL_NEEDS_COLUMN_MADE_OF,
  BL_NEEDS_COLUMN_NEED,
  BL_N_NEEDS_COLUMNS
} BlNeedsColumn;

/**
 * BlNeedsRow: what a row says. Signal "changed": it says something else.
 */
#define BL_TYPE_NEEDS_ROW (bl_needs_row_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsRow, bl_needs_row, BL, NEEDS_ROW, GObject)

BlNeedsRow *bl_needs_row_new (void);
/* Row @row of the model's areas, or of its libraries. */
void bl_needs_row_take (BlNeedsRow *self, BlNeedsModel *model, gboolean of_libraries, guint row);
/* The same row under other weights: only its rank, its need and its tier can be others. */
void bl_needs_row_weigh (BlNeedsRow *self, BlNeedsModel *model, gboolean of_libraries, guint row);
/* Index of the area or library in the facts. */
guint bl_needs_row_get_index (BlNeedsRow *self);
const char *bl_needs_row_get_text (BlNeedsRow *self, BlNeedsColumn column);
/* The whole name, where the text is a short one. */
const char *bl_needs_row_get_name (BlNeedsRow *self);
/* What stands behind "made of", in words. */
const char *bl_needs_row_get_spoken (BlNeedsRow *self);
const double *bl_needs_row_get_parts (BlNeedsRow *self, guint *n);
/* By what @column sorts; what is not known comes last. */
int bl_needs_row_compare (BlNeedsRow *a, BlNeedsRow *b, BlNeedsColumn column);
/* Whether name or nearest hold @folded (bl_text_fold()). */
gboolean bl_needs_row_matches (BlNeedsRow *self, const char *folded);

G_END_DECLS
