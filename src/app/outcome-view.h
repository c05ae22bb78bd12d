/* outcome-view.h: the picture of one Outcome, on one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlOutcomeView: the sentence of an Outcome, its indicators as small charts, their verdicts, what is strong, what wants
 * a look, and what has no data; to be saved and printed. Actions: "outcome.save", "outcome.print", "outcome.previous",
 * "outcome.next". Signals: "chosen" (BlIndicator): a row was activated; "turned": another Outcome is
 * shown.
 */
#define BL_TYPE_OUTCOME_VIEW (bl_outcome_view_get_type ())
G_DECLARE_FINAL_TYPE (BlOutcomeView, bl_outcome_view, BL, OUTCOME_VIEW, AdwBin)

GtkWidget *bl_outcome_view_new (BlSession *session);
/* 1 … 7. */
void bl_outcome_view_set_outcome (BlOutcomeView *self, guint outcome);
guint bl_outcome_view_get_outcome (BlOutcomeView *self);
/* "Increased reading and literacy". */
const char *bl_outcome_view_get_title (BlOutcomeView *self);
void bl_outcome_view_set_table_shown (BlOutcomeView *self, gboolean shown);
gboolean bl_outcome_view_get_table_shown (BlOutcomeView *self);

G_END_DECLS
