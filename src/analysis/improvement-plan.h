/* improvement-plan.h: from areas for improvement to priorities, and from priorities to actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "action.h"
#include "assessment-study.h"

G_BEGIN_DECLS

/* Areas are merged until there are so many or fewer (self-assessment-content 5.11, prior-1). */
#define BL_PLAN_MOST_AREAS 12
/* Priorities wanted (prior-5). */
#define BL_PLAN_FEWEST_PRIORITIES 3
#define BL_PLAN_MOST_PRIORITIES 5
/* A first step happens within so many days, an action is looked at again within so many (5.12, 6.3). */
#define BL_PLAN_FIRST_STEP_DAYS 30
#define BL_PLAN_REVIEW_DAYS 182

/**
 * BlPlanArea: an area for improvement that was not merged into another one.
 */
typedef struct
{
  BlFinding *finding;
  GPtrArray *merged;   /* of BlFinding: those that went into it, through others too */
  char **criteria;     /* items of criteria and results areas it comes from, and of those merged; each once */
  gboolean required;   /* by law or safety: done first, and does not compete */
  gboolean chosen;     /* one of the few */
  int effect, effort;  /* 1 … 3; 0: not said */
  const char *usual;   /* place by effect and effort; NULL */
  const char *place;   /* that which counts: chosen over it with a reason, else the usual; NULL */
  gboolean overruled;
  guint n_actions, n_unowned; /* actions made of it */
} BlPlanArea;

/**
 * BlPlanStudy: the improvement plan of an assessment, worked out. Borrows its records.
 */
typedef struct
{
  BlAssessment *assessment;
  guint n_areas;
  BlPlanArea *areas;   /* those required first, then in the order of the assessment */
  guint n_required, n_competing, n_placed, n_chosen; /* placed, chosen: of those that compete */
  GPtrArray *actions;  /* of BlAction: all that come from the assessment, in the project's order */
  guint n_unowned;
} BlPlanStudy;

/* Main thread. Never NULL. */
BlPlanStudy *bl_plan_study_new (BlProject *project, BlAssessment *assessment);
void bl_plan_study_free (BlPlanStudy *self);
const BlPlanArea *bl_plan_study_find (const BlPlanStudy *self, BlFinding *finding);
/* "14 areas: put like with like until there are twelve or fewer."; g_free(). */
char *bl_plan_study_say_areas (const BlPlanStudy *self);
/* How many are on the grid. */
char *bl_plan_study_say_grid (const BlPlanStudy *self);
/* Kindly, beyond five too: "Six are chosen. Three good actions are worth more than fifteen: …" */
char *bl_plan_study_say_priorities (const BlPlanStudy *self);
/* How many actions, and how many without an owner. */
char *bl_plan_study_say_actions (const BlPlanStudy *self);

/* @finding goes into @into, with all that had gone into it; in the open transaction. FALSE where it is the same one, or
 * @into had gone into it. */
gboolean bl_plan_merge (BlFinding *finding, BlFinding *into);
/* In the open transaction: an action made of the area, not yet in the project: reference, what it comes from, effect and
 * effort, its need, the day it is to be looked at again. */
BlAction *bl_plan_make_action (BlProject *project, const BlPlanStudy *self, const BlPlanArea *area, guint32 today);
/* The next reference that no action of the project has or, as far as they say, had: "A7". */
char *bl_plan_next_ref (BlProject *project);
/* Columns of the plan (items of the script "plan": "plan-owner") that are needed and that @action lacks, in the order of
 * self-assessment-content 6.3. Static strings, NULL at the end. */
GPtrArray *bl_plan_list_lacking (BlAction *action);
/* "plan-owner" → "owner": the field of an action a column stands for; NULL where it is none. */
const char *bl_plan_column_get_field (const char *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPlanStudy, bl_plan_study_free)

G_END_DECLS
