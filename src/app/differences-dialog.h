/* differences-dialog.h: what differs between two states of a project, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "compare.h"

G_BEGIN_DECLS

/**
 * BlDifferencesDialog: one or more lists of differences, record by record,
 * each with its fields.
 */
#define BL_TYPE_DIFFERENCES_DIALOG (bl_differences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlDifferencesDialog, bl_differences_dialog, BL, DIFFERENCES_DIALOG, AdwWindow)

GtkWidget *bl_differences_dialog_new (GtkWindow *parent, const char *title);
/* A list of BlDifference under a heading that says whose they are; @none is shown when there are none. */
void bl_differences_dialog_add (BlDifferencesDialog *self, const char *heading, GPtrArray *differences,
                                const char *none);

G_END_DECLS
