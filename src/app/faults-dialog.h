/* faults-dialog.h: what is wrong with a file, and the offer to open the rest as a copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "document.h"

G_BEGIN_DECLS

/**
 * BlFaultsDialog: signal "open-copy": what could be read is wanted, as a
 * copy; the dialog is on its way out.
 */
#define BL_TYPE_FAULTS_DIALOG (bl_faults_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlFaultsDialog, bl_faults_dialog, BL, FAULTS_DIALOG, AdwWindow)

/* Of the faults of @document, opened from @path; notes are not shown. */
GtkWidget *bl_faults_dialog_new (GtkWindow *parent, const char *path, BlDocument *document);
/* Whether something in the file could not be read as it stands: saving it over
 * the file would lose that. */
gboolean bl_faults_dialog_is_needed (BlDocument *document);

G_END_DECLS
