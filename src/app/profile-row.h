/* profile-row.h: one measure of a library's profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "profile.h"

G_BEGIN_DECLS

/**
 * BlProfileRow: what is measured, the figure, where it stands among the others. Property
 * "full" (construct only): with both middles in words, and what to do where it is not known.
 */
#define BL_TYPE_PROFILE_ROW (bl_profile_row_get_type ())
G_DECLARE_FINAL_TYPE (BlProfileRow, bl_profile_row, BL, PROFILE_ROW, GtkWidget)

GtkWidget *bl_profile_row_new (gboolean full);
void bl_profile_row_set (BlProfileRow *self, const BlProfiles *profiles, guint row, guint measure);
/* So that figures and strips stand below each other. */
void bl_profile_row_join (BlProfileRow *self, GtkSizeGroup *values, GtkSizeGroup *strips, GtkSizeGroup *middles);

G_END_DECLS
