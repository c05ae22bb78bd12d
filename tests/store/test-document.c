/* test-document.c: opening and saving, with every call failing in turn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "disk.h"
#include "document.h"
#include "record-xml.h"

typedef struct
{
  char *folder, *path;
  BlIds *ids;
  BlClock *clock;
  BlDocument *document;
} Fixture;

static void
set_title (BlDocument *document, const char *title)
{
  BlProject *project = bl_document_get_project (document);

  bl_project_begin (project, "Change title");
  bl_record_set_text (BL_RECORD (project), "title", title);
  bl_project_commit (project);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlProject) project = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("branchline-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "plan.branchline", NULL);
  fixture->ids = bl_ids_new (); /* backups are by project: each test has its own */
  fixture->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  project = bl_project_new (fixture->ids, fixture->clock);
  fixture->document = bl_document_new (project);
  set_title (fixture->document, "First");
  g_assert_true (bl_document_save (fixture->document, fixture->path, &error));
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bl_disk_set_calls (NULL);
  g_assert_finalize_object (fixture->document);
  remove_tree (fixture->folder);
  g_clear_object (&fixture->ids);
  g_clear_object (&fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
content_of (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
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

static void
test_save_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDocument) opened = NULL;
  g_autofree char *before = content_of (fixture->path), *after = NULL;

  g_assert_false (bl_project_get_modified (bl_document_get_project (fixture->document)));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1); /* no backup, no rest beside it */
  opened = bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bl_record_equal (BL_RECORD (bl_document_get_project (opened)),
                                  BL_RECORD (bl_document_get_project (fixture->document))));
  g_assert_true (bl_document_save (opened, NULL, &error));
  after = content_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder
      = g_build_filename (g_get_user_data_dir (), "branchline", "backups",
                          bl_record_get_id (BL_RECORD (bl_document_get_project (fixture->document))), NULL);
  g_autofree char *before = content_of (fixture->path);
  gboolean found = FALSE;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  set_title (fixture->document, "Second");
  g_assert_true (bl_document_save (fixture->document, NULL, &error));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = content_of (path);

      found |= g_str_equal (content, before);
    }
  g_assert_true (found);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.branchline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDocument) opened = NULL;
  g_autofree char *content = NULL;

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  opened = bl_document_open (link, fixture->ids, fixture->clock, NULL, &error);
  g_assert_no_error (error);
  set_title (opened, "Through the link");
  g_assert_true (bl_document_save (opened, NULL, &error));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  content = content_of (fixture->path);
  g_assert_nonnull (strstr (content, "Through the link"));
}

static void
test_changed_underneath (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDocument) other = bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, NULL);
  g_autofree char *theirs = NULL, *after = NULL, *elsewhere = NULL;

  set_title (other, "Theirs");
  g_assert_true (bl_document_save (other, NULL, NULL));
  theirs = content_of (fixture->path);
  set_title (fixture->document, "Ours");
  g_assert_false (bl_document_save (fixture->document, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_CHANGED);
  after = content_of (fixture->path);
  g_assert_cmpstr (theirs, ==, after);
  g_assert_true (bl_project_get_modified (bl_document_get_project (fixture->document)));
  g_clear_error (&error);
  g_test_message ("elsewhere it can be saved");
  elsewhere = g_build_filename (fixture->folder, "ours.branchline", NULL);
  g_assert_true (bl_document_save (fixture->document, elsewhere, &error));
  g_assert_no_error (error);
}

static void
test_touched_underneath (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = content_of (fixture->path);
  g_autoptr (GError) error = NULL;

  /* Written again with the same bytes, as synchronising programs do: no conflict. */
  g_assert_true (g_file_set_contents (fixture->path, content, -1, NULL));
  set_title (fixture->document, "Ours");
  g_assert_true (bl_document_save (fixture->document, NULL, &error));
}

/* --- Faults --------------------------------------------------------------- */

static int fail_at, call;
static const char *fail_what;
static int fail_code;

static gboolean
fails (const char *what)
{
  if (!g_str_equal (what, fail_what) || call++ != fail_at)
    return FALSE;
  errno = fail_code;
  return TRUE;
}

static int
faulty_open (const char *path, int flags, mode_t mode)
{
  return fails ("open") ? -1 : open (path, flags, mode);
}

static ssize_t
faulty_write (int fd, const void *bytes, size_t length)
{
  if (fails ("write"))
    return -1;
  return write (fd, bytes, MIN (length, 100)); /* in small pieces, so that it can fail half way */
}

static int
faulty_fsync (int fd)
{
  return fails ("fsync") ? -1 : fsync (fd);
}

static int
faulty_close (int fd)
{
  if (!fails ("close"))
    return close (fd);
  close (fd);
  errno = fail_code;
  return -1;
}

static int
faulty_rename (const char *from, const char *to)
{
  return fails ("rename") ? -1 : rename (from, to);
}

static const BlDiskCalls faulty = { faulty_open, faulty_write, faulty_fsync, faulty_close, faulty_rename, unlink };

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *what;
    int code;
  } faults[] = { { "open", EACCES }, { "open", ENOENT }, { "write", ENOSPC }, { "write", EIO },
                 { "fsync", EIO },   { "close", EIO },   { "rename", EIO },   { "rename", EROFS } };
  guint failures = 0;

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (fail_at = 0; fail_at < 6; fail_at++)
      {
        g_autofree char *before = content_of (fixture->path), *after = NULL;
        g_autofree char *title = g_strdup_printf ("Try %u %d", i, fail_at);
        g_autoptr (GError) error = NULL;
        gboolean saved;

        fail_what = faults[i].what;
        fail_code = faults[i].code;
        call = 0;
        set_title (fixture->document, title);
        bl_disk_set_calls (&faulty);
        saved = bl_document_save (fixture->document, NULL, &error);
        bl_disk_set_calls (NULL);
        after = content_of (fixture->path);
        g_assert_cmpuint (count_files (fixture->folder), ==, 1);
        if (saved)
          {
            g_assert_nonnull (strstr (after, title));
            continue;
          }
        failures++;
        g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE);
        g_assert_nonnull (strstr (error->message, ".branchline"));
        /* Whole either way: the old one, or (the folder's sync failing after the rename) the new one. */
        g_assert_true (g_str_equal (before, after) || strstr (after, title) != NULL);
        g_assert_true (g_str_has_suffix (after, ">\n"));
        g_assert_true (bl_project_get_modified (bl_document_get_project (fixture->document)));
        g_assert_true (bl_document_save (fixture->document, NULL, NULL)); /* the next try works */
      }
  g_assert_cmpuint (failures, >, 15);
}

static void
test_no_sync_needed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fail_what = "fsync";
  fail_code = EINVAL;
  fail_at = 0;
  call = 0;
  set_title (fixture->document, "On a file system that cannot sync");
  bl_disk_set_calls (&faulty);
  g_assert_true (bl_document_save (fixture->document, NULL, &error));
  g_assert_no_error (error);
}

static void
test_vanished_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (fixture->folder, "-moved", NULL);
  g_autoptr (GError) error = NULL;

  set_title (fixture->document, "Nowhere to go");
  g_assert_cmpint (g_rename (fixture->folder, elsewhere), ==, 0);
  g_assert_false (bl_document_save (fixture->document, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "folder is no longer there"));
  g_assert_cmpint (g_rename (elsewhere, fixture->folder), ==, 0);
}

static void
test_not_ours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.branchline", NULL);

  g_assert_null (bl_document_open (fixture->folder, fixture->ids, fixture->clock, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (bl_document_open (missing, fixture->ids, fixture->clock, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (missing, "name,place\n", -1, NULL));
  g_assert_null (bl_document_open (missing, fixture->ids, fixture->clock, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "missing.branchline:1:"));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
save_in_thread (BlDocument *document, const char *path, const char *meanwhile, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  bl_document_save_async (document, path, on_saved, &result);
  if (meanwhile != NULL)
    set_title (document, meanwhile);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return bl_document_save_finish (document, result, error);
}

static void
test_thread (Fixture *fixture, gconstpointer data)
{
  BlProject *project = bl_document_get_project (fixture->document);
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  /* The project as it was when asked; what came after is still to be saved. */
  set_title (fixture->document, "Second");
  g_assert_true (save_in_thread (fixture->document, NULL, "Third", &error));
  g_assert_no_error (error);
  first = content_of (fixture->path);
  g_assert_nonnull (strstr (first, "Second"));
  g_assert_true (bl_project_get_modified (project));
  g_assert_true (save_in_thread (fixture->document, NULL, NULL, &error));
  g_assert_false (bl_project_get_modified (project));
  /* Somebody else writes: refused, and whole. */
  g_assert_true (g_file_set_contents (fixture->path, first, -1, &error));
  set_title (fixture->document, "Fourth");
  g_assert_false (save_in_thread (fixture->document, NULL, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_CHANGED);
  second = content_of (fixture->path);
  g_assert_cmpstr (first, ==, second);
  g_assert_true (bl_project_get_modified (project));
  /* The thread lets go of its task a moment after it has answered. */
  while (g_atomic_int_get (&G_OBJECT (fixture->document)->ref_count) > 1)
    g_thread_yield ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document/save-open", Fixture, NULL, set_up, test_save_open, tear_down);
  g_test_add ("/document/backup", Fixture, NULL, set_up, test_backup, tear_down);
  g_test_add ("/document/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/document/changed-underneath", Fixture, NULL, set_up, test_changed_underneath, tear_down);
  g_test_add ("/document/touched-underneath", Fixture, NULL, set_up, test_touched_underneath, tear_down);
  g_test_add ("/document/thread", Fixture, NULL, set_up, test_thread, tear_down);
  g_test_add ("/document/faults", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/document/no-sync-needed", Fixture, NULL, set_up, test_no_sync_needed, tear_down);
  g_test_add ("/document/vanished-folder", Fixture, NULL, set_up, test_vanished_folder, tear_down);
  g_test_add ("/document/not-ours", Fixture, NULL, set_up, test_not_ours, tear_down);
  return g_test_run ();
}
