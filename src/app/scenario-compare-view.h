/* scenario-compare-view.h: all scenarios side by side with today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "scenario-equality.h"
#include "scenario-study.h"

G_BEGIN_DECLS

/**
 * BlScenarioCompareView: a table with a column for each scenario, each figure
 * with its difference from today, and the equality effects of the one looked at.
 */
#define BL_TYPE_SCENARIO_COMPARE_VIEW (bl_scenario_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioCompareView, bl_scenario_compare_view, BL, SCENARIO_COMPARE_VIEW, GtkWidget)

void bl_scenario_compare_view_show (BlScenarioCompareView *self, BlScenarioStudy *study);
/* Scrolls to it and gives it the keyboard. */
void bl_scenario_compare_view_go_to_equality (BlScenarioCompareView *self);
BlScenarioEquality *bl_scenario_compare_view_get_equality (BlScenarioCompareView *self);
/* The words of a cell, its difference behind a tab; column 0 is the measure, 1 today. NULL where there is none. */
char *bl_scenario_compare_view_get_text (BlScenarioCompareView *self, int column, int row);

G_END_DECLS
