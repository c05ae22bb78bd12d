/* new-project-files-page.h: libraries, or areas and people, of a new project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "context.h"
#include "new-project-draft.h"

G_BEGIN_DECLS

/**
 * BlNewProjectFilesPage: what is published for the service, to be used or not,
 * and the user's own files. Construct-only property "step" (libraries or
 * areas: the same page with other words).
 *
 * Signals: "import-wanted" (guint BlImportKind, GFile or %NULL);
 * "file-removed" (BlNewProjectFile, guint where it stood in the draft).
 */
#define BL_TYPE_NEW_PROJECT_FILES_PAGE (bl_new_project_files_page_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectFilesPage, bl_new_project_files_page, BL, NEW_PROJECT_FILES_PAGE, AdwBin)

GtkWidget *bl_new_project_files_page_new (BlNewProjectStep step);
void bl_new_project_files_page_set_draft (BlNewProjectFilesPage *self, BlContext *context,
                                          BlNewProjectDraft *draft);
/* Shows what the draft holds now. */
void bl_new_project_files_page_reload (BlNewProjectFilesPage *self);

G_END_DECLS
