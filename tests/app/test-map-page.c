/* test-map-page.c: the page Map in process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "map-page.h"

#include <math.h>
#include <string.h>

#include "map-fixture.h"
#include "map-page-private.h"
#include "page.h"
#include "theme.h"

typedef struct
{
  BlSession *session;
  GtkWindow *window;
  BlMapPage *page;
} Fixture;

static gboolean
is_drawn (gpointer data)
{
  BlMapPage *page = data;

  return page->geometry != NULL && page->geometry->facts == bl_session_get_facts (page->session)
         && page->shading != NULL && page->layout_source == 0
         && gtk_widget_get_width (GTK_WIDGET (page->canvas)) > 0;
}

static void
show (Fixture *fixture, BlSession *session, int width, int height)
{
  fixture->session = session;
  fixture->page = bl_map_page_new (session);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, width, height);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  map_fixture_wait (is_drawn, fixture->page);
}

/* All that was made goes: nobody keeps a page, and no page a session. */
static void
finish (Fixture *fixture)
{
  BlMapPage *page = g_object_ref (fixture->page);

  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (page);
  g_assert_finalize_object (fixture->session);
}

static void
settle (Fixture *fixture)
{
  map_fixture_wait (is_drawn, fixture->page);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static GListModel *
get_rows (Fixture *fixture)
{
  return bl_map_table_get_rows (fixture->page->table);
}

/* --- Tests ------------------------------------------------------------------- */

static void
test_pick_library (void)
{
  Fixture fixture;
  g_autoptr (BlMapRow) first = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *text = NULL;

  show (&fixture, map_fixture_newcastle (), 1048, 750);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 175);

  for (int i = 0; i < 9; i++)
    act (&fixture, "map.next-library"); /* Gosforth is the ninth in the document */
  g_assert_cmpint (bl_map_page_get_library (fixture.page), ==,
                   map_fixture_library (fixture.session, "Gosforth Library"));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 15);
  first = g_list_model_get_item (get_rows (&fixture), 0);
  g_assert_cmpstr (bl_map_row_get_text (first, BL_MAP_COLUMN_DISTANCE), ==, "1,736");
  g_assert_cmpstr (bl_map_row_get_text (first, BL_MAP_COLUMN_WITHIN), ==, "No");
  /* Not the macro: it takes the % for a format. */
  fault = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (fixture.page->canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Gosforth Library is picked. 23,502 people in 15 areas live nearest to "
      "it, 974 m away on average; 85.2% of them within a mile.");
  g_assert_cmpstr (fault, ==, NULL);

  text = bl_map_table_to_text (fixture.page->table);
  g_assert_true (
      g_str_has_prefix (text, "Area\tPeople\tDecile\tDistance, m\tAged 0–15\tAged 60+\tWithin a mile\n"));
  g_assert_nonnull (strstr (text, "\t1708\t10\t1736"));

  g_object_set (fixture.page->table, "show-all", TRUE, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 175);
  act (&fixture, "map.previous-library");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), <, 175);
  act (&fixture, "map.clear");
  g_assert_null (bl_session_get_library (fixture.session));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 175);
  finish (&fixture);
}

/* One pick for map, card, table and pane, whoever changes it. */
static void
test_pick_area (void)
{
  Fixture fixture;

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  g_assert_false (gtk_widget_get_visible (fixture.page->card));

  g_signal_emit_by_name (fixture.page->canvas, "area-picked", 4);
  g_assert_cmpstr (bl_session_get_area (fixture.session), ==, "E05");
  g_assert_true (gtk_widget_get_visible (fixture.page->card));
  g_assert_cmpstr (gtk_label_get_text (fixture.page->card_title), ==, "E05");
  g_assert_cmpstr (gtk_label_get_text (fixture.page->card_people), ==, "500 people, decile 5");
  g_assert_cmpstr (gtk_label_get_text (fixture.page->card_distance), ==, "0 m to West");

  g_signal_emit_by_name (fixture.page->table, "area-picked", 6);
  g_assert_cmpstr (bl_session_get_area (fixture.session), ==, "E07");
  g_assert_cmpstr (gtk_label_get_text (fixture.page->card_title), ==, "E07");
  act (&fixture, "map.pick-nearest");
  g_assert_cmpint (bl_map_page_get_library (fixture.page), ==,
                   map_fixture_library (fixture.session, "East Library"));

  /* An area of another library: the table shows all rather than not the pick. */
  bl_session_set_area (fixture.session, "E01");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 12);

  /* A click beside all: first the area goes, then the library. */
  g_signal_emit_by_name (fixture.page->canvas, "area-picked", -1);
  g_assert_null (bl_session_get_area (fixture.session));
  g_assert_nonnull (bl_session_get_library (fixture.session));
  g_signal_emit_by_name (fixture.page->canvas, "area-picked", -1);
  g_assert_null (bl_session_get_library (fixture.session));
  finish (&fixture);
}

static void
test_find (void)
{
  Fixture fixture;

  show (&fixture, map_fixture_newcastle (), 1048, 750);
  bl_map_finder_set_text (fixture.page->finder, "gosf");
  g_assert_cmpuint (bl_map_finder_get_n_found (fixture.page->finder), ==, 1);
  bl_map_finder_set_text (fixture.page->finder, "  E01008 ");
  g_assert_cmpuint (bl_map_finder_get_n_found (fixture.page->finder), ==, 7);
  bl_map_finder_set_text (fixture.page->finder, "Timbuktu");
  g_assert_cmpuint (bl_map_finder_get_n_found (fixture.page->finder), ==, 0);

  g_signal_emit_by_name (fixture.page->finder, "area-found", 3);
  g_assert_cmpint (bl_map_page_get_area (fixture.page), ==, 3);
  g_signal_emit_by_name (fixture.page->finder, "library-found",
                         map_fixture_library (fixture.session, "Walker Library"));
  g_assert_cmpint (bl_map_page_get_library (fixture.page), ==,
                   map_fixture_library (fixture.session, "Walker Library"));
  g_assert_cmpint (bl_map_page_get_area (fixture.page), ==, -1);
  finish (&fixture);
}

/* A grid reference, easting and northing: the area the place lies in is picked. */
static void
test_find_place (void)
{
  Fixture fixture;

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  bl_map_finder_set_text (fixture.page->finder, "NZ 21500 60500");
  g_assert_cmpuint (bl_map_finder_get_n_found (fixture.page->finder), ==, 1);
  bl_map_finder_set_text (fixture.page->finder, "421500, 560500");
  g_assert_cmpuint (bl_map_finder_get_n_found (fixture.page->finder), ==, 1);
  g_signal_emit_by_name (fixture.page->finder, "place-found", 421500.0, 560500.0, "Here");
  g_assert_true (fixture.page->has_place);
  g_assert_cmpstr (bl_session_get_area (fixture.session), ==, "E02");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  act (&fixture, "map.clear");
  g_assert_false (fixture.page->has_place);
  finish (&fixture);
}

static void
test_move (void)
{
  Fixture fixture;
  ShumateViewport *viewport;
  double zoom, longitude;

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  viewport = bl_map_canvas_get_viewport (fixture.page->canvas);
  zoom = shumate_viewport_get_zoom_level (viewport);
  longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));

  act (&fixture, "map.zoom-in");
  g_assert_cmpfloat_with_epsilon (shumate_viewport_get_zoom_level (viewport), zoom + 0.5, 0.01);
  act (&fixture, "map.pan-right");
  g_assert_cmpfloat (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), >, longitude);
  act (&fixture, "map.whole-service");
  g_assert_cmpfloat_with_epsilon (shumate_viewport_get_zoom_level (viewport), zoom, 0.01);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), longitude,
                                  1e-3);

  /* Two fingers may turn it; it turns back. */
  shumate_viewport_set_rotation (viewport, 0.7);
  g_assert_cmpfloat (shumate_viewport_get_rotation (viewport), ==, 0);
  finish (&fixture);
}

/* Tiles lie on whole pixels at any zoom level, so that no seams show. */
static void
test_whole_pixels (void)
{
  Fixture fixture;
  ShumateViewport *viewport;

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  viewport = bl_map_canvas_get_viewport (fixture.page->canvas);
  for (double zoom = 9.03; zoom < 15; zoom += 0.41)
    {
      double level, tile;

      shumate_viewport_set_zoom_level (viewport, zoom);
      level = shumate_viewport_get_zoom_level (viewport);
      tile = 256 * exp2 (level - floor (level));
      g_assert_cmpfloat_with_epsilon (level, zoom, 0.003);
      g_assert_cmpfloat_with_epsilon (tile, round (tile), 1e-6);
    }
  finish (&fixture);
}

/* Layers of tiles; the old one goes when the last tile of the new one is painted. */
static guint
count_layers (BlMapPage *page)
{
  GtkWidget *map = gtk_widget_get_first_child (GTK_WIDGET (page->canvas));
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (map); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += SHUMATE_IS_MAP_LAYER (child);
  return n;
}

static gboolean
is_painted (gpointer data)
{
  return bl_map_canvas_is_painted (BL_MAP_PAGE (data)->canvas);
}

static void
test_layers (void)
{
  Fixture fixture;

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  map_fixture_wait (is_painted, fixture.page);
  g_assert_cmpuint (count_layers (fixture.page), ==, 1);
  bl_session_set_value (fixture.session, "population");
  g_assert_cmpuint (count_layers (fixture.page), ==, 2);
  /* Another before that one is painted: still only the painted one below it. */
  bl_session_set_value (fixture.session, "nearest");
  g_assert_cmpuint (count_layers (fixture.page), ==, 2);
  map_fixture_wait (is_painted, fixture.page);
  g_assert_cmpuint (count_layers (fixture.page), ==, 1);
  finish (&fixture);
}

static void
test_values (void)
{
  static const char *const values[] = { "imd_decile", "population", "nearest", "plain", "gone" };
  Fixture fixture;

  for (int outlines = 0; outlines < 2; outlines++)
    {
      show (&fixture, map_fixture_squares (outlines), 1048, 750);
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          bl_session_set_value (fixture.session, values[i]);
          settle (&fixture);
          gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
          g_assert_cmpint (fixture.page->shading->borders, ==, g_str_equal (values[i], "nearest"));
        }
      gtk_widget_activate_action (GTK_WIDGET (fixture.page), "map.value", "s", "population");
      g_assert_cmpstr (bl_session_get_value (fixture.session), ==, "population");
      g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (fixture.page)), ==, "Population");
      finish (&fixture);
    }
}

static void
test_options (void)
{
  static const char *const switches[]
      = { "map.names", "map.one-mile", "map.two-miles", "map.statutory-only", "map.cross-boundary" };
  Fixture fixture;
  gboolean statutory;

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      act (&fixture, switches[i]);
      settle (&fixture);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
    }
  g_assert_false (fixture.page->names);
  g_object_get (fixture.session, "statutory-only", &statutory, NULL);
  g_assert_true (statutory);
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (fixture.page)), ==,
                   "Deprivation (IMD 2019), statutory libraries only, with other services");
  /* Only West counts now, and has all areas. */
  act (&fixture, "map.next-library");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 12);
  finish (&fixture);
}

/* The map follows the document: a library closes, and comes back. */
static void
test_edit_and_undo (void)
{
  Fixture fixture;
  BlProject *project;
  BlRecord *east;

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  project = bl_session_get_project (fixture.session);
  bl_session_set_library (fixture.session,
                          bl_session_get_facts (fixture.session)
                              ->libraries[map_fixture_library (fixture.session, "West Library")]
                              .id);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 6);

  east = g_list_model_get_item (bl_project_get_libraries (project), 1);
  bl_project_begin (project, "Close East");
  bl_record_remove_all (east, "statuses");
  bl_project_commit (project);
  settle (&fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 12);
  bl_project_undo (project);
  settle (&fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (&fixture)), ==, 6);
  g_object_unref (east);
  finish (&fixture);
}

static gboolean
has_geometry (gpointer data)
{
  return BL_MAP_PAGE (data)->geometry != NULL;
}

static void
test_empty (void)
{
  g_autoptr (BlSession) session = map_fixture_empty (FALSE);
  BlMapPage *page = g_object_ref_sink (bl_map_page_new (session));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "empty");
  map_fixture_wait (has_geometry, page);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (page);
}

static void
test_libraries_only (void)
{
  Fixture fixture;

  show (&fixture, map_fixture_empty (TRUE), 1048, 750);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture.page->stack), ==, "map");
  act (&fixture, "map.next-library");
  g_assert_nonnull (bl_session_get_library (fixture.session));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  finish (&fixture);
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_visible (GTK_WIDGET (BL_MAP_PAGE (data)->sheet));
}

/* Nothing is dropped, only moved. */
static void
test_narrow (void)
{
  Fixture fixture;

  show (&fixture, map_fixture_newcastle (), 700, 600);
  map_fixture_wait (is_narrow, fixture.page);
  settle (&fixture);
  g_assert_true (adw_flap_get_folded (fixture.page->flap));
  g_assert_false (adw_flap_get_reveal_flap (fixture.page->flap));
  act (&fixture, "map.next-library");
  act (&fixture, "page.toggle-pane");
  g_assert_true (adw_flap_get_reveal_flap (fixture.page->flap));
  act (&fixture, "page.toggle-table");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture.page->table)));
  finish (&fixture);
}

/* A second value: nine colours, a column of its own, and a sentence. */
static void
test_two_values (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  g_object_set (fixture.page, "second", "population", NULL);
  g_assert_nonnull (fixture.page->two_way);
  g_assert_cmpuint (fixture.page->shading->n_fills, ==, BL_TWO_WAY_GROUPS);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture.page->classing_button)));
  text = bl_map_table_to_text (fixture.page->table);
  g_assert_true (g_str_has_prefix (text, "Area\tPeople\tDecile\tGroup\tPeople\t"));
  g_object_set (fixture.page, "second", "", NULL);
  g_assert_null (fixture.page->two_way);
  g_assert_nonnull (fixture.page->classes);
  finish (&fixture);
}

/* Groups are chosen for each value apart and come back with it. */
static void
test_groups (void)
{
  Fixture fixture;
  BlClassRule rule = { .method = BL_CLASSIFY_EQUAL, .n_groups = 3 };

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  bl_session_set_value (fixture.session, "population");
  bl_map_study_set_rule (fixture.page->study, "population", &rule);
  g_assert_cmpuint (fixture.page->classes->n, ==, 3);
  g_assert_cmpuint (fixture.page->shading->n_fills, ==, 3);
  bl_session_set_value (fixture.session, "imd_decile");
  g_assert_cmpuint (fixture.page->classes->n, ==, 5);
  bl_session_set_value (fixture.session, "population");
  g_assert_cmpuint (fixture.page->classes->n, ==, 3);
  /* What follows from others: the way. */
  bl_session_set_value (fixture.session, "minutes");
  g_assert_cmpstr (fixture.page->value->title, ==, "Minutes to the nearest library");
  g_object_set (fixture.page, "rings", TRUE, NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  finish (&fixture);
}

static gboolean
access_is_ready (gpointer data)
{
  return bl_map_access_is_ready (BL_MAP_PAGE (data)->access);
}

/* Access seen whole: yardsticks for everyone and each group, for reading and for copying. */
static void
test_access (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;
  g_autofree char *one_mile = NULL;

  show (&fixture, map_fixture_newcastle (), 1048, 750);
  act (&fixture, "map.show-access");
  map_fixture_wait (access_is_ready, fixture.page);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  text = bl_map_access_to_text (fixture.page->access);
  g_assert_true (g_str_has_prefix (text, "Within reach\tEveryone\t"));
  /* expected.md: 93.648 % within a mile. */
  one_mile = g_strstr_len (text, -1, "1 mile in a straight line\t93.6%") != NULL ? g_strdup ("") : NULL;
  g_assert_nonnull (one_mile);
  act (&fixture, "map.show-areas");
  finish (&fixture);
}

/* --- Looks ------------------------------------------------------------------- */

static void
test_dark (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  Fixture fixture;

  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  g_assert_cmpint (fixture.page->shading->palette.kind, ==, BL_PALETTE_LIGHT);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  settle (&fixture);
  g_assert_cmpint (fixture.page->shading->palette.kind, ==, BL_PALETTE_DARK);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  settle (&fixture);
  finish (&fixture);
}

static void
test_large_text (void)
{
  Fixture fixture;
  int before;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &before, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  show (&fixture, map_fixture_newcastle (), 1280, 800);
  act (&fixture, "map.next-library");
  map_fixture_wait (is_narrow, fixture.page);
  settle (&fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  g_assert_cmpfloat (bl_theme_get_text_scale (GTK_WIDGET (fixture.page)), ==, 2.0);
  finish (&fixture);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", before, NULL);
}

static void
test_right_to_left (void)
{
  Fixture fixture;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show (&fixture, map_fixture_squares (TRUE), 1048, 750);
  bl_session_set_area (fixture.session, "E02");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  finish (&fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* --- Names --------------------------------------------------------------------- */

static void
assert_named (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  /* An icon has no words of its own. */
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_focusable (widget))
    g_assert_true (
        gtk_button_get_label (GTK_BUTTON (widget)) != NULL
        || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_accessible (void)
{
  Fixture fixture;

  show (&fixture, map_fixture_newcastle (), 1048, 750);
  g_assert_cmpstr (bl_page_get_title (BL_PAGE (fixture.page)), ==, "Map");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture.page->canvas)));
  gtk_test_accessible_assert_role (fixture.page->canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture.page->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map of Newcastle City Council");
  gtk_test_accessible_assert_property (fixture.page->table, GTK_ACCESSIBLE_PROPERTY_LABEL, "Areas");
  assert_named (fixture.page->choosers);
  assert_named (fixture.page->zooms);
  assert_named (GTK_WIDGET (fixture.page->pane));
  assert_named (fixture.page->end_widget);
  finish (&fixture);
}

int
main (int argc, char *argv[])
{
  bl_app_fixture_keep_quarks ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/map-page/pick-library", test_pick_library);
  g_test_add_func ("/map-page/pick-area", test_pick_area);
  g_test_add_func ("/map-page/find", test_find);
  g_test_add_func ("/map-page/find-place", test_find_place);
  g_test_add_func ("/map-page/move", test_move);
  g_test_add_func ("/map-page/whole-pixels", test_whole_pixels);
  g_test_add_func ("/map-page/layers", test_layers);
  g_test_add_func ("/map-page/values", test_values);
  g_test_add_func ("/map-page/options", test_options);
  g_test_add_func ("/map-page/edit-and-undo", test_edit_and_undo);
  g_test_add_func ("/map-page/empty", test_empty);
  g_test_add_func ("/map-page/libraries-only", test_libraries_only);
  g_test_add_func ("/map-page/narrow", test_narrow);
  g_test_add_func ("/map-page/two-values", test_two_values);
  g_test_add_func ("/map-page/groups", test_groups);
  g_test_add_func ("/map-page/access", test_access);
  g_test_add_func ("/map-page/dark", test_dark);
  g_test_add_func ("/map-page/large-text", test_large_text);
  g_test_add_func ("/map-page/right-to-left", test_right_to_left);
  g_test_add_func ("/map-page/accessible", test_accessible);
  return g_test_run ();
}
