/* assess-day.h: when the team meets, and how the hours go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessDay: route, days, place, whether reasons are shown with names, what to do before the day, and the timetable.
 * The agenda and blank forms are asked for by the actions "assess.agenda" and "assess.forms" of the page.
 */
#define BL_TYPE_ASSESS_DAY (bl_assess_day_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessDay, bl_assess_day, BL, ASSESS_DAY, AdwBin)

/* @study: of now; NULL: nothing is shown. Called again after each change. */
void bl_assess_day_show (BlAssessDay *self, BlSession *session, const BlAssessStudy *study);

G_END_DECLS
