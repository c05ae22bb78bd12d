/* test-overview-page.c: the overview in every dress, and that it follows edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "edit.h"
#include "library-edit.h"
#include "overview-page.h"
#include "tile.h"

static BlTile *
get_tile (BlOverviewPage *page, const char *name)
{
  return BL_TILE (bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_TILE, name));
}

static void
test_figures (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  BlOverviewPage *page = g_object_ref_sink (bl_overview_page_new (session));
  GtkWidget *finding = bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "map_finding");

  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "mile_tile")), ==, "93.6%");
  g_assert_cmpstr (bl_tile_get_comparison (get_tile (page, "mile_tile")), ==, "283,585 of 302,820 people");
  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "libraries_tile")), ==, "20");
  g_assert_cmpstr (bl_tile_get_comparison (get_tile (page, "libraries_tile")), ==, "464.5 hours a week; 1 not known");
  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "deprived_tile")), ==, "96.7%");
  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "statutory_tile")), ==, "91.9%");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (finding)), ==, "19,235 people live more than a mile away");
  g_assert_cmpstr (bl_page_get_title (BL_PAGE (page)), ==, "Overview");
  g_assert_cmpstr (bl_page_get_subtitle (BL_PAGE (page)), ==, "Newcastle City Council, libraries of 2023");

  /* Gosforth closes: 90.628 %. */
  bl_library_edit_set_operation (session, bl_app_fixture_library (session, "Gosforth Library"), BL_OPERATION_UNKNOWN);
  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "mile_tile")), ==, "90.6%");
  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "libraries_tile")), ==, "19");
  bl_project_undo (bl_session_get_project (session));
  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "mile_tile")), ==, "93.6%");
  /* What is counted on the map does not change the overview. */
  g_object_set (session, "statutory-only", TRUE, NULL);
  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "mile_tile")), ==, "93.6%");
  g_assert_finalize_object (page);
}

static void
test_not_known (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_empty (context);
  BlOverviewPage *page = g_object_ref_sink (bl_overview_page_new (session));

  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "mile_tile")), ==, "not known");
  g_assert_cmpstr (bl_tile_get_figure (get_tile (page, "libraries_tile")), ==, "0");
  g_assert_false (gtk_widget_get_visible (bl_app_fixture_find (GTK_WIDGET (page), GTK_TYPE_BOX, "map_card")));
  g_assert_finalize_object (page);
}

static void
in_one_dress (void)
{
  static const int widths[] = { 1048, 700, 330 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (BlContext) context = bl_app_fixture_context ();
      g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
      BlOverviewPage *page = g_object_ref (bl_overview_page_new (session));
      GtkWidget *window = bl_app_fixture_show (GTK_WIDGET (page), widths[i], 700);

      gtk_test_widget_wait_for_draw (window);
      bl_app_fixture_assert_named (GTK_WIDGET (page));
      gtk_window_destroy (GTK_WINDOW (window));
      bl_app_fixture_settle ();
      g_assert_finalize_object (page);
    }
}

/* In a window lower than the page: whatever has the keyboard, it opens at its finding. */
static void
test_opening (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_newcastle (context);
  GtkWidget *page = GTK_WIDGET (bl_overview_page_new (session));
  GtkWidget *window = bl_app_fixture_show (page, 700, 300);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (bl_app_fixture_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL)));

  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 600);
  gtk_widget_child_focus (bl_app_fixture_find (page, GTK_TYPE_LIST_BOX, "steps"), GTK_DIR_TAB_FORWARD);
  gtk_test_widget_wait_for_draw (window);
  bl_app_fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
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
  g_test_add_func ("/overview-page/figures", test_figures);
  g_test_add_func ("/overview-page/not-known", test_not_known);
  g_test_add_func ("/overview-page/opening", test_opening);
  g_test_add_func ("/overview-page/dresses", test_dresses);
  return g_test_run ();
}
