/* indicator-row.h: one indicator in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "indicator-model.h"
#include "indicator-summary.h"

G_BEGIN_DECLS

/**
 * BlIndicatorRow: its name, whose figures or what brings them, state, small line, latest value with its period, change
 * and verdict. Where room is short these stand in three lines, and nothing is cut off.
 */
#define BL_TYPE_INDICATOR_ROW (bl_indicator_row_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorRow, bl_indicator_row, BL, INDICATOR_ROW, GtkListBoxRow)

GtkWidget *bl_indicator_row_new (BlIndicator *indicator);
BlIndicator *bl_indicator_row_get_indicator (BlIndicatorRow *self);
/* NULL: its figures are being looked up. */
void bl_indicator_row_set_answer (BlIndicatorRow *self, BlIndicatorAnswer *answer);
/* What it shows; owned. NULL: nothing yet. */
const BlIndicatorSummary *bl_indicator_row_get_summary (BlIndicatorRow *self);
void bl_indicator_row_set_narrow (BlIndicatorRow *self, gboolean narrow);

G_END_DECLS
