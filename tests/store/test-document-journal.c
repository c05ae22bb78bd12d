/* test-document-journal.c: a document whose changes are kept, through crashes and saves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document.h"
#include "random-edits.h"
#include "record-xml.h"

typedef struct
{
  char *folder, *path;
  BlIds *ids;
  BlClock *clock;
} Fixture;

static void
clear_kept (void)
{
  g_autoptr (GPtrArray) kept = bl_journal_find_kept ();

  for (guint i = 0; i < kept->len; i++)
    g_assert_true (bl_kept_work_discard (kept->pdata[i], NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlProject) project = NULL;
  g_autoptr (BlDocument) document = NULL;

  clear_kept ();
  fixture->folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.branchline", NULL);
  fixture->ids = bl_ids_new ();
  fixture->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  project = bl_project_new (fixture->ids, fixture->clock);
  document = bl_document_new (project);
  g_assert_true (bl_document_save (document, fixture->path, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  clear_kept ();
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->ids);
  g_clear_object (&fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static BlDocument *
open_kept (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BlDocument *document = bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (bl_document_start_journal (document, &error));
  g_assert_no_error (error);
  return document;
}

static GBytes *
bytes_of (BlDocument *document)
{
  return bl_record_write (BL_RECORD (bl_document_get_project (document)), BL_PROJECT_VERSION);
}

static void
edit (BlDocument *document, const char *title)
{
  BlProject *project = bl_document_get_project (document);

  bl_project_begin (project, title);
  bl_record_set_text (BL_RECORD (project), "title", title);
  add_library (project, title);
  bl_project_commit (project);
}

static void
on_notify (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlDocument) document = open_kept (fixture);
  g_autoptr (GPtrArray) kept = NULL;
  guint told = 0;

  g_signal_connect (document, "notify::kept", G_CALLBACK (on_notify), &told);
  edit (document, "One");
  bl_document_flush_journal (document);
  g_assert_true (bl_document_get_kept (document));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (told, >=, 2); /* not yet, and then */
  g_assert_null (bl_document_get_journal_problem (document));
  g_assert_null (bl_document_find_kept (fixture->path)); /* held by us */
  bl_document_close (document);
  kept = bl_journal_find_kept ();
  g_assert_cmpuint (kept->len, ==, 0);
}

/* Dropped as a crash drops it: the document is there again, and can be saved. */
static void
test_recovered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL, after = NULL, initially = NULL, undone = NULL;
  g_autoptr (BlKeptWork) work = NULL;
  g_autoptr (BlDocument) document = open_kept (fixture), recovered = NULL;
  g_autoptr (GError) error = NULL;

  initially = bytes_of (document);
  edit (document, "One");
  edit (document, "Two");
  before = bytes_of (document);
  g_assert_finalize_object (g_steal_pointer (&document));
  work = bl_document_find_kept (fixture->path);
  g_assert_nonnull (work);
  recovered = bl_document_new_recovered (work, fixture->ids, fixture->clock, &error);
  g_assert_no_error (error);
  after = bytes_of (recovered);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpstr (bl_document_get_path (recovered), ==, fixture->path);
  g_assert_true (bl_project_get_modified (bl_document_get_project (recovered)));
  g_test_message ("nobody else can have it meanwhile");
  g_assert_null (bl_document_new_recovered (work, fixture->ids, fixture->clock, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_test_message ("a second crash loses nothing either");
  edit (recovered, "Three");
  g_clear_pointer (&before, g_bytes_unref);
  before = bytes_of (recovered);
  g_assert_finalize_object (g_steal_pointer (&recovered));
  g_clear_pointer (&work, bl_kept_work_free);
  work = bl_document_find_kept (fixture->path);
  g_assert_cmpuint (work->n_changes, ==, 3);
  recovered = bl_document_new_recovered (work, fixture->ids, fixture->clock, &error);
  g_assert_no_error (error);
  g_clear_pointer (&after, g_bytes_unref);
  after = bytes_of (recovered);
  g_assert_true (g_bytes_equal (before, after));
  bl_project_go_to_step (bl_document_get_project (recovered), 0);
  undone = bytes_of (recovered);
  g_assert_true (g_bytes_equal (initially, undone));
  bl_project_go_to_step (bl_document_get_project (recovered), 3);
  g_assert_true (bl_document_save (recovered, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&recovered);
  g_assert_null (bl_document_find_kept (fixture->path));
}

/* Somebody saved the file between the crash and coming back: not written over. */
static void
test_recovered_and_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlDocument) document = open_kept (fixture), recovered = NULL, other = NULL;
  g_autoptr (BlKeptWork) work = NULL;
  g_autoptr (BlProject) base = NULL, theirs = NULL;
  g_autoptr (BlMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  edit (document, "Ours");
  g_clear_object (&document);
  other = bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, NULL);
  bl_project_begin (bl_document_get_project (other), "Theirs");
  bl_record_set_integer (BL_RECORD (bl_document_get_project (other)), "year", 2022);
  bl_project_commit (bl_document_get_project (other));
  g_assert_true (bl_document_save (other, NULL, NULL));
  work = bl_document_find_kept (fixture->path);
  recovered = bl_document_new_recovered (work, fixture->ids, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_true (bl_document_check_changed (recovered));
  g_assert_false (bl_document_save (recovered, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  theirs = bl_document_read_theirs (recovered, &error);
  base = bl_document_read_base (recovered, &error);
  merge = bl_merge (base, bl_document_get_project (recovered), theirs, &error);
  g_assert_cmpuint (merge->clashes->len, ==, 0);
  g_assert_true (bl_document_take_merge (recovered, merge, &error));
  g_assert_true (bl_document_save (recovered, NULL, &error));
  g_assert_no_error (error);
  bl_document_close (recovered);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* What is changed while a save is under way is kept behind what is saved. */
static void
test_changed_while_saving (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (BlDocument) document = open_kept (fixture), recovered = NULL;
      BlProject *project = bl_document_get_project (document);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (BlKeptWork) work = NULL;
      g_autoptr (GBytes) before = NULL, after = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 4; i++)
        random_edit (project, i);
      edit (document, "Before");
      bl_document_save_async (document, NULL, on_saved, &result);
      for (guint i = 0; i < 4; i++) /* also what brings back things that the saved state has not */
        if (g_test_rand_bit ())
          bl_project_undo (project);
        else
          random_edit (project, i);
      edit (document, "Meanwhile");
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (bl_document_save_finish (document, result, &error));
      g_assert_no_error (error);
      random_edit (project, round);
      edit (document, "After");
      bl_document_flush_journal (document);
      before = bytes_of (document);
      g_clear_object (&result);
      while (g_atomic_int_get (&G_OBJECT (document)->ref_count) > 1)
        g_thread_yield ();
      g_assert_finalize_object (g_steal_pointer (&document));
      work = bl_document_find_kept (fixture->path);
      g_assert_nonnull (work);
      recovered = bl_document_new_recovered (work, fixture->ids, fixture->clock, &error);
      g_assert_no_error (error);
      after = bytes_of (recovered);
      g_assert_true (g_bytes_equal (before, after));
      g_test_message ("its base is what was saved, so that it saves without a conflict");
      g_assert_false (bl_document_check_changed (recovered));
      g_assert_true (bl_document_save (recovered, NULL, &error));
      g_assert_no_error (error);
      bl_document_close (recovered);
    }
}

static void
test_undone_is_not_offered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlDocument) document = open_kept (fixture);

  edit (document, "A slip");
  bl_project_undo (bl_document_get_project (document));
  g_clear_object (&document);
  g_assert_null (bl_document_find_kept (fixture->path));
}

static void
test_never_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlProject) project = bl_project_new (fixture->ids, fixture->clock);
  g_autoptr (BlDocument) document = bl_document_new (project), recovered = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bl_document_start_journal (document, &error));
  edit (document, "New");
  g_clear_object (&document);
  g_clear_object (&project);
  kept = bl_journal_find_kept ();
  g_assert_cmpuint (kept->len, ==, 1);
  recovered = bl_document_new_recovered (kept->pdata[0], fixture->ids, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_null (bl_document_get_path (recovered));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_document_get_project (recovered)), "title"), ==, "New");
  bl_document_close (recovered);
}

/* --- Killed at any moment -------------------------------------------------- */

static void G_GNUC_NORETURN
live (Fixture *fixture, const char *progress, guint seed)
{
  g_autoptr (BlDocument) document = open_kept (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  gboolean under_way = FALSE;
  FILE *out = fopen (progress, "w");

  for (guint i = 1;; i++)
    {
      g_autofree char *title = g_strdup_printf ("Change %u", i);

      edit (document, title);
      bl_document_flush_journal (document);
      fprintf (out, "%u\n", i); /* only now does anybody count on it */
      fflush (out);
      if (under_way && result != NULL)
        {
          g_assert_true (bl_document_save_finish (document, result, NULL));
          g_clear_object (&result);
          under_way = FALSE;
        }
      if (under_way)
        g_main_context_iteration (NULL, FALSE);
      else if (i % 5 == seed % 5)
        g_assert_true (bl_document_save (document, NULL, NULL));
      else if (i % 5 == (seed + 2) % 5)
        {
          bl_document_save_async (document, NULL, on_saved, &result);
          under_way = TRUE;
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
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    last = (guint) g_ascii_strtoull (lines[i], NULL, 10);
  return last;
}

static guint
changes_in (BlDocument *document)
{
  BlProject *project = bl_document_get_project (document);
  const char *title = bl_record_get_text (BL_RECORD (project), "title");
  guint n = title != NULL && g_str_has_prefix (title, "Change ") ? (guint) g_ascii_strtoull (title + 7, NULL, 10) : 0;

  /* No half change: as many libraries as the title says. */
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, n);
  return n;
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *progress = g_build_filename (fixture->folder, "progress", NULL);
  g_autofree char *fresh = NULL;
  guint times = g_test_slow () ? 3000 : 80;

  g_assert_true (g_file_get_contents (fixture->path, &fresh, NULL, NULL));
  for (guint i = 0; i < times; i++)
    {
      g_autoptr (BlDocument) opened = NULL;
      g_autoptr (BlKeptWork) work = NULL;
      g_autoptr (GError) error = NULL;
      guint promised, there;
      pid_t child;
      int status;

      clear_kept ();
      g_unlink (progress);
      g_assert_true (g_file_set_contents (fixture->path, fresh, -1, NULL));
      child = fork ();
      if (child == 0)
        live (fixture, progress, i);
      g_usleep ((gulong) g_test_rand_int_range (500, 40000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
      promised = last_number (progress);
      opened = bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, &error); /* old or new, and whole */
      g_assert_no_error (error);
      there = changes_in (opened);
      work = bl_document_find_kept (fixture->path);
      if (work != NULL)
        {
          g_autoptr (BlDocument) recovered = bl_document_new_recovered (work, fixture->ids, fixture->clock, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (changes_in (recovered), >=, there);
          there = changes_in (recovered);
          bl_document_close (recovered);
        }
      g_assert_cmpuint (there, >=, promised);
    }
  g_unlink (progress);
}

int
main (int argc, char **argv)
{
  /* Journals of our own: tests of others, and this program's slow ones, run beside. */
  g_autofree char *name = g_strdup_printf ("document-journal-%d", (int) getpid ());
  g_autofree char *state = g_build_filename (g_getenv ("XDG_STATE_HOME"), name, NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/document-journal/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("killed", test_killed); /* first: a child has no thread of those that others leave behind */
  ADD ("kept", test_kept);
  ADD ("recovered", test_recovered);
  ADD ("recovered-and-changed", test_recovered_and_changed);
  ADD ("changed-while-saving", test_changed_while_saving);
  ADD ("undone-is-not-offered", test_undone_is_not_offered);
  ADD ("never-saved", test_never_saved);
  return g_test_run ();
}
