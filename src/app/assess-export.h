/* assess-export.h: the papers of a self-assessment out of the window: saved, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "assess-report.h"
#include "session.h"

G_BEGIN_DECLS

/* Asks where; by the ending a PDF, a web page, a text or a spreadsheet. The write-up asks too whether it is for others than
 * the team. @parent is on the page: what becomes of it is said there. */
void bl_assess_export_run (GtkWidget *parent, BlSession *session, BlAssessment *assessment, BlAssessPaper paper);
/* The desktop's print dialog. */
void bl_assess_export_print (GtkWidget *parent, BlSession *session, BlAssessment *assessment, BlAssessPaper paper);
/* What saving does once there is a path, with the same words; the window goes on answering meanwhile. */
void bl_assess_export_write (GtkWidget *parent, BlSession *session, BlAssessment *assessment, BlAssessPaper paper,
                             const char *path, gboolean for_others);

/* Actions of a class of widgets, without parameters: "assess.write-up", "assess.summary", "assess.agenda",
 * "assess.script", "assess.forms", and each with "print-" before its name. @run is given the name. */
void bl_assess_export_install_actions (GtkWidgetClass *klass, GtkWidgetActionActivateFunc run);
void bl_assess_export_set_enabled (GtkWidget *widget, gboolean enabled);
/* Does what the action @name says. */
void bl_assess_export_act (GtkWidget *parent, BlSession *session, BlAssessment *assessment, const char *name);
/* A button for the window's header, with a menu of those actions of @page, which it must not outlive. */
GtkWidget *bl_assess_export_new_button (GtkWidget *page);

G_END_DECLS
