/* test-import-view.c: a file on its way into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-view.h"

#include <string.h>

#include "import-column-row.h"
#include "import-encodings.h"
#include "import-figure-row.h"
#include "import-mend-list.h"
#include "import-mend-row.h"
#include "import-report-view.h"
#include "new-project-fixture.h"
#include "record-xml.h"
#include "shared-data.h"

/* Newcastle as it is published. */
static BlProject *
make_project (BlContext *context)
{
  g_autoptr (GError) error = NULL;
  BlReference *reference = bl_context_get_reference (context, &error);
  BlProject *project = bl_project_new (bl_context_get_ids (context), bl_context_get_clock (context));

  g_assert_no_error (error);
  g_assert_true (bl_reference_fill (reference, bl_reference_find_service (reference, "E08000021", NULL), project,
                                    &error));
  g_assert_no_error (error);
  return project;
}

static gboolean
is_read (gpointer data)
{
  return bl_import_view_get_state (data) != BL_IMPORT_VIEW_READING;
}

static void
open_file (BlImportView *view, BlProject *project, BlImportKind kind, GFile *file)
{
  bl_import_view_start (view, project, kind, file);
  new_project_fixture_wait (is_read, view);
}

static const char *
label (BlImportView *view, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (new_project_fixture_find (GTK_WIDGET (view), GTK_TYPE_LABEL, name)));
}

static guint
count_rows (BlImportView *view, const char *list)
{
  GtkListBox *box = GTK_LIST_BOX (new_project_fixture_find (GTK_WIDGET (view), GTK_TYPE_LIST_BOX, list));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (box, (int) n) != NULL)
    n++;
  return n;
}

static GtkListBoxRow *
get_row (BlImportView *view, const char *list, int index)
{
  return gtk_list_box_get_row_at_index (
      GTK_LIST_BOX (new_project_fixture_find (GTK_WIDGET (view), GTK_TYPE_LIST_BOX, list)), index);
}

/* The file of mock-up 14b: 21 rows, 31 columns, 8 rows that need a look. */
static void
test_libraries (void)
{
  g_autofree char *path = bl_test_shared_data ("newcastle/newcastle_city_council.csv");
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (BlContext) context = NULL;
  g_autoptr (BlProject) project = NULL;
  g_autoptr (GBytes) before = NULL, after = NULL;
  BlImportView *view;
  GtkWidget *window, *all, *drop_down;
  const BlImportReport *report;
  guint steps;

  if (path == NULL)
    return;
  context = bl_context_new ();
  project = make_project (context);
  before = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  steps = g_list_model_get_n_items (bl_project_get_history (project));
  view = BL_IMPORT_VIEW (g_object_ref_sink (bl_import_view_new ()));
  window = new_project_fixture_show (GTK_WIDGET (view), 1000, 800);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_CHOOSE);
  g_assert_false (bl_import_view_can_apply (view));
  new_project_fixture_assert_named (GTK_WIDGET (view));

  open_file (view, project, BL_IMPORT_LIBRARIES, file);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_PLAN);
  gtk_test_widget_wait_for_draw (window);
  new_project_fixture_assert_named (GTK_WIDGET (view));
  g_assert_cmpstr (label (view, "columns_finding"), ==, "30 of 31 columns matched");
  g_assert_cmpstr (label (view, "mends_finding"), ==, "8 of 21 rows need a look");
  g_assert_nonnull (strstr (label (view, "summary"), "21 rows, 31 columns, UTF-8, commas"));
  g_assert_cmpstr (bl_import_view_get_apply_label (view), ==, "Bring in 21 libraries");
  g_assert_cmpstr (bl_import_view_get_footer (view), ==, "13 rows as they are, 8 mended");

  /* A few columns at first, all of them one press away. */
  g_assert_cmpuint (count_rows (view, "columns_list"), ==, 6);
  all = new_project_fixture_find (GTK_WIDGET (view), GTK_TYPE_TOGGLE_BUTTON, "all_columns");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (all), TRUE);
  g_assert_cmpuint (count_rows (view, "columns_list"), ==, 31);

  /* Leaving a column out, and letting a row in as it stands, is said at the foot. */
  drop_down = new_project_fixture_find (GTK_WIDGET (get_row (view, "columns_list", 30)), GTK_TYPE_DROP_DOWN, "target");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), >, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 0);
  bl_import_mend_row_toggle (BL_IMPORT_MEND_ROW (get_row (view, "mends_list", 0)));
  new_project_fixture_settle ();
  g_assert_cmpstr (label (view, "columns_finding"), ==, "29 of 31 columns matched");
  g_assert_cmpstr (bl_import_view_get_footer (view), ==, "14 rows as they are, 7 mended");
  bl_import_mend_row_toggle (BL_IMPORT_MEND_ROW (get_row (view, "mends_list", 0)));
  new_project_fixture_settle ();

  /* Nothing has changed so far. */
  after = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (before, after));
  bl_import_view_apply (view);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_REPORT);
  new_project_fixture_settle ();
  new_project_fixture_assert_named (GTK_WIDGET (view));
  report = bl_import_view_get_report (view);
  g_assert_cmpuint (report->read, ==, 21);
  g_assert_cmpuint (report->added, ==, 0);
  g_assert_cmpuint (report->updated + report->unchanged, ==, 21);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, steps + 1);
  g_assert_cmpstr (bl_project_get_undo_name (project), ==, "Import libraries from newcastle_city_council.csv");
  g_assert_true (bl_project_undo (project));
  g_clear_pointer (&after, g_bytes_unref);
  after = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (before, after));

  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (view);
}

/* windows-1252, which cannot be told from other encodings: it is asked. */
static void
test_encoding (void)
{
  g_autofree char *path = bl_test_shared_data ("national/libraries_england_2021.csv");
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (BlContext) context = NULL;
  g_autoptr (BlProject) project = NULL;
  g_autoptr (GBytes) line = NULL;
  g_autofree char *reads = NULL;
  BlImportView *view;
  GtkWidget *window;

  if (path == NULL)
    return;
  line = bl_import_encodings_find_line (path);
  g_assert_nonnull (line);
  reads = bl_import_encodings_show (line, "windows-1252");
  g_assert_nonnull (reads);
  g_assert_true (g_utf8_validate (reads, -1, NULL));

  context = bl_context_new ();
  project = make_project (context);
  view = BL_IMPORT_VIEW (g_object_ref_sink (bl_import_view_new ()));
  window = new_project_fixture_show (GTK_WIDGET (view), 1000, 800);
  open_file (view, project, BL_IMPORT_LIBRARIES, file);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_QUESTION);
  new_project_fixture_assert_named (GTK_WIDGET (view));
  g_signal_emit_by_name (new_project_fixture_find (GTK_WIDGET (view), GTK_TYPE_LIST_BOX, "encodings"), "row-activated",
                         get_row (view, "encodings", 0));
  new_project_fixture_wait (is_read, view);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_PLAN);
  g_assert_cmpstr (bl_import_view_get_options (view)->encoding, ==, "windows-1252");
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (view);
}

static void
check_broken (BlImportView *view, BlProject *project, GFile *file, BlImportKind kind, const char *word)
{
  g_autoptr (GBytes) before = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  g_autoptr (GBytes) after = NULL;
  const char *said;

  open_file (view, project, kind, file);
  if (bl_import_view_get_state (view) == BL_IMPORT_VIEW_PLAN)
    {
      said = label (view, "refusal");
    }
  else
    {
      g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_PROBLEM);
      said = adw_status_page_get_description (
          ADW_STATUS_PAGE (new_project_fixture_find (GTK_WIDGET (view), ADW_TYPE_STATUS_PAGE, "problem_page")));
    }
  if (strstr (said, word) == NULL)
    g_error ("“%s” does not say “%s”", said, word);
  g_assert_false (bl_import_view_can_apply (view));
  bl_import_view_apply (view);
  after = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (before, after));
  new_project_fixture_assert_named (GTK_WIDGET (view));
}

/* Each ends in a sentence, and nothing has changed. */
static void
test_broken (void)
{
  static const struct
  {
    const char *name, *content;
    BlImportKind kind;
    const char *word;
  } files[] = {
    { "empty.csv", "", BL_IMPORT_UNKNOWN, "empty.csv" },
    { "header.csv", "Library name,Postcode\n", BL_IMPORT_LIBRARIES, "no rows" },
    { "quote.csv", "Library name,Postcode\n\"City Library,NE1 8AX\nOther,NE1\n", BL_IMPORT_LIBRARIES, "quot" },
    { "another.csv", "Local authority,Library name\nLeeds City Council,Armley\n", BL_IMPORT_LIBRARIES,
      "Newcastle City Council" },
    { "source.csv", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"/></OGRVRTDataSource>", BL_IMPORT_LIBRARIES, "source.csv" },
    { "outlines.geojson", "{\"type\":\"FeatureCollection\",\"features\":[", BL_IMPORT_AREAS, "outlines.geojson" },
    { "table.csv", "Library name,Postcode\nA,NE1\n", BL_IMPORT_AREAS, "outlines" },
    { "figures.csv", "code,people\nE09000001,5\n", BL_IMPORT_VALUES, "figures.csv" },
    { "words.csv", "LSOA code,population\nE01008288,many\n", BL_IMPORT_VALUES, "many" },
  };
  g_autoptr (BlContext) context = bl_context_new ();
  g_autoptr (BlProject) project = make_project (context);
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GFile) gone = g_file_new_for_path ("/nowhere/at-all.csv");
  g_autoptr (GFile) far = g_file_new_for_uri ("sftp://elsewhere/list.csv");
  BlImportView *view = BL_IMPORT_VIEW (g_object_ref_sink (bl_import_view_new ()));
  GtkWidget *window = new_project_fixture_show (GTK_WIDGET (view), 900, 700);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFile) file = new_project_fixture_file (files[i].name, files[i].content, -1);

      g_test_message ("%s", files[i].name);
      check_broken (view, project, file, files[i].kind, files[i].word);
    }
  check_broken (view, project, folder, BL_IMPORT_UNKNOWN, "folder");
  check_broken (view, project, gone, BL_IMPORT_UNKNOWN, "at-all.csv");
  check_broken (view, project, far, BL_IMPORT_UNKNOWN, "not on this computer");
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (view);
}

/* Outlines of which no field looks like a code: it can be named, and then they come in. */
static void
test_code_field (void)
{
  g_autoptr (BlContext) context = bl_context_new ();
  g_autoptr (BlProject) project = make_project (context);
  g_autoptr (GFile) file = new_project_fixture_file (
      "zones.geojson",
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"zone\":\"North one\"},"
      "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-1.60,55.00],[-1.58,55.00],[-1.58,55.01],[-1.60,55.01],"
      "[-1.60,55.00]]]}}]}", -1);
  BlImportView *view = BL_IMPORT_VIEW (g_object_ref_sink (bl_import_view_new ()));
  GtkWidget *window = new_project_fixture_show (GTK_WIDGET (view), 900, 700), *entry;

  open_file (view, project, BL_IMPORT_UNKNOWN, file);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_PROBLEM);
  g_assert_true (gtk_widget_get_visible (new_project_fixture_find (GTK_WIDGET (view), GTK_TYPE_LIST_BOX, "crs_list")));
  new_project_fixture_assert_named (GTK_WIDGET (view));
  entry = new_project_fixture_find (GTK_WIDGET (view), ADW_TYPE_ENTRY_ROW, "code_entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "zone");
  g_signal_emit_by_name (entry, "apply");
  new_project_fixture_wait (is_read, view);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_PLAN);
  g_assert_cmpstr (bl_import_view_get_options (view)->code_field, ==, "zone");
  g_assert_true (bl_import_view_can_apply (view));
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (view);
}

/* Two columns of figures: named, measured, and dated by who brings them in. */
static void
test_figures (void)
{
  g_autoptr (BlContext) context = bl_context_new ();
  g_autoptr (BlProject) project = make_project (context);
  g_autoptr (GFile) file = new_project_fixture_file (
      "cards.csv", "LSOA code,Cards held,Share online\nE01008288,120,0.31\nE01008289,98,0.4\n", -1);
  BlImportView *view = BL_IMPORT_VIEW (g_object_ref_sink (bl_import_view_new ()));
  GtkWidget *window = new_project_fixture_show (GTK_WIDGET (view), 1000, 800);
  GtkWidget *row, *name;
  BlRecord *value;

  open_file (view, project, BL_IMPORT_VALUES, file);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_PLAN);
  /* Whichever columns the program took by itself: these two are wanted. */
  for (guint column = 1; column <= 2; column++)
    {
      static const char *const names[] = { "", "cards", "online" };
      BlImportFigure figure = { .name = names[column], .kind = column == 1 ? BL_VALUE_KIND_COUNT : BL_VALUE_KIND_RATE };
      g_autoptr (GError) error = NULL;

      g_assert_true (bl_import_plan_set_figure (bl_import_view_get_plan (view), column, &figure, &error));
      g_assert_no_error (error);
    }
  bl_import_view_start (view, project, BL_IMPORT_VALUES, file);
  new_project_fixture_wait (is_read, view);
  {
    BlImportFigure figure = { .name = "cards", .kind = BL_VALUE_KIND_COUNT };

    g_assert_true (bl_import_plan_set_figure (bl_import_view_get_plan (view), 1, &figure, NULL));
  }
  /* The drop-down makes it a figure on the page as well. */
  {
    GtkWidget *drop = new_project_fixture_find (GTK_WIDGET (get_row (view, "columns_list", 2)), GTK_TYPE_DROP_DOWN,
                                                "target");
    const char *const *targets = bl_import_plan_get_targets (bl_import_view_get_plan (view));

    for (guint i = 0; targets[i] != NULL; i++)
      if (g_str_equal (targets[i], "value:share_online"))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), i + 1);
  }
  new_project_fixture_settle ();
  g_assert_cmpuint (count_rows (view, "figures"), ==, 2);
  row = GTK_WIDGET (get_row (view, "figures", 1));
  name = new_project_fixture_find (row, ADW_TYPE_ENTRY_ROW, "name_entry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "share_online");
  /* A name that cannot be is said at once and not taken. */
  gtk_editable_set_text (GTK_EDITABLE (name), "1 share!");
  g_assert_true (gtk_widget_get_visible (new_project_fixture_find (row, ADW_TYPE_ACTION_ROW, "error_row")));
  gtk_editable_set_text (GTK_EDITABLE (name), "online");
  g_assert_false (gtk_widget_get_visible (new_project_fixture_find (row, ADW_TYPE_ACTION_ROW, "error_row")));
  gtk_editable_set_text (GTK_EDITABLE (new_project_fixture_find (row, ADW_TYPE_ENTRY_ROW, "title_entry")),
                         "Members who renew online");
  gtk_editable_set_text (GTK_EDITABLE (new_project_fixture_find (GTK_WIDGET (view), ADW_TYPE_ENTRY_ROW, "date_entry")),
                         "2023-24");
  new_project_fixture_settle ();
  new_project_fixture_assert_named (GTK_WIDGET (view));
  g_assert_cmpstr (bl_import_view_get_apply_label (view), ==, "Bring in figures for 2 areas");
  bl_import_view_apply (view);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_REPORT);

  value = BL_RECORD (bl_project_find_value (project, "online"));
  g_assert_nonnull (value);
  g_assert_cmpstr (bl_record_get_text (value, "title"), ==, "Members who renew online");
  g_assert_cmpstr (bl_record_get_text (value, "date"), ==, "2023-24");
  g_assert_null (bl_record_get_text (value, "source"));
  g_assert_cmpint (bl_record_get_enum (value, "kind"), ==, BL_VALUE_KIND_RATE);
  g_assert_nonnull (bl_project_find_value (project, "cards"));
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (view);
}

/* Cancelling while a file is read, and going away while one is. */
static void
test_cancel (void)
{
  g_autofree char *path = bl_test_shared_data ("national/basic-dataset-for-libraries-2023-enhanced.csv");
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (BlContext) context = NULL;
  g_autoptr (BlProject) project = NULL;
  BlImportView *view;
  GtkWidget *window;

  if (path == NULL)
    return;
  context = bl_context_new ();
  project = make_project (context);
  view = BL_IMPORT_VIEW (g_object_ref_sink (bl_import_view_new ()));
  window = new_project_fixture_show (GTK_WIDGET (view), 900, 700);
  bl_import_view_start (view, project, BL_IMPORT_LIBRARIES, file);
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_READING);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "import.cancel", NULL));
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_CHOOSE);
  bl_import_view_start (view, project, BL_IMPORT_LIBRARIES, file);
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  /* The thread lets go of it when it has noticed. */
  {
    gpointer weak = view;

    g_object_add_weak_pointer (G_OBJECT (view), &weak);
    g_object_unref (view);
    while (weak != NULL)
      g_main_context_iteration (NULL, TRUE);
  }
}

static void
test_list (void)
{
  g_autofree char *path = bl_test_shared_data ("newcastle/newcastle_city_council.csv");
  g_autoptr (BlContext) context = NULL;
  g_autoptr (BlProject) project = NULL;
  g_autoptr (BlImportPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;
  const char *csv;

  if (path == NULL)
    return;
  context = bl_context_new ();
  project = make_project (context);
  plan = bl_import_plan_new (project, path, NULL, NULL, NULL);
  bytes = bl_import_mend_list_to_csv (bl_import_plan_get_mends (plan));
  csv = g_bytes_get_data (bytes, NULL);
  g_assert_true (g_str_has_prefix (csv, "\357\273\277Row,Line,Name,Column,What is wrong,What will be done,Wanted\r\n"));
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 10); /* heading, eight rows, and what is after the last line end */
  g_assert_true (g_str_has_prefix (lines[2], "4,"));
  /* A comma in the reason is quoted. */
  g_assert_nonnull (strstr (lines[2], "\"Hours count lunch, 12:30 to 13:30, when it is shut\""));
  g_assert_true (g_str_has_suffix (lines[2], ",yes"));
}

static void
test_report (void)
{
  BlImportReport report = { .read = 3539, .added = 1, .updated = 20, .elsewhere = 3518 };
  g_autofree char *words = bl_import_report_describe (&report);
  g_autofree char *one = bl_import_kind_describe_rows (BL_IMPORT_LIBRARIES, 1);
  g_autofree char *many = bl_import_kind_describe_rows (BL_IMPORT_VALUES, 32844);

  g_assert_cmpstr (words, ==, "3539 rows read: 1 added, 20 updated, 3518 from elsewhere");
  g_assert_cmpstr (one, ==, "1 library");
  g_assert_cmpstr (many, ==, "figures for 32,844 areas");
}

int
main (int argc, char **argv)
{
  new_project_fixture_init (&argc, &argv);
  g_test_add_func ("/import-view/libraries", test_libraries);
  g_test_add_func ("/import-view/encoding", test_encoding);
  g_test_add_func ("/import-view/broken", test_broken);
  g_test_add_func ("/import-view/code-field", test_code_field);
  g_test_add_func ("/import-view/figures", test_figures);
  g_test_add_func ("/import-view/cancel", test_cancel);
  g_test_add_func ("/import-view/list", test_list);
  g_test_add_func ("/import-view/report", test_report);
  return g_test_run ();
}
