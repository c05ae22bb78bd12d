/* bench-chart-view.c: what reading and marking out a chart cost the main loop
 *
 * What our handlers do when the pointer or a key moves, the layout that follows, what our snapshots do and how long
 * Cairo then draws, of a series of twelve and a half years by month and of 28 small ones. Each step counts with the least
 * of several rounds of processor time; the worst step is judged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <time.h>

#include "chart-canvas.h"
#include "chart-fixture.h"
#include "chart-view.h"

#define BOUND_MS 8.0
#define STEPS 150
#define ROUNDS 5

typedef struct
{
  const char *name;
  double best[STEPS];
} Measure;

static GskRenderNode *
record (GtkWidget *widget)
{
  GtkSnapshot *picture = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, picture);
  return gtk_snapshot_free_to_node (picture);
}

/* What follows in the frame: the callout finds its place, the layer above the chart is painted, and GTK draws both with
 * Cairo where there is no graphics processor. */
static void
finish_frame (GtkWidget *canvas, GskRenderNode *plot, cairo_t *cr)
{
  GtkWidget *overlay = gtk_widget_get_next_sibling (gtk_widget_get_first_child (canvas));
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (canvas)->size_allocate (canvas, gtk_widget_get_width (canvas), gtk_widget_get_height (canvas), -1);
  node = record (overlay);
  gsk_render_node_draw (plot, cr);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  g_clear_pointer (&node, gsk_render_node_unref);
}

static void
report (const Measure *measure, const char *chart)
{
  double worst = 0, mean = 0;

  for (int i = 0; i < STEPS; i++)
    {
      worst = MAX (worst, measure->best[i]);
      mean += measure->best[i] / STEPS;
    }
  g_test_message ("%s, %s: %.2f ms, the worst %.2f ms (bound %.0f ms)", chart, measure->name, mean, worst, BOUND_MS);
  g_assert_cmpfloat (worst, <, BOUND_MS);
}

/* Of this thread's own: what else runs on the machine does not count. */
static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static void
take (Measure *measure, int round, int step, double start)
{
  double ms = get_ms () - start;

  measure->best[step] = round == 0 ? ms : MIN (measure->best[step], ms);
}

static void
test_reading (gconstpointer multiples)
{
  const char *name = GPOINTER_TO_INT (multiples) ? "28 small charts" : "150 months";
  g_autoptr (BlChart) chart = GPOINTER_TO_INT (multiples) ? chart_fixture_multiples (28, 36) : chart_fixture_months (150);
  static Measure hover, key, mark, resize, paint;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = bl_chart_view_new ();
  GtkWidget *canvas, *plot;
  GskRenderNode *node;
  cairo_surface_t *surface;
  cairo_t *cr;

  hover.name = "pointing at a datum";
  key.name = "a key from datum to datum";
  mark.name = "marking out a stretch";
  resize.name = "laying out in another size";
  paint.name = "painting the chart";
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 900);
  gtk_window_set_child (GTK_WINDOW (window), view);
  bl_chart_view_set_chart (BL_CHART_VIEW (view), chart);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  for (canvas = gtk_widget_get_first_child (view); !BL_IS_CHART_CANVAS (canvas);)
    canvas = gtk_widget_get_next_sibling (canvas);
  plot = gtk_widget_get_first_child (canvas);
  node = record (plot);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (canvas), gtk_widget_get_height (canvas));
  cr = cairo_create (surface);

  for (int round = 0; round < ROUNDS; round++)
    {
      chart_fixture_press (canvas, GDK_KEY_Home, 0);
      for (int i = 0; i < STEPS; i++)
        {
          BlChartFrame *frame = bl_chart_canvas_get_frame (BL_CHART_CANVAS (canvas));
          const BlChartSpot *spot
              = bl_chart_frame_get_spot (frame, (guint) (i * 7) % bl_chart_frame_get_n_spots (frame));
          double start = get_ms ();

          bl_chart_canvas_point (BL_CHART_CANVAS (canvas), spot->x, spot->y);
          finish_frame (canvas, node, cr);
          take (&hover, round, i, start);

          start = get_ms ();
          chart_fixture_press (canvas, GDK_KEY_Right, 0);
          finish_frame (canvas, node, cr);
          take (&key, round, i, start);

          start = get_ms ();
          chart_fixture_press (canvas, i % 2 == 0 ? GDK_KEY_Left : GDK_KEY_Right, GDK_SHIFT_MASK);
          finish_frame (canvas, node, cr);
          take (&mark, round, i, start);

          start = get_ms ();
          g_clear_pointer (&node, gsk_render_node_unref);
          node = record (plot);
          gsk_render_node_draw (node, cr);
          take (&paint, round, i, start);
        }
      for (int i = 0; i < STEPS; i++)
        {
          BlChartLook look = { .palette = bl_palette_get (BL_PALETTE_LIGHT), .text_scale = 1 };
          double start = get_ms ();
          g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, 700 + i, 400, &look);
          g_autoptr (BlChartWalk) walk = bl_chart_walk_new (chart, frame);

          take (&resize, round, i, start);
        }
    }
  report (&hover, name);
  report (&key, name);
  report (&mark, name);
  report (&resize, name);
  report (&paint, name);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_data_func ("/chart-view/series", GINT_TO_POINTER (FALSE), test_reading);
  g_test_add_data_func ("/chart-view/multiples", GINT_TO_POINTER (TRUE), test_reading);
  return g_test_run ();
}
