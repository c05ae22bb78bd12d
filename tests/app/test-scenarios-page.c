/* test-scenarios-page.c: the page Scenarios in process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "scenarios-page.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "best-sites-dialog.h"
#include "change-row.h"
#include "map-fixture.h"
#include "page.h"
#include "scenario-edit.h"
#include "scenarios-page-private.h"
#include "travel-times.h"

typedef struct
{
  BlSession *session;
  GtkWindow *window;
  BlScenariosPage *page;
} Fixture;

static gboolean
is_drawn (gpointer data)
{
  BlScenariosPage *page = data;

  return page->geometry != NULL && page->geometry->facts == bl_session_get_facts (page->session)
         && page->layout_source == 0 && gtk_widget_get_width (GTK_WIDGET (page->canvas)) > 0;
}

static gboolean
is_tested (gpointer data)
{
  return bl_scenario_study_get_tests (BL_SCENARIOS_PAGE (data)->study) != NULL;
}

static void
show (Fixture *fixture, BlSession *session)
{
  fixture->session = session;
  fixture->page = bl_scenarios_page_new (session);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1048, 750);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  map_fixture_wait (is_drawn, fixture->page);
}

/* All that was made goes: nobody keeps a page, and no page a session. */
static gboolean
is_alone (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
finish (Fixture *fixture)
{
  BlScenariosPage *page = g_object_ref (fixture->page);

  gtk_window_destroy (fixture->window);
  /* A thread may still hold it for its answer. */
  map_fixture_wait (is_alone, page);
  g_assert_finalize_object (page);
  map_fixture_wait (is_alone, fixture->session);
  g_assert_finalize_object (fixture->session);
}

static void
settle (Fixture *fixture)
{
  map_fixture_wait (is_drawn, fixture->page);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static const char *
figure (Fixture *fixture, BlStripCell cell)
{
  return bl_scenario_strip_get_figure (fixture->page->strip, cell);
}

static const char *
comparison (Fixture *fixture, BlStripCell cell)
{
  return bl_scenario_strip_get_comparison (fixture->page->strip, cell);
}

static void
pick (Fixture *fixture, const char *name)
{
  BlFacts *facts = bl_session_get_facts (fixture->session);

  bl_session_set_library (fixture->session, facts->libraries[map_fixture_library (fixture->session, name)].id);
}

static guint
count_scenarios (Fixture *fixture)
{
  return g_list_model_get_n_items (bl_project_get_scenarios (bl_session_get_project (fixture->session)));
}

static BlScenario *
get_scenario (Fixture *fixture)
{
  return bl_scenario_study_get_scenario (fixture->page->study);
}

/* --- Tests ------------------------------------------------------------------- */

/* The published closure: expected.md, Newcastle, "If Gosforth Library closes". */
static void
test_what_if (void)
{
  Fixture fixture;
  const BlSurvive *tests;

  show (&fixture, map_fixture_newcastle ());
  g_assert_cmpstr (figure (&fixture, BL_STRIP_MOVED), ==, "302,820");
  g_assert_cmpstr (figure (&fixture, BL_STRIP_WITHIN), ==, "93.6%");
  g_assert_cmpstr (figure (&fixture, BL_STRIP_DISTANCE), ==, "816 m");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (fixture.page)), ==, "Today");

  pick (&fixture, "Gosforth Library");
  act (&fixture, "scenario.what-if");
  settle (&fixture);
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (fixture.page)), ==, "Gosforth closed, compared with today");
  g_assert_cmpstr (figure (&fixture, BL_STRIP_MOVED), ==, "23,502");
  g_assert_cmpstr (comparison (&fixture, BL_STRIP_MOVED), ==, "7.8% of people");
  g_assert_cmpstr (figure (&fixture, BL_STRIP_LOST), ==, "9,146");
  g_assert_cmpstr (comparison (&fixture, BL_STRIP_LOST), ==, "people in 6 areas");
  g_assert_cmpstr (figure (&fixture, BL_STRIP_WITHIN), ==, "90.6%");
  g_assert_cmpstr (comparison (&fixture, BL_STRIP_WITHIN), ==, "3.0 points lower");
  g_assert_cmpstr (figure (&fixture, BL_STRIP_DISTANCE), ==, "864 m");
  g_assert_cmpstr (comparison (&fixture, BL_STRIP_DISTANCE), ==, "47 m further");
  g_assert_cmpstr (figure (&fixture, BL_STRIP_HOURS), ==, "441.5");
  g_assert_cmpstr (comparison (&fixture, BL_STRIP_HOURS), ==, "23 fewer, 1 not known");
  g_assert_cmpstr (figure (&fixture, BL_STRIP_SAVING), ==, "Not known");
  g_assert_cmpuint (fixture.page->shown->n_flows, ==, 3);
  g_assert_cmpstr (fixture.page->shown->flows[0].text, ==, "11,154");
  g_assert_cmpstr (fixture.page->shown->flows[1].text, ==, "9,365");
  g_assert_cmpstr (fixture.page->shown->flows[2].text, ==, "2,983");

  map_fixture_wait (is_tested, fixture.page);
  tests = bl_scenario_study_get_tests (fixture.page->study);
  g_assert_cmpuint (tests->n_tests, >=, 9);
  g_assert_cmpuint (tests->n_tests - tests->n_same, ==, 3); /* 1.5 and 2 miles, and 2 miles statutory */

  /* The same question again is the same scenario. */
  bl_scenario_edit_what_if (fixture.session, bl_session_get_library (fixture.session));
  g_assert_cmpuint (count_scenarios (&fixture), ==, 1);

  bl_project_undo (bl_session_get_project (fixture.session));
  g_assert_null (bl_session_get_scenario (fixture.session));
  g_assert_cmpstr (figure (&fixture, BL_STRIP_DISTANCE), ==, "816 m");
  finish (&fixture);
}

/* Yardstick and libraries change everything at once; mock-ups README, 7. */
static void
test_ways_of_counting (void)
{
  Fixture fixture;
  gboolean statutory;

  show (&fixture, map_fixture_newcastle ());
  pick (&fixture, "Gosforth Library");
  act (&fixture, "scenario.what-if");
  gtk_drop_down_set_selected (fixture.page->yardstick, 1); /* 1,200 m */
  g_assert_cmpstr (figure (&fixture, BL_STRIP_LOST), ==, "12,675");
  gtk_drop_down_set_selected (fixture.page->yardstick, 3); /* 2 miles */
  g_assert_cmpstr (figure (&fixture, BL_STRIP_LOST), ==, "0");
  g_assert_cmpstr (comparison (&fixture, BL_STRIP_LOST), ==, "nobody");
  bl_scenario_study_add_yardstick (fixture.page->study, 960);
  g_assert_cmpstr (figure (&fixture, BL_STRIP_LOST), ==, "11,076");
  gtk_drop_down_set_selected (fixture.page->yardstick, 0);
  gtk_drop_down_set_selected (fixture.page->counted, 1);
  g_assert_cmpstr (figure (&fixture, BL_STRIP_LOST), ==, "16,811");
  g_object_get (fixture.session, "statutory-only", &statutory, NULL);
  g_assert_true (statutory);
  gtk_drop_down_set_selected (fixture.page->counted, 2);
  g_assert_cmpstr (figure (&fixture, BL_STRIP_LOST), ==, "6,192");
  /* Saturday at two: fewer count, and the choice says so. */
  gtk_drop_down_set_selected (fixture.page->counted, 4);
  g_assert_cmpint (bl_scenario_study_get_week_minute (fixture.page->study), ==, 5 * 24 * 60 + 14 * 60);
  gtk_drop_down_set_selected (fixture.page->counted, 0);
  g_assert_cmpstr (figure (&fixture, BL_STRIP_LOST), ==, "9,146");
  finish (&fixture);
}

static gboolean
is_ready (gpointer data)
{
  return !bl_scenario_study_is_busy (BL_SCENARIOS_PAGE (data)->study);
}

/* By bus everyone is 10 minutes from East and 40 from West: without East all who count, 100 + … + 1100, lose one within
 * 30 minutes. The ways are worked out in a thread, and the yardstick changes when they are there. */
static void
test_by_table (void)
{
  Fixture fixture;
  BlProject *project;
  g_autoptr (BlTravelTimes) bus = bl_travel_times_new (NULL);
  BlSession *session = map_fixture_squares (TRUE);
  guint index;

  project = bl_session_get_project (session);
  bl_record_set_text (BL_RECORD (bus), "name", "bus");
  bl_record_set_text (BL_RECORD (bus), "title", "Bus");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (project), i);
      g_autoptr (BlTravelColumn) column = bl_travel_column_new (NULL);
      g_autoptr (BlTable) table = NULL;
      double minutes[12];

      for (guint j = 0; j < 12; j++)
        minutes[j] = i == 0 ? 40 : 10;
      table = bl_table_new_numbers (minutes, 12);
      bl_record_set_text (BL_RECORD (column), "library", bl_record_get_id (library));
      bl_record_set_table (BL_RECORD (column), "minutes", table);
      bl_record_append (BL_RECORD (bus), "columns", BL_RECORD (column));
    }
  bl_project_begin (project, "Add travel times");
  bl_record_append (BL_RECORD (project), "travel", BL_RECORD (bus));
  bl_project_commit (project);

  show (&fixture, session);
  pick (&fixture, "East Library");
  act (&fixture, "scenario.what-if");
  index = bl_scenario_study_get_yardsticks (fixture.page->study)->len - 1;
  gtk_drop_down_set_selected (fixture.page->yardstick, index);
  map_fixture_wait (is_ready, fixture.page);
  g_assert_cmpuint (bl_scenario_study_get_yardstick_index (fixture.page->study), ==, index);
  g_assert_cmpstr (figure (&fixture, BL_STRIP_LOST), ==, "6,600");
  /* An edit brings it up to date, and keeps it. */
  act (&fixture, "scenario.duplicate");
  map_fixture_wait (is_ready, fixture.page);
  g_assert_cmpuint (bl_scenario_study_get_yardstick_index (fixture.page->study), ==, index);
  g_assert_cmpstr (figure (&fixture, BL_STRIP_LOST), ==, "6,600");
  act (&fixture, "page.toggle-table");
  finish (&fixture);
}

static void
test_scenarios (void)
{
  Fixture fixture;
  BlScenario *scenario;

  show (&fixture, map_fixture_squares (TRUE));
  act (&fixture, "page.add");
  scenario = get_scenario (&fixture);
  g_assert_nonnull (scenario);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (scenario), "title"), ==, "New scenario");
  pick (&fixture, "East Library");
  act (&fixture, "scenario.close-picked");
  /* It is named after its first change. */
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (scenario), "title"), ==, "East closed");
  settle (&fixture);
  /* The other button of a closed one. */
  act (&fixture, "scenario.close-picked");
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (scenario), "changes")), ==, 0);
  act (&fixture, "scenario.duplicate");
  g_assert_cmpuint (count_scenarios (&fixture), ==, 2);
  g_assert_true (get_scenario (&fixture) != scenario);
  act (&fixture, "scenario.next");
  g_assert_null (get_scenario (&fixture));
  act (&fixture, "scenario.next");
  g_assert_true (get_scenario (&fixture) == scenario);
  act (&fixture, "scenario.delete");
  g_assert_cmpuint (count_scenarios (&fixture), ==, 1);
  g_assert_nonnull (get_scenario (&fixture));
  act (&fixture, "scenario.delete");
  g_assert_null (get_scenario (&fixture));
  bl_project_undo (bl_session_get_project (fixture.session));
  bl_project_undo (bl_session_get_project (fixture.session));
  g_assert_cmpuint (count_scenarios (&fixture), ==, 2);
  finish (&fixture);
}

/* A marker under way changes what is shown and not the document; let go, it is one step. */
static void
test_move (void)
{
  Fixture fixture;
  BlProject *project;
  BlScenario *scenario;
  guint64 revision;
  double easting;
  g_autoptr (BlRecord) change = NULL;

  show (&fixture, map_fixture_squares (TRUE));
  project = bl_session_get_project (fixture.session);
  act (&fixture, "page.add");
  scenario = get_scenario (&fixture);
  pick (&fixture, "East Library"); /* 423500, 561500 */
  revision = bl_project_get_revision (project);

  act (&fixture, "scenario.move-picked");
  act (&fixture, "map.pan-left");
  act (&fixture, "map.pan-left");
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
  g_assert_nonnull (bl_scenario_study_get_trial (fixture.page->study));
  g_assert_cmpstr (figure (&fixture, BL_STRIP_MOVED), ==, "0");
  act (&fixture, "map.clear"); /* Esc */
  g_assert_null (bl_scenario_study_get_trial (fixture.page->study));
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);

  act (&fixture, "scenario.move-picked");
  for (int i = 0; i < 3; i++)
    act (&fixture, "map.pan-left");
  act (&fixture, "scenario.keep-place");
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision + 1);
  change = g_list_model_get_item (bl_record_get_list (BL_RECORD (scenario), "changes"), 0);
  g_assert_cmpint (bl_record_get_enum (change, "kind"), ==, BL_CHANGE_MOVE);
  g_assert_true (bl_record_get_real (change, "easting", &easting));
  g_assert_cmpfloat (easting, ==, 423500 - 150);
  settle (&fixture);

  /* Dragged on: what follows is shown at once, and Esc puts it back. */
  g_signal_emit_by_name (fixture.page->drag, "begun", map_fixture_library (fixture.session, "East Library"));
  g_signal_emit_by_name (fixture.page->drag, "moved", 420500.0, 562500.0);
  g_assert_cmpfloat (fixture.page->shown->facts->libraries[1].point.x, ==, 420500);
  g_signal_emit_by_name (fixture.page->drag, "ended", FALSE);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision + 1);
  g_assert_cmpfloat (fixture.page->shown->facts->libraries[1].point.x, ==, 423350);
  g_signal_emit_by_name (fixture.page->drag, "begun", map_fixture_library (fixture.session, "East Library"));
  g_signal_emit_by_name (fixture.page->drag, "moved", 420500.0, 562500.0);
  g_signal_emit_by_name (fixture.page->drag, "ended", TRUE);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision + 2);
  bl_project_undo (project);
  g_assert_true (bl_record_get_real (change, "easting", &easting));
  g_assert_cmpfloat (easting, ==, 423350);
  finish (&fixture);
}

/* A place as people type it; a wrong one is said and nothing happens. */
static void
test_open (void)
{
  Fixture fixture;
  BlScenario *scenario;
  BlRecord *library;
  g_autoptr (BlRecord) change = NULL;
  BlPoint point;

  show (&fixture, map_fixture_squares (TRUE));
  act (&fixture, "scenario.open-library");
  g_assert_true (gtk_widget_get_visible (fixture.page->placing_box));
  gtk_editable_set_text (GTK_EDITABLE (fixture.page->placing_entry), "the old mill");
  bl_scenarios_page_place_typed (fixture.page);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture.page->placing_error)));
  g_assert_cmpuint (count_scenarios (&fixture), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (fixture.page->placing_entry), "421500, 561500");
  bl_scenarios_page_place_typed (fixture.page);
  settle (&fixture);
  g_assert_false (gtk_widget_get_visible (fixture.page->placing_box));
  scenario = get_scenario (&fixture);
  g_assert_nonnull (scenario);
  change = g_list_model_get_item (bl_record_get_list (BL_RECORD (scenario), "changes"), 0);
  library = bl_record_get_child (change, "new-library");
  g_assert_true (bl_library_get_point (BL_LIBRARY (library), &point));
  g_assert_cmpfloat (point.x, ==, 421500);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (scenario), "title"), ==, "New site opened");
  g_assert_cmpuint (fixture.page->shown->facts->n_libraries, ==, fixture.page->shown->n_today + 1);
  g_assert_true (fixture.page->shown->told[fixture.page->shown->n_today]);
  /* The second column, 200 + 600 + 1000, was 1 km further from West; the third is as near to East, which comes first. */
  g_assert_cmpstr (figure (&fixture, BL_STRIP_MOVED), ==, "1,800");
  finish (&fixture);
}

static void
test_what_is_judged (void)
{
  Fixture fixture;
  BlScenario *scenario;
  BlScenarioEffect *effect;

  show (&fixture, map_fixture_squares (TRUE));
  act (&fixture, "page.add");
  scenario = get_scenario (&fixture);
  bl_scenario_edit_set_effect (fixture.session, scenario, "age", "judgement", "Older people come on foot.");
  effect = bl_scenario_find_effect (scenario, "age");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (effect), "judgement"), ==, "Older people come on foot.");
  bl_project_undo (bl_session_get_project (fixture.session));
  g_assert_null (bl_scenario_find_effect (scenario, "age"));
  finish (&fixture);
}

/* The map as a table: the 15 areas of the catchment change, 6 of them lose one within a mile. */
static void
test_table (void)
{
  Fixture fixture;
  GListModel *rows;
  g_autofree char *text = NULL;
  double people = 0;

  show (&fixture, map_fixture_newcastle ());
  pick (&fixture, "Gosforth Library");
  act (&fixture, "scenario.what-if");
  act (&fixture, "page.toggle-table");
  settle (&fixture);
  rows = bl_scenario_table_get_rows (fixture.page->table);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 15);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (BlScenarioRow) row = g_list_model_get_item (rows, i);

      people += bl_scenario_row_get_number (row, BL_SCENARIO_COLUMN_PEOPLE);
      if (i > 0)
        {
          g_autoptr (BlScenarioRow) before = g_list_model_get_item (rows, i - 1);

          g_assert_cmpfloat (bl_scenario_row_get_number (row, BL_SCENARIO_COLUMN_CHANGE), <=,
                             bl_scenario_row_get_number (before, BL_SCENARIO_COLUMN_CHANGE));
        }
    }
  g_assert_cmpfloat (people, ==, 23502);
  bl_scenario_table_set_filter (fixture.page->table, 1); /* lose one */
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 6);
  text = bl_scenario_table_to_text (fixture.page->table);
  g_assert_true (g_str_has_prefix (text, "Area\tPeople\tWhat changes\tToday, m\tThen, m\tChange, m\tNearest then\n"));
  bl_scenario_table_set_filter (fixture.page->table, 6); /* all areas */
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 175);

  /* One selection with the map. */
  g_signal_emit_by_name (fixture.page->canvas, "area-picked", 3);
  g_signal_emit_by_name (fixture.page->table, "area-picked", 5);
  g_assert_cmpstr (bl_session_get_area (fixture.session), ==, bl_session_get_facts (fixture.session)->codes[5]);
  finish (&fixture);
}

/* Under today nothing changes, and the table says what to do instead of showing no rows. */
static void
test_table_of_today (void)
{
  Fixture fixture;
  const char *hint;

  show (&fixture, map_fixture_newcastle ());
  act (&fixture, "page.toggle-table");
  settle (&fixture);
  hint = bl_scenario_table_get_hint (fixture.page->table);
  g_assert_nonnull (hint);
  g_assert_true (g_str_has_prefix (hint, "Make a scenario"));
  bl_scenario_table_set_filter (fixture.page->table, 6); /* all areas: today's distances */
  g_assert_null (bl_scenario_table_get_hint (fixture.page->table));
  g_assert_cmpuint (g_list_model_get_n_items (bl_scenario_table_get_rows (fixture.page->table)), ==, 175);
  bl_scenario_table_set_filter (fixture.page->table, 0);
  pick (&fixture, "Gosforth Library");
  act (&fixture, "scenario.what-if");
  settle (&fixture);
  g_assert_null (bl_scenario_table_get_hint (fixture.page->table));
  bl_session_set_scenario (fixture.session, NULL);
  settle (&fixture);
  g_assert_true (g_str_has_prefix (bl_scenario_table_get_hint (fixture.page->table), "Choose a scenario"));
  finish (&fixture);
}

static int
find_measure (Fixture *fixture, const char *title)
{
  for (int row = 1;; row++)
    {
      g_autofree char *text = bl_scenario_compare_view_get_text (fixture->page->compare, 0, row);

      g_assert_nonnull (text);
      if (g_str_equal (text, title))
        return row;
    }
}

static void
test_compare (void)
{
  Fixture fixture;
  g_autofree char *head = NULL;
  g_autofree char *today = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *lost = NULL;
  int row;

  show (&fixture, map_fixture_newcastle ());
  pick (&fixture, "Gosforth Library");
  act (&fixture, "scenario.what-if");
  act (&fixture, "page.add");
  act (&fixture, "scenario.compare");
  settle (&fixture);
  head = bl_scenario_compare_view_get_text (fixture.page->compare, 2, 0);
  g_assert_cmpstr (head, ==, "A  Gosforth closed");
  row = find_measure (&fixture, "Average distance");
  today = bl_scenario_compare_view_get_text (fixture.page->compare, 1, row);
  g_assert_cmpstr (today, ==, "816 m");
  closed = bl_scenario_compare_view_get_text (fixture.page->compare, 2, row);
  g_assert_cmpstr (closed, ==, "864 m\t47 m further");
  lost = bl_scenario_compare_view_get_text (fixture.page->compare, 2, find_measure (&fixture, "Lose a library within a mile"));
  g_assert_cmpstr (lost, ==, "9,146");
  /* Nine characteristics of the Act, and deprivation at least. */
  g_assert_cmpuint (bl_scenario_equality_get_n_rows (bl_scenario_compare_view_get_equality (fixture.page->compare)), >=,
                    10);
  finish (&fixture);
}

static char *
read_report (Fixture *fixture, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  bl_scenarios_page_write_report (fixture->page, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return text;
}

static void
test_report (void)
{
  static const char *const words[] = { "Gosforth closed",       "Close Gosforth Library", "23,502",
                                       "9,146",                 "90.6%",                  "864 m",
                                       "Jesmond Library",       "Equality effects",       "Older people come on foot.",
                                       "People aged 60 and over" };
  Fixture fixture;
  g_autofree char *folder = g_dir_make_tmp ("scenario-XXXXXX", NULL);
  g_autofree char *html = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *wrong = g_build_filename (folder, "report.docx", NULL);
  g_autoptr (GError) error = NULL;

  show (&fixture, map_fixture_newcastle ());
  g_assert_false (bl_scenarios_page_write_report (fixture.page, wrong, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  g_clear_error (&error);
  pick (&fixture, "Gosforth Library");
  act (&fixture, "scenario.what-if");
  bl_scenario_edit_set_effect (fixture.session, get_scenario (&fixture), "aged_60_plus", "judgement",
                               "Older people come on foot.");
  html = read_report (&fixture, folder, "report.html");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (html, words[i]) == NULL)
      g_error ("The report does not say “%s”", words[i]);
  pdf = read_report (&fixture, folder, "report.pdf");
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_false (bl_scenarios_page_write_report (fixture.page, wrong, &error));
  g_assert_nonnull (error);
  g_rmdir (folder);
  finish (&fixture);
}

static gboolean
has_answer (gpointer data)
{
  return g_str_equal (bl_best_sites_dialog_get_step (BL_BEST_SITES_DIALOG (data)), "answer");
}

/* With one library to keep it is West: its columns hold 1500 and 1800 people, the others 2100 and 1200, so that the
 * sum of people times kilometres is about 9,600 from West and 10,200 from East. */
static void
test_best_sites (void)
{
  Fixture fixture;
  GtkWindow *dialog;
  g_autoptr (BlRecord) change = NULL;

  show (&fixture, map_fixture_squares (TRUE));
  dialog = bl_best_sites_dialog_new (fixture.window, fixture.page->study);
  gtk_window_present (dialog);
  bl_best_sites_dialog_find (BL_BEST_SITES_DIALOG (dialog), FALSE, 1);
  map_fixture_wait (has_answer, dialog);
  g_assert_true (g_str_has_prefix (bl_best_sites_dialog_get_finding (BL_BEST_SITES_DIALOG (dialog)), "Best found: "));
  bl_best_sites_dialog_make (BL_BEST_SITES_DIALOG (dialog));
  g_assert_nonnull (get_scenario (&fixture));
  change = g_list_model_get_item (bl_record_get_list (BL_RECORD (get_scenario (&fixture)), "changes"), 0);
  g_assert_cmpint (bl_record_get_enum (change, "kind"), ==, BL_CHANGE_CLOSE);
  g_assert_cmpstr (bl_record_get_text (change, "library"), ==,
                   bl_session_get_facts (fixture.session)
                       ->libraries[map_fixture_library (fixture.session, "East Library")]
                       .id);
  finish (&fixture);
}

/* Closed while it looks: the search ends, and nobody is told. */
static void
test_best_sites_left (void)
{
  Fixture fixture;
  GtkWindow *dialog;

  show (&fixture, map_fixture_newcastle ());
  dialog = bl_best_sites_dialog_new (fixture.window, fixture.page->study);
  gtk_window_present (dialog);
  bl_best_sites_dialog_find (BL_BEST_SITES_DIALOG (dialog), TRUE, 3);
  gtk_window_destroy (dialog);
  g_assert_cmpuint (count_scenarios (&fixture), ==, 0);
  finish (&fixture);
}

/* A project without anything, and one without areas, say what is missing. */
static void
test_empty (void)
{
  Fixture fixture;

  for (int libraries = 0; libraries < 2; libraries++)
    {
      fixture.session = map_fixture_empty (libraries);
      fixture.page = bl_scenarios_page_new (fixture.session);
      fixture.window = GTK_WINDOW (gtk_window_new ());
      gtk_window_set_child (fixture.window, GTK_WIDGET (fixture.page));
      gtk_window_present (fixture.window);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture.page->stack), ==, libraries ? "work" : "empty");
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture.page->strip)));
      finish (&fixture);
    }
}

static void
test_dresses (void)
{
  Fixture fixture;
  AdwStyleManager *style = adw_style_manager_get_default ();

  for (int dress = 0; dress < 3; dress++)
    {
      if (dress == 0)
        adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
      if (dress == 1)
        gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
      if (dress == 2)
        g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
      show (&fixture, map_fixture_squares (dress != 1));
      pick (&fixture, "East Library");
      act (&fixture, "scenario.what-if");
      settle (&fixture);
      act (&fixture, "scenario.show-changes");
      settle (&fixture);
      finish (&fixture);
      adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
      gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
    }
}

int
main (int argc, char **argv)
{
  bl_app_fixture_keep_quarks ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/scenarios-page/what-if", test_what_if);
  g_test_add_func ("/scenarios-page/ways-of-counting", test_ways_of_counting);
  g_test_add_func ("/scenarios-page/by-table", test_by_table);
  g_test_add_func ("/scenarios-page/scenarios", test_scenarios);
  g_test_add_func ("/scenarios-page/move", test_move);
  g_test_add_func ("/scenarios-page/open", test_open);
  g_test_add_func ("/scenarios-page/what-is-judged", test_what_is_judged);
  g_test_add_func ("/scenarios-page/table", test_table);
  g_test_add_func ("/scenarios-page/table-of-today", test_table_of_today);
  g_test_add_func ("/scenarios-page/compare", test_compare);
  g_test_add_func ("/scenarios-page/report", test_report);
  g_test_add_func ("/scenarios-page/best-sites", test_best_sites);
  g_test_add_func ("/scenarios-page/best-sites-left", test_best_sites_left);
  g_test_add_func ("/scenarios-page/empty", test_empty);
  g_test_add_func ("/scenarios-page/dresses", test_dresses);
  return g_test_run ();
}
