/* new-project-assistant-private.h: what the files that make up the assistant share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "adaptive-bin.h"
#include "import-view.h"
#include "new-project-assistant.h"
#include "new-project-build.h"
#include "new-project-files-page.h"
#include "new-project-review-page.h"
#include "new-project-service-page.h"

G_BEGIN_DECLS

/* What the project is being put together for. */
typedef enum
{
  BL_NEW_PROJECT_FOR_NOTHING,
  BL_NEW_PROJECT_FOR_REVIEW,
  BL_NEW_PROJECT_FOR_IMPORT,
  BL_NEW_PROJECT_FOR_CREATION,
} BlNewProjectPurpose;

struct _BlNewProjectAssistant
{
  AdwBin parent_instance;

  BlAdaptiveBin *bin;
  AdwFlap *flap;
  GtkListBox *steps;
  GtkWidget *afresh_button;
  GtkWidget *steps_button;
  AdwWindowTitle *step_title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  BlNewProjectServicePage *service_page;
  BlNewProjectFilesPage *libraries_page;
  BlNewProjectFilesPage *areas_page;
  BlNewProjectReviewPage *review_page;
  BlImportView *import_view;
  GtkWidget *back_button;
  GtkLabel *footer_label;
  GtkSpinner *spinner;
  GtkWidget *skip_button;
  GtkButton *next_button;

  BlContext *context;
  BlNewProjectDraft *draft;
  guint save_source;
  gboolean importing; /* the import view stands in place of the step */
  gboolean created;
  AdwToast *resumed_toast; /* weak: "This is where you left off" */

  /* The project the answers make, as long as they stay the same. */
  BlNewProjectBuild *build;
  GCancellable *building;
  BlNewProjectPurpose purpose;
  BlImportKind import_kind;
  GFile *import_file;
};

/* --- new-project-assistant.c ------------------------------------------------ */

void bl_new_project_assistant_update (BlNewProjectAssistant *self);
void bl_new_project_assistant_update_footer (BlNewProjectAssistant *self);
void bl_new_project_assistant_show_toast (BlNewProjectAssistant *self, const char *words);
/* With an Undo button; what one did just now comes before what was said earlier. */
void bl_new_project_assistant_show_undo (BlNewProjectAssistant *self, AdwToast *toast);

/* --- new-project-assistant-draft.c ------------------------------------------ */

/* Saves soon after each change, and forgets what was made from other answers. */
void bl_new_project_assistant_watch_draft (BlNewProjectAssistant *self);
void bl_new_project_assistant_unwatch_draft (BlNewProjectAssistant *self);
void bl_new_project_assistant_save (BlNewProjectAssistant *self);
void bl_new_project_assistant_start_afresh (GtkWidget *widget, const char *name, GVariant *parameter);

/* --- new-project-assistant-build.c ------------------------------------------ */

/* Puts the project together, and then does what it is for. */
void bl_new_project_assistant_want_build (BlNewProjectAssistant *self, BlNewProjectPurpose purpose);
void bl_new_project_assistant_drop_build (BlNewProjectAssistant *self);

/* --- new-project-assistant-files.c ------------------------------------------ */

void bl_new_project_assistant_leave_import (BlNewProjectAssistant *self);
void bl_new_project_assistant_on_import_wanted (BlNewProjectAssistant *self, guint kind, GFile *file);
void bl_new_project_assistant_on_import_changed (BlNewProjectAssistant *self);
void bl_new_project_assistant_on_import_applied (BlNewProjectAssistant *self);
void bl_new_project_assistant_on_file_removed (BlNewProjectAssistant *self, BlNewProjectFile *file, guint position);

G_END_DECLS
