/* best-sites-dialog.h: asks which libraries to keep or where to open some, and shows the answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "scenario-study.h"

G_BEGIN_DECLS

/**
 * BlBestSitesDialog: the question, then the search with a way to stop it, then
 * the best arrangement beside nearly as good ones, any of which can become a
 * scenario. How people get there and within what is the page's yardstick.
 */
#define BL_TYPE_BEST_SITES_DIALOG (bl_best_sites_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlBestSitesDialog, bl_best_sites_dialog, BL, BEST_SITES_DIALOG, AdwWindow)

GtkWindow *bl_best_sites_dialog_new (GtkWindow *parent, BlScenarioStudy *study);
/* As with its fields: @add more, or keep; then presses "Find". */
void bl_best_sites_dialog_find (BlBestSitesDialog *self, gboolean add, guint number);
/* Makes the chosen arrangement a scenario and closes. */
void bl_best_sites_dialog_make (BlBestSitesDialog *self);
/* "ask", "working" or "answer". */
const char *bl_best_sites_dialog_get_step (BlBestSitesDialog *self);
const char *bl_best_sites_dialog_get_finding (BlBestSitesDialog *self);

G_END_DECLS
