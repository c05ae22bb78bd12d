/* new-project-service-row.h: a library service that can be chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "new-project-service-item.h"

G_BEGIN_DECLS

#define BL_TYPE_NEW_PROJECT_SERVICE_ROW (bl_new_project_service_row_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectServiceRow, bl_new_project_service_row, BL, NEW_PROJECT_SERVICE_ROW, AdwActionRow)

GtkWidget *bl_new_project_service_row_new (BlNewProjectServiceItem *item);
const BlReferenceService *bl_new_project_service_row_get_service (BlNewProjectServiceRow *self);
/* Shows the tick. */
void bl_new_project_service_row_set_chosen (BlNewProjectServiceRow *self, gboolean chosen);

G_END_DECLS
