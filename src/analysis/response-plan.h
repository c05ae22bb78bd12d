/* response-plan.h: what one member is sent, and taking in what comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"
#include "project.h"

G_BEGIN_DECLS

/* What @member is sent: the framework whole, and what they have rated and put forward so far. In no document. */
BlResponse *bl_response_new_for (BlProject *project, BlAssessment *assessment, BlAssessmentMember *member);
/* The framework in a response; NULL: it has none. */
BlFramework *bl_response_get_framework (BlResponse *self);
/* Ratings in a response: the level of @criterion, and the whole; NULL: not rated. */
BlRating *bl_response_find_rating (BlResponse *self, const char *criterion);
/* How many criteria of its route are rated, and how many there are. */
void bl_response_count (BlResponse *self, guint *done, guint *of);

/**
 * BlResponsePlan: what taking in a response would do.
 */
typedef struct
{
  BlProject *project;
  BlResponse *response;
  BlAssessment *assessment;    /* NULL: not of this project */
  BlAssessmentMember *member;  /* NULL */
  char *refusal;               /* why it cannot be taken in, a sentence that says what to do; NULL: it can */
  GPtrArray *notes;            /* of char *: what to know, sentences; never NULL */
  GPtrArray *ratings;          /* of BlRating of the response that would be taken in */
  GPtrArray *findings;         /* of BlFinding of the response that would be taken in */
  guint n_new, n_changed;      /* ratings: of criteria not rated before; that stand over an earlier one */
  guint n_earlier;             /* given before what the project has: kept, but they do not count */
  guint n_same;                /* there already */
  guint n_left_out;            /* of criteria or levels that the assessment does not have, or whose words differ */
} BlResponsePlan;

/* Changes nothing. Main thread. Never NULL. */
BlResponsePlan *bl_response_plan_new (BlProject *project, BlResponse *response);
void bl_response_plan_free (BlResponsePlan *self);
/* As one step to undo; FALSE where it was refused or there is nothing new. */
gboolean bl_response_plan_apply (BlResponsePlan *self);
/* "12 new ratings, 2 changed, 1 strength or area." g_free(). */
char *bl_response_plan_say (const BlResponsePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlResponsePlan, bl_response_plan_free)

G_END_DECLS
