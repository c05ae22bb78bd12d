/* map-mark.h: a colour of the map beside a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "palette.h"

G_BEGIN_DECLS

/**
 * BlMapMark: drawn as on the map. Property "colour" (GdkRGBA): NULL is no
 * data, hatched. It says nothing to a screen reader: the word beside it does.
 */
#define BL_TYPE_MAP_MARK (bl_map_mark_get_type ())
G_DECLARE_FINAL_TYPE (BlMapMark, bl_map_mark, BL, MAP_MARK, GtkWidget)

GtkWidget *bl_map_mark_new_colour (const BlColour *colour);
void bl_map_mark_set_colour (BlMapMark *self, const BlColour *colour);
/* Of a count of people too small to be given: dotted. */
void bl_map_mark_set_few (BlMapMark *self);
/* Pixels before the text scale; 0 is the usual size. */
void bl_map_mark_set_size (BlMapMark *self, double width, double height);

G_END_DECLS
