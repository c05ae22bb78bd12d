/* prose-field.h: room for a sentence or two on a card
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BlProseField: a text of some lines that grows as it is written; Tab leaves it. Properties: "label" (string: its name
 * for screen readers, and what stands above it where "heading" is set), "placeholder" (string), "heading" (boolean).
 *
 * Signals: "written" (text): typing paused, or the focus left. "left": the focus left, after "written".
 */
#define BL_TYPE_PROSE_FIELD (bl_prose_field_get_type ())
G_DECLARE_FINAL_TYPE (BlProseField, bl_prose_field, BL, PROSE_FIELD, GtkBox)

/* What is being typed is not replaced. */
void bl_prose_field_set_text (BlProseField *self, const char *text);
void bl_prose_field_set_label (BlProseField *self, const char *label);
void bl_prose_field_set_placeholder (BlProseField *self, const char *placeholder);
void bl_prose_field_set_editable (BlProseField *self, gboolean editable);
/* Says what was typed and not yet said. */
void bl_prose_field_flush (BlProseField *self);

G_END_DECLS
