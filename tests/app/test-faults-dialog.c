/* test-faults-dialog.c: a file with faults says so, and what can be read opens as a copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "app-fixture.h"
#include "application.h"
#include "faults-dialog.h"
#include "window.h"

static BlApplication *application;

/* The easting on line 6 is no number. */
static const char faulty[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<project xmlns=\"urn:branchline:project:1\" version=\"1.0\" id=\"project-aaaaaaaaaa\"\n"
                             "  title=\"Faulty\">\n"
                             "  <libraries>\n"
                             "    <library id=\"library-bbbbbbbbbb\" name=\"Good Library\" easting=\"420000\" northing=\"560000\"/>\n"
                             "    <library id=\"library-cccccccccc\" name=\"Odd Library\" easting=\"far\" northing=\"561000\"/>\n"
                             "  </libraries>\n"
                             "</project>\n";

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (BL_IS_FAULTS_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static BlWindow *
open_text (const char *text, char **path)
{
  BlWindow *window
      = BL_WINDOW (bl_window_new (GTK_APPLICATION (application), bl_application_get_context (application)));
  g_autoptr (GFile) file = NULL;

  g_assert_true (g_close (g_file_open_tmp ("faulty-XXXXXX.branchline", path, NULL), NULL));
  g_assert_true (g_file_set_contents (*path, text, -1, NULL));
  file = g_file_new_for_path (*path);
  gtk_window_present (GTK_WINDOW (window));
  bl_window_open (window, file);
  bl_app_fixture_wait (has_dialog, NULL);
  return window;
}

static BlWindow *
open_faulty (char **path)
{
  return open_text (faulty, path);
}

static void
destroy (BlWindow *window, GtkWidget *dialog, const char *path)
{
  g_autofree char *after = NULL;

  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  g_assert_finalize_object (dialog);
  g_assert_finalize_object (window);
  /* The file is what it was. */
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, faulty);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_copy (void)
{
  g_autofree char *path = NULL;
  BlWindow *window = open_faulty (&path);
  GtkWidget *dialog = g_object_ref (find_dialog ());
  GtkListBox *list = GTK_LIST_BOX (bl_app_fixture_find (dialog, GTK_TYPE_LIST_BOX, "list"));
  AdwActionRow *row;
  BlSession *session;
  BlLibrary *odd;

  gtk_test_widget_wait_for_draw (dialog);
  bl_app_fixture_assert_named (dialog);
  row = ADW_ACTION_ROW (gtk_list_box_get_row_at_index (list, 0));
  g_assert_nonnull (row);
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Line 6 · Odd Library · easting");
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "far"));
  /* Nothing is open before it is asked for. */
  g_assert_null (bl_window_get_session (window));

  g_signal_emit_by_name (bl_app_fixture_find (dialog, GTK_TYPE_BUTTON, "open_copy"), "clicked");
  session = bl_window_get_session (window);
  g_assert_nonnull (session);
  g_assert_null (bl_document_get_path (bl_session_get_document (session)));
  odd = bl_app_fixture_library (session, "Odd Library");
  g_assert_false (bl_record_is_known (BL_RECORD (odd), "easting"));
  g_assert_true (bl_record_is_known (BL_RECORD (odd), "northing"));
  destroy (window, dialog, path);
}

/* A mail that broke off: what stands before is there. */
static void
test_cut_off (void)
{
  const char *end = strstr (faulty, "    <library id=\"library-cc");
  g_autofree char *text = g_strndup (faulty, end - faulty + 20), *path = NULL;
  BlWindow *window = open_text (text, &path);
  GtkWidget *dialog = find_dialog ();

  g_signal_emit_by_name (bl_app_fixture_find (dialog, GTK_TYPE_BUTTON, "open_copy"), "clicked");
  g_assert_nonnull (bl_app_fixture_library (bl_window_get_session (window), "Good Library"));
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_cancel (void)
{
  g_autofree char *path = NULL;
  BlWindow *window = open_faulty (&path);
  GtkWidget *dialog = g_object_ref (find_dialog ());

  gtk_window_close (GTK_WINDOW (dialog));
  bl_app_fixture_settle ();
  g_assert_null (bl_window_get_session (window));
  g_assert_true (bl_window_is_free (window));
  destroy (window, dialog, path);
}

int
main (int argc, char **argv)
{
  int result;

  bl_app_fixture_init (&argc, &argv);
  application = bl_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));
  g_test_add_func ("/faults-dialog/copy", test_copy);
  g_test_add_func ("/faults-dialog/cut-off", test_cut_off);
  g_test_add_func ("/faults-dialog/cancel", test_cancel);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
