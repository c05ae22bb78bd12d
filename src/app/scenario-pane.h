/* scenario-pane.h: who is affected by a scenario, and what it changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "scenario-changes.h"
#include "scenario-study.h"

G_BEGIN_DECLS

/**
 * BlScenarioPane: two tabs, "effects" and "changes".
 */
#define BL_TYPE_SCENARIO_PANE (bl_scenario_pane_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioPane, bl_scenario_pane, BL, SCENARIO_PANE, GtkWidget)

void bl_scenario_pane_show (BlScenarioPane *self, BlScenarioStudy *study);
/* Only the tests, which come later. */
void bl_scenario_pane_show_tests (BlScenarioPane *self, BlScenarioStudy *study);
void bl_scenario_pane_set_tab (BlScenarioPane *self, const char *tab);
BlScenarioChanges *bl_scenario_pane_get_changes (BlScenarioPane *self);

G_END_DECLS
