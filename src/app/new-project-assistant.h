/* new-project-assistant.h: making a project, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "context.h"
#include "document.h"
#include "new-project-draft.h"

G_BEGIN_DECLS

/**
 * BlNewProjectAssistant: fills the window in place of the pages, with header
 * bars of its own. Answers are kept on disk as they are given; leaving and
 * coming back goes on where one was.
 *
 * Actions: "new-project.next", "new-project.back", "new-project.skip",
 * "new-project.leave", "new-project.start-afresh".
 *
 * Signals: "created" (BlDocument): never saved; all of the project came in one
 * step, which can be undone; "closed": the user left, and what was entered
 * waits.
 */
#define BL_TYPE_NEW_PROJECT_ASSISTANT (bl_new_project_assistant_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectAssistant, bl_new_project_assistant, BL, NEW_PROJECT_ASSISTANT, AdwBin)

GtkWidget *bl_new_project_assistant_new (BlContext *context);
/* The answers so far. */
BlNewProjectDraft *bl_new_project_assistant_get_draft (BlNewProjectAssistant *self);
/* Something is being put together or read. */
gboolean bl_new_project_assistant_is_busy (BlNewProjectAssistant *self);
/* Goes to @step as if it had been picked at the side. */
void bl_new_project_assistant_go (BlNewProjectAssistant *self, BlNewProjectStep step);
/* Brings in @file (%NULL: asks for one) at the step that is shown. */
void bl_new_project_assistant_import (BlNewProjectAssistant *self, BlImportKind kind, GFile *file);

G_END_DECLS
