/* test-actions-page.c: the action plan: what wants an eye first, filters, board, time, the pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "actions-page.h"

#include "action-edit.h"
#include "action-editor.h"
#include "app-fixture.h"
#include "chart-view.h"
#include "edit.h"

static void
set (BlSession *session, BlAction *action, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  bl_edit_set (session, BL_RECORD (action), field, text, &error);
  g_assert_no_error (error);
}

static BlAction *
add (BlSession *session, const char *title, const char *owner, const char *state, const char *end)
{
  BlAction *action = bl_action_edit_add (session);

  set (session, action, "title", title);
  set (session, action, "owner", owner);
  set (session, action, "why", "People cannot come");
  set (session, action, "state", state);
  set (session, action, "start", "2026-04-01");
  set (session, action, "end", end);
  return action;
}

static const char *
label_of (gpointer view, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (view, GTK_TYPE_LABEL, name)));
}

static const char *
front (BlActionsPage *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_STACK, "stack")));
}

static void
test_table (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlActionsPage *page = g_object_ref_sink (bl_actions_page_new (session));
  GtkColumnView *table;
  g_autoptr (BlAction) first = NULL;
  BlAction *unowned;

  g_assert_cmpstr (bl_page_get_title (BL_PAGE (page)), ==, "Actions");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "0 actions");
  g_assert_cmpstr (front (page), ==, "empty");
  add (session, "Open on Sundays", "Priya Shah", "ongoing", "2026-06-30");
  unowned = add (session, "Ask the Friends", "", "not-started", "2026-12-31");
  g_assert_cmpstr (front (page), ==, "actions");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "2 actions, 1 without an owner");
  table = GTK_COLUMN_VIEW (bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, "table"));
  first = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table)), 0);
  g_assert_true (first == unowned); /* what nobody owns rises to the top */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (table)), ==, 7);
  /* Filters. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, "owner")), 1);
  g_assert_cmpuint (bl_actions_page_count (page), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, "outcome")), 3);
  g_assert_cmpuint (bl_actions_page_count (page), ==, 0);
  g_assert_cmpstr (front (page), ==, "none");
  gtk_widget_activate_action (GTK_WIDGET (page), "page.add", NULL); /* shows all again, and the new one */
  g_assert_cmpuint (bl_actions_page_count (page), ==, 3);
  bl_project_undo (bl_session_get_project (session));
  g_assert_cmpuint (bl_actions_page_count (page), ==, 2);
  g_clear_object (&first);
  g_assert_finalize_object (page);
}

static void
test_views (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlActionsPage *page = g_object_ref_sink (bl_actions_page_new (session));
  BlChart *chart;
  g_autofree char *view = NULL;

  add (session, "Open on Sundays", "Priya Shah", "ongoing", "2026-06-30");
  set (session, add (session, "Ask the Friends", "M. Osei", "not-started", ""), "start", "");
  gtk_widget_activate_action (GTK_WIDGET (page), "page.toggle-table", NULL);
  g_object_get (page, "view", &view, NULL);
  g_assert_cmpstr (view, ==, "time");
  chart = bl_chart_view_get_chart (BL_CHART_VIEW (bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_CHART_VIEW, "chart")));
  g_assert_nonnull (chart);
  g_assert_cmpuint (chart->table->rows->len, ==, 1);
  g_assert_cmpstr (label_of (page, "no_dates"), ==, "1 action has no dates yet and is not drawn.");
  g_assert_finalize_object (page);
}

static void
test_pane (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlActionsPage *page = g_object_ref_sink (bl_actions_page_new (session));
  BlAction *action = add (session, "Open on Sundays", "", "ongoing", "2026-06-30");
  GtkWidget *editor = bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_ACTION_EDITOR, NULL);
  GtkWidget *note = bl_app_fixture_find (editor, ADW_TYPE_ENTRY_ROW, "note");
  GListModel *history = bl_record_get_list (BL_RECORD (action), "history"), *milestones = bl_record_get_list (BL_RECORD (action), "milestones");
  GtkWidget *due = bl_app_fixture_find (editor, ADW_TYPE_ENTRY_ROW, "milestone_due");

  bl_actions_page_pick (page, action);
  g_assert_cmpstr (label_of (editor, "neglect"), ==, "Nobody owns it.");
  gtk_editable_set_text (GTK_EDITABLE (note), "Two libraries open");
  g_signal_emit_by_name (note, "entry-activated");
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 1);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (action), "commentary"), ==, "Two libraries open");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (note)), ==, "");
  /* A wrong date is said, and what was typed stays. */
  gtk_editable_set_text (GTK_EDITABLE (bl_app_fixture_find (editor, ADW_TYPE_ENTRY_ROW, "milestone")), "Rota agreed");
  gtk_editable_set_text (GTK_EDITABLE (due), "in summer");
  g_signal_emit_by_name (due, "entry-activated");
  g_assert_cmpuint (g_list_model_get_n_items (milestones), ==, 0);
  g_assert_true (gtk_widget_get_visible (bl_app_fixture_find (editor, GTK_TYPE_LABEL, "milestone_said")));
  gtk_editable_set_text (GTK_EDITABLE (due), "2026-05-01");
  g_signal_emit_by_name (due, "entry-activated");
  g_assert_cmpuint (g_list_model_get_n_items (milestones), ==, 1);
  bl_action_edit_remove (session, action);
  g_assert_null (bl_action_editor_get_action (BL_ACTION_EDITOR (editor)));
  bl_project_undo (bl_session_get_project (session));
  g_assert_cmpuint (bl_actions_page_count (page), ==, 1);
  g_assert_finalize_object (page);
}

static void
show_in_dress (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  static const char *const views[] = { "table", "board", "time" };
  BlActionsPage *page = g_object_ref_sink (bl_actions_page_new (session));
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (page), 1000, 700);

  bl_app_fixture_assert_named (GTK_WIDGET (page));
  bl_actions_page_pick (page, add (session, "Open on Sundays", "Priya Shah", "ongoing", "2026-06-30"));
  gtk_widget_activate_action (GTK_WIDGET (page), "page.toggle-pane", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_object_set (page, "view", views[i], NULL);
      bl_app_fixture_settle ();
      bl_app_fixture_assert_named (GTK_WIDGET (page));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (page);
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (show_in_dress);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/actions-page/table", test_table);
  g_test_add_func ("/actions-page/views", test_views);
  g_test_add_func ("/actions-page/pane", test_pane);
  g_test_add_func ("/actions-page/dresses", test_dresses);
  return g_test_run ();
}
