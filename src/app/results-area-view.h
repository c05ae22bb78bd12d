/* results-area-view.h: one results area of a self-assessment: what is held, what the team says of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlResultsAreaView: a page: what the area is about, what the project itself holds (at most four charts), the measures and
 * where they are usually held, the five ways of judging with the team's words, the judgement, that no data are held as a
 * finding, strengths and areas for improvement, questions.
 */
#define BL_TYPE_RESULTS_AREA_VIEW (bl_results_area_view_get_type ())
G_DECLARE_FINAL_TYPE (BlResultsAreaView, bl_results_area_view, BL, RESULTS_AREA_VIEW, AdwBin)

/* Charts on a page at most: more are listed without. */
#define BL_RESULTS_MOST_CHARTS 4

/* NULLs: nothing. @framework: that of the assessment. */
void bl_results_area_view_set_area (BlResultsAreaView *self, BlSession *session, BlAssessment *assessment,
                                    BlFramework *framework, BlResultsArea *area);
/* The project is another one. */
void bl_results_area_view_refresh (BlResultsAreaView *self);
void bl_results_area_view_flush (BlResultsAreaView *self);

G_END_DECLS
