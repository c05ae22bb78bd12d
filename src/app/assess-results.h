/* assess-results.h: the results section of a self-assessment: what the service achieves, area by area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessResults: the results areas of the framework of a self-assessment (the short route's: three, and the Outcomes put
 * first), each a page, and where each stands.
 *
 * Construct-only property "session"; properties "assessment" (BlAssessment; NULL: none) and "area" (string: item of the
 * area in front, notifies). Signal "closed". Page Up and Page Down with Ctrl go to the area before and after.
 */
#define BL_TYPE_ASSESS_RESULTS (bl_assess_results_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessResults, bl_assess_results, BL, ASSESS_RESULTS, AdwBin)

/* The item of the area in front; NULL: none. */
const char *bl_assess_results_get_area (BlAssessResults *self);
/* FALSE where there is none of that item. */
gboolean bl_assess_results_show (BlAssessResults *self, const char *item);

G_END_DECLS
