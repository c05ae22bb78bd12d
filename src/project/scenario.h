/* scenario.h: a set of changes one thinks about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "library.h"
#include "stop.h"

G_BEGIN_DECLS

/* What a change does. */
typedef enum
{
  BL_CHANGE_UNKNOWN,
  BL_CHANGE_CLOSE,     /* library */
  BL_CHANGE_OPEN,      /* the child "new-library" */
  BL_CHANGE_MOVE,      /* library, easting, northing, place */
  BL_CHANGE_HOURS,     /* library, monday … sunday or hours */
  BL_CHANGE_OPERATION, /* library, operation, statutory */
  BL_CHANGE_STOP,      /* the child "stop": one more stop of a mobile library */
} BlChangeKind;
#define BL_TYPE_CHANGE_KIND (bl_change_kind_get_type ())
GType bl_change_kind_get_type (void);

/* Kind "change". Fields: kind (BlChangeKind), library (reference), easting,
 * northing (real), place (text: the postcode or grid reference it was put by),
 * operation (BlOperation), statutory (boolean), monday … sunday (text: opening
 * hours as a library's; of a change of hours), hours (real: a week, where days
 * are not given), running-cost (money: pounds a year after the change), once-cost (money:
 * pounds, once), new-library (child BlLibrary, with its status in the
 * project's year), stop (child BlStop), note (long text). */
#define BL_TYPE_SCENARIO_CHANGE (bl_scenario_change_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioChange, bl_scenario_change, BL, SCENARIO_CHANGE, BlRecord)
BlScenarioChange *bl_scenario_change_new (const char *id);

/* What it does, in words, where @project gives the names: "Close Gosforth Library". */
char *bl_scenario_change_describe (BlScenarioChange *self, BlRecord *project);

/* What a person judges of a scenario's effect on one group. Kind "effect".
 * Fields: group (text: what it is about, a group as asked for, "aged_60_plus",
 * or a characteristic of equality.h, "disability"), judgement, mitigation (long
 * texts: what it would mean for them; what would soften it). */
#define BL_TYPE_SCENARIO_EFFECT (bl_scenario_effect_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioEffect, bl_scenario_effect, BL, SCENARIO_EFFECT, BlRecord)
BlScenarioEffect *bl_scenario_effect_new (const char *id);

/* Kind "scenario". Fields: title, note (long text: why it is thought about);
 * lists: changes (BlScenarioChange, not wrapped), applied in order; effects
 * (BlScenarioEffect, not wrapped), one for each group that was judged. */
#define BL_TYPE_SCENARIO (bl_scenario_get_type ())
G_DECLARE_FINAL_TYPE (BlScenario, bl_scenario, BL, SCENARIO, BlRecord)
BlScenario *bl_scenario_new (const char *id);

/* The judgement of @group, or %NULL. */
BlScenarioEffect *bl_scenario_find_effect (BlScenario *self, const char *group);
/* "A", "B" … "Z", "AA": by its place among the scenarios of its project. */
char *bl_scenario_get_letter (BlScenario *self);

G_END_DECLS
