/* indicator-list.h: the indicators of a project, by Outcome and area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "indicator-model.h"

G_BEGIN_DECLS

/* Which of them are shown. */
typedef enum
{
  BL_INDICATORS_ALL,
  BL_INDICATORS_WITH_FIGURES,
  BL_INDICATORS_ATTENTION,
  BL_INDICATORS_NO_DATA,
  BL_N_INDICATOR_FILTERS
} BlIndicatorFilter;

/**
 * BlIndicatorList: a heading and a list for each Outcome and area, filters with their counts, a search; what to do
 * where there is nothing yet.
 *
 * Signals: "chosen" (BlIndicator): a row was activated. "outcome-chosen" (uint): the picture of an Outcome is wanted.
 */
#define BL_TYPE_INDICATOR_LIST (bl_indicator_list_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorList, bl_indicator_list, BL, INDICATOR_LIST, AdwBin)

void bl_indicator_list_set_session (BlIndicatorList *self, BlSession *session);
void bl_indicator_list_find (BlIndicatorList *self);
void bl_indicator_list_set_filter (BlIndicatorList *self, BlIndicatorFilter filter);
/* How many the filter would show. */
guint bl_indicator_list_count (BlIndicatorList *self, BlIndicatorFilter filter);
/* Brings the row of @indicator into view and gives it the keyboard; shows all where a filter hides it. */
void bl_indicator_list_reveal (BlIndicatorList *self, BlIndicator *indicator);
/* What the page leads with: "Of 14 indicators, two have improved". */
const char *bl_indicator_list_get_finding (BlIndicatorList *self);

G_END_DECLS
