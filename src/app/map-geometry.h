/* map-geometry.h: where everything is on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "access.h"
#include "map-painter.h"

G_BEGIN_DECLS

/**
 * BlMapNeighbour: another service, named on the land that is its own.
 */
typedef struct
{
  char *name;     /* "North Tyneside" */
  GArray *places; /* BlPoint: where its name may stand, best first */
} BlMapNeighbour;

/**
 * BlMapGeometry: the places of a project in drawing coordinates of
 * BL_MAP_MERCATOR. Immutable, reference counted, safe from any thread. What
 * has no outlines has NULL shapes; what has no place is NaN.
 */
typedef struct
{
  BlFacts *facts;
  int *nearest;           /* by area: index into facts->libraries, or -1 */
  BlMapShape *areas;      /* a row an area */
  BlMapShape *service;    /* one row: inner borders gone */
  BlMapShape *catchments; /* a row a library of the facts; empty for one without areas */
  BlPoint *points;        /* by area */
  double *people;         /* by area; NaN where not known */
  BlPoint *libraries;     /* by library */
  double *unit_metres;    /* by library: metres a drawing unit is long there */
  gint8 *colours;         /* by library: see map-colouring.h */
  GArray *neighbours;     /* BlMapNeighbour */
  BlBounds bounds;        /* the whole service: its areas and open libraries */
  /*< private >*/
  gatomicrefcount ref_count;
} BlMapGeometry;

#define BL_TYPE_MAP_GEOMETRY (bl_map_geometry_get_type ())
GType bl_map_geometry_get_type (void);

/* @nearest: by area, as in BlAccess; NULL when nothing can be said about distances. @previous: what can
 * be shared with it is not made again; may be NULL. */
BlMapGeometry *bl_map_geometry_new (BlFacts *facts, const int *nearest, const BlMapGeometry *previous);
/* The same in a thread: projecting a county takes some tenths of a second. */
void bl_map_geometry_new_async (BlFacts *facts, const int *nearest, BlMapGeometry *previous,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BlMapGeometry *bl_map_geometry_new_finish (GAsyncResult *result, GError **error);
BlMapGeometry *bl_map_geometry_ref (BlMapGeometry *self);
void bl_map_geometry_unref (BlMapGeometry *self);

/* The area at a place, or -1: the outline round it, else the dot under it
 * within @reach drawing units. */
int bl_map_geometry_find_area (const BlMapGeometry *self, BlPoint drawing, double reach);
/* Where a card about an area points to; FALSE when it has no place. */
gboolean bl_map_geometry_get_area_place (const BlMapGeometry *self, int area, BlPoint *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMapGeometry, bl_map_geometry_unref)

G_END_DECLS
