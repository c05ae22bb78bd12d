/* test-journal.c: every committed change is there again after a crash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "disk.h"
#include "document.h"
#include "journal-frame.h"
#include "journal.h"
#include "random-edits.h"
#include "record-xml.h"

static GBytes *
bytes_of (BlProject *project)
{
  return bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
}

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");

  return bl_project_new (ids, clock);
}

/* Journals of the test's own: those before are cleared away. */
static void
clear (void)
{
  g_autoptr (GPtrArray) kept = bl_journal_find_kept ();

  for (guint i = 0; i < kept->len; i++)
    g_assert_true (bl_kept_work_discard (kept->pdata[i], NULL));
}

static BlProject *
recover (BlKeptWork *work)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-18T10:00:00Z");
  g_autoptr (GError) error = NULL;
  BlProject *project = bl_kept_work_recover (work, ids, clock, &error);

  g_assert_no_error (error);
  return project;
}

/* Random edits, undone and redone too, come back byte for byte. */
static void
test_replay (void)
{
  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (BlProject) project = make_project ();
      g_autoptr (BlJournal) journal = NULL;
      g_autoptr (GPtrArray) kept = NULL;
      g_autoptr (BlProject) again = NULL;
      g_autoptr (GBytes) before = NULL, after = NULL;
      g_autoptr (GError) error = NULL;

      clear ();
      for (guint i = 0; i < 5; i++)
        random_edit (project, i);
      journal = bl_journal_new (project, "/somewhere/plan.branchline", &error);
      g_assert_no_error (error);
      for (guint i = 0; i < 40; i++)
        switch (g_test_rand_int_range (0, 6))
          {
          case 0:
            bl_project_undo (project);
            break;
          case 1:
            bl_project_redo (project);
            break;
          case 2:
            random_mark (project, i);
            break;
          default:
            random_edit (project, i);
          }
      random_edit (project, 999);
      bl_journal_flush (journal);
      g_assert_true (bl_journal_get_kept (journal));
      before = bytes_of (project);
      g_test_message ("held by a running program, it is nobody's to recover");
      kept = bl_journal_find_kept ();
      g_assert_cmpuint (kept->len, ==, 0);
      g_clear_pointer (&kept, g_ptr_array_unref);
      g_assert_finalize_object (g_steal_pointer (&journal)); /* as a crash leaves it */
      kept = bl_journal_find_kept ();
      g_assert_cmpuint (kept->len, ==, 1);
      again = recover (kept->pdata[0]);
      after = bytes_of (again);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_cmpstr (((BlKeptWork *) kept->pdata[0])->path, ==, "/somewhere/plan.branchline");
      g_assert_true (bl_project_get_modified (again));
    }
}

/* A log cut off anywhere gives the state after some whole number of changes. */
static void
test_cut_off (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlJournal) journal = NULL;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *log = NULL, *content = NULL;
  const guint n_changes = 12;
  gsize length;
  guint seen = 0, last = G_MAXUINT;

  clear ();
  journal = bl_journal_new (project, NULL, NULL);
  g_ptr_array_add (states, bytes_of (project));
  for (guint i = 0; states->len <= n_changes; i++)
    {
      g_autoptr (GBytes) state = NULL;

      random_edit (project, i);
      state = bytes_of (project);
      if (g_bytes_equal (state, states->pdata[states->len - 1]))
        continue; /* by chance an edit may change nothing, and then nothing is kept of it */
      g_ptr_array_add (states, g_steal_pointer (&state));
      bl_journal_flush (journal); /* a frame for each: on a slow disk several edits share one */
    }
  g_assert_finalize_object (g_steal_pointer (&journal));
  kept = bl_journal_find_kept ();
  log = g_build_filename (((BlKeptWork *) kept->pdata[0])->folder, "log", NULL);
  g_assert_true (g_file_get_contents (log, &content, &length, NULL));
  for (gsize cut = length; cut > 0; cut -= MIN (cut, 7))
    {
      g_autoptr (GBytes) part = g_bytes_new_static (content, cut);
      g_autoptr (BlJournalLog) read = bl_journal_log_read (part);

      if (read->header == NULL || read->frames->len == last)
        continue;
      last = read->frames->len;
      g_assert_true (g_file_set_contents (log, content, cut, NULL));
      {
        g_autoptr (BlProject) again = recover (kept->pdata[0]);
        g_autoptr (GBytes) state = bytes_of (again);
        gboolean found = FALSE;

        for (guint i = 0; i < states->len; i++)
          found |= g_bytes_equal (state, states->pdata[i]);
        g_assert_true (found);
        seen++;
      }
    }
  g_assert_cmpuint (seen, >=, n_changes);
}

/* Any byte of the log may be wrong: what is before it is read, and nothing crashes. */
static void
test_damaged (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlJournal) journal = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *log = NULL, *content = NULL;
  gsize length;

  clear ();
  journal = bl_journal_new (project, NULL, NULL);
  for (guint i = 0; i < 6; i++)
    random_edit (project, i);
  bl_journal_flush (journal);
  g_assert_finalize_object (g_steal_pointer (&journal));
  kept = bl_journal_find_kept ();
  log = g_build_filename (((BlKeptWork *) kept->pdata[0])->folder, "log", NULL);
  g_assert_true (g_file_get_contents (log, &content, &length, NULL));
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *broken = g_memdup2 (content, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BlJournalLog) read = NULL;

      broken[g_test_rand_int_range (0, (int) length)] ^= (char) g_test_rand_int_range (1, 256);
      bytes = g_bytes_new_static (broken, length);
      read = bl_journal_log_read (bytes);
      g_assert_cmpuint (read->frames->len, <, 7);
    }
}

static void
test_restart (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlJournal) journal = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;

  clear ();
  journal = bl_journal_new (project, NULL, &error);
  random_edit (project, 1);
  saved = bytes_of (project);
  g_assert_true (bl_journal_restart (journal, "/somewhere/saved.branchline", saved, &error));
  g_assert_finalize_object (g_steal_pointer (&journal));
  g_test_message ("saved and unchanged: nothing to recover");
  kept = bl_journal_find_kept ();
  g_assert_cmpuint (kept->len, ==, 0);
}

/* --- Killed at any moment -------------------------------------------------- */

/* Edits and saves without end, noting in @progress what was committed (and synced). */
static void G_GNUC_NORETURN
live (const char *path, const char *progress, guint seed)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (BlDocument) document = bl_document_open (path, ids, clock, NULL, NULL);
  BlProject *project = bl_document_get_project (document);
  BlJournal *journal = bl_journal_new (project, path, NULL);
  FILE *out = fopen (progress, "w");

  for (guint i = 1;; i++)
    {
      g_autofree char *title = g_strdup_printf ("Change %u", i);

      bl_project_begin (project, title);
      bl_record_set_text (BL_RECORD (project), "title", title);
      add_library (project, title);
      bl_project_commit (project);
      bl_journal_flush (journal);
      fprintf (out, "%u\n", i); /* only now does anybody count on it */
      fflush (out);
      if (i % 5 == seed % 5)
        {
          g_autoptr (GBytes) bytes = NULL;

          g_assert_true (bl_document_save (document, NULL, NULL));
          bytes = bytes_of (project);
          g_assert_true (bl_journal_restart (journal, path, bytes, NULL));
        }
    }
}

static guint
last_number (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint last = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  lines = g_strsplit (text, "\n", -1);
  /* The last line may be cut off: only those that are ended count. */
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    last = (guint) g_ascii_strtoull (lines[i], NULL, 10);
  return last;
}

static guint
changes_in (BlProject *project)
{
  const char *title = bl_record_get_text (BL_RECORD (project), "title");
  guint n = title != NULL && g_str_has_prefix (title, "Change ") ? (guint) g_ascii_strtoull (title + 7, NULL, 10) : 0;

  /* No half change: as many libraries as the title says. */
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, n);
  return n;
}

static void
test_killed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.branchline", NULL);
  g_autofree char *progress = g_build_filename (folder, "progress", NULL);
  guint times = g_test_slow () ? 3000 : 120;

  for (guint i = 0; i < times; i++)
    {
      g_autoptr (BlProject) fresh = make_project ();
      g_autoptr (BlDocument) document = bl_document_new (fresh);
      g_autoptr (GPtrArray) kept = NULL;
      g_autoptr (BlIds) ids = bl_ids_new ();
      g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
      g_autoptr (BlDocument) opened = NULL;
      g_autoptr (GError) error = NULL;
      guint promised, saved, recovered;
      pid_t child;
      int status;

      clear ();
      g_unlink (progress);
      g_unlink (path);
      g_assert_true (bl_document_save (document, path, NULL));
      child = fork ();
      if (child == 0)
        live (path, progress, i);
      g_usleep ((gulong) g_test_rand_int_range (500, 40000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

      promised = last_number (progress);
      opened = bl_document_open (path, ids, clock, NULL, &error); /* whole: the old or the new */
      g_assert_no_error (error);
      saved = changes_in (bl_document_get_project (opened));
      recovered = saved;
      kept = bl_journal_find_kept ();
      for (guint j = 0; j < kept->len; j++)
        {
          g_autoptr (BlProject) project = recover (kept->pdata[j]);

          recovered = MAX (recovered, changes_in (project));
        }
      g_assert_cmpuint (recovered, >=, promised);
    }
  g_unlink (progress);
  g_unlink (path);
  g_rmdir (folder);
}

/* --- Faults ---------------------------------------------------------------- */

static gboolean disk_is_full;

static ssize_t
full_write (int fd, const void *bytes, size_t length)
{
  if (!disk_is_full)
    return write (fd, bytes, length);
  if (length > 10)
    return write (fd, bytes, 10); /* some of it goes in */
  errno = ENOSPC;
  return -1;
}

static int
plain_open (const char *path, int flags, mode_t mode)
{
  return open (path, flags, mode);
}

static void
test_disk_full (void)
{
  const BlDiskCalls full = { plain_open, full_write, fsync, close, rename, unlink };
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlJournal) journal = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (BlProject) again = NULL;
  g_autoptr (GBytes) before = NULL, after = NULL;

  clear ();
  bl_disk_set_calls (&full);
  journal = bl_journal_new (project, NULL, NULL);
  random_edit (project, 1);
  bl_journal_flush (journal);
  disk_is_full = TRUE;
  bl_project_begin (project, "On a full disk");
  add_library (project, "Full");
  bl_project_commit (project);
  bl_journal_flush (journal);
  g_assert_false (bl_journal_get_kept (journal));
  g_assert_nonnull (strstr (bl_journal_get_problem (journal), "disk is full"));
  disk_is_full = FALSE;
  g_test_message ("once there is room, what waited is kept too");
  bl_project_begin (project, "With room again");
  add_library (project, "Room");
  bl_project_commit (project);
  bl_journal_flush (journal);
  g_assert_true (bl_journal_get_kept (journal));
  g_assert_null (bl_journal_get_problem (journal));
  before = bytes_of (project);
  g_assert_finalize_object (g_steal_pointer (&journal));
  bl_disk_set_calls (NULL);
  kept = bl_journal_find_kept ();
  again = recover (kept->pdata[0]);
  after = bytes_of (again);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int argc, char **argv)
{
  /* A place of its own: other tests keep work too, at the same time. */
  g_autofree char *state = g_dir_make_tmp ("branchline-state-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/replay", test_replay);
  g_test_add_func ("/journal/cut-off", test_cut_off);
  g_test_add_func ("/journal/damaged", test_damaged);
  g_test_add_func ("/journal/restart", test_restart);
  g_test_add_func ("/journal/killed", test_killed);
  g_test_add_func ("/journal/disk-full", test_disk_full);
  status = g_test_run ();
  clear ();
  {
    g_autofree char *journal = bl_journal_get_folder ();
    g_autofree char *branchline = g_path_get_dirname (journal);

    g_rmdir (journal);
    g_rmdir (branchline);
    g_rmdir (state);
  }
  return status;
}
