/* new-project-file-row.h: a file of the user's that goes into the new project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "new-project-file.h"

G_BEGIN_DECLS

/**
 * BlNewProjectFileRow: signal "remove-wanted".
 */
#define BL_TYPE_NEW_PROJECT_FILE_ROW (bl_new_project_file_row_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectFileRow, bl_new_project_file_row, BL, NEW_PROJECT_FILE_ROW, AdwActionRow)

GtkWidget *bl_new_project_file_row_new (BlNewProjectFile *file);
BlNewProjectFile *bl_new_project_file_row_get_file (BlNewProjectFileRow *self);

G_END_DECLS
