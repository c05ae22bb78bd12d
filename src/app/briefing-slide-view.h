/* briefing-slide-view.h: one slide of a briefing on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "briefing-slide.h"

G_BEGIN_DECLS

/**
 * BlBriefingSlideView: finding above, drawing and figures side by side, one below the other where room is short.
 * Properties: "table-shown" and "notes-shown" (booleans).
 */
#define BL_TYPE_BRIEFING_SLIDE_VIEW (bl_briefing_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (BlBriefingSlideView, bl_briefing_slide_view, BL, BRIEFING_SLIDE_VIEW, AdwBin)

/* Keeps @slide; it is the @number-th of @n. */
GtkWidget *bl_briefing_slide_view_new (BlBriefingSlide *slide, guint number, guint n);
/* Scrolls a step down (1) or up (-1); FALSE: there is nothing more that way. */
gboolean bl_briefing_slide_view_scroll (BlBriefingSlideView *self, int direction);
BlBriefingSlide *bl_briefing_slide_view_get_slide (BlBriefingSlideView *self);

G_END_DECLS
