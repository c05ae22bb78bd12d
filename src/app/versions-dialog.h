/* versions-dialog.h: marked versions and earlier states, what changed since, and bringing back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlVersionsDialog: one list of marked versions and dated backups, each with
 * what changed since in words; beside it the one that is picked, thing by
 * thing. It stands beside the window, which can be worked in meanwhile.
 *
 * Signal "open-beside" (BlDocument, string): the state picked is to be looked at
 * in a window of its own; what to call it.
 *
 * Actions: "versions.mark", "versions.back", "versions.undo".
 */
#define BL_TYPE_VERSIONS_DIALOG (bl_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlVersionsDialog, bl_versions_dialog, BL, VERSIONS_DIALOG, AdwWindow)

GtkWidget *bl_versions_dialog_new (GtkWindow *parent, BlSession *session);
/* Whether every state has been compared with the project as it is now. */
gboolean bl_versions_dialog_is_settled (BlVersionsDialog *self);

G_END_DECLS
