/* plan-edit.h: changes to an improvement plan, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "improvement-plan.h"
#include "session.h"

G_BEGIN_DECLS

/* The exception that opens the plan before the assessment is complete, recorded with who and why and the day. FALSE where
 * one of the two is blank. */
gboolean bl_plan_edit_open_early (BlSession *session, BlAssessment *assessment, const char *who, const char *why);

/* FALSE: it would go round in a ring. */
gboolean bl_plan_edit_merge (BlSession *session, BlFinding *finding, BlFinding *into);
void bl_plan_edit_take_apart (BlSession *session, BlFinding *finding);
void bl_plan_edit_set_required (BlSession *session, BlFinding *finding, gboolean required);
void bl_plan_edit_set_chosen (BlSession *session, BlFinding *finding, gboolean chosen);
/* 1 … 3; 0: not known. A place that was chosen over the usual one is forgotten: it was chosen for what was said before. */
void bl_plan_edit_place (BlSession *session, BlFinding *finding, int effect, int effort);
/* "grid-first" … over the usual place, with a reason; NULL: the usual one. FALSE where a reason is wanted. */
gboolean bl_plan_edit_overrule (BlSession *session, BlFinding *finding, const char *place, const char *why);
/* An action made of the area; the project holds it. */
BlAction *bl_plan_edit_make_action (BlSession *session, BlAssessment *assessment, BlFinding *finding);

G_END_DECLS
