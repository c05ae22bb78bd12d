/* indicator-catalogue.h: all indicators of the dictionary, by Outcome and area, to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlIndicatorCatalogue: a search and a row for each; of each it is said whether the project has figures for it, which
 * is looked up while nothing else waits. A row that is activated is added to the project at once, as a step of its own.
 */
#define BL_TYPE_INDICATOR_CATALOGUE (bl_indicator_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorCatalogue, bl_indicator_catalogue, BL, INDICATOR_CATALOGUE, AdwBin)

void bl_indicator_catalogue_set_session (BlIndicatorCatalogue *self, BlSession *session);
/* The rows shown now: all, or those the search finds. */
guint bl_indicator_catalogue_count (BlIndicatorCatalogue *self);
void bl_indicator_catalogue_find (BlIndicatorCatalogue *self);

G_END_DECLS
