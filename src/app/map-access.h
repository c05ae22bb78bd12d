/* map-access.h: access seen whole: yardsticks side by side, the curve of reach, hours of the week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map-study.h"

G_BEGIN_DECLS

/**
 * BlMapAccess: beside the table of areas below the map. What it says is worked
 * out in a thread, once it is to be seen.
 */
#define BL_TYPE_MAP_ACCESS (bl_map_access_get_type ())
G_DECLARE_FINAL_TYPE (BlMapAccess, bl_map_access, BL, MAP_ACCESS, GtkWidget)

/* The answers are others, or it is to be seen now. */
void bl_map_access_show (BlMapAccess *self, BlMapStudy *study);
/* Whether everything asked for is there. */
gboolean bl_map_access_is_ready (BlMapAccess *self);
/* Yardsticks, curve and hours, tabs between the columns, for a spreadsheet; what is missing when it is not ready. */
char *bl_map_access_to_text (BlMapAccess *self);

G_END_DECLS
