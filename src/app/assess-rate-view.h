/* assess-rate-view.h: members rate in turn on one machine, each alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessRateView: whose turn it is, who has rated how many (never what), then the ratings of that one alone.
 *
 * Construct-only property "session"; properties "assessment" (BlAssessment; NULL) and "member" (BlAssessmentMember;
 * NULL: to be chosen). Setting either hides what was being rated. Signal "closed".
 *
 * Actions: "turn.begin", "turn.another" (choose somebody else), "turn.close".
 */
#define BL_TYPE_ASSESS_RATE_VIEW (bl_assess_rate_view_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessRateView, bl_assess_rate_view, BL, ASSESS_RATE_VIEW, AdwBin)

G_END_DECLS
