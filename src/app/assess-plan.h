/* assess-plan.h: from areas for improvement to priorities, and from priorities to actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessPlan: the improvement plan of a self-assessment, in four steps: "merge", "weigh", "choose", "act". Closed until
 * the assessment is complete, with what is missing and the exception that opens it early; "closed" then.
 *
 * Construct-only property "session"; properties "assessment" (BlAssessment; NULL: none) and "step" (string, notifies).
 * Signal "closed".
 */
#define BL_TYPE_ASSESS_PLAN (bl_assess_plan_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessPlan, bl_assess_plan, BL, ASSESS_PLAN, AdwBin)

const char *bl_assess_plan_get_step (BlAssessPlan *self);
/* FALSE where the plan is closed, or there is no such step. */
gboolean bl_assess_plan_show (BlAssessPlan *self, const char *step);

G_END_DECLS
