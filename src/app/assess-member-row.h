/* assess-member-row.h: one of the team: who they are, what they see, whether they rate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessMemberRow: opened, the fields of a member, made when first wanted; a team of thirty is many.
 */
#define BL_TYPE_ASSESS_MEMBER_ROW (bl_assess_member_row_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessMemberRow, bl_assess_member_row, BL, ASSESS_MEMBER_ROW, AdwExpanderRow)

GtkWidget *bl_assess_member_row_new (BlSession *session, BlFramework *framework, BlAssessmentMember *member);
BlAssessmentMember *bl_assess_member_row_get_member (BlAssessMemberRow *self);
/* After the project changed. */
void bl_assess_member_row_refresh (BlAssessMemberRow *self);
/* Opens it and goes to the name. */
void bl_assess_member_row_edit (BlAssessMemberRow *self);

G_END_DECLS
