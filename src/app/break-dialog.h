/* break-dialog.h: marking where a series starts again, with its cause and its reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "indicator.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlBreakDialog: makes or changes a break of an indicator, in one step that can be undone. A reason is asked for: a
 * break without one would only hide a change.
 */
#define BL_TYPE_BREAK_DIALOG (bl_break_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlBreakDialog, bl_break_dialog, BL, BREAK_DIALOG, AdwWindow)

/* @broken: the one to change; NULL for a new one, then @cause and @from (Julian; 0 for none) are offered. */
GtkWidget *bl_break_dialog_new (GtkWindow *parent, BlSession *session, BlIndicator *indicator, BlBreak *broken,
                                BlBreakCause cause, guint32 from);

G_END_DECLS
