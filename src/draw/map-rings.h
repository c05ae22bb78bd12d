/* map-rings.h: how far one gets in so many minutes or metres, as lines on a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "map-shape.h"
#include "palette.h"

G_BEGIN_DECLS

#define BL_MAP_RINGS_MAX 6

/**
 * BlMapRings: lines round libraries, nearest first. By road: the outlines of
 * what is reached, a row of @shape for each. In a straight line: circles of
 * @metres on the ground about each of @centres.
 */
typedef struct
{
  guint n;
  const char *labels[BL_MAP_RINGS_MAX];  /* "5 min" */
  double metres[BL_MAP_RINGS_MAX];       /* without a shape */
  const BlMapShape *shape;               /* NULL: circles */
  const BlPoint *centres;                /* of the British National Grid */
  guint n_centres;
} BlMapRings;

/* Nearer rings are solid, the farther the more broken, and each has its label:
 * colour does not tell them apart. */
void bl_map_paint_rings (cairo_t *cr, const BlMapView *view, BlMapProjection projection, const BlMapRings *rings,
                         double text_scale, const BlPalette *palette);

/* The line round all rows of @shape together, such as published isochrones of
 * several libraries, with one label (NULL for none): in dots, so that it is no ring of ours. */
void bl_map_paint_isochrones (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const char *label,
                              double text_scale, const BlPalette *palette);

G_END_DECLS
