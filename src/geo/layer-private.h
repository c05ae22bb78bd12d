/* layer-private.h: an open GIS file, and its coordinates on the National Grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layer.h"

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

G_BEGIN_DECLS

/**
 * BlLayerSource: one layer of one file, open for reading. While it is open,
 * what GDAL has to say on this thread is gathered here.
 */
typedef struct
{
  char *path;          /* what was opened: the .shp when a companion was named */
  char *shown;         /* name of the file, for messages */
  const char *format;  /* "GeoJSON", "Shapefile" … */
  GDALDatasetH dataset;
  OGRLayerH layer;
  char *failure;       /* GDAL's first failure, or NULL */
  GPtrArray *remarks;  /* GDAL's warnings, without repeats */
} BlLayerSource;

BlLayerSource *bl_layer_source_open (const char *path, GError **error);
/* The same with other drivers, their open options (NULL: none), and what is said, behind the name of the file, of one
 * that none of them takes. */
BlLayerSource *bl_layer_source_open_with (const char *path, const char *const *drivers, const char *const *options,
                                          const char *refusal, GError **error);
void bl_layer_source_close (BlLayerSource *source);
/* FALSE with an error when GDAL failed since the file was opened. */
gboolean bl_layer_source_check (BlLayerSource *source, GError **error);
/* What the geometries of the layer are: polygons, or not, or to be seen. */
typedef enum
{
  BL_LAYER_SHAPE_POLYGONS,
  BL_LAYER_SHAPE_OTHER,
  BL_LAYER_SHAPE_MIXED, /* the file does not say */
} BlLayerShape;
BlLayerShape bl_layer_source_get_shape (BlLayerSource *source);

/**
 * BlLayerTransform: from the coordinates of a layer to the National Grid.
 */
typedef struct
{
  char *crs;             /* "EPSG:27700", else its name */
  gboolean assumed;      /* the file does not say: by its extent */
  gboolean grid;         /* is the National Grid already */
  OGRCoordinateTransformationH to_wgs84; /* NULL where the coordinates are longitude and latitude */
} BlLayerTransform;

/* @crs: for a layer that has none, or NULL. */
BlLayerTransform *bl_layer_transform_new (BlLayerSource *source, const char *crs, GError **error);
void bl_layer_transform_free (BlLayerTransform *transform);
/* In place; what cannot be transformed becomes NaN. */
void bl_layer_transform_points (BlLayerTransform *transform, double *x, double *y, guint n_points);
/* The layer's own, "EPSG:27700" or a name, NULL when it does not say. */
char *bl_layer_source_get_crs (BlLayerSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLayerSource, bl_layer_source_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLayerTransform, bl_layer_transform_free)

G_END_DECLS
