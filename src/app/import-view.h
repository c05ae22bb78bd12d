/* import-view.h: a file on its way into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "import-plan.h"

G_BEGIN_DECLS

typedef enum
{
  BL_IMPORT_VIEW_CHOOSE,   /* no file yet: choose or drop one */
  BL_IMPORT_VIEW_READING,  /* with a spinner and Cancel */
  BL_IMPORT_VIEW_QUESTION, /* something must be said before it can be read: the encoding, say */
  BL_IMPORT_VIEW_PROBLEM,  /* it cannot be read; a sentence and a remedy */
  BL_IMPORT_VIEW_PLAN,     /* does this look right? */
  BL_IMPORT_VIEW_REPORT,   /* it is in: what came of it */
  BL_IMPORT_VIEW_FILES,    /* several files: what each is */
} BlImportViewState;

/**
 * BlImportView: choose, drop or paste a table, see what it is, match its columns, look
 * at rows that need it, bring it in. It has no buttons of its own to go on or
 * back: whoever shows it has them at the foot of the page, and asks here what
 * the main one is to say.
 *
 * Signals: "changed": state, label, footer or whether it can be applied are
 * other ones now; "applied": the file is in the project.
 */
#define BL_TYPE_IMPORT_VIEW (bl_import_view_get_type ())
G_DECLARE_FINAL_TYPE (BlImportView, bl_import_view, BL, IMPORT_VIEW, AdwBin)

GtkWidget *bl_import_view_new (void);

/* Begins with a project the file is to go into; @wanted says what is looked
 * for (BL_IMPORT_UNKNOWN: find out); @file may be %NULL: the user chooses. */
void bl_import_view_start (BlImportView *self, BlProject *project, BlImportKind wanted, GFile *file);
/* Whether several files may be chosen and dropped at once: they come in as one step, with one report. Off at first. */
void bl_import_view_set_many (BlImportView *self, gboolean many);
/* Reads @files, of GFile, of which there may be several. After bl_import_view_start(). */
void bl_import_view_take (BlImportView *self, GPtrArray *files);
/* Reads the table on the clipboard; the user has to say where it is from. After bl_import_view_start(). */
void bl_import_view_paste (BlImportView *self);
/* The same of text that came otherwise. */
void bl_import_view_take_text (BlImportView *self, GBytes *text);
/* Whether the main button goes back from one of several files to all of them. */
gboolean bl_import_view_is_looking (BlImportView *self);
/* Stops reading and lets go of the project. */
void bl_import_view_stop (BlImportView *self);

BlImportViewState bl_import_view_get_state (BlImportView *self);
gboolean bl_import_view_can_apply (BlImportView *self);
/* What the main button would do: "Bring in 21 libraries"; never %NULL. */
const char *bl_import_view_get_apply_label (BlImportView *self);
/* What is said beside it: "13 rows as they are, 8 mended"; never %NULL. */
const char *bl_import_view_get_footer (BlImportView *self);
/* Brings it in: "applied" follows, or the problem is shown and nothing changed. */
void bl_import_view_apply (BlImportView *self);

GFile *bl_import_view_get_file (BlImportView *self);
BlImportPlan *bl_import_view_get_plan (BlImportView *self);
const BlImportOptions *bl_import_view_get_options (BlImportView *self);
/* Where the program proposed each column to go, before the user changed it. */
const char *const *bl_import_view_get_proposed (BlImportView *self);
/* Of the last file brought in. */
const BlImportReport *bl_import_view_get_report (BlImportView *self);

G_END_DECLS
