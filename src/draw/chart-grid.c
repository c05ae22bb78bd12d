/* chart-grid.c: grid, lines and strokes of the axes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"
#include "paint.h"

#define STROKE 4.0

/* On whole dots, so that lines of one dot are sharp. */
static void
flat_line (cairo_t *cr, double x1, double x2, double y)
{
  y = floor (y) + 0.5;
  cairo_move_to (cr, x1, y);
  cairo_line_to (cr, x2, y);
}

static void
standing_line (cairo_t *cr, double x, double y1, double y2)
{
  x = floor (x) + 0.5;
  cairo_move_to (cr, x, y1);
  cairo_line_to (cr, x, y2);
}

static void
paint_rings (const BlChartPlot *plot, cairo_t *cr)
{
  guint n = MAX (plot->x_ticks->len, 3);

  for (guint i = 1; i < plot->y_ticks->len; i++)
    {
      double length
          = plot->spoke * bl_scale_place (&plot->y, g_array_index (plot->y_ticks, BlScaleTick, i).at);

      for (guint k = 0; k < n; k++)
        {
          double angle = 2 * G_PI * k / n;
          double x = plot->centre_x + sin (angle) * length, y = plot->centre_y - cos (angle) * length;

          if (k == 0)
            cairo_move_to (cr, x, y);
          else
            cairo_line_to (cr, x, y);
        }
      cairo_close_path (cr);
    }
  for (guint k = 0; k < n; k++)
    {
      double angle = 2 * G_PI * k / n;

      cairo_move_to (cr, plot->centre_x, plot->centre_y);
      cairo_line_to (cr, plot->centre_x + sin (angle) * plot->spoke,
                     plot->centre_y - cos (angle) * plot->spoke);
    }
}

void
bl_chart_axes_paint_under (const BlChartFrame *frame, const BlChartPlot *plot, cairo_t *cr)
{
  const BlChartBox *box = &plot->plot;
  gboolean lies = bl_chart_panel_lies (plot->panel);

  if (plot->panel->bare || frame->level >= 5)
    return;
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  bl_paint_set_colour (cr, frame->palette->grid);
  if (plot->panel->polar)
    paint_rings (plot, cr);
  else if (plot->y.kind != BL_SCALE_BAND && !plot->y.no_grid && !plot->y.hidden)
    {
      for (guint i = 0; i < plot->y_ticks->len; i++)
        flat_line (cr, box->x, box->x + box->width,
                   bl_chart_plot_y (plot, g_array_index (plot->y_ticks, BlScaleTick, i).at));
    }
  else if (lies && !plot->y.no_grid && !bl_chart_panel_has (plot->panel, BL_MARK_BAR))
    {
      for (guint i = 0; i < plot->y_ticks->len; i++)
        flat_line (cr, box->x, box->x + box->width,
                   bl_chart_plot_y (plot, g_array_index (plot->y_ticks, BlScaleTick, i).at));
    }
  /* The line on which the dots of a strip stand, under them. */
  if (frame->chart->kind == BL_CHART_DOTS && plot->y.kind == BL_SCALE_NUMBER && plot->y.hidden)
    {
      cairo_stroke (cr);
      bl_paint_set_colour (cr, frame->palette->axis);
      flat_line (cr, box->x, box->x + box->width, bl_chart_plot_y (plot, 0));
      cairo_stroke (cr);
      bl_paint_set_colour (cr, frame->palette->grid);
    }
  /* The two moments of a slope. */
  if (frame->chart->kind == BL_CHART_SLOPE && plot->x_ticks != NULL)
    for (guint i = 0; i < plot->x_ticks->len; i++)
      standing_line (cr, bl_chart_plot_x (plot, g_array_index (plot->x_ticks, BlScaleTick, i).at), box->y,
                     box->y + box->height);
  if (lies && !plot->x.no_grid && !plot->x.hidden && !plot->panel->polar && plot->x_ticks != NULL)
    for (guint i = 0; i < plot->x_ticks->len; i++)
      {
        double from = g_array_index (plot->x_ticks, BlScaleTick, i).from;

        if (from >= plot->x.low && from <= plot->x.high)
          standing_line (cr, bl_chart_plot_x (plot, from), box->y, box->y + box->height);
      }
  cairo_stroke (cr);
}

void
bl_chart_axes_paint_over (const BlChartFrame *frame, const BlChartPlot *plot, cairo_t *cr)
{
  const BlChartBox *box = &plot->plot;
  double bottom = box->y + box->height;
  gboolean lies = bl_chart_panel_lies (plot->panel);

  if (plot->panel->bare || frame->level >= 5 || plot->panel->polar)
    return;
  cairo_set_line_width (cr, 1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  bl_paint_set_colour (cr, frame->palette->axis);
  if (lies && bl_chart_panel_has (plot->panel, BL_MARK_BAR) && plot->x.low <= 0 && plot->x.high >= 0)
    standing_line (cr, bl_chart_plot_x (plot, 0), box->y, bottom);
  else if (plot->y.kind != BL_SCALE_BAND && !plot->x.hidden && frame->chart->kind != BL_CHART_SLOPE)
    {
      flat_line (cr, box->x, box->x + box->width, bottom);
      if (plot->y.low < 0 && plot->y.high > 0 && frame->chart->kind != BL_CHART_DOTS)
        flat_line (cr, box->x, box->x + box->width, bl_chart_plot_y (plot, 0));
    }
  else if (lies && !plot->x.hidden)
    flat_line (cr, box->x, box->x + box->width, bottom);
  if (!lies && plot->shows_x && plot->x.kind != BL_SCALE_BAND && !plot->x.hidden && plot->x_ticks != NULL)
    for (guint i = 0; i < plot->x_ticks->len; i++)
      {
        double from = g_array_index (plot->x_ticks, BlScaleTick, i).from;

        if (from >= plot->x.low && from <= plot->x.high)
          standing_line (cr, bl_chart_plot_x (plot, from), bottom, bottom + STROKE);
      }
  cairo_stroke (cr);
  for (guint i = 0; i < plot->panel->notes->len; i++)
    {
      const BlChartNote *note = &g_array_index (plot->panel->notes, BlChartNote, i);

      if (!note->upright || !isfinite (note->x))
        continue;
      bl_chart_set_dash (frame, cr, BL_TONE_LIMIT, BL_STATE_MEASURED);
      bl_paint_set_colour (cr, frame->palette->dim_ink);
      standing_line (cr, bl_chart_plot_x (plot, note->x), box->y, bottom);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
}
