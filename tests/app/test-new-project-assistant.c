/* test-new-project-assistant.c: making a project step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-assistant.h"

#include "import-view.h"
#include "new-project-file-row.h"
#include "new-project-fixture.h"
#include "new-project-map.h"
#include "new-project-service-page.h"
#include "new-project-store.h"
#include "shared-data.h"

static void
act (BlNewProjectAssistant *assistant, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (assistant), action, NULL));
  new_project_fixture_settle ();
}

static gboolean
is_idle (gpointer data)
{
  return !bl_new_project_assistant_is_busy (data);
}

static gboolean
is_not_null (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
on_created (BlNewProjectAssistant *assistant, BlDocument *document, gpointer data)
{
  g_set_object ((BlDocument **) data, document);
}

static void
on_closed (BlNewProjectAssistant *assistant, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Types in the search, as a person would, and takes the first with Enter. */
static void
search_for (BlNewProjectAssistant *assistant, const char *text)
{
  GtkWidget *search = new_project_fixture_find (GTK_WIDGET (assistant), GTK_TYPE_SEARCH_ENTRY, "search");

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (search, "activate");
  new_project_fixture_settle ();
}

static const char *
label (BlNewProjectAssistant *assistant, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (new_project_fixture_find (GTK_WIDGET (assistant), GTK_TYPE_LABEL, name)));
}

static guint
count_open (BlProject *project)
{
  GListModel *libraries = bl_project_get_libraries (project);
  guint open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, i);

      if (bl_record_get_enum (BL_RECORD (library), "type") == BL_LIBRARY_TYPE_STATIC)
        open += bl_library_is_open (library, 2023) ? 1 : 0;
    }
  return open;
}

/* Leeds, in five presses of a key: the figures are those of test-new-project-draft.c. */
static void
test_walk (void)
{
  g_autoptr (BlContext) context = bl_context_new ();
  BlNewProjectAssistant *assistant;
  GtkWidget *window;
  BlDocument *document = NULL;
  BlProject *project;
  g_autofree char *path = bl_new_project_store_get_path ();

  new_project_fixture_forget ();
  assistant = BL_NEW_PROJECT_ASSISTANT (g_object_ref_sink (bl_new_project_assistant_new (context)));
  window = new_project_fixture_show (GTK_WIDGET (assistant), 1280, 800);
  g_signal_connect (assistant, "created", G_CALLBACK (on_created), &document);
  new_project_fixture_assert_named (GTK_WIDGET (assistant));

  /* Nothing chosen: no going on, and the foot says why. */
  g_assert_cmpstr (label (assistant, "footer_label"), ==, "Choose your service, or start without one.");
  g_assert_false (gtk_widget_get_sensitive (
      new_project_fixture_find (GTK_WIDGET (assistant), GTK_TYPE_BUTTON, "next_button")));
  search_for (assistant, "leeds");
  g_assert_cmpstr (label (assistant, "count"), ==, "1 of 153 services");
  g_assert_cmpstr (label (assistant, "name"), ==, "Leeds City Council");
  g_assert_false (bl_new_project_map_is_empty (
      BL_NEW_PROJECT_MAP (new_project_fixture_find (GTK_WIDGET (assistant), BL_TYPE_NEW_PROJECT_MAP, NULL))));

  act (assistant, "new-project.next");
  g_assert_cmpint (bl_new_project_draft_get_step (bl_new_project_assistant_get_draft (assistant)), ==,
                   BL_NEW_PROJECT_STEP_LIBRARIES);
  new_project_fixture_assert_named (GTK_WIDGET (assistant));
  act (assistant, "new-project.next");
  new_project_fixture_assert_named (GTK_WIDGET (assistant));
  act (assistant, "new-project.next");
  new_project_fixture_wait (is_idle, assistant);
  new_project_fixture_assert_named (GTK_WIDGET (assistant));
  g_assert_cmpstr (label (assistant, "finding"), ==, "84.7% of people live within a mile of a library");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  /* Back is always possible, and forward again. */
  act (assistant, "new-project.back");
  act (assistant, "new-project.back");
  act (assistant, "new-project.back");
  g_assert_cmpint (bl_new_project_draft_get_step (bl_new_project_assistant_get_draft (assistant)), ==,
                   BL_NEW_PROJECT_STEP_SERVICE);
  bl_new_project_assistant_go (assistant, BL_NEW_PROJECT_STEP_REVIEW);
  new_project_fixture_wait (is_idle, assistant);
  g_assert_null (document);
  act (assistant, "new-project.next");
  new_project_fixture_wait (is_not_null, &document);

  project = bl_document_get_project (document);
  g_assert_null (bl_document_get_path (document));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (project), "title"), ==, "Leeds library plan");
  g_assert_cmpuint (count_open (project), ==, 38);
  g_assert_cmpuint (bl_areas_get_n (bl_project_get_areas (project)), ==, 482);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (project)), ==, 1);
  g_assert_true (bl_project_get_modified (project));
  /* Nothing waits any more. */
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (assistant);
  g_object_unref (document);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Leaving half way and coming back: everything typed is there. */
static void
test_resume (void)
{
  g_autoptr (BlContext) context = bl_context_new ();
  BlNewProjectAssistant *assistant;
  GtkWidget *window, *title, *use;
  gboolean closed = FALSE;
  BlNewProjectDraft *draft;

  new_project_fixture_forget ();
  assistant = BL_NEW_PROJECT_ASSISTANT (bl_new_project_assistant_new (context));
  window = new_project_fixture_show (GTK_WIDGET (assistant), 1280, 800);
  g_signal_connect (assistant, "closed", G_CALLBACK (on_closed), &closed);
  search_for (assistant, "york city");
  title = new_project_fixture_find (GTK_WIDGET (assistant), ADW_TYPE_ENTRY_ROW, "title_entry");
  gtk_editable_set_text (GTK_EDITABLE (title), "Explore, next five years");
  act (assistant, "new-project.next");
  use = new_project_fixture_find (new_project_fixture_find (GTK_WIDGET (assistant), ADW_TYPE_BIN, "libraries_page"),
                                  GTK_TYPE_SWITCH, "use_switch");
  gtk_switch_set_active (GTK_SWITCH (use), FALSE);
  act (assistant, "new-project.skip");
  act (assistant, "new-project.leave");
  g_assert_true (closed);
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();

  assistant = BL_NEW_PROJECT_ASSISTANT (g_object_ref_sink (bl_new_project_assistant_new (context)));
  window = new_project_fixture_show (GTK_WIDGET (assistant), 1280, 800);
  draft = bl_new_project_assistant_get_draft (assistant);
  g_assert_cmpint (bl_new_project_draft_get_step (draft), ==, BL_NEW_PROJECT_STEP_AREAS);
  g_assert_cmpint (bl_new_project_draft_get_state (draft, BL_NEW_PROJECT_STEP_LIBRARIES), ==,
                   BL_NEW_PROJECT_STATE_SKIPPED);
  g_assert_cmpstr (bl_new_project_draft_get_title (draft), ==, "Explore, next five years");
  g_assert_false (bl_new_project_draft_wants_libraries (draft));
  act (assistant, "new-project.back");
  act (assistant, "new-project.back");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       new_project_fixture_find (GTK_WIDGET (assistant), GTK_TYPE_SEARCH_ENTRY, "search"))),
                   ==, "york city");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       new_project_fixture_find (GTK_WIDGET (assistant), ADW_TYPE_ENTRY_ROW, "title_entry"))),
                   ==, "Explore, next five years");

  /* Only this throws it away; and even that can be taken back. */
  act (assistant, "new-project.start-afresh");
  g_assert_true (bl_new_project_draft_is_blank (draft));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       new_project_fixture_find (GTK_WIDGET (assistant), GTK_TYPE_SEARCH_ENTRY, "search"))),
                   ==, "");
  {
    GtkWidget *undo = NULL;
    GtkWidget *toasts = new_project_fixture_find (GTK_WIDGET (assistant), ADW_TYPE_TOAST_OVERLAY, "toasts");
    GtkWidget *child = gtk_widget_get_last_child (toasts);

    g_assert_cmpstr (G_OBJECT_TYPE_NAME (child), ==, "AdwToastWidget");
    undo = new_project_fixture_find (child, GTK_TYPE_BUTTON, "action_button");
    g_signal_emit_by_name (undo, "clicked");
    new_project_fixture_settle ();
  }
  g_assert_cmpstr (bl_new_project_draft_get_title (draft), ==, "Explore, next five years");
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (assistant);
}

/* What cannot be read is put aside, not deleted, and one starts with nothing. */
static void
test_damaged (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("damaged");
  g_autoptr (BlNewProjectDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = bl_new_project_store_get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);
  g_autofree char *content = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "<draft title='half", -1, NULL));
  draft = bl_new_project_store_load (ids, &error);
  g_assert_true (bl_new_project_draft_is_blank (draft));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ);
  g_assert_true (g_file_get_contents (aside, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "<draft title='half");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static gboolean
has_plan (gpointer data)
{
  return bl_import_view_get_state (data) == BL_IMPORT_VIEW_PLAN;
}

static gboolean
is_importing (gpointer data)
{
  return bl_import_view_get_state (data) != BL_IMPORT_VIEW_CHOOSE;
}

/* A list of one's own at the second step, taken back, brought in again, and in
 * the project that is made. */
static void
test_file (void)
{
  g_autofree char *path = bl_test_shared_data ("newcastle/newcastle_city_council.csv");
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (BlContext) context = NULL;
  BlNewProjectAssistant *assistant;
  BlNewProjectDraft *draft;
  BlImportView *view;
  GtkWidget *window, *next, *row;
  BlDocument *document = NULL;

  if (path == NULL)
    return;
  context = bl_context_new ();
  new_project_fixture_forget ();
  assistant = BL_NEW_PROJECT_ASSISTANT (g_object_ref_sink (bl_new_project_assistant_new (context)));
  window = new_project_fixture_show (GTK_WIDGET (assistant), 1280, 800);
  g_signal_connect (assistant, "created", G_CALLBACK (on_created), &document);
  draft = bl_new_project_assistant_get_draft (assistant);
  view = BL_IMPORT_VIEW (new_project_fixture_find (GTK_WIDGET (assistant), BL_TYPE_IMPORT_VIEW, NULL));
  next = new_project_fixture_find (GTK_WIDGET (assistant), GTK_TYPE_BUTTON, "next_button");
  search_for (assistant, "newcastle");
  act (assistant, "new-project.next");

  bl_new_project_assistant_import (assistant, BL_IMPORT_LIBRARIES, file);
  new_project_fixture_wait (is_importing, view);
  new_project_fixture_wait (has_plan, view);
  new_project_fixture_assert_named (GTK_WIDGET (assistant));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (next)), ==, "Bring in 21 libraries");
  g_assert_cmpstr (label (assistant, "footer_label"), ==, "13 rows as they are, 8 mended");
  act (assistant, "new-project.next");
  g_assert_cmpint (bl_import_view_get_state (view), ==, BL_IMPORT_VIEW_REPORT);
  g_assert_cmpuint (bl_new_project_draft_count_files (draft, BL_NEW_PROJECT_STEP_LIBRARIES), ==, 1);
  act (assistant, "new-project.next");
  g_assert_cmpint (bl_new_project_draft_get_step (draft), ==, BL_NEW_PROJECT_STEP_LIBRARIES);

  /* It stands in the list, and can be taken out of it. */
  row = new_project_fixture_find (GTK_WIDGET (assistant), BL_TYPE_NEW_PROJECT_FILE_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "newcastle_city_council.csv");
  new_project_fixture_assert_named (GTK_WIDGET (assistant));
  g_signal_emit_by_name (row, "remove-wanted");
  g_assert_cmpuint (bl_new_project_draft_count_files (draft, BL_NEW_PROJECT_STEP_LIBRARIES), ==, 0);

  bl_new_project_assistant_import (assistant, BL_IMPORT_LIBRARIES, file);
  new_project_fixture_wait (has_plan, view);
  /* Back from the file leaves it, and changes nothing. */
  act (assistant, "new-project.back");
  g_assert_cmpint (bl_new_project_draft_get_step (draft), ==, BL_NEW_PROJECT_STEP_LIBRARIES);
  g_assert_cmpuint (bl_new_project_draft_count_files (draft, BL_NEW_PROJECT_STEP_LIBRARIES), ==, 0);

  bl_new_project_assistant_import (assistant, BL_IMPORT_LIBRARIES, file);
  new_project_fixture_wait (has_plan, view);
  act (assistant, "new-project.next");
  bl_new_project_assistant_go (assistant, BL_NEW_PROJECT_STEP_REVIEW);
  new_project_fixture_wait (is_idle, assistant);
  g_assert_cmpstr (label (assistant, "finding"), ==, "93.6% of people live within a mile of a library");
  act (assistant, "new-project.next");
  new_project_fixture_wait (is_not_null, &document);
  g_assert_cmpuint (count_open (bl_document_get_project (document)), ==, 20);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (bl_document_get_project (document))), ==, 1);
  g_object_unref (document);
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (assistant);
}

/* Not in the list: a name, a title, and an empty project. */
static void
test_empty (void)
{
  g_autoptr (BlContext) context = bl_context_new ();
  BlNewProjectAssistant *assistant;
  GtkWidget *window, *list, *row, *name;
  BlDocument *document = NULL;
  BlProject *project;

  new_project_fixture_forget ();
  assistant = BL_NEW_PROJECT_ASSISTANT (g_object_ref_sink (bl_new_project_assistant_new (context)));
  window = new_project_fixture_show (GTK_WIDGET (assistant), 1280, 800);
  g_signal_connect (assistant, "created", G_CALLBACK (on_created), &document);
  search_for (assistant, "barset");
  g_assert_cmpstr (label (assistant, "count"), ==,
                   "None of 153 services has this in its name or code. Try fewer letters.");
  list = new_project_fixture_find (GTK_WIDGET (assistant), GTK_TYPE_LIST_BOX, "other_list");
  row = new_project_fixture_find (GTK_WIDGET (assistant), ADW_TYPE_ACTION_ROW, "empty_row");
  g_signal_emit_by_name (list, "row-activated", row);
  name = new_project_fixture_find (GTK_WIDGET (assistant), ADW_TYPE_ENTRY_ROW, "name_entry");
  gtk_editable_set_text (GTK_EDITABLE (name), "Barsetshire");
  new_project_fixture_assert_named (GTK_WIDGET (assistant));
  act (assistant, "new-project.next");
  act (assistant, "new-project.skip");
  act (assistant, "new-project.skip");
  new_project_fixture_wait (is_idle, assistant);
  act (assistant, "new-project.next");
  new_project_fixture_wait (is_not_null, &document);
  project = bl_document_get_project (document);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_project_get_service (project)), "name"), ==, "Barsetshire");
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, 0);
  g_object_unref (document);
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (assistant);
}

static void
look_at (int width, int height, int dpi, gboolean dark, GtkTextDirection direction)
{
  g_autoptr (BlContext) context = bl_context_new ();
  BlNewProjectAssistant *assistant;
  GtkWidget *window;

  new_project_fixture_forget ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 1024, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_DEFAULT);
  gtk_widget_set_default_direction (direction);
  assistant = BL_NEW_PROJECT_ASSISTANT (g_object_ref_sink (bl_new_project_assistant_new (context)));
  window = new_project_fixture_show (GTK_WIDGET (assistant), width, height);
  search_for (assistant, "som");
  for (int step = BL_NEW_PROJECT_STEP_SERVICE; step <= BL_NEW_PROJECT_LAST_STEP; step++)
    {
      bl_new_project_assistant_go (assistant, step);
      new_project_fixture_wait (is_idle, assistant);
      gtk_test_widget_wait_for_draw (window);
      new_project_fixture_settle ();
      new_project_fixture_assert_named (GTK_WIDGET (assistant));
    }
  /* Nothing asks for more than the window has. */
  g_assert_cmpint (gtk_widget_get_width (window), <=, width);
  g_assert_cmpint (gtk_widget_get_height (window), <=, height);
  gtk_window_destroy (GTK_WINDOW (window));
  new_project_fixture_settle ();
  g_assert_finalize_object (assistant);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

static void
test_looks (void)
{
  look_at (1280, 800, 96, TRUE, GTK_TEXT_DIR_LTR);
  look_at (900, 700, 96, FALSE, GTK_TEXT_DIR_LTR);
  look_at (1280, 800, 192, FALSE, GTK_TEXT_DIR_LTR);
  look_at (1280, 800, 96, FALSE, GTK_TEXT_DIR_RTL);
}

int
main (int argc, char **argv)
{
  new_project_fixture_init (&argc, &argv);
  g_test_add_func ("/new-project-assistant/walk", test_walk);
  g_test_add_func ("/new-project-assistant/resume", test_resume);
  g_test_add_func ("/new-project-assistant/damaged", test_damaged);
  g_test_add_func ("/new-project-assistant/file", test_file);
  g_test_add_func ("/new-project-assistant/empty", test_empty);
  g_test_add_func ("/new-project-assistant/looks", test_looks);
  return g_test_run ();
}
