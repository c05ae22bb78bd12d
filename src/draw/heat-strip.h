/* heat-strip.h: how many people can reach an open library, by day and hour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

/**
 * BlHeatStrip: seven days of hours, Monday first.
 */
typedef struct
{
  guint first_hour, end_hour;    /* those shown: 8 to 20 */
  const double *percent;         /* day * 24 + hour; NaN: not known */
} BlHeatStrip;

/* A cell an hour: the darker the more people (lighter in the dark), its percent within where there
 * is room; an empty box where nobody can, hatched where it is not known. */
void bl_heat_strip_paint (cairo_t *cr, double x, double y, double width, double height, const BlHeatStrip *strip,
                          double text_scale, const BlPalette *palette);

G_END_DECLS
