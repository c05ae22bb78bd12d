/* window.h: the window: start, making a project, an open project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * BlWindow: one window, at most one project. Properties: "context" (construct
 * only), "session" (read-only, %NULL at the start page).
 *
 * Its actions are parameterless and named "win.save", "win.undo",
 * "win.show-libraries" and so on; shortcuts.ui lists those with a key.
 */
#define BL_TYPE_WINDOW (bl_window_get_type ())
G_DECLARE_FINAL_TYPE (BlWindow, bl_window, BL, WINDOW, AdwApplicationWindow)

GtkWidget *bl_window_new (GtkApplication *application, BlContext *context);
BlContext *bl_window_get_context (BlWindow *self);
BlSession *bl_window_get_session (BlWindow *self);
/* %NULL while no project is open. */
BlWorkspace *bl_window_get_workspace (BlWindow *self);
/* Whether a project can be put here without taking another one's place. */
gboolean bl_window_is_free (BlWindow *self);
/* Reads a project in a thread and shows it; says in a dialog what is wrong. */
void bl_window_open (BlWindow *self, GFile *file);
/* The same with the sample, which is a copy: saving it asks where. */
void bl_window_open_sample (BlWindow *self);
void bl_window_take_document (BlWindow *self, BlDocument *document);
/* The new-project assistant. */
void bl_window_start_project (BlWindow *self);
void bl_window_show_start (BlWindow *self);

G_END_DECLS
