/* flow-arrow.h: people who go from one library to another, as an arrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "geometry.h"
#include "palette.h"

G_BEGIN_DECLS

/**
 * BlFlowArrow: from a marker to a marker, in pixels. All bend to the same
 * side, so that arrows from one place never lie on each other, nor there and
 * back.
 */
typedef struct
{
  BlPoint from, to; /* middles of the markers */
  double clear;     /* pixels left free round each */
  double width;     /* of the line */
} BlFlowArrow;

/* Width for @people where the largest flow has @most: pixels, never a hairline. */
double bl_flow_arrow_width (double people, double most);
/* FALSE where the markers are too close for an arrow. */
gboolean bl_flow_arrow_is_drawn (const BlFlowArrow *arrow);
/* The line at @t, 0 at its start to 1 at its tip. */
BlPoint bl_flow_arrow_at (const BlFlowArrow *arrow, double t);
void bl_flow_arrow_paint (cairo_t *cr, const BlFlowArrow *arrow, const BlPalette *palette);

G_END_DECLS
