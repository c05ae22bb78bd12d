/* new-project-service-page.h: the first step of a new project: which service is it for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "context.h"
#include "new-project-draft.h"

G_BEGIN_DECLS

/**
 * BlNewProjectServicePage: writes its answers into the draft as they are given.
 * Signal "done": the user chose by activating a row, and wants to go on.
 */
#define BL_TYPE_NEW_PROJECT_SERVICE_PAGE (bl_new_project_service_page_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectServicePage, bl_new_project_service_page, BL, NEW_PROJECT_SERVICE_PAGE, AdwBin)

GtkWidget *bl_new_project_service_page_new (void);
void bl_new_project_service_page_set_draft (BlNewProjectServicePage *self, BlContext *context,
                                            BlNewProjectDraft *draft);
/* Shows what the draft holds now: it was begun afresh, or came back. */
void bl_new_project_service_page_reload (BlNewProjectServicePage *self);
void bl_new_project_service_page_focus (BlNewProjectServicePage *self);

G_END_DECLS
