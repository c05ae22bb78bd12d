/* test-dialogs.c: preferences, undo history, recent projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "app-fixture.h"
#include "edit.h"
#include "field-row.h"
#include "history-dialog.h"
#include "library-edit.h"
#include "preferences.h"
#include "recent.h"
#include "speeds-dialog.h"

static void
test_preferences (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  GSettings *settings = bl_context_get_settings (context);
  GtkWidget *window = g_object_ref (bl_preferences_new (context));
  GtkWidget *author = bl_app_fixture_find (window, ADW_TYPE_ENTRY_ROW, "author");
  GtkWidget *tiles = bl_app_fixture_find (window, GTK_TYPE_SWITCH, "tiles");
  GtkWidget *scheme = bl_app_fixture_find (window, ADW_TYPE_COMBO_ROW, "scheme");
  g_autofree char *name = NULL, *chosen = NULL;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  bl_app_fixture_assert_named (window);
  /* No network unless asked for. */
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (tiles)));
  gtk_editable_set_text (GTK_EDITABLE (author), "Åse Hall");
  name = g_settings_get_string (settings, "author-name");
  g_assert_cmpstr (name, ==, "Åse Hall");
  adw_combo_row_set_selected (ADW_COMBO_ROW (scheme), 2);
  chosen = g_settings_get_string (settings, "color-scheme");
  g_assert_cmpstr (chosen, ==, "dark");
  g_settings_reset (settings, "color-scheme");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (scheme)), ==, 0);
  g_settings_reset (settings, "author-name");
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  g_assert_finalize_object (window);
}

/* Speeds: the usual beside each, what is typed counts, and all back to the usual in one step. */
static void
test_speeds (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "network");
  g_autoptr (BlNetwork) network = bl_network_new (id);
  g_autoptr (BlTable) roads = bl_table_from_text (BL_TABLE_NETWORK, "420000 560000;0 900 7 63 0 1 1\n", NULL);
  g_autofree char *unset = NULL;
  GtkWidget *parent = gtk_window_new (), *dialog, *usual;
  GtkListBox *list;
  BlFieldRow *walk;
  GtkLabel *wrong;
  double speed;

  bl_project_begin (project, "Roads");
  bl_record_set_table (BL_RECORD (network), "roads", roads);
  bl_record_set_text (BL_RECORD (network), "source", "OpenStreetMap contributors");
  bl_record_set_child (BL_RECORD (project), "network", BL_RECORD (network));
  bl_project_commit (project);
  dialog = g_object_ref (bl_speeds_dialog_new (GTK_WINDOW (parent), session));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  bl_app_fixture_assert_named (dialog);
  usual = bl_app_fixture_find (dialog, GTK_TYPE_BUTTON, "usual");
  wrong = GTK_LABEL (bl_app_fixture_find (dialog, GTK_TYPE_LABEL, "wrong"));
  list = GTK_LIST_BOX (bl_app_fixture_find (dialog, GTK_TYPE_LIST_BOX, "own_power"));
  walk = BL_FIELD_ROW (gtk_list_box_get_row_at_index (list, 0));
  g_object_get (walk, "unset", &unset, NULL);
  g_assert_cmpstr (unset, ==, "usual: 4.8");
  g_assert_false (gtk_widget_get_sensitive (usual));

  gtk_editable_set_text (GTK_EDITABLE (walk), "3.6");
  bl_field_row_flush (walk);
  g_assert_true (bl_record_get_real (BL_RECORD (network), "walk-speed", &speed));
  g_assert_cmpfloat (speed, ==, 3.6);
  g_assert_true (gtk_widget_get_sensitive (usual));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (wrong)));
  gtk_editable_set_text (GTK_EDITABLE (walk), "-1");
  bl_field_row_flush (walk);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (wrong)));
  bl_edit_end (session);
  g_signal_emit_by_name (usual, "clicked");
  g_assert_false (bl_record_is_known (BL_RECORD (network), "walk-speed"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (wrong)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (walk)), ==, "");
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Use the usual speeds");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (parent));
  bl_app_fixture_settle ();
  g_assert_finalize_object (dialog);
}

static void
test_history (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlRecord *a = BL_RECORD (bl_app_fixture_library (session, "A Library"));
  GtkWidget *parent = gtk_window_new (), *dialog;
  GtkListBox *list;
  guint before = g_list_model_get_n_items (bl_project_get_history (project));
  g_autoptr (BlStep) second = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %u", i);

      g_assert_true (bl_edit_set (session, a, "name", name, NULL));
      bl_edit_end (session);
    }
  dialog = g_object_ref (bl_history_dialog_new (GTK_WINDOW (parent), session));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  list = GTK_LIST_BOX (bl_app_fixture_find (dialog, GTK_TYPE_LIST_BOX, "list"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, before + 4)); /* with "as it was opened" */
  g_assert_null (gtk_list_box_get_row_at_index (list, before + 5));

  second = g_list_model_get_item (bl_project_get_history (project), before + 1);
  bl_history_dialog_go_to (BL_HISTORY_DIALOG (dialog), second);
  g_assert_cmpstr (bl_record_get_text (a, "name"), ==, "Name 1");
  /* Forward again, by the row: newest first. */
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (bl_record_get_text (a, "name"), ==, "Name 3");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (parent));
  bl_app_fixture_settle ();
  g_assert_finalize_object (dialog);
}

static void
test_recent (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (GFile) first = NULL, other = NULL, gone = g_file_new_for_path ("/no/such/place.branchline");
  g_autoptr (GPtrArray) list = NULL, less = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_close (g_file_open_tmp ("one-XXXXXX.branchline", &one, NULL), NULL));
  g_assert_true (g_close (g_file_open_tmp ("two-XXXXXX.branchline", &two, NULL), NULL));
  first = g_file_new_for_path (one);
  other = g_file_new_for_path (two);
  bl_recent_add (context, first);
  bl_recent_add (context, gone);
  bl_recent_add (context, other);
  bl_recent_add (context, first);
  list = bl_recent_list (context);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (g_file_equal (((BlRecent *) g_ptr_array_index (list, 0))->file, first));
  bl_recent_remove (context, first);
  less = bl_recent_list (context);
  g_assert_cmpuint (less->len, ==, 1);
  g_settings_reset (bl_context_get_settings (context), "recent");
  g_assert_true (g_file_delete (first, NULL, &error));
  g_assert_true (g_file_delete (other, NULL, &error));
}

static void
test_times (void)
{
  static const struct
  {
    const char *then, *words;
  } cases[] = {
    { "2026-04-17T09:05:00Z", "today, 09:05" },
    { "2026-04-16T23:59:00Z", "yesterday" },
    { "2026-04-03T12:00:00Z", "3 April" },
    { "2025-12-31T12:00:00Z", "31 December 2025" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-04-17T14:32:00Z", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (cases[i].then, NULL);
      g_autofree char *words = bl_recent_time_to_text (g_date_time_to_unix (then), now);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/dialogs/preferences", test_preferences);
  g_test_add_func ("/dialogs/history", test_history);
  g_test_add_func ("/dialogs/speeds", test_speeds);
  g_test_add_func ("/dialogs/recent", test_recent);
  g_test_add_func ("/dialogs/times", test_times);
  return g_test_run ();
}
