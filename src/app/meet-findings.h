/* meet-findings.h: choosing two to four strengths, or areas for improvement, in the meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlMeetFindings: those agreed, in their order, to be changed, moved and taken out; those that members put forward, to be
 * taken; a line for another. The fifth is refused kindly, and what is missing is asked for.
 *
 * Property "side" (BlFindingSide).
 */
#define BL_TYPE_MEET_FINDINGS (bl_meet_findings_get_type ())
G_DECLARE_FINAL_TYPE (BlMeetFindings, bl_meet_findings, BL, MEET_FINDINGS, AdwBin)

void bl_meet_findings_set_session (BlMeetFindings *self, BlSession *session);
/* @item: the characteristic; what is shown is worked out anew. */
void bl_meet_findings_set_part (BlMeetFindings *self, BlAssessment *assessment, const char *item);
/* Puts the keyboard where another one is written. */
void bl_meet_findings_focus (BlMeetFindings *self);

G_END_DECLS
