/* briefing-view.h: the project shown to councillors, large, one thing at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlBriefingView: read only. Signal "closed": Escape, or its button.
 *
 * # Shortcuts
 *
 * Right, Down, Page Down and Space go on; Left, Up, Page Up and Backspace go back (Down and Up first scroll what is longer than
 * the screen); Home and End; T shows the table; N the
 * speaker's notes; Escape ends it. Parameterless actions: briefing.next, briefing.previous, briefing.first,
 * briefing.last, briefing.toggle-table, briefing.toggle-notes, briefing.close.
 *
 * # Accessibility
 *
 * Each slide is a group that takes the keyboard when it comes: its name is the finding and which of how many it is, its
 * description all that is said.
 */
#define BL_TYPE_BRIEFING_VIEW (bl_briefing_view_get_type ())
G_DECLARE_FINAL_TYPE (BlBriefingView, bl_briefing_view, BL, BRIEFING_VIEW, AdwBin)

/* @first: the key of the slide to begin with, "access", "map", "needs", "scenario:ID", "indicator:ID" or "peers:ID"; NULL
 * for none in particular. */
GtkWidget *bl_briefing_view_new (BlSession *session, const char *first);
guint bl_briefing_view_get_n_slides (BlBriefingView *self);
guint bl_briefing_view_get_slide (BlBriefingView *self);
/* The key of the slide that is shown; NULL: there is none. */
const char *bl_briefing_view_get_key (BlBriefingView *self);
void bl_briefing_view_show_slide (BlBriefingView *self, guint slide);

G_END_DECLS
