/* import-dialog.h: bringing a file into the open project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "import-view.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlImportDialog: a window over @parent with an import view and a foot. A
 * file, or several, come in as one step; a toast offers to undo it, and a page says what
 * came of it. Action: "import-dialog.apply".
 */
#define BL_TYPE_IMPORT_DIALOG (bl_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlImportDialog, bl_import_dialog, BL, IMPORT_DIALOG, AdwWindow)

GtkWidget *bl_import_dialog_new (GtkWindow *parent, BlSession *session);
BlImportView *bl_import_dialog_get_view (BlImportDialog *self);
/* Shows one; @files (of GFile) may be %NULL: the user chooses. */
void bl_import_dialog_present (GtkWindow *parent, BlSession *session, GPtrArray *files);
/* Shows one with the table that is on the clipboard. */
void bl_import_dialog_paste (GtkWindow *parent, BlSession *session);

G_END_DECLS
