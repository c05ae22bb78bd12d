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
/* PDF, or HTML where @path ends so. All or nothing. */
gboolean bl_outcome_report_write (const BlOutcomePicture *picture, const BlFacts *facts, guint32 today, const char *path,
                                  GError **error);

G_END_DECLS
