/* test-peers-view.c: an indicator beside similar authorities, from an empty comparison to the chart
 *
 * Truth: indicator-content 6.3 and 6.4 for Newcastle’s visits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-view.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "peers-list-edit.h"
#include "shared-data.h"

static const char *const files[] = { "national/activity-2023-24/localauthoritynearestneighboursengland.csv",
                                     "national/activity-2023-24/libraries_activity_data_2023_2024.csv", "national/mye24tablesew.csv",
                                     "national/indicators/engagement-with-culture-and-heritage.csv" };

static const char *
shown_page (BlPeersView *view)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_STACK, "stack")));
}

static gboolean
is_ready (gpointer data)
{
  gboolean busy;

  g_object_get (bl_peers_view_get_files (data), "busy", &busy, NULL);
  return !busy && !bl_peers_whom_is_busy (bl_peers_view_get_whom (data));
}

static void
settle (BlPeersView *view)
{
  bl_app_fixture_wait (is_ready, view);
  bl_app_fixture_settle ();
}

/* Brings in the first @n files; FALSE without the published data. */
static gboolean
take (BlPeersView *view, guint n)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = bl_test_shared_data (files[i]);
      g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

      if (file == NULL)
        return FALSE;
      g_list_store_append (store, file);
    }
  bl_peers_files_take (bl_peers_view_get_files (view), G_LIST_MODEL (store));
  settle (view);
  return TRUE;
}

static const BlChart *
chart_of (BlPeersView *view)
{
  return bl_chart_view_get_chart (bl_peers_view_get_chart_view (view));
}

static const char *
label_of (BlPeersView *view, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_LABEL, name)));
}

static guint
n_rows (BlPeersView *view, const char *list)
{
  GtkListBox *box = GTK_LIST_BOX (bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_LIST_BOX, list));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (box, (int) n) != NULL)
    n++;
  return n;
}

/* From nothing, with the three files in one go, to the figures of the reference. */
static void
test_files (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlPeersView *view = BL_PEERS_VIEW (bl_peers_view_new (session));
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (view), 1040, 700);
  BlProject *project = bl_session_get_project (session);
  guint steps = g_list_model_get_n_items (bl_project_get_history (project));
  const BlChart *chart;

  settle (view);
  g_assert_cmpstr (shown_page (view), ==, "files");
  g_assert_null (chart_of (view));
  if (take (view, 3))
    {
      g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, steps + 3);
      g_assert_cmpstr (shown_page (view), ==, "chart");
      chart = chart_of (view);
      g_assert_nonnull (chart);
      g_assert_cmpstr (bl_peers_view_get_indicator (view), ==, "visits-per-1000");
      g_assert_cmpint (chart->kind, ==, BL_CHART_DOTS);
      g_assert_cmpstr (chart->title, ==, "Library visits per 1,000 people in line with similar authorities");
      g_assert_true (g_str_has_prefix (chart->sentence, "Newcastle had 1,719; the middle of the 11 similar authorities with figures was 1,983"));
      g_assert_cmpuint (chart->table->rows->len, ==, 16);
      g_assert_nonnull (strstr (chart->doubt, "not counted: Coventry (8 of 12 months)."));
      g_assert_nonnull (strstr (chart->doubt, "Leeds (no return)"));
      g_assert_nonnull (strstr (label_of (view, "compared"), "ONS nearest neighbours, the first 15"));
      g_assert_cmpuint (n_rows (view, "chosen"), ==, 15);
      bl_peers_view_set_kind (view, BL_CHART_FUNNEL);
      bl_app_fixture_settle ();
      g_assert_cmpint (chart_of (view)->kind, ==, BL_CHART_FUNNEL);
      g_assert_nonnull (strstr (chart_of (view)->doubt, "over-dispersion"));
      g_assert_nonnull (strstr (label_of (view, "missing"), "Leeds (no return); Coventry (part of a year, 8 of 12 months)"));
      /* Five are too few for a funnel: the dots again, and it says so. */
      bl_peers_whom_set_number (bl_peers_view_get_whom (view), 5);
      bl_app_fixture_settle ();
      g_assert_cmpint (chart_of (view)->kind, ==, BL_CHART_DOTS);
      g_assert_nonnull (strstr (label_of (view, "no_funnel"), "There is no funnel: 4 places"));
      g_assert_cmpuint (chart_of (view)->table->rows->len, ==, 6);
      bl_peers_whom_set_number (bl_peers_view_get_whom (view), 15);
      bl_app_fixture_settle ();
      g_assert_cmpint (chart_of (view)->kind, ==, BL_CHART_FUNNEL);
      bl_peers_view_set_table_shown (view, TRUE);
      bl_app_fixture_settle ();
      bl_app_fixture_assert_named (GTK_WIDGET (view));
      /* A step back, and the populations are missing again: a share that needs none is left to compare. */
      g_assert_true (bl_project_undo (project));
      bl_app_fixture_settle ();
      g_assert_cmpstr (shown_page (view), ==, "chart");
      g_assert_cmpstr (bl_peers_view_get_indicator (view), !=, "visits-per-1000");
      g_assert_true (bl_project_undo (project));
      bl_app_fixture_settle ();
      g_assert_cmpstr (shown_page (view), ==, "files");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An own list out of the neighbours, one taken off, one added; every step can be undone, and with the last one it goes. */
static void
test_own_list (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlPeersView *view = BL_PEERS_VIEW (bl_peers_view_new (session));
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (view), 1040, 700);
  BlPeersWhom *whom = bl_peers_view_get_whom (view);
  BlProject *project = bl_session_get_project (session);
  GtkWidget *search = bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_SEARCH_ENTRY, "search");

  if (take (view, 3))
    {
      bl_peers_whom_set_number (whom, 5);
      gtk_widget_activate_action (GTK_WIDGET (whom), "peers-whom.take", NULL);
      bl_app_fixture_settle ();
      g_assert_cmpint (bl_peers_whom_get_with (whom), ==, BL_PEERS_WITH_OWN);
      g_assert_cmpuint (n_rows (view, "chosen"), ==, 5);
      g_assert_cmpuint (chart_of (view)->table->rows->len, ==, 6);
      g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Make Own List of Authorities");
      /* Looked for by name, taken by Enter. */
      gtk_editable_set_text (GTK_EDITABLE (search), "gates");
      g_signal_emit_by_name (search, "search-changed");
      g_assert_cmpuint (n_rows (view, "found"), ==, 1);
      g_signal_emit_by_name (search, "activate");
      bl_app_fixture_settle ();
      g_assert_cmpuint (n_rows (view, "chosen"), ==, 6);
      g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Compare with Gateshead");
      gtk_editable_set_text (GTK_EDITABLE (search), "gates");
      g_signal_emit_by_name (search, "search-changed");
      g_assert_cmpuint (n_rows (view, "found"), ==, 0);
      /* Twice, or the service itself: nothing happens. */
      bl_peers_list_edit_add (session, "E08000037", "Gateshead");
      bl_peers_list_edit_add (session, "E08000021", "Newcastle upon Tyne");
      g_assert_cmpuint (n_rows (view, "chosen"), ==, 6);
      bl_peers_list_edit_remove (session, "E08000035");
      bl_app_fixture_settle ();
      g_assert_cmpuint (n_rows (view, "chosen"), ==, 5);
      g_assert_true (bl_project_undo (project));
      bl_app_fixture_settle ();
      g_assert_cmpuint (n_rows (view, "chosen"), ==, 6);
      g_assert_nonnull (strstr (label_of (view, "compared"), "the 6 authorities of the project’s own list"));
      bl_app_fixture_assert_named (GTK_WIDGET (view));
      while (bl_peers_find_own_list (project) != NULL)
        bl_peers_list_edit_remove (session, bl_table_get_texts (bl_record_get_table (BL_RECORD (bl_peers_find_own_list (project)), "codes"))[0]);
      bl_app_fixture_settle ();
      g_assert_null (chart_of (view));
      g_assert_nonnull (strstr (label_of (view, "hint"), "empty"));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The figures about authorities are read in a thread; what is ticked orders them. */
static void
test_computed (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlPeersView *view = BL_PEERS_VIEW (bl_peers_view_new (session));
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (view), 1040, 700);
  BlPeersWhom *whom = bl_peers_view_get_whom (view);

  if (take (view, 3))
    {
      bl_peers_whom_set_with (whom, BL_PEERS_WITH_COMPUTED);
      settle (view);
      g_assert_cmpuint (n_rows (view, "chosen"), ==, 15);
      g_assert_cmpuint (n_rows (view, "variables"), ==, 9);
      g_assert_nonnull (strstr (label_of (view, "compared"), "the 15 nearest of 152 authorities by: Population"));
      bl_peers_whom_set_variable (whom, "population", FALSE);
      bl_peers_whom_set_variable (whom, "aged-75-plus", TRUE);
      bl_app_fixture_settle ();
      g_assert_null (strstr (label_of (view, "compared"), "Population"));
      g_assert_nonnull (strstr (label_of (view, "compared"), "People of 75 and over"));
      for (guint i = 0; i < 6; i++)
        {
          const char *const ids[] = { "density", "aged-0-15", "aged-60-plus", "deprivation", "libraries", "aged-75-plus" };

          bl_peers_whom_set_variable (whom, ids[i], FALSE);
        }
      bl_app_fixture_settle ();
      g_assert_null (chart_of (view));
      g_assert_nonnull (strstr (label_of (view, "hint"), "Tick at least one"));
      /* Without the populations their ages are no longer there to be ticked. */
      g_assert_true (bl_project_undo (bl_session_get_project (session)));
      bl_app_fixture_settle ();
      g_assert_cmpuint (n_rows (view, "variables"), ==, 6);
      bl_app_fixture_assert_named (GTK_WIDGET (view));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A survey has whiskers and is never ranked; the answer to the question is kept with the indicator. */
static void
test_survey_and_answer (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlPeersView *view = BL_PEERS_VIEW (bl_peers_view_new (session));
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (view), 1040, 700);
  BlProject *project = bl_session_get_project (session);
  GtkWidget *note = bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_TEXT_VIEW, "note");

  if (take (view, 4))
    {
      g_autoptr (BlIndicator) indicator
          = bl_dictionary_copy_indicator (bl_context_get_dictionary (context, NULL), "adult-visitors-share");

      bl_peers_view_set_indicator (view, "adult-visitors-share");
      bl_app_fixture_settle ();
      g_assert_cmpstr (chart_of (view)->title, ==, "The share of adults who visited a library: no clear difference from England");
      g_assert_false (gtk_widget_get_sensitive (bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_TOGGLE_BUTTON, "bars")));
      g_assert_false (gtk_widget_get_visible (note));
      bl_project_begin (project, "Add");
      bl_record_append (BL_RECORD (project), "indicators", BL_RECORD (indicator));
      bl_project_commit (project);
      bl_app_fixture_settle ();
      g_assert_true (gtk_widget_get_visible (note));
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "They open on Sundays.", -1);
      /* Written when another is looked at. */
      bl_peers_view_set_indicator (view, "visits-per-1000");
      bl_app_fixture_settle ();
      g_assert_cmpstr (bl_record_get_text (BL_RECORD (indicator), "differently"), ==, "They open on Sundays.");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A file of something else is said so, and changes nothing. */
static void
test_other_file (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlPeersView *view = BL_PEERS_VIEW (bl_peers_view_new (session));
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (view), 900, 640);
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "branchline-other.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), missing = g_file_new_for_path ("/no/such/file.csv");
  guint64 revision = bl_project_get_revision (bl_session_get_project (session));

  g_assert_true (g_file_set_contents (path, "Postcode,Easting,Northing\nNE1 4XF,424800,564300\n", -1, NULL));
  g_list_store_append (store, file);
  g_list_store_append (store, missing);
  bl_peers_files_take (bl_peers_view_get_files (view), G_LIST_MODEL (store));
  settle (view);
  g_assert_nonnull (strstr (label_of (view, "result"), "/no/such/file.csv"));
  g_assert_nonnull (strchr (label_of (view, "result"), '\n'));
  g_assert_cmpuint (bl_project_get_revision (bl_session_get_project (session)), ==, revision);
  g_remove (path);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dress (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlPeersView *view = g_object_ref_sink (BL_PEERS_VIEW (bl_peers_view_new (session)));
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (view), 900, 640);

  if (take (view, 3))
    g_assert_cmpstr (shown_page (view), ==, "chart");
  bl_app_fixture_assert_named (GTK_WIDGET (view));
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  g_assert_finalize_object (view);
}

static void
test_every_dress (void)
{
  bl_app_fixture_in_every_dress (test_dress);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/peers-view/files", test_files);
  g_test_add_func ("/peers-view/own-list", test_own_list);
  g_test_add_func ("/peers-view/computed", test_computed);
  g_test_add_func ("/peers-view/survey-and-answer", test_survey_and_answer);
  g_test_add_func ("/peers-view/other-file", test_other_file);
  g_test_add_func ("/peers-view/every-dress", test_every_dress);
  return g_test_run ();
}
