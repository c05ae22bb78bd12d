/* findings-box.h: the two to four strengths, or areas for improvement, of a part of a self-assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlFindingsBox: those agreed, with how many there are to be, each to be changed or taken out, and a line to add one; the
 * fifth is refused kindly. Follows the project.
 *
 * Property "side" (BlFindingSide).
 */
#define BL_TYPE_FINDINGS_BOX (bl_findings_box_get_type ())
G_DECLARE_FINAL_TYPE (BlFindingsBox, bl_findings_box, BL, FINDINGS_BOX, AdwBin)

/* @item: the results area or characteristic; NULL: none. */
void bl_findings_box_set_part (BlFindingsBox *self, BlSession *session, BlAssessment *assessment, const char *item);
/* Says in the place of the refusal; NULL: nothing. */
void bl_findings_box_say (BlFindingsBox *self, const char *words);

G_END_DECLS
