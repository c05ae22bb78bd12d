/* scenario-key.h: what the colours of the difference map mean, with the people of each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "scenario-study.h"

G_BEGIN_DECLS

/**
 * BlScenarioKey: only the effects that occur, and no change: a small table.
 */
#define BL_TYPE_SCENARIO_KEY (bl_scenario_key_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioKey, bl_scenario_key, BL, SCENARIO_KEY, GtkWidget)

void bl_scenario_key_show (BlScenarioKey *self, BlScenarioStudy *study);

/* "Lose a library within a mile": what happens, for legend and table. */
char *bl_scenario_key_word (BlEffect effect, const BlYardstick *yardstick);

G_END_DECLS
