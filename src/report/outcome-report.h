/* outcome-report.h: the picture of an Outcome, on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "facts.h"
#include "outcome-picture.h"
#include "report.h"

G_BEGIN_DECLS

/* @today: Julian. The picture is not kept; its chart is. */
BlReport *bl_outcome_report_new (const BlOutcomePicture *picture, const BlFacts *facts, guint32 today);

G_END_DECLS
