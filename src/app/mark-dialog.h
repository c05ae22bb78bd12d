/* mark-dialog.h: giving the project as it is now a name to be found by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlMarkDialog: asks for the name of a marked version and marks it, without
 * holding up the window. It closes by itself when that is done.
 *
 * Actions: "mark.mark"; "mark.draft", "mark.decision", "mark.adopted" put a name that is often given.
 */
#define BL_TYPE_MARK_DIALOG (bl_mark_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlMarkDialog, bl_mark_dialog, BL, MARK_DIALOG, AdwWindow)

GtkWidget *bl_mark_dialog_new (GtkWindow *parent, BlSession *session);

G_END_DECLS
