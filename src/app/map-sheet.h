/* map-sheet.h: what is picked on the map, below it, where room is short
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map-study.h"

G_BEGIN_DECLS

/**
 * BlMapSheet: title, one line and the five figures of the pane, with the same
 * main action. The rest is one button away.
 */
#define BL_TYPE_MAP_SHEET (bl_map_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BlMapSheet, bl_map_sheet, BL, MAP_SHEET, GtkWidget)

void bl_map_sheet_show (BlMapSheet *self, BlMapStudy *study);

G_END_DECLS
