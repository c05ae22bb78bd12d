/* history-dialog.h: every step of this sitting, to go back to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

#define BL_TYPE_HISTORY_DIALOG (bl_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlHistoryDialog, bl_history_dialog, BL, HISTORY_DIALOG, AdwWindow)

GtkWidget *bl_history_dialog_new (GtkWindow *parent, BlSession *session);
/* Undoes or redoes until @step (%NULL: none) is the last that is done. */
void bl_history_dialog_go_to (BlHistoryDialog *self, BlStep *step);

G_END_DECLS
