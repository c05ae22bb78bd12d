/* journal.h: every change kept at once, so that a crash loses nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/**
 * BlJournal: a folder of its own, RANDOM under the state folder, with the
 * document the changes start from ("base") and the changes since ("log"), held
 * by a lock while the program lives. Changes are appended and synced by one
 * thread; properties: "kept" (boolean: all changes are on the disk), "problem"
 * (string: why they cannot be kept, or %NULL).
 */
#define BL_TYPE_JOURNAL (bl_journal_get_type ())
G_DECLARE_FINAL_TYPE (BlJournal, bl_journal, BL, JOURNAL, GObject)

/* "branchline/journal" in the user's state folder. */
char *bl_journal_get_folder (void);

/* Starts keeping the changes of @project from now on. @path is where it lives,
 * or %NULL. The project as it is now is the base. */
BlJournal *bl_journal_new (BlProject *project, const char *path, GError **error);
/* The same with the document's own @bytes, of which @project was just read. */
BlJournal *bl_journal_new_from_bytes (BlProject *project, const char *path, GBytes *bytes, GError **error);

/* The project as it is now is about to be saved, which may take a while: what is
 * changed meanwhile is kept so that it also fits behind what is saved. */
void bl_journal_mark (BlJournal *self);
/* It was not saved. */
void bl_journal_unmark (BlJournal *self);
/* The project, as it was at the mark (or is now, without one), was saved at
 * @path with the content @bytes: what was kept before that is no longer needed.
 * When a new start cannot be made, the old one goes on: nothing is lost. */
gboolean bl_journal_restart (BlJournal *self, const char *path, GBytes *bytes, GError **error);
/* The same without waiting for the disk. */
void bl_journal_restart_later (BlJournal *self, const char *path, GBytes *bytes);
/* Waits until everything so far is on the disk. */
void bl_journal_flush (BlJournal *self);
/* Nothing needs keeping any more: takes the folder away. */
void bl_journal_discard (BlJournal *self);
gboolean bl_journal_get_kept (BlJournal *self);
const char *bl_journal_get_problem (BlJournal *self);

/* --- After a crash -------------------------------------------------------- */

/**
 * BlKeptWork: a journal whose program is gone and that holds changes.
 */
typedef struct
{
  char *folder;
  char *path;       /* where the document lives; NULL when never saved */
  char *title;      /* of the project */
  char *project_id;
  GDateTime *time;  /* of the last change */
  guint n_changes;
  gboolean closed;  /* its window was closed with it; else the program ended in the midst of it */
} BlKeptWork;
/* Newest first. Journals in use by a running program are left alone; those without changes are cleared away. */
GPtrArray *bl_journal_find_kept (void);
void bl_kept_work_free (BlKeptWork *work);
/* The project exactly as it was before the crash, its changes as steps that can
 * be undone. A last change that was half written was never committed and is
 * not there. */
BlProject *bl_kept_work_recover (BlKeptWork *work, BlIds *ids, BlClock *clock, GError **error);
/* The document the changes start from. */
BlProject *bl_kept_work_get_base (BlKeptWork *work, BlIds *ids, BlClock *clock, GError **error);
gboolean bl_kept_work_discard (BlKeptWork *work, GError **error);
/* The bytes of the document the changes start from. */
GBytes *bl_kept_work_read_base (BlKeptWork *work, GError **error);
/* Goes on with the journal of @work for @project, as bl_kept_work_recover() gave
 * it: it is ours from now on. An error when another program has it. */
BlJournal *bl_journal_adopt (BlProject *project, BlKeptWork *work, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlKeptWork, bl_kept_work_free)

G_END_DECLS
