/* needs-libraries-view.h: libraries in order of their people's need, and their profiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "needs-model.h"

G_BEGIN_DECLS

/**
 * BlNeedsLibrariesView: the order beside the full profile of the one picked.
 * Boolean property "table-shown".
 */
#define BL_TYPE_NEEDS_LIBRARIES_VIEW (bl_needs_libraries_view_get_type ())
G_DECLARE_FINAL_TYPE (BlNeedsLibrariesView, bl_needs_libraries_view, BL, NEEDS_LIBRARIES_VIEW, GtkWidget)

void bl_needs_libraries_view_set_model (BlNeedsLibrariesView *self, BlNeedsModel *model);
void bl_needs_libraries_view_find (BlNeedsLibrariesView *self);
char *bl_needs_libraries_view_to_text (BlNeedsLibrariesView *self);
/* The library whose profile is shown, an index into the facts; -1 for none. */
int bl_needs_libraries_view_get_library (BlNeedsLibrariesView *self);

G_END_DECLS
