/* assess-home.h: all self-assessments, and the way through the one chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessHome: what the self-assessment is for where there is none yet; else the steps of the way through the one
 * chosen, what is done, what is next and why, who has rated how much, and what is missing before the plan opens.
 *
 * Construct-only property "session"; property "assessment" (BlAssessment; NULL: none). Buttons activate the actions
 * of BlAssessPage.
 */
#define BL_TYPE_ASSESS_HOME (bl_assess_home_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessHome, bl_assess_home, BL, ASSESS_HOME, AdwBin)

G_END_DECLS
