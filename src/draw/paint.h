/* paint.h: the few strokes that all painters share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

void bl_paint_set_colour (cairo_t *cr, BlColour colour);
/* A path only: the caller fills or strokes. @radius is cut to half the shorter side. */
void bl_paint_rounded (cairo_t *cr, double x, double y, double width, double height, double radius);
/* Fills the current path with slanting lines of @colour, @step units apart, and
 * clears it: the sign of no data, of doubt and of loss. */
void bl_paint_hatch (cairo_t *cr, BlColour colour, double step);
/* Fills the current path with dots of @colour, @step units apart, and clears it:
 * the sign of a count of people too small to be given. */
void bl_paint_dots (cairo_t *cr, BlColour colour, double step);
/* Card that floats over a map: opaque, rounded, with the outline of high contrast. */
void bl_paint_floating (cairo_t *cr, double x, double y, double width, double height, const BlPalette *palette);

G_END_DECLS
