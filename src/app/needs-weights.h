/* needs-weights.h: the pane of weights beside the map of need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "needs-model.h"

G_BEGIN_DECLS

/**
 * BlNeedsWeights: which index, its measures and weights, how firm the order is.
 * Actions of the page round it: "needs.new", "needs.duplicate", "needs.rename", "needs.delete".
 */
#define BL_TYPE_NEEDS_WEIGHTS (bl_needs_weights_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsWeights, bl_needs_weights, BL, NEEDS_WEIGHTS, GtkWidget)

void bl_needs_weights_set_model (BlNeedsWeights *self, BlNeedsModel *model);
/* Puts the keyboard on the first slider. */
void bl_needs_weights_focus (BlNeedsWeights *self);

G_END_DECLS
