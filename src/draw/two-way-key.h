/* two-way-key.h: what the nine colours of a map of two values mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"
#include "two-way.h"

G_BEGIN_DECLS

/* A square of nine with people in each, the first value growing to the right
 * and the second upwards, named along both edges. Draws nothing without @palette.
 * Returns the height. */
double bl_two_way_key_paint (cairo_t *cr, double x, double y, double width, const BlTwoWay *two_way, const char *first,
                             const char *second, double text_scale, const BlPalette *palette);

G_END_DECLS
