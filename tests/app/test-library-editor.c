/* test-library-editor.c: the pane: fields, hours, doubts, undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "day-editor.h"
#include "field-row.h"
#include "library-editor.h"
#include "signature-button.h"

typedef struct
{
  BlContext *context;
  BlSession *session;
  BlLibrary *library;
  BlLibraryEditor *editor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->context = bl_app_fixture_context ();
  fixture->session = bl_app_fixture_newcastle (fixture->context);
  fixture->library = bl_app_fixture_library (fixture->session, "Gosforth Library");
  fixture->editor = g_object_ref_sink (g_object_new (BL_TYPE_LIBRARY_EDITOR, NULL));
  bl_library_editor_set_session (fixture->editor, fixture->session);
  bl_session_set_library (fixture->session, bl_record_get_id (BL_RECORD (fixture->library)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->context);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *name)
{
  GtkWidget *widget = bl_app_fixture_find (GTK_WIDGET (fixture->editor), type, name);

  g_assert_nonnull (widget);
  return widget;
}

static void
type (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  bl_field_row_flush (BL_FIELD_ROW (row));
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  GtkWidget *name = find (fixture, BL_TYPE_FIELD_ROW, "name");
  GtkWidget *cost = find (fixture, BL_TYPE_FIELD_ROW, "running_cost");
  BlRecord *record = BL_RECORD (fixture->library);
  BlProject *project = bl_session_get_project (fixture->session);
  g_autoptr (GBytes) before = bl_app_fixture_bytes (fixture->session), undone = NULL;
  gint64 pence;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Gosforth Library");
  type (name, "Gosforth and Fawdon Library");
  g_assert_cmpstr (bl_record_get_text (record, "name"), ==, "Gosforth and Fawdon Library");
  type (cost, "£184,000");
  g_assert_true (bl_record_get_money (record, "running-cost", &pence));
  g_assert_cmpint (pence, ==, 18400000);
  g_assert_null (bl_field_row_get_error (BL_FIELD_ROW (cost)));

  /* A wrong text stays, with words below, and changes nothing. */
  type (cost, "a lot");
  g_assert_nonnull (bl_field_row_get_error (BL_FIELD_ROW (cost)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cost)), ==, "a lot");
  g_assert_true (bl_record_get_money (record, "running-cost", &pence));
  g_assert_cmpint (pence, ==, 18400000);
  type (cost, "190000");
  g_assert_null (bl_field_row_get_error (BL_FIELD_ROW (cost)));

  /* Undo shows in the fields. */
  while (bl_project_get_undo_name (project) != NULL
         && g_str_has_prefix (bl_project_get_undo_name (project), "Change"))
    bl_project_undo (project);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Gosforth Library");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cost)), ==, "");
  undone = bl_app_fixture_bytes (fixture->session);
  g_assert_true (g_bytes_equal (before, undone));
}

/* Typed but not yet taken when another is picked: it belongs to the first. */
static void
test_switch (Fixture *fixture, gconstpointer data)
{
  GtkWidget *name = find (fixture, BL_TYPE_FIELD_ROW, "name");
  BlLibrary *other = bl_app_fixture_library (fixture->session, "Kenton Library");

  gtk_editable_set_text (GTK_EDITABLE (name), "Gosforth");
  bl_session_set_library (fixture->session, bl_record_get_id (BL_RECORD (other)));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (fixture->library), "name"), ==, "Gosforth");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (other), "name"), ==, "Kenton Library");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Kenton Library");
}

static void
test_operation (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *run_by = ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "run_by"));
  GtkSwitch *statutory = GTK_SWITCH (find (fixture, GTK_TYPE_SWITCH, "statutory"));
  BlProject *project = bl_session_get_project (fixture->session);

  g_assert_cmpuint (adw_combo_row_get_selected (run_by), ==, BL_OPERATION_COUNCIL - 1);
  g_assert_true (gtk_switch_get_active (statutory));
  adw_combo_row_set_selected (run_by, BL_OPERATION_COMMUNITY - 1);
  g_assert_cmpint (bl_library_get_operation (fixture->library, 2023), ==, BL_OPERATION_COMMUNITY);
  gtk_switch_set_active (statutory, FALSE);
  g_assert_false (bl_library_is_statutory (fixture->library, 2023));
  /* The last of the list: not open. */
  adw_combo_row_set_selected (run_by, BL_OPERATION_INDEPENDENT);
  g_assert_false (bl_library_is_open (fixture->library, 2023));
  for (guint i = 0; i < 3; i++)
    bl_project_undo (project);
  g_assert_cmpuint (adw_combo_row_get_selected (run_by), ==, BL_OPERATION_COUNCIL - 1);
  g_assert_true (gtk_switch_get_active (statutory));
}

static void
test_hours (Fixture *fixture, gconstpointer data)
{
  BlDayEditor *monday = BL_DAY_EDITOR (find (fixture, BL_TYPE_DAY_EDITOR, "monday"));
  GtkWidget *doubts_box = find (fixture, GTK_TYPE_BOX, "doubts_box");
  GtkLabel *doubts = GTK_LABEL (find (fixture, GTK_TYPE_LABEL, "doubts"));
  BlProject *project = bl_session_get_project (fixture->session);
  g_autoptr (GBytes) before = bl_app_fixture_bytes (fixture->session), undone = NULL;

  /* The return says closed on Monday. */
  g_assert_null (bl_library_get_day (fixture->library, 0));
  g_assert_false (gtk_widget_get_visible (doubts_box));
  bl_day_editor_add_span (monday);
  g_assert_cmpstr (bl_library_get_day (fixture->library, 0), ==, "10:00-17:00");
  g_assert_true (gtk_widget_get_visible (doubts_box));
  g_assert_nonnull (strstr (gtk_label_get_label (doubts), "Monday"));
  bl_day_editor_type (monday, 0, "9", "12.30");
  g_assert_cmpstr (bl_library_get_day (fixture->library, 0), ==, "09:00-12:30");
  bl_day_editor_add_span (monday);
  g_assert_cmpstr (bl_library_get_day (fixture->library, 0), ==, "09:00-12:30 13:30-16:30");
  bl_day_editor_type (monday, 1, "12:00", "16:30");
  g_assert_nonnull (bl_day_editor_get_error (monday));
  g_assert_cmpstr (bl_library_get_day (fixture->library, 0), ==, "09:00-12:30 13:30-16:30");
  bl_day_editor_type (monday, 1, "13:00", "16:30");
  g_assert_null (bl_day_editor_get_error (monday));
  bl_day_editor_remove_span (monday, 1);
  bl_day_editor_remove_span (monday, 0);
  g_assert_cmpstr (bl_library_get_day (fixture->library, 0), ==, "closed");
  while (bl_project_get_undo_name (project) != NULL
         && g_str_has_prefix (bl_project_get_undo_name (project), "Change"))
    bl_project_undo (project);
  undone = bl_app_fixture_bytes (fixture->session);
  g_assert_true (g_bytes_equal (before, undone));
  g_assert_false (gtk_widget_get_visible (doubts_box));
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (find (fixture, GTK_TYPE_STACK, "stack"));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "library");
  bl_session_set_library (fixture->session, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "none");
}

/* On demand: nobody at first, then who is named in the preferences, of what stands below too. */
static void
test_signature (Fixture *fixture, gconstpointer data)
{
  BlSignatureButton *button = BL_SIGNATURE_BUTTON (find (fixture, BL_TYPE_SIGNATURE_BUTTON, "signature"));
  GSettings *settings = bl_context_get_settings (fixture->context);
  g_autofree char *none = bl_signature_button_describe (button), *first = NULL, *below = NULL;

  g_assert_true (g_str_has_prefix (none, "Who changed it last is not known"));
  type (find (fixture, BL_TYPE_FIELD_ROW, "name"), "Gosforth");
  first = bl_signature_button_describe (button);
  g_assert_cmpstr (first, ==, none); /* without a name nothing is signed, whoever is logged in */
  g_settings_set_string (settings, "author-name", "Jo Bell");
  gtk_switch_set_active (GTK_SWITCH (find (fixture, GTK_TYPE_SWITCH, "statutory")), FALSE);
  below = bl_signature_button_describe (button);
  g_assert_cmpstr (below, ==, "Last changed by Jo Bell, today, 14:32");
  g_settings_reset (settings, "author-name");
}

/* A state that is only looked at: read, not typed in. */
static void
test_look_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BlDocument) document = bl_document_new (bl_session_get_project (fixture->session));
  g_autoptr (BlSession) session = NULL;
  BlLibraryEditor *editor = g_object_ref_sink (g_object_new (BL_TYPE_LIBRARY_EDITOR, NULL));

  bl_document_set_look_only (document);
  session = bl_session_new (fixture->context, document);
  bl_library_editor_set_session (editor, session);
  bl_session_set_library (session, bl_record_get_id (BL_RECORD (fixture->library)));
  g_assert_false (gtk_widget_get_sensitive (bl_app_fixture_find (GTK_WIDGET (editor), BL_TYPE_FIELD_ROW, "name")));
  g_assert_false (gtk_widget_get_sensitive (bl_app_fixture_find (GTK_WIDGET (editor), BL_TYPE_DAY_EDITOR, "monday")));
  g_assert_false (gtk_widget_get_visible (bl_app_fixture_find (GTK_WIDGET (editor), GTK_TYPE_BOX, "foot")));
  g_assert_true (gtk_widget_get_sensitive (find (fixture, BL_TYPE_FIELD_ROW, "name")));
  g_assert_finalize_object (editor);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/library-editor/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("signature", test_signature);
  ADD ("look-only", test_look_only);
  ADD ("fields", test_fields);
  ADD ("switch", test_switch);
  ADD ("operation", test_operation);
  ADD ("hours", test_hours);
  ADD ("remove", test_remove);
#undef ADD
  return g_test_run ();
}
