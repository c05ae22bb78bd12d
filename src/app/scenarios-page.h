/* scenarios-page.h: the page Scenarios
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlScenariosPage: what would happen if something changed, beside today. A
 * BlPage. Properties "pane-shown", "table-shown" and
 * "compared" (all scenarios side by side instead of the map). The scenario looked at is the session's.
 */
#define BL_TYPE_SCENARIOS_PAGE (bl_scenarios_page_get_type ())
G_DECLARE_FINAL_TYPE (BlScenariosPage, bl_scenarios_page, BL, SCENARIOS_PAGE, AdwBin)

BlScenariosPage *bl_scenarios_page_new (BlSession *session);

G_END_DECLS
