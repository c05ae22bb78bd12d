/* framework-differences-dialog.h: two versions of a framework beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "framework-compare.h"

G_BEGIN_DECLS

/**
 * BlFrameworkDifferencesDialog: what differs between another framework, which is chosen, and the one given, item by item
 * with the words of both. Nothing is changed.
 */
#define BL_TYPE_FRAMEWORK_DIFFERENCES_DIALOG (bl_framework_differences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlFrameworkDifferencesDialog, bl_framework_differences_dialog, BL, FRAMEWORK_DIFFERENCES_DIALOG, AdwWindow)

/* @choices: of BlFramework, those of the project; @shipped: those that come with the program. One of the same item is
 * chosen first, one that is shipped before others. */
GtkWidget *bl_framework_differences_dialog_new (GtkWindow *parent, BlFramework *framework, GPtrArray *choices, GPtrArray *shipped);

G_END_DECLS
