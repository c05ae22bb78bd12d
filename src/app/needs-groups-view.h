/* needs-groups-view.h: who of each group of people is within reach
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlNeedsGroupsView: groups by yardsticks; groups of one's own are added and removed.
 */
#define BL_TYPE_NEEDS_GROUPS_VIEW (bl_needs_groups_view_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsGroupsView, bl_needs_groups_view, BL, NEEDS_GROUPS_VIEW, GtkWidget)

void bl_needs_groups_view_set_session (BlNeedsGroupsView *self, BlSession *session);
/* The table, tabs between the columns, for a spreadsheet. */
char *bl_needs_groups_view_to_text (BlNeedsGroupsView *self);
/* Whether what is shown is of now. */
gboolean bl_needs_groups_view_is_current (BlNeedsGroupsView *self);

G_END_DECLS
