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

/* A new start: what was saved and what came after. */
typedef struct
{
  char *path, *project_id, *title;
  GBytes *bytes;
  GPtrArray *frames; /* GBytes */
  GError **error;    /* of who waits for it, or NULL */
} Restart;

/* What the thread is given to do: one of these, or to end. */
typedef struct
{
  GBytes *frame;
  Restart *restart;
} Job;

struct _BlJournal
{
  GObject parent;
  BlProject *project;
  GHashTable *known;        /* ids of records and tables that the base or the log holds */
  GHashTable *known_marked; /* the same of a base that holds the state of the mark; NULL without one */
  GPtrArray *since_mark;    /* frames (GBytes) that fit behind that base */
  /* The thread. */
  GThread *thread;
  GAsyncQueue *queue; /* Job */
  GMutex lock;
  GCond synced;
  guint64 n_queued, n_synced;
  char *problem;      /* behind the lock */
  guint told;         /* source that tells of what the thread did */
  /* The thread's own while it runs. */
  char *folder;
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
  static const char *const names[] = { "log", "base.branchline", BL_JOURNAL_CLOSED };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_unlink (path) != 0 && errno != ENOENT)
        g_debug ("%s stays: %s", path, g_strerror (errno));
    }
  if (g_rmdir (folder) != 0 && errno != ENOENT)
    g_debug ("%s stays: %s", folder, g_strerror (errno));
}

static void
append_bytes (GByteArray *to, GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_byte_array_append (to, data, length);
}

/* Opens a fresh folder with what is saved as base and what came after in its log. */
static gboolean
open_folder (BlJournal *self, Restart *restart, GError **error)
{
  g_autofree char *parent = bl_journal_get_folder ();
  g_autofree char *folder = g_build_filename (parent, BL_JOURNAL_UNFINISHED "XXXXXX", NULL);
  g_autofree char *base = NULL, *log = NULL, *name = NULL, *finished = NULL;
  g_autoptr (GVariant) header = NULL;
  g_autoptr (GBytes) frame = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  int fd;

  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp (folder) == NULL)
    return cannot_keep (error, parent);
  base = g_build_filename (folder, "base.branchline", NULL);
  log = g_build_filename (folder, "log", NULL);
  /* Nobody looks into the folder until it holds a locked log and its base: then it takes its name. */
  name = g_path_get_basename (folder);
  finished = g_build_filename (parent, name + strlen (BL_JOURNAL_UNFINISHED), NULL);
  fd = bl_disk_get_calls ()->open (log, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      cannot_keep (error, folder);
      if (fd >= 0)
        close (fd);
      remove_folder (folder);
      return FALSE;
    }
  header = g_variant_ref_sink (
      g_variant_new (BL_JOURNAL_HEADER_TYPE, restart->path, restart->project_id, restart->title));
  frame = bl_journal_frame_new (header);
  g_byte_array_append (content, (const guint8 *) BL_JOURNAL_MAGIC, strlen (BL_JOURNAL_MAGIC));
  append_bytes (content, frame);
  for (guint i = 0; i < restart->frames->len; i++)
    append_bytes (content, restart->frames->pdata[i]);
  if (!bl_disk_write_all (fd, content->data, content->len) || !bl_disk_sync (fd)
      || !bl_disk_replace (base, restart->bytes, NULL) || g_rename (folder, finished) != 0)
    {
      cannot_keep (error, folder);
      close (fd);
      remove_folder (folder);
      return FALSE;
    }
  self->fd = fd;
  self->good = content->len;
  self->folder = g_steal_pointer (&finished);
  return TRUE;
}

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

static void
restart_free (Restart *restart)
{
  g_free (restart->path);
  g_free (restart->project_id);
  g_free (restart->title);
  g_bytes_unref (restart->bytes);
  g_ptr_array_unref (restart->frames);
  g_free (restart);
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->frame, g_bytes_unref);
  g_clear_pointer (&job->restart, restart_free);
  g_free (job);
}

/* What waits went into the new folder in another form, where one could be made. */
static void
do_restart (BlJournal *self, Restart *restart)
{
  g_autofree char *old = g_steal_pointer (&self->folder);
  int old_fd = self->fd;

  if (!open_folder (self, restart, restart->error))
    {
      /* The old one goes on: better too much than nothing. */
      self->folder = g_steal_pointer (&old);
      return;
    }
  g_byte_array_set_size (self->pending, 0);
  if (old != NULL)
    remove_folder (old);
  if (old_fd >= 0)
    close (old_fd);
}

static void
note_done (BlJournal *self, guint64 n, int code)
{
  g_mutex_lock (&self->lock);
  self->n_synced += n;
  g_clear_pointer (&self->problem, g_free);
  if (code != 0)
    self->problem = g_strdup_printf (_("Changes cannot be kept safe: %s"),
                                     code == ENOSPC ? _("the disk is full") : g_strerror (code));
  if (self->told == 0)
    self->told = g_idle_add (tell, self);
  g_cond_broadcast (&self->synced);
  g_mutex_unlock (&self->lock);
}

static gpointer
run (gpointer data)
{
  BlJournal *self = data;
  gboolean going = TRUE;

  while (going)
    {
      guint64 n = 0;
      gboolean done;

      /* Whatever waits goes in one write. */
      for (Job *job = g_async_queue_pop (self->queue); job != NULL; job = g_async_queue_try_pop (self->queue))
        {
          if (job->frame != NULL)
            append_bytes (self->pending, job->frame);
          else if (job->restart != NULL)
            do_restart (self, job->restart);
          else
            going = FALSE;
          n += going;
          job_free (job);
        }
      done = self->pending->len == 0 || append_pending (self);
      note_done (self, n, done ? 0 : errno);
    }
  return NULL;
}

static void
push (BlJournal *self, GBytes *frame, Restart *restart)
{
  Job *job = g_new0 (Job, 1);

  job->frame = frame;
  job->restart = restart;
  if (frame != NULL || restart != NULL)
    {
      g_mutex_lock (&self->lock);
      self->n_queued++;
      g_mutex_unlock (&self->lock);
    }
  g_async_queue_push (self->queue, job);
}

static void
start_thread (BlJournal *self)
{
  g_hash_table_remove_all (self->known);
  bl_journal_entry_note_known (BL_RECORD (self->project), self->known);
  self->thread = g_thread_new ("journal", run, self);
}

static void
stop_thread (BlJournal *self)
{
  if (self->thread == NULL)
    return;
  push (self, NULL, NULL);
  g_thread_join (self->thread);
  self->thread = NULL;
  if (self->told != 0)
    g_source_remove (self->told);
  self->told = 0;
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

static GBytes *
make_frame (BlProject *project, const char *name, GPtrArray *records, GHashTable *known)
{
  g_autoptr (GDateTime) now = bl_clock_now (bl_project_get_clock (project));
  g_autoptr (GVariant) entry = bl_journal_entry_new (name, records, known);
  g_autoptr (GVariant) timed
      = g_variant_ref_sink (g_variant_new ("(x@" BL_JOURNAL_ENTRY_TYPE ")", g_date_time_to_unix (now), entry));

  return bl_journal_frame_new (timed);
}

static void
on_recorded (BlProject *project, const char *name, GPtrArray *records, gpointer data)
{
  BlJournal *self = data;

  if (self->thread == NULL)
    return;
  push (self, make_frame (project, name, records, self->known), NULL);
  if (self->known_marked != NULL)
    g_ptr_array_add (self->since_mark, make_frame (project, name, records, self->known_marked));
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

/* Says that it is let go of on purpose, not by a crash; only words hang on it. */
static void
note_closed (BlJournal *self)
{
  g_autofree char *path = g_build_filename (self->folder, BL_JOURNAL_CLOSED, NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0 || close (fd) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
}

static void
bl_journal_dispose (GObject *object)
{
  BlJournal *self = BL_JOURNAL (object);

  if (self->project != NULL)
    bl_project_set_recorder (self->project, NULL, NULL);
  stop_thread (self);
  if (self->fd >= 0 && self->folder != NULL)
    note_closed (self);
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
  g_clear_pointer (&self->known_marked, g_hash_table_unref);
  g_clear_pointer (&self->since_mark, g_ptr_array_unref);
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
  self->queue = g_async_queue_new_full ((GDestroyNotify) job_free);
  self->pending = g_byte_array_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->synced);
}

/* --- Public --------------------------------------------------------------- */

static Restart *
restart_new (BlJournal *self, const char *path, GBytes *bytes)
{
  Restart *restart = g_new0 (Restart, 1);
  const char *title = bl_record_get_text (BL_RECORD (self->project), "title");

  restart->path = g_strdup (path != NULL ? path : "");
  restart->project_id = g_strdup (bl_record_get_id (BL_RECORD (self->project)));
  restart->title = g_strdup (title != NULL ? title : "");
  restart->bytes = g_bytes_ref (bytes);
  restart->frames = self->since_mark != NULL ? g_steal_pointer (&self->since_mark)
                                             : g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return restart;
}

BlJournal *
bl_journal_new_from_bytes (BlProject *project, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (BlJournal) self = NULL;
  Restart *restart;
  gboolean opened;

  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  self = g_object_new (BL_TYPE_JOURNAL, NULL);
  self->project = g_object_ref (project);
  restart = restart_new (self, path, bytes);
  opened = open_folder (self, restart, error);
  restart_free (restart);
  if (!opened)
    return NULL;
  start_thread (self);
  bl_project_set_recorder (project, on_recorded, self);
  return g_steal_pointer (&self);
}

BlJournal *
bl_journal_new (BlProject *project, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  return bl_journal_new_from_bytes (project, path, bytes, error);
}

BlJournal *
bl_journal_adopt (BlProject *project, BlKeptWork *work, GError **error)
{
  g_autoptr (BlJournal) self = g_object_new (BL_TYPE_JOURNAL, NULL);
  g_autofree char *path = g_build_filename (work->folder, "log", NULL), *closed = NULL;
  g_autoptr (BlJournalLog) log = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (BL_IS_PROJECT (project), NULL);

  self->project = g_object_ref (project);
  self->fd = bl_disk_get_calls ()->open (path, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      cannot_keep (error, work->folder);
      return NULL;
    }
  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY,
                   _("The unsaved changes of “%s” are open in another window"),
                   work->title != NULL ? work->title : work->project_id);
      return NULL;
    }
  bytes = bl_disk_read (path, G_MAXINT64, NULL, error);
  if (bytes == NULL)
    return NULL;
  log = bl_journal_log_read (bytes);
  self->good = (goffset) log->length;
  self->folder = g_strdup (work->folder);
  /* What is half written behind the whole was never committed; were it to stay, nothing after it would be read. */
  if (ftruncate (self->fd, self->good) != 0)
    {
      cannot_keep (error, work->folder);
      return NULL;
    }
  closed = g_build_filename (work->folder, BL_JOURNAL_CLOSED, NULL);
  g_unlink (closed); /* it is at work again */
  start_thread (self);
  bl_project_set_recorder (project, on_recorded, self);
  return g_steal_pointer (&self);
}

void
bl_journal_mark (BlJournal *self)
{
  g_return_if_fail (BL_IS_JOURNAL (self));

  bl_journal_unmark (self);
  self->known_marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bl_journal_entry_note_known (BL_RECORD (self->project), self->known_marked);
  self->since_mark = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
}

void
bl_journal_unmark (BlJournal *self)
{
  g_return_if_fail (BL_IS_JOURNAL (self));

  g_clear_pointer (&self->known_marked, g_hash_table_unref);
  g_clear_pointer (&self->since_mark, g_ptr_array_unref);
}

static void
restart (BlJournal *self, const char *path, GBytes *bytes, GError **error)
{
  Restart *to = restart_new (self, path, bytes);

  to->error = error;
  /* Known is what the new base holds and what came after. Should the old one have to go on, it holds that too. */
  if (self->known_marked != NULL)
    {
      g_hash_table_unref (self->known);
      self->known = g_steal_pointer (&self->known_marked);
    }
  else
    {
      g_hash_table_remove_all (self->known);
      bl_journal_entry_note_known (BL_RECORD (self->project), self->known);
    }
  push (self, NULL, to);
}

gboolean
bl_journal_restart (BlJournal *self, const char *path, GBytes *bytes, GError **error)
{
  GError *problem = NULL;

  g_return_val_if_fail (BL_IS_JOURNAL (self) && self->thread != NULL, FALSE);

  restart (self, path, bytes, &problem);
  bl_journal_flush (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

void
bl_journal_restart_later (BlJournal *self, const char *path, GBytes *bytes)
{
  g_return_if_fail (BL_IS_JOURNAL (self) && self->thread != NULL);

  restart (self, path, bytes, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
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
