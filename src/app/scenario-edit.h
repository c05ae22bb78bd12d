/* scenario-edit.h: changes to scenarios that are more than one field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scenario.h"
#include "session.h"

G_BEGIN_DECLS

/* Each is one named step to undo and is announced for the toast. What is made
 * is owned by the project. Those that make a scenario show it: they set the session's "scenario". */

BlScenario *bl_scenario_edit_add (BlSession *session);
/* The scenario that closes this library and does nothing else: the one there is, else a new one. */
BlScenario *bl_scenario_edit_what_if (BlSession *session, const char *library);
BlScenario *bl_scenario_edit_duplicate (BlSession *session, BlScenario *scenario);
/* The one before it, or today, is shown then. */
void bl_scenario_edit_delete (BlSession *session, BlScenario *scenario);
/* Several closed or opened at once: "Best sites" becomes a scenario. @closed: ids, may be NULL.
 * @opened: places of new ones, grid metres. */
BlScenario *bl_scenario_edit_add_layout (BlSession *session, const char *title, const char *note, GPtrArray *closed,
                                         const BlPoint *opened, guint n_opened);

/* A change of @kind to @library (id); for CLOSE and OPERATION, HOURS, MOVE, where the one there is. */
BlScenarioChange *bl_scenario_edit_change (BlSession *session, BlScenario *scenario, BlChangeKind kind,
                                           const char *library);
/* A new library or mobile stop at a place. @words: the postcode or grid reference it was put by; may be NULL. */
BlScenarioChange *bl_scenario_edit_open (BlSession *session, BlScenario *scenario, BlPoint place, const char *words);
BlScenarioChange *bl_scenario_edit_stop (BlSession *session, BlScenario *scenario, BlPoint place, const char *words);
/* Where a library is to stand: an opened one's own place, else that of the change that moves it, made where
 * there is none. @library: an id of the facts as they would be. */
void bl_scenario_edit_place (BlSession *session, BlScenario *scenario, const char *library, BlPoint place,
                             const char *words);
/* The same on a copy that is in no project: while a marker is dragged. FALSE where nothing can be moved so. */
gboolean bl_scenario_edit_place_in_copy (BlScenario *copy, const char *library, BlPoint place);
void bl_scenario_edit_remove_change (BlSession *session, BlScenarioChange *change);
/* @by: -1 earlier, 1 later. */
void bl_scenario_edit_move_change (BlSession *session, BlScenarioChange *change, int by);
/* Statutory or not (of a change of operation or a new library), who runs it. */
void bl_scenario_edit_set_operation (BlSession *session, BlScenarioChange *change, BlOperation operation);
void bl_scenario_edit_set_statutory (BlSession *session, BlScenarioChange *change, gboolean statutory);
/* The judgement of a group, made where there is none. @field: "judgement" or "mitigation". */
void bl_scenario_edit_set_effect (BlSession *session, BlScenario *scenario, const char *group, const char *field,
                                  const char *text);

/* "Gosforth closed": what a scenario of this one change is called. */
char *bl_scenario_edit_title_for (BlProject *project, BlScenarioChange *change);

G_END_DECLS
