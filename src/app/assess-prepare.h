/* assess-prepare.h: making a self-assessment ready: team, day, files, who we are, vision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessPrepare: a view of BlAssessPage. Property "part" (string: "team", "day", "files", "model", "vision"). Actions:
 * "prepare.back" (Alt+Left), "prepare.show" (string: a part).
 */
#define BL_TYPE_ASSESS_PREPARE (bl_assess_prepare_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessPrepare, bl_assess_prepare, BL, ASSESS_PREPARE, AdwBin)

G_END_DECLS
