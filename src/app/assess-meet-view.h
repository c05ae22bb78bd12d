/* assess-meet-view.h: the meeting, led from a projector: characteristic by characteristic, disagreements first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "meet-timer.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessMeetView: the facilitator's view, which has the window to itself. Properties: "session" (construct only),
 * "assessment" (BlAssessment; NULL). Signal "closed": the meeting is left; all is kept as it goes.
 *
 * It begins where the meeting stands: with the opening and the results while nothing is agreed, else with the first
 * characteristic that is not complete. While the project is open it stays where one was.
 *
 * # Shortcuts
 *
 * Page Down and Page Up go through the criteria, with Control through the characteristics; 1 to 9 agree on a level, 0
 * takes it back; Space and P stop and start the clock, + adds a minute; N is the next prompt, S shows what to say, comma
 * and full stop go through the steps, R shows reasons, A rates again, D writes down a different view, C confirms what is
 * within one level, K is the parking place; F1 helps; F11 fills the screen. Parameterless actions of the same: meet.next,
 * meet.previous, meet.next-part, meet.previous-part, meet.pause, meet.add-minute, meet.prompt, meet.say, meet.next-step,
 * meet.previous-step, meet.reasons, meet.again, meet.dissent, meet.confirm, meet.set-aside, meet.park, meet.parking,
 * meet.help, meet.fullscreen, meet.close; meet.show-results and meet.show-evidence lead elsewhere.
 */
#define BL_TYPE_ASSESS_MEET_VIEW (bl_assess_meet_view_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessMeetView, bl_assess_meet_view, BL, ASSESS_MEET_VIEW, AdwBin)

/* The part in front: -1 the opening, then the characteristics; as many as there are: the end. */
int bl_assess_meet_view_get_part (BlAssessMeetView *self);
/* The criterion in front; NULL at the opening and the end. */
const char *bl_assess_meet_view_get_criterion (BlAssessMeetView *self);
/* To that criterion, wherever it is; FALSE where there is none such. */
gboolean bl_assess_meet_view_show_criterion (BlAssessMeetView *self, const char *criterion);
BlMeetTimer *bl_assess_meet_view_get_timer (BlAssessMeetView *self);

G_END_DECLS
