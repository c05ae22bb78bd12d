/* project.h: a planning project, and the transactions that change it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "areas.h"
#include "clock.h"
#include "group.h"
#include "history.h"
#include "ids.h"
#include "library.h"
#include "network.h"
#include "record.h"
#include "service.h"
#include "value-set.h"

G_BEGIN_DECLS

#define BL_PROJECT_VERSION "1.0"

/**
 * BlProject: the root record, kind "project". Fields: title (text), year
 * (integer: which year's operation says what is open; unset = newest known),
 * created (date), sample (boolean: some of it is invented), sample-note;
 * child: service; lists: libraries, libraries-nearby (BlLibrary, wrapped);
 * child: areas (BlAreas); lists: values (BlValueSet), groups (BlGroup); child:
 * network (BlNetwork); lists: travel (BlTravelTimes), members (BlUse); child: postcodes (BlPostcodes); lists:
 * stops (BlStop), scenarios (BlScenario), needs (BlNeedsIndex), indicators (BlIndicator),
 * series (BlSeries), comparisons (BlComparison), similar (BlNeighbours),
 * frameworks (BlFramework), assessments (BlAssessment), local-needs (BlLocalNeed), workflows (BlWorkflow), evidence (BlEvidence),
 * consultations (BlConsultation), appraisals (BlAppraisal), decisions (BlDecision), actions (BlAction), risks (BlRisk),
 * progress-reports (BlProgressReport), registers (BlRegisterEntry), links (BlThreadLink), versions (BlVersion).
 *
 * Signals: "changed" after each commit, undo and redo (once, when all records
 * have their new values). Properties besides the fields: "modified",
 * "can-undo", "can-redo", "undo-name", "redo-name".
 */
#define BL_TYPE_PROJECT (bl_project_get_type ())
G_DECLARE_FINAL_TYPE (BlProject, bl_project, BL, PROJECT, BlRecord)

BlProject *bl_project_new (BlIds *ids, BlClock *clock);
/* After reading: gives the project read (a BlProject without ids and clock) what it needs. */
void bl_project_set_context (BlProject *self, BlIds *ids, BlClock *clock);
/* Registers all kinds of record, so that the reader and the schema find them. */
void bl_project_register_kinds (void);

BlIds *bl_project_get_ids (BlProject *self);
BlClock *bl_project_get_clock (BlProject *self);
BlService *bl_project_get_service (BlProject *self);        /* may be NULL */
BlAreas *bl_project_get_areas (BlProject *self);            /* may be NULL */
GListModel *bl_project_get_libraries (BlProject *self);
GListModel *bl_project_get_libraries_nearby (BlProject *self);
GListModel *bl_project_get_values (BlProject *self);
GListModel *bl_project_get_groups (BlProject *self);
BlNetwork *bl_project_get_network (BlProject *self);        /* may be NULL */
GListModel *bl_project_get_scenarios (BlProject *self); /* of BlScenario, scenario.h */
GListModel *bl_project_get_needs (BlProject *self);     /* of BlNeedsIndex, needs-index.h */
GListModel *bl_project_get_versions (BlProject *self); /* of BlVersion, version.h */
BlValueSet *bl_project_find_value (BlProject *self, const char *name);
/* The year whose operation counts: the field, else the newest in any status, else 0. */
int bl_project_get_effective_year (BlProject *self);
/* Any record of the project by its id, or %NULL. */
BlRecord *bl_project_find (BlProject *self, const char *id);

/* Whose changes these are from now on. With a name each commit writes "changed"
 * and "changed-by" into the records it changed or brought in, to be undone with
 * the rest; without one (%NULL, the default) nothing is signed. */
void bl_project_set_author (BlProject *self, const char *name);
const char *bl_project_get_author (BlProject *self);
/* Forgets who changed what and who marked the versions, for what leaves the house; in the open transaction. */
void bl_project_clear_signatures (BlProject *self);

/* --- Transactions --------------------------------------------------------
 * One at a time; @name is shown to people after "Undo" ("Close Gosforth
 * Library"). A commit in which nothing changed leaves no step. Committing
 * drops what could be redone. */
void bl_project_begin (BlProject *self, const char *name);
gboolean bl_project_commit (BlProject *self); /* whether anything changed */
void bl_project_rollback (BlProject *self);
gboolean bl_project_in_transaction (BlProject *self);
/* Like commit, but joins the step before when it touched the same record's
 * same @field, is the last, and less than two seconds old: typing. */
gboolean bl_project_commit_coalesced (BlProject *self, BlRecord *record, const char *field);
/* The next change starts a step of its own (focus left the field). */
void bl_project_end_coalescing (BlProject *self);

/* Takes @record out of the project, in the open transaction, and clears every
 * reference to it and to what is below it. */
void bl_project_delete (BlProject *self, BlRecord *record);

/**
 * BlProjectRecorder: told after each commit, undo and redo, before anybody
 * else: @records are those whose own fields differ now from before, and those
 * that came in, in the order they did.
 */
typedef void (*BlProjectRecorder) (BlProject *self, const char *name, GPtrArray *records, gpointer data);
/* At most one; %NULL for none. */
void bl_project_set_recorder (BlProject *self, BlProjectRecorder recorder, gpointer data);

gboolean bl_project_undo (BlProject *self);
gboolean bl_project_redo (BlProject *self);
const char *bl_project_get_undo_name (BlProject *self); /* NULL when there is none */
const char *bl_project_get_redo_name (BlProject *self);
/* Undoes or redoes until exactly the first @n_done steps of the history are done. */
void bl_project_go_to_step (BlProject *self, guint n_done);
/* GListModel of BlStep, oldest first. */
GListModel *bl_project_get_history (BlProject *self);
/* Grows with each commit, undo and redo; results of work carry it. */
guint64 bl_project_get_revision (BlProject *self);
gboolean bl_project_get_modified (BlProject *self);
void bl_project_mark_saved (BlProject *self);

G_END_DECLS
