/* assessment-steps.h: the way through a self-assessment: what is done, what is next and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment-study.h"

G_BEGIN_DECLS

/* A team of six is right; fewer leaves too little difference, more cannot all be heard (self-assessment-content 5.1). */
#define BL_ASSESS_TEAM_FEWEST 4
#define BL_ASSESS_TEAM_MOST 9

typedef enum
{
  BL_ASSESS_STEP_LATER, /* not begun, or it waits for another */
  BL_ASSESS_STEP_BEGUN,
  BL_ASSESS_STEP_NEXT, /* the first that is not done, begun or not */
  BL_ASSESS_STEP_DONE,
} BlAssessStepState;

/**
 * BlAssessStep: one step. Its key is the view it is done in: "prepare", "rate", "results", "meet", "plan", "back",
 * "report".
 */
typedef struct
{
  const char *key;
  const char *title; /* translated */
  BlAssessStepState state;
  char *says; /* how far it is, a sentence */
  char *why;  /* why it comes now, a sentence; NULL but of the next one */
} BlAssessStep;

/* Of BlAssessStep, in their order; none where the framework has been lost. Main thread. */
GPtrArray *bl_assess_steps_new (BlProject *project, const BlAssessStudy *study);
/* What to think of a team of @n who rate, a sentence; g_free(). */
char *bl_assess_team_advise (guint n);

G_END_DECLS
