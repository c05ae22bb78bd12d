/* dot-strip.h: one figure among the others, on a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

/**
 * BlDotStrip: @others (NaN are left out) as small grey dots, their middle as a tick, another
 * middle as a smaller one, and the one spoken of as a dot with a ring. One that stands far above
 * all others is drawn beyond a break of the line.
 */
typedef struct
{
  const double *others;
  guint n_others;
  double own;          /* NaN: not known, only the others are drawn */
  double middle;       /* NaN: none */
  double class_middle; /* NaN: none */
  gboolean story;      /* orange, and larger: colour is not all that says it */
} BlDotStrip;

void bl_dot_strip_paint (cairo_t *cr, double x, double y, double width, double height, const BlDotStrip *strip,
                         double text_scale, gboolean right_to_left, const BlPalette *palette);

G_END_DECLS
