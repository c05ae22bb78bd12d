/* assess-pair-row.h: one criterion, then and now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "assessment-compare.h"

G_BEGIN_DECLS

/* A row of a list: title, what moved and why, and how people lay on both sides: a dot each, the agreed level outlined. */
GtkWidget *bl_assess_pair_row_new (const BlAssessBack *back, const BlAssessPair *pair);

G_END_DECLS
