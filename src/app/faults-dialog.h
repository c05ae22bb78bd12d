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

/* Of the faults of @document, what could be read of the file @path; notes are not shown. */
GtkWidget *bl_faults_dialog_new (GtkWindow *parent, const char *path, BlDocument *document);
/* Whether what @error, from opening a file, is about may leave something to be
 * read with bl_document_open_as_copy(). */
gboolean bl_faults_dialog_can_help (const GError *error);
/* Whether anything one would work with could be read. */
gboolean bl_faults_dialog_is_worth_it (BlDocument *document);

G_END_DECLS
