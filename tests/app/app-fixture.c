/* app-fixture.c: projects and windows for the tests of widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"

#include "record-xml.h"

#define NOW "2026-04-17T14:32:00Z"

void
bl_app_fixture_init (int *argc, char ***argv)
{
  bl_app_fixture_keep_quarks ();
  g_setenv ("BRANCHLINE_NOW", NOW, TRUE);
  g_setenv ("BRANCHLINE_SEED", "app", TRUE);
  g_test_init (argc, argv, NULL);
  adw_init ();
}

BlContext *
bl_app_fixture_context (void)
{
  return bl_context_new ();
}

static BlSession *
open_project (BlContext *context, BlProject *project)
{
  g_autoptr (BlDocument) document = bl_document_new (project);

  bl_project_mark_saved (project);
  return bl_session_new (context, document);
}

BlSession *
bl_app_fixture_newcastle (BlContext *context)
{
  g_autoptr (BlProject) project = bl_project_new (bl_context_get_ids (context), bl_context_get_clock (context));
  g_autoptr (GError) error = NULL;
  BlReference *reference = bl_context_get_reference (context, &error);
  const BlReferenceService *service;

  g_assert_no_error (error);
  service = bl_reference_find_service (reference, "E08000021", &error);
  g_assert_no_error (error);
  g_assert_true (bl_reference_fill (reference, service, project, &error));
  g_assert_no_error (error);
  return open_project (context, project);
}

static void
add_library (BlProject *project, const char *name, double easting, BlOperation operation, gboolean statutory, int closed)
{
  g_autoptr (BlLibrary) library = bl_library_new (NULL);
  g_autoptr (BlStatus) status = bl_status_new (NULL);

  bl_record_set_text (BL_RECORD (library), "name", name);
  bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
  bl_record_set_real (BL_RECORD (library), "easting", easting);
  bl_record_set_real (BL_RECORD (library), "northing", 500000);
  bl_record_set_integer (BL_RECORD (status), "year", 2023);
  bl_record_set_enum (BL_RECORD (status), "operation", operation);
  bl_record_set_boolean (BL_RECORD (status), "statutory", statutory);
  if (closed > 0)
    bl_record_set_integer (BL_RECORD (library), "closed", closed);
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
}

/* Areas at 0, 1, 2 and 6 km on a line with 100, 200, 300 and 400 people; A at
 * 0 km (council, statutory), B at 2.5 km (independent), C at 6 km (closed).
 * Nearest by hand: to A the areas at 0 and 1 km, 300 people, all within a
 * mile; to B those at 2 and 6 km, 700 people, of whom 300 within a mile. So
 * 600 of 1,000 are within a mile of an open library, 300 of A. */
BlSession *
bl_app_fixture_small (BlContext *context)
{
  static const char *const codes[] = { "E01000001", "E01000002", "E01000003", "E01000004" };
  const BlPoint points[] = { { 400000, 500000 }, { 401000, 500000 }, { 402000, 500000 }, { 406000, 500000 } };
  const double people[] = { 100, 200, 300, 400 };
  g_autoptr (BlProject) project = bl_project_new (bl_context_get_ids (context), bl_context_get_clock (context));
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, 4), point_table = bl_table_new_points (points, 4);
  g_autoptr (BlTable) people_table = bl_table_new_numbers (people, 4);
  g_autoptr (BlAreas) areas = bl_areas_new (NULL);
  g_autoptr (BlValueSet) population = bl_value_set_new (NULL);

  bl_project_begin (project, "Make");
  bl_record_set_text (BL_RECORD (project), "title", "Small place");
  add_library (project, "A Library", 400000, BL_OPERATION_COUNCIL, TRUE, 0);
  add_library (project, "B Library", 402500, BL_OPERATION_INDEPENDENT, FALSE, 0);
  add_library (project, "C Library", 406000, BL_OPERATION_UNKNOWN, FALSE, 2013);
  bl_record_set_table (BL_RECORD (areas), "codes", code_table);
  bl_record_set_table (BL_RECORD (areas), "points", point_table);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  bl_record_set_text (BL_RECORD (population), "name", "population");
  bl_record_set_text (BL_RECORD (population), "title", "Population");
  bl_record_set_enum (BL_RECORD (population), "kind", BL_VALUE_KIND_COUNT);
  bl_record_set_text (BL_RECORD (population), "date", "mid-2019");
  bl_record_set_table (BL_RECORD (population), "numbers", people_table);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (population));
  bl_project_commit (project);
  return open_project (context, project);
}

BlSession *
bl_app_fixture_empty (BlContext *context)
{
  g_autoptr (BlProject) project = bl_project_new (bl_context_get_ids (context), bl_context_get_clock (context));

  return open_project (context, project);
}

BlLibrary *
bl_app_fixture_library (BlSession *session, const char *name)
{
  GListModel *libraries = bl_project_get_libraries (bl_session_get_project (session));
  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, i);

      if (g_strcmp0 (bl_record_get_text (BL_RECORD (library), "name"), name) == 0)
        return library; /* the project holds it */
    }
  return NULL;
}

GBytes *
bl_app_fixture_bytes (BlSession *session)
{
  return bl_record_write (BL_RECORD (bl_session_get_project (session)), BL_PROJECT_VERSION);
}

void
bl_app_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
on_deadline (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
bl_app_fixture_wait (gboolean (*done) (gpointer data), gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (60, on_deadline, &late);

  while (!done (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

GtkWidget *
bl_app_fixture_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  bl_app_fixture_settle ();
  return window;
}

/* Inner parts of GTK's own widgets: their owner carries the name. */
static gboolean
is_inner (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_TEXT (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget) || GTK_IS_LABEL (widget)
         || (parent != NULL && (GTK_IS_DROP_DOWN (parent) || GTK_IS_MENU_BUTTON (parent) || GTK_IS_SPIN_BUTTON (parent)))
         || (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL)
         || g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "GtkColumnView")
         || g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "GtkListItem")
         || (GTK_IS_LIST_BOX (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL)
         || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
has_words (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child) && *gtk_label_get_label (GTK_LABEL (child)) != '\0')
        return TRUE;
      if (has_words (child))
        return TRUE;
    }
  return FALSE;
}

void
bl_app_fixture_assert_named (GtkWidget *widget)
{
  if (gtk_widget_get_focusable (widget) && gtk_widget_get_visible (widget) && !is_inner (widget)
      && gtk_widget_get_tooltip_text (widget) == NULL && !has_words (widget)
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    g_error ("A %s that takes the keyboard has no name", G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    bl_app_fixture_assert_named (child);
}

GtkWidget *
bl_app_fixture_find (GtkWidget *widget, GType type, const char *name)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (name == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = bl_app_fixture_find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
bl_app_fixture_in_every_dress (void (*test) (void))
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();

  test ();
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  test ();
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  test ();
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  test ();
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
}
