/* test-import-many.c: several files at once, pasted tables, and files that can be taken for two things
 *
 * Truth: expected.md, "Newcastle monthly series": visits 2023-24 551,116, issues 285,690.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-dialog.h"

#include <math.h>
#include <string.h>

#include "import-files-page.h"
#include "new-project-fixture.h"
#include "record-xml.h"
#include "series.h"
#include "shared-data.h"

typedef struct
{
  BlContext *context;
  BlProject *project;
  BlDocument *document;
  BlSession *session;
  GtkWidget *parent, *dialog;
  BlImportView *view;
} Fixture;

static void
begin (Fixture *self, gboolean reference)
{
  g_autoptr (GError) error = NULL;

  self->context = bl_context_new ();
  self->project = bl_project_new (bl_context_get_ids (self->context), bl_context_get_clock (self->context));
  if (reference)
    {
      BlReference *facts = bl_context_get_reference (self->context, &error);

      g_assert_no_error (error);
      bl_reference_fill (facts, bl_reference_find_service (facts, "E08000021", NULL), self->project, &error);
      g_assert_no_error (error);
    }
  self->document = bl_document_new (self->project);
  self->session = bl_session_new (self->context, self->document);
  self->parent = gtk_window_new ();
  self->dialog = g_object_ref (bl_import_dialog_new (GTK_WINDOW (self->parent), self->session));
  self->view = bl_import_dialog_get_view (BL_IMPORT_DIALOG (self->dialog));
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_test_widget_wait_for_draw (self->dialog);
}

static void
finish (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  new_project_fixture_settle ();
  g_assert_finalize_object (self->dialog);
  gtk_window_destroy (GTK_WINDOW (self->parent));
  g_object_unref (self->session);
  g_object_unref (self->document);
  g_object_unref (self->project);
  g_object_unref (self->context);
}

static gboolean
is_read (gpointer data)
{
  return bl_import_view_get_state (data) != BL_IMPORT_VIEW_READING;
}

static void
take (Fixture *self, GFile *first, ...)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  va_list more;

  va_start (more, first);
  for (GFile *file = first; file != NULL; file = va_arg (more, GFile *))
    g_ptr_array_add (files, file);
  va_end (more);
  bl_import_view_take (self->view, files);
  new_project_fixture_wait (is_read, self->view);
}

static const char *
label (Fixture *self, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (new_project_fixture_find (self->dialog, GTK_TYPE_LABEL, name)));
}

static void
press (Fixture *self)
{
  g_signal_emit_by_name (new_project_fixture_find (self->dialog, GTK_TYPE_BUTTON, "main_button"), "clicked");
  new_project_fixture_settle ();
  new_project_fixture_wait (is_read, self->view);
}

static guint
count (Fixture *self, const char *list)
{
  return g_list_model_get_n_items (bl_record_get_list (BL_RECORD (self->project), list));
}

static gboolean
warns (Fixture *self, const char *words)
{
  const BlImportReport *report = bl_import_view_get_report (self->view);

  for (guint i = 0; i < report->warnings->len; i++)
    if (strstr (((BlImportWarning *) g_ptr_array_index (report->warnings, i))->message, words) != NULL)
      return TRUE;
  return FALSE;
}

/* --- One file, two things it can be --------------------------------------------- */

static gboolean
is_figures (gpointer data)
{
  BlImportView *view = data;

  return bl_import_view_get_state (view) == BL_IMPORT_VIEW_PLAN
         && bl_import_plan_get_kind (bl_import_view_get_plan (view)) == BL_IMPORT_FIGURES;
}

static void
test_choice (void)
{
  g_autofree char *path = bl_test_shared_data ("newcastle/2008-onwards-monthly-visits.csv");
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  Fixture fixture;
  GtkWidget *choice;

  if (path == NULL)
    return;
  begin (&fixture, TRUE);
  take (&fixture, file, NULL);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_PLAN);
  g_assert_cmpint (bl_import_plan_get_kind (bl_import_view_get_plan (fixture.view)), ==, BL_IMPORT_SERIES);
  g_assert_nonnull (strstr (label (&fixture, "what"), "Newcastle Libraries open data, month by month: Visits"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (new_project_fixture_find (fixture.dialog, ADW_TYPE_ENTRY_ROW, "source_entry"))),
                   ==, "Newcastle Libraries, open data");
  choice = new_project_fixture_find (fixture.dialog, GTK_TYPE_DROP_DOWN, "kind_choice");
  g_assert_true (gtk_widget_get_mapped (choice));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 0);
  new_project_fixture_assert_named (fixture.dialog);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  new_project_fixture_wait (is_figures, fixture.view);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  new_project_fixture_settle ();
  new_project_fixture_wait (is_read, fixture.view);
  g_assert_cmpint (bl_import_plan_get_kind (bl_import_view_get_plan (fixture.view)), ==, BL_IMPORT_SERIES);
  press (&fixture);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_REPORT);
  g_assert_cmpuint (count (&fixture, "series"), ==, 19);
  finish (&fixture);
}

/* --- Several ------------------------------------------------------------------------ */

/* Figures before the libraries and areas that they are of, a file that is no table, one that is nothing new: one step. */
static void
test_many (void)
{
  g_autoptr (GFile) figures = new_project_fixture_file ("people.csv", "LSOA code,Population\nE01000001,120\nE01000002,98\n", -1);
  g_autoptr (GFile) visits = new_project_fixture_file ("visits.csv", "Library,2023-04,2023-05\nHarbour,10,20\nMobile,1,2\n", -1);
  g_autoptr (GFile) libraries = new_project_fixture_file (
      "libraries.csv", "Library name,Postcode,Easting,Northing\nHarbour Library,NE1 1AA,424000,564000\nHill,NE1 1AB,424100,564000\n", -1);
  g_autoptr (GFile) points = new_project_fixture_file ("points.csv", "lsoa11cd,x,y\nE01000001,424000,564000\nE01000002,424500,564000\n", -1);
  g_autoptr (GFile) broken = new_project_fixture_file ("broken.csv", "\"Library,2023-04\nHarbour,1\n", -1);
  g_autoptr (GBytes) before = NULL, after = NULL, undone = NULL;
  Fixture fixture;
  GListModel *history;
  guint steps;

  begin (&fixture, FALSE);
  history = bl_project_get_history (fixture.project);
  steps = g_list_model_get_n_items (history);
  before = bl_record_write (BL_RECORD (fixture.project), BL_PROJECT_VERSION);
  take (&fixture, figures, visits, libraries, points, broken, NULL);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_FILES);
  /* The figures wait for their areas; they are tried all the same. */
  g_assert_cmpstr (label (&fixture, "finding"), ==, "3 of 5 files can come in");
  g_assert_cmpstr (bl_import_view_get_apply_label (fixture.view), ==, "Bring in 4 files");
  g_assert_cmpstr (bl_import_view_get_footer (fixture.view), ==, "One step, which can be undone");
  new_project_fixture_assert_named (fixture.dialog);

  /* One of them is looked at, and back. */
  g_signal_emit_by_name (new_project_fixture_find (fixture.dialog, BL_TYPE_IMPORT_FILES_PAGE, NULL), "entry-activated", 1u);
  new_project_fixture_settle ();
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_PLAN);
  g_assert_true (bl_import_view_is_looking (fixture.view));
  g_assert_cmpstr (bl_import_view_get_apply_label (fixture.view), ==, "Back to all files");
  press (&fixture);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_FILES);
  /* The broken one says why, and back. */
  g_signal_emit_by_name (new_project_fixture_find (fixture.dialog, BL_TYPE_IMPORT_FILES_PAGE, NULL), "entry-activated", 4u);
  new_project_fixture_settle ();
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_PROBLEM);
  press (&fixture);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_FILES);

  after = bl_record_write (BL_RECORD (fixture.project), BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (before, after));
  press (&fixture);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_REPORT);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, steps + 1);
  g_assert_cmpstr (bl_project_get_undo_name (fixture.project), ==, "Import 4 files");
  g_assert_cmpuint (count (&fixture, "libraries"), ==, 2);
  g_assert_cmpuint (count (&fixture, "values"), ==, 1);
  g_assert_cmpuint (count (&fixture, "series"), ==, 2);
  g_assert_cmpuint (bl_import_view_get_report (fixture.view)->read, ==, 8);
  g_assert_cmpuint (bl_import_view_get_report (fixture.view)->added, ==, 8);
  g_assert_true (warns (&fixture, "broken.csv"));
  /* The series found the library that came with the same step. */
  {
    g_autoptr (BlRecord) series = g_list_model_get_item (bl_record_get_list (BL_RECORD (fixture.project), "series"), 0);
    g_assert_nonnull (bl_record_get_text (series, "library"));
  }
  g_assert_true (bl_project_undo (fixture.project));
  undone = bl_record_write (BL_RECORD (fixture.project), BL_PROJECT_VERSION);
  g_assert_true (g_bytes_equal (before, undone));
  finish (&fixture);
}

/* Those of Newcastle at once; cancelled first, while they are read. */
static void
test_published (void)
{
  static const char *const names[] = { "newcastle/2008-onwards-monthly-visits.csv", "newcastle/2008-onwards-monthly-issues-by-branch.csv",
                                       "newcastle/2008-onwards-monthly-enquiries.csv", "newcastle/2008-onwards-monthly-computer-use.csv",
                                       "national/activity-2023-24/libraries_activity_data_2023_2024.csv",
                                       "national/indicators/engagement-with-culture-and-heritage.csv" };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  Fixture fixture;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = bl_test_shared_data (names[i]);

      if (path == NULL)
        return;
      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  begin (&fixture, TRUE);
  bl_import_view_take (fixture.view, files);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_READING);
  g_assert_nonnull (strstr (label (&fixture, "reading_label"), "Reading 1 of 6"));
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "import.cancel", NULL);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_CHOOSE);
  new_project_fixture_settle ();
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_CHOOSE);

  bl_import_view_take (fixture.view, files);
  new_project_fixture_wait (is_read, fixture.view);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_FILES);
  g_assert_cmpstr (label (&fixture, "finding"), ==, "All 6 files can come in");
  press (&fixture);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_REPORT);
  /* 19 + 19 + 20 + 19 rows of branches, the own authority of the return and of the survey, and England. */
  g_assert_cmpuint (count (&fixture, "series"), >=, 77);
  g_assert_cmpuint (count (&fixture, "comparisons"), >, 20);
  finish (&fixture);
}

/* --- Pasted --------------------------------------------------------------------------- */

static void
say (Fixture *self, const char *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (new_project_fixture_find (self->dialog, ADW_TYPE_ENTRY_ROW, entry)), text);
  new_project_fixture_settle ();
}

static gboolean
is_plan (gpointer data)
{
  return bl_import_view_get_state (data) == BL_IMPORT_VIEW_PLAN;
}

static void
test_paste (void)
{
  Fixture fixture;
  GdkClipboard *clipboard;
  const char *const *targets;

  begin (&fixture, TRUE);
  clipboard = gtk_widget_get_clipboard (fixture.dialog);
  /* A table such as CIPFA's: ".." is not known, 0 is 0. */
  gdk_clipboard_set_text (clipboard, "Authority\t2021-22\t2022-23\nLeeds\t1,200\t..\nNewcastle upon Tyne\t0\t9\n");
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "import.paste", NULL);
  new_project_fixture_wait (is_plan, fixture.view);
  g_assert_cmpint (bl_import_plan_get_kind (bl_import_view_get_plan (fixture.view)), ==, BL_IMPORT_SERIES);
  g_assert_nonnull (strstr (label (&fixture, "summary"), "Pasted figures: 2 rows, 3 columns"));
  g_assert_nonnull (strstr (label (&fixture, "refusal"), "Say which measure"));
  targets = bl_import_plan_get_targets (bl_import_view_get_plan (fixture.view));
  g_assert_true (g_strv_contains (targets, "measure:staff_fte"));
  bl_import_plan_set_target (bl_import_view_get_plan (fixture.view), 1, g_intern_string ("measure:staff_fte"));
  say (&fixture, "licence_entry", "Ours");
  g_assert_nonnull (strstr (label (&fixture, "refusal"), "Say below where these figures are from"));
  g_assert_false (bl_import_view_can_apply (fixture.view));
  say (&fixture, "source_entry", "CIPFA, public library statistics");
  g_assert_true (bl_import_view_can_apply (fixture.view));
  new_project_fixture_assert_named (fixture.dialog);
  press (&fixture);
  g_assert_cmpint (bl_import_view_get_state (fixture.view), ==, BL_IMPORT_VIEW_REPORT);
  g_assert_cmpuint (count (&fixture, "comparisons"), ==, 2);
  {
    g_autoptr (BlRecord) year = g_list_model_get_item (bl_record_get_list (BL_RECORD (fixture.project), "comparisons"), 0);

    g_assert_cmpstr (bl_record_get_text (year, "source"), ==, "CIPFA, public library statistics");
    g_assert_cmpstr (bl_record_get_text (year, "period"), ==, "2021-04-01/P1Y");
    g_assert_cmpfloat (bl_table_get_numbers (bl_record_get_table (year, "values"))[0], ==, 1200);
    g_assert_cmpfloat (bl_table_get_numbers (bl_record_get_table (year, "values"))[1], ==, 0);
  }
  finish (&fixture);
}

static gboolean
is_problem (gpointer data)
{
  return bl_import_view_get_state (data) == BL_IMPORT_VIEW_PROBLEM;
}

static void
test_paste_nothing (void)
{
  Fixture fixture;

  begin (&fixture, TRUE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture.dialog), "just a word");
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "import.paste", NULL);
  new_project_fixture_wait (is_problem, fixture.view);
  new_project_fixture_assert_named (fixture.dialog);
  finish (&fixture);
}

/* A newer file says what it changes; what a figure was is kept. */
static void
test_corrected (void)
{
  g_autoptr (GFile) old = new_project_fixture_file ("visits.csv", "Library,2023-04,2023-05\nCity,100,110\n", -1);
  g_autoptr (GFile) new = NULL;
  Fixture fixture;

  begin (&fixture, TRUE);
  take (&fixture, old, NULL);
  press (&fixture);
  new = new_project_fixture_file ("visits.csv", "Library,2023-04,2023-05\nCity,1104,110\n", -1);
  take (&fixture, new, NULL);
  press (&fixture);
  g_assert_true (warns (&fixture, "Apr 2023: 1,104, was 100"));
  {
    g_autoptr (BlRecord) series = g_list_model_get_item (bl_record_get_list (BL_RECORD (fixture.project), "series"), 0);
    const char *history = bl_table_get_texts (bl_record_get_table (series, "history"))[0];

    g_assert_true (g_str_has_suffix (history, " 100"));
  }
  finish (&fixture);
}

int
main (int argc, char **argv)
{
  new_project_fixture_init (&argc, &argv);
  g_test_add_func ("/import-many/choice", test_choice);
  g_test_add_func ("/import-many/many", test_many);
  g_test_add_func ("/import-many/published", test_published);
  g_test_add_func ("/import-many/paste", test_paste);
  g_test_add_func ("/import-many/paste-nothing", test_paste_nothing);
  g_test_add_func ("/import-many/corrected", test_corrected);
  return g_test_run ();
}
