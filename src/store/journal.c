/* journal.c: every change kept at once, so that a crash loses nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "disk.h"
#include "document.h"
#include "journal-entry.h"
#include "journal-frame.h"
#include "record-xml.h"

struct _BlJournal
{
  GObject parent;
  BlProject *project;
  char *folder;
  GHashTable *known;  /* ids of records and tables that the base or the log holds */
  /* The thread. */
  GThread *thread;
  GAsyncQueue *queue; /* GBytes; an empty one ends the thread */
  GMutex lock;
  GCond synced;
  guint64 n_queued, n_synced;
  char *problem;      /* behind the lock */
  guint told;         /* source that tells of what the thread did */
  /* The thread's own. */
  int fd;
  goffset good;       /* what of the log is whole */
  GByteArray *pending;
};

enum
{
  PROP_0,
  PROP_KEPT,
  PROP_PROBLEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlJournal, bl_journal, G_TYPE_OBJECT)

/* --- The thread ----------------------------------------------------------- */

static gboolean
tell (gpointer data)
{
  BlJournal *self = data;

  g_mutex_lock (&self->lock);
  self->told = 0;
  g_mutex_unlock (&self->lock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  return G_SOURCE_REMOVE;
}

/* Appends what is pending; after a failure from where the log is still whole. */
static gboolean
append_pending (BlJournal *self)
{
  if (lseek (self->fd, self->good, SEEK_SET) < 0
      || !bl_disk_write_all (self->fd, self->pending->data, self->pending->len) || !bl_disk_sync (self->fd))
    {
      int code = errno;

      if (ftruncate (self->fd, self->good) != 0)
        g_debug ("the log stays longer than it is whole; its reader stops at what is not");
      errno = code;
      return FALSE;
    }
  self->good += self->pending->len;
  g_byte_array_set_size (self->pending, 0);
  return TRUE;
}

static gpointer
run (gpointer data)
{
  BlJournal *self = data;
  gboolean going = TRUE;

  while (going)
    {
      guint64 n = 0;
      GBytes *frame = g_async_queue_pop (self->queue);
      gboolean done;
      int code;

      /* Whatever waits goes in one write. */
      for (; frame != NULL; frame = g_async_queue_try_pop (self->queue))
        {
          gsize length;
          gconstpointer bytes = g_bytes_get_data (frame, &length);

          if (length == 0)
            going = FALSE;
          else
            n++;
          g_byte_array_append (self->pending, bytes, length);
          g_bytes_unref (frame);
        }
      done = self->pending->len == 0 || append_pending (self);
      code = errno;
      g_mutex_lock (&self->lock);
      self->n_synced += n;
      g_clear_pointer (&self->problem, g_free);
      if (!done)
        self->problem = g_strdup_printf (_("Changes cannot be kept safe: %s"),
                                         code == ENOSPC ? _("the disk is full") : g_strerror (code));
      if (self->told == 0 && going)
        self->told = g_idle_add (tell, self);
      g_cond_broadcast (&self->synced);
      g_mutex_unlock (&self->lock);
    }
  return NULL;
}

static void
stop_thread (BlJournal *self)
{
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->queue, g_bytes_new_static ("", 0));
  g_thread_join (self->thread);
  self->thread = NULL;
  if (self->told != 0)
    g_source_remove (self->told);
  self->told = 0;
}

/* --- The folder ----------------------------------------------------------- */

char *
bl_journal_get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "branchline", "journal", NULL);
}

static gboolean
cannot_keep (GError **error, const char *folder)
{
  g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE,
               _("Changes cannot be kept safe in %s: %s. Save often, or make room there"), folder, g_strerror (errno));
  return FALSE;
}

static void
remove_folder (const char *folder)
{
  static const char *const names[] = { "log", "base.branchline" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_unlink (path) != 0 && errno != ENOENT)
        g_debug ("%s stays: %s", path, g_strerror (errno));
    }
  if (g_rmdir (folder) != 0 && errno != ENOENT)
    g_debug ("%s stays: %s", folder, g_strerror (errno));
}

/* Opens a fresh folder with @bytes as base and an empty log. */
static gboolean
open_folder (BlJournal *self, const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *parent = bl_journal_get_folder ();
  g_autofree char *folder = g_build_filename (parent, "XXXXXX", NULL);
  g_autofree char *base = NULL, *log = NULL;
  g_autoptr (GVariant) header = NULL;
  g_autoptr (GBytes) frame = NULL;
  gsize length;
  gconstpointer data;
  const char *title = bl_record_get_text (BL_RECORD (self->project), "title");

  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp (folder) == NULL)
    return cannot_keep (error, parent);
  base = g_build_filename (folder, "base.branchline", NULL);
  log = g_build_filename (folder, "log", NULL);
  /* The log is made and locked before the base is there: a folder without a base is nobody's work. */
  self->fd = bl_disk_get_calls ()->open (log, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (self->fd < 0 || flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      cannot_keep (error, folder);
      remove_folder (folder);
      return FALSE;
    }
  header = g_variant_ref_sink (g_variant_new (BL_JOURNAL_HEADER_TYPE, path != NULL ? path : "",
                                              bl_record_get_id (BL_RECORD (self->project)), title != NULL ? title : ""));
  frame = bl_journal_frame_new (header);
  data = g_bytes_get_data (frame, &length);
  if (!bl_disk_write_all (self->fd, (const guint8 *) BL_JOURNAL_MAGIC, strlen (BL_JOURNAL_MAGIC))
      || !bl_disk_write_all (self->fd, data, length) || !bl_disk_sync (self->fd)
      || !bl_disk_replace (base, bytes, NULL))
    {
      cannot_keep (error, folder);
      close (self->fd);
      self->fd = -1;
      remove_folder (folder);
      return FALSE;
    }
  self->good = strlen (BL_JOURNAL_MAGIC) + length;
  self->folder = g_steal_pointer (&folder);
  return TRUE;
}

static gboolean
start (BlJournal *self, const char *path, GBytes *bytes, GError **error)
{
  if (!open_folder (self, path, bytes, error))
    return FALSE;
  g_hash_table_remove_all (self->known);
  bl_journal_entry_note_known (BL_RECORD (self->project), self->known);
  self->n_queued = self->n_synced = 0;
  g_byte_array_set_size (self->pending, 0);
  g_clear_pointer (&self->problem, g_free);
  self->thread = g_thread_new ("journal", run, self);
  return TRUE;
}

static void
stop (BlJournal *self)
{
  stop_thread (self);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

/* --- What happens --------------------------------------------------------- */

static void
on_recorded (BlProject *project, const char *name, GPtrArray *records, gpointer data)
{
  BlJournal *self = data;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GVariant) entry = NULL, timed = NULL;

  if (self->thread == NULL)
    return;
  now = bl_clock_now (bl_project_get_clock (project));
  entry = bl_journal_entry_new (name, records, self->known);
  timed = g_variant_ref_sink (g_variant_new ("(x@" BL_JOURNAL_ENTRY_TYPE ")", g_date_time_to_unix (now), entry));
  g_mutex_lock (&self->lock);
  self->n_queued++;
  g_mutex_unlock (&self->lock);
  g_async_queue_push (self->queue, bl_journal_frame_new (timed));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
}

static void
bl_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlJournal *self = BL_JOURNAL (object);

  switch (id)
    {
    case PROP_KEPT:
      g_value_set_boolean (value, bl_journal_get_kept (self));
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, bl_journal_get_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_journal_dispose (GObject *object)
{
  BlJournal *self = BL_JOURNAL (object);

  if (self->project != NULL)
    bl_project_set_recorder (self->project, NULL, NULL);
  stop (self);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (bl_journal_parent_class)->dispose (object);
}

static void
bl_journal_finalize (GObject *object)
{
  BlJournal *self = BL_JOURNAL (object);

  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_clear_pointer (&self->pending, g_byte_array_unref);
  g_clear_pointer (&self->problem, g_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->synced);
  G_OBJECT_CLASS (bl_journal_parent_class)->finalize (object);
}

static void
bl_journal_class_init (BlJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bl_journal_get_property;
  object_class->dispose = bl_journal_dispose;
  object_class->finalize = bl_journal_finalize;
  properties[PROP_KEPT]
      = g_param_spec_boolean ("kept", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM]
      = g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bl_journal_init (BlJournal *self)
{
  self->fd = -1;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->queue = g_async_queue_new_full ((GDestroyNotify) g_bytes_unref);
  self->pending = g_byte_array_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->synced);
}

/* --- Public --------------------------------------------------------------- */

BlJournal *
bl_journal_new (BlProject *project, const char *path, GError **error)
{
  g_autoptr (BlJournal) self = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  self = g_object_new (BL_TYPE_JOURNAL, NULL);
  self->project = g_object_ref (project);
  bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  if (!start (self, path, bytes, error))
    return NULL;
  bl_project_set_recorder (project, on_recorded, self);
  return g_steal_pointer (&self);
}

gboolean
bl_journal_restart (BlJournal *self, const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *old = NULL;
  int old_fd;

  g_return_val_if_fail (BL_IS_JOURNAL (self), FALSE);

  stop_thread (self);
  old = g_steal_pointer (&self->folder);
  old_fd = self->fd;
  self->fd = -1;
  if (!start (self, path, bytes, error))
    {
      /* The old one goes on: better too much than nothing. */
      self->folder = g_steal_pointer (&old);
      self->fd = old_fd;
      self->thread = g_thread_new ("journal", run, self);
      return FALSE;
    }
  if (old != NULL)
    remove_folder (old);
  if (old_fd >= 0)
    close (old_fd);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
  return TRUE;
}

void
bl_journal_flush (BlJournal *self)
{
  g_return_if_fail (BL_IS_JOURNAL (self));

  g_mutex_lock (&self->lock);
  while (self->thread != NULL && self->n_synced < self->n_queued)
    g_cond_wait (&self->synced, &self->lock);
  g_mutex_unlock (&self->lock);
}

void
bl_journal_discard (BlJournal *self)
{
  g_return_if_fail (BL_IS_JOURNAL (self));

  stop_thread (self);
  if (self->folder != NULL)
    remove_folder (self->folder);
  stop (self);
  g_clear_pointer (&self->folder, g_free);
}

gboolean
bl_journal_get_kept (BlJournal *self)
{
  gboolean kept;

  g_return_val_if_fail (BL_IS_JOURNAL (self), FALSE);

  g_mutex_lock (&self->lock);
  kept = self->n_synced == self->n_queued && self->problem == NULL;
  g_mutex_unlock (&self->lock);
  return kept;
}

const char *
bl_journal_get_problem (BlJournal *self)
{
  const char *problem;

  g_return_val_if_fail (BL_IS_JOURNAL (self), NULL);

  g_mutex_lock (&self->lock);
  problem = g_intern_string (self->problem);
  g_mutex_unlock (&self->lock);
  return problem;
}
