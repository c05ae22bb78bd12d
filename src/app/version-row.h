/* version-row.h: an earlier state of the project in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "earlier.h"

G_BEGIN_DECLS

/**
 * BlVersionRow: name, when, by whom, how large, and in one line what differs
 * from now, as soon as that is known.
 */
#define BL_TYPE_VERSION_ROW (bl_version_row_get_type ())
G_DECLARE_FINAL_TYPE (BlVersionRow, bl_version_row, BL, VERSION_ROW, GtkListBoxRow)

GtkWidget *bl_version_row_new (BlEarlier *earlier, GDateTime *now);
BlEarlier *bl_version_row_get_earlier (BlVersionRow *self);
/* Takes @changes, or a copy of @error; both %NULL: being looked at. */
void bl_version_row_set_changes (BlVersionRow *self, BlEarlierChanges *changes, const GError *error);
/* %NULL as long as they are not known. */
const BlEarlierChanges *bl_version_row_get_changes (BlVersionRow *self);
const GError *bl_version_row_get_error (BlVersionRow *self);
/* "“Consultation draft”", "16 April, 17:22". */
const char *bl_version_row_get_title (BlVersionRow *self);
/* "16 April, 17:22 · Jo Bell · 23.4 kB". */
const char *bl_version_row_get_details (BlVersionRow *self);

G_END_DECLS
