/* document-journal.c: a document whose changes are kept at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "disk.h"
#include "document-private.h"
#include "migration.h"

static void
on_kept_changed (BlJournal *journal, GParamSpec *pspec, BlDocument *self)
{
  bl_document_notify (self, BL_DOCUMENT_PROP_KEPT);
}

static void
on_problem_changed (BlJournal *journal, GParamSpec *pspec, BlDocument *self)
{
  bl_document_notify (self, BL_DOCUMENT_PROP_JOURNAL_PROBLEM);
}

void
bl_document_take_journal (BlDocument *self, BlJournal *journal)
{
  self->journal = journal;
  g_signal_connect (journal, "notify::kept", G_CALLBACK (on_kept_changed), self);
  g_signal_connect (journal, "notify::problem", G_CALLBACK (on_problem_changed), self);
  bl_document_notify (self, BL_DOCUMENT_PROP_KEPT);
}

gboolean
bl_document_start_journal (BlDocument *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  BlJournal *journal;

  g_return_val_if_fail (BL_IS_DOCUMENT (self), FALSE);

  if (self->journal != NULL || self->newer)
    return TRUE;
  /* The file's own bytes, so that after a crash it is known to be the same file.
   * What was left out of a faulty one may have been given new ids. */
  if (self->base != NULL && !self->is_faulty && !bl_project_get_modified (self->project))
    bytes = g_bytes_ref (self->base);
  else
    bytes = bl_document_write (self);
  journal = bl_journal_new_from_bytes (self->project, self->path, bytes, error);
  if (journal == NULL)
    return FALSE;
  bl_document_take_journal (self, journal);
  return TRUE;
}

gboolean
bl_document_get_kept (BlDocument *self)
{
  g_return_val_if_fail (BL_IS_DOCUMENT (self), FALSE);

  return self->journal != NULL && bl_journal_get_kept (self->journal);
}

const char *
bl_document_get_journal_problem (BlDocument *self)
{
  g_return_val_if_fail (BL_IS_DOCUMENT (self), NULL);

  return self->journal == NULL ? NULL : bl_journal_get_problem (self->journal);
}

void
bl_document_flush_journal (BlDocument *self)
{
  g_return_if_fail (BL_IS_DOCUMENT (self));

  if (self->journal != NULL)
    bl_journal_flush (self->journal);
}

void
bl_document_close (BlDocument *self)
{
  g_return_if_fail (BL_IS_DOCUMENT (self));

  if (self->journal == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->journal, self);
  bl_journal_discard (self->journal);
  g_clear_object (&self->journal);
  bl_document_notify (self, BL_DOCUMENT_PROP_KEPT);
}

/* --- After a crash -------------------------------------------------------- */

/* Whether all that @work holds stands in the file: the program stopped between
 * the end of a save and clearing the journal, or all changes had been undone. */
static gboolean
is_saved (BlKeptWork *work)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (GBytes) file = bl_disk_read (work->path, BL_SAVING_MAX_FILE, NULL, NULL);
  g_autoptr (BlRecordReading) reading
      = file == NULL ? NULL : bl_migration_read (file, work->path, BL_RECORD_READ_PLAIN, NULL, NULL);
  g_autoptr (BlProject) project = NULL;
  g_autoptr (GBytes) theirs = NULL, ours = NULL;

  if (reading == NULL)
    return FALSE;
  project = bl_kept_work_recover (work, ids, clock, NULL);
  if (project == NULL)
    return FALSE;
  theirs = bl_record_write (reading->root, BL_PROJECT_VERSION);
  ours = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  return g_bytes_equal (theirs, ours);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  g_autofree char *x = g_canonicalize_filename (a, NULL);
  g_autofree char *y = g_canonicalize_filename (b, NULL);

  return g_str_equal (x, y);
}

BlKeptWork *
bl_document_find_kept (const char *path)
{
  g_autoptr (GPtrArray) kept = bl_journal_find_kept ();

  for (guint i = 0; i < kept->len; i++)
    {
      BlKeptWork *work = kept->pdata[i];

      if (work->path == NULL || !is_same_file (work->path, path))
        continue;
      if (!is_saved (work))
        return g_ptr_array_steal_index (kept, i);
      bl_kept_work_discard (work, NULL);
    }
  return NULL;
}

BlDocument *
bl_document_new_recovered (BlKeptWork *work, BlIds *ids, BlClock *clock, GError **error)
{
  g_autoptr (BlProject) project = NULL;
  g_autoptr (BlRecordReading) reading = NULL;
  g_autoptr (GBytes) base = NULL;
  g_autoptr (BlDocument) self = NULL;
  BlJournal *journal;

  g_return_val_if_fail (work != NULL, NULL);

  project = bl_kept_work_recover (work, ids, clock, error);
  if (project == NULL)
    return NULL;
  base = bl_kept_work_read_base (work, error);
  if (base == NULL)
    return NULL;
  reading = bl_migration_read (base, work->path != NULL ? work->path : work->folder, BL_RECORD_READ_PLAIN, NULL, error);
  if (reading == NULL)
    return NULL;
  self = bl_document_new (project);
  bl_document_take_reading (self, reading);
  self->path = g_strdup (work->path);
  if (self->path != NULL)
    {
      /* Only the file the changes start from may be written over. */
      self->checksum = bl_saving_checksum (base);
      self->base = g_steal_pointer (&base);
    }
  else
    g_clear_pointer (&self->upgraded_from, g_free);
  self->is_faulty = FALSE;
  journal = bl_journal_adopt (project, work, error);
  if (journal == NULL)
    return NULL;
  bl_document_take_journal (self, journal);
  return g_steal_pointer (&self);
}
