/* test-full-disk.c: saving where there is really no room, or no leave to write
 *
 * A small file system in memory, in a mount namespace of our own; where the
 * machine does not let us make one, the test is skipped aloud. What was there
 * stays whole, the work stays in memory and in the journal, and can be saved
 * elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document.h"
#include "journal.h"
#include "random-edits.h"
#include "record-xml.h"

typedef struct
{
  char *folder, *path;
  BlIds *ids;
  BlClock *clock;
  BlDocument *document;
  gboolean mounted;
} Fixture;

static BlProject *
project_of (Fixture *fixture)
{
  return bl_document_get_project (fixture->document);
}

/* An edit that makes the document some kilobytes longer. */
static void
add_notes (Fixture *fixture, const char *name, gsize length)
{
  g_autofree char *notes = g_strnfill (length, 'n');

  bl_project_begin (project_of (fixture), name);
  bl_record_set_text (BL_RECORD (add_library (project_of (fixture), name)), "notes", notes);
  bl_project_commit (project_of (fixture));
}

static void
set_up (Fixture *fixture, gconstpointer options)
{
  g_autoptr (BlProject) project = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.branchline", NULL);
  fixture->ids = bl_ids_new ();
  fixture->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  fixture->mounted = mount ("branchline", fixture->folder, "tmpfs", 0, options) == 0;
  if (!fixture->mounted)
    return;
  project = bl_project_new (fixture->ids, fixture->clock);
  fixture->document = bl_document_new (project);
  add_notes (fixture, "First", 1000);
  g_assert_true (bl_document_save (fixture->document, fixture->path, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer options)
{
  if (fixture->mounted)
    umount2 (fixture->folder, MNT_DETACH);
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->ids);
  g_clear_object (&fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
skipped (Fixture *fixture)
{
  if (!fixture->mounted)
    g_test_skip ("a file system in memory cannot be mounted here (that takes the administrator's rights)");
  return !fixture->mounted;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Saving fails with @sentence; the old file is whole; elsewhere it works, and what was written is the work. */
static void
check_refused (Fixture *fixture, const char *sentence)
{
  g_autofree char *before = NULL, *after = NULL, *elsewhere = NULL;
  g_autofree char *other = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDocument) opened = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  g_assert_false (bl_document_save (fixture->document, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, sentence));
  g_assert_nonnull (strstr (error->message, "save elsewhere"));
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_true (bl_project_get_modified (project_of (fixture)));

  elsewhere = g_build_filename (other, "plan.branchline", NULL);
  g_assert_true (bl_document_save (fixture->document, elsewhere, &error));
  g_assert_no_error (error);
  opened = bl_document_open (elsewhere, fixture->ids, fixture->clock, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bl_record_equal (BL_RECORD (bl_document_get_project (opened)), BL_RECORD (project_of (fixture))));
  g_unlink (elsewhere);
  g_rmdir (other);
}

/* The disk runs full half way through the new file. */
static void
test_full (Fixture *fixture, gconstpointer options)
{
  if (skipped (fixture))
    return;
  add_notes (fixture, "Too long for the disk", 300 * 1024);
  check_refused (fixture, "the disk is full");
}

static void
test_no_files_left (Fixture *fixture, gconstpointer options)
{
  if (skipped (fixture))
    return;
  add_notes (fixture, "Second", 100);
  check_refused (fixture, "the disk is full");
}

static void
test_read_only (Fixture *fixture, gconstpointer options)
{
  if (skipped (fixture))
    return;
  add_notes (fixture, "Second", 100);
  g_assert_cmpint (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_RDONLY, options), ==, 0);
  check_refused (fixture, "the disk can only be read");
}

/* The drive is taken away while the project is open. */
static void
test_unmounted (Fixture *fixture, gconstpointer options)
{
  g_autoptr (GError) error = NULL;

  if (skipped (fixture))
    return;
  add_notes (fixture, "Second", 100);
  g_assert_cmpint (umount2 (fixture->folder, MNT_DETACH), ==, 0);
  fixture->mounted = FALSE;
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_false (bl_document_save (fixture->document, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE);
  g_test_message ("%s", error->message);
  g_assert_true (bl_project_get_modified (project_of (fixture)));
}

/* The disk that the journal is on is full: the journal says so, and the work goes on. */
static void
test_full_journal (Fixture *fixture, gconstpointer options)
{
  g_autofree char *folder = bl_journal_get_folder ();
  g_autoptr (BlJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = NULL, *other = NULL;

  if (skipped (fixture))
    return;
  g_mkdir_with_parents (folder, 0700);
  g_assert_cmpint (mount ("branchline", folder, "tmpfs", 0, options), ==, 0);
  journal = bl_journal_new (project_of (fixture), fixture->path, &error);
  g_assert_no_error (error);
  add_notes (fixture, "Small", 100);
  bl_journal_flush (journal);
  g_assert_true (bl_journal_get_kept (journal));
  add_notes (fixture, "Too long for the disk", 300 * 1024);
  bl_journal_flush (journal);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (bl_journal_get_kept (journal));
  g_assert_nonnull (bl_journal_get_problem (journal));
  g_test_message ("%s", bl_journal_get_problem (journal));
  bl_journal_discard (journal);
  g_clear_object (&journal);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);

  other = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  elsewhere = g_build_filename (other, "plan.branchline", NULL);
  g_assert_true (bl_document_save (fixture->document, elsewhere, &error));
  g_assert_no_error (error);
  g_unlink (elsewhere);
  g_rmdir (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* What is mounted is seen by us alone, and goes with us. */
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    g_test_message ("no mount namespace of our own: %s", g_strerror (errno));
  g_test_add ("/full-disk/full", Fixture, "size=128k", set_up, test_full, tear_down);
  g_test_add ("/full-disk/no-files-left", Fixture, "size=128k,nr_inodes=2", set_up, test_no_files_left, tear_down);
  g_test_add ("/full-disk/read-only", Fixture, "size=128k", set_up, test_read_only, tear_down);
  g_test_add ("/full-disk/unmounted", Fixture, "size=128k", set_up, test_unmounted, tear_down);
  g_test_add ("/full-disk/journal", Fixture, "size=128k", set_up, test_full_journal, tear_down);
  return g_test_run ();
}
