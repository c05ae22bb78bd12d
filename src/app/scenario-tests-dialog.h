/* scenario-tests-dialog.h: in which ways of counting an answer is the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "survive.h"

G_BEGIN_DECLS

/**
 * BlScenarioTestsDialog: one row a test, the people in each, and a mark and a
 * word for the same or another answer.
 */
#define BL_TYPE_SCENARIO_TESTS_DIALOG (bl_scenario_tests_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlScenarioTestsDialog, bl_scenario_tests_dialog, BL, SCENARIO_TESTS_DIALOG, AdwWindow)

GtkWindow *bl_scenario_tests_dialog_new (GtkWindow *parent, const BlSurvive *tests);

G_END_DECLS
