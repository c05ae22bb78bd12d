/* conflict-dialog.h: choosing between two people's changes where they clash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "merge.h"

G_BEGIN_DECLS

/**
 * BlConflictDialog: a row for each clash. Closing it changes nothing. Signal
 * "done": every clash has its choice and the person wants them taken.
 */
#define BL_TYPE_CONFLICT_DIALOG (bl_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlConflictDialog, bl_conflict_dialog, BL, CONFLICT_DIALOG, AdwWindow)

/* @merge must outlive it. @who made the other changes, or %NULL. */
GtkWidget *bl_conflict_dialog_new (GtkWindow *parent, const BlMerge *merge, const char *who);
/* Puts what was chosen into the merged project, of which @theirs is one side. */
void bl_conflict_dialog_settle (BlConflictDialog *self, BlProject *merged, BlProject *theirs);

G_END_DECLS
