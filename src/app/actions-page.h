/* actions-page.h: the action plan: who does what by when, and what wants an eye
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "action.h"
#include "page.h"

G_BEGIN_DECLS

/**
 * BlActionsPage: all actions as a table, by state, and over time; what nobody owns and what is neglected first. Filters by
 * owner, state and Outcome. Property "view" (string, notifies): "table", "board", "time".
 */
#define BL_TYPE_ACTIONS_PAGE (bl_actions_page_get_type ())
G_DECLARE_FINAL_TYPE (BlActionsPage, bl_actions_page, BL, ACTIONS_PAGE, AdwBin)

BlActionsPage *bl_actions_page_new (BlSession *session);
void bl_actions_page_pick (BlActionsPage *self, BlAction *action);
/* How many are shown: the filters may leave some out. */
guint bl_actions_page_count (BlActionsPage *self);

G_END_DECLS
