/* indicators-page.h: what is measured for the seven Outcomes, and what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator.h"
#include "page.h"

G_BEGIN_DECLS

/**
 * BlIndicatorsPage: the list, and what it leads to: one indicator, the picture of an Outcome, the same of other
 * authorities. Property "view" (string, notifies): "list", "detail", "outcome" or "peers".
 * Actions: "indicators.show-list", "indicators.compare", "indicators.add-starters".
 */
#define BL_TYPE_INDICATORS_PAGE (bl_indicators_page_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorsPage, bl_indicators_page, BL, INDICATORS_PAGE, AdwBin)

BlIndicatorsPage *bl_indicators_page_new (BlSession *session);
void bl_indicators_page_show_list (BlIndicatorsPage *self);
/* @indicator: of the project. */
void bl_indicators_page_show_indicator (BlIndicatorsPage *self, BlIndicator *indicator);
/* Beside similar authorities; @indicator: an item or an id, NULL for the one looked at before. */
void bl_indicators_page_show_peers (BlIndicatorsPage *self, const char *indicator);
/* @outcome: 1 … 7. */
void bl_indicators_page_show_outcome (BlIndicatorsPage *self, guint outcome);
const char *bl_indicators_page_get_view (BlIndicatorsPage *self);

G_END_DECLS
