/* test-versions-dialog.c: marking versions, looking at them, bringing back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "app-fixture.h"
#include "backups.h"
#include "edit.h"
#include "mark-dialog.h"
#include "record-xml.h"
#include "version-page.h"
#include "version.h"
#include "versions-dialog.h"

static GtkListBox *
get_list (GtkWidget *dialog, const char *name)
{
  return GTK_LIST_BOX (bl_app_fixture_find (dialog, GTK_TYPE_LIST_BOX, name));
}

static gboolean
is_settled (gpointer dialog)
{
  return bl_versions_dialog_is_settled (dialog);
}

static const char *
get_shown (GtkWidget *dialog)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (bl_app_fixture_find (dialog, GTK_TYPE_STACK, "stack")));
}

static void
tick (GtkWidget *dialog, int position)
{
  GtkWidget *page = bl_app_fixture_find (dialog, BL_TYPE_VERSION_PAGE, NULL);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (page, "things"), position);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (bl_app_fixture_find (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
}

static GtkWidget *
make_dialog (BlSession *session)
{
  GtkWidget *dialog = g_object_ref (bl_versions_dialog_new (NULL, session));

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  bl_app_fixture_wait (is_settled, dialog);
  bl_app_fixture_assert_named (dialog);
  return dialog;
}

/* What reads in a thread for the dialog has let go of it. */
static gboolean
is_let_go (gpointer dialog)
{
  return G_OBJECT (dialog)->ref_count == 1;
}

static void
drop_dialog (GtkWidget *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  bl_app_fixture_settle ();
  bl_app_fixture_wait (is_let_go, dialog);
  g_assert_finalize_object (dialog);
}

static void
test_empty (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  GtkWidget *dialog = make_dialog (session);

  g_assert_cmpstr (get_shown (dialog), ==, "empty");
  g_assert_nonnull (bl_version_mark (bl_session_get_project (session), "Draft", NULL, NULL));
  bl_app_fixture_wait (is_settled, dialog);
  g_assert_cmpstr (get_shown (dialog), ==, "versions");
  drop_dialog (dialog);
}

/* A is renamed, B is gone, D is new: A and B can be brought back, D was not there. */
static void
test_bring_back (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlRecord *a = BL_RECORD (bl_app_fixture_library (session, "A Library"));
  g_autoptr (BlLibrary) added = bl_library_new (NULL);
  g_autoptr (GBytes) before = NULL, after = NULL;
  GtkWidget *dialog, *page;
  BlVersionRow *row;
  GtkListBoxRow *gone, *new;

  g_assert_nonnull (bl_version_mark (project, "Consultation draft", "Sent to all", NULL));
  bl_project_begin (project, "Change");
  bl_record_set_text (a, "name", "Library of A");
  bl_project_delete (project, BL_RECORD (bl_app_fixture_library (session, "B Library")));
  bl_record_set_text (BL_RECORD (added), "name", "D Library");
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (added));
  bl_project_commit (project);
  before = bl_app_fixture_bytes (session);

  dialog = make_dialog (session);
  page = bl_app_fixture_find (dialog, BL_TYPE_VERSION_PAGE, NULL);
  row = BL_VERSION_ROW (gtk_list_box_get_row_at_index (get_list (dialog, "list"), 0));
  g_assert_cmpstr (bl_version_row_get_title (row), ==, "“Consultation draft”");
  g_assert_cmpstr (bl_version_row_get_changes (row)->line, ==, "1 library changed, 1 added, 1 removed");
  new = gtk_list_box_get_row_at_index (get_list (page, "things"), 1);
  gone = gtk_list_box_get_row_at_index (get_list (page, "things"), 2);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (new)), ==, "D Library");
  g_assert_null (bl_app_fixture_find (GTK_WIDGET (new), GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gone)), ==, "B Library");

  tick (dialog, 0);
  tick (dialog, 2);
  gtk_widget_activate_action (page, "version.bring-back", NULL);
  bl_app_fixture_wait (is_settled, dialog);
  g_assert_cmpstr (bl_record_get_text (a, "name"), ==, "A Library");
  g_assert_nonnull (bl_app_fixture_library (session, "B Library"));
  g_assert_nonnull (bl_app_fixture_library (session, "D Library"));
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Bring back 2 things from “Consultation draft”");
  g_assert_cmpstr (bl_version_row_get_changes (row)->line, ==, "1 library added");
  g_assert_true (bl_project_undo (project));
  after = bl_app_fixture_bytes (session);
  g_assert_true (g_bytes_equal (before, after));
  bl_app_fixture_wait (is_settled, dialog);
  g_assert_cmpstr (bl_version_row_get_changes (row)->line, ==, "1 library changed, 1 added, 1 removed");
  /* One thing is called by its name. */
  tick (dialog, 0);
  gtk_widget_activate_action (page, "version.bring-back", NULL);
  bl_app_fixture_wait (is_settled, dialog);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Bring back Library of A from “Consultation draft”");
  drop_dialog (dialog);
}

static void
on_open_beside (GtkWidget *dialog, BlDocument *document, const char *what, BlDocument **opened)
{
  g_assert_cmpstr (what, ==, "“Draft”");
  g_set_object (opened, document);
}

static gboolean
is_set (gpointer place)
{
  return *(gpointer *) place != NULL;
}

/* What is opened beside can be looked at and not changed. */
static void
test_beside (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context), other = NULL;
  BlProject *project = bl_session_get_project (session);
  g_autoptr (BlDocument) opened = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;
  BlRecord *library;

  g_assert_nonnull (bl_version_mark (project, "Draft", NULL, NULL));
  bl_edit_set (session, BL_RECORD (bl_app_fixture_library (session, "A Library")), "name", "Other", NULL);
  dialog = make_dialog (session);
  g_signal_connect (dialog, "open-beside", G_CALLBACK (on_open_beside), &opened);
  gtk_widget_activate_action (bl_app_fixture_find (dialog, BL_TYPE_VERSION_PAGE, NULL), "version.open-beside", NULL);
  bl_app_fixture_wait (is_set, &opened);
  drop_dialog (dialog);
  other = bl_session_new (context, opened);
  library = BL_RECORD (bl_app_fixture_library (other, "A Library"));
  g_assert_nonnull (library);
  g_assert_false (bl_session_get_editable (other));
  g_assert_false (bl_edit_set (other, library, "name", "Else", &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY);
  g_assert_cmpstr (bl_record_get_text (library, "name"), ==, "A Library");
}

/* Changed outside, it says so and offers nothing; a good one beside it still does. */
static void
test_broken (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlVersion *version = bl_version_mark (project, "Draft", NULL, NULL);
  const char *const lines[] = { "<project/>" };
  g_autoptr (BlTable) content = bl_table_new_texts (lines, 1);
  GtkWidget *dialog, *page;
  BlVersionRow *row;

  g_assert_nonnull (bl_version_mark (project, "Good", NULL, NULL));
  bl_project_begin (project, "By hand");
  bl_record_set_table (BL_RECORD (version), "content", content);
  bl_project_commit (project);
  dialog = make_dialog (session);
  page = bl_app_fixture_find (dialog, BL_TYPE_VERSION_PAGE, NULL);
  /* Marked at the same moment: the later one first. */
  row = BL_VERSION_ROW (gtk_list_box_get_row_at_index (get_list (dialog, "list"), 1));
  g_assert_nonnull (bl_version_row_get_error (row));
  gtk_list_box_select_row (get_list (dialog, "list"), GTK_LIST_BOX_ROW (row));
  bl_app_fixture_settle ();
  g_assert_cmpstr (get_shown (page), ==, "wrong");
  g_assert_nonnull (bl_version_row_get_changes (
      BL_VERSION_ROW (gtk_list_box_get_row_at_index (get_list (dialog, "list"), 0))));
  drop_dialog (dialog);
}

/* The states a save kept stand in the list too, and only in it. */
static void
test_backups (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  g_autofree char *folder = bl_backups_get_folder (bl_record_get_id (BL_RECORD (project)));
  g_autoptr (GBytes) bytes = bl_app_fixture_bytes (session);
  g_autoptr (GPtrArray) backups = NULL;
  GtkWidget *dialog;
  BlVersionRow *row;

  /* In local time, which is summer time; the clock of the tests is not. */
  g_assert_true (bl_backups_keep (folder, "2026-04-15-235900", NULL, bytes, NULL));
  bl_edit_set (session, BL_RECORD (bl_app_fixture_library (session, "A Library")), "name", "Other", NULL);
  backups = bl_backups_list (bl_record_get_id (BL_RECORD (project)));
  dialog = make_dialog (session);
  row = BL_VERSION_ROW (gtk_list_box_get_row_at_index (get_list (dialog, "list"), 0));
  g_assert_cmpstr (bl_version_row_get_title (row), ==, "15 April, 22:59");
  g_assert_cmpstr (bl_version_row_get_changes (row)->line, ==, "1 library changed");
  drop_dialog (dialog);
  g_assert_cmpint (g_unlink (((BlBackup *) backups->pdata[0])->path), ==, 0);
}

static gboolean
is_closed (gpointer dialog)
{
  return !gtk_widget_get_visible (dialog);
}

static gboolean
has_problem (gpointer dialog)
{
  return gtk_widget_get_visible (bl_app_fixture_find (dialog, GTK_TYPE_LABEL, "problem"));
}

static void
test_mark (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  GListModel *versions = bl_project_get_versions (project);
  g_autoptr (BlRecord) version = NULL;

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *dialog = g_object_ref (bl_mark_dialog_new (NULL, session));
      GtkEditable *name = GTK_EDITABLE (bl_app_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "name"));
      GtkWidget *button = bl_app_fixture_find (dialog, GTK_TYPE_BUTTON, "mark_button");

      gtk_window_present (GTK_WINDOW (dialog));
      gtk_test_widget_wait_for_draw (dialog);
      bl_app_fixture_assert_named (dialog);
      g_assert_false (gtk_widget_get_sensitive (button)); /* without a name */
      if (i == 0)
        {
          gtk_widget_activate_action (dialog, "mark.draft", NULL);
          g_assert_cmpstr (gtk_editable_get_text (name), ==, "Consultation draft");
          gtk_editable_set_text (GTK_EDITABLE (bl_app_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "note")), "To all");
        }
      else
        gtk_editable_set_text (name, "consultation  DRAFT"); /* taken: people would call it the same */
      gtk_widget_activate_action (dialog, "mark.mark", NULL);
      if (i == 0)
        bl_app_fixture_wait (is_closed, dialog);
      else
        {
          bl_app_fixture_wait (has_problem, dialog);
          gtk_editable_set_text (name, "Decision day");
          g_assert_false (has_problem (dialog));
          gtk_window_destroy (GTK_WINDOW (dialog));
        }
      bl_app_fixture_settle ();
      bl_app_fixture_wait (is_let_go, dialog);
      g_assert_finalize_object (dialog);
    }
  g_assert_cmpuint (g_list_model_get_n_items (versions), ==, 1);
  version = g_list_model_get_item (versions, 0);
  g_assert_cmpstr (bl_record_get_text (version, "note"), ==, "To all");
  g_assert_true (bl_version_check (BL_VERSION (version), NULL));
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Mark version “Consultation draft”");
}

static void
test_dresses_once (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  GtkWidget *dialog;

  g_assert_nonnull (bl_version_mark (bl_session_get_project (session), "Draft", NULL, NULL));
  bl_edit_set (session, BL_RECORD (bl_app_fixture_library (session, "Gosforth Library")), "name", "Gosforth", NULL);
  dialog = make_dialog (session);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 400);
  gtk_test_widget_wait_for_draw (dialog);
  drop_dialog (dialog);
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (test_dresses_once);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("branchline-versions-XXXXXX", NULL);

  /* The same seed gives the same ids: no other test's backups. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/versions-dialog/empty", test_empty);
  g_test_add_func ("/versions-dialog/bring-back", test_bring_back);
  g_test_add_func ("/versions-dialog/beside", test_beside);
  g_test_add_func ("/versions-dialog/broken", test_broken);
  g_test_add_func ("/versions-dialog/backups", test_backups);
  g_test_add_func ("/versions-dialog/mark", test_mark);
  g_test_add_func ("/versions-dialog/dresses", test_dresses);
  return g_test_run ();
}
