/* saving.c: one file on its way to the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "saving.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "backups.h"
#include "checksum.h"
#include "disk.h"
#include "document.h"

/* Keeps what is about to be replaced, dated, in the user's data folder. */
static gboolean
back_up (BlSaving *saving, GError **error)
{
  g_autoptr (GBytes) bytes = bl_disk_read (saving->target, BL_SAVING_MAX_FILE, NULL, error);

  return bytes != NULL
         && bl_backups_keep (saving->backup_folder, saving->backup_stamp, saving->backup_label, bytes, error);
}

/* Whether the file is still the one that was read or written last. */
static gboolean
is_unchanged (BlSaving *saving, GError **error)
{
  g_autofree char *etag = bl_disk_get_etag (saving->target);
  g_autofree char *checksum = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (etag == NULL || g_strcmp0 (etag, saving->etag) == 0)
    return TRUE;
  bytes = bl_disk_read (saving->target, BL_SAVING_MAX_FILE, NULL, error);
  if (bytes == NULL)
    return FALSE;
  checksum = bl_saving_checksum (bytes);
  if (g_strcmp0 (checksum, saving->checksum) == 0)
    return TRUE;
  g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_CHANGED,
               _("%s was changed by somebody else since it was opened, and was left as it is. "
                 "Take in their changes, or save under another name, so that nothing is lost"),
               saving->target);
  return FALSE;
}

/* Remembers which state of the file is ours. */
static void
note_written (BlSaving *saving)
{
  saving->new_etag = bl_disk_get_etag (saving->target);
  saving->new_checksum = bl_saving_checksum (saving->bytes);
}

char *
bl_saving_checksum (GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return bl_checksum_bytes (data, length);
}

gboolean
bl_saving_run (BlSaving *saving, GError **error)
{
  if (saving->bytes == NULL)
    saving->bytes = bl_record_snapshot_write (saving->snapshot);
  if (saving->checksum != NULL && !is_unchanged (saving, error))
    return FALSE;
  if ((saving->backups > 0 || saving->backup_label != NULL) && g_file_test (saving->target, G_FILE_TEST_IS_REGULAR) && !back_up (saving, error))
    return FALSE;
  if (!bl_disk_replace (saving->target, saving->bytes, error))
    {
      /* The very last step may fail (syncing the folder): then what stands there is ours. */
      g_autoptr (GBytes) there
          = saving->checksum != NULL ? bl_disk_read (saving->target, BL_SAVING_MAX_FILE, NULL, NULL) : NULL;

      if (there != NULL && g_bytes_equal (there, saving->bytes))
        note_written (saving);
      return FALSE;
    }
  note_written (saving);
  /* Only now that the new state stands may an old copy go. */
  if (saving->backups > 0)
    bl_backups_prune (saving->backup_folder, saving->backups, saving->oldest_stamp);
  return TRUE;
}

void
bl_saving_free (BlSaving *saving)
{
  g_free (saving->target);
  g_clear_pointer (&saving->snapshot, bl_record_snapshot_free);
  g_clear_pointer (&saving->bytes, g_bytes_unref);
  g_free (saving->etag);
  g_free (saving->checksum);
  g_free (saving->backup_folder);
  g_free (saving->backup_stamp);
  g_free (saving->oldest_stamp);
  g_free (saving->backup_label);
  g_free (saving->new_etag);
  g_free (saving->new_checksum);
  g_free (saving);
}
