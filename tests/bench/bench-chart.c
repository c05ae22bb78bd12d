/* bench-chart.c: a page of 28 control charts, painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <cairo-pdf.h>
#include <math.h>
#include <time.h>

#include "chart-frame.h"
#include "indicator-chart.h"
#include "project.h"
#include "../analysis/measured.h"

#define N_CHARTS 28
#define N_MONTHS 144
#define COLUMNS 4
#define WIDTH 300.0
#define HEIGHT 190.0
#define ROUNDS 7
#define IMAGE_BOUND 0.05
#define PDF_BOUND 0.1

static BlChart *charts[N_CHARTS];
static BlChart *page;

/* Twelve years of months about a level, with a step now and then. */
static void
make_charts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (&error);
  g_autoptr (GPtrArray) panels = g_ptr_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  g_assert_no_error (error);
  for (guint c = 0; c < N_CHARTS; c++)
    {
      g_autoptr (BlProject) project = measured_project_new ();
      g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (BlBaseFigures) figures = NULL;
      g_autoptr (BlIndicator) indicator = bl_dictionary_copy_indicator (dictionary, "visits-total");
      double values[N_MONTHS], level = g_rand_double_range (rand, 800, 30000);
      BlPeriod month = bl_period_of (g_date_get_julian (&(GDate){ .day = 1, .month = 4, .year = 2003, .dmy = 1 }), BL_PERIOD_KIND_MONTH);
      BlIndicatorPanel *panel = g_new0 (BlIndicatorPanel, 1);
      BlChartKind kinds[8];

      for (guint m = 0; m < N_MONTHS; m++)
        {
          g_ptr_array_add (periods, bl_period_to_iso (&month));
          month = bl_period_step (&month, 1);
          values[m] = floor (level * (m > 90 ? 1.2 : 1) * g_rand_double_range (rand, 0.9, 1.1));
        }
      measured_add_series (project, "visits_all", BL_PERIOD_KIND_MONTH, (const char *const *) periods->pdata, values, NULL, N_MONTHS);
      bl_project_commit (project);
      figures = bl_base_figures_new (project, NULL, dictionary);
      panel->title = g_strdup_printf ("Library %u", c + 1);
      panel->values = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_MONTH);
      panel->judgement = bl_indicator_values_judge (panel->values);
      g_assert_cmpuint (bl_indicator_chart_get_kinds (panel->values, panel->judgement, kinds), >, 0);
      g_assert_cmpint (kinds[0], ==, BL_CHART_CONTROL);
      charts[c] = bl_indicator_chart_new (panel->values, panel->judgement, BL_CHART_CONTROL);
      g_ptr_array_add (panels, panel);
    }
  page = bl_indicator_charts_new_multiples (panels, "28 libraries", "Visits by month", FALSE);
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
new_surface (gboolean pdf, gsize *bytes)
{
  double width = COLUMNS * WIDTH, height = HEIGHT * N_CHARTS / COLUMNS;

  return pdf ? cairo_pdf_surface_create_for_stream (count_bytes, bytes, width, height)
             : cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
}

/* Of this program alone: one thread paints, and what else the machine does is none of its time. */
static double
get_seconds (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Laid out and painted, anew each time. @whole: as one chart of many panels, else each by itself. */
static double
paint (gboolean pdf, gboolean whole)
{
  const BlChartLook look = { .palette = bl_palette_get (BL_PALETTE_LIGHT), .text_scale = 1 };
  double best = INFINITY;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gsize bytes = 0;
      cairo_surface_t *surface = new_surface (pdf, &bytes);
      double start = get_seconds ();
      cairo_t *cr = cairo_create (surface);

      if (whole)
        bl_chart_paint (page, cr, 0, 0, COLUMNS * WIDTH, HEIGHT * N_CHARTS / COLUMNS, &look);
      else
        for (guint c = 0; c < N_CHARTS; c++)
          bl_chart_paint (charts[c], cr, WIDTH * (c % COLUMNS), HEIGHT * (c / COLUMNS), WIDTH, HEIGHT, &look);
      cairo_show_page (cr);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      best = fmin (best, get_seconds () - start);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
    }
  return best;
}

static void
test_page (void)
{
  const double image = paint (FALSE, FALSE), pdf = paint (TRUE, FALSE), whole_image = paint (FALSE, TRUE), whole_pdf = paint (TRUE, TRUE);

  g_test_message ("28 control charts of 144 months: image %.1f ms (bound %.0f), PDF %.1f ms (bound %.0f); as small multiples image "
                  "%.1f ms, PDF %.1f ms",
                  image * 1000, IMAGE_BOUND * 1000, pdf * 1000, PDF_BOUND * 1000, whole_image * 1000, whole_pdf * 1000);
  g_assert_cmpfloat (image, <, IMAGE_BOUND);
  g_assert_cmpfloat (pdf, <, PDF_BOUND);
  g_assert_cmpfloat (whole_image, <, IMAGE_BOUND);
  g_assert_cmpfloat (whole_pdf, <, PDF_BOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  make_charts ();
  g_test_add_func ("/bench/chart/page", test_page);
  return g_test_run ();
}
