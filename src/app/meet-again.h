/* meet-again.h: rating a criterion again, in silence, in the meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlMeetAgain: a line for each member with the levels. What was chosen is hidden at once, so that nobody looks at a
 * neighbour's. Nothing is kept before "Take these".
 */
#define BL_TYPE_MEET_AGAIN (bl_meet_again_get_type ())
G_DECLARE_FINAL_TYPE (BlMeetAgain, bl_meet_again, BL, MEET_AGAIN, AdwWindow)

GtkWidget *bl_meet_again_new (GtkWindow *parent, BlSession *session, BlAssessment *assessment, const char *criterion);
/* As a member does; @level: index among all of the scale, those without a number last. */
void bl_meet_again_choose (BlMeetAgain *self, guint member, guint level);
void bl_meet_again_take (BlMeetAgain *self);

G_END_DECLS
