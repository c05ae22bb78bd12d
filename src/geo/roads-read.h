/* roads-read.h: road networks from files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layer.h"

G_BEGIN_DECLS

typedef enum
{
  BL_ROADS_NONE,
  BL_ROADS_OSM,        /* OpenStreetMap, .osm.pbf or .osm */
  BL_ROADS_OPEN_ROADS, /* OS Open Roads: a GeoPackage or Shapefile of road links */
} BlRoadsFormat;

/**
 * BlRoadsFile: a road network read from a file, and what became of it.
 */
typedef struct
{
  BlRoadsFormat format;
  BlTable *roads;
  guint n_ways;        /* ways or links taken */
  guint n_joins;       /* edges of the network: between two junctions each */
  double metres, walk_metres, cycle_metres, drive_metres; /* lengths before they are rounded */
  guint n_outside;     /* left out: beyond the clip */
  guint n_closed;      /* left out: nobody may go there (private, no access, areas) */
  guint n_other;       /* left out: not ways, or not yet or no longer */
  GPtrArray *warnings; /* of char *, sentences */
  char *newest;        /* the day of the file's newest change where it says, "2023-06-13", or NULL */
} BlRoadsFile;
void bl_roads_file_free (BlRoadsFile *file);

/* By the ending and, for GeoPackages and Shapefiles, by the layers: what kind of roads it holds. Quick. */
BlRoadsFormat bl_roads_recognise (const char *path);

/* @share: 0 … 1 of the file. Called from the thread that reads. */
typedef void (*BlRoadsProgress) (double share, gpointer data);

/* What is within @margin metres of the rows of @outlines and of @places is
 * taken; both NULL or empty: all of it. GDAL opens the file with the OSM, GPKG
 * and ESRI Shapefile drivers only. */
BlRoadsFile *bl_roads_read (const char *path, const BlOutlines *outlines, const BlPoint *places, guint n_places,
                            double margin, BlRoadsProgress progress, gpointer data, GCancellable *cancellable,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRoadsFile, bl_roads_file_free)

G_END_DECLS
