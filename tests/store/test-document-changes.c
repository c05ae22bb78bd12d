/* test-document-changes.c: two people, one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "backups.h"
#include "document.h"
#include "random-edits.h"
#include "record-xml.h"

typedef struct
{
  char *folder, *path;
  BlIds *ids;
  BlClock *clock;
  BlDocument *ours, *theirs;
} Fixture;

static BlDocument *
open_it (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BlDocument *document = bl_document_open (fixture->path, fixture->ids, fixture->clock, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlProject) project = NULL;
  g_autoptr (BlDocument) document = NULL;

  fixture->folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.branchline", NULL);
  fixture->ids = bl_ids_new ();
  fixture->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  project = bl_project_new (fixture->ids, fixture->clock);
  document = bl_document_new (project);
  bl_project_begin (project, "Fill");
  add_library (project, "Quay Library");
  add_library (project, "Hill Library");
  bl_project_commit (project);
  g_assert_true (bl_document_save (document, fixture->path, NULL));
  fixture->ours = open_it (fixture);
  fixture->theirs = open_it (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bl_document_close (fixture->ours);
  g_assert_finalize_object (fixture->ours);
  g_assert_finalize_object (fixture->theirs);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->ids);
  g_clear_object (&fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static BlRecord *
library (BlDocument *document, guint position)
{
  g_autoptr (BlRecord) record
      = g_list_model_get_item (bl_project_get_libraries (bl_document_get_project (document)), position);

  return record; /* the project holds it */
}

static void
set_field (BlDocument *document, BlRecord *record, const char *field, const char *text)
{
  BlProject *project = bl_document_get_project (document);

  bl_project_begin (project, "Edit");
  g_assert_true (bl_record_set_from_text (record, field, text, NULL));
  bl_project_commit (project);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
look_in_thread (BlDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  gboolean changed;

  bl_document_check_changed_async (document, on_looked, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  changed = bl_document_check_changed_finish (document, result);
  g_clear_object (&result);
  while (g_atomic_int_get (&G_OBJECT (document)->ref_count) > 1)
    g_thread_yield ();
  return changed;
}

static void
test_noticed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bl_document_check_changed (fixture->ours));
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  g_assert_false (bl_document_check_changed (fixture->ours)); /* touched, the same */
  set_field (fixture->theirs, library (fixture->theirs, 0), "email", "quay@example.org");
  g_assert_true (bl_document_save (fixture->theirs, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (bl_document_check_changed (fixture->ours));
  g_assert_true (bl_document_check_changed (fixture->ours));
  g_assert_true (look_in_thread (fixture->ours));
  g_assert_false (bl_document_check_changed (fixture->theirs));
  g_assert_false (look_in_thread (fixture->theirs));
  g_unlink (fixture->path);
  g_assert_false (bl_document_check_changed (fixture->ours)); /* gone: nothing would be written over */
}

static BlMerge *
merge_now (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlProject) theirs = bl_document_read_theirs (fixture->ours, &error);
  g_autoptr (BlProject) base = bl_document_read_base (fixture->ours, &error);
  BlMerge *merge = bl_merge (base, bl_document_get_project (fixture->ours), theirs, &error);

  g_assert_no_error (error);
  return merge;
}

static void
test_taken_in (Fixture *fixture, gconstpointer data)
{
  BlProject *project = bl_document_get_project (fixture->ours);
  BlRecord *quay = library (fixture->ours, 0);
  g_autoptr (BlMerge) merge = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GBytes) before = NULL, after = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;
  BlRecord *added;

  g_assert_true (bl_document_start_journal (fixture->ours, &error));
  set_field (fixture->ours, quay, "postcode", "NE3 3HD");
  set_field (fixture->theirs, library (fixture->theirs, 0), "hours", "30");
  bl_project_begin (bl_document_get_project (fixture->theirs), "Change libraries");
  bl_project_delete (bl_document_get_project (fixture->theirs), library (fixture->theirs, 1));
  added = BL_RECORD (add_library (bl_document_get_project (fixture->theirs), "Moor Library"));
  bl_record_keep_foreign_attribute (added, "roof", "slate");
  bl_record_keep_foreign_attribute (library (fixture->theirs, 0), "lift", "yes"); /* of a record both have */
  bl_record_keep_foreign_element (added, NULL, 1, "<shelf length=\"3\"/>");
  bl_project_commit (bl_document_get_project (fixture->theirs));
  g_assert_true (bl_document_save (fixture->theirs, NULL, &error));
  g_assert_false (bl_document_save (fixture->ours, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_CHANGED);
  g_clear_error (&error);

  before = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  merge = merge_now (fixture);
  g_assert_cmpuint (merge->clashes->len, ==, 0);
  g_assert_true (bl_document_take_merge (fixture->ours, merge, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Take in changes from plan.branchline");
  g_assert_true (library (fixture->ours, 0) == quay); /* the same object */
  g_assert_cmpstr (bl_record_get_text (quay, "postcode"), ==, "NE3 3HD");
  g_assert_true (bl_record_is_known (quay, "hours"));
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, 2);
  g_assert_cmpstr (bl_record_get_text (library (fixture->ours, 1), "name"), ==, "Moor Library");
  after = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (after, NULL), g_bytes_get_size (after), "roof=\"slate\""));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (after, NULL), g_bytes_get_size (after), "lift=\"yes\""));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (after, NULL), g_bytes_get_size (after), "<shelf length=\"3\"/>"));

  g_test_message ("both originals are there, and the step can be undone");
  backups = bl_backups_list (bl_record_get_id (BL_RECORD (project)));
  g_assert_cmpuint (backups->len, >=, 2);
  g_assert_cmpstr (((BlBackup *) backups->pdata[0])->label, !=, ((BlBackup *) backups->pdata[1])->label);
  bl_project_undo (project);
  undone = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (before, undone));
  bl_project_redo (project);
  g_assert_true (bl_document_save (fixture->ours, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (bl_document_check_changed (fixture->ours));
  g_assert_true (bl_document_check_changed (fixture->theirs));
}

/* Nothing of ours: taking in theirs leaves nothing to be saved. */
static void
test_only_theirs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  set_field (fixture->theirs, library (fixture->theirs, 0), "hours", "30");
  g_assert_true (bl_document_save (fixture->theirs, NULL, &error));
  merge = merge_now (fixture);
  g_assert_true (bl_document_take_merge (fixture->ours, merge, &error));
  g_assert_false (bl_project_get_modified (bl_document_get_project (fixture->ours)));
}

/* Any edits on both sides: what is taken in is what the merge gave. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 40; round++)
    {
      BlProject *project = bl_document_get_project (fixture->ours);
      g_autoptr (BlMerge) merge = NULL;
      g_autoptr (GBytes) before = NULL, wanted = NULL, taken = NULL, undone = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 4; i++)
        {
          random_edit (project, i);
          random_edit (bl_document_get_project (fixture->theirs), 100 + i);
        }
      g_assert_true (bl_document_save (fixture->theirs, NULL, &error));
      before = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
      merge = merge_now (fixture);
      wanted = bl_record_write (BL_RECORD (merge->project), BL_PROJECT_VERSION);
      g_assert_true (bl_document_take_merge (fixture->ours, merge, &error));
      g_assert_no_error (error);
      taken = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
      g_assert_true (g_bytes_equal (wanted, taken));
      if (!g_bytes_equal (before, taken))
        {
          bl_project_undo (project);
          undone = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
          g_assert_true (g_bytes_equal (before, undone));
          bl_project_redo (project);
        }
      g_assert_true (bl_document_save (fixture->ours, NULL, &error));
      g_assert_no_error (error);
      g_object_unref (fixture->theirs);
      fixture->theirs = open_it (fixture);
    }
}

static void
test_theirs_faulty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) broken = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  broken = g_string_new (text);
  g_string_replace (broken, "year=\"2023\"", "year=\"soon\"", 1);
  g_assert_true (g_file_set_contents (fixture->path, broken->str, -1, NULL));
  g_assert_true (bl_document_check_changed (fixture->ours));
  g_assert_null (bl_document_read_theirs (fixture->ours, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_FAULTY);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_build_filename (g_getenv ("XDG_STATE_HOME"), "document-changes", NULL);

  /* Journals of our own: tests of others run beside. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/document-changes/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("noticed", test_noticed);
  ADD ("taken-in", test_taken_in);
  ADD ("only-theirs", test_only_theirs);
  ADD ("random", test_random);
  ADD ("theirs-faulty", test_theirs_faulty);
  return g_test_run ();
}
