/* result-edit.h: what a team says of a results area, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/* NULL: nothing has been said of it. Both are the assessment's. */
BlResult *bl_result_find (BlAssessment *assessment, const char *item);
BlAgreement *bl_result_find_agreement (BlAssessment *assessment, const char *item);
/* Whether the team has said that no data are held. */
gboolean bl_result_has_no_data (BlAssessment *assessment, const char *item);

/* @field: "trend", "comparison", "target", "coverage" or "cause". Blank: nothing. */
void bl_result_edit_set_words (BlSession *session, BlAssessment *assessment, BlResultsArea *area, const char *field,
                               const char *text);
/* A level of the results scale; NULL takes it away. "No data held" is said with it, and with another one not any more. */
void bl_result_edit_set_level (BlSession *session, BlAssessment *assessment, BlResultsArea *area, const char *level);
/* Why it was judged so. */
void bl_result_edit_set_reason (BlSession *session, BlAssessment *assessment, BlResultsArea *area, const char *text);

/* The areas to look at: all of the framework's; of the short route its own, and the one of the Outcome that the service puts
 * first, where that is chosen. Of BlResultsArea, borrowed. */
GPtrArray *bl_result_list_areas (BlAssessment *assessment, BlFramework *framework);
/* Areas of one Outcome, of which the short route takes one. */
GPtrArray *bl_result_list_outcomes (BlFramework *framework);
/* That one; NULL: not chosen. */
BlResultsArea *bl_result_find_first_outcome (BlAssessment *assessment, BlFramework *framework);
/* What was said of the one before stays in the file, but the area is no more looked at where nothing was. */
void bl_result_edit_put_first (BlSession *session, BlAssessment *assessment, BlFramework *framework, BlResultsArea *area);

/* An agreed strength or area for improvement of @item (a results area, or a characteristic). FALSE where there are four
 * already, and then @why_not says so kindly. */
gboolean bl_finding_edit_add (BlSession *session, BlAssessment *assessment, const char *item, BlFindingSide side,
                              const char *text, char **why_not);
void bl_finding_edit_remove (BlSession *session, BlFinding *finding);
/* That no data are held, put forward as an area for improvement in the words of the area. FALSE as above, or where that
 * was done already. */
gboolean bl_result_edit_put_forward (BlSession *session, BlAssessment *assessment, BlResultsArea *area, char **why_not);
gboolean bl_result_is_put_forward (BlAssessment *assessment, BlResultsArea *area);

G_END_DECLS
