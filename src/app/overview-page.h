/* overview-page.h: where the exercise stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define BL_TYPE_OVERVIEW_PAGE (bl_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (BlOverviewPage, bl_overview_page, BL, OVERVIEW_PAGE, AdwBin)

BlOverviewPage *bl_overview_page_new (BlSession *session);

G_END_DECLS
