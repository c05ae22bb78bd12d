/* plan-grid.h: areas for improvement on a grid of effect by effort
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "improvement-plan.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlPlanGrid: nine places, larger effect above, larger effort to the end; its corners have the names of the framework.
 * Areas that are not placed wait below. What the law requires is not there: it does not compete.
 *
 * Signal "picked" (BlFinding): somebody looks at it.
 *
 * # Shortcuts
 *
 * On an area: arrows move it; 1, 2, 3 say its effect, with Ctrl its effort; Delete takes it off the grid. An area can be
 * dragged.
 */
#define BL_TYPE_PLAN_GRID (bl_plan_grid_get_type ())
G_DECLARE_FINAL_TYPE (BlPlanGrid, bl_plan_grid, BL, PLAN_GRID, AdwBin)

/* Shows @plan (not kept) in the words of @framework. */
void bl_plan_grid_show (BlPlanGrid *self, BlSession *session, BlFramework *framework, const BlPlanStudy *plan);
/* The one picked; NULL: none. */
BlFinding *bl_plan_grid_get_picked (BlPlanGrid *self);

G_END_DECLS
