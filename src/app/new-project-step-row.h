/* new-project-step-row.h: one step in the list at the side of the new-project assistant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "new-project-draft.h"

G_BEGIN_DECLS

#define BL_TYPE_NEW_PROJECT_STEP_ROW (bl_new_project_step_row_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectStepRow, bl_new_project_step_row, BL, NEW_PROJECT_STEP_ROW, GtkListBoxRow)

GtkWidget *bl_new_project_step_row_new (BlNewProjectStep step);
BlNewProjectStep bl_new_project_step_row_get_step (BlNewProjectStepRow *self);
/* @chosen: what was chosen there ("Newcastle City Council"), or %NULL. */
void bl_new_project_step_row_update (BlNewProjectStepRow *self, BlNewProjectState state, const char *chosen);

G_END_DECLS
