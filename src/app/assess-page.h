/* assess-page.h: the self-assessment: a facilitator in the box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment-study.h"
#include "page.h"

G_BEGIN_DECLS

/**
 * BlAssessPage: the list of self-assessments and the way through one: "home" (all of them, and the steps of the one
 * chosen), "prepare", "results", "rate", "meet", "plan", "back". Property "view" (string, notifies) is which is in front;
 * "assessment" (string: id, notifies) which self-assessment.
 *
 * Each view is a widget with the construct-only property "session" (BlSession), the property "assessment"
 * (BlAssessment, may be NULL; the view follows the project's changes by itself) and the signal "closed", after which
 * the page goes home. Views are made when first wanted; a line in the table of assess-page.c adds one.
 *
 * The dialog that begins one may be left and come back to while the project is open.
 *
 * Actions: "assess.show" (string: a view), "assess.choose" (string: id), "assess.rate" (string: id of the member who rates
 * on this machine), "assess.remove" (string: id), "assess.prepare" (string: a part of the view "prepare"), "page.add" (begins one),
 * "assess.frameworks" (what one assesses by, and versions of it).
 */
#define BL_TYPE_ASSESS_PAGE (bl_assess_page_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessPage, bl_assess_page, BL, ASSESS_PAGE, AdwBin)

BlAssessPage *bl_assess_page_new (BlSession *session);
const char *bl_assess_page_get_view (BlAssessPage *self);
/* FALSE where there is no such view, or no self-assessment to show in it. */
gboolean bl_assess_page_show (BlAssessPage *self, const char *view);
/* The one looked at; NULL: none. */
BlAssessment *bl_assess_page_get_assessment (BlAssessPage *self);
void bl_assess_page_choose (BlAssessPage *self, BlAssessment *assessment);

G_END_DECLS
