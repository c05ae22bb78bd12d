/* needs-model.h: the index of need that is looked at, and its answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "need-presets.h"
#include "profile.h"
#include "session.h"
#include "use-against-need.h"

G_BEGIN_DECLS

/**
 * BlNeedsModel: which index is looked at, and what follows from it, computed
 * once for all parts of the page.
 *
 * A choice is the id of an index of the project or "preset:NAME"; a preset is stored as an
 * index with its first change. While a slider moves, weights may differ from the document's:
 * bl_needs_model_try_weight(); bl_needs_model_keep_weight() writes what was tried.
 *
 * Signals: "changed": everything is new. "weighed": only weights, and what follows from them.
 * "choices-changed": indices came, went or have other names.
 */
#define BL_TYPE_NEEDS_MODEL (bl_needs_model_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsModel, bl_needs_model, BL, NEEDS_MODEL, GObject)

BlNeedsModel *bl_needs_model_new (BlSession *session);
BlSession *bl_needs_model_get_session (BlNeedsModel *self);

/* --- Which index --------------------------------------------------------- */

/* Choices for the picker, indices of the project first: array of char*. */
GPtrArray *bl_needs_model_list_choices (BlNeedsModel *self);
char *bl_needs_model_describe_choice (BlNeedsModel *self, const char *choice);
const char *bl_needs_model_get_choice (BlNeedsModel *self);
void bl_needs_model_choose (BlNeedsModel *self, const char *choice);
/* The change that is being made brings this index: it is looked at once the change is there. */
void bl_needs_model_expect (BlNeedsModel *self, const char *choice);
/* NULL while it is a preset that is not stored. */
BlNeedsIndex *bl_needs_model_get_index (BlNeedsModel *self);
/* The preset it is or was made from; NULL for none. */
const BlNeedPreset *bl_needs_model_get_preset (BlNeedsModel *self);

/* --- What follows -------------------------------------------------------- */

BlFacts *bl_needs_model_get_facts (BlNeedsModel *self);
const BlAccess *bl_needs_model_get_access (BlNeedsModel *self); /* NULL where nothing is known of distance */
/* Measures with the weights of now; never NULL. */
const BlNeedsQuestion *bl_needs_model_get_question (BlNeedsModel *self);
/* Of areas; NULL for an index of libraries, and where it cannot be told: then the reason is a sentence. */
const BlNeeds *bl_needs_model_get_areas (BlNeedsModel *self);
const BlNeeds *bl_needs_model_get_libraries (BlNeedsModel *self);
const char *bl_needs_model_get_reason (BlNeedsModel *self);
/* One weight moved 10 points, the top ten; NULL without an answer. */
const BlNeedsFirmness *bl_needs_model_get_firmness (BlNeedsModel *self);
/* One weight moved by a quarter of itself: whose fifth changes. */
const BlNeedsFirmness *bl_needs_model_get_quarter (BlNeedsModel *self);
/* Never NULL. */
const BlProfiles *bl_needs_model_get_profiles (BlNeedsModel *self);
const BlUseAgainstNeed *bl_needs_model_get_use (BlNeedsModel *self);

/* --- Weights while they are moved ------------------------------------------ */

void bl_needs_model_try_weight (BlNeedsModel *self, guint measure, double weight);
/* Writes a weight that was tried, as one step with those before it; nothing to do when none was. */
void bl_needs_model_keep_weight (BlNeedsModel *self);

G_END_DECLS
