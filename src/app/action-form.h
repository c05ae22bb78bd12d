/* action-form.h: an action, by five questions, with the columns of an improvement plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "action.h"
#include "framework.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlActionForm: what will be different, what will be done, whose it is, the first step, how one shall know; then what it
 * serves and who might lose. Titles and help are those of the framework's script "plan", questions those of its script
 * "acting". Follows the project.
 */
#define BL_TYPE_ACTION_FORM (bl_action_form_get_type ())
G_DECLARE_FINAL_TYPE (BlActionForm, bl_action_form, BL, ACTION_FORM, AdwBin)

/* @framework: whose words; NULL: plain ones. @action NULL: nothing. */
void bl_action_form_set_action (BlActionForm *self, BlSession *session, BlFramework *framework, BlAction *action);
BlAction *bl_action_form_get_action (BlActionForm *self);
void bl_action_form_focus (BlActionForm *self);

G_END_DECLS
