/* scenario-row.h: one area in the table of differences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "scenario-study.h"

G_BEGIN_DECLS

typedef enum
{
  BL_SCENARIO_COLUMN_AREA,
  BL_SCENARIO_COLUMN_PEOPLE,
  BL_SCENARIO_COLUMN_EFFECT,
  BL_SCENARIO_COLUMN_BEFORE,
  BL_SCENARIO_COLUMN_AFTER,
  BL_SCENARIO_COLUMN_CHANGE,
  BL_SCENARIO_COLUMN_NEAREST,
  BL_SCENARIO_N_COLUMNS
} BlScenarioColumn;

/**
 * BlScenarioRow: texts and, where they are numbers, numbers; metres or, where
 * the yardstick is a time, minutes.
 */
#define BL_TYPE_SCENARIO_ROW (bl_scenario_row_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioRow, bl_scenario_row, BL, SCENARIO_ROW, GObject)

BlScenarioRow *bl_scenario_row_new (BlScenarioStudy *study, guint area);
guint bl_scenario_row_get_area (BlScenarioRow *self);
BlEffect bl_scenario_row_get_effect (BlScenarioRow *self);
const char *bl_scenario_row_get_text (BlScenarioRow *self, BlScenarioColumn column);
/* NaN for what is not known and for texts. */
double bl_scenario_row_get_number (BlScenarioRow *self, BlScenarioColumn column);
/* As g_strcmp0() for the rows' texts or numbers; what is not known comes last. */
int bl_scenario_row_compare (BlScenarioRow *a, BlScenarioRow *b, BlScenarioColumn column);
/* "Metres today" and the like. */
char *bl_scenario_row_get_title (BlScenarioColumn column, const BlYardstick *yardstick);
gboolean bl_scenario_row_is_number (BlScenarioColumn column);

G_END_DECLS
