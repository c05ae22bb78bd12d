/* backups.h: dated copies of earlier states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/**
 * BlBackup: a whole document, as it was before it was written over, in
 * "branchline/backups/PROJECT-ID" of the user's data folder.
 */
typedef struct
{
  char *path;
  char *title;     /* of the project then; NULL when it has none or cannot be read */
  GDateTime *time; /* when it was made, local */
  goffset size;    /* bytes */
  char *label;     /* why, where it was not an ordinary save ("ours", "theirs", "format-0.9"); else NULL */
} BlBackup;

void bl_backup_free (BlBackup *backup);
/* Of the project @project_id, newest first; empty when there are none. */
GPtrArray *bl_backups_list (const char *project_id);
/* To be looked at: read-only, with the backup's path. */
BlDocument *bl_backup_open (BlBackup *backup, BlIds *ids, BlClock *clock, GCancellable *cancellable, GError **error);

/* --- For who saves --------------------------------------------------------- */

char *bl_backups_get_folder (const char *project_id);
/* Keeps @bytes in @folder; @stamp is the time, "2026-05-03-100000"; @label may be %NULL. */
gboolean bl_backups_keep (const char *folder, const char *stamp, const char *label, GBytes *bytes, GError **error);
/* The newest @n stay (0: all), those made before @oldest_stamp go (%NULL: none);
 * the newest stays in any case, and so does what was of an older format. */
void bl_backups_prune (const char *folder, guint n, const char *oldest_stamp);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlBackup, bl_backup_free)

G_END_DECLS
