/* scenario-table.h: what changes, area by area: the map as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "scenario-row.h"

G_BEGIN_DECLS

/**
 * BlScenarioTable: sortable, and filtered by what changes. Signal
 * "area-picked" (int): a row was picked, -1 for none.
 */
#define BL_TYPE_SCENARIO_TABLE (bl_scenario_table_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioTable, bl_scenario_table, BL, SCENARIO_TABLE, GtkWidget)

void bl_scenario_table_show (BlScenarioTable *self, BlScenarioStudy *study);
void bl_scenario_table_set_picked (BlScenarioTable *self, int area);
/* Rows as they are shown, of BlScenarioRow. */
GListModel *bl_scenario_table_get_rows (BlScenarioTable *self);
/* Which are shown: 0 all that change, 1 … by effect in the order of the legend, the last all areas. */
void bl_scenario_table_set_filter (BlScenarioTable *self, guint filter);
/* What is said instead of rows where there is nothing to list (under today); %NULL where rows are shown. */
const char *bl_scenario_table_get_hint (BlScenarioTable *self);
/* With tabs between columns, for a spreadsheet. */
char *bl_scenario_table_to_text (BlScenarioTable *self);

G_END_DECLS
