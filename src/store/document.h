/* document.h: a project and the file it lives in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "journal.h"
#include "merge.h"
#include "project.h"

G_BEGIN_DECLS

#define BL_STORE_ERROR (bl_store_error_quark ())
GQuark bl_store_error_quark (void);
typedef enum
{
  BL_STORE_ERROR_READ,     /* could not be read: choose another file */
  BL_STORE_ERROR_WRITE,    /* could not be written: save elsewhere; nothing was lost */
  BL_STORE_ERROR_CHANGED,  /* the file changed since it was opened: compare, or save elsewhere */
  BL_STORE_ERROR_INVALID,  /* not a project of ours */
  BL_STORE_ERROR_READ_ONLY,/* opened read-only */
  BL_STORE_ERROR_FAULTY,   /* not all of it is valid: open what can be read as a copy */
} BlStoreError;

/**
 * BlOpenFlags: what is opened that is not usually, and how.
 */
typedef enum
{
  BL_OPEN_PLAIN = 0,
  BL_OPEN_FAULTY = 1 << 0,    /* what is valid of a faulty file, read-only where it lives */
  BL_OPEN_COPY = 1 << 1,      /* what can be read of a faulty or damaged file; its path is forgotten */
  BL_OPEN_NEWER = 1 << 2,     /* what is known of a newer major version, read-only */
  BL_OPEN_READ_ONLY = 1 << 3, /* to be looked at (a backup) */
} BlOpenFlags;

/**
 * BlDocument: a project with its file. Properties: "project" (construct),
 * "path" (NULL when never saved), "read-only", "saved-time" (GDateTime);
 * "kept" (all changes are on the disk, in its journal) and "journal-problem"
 * (why they cannot be kept, for people, or NULL).
 */
#define BL_TYPE_DOCUMENT (bl_document_get_type ())
G_DECLARE_FINAL_TYPE (BlDocument, bl_document, BL, DOCUMENT, GObject)

BlDocument *bl_document_new (BlProject *project);
/* Opens @path. Errors: BL_STORE_ERROR (FAULTY when not all of it is valid), or
 * BL_BASE_ERROR from the reader, with the file's name and where known the line
 * in the message. A file of a newer minor version opens with all it holds, one
 * of a newer major version read-only, an older one brought up to today's. */
BlDocument *bl_document_open (const char *path, BlIds *ids, BlClock *clock, GCancellable *cancellable,
                              GError **error);
/* What can be read of a faulty, damaged or cut off file, as a project that was
 * never saved; bl_document_get_faults() lists what was left out. The file is
 * not touched. */
BlDocument *bl_document_open_as_copy (const char *path, BlIds *ids, BlClock *clock, GCancellable *cancellable,
                                      GError **error);
/* The same with a choice. @faults (free it) are what opening found, also after an error. */
BlDocument *bl_document_open_with (const char *path, BlOpenFlags flags, BlIds *ids, BlClock *clock,
                                   GCancellable *cancellable, GPtrArray **faults, GError **error);

/* --- Changes kept safe ----------------------------------------------------- */

/* From now on every change is kept at once. To be called when the document was
 * just opened or made (in any thread, while nobody else has it). An error
 * (the state folder cannot be written) leaves a document that works without. */
gboolean bl_document_start_journal (BlDocument *self, GError **error);
gboolean bl_document_get_kept (BlDocument *self);
const char *bl_document_get_journal_problem (BlDocument *self);
/* Waits until everything so far is kept. */
void bl_document_flush_journal (BlDocument *self);
/* The person is done with it: what was not saved is meant to be forgotten. */
void bl_document_close (BlDocument *self);
/* The newest work on the file @path that was kept when the program stopped, or
 * %NULL. Where it holds nothing but what is saved, it is cleared away. */
BlKeptWork *bl_document_find_kept (const char *path);
/* The document as it was, with its path, its changes as steps to undo, modified.
 * It goes on with the journal of @work, so that nothing is lost at any moment;
 * an error when another window has it. */
BlDocument *bl_document_new_recovered (BlKeptWork *work, BlIds *ids, BlClock *clock, GError **error);

/* --- Saving ---------------------------------------------------------------- */

/* Saves to @path, or where it lives for %NULL. Never overwrites a file that
 * changed since it was read (BL_STORE_ERROR_CHANGED). A backup of what was
 * there goes to the data folder. On error the old file is whole. */
gboolean bl_document_save (BlDocument *self, const char *path, GError **error);
/* The same with the writing done in a thread: the project as it is now. What is
 * changed before it is done stays to be saved. Not twice at a time. */
void bl_document_save_async (BlDocument *self, const char *path, GAsyncReadyCallback callback, gpointer data);
gboolean bl_document_save_finish (BlDocument *self, GAsyncResult *result, GError **error);
/* How many copies of earlier states are kept (0: none are made), and for how
 * many days (0: for ever). The newest always stays. */
void bl_document_set_backups (BlDocument *self, guint backups, guint days);

/* --- Others' changes ------------------------------------------------------- */

/* Whether the file is another one now than was read or written last. Looks at
 * its dates first, so that it is cheap as long as nothing changed. */
gboolean bl_document_check_changed (BlDocument *self);
void bl_document_check_changed_async (BlDocument *self, GAsyncReadyCallback callback, gpointer data);
gboolean bl_document_check_changed_finish (BlDocument *self, GAsyncResult *result);
/* The state that is in the file now, and the one both sides started from. */
BlProject *bl_document_read_theirs (BlDocument *self, GError **error);
BlProject *bl_document_read_base (BlDocument *self, GError **error);
/* Takes over what bl_merge() made of the base, our project and what
 * bl_document_read_theirs() gave last, as one step that can be undone. What was
 * there before on both sides is kept as backups; the next save writes over
 * theirs. On error nothing is changed. */
gboolean bl_document_take_merge (BlDocument *self, BlMerge *merge, GError **error);

/* --- What it is ------------------------------------------------------------ */

BlProject *bl_document_get_project (BlDocument *self);
const char *bl_document_get_path (BlDocument *self);
gboolean bl_document_get_read_only (BlDocument *self);
/* Made by a newer major version: it can be looked at, and saved nowhere. */
gboolean bl_document_get_newer (BlDocument *self);
/* To be looked at and not changed from now on: forgets its path too. Saved under
 * a name it is a project of its own. */
void bl_document_set_look_only (BlDocument *self);
gboolean bl_document_get_look_only (BlDocument *self);
/* The format version it was read in and, where that was an older one, is no longer. */
const char *bl_document_get_upgraded_from (BlDocument *self);
/* Forgets the path: the next save asks where (samples, copies). */
void bl_document_detach (BlDocument *self);
/* What opening found: BlFault. */
GPtrArray *bl_document_get_faults (BlDocument *self);
/* When this program last saved it, or %NULL. */
GDateTime *bl_document_get_saved_time (BlDocument *self);

G_END_DECLS
