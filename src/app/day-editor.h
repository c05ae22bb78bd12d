/* day-editor.h: the opening hours of one day, typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlDayEditor: property "day" (0 Monday … 6). A closed day has a plus, an open
 * one a line for each span with a minus; what is wrong stands below.
 */
#define BL_TYPE_DAY_EDITOR (bl_day_editor_get_type ())
G_DECLARE_FINAL_TYPE (BlDayEditor, bl_day_editor, BL, DAY_EDITOR, GtkWidget)

/* @library NULL: shows nothing. */
void bl_day_editor_set_library (BlDayEditor *self, BlSession *session, BlLibrary *library);
/* "Monday", translated. */
const char *bl_day_editor_get_name (guint day);
/* For the keyboard and tests: opens the day or adds a span. */
void bl_day_editor_add_span (BlDayEditor *self);
void bl_day_editor_remove_span (BlDayEditor *self, guint span);
/* As typed: "10:00", "17:00". */
void bl_day_editor_type (BlDayEditor *self, guint span, const char *from, const char *to);
/* What is wrong, or %NULL. */
const char *bl_day_editor_get_error (BlDayEditor *self);

G_END_DECLS
