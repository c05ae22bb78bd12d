/* libraries-page.h: the table of service points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define BL_TYPE_LIBRARIES_PAGE (bl_libraries_page_get_type ())
G_DECLARE_FINAL_TYPE (BlLibrariesPage, bl_libraries_page, BL, LIBRARIES_PAGE, AdwBin)

BlLibrariesPage *bl_libraries_page_new (BlSession *session);

G_END_DECLS
