/* map-scale.h: how long a kilometre is on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * BlMapScale: a round number of metres above a bar of that length. Follows the
 * viewport.
 */
#define BL_TYPE_MAP_SCALE (bl_map_scale_get_type ())
G_DECLARE_FINAL_TYPE (BlMapScale, bl_map_scale, BL, MAP_SCALE, GtkWidget)

void bl_map_scale_set_viewport (BlMapScale *self, ShumateViewport *viewport);

G_END_DECLS
