/* chart-marks.c: all marks of a panel, ground first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"
#include "paint.h"

#define HATCH 7.0
#define CAP 4.0
#define TICK 14.0

static void
paint_tints (const BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark, cairo_t *cr)
{
  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
      BlTone tone = bl_chart_tone (mark, datum);
      BlChartBox box;

      if (!bl_chart_plot_box (plot, mark, datum, &box) || box.width <= 0 || box.height <= 0)
        continue;
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      if (datum->state == BL_STATE_NO_DATA)
        {
          bl_paint_hatch (cr, frame->palette->grid, HATCH);
          continue;
        }
      bl_paint_set_colour (cr, bl_chart_tint_colour (frame, mark, datum));
      cairo_fill (cr);
      if (frame->palette->outline > 0 && tone != BL_TONE_LIMIT)
        {
          cairo_rectangle (cr, box.x, box.y, box.width, box.height);
          bl_paint_set_colour (cr, frame->palette->axis);
          cairo_set_line_width (cr, 1);
          cairo_stroke (cr);
        }
    }
}

static void
paint_ring (const BlChartPlot *plot, double y, cairo_t *cr)
{
  guint n = MAX (bl_scale_get_n_bands (&plot->x), 3);
  double length = plot->spoke * bl_scale_place (&plot->y, y);

  for (guint k = 0; k < n; k++)
    {
      double angle = 2 * G_PI * k / n;

      if (k == 0)
        cairo_move_to (cr, plot->centre_x, plot->centre_y - length);
      else
        cairo_line_to (cr, plot->centre_x + sin (angle) * length, plot->centre_y - cos (angle) * length);
    }
  cairo_close_path (cr);
}

/* A line of the panel at @datum as a path; FALSE: it has no place. */
static gboolean
add_rule (const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum, cairo_t *cr)
{
  double left = plot->plot.x, right = left + plot->plot.width, top = plot->plot.y,
         bottom = top + plot->plot.height;

  if (plot->panel->polar)
    {
      if (!isfinite (datum->y))
        return FALSE;
      paint_ring (plot, datum->y, cr);
      return TRUE;
    }
  if (mark->across)
    {
      double x = bl_chart_plot_x (plot, datum->x);
      double from = isfinite (datum->low) ? bl_chart_plot_y (plot, datum->low) : bottom;
      double to = isfinite (datum->high) ? bl_chart_plot_y (plot, datum->high) : top;

      if (!isfinite (x) || x < left - 0.5 || x > right + 0.5)
        return FALSE;
      cairo_move_to (cr, x, CLAMP (from, top, bottom));
      cairo_line_to (cr, x, CLAMP (to, top, bottom));
    }
  else
    {
      double y = bl_chart_plot_y (plot, datum->y);
      double from = isfinite (datum->x) ? bl_chart_plot_x (plot, datum->x) : left;
      double to = isfinite (datum->x2) ? bl_chart_plot_x (plot, datum->x2) : right;

      if (!isfinite (y) || y < top - 0.5 || y > bottom + 0.5)
        return FALSE;
      cairo_move_to (cr, CLAMP (from, left, right), y);
      cairo_line_to (cr, CLAMP (to, left, right), y);
    }
  return TRUE;
}

static void
paint_rules (const BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark, cairo_t *cr)
{
  const BlDatum *last = NULL;

  cairo_set_line_width (cr, bl_chart_line_width (frame, mark));
  cairo_new_path (cr);
  for (guint i = 0; i <= mark->data->len; i++)
    {
      const BlDatum *datum = i < mark->data->len ? &g_array_index (mark->data, BlDatum, i) : NULL;

      if (last != NULL && (datum == NULL || datum->state != last->state || datum->tone != last->tone))
        {
          bl_paint_set_colour (cr, bl_chart_colour (frame, mark, last));
          bl_chart_set_dash (frame, cr, bl_chart_tone (mark, last), last->state);
          cairo_stroke (cr);
        }
      if (datum != NULL)
        add_rule (plot, mark, datum, cr);
      last = datum;
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_whiskers (const BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark, cairo_t *cr)
{
  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
      double cap = CAP * fmin (frame->scale, 1.5), middle, from, to;

      if (!isfinite (datum->low) || !isfinite (datum->high))
        continue;
      if (mark->across)
        {
          middle = bl_chart_plot_y (plot, datum->y) + bl_chart_plot_side (plot, mark);
          from = bl_chart_plot_x (plot, datum->low);
          to = bl_chart_plot_x (plot, datum->high);
        }
      else
        {
          middle = bl_chart_plot_x (plot, datum->x) + bl_chart_plot_side (plot, mark);
          from = bl_chart_plot_y (plot, datum->low);
          to = bl_chart_plot_y (plot, datum->high);
        }
      if (!isfinite (middle))
        continue;
      for (guint part = 0; part < 3; part++)
        {
          double at = part == 1 ? from : to;
          double ends[4] = { from, middle, to, middle };

          if (part > 0)
            {
              ends[0] = ends[2] = at;
              ends[1] = middle - cap;
              ends[3] = middle + cap;
            }
          cairo_move_to (cr, mark->across ? ends[0] : ends[1], mark->across ? ends[1] : ends[0]);
          cairo_line_to (cr, mark->across ? ends[2] : ends[3], mark->across ? ends[3] : ends[2]);
        }
      bl_paint_set_colour (cr, bl_chart_colour (frame, mark, datum));
      cairo_set_line_width (cr, mark->width > 0 ? mark->width : 1.4);
      cairo_stroke (cr);
    }
}

static void
paint_ticks (const BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark, cairo_t *cr)
{
  gboolean lies = bl_chart_panel_lies (plot->panel);
  gboolean strip = frame->chart->kind == BL_CHART_DOTS && !lies && mark->across;
  double half = TICK * frame->scale / 2;

  /* A middle is seen beyond the dots that lie on it. */
  if (strip)
    half *= 1.4;
  /* Not longer than what it crosses. */
  if (lies && mark->across)
    half = fmin (half, plot->plot.height * bl_scale_get_band (&plot->y) / 2);
  else if (plot->x.kind == BL_SCALE_BAND && !mark->across)
    half = fmax (half, plot->bar / 2 + 3);
  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
      double x, y;

      if (!bl_chart_plot_datum (plot, mark, datum, &x, &y) || !bl_chart_plot_holds (plot, x, y))
        continue;
      cairo_move_to (cr, mark->across ? x : x - half, mark->across ? y - half : y);
      cairo_line_to (cr, mark->across ? x : x + half, mark->across ? y + half : y);
      bl_paint_set_colour (cr, bl_chart_colour (frame, mark, datum));
      cairo_set_line_width (cr, mark->width > 0 ? mark->width : 2.4);
      cairo_stroke (cr);
      if (!strip)
        continue;
      /* Up to its name. */
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x, plot->plot.y);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
}

/* An end given by the maker of the chart may cut marks off. */
static gboolean
wants_clip (const BlChartPanel *panel)
{
  return !panel->polar
         && (isfinite (panel->y.low) || isfinite (panel->y.high) || isfinite (panel->x.low)
             || isfinite (panel->x.high));
}

static void
paint_mark (const BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark, cairo_t *cr)
{
  switch (mark->kind)
    {
    case BL_MARK_LINE:
    case BL_MARK_STEP:
      bl_chart_line_paint (frame, plot, mark, cr);
      break;
    case BL_MARK_POINT:
      bl_chart_points_paint (frame, plot, mark, cr);
      break;
    case BL_MARK_BAR:
      bl_chart_bars_paint (frame, plot, mark, cr);
      break;
    case BL_MARK_WHISKER:
      paint_whiskers (frame, plot, mark, cr);
      break;
    case BL_MARK_RULE:
      paint_rules (frame, plot, mark, cr);
      break;
    case BL_MARK_TICK:
      paint_ticks (frame, plot, mark, cr);
      break;
    case BL_MARK_CELL:
      bl_chart_cells_paint (frame, plot, mark, cr);
      break;
    case BL_MARK_SPAN:
      bl_chart_spans_paint (frame, plot, mark, cr);
      break;
    case BL_MARK_TINT: /* under the grid */
    case BL_MARK_TEXT: /* with the labels */
      break;
    }
}

void
bl_chart_marks_paint (const BlChartFrame *frame, const BlChartPlot *plot, cairo_t *cr)
{
  gboolean clip = wants_clip (plot->panel);

  for (guint m = 0; m < plot->panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);

      if (mark->kind == BL_MARK_TINT)
        paint_tints (frame, plot, mark, cr);
    }
  bl_chart_axes_paint_under (frame, plot, cr);
  if (clip)
    {
      cairo_save (cr);
      cairo_rectangle (cr, plot->plot.x - 6, plot->plot.y - 6, plot->plot.width + 12, plot->plot.height + 12);
      cairo_clip (cr);
    }
  for (guint m = 0; m < plot->panel->marks->len; m++)
    paint_mark (frame, plot, g_ptr_array_index (plot->panel->marks, m), cr);
  if (clip)
    cairo_restore (cr);
  bl_chart_axes_paint_over (frame, plot, cr);
}
