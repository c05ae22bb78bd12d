/* test-assess-page.c: the page Self-assessment: none yet, beginning one, the steps, choosing and removing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-page.h"

#include "app-fixture.h"
#include "assess-begin-dialog.h"
#include "assess-change.h"
#include "assess-home.h"
#include "field-row.h"

static BlAssessHome *
get_home (BlAssessPage *page)
{
  return BL_ASSESS_HOME (bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_ASSESS_HOME, NULL));
}

static const char *
get_label (BlAssessPage *page, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (GTK_WIDGET (get_home (page)), GTK_TYPE_LABEL, name)));
}

static AdwActionRow *
get_row (BlAssessPage *page, const char *list, int place)
{
  GtkWidget *box = bl_app_fixture_find (GTK_WIDGET (get_home (page)), GTK_TYPE_LIST_BOX, list);

  return ADW_ACTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), place));
}

static BlAssessBeginDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (BL_IS_ASSESS_BEGIN_DIALOG (at->data))
      return at->data;
  return NULL;
}

/* A project with one that is begun, by the dialog as a person would. */
static BlAssessment *
begin (BlAssessPage *page)
{
  BlAssessBeginDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (page), "page.add", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "assess-begin.begin", NULL);
  bl_app_fixture_settle ();
  return bl_assess_page_get_assessment (page);
}

static void
test_none (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlAssessPage *page = bl_assess_page_new (session);
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (page), 900, 700);

  g_assert_cmpstr (bl_assess_page_get_view (page), ==, "home");
  g_assert_null (bl_assess_page_get_assessment (page));
  g_assert_cmpstr (get_label (page, "notice"), ==,
                   "This is the Branchline starter set, written for Branchline. It is not the official 2017 text.");
  g_assert_true (g_str_has_prefix (get_label (page, "tone"), "This is a conversation about"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (page, "routes", 1))), ==, "Half a day");
  g_assert_null (get_row (page, "routes", 3));
  /* No view without a self-assessment. */
  g_assert_false (bl_assess_page_show (page, "prepare"));
  g_assert_false (bl_assess_page_show (page, "no such view"));
  g_assert_cmpstr (bl_assess_page_get_view (page), ==, "home");
  bl_app_fixture_assert_named (GTK_WIDGET (page));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What was chosen is there when one comes back; nothing is in the project before it is begun. */
static void
test_begin (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlAssessPage *page = bl_assess_page_new (session);
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (page), 1100, 800);
  g_autoptr (GBytes) before = bl_app_fixture_bytes (session), after = NULL;
  BlAssessBeginDialog *dialog;
  GtkWidget *title;
  BlAssessment *assessment;
  BlFramework *framework;
  g_autofree char *checksum = NULL, *shipped_checksum = NULL;
  g_autoptr (BlFramework) shipped = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "page.add", NULL);
  dialog = find_dialog ();
  g_assert_cmpuint (g_list_model_get_n_items (bl_assess_begin_dialog_get_frameworks (dialog)), ==, 2);
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (GTK_WIDGET (dialog));
  title = bl_app_fixture_find (GTK_WIDGET (dialog), BL_TYPE_FIELD_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (title), "Spring 2026");
  gtk_window_close (GTK_WINDOW (dialog));
  bl_app_fixture_settle ();
  g_assert_null (find_dialog ());
  after = bl_app_fixture_bytes (session);
  g_assert_true (g_bytes_equal (before, after));

  gtk_widget_activate_action (GTK_WIDGET (page), "page.add", NULL);
  dialog = find_dialog ();
  title = bl_app_fixture_find (GTK_WIDGET (dialog), BL_TYPE_FIELD_ROW, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Spring 2026");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "assess-begin.begin", NULL);
  bl_app_fixture_settle ();

  assessment = bl_assess_page_get_assessment (page);
  g_assert_nonnull (assessment);
  g_assert_cmpstr (bl_assess_page_get_view (page), ==, "prepare");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (assessment), "title"), ==, "Spring 2026");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (assessment), "route"), ==, "route-half");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (assessment), "scale"), ==, "scale-four");
  /* With the framework as it is now, whole. */
  framework = bl_assessment_find_framework (project, assessment);
  shipped = bl_framework_load ("self-assessment-starter", NULL);
  checksum = bl_framework_make_checksum (framework);
  shipped_checksum = bl_framework_make_checksum (shipped);
  g_assert_cmpstr (checksum, ==, shipped_checksum);

  /* Another one uses the same framework; undone, the first is there still. */
  g_assert_nonnull (begin (page));
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (project), "frameworks")), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (project), "assessments")), ==, 2);
  g_assert_true (bl_project_undo (project));
  g_assert_true (bl_assess_page_get_assessment (page) == assessment);
  g_assert_cmpstr (bl_assess_page_get_view (page), ==, "home");
  /* And all of it: there is none again. */
  g_assert_true (bl_project_undo (project));
  g_assert_null (bl_assess_page_get_assessment (page));
  bl_app_fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A date that is none is said where it stands, and nothing is begun. */
static void
test_wrong_date (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  g_autoptr (BlAssessment) draft = bl_assessment_new (NULL);
  GtkWidget *dialog = bl_assess_begin_dialog_new (NULL, session, draft), *title, *list, *meeting;

  gtk_window_present (GTK_WINDOW (dialog));
  bl_app_fixture_settle ();
  title = bl_app_fixture_find (dialog, BL_TYPE_FIELD_ROW, NULL);
  list = gtk_widget_get_parent (title);
  meeting = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  gtk_editable_set_text (GTK_EDITABLE (meeting), "next Tuesday");
  gtk_widget_activate_action (dialog, "assess-begin.begin", NULL);
  g_assert_nonnull (bl_field_row_get_error (BL_FIELD_ROW (meeting)));
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (bl_session_get_project (session)), "assessments")), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (meeting), "2026-06-02");
  gtk_widget_activate_action (dialog, "assess-begin.begin", NULL);
  bl_app_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (bl_session_get_project (session)), "assessments")), ==, 1);
}

static void
test_steps (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlAssessPage *page = bl_assess_page_new (session);
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (page), 900, 700);
  BlAssessment *assessment = begin (page), *second;
  BlAssessmentMember *ann, *bob;

  g_assert_true (bl_assess_page_show (page, "home"));
  g_assert_cmpstr (get_label (page, "finding"), ==, "Next: Prepare");
  g_assert_false (gtk_widget_get_visible (bl_app_fixture_find (GTK_WIDGET (get_home (page)), GTK_TYPE_BOX, "members_box")));
  g_assert_true (g_str_has_prefix (get_label (page, "missing"), "• Nobody is in the team yet."));

  ann = bl_assess_change_add_member (session, assessment, "role-leader");
  bob = bl_assess_change_add_member (session, assessment, "role-friend");
  bl_project_begin (project, "Names");
  bl_record_set_text (BL_RECORD (ann), "name", "Ann Example");
  bl_record_set_date (BL_RECORD (assessment), "meeting", bl_clock_today (bl_project_get_clock (project)) + 30);
  bl_project_commit (project);
  g_assert_cmpstr (get_label (page, "finding"), ==, "Next: Rate alone");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (page, "members", 0))), ==, "Ann Example");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_row (page, "members", 0)), ==, "Leader");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (page, "members", 1))), ==, "Critical friend 2");
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (GTK_WIDGET (page));

  /* Several: one is chosen, and goes with all that refers to it. */
  second = begin (page);
  g_assert_true (second != assessment);
  bl_assess_page_show (page, "home");
  gtk_widget_activate_action (GTK_WIDGET (page), "assess.choose", "s", bl_record_get_id (BL_RECORD (assessment)));
  g_assert_true (bl_assess_page_get_assessment (page) == assessment);
  gtk_widget_activate_action (GTK_WIDGET (page), "assess.remove", "s", bl_record_get_id (BL_RECORD (assessment)));
  g_assert_true (bl_assess_page_get_assessment (page) == second);
  g_assert_true (bl_project_undo (project));
  g_assert_true (bl_record_get_parent (BL_RECORD (bob)) == BL_RECORD (assessment));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Somebody who leaves takes what was theirs along; what was agreed stays; undo brings all back. */
static void
test_leave (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlAssessPage *page = bl_assess_page_new (session);
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (page), 900, 700);
  BlAssessment *assessment = begin (page);
  BlRecord *record = BL_RECORD (assessment);
  BlAssessmentMember *ann = bl_assess_change_add_member (session, assessment, "role-leader");
  g_autoptr (BlRating) rating = bl_rating_new (NULL);
  g_autoptr (BlFinding) own = bl_finding_new (NULL), agreed = bl_finding_new (NULL);

  bl_project_begin (project, "Rate");
  bl_record_set_text (BL_RECORD (rating), "member", bl_record_get_id (BL_RECORD (ann)));
  bl_record_set_text (BL_RECORD (rating), "item", "purpose-choices");
  bl_record_set_text (BL_RECORD (own), "member", bl_record_get_id (BL_RECORD (ann)));
  bl_record_set_text (BL_RECORD (agreed), "member", bl_record_get_id (BL_RECORD (ann)));
  bl_record_set_boolean (BL_RECORD (agreed), "agreed", TRUE);
  bl_record_append (record, "ratings", BL_RECORD (rating));
  bl_record_append (record, "findings", BL_RECORD (own));
  bl_record_append (record, "findings", BL_RECORD (agreed));
  bl_project_commit (project);
  bl_assess_change_remove_member (session, ann);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (record, "team")), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (record, "ratings")), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (record, "findings")), ==, 1);
  g_assert_null (bl_record_get_text (BL_RECORD (agreed), "member"));
  g_assert_true (bl_project_undo (project));
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (record, "ratings")), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (record, "findings")), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dress (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlAssessPage *page = bl_assess_page_new (session);
  GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (page), 900, 700);
  BlAssessment *assessment = begin (page);

  bl_assess_change_add_member (session, assessment, "role-volunteer");
  bl_assess_page_show (page, "home");
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (GTK_WIDGET (page));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (test_dress);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/assess-page/none", test_none);
  g_test_add_func ("/assess-page/begin", test_begin);
  g_test_add_func ("/assess-page/wrong-date", test_wrong_date);
  g_test_add_func ("/assess-page/steps", test_steps);
  g_test_add_func ("/assess-page/leave", test_leave);
  g_test_add_func ("/assess-page/dresses", test_dresses);
  return g_test_run ();
}
