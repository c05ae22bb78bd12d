/* session.h: one open project and what is looked at in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "base-figures.h"
#include "context.h"
#include "document.h"
#include "facts.h"

G_BEGIN_DECLS

/**
 * BlSession: view state that is not document. Properties (all notify):
 *
 * "document" (BlDocument, construct only); "library" (string: id of the picked
 * library or %NULL); "area" (string: code of the picked area or %NULL);
 * "value" (string: name of the value shown on the map, "nearest" for shading
 * by nearest library); "scenario" (string: id of the scenario looked at, or %NULL for today); "library-state" (uint: BlLibraryState the table of
 * libraries is filtered by); "statutory-only" and "cross-boundary" (booleans: which libraries count).
 *
 * Signal "facts-changed": after the project changed or which libraries count
 * did; facts and catchments are the new ones.
 *
 * Signal "announced" (string): a change was made, in the words of the toast
 * that offers to undo it.
 */
#define BL_TYPE_SESSION (bl_session_get_type ())
G_DECLARE_FINAL_TYPE (BlSession, bl_session, BL, SESSION, GObject)

BlSession *bl_session_new (BlContext *context, BlDocument *document);
BlContext *bl_session_get_context (BlSession *self);
BlDocument *bl_session_get_document (BlSession *self);
BlProject *bl_session_get_project (BlSession *self);
/* Whether it may be changed: not what a newer program made, nor an earlier state that is looked at. */
gboolean bl_session_get_editable (BlSession *self);
/* Snapshot of now; owned by the session, take a ref to keep it. Never %NULL. */
BlFacts *bl_session_get_facts (BlSession *self);
/* Nearest-library catchments of now with the suggested groups
 * (bl_group_suggestions), limits 1 and 2 miles; %NULL when the project lacks
 * what it needs, and then @reason (may be NULL) says what in plain words. */
const BlCatchments *bl_session_get_catchments (BlSession *self, const char **reason);
/* The groups of bl_session_get_catchments(), in its order; array of BlGroupCounts. */
GPtrArray *bl_session_get_groups (BlSession *self);

/* The base measures of the project as it is now, for bl_indicator_values_new(): owned by the session, good until the
 * next "facts-changed" and not to be kept. %NULL where the dictionary is not installed, and then @reason (may be
 * NULL) says so. */
BlBaseFigures *bl_session_get_figures (BlSession *self, const char **reason);

const char *bl_session_get_library (BlSession *self);
void bl_session_set_library (BlSession *self, const char *id);
const char *bl_session_get_area (BlSession *self);
void bl_session_set_area (BlSession *self, const char *code);
const char *bl_session_get_value (BlSession *self);
void bl_session_set_value (BlSession *self, const char *name);
const char *bl_session_get_scenario (BlSession *self);
/* The scenario looked at; %NULL for today. */
void bl_session_set_scenario (BlSession *self, const char *id);
/* Grows with each "facts-changed": what was made from the answers before is stale. */
guint64 bl_session_get_generation (BlSession *self);
/* After a commit: what was done, for the toast ("Gosforth Library removed").
 * A commit that announces nothing is shown by the name of its step. */
void bl_session_announce (BlSession *self, const char *done);

G_END_DECLS
