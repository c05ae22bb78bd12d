/* new-project-draft.h: the answers of someone making a new project, and their rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ids.h"
#include "new-project-file.h"
#include "reference.h"

G_BEGIN_DECLS

/**
 * BlNewProjectStep: in the order in which they are asked; the numbers are
 * those people see.
 */
typedef enum
{
  BL_NEW_PROJECT_STEP_NONE,
  BL_NEW_PROJECT_STEP_SERVICE,
  BL_NEW_PROJECT_STEP_LIBRARIES,
  BL_NEW_PROJECT_STEP_AREAS,
  BL_NEW_PROJECT_STEP_REVIEW,
} BlNewProjectStep;
#define BL_NEW_PROJECT_LAST_STEP BL_NEW_PROJECT_STEP_REVIEW
#define BL_TYPE_NEW_PROJECT_STEP (bl_new_project_step_get_type ())
GType bl_new_project_step_get_type (void);

/* What the project starts from. */
typedef enum
{
  BL_NEW_PROJECT_ORIGIN_UNKNOWN,   /* not said yet */
  BL_NEW_PROJECT_ORIGIN_PUBLISHED, /* the published facts of one service */
  BL_NEW_PROJECT_ORIGIN_EMPTY,     /* nothing, or the user's own files */
} BlNewProjectOrigin;
#define BL_TYPE_NEW_PROJECT_ORIGIN (bl_new_project_origin_get_type ())
GType bl_new_project_origin_get_type (void);

/* Where a step stands. */
typedef enum
{
  BL_NEW_PROJECT_STATE_TO_COME, /* not seen yet */
  BL_NEW_PROJECT_STATE_DONE,
  BL_NEW_PROJECT_STATE_SKIPPED,
  BL_NEW_PROJECT_STATE_NEEDS,   /* seen, left, and something is still wanted */
} BlNewProjectState;

/**
 * BlNewProjectDraft: kind "draft", a record of its own that belongs to no
 * project, so that it changes freely. Fields: origin (enum); service (GSS
 * code), service-name, title (what was typed; %NULL: the suggested one),
 * suggested-title, search (what was looked for); without-libraries,
 * without-areas (booleans: that part of the published facts is not wanted);
 * skipped-service, skipped-libraries, skipped-areas (booleans); step (enum: the
 * one on the screen), furthest (enum); list: files (BlNewProjectFile).
 *
 * Nothing here is lost by going back: an answer that no longer counts (the
 * service of a project that starts empty, say) stays where it is.
 */
#define BL_TYPE_NEW_PROJECT_DRAFT (bl_new_project_draft_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectDraft, bl_new_project_draft, BL, NEW_PROJECT_DRAFT, BlRecord)
BlNewProjectDraft *bl_new_project_draft_new (const char *id);

/* Nothing has been said yet. */
gboolean bl_new_project_draft_is_blank (BlNewProjectDraft *self);
/* Forgets all answers. */
void bl_new_project_draft_clear (BlNewProjectDraft *self);

/* --- Answers -------------------------------------------------------------- */

void bl_new_project_draft_choose_service (BlNewProjectDraft *self, const BlReferenceService *service);
void bl_new_project_draft_choose_empty (BlNewProjectDraft *self);
BlNewProjectOrigin bl_new_project_draft_get_origin (BlNewProjectDraft *self);
/* The one typed, else the suggested one, else %NULL. */
const char *bl_new_project_draft_get_title (BlNewProjectDraft *self);
/* What stands in the title field now; the suggested one is not kept as typed. */
void bl_new_project_draft_set_title (BlNewProjectDraft *self, const char *title);
gboolean bl_new_project_draft_get_flag (BlNewProjectDraft *self, const char *field);
/* Published libraries, and published areas and figures, are wanted. */
gboolean bl_new_project_draft_wants_libraries (BlNewProjectDraft *self);
gboolean bl_new_project_draft_wants_areas (BlNewProjectDraft *self);
/* How many files belong to @step: lists of libraries, or all others. */
guint bl_new_project_draft_count_files (BlNewProjectDraft *self, BlNewProjectStep step);
BlNewProjectStep bl_new_project_draft_get_step_of (BlNewProjectFile *file);

/* --- Going through the steps ----------------------------------------------- */

/* Title of a step, untranslated (N_()): "Your service". */
const char *bl_new_project_step_get_title (BlNewProjectStep step);
/* The step to show: where one left, or the first. */
BlNewProjectStep bl_new_project_draft_get_step (BlNewProjectDraft *self);
/* Shows @step; the one left is skipped when @skip, otherwise answered. */
void bl_new_project_draft_go (BlNewProjectDraft *self, BlNewProjectStep step, gboolean skip);
/* Nought at the ends. */
BlNewProjectStep bl_new_project_draft_get_next (BlNewProjectDraft *self);
BlNewProjectStep bl_new_project_draft_get_previous (BlNewProjectDraft *self);
BlNewProjectState bl_new_project_draft_get_state (BlNewProjectDraft *self, BlNewProjectStep step);
/* What @step still wants, in a sentence; %NULL when nothing. */
const char *bl_new_project_draft_get_need (BlNewProjectDraft *self, BlNewProjectStep step);
/* Whether a project can be made now; else what is wanted first. */
gboolean bl_new_project_draft_can_finish (BlNewProjectDraft *self, const char **need);

/* --- As a file ------------------------------------------------------------- */

GBytes *bl_new_project_draft_to_bytes (BlNewProjectDraft *self);
/* An error (#BlBaseError) for what is not a draft of ours. */
BlNewProjectDraft *bl_new_project_draft_from_bytes (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
