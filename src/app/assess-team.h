/* assess-team.h: who assesses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessTeam: the team of a self-assessment with what to think of its size; adding, changing and removing. Action
 * "team.add".
 */
#define BL_TYPE_ASSESS_TEAM (bl_assess_team_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessTeam, bl_assess_team, BL, ASSESS_TEAM, AdwBin)

/* @study: of now; NULL: nothing is shown. Called again after each change. */
void bl_assess_team_show (BlAssessTeam *self, BlSession *session, const BlAssessStudy *study);

G_END_DECLS
