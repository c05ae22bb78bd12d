/* plan-area-row.h: an area for improvement in an improvement plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "improvement-plan.h"
#include "session.h"

G_BEGIN_DECLS

typedef enum
{
  BL_PLAN_ROW_MERGE,  /* put it with another one, mark it as required */
  BL_PLAN_ROW_CHOOSE, /* make it one of the few */
  BL_PLAN_ROW_ACT,    /* make an action of it */
} BlPlanRowUse;

/**
 * BlPlanAreaRow: its words, what it comes from, what went into it, its place on the grid, and what can be done with it.
 *
 * Signal "act": an action is to be made of it.
 */
#define BL_TYPE_PLAN_AREA_ROW (bl_plan_area_row_get_type ())
G_DECLARE_FINAL_TYPE (BlPlanAreaRow, bl_plan_area_row, BL, PLAN_AREA_ROW, GtkListBoxRow)

/* @number: as the grid has it, from 1. */
GtkWidget *bl_plan_area_row_new (BlSession *session, BlFramework *framework, const BlPlanStudy *plan, guint number, BlPlanRowUse use);
BlFinding *bl_plan_area_row_get_finding (BlPlanAreaRow *self);

G_END_DECLS
