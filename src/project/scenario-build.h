/* scenario-build.h: putting changes into a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"
#include "scenario.h"

G_BEGIN_DECLS

/* Each of these wants an open transaction where @scenario stands in @project.
 * Where the scenario changes the same thing of the same library already, that
 * change is changed. The scenario holds what is returned. */

BlScenarioChange *bl_scenario_add_close (BlScenario *self, const char *library);
/* A static library at @point, run by @operation in the project's year; @place (may be NULL) is what it was put by. */
BlScenarioChange *bl_scenario_add_open (BlScenario *self, BlProject *project, const char *name, BlPoint point,
                                        const char *place, BlOperation operation, gboolean statutory);
/* @library may be the id of one that the scenario itself opens: then that is put elsewhere. */
BlScenarioChange *bl_scenario_add_move (BlScenario *self, const char *library, BlPoint point, const char *place);
/* @hours as people type them: "Mon 10:00-13:00 14:00-17:00; Tue-Fri 9.30-17.00", days not named are
 * closed; or a week's hours, "12". Nothing is changed on an error (BL_BASE_ERROR_NUMBER). */
BlScenarioChange *bl_scenario_add_hours (BlScenario *self, const char *library, const char *hours, GError **error);
/* @statutory may be NULL: stays as it is. */
BlScenarioChange *bl_scenario_add_operation (BlScenario *self, const char *library, BlOperation operation,
                                             const gboolean *statutory);
BlScenarioChange *bl_scenario_add_stop (BlScenario *self, const char *name, BlPoint point, const char *place);

G_END_DECLS
