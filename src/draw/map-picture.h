/* map-picture.h: a whole map, for a page, a printer or a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-painter.h"
#include "map-rings.h"

G_BEGIN_DECLS

/* Paints a part of a map on the view; @shape is NULL where there are only points. */
typedef void (*BlMapPicturePaint) (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlPoint *points,
                                   const BlPalette *palette, gpointer data);

/**
 * BlMapPicture: what a map shows, as plain data. All zero but @facts: plain
 * areas, the outline of the service, and libraries with names. The grid is
 * its projection.
 */
typedef struct
{
  const BlFacts *facts;
  BlMapLegend legend;        /* its classes or two values colour the areas; symbols are put in */
  const BlMapFill *fill;     /* instead, where the legend does not say how; NULL */
  const BlColour *plain;     /* areas that nothing else colours; NULL: a quiet grey */
  const int *nearest;        /* by area, with @library: what its catchment is made of; NULL: none is drawn */
  int library;               /* picked: index into facts; -1 for none */
  gboolean has_library;
  const BlMapRings *rings;
  const BlMapSymbol *symbols; /* NULL: the open libraries of the service */
  guint n_symbols;
  BlMapPicturePaint paint_under, paint_over; /* above the areas; below the markers */
  gpointer data;
} BlMapPicture;

/* Title and sources are not part of it: see bl_map_sheet_paint(). */
void bl_map_picture_paint (cairo_t *cr, double width, double height, const BlMapPicture *picture, double text_scale,
                           const BlPalette *palette);

G_END_DECLS
