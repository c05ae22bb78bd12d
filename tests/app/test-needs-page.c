/* test-needs-page.c: weights, order, profiles and groups in process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-page.h"

#include <math.h>

#include "app-fixture.h"
#include "group-edit.h"
#include "needs-edit.h"
#include "needs-groups-view.h"
#include "needs-table.h"
#include "needs-weights.h"
#include "page.h"
#include "profile-view.h"

static BlNeedsRow *
get_row (BlNeedsPage *page, guint row)
{
  GtkWidget *table = bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_NEEDS_TABLE, "table");

  g_assert_nonnull (table);
  return g_list_model_get_item (bl_needs_table_get_rows (BL_NEEDS_TABLE (table)), row);
}

static void
assert_row (BlNeedsPage *page, guint row, const char *name, const char *need)
{
  g_autoptr (BlNeedsRow) it = get_row (page, row);

  g_assert_nonnull (it);
  g_assert_cmpstr (bl_needs_row_get_text (it, BL_NEEDS_COLUMN_NAME), ==, name);
  g_assert_cmpstr (bl_needs_row_get_text (it, BL_NEEDS_COLUMN_NEED), ==, need);
}

static guint
n_indices (BlSession *session)
{
  return g_list_model_get_n_items (bl_project_get_needs (bl_session_get_project (session)));
}

static void
assert_undo (BlSession *session, const char *name)
{
  g_assert_cmpstr (bl_project_get_undo_name (bl_session_get_project (session)), ==, name);
}

/* What the mock-up shows is offered at once, and nothing is stored for it. */
static void
test_offered (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  g_autoptr (GBytes) before = bl_app_fixture_bytes (session), after = NULL;
  BlNeedsPage *page = g_object_ref_sink (bl_needs_page_new (session));

  assert_row (page, 0, "025E", "84");
  assert_row (page, 1, "030A", "79");
  assert_row (page, 13, "028B", "71");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "Our starting weights");
  g_assert_nonnull (bl_page_get_title_widget (BL_PAGE (page)));
  g_assert_null (bl_needs_model_get_index (bl_needs_page_get_model (page)));
  after = bl_app_fixture_bytes (session);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_finalize_object (page);
}

/* A slider that moves is tried at once and written when it rests; all of one move is one step. */
static void
test_weight (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  g_autoptr (GBytes) before = bl_app_fixture_bytes (session), after = NULL;
  BlNeedsPage *page = g_object_ref_sink (bl_needs_page_new (session));
  BlNeedsModel *model = bl_needs_page_get_model (page);
  BlProject *project = bl_session_get_project (session);

  bl_needs_model_try_weight (model, 3, 60);
  /* Tried: the order is another one, the document is not. */
  {
    g_autoptr (BlNeedsRow) first = get_row (page, 0);

    g_assert_cmpstr (bl_needs_row_get_text (first, BL_NEEDS_COLUMN_NEED), !=, "84");
  }
  g_assert_cmpuint (n_indices (session), ==, 0);
  bl_needs_model_keep_weight (model);
  g_assert_cmpuint (n_indices (session), ==, 1);
  assert_undo (session, "Change Weight of Distance");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "Our weights, 17 April");
  /* All of one move is one step, the index that came of it and all. */
  for (guint weight = 61; weight <= 65; weight++)
    {
      bl_needs_model_try_weight (model, 3, weight);
      bl_needs_model_keep_weight (model);
    }
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, 2);

  g_assert_true (bl_project_undo (project));
  assert_row (page, 0, "025E", "84");
  g_assert_cmpuint (n_indices (session), ==, 0);
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "Our starting weights");
  after = bl_app_fixture_bytes (session);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (bl_project_redo (project));
  g_assert_cmpfloat (bl_needs_model_get_question (model)->measures[3].weight, ==, 65);
  g_assert_finalize_object (page);
}

static void
test_weights_add_up (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlNeedsPage *page = g_object_ref_sink (bl_needs_page_new (session));
  BlNeedsModel *model = bl_needs_page_get_model (page);
  GtkWidget *sum = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "sum");
  GtkWidget *button = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "sum_button");

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (sum)), ==, "Weights add to 100%");
  g_assert_false (gtk_widget_get_visible (button));
  bl_needs_edit_set_weight (model, 0, 140);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (sum)), ==, "Weights add to 200% and count in proportion");
  g_assert_true (gtk_widget_get_visible (button));
  bl_needs_edit_bring_to_100 (model);
  g_assert_cmpfloat (bl_needs_model_get_question (model)->measures[0].weight, ==, 70);
  g_assert_cmpfloat (bl_needs_model_get_question (model)->measures[1].weight, ==, 10);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (sum)), ==, "Weights add to 100%");
  assert_undo (session, "Bring Weights to 100%");
  /* No weight at all is said, and nothing breaks. */
  for (guint i = 0; i < 5; i++)
    bl_needs_edit_set_weight (model, i, 0);
  g_assert_null (bl_needs_model_get_areas (model));
  g_assert_nonnull (bl_needs_model_get_reason (model));
  g_assert_finalize_object (page);
}

static void
test_indices (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlNeedsPage *page = g_object_ref_sink (bl_needs_page_new (session));
  BlNeedsModel *model = bl_needs_page_get_model (page);
  BlProject *project = bl_session_get_project (session);

  gtk_widget_activate_action (GTK_WIDGET (page), "needs.new", NULL);
  g_assert_cmpuint (n_indices (session), ==, 1);
  assert_undo (session, "Add “Our weights, 17 April”");
  bl_needs_edit_rename (model, "  For the review ");
  assert_undo (session, "Rename the Index");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "For the review");
  bl_needs_edit_rename (model, "   ");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "For the review");
  bl_needs_edit_add_measure (model, "density");
  g_assert_cmpuint (bl_needs_model_get_question (model)->n_measures, ==, 6);
  assert_undo (session, "Add Density to the Index");
  bl_needs_edit_set_direction (model, 5, BL_DIRECTION_LESS);
  assert_undo (session, "Change Direction of Density");
  gtk_widget_activate_action (GTK_WIDGET (page), "needs.duplicate", NULL);
  g_assert_cmpuint (n_indices (session), ==, 2);
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "For the review (copy)");
  g_assert_cmpuint (bl_needs_model_get_question (model)->n_measures, ==, 6);
  g_assert_cmpint (bl_needs_model_get_question (model)->measures[5].direction, ==, BL_DIRECTION_LESS);
  bl_needs_edit_remove_measure (model, 5);
  assert_undo (session, "Take Density out of the Index");
  g_object_set (page, "normalise", "z", NULL);
  assert_undo (session, "Change How Measures Are Scaled");
  g_assert_cmpint (bl_needs_model_get_question (model)->measures[0].normalise, ==, BL_NORMALISE_Z);
  gtk_widget_activate_action (GTK_WIDGET (page), "needs.delete", NULL);
  g_assert_cmpuint (n_indices (session), ==, 1);
  assert_undo (session, "Delete “For the review (copy)”");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "For the review");
  bl_project_go_to_step (project, 1); /* the project as it was made */
  g_assert_cmpuint (n_indices (session), ==, 0);
  g_assert_finalize_object (page);
}

/* What is not known of the original, and what the project lacks, stand on the page. */
static void
test_presets (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlNeedsPage *page = g_object_ref_sink (bl_needs_page_new (session));
  BlNeedsModel *model = bl_needs_page_get_model (page);
  GtkWidget *stack = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_STACK, "stack");
  GtkWidget *weights = bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_NEEDS_WEIGHTS, "weights");
  GtkWidget *unknown = bl_app_fixture_find (weights, GTK_TYPE_LABEL, "unknown");

  bl_needs_model_choose (model, "preset:essex");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "reason");
  g_assert_true (gtk_widget_get_visible (unknown));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (unknown)), "not known to us"));
  g_assert_nonnull (bl_needs_model_get_libraries (model));
  g_assert_cmpuint (bl_needs_model_get_libraries (model)->n_rows, ==, 20);
  bl_needs_model_choose (model, "preset:branchline");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "areas");
  g_assert_cmpuint (n_indices (session), ==, 0);
  g_assert_finalize_object (page);
}

/* The library picked anywhere is the one whose profile is shown. */
static void
test_profile (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlNeedsPage *page = g_object_ref_sink (bl_needs_page_new (session));
  GtkWidget *profile = bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_PROFILE_VIEW, "profile");
  GtkWidget *name = bl_app_fixture_find (profile, GTK_TYPE_LABEL, "name");
  GtkWidget *finding = bl_app_fixture_find (profile, GTK_TYPE_LABEL, "finding");
  BlLibrary *walker = bl_app_fixture_library (session, "Walker Library");
  g_autofree char *view = NULL;

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (name)), ==, "West End Library");
  bl_session_set_library (session, bl_record_get_id (BL_RECORD (walker)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (name)), ==, "Walker Library");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (finding)), "Second-highest need, "));
  gtk_widget_activate_action (GTK_WIDGET (page), "needs.profile", NULL);
  g_object_get (page, "view", &view, NULL);
  g_assert_cmpstr (view, ==, "libraries");
  g_assert_finalize_object (page);
}

static void
test_little (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) small = bl_app_fixture_small (context), empty = bl_app_fixture_empty (context);
  BlNeedsPage *page = g_object_ref_sink (bl_needs_page_new (small));
  GtkWidget *stack;

  /* Of five measures two are known, and they weigh a quarter: nothing is ranked, and that is said. */
  g_assert_cmpuint (bl_needs_model_get_areas (bl_needs_page_get_model (page))->n_known, ==, 0);
  g_assert_nonnull (bl_needs_model_get_reason (bl_needs_page_get_model (page)));
  g_assert_finalize_object (page);

  page = g_object_ref_sink (bl_needs_page_new (empty));
  stack = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_STACK, "stack");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "reason");
  g_assert_finalize_object (page);
}

/* --- Groups -------------------------------------------------------------------- */

static gboolean
groups_are_current (gpointer view)
{
  return bl_needs_groups_view_is_current (view);
}

/* expected.md: 93.19 % of those aged 0 to 15 within a mile, 91.977 % of 60 and over, 96.749 % in deciles 1 and 2;
 * 45 areas in decile 1. */
static void
test_groups (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlNeedsPage *page = g_object_ref_sink (bl_needs_page_new (session));
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (page), 1048, 750);
  BlNeedsGroupsView *groups
      = BL_NEEDS_GROUPS_VIEW (bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_NEEDS_GROUPS_VIEW, "groups"));
  g_autofree char *text = NULL, *with = NULL, *without = NULL;
  g_autoptr (GError) error = NULL;
  BlGroup *group;

  g_object_set (page, "view", "groups", NULL);
  bl_app_fixture_wait (groups_are_current, groups);
  text = bl_needs_groups_view_to_text (groups);
  g_assert_nonnull (strstr (text, "\t1 mile in a straight line"));
  g_assert_nonnull (strstr (text, "Everyone\t93.65"));
  g_assert_nonnull (strstr (text, "Children aged 0 to 15\t93.19"));
  g_assert_nonnull (strstr (text, "People aged 60 and over\t91.98"));
  g_assert_nonnull (strstr (text, "People in deprivation deciles 1 to 2\t96.75"));

  group = bl_group_edit_add (session, " Most deprived tenth ", "imd_decile", TRUE, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (group), "name"), ==, "most_deprived_tenth");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (group), "definition"), ==, "imd_decile<=1");
  assert_undo (session, "Add Group “Most deprived tenth”");
  bl_app_fixture_wait (groups_are_current, groups);
  with = bl_needs_groups_view_to_text (groups);
  g_assert_nonnull (strstr (with, "\nMost deprived tenth\t"));
  bl_app_fixture_assert_named (GTK_WIDGET (groups));
  bl_group_edit_remove (session, group);
  assert_undo (session, "Remove Group “Most deprived tenth”");
  bl_app_fixture_wait (groups_are_current, groups);
  without = bl_needs_groups_view_to_text (groups);
  g_assert_null (strstr (without, "Most deprived tenth"));
  g_assert_true (bl_project_undo (bl_session_get_project (session)));
  g_assert_nonnull (bl_group_edit_find (session, "most_deprived_tenth"));

  g_assert_null (bl_group_edit_add (session, "Wrong", "no_such", TRUE, 1, &error));
  g_assert_nonnull (error);
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  g_assert_finalize_object (page);
}

static void
show_once (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlNeedsPage *page = g_object_ref_sink (bl_needs_page_new (session));
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (page), 1048, 750);
  static const char *const views[] = { "libraries", "groups", "areas" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_object_set (page, "view", views[i], NULL);
      bl_app_fixture_settle ();
      bl_app_fixture_assert_named (GTK_WIDGET (page));
    }
  gtk_widget_activate_action (GTK_WIDGET (page), "page.find", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.toggle-pane", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.toggle-table", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "needs.two-way", NULL);
  bl_app_fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  g_assert_finalize_object (page);
}

static void
test_dress (void)
{
  bl_app_fixture_in_every_dress (show_once);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/app/needs-page/offered", test_offered);
  g_test_add_func ("/app/needs-page/weight", test_weight);
  g_test_add_func ("/app/needs-page/weights-add-up", test_weights_add_up);
  g_test_add_func ("/app/needs-page/indices", test_indices);
  g_test_add_func ("/app/needs-page/presets", test_presets);
  g_test_add_func ("/app/needs-page/profile", test_profile);
  g_test_add_func ("/app/needs-page/little", test_little);
  g_test_add_func ("/app/needs-page/groups", test_groups);
  g_test_add_func ("/app/needs-page/dress", test_dress);
  return g_test_run ();
}
