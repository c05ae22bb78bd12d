/* workspace.h: an open project in its window: sidebar, header bar, pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "page.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlWorkspace: properties "session" (construct only) and "page" (the short
 * name of the page in front: "overview", "libraries", "map").
 */
#define BL_TYPE_WORKSPACE (bl_workspace_get_type ())
G_DECLARE_FINAL_TYPE (BlWorkspace, bl_workspace, BL, WORKSPACE, AdwBin)

GtkWidget *bl_workspace_new (BlSession *session);
/* Makes the page at its first showing. A name that is no page's is ignored. */
void bl_workspace_show_page (BlWorkspace *self, const char *name);
const char *bl_workspace_get_page_name (BlWorkspace *self);
BlPage *bl_workspace_get_page (BlWorkspace *self);
/* The name of page @number in the sidebar, 0 first, or %NULL. */
const char *bl_workspace_get_nth_page (guint number);
void bl_workspace_toggle_sidebar (BlWorkspace *self);
/* The state of saving under the project's name, with a note for its tooltip (may be NULL). */
void bl_workspace_set_state (BlWorkspace *self, const char *title, const char *state, const char *note);
/* Over the page in front, where it covers no form. */
void bl_workspace_add_toast (BlWorkspace *self, AdwToast *toast);
/* A card above the page, until it is taken away. */
void bl_workspace_add_notice (BlWorkspace *self, GtkWidget *notice);
void bl_workspace_remove_notice (BlWorkspace *self, GtkWidget *notice);

G_END_DECLS
