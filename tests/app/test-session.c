/* test-session.c: view state, and answers that follow the document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "edit.h"
#include "library-edit.h"

static void
count (gpointer object, gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_answers (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  const BlCatchments *catchments = bl_session_get_catchments (session, NULL);
  guint changes = 0;

  g_assert_nonnull (catchments);
  g_assert_cmpuint (catchments->n, ==, 2);
  g_assert_cmpfloat (catchments->items[0].population, ==, 300);
  g_assert_cmpfloat (catchments->items[1].population, ==, 700);
  g_assert_cmpfloat (catchments->items[1].within_mile, ==, 300);

  g_signal_connect (session, "facts-changed", G_CALLBACK (count), &changes);
  g_object_set (session, "statutory-only", TRUE, NULL);
  g_assert_cmpuint (changes, ==, 1);
  catchments = bl_session_get_catchments (session, NULL);
  g_assert_cmpuint (catchments->n, ==, 1);
  g_assert_cmpfloat (catchments->items[0].population, ==, 1000);
  g_object_set (session, "statutory-only", TRUE, NULL);
  g_assert_cmpuint (changes, ==, 1);

  /* B closes: its people go to A. */
  g_object_set (session, "statutory-only", FALSE, NULL);
  bl_library_edit_set_operation (session, bl_app_fixture_library (session, "B Library"), BL_OPERATION_UNKNOWN);
  g_assert_cmpuint (changes, ==, 3);
  catchments = bl_session_get_catchments (session, NULL);
  g_assert_cmpuint (catchments->n, ==, 1);
  g_assert_cmpfloat (catchments->items[0].population, ==, 1000);
  bl_project_undo (bl_session_get_project (session));
  g_assert_cmpuint (bl_session_get_catchments (session, NULL)->n, ==, 2);
}

/* What is changed carries the name in the preferences, and none where there is none. */
static void
test_author (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  GSettings *settings = bl_context_get_settings (context);
  BlRecord *library = BL_RECORD (bl_app_fixture_library (session, "B Library"));

  bl_edit_set (session, library, "postcode", "NE1 1AA", NULL);
  g_assert_null (bl_record_get_text (library, "changed-by"));
  g_settings_set_string (settings, "author-name", "A. Smith");
  bl_edit_set (session, library, "postcode", "NE1 1AB", NULL);
  g_assert_cmpstr (bl_record_get_text (library, "changed-by"), ==, "A. Smith");
  g_assert_nonnull (bl_record_get_text (library, "changed"));
  g_settings_reset (settings, "author-name");
}

static void
test_lacks (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_empty (context);
  const char *reason = NULL;

  g_assert_null (bl_session_get_catchments (session, &reason));
  g_assert_nonnull (reason);
  g_assert_nonnull (bl_session_get_facts (session));
  g_assert_cmpuint (bl_session_get_groups (session)->len, ==, 0);
  g_assert_cmpstr (bl_session_get_value (session), ==, "nearest");
}

static void
test_selection (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlLibrary *a = bl_app_fixture_library (session, "A Library");

  bl_session_set_library (session, bl_record_get_id (BL_RECORD (a)));
  bl_session_set_area (session, "E01000002");
  g_assert_cmpstr (bl_session_get_library (session), ==, bl_record_get_id (BL_RECORD (a)));

  /* What goes is picked no more; coming back does not pick it again. */
  bl_library_edit_remove (session, a);
  g_assert_null (bl_session_get_library (session));
  g_assert_cmpstr (bl_session_get_area (session), ==, "E01000002");
  bl_project_undo (bl_session_get_project (session));
  g_assert_null (bl_session_get_library (session));
  g_assert_true (bl_app_fixture_library (session, "A Library") == a);
}

static void
test_finalize (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  BlSession *session = bl_app_fixture_small (context);

  bl_session_get_catchments (session, NULL);
  g_assert_finalize_object (session);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/session/answers", test_answers);
  g_test_add_func ("/session/lacks", test_lacks);
  g_test_add_func ("/session/author", test_author);
  g_test_add_func ("/session/selection", test_selection);
  g_test_add_func ("/session/finalize", test_finalize);
  return g_test_run ();
}
