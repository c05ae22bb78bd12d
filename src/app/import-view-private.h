/* import-view-private.h: what the files that make up the import view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-files-page.h"
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
  GtkEditable *crs_entry, *code_entry;
  BlImportPlanPage *plan_page;
  BlImportFilesPage *files_page;
  GtkWidget *paste_button;
  BlImportReportView *report_view;

  BlImportViewState state;
  BlProject *project;
  BlImportKind wanted;
  gboolean many;      /* several files may come at once */
  GPtrArray *entries; /* of BlImportEntry; NULL: one file */
  int entry;          /* the one that is read or looked at; -1 none */
  gboolean looking;   /* at one of them that the user opened */
  GBytes *pasted;     /* instead of a file; NULL */
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
  char *crs, *code_field;
  BlImportOptions options;
  char *apply_label;
  char *footer;
};

/* --- import-view.c ----------------------------------------------------------- */

/* Name of the file for people; "" for none. */
char *bl_import_view_dup_file_name (BlImportView *self);
/* Reads @file, of which nothing has been said yet. */
void bl_import_view_take_file (BlImportView *self, GFile *file);
/* Reads the file, or what was pasted, by what has been said. */
void bl_import_view_read (BlImportView *self);
void bl_import_view_show_state (BlImportView *self, BlImportViewState state);
/* Back to the beginning. */
void bl_import_view_show_choose (BlImportView *self);
void bl_import_view_show_problem (BlImportView *self, const GError *error);
/* What came of reading. Takes neither. */
void bl_import_view_show_read (BlImportView *self, BlImportPlan *plan, const GError *error);
void bl_import_view_forget_plan (BlImportView *self);
void bl_import_view_emit_applied (BlImportView *self);

/* --- import-view-choose.c ----------------------------------------------------- */

void bl_import_view_describe_choice (BlImportView *self);
void bl_import_view_choose (GtkWidget *widget, const char *name, GVariant *parameter);
void bl_import_view_save_list (GtkWidget *widget, const char *name, GVariant *parameter);
gboolean bl_import_view_on_drop (BlImportView *self, const GValue *value);

/* --- import-view-files.c: several at once ---------------------------------------- */

/* Reads all of @files (of GFile), one after the other. */
void bl_import_view_take_files (BlImportView *self, GPtrArray *files);
/* One of several was read: goes on with the next, or shows them. FALSE where there is but one file. */
gboolean bl_import_view_take_read (BlImportView *self, BlImportPlan *plan, const GError *error);
void bl_import_view_show_files (BlImportView *self);
void bl_import_view_open_entry (BlImportView *self, guint index);
/* Brings in those that can. */
void bl_import_view_apply_files (BlImportView *self);
/* How many would come in now. */
guint bl_import_view_count_files (BlImportView *self);
void bl_import_view_forget_files (BlImportView *self);

/* --- import-view-paste.c ------------------------------------------------------------ */

void bl_import_view_paste_action (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
