/* plan-dates.h: the dates that order rules and the readiness list look at, gathered from all of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "order-rules.h"
#include "workflow.h"

G_BEGIN_DECLS

/* GHashTable of char * (name of a date, planning-content 3.1) to BlOrderDate *. What was entered by hand in
 * @workflow stands over what records tell: sign-off of stages, consultations, appraisals, decisions, actions.
 * Main thread. */
GHashTable *bl_plan_dates_new (BlProject *project, BlWorkflow *workflow);
/* The one of that name; NULL: not known. "pre-election period", "consultation period" and "start of the
 * change it answers", which rules name, too. */
const BlOrderDate *bl_plan_dates_get (GHashTable *dates, const char *name);

G_END_DECLS
