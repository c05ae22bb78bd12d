/* swatch.h: the little box of colour beside a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

/* @colour: NULL for no data, hatched. An edge keeps a pale one apart from what
 * it stands on. */
void bl_swatch_paint (cairo_t *cr, double x, double y, double width, double height, const BlColour *colour,
                      const BlPalette *palette);
/* The same for a count of people too small to be given: dotted. */
void bl_swatch_paint_few (cairo_t *cr, double x, double y, double width, double height, const BlPalette *palette);

G_END_DECLS
