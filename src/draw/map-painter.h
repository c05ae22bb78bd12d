/* map-painter.h: the map, on any cairo_t
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "classes.h"
#include "geometry.h"
#include "marker.h"

G_BEGIN_DECLS

/**
 * BlMapShape: outlines in drawing coordinates, y growing downwards, made once
 * for a set of outlines and a projection: the British National Grid for paper
 * and cards (unit: metre), Web Mercator for the interactive map (unit: 1/2^30
 * of the world). Immutable, reference counted, safe from any thread.
 */
typedef struct _BlMapShape BlMapShape;
typedef enum
{
  BL_MAP_GRID,
  BL_MAP_MERCATOR,
} BlMapProjection;
BlMapShape *bl_map_shape_new (const BlOutlines *outlines, BlMapProjection projection);
BlMapShape *bl_map_shape_ref (BlMapShape *shape);
void bl_map_shape_unref (BlMapShape *shape);
BlBounds bl_map_shape_get_bounds (const BlMapShape *shape);
/* A point of the British National Grid in drawing coordinates of @projection, and back. */
BlPoint bl_map_project (BlMapProjection projection, BlPoint grid);
BlPoint bl_map_unproject (BlMapProjection projection, BlPoint drawing);
/* First row that holds a point given in drawing coordinates, or -1. Indexed. */
int bl_map_shape_find (const BlMapShape *shape, BlPoint drawing);

/**
 * BlMapView: which part of the drawing coordinates is shown where.
 */
typedef struct
{
  double scale;         /* pixels a drawing unit */
  double x, y;          /* drawing coordinates at the top left */
  double width, height; /* pixels */
} BlMapView;
BlMapView bl_map_view_fit (BlBounds bounds, double width, double height, double padding);
BlPoint bl_map_view_to_pixels (const BlMapView *view, BlPoint drawing);
BlPoint bl_map_view_from_pixels (const BlMapView *view, double x, double y);

/* How an area is filled: an index into @fills, or -1 for no data (hatched). */
typedef struct
{
  const BlColour *fills;
  guint n_fills;
  const gint8 *by_area;  /* NULL: all fills[0] */
} BlMapFill;

/* Each paints only its part, clipped to the view, thinned to what can be seen. */
void bl_map_paint_ground (cairo_t *cr, const BlMapView *view, const BlPalette *palette);
void bl_map_paint_areas (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlMapFill *fill,
                         const BlPalette *palette);
/* Outline of the service (dark, 1.4 px), a catchment (white 5 px under orange 2.6 px), a picked area (white under ink). */
typedef enum
{
  BL_MAP_LINE_SERVICE,
  BL_MAP_LINE_CATCHMENT,
  BL_MAP_LINE_PICKED,
} BlMapLine;
void bl_map_paint_outline (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, int row, /* -1: all */
                           BlMapLine line, const BlPalette *palette);
/* Areas without outlines: a dot at each point, its area by people. */
void bl_map_paint_points (cairo_t *cr, const BlMapView *view, const BlPoint *drawing, const double *people,
                          guint n_points, const BlMapFill *fill, const BlPalette *palette);
/* A circle of @radius_metres round a point of the grid: reach. Dashed, labelled. */
void bl_map_paint_reach (cairo_t *cr, const BlMapView *view, BlMapProjection projection, BlPoint grid,
                         double radius_metres, const char *label, double text_scale, const BlPalette *palette);

/**
 * BlMapSymbol: a library on the map. Labels are placed greedily (right, left,
 * above, below, corners), never over markers, other labels or @avoid.
 */
typedef struct
{
  BlPoint drawing;
  BlMarkerLook look;
  const char *label;     /* NULL for none */
  gboolean faint;        /* not counted: drawn lighter */
} BlMapSymbol;
typedef struct
{
  double x, y, width, height;
} BlMapBox;
void bl_map_paint_symbols (cairo_t *cr, const BlMapView *view, const BlMapSymbol *symbols, guint n_symbols,
                           const BlMapBox *avoid, guint n_avoid, double text_scale, const BlPalette *palette);
/* Round number of metres no wider than @max_width px, bar and text, right-aligned at x, y. */
void bl_map_paint_scale (cairo_t *cr, const BlMapView *view, BlMapProjection projection, double x, double y,
                         double max_width, double text_scale, const BlPalette *palette);

/**
 * BlMapLegend: the groups of a value with people in each, and the marker key.
 */
void bl_map_paint_legend (cairo_t *cr, double x, double y, double width, const char *title, const char *date,
                          const BlClasses *classes, double text_scale, const BlPalette *palette, double *height);

/* A whole map of the grid as `map` and `summary` draw it: ground, areas by
 * @value (index into facts, -1 for plain), outline of the service, libraries with names, legend,
 * scale, attribution. */
void bl_map_paint_whole (cairo_t *cr, double width, double height, const BlFacts *facts, int value,
                         double text_scale, const BlPalette *palette);

G_END_DECLS
