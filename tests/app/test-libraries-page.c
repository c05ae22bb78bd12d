/* test-libraries-page.c: the table of libraries: order, filters, selection, editing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "field-row.h"
#include "libraries-page.h"
#include "library-editor.h"
#include "library-filter.h"

static GListModel *
get_rows (BlLibrariesPage *page)
{
  GtkWidget *view = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static char *
get_name (BlLibrariesPage *page, guint row)
{
  g_autoptr (BlRecord) record = g_list_model_get_item (get_rows (page), row);

  return record != NULL ? g_strdup (bl_record_get_text (record, "name")) : NULL;
}

static void
assert_row (BlLibrariesPage *page, guint row, const char *name)
{
  g_autofree char *actual = get_name (page, row);

  g_assert_cmpstr (actual, ==, name);
}

static void
test_order (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlLibrariesPage *page = g_object_ref_sink (bl_libraries_page_new (session));
  GtkColumnView *view = GTK_COLUMN_VIEW (bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr (GtkColumnViewColumn) people = g_list_model_get_item (gtk_column_view_get_columns (view), 6);

  g_assert_cmpuint (g_list_model_get_n_items (get_rows (page)), ==, 21);
  assert_row (page, 0, "Blakelaw Library");
  assert_row (page, 20, "Moorside Library");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==,
                   "20 open, 14 statutory, 464.5 hours a week; 1 not known");
  /* Closed libraries stand last whichever way. Outer West has the most people, 25,615. */
  gtk_column_view_sort_by_column (view, people, GTK_SORT_DESCENDING);
  assert_row (page, 0, "Outer West Library");
  assert_row (page, 20, "Moorside Library");
  gtk_column_view_sort_by_column (view, people, GTK_SORT_ASCENDING);
  assert_row (page, 0, "The Multilingual Library");
  assert_row (page, 20, "Moorside Library");
  g_assert_finalize_object (page);
}

static void
test_filters (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlLibrariesPage *page = g_object_ref_sink (bl_libraries_page_new (session));
  GtkWidget *search = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, "search");
  GtkWidget *stack = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_STACK, "stack");
  GtkWidget *run_by = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, "run_by");

  g_object_set (session, "library-state", BL_LIBRARY_STATE_STATUTORY, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (page)), ==, 14);
  g_object_set (session, "library-state", BL_LIBRARY_STATE_CLOSED, NULL);
  assert_row (page, 0, "Moorside Library");
  assert_row (page, 1, NULL);
  g_object_set (session, "library-state", BL_LIBRARY_STATE_NO_HOURS, NULL);
  assert_row (page, 0, "Dinnington Library");
  assert_row (page, 1, NULL);
  g_object_set (session, "library-state", BL_LIBRARY_STATE_ALL, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (run_by), BL_OPERATION_INDEPENDENT);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (page)), ==, 6);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (run_by), BL_OPERATION_UNKNOWN);

  gtk_editable_set_text (GTK_EDITABLE (search), "GOSFORTH");
  g_signal_emit_by_name (search, "search-changed");
  assert_row (page, 0, "Gosforth Library");
  assert_row (page, 1, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "no such place");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "none");
  gtk_widget_activate_action (GTK_WIDGET (page), "page.add", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "table");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (page)), ==, 22);
  g_assert_finalize_object (page);
}

static void
test_selection (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlLibrariesPage *page = g_object_ref_sink (bl_libraries_page_new (session));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_rows (page));
  BlLibraryEditor *editor
      = BL_LIBRARY_EDITOR (bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_LIBRARY_EDITOR, NULL));
  BlLibrary *a = bl_app_fixture_library (session, "A Library"), *b = bl_app_fixture_library (session, "B Library");

  g_assert_null (bl_session_get_library (session));
  g_assert_null (bl_library_editor_get_library (editor));
  gtk_single_selection_set_selected (selection, 0);
  g_assert_cmpstr (bl_session_get_library (session), ==, bl_record_get_id (BL_RECORD (a)));
  g_assert_true (bl_library_editor_get_library (editor) == a);
  bl_session_set_library (session, bl_record_get_id (BL_RECORD (b)));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  g_assert_true (bl_library_editor_get_library (editor) == b);
  bl_session_set_library (session, NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  g_assert_null (bl_library_editor_get_library (editor));
  g_assert_finalize_object (page);
}

static void
add_visits (BlSession *session, const char *name, double number, const char *period)
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (BlFigure) figure = bl_figure_new (NULL);

  bl_project_begin (project, "Visits");
  bl_record_set_enum (BL_RECORD (figure), "kind", BL_FIGURE_VISITS);
  bl_record_set_text (BL_RECORD (figure), "period", period);
  bl_record_set_real (BL_RECORD (figure), "number", number);
  bl_record_append (BL_RECORD (bl_app_fixture_library (session, name)), "figures", BL_RECORD (figure));
  bl_project_commit (project);
}

/* The column of visits is there when a visit is known, and says of which year. */
static void
test_visits (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlLibrariesPage *page = g_object_ref_sink (bl_libraries_page_new (session));
  GtkColumnView *view = GTK_COLUMN_VIEW (bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr (GtkColumnViewColumn) visits = g_list_model_get_item (gtk_column_view_get_columns (view), 5);

  g_assert_false (gtk_column_view_column_get_visible (visits));
  add_visits (session, "B Library", 9000, "2023-24");
  g_assert_true (gtk_column_view_column_get_visible (visits));
  g_assert_cmpstr (gtk_column_view_column_get_title (visits), ==, "Visits 2023-24");
  gtk_column_view_sort_by_column (view, visits, GTK_SORT_DESCENDING);
  assert_row (page, 0, "B Library");
  /* Not all of one year: the head says none, each cell its own. */
  add_visits (session, "A Library", 12000, "2022-23");
  g_assert_cmpstr (gtk_column_view_column_get_title (visits), ==, "Visits");
  assert_row (page, 0, "A Library");
  bl_project_undo (bl_session_get_project (session));
  bl_project_undo (bl_session_get_project (session));
  g_assert_false (gtk_column_view_column_get_visible (visits));
  g_assert_finalize_object (page);
}

static void
test_empty (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_empty (context);
  BlLibrariesPage *page = g_object_ref_sink (bl_libraries_page_new (session));
  GtkWidget *stack = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_STACK, "stack");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  gtk_widget_activate_action (GTK_WIDGET (page), "page.add", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "table");
  bl_project_undo (bl_session_get_project (session));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  g_assert_finalize_object (page);
}

static void
in_one_dress (void)
{
  static const int widths[] = { 1048, 660, 340 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (BlContext) context = bl_app_fixture_context ();
      g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
      BlLibrariesPage *page = g_object_ref (bl_libraries_page_new (session));
      GtkWidget *window;
      BlLibrary *gosforth = bl_app_fixture_library (session, "Gosforth Library");

      window = bl_app_fixture_show (GTK_WIDGET (page), widths[i], 700);
      bl_session_set_library (session, bl_record_get_id (BL_RECORD (gosforth)));
      gtk_widget_activate_action (GTK_WIDGET (page), "page.toggle-pane", NULL);
      gtk_widget_activate_action (GTK_WIDGET (page), "page.toggle-pane", NULL);
      gtk_test_widget_wait_for_draw (window);
      gtk_widget_activate_action (GTK_WIDGET (page), "page.find", NULL);
      bl_app_fixture_assert_named (GTK_WIDGET (page));
      gtk_window_destroy (GTK_WINDOW (window));
      bl_app_fixture_settle ();
      g_assert_finalize_object (page);
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
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/libraries-page/order", test_order);
  g_test_add_func ("/libraries-page/filters", test_filters);
  g_test_add_func ("/libraries-page/selection", test_selection);
  g_test_add_func ("/libraries-page/visits", test_visits);
  g_test_add_func ("/libraries-page/empty", test_empty);
  g_test_add_func ("/libraries-page/dresses", test_dresses);
  return g_test_run ();
}
