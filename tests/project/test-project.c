/* test-project.c: records in transactions, undone and redone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project.h"
#include "random-edits.h"
#include "record-xml.h"

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");

  return bl_project_new (ids, clock);
}

static GBytes *
bytes_of (BlProject *project)
{
  return bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
}

static void
test_outside_transaction (void)
{
  g_autoptr (BlProject) project = make_project ();

  g_test_expect_message ("branchline-base", G_LOG_LEVEL_CRITICAL, "*outside a transaction*");
  bl_record_set_text (BL_RECORD (project), "title", "Strategy");
  g_test_assert_expected_messages ();
  g_assert_null (bl_record_get_text (BL_RECORD (project), "title"));
}

static void
test_undo (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (GBytes) before = bytes_of (project), after = NULL, undone = NULL, redone = NULL;
  g_autofree char *id = NULL;
  BlLibrary *library;

  bl_project_begin (project, "Add Gosforth Library");
  library = add_library (project, "Gosforth Library");
  g_assert_true (bl_project_commit (project));
  id = g_strdup (bl_record_get_id (BL_RECORD (library)));
  g_assert_true (bl_ids_is_valid (id, "library"));
  g_assert_true (bl_project_find (project, id) == BL_RECORD (library));
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Add Gosforth Library");
  g_assert_true (bl_project_get_modified (project));
  after = bytes_of (project);

  g_assert_true (bl_project_undo (project));
  undone = bytes_of (project);
  g_assert_true (g_bytes_equal (before, undone));
  g_assert_null (bl_project_find (project, id));
  g_assert_false (bl_project_get_modified (project));
  g_assert_cmpstr (bl_project_get_redo_name (project), ==, "Add Gosforth Library");

  g_assert_true (bl_project_redo (project));
  redone = bytes_of (project);
  g_assert_true (g_bytes_equal (after, redone));
  g_assert_true (bl_project_find (project, id) == BL_RECORD (library)); /* the same object */
}

static void
test_no_change (void)
{
  g_autoptr (BlProject) project = make_project ();

  bl_project_begin (project, "Nothing");
  bl_record_set_text (BL_RECORD (project), "title", "A");
  bl_record_set_text (BL_RECORD (project), "title", NULL);
  g_assert_false (bl_project_commit (project));
  g_assert_null (bl_project_get_undo_name (project));
  g_assert_cmpuint (bl_project_get_revision (project), ==, 0);
}

static void
test_rollback (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (GBytes) before = NULL, after = NULL;
  BlLibrary *library;

  bl_project_begin (project, "Add");
  library = add_library (project, "City Library");
  bl_project_commit (project);
  before = bytes_of (project);
  bl_project_begin (project, "Fails half way");
  bl_record_set_text (BL_RECORD (library), "postcode", "NE1 8AX");
  add_library (project, "Another");
  bl_project_delete (project, BL_RECORD (library));
  bl_project_rollback (project);
  after = bytes_of (project);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (bl_project_find (project, bl_record_get_id (BL_RECORD (library))) == BL_RECORD (library));
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Add");
}

static void
type_name (BlProject *project, BlLibrary *library, const char *name)
{
  bl_project_begin (project, "Change name");
  bl_record_set_text (BL_RECORD (library), "name", name);
  bl_project_commit_coalesced (project, BL_RECORD (library), "name");
}

/* Taken out, changed outside and put back, all in one transaction: one step, undone as a whole. */
static void
test_changed_while_out (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (BlRecord) library = NULL;

  bl_project_begin (project, "Add");
  library = g_object_ref (BL_RECORD (add_library (project, "Gosforth Library")));
  bl_project_commit (project);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GBytes) before = bytes_of (project), after = NULL;

      bl_project_begin (project, "Change");
      bl_record_remove (library);
      bl_record_set_text (library, "name", "Another name");
      bl_record_remove_all (library, "statuses");
      bl_record_append (BL_RECORD (project), "libraries", library);
      if (round == 0)
        bl_project_rollback (project);
      else
        {
          g_assert_true (bl_project_commit (project));
          g_assert_true (bl_project_undo (project));
        }
      after = bytes_of (project);
      g_assert_true (g_bytes_equal (before, after));
    }
}

static void
test_typing (void)
{
  g_autoptr (BlProject) project = make_project ();
  GListModel *history = bl_project_get_history (project);
  BlLibrary *library;

  bl_project_begin (project, "Add");
  library = add_library (project, "City Library");
  bl_project_commit (project);
  type_name (project, library, "C");
  type_name (project, library, "Ce");
  type_name (project, library, "Central");
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 2);
  bl_project_end_coalescing (project);
  type_name (project, library, "Central Library");
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 3);
  bl_project_undo (project);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (library), "name"), ==, "Central");
  bl_project_undo (project);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (library), "name"), ==, "City Library");
  g_test_message ("typing back to where it began leaves no step");
  type_name (project, library, "X");
  type_name (project, library, "City Library");
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 1);
}

/* Typing in a record that came in with the step joins it: undone it is gone, redone it is as it was last. */
static void
test_typing_in_new (void)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (GBytes) before = bytes_of (project), after = NULL, undone = NULL, redone = NULL;
  BlLibrary *library;

  bl_project_begin (project, "Add");
  library = add_library (project, "C");
  g_assert_true (bl_project_commit_coalesced (project, BL_RECORD (library), "name"));
  type_name (project, library, "Ce");
  type_name (project, library, "Central");
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, 1);
  after = bytes_of (project);
  g_assert_true (bl_project_undo (project));
  undone = bytes_of (project);
  g_assert_true (g_bytes_equal (undone, before));
  g_assert_true (bl_project_redo (project));
  redone = bytes_of (project);
  g_assert_true (g_bytes_equal (redone, after));
  /* Another record's typing is a step of its own. */
  bl_project_begin (project, "Retitle");
  bl_record_set_text (BL_RECORD (project), "title", "Other");
  g_assert_true (bl_project_commit_coalesced (project, BL_RECORD (library), "name"));
  type_name (project, library, "Centre");
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, 3);
  g_assert_true (bl_project_undo (project));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (library), "name"), ==, "Central");
}

static void
test_saved (void)
{
  g_autoptr (BlProject) project = make_project ();
  BlLibrary *library;

  bl_project_begin (project, "Add");
  library = add_library (project, "City Library");
  bl_project_commit (project);
  bl_project_mark_saved (project);
  g_assert_false (bl_project_get_modified (project));
  type_name (project, library, "Other");
  g_assert_true (bl_project_get_modified (project));
  bl_project_undo (project);
  g_assert_false (bl_project_get_modified (project));
  bl_project_undo (project);
  g_assert_true (bl_project_get_modified (project));
  g_test_message ("once the saved state cannot be reached, nothing but saving makes it saved");
  bl_project_begin (project, "Other way");
  bl_record_set_text (BL_RECORD (project), "title", "T");
  bl_project_commit (project);
  bl_project_undo (project);
  g_assert_true (bl_project_get_modified (project));
}

/* --- Any sequence of edits undone gives the same bytes; redone, again ------ */

static void
test_random_walk (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (BlProject) project = make_project ();
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      GListModel *history = bl_project_get_history (project);
      guint n;

      g_ptr_array_add (states, bytes_of (project));
      for (guint i = 0; i < 30; i++)
        {
          random_edit (project, i);
          if (g_list_model_get_n_items (history) == states->len)
            g_ptr_array_add (states, bytes_of (project));
        }
      n = g_list_model_get_n_items (history);
      g_assert_cmpuint (states->len, ==, n + 1);
      for (guint i = n; i-- > 0;)
        {
          g_autoptr (GBytes) now = NULL;

          g_assert_true (bl_project_undo (project));
          now = bytes_of (project);
          g_assert_true (g_bytes_equal (now, states->pdata[i]));
        }
      g_assert_false (bl_project_undo (project));
      for (guint i = 1; i <= n; i++)
        {
          g_autoptr (GBytes) now = NULL;

          g_assert_true (bl_project_redo (project));
          now = bytes_of (project);
          g_assert_true (g_bytes_equal (now, states->pdata[i]));
        }
      bl_project_go_to_step (project, n / 2);
      {
        g_autoptr (GBytes) now = bytes_of (project);

        g_assert_true (g_bytes_equal (now, states->pdata[n / 2]));
      }
    }
}

static void
test_freed (void)
{
  BlProject *project = make_project ();
  BlLibrary *library;

  bl_project_begin (project, "Add");
  library = add_library (project, "City Library");
  bl_record_set_text (BL_RECORD (project), "title", "T");
  bl_project_commit (project);
  type_name (project, library, "Other");
  g_object_ref (library);
  bl_project_undo (project);
  bl_project_undo (project);
  g_assert_finalize_object (project);
  g_assert_null (bl_record_get_parent (BL_RECORD (library)));
  g_assert_finalize_object (library);
}

static void
test_typed_fields (void)
{
  g_autoptr (BlLibrary) library = bl_library_new (NULL);
  BlRecord *record = BL_RECORD (library);
  g_autoptr (GError) error = NULL;

  g_assert_true (bl_record_set_from_text (record, "postcode", "ne33hd", &error));
  g_assert_cmpstr (bl_record_get_text (record, "postcode"), ==, "NE3 3HD");
  g_assert_false (bl_record_set_from_text (record, "postcode", "Gosforth", &error));
  g_assert_nonnull (strstr (error->message, "postcode"));
  g_clear_error (&error);
  g_assert_cmpstr (bl_record_get_text (record, "postcode"), ==, "NE3 3HD");
  g_assert_true (bl_record_set_from_text (record, "uprn", "004510091960", &error));
  g_assert_cmpstr (bl_record_get_text (record, "uprn"), ==, "4510091960");
  g_assert_false (bl_record_set_from_text (record, "uprn", "4.51E+09", &error));
  g_clear_error (&error);
  g_assert_true (bl_record_set_from_text (record, "tuesday", "10.00-18.00", &error));
  g_assert_cmpstr (bl_record_get_text (record, "tuesday"), ==, "10:00-18:00");
  g_assert_false (bl_record_set_from_text (record, "type", "castle", &error));
  g_assert_nonnull (strstr (error->message, "static"));
  g_clear_error (&error);
  g_assert_true (bl_record_set_from_text (record, "running-cost", "120000.5", &error));
  g_assert_true (bl_record_set_from_text (record, "running-cost", "", &error));
  g_assert_false (bl_record_is_known (record, "running-cost"));
}

/* What is pasted whole from elsewhere: refused with a remedy, and at most as long as the reader takes back. */
static void
test_pasted (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("test");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autofree char *most = g_strnfill (BL_RECORD_MAX_TYPED, '"');
  g_autofree char *more = g_strconcat (most, "x", NULL);
  g_autoptr (BlRecordReading) reading = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bl_project_begin (project, "Paste");
  g_assert_false (bl_record_set_from_text (BL_RECORD (project), "sample-note", more, &error));
  g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "longer than a project may hold"));
  g_clear_error (&error);
  g_assert_true (bl_record_set_from_text (BL_RECORD (project), "sample-note", most, &error));
  g_assert_true (bl_record_set_from_text (BL_RECORD (project), "title", most, &error));
  bl_project_commit (project);
  bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  reading = bl_record_read (BL_TYPE_PROJECT, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "pasted", NULL,
                            &error);
  g_assert_no_error (error);
  g_assert_true (bl_record_equal (BL_RECORD (project), reading->root));
}

static void
test_week_hours (void)
{
  g_autoptr (BlLibrary) library = bl_library_new (NULL);
  BlRecord *record = BL_RECORD (library);
  double hours;

  g_assert_false (bl_library_get_week_hours (library, &hours));
  bl_record_set_real (record, "hours", 23);
  bl_record_set_text (record, "monday", "10:00-18:00");
  g_assert_true (bl_library_get_week_hours (library, &hours));
  g_assert_cmpfloat (hours, ==, 23); /* not all days are known */
  for (guint i = 1; i < 7; i++)
    bl_record_set_text (record, bl_library_days[i], "closed");
  g_assert_true (bl_library_get_week_hours (library, &hours));
  g_assert_cmpfloat (hours, ==, 8);
}

static void
test_operation_codes (void)
{
  static const struct
  {
    const char *code;
    BlOperation operation;
  } codes[] = { { "LA", BL_OPERATION_COUNCIL },     { "LAL", BL_OPERATION_COUNCIL },
                { "LAL-", BL_OPERATION_COUNCIL_UNSTAFFED }, { "lau", BL_OPERATION_COUNCIL_UNSTAFFED },
                { "CL", BL_OPERATION_COMMISSIONED }, { "C", BL_OPERATION_COMMISSIONED },
                { "CRL", BL_OPERATION_COMMUNITY },   { " CR ", BL_OPERATION_COMMUNITY },
                { "ICL", BL_OPERATION_INDEPENDENT }, { "", BL_OPERATION_UNKNOWN } };
  BlOperation operation;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_true (bl_operation_from_code (codes[i].code, &operation));
      g_assert_cmpint (operation, ==, codes[i].operation);
    }
  g_assert_false (bl_operation_from_code ("XYZ", &operation));
}

static void
test_service_names (void)
{
  g_autoptr (BlService) service = bl_service_new (NULL);

  bl_record_set_text (BL_RECORD (service), "name", "Newcastle City Council");
  bl_record_set_text (BL_RECORD (service), "code", "E08000021");
  bl_record_set_text (BL_RECORD (service), "other-names", "Newcastle upon Tyne; Newcastle");
  g_assert_true (bl_service_matches (service, "e08000021"));
  g_assert_true (bl_service_matches (service, " NEWCASTLE  city council"));
  g_assert_true (bl_service_matches (service, "Newcastle"));
  g_assert_false (bl_service_matches (service, "Newcastle-under-Lyme"));
  g_assert_false (bl_service_matches (service, ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/outside-transaction", test_outside_transaction);
  g_test_add_func ("/project/undo", test_undo);
  g_test_add_func ("/project/no-change", test_no_change);
  g_test_add_func ("/project/rollback", test_rollback);
  g_test_add_func ("/project/changed-while-out", test_changed_while_out);
  g_test_add_func ("/project/typing", test_typing);
  g_test_add_func ("/project/typing-in-new", test_typing_in_new);
  g_test_add_func ("/project/saved", test_saved);
  g_test_add_func ("/project/random-walk", test_random_walk);
  g_test_add_func ("/project/freed", test_freed);
  g_test_add_func ("/library/typed-fields", test_typed_fields);
  g_test_add_func ("/library/pasted", test_pasted);
  g_test_add_func ("/library/week-hours", test_week_hours);
  g_test_add_func ("/library/operation-codes", test_operation_codes);
  g_test_add_func ("/service/names", test_service_names);
  return g_test_run ();
}
