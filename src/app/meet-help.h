/* meet-help.h: what the facilitator may need at any moment: ground rules, who is here, when things get difficult
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlMeetHelp: "Help me": all out of the framework of the assessment, with the keys of the meeting and the parking place.
 */
#define BL_TYPE_MEET_HELP (bl_meet_help_get_type ())
G_DECLARE_FINAL_TYPE (BlMeetHelp, bl_meet_help, BL, MEET_HELP, AdwWindow)

/* @first: what to open with: "difficult", "rules", "room" or "parking". */
GtkWidget *bl_meet_help_new (GtkWindow *parent, BlSession *session, BlAssessment *assessment, const char *first);

G_END_DECLS
