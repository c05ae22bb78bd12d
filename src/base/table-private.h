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
  char **texts;
  double *numbers;
  BlPoint *points;
  BlOutlines outlines;
};

BlTable *bl_table_new_empty (BlTableType type, guint n_rows);
/* Names the table by what it holds; then it is finished. */
BlTable *bl_table_seal (BlTable *table);
/* Each takes the array it is given. */
BlTable *bl_table_take_texts (char **texts, guint n_rows);
BlTable *bl_table_take_numbers (double *numbers, guint n_rows);
BlTable *bl_table_take_points (BlPoint *points, guint n_rows);
gboolean bl_table_point_is_known (BlPoint point);

G_END_DECLS
