/* map-page.h: the page Map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlMapPage: areas in colours, libraries by type, the catchment of the picked
 * one and its figures; below, the same areas as a table. A BlPage.
 *
 * Boolean properties that are actions too ("map.names" …): "names",
 * "one-mile", "two-miles", "streets", "statutory-only", "cross-boundary";
 * "value" (string) is the action "map.value". "table-shown", "pane-shown".
 */
#define BL_TYPE_MAP_PAGE (bl_map_page_get_type ())
G_DECLARE_FINAL_TYPE (BlMapPage, bl_map_page, BL, MAP_PAGE, AdwBin)

BlMapPage *bl_map_page_new (BlSession *session);

G_END_DECLS
