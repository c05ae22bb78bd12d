/* version-page.h: what differs between an earlier state and now, to be brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "version-row.h"

G_BEGIN_DECLS

/**
 * BlVersionPage: one earlier state, record by record, each with a tick where it
 * can be brought back.
 *
 * Signals: "bring-back", for what is ticked; "open-beside". Actions:
 * "version.bring-back", "version.open-beside", both off while it is busy.
 */
#define BL_TYPE_VERSION_PAGE (bl_version_page_get_type ())
G_DECLARE_FINAL_TYPE (BlVersionPage, bl_version_page, BL, VERSION_PAGE, AdwBin)

/* What @row knows, or nothing for %NULL. What was ticked of the same state stays so. */
void bl_version_page_show (BlVersionPage *self, BlVersionRow *row);
/* Ids, of char *; free it. */
GPtrArray *bl_version_page_get_ticked (BlVersionPage *self);
/* What is ticked, as a person calls it: “Gosforth Library”, “3 things”. */
char *bl_version_page_describe_ticked (BlVersionPage *self);
void bl_version_page_untick (BlVersionPage *self);
void bl_version_page_set_busy (BlVersionPage *self, gboolean busy);
/* Nothing can be brought back into a project that is only looked at. */
void bl_version_page_set_editable (BlVersionPage *self, gboolean editable);

G_END_DECLS
