/* assess-edit.h: branchline-cli assess: what is said in an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "command.h"
#include "framework-items.h"

G_BEGIN_DECLS

/**
 * BlAssessEdit: what the options say; NULL or FALSE where not given.
 */
typedef struct
{
  char *assessment, *framework, *title, *scale, *route, *library, *rate_by, *meeting, *second_meeting,
      *starts, *place;
  char *member, *role, *organisation, *knows;
  char *about, *level, *reason, *example, *evidence, *given, *side, *text, *criteria, *name, *review, *parked, *levels,
      *parked_with;
  char *now, *planned, *notes, *trend, *comparison, *target, *coverage, *cause, *change, *date;
  int effect, effort;
  gboolean facilitates, no_rating, agreed, chosen, required, set_aside, no_data, done, named;
} BlAssessEdit;

void bl_assess_edit_clear (BlAssessEdit *edit);

/* The one named, or the only one there is. NULL: says what is wrong and sets @exit. */
BlAssessment *bl_assess_edit_find (BlProject *project, const char *name, BlExit *exit);
/* By name or id. */
BlAssessmentMember *bl_assess_edit_find_member (BlAssessment *assessment, const char *name, BlExit *exit);

/* A new one, with its framework copied into the project; in the open transaction, like all below. */
BlAssessment *bl_assess_edit_add (BlProject *project, const BlAssessEdit *edit, BlExit *exit);
/* What @verb says: member, rate, agree, finding, dissent, discuss, result, write, park. */
BlExit
bl_assess_edit_say (BlProject *project, BlAssessment *assessment, const char *verb, const BlAssessEdit *edit);
gboolean bl_assess_edit_is_verb (const char *verb);

G_END_DECLS
