/* map-row.h: one area in the table below the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "area-value.h"
#include "map-shading.h"

G_BEGIN_DECLS

/**
 * BlMapColumn: what a row says, in the order of the table.
 */
typedef enum
{
  BL_MAP_COLUMN_AREA,
  BL_MAP_COLUMN_PEOPLE,
  BL_MAP_COLUMN_VALUE,    /* the value shown on the map, else the decile */
  BL_MAP_COLUMN_GROUP,    /* which group of the legend that is */
  BL_MAP_COLUMN_SECOND,   /* the second value of a map of two */
  BL_MAP_COLUMN_DISTANCE,
  BL_MAP_COLUMN_MINUTES,
  BL_MAP_COLUMN_NEAREST,
  BL_MAP_COLUMN_YOUNG,
  BL_MAP_COLUMN_OLD,
  BL_MAP_COLUMN_WITHIN,
  BL_MAP_N_COLUMNS
} BlMapColumn;

/**
 * BlMapRow: properties, all read-only: a text for each column ("area",
 * "people", "value", "group", "second", "distance", "minutes", "nearest", "young", "old", "within"), "colour"
 * (GdkRGBA, NULL for no data) with "value-marked" and "nearest-marked" (booleans:
 * beside which text it stands), "within-icon" and
 * "within-classes" (style classes, GStrv).
 */
#define BL_TYPE_MAP_ROW (bl_map_row_get_type ())
G_DECLARE_FINAL_TYPE (BlMapRow, bl_map_row, BL, MAP_ROW, GObject)

/* @value, @second and @access may be NULL. */
BlMapRow *bl_map_row_new (const BlFacts *facts, const BlAccess *access, const BlAreaValue *value,
                          const BlAreaValue *second, guint area);
/* The words of the legend for its group; NULL for none. @order: from low to high. */
void bl_map_row_set_group (BlMapRow *self, const char *group, int order);
guint bl_map_row_get_area (BlMapRow *self);
/* Index of the nearest library in the facts, or -1. */
int bl_map_row_get_nearest (BlMapRow *self);
const char *bl_map_row_get_text (BlMapRow *self, BlMapColumn column);
/* For the columns of numbers; NaN where not known. */
double bl_map_row_get_number (BlMapRow *self, BlMapColumn column);
/* The colour of the area on the map, beside the text of @column, which explains it
 * (BL_MAP_N_COLUMNS: beside none). */
void bl_map_row_set_colour (BlMapRow *self, const BlColour *colour, BlMapColumn column);
/* As g_strcmp0() for the rows' texts or numbers; what is not known comes last. */
int bl_map_row_compare (BlMapRow *a, BlMapRow *b, BlMapColumn column);

G_END_DECLS
