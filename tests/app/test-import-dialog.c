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

/* Whatever is dropped is known for what it is, shown and brought in. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *file, *text;
    BlImportKind kind;
  } files[] = {
    { "libraries.csv", "Library name,Postcode,Easting,Northing\nHarbour Library,NE1 1AA,,\nHill,NE1 1AB,424000,564000\n",
      BL_IMPORT_LIBRARIES },
    { "points.csv", "lsoa11cd,x,y\nE01000001,424000,564000\nE01000002,424500,564000\n", BL_IMPORT_POINTS },
    { "visits.csv", "Library,2023-04,2023-05\nHarbour,10,20\nHil,1,2\n", BL_IMPORT_SERIES },
    { "use.csv", "Library,Visits 2021-22,Visits 2022-23\nHarbour,10,20\nHil,1,2\n", BL_IMPORT_FIGURES },
    { "members.csv", "Library,LSOA code,Members\nHarbour,E01000001,7\nStores,E01000002,*\n", BL_IMPORT_MEMBERS },
    { "stops.csv", "stop,route,day,arrival,departure\nGreen,A,Tuesday,9.00,9.20\n", BL_IMPORT_STOPS },
    { "times.csv", "lsoa,library,minutes\nE01000001,Harbour,7\n", BL_IMPORT_TRAVEL },
    { "onspd.csv", "pcds,doterm,oseast1m,osnrth1m\nNE1 1AA,,424100,564100\n", BL_IMPORT_POSTCODES },
    { "foot-walking.geojson",
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"group_index\":0,\"value\":900},"
      "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-1.7,54.9],[-1.7,55],[-1.6,55],[-1.6,54.9],[-1.7,54.9]]]}}]}",
      BL_IMPORT_ISOCHRONES },
  };
  g_autoptr (BlContext) context = bl_context_new ();
  g_autoptr (BlProject) project = bl_project_new (bl_context_get_ids (context), bl_context_get_clock (context));
  g_autoptr (BlDocument) document = bl_document_new (project);
  g_autoptr (BlSession) session = bl_session_new (context, document);
  GtkWidget *parent = gtk_window_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFile) file = new_project_fixture_file (files[i].file, files[i].text, -1);
      GtkWidget *dialog = g_object_ref (bl_import_dialog_new (GTK_WINDOW (parent), session));
      BlImportView *view = bl_import_dialog_get_view (BL_IMPORT_DIALOG (dialog));
      GtkWidget *button = new_project_fixture_find (dialog, GTK_TYPE_BUTTON, "main_button");
      guint64 revision = bl_project_get_revision (project);

      gtk_window_present (GTK_WINDOW (dialog));
      /* What it would say had the kind been asked for. */
      bl_import_view_start (view, project, files[i].kind, NULL);
      new_project_fixture_settle ();
      bl_import_view_start (view, project, BL_IMPORT_UNKNOWN, file);
      new_project_fixture_wait (is_read, view);
      if (bl_import_view_get_state (view) != BL_IMPORT_VIEW_PLAN)
        g_error ("%s is not understood", files[i].file);
      new_project_fixture_assert_named (dialog);
      g_test_message ("%s: %s", files[i].file, gtk_button_get_label (GTK_BUTTON (button)));
      g_signal_emit_by_name (button, "clicked");
      new_project_fixture_settle ();
      g_assert_cmpuint (bl_project_get_revision (project), ==, revision + 1);
      new_project_fixture_assert_named (dialog);
      gtk_window_destroy (GTK_WINDOW (dialog));
      g_assert_finalize_object (dialog);
    }
  /* The library without a grid reference was put where its postcode is. */
  g_autoptr (BlLibrary) first = g_list_model_get_item (bl_project_get_libraries (project), 0);
  g_assert_true (bl_library_get_point (first, NULL));
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc, char **argv)
{
  new_project_fixture_init (&argc, &argv);
  g_test_add_func ("/import-dialog/import", test_import);
  g_test_add_func ("/import-dialog/kinds", test_kinds);
  return g_test_run ();
}
