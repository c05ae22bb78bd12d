/* framework-dialog.h: frameworks to assess by: their words, versions and what is in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "framework-items.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlFrameworkDialog: the frameworks of the project and those that come with the program, what is in one, and every
 * field of it. What others have said something under is not changed: a further version is made of it, and the same
 * goes for what is shipped and for official texts.
 *
 * Actions (all "framework."): "edit" (make a version that may be changed), "unmark" (it is not the official text word
 * for word), "load", "own", "compare", "drop" (take this version out of the project); "add-criterion",
 * "add-characteristic", "add-area", "add-section", "up", "down", "remove"; "undo"; "back".
 */
#define BL_TYPE_FRAMEWORK_DIALOG (bl_framework_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlFrameworkDialog, bl_framework_dialog, BL, FRAMEWORK_DIALOG, AdwWindow)

/* @framework: that is shown first, of the project; NULL: the first there is. */
GtkWidget *bl_framework_dialog_new (GtkWindow *parent, BlSession *session, BlFramework *framework);
/* The one shown: of the project, or one that comes with the program. */
BlFramework *bl_framework_dialog_get_framework (BlFrameworkDialog *self);
void bl_framework_dialog_show (BlFrameworkDialog *self, BlFramework *framework);
/* What of it is picked: the framework itself, or something in it. */
BlRecord *bl_framework_dialog_get_picked (BlFrameworkDialog *self);
void bl_framework_dialog_pick (BlFrameworkDialog *self, BlRecord *record);

G_END_DECLS
