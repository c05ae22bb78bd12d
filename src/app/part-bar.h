/* part-bar.h: how far one part is filled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BlPartBar: a bar, its title and how much of it is there in words. Complete is
 * dark, begun is orange as far as it goes, nothing is an empty bar.
 */
#define BL_TYPE_PART_BAR (bl_part_bar_get_type ())
G_DECLARE_FINAL_TYPE (BlPartBar, bl_part_bar, BL, PART_BAR, GtkWidget)

GtkWidget *bl_part_bar_new (void);
/* @share 0–1. */
void bl_part_bar_set (BlPartBar *self, const char *title, const char *note, double share);

G_END_DECLS
