/* table.h: immutable bulk data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "roads.h"

G_BEGIN_DECLS

/**
 * BlTableType: what the rows of a table are.
 */
typedef enum
{
  BL_TABLE_TEXTS = 1, /* one short text a row; %NULL is not known */
  BL_TABLE_NUMBERS,   /* one double a row; NaN is not known */
  BL_TABLE_POINTS,    /* easting and northing in metres, kept to 0.1 m; NaN is not known */
  BL_TABLE_OUTLINES,  /* polygons in whole metres; a row may have none */
  BL_TABLE_NETWORK,   /* roads: a row a junction with the edges that begin there */
} BlTableType;

/**
 * BlPoint: easting and northing in metres on the British National Grid.
 */
typedef struct
{
  double x, y;
} BlPoint;

/**
 * BlOutlines: the polygons of a table, flat. Row r has the polygons
 * row_polygons[r] … row_polygons[r + 1]; polygon p the rings polygon_rings[p]
 * … polygon_rings[p + 1] (the first is the outside, the others are holes);
 * ring k the points ring_points[k] … ring_points[k + 1]. Rings are not closed:
 * the last point is not the first again. Each index array has one entry more
 * than there are things.
 */
typedef struct
{
  guint n_rows, n_polygons, n_rings, n_points;
  guint *row_polygons;
  guint *polygon_rings;
  guint *ring_points;
  gint32 *coordinates; /* x, y, x, y … metres */
} BlOutlines;

#define BL_TYPE_TABLE (bl_table_get_type ())
typedef struct _BlTable BlTable;
GType bl_table_get_type (void);

BlTable *bl_table_ref (BlTable *table);
void bl_table_unref (BlTable *table);

/* Each takes a copy. Texts: %NULL or "" is not known, no line breaks. */
BlTable *bl_table_new_texts (const char *const *texts, guint n_rows);
BlTable *bl_table_new_numbers (const double *numbers, guint n_rows);
BlTable *bl_table_new_points (const BlPoint *points, guint n_rows);
BlTable *bl_table_new_outlines (const BlOutlines *outlines);
/* %NULL when @roads is not whole: an index out of range, edges out of order, a place off the grid. */
BlTable *bl_table_new_network (const BlRoads *roads);

/* "table-" and the first 16 hexadecimal digits of the checksum of the content. */
const char *bl_table_get_id (BlTable *table);
BlTableType bl_table_get_table_type (BlTable *table);
guint bl_table_get_n_rows (BlTable *table);
const char *const *bl_table_get_texts (BlTable *table);
const double *bl_table_get_numbers (BlTable *table);
const BlPoint *bl_table_get_points (BlTable *table);
const BlOutlines *bl_table_get_outlines (BlTable *table);
const BlRoads *bl_table_get_roads (BlTable *table);
/* What it weighs in memory, in bytes. */
gsize bl_table_get_size (BlTable *table);

/* The content as the file holds it, and back. Rows are lines; numbers are
 * shortest text with "?" for not known; points are decimetres, each as the
 * difference from the row before; outlines and networks are metres, delta coded. */
char *bl_table_to_text (BlTable *table);
BlTable *bl_table_from_text (BlTableType type, const char *text, GError **error);
const char *bl_table_type_to_text (BlTableType type);
gboolean bl_table_type_from_text (const char *text, BlTableType *type);

/* A growable outlines value, for readers and tests. */
typedef struct _BlOutlinesBuilder BlOutlinesBuilder;
BlOutlinesBuilder *bl_outlines_builder_new (void);
void bl_outlines_builder_add_row (BlOutlinesBuilder *builder);
void bl_outlines_builder_add_polygon (BlOutlinesBuilder *builder);
void bl_outlines_builder_add_ring (BlOutlinesBuilder *builder);
void bl_outlines_builder_add_point (BlOutlinesBuilder *builder, gint32 x, gint32 y);
/* Adds one row with all polygons of row @row of @outlines. */
void bl_outlines_builder_add_copy (BlOutlinesBuilder *builder, const BlOutlines *outlines, guint row);
/* The builder is empty then. */
BlTable *bl_outlines_builder_to_table (BlOutlinesBuilder *builder);
void bl_outlines_builder_free (BlOutlinesBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTable, bl_table_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlOutlinesBuilder, bl_outlines_builder_free)

G_END_DECLS
