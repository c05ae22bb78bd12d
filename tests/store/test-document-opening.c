/* test-document-opening.c: files that are faulty, cut off, of another version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "backups.h"
#include "document.h"
#include "migration.h"

typedef struct
{
  char *folder, *path;
  BlIds *ids;
  BlClock *clock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.branchline", NULL);
  fixture->ids = bl_ids_new ();
  fixture->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.branchline", NULL);

  bl_migration_set_table (NULL);
  g_unlink (other);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->ids);
  g_clear_object (&fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* The example @name, put where it may be written over; its text. */
static char *
put_example (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "data", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  return text;
}

static char *
content_of (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static BlDocument *
open_it (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BlDocument *document = bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
set_title (BlDocument *document, const char *title)
{
  BlProject *project = bl_document_get_project (document);

  bl_project_begin (project, "Change title");
  bl_record_set_text (BL_RECORD (project), "title", title);
  bl_project_commit (project);
}

static void
test_sample_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = g_build_filename (g_getenv ("BRANCHLINE_DATADIR"), "sample", "newcastle.branchline", NULL);
  g_autofree char *before = content_of (sample), *after = NULL;
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, before, -1, NULL));
  document = open_it (fixture);
  g_assert_true (bl_document_save (document, NULL, &error));
  g_assert_no_error (error);
  after = content_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_faulty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = put_example (fixture, "faulty.branchline"), *after = NULL, *elsewhere = NULL;
  g_autoptr (BlDocument) copy = NULL, valid = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_FAULTY);
  g_assert_nonnull (strstr (error->message, "plan.branchline:2: "));
  g_assert_nonnull (strstr (error->message, "and 2 other things"));
  g_clear_error (&error);
  g_assert_null (bl_document_open_with (fixture->path, BL_OPEN_PLAIN, fixture->ids, fixture->clock, NULL, &faults, &error));
  g_clear_error (&error);
  g_assert_cmpuint (faults->len, ==, 3);
  g_assert_cmpuint (((BlFault *) faults->pdata[0])->line, ==, 2);
  g_assert_cmpuint (((BlFault *) faults->pdata[1])->line, ==, 4);
  g_assert_cmpuint (((BlFault *) faults->pdata[2])->line, ==, 5);

  copy = bl_document_open_as_copy (fixture->path, fixture->ids, fixture->clock, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (bl_document_get_path (copy));
  g_assert_cmpuint (bl_document_get_faults (copy)->len, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (bl_document_get_project (copy))), ==, 2);
  after = content_of (fixture->path);
  g_assert_cmpstr (before, ==, after);

  g_test_message ("what the command line looks at cannot be saved over the file");
  valid = bl_document_open_with (fixture->path, BL_OPEN_FAULTY, fixture->ids, fixture->clock, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bl_document_get_read_only (valid));
  g_assert_false (bl_document_save (valid, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  elsewhere = g_build_filename (fixture->folder, "other.branchline", NULL);
  g_assert_true (bl_document_save (valid, elsewhere, &error));
  g_assert_false (bl_document_get_read_only (valid));
}

/* Cut off anywhere, what can be read is read, and told that it is not all. */
static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = g_build_filename (g_getenv ("BRANCHLINE_DATADIR"), "sample", "newcastle.branchline", NULL);
  g_autofree char *text = content_of (sample);
  gsize length = strlen (text), last = 0;

  for (guint i = 1; i < 60; i++)
    {
      gsize cut = length * i / 60;
      g_autoptr (GError) error = NULL;
      g_autoptr (BlDocument) copy = NULL;
      guint n;

      g_assert_true (g_file_set_contents (fixture->path, text, cut, NULL));
      g_assert_null (bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, &error));
      g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_SYNTAX);
      g_clear_error (&error);
      copy = bl_document_open_as_copy (fixture->path, fixture->ids, fixture->clock, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (bl_document_get_faults (copy)->len, >, 0);
      n = g_list_model_get_n_items (bl_project_get_libraries (bl_document_get_project (copy)));
      g_assert_cmpuint (n, >=, last);
      last = n;
    }
  g_assert_cmpuint (last, >, 10);
}

/* Any byte of the file may be wrong: it opens, or says why in words, and a copy never crashes. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = put_example (fixture, "plan-1.7.branchline");
  gsize length = strlen (text);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *broken = g_memdup2 (text, length);
      g_autoptr (BlDocument) opened = NULL, copy = NULL;
      g_autoptr (GError) error = NULL, again = NULL;

      broken[g_test_rand_int_range (0, (int) length)] ^= (char) g_test_rand_int_range (1, 256);
      g_assert_true (g_file_set_contents (fixture->path, broken, length, NULL));
      opened = bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, &error);
      g_assert_true ((opened == NULL) == (error != NULL));
      copy = bl_document_open_as_copy (fixture->path, fixture->ids, fixture->clock, NULL, &again);
      g_assert_true ((copy == NULL) == (again != NULL));
      if (opened != NULL && !bl_document_get_newer (opened))
        g_assert_nonnull (copy);
    }
}

static void
test_newer_minor (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = put_example (fixture, "plan-1.7.branchline"), *after = NULL;
  g_autoptr (BlDocument) document = open_it (fixture);
  g_autoptr (GError) error = NULL;
  static const char *const kept[]
      = { "version=\"1.7\"", "mood=\"calm\"", "<weather id=\"weather-abcdefghjk\" wind=\"4\"><gust>12</gust></weather>",
          "roof=\"slate\"", "<shelf length=\"3\"/>", "<annexe id=\"annexe-abcdefghjk\" name=\"Shed\"/>" };

  g_assert_false (bl_document_get_read_only (document));
  set_title (document, "Another plan");
  g_assert_true (bl_document_save (document, NULL, &error));
  g_assert_no_error (error);
  after = content_of (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (after, kept[i]));
  g_assert_nonnull (strstr (after, "title=\"Another plan\""));
  set_title (document, "Harbour plan");
  g_assert_true (bl_document_save (document, NULL, &error));
}

static void
test_newer_major (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = put_example (fixture, "plan-2.0.branchline"), *after = NULL, *elsewhere = NULL;
  g_autoptr (BlDocument) document = open_it (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (bl_document_get_read_only (document));
  g_assert_true (bl_document_get_newer (document));
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (bl_document_get_project (document))), ==, 1);
  elsewhere = g_build_filename (fixture->folder, "other.branchline", NULL);
  g_assert_false (bl_document_save (document, elsewhere, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "format 2.0"));
  g_assert_false (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
  after = content_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_clear_error (&error);
  g_assert_null (bl_document_open_with (fixture->path, BL_OPEN_PLAIN, fixture->ids, fixture->clock, NULL, NULL, &error));
  g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NEWER);
}

/* --- An older version that there never was ---------------------------------- */

static gboolean
upgrade_record (BlRecord *record, gpointer data)
{
  g_autofree char *name = NULL;

  if (BL_IS_PROJECT (record) && (name = bl_migration_take_attribute (record, "name")) != NULL)
    bl_record_set_text (record, "title", name);
  else if (BL_IS_LIBRARY (record) && (name = bl_migration_take_attribute (record, "town")) != NULL)
    bl_record_set_text (record, "address-2", name);
  return TRUE;
}

static void
upgrade (BlRecord *root)
{
  bl_record_walk (root, upgrade_record, NULL);
}

static void
test_older (Fixture *fixture, gconstpointer data)
{
  static const BlMigration table[] = { { "0.9", "1.0", upgrade }, { NULL, NULL, NULL } };
  g_autofree char *before = put_example (fixture, "plan-0.9.branchline"), *after = NULL, *golden = NULL, *backup = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "data", "plan-1.0.branchline", NULL);
  g_autofree char *folder = bl_backups_get_folder ("project-abcdefghjk");
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (GPtrArray) backups = bl_backups_list ("project-abcdefghjk");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < backups->len; i++)
    g_unlink (((BlBackup *) backups->pdata[i])->path);
  g_clear_pointer (&backups, g_ptr_array_unref);
  g_assert_null (bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, &error));
  g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "format 0.9"));
  g_clear_error (&error);
  bl_migration_set_table (table);
  document = open_it (fixture);
  g_assert_cmpstr (bl_document_get_upgraded_from (document), ==, "0.9");
  bl_document_set_backups (document, 0, 0); /* what was old is kept all the same */
  g_assert_true (bl_document_save (document, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (bl_document_get_upgraded_from (document));
  after = content_of (fixture->path);
  golden = content_of (path);
  g_assert_cmpstr (after, ==, golden);
  backups = bl_backups_list ("project-abcdefghjk");
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (((BlBackup *) backups->pdata[0])->label, ==, "format-0.9");
  backup = content_of (((BlBackup *) backups->pdata[0])->path);
  g_assert_cmpstr (backup, ==, before);
  bl_backups_prune (folder, 1, "2030-01-01-000000");
  g_assert_true (g_file_test (((BlBackup *) backups->pdata[0])->path, G_FILE_TEST_EXISTS));
}

/* --- Backups ---------------------------------------------------------------- */

static void
test_backups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlProject) project = bl_project_new (fixture->ids, fixture->clock);
  const char *id = bl_record_get_id (BL_RECORD (project));
  g_autofree char *folder = bl_backups_get_folder (id);
  g_autoptr (BlDocument) document = bl_document_new (project), old = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const stamps[]
      = { "2026-01-01-090000", "2026-02-01-090000", "2026-04-01-090000", "2026-04-16-090000" };
  const BlBackup *newest;

  backups = bl_backups_list (id);
  g_assert_cmpuint (backups->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      g_autofree char *title = g_strdup_printf ("Of %s", stamps[i]);
      g_autoptr (GBytes) bytes = NULL;

      set_title (document, title);
      bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
      g_assert_true (bl_backups_keep (folder, stamps[i], NULL, bytes, &error));
      g_assert_no_error (error);
    }
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = bl_backups_list (id);
  g_assert_cmpuint (backups->len, ==, 4);
  newest = backups->pdata[0];
  g_assert_cmpstr (newest->title, ==, "Of 2026-04-16-090000");
  g_assert_cmpint (g_date_time_get_hour (newest->time), ==, 9);
  g_assert_cmpint (newest->size, >, 100);
  g_assert_null (newest->label);
  old = bl_backup_open (backups->pdata[3], fixture->ids, fixture->clock, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bl_document_get_read_only (old));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_document_get_project (old)), "title"), ==, "Of 2026-01-01-090000");
  set_title (old, "Falsified");
  g_assert_false (bl_document_save (old, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_test_message ("a save lets go of those that are too old or too many; the newest stays in any case");
  bl_document_set_backups (document, 20, 60);
  g_assert_true (bl_document_save (document, fixture->path, &error)); /* nothing there: no backup is added */
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = bl_backups_list (id);
  g_assert_cmpuint (backups->len, ==, 2); /* since 16 February */
  bl_document_set_backups (document, 2, 0);
  set_title (document, "Next");
  g_assert_true (bl_document_save (document, NULL, &error));
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = bl_backups_list (id);
  g_assert_cmpuint (backups->len, ==, 2);
  bl_backups_prune (folder, 0, "2030-01-01-000000");
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = bl_backups_list (id);
  g_assert_cmpuint (backups->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/document-opening/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("sample-same-bytes", test_sample_same_bytes);
  ADD ("faulty", test_faulty);
  ADD ("cut-off", test_cut_off);
  ADD ("damaged", test_damaged);
  ADD ("newer-minor", test_newer_minor);
  ADD ("newer-major", test_newer_major);
  ADD ("older", test_older);
  ADD ("backups", test_backups);
  return g_test_run ();
}
