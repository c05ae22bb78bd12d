/* catalogue-items.h: what is laid down for planning: workflows, and catalogues of things with fields of their
 * own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"
#include "project.h"

G_BEGIN_DECLS

/* Names of the frameworks for planning: "planning", "readiness", "lenses", "appraisal", "consultation",
 * "actions", "registers"; NULL-terminated. bl_framework_load() reads them. */
const char *const *bl_framework_get_planning (void);
/* The one of that name (with "item") in the project, else a copy of ours put into it, in the open
 * transaction. */
BlFramework *bl_framework_use (BlProject *project, const char *item, GError **error);
/* The project's, else ours as shipped (@shipped holds it then: g_object_unref()); NULL with @error where
 * there is none. */
BlFramework *
bl_framework_look_up (BlProject *project, const char *item, BlFramework **shipped, GError **error);

/* All owned by what they are found in; NULL where there is none. */
BlCatalogue *bl_framework_find_catalogue (BlFramework *self, const char *item);
BlWorkflow *bl_framework_find_workflow (BlFramework *self, const char *item);
BlCatalogueItem *bl_catalogue_find (BlCatalogue *self, const char *item);
/* Of an item, a field by its key in lower case ("help text"); NULL where it has none. */
const char *bl_catalogue_item_get (BlCatalogueItem *self, const char *key);
/* The same of any record with a list of BlEntryField ("fields", "plan", "parts"). */
const char *bl_entry_fields_get (BlRecord *record, const char *list, const char *key);
/* In the open transaction; NULL or "" takes it out. */
void bl_entry_fields_set (BlRecord *record, const char *list, const char *key, const char *value);

G_END_DECLS
