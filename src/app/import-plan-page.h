/* import-plan-page.h: does this look right? columns, rows that need a look, where it is from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "import-about.h"

G_BEGIN_DECLS

/**
 * BlImportPlanPage: shows a plan and changes it. Signals: "changed": what
 * bringing it in would do is something else now; "kind-wanted" (uint, a
 * BlImportKind): the user says that the file is something else that it could
 * be, so that it has to be read anew.
 */
#define BL_TYPE_IMPORT_PLAN_PAGE (bl_import_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (BlImportPlanPage, bl_import_plan_page, BL, IMPORT_PLAN_PAGE, AdwBin)

GtkWidget *bl_import_plan_page_new (void);
/* %NULL lets go of the one shown. @choice: what else the file could be is offered. */
void bl_import_plan_page_set_plan (BlImportPlanPage *self, BlImportPlan *plan, gboolean choice);
/* Where each column was proposed to go when the plan came. */
const char *const *bl_import_plan_page_get_proposed (BlImportPlanPage *self);
/* What the entries say; texts belong to the page. */
BlImportAbout bl_import_plan_page_get_about (BlImportPlanPage *self);

G_END_DECLS
