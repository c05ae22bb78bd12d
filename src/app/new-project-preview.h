/* new-project-preview.h: a published service, its map, and what comes with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "reference.h"

G_BEGIN_DECLS

#define BL_TYPE_NEW_PROJECT_PREVIEW (bl_new_project_preview_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectPreview, bl_new_project_preview, BL, NEW_PROJECT_PREVIEW, GtkBox)

GtkWidget *bl_new_project_preview_new (void);
gboolean bl_new_project_preview_set_service (BlNewProjectPreview *self, BlReference *reference,
                                             const BlReferenceService *service, GError **error);

G_END_DECLS
