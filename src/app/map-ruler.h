/* map-ruler.h: how long a kilometre is on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * BlMapRuler: a round number of metres above a bar of that length. Follows the
 * viewport.
 */
#define BL_TYPE_MAP_RULER (bl_map_ruler_get_type ())
G_DECLARE_FINAL_TYPE (BlMapRuler, bl_map_ruler, BL, MAP_RULER, GtkWidget)

void bl_map_ruler_set_viewport (BlMapRuler *self, ShumateViewport *viewport);

G_END_DECLS
