/* roads-reading.h: what the readers of road files share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layer-private.h"
#include "roads-clip.h"
#include "roads-join.h"
#include "roads-read.h"

G_BEGIN_DECLS

/**
 * BlRoadsReading: one file of roads being read. The arrays hold the way at
 * hand: @x and @y as the file has them, then @points on the grid.
 */
typedef struct
{
  BlLayerSource *source;
  BlRoadsClip *clip; /* NULL: all of it */
  BlRoadsJoiner *joiner;
  BlRoadsFile *file;
  BlRoadsProgress progress;
  gpointer data;
  GCancellable *cancellable;
  guint n_seen;

  guint n_allocated;
  double *x, *y, *metres;
  BlPoint *points;
  guint64 *keys;
} BlRoadsReading;

/* Each reads all ways of the file that @reading->source is. */
gboolean bl_roads_read_osm (BlRoadsReading *reading, GError **error);
gboolean bl_roads_read_open_roads (BlRoadsReading *reading, GError **error);

BlLayerSource *bl_roads_open_osm (const char *path, GError **error);
BlLayerSource *bl_roads_open_open_roads (const char *path, GError **error);

/* Room for a way of @n_points points. */
void bl_roads_reading_reserve (BlRoadsReading *reading, guint n_points);
/* The way at hand, its keys, points and metres filled: what of it lies within the clip is taken, and counted. */
void bl_roads_reading_take (BlRoadsReading *reading, guint n_points, BlRoadClass road_class, guint access, guint limit);
/* Now and then: tells how far it is (0 … 1) and FALSE with an error when it is to stop. */
gboolean bl_roads_reading_go_on (BlRoadsReading *reading, double share, GError **error);

G_END_DECLS
