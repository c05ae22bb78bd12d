/* document-changes.c: what others did to the file meanwhile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "backups.h"
#include "compare.h"
#include "disk.h"
#include "document-private.h"
#include "journal-entry.h"
#include "migration.h"
#include "record-version.h"

/* --- Noticing ------------------------------------------------------------- */

/* What is looked at in a thread. */
typedef struct
{
  char *path, *etag, *checksum, *seen_etag;
  /* Answers. */
  gboolean changed;
  char *now; /* the file's etag */
} Look;

static Look *
look_new (BlDocument *self)
{
  Look *look = g_new0 (Look, 1);

  look->path = g_strdup (self->path);
  look->etag = g_strdup (self->etag);
  look->checksum = g_strdup (self->checksum);
  look->seen_etag = g_strdup (self->seen_etag);
  return look;
}

static void
look_free (Look *look)
{
  g_free (look->path);
  g_free (look->etag);
  g_free (look->checksum);
  g_free (look->seen_etag);
  g_free (look->now);
  g_free (look);
}

static void
look_at_file (Look *look)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *checksum = NULL;

  if (look->path == NULL || look->checksum == NULL)
    return;
  look->now = bl_disk_get_etag (look->path);
  if (look->now == NULL || g_strcmp0 (look->now, look->etag) == 0)
    return; /* gone, so that there is nothing to write over; or as it was */
  look->changed = TRUE;
  if (g_strcmp0 (look->now, look->seen_etag) == 0)
    return;
  bytes = bl_disk_read (look->path, BL_SAVING_MAX_FILE, NULL, NULL);
  if (bytes == NULL)
    {
      look->changed = FALSE; /* a share that is away for the moment: saving will say so */
      g_clear_pointer (&look->now, g_free);
      return;
    }
  checksum = bl_saving_checksum (bytes);
  look->changed = g_strcmp0 (checksum, look->checksum) != 0;
}

static gboolean
take_look (BlDocument *self, Look *look)
{
  /* Saved or merged while the thread looked: what it saw says nothing any more. */
  if (look->now == NULL || g_strcmp0 (look->checksum, self->checksum) != 0 || g_strcmp0 (look->path, self->path) != 0)
    return FALSE;
  g_free (self->seen_etag);
  self->seen_etag = look->changed ? g_strdup (look->now) : NULL;
  if (!look->changed)
    {
      g_free (self->etag);
      self->etag = g_strdup (look->now);
    }
  return look->changed;
}

gboolean
bl_document_check_changed (BlDocument *self)
{
  Look *look;
  gboolean changed;

  g_return_val_if_fail (BL_IS_DOCUMENT (self), FALSE);

  look = look_new (self);
  look_at_file (look);
  changed = take_look (self, look);
  look_free (look);
  return changed;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  look_at_file (data);
  g_task_return_boolean (task, TRUE);
}

void
bl_document_check_changed_async (BlDocument *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BL_IS_DOCUMENT (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, bl_document_check_changed_async);
  g_task_set_task_data (task, look_new (self), (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

gboolean
bl_document_check_changed_finish (BlDocument *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return take_look (self, g_task_get_task_data (G_TASK (result)));
}

/* --- Both sides ----------------------------------------------------------- */

static BlProject *
read_state (BlDocument *self, GBytes *bytes, GError **error)
{
  g_autoptr (BlRecordReading) reading
      = bl_migration_read (bytes, self->path, BL_RECORD_READ_PLAIN, NULL, error);

  if (reading == NULL)
    return NULL;
  for (guint i = 0; i < reading->faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (reading->faults, i);

      if (fault->severity != BL_SEVERITY_ERROR)
        continue;
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_FAULTY,
                   _("%s:%u: %s. Their changes cannot be taken in; save under another name"), self->path, fault->line,
                   fault->message);
      return NULL;
    }
  /* In a newer minor version it stays in that. */
  if (bl_record_version_compare (reading->version, self->version) > 0)
    {
      g_free (self->version);
      self->version = g_strdup (reading->version);
    }
  bl_project_set_context (BL_PROJECT (reading->root), bl_project_get_ids (self->project),
                          bl_project_get_clock (self->project));
  return g_object_ref (BL_PROJECT (reading->root));
}

BlProject *
bl_document_read_theirs (BlDocument *self, GError **error)
{
  BlFileState theirs = { NULL, NULL, NULL };
  BlProject *project;

  g_return_val_if_fail (BL_IS_DOCUMENT (self) && self->path != NULL, NULL);

  theirs.bytes = bl_disk_read (self->path, BL_SAVING_MAX_FILE, &theirs.etag, error);
  if (theirs.bytes == NULL)
    return NULL;
  theirs.checksum = bl_saving_checksum (theirs.bytes);
  project = read_state (self, theirs.bytes, error);
  if (project == NULL)
    {
      bl_file_state_clear (&theirs);
      return NULL;
    }
  bl_file_state_clear (&self->theirs);
  self->theirs = theirs;
  return project;
}

BlProject *
bl_document_read_base (BlDocument *self, GError **error)
{
  g_return_val_if_fail (BL_IS_DOCUMENT (self), NULL);

  if (self->base == NULL)
    {
      g_set_error (error, BL_STORE_ERROR, BL_STORE_ERROR_INVALID,
                   _("What both sides started from is not known, so that they cannot be merged; save under another name"));
      return NULL;
    }
  return read_state (self, self->base, error);
}

/* --- Taking in ------------------------------------------------------------ */

static gboolean
holds_the_same (BlRecord *a, BlRecord *b, const BlField *field)
{
  GListModel *x, *y;
  guint n;

  if (field->type == BL_FIELD_CHILD)
    {
      BlRecord *c = bl_record_get_child (a, field->name), *d = bl_record_get_child (b, field->name);

      return g_strcmp0 (c == NULL ? NULL : bl_record_get_id (c), d == NULL ? NULL : bl_record_get_id (d)) == 0;
    }
  if (field->type != BL_FIELD_LIST)
    return bl_compare_field_equal (a, b, field);
  x = bl_record_get_list (a, field->name);
  y = bl_record_get_list (b, field->name);
  n = g_list_model_get_n_items (x);
  if (n != g_list_model_get_n_items (y))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) c = g_list_model_get_item (x, i);
      g_autoptr (BlRecord) d = g_list_model_get_item (y, i);

      if (g_strcmp0 (bl_record_get_id (c), bl_record_get_id (d)) != 0)
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  BlProject *project;
  GPtrArray *differing; /* records of the wanted state */
} Differing;

static gboolean
gather_differing (BlRecord *wanted, gpointer data)
{
  Differing *differing = data;
  BlRecord *record = bl_project_find (differing->project, bl_record_get_id (wanted));
  GPtrArray *fields = bl_record_get_fields (wanted);
  gboolean same = record != NULL && G_OBJECT_TYPE (record) == G_OBJECT_TYPE (wanted);

  for (guint i = 0; same && i < fields->len; i++)
    same = holds_the_same (record, wanted, g_ptr_array_index (fields, i));
  if (!same || !bl_record_has_same_foreign (record, wanted))
    g_ptr_array_add (differing->differing, wanted);
  return TRUE;
}

/* Brings @project into the state @wanted, as one step: the same objects stay where the ids are. */
static gboolean
take_state (BlProject *project, BlProject *wanted, const char *name, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Differing differing = { project, records };
  g_autoptr (BlJournalReplay) replay = NULL;
  g_autoptr (GVariant) entry = NULL;

  bl_record_walk (BL_RECORD (wanted), gather_differing, &differing);
  if (records->len == 0)
    return TRUE;
  bl_journal_entry_note_known (BL_RECORD (project), known);
  entry = bl_journal_entry_new (name, records, known);
  replay = bl_journal_replay_new (project);
  return bl_journal_replay_apply (replay, entry, error);
}

gboolean
bl_document_take_merge (BlDocument *self, BlMerge *merge, GError **error)
{
  g_autofree char *folder = NULL, *stamp = NULL, *file = NULL, *name = NULL;
  g_autoptr (GBytes) ours = NULL, now = NULL;

  g_return_val_if_fail (BL_IS_DOCUMENT (self) && merge != NULL && self->theirs.bytes != NULL, FALSE);
  g_return_val_if_fail (!bl_project_in_transaction (merge->project), FALSE);

  folder = bl_backups_get_folder (bl_record_get_id (BL_RECORD (self->project)));
  stamp = bl_document_make_stamp (self, 0);
  ours = bl_document_write (self);
  if (!bl_backups_keep (folder, stamp, "ours", ours, error)
      || !bl_backups_keep (folder, stamp, "theirs", self->theirs.bytes, error))
    return FALSE;
  file = g_path_get_basename (self->path);
  /* Translators: a step that can be undone; the name of a file. */
  name = g_strdup_printf (_("Take in changes from %s"), file);
  if (!take_state (self->project, merge->project, name, error))
    return FALSE;
  g_free (self->etag);
  g_free (self->checksum);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->etag = g_steal_pointer (&self->theirs.etag);
  self->checksum = g_steal_pointer (&self->theirs.checksum);
  self->base = g_steal_pointer (&self->theirs.bytes);
  g_clear_pointer (&self->seen_etag, g_free);
  now = bl_document_write (self);
  if (g_bytes_equal (now, self->base))
    bl_project_mark_saved (self->project);
  return TRUE;
}
