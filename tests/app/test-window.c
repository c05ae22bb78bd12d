/* test-window.c: start, open, edit, undo, save, close
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "app-fixture.h"
#include "application.h"
#include "edit.h"
#include "kept-card.h"
#include "library-edit.h"
#include "notice.h"
#include "places.h"
#include "recent.h"
#include "version-page.h"
#include "version.h"
#include "versions-dialog.h"
#include "window-private.h"

static BlApplication *application;

static BlWindow *
make_window (void)
{
  BlWindow *window
      = BL_WINDOW (bl_window_new (GTK_APPLICATION (application), bl_application_get_context (application)));

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

/* Nothing of ours may keep a window that was closed. */
static void
destroy (BlWindow *window)
{
  /* Nor may work wait for the next test. */
  if (bl_window_get_session (window) != NULL)
    bl_document_close (bl_session_get_document (bl_window_get_session (window)));
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  g_assert_finalize_object (window);
}

static void
give (BlWindow *window, BlSession *session)
{
  bl_window_take_document (window, bl_session_get_document (session));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

static GtkWidget *
find (BlWindow *window, GType type, const char *name)
{
  return bl_app_fixture_find (GTK_WIDGET (window), type, name);
}

static const char *
get_state (BlWindow *window)
{
  return adw_window_title_get_subtitle (ADW_WINDOW_TITLE (find (window, ADW_TYPE_WINDOW_TITLE, "project_title")));
}

static void
test_start (void)
{
  BlWindow *window = make_window ();

  g_assert_true (bl_window_is_free (window));
  g_assert_null (bl_window_get_session (window));
  bl_app_fixture_assert_named (GTK_WIDGET (window));
  /* Without a project these do nothing. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-map", NULL);
  destroy (window);
}

static void
test_pages (void)
{
  static const char *const names[] = { "overview", "libraries", "map" };
  BlWindow *window = make_window ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (bl_application_get_context (application));

  give (window, session);
  g_assert_false (bl_window_is_free (window));
  g_assert_cmpstr (bl_workspace_get_page_name (bl_window_get_workspace (window)), ==, "overview");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *action = g_strconcat ("win.show-", names[i], NULL);
      g_autofree char *number = g_strdup_printf ("win.page-%u", i + 1);

      gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
      g_assert_cmpstr (bl_workspace_get_page_name (bl_window_get_workspace (window)), ==, names[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      bl_app_fixture_assert_named (GTK_WIDGET (window));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-overview", NULL);
      gtk_widget_activate_action (GTK_WIDGET (window), number, NULL);
      g_assert_cmpstr (bl_workspace_get_page_name (bl_window_get_workspace (window)), ==, names[i]);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-table", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-pane", NULL);
  destroy (window);
}

static void
test_undo (void)
{
  BlWindow *window = make_window ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (bl_application_get_context (application));
  GtkWidget *undo;
  BlLibrary *gosforth;

  give (window, session);
  g_assert_cmpstr (get_state (window), ==, "Not saved yet");
  gosforth = bl_app_fixture_library (session, "Gosforth Library");
  undo = find (window, GTK_TYPE_BUTTON, "undo_button");
  g_assert_true (bl_edit_set (bl_window_get_session (window), BL_RECORD (gosforth), "name", "Gosforth", NULL));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo Change name of Gosforth Library");
  g_assert_true (g_str_has_prefix (get_state (window), "Unsaved changes"));
  g_assert_true (gtk_widget_get_sensitive (undo));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (gosforth), "name"), ==, "Gosforth Library");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (gosforth), "name"), ==, "Gosforth");
  destroy (window);
}

static gboolean
has_session (gpointer data)
{
  return bl_window_get_session (data) != NULL;
}

static gboolean
is_saved (gpointer data)
{
  return g_str_has_prefix (get_state (data), "Saved");
}

static void
test_save_and_open (void)
{
  BlWindow *window = make_window (), *again = make_window ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (bl_application_get_context (application));
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "newcastle.branchline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), parent = g_file_new_for_path (folder);
  g_autoptr (GBytes) saved = NULL, read = NULL;
  g_autoptr (GError) error = NULL;
  BlDocument *document = bl_session_get_document (session);
  g_autoptr (GDateTime) now = bl_clock_now (bl_context_get_clock (bl_application_get_context (application)));
  g_autoptr (GDateTime) local = g_date_time_to_local (now);
  g_autofree char *state = g_date_time_format (local, "Saved %H:%M");

  g_assert_true (bl_document_save (document, path, &error));
  g_assert_no_error (error);
  give (window, session);
  g_assert_cmpstr (get_state (window), ==, state);
  bl_library_edit_set_statutory (bl_window_get_session (window),
                                 bl_app_fixture_library (session, "Gosforth Library"), FALSE);
  g_assert_true (g_str_has_prefix (get_state (window), "Unsaved changes"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  bl_app_fixture_wait (is_saved, window);
  g_assert_cmpstr (get_state (window), ==, state);
  saved = bl_app_fixture_bytes (session);

  bl_window_open (again, file);
  g_assert_false (bl_window_is_free (again));
  bl_app_fixture_wait (has_session, again);
  read = bl_app_fixture_bytes (bl_window_get_session (again));
  g_assert_true (g_bytes_equal (saved, read));
  destroy (window);
  destroy (again);
  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_true (g_file_delete (parent, NULL, &error));
}

static gboolean
is_free (gpointer data)
{
  return bl_window_is_free (data);
}

/* The question that stands over @window. */
static GtkWindow *
find_dialog (BlWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

static void
test_bad_file (void)
{
  BlWindow *window = make_window ();
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;
  int fd = g_file_open_tmp ("bad-XXXXXX.branchline", &path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (fd, &error));
  g_assert_true (g_file_set_contents (path, "<project xmlns='urn:branchline:project:1' version='1.0'>", -1, &error));
  file = g_file_new_for_path (path);
  bl_window_open (window, file);
  bl_app_fixture_wait (is_free, window);
  dialog = find_dialog (window);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_cmpuint (strlen (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog))), >, 20);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
  bl_app_fixture_settle ();
  destroy (window);
  g_assert_true (g_file_delete (file, NULL, &error));
}

static gboolean
is_kept (gpointer data)
{
  return g_strcmp0 (get_state (data), "Unsaved changes kept safe") == 0;
}

/* What the journal holds is no question: the work waits on the start page. */
static void
test_close_unsaved (void)
{
  BlWindow *window = make_window ();
  g_autoptr (BlSession) session = bl_app_fixture_small (bl_application_get_context (application));
  GtkWidget *card;

  give (window, session);
  bl_library_edit_add (bl_window_get_session (window));
  bl_app_fixture_wait (is_kept, window);
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_null (find_dialog (window));
  bl_app_fixture_settle ();
  g_assert_finalize_object (window);
  g_clear_object (&session);

  window = make_window ();
  card = find (window, BL_TYPE_KEPT_CARD, NULL);
  g_assert_nonnull (card);
  g_assert_cmpstr (bl_kept_card_get_work (BL_KEPT_CARD (card))->title, ==, "Small place");
  bl_app_fixture_assert_named (GTK_WIDGET (window));
  gtk_widget_activate_action (card, "kept.take-back", NULL);
  bl_app_fixture_wait (has_session, window);
  g_assert_cmpuint (g_list_model_get_n_items (
                        bl_project_get_libraries (bl_session_get_project (bl_window_get_session (window)))),
                    ==, 4);
  g_assert_cmpstr (get_state (window), ==, "Unsaved changes kept safe");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (
                        bl_project_get_libraries (bl_session_get_project (bl_window_get_session (window)))),
                    ==, 3);
  destroy (window);
}

static gboolean
has_notice (gpointer data)
{
  return find (data, BL_TYPE_NOTICE, NULL) != NULL;
}

/* Somebody else wrote what is no project: it is left alone and another place offered. */
static void
test_changed_underneath (void)
{
  BlWindow *window = make_window ();
  g_autoptr (BlSession) session = bl_app_fixture_small (bl_application_get_context (application));
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "small.branchline", NULL), *there = NULL;
  g_autoptr (GError) error = NULL;
  BlNotice *notice;

  g_assert_true (bl_document_save (bl_session_get_document (session), path, &error));
  give (window, session);
  bl_library_edit_add (bl_window_get_session (window));
  g_assert_true (g_file_set_contents (path, "somebody else's", -1, &error));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  bl_app_fixture_wait (has_notice, window);
  notice = BL_NOTICE (find (window, BL_TYPE_NOTICE, NULL));
  g_assert_cmpstr (bl_notice_get_title (notice), ==, "The file was changed and cannot be read");
  bl_app_fixture_assert_named (GTK_WIDGET (window));
  bl_app_fixture_settle ();
  g_assert_true (g_file_get_contents (path, &there, NULL, &error));
  g_assert_cmpstr (there, ==, "somebody else's");
  g_assert_true (g_str_has_prefix (get_state (window), "Unsaved changes"));
  destroy (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

/* The folder went away: said in the window, and the work is still there to be saved. */
static void
test_save_fails (void)
{
  BlWindow *window = make_window ();
  g_autoptr (BlSession) session = bl_app_fixture_small (bl_application_get_context (application));
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "small.branchline", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bl_document_save (bl_session_get_document (session), path, &error));
  give (window, session);
  bl_library_edit_add (bl_window_get_session (window));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  bl_app_fixture_wait (has_notice, window);
  g_assert_cmpstr (bl_notice_get_title (BL_NOTICE (find (window, BL_TYPE_NOTICE, NULL))), ==,
                   "The project could not be saved there");
  g_assert_null (find_dialog (window));
  bl_app_fixture_wait (is_kept, window);

  /* Back again: the same button saves, and the card goes. */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  bl_app_fixture_wait (is_saved, window);
  g_assert_false (has_notice (window));
  destroy (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static gboolean
action_is_on (BlWindow *window, const char *name)
{
  GtkWidget *button = gtk_button_new ();
  gboolean on;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
  bl_workspace_add_notice (bl_window_get_workspace (window), button);
  on = gtk_widget_get_sensitive (button);
  bl_workspace_remove_notice (bl_window_get_workspace (window), button);
  return on;
}

/* Made by a newer Branchline: a card says why nothing can be changed, and nothing can. */
static void
test_newer (void)
{
  BlWindow *window = make_window ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "data", "plan-2.0.branchline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *before = NULL, *after = NULL;
  const char *body;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  bl_window_open (window, file);
  bl_app_fixture_wait (has_session, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpstr (bl_notice_get_title (BL_NOTICE (find (window, BL_TYPE_NOTICE, NULL))), ==,
                   "Made by a newer Branchline: to be looked at only");
  body = bl_notice_get_body (BL_NOTICE (find (window, BL_TYPE_NOTICE, NULL)));
  g_assert_nonnull (strstr (body, "Save as are off"));
  g_assert_cmpstr (get_state (window), ==, "Opened for reading only");
  g_assert_false (bl_session_get_editable (bl_window_get_session (window)));
  g_assert_false (action_is_on (window, "win.save"));
  g_assert_false (action_is_on (window, "win.save-as"));
  g_assert_false (action_is_on (window, "win.save-copy"));
  g_assert_false (action_is_on (window, "win.import"));
  g_assert_false (action_is_on (window, "win.mark-version"));
  g_assert_null (find_dialog (window));
  bl_app_fixture_assert_named (GTK_WIDGET (window));
  destroy (window);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_settings_reset (bl_context_get_settings (bl_application_get_context (application)), "recent");
}

static GtkWindow *
find_dialog_of (BlWindow *window, GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) each = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (each, type) && gtk_window_get_transient_for (each) == GTK_WINDOW (window))
        return each; /* the list holds it */
    }
  return NULL;
}

static gboolean
versions_are_settled (gpointer dialog)
{
  return bl_versions_dialog_is_settled (dialog);
}

static gboolean
has_two_projects (gpointer data)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    n += BL_IS_WINDOW (l->data) && bl_window_get_session (l->data) != NULL;
  return n == 2;
}

/* Opened beside from the list: a window of its own that says what it is; the
 * other goes on. Both go their own way. */
static void
test_versions (void)
{
  BlWindow *window = make_window (), *other = NULL;
  g_autoptr (BlSession) session = bl_app_fixture_small (bl_application_get_context (application));
  GtkWindow *dialog;

  give (window, session);
  g_assert_nonnull (bl_version_mark (bl_session_get_project (session), "Draft", NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-versions", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-versions", NULL); /* one is enough */
  dialog = find_dialog_of (window, BL_TYPE_VERSIONS_DIALOG);
  bl_app_fixture_wait (versions_are_settled, dialog);
  gtk_widget_activate_action (bl_app_fixture_find (GTK_WIDGET (dialog), BL_TYPE_VERSION_PAGE, NULL),
                              "version.open-beside", NULL);
  bl_app_fixture_wait (has_two_projects, NULL);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (BL_IS_WINDOW (l->data) && l->data != window)
      other = l->data;
  gtk_test_widget_wait_for_draw (GTK_WIDGET (other));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (other)), ==, "Small place as it was, “Draft” – Branchline");
  g_assert_cmpstr (get_state (other), ==, "“Draft”");
  g_assert_cmpstr (bl_notice_get_title (BL_NOTICE (find (other, BL_TYPE_NOTICE, NULL))), ==,
                   "An earlier state, to be looked at: “Draft”");
  g_assert_false (action_is_on (other, "win.show-versions"));
  g_assert_false (action_is_on (other, "win.import"));
  destroy (other);
  /* Another project in the window: the list of the one before goes. */
  {
    g_autoptr (BlSession) next = bl_app_fixture_empty (bl_application_get_context (application));

    give (window, next);
  }
  bl_app_fixture_settle ();
  g_assert_null (find_dialog_of (window, BL_TYPE_VERSIONS_DIALOG));
  destroy (window);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Without anybody’s name, and the project in the window keeps its own. */
static void
test_copy (void)
{
  BlWindow *window = make_window ();
  BlContext *context = bl_application_get_context (application);
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlRecord *library = BL_RECORD (bl_app_fixture_library (session, "A Library"));
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "copy.branchline", NULL), *text = NULL;

  g_settings_set_string (bl_context_get_settings (context), "author-name", "Jo Bell");
  give (window, session);
  g_assert_true (bl_edit_set (bl_window_get_session (window), library, "name", "Library of A", NULL));
  g_assert_nonnull (bl_version_mark (bl_session_get_project (session), "Draft", NULL, NULL));
  bl_window_write_copy (window, path);
  bl_app_fixture_wait (is_there, path);
  bl_app_fixture_settle ();
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Library of A"));
  g_assert_null (strstr (text, "Jo Bell"));
  g_assert_null (strstr (text, "changed-by"));
  g_assert_cmpstr (bl_record_get_text (library, "changed-by"), ==, "Jo Bell");
  g_assert_true (bl_project_get_modified (bl_session_get_project (session)));
  g_settings_reset (bl_context_get_settings (context), "author-name");
  destroy (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static void
test_sample (void)
{
  BlWindow *window = make_window ();
  g_autofree char *sample = bl_places_find_data ("sample/newcastle.branchline");

  if (sample == NULL)
    {
      destroy (window);
      g_test_skip ("there is no sample");
      return;
    }
  bl_window_open_sample (window);
  bl_app_fixture_wait (has_session, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpstr (get_state (window), ==, "Sample project");
  g_assert_null (bl_document_get_path (bl_session_get_document (bl_window_get_session (window))));
  destroy (window);
}

/* The list of projects opened last, and each of them a way in. */
static void
test_recent (void)
{
  BlContext *context = bl_application_get_context (application);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  BlWindow *window;
  GtkListBox *list;

  g_assert_true (g_close (g_file_open_tmp ("Somerset review-XXXXXX.branchline", &path, NULL), NULL));
  file = g_file_new_for_path (path);
  bl_recent_add (context, file);
  window = make_window ();
  list = GTK_LIST_BOX (find (window, GTK_TYPE_LIST_BOX, "recent_list"));
  g_assert_true (gtk_widget_get_visible (find (window, GTK_TYPE_BOX, "recent_part")));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));
  bl_app_fixture_assert_named (GTK_WIDGET (window));
  destroy (window);
  g_settings_reset (bl_context_get_settings (context), "recent");
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
in_one_dress (void)
{
  static const int widths[] = { 1280, 900, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      BlWindow *window = BL_WINDOW (bl_window_new (GTK_APPLICATION (application),
                                                   bl_application_get_context (application)));
      g_autoptr (BlSession) session = bl_app_fixture_newcastle (bl_application_get_context (application));

      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 700);
      gtk_window_present (GTK_WINDOW (window));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      give (window, session);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-libraries", NULL);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      destroy (window);
    }
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (in_one_dress);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  bl_app_fixture_init (&argc, &argv);
  application = bl_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_application_hold (G_APPLICATION (application));
  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/save-and-open", test_save_and_open);
  g_test_add_func ("/window/bad-file", test_bad_file);
  g_test_add_func ("/window/close-unsaved", test_close_unsaved);
  g_test_add_func ("/window/changed-underneath", test_changed_underneath);
  g_test_add_func ("/window/save-fails", test_save_fails);
  g_test_add_func ("/window/newer", test_newer);
  g_test_add_func ("/window/versions", test_versions);
  g_test_add_func ("/window/copy", test_copy);
  g_test_add_func ("/window/sample", test_sample);
  g_test_add_func ("/window/recent", test_recent);
  g_test_add_func ("/window/dresses", test_dresses);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
