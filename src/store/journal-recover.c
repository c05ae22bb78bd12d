/* journal-recover.c: work that was kept when the program stopped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "disk.h"
#include "document.h"
#include "journal-entry.h"
#include "journal-frame.h"
#include "journal.h"
#include "migration.h"

#define MAX_FILE ((goffset) 2 * 1024 * 1024 * 1024)

void
bl_kept_work_free (BlKeptWork *work)
{
  if (work == NULL)
    return;
  g_free (work->folder);
  g_free (work->path);
  g_free (work->title);
  g_free (work->project_id);
  g_clear_pointer (&work->time, g_date_time_unref);
  g_free (work);
}

/* Whether a program that is running holds the journal. */
static gboolean
is_in_use (const char *log)
{
  int fd = open (log, O_RDONLY | O_CLOEXEC);
  gboolean in_use;

  if (fd < 0)
    return FALSE;
  in_use = flock (fd, LOCK_EX | LOCK_NB) != 0;
  close (fd);
  return in_use;
}

static BlJournalLog *
read_log (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "log", NULL);
  g_autoptr (GBytes) bytes = bl_disk_read (path, MAX_FILE, NULL, error);

  return bytes == NULL ? NULL : bl_journal_log_read (bytes);
}

static gboolean
remove_kept (const char *folder, GError **error)
{
  static const char *const names[] = { "log", "base.branchline", BL_JOURNAL_CLOSED };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  if (g_rmdir (folder) != 0 && errno != ENOENT)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE, _("%s could not be taken away: %s"), folder,
                   g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

/* A project that was made and never saved lives in its base alone; the sample can be had again. */
static gboolean
is_worth_keeping (const char *path, const char *base, guint n_changes)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BlRecordReading) reading = NULL;
  gboolean sample = FALSE;
  gsize length;
  gconstpointer data;

  if (n_changes > 0 || *path != '\0')
    return n_changes > 0;
  bytes = bl_disk_read (base, MAX_FILE, NULL, NULL);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  reading = bl_record_read (BL_TYPE_PROJECT, data, length, base, NULL, NULL);
  return reading != NULL && !(bl_record_get_boolean (reading->root, "sample", &sample) && sample);
}

static BlKeptWork *
look_at (const char *folder)
{
  g_autofree char *log_path = g_build_filename (folder, "log", NULL);
  g_autofree char *base = g_build_filename (folder, "base.branchline", NULL);
  g_autofree char *closed = g_build_filename (folder, BL_JOURNAL_CLOSED, NULL);
  g_autoptr (BlJournalLog) log = NULL;
  BlKeptWork *work;
  const char *path, *id, *title;
  gint64 seconds;
  GStatBuf status;

  if (is_in_use (log_path))
    return NULL;
  log = read_log (folder, NULL);
  if (log == NULL || log->header == NULL || !g_file_test (base, G_FILE_TEST_IS_REGULAR)
      || g_stat (log_path, &status) != 0)
    {
      /* The folder was never finished. */
      remove_kept (folder, NULL);
      return NULL;
    }
  g_variant_get (log->header, "(&s&s&s)", &path, &id, &title);
  if (!is_worth_keeping (path, base, log->frames->len))
    {
      remove_kept (folder, NULL);
      return NULL;
    }
  seconds = status.st_mtime;
  if (log->frames->len > 0)
    g_variant_get_child (log->frames->pdata[log->frames->len - 1], 0, "x", &seconds);
  work = g_new0 (BlKeptWork, 1);
  work->folder = g_strdup (folder);
  work->path = *path == '\0' ? NULL : g_strdup (path);
  work->title = *title == '\0' ? NULL : g_strdup (title);
  work->project_id = g_strdup (id);
  work->time = g_date_time_new_from_unix_local (seconds);
  work->n_changes = log->frames->len;
  work->closed = g_file_test (closed, G_FILE_TEST_EXISTS);
  return work;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const BlKeptWork *x = *(BlKeptWork *const *) a, *y = *(BlKeptWork *const *) b;

  return g_date_time_compare (y->time, x->time);
}

GPtrArray *
bl_journal_find_kept (void)
{
  g_autofree char *parent = bl_journal_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_kept_work_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);
      BlKeptWork *work = NULL;

      if (!g_str_has_prefix (name, BL_JOURNAL_UNFINISHED) && g_file_test (folder, G_FILE_TEST_IS_DIR))
        work = look_at (folder);

      if (work != NULL)
        g_ptr_array_add (found, work);
    }
  g_ptr_array_sort (found, newest_first);
  return found;
}

GBytes *
bl_kept_work_read_base (BlKeptWork *work, GError **error)
{
  g_autofree char *path = g_build_filename (work->folder, "base.branchline", NULL);

  return bl_disk_read (path, MAX_FILE, NULL, error);
}

BlProject *
bl_kept_work_get_base (BlKeptWork *work, BlIds *ids, BlClock *clock, GError **error)
{
  g_autoptr (GBytes) bytes = bl_kept_work_read_base (work, error);
  g_autoptr (BlRecordReading) reading
      = bytes == NULL ? NULL : bl_migration_read (bytes, work->folder, BL_RECORD_READ_PLAIN, NULL, error);

  if (reading == NULL)
    return NULL;
  bl_project_set_context (BL_PROJECT (reading->root), ids, clock);
  return g_object_ref (BL_PROJECT (reading->root));
}

BlProject *
bl_kept_work_recover (BlKeptWork *work, BlIds *ids, BlClock *clock, GError **error)
{
  g_autoptr (BlProject) project = bl_kept_work_get_base (work, ids, clock, error);
  g_autoptr (BlJournalLog) log = NULL;
  g_autoptr (BlJournalReplay) replay = NULL;

  if (project == NULL)
    return NULL;
  log = read_log (work->folder, error);
  if (log == NULL)
    return NULL;
  replay = bl_journal_replay_new (project);
  for (guint i = 0; i < log->frames->len; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (log->frames->pdata[i], 1);

      if (!bl_journal_replay_apply (replay, entry, error))
        return NULL;
    }
  return g_steal_pointer (&project);
}

gboolean
bl_kept_work_discard (BlKeptWork *work, GError **error)
{
  return remove_kept (work->folder, error);
}
