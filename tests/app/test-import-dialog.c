/* test-import-dialog.c: bringing a file into the open project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-dialog.h"

#include "new-project-fixture.h"

static gboolean
is_read (gpointer data)
{
  return bl_import_view_get_state (data) != BL_IMPORT_VIEW_READING;
}

static GtkWidget *
find_undo (GtkWidget *dialog)
{
  GtkWidget *toasts = new_project_fixture_find (dialog, ADW_TYPE_TOAST_OVERLAY, "toasts");
  GtkWidget *toast = gtk_widget_get_last_child (toasts);

  g_assert_cmpstr (G_OBJECT_TYPE_NAME (toast), ==, "AdwToastWidget");
  return new_project_fixture_find (toast, GTK_TYPE_BUTTON, "action_button");
}

static void
test_import (void)
{
  g_autoptr (BlContext) context = bl_context_new ();
  g_autoptr (BlProject) project = bl_project_new (bl_context_get_ids (context), bl_context_get_clock (context));
  g_autoptr (BlDocument) document = bl_document_new (project);
  g_autoptr (BlSession) session = bl_session_new (context, document);
  g_autoptr (GFile) file = new_project_fixture_file (
      "ours.csv", "Local authority,Library name,Postcode\nBarsetshire,Barchester Library,BA1 1AA\nBarsetshire,Plumstead,BA2 2BB\n",
      -1);
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *dialog = g_object_ref (bl_import_dialog_new (GTK_WINDOW (parent), session));
  BlImportView *view = bl_import_dialog_get_view (BL_IMPORT_DIALOG (dialog));
  GtkWidget *button = new_project_fixture_find (dialog, GTK_TYPE_BUTTON, "main_button");

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  new_project_fixture_assert_named (dialog);
  bl_import_view_start (view, project, BL_IMPORT_UNKNOWN, file);
  new_project_fixture_wait (is_read, view);
  /* The project has no service: the one in the file is taken. */
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_PLAN);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Bring in 2 libraries");
  g_signal_emit_by_name (button, "clicked");
  new_project_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, 2);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Close");
  new_project_fixture_assert_named (dialog);

  g_signal_emit_by_name (find_undo (dialog), "clicked");
  new_project_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, 0);
  /* It closed itself. */
  g_assert_finalize_object (dialog);
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc, char **argv)
{
  new_project_fixture_init (&argc, &argv);
  g_test_add_func ("/import-dialog/import", test_import);
  return g_test_run ();
}
