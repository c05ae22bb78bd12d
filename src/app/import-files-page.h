/* import-files-page.h: several files on their way into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "import-plan.h"

G_BEGIN_DECLS

/**
 * BlImportEntry: one of several files, as far as it is known.
 */
typedef struct
{
  GFile *file;
  BlImportPlan *plan; /* NULL: it could not be read, or has not been yet */
  GError *error;      /* why it could not */
  BlImportKind kind;  /* as the user said; UNKNOWN: find out */
  char *encoding, *crs, *code_field;
  gboolean left_out;  /* by the user */
} BlImportEntry;

BlImportEntry *bl_import_entry_new (GFile *file);
void bl_import_entry_free (BlImportEntry *entry);
/* Name of the file for people. */
char *bl_import_entry_dup_name (const BlImportEntry *entry);
/* Whether it would come in as things stand; @why (may be NULL) why not, to be freed. */
gboolean bl_import_entry_comes_in (const BlImportEntry *entry, char **why);

/**
 * BlImportFilesPage: what each file is and what it would bring. Signals:
 * "entry-activated" (uint): the user wants to look at one; "changed": one was
 * left out or taken in again.
 */
#define BL_TYPE_IMPORT_FILES_PAGE (bl_import_files_page_get_type ())
G_DECLARE_FINAL_TYPE (BlImportFilesPage, bl_import_files_page, BL, IMPORT_FILES_PAGE, AdwBin)

/* Shows them, of BlImportEntry, which stay the caller's; %NULL lets go. */
void bl_import_files_page_set_entries (BlImportFilesPage *self, GPtrArray *entries);

G_END_DECLS
