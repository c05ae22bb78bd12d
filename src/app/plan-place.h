/* plan-place.h: where an area for improvement stands on the grid, and overruling it with a reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "improvement-plan.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlPlanPlace: the words of the area picked on the grid, what its effect and its effort mean, its place and what to do
 * there; another place may be chosen over it, with a reason.
 */
#define BL_TYPE_PLAN_PLACE (bl_plan_place_get_type ())
G_DECLARE_FINAL_TYPE (BlPlanPlace, bl_plan_place, BL, PLAN_PLACE, AdwBin)

/* @area (not kept) NULL: nothing is picked. */
void bl_plan_place_show (BlPlanPlace *self, BlSession *session, BlFramework *framework, const BlPlanArea *area);

G_END_DECLS
