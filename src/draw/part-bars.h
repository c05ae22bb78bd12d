/* part-bars.h: what an index is made of, as a few small standing bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

/* One bar for each of @n parts, 0 … 100, all of one colour on a pale ground of the full
 * height; what is not known (NaN) is an empty box. */
void bl_part_bars_paint (cairo_t *cr, double x, double y, double width, double height, const double *parts, guint n,
                         const BlPalette *palette);

G_END_DECLS
