/* layer-builder.h: areas put together from rings as they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layer.h"

G_BEGIN_DECLS

/**
 * BlLayerBuilder: one row a code, in order of first sight. Rings come in
 * metres of the National Grid; they are rounded for the outlines and kept
 * unrounded in the centroid.
 */
typedef struct _BlLayerBuilder BlLayerBuilder;
BlLayerBuilder *bl_layer_builder_new (void);
void bl_layer_builder_free (BlLayerBuilder *builder);

/* Opens feature number @feature with the code @code; @name may be NULL. */
void bl_layer_builder_begin (BlLayerBuilder *builder, const char *code, const char *name, guint feature);
/* The first ring of a polygon is its outside, the others are holes. @x and @y
 * are not closed: the last point is not the first again. */
void bl_layer_builder_begin_polygon (BlLayerBuilder *builder);
void bl_layer_builder_add_ring (BlLayerBuilder *builder, const double *x, const double *y, guint n_points);
/* What became of the feature: a new area, a further part of one, or a
 * contradiction. @first: the number of the code's first feature. */
typedef enum
{
  BL_LAYER_NEW,
  BL_LAYER_FURTHER_PART,
  BL_LAYER_OTHER_NAME, /* the code stood there already under another name */
  BL_LAYER_OVERLAP,    /* or with an outline that overlaps this one */
} BlLayerJoin;
BlLayerJoin bl_layer_builder_end (BlLayerBuilder *builder, guint *first);

/* Rings too small to be seen when rounded to the metre. */
guint bl_layer_builder_get_n_vanished (BlLayerBuilder *builder);
/* Fills rows, codes, names, outlines and centroids of @layer. */
void bl_layer_builder_finish (BlLayerBuilder *builder, BlLayer *layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLayerBuilder, bl_layer_builder_free)

G_END_DECLS
