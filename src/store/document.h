/* document.h: a project and the file it lives in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

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
} BlStoreError;

/**
 * BlDocument: a project with its file. Properties: "project" (construct),
 * "path" (NULL when never saved), "read-only", "saved-time" (GDateTime).
 */
#define BL_TYPE_DOCUMENT (bl_document_get_type ())
G_DECLARE_FINAL_TYPE (BlDocument, bl_document, BL, DOCUMENT, GObject)

BlDocument *bl_document_new (BlProject *project);
/* Opens @path. Errors: BL_STORE_ERROR, or BL_BASE_ERROR from the reader, with
 * the file's name and where known the line in the message. */
BlDocument *bl_document_open (const char *path, BlIds *ids, BlClock *clock, GCancellable *cancellable,
                              GError **error);
/* Saves to @path, or where it lives for %NULL. Never overwrites a file that
 * changed since it was read (BL_STORE_ERROR_CHANGED). A backup of what was
 * there goes to the data folder. On error the old file is whole. */
gboolean bl_document_save (BlDocument *self, const char *path, GError **error);
/* The same with the writing done in a thread: the project as it is now. What is
 * changed before it is done stays to be saved. Not twice at a time. */
void bl_document_save_async (BlDocument *self, const char *path, GAsyncReadyCallback callback, gpointer data);
gboolean bl_document_save_finish (BlDocument *self, GAsyncResult *result, GError **error);
/* How many copies of earlier states are kept; 0 for none. */
void bl_document_set_backups (BlDocument *self, guint backups);

BlProject *bl_document_get_project (BlDocument *self);
const char *bl_document_get_path (BlDocument *self);
gboolean bl_document_get_read_only (BlDocument *self);
/* Forgets the path: the next save asks where (samples, copies). */
void bl_document_detach (BlDocument *self);
/* What opening found: BlFault. */
GPtrArray *bl_document_get_faults (BlDocument *self);
/* When this program last saved it, or %NULL. */
GDateTime *bl_document_get_saved_time (BlDocument *self);

G_END_DECLS
