/* library-editor.h: the pane in which a library is edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlLibraryEditor: shows the library picked in its session. Signal "closed":
 * the button that hides the pane was pressed.
 */
#define BL_TYPE_LIBRARY_EDITOR (bl_library_editor_get_type ())
G_DECLARE_FINAL_TYPE (BlLibraryEditor, bl_library_editor, BL, LIBRARY_EDITOR, AdwBin)

void bl_library_editor_set_session (BlLibraryEditor *self, BlSession *session);
/* The library shown, or %NULL. */
BlLibrary *bl_library_editor_get_library (BlLibraryEditor *self);
/* Puts the cursor in its name. */
void bl_library_editor_focus (BlLibraryEditor *self);
/* Puts it in its running cost. */
void bl_library_editor_focus_cost (BlLibraryEditor *self);

G_END_DECLS
