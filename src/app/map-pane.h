/* map-pane.h: what is picked on the map, in figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map-study.h"

G_BEGIN_DECLS

/**
 * BlMapPane: the picked library, from big to small: how many people, who, how
 * far, how deprived, when open, what if it were not there, sources. Without
 * one the picked area; without either the whole service.
 */
#define BL_TYPE_MAP_PANE (bl_map_pane_get_type ())
G_DECLARE_FINAL_TYPE (BlMapPane, bl_map_pane, BL, MAP_PANE, GtkWidget)

/* What is picked and known now; call it again when either changes. */
void bl_map_pane_show (BlMapPane *self, BlMapStudy *study);

G_END_DECLS
