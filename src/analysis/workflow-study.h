/* workflow-study.h: where a planning exercise stands: its stages over time, and what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue-items.h"

G_BEGIN_DECLS

typedef enum
{
  BL_STAGE_TO_COME,
  BL_STAGE_NOW,  /* begun, and not signed off */
  BL_STAGE_DONE, /* signed off */
} BlStageStanding;
/* "to-come", "now", "done". */
const char *bl_stage_standing_get_nick (BlStageStanding standing);

/**
 * BlPlanTask: one task. Nothing is late before its stage has begun.
 */
typedef struct
{
  BlTask *task;
  guint stage;      /* index */
  gboolean closed;  /* done, or not needed with a reason */
  gboolean ready;   /* open, its stage has begun, and what should come before it is closed */
  gboolean late;    /* open after its day */
  gboolean unowned; /* open in a stage that has begun, without an owner */
  char *waits_for;  /* titles of what should come before and is open; NULL */
} BlPlanTask;

/**
 * BlPlanStage: one stage. Its days were given, or are worked out.
 */
typedef struct
{
  BlStage *stage;
  BlStageStanding standing;
  guint first, n; /* of tasks */
  guint n_closed, n_late;
  guint32 from, until; /* Julian, both in; 0: no day is known to reckon from */
  gboolean worked_out;
} BlPlanStage;

typedef struct
{
  BlWorkflow *workflow;
  guint n_stages, n_tasks;
  BlPlanStage *stages;
  BlPlanTask *tasks;
  int current; /* the stage whose tasks are shown: the first that is not signed off; -1: all are */
  guint n_closed, n_late, n_unowned;
  guint32 meeting; /* of the decision; 0 */
  int weeks_short; /* weeks by which the plan begins after it should have, to keep the meeting; 0 */
} BlWorkflowStudy;

/* @today: Julian. Stages follow each other, those that may run beside others begin with them, each by the
 * middle of its weeks; the whole is laid so that the stage "decision" ends with the meeting, else from its
 * beginning. Never NULL. Main thread. */
BlWorkflowStudy *bl_workflow_study_new (BlWorkflow *workflow, guint32 today);
void bl_workflow_study_free (BlWorkflowStudy *self);
/* Indexes of the tasks to do next: ready ones of stages that have begun, late first, then by day, then in
 * order. GArray of guint. */
GArray *bl_workflow_study_next (const BlWorkflowStudy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlWorkflowStudy, bl_workflow_study_free)

G_END_DECLS
