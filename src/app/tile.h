/* tile.h: a key figure that opens its page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "palette.h"

G_BEGIN_DECLS

/* Paints the comparison into @width × @height. */
typedef void (*BlTileDraw) (cairo_t *cr, double width, double height, const BlPalette *palette, gpointer data);

/**
 * BlTile: a button: label, figure, plain comparison, and a drawing 30 px high
 * that carries the comparison. Its name for a screen reader is all the words.
 */
#define BL_TYPE_TILE (bl_tile_get_type ())
G_DECLARE_FINAL_TYPE (BlTile, bl_tile, BL, TILE, GtkButton)

void bl_tile_set (BlTile *self, const char *label, const char *figure, const char *comparison);
/* @data as long as the tile draws; NULL @draw leaves the drawing empty. */
void bl_tile_set_draw (BlTile *self, BlTileDraw draw, gpointer data);
/* "93.6%". */
const char *bl_tile_get_figure (BlTile *self);
const char *bl_tile_get_comparison (BlTile *self);

G_END_DECLS
