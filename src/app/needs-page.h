/* needs-page.h: the page Needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "needs-model.h"

G_BEGIN_DECLS

/**
 * BlNeedsPage: who needs a library most: by area, by library, by group of people. A BlPage.
 *
 * Property "view" (string: "areas", "libraries", "groups"), and booleans that are
 * actions too: "table-shown", "pane-shown", "two-way" ("needs.two-way").
 */
#define BL_TYPE_NEEDS_PAGE (bl_needs_page_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsPage, bl_needs_page, BL, NEEDS_PAGE, AdwBin)

BlNeedsPage *bl_needs_page_new (BlSession *session);
BlNeedsModel *bl_needs_page_get_model (BlNeedsPage *self);

G_END_DECLS
