/* map-study.h: what the page Map asks of the project, by the means chosen there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "class-rule.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlMapStudy: view state of the map that other pages do not share, and the
 * answers that follow from it. Properties (all notify): "session" (construct
 * only); "by" (string: how people get there, as bl_travel_parse() has it;
 * "straight" at first); "second" (string: name of the second value of a map of
 * two, or %NULL); "busy" (boolean: the way by road is being worked out).
 *
 * Signal "changed": the answers are others: the facts changed, or what counts, or
 * the means. In a straight line they are those of the session; by road they
 * come some tenths of a second later, and until then there are none.
 *
 * Signal "rules-changed": the groups of a value were chosen anew.
 */
#define BL_TYPE_MAP_STUDY (bl_map_study_get_type ())
G_DECLARE_FINAL_TYPE (BlMapStudy, bl_map_study, BL, MAP_STUDY, GObject)

BlMapStudy *bl_map_study_new (BlSession *session);
BlSession *bl_map_study_get_session (BlMapStudy *self);
const char *bl_map_study_get_by (BlMapStudy *self);
/* The means, for questions; its table belongs to the study. */
BlTravel bl_map_study_get_travel (BlMapStudy *self);
const char *bl_map_study_get_second (BlMapStudy *self);
/* %NULL where there is no answer (yet), and then @reason (may be NULL) says why. */
const BlCatchments *bl_map_study_get_catchments (BlMapStudy *self, const char **reason);
/* Which libraries count and by what means; the matrix belongs to the study. */
BlAccessQuestion bl_map_study_get_question (BlMapStudy *self);
gboolean bl_map_study_get_busy (BlMapStudy *self);

/* How a value is put into groups; all zero: the usual. */
BlClassRule bl_map_study_get_rule (BlMapStudy *self, const char *value);
void bl_map_study_set_rule (BlMapStudy *self, const char *value, const BlClassRule *rule);

G_END_DECLS
