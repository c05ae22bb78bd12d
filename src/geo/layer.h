/* layer.h: areas from GIS files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "table.h"

G_BEGIN_DECLS

#define BL_GEO_ERROR (bl_geo_error_quark ())
GQuark bl_geo_error_quark (void);
typedef enum
{
  BL_GEO_ERROR_READ,      /* cannot be read, or not a layer of these kinds */
  BL_GEO_ERROR_CONTENT,   /* read, but not what was asked for (no polygons, no such field) */
  BL_GEO_ERROR_CRS,       /* no coordinate system, and none fits: ask the user */
  BL_GEO_ERROR_CANCELLED,
} BlGeoError;

/**
 * BlLayerInfo: what is in a GIS file.
 */
typedef struct
{
  char *path, *format;   /* "GeoJSON", "Shapefile" … */
  char *layer;
  guint n_features;
  char **fields;         /* NULL-terminated */
  char *crs;             /* "EPSG:27700", or NULL when the file does not say */
  gboolean polygons;
} BlLayerInfo;

BlLayerInfo *bl_layer_inspect (const char *path, GError **error);
void bl_layer_info_free (BlLayerInfo *info);

/**
 * BlLayer: areas read, one row a code; parts of one code in several features
 * are put together. Coordinates in EPSG:27700.
 */
typedef struct
{
  guint n_rows;
  char **codes, **names; /* names[i] may be NULL */
  BlTable *outlines;     /* whole metres */
  BlPoint *centroids;    /* from the unrounded polygons */
  char *crs;             /* that of the file */
  GPtrArray *warnings;   /* of char * */
} BlLayer;

/* @code_field and @name_field: NULL finds them by name (LSOA11CD, LSOA21CD,
 * OA11CD, code …). @crs: for a layer that has none; NULL by extent. GDAL opens
 * the file with GeoJSON, TopoJSON, ESRI Shapefile, GPKG, KML drivers only. */
BlLayer *bl_layer_read (const char *path, const char *code_field, const char *name_field, const char *crs,
                        GCancellable *cancellable, GError **error);
void bl_layer_free (BlLayer *layer);

/* Opens nothing but what it is told: registers the allowed drivers once and
 * sets the error handler. Called by every function here. */
void bl_geo_init (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLayer, bl_layer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLayerInfo, bl_layer_info_free)

G_END_DECLS
