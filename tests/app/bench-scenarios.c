/* bench-scenarios.c: what another yardstick, and a marker that is dragged, cost on the page Scenarios
 *
 * Everything that follows is worked out and set at once: strip, legend, pane,
 * map; then one frame of the map is drawn. The least of several rounds counts,
 * since other work on the machine can only add.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "map-fixture.h"
#include "scenario-edit.h"
#include "scenarios-page-private.h"

#define YARDSTICK_MS 100.0
#define DRAG_MS 16.0
#define ROUNDS 12

static gboolean
is_drawn (gpointer data)
{
  BlScenariosPage *page = data;

  return page->geometry != NULL && page->layout_source == 0 && gtk_widget_get_width (GTK_WIDGET (page->canvas)) > 0;
}

static double
draw (BlScenariosPage *page)
{
  GtkWidget *overlay = GTK_WIDGET (bl_map_canvas_get_overlay (page->canvas));
  GtkSnapshot *picture = gtk_snapshot_new ();
  gint64 start = g_get_monotonic_time ();
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (overlay)->snapshot (overlay, picture);
  node = gtk_snapshot_free_to_node (picture);
  g_clear_pointer (&node, gsk_render_node_unref);
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
bench (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle_outlines ();
  BlScenariosPage *page;
  GtkWidget *window;
  double yardstick = INFINITY, drag = INFINITY;

  if (session == NULL)
    return;
  page = bl_scenarios_page_new (session);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1048, 750);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  map_fixture_wait (is_drawn, page);
  bl_session_set_library (
      session, bl_session_get_facts (session)->libraries[map_fixture_library (session, "Gosforth Library")].id);
  gtk_widget_activate_action (GTK_WIDGET (page), "scenario.what-if", NULL);
  bl_scenario_edit_open (session, bl_scenario_study_get_scenario (page->study), (BlPoint){ 424500, 570000 }, NULL);
  map_fixture_wait (is_drawn, page);

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      bl_scenario_study_set_yardstick (page->study, 1 - i % 2);
      yardstick = MIN (yardstick, (g_get_monotonic_time () - start) / 1000.0 + draw (page));
    }
  g_signal_emit_by_name (page->drag, "begun", (int) page->shown->n_today);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_signal_emit_by_name (page->drag, "moved", 424500.0 + 150 * i, 570000.0 - 100 * i);
      drag = MIN (drag, (g_get_monotonic_time () - start) / 1000.0 + draw (page));
    }
  g_signal_emit_by_name (page->drag, "ended", FALSE);
  g_print ("# another yardstick: %.1f ms (bound %.0f); a marker dragged one step: %.1f ms (bound %.0f)\n", yardstick,
           YARDSTICK_MS, drag, DRAG_MS);
  g_assert_cmpfloat (yardstick, <, YARDSTICK_MS);
  g_assert_cmpfloat (drag, <, DRAG_MS);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/bench/scenarios", bench);
  return g_test_run ();
}
