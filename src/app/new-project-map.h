/* new-project-map.h: a small still map of a service that is not a project yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "facts.h"
#include "reference.h"

G_BEGIN_DECLS

/**
 * BlNewProjectMap: areas as points or outlines, libraries as markers, all of
 * it fitted to the room there is. It is not for exploring: a tooltip names the
 * library under the pointer, and a sentence for screen readers says what it shows.
 */
#define BL_TYPE_NEW_PROJECT_MAP (bl_new_project_map_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectMap, bl_new_project_map, BL, NEW_PROJECT_MAP, GtkWidget)

GtkWidget *bl_new_project_map_new (void);
/* Published facts of one service. FALSE with an error where they cannot be read. */
gboolean bl_new_project_map_set_service (BlNewProjectMap *self, BlReference *reference,
                                         const BlReferenceService *service, GError **error);
/* What a project holds, and round it what is published for its neighbours
 * (@reference may be %NULL). */
void bl_new_project_map_set_facts (BlNewProjectMap *self, BlFacts *facts, BlReference *reference);
/* Nothing was placed: no areas and no libraries with a grid reference. */
gboolean bl_new_project_map_is_empty (BlNewProjectMap *self);

G_END_DECLS
