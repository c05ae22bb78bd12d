/* test-indicators-page.c: the list of indicators, adding, changing and removing, the picture of an Outcome
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicators-page.h"

#include <string.h>

#include "app-fixture.h"
#include "catalogue-row.h"
#include "indicator-catalogue.h"
#include "indicator-dialog.h"
#include "indicator-edit.h"
#include "indicator-form.h"
#include "indicator-list.h"
#include "indicator-row.h"
#include "outcome-view.h"
#include "own-indicator.h"
#include "places.h"

/* The sample, which has figures over time; NULL, said aloud, where it is not there. */
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

static gboolean
is_finished (gpointer model)
{
  return bl_indicator_model_is_finished (model);
}

static BlIndicatorList *
get_list (BlIndicatorsPage *page)
{
  return BL_INDICATOR_LIST (bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_INDICATOR_LIST, NULL));
}

static void
find_row (GtkWidget *widget, const char *item, BlIndicatorRow **found)
{
  if (BL_IS_INDICATOR_ROW (widget)
      && g_strcmp0 (bl_record_get_text (BL_RECORD (bl_indicator_row_get_indicator (BL_INDICATOR_ROW (widget))), "item"), item) == 0)
    *found = BL_INDICATOR_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && *found == NULL;
       child = gtk_widget_get_next_sibling (child))
    find_row (child, item, found);
}

static const BlIndicatorSummary *
summary_of (BlIndicatorsPage *page, const char *item)
{
  BlIndicatorRow *row = NULL;

  find_row (GTK_WIDGET (page), item, &row);
  g_assert_nonnull (row);
  g_assert_nonnull (bl_indicator_row_get_summary (row));
  return bl_indicator_row_get_summary (row);
}

static const char *
stack_page (BlIndicatorsPage *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (bl_app_fixture_find (GTK_WIDGET (get_list (page)), GTK_TYPE_STACK, "stack")));
}

/* Figures of expected.md and of the worked examples: 345,860 loans over 320,605 people, 93.6 %, 47,312 visits. */
static void
test_list (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = open_sample (context);
  BlIndicatorsPage *page;

  if (session == NULL)
    return;
  page = g_object_ref_sink (bl_indicators_page_new (session));
  bl_app_fixture_wait (is_finished, bl_indicator_model_of (session));
  bl_app_fixture_settle ();
  g_assert_cmpstr (bl_page_get_title (BL_PAGE (page)), ==, "Indicators");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "Seven Outcomes, 22 indicators");
  g_assert_cmpstr (stack_page (page), ==, "list");
  g_assert_cmpuint (bl_indicator_list_count (get_list (page), BL_INDICATORS_ALL), ==, 22);
  g_assert_cmpuint (bl_indicator_list_count (get_list (page), BL_INDICATORS_WITH_FIGURES)
                        + bl_indicator_list_count (get_list (page), BL_INDICATORS_NO_DATA),
                    ==, 22);
  g_assert_true (g_str_has_prefix (bl_indicator_list_get_finding (get_list (page)), "Of 22 indicators, "));
  g_assert_cmpstr (summary_of (page, "loans-per-1000")->value, ==, "1,079");
  g_assert_cmpstr (summary_of (page, "loans-per-1000")->period, ==, "2023-24");
  g_assert_cmpstr (summary_of (page, "access-1-mile")->value, ==, "93.6%");
  g_assert_cmpstr (summary_of (page, "access-1-mile")->tag, ==, "Estimate");
  g_assert_cmpstr (summary_of (page, "visits-total")->value, ==, "47,312");
  /* Loans did not move with the visits: a signal, and not called better. */
  g_assert_cmpstr (summary_of (page, "visits-total")->verdict, ==, "Settled higher");
  g_assert_cmpint (summary_of (page, "visits-total")->tone, ==, BL_SUMMARY_NEWS);
  g_assert_nonnull (summary_of (page, "visits-total")->attention);
  g_assert_cmpint (summary_of (page, "early-literacy")->state, ==, BL_STATE_PROXY);
  g_assert_true (summary_of (page, "o1-cultural-attendance")->official);
  g_assert_cmpint (summary_of (page, "o1-cultural-attendance")->figure, ==, BL_SUMMARY_NO_DATA);
  g_assert_null (summary_of (page, "o1-cultural-attendance")->value);
  g_assert_finalize_object (page);
}

static void
test_filters (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = open_sample (context);
  BlIndicatorsPage *page;
  BlIndicatorRow *lacking = NULL, *known = NULL;
  GtkWidget *search, *nothing;

  if (session == NULL)
    return;
  page = g_object_ref_sink (bl_indicators_page_new (session));
  bl_app_fixture_wait (is_finished, bl_indicator_model_of (session));
  bl_app_fixture_settle ();
  find_row (GTK_WIDGET (page), "reading-well-borrowers", &lacking);
  find_row (GTK_WIDGET (page), "loans-per-1000", &known);
  bl_indicator_list_set_filter (get_list (page), BL_INDICATORS_NO_DATA);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (lacking)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (known)));
  bl_indicator_list_set_filter (get_list (page), BL_INDICATORS_WITH_FIGURES);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (lacking)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (known)));
  bl_indicator_list_set_filter (get_list (page), BL_INDICATORS_ALL);
  search = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, "search");
  nothing = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_BOX, "nothing");
  gtk_editable_set_text (GTK_EDITABLE (search), "ZZZ");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (gtk_widget_get_visible (nothing));
  /* Whoever is led to a row sees it. */
  bl_indicator_list_reveal (get_list (page), bl_indicator_row_get_indicator (known));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (known)));
  g_assert_false (gtk_widget_get_visible (nothing));
  g_assert_finalize_object (page);
}

/* Nothing yet: it says what to do, and the usual set comes in one step. */
static void
test_empty (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_empty (context);
  BlProject *project = bl_session_get_project (session);
  BlIndicatorsPage *page = g_object_ref_sink (bl_indicators_page_new (session));
  g_autoptr (GBytes) before = bl_app_fixture_bytes (session), after = NULL;

  g_assert_cmpstr (stack_page (page), ==, "empty");
  gtk_widget_activate_action (GTK_WIDGET (page), "indicators.add-starters", NULL);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Add Usual Set of Indicators");
  bl_app_fixture_wait (is_finished, bl_indicator_model_of (session));
  g_assert_cmpstr (stack_page (page), ==, "list");
  g_assert_cmpuint (bl_indicator_list_count (get_list (page), BL_INDICATORS_NO_DATA), ==, 14);
  g_assert_true (gtk_widget_get_visible (bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_BOX, "no_series")));
  g_assert_cmpuint (bl_indicator_edit_add_starters (session), ==, 0);
  bl_project_undo (project);
  g_assert_cmpstr (stack_page (page), ==, "empty");
  after = bl_app_fixture_bytes (session);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_finalize_object (page);
}

static void
test_edit (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlProject *project = bl_session_get_project (session);
  BlIndicatorsPage *page = g_object_ref_sink (bl_indicators_page_new (session));
  BlIndicator *indicator = bl_indicator_edit_add (session, "access-1-mile");
  BlIndicatorRow *row = NULL;

  g_assert_nonnull (indicator);
  g_assert_null (bl_indicator_edit_add (session, "access-1-mile")); /* once is enough */
  g_assert_null (bl_indicator_edit_add (session, "no-such"));
  bl_app_fixture_wait (is_finished, bl_indicator_model_of (session));
  bl_app_fixture_settle ();
  g_assert_cmpstr (summary_of (page, "access-1-mile")->value, ==, "93.6%");
  bl_indicators_page_show_indicator (page, indicator);
  g_assert_cmpstr (bl_indicators_page_get_view (page), ==, "detail");
  gtk_widget_activate_action (GTK_WIDGET (page), "indicators.remove-shown", NULL);
  g_assert_cmpstr (bl_indicators_page_get_view (page), ==, "list");
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Remove Indicator “People within a mile of a library”");
  find_row (GTK_WIDGET (page), "access-1-mile", &row);
  g_assert_null (row);
  bl_project_undo (project);
  find_row (GTK_WIDGET (page), "access-1-mile", &row);
  g_assert_nonnull (row);
  g_assert_finalize_object (page);
}

/* Only what is a formula over known measures can be kept. */
static void
test_form (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  g_autoptr (BlIndicator) blank = bl_own_indicator_new ();
  BlIndicatorForm *form = g_object_ref_sink (g_object_new (BL_TYPE_INDICATOR_FORM, NULL));
  GtkEditable *name, *formula;
  GtkLabel *words;
  BlIndicator *made;

  bl_indicator_form_set (form, session, blank);
  name = GTK_EDITABLE (bl_app_fixture_find (GTK_WIDGET (form), ADW_TYPE_ENTRY_ROW, "name_row"));
  formula = GTK_EDITABLE (bl_app_fixture_find (GTK_WIDGET (form), ADW_TYPE_ENTRY_ROW, "formula"));
  words = GTK_LABEL (bl_app_fixture_find (GTK_WIDGET (form), GTK_TYPE_LABEL, "formula_words"));
  g_assert_false (bl_indicator_form_get_complete (form));
  gtk_editable_set_text (name, "Loans for each visit");
  gtk_editable_set_text (formula, "loans_physical_all ÷");
  g_assert_false (bl_indicator_form_get_complete (form));
  g_assert_nonnull (strstr (gtk_label_get_label (words), "Not a formula yet"));
  gtk_editable_set_text (formula, "loans_physical_all ÷ visits_al");
  g_assert_false (bl_indicator_form_get_complete (form));
  g_assert_nonnull (strstr (gtk_label_get_label (words), "visits_al"));
  gtk_editable_set_text (formula, "loans_physical_all ÷ visits_all");
  g_assert_true (bl_indicator_form_get_complete (form));
  g_assert_cmpstr (gtk_label_get_label (words), ==, "loans of books and other things on paper or disc ÷ visits to library sites");
  made = bl_own_indicator_new ();
  bl_indicator_form_put (form, made);
  made = bl_indicator_edit_add_own (session, made);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (made), "noun"), ==, "Loans for each visit");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (made), "serves"), ==, "use");
  g_assert_cmpstr (bl_project_get_undo_name (bl_session_get_project (session)), ==, "Add Indicator “Loans for each visit”");
  g_assert_finalize_object (form);
}

static gboolean
knows_all (gpointer data)
{
  GtkWidget *only = bl_app_fixture_find (data, GTK_TYPE_CHECK_BUTTON, "only_figures");

  /* Asked for only those with figures, until none is being asked any more. */
  g_object_set (only, "active", FALSE, NULL);
  g_object_set (only, "active", TRUE, NULL);
  return bl_indicator_catalogue_count (data) > 5;
}

static GtkWidget *
find_shown (GtkWidget *widget)
{
  if (BL_IS_CATALOGUE_ROW (widget) && gtk_widget_get_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_dialog (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  GtkWidget *dialog = bl_indicator_dialog_new (NULL, session, NULL), *catalogue, *search, *row;

  gtk_window_present (GTK_WINDOW (dialog));
  bl_app_fixture_settle ();
  catalogue = bl_app_fixture_find (dialog, BL_TYPE_INDICATOR_CATALOGUE, NULL);
  g_assert_cmpuint (bl_indicator_catalogue_count (BL_INDICATOR_CATALOGUE (catalogue)), ==, 90);
  /* Those that the map itself tells. */
  bl_app_fixture_wait (knows_all, catalogue);
  g_assert_cmpuint (bl_indicator_catalogue_count (BL_INDICATOR_CATALOGUE (catalogue)), <, 30);
  g_object_set (bl_app_fixture_find (catalogue, GTK_TYPE_CHECK_BUTTON, "only_figures"), "active", FALSE, NULL);
  search = bl_app_fixture_find (catalogue, GTK_TYPE_SEARCH_ENTRY, "search");
  gtk_editable_set_text (GTK_EDITABLE (search), "Reading Well");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (bl_indicator_catalogue_count (BL_INDICATOR_CATALOGUE (catalogue)), >, 0);
  g_assert_cmpuint (bl_indicator_catalogue_count (BL_INDICATOR_CATALOGUE (catalogue)), <, 5);
  gtk_editable_set_text (GTK_EDITABLE (search), "visits-per-1000");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (bl_indicator_catalogue_count (BL_INDICATOR_CATALOGUE (catalogue)), ==, 1);
  bl_app_fixture_assert_named (dialog);
  /* What is activated is in the project at once, and cannot be taken twice. */
  row = find_shown (catalogue);
  g_assert_false (bl_catalogue_row_get_taken (BL_CATALOGUE_ROW (row)));
  gtk_widget_activate (row);
  bl_app_fixture_settle ();
  g_assert_nonnull (bl_indicator_edit_find (session, "visits-per-1000"));
  g_assert_true (bl_catalogue_row_get_taken (BL_CATALOGUE_ROW (row)));
  bl_project_undo (bl_session_get_project (session));
  g_assert_false (bl_catalogue_row_get_taken (BL_CATALOGUE_ROW (row)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Outcome 2 of the sample: six indicators, of which two have no figures. */
static void
test_outcome (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = open_sample (context);
  BlIndicatorsPage *page;
  GtkWidget *view, *finding, *rows;

  if (session == NULL)
    return;
  page = g_object_ref_sink (bl_indicators_page_new (session));
  bl_indicators_page_show_outcome (page, 2);
  view = bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_OUTCOME_VIEW, NULL);
  finding = bl_app_fixture_find (view, GTK_TYPE_LABEL, "finding");
  rows = bl_app_fixture_find (view, GTK_TYPE_LIST_BOX, "rows");
  g_assert_cmpstr (bl_indicators_page_get_view (page), ==, "outcome");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "Outcome 2: Increased reading and literacy");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (finding)), ==,
                   "Of 6 indicators, none has clearly improved or become worse and two have no data");
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 5));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 6));
  gtk_widget_activate_action (view, "outcome.next", NULL);
  g_assert_cmpuint (bl_outcome_view_get_outcome (BL_OUTCOME_VIEW (view)), ==, 3);
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "Outcome 3: Improved digital access and literacy");
  /* One that serves none of what the project has chosen says so. */
  bl_indicators_page_show_outcome (page, 6);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (finding)), ==, "Of 1 indicator, one has no data");
  g_assert_finalize_object (page);
}

static void
in_one_dress (void)
{
  static const int widths[] = { 1048, 700, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (BlContext) context = bl_app_fixture_context ();
      g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
      BlIndicatorsPage *page = g_object_ref (bl_indicators_page_new (session));
      GtkWidget *window;

      bl_indicator_edit_add_starters (session);
      window = bl_app_fixture_show (GTK_WIDGET (page), widths[i], 700);
      bl_app_fixture_wait (is_finished, bl_indicator_model_of (session));
      gtk_test_widget_wait_for_draw (window);
      bl_app_fixture_assert_named (GTK_WIDGET (page));
      bl_indicators_page_show_outcome (page, 7);
      gtk_test_widget_wait_for_draw (window);
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
  g_test_add_func ("/indicators-page/list", test_list);
  g_test_add_func ("/indicators-page/filters", test_filters);
  g_test_add_func ("/indicators-page/empty", test_empty);
  g_test_add_func ("/indicators-page/edit", test_edit);
  g_test_add_func ("/indicators-page/form", test_form);
  g_test_add_func ("/indicators-page/dialog", test_dialog);
  g_test_add_func ("/indicators-page/outcome", test_outcome);
  g_test_add_func ("/indicators-page/dresses", test_dresses);
  return g_test_run ();
}
