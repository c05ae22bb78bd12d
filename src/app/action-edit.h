/* action-edit.h: actions added, removed and reported on, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "action.h"
#include "session.h"

G_BEGIN_DECLS

/* A new one with a reference of its own, not started, looked at today; the project holds it. */
BlAction *bl_action_edit_add (BlSession *session);
void bl_action_edit_remove (BlSession *session, BlAction *action);
/* What happened, today, with the state and how far it is as they stand; the commentary of the action too. FALSE: nothing said. */
gboolean bl_action_edit_note (BlSession *session, BlAction *action, const char *text);
/* A dated step. FALSE: it has no name, or @due is no date. */
gboolean bl_action_edit_add_milestone (BlSession *session, BlAction *action, const char *title, const char *due, GError **error);
/* Done today, or not done. */
void bl_action_edit_set_milestone_done (BlSession *session, BlMilestone *milestone, gboolean done);
void bl_action_edit_remove_milestone (BlSession *session, BlMilestone *milestone);

G_END_DECLS
