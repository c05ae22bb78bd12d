/* scenario-strip.h: six figures of a scenario, each with today's beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "scenario-study.h"

G_BEGIN_DECLS

typedef enum
{
  BL_STRIP_MOVED,
  BL_STRIP_LOST,
  BL_STRIP_WITHIN,
  BL_STRIP_DISTANCE,
  BL_STRIP_HOURS,
  BL_STRIP_SAVING,
  BL_N_STRIP,
} BlStripCell;

/**
 * BlScenarioStrip: a card. Signal "cost-wanted": the running cost that the
 * saving lacks is to be given.
 */
#define BL_TYPE_SCENARIO_STRIP (bl_scenario_strip_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioStrip, bl_scenario_strip, BL, SCENARIO_STRIP, GtkWidget)

void bl_scenario_strip_show (BlScenarioStrip *self, BlScenarioStudy *study);
/* Six in a row, or fewer where room is short. */
void bl_scenario_strip_set_columns (BlScenarioStrip *self, guint columns);
const char *bl_scenario_strip_get_figure (BlScenarioStrip *self, BlStripCell cell);
const char *bl_scenario_strip_get_comparison (BlScenarioStrip *self, BlStripCell cell);

G_END_DECLS
