/* new-project-service-item.h: a published library service in a list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "reference.h"

G_BEGIN_DECLS

#define BL_TYPE_NEW_PROJECT_SERVICE_ITEM (bl_new_project_service_item_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectServiceItem, bl_new_project_service_item, BL, NEW_PROJECT_SERVICE_ITEM, GObject)

/* All services of @reference that still exist, by the place's name; the items are good as
 * long as the reference is. */
GListModel *bl_new_project_service_items_new (BlReference *reference);
const BlReferenceService *bl_new_project_service_item_get_service (BlNewProjectServiceItem *self);
/* Whether each word of @words (folded, %NULL-terminated) begins a word of the
 * service's names or code: "new" finds Newcastle and Newham, not Renfrew. */
gboolean bl_new_project_service_item_matches (BlNewProjectServiceItem *self, const char *const *words);
/* What was typed, as matches() wants it. */
char **bl_new_project_service_words (const char *text);

G_END_DECLS
