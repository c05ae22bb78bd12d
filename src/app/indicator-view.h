/* indicator-view.h: one indicator: what it says, its chart, its events, and what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "indicator.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlIndicatorView: the detail of one indicator, with a back button of its own. Properties: "session" (construct
 * only), "indicator" (BlIndicator), "table-shown" and "pane-shown" (booleans, for the page's buttons and keys).
 *
 * Signal "closed": the user wants to go back to the list, or the indicator is no longer in the project.
 */
#define BL_TYPE_INDICATOR_VIEW (bl_indicator_view_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorView, bl_indicator_view, BL, INDICATOR_VIEW, AdwBin)

GtkWidget *bl_indicator_view_new (BlSession *session);
/* @indicator: of the session's project; NULL for none. */
void bl_indicator_view_set_indicator (BlIndicatorView *self, BlIndicator *indicator);
BlIndicator *bl_indicator_view_get_indicator (BlIndicatorView *self);

G_END_DECLS
