/* test-assess-results.c: the results section of a self-assessment: figures, words, judgement, no data, findings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-results.h"

#include <string.h>

#include "app-fixture.h"
#include "findings-box.h"
#include "indicator-model.h"
#include "long-text-row.h"
#include "places.h"
#include "result-edit.h"
#include "result-figure.h"
#include "results-area-view.h"

/* The sample, which has figures over time and a self-assessment; NULL, said aloud, where it is not there. */
static BlSession *
open_sample (BlContext *context)
{
  g_autofree char *path = bl_places_find_data ("sample/newcastle.branchline");
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      g_test_skip ("there is no sample");
      return NULL;
    }
  document = bl_document_open (path, bl_context_get_ids (context), bl_context_get_clock (context), NULL, &error);
  g_assert_no_error (error);
  return bl_session_new (context, document);
}

static BlAssessment *
get_assessment (BlSession *session)
{
  g_autoptr (BlAssessment) first
      = g_list_model_get_item (bl_record_get_list (BL_RECORD (bl_session_get_project (session)), "assessments"), 0);

  return first; /* the project holds it */
}

static BlAssessResults *
make (BlSession *session)
{
  BlAssessResults *view = g_object_ref_sink (g_object_new (BL_TYPE_ASSESS_RESULTS, "session", session, NULL));

  g_object_set (view, "assessment", get_assessment (session), NULL);
  return view;
}

static gboolean
is_finished (gpointer model)
{
  return bl_indicator_model_is_finished (model);
}

static GtkToggleButton *
find_level (GtkWidget *view, const char *level)
{
  GtkWidget *levels = bl_app_fixture_find (view, GTK_TYPE_BOX, "levels");

  for (GtkWidget *child = gtk_widget_get_first_child (levels); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "level"), level) == 0)
      return GTK_TOGGLE_BUTTON (child);
  g_assert_not_reached ();
}

static const char *
label_of (gpointer view, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (view, GTK_TYPE_LABEL, name)));
}

/* Loans for each 1,000 people are 1,079 (expected.md); at most four figures have a chart. */
static void
test_figures (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = open_sample (context);
  BlAssessResults *view;
  GtkWidget *figures;
  gboolean loans = FALSE;
  guint n = 0;

  if (session == NULL)
    return;
  view = make (session);
  g_assert_cmpstr (label_of (view, "progress"), ==, "2 of 11 areas judged");
  g_assert_true (bl_assess_results_show (view, "results-use"));
  g_assert_false (bl_assess_results_show (view, "results-nowhere"));
  g_assert_cmpstr (bl_assess_results_get_area (view), ==, "results-use");
  bl_app_fixture_wait (is_finished, bl_indicator_model_of (session));
  bl_app_fixture_settle ();
  figures = bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_FLOW_BOX, "figures");
  for (GtkWidget *child = gtk_widget_get_first_child (figures); child != NULL; child = gtk_widget_get_next_sibling (child), n++)
    {
      BlResultFigure *figure = BL_RESULT_FIGURE (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child)));

      if (strstr (bl_result_figure_get_words (figure), "Book loans for every 1,000 people: 1,079") != NULL)
        loans = TRUE;
    }
  g_assert_cmpuint (n, ==, BL_RESULTS_MOST_CHARTS);
  g_assert_true (loans);
  /* The others are listed without one, where somebody asks for them. */
  g_assert_true (g_str_has_suffix (
      gtk_expander_get_label (GTK_EXPANDER (bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_EXPANDER, "more_expander"))),
      "more indicators"));
  g_assert_cmpstr (label_of (view, "state_pill"), ==, "Mixed");
  g_assert_finalize_object (view);
}

/* One click says that no data are held; it may go among the areas for improvement; undo takes each back. */
static void
test_no_data (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = open_sample (context);
  BlAssessResults *view;
  BlAssessment *assessment;
  GtkWidget *forward;

  if (session == NULL)
    return;
  view = make (session);
  assessment = get_assessment (session);
  bl_assess_results_show (view, "results-culture");
  g_assert_cmpstr (label_of (view, "state_pill"), ==, "Not judged yet");
  gtk_toggle_button_set_active (find_level (GTK_WIDGET (view), "result-nodata"), TRUE);
  g_assert_true (bl_result_has_no_data (assessment, "results-culture"));
  g_assert_cmpstr (label_of (view, "state_pill"), ==, "No data held");
  g_assert_cmpstr (label_of (view, "progress"), ==, "3 of 11 areas judged");
  g_assert_true (g_str_has_prefix (label_of (view, "no_data_means"), "We may be putting on good work"));
  forward = bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_BUTTON, "forward_button");
  g_signal_emit_by_name (forward, "clicked");
  g_assert_true (bl_result_is_put_forward (assessment, bl_framework_find_area (bl_assessment_find_framework (bl_session_get_project (session), assessment), "results-culture")));
  g_assert_false (gtk_widget_get_sensitive (forward));
  bl_project_undo (bl_session_get_project (session));
  g_assert_true (gtk_widget_get_sensitive (forward));
  /* Another level is said instead, and the gap no more. */
  gtk_toggle_button_set_active (find_level (GTK_WIDGET (view), "result-mixed"), TRUE);
  g_assert_false (bl_result_has_no_data (assessment, "results-culture"));
  bl_project_undo (bl_session_get_project (session));
  bl_project_undo (bl_session_get_project (session));
  g_assert_cmpstr (label_of (view, "state_pill"), ==, "Not judged yet");
  /* Pressed once more, the judgement is taken back. */
  gtk_toggle_button_set_active (find_level (GTK_WIDGET (view), "result-mixed"), TRUE);
  gtk_toggle_button_set_active (find_level (GTK_WIDGET (view), "result-mixed"), FALSE);
  g_assert_cmpstr (label_of (view, "state_pill"), ==, "Not judged yet");
  g_assert_finalize_object (view);
}

static void
test_words (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = open_sample (context);
  BlAssessResults *view;
  GtkWidget *trend;

  if (session == NULL)
    return;
  view = make (session);
  bl_assess_results_show (view, "results-reading");
  trend = bl_app_fixture_find (GTK_WIDGET (view), BL_TYPE_LONG_TEXT_ROW, "trend");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (bl_app_fixture_find (trend, GTK_TYPE_TEXT_VIEW, NULL))),
                            "Loans fell in the pandemic and came back.", -1);
  /* Going on to another area keeps what was written last. */
  gtk_widget_activate_action (GTK_WIDGET (view), "results.after", NULL);
  g_assert_cmpstr (bl_assess_results_get_area (view), ==, "results-digital");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_result_find (get_assessment (session), "results-reading")), "trend"), ==,
                   "Loans fell in the pandemic and came back.");
  {
    g_autofree char *text = bl_long_text_row_get_text (BL_LONG_TEXT_ROW (trend));

    g_assert_cmpstr (text, ==, "");
  }
  bl_project_undo (bl_session_get_project (session));
  g_assert_null (bl_result_find (get_assessment (session), "results-reading"));
  g_assert_finalize_object (view);
}

/* Two to four: the fifth is refused kindly. */
static void
test_findings (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = open_sample (context);
  BlAssessResults *view;
  GtkWidget *box, *entry;

  if (session == NULL)
    return;
  view = make (session);
  bl_assess_results_show (view, "results-use");
  box = bl_app_fixture_find (GTK_WIDGET (view), BL_TYPE_FINDINGS_BOX, "strengths");
  entry = bl_app_fixture_find (box, ADW_TYPE_ENTRY_ROW, "entry");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("Strength of ours %u", i);

      gtk_editable_set_text (GTK_EDITABLE (entry), text);
      g_signal_emit_by_name (entry, "entry-activated");
    }
  g_assert_cmpstr (label_of (box, "pill"), ==, "4 of two to four");
  g_assert_true (gtk_widget_get_visible (bl_app_fixture_find (box, GTK_TYPE_LABEL, "said")));
  g_assert_true (g_str_has_prefix (label_of (box, "said"), "There are four strengths already."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Strength of ours 4"); /* what was typed stays */
  g_signal_emit_by_name (bl_app_fixture_find (box, BL_TYPE_LONG_TEXT_ROW, NULL), "removed");
  g_assert_cmpstr (label_of (box, "pill"), ==, "3 of two to four");
  g_assert_finalize_object (view);
}

/* Three areas, and the Outcome put first. */
static void
test_short (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = open_sample (context);
  BlAssessResults *view;
  GtkWidget *first;

  if (session == NULL)
    return;
  bl_project_begin (bl_session_get_project (session), "Short");
  bl_record_set_text (BL_RECORD (get_assessment (session)), "route", "route-90");
  bl_project_commit (bl_session_get_project (session));
  view = make (session);
  g_assert_cmpstr (bl_assess_results_get_area (view), ==, "results-use");
  g_assert_cmpstr (label_of (view, "progress"), ==, "2 of 3 areas judged");
  first = bl_app_fixture_find (GTK_WIDGET (view), GTK_TYPE_DROP_DOWN, "first");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (first), 2);
  g_assert_cmpstr (bl_assess_results_get_area (view), ==, "results-reading");
  g_assert_cmpstr (label_of (view, "progress"), ==, "2 of 4 areas judged");
  /* Another one takes its place where nothing was said of it. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (first), 3);
  g_assert_cmpstr (bl_assess_results_get_area (view), ==, "results-digital");
  g_assert_cmpstr (label_of (view, "progress"), ==, "2 of 4 areas judged");
  bl_project_undo (bl_session_get_project (session));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (first)), ==, 2);
  g_assert_finalize_object (view);
}

static void
show_in_dress (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = open_sample (context);
  BlAssessResults *view;
  GtkWidget *window;

  if (session == NULL)
    return;
  view = make (session);
  window = bl_app_fixture_show (GTK_WIDGET (view), 900, 700);
  bl_app_fixture_wait (is_finished, bl_indicator_model_of (session));
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (GTK_WIDGET (view));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
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
  g_test_add_func ("/assess-results/figures", test_figures);
  g_test_add_func ("/assess-results/no-data", test_no_data);
  g_test_add_func ("/assess-results/words", test_words);
  g_test_add_func ("/assess-results/findings", test_findings);
  g_test_add_func ("/assess-results/short", test_short);
  g_test_add_func ("/assess-results/dresses", test_dresses);
  return g_test_run ();
}
