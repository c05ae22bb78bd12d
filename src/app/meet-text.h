/* meet-text.h: a part of the flipchart: what is done now, what is planned, notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlMeetText: a long text of the discussion of a characteristic, kept when typing pauses and when the focus leaves.
 *
 * Properties: "field" ("now", "planned" or "notes"), "title".
 */
#define BL_TYPE_MEET_TEXT (bl_meet_text_get_type ())
G_DECLARE_FINAL_TYPE (BlMeetText, bl_meet_text, BL, MEET_TEXT, AdwBin)

/* What was typed for another part is kept first. */
void bl_meet_text_set_part (BlMeetText *self, BlSession *session, BlAssessment *assessment, const char *item);
void bl_meet_text_flush (BlMeetText *self);
void bl_meet_text_focus (BlMeetText *self);

G_END_DECLS
