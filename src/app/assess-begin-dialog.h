/* assess-begin-dialog.h: beginning a self-assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessBeginDialog: what to assess by, how long it may take, on which scale, when. What was chosen is kept in the
 * draft, so that the dialog may be left and come back to.
 *
 * Signal "begun" (BlAssessment): it is in the project.
 */
#define BL_TYPE_ASSESS_BEGIN_DIALOG (bl_assess_begin_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessBeginDialog, bl_assess_begin_dialog, BL, ASSESS_BEGIN_DIALOG, AdwWindow)

/* @draft: a self-assessment in no project, with what was chosen the last time. */
GtkWidget *bl_assess_begin_dialog_new (GtkWindow *parent, BlSession *session, BlAssessment *draft);
/* What may be chosen: of BlFramework, those shipped first. */
GListModel *bl_assess_begin_dialog_get_frameworks (BlAssessBeginDialog *self);

G_END_DECLS
