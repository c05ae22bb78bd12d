/* version.h: a marked version: the project as it was at one moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

G_BEGIN_DECLS

#define BL_VERSION_ERROR (bl_version_error_quark ())
GQuark bl_version_error_quark (void);
typedef enum
{
  BL_VERSION_ERROR_NAME,    /* no name, or one that is taken: ask again */
  BL_VERSION_ERROR_CHANGED, /* it is no longer what was marked */
} BlVersionError;

/**
 * BlVersion: kind "version": "Consultation draft", frozen. Fields: name, time
 * (UTC, "2026-05-03T10:00:00Z"), by (who marked it, where that is kept),
 * checksum (SHA-256 of the content's lines, each with its line end), content
 * (table of texts: the lines of the project's document without its tables, its
 * versions and who changed what, so that it can leave the house), note (long),
 * kept (list of BlKeptTable: the tables it needs).
 */
#define BL_TYPE_VERSION (bl_version_get_type ())
G_DECLARE_FINAL_TYPE (BlVersion, bl_version, BL, VERSION, BlRecord)

/* Freezes @project as it is under @name, in a transaction of its own. @note may
 * be %NULL. The project holds what is answered. */
BlVersion *bl_version_mark (BlProject *project, const char *name, const char *note, GError **error);
/* The same without holding up the main loop: the project as it is now is frozen
 * in a thread. What changes meanwhile is not in it. Finishing is the transaction. */
void bl_version_mark_async (BlProject *project, const char *name, const char *note, GAsyncReadyCallback callback,
                            gpointer data);
BlVersion *bl_version_mark_finish (BlProject *project, GAsyncResult *result, GError **error);
/* The project as it was, with the same ids; its tables are shared with those of
 * today. An error says in words when it is not what was marked. */
BlProject *bl_version_open (BlVersion *self, GError **error);
/* Whether the content is still what the checksum was made of, and all its tables are there. */
gboolean bl_version_check (BlVersion *self, GError **error);
/* "3 May 2026" where it was marked, or %NULL when that is not known. */
char *bl_version_get_date_for_people (BlVersion *self);

G_END_DECLS
