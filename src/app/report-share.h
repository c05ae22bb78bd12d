/* report-share.h: a report out of the window: saved, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "report.h"

G_BEGIN_DECLS

/* Each takes @report. @widget is the page: what becomes of it is said there. */

/* Asks where; PDF or HTML by the ending. */
void bl_report_share_save (GtkWidget *widget, BlReport *report);
/* The desktop's print dialog. */
void bl_report_share_print (GtkWidget *widget, BlReport *report);
/* What saving does once there is a path, with the same words. */
gboolean bl_report_share_write (GtkWidget *widget, const BlReport *report, const char *path);

G_END_DECLS
