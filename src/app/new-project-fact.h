/* new-project-fact.h: one thing that comes with a new project, with its source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BlNewProjectFact: a tick or a plus, a title, and a dim line below it.
 */
#define BL_TYPE_NEW_PROJECT_FACT (bl_new_project_fact_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectFact, bl_new_project_fact, BL, NEW_PROJECT_FACT, GtkBox)

/* @comes: it comes with the project; else it is for the user to add. */
GtkWidget *bl_new_project_fact_new (gboolean comes, const char *title, const char *subtitle);
/* Puts it into a flow box so that Tab does not stop at it. */
void bl_new_project_fact_append (GtkFlowBox *box, gboolean comes, const char *title, const char *subtitle);

G_END_DECLS
