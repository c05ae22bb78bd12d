/* plan-answer.h: where a planning exercise stands, as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "readiness-study.h"
#include "workflow-study.h"

G_BEGIN_DECLS

void bl_plan_answer_status (const BlWorkflowStudy *study, const BlReadyStudy *ready);
void bl_plan_answer_timeline (const BlWorkflowStudy *study);
void bl_plan_answer_readiness (const BlReadyStudy *ready);

G_END_DECLS
