/* action-editor.h: the pane in which an action is edited and reported on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "action.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlActionEditor: how far an action is and why it wants an eye, notes of what happened, milestones, and its form.
 *
 * Signal "closed".
 */
#define BL_TYPE_ACTION_EDITOR (bl_action_editor_get_type ())
G_DECLARE_FINAL_TYPE (BlActionEditor, bl_action_editor, BL, ACTION_EDITOR, AdwBin)

/* NULL: none is picked. */
void bl_action_editor_set_action (BlActionEditor *self, BlSession *session, BlAction *action);
BlAction *bl_action_editor_get_action (BlActionEditor *self);
void bl_action_editor_focus (BlActionEditor *self);

G_END_DECLS
