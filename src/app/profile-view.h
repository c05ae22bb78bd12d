/* profile-view.h: the profile of the library picked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "needs-model.h"

G_BEGIN_DECLS

/**
 * BlProfileView: name, finding, and a dot strip for each measure. Property "full" (construct
 * only): all measures under headings; else the few that matter most, and a button "needs.profile".
 */
#define BL_TYPE_PROFILE_VIEW (bl_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (BlProfileView, bl_profile_view, BL, PROFILE_VIEW, GtkWidget)

void bl_profile_view_set_model (BlProfileView *self, BlNeedsModel *model);
/* Index into the facts; -1 or one that is not ranked: says to pick one. */
void bl_profile_view_set_library (BlProfileView *self, int library);

G_END_DECLS
