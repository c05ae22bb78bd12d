/* response-window.h: a response file, and nothing else: one member rates alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "context.h"

G_BEGIN_DECLS

/**
 * BlResponseWindow: rates in a response file, which is saved as it goes. Where it cannot be saved (read-only, full,
 * altered elsewhere or by hand) it says so and offers to save it as another file; nothing that was typed is lost.
 *
 * Actions: "win.save", "win.save-as", "win.finish", "win.go-on", "win.load-again", "win.keep", "win.close".
 */
#define BL_TYPE_RESPONSE_WINDOW (bl_response_window_get_type ())
G_DECLARE_FINAL_TYPE (BlResponseWindow, bl_response_window, BL, RESPONSE_WINDOW, AdwApplicationWindow)

GtkWidget *bl_response_window_new (GtkApplication *application, BlContext *context, const char *path);
const char *bl_response_window_get_path (BlResponseWindow *self);
/* Saves what was said, to the file or to @path; what is wrong stands in the window then. */
gboolean bl_response_window_save (BlResponseWindow *self);
gboolean bl_response_window_save_as (BlResponseWindow *self, const char *path);

G_END_DECLS
