/* new-project-file.h: a file that is to go into a new project, and what was said about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan.h"

G_BEGIN_DECLS

/**
 * BlNewProjectChoice: kind "choice": one thing the user decided against what
 * the program proposed. Fields: key, value (%NULL: leave out).
 */
#define BL_TYPE_NEW_PROJECT_CHOICE (bl_new_project_choice_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectChoice, bl_new_project_choice, BL, NEW_PROJECT_CHOICE, BlRecord)

/**
 * BlNewProjectFigure: kind "figure": a column that becomes a figure for each
 * area. Fields: column (its heading), name, title, measure (enum BlValueKind).
 */
#define BL_TYPE_NEW_PROJECT_FIGURE (bl_new_project_figure_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectFigure, bl_new_project_figure, BL, NEW_PROJECT_FIGURE, BlRecord)

/**
 * BlNewProjectFile: kind "file". The file itself is not kept, only where it
 * lies and the answers, so that bringing it in can be done over.
 *
 * Fields: uri, kind (enum BlImportKind), encoding, service (the one meant in a
 * file of many), year (integer), code-field, name-field, x-field, y-field, crs,
 * value-kind (enum), source, date, geography, licence, result (a sentence: what
 * it came to); lists: figures (#BlNewProjectFigure); of #BlNewProjectChoice: columns
 * (heading, target), mends (row, field and reason; "yes" or "no").
 */
#define BL_TYPE_NEW_PROJECT_FILE (bl_new_project_file_get_type ())
G_DECLARE_FINAL_TYPE (BlNewProjectFile, bl_new_project_file, BL, NEW_PROJECT_FILE, BlRecord)
BlNewProjectFile *bl_new_project_file_new (const char *id, const char *uri);

#define BL_TYPE_IMPORT_KIND (bl_import_kind_get_type ())
GType bl_import_kind_get_type (void);

/* Name for people, without folders. */
char *bl_new_project_file_get_name (BlNewProjectFile *self);
/* Where it lies here, or %NULL for a place that is not a local file. */
char *bl_new_project_file_get_path (BlNewProjectFile *self);
BlImportKind bl_new_project_file_get_import_kind (BlNewProjectFile *self);

/* Keeps what @options say. The reading half is bl_new_project_file_to_options(). */
void bl_new_project_file_set_options (BlNewProjectFile *self, const BlImportOptions *options);
/* The options the answers make. Texts belong to @self. */
void bl_new_project_file_to_options (BlNewProjectFile *self, BlImportOptions *options);

/* Keeps which mends of @plan are wanted, and where its columns go as far as
 * that differs from @proposed (by column; "" for leave out); with %NULL all
 * columns are kept. */
void bl_new_project_file_keep_choices (BlNewProjectFile *self, BlImportPlan *plan, const char *const *proposed,
                                       BlIds *ids);
/* Puts the kept choices on a fresh plan. */
void bl_new_project_file_put_choices (BlNewProjectFile *self, BlImportPlan *plan);

G_END_DECLS
