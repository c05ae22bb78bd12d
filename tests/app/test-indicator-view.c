/* test-indicator-view.c: one indicator in process: what it says, breaks, comments, typed figures, undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-view.h"

#include "app-fixture.h"
#include "break-dialog.h"
#include "chart-view.h"
#include "dictionary.h"
#include "figure-dialog.h"
#include "indicator-change.h"
#include "indicator-events.h"
#include "indicator-pane.h"

/* Visits of the small project's service: a level of 100, and from month 13 on of 200, with a wave of five. */
static double
value_of (guint month)
{
  static const double wave[] = { 0, 4, -3, 2, -4, 3 };

  return (month < 12 ? 100 : 200) + wave[month % 6];
}

static BlIndicator *
add_indicator (BlSession *session, guint months)
{
  BlProject *project = bl_session_get_project (session);
  BlDictionary *dictionary = bl_context_get_dictionary (bl_session_get_context (session), NULL);
  g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "visits-total");
  g_autoptr (BlSeries) series = bl_series_new (NULL);
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (BlTable) period_table = NULL, value_table = NULL;

  for (guint i = 0; i < months; i++)
    {
      double value = value_of (i);

      g_ptr_array_add (periods, g_strdup_printf ("%u-%02u-01/P1M", 2022 + (i + 3) / 12, (i + 3) % 12 + 1));
      g_array_append_val (values, value);
    }
  period_table = bl_table_new_texts ((const char *const *) periods->pdata, months);
  value_table = bl_table_new_numbers ((const double *) (gpointer) values->data, months);
  bl_record_set_text (BL_RECORD (series), "measure", "visits_all");
  bl_record_set_enum (BL_RECORD (series), "geography", BL_GEOGRAPHY_SERVICE);
  bl_record_set_enum (BL_RECORD (series), "period-kind", BL_PERIOD_KIND_MONTH);
  bl_record_set_text (BL_RECORD (series), "source", "Door counters");
  bl_record_set_table (BL_RECORD (series), "periods", period_table);
  bl_record_set_table (BL_RECORD (series), "values", value_table);
  bl_project_begin (project, "Add");
  bl_record_append (BL_RECORD (project), "series", BL_RECORD (series));
  bl_record_append (BL_RECORD (project), "indicators", BL_RECORD (indicator));
  bl_project_commit (project);
  return indicator; /* the project holds it */
}

static GtkWidget *
find (GtkWidget *view, GType type, const char *name)
{
  GtkWidget *found = bl_app_fixture_find (view, type, name);

  g_assert_nonnull (found);
  return found;
}

static const char *
get_finding (GtkWidget *view)
{
  BlChart *chart = bl_chart_view_get_chart (BL_CHART_VIEW (find (view, BL_TYPE_CHART_VIEW, "chart")));

  g_assert_nonnull (chart);
  return chart->title;
}

static const char *
get_pill (GtkWidget *view)
{
  return gtk_label_get_label (GTK_LABEL (find (view, GTK_TYPE_LABEL, "pill_word")));
}

static guint32
day_of (guint year, guint month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* The level doubles in month 13: the rules see it, and offer to start again; a break there makes both halves steady. */
static void
test_break (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlIndicator *indicator = add_indicator (session, 36);
  GtkWidget *view = g_object_ref_sink (bl_indicator_view_new (session)), *offer;
  g_autofree char *before = NULL;

  bl_indicator_view_set_indicator (BL_INDICATOR_VIEW (view), indicator);
  before = g_strdup (get_finding (view));
  offer = find (view, ADW_TYPE_BIN, "offer");
  g_test_message ("%s (%s)", before, get_pill (view));
  bl_indicator_change_add_break (session, indicator, BL_BREAK_STEP, day_of (2023, 4), 0, "New counters", "A. Shah");
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Mark a Break in Visits to libraries");
  g_assert_cmpstr (get_finding (view), !=, before);
  g_assert_cmpstr (get_pill (view), ==, "No clear change");
  g_assert_false (gtk_widget_get_visible (offer));
  g_assert_true (gtk_widget_get_visible (find (view, GTK_TYPE_BOX, "events_part")));
  g_assert_true (bl_project_undo (project));
  g_assert_cmpstr (get_finding (view), ==, before);
  g_assert_false (gtk_widget_get_visible (find (view, GTK_TYPE_BOX, "events_part")));
  g_assert_finalize_object (view);
}

/* Picking a point and saying why: the words stand with the figure in the table; undo takes them away. */
static void
test_comment (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlIndicator *indicator = add_indicator (session, 24);
  GtkWidget *view = g_object_ref_sink (bl_indicator_view_new (session));
  BlChartView *chart = BL_CHART_VIEW (find (view, BL_TYPE_CHART_VIEW, "chart"));
  GtkWidget *button = find (view, GTK_TYPE_BUTTON, "comment_button");
  BlPeriod period = bl_period_of (day_of (2022, 6), BL_PERIOD_KIND_MONTH);
  const BlChartTable *table;

  bl_indicator_view_set_indicator (BL_INDICATOR_VIEW (view), indicator);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Comment…");
  bl_chart_view_pick (chart, 2);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Comment on June 2022…");
  bl_indicator_change_set_comment (session, indicator, &period, "Heating failed");
  table = bl_chart_view_get_chart (chart)->table;
  g_assert_cmpstr (bl_chart_table_get (table, 2, table->columns->len - 1)->text, ==, "Heating failed");
  /* Another one takes its place. */
  bl_indicator_change_set_comment (session, indicator, &period, "The heating failed");
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (indicator), "comments")), ==, 1);
  bl_indicator_change_set_comment (session, indicator, &period, " ");
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (indicator), "comments")), ==, 0);
  g_assert_true (bl_project_undo (project));
  g_assert_true (bl_project_undo (project));
  g_assert_nonnull (bl_indicator_change_find_comment (indicator, &period));
  g_assert_true (bl_project_undo (project));
  g_assert_null (bl_indicator_change_find_comment (indicator, &period));
  table = bl_chart_view_get_chart (chart)->table;
  g_assert_cmpstr (bl_chart_table_get (table, 2, table->columns->len - 1)->text, ==, "");
  g_assert_finalize_object (view);
}

/* Only a stretch that is marked out is judged. */
static void
test_stretch (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlIndicator *indicator = add_indicator (session, 36);
  GtkWidget *view = g_object_ref_sink (bl_indicator_view_new (session));
  GtkWidget *window = bl_app_fixture_show (view, 1200, 800);
  BlChartView *chart = BL_CHART_VIEW (find (view, BL_TYPE_CHART_VIEW, "chart"));
  GtkWidget *part = find (view, GTK_TYPE_BOX, "stretch_part");
  g_autofree char *whole = NULL;

  bl_indicator_view_set_indicator (BL_INDICATOR_VIEW (view), indicator);
  bl_app_fixture_settle ();
  whole = g_strdup (get_finding (view));
  g_assert_false (gtk_widget_get_visible (part));
  bl_chart_view_set_stretch (chart, (int) day_of (2022, 4), (int) day_of (2022, 12));
  g_assert_true (gtk_widget_get_visible (part));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (view, GTK_TYPE_LABEL, "stretch_words"))), ==,
                   "Only April to December 2022 is judged.");
  g_assert_cmpstr (get_finding (view), !=, whole);
  gtk_widget_activate_action (view, "indicator.judge-all", NULL);
  g_assert_false (gtk_widget_get_visible (part));
  g_assert_cmpstr (get_finding (view), ==, whole);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is wanted, owner, rules: each is a step, and the second voice is shown with its rule. */
static void
test_pane (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlIndicator *indicator = add_indicator (session, 24);
  GtkWidget *view = g_object_ref_sink (bl_indicator_view_new (session));
  AdwComboRow *direction, *rules;
  gboolean local = FALSE;

  bl_indicator_view_set_indicator (BL_INDICATOR_VIEW (view), indicator);
  direction = ADW_COMBO_ROW (find (view, ADW_TYPE_COMBO_ROW, "direction"));
  rules = ADW_COMBO_ROW (find (view, ADW_TYPE_COMBO_ROW, "rules"));
  g_assert_cmpuint (adw_combo_row_get_selected (direction), ==, 0);
  g_assert_false (gtk_widget_get_visible (find (view, GTK_TYPE_BOX, "rag")));
  adw_combo_row_set_selected (direction, 1);
  g_assert_cmpint (bl_record_get_enum (BL_RECORD (indicator), "direction"), ==, BL_WANTED_DOWN);
  g_assert_true (bl_record_get_boolean (BL_RECORD (indicator), "local-direction", &local) && local);
  g_assert_true (bl_project_undo (project));
  g_assert_cmpuint (adw_combo_row_get_selected (direction), ==, 0);
  g_assert_false (bl_record_is_known (BL_RECORD (indicator), "local-direction"));
  adw_combo_row_set_selected (direction, 2);
  g_assert_true (gtk_widget_get_visible (find (view, GTK_TYPE_WIDGET, "target_low")));
  g_assert_false (gtk_widget_get_visible (find (view, GTK_TYPE_WIDGET, "target")));
  g_assert_true (bl_project_undo (project));
  adw_combo_row_set_selected (rules, 2);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (indicator), "rules"), ==, "nelson");
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (find (view, GTK_TYPE_LABEL, "rules_words"))), "fourteen"));
  g_assert_true (bl_project_undo (project));
  g_assert_cmpuint (adw_combo_row_get_selected (rules), ==, 0);
  bl_project_begin (project, "Target");
  bl_record_set_real (BL_RECORD (indicator), "target", 150);
  bl_project_commit (project);
  g_assert_true (gtk_widget_get_visible (find (view, GTK_TYPE_BOX, "rag")));
  g_assert_true (gtk_widget_get_visible (find (view, GTK_TYPE_LABEL, "rag_rule")));
  g_assert_finalize_object (view);
}

/* The plain form: it shows what is there and whose it is, and refuses what is no figure. */
static void
test_figure (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlIndicator *indicator = add_indicator (session, 24);
  g_autoptr (BlIndicatorStudy) study = bl_indicator_study_new (session);
  GtkWidget *dialog;
  GtkEditable *period, *figure;

  bl_indicator_study_set_indicator (study, indicator);
  dialog = bl_figure_dialog_new (NULL, study, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  period = GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "period"));
  figure = GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "figure"));
  g_assert_cmpstr (gtk_editable_get_text (period), ==, "Apr 2024");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (dialog, GTK_TYPE_LABEL, "now"))), ==,
                   "Now: no data. Source: Door counters.");
  gtk_editable_set_text (period, "Mar 2024");
  g_assert_cmpstr (gtk_editable_get_text (figure), ==, "203");
  gtk_editable_set_text (figure, "many");
  g_assert_true (gtk_widget_get_visible (find (dialog, GTK_TYPE_LABEL, "problem")));
  gtk_editable_set_text (figure, "1,210");
  g_assert_false (gtk_widget_get_visible (find (dialog, GTK_TYPE_LABEL, "problem")));
  gtk_widget_activate_action (dialog, "figure.save", NULL);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Set the Figure of March 2024");
  g_assert_cmpfloat (bl_indicator_study_get_values (study, NULL)->values->items[23].value, ==, 1210);
  g_assert_cmpstr (bl_indicator_study_get_values (study, NULL)->values->items[23].note, ==, "Was 203 before.");
  g_assert_true (bl_project_undo (project));
  g_assert_cmpfloat (bl_indicator_study_get_values (study, NULL)->values->items[23].value, ==, 203);
}

/* A break asks for a day and a reason, and takes a month for its first day. */
static void
test_break_dialog (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlIndicator *indicator = add_indicator (session, 24);
  GtkWidget *dialog = bl_break_dialog_new (NULL, session, indicator, NULL, BL_BREAK_METHOD, 0);
  GListModel *breaks = bl_record_get_list (BL_RECORD (indicator), "breaks");
  g_autoptr (BlRecord) made = NULL;
  guint32 day;

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_activate_action (dialog, "break.save", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (breaks), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "from")), "Apr 2023");
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "until")), "2023-05-01");
  g_assert_true (gtk_widget_get_visible (find (dialog, GTK_TYPE_LABEL, "problem")));
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "until")), "");
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "reason")), "New counters");
  gtk_widget_activate_action (dialog, "break.save", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (breaks), ==, 1);
  made = g_list_model_get_item (breaks, 0);
  g_assert_true (bl_record_get_date (made, "from", &day));
  g_assert_cmpuint (day, ==, day_of (2023, 4));
  g_assert_cmpint (bl_record_get_enum (made, "cause"), ==, BL_BREAK_METHOD);
  g_assert_cmpstr (bl_record_get_text (made, "reason"), ==, "New counters");
}

static void
on_closed (GtkWidget *view, guint *n)
{
  (*n)++;
}

/* What is removed elsewhere is not shown any longer; going back says so. */
static void
test_closed (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlProject *project = bl_session_get_project (session);
  BlIndicator *indicator = add_indicator (session, 24);
  GtkWidget *view = g_object_ref_sink (bl_indicator_view_new (session));
  guint closed = 0;

  g_signal_connect (view, "closed", G_CALLBACK (on_closed), &closed);
  bl_indicator_view_set_indicator (BL_INDICATOR_VIEW (view), indicator);
  gtk_widget_activate_action (view, "indicator.back", NULL);
  g_assert_cmpuint (closed, ==, 1);
  bl_project_begin (project, "Remove");
  bl_project_delete (project, BL_RECORD (indicator));
  bl_project_commit (project);
  g_assert_cmpuint (closed, ==, 2);
  g_assert_null (bl_indicator_view_get_indicator (BL_INDICATOR_VIEW (view)));
  g_assert_finalize_object (view);
}

static void
show_it (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlIndicator *indicator = add_indicator (session, 36);
  GtkWidget *view = bl_indicator_view_new (session), *window;

  bl_indicator_view_set_indicator (BL_INDICATOR_VIEW (view), indicator);
  bl_indicator_change_add_break (session, indicator, BL_BREAK_STEP, day_of (2023, 4), 0, "New counters", NULL);
  window = bl_app_fixture_show (view, 1100, 800);
  bl_app_fixture_assert_named (view);
  g_object_set (view, "table-shown", TRUE, NULL);
  bl_app_fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (show_it);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/indicator-view/break", test_break);
  g_test_add_func ("/indicator-view/comment", test_comment);
  g_test_add_func ("/indicator-view/stretch", test_stretch);
  g_test_add_func ("/indicator-view/pane", test_pane);
  g_test_add_func ("/indicator-view/figure", test_figure);
  g_test_add_func ("/indicator-view/break-dialog", test_break_dialog);
  g_test_add_func ("/indicator-view/closed", test_closed);
  g_test_add_func ("/indicator-view/dresses", test_dresses);
  return g_test_run ();
}
