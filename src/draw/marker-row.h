/* marker-row.h: the libraries of a service as a row of their shapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "marker.h"

G_BEGIN_DECLS

/* Draws one marker a library from @x on, centred in @height, in the order
 * given. They shrink until they fit in @width, in several rows when even the
 * smallest would not fit in one. More than that cannot be told apart: then each
 * look stands once with how many there are, in the order met. */
void bl_marker_row_paint (cairo_t *cr, double x, double y, double width, double height,
                          const BlMarkerLook *looks, guint n_looks, const BlPalette *palette);

G_END_DECLS
