/* new-project-fact.h: one thing that comes with a new project, with its source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "marker.h"

G_BEGIN_DECLS

/**
 * BlNewProjectFact: a tick, a plus or a library's marker, a title, and a dim
 * line below it.
 */
#define BL_TYPE_NEW_PROJECT_FACT (bl_new_project_fact_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectFact, bl_new_project_fact, BL, NEW_PROJECT_FACT, GtkBox)

/* Each puts one into a flow box so that Tab does not stop at it.
 * @comes: it comes with the project; else it is for the user to add. */
void bl_new_project_fact_append (GtkFlowBox *box, gboolean comes, const char *title, const char *subtitle);
void bl_new_project_fact_append_library (GtkFlowBox *box, const BlMarkerLook *look, const char *title,
                                         const char *subtitle);
/* Takes all out of the box. */
void bl_new_project_fact_clear (GtkFlowBox *box);

G_END_DECLS
