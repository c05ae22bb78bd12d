/* import-report-view.h: what came of bringing in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "import-plan.h"

G_BEGIN_DECLS

#define BL_TYPE_IMPORT_REPORT_VIEW (bl_import_report_view_get_type ())
G_DECLARE_FINAL_TYPE (BlImportReportView, bl_import_report_view, BL, IMPORT_REPORT_VIEW, AdwBin)

GtkWidget *bl_import_report_view_new (void);
/* @file: its name, for people. */
void bl_import_report_view_set_report (BlImportReportView *self, const BlImportReport *report, BlImportKind kind,
                                       const char *file);

/* The same of several; @files: "5 files". */
void bl_import_report_view_set_files (BlImportReportView *self, const BlImportReport *report, const char *files);

/* "21 libraries", "175 areas", "figures for 175 areas": what @n rows of @kind are. */
char *bl_import_kind_describe_rows (BlImportKind kind, guint n);
/* "21 rows read: 1 added, 20 updated". */
char *bl_import_report_describe (const BlImportReport *report);

G_END_DECLS
