/* indicator-pane.h: what an indicator is, what is wanted of it, and how change is judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "indicator-study.h"

G_BEGIN_DECLS

/**
 * BlIndicatorPane: the side pane of the detail. Owner, review, baseline, target, wanted direction and rules are
 * changed in it, each a step that can be undone; the rest is said.
 */
#define BL_TYPE_INDICATOR_PANE (bl_indicator_pane_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorPane, bl_indicator_pane, BL, INDICATOR_PANE, AdwBin)

void bl_indicator_pane_set_study (BlIndicatorPane *self, BlIndicatorStudy *study);

G_END_DECLS
