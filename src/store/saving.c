/* saving.c: one file on its way to the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "saving.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "checksum.h"
#include "disk.h"
#include "document.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The newest backups stay, the oldest go. */
static void
prune_backups (BlSaving *saving)
{
  g_autoptr (GDir) dir = g_dir_open (saving->backup_folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".branchline"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + saving->backups < names->len; i++)
    {
      g_autofree char *path = g_build_filename (saving->backup_folder, names->pdata[i], NULL);

      if (g_unlink (path) != 0)
        g_debug ("an old backup stays: %s", path);
    }
}

/* Keeps what is about to be replaced, dated, in the user's data folder. */
static gboolean
back_up (BlSaving *saving, GError **error)
{
  g_autoptr (GBytes) bytes = bl_disk_read (saving->target, BL_SAVING_MAX_FILE, NULL, error);
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;
  g_autofree char *copy = NULL;

  if (bytes == NULL)
    return FALSE;
  sum = bl_saving_checksum (bytes);
  name = g_strdup_printf ("%s-%.8s.branchline", saving->backup_stamp, sum);
  copy = g_build_filename (saving->backup_folder, name, NULL);
  if (g_mkdir_with_parents (saving->backup_folder, 0700) != 0)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE,
                   _("No backup could be made in %s, so the file was not replaced; save elsewhere"),
                   saving->backup_folder);
      return FALSE;
    }
  if (!bl_disk_replace (copy, bytes, error))
    return FALSE;
  prune_backups (saving);
  return TRUE;
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
                 "Save under another name, so that nothing is lost"),
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
  if (saving->backups > 0 && g_file_test (saving->target, G_FILE_TEST_IS_REGULAR) && !back_up (saving, error))
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
  g_free (saving->new_etag);
  g_free (saving->new_checksum);
  g_free (saving);
}
