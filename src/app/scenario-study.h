/* scenario-study.h: today against the scenario that is looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "consequences.h"
#include "scenario-compare.h"
#include "session.h"
#include "survive.h"
#include "yardstick.h"

G_BEGIN_DECLS

/**
 * BlScenarioStudy: the answers that page, map, pane and report share, worked
 * out at first question and kept until something changes: the project, the
 * session's "scenario", which libraries count (the session's "statutory-only"
 * and "cross-boundary"), the yardstick, or a trial.
 *
 * Signal "changed": the answers are others. "tests-changed": those of
 * bl_scenario_study_get_tests() are; they come from a thread a little later.
 */
#define BL_TYPE_SCENARIO_STUDY (bl_scenario_study_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioStudy, bl_scenario_study, BL, SCENARIO_STUDY, GObject)

BlScenarioStudy *bl_scenario_study_new (BlSession *session);
BlSession *bl_scenario_study_get_session (BlScenarioStudy *self);

/* %NULL: today. */
BlScenario *bl_scenario_study_get_scenario (BlScenarioStudy *self);
/* While a marker is dragged: a copy of the scenario as it would be, which is
 * looked at instead; %NULL ends it. The copy is in no project. */
void bl_scenario_study_set_trial (BlScenarioStudy *self, BlScenario *trial);
BlScenario *bl_scenario_study_get_trial (BlScenarioStudy *self);

/* Of BlYardstick, owned by the study; what the project can answer. */
GPtrArray *bl_scenario_study_get_yardsticks (BlScenarioStudy *self);
guint bl_scenario_study_get_yardstick_index (BlScenarioStudy *self);
const BlYardstick *bl_scenario_study_get_yardstick (BlScenarioStudy *self);
/* Where that takes working out ways by road, the one before stays until a thread has done it. */
void bl_scenario_study_set_yardstick (BlScenarioStudy *self, guint index);
/* Ways are being worked out. */
gboolean bl_scenario_study_is_busy (BlScenarioStudy *self);
/* Only libraries open at that minute of the week count; -1: whenever. */
int bl_scenario_study_get_week_minute (BlScenarioStudy *self);
void bl_scenario_study_set_week_minute (BlScenarioStudy *self, int minute);
/* One of the user's own, metres in a straight line; it is chosen. */
void bl_scenario_study_add_yardstick (BlScenarioStudy *self, double metres);

BlFacts *bl_scenario_study_get_facts (BlScenarioStudy *self);   /* today */
BlFacts *bl_scenario_study_get_changed (BlScenarioStudy *self); /* as they would be; of today: the same */
/* What could not be applied, of char *. */
GPtrArray *bl_scenario_study_get_faults (BlScenarioStudy *self);
/* For today nothing changes. %NULL when the project lacks what it takes, and
 * then @reason (may be NULL) says so. Groups: everyone, then those of bl_session_get_groups(). */
const BlConsequences *bl_scenario_study_get (BlScenarioStudy *self, const char **reason);
/* The same if only statutory libraries count; %NULL when that is asked already, or not known. */
const BlConsequences *bl_scenario_study_get_statutory (BlScenarioStudy *self);
/* Whether the answer survives other ways of counting; %NULL of today and until it is known. */
const BlSurvive *bl_scenario_study_get_tests (BlScenarioStudy *self);
/* All scenarios of the project beside today, with the yardstick of now; @titles (of char *) gets
 * "A  Gosforth closed" for each, @finding what there is to say of them (NULL where nothing is). */
BlScenariosCompared *bl_scenario_study_compare (BlScenarioStudy *self, char **finding, GPtrArray *titles, GError **error);
/* The question of now; what it borrows lives as long as the study and until the next change. */
BlAccessQuestion bl_scenario_study_get_question (BlScenarioStudy *self);

G_END_DECLS
