/* reach-map.h: a small map of who lives more than a mile from a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "access.h"

G_BEGIN_DECLS

/**
 * BlReachMap: one finding in one colour. Not interactive: it stands in a card
 * whose title says what it shows.
 */
#define BL_TYPE_REACH_MAP (bl_reach_map_get_type ())
G_DECLARE_FINAL_TYPE (BlReachMap, bl_reach_map, BL, REACH_MAP, GtkWidget)

/* @access: by area; NULL when nothing is known, and then only the places are drawn. */
void bl_reach_map_set (BlReachMap *self, BlFacts *facts, const BlAccess *access);

G_END_DECLS
