/* scenario-changes.h: what a scenario changes, as a list one edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "scenario-study.h"

G_BEGIN_DECLS

/**
 * BlScenarioChanges: title and note of the scenario, a row for each change
 * that opens for its fields, and a menu of what can be added. The rows stay
 * while fields are typed in: they are made anew only when changes come or go.
 *
 * Signal "place-wanted" (BlChangeKind as int, string: library or NULL): a
 * place is to be shown on the map or typed for what is to be opened or moved.
 */
#define BL_TYPE_SCENARIO_CHANGES (bl_scenario_changes_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioChanges, bl_scenario_changes, BL, SCENARIO_CHANGES, GtkWidget)

void bl_scenario_changes_show (BlScenarioChanges *self, BlScenarioStudy *study);
/* Opens the row of a change and gives its @field (or its first one for NULL) the keyboard. */
void bl_scenario_changes_open (BlScenarioChanges *self, BlScenarioChange *change, const char *field);
/* Puts the cursor in the title. */
void bl_scenario_changes_rename (BlScenarioChanges *self);

G_END_DECLS
