/* needs-weight-row.h: one measure of an index and how much it weighs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "needs-model.h"

G_BEGIN_DECLS

/**
 * BlNeedsWeightRow: name, weight, what the figures are, a slider.
 */
#define BL_TYPE_NEEDS_WEIGHT_ROW (bl_needs_weight_row_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsWeightRow, bl_needs_weight_row, BL, NEEDS_WEIGHT_ROW, GtkWidget)

GtkWidget *bl_needs_weight_row_new (BlNeedsModel *model);
/* Shows measure @measure of the model as it is now. */
void bl_needs_weight_row_show (BlNeedsWeightRow *self, guint measure);

G_END_DECLS
