/* indicator-dialog.h: taking up an indicator, making one, and changing what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "indicator.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlIndicatorDialog: the dictionary to choose from, and a form for one of the user's own; of an indicator of the project
 * the form alone. Each is one step that can be undone. Actions: "indicator-dialog.apply".
 * Signal "added" (BlIndicator).
 */
#define BL_TYPE_INDICATOR_DIALOG (bl_indicator_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorDialog, bl_indicator_dialog, BL, INDICATOR_DIALOG, AdwWindow)

/* @indicator: of the project, to change what it is; NULL to add one. */
GtkWidget *bl_indicator_dialog_new (GtkWindow *parent, BlSession *session, BlIndicator *indicator);

G_END_DECLS
