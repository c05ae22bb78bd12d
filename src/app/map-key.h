/* map-key.h: what colours and shapes on the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "map-shading.h"

G_BEGIN_DECLS

/**
 * BlMapKey: groups of the value shown with the people in each, so that it
 * is a small table too, and the shapes of libraries. Property "compact": one
 * strip, without people and shapes.
 */
#define BL_TYPE_MAP_KEY (bl_map_key_get_type ())
G_DECLARE_FINAL_TYPE (BlMapKey, bl_map_key, BL, MAP_KEY, GtkWidget)

/* @classes NULL: @title stands alone, @sentence says how to read the colours. */
void bl_map_key_set_value (BlMapKey *self, const char *title, const char *date, const char *sentence,
                              const BlClasses *classes, const BlMapShading *shading);
/* The shapes that occur among the libraries drawn. */
void bl_map_key_set_libraries (BlMapKey *self, const BlFacts *facts);

/* Of two values at once. */
void bl_map_key_set_two_way (BlMapKey *self, const char *first, const char *second, const char *sentence,
                             const BlTwoWay *two_way);

G_END_DECLS
