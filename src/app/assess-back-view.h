/* assess-back-view.h: looking back: what moved, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-compare.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessBackView: a view of BlAssessPage: this self-assessment beside an earlier one, a library's beside its service's,
 * or the team beside its critical friend: criterion by criterion how people lay then and now, what was agreed, what moved
 * and why. There is no score. A radar of one characteristic can be asked for.
 *
 * Property "moved-only" (boolean). Actions: "look-back.close" (Alt+Left), "look-back.find" (the choice of with whom).
 */
#define BL_TYPE_ASSESS_BACK_VIEW (bl_assess_back_view_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessBackView, bl_assess_back_view, BL, ASSESS_BACK_VIEW, AdwBin)

/* What is shown, good until the next change; NULL: there is nothing to compare with. */
const BlAssessBack *bl_assess_back_view_get_shown (BlAssessBackView *self);
/* Compares with the @choice-th: the other self-assessments in their order, then the critical friend where one rates. */
void bl_assess_back_view_compare (BlAssessBackView *self, guint choice);

G_END_DECLS
