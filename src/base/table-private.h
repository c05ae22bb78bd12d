/* table-private.h: the inside of a table, for the files that make it up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

G_BEGIN_DECLS

/* Points further from the origin than this (metres) are not on our grid. */
#define BL_TABLE_MAX_COORDINATE 1e8

struct _BlTable
{
  gatomicrefcount ref_count;
  BlTableType type;
  guint n_rows;
  char *id;
  gsize size;
  char *block; /* all texts, one after the other, each with its NUL */
  gsize block_length;
  const char **texts; /* into the block; NULL where not known */
  double *numbers;
  BlPoint *points;
  BlOutlines outlines;
  BlRoads roads;
};

BlTable *bl_table_new_empty (BlTableType type, guint n_rows);
/* Names the table by what it holds; then it is finished. @sum is the checksum
 * of its content where that is known already, else %NULL. */
BlTable *bl_table_seal (BlTable *table, const char *sum);
/* What the checksum of a table's content is taken of begins with this. */
const char *bl_table_type_get_checksum_head (BlTableType type);

/* Each takes the array it is given; @block holds @n_rows texts. */
BlTable *bl_table_take_texts (char *block, gsize block_length, guint n_rows, const char *sum);
BlTable *bl_table_take_numbers (double *numbers, guint n_rows, const char *sum);
BlTable *bl_table_take_points (BlPoint *points, guint n_rows, const char *sum);
BlTable *bl_outlines_builder_take_table (BlOutlinesBuilder *builder, const char *sum);
/* The arrays of @roads, which are whole. */
BlTable *bl_table_take_network (const BlRoads *roads, const char *sum);
void bl_roads_clear (BlRoads *roads);
gboolean bl_table_point_is_known (BlPoint point);

/* Room for @n more points, x and y of each; then how many of them were used. */
gint32 *bl_outlines_builder_reserve (BlOutlinesBuilder *builder, guint n);
void bl_outlines_builder_use (BlOutlinesBuilder *builder, guint n);

G_END_DECLS
