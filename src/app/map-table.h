/* map-table.h: the areas of the map as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-row.h"

G_BEGIN_DECLS

/**
 * BlMapTable: the same areas, figures and pick as the map, for reading and
 * sorting. While a library is picked it shows the areas nearest to it, unless
 * "show-all" (boolean property) is set.
 *
 * Signal "area-picked" (int): a row was selected; -1 for none.
 */
#define BL_TYPE_MAP_TABLE (bl_map_table_get_type ())
G_DECLARE_FINAL_TYPE (BlMapTable, bl_map_table, BL, MAP_TABLE, GtkWidget)

/**
 * BlMapTableShown: what the table is to say besides people, ages and the way. All may be NULL.
 */
typedef struct
{
  const char *name;          /* of what the map shows: "nearest", or a value's */
  const BlAreaValue *value, *second;
  gboolean minutes;          /* the way is measured in minutes */
} BlMapTableShown;

/* @access may be NULL. */
void bl_map_table_set_facts (BlMapTable *self, BlFacts *facts, const BlAccess *access, const BlMapTableShown *shown);
/* Colours the rows as the areas are on the map and names their groups; NULL for none. */
void bl_map_table_set_shading (BlMapTable *self, const BlMapShading *shading);
void bl_map_table_set_picked (BlMapTable *self, int library, int area);
/* The rows as they stand, in order: GListModel of BlMapRow. */
GListModel *bl_map_table_get_rows (BlMapTable *self);
/* The rows as they stand, tabs between the columns, for a spreadsheet. */
char *bl_map_table_to_text (BlMapTable *self);

G_END_DECLS
