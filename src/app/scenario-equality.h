/* scenario-equality.h: what a scenario means for each group, with room for judgement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "equality.h"
#include "scenario-study.h"

G_BEGIN_DECLS

/**
 * BlScenarioEquality: a row for each protected characteristic and each local
 * group: what the figures say of it, or that there are none, and what a person
 * judges and would do. Rows stay while one types.
 */
#define BL_TYPE_SCENARIO_EQUALITY (bl_scenario_equality_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioEquality, bl_scenario_equality, BL, SCENARIO_EQUALITY, GtkWidget)

void bl_scenario_equality_show (BlScenarioEquality *self, BlScenarioStudy *study);
guint bl_scenario_equality_get_n_rows (BlScenarioEquality *self);

G_END_DECLS
