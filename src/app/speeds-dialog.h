/* speeds-dialog.h: how fast people walk, cycle and drive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlSpeedsDialog: the speeds of the project's road network, each with the
 * usual one beside it where nothing else is said. What is typed counts at once.
 */
#define BL_TYPE_SPEEDS_DIALOG (bl_speeds_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlSpeedsDialog, bl_speeds_dialog, BL, SPEEDS_DIALOG, AdwWindow)
/* The project has a road network. */
GtkWidget *bl_speeds_dialog_new (GtkWindow *parent, BlSession *session);

G_END_DECLS
