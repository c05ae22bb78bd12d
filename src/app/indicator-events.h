/* indicator-events.h: what happened to a series: breaks, what people said, what the rules found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "indicator-study.h"

G_BEGIN_DECLS

/**
 * BlIndicatorEvents: the breaks and comments of an indicator in order of time, those of its figures among them, and
 * the signals of the rules. Its own can be changed and removed. Where the rules offer to start again, a card asks for
 * the cause.
 *
 * Signals: "period-picked" (int: index of the observation a row speaks of); "change-asked" (BlRecord: a break or
 * comment to be changed); "rebase-asked" (uint: Julian day the new stretch would begin with).
 */
#define BL_TYPE_INDICATOR_EVENTS (bl_indicator_events_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorEvents, bl_indicator_events, BL, INDICATOR_EVENTS, AdwBin)

void bl_indicator_events_set_study (BlIndicatorEvents *self, BlIndicatorStudy *study);

G_END_DECLS
