/* share-bar.h: how much of the whole, as one bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

/* The share within a standard in blue, what is beyond it in orange, side by
 * side with a gap. @percent 0–100; NaN is not known: a hatched bar. A share
 * that is not nothing is never drawn as nothing. */
void bl_share_bar_paint (cairo_t *cr, double x, double y, double width, double height, double percent,
                         const BlPalette *palette);

G_END_DECLS
