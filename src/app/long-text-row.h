/* long-text-row.h: a paragraph that is written in a boxed list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlLongTextRow: a title, what it asks for, and room for a paragraph that grows as it is written. Tab leaves it.
 *
 * Properties: "title" (of AdwPreferencesRow); "help" (text below the title; NULL); "placeholder" (NULL); "field" (of the
 * record, where there is one); "text" (what stands there, set from outside: not said by "written"); "editable"; "removable" (boolean: with a button that takes it
 * away).
 *
 * Signal "written" (text): typing paused, or the focus left. Signals "left": the focus left; "removed": it is to go.
 */
#define BL_TYPE_LONG_TEXT_ROW (bl_long_text_row_get_type ())
G_DECLARE_FINAL_TYPE (BlLongTextRow, bl_long_text_row, BL, LONG_TEXT_ROW, AdwPreferencesRow)

GtkWidget *bl_long_text_row_new (void);
/* While somebody types only what is written so is put in. */
void bl_long_text_row_set_text (BlLongTextRow *self, const char *text);
char *bl_long_text_row_get_text (BlLongTextRow *self);
/* Shows and writes "field" of @record, by bl_edit_set(); NULL: nothing. */
void bl_long_text_row_set_record (BlLongTextRow *self, BlSession *session, BlRecord *record);
/* Says "written" at once for what was typed. */
void bl_long_text_row_flush (BlLongTextRow *self);

G_END_DECLS
