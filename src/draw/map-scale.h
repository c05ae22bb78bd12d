/* map-scale.h: how long things on a map are, and who made its outlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "map-symbols.h"

G_BEGIN_DECLS

/* A round number of metres (1, 2 or 5 with noughts) whose bar, at the middle of
 * the view, is no wider than @max_width px; @pixels is its length. Metres are
 * those of the ground, in both projections. */
double bl_map_scale_measure (const BlMapView *view, BlMapProjection projection, double max_width, double *pixels);
/* Round number of metres no wider than @max_width px, bar and text; @x, @y is
 * its bottom right corner. */
void bl_map_paint_scale (cairo_t *cr, const BlMapView *view, BlMapProjection projection, double x, double y,
                         double max_width, double text_scale, const BlPalette *palette);
/* What bl_map_paint_scale() covers, drawn at the same place. */
BlMapBox bl_map_scale_box (cairo_t *cr, double x, double y, double max_width, double text_scale);
/* The line every map carries, with a halo, at most @max_width wide; @x, @y is
 * its bottom right corner. Draws nothing without @palette. Returns what it covers. */
BlMapBox bl_map_paint_attribution (cairo_t *cr, double x, double y, double max_width, double text_scale,
                                   const BlPalette *palette);
/* A circle of @radius_metres round a point of the grid: reach. Dashed, labelled. */
void bl_map_paint_reach (cairo_t *cr, const BlMapView *view, BlMapProjection projection, BlPoint grid,
                         double radius_metres, const char *label, double text_scale, const BlPalette *palette);

G_END_DECLS
