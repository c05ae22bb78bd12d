/* survive-squares.h: in how many tests an answer is the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

/* A row of little squares from @x, as many as wide as @width in each line:
 * filled for the same answer, hollow for another. Those that agree come first.
 * Returns the height; with @cr NULL it is only measured. */
double bl_survive_squares_paint (cairo_t *cr, double x, double y, double width, guint same, guint n,
                                 double text_scale, const BlPalette *palette);

G_END_DECLS
