/* adaptive-bin.h: tells its child when room is short, measured in letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BlAdaptiveBin: a bin with two thresholds in em, so that large text and a
 * small window are the same case. Properties: "child"; "narrow-below" and
 * "tight-below" (em, 0 for never); "narrow" and "tight" (read-only, notify);
 * "flowing" (its height follows its width, as of a card with sentences among other things).
 *
 * It can always be made smaller than its child, which is then cut off for the
 * one frame until the child has answered "narrow".
 */
#define BL_TYPE_ADAPTIVE_BIN (bl_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (BlAdaptiveBin, bl_adaptive_bin, BL, ADAPTIVE_BIN, GtkWidget)

GtkWidget *bl_adaptive_bin_get_child (BlAdaptiveBin *self);
void bl_adaptive_bin_set_child (BlAdaptiveBin *self, GtkWidget *child);
gboolean bl_adaptive_bin_get_narrow (BlAdaptiveBin *self);
gboolean bl_adaptive_bin_get_tight (BlAdaptiveBin *self);

G_END_DECLS
