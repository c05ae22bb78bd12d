/* assess-take-in-dialog.h: what response files would bring, before they are taken in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessTakeInDialog: each file with what it would bring, what to know of it, or why it cannot be taken in. Nothing
 * changes before "take-in.apply"; each file is then a step of its own to undo.
 */
#define BL_TYPE_ASSESS_TAKE_IN_DIALOG (bl_assess_take_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessTakeInDialog, bl_assess_take_in_dialog, BL, ASSESS_TAKE_IN_DIALOG, AdwWindow)

/* @paths: of char *. */
GtkWidget *bl_assess_take_in_dialog_new (GtkWindow *parent, BlSession *session, GPtrArray *paths);
/* How many of them can be taken in and bring something new. */
guint bl_assess_take_in_dialog_get_n_ready (BlAssessTakeInDialog *self);

G_END_DECLS
