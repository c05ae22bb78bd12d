/* assess-change.h: changes to self-assessments that are more than one field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/* Takes @draft, which is in no project, into the project with its framework: @framework is one of the project, or one
 * that was read, which is then copied into it (once for each version). The assessment; the project holds it. */
BlAssessment *bl_assess_change_begin (BlSession *session, BlAssessment *draft, BlFramework *framework);
/* With all its ratings; what refers to it forgets it. */
void bl_assess_change_remove (BlSession *session, BlAssessment *assessment);

/* A new member without a name; the assessment holds it. @role: item of the roles of the framework; may be NULL. */
BlAssessmentMember *bl_assess_change_add_member (BlSession *session, BlAssessment *assessment, const char *role);
/* With their ratings and what they put forward: one step to undo. What was agreed stays. */
void bl_assess_change_remove_member (BlSession *session, BlAssessmentMember *member);
/* What was written under a heading of the model or a step of the vision (@item); NULL or blank: nothing. */
void bl_assess_change_state (BlSession *session, BlAssessment *assessment, const char *item, const char *heading, const char *text);
/* The statement of @item; NULL. */
BlStatement *bl_assess_find_statement (BlAssessment *assessment, const char *item);
/* "Ann Example"; "Staff member 3" where they have no name; g_free(). */
char *bl_assess_name_member (BlFramework *framework, BlAssessmentMember *member);

G_END_DECLS
