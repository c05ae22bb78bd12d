/* import-view-private.h: what the files that make up the import view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan-page.h"
#include "import-report-view.h"
#include "import-view.h"

G_BEGIN_DECLS

struct _BlImportView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *choose_page;
  GtkSpinner *spinner;
  GtkLabel *reading_label;
  AdwStatusPage *question_page;
  GtkListBox *encodings;
  AdwStatusPage *problem_page;
  GtkWidget *service_list;
  GtkEditable *service_entry;
  GtkWidget *crs_list;
  GtkEditable *crs_entry;
  BlImportPlanPage *plan_page;
  BlImportReportView *report_view;

  BlImportViewState state;
  BlProject *project;
  BlImportKind wanted;
  GFile *file;
  BlImportPlan *plan;
  BlImportReport *report;
  GCancellable *reading;
  guint again_source;
  GtkFileChooserNative *chooser;

  /* What the user has said of this file. */
  BlImportKind kind; /* UNKNOWN: find out */
  char *encoding;
  char *service;
  char *crs;
  BlImportOptions options;
  char *apply_label;
  char *footer;
};

/* --- import-view.c ----------------------------------------------------------- */

/* Name of the file for people; "" for none. */
char *bl_import_view_dup_file_name (BlImportView *self);
/* Reads @file, of which nothing has been said yet. */
void bl_import_view_take_file (BlImportView *self, GFile *file);

/* --- import-view-choose.c ----------------------------------------------------- */

void bl_import_view_choose (GtkWidget *widget, const char *name, GVariant *parameter);
void bl_import_view_save_list (GtkWidget *widget, const char *name, GVariant *parameter);
gboolean bl_import_view_on_drop (BlImportView *self, const GValue *value);

G_END_DECLS
