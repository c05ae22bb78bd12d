/* test-edit.c: every page's every edit can be undone, to the same bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "edit.h"
#include "library-edit.h"

static void
on_announced (BlSession *session, const char *done, char **last)
{
  g_free (*last);
  *last = g_strdup (done);
}

static void
test_text (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlRecord *a = BL_RECORD (bl_app_fixture_library (session, "A Library"));
  g_autoptr (GBytes) before = bl_app_fixture_bytes (session), after = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  guint steps = g_list_model_get_n_items (bl_project_get_history (project));

  g_signal_connect (session, "announced", G_CALLBACK (on_announced), &said);
  /* Typing is one step. */
  g_assert_true (bl_edit_set (session, a, "name", "A", &error));
  g_assert_true (bl_edit_set (session, a, "name", "Al", &error));
  g_assert_true (bl_edit_set (session, a, "name", "Albert Library", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, steps + 1);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Change name of A Library");
  g_assert_cmpstr (said, ==, "Name of Albert Library changed");
  /* Another field, and the same after the focus left, are steps of their own. */
  g_assert_true (bl_edit_set (session, a, "postcode", "NE3 3HD", &error));
  bl_edit_end (session);
  g_assert_true (bl_edit_set (session, a, "postcode", "NE3 3HE", &error));
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, steps + 3);
  after = bl_app_fixture_bytes (session);
  g_assert_false (g_bytes_equal (before, after));
  for (guint i = 0; i < 3; i++)
    g_assert_true (bl_project_undo (project));
  undone = bl_app_fixture_bytes (session);
  g_assert_true (g_bytes_equal (before, undone));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *typed;
    double value; /* negative: refused */
  } cases[] = {
    { "1234", 1234 },     { "1,234", 1234 },  { "£12,345.50", 12345.5 }, { " 18.5 ", 18.5 }, { "18,5", 18.5 },
    { "18,50", 18.5 },    { "29,199", 29199 }, { "1,2,3", -1 },          { "about 5", -1 }, { "12.5.1", -1 },
    { "1 000 000,5,", -1 },
  };
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlRecord *a = BL_RECORD (bl_app_fixture_library (session, "A Library"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) before = bl_app_fixture_bytes (session), after = NULL;
      double value;

      if (cases[i].value >= 0)
        {
          g_assert_true (bl_edit_set (session, a, "hours", cases[i].typed, &error));
          g_assert_no_error (error);
          g_assert_true (bl_record_get_real (a, "hours", &value));
          g_assert_cmpfloat (value, ==, cases[i].value);
          continue;
        }
      g_assert_false (bl_edit_set (session, a, "hours", cases[i].typed, &error));
      g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER);
      g_assert_nonnull (strstr (error->message, cases[i].typed));
      after = bl_app_fixture_bytes (session);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_false (bl_project_in_transaction (bl_session_get_project (session)));
    }
  g_assert_true (bl_edit_set (session, a, "hours", "", NULL));
  g_assert_false (bl_record_is_known (a, "hours"));
}

static void
test_no_change (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlRecord *a = BL_RECORD (bl_app_fixture_library (session, "A Library"));
  g_autofree char *said = NULL;
  guint steps = g_list_model_get_n_items (bl_project_get_history (project));

  g_signal_connect (session, "announced", G_CALLBACK (on_announced), &said);
  g_assert_true (bl_edit_set (session, a, "name", "A Library", NULL));
  bl_library_edit_set_statutory (session, BL_LIBRARY (a), TRUE);
  g_assert_null (said);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, steps);
}

static void
test_libraries (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  g_autoptr (GBytes) before = bl_app_fixture_bytes (session), undone = NULL;
  g_autofree char *said = NULL;
  BlLibrary *added;

  g_signal_connect (session, "announced", G_CALLBACK (on_announced), &said);
  added = bl_library_edit_add (session);
  g_assert_cmpstr (bl_session_get_library (session), ==, bl_record_get_id (BL_RECORD (added)));
  g_assert_true (bl_library_is_open (added, 2023));
  g_assert_true (bl_library_is_statutory (added, 2023));
  g_assert_cmpstr (said, ==, "New library 4 added");
  bl_library_edit_set_operation (session, added, BL_OPERATION_COMMUNITY);
  g_assert_cmpint (bl_library_get_operation (added, 2023), ==, BL_OPERATION_COMMUNITY);
  bl_library_edit_set_statutory (session, added, FALSE);
  g_assert_false (bl_library_is_statutory (added, 2023));
  bl_library_edit_remove (session, added);
  g_assert_cmpstr (said, ==, "New library 4 removed");
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Remove New library 4");
  for (guint i = 0; i < 4; i++)
    g_assert_true (bl_project_undo (project));
  undone = bl_app_fixture_bytes (session);
  g_assert_true (g_bytes_equal (before, undone));
}

/* In a project where no year is known, this year counts. */
static void
test_first_library (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_empty (context);
  BlLibrary *library = bl_library_edit_add (session);

  g_assert_cmpint (bl_project_get_effective_year (bl_session_get_project (session)), ==, 2026);
  g_assert_true (bl_library_is_open (library, 2026));
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/edit/text", test_text);
  g_test_add_func ("/edit/numbers", test_numbers);
  g_test_add_func ("/edit/no-change", test_no_change);
  g_test_add_func ("/edit/libraries", test_libraries);
  g_test_add_func ("/edit/first-library", test_first_library);
  return g_test_run ();
}
