/* framework-load-dialog.h: a framework out of a table or a file of ours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "framework-items.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlFrameworkLoadDialog: takes a table off the clipboard or out of a file (CSV, XLSX, ODS), or a framework as XML; shows
 * what its columns are taken for and what would come of it, asks for title, source and scale, and whether it is the
 * official text word for word; makes it a framework of the project, as one step. Actions: "framework-load.paste",
 * "framework-load.choose", "framework-load.apply", "framework-load.windows" (read the file as Windows text).
 * Signal "loaded" (BlFramework).
 */
#define BL_TYPE_FRAMEWORK_LOAD_DIALOG (bl_framework_load_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlFrameworkLoadDialog, bl_framework_load_dialog, BL, FRAMEWORK_LOAD_DIALOG, AdwWindow)

GtkWidget *bl_framework_load_dialog_new (GtkWindow *parent, BlSession *session);
/* As from the clipboard, and as chosen. */
void bl_framework_load_dialog_take_text (BlFrameworkLoadDialog *self, GBytes *bytes);
void bl_framework_load_dialog_take_file (BlFrameworkLoadDialog *self, GFile *file);

G_END_DECLS
