/* field-row.h: one field of a record, typed in a boxed list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlFieldRow: an AdwEntryRow that shows one field and writes it through
 * bl_edit_set() when typing pauses or focus leaves. What is wrong stands in a
 * row of its own below; the wrong text stays until it is mended. Property
 * "field", and "unset": what an empty field says, "not known" as a rule.
 */
#define BL_TYPE_FIELD_ROW (bl_field_row_get_type ())
G_DECLARE_FINAL_TYPE (BlFieldRow, bl_field_row, BL, FIELD_ROW, AdwEntryRow)

/* @record NULL: shows nothing. */
void bl_field_row_set_record (BlFieldRow *self, BlSession *session, BlRecord *record);
/* Writes what was typed at once. */
void bl_field_row_flush (BlFieldRow *self);
/* What is wrong with what was typed, or %NULL. */
const char *bl_field_row_get_error (BlFieldRow *self);

G_END_DECLS
