/* marker.h: the shape of a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "library.h"
#include "palette.h"

G_BEGIN_DECLS

/**
 * BlMarkerLook: shape says who runs it, filled says statutory.
 */
typedef struct
{
  BlOperation operation; /* UNKNOWN: closed, a cross */
  gboolean statutory;
  gboolean picked;       /* larger, with an orange ring */
  gboolean proposed;     /* five-pointed star */
} BlMarkerLook;

/* At x, y with @radius (6 by default, 7.5 picked) in the units of @cr. */
void bl_marker_paint (cairo_t *cr, double x, double y, double radius, const BlMarkerLook *look,
                      const BlPalette *palette);
/* A stop of a mobile library: a small upright bar, the shape of no library. */
void bl_marker_paint_stop (cairo_t *cr, double x, double y, const BlPalette *palette);

G_END_DECLS
