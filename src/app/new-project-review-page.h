/* new-project-review-page.h: the last step of a new project: look over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "context.h"
#include "new-project-build.h"

G_BEGIN_DECLS

/**
 * BlNewProjectReviewPage: what the project will hold, its key figures worked
 * out already, and whose figures they are. Signal "step-wanted" (guint
 * BlNewProjectStep): change something there.
 */
#define BL_TYPE_NEW_PROJECT_REVIEW_PAGE (bl_new_project_review_page_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectReviewPage, bl_new_project_review_page, BL, NEW_PROJECT_REVIEW_PAGE, AdwBin)

GtkWidget *bl_new_project_review_page_new (void);
void bl_new_project_review_page_set_draft (BlNewProjectReviewPage *self, BlContext *context,
                                           BlNewProjectDraft *draft);
void bl_new_project_review_page_show_working (BlNewProjectReviewPage *self);
void bl_new_project_review_page_show_error (BlNewProjectReviewPage *self, const GError *error);
void bl_new_project_review_page_show_build (BlNewProjectReviewPage *self, BlNewProjectBuild *build);

G_END_DECLS
