/* chart-place.c: where things of a panel are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"

/* px, before the scale: what stands for a bar without a figure. */
#define MISSING_LONG 22.0
#define SPAN_HEIGHT 0.56
#define CELL_GAP 1.0
#define STROKE_GAP 5.0

gboolean
bl_chart_panel_lies (const BlChartPanel *panel)
{
  return panel->y.kind == BL_SCALE_BAND && panel->x.kind != BL_SCALE_BAND;
}

double
bl_chart_plot_x (const BlChartPlot *plot, double x)
{
  double place = bl_scale_place (&plot->x, x);

  return plot->plot.x + plot->plot.width * (plot->flipped ? 1 - place : place);
}

double
bl_chart_plot_y (const BlChartPlot *plot, double y)
{
  double place = bl_scale_place (&plot->y, y);

  return plot->plot.y + plot->plot.height * (plot->y.kind == BL_SCALE_BAND ? place : 1 - place);
}

double
bl_chart_plot_side (const BlChartPlot *plot, const BlChartMark *mark)
{
  return mark->n_sides > 1 ? (mark->side + 0.5 - mark->n_sides / 2.0) * plot->bar / mark->n_sides - 0.5 : 0;
}

/* From where to where a lying mark would strike through words at height @y. FALSE: nowhere. */
static gboolean
strikes (const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum, double y, double *from, double *to)
{
  double band = plot->plot.height * bl_scale_get_band (&plot->y) / 2;

  switch (mark->kind)
    {
    case BL_MARK_RULE:
      break;
    case BL_MARK_TICK:
      if (!(fabs (bl_chart_plot_y (plot, datum->y) - y) <= band))
        return FALSE;
      break;
    case BL_MARK_WHISKER:
      if (!(fabs (bl_chart_plot_y (plot, datum->y) + bl_chart_plot_side (plot, mark) - y) <= 2))
        return FALSE;
      *from = bl_chart_plot_x (plot, datum->low);
      *to = bl_chart_plot_x (plot, datum->high);
      return isfinite (*from) && isfinite (*to);
    default:
      return FALSE;
    }
  *from = *to = bl_chart_plot_x (plot, datum->x);
  return isfinite (*from);
}

double
bl_chart_plot_clear (const BlChartPlot *plot, double x, double y, double width, gboolean left)
{
  for (guint m = 0; m < plot->panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);
      double from, to;

      for (guint i = 0; mark->across && i < mark->data->len; i++)
        if (strikes (plot, mark, &g_array_index (mark->data, BlDatum, i), y, &from, &to))
          {
            double low = fmin (from, to), high = fmax (from, to);

            if (left ? low < x + 2 && high > x - width - 2 : high > x - 2 && low < x + width + 2)
              x = left ? low - STROKE_GAP : high + STROKE_GAP;
          }
    }
  return x;
}

gboolean
bl_chart_plot_holds (const BlChartPlot *plot, double x, double y)
{
  return x >= plot->plot.x - 0.5 && x <= plot->plot.x + plot->plot.width + 0.5 && y >= plot->plot.y - 0.5
         && y <= plot->plot.y + plot->plot.height + 0.5;
}

static void
polar_place (const BlChartPlot *plot, double x, double y, double *px, double *py)
{
  double angle = 2 * G_PI * x / MAX (bl_scale_get_n_bands (&plot->x), 1);
  double length = plot->spoke * bl_scale_place (&plot->y, y);

  if (plot->flipped)
    angle = -angle;
  *px = plot->centre_x + sin (angle) * length;
  *py = plot->centre_y - cos (angle) * length;
}

/* The base of bars, inside the axis. */
static double
base_of (const BlScale *scale, double y0)
{
  return CLAMP (isfinite (y0) ? y0 : 0, fmin (scale->low, scale->high), fmax (scale->low, scale->high));
}

static void
span_of (double a, double b, double *start, double *size)
{
  *start = fmin (a, b);
  *size = fabs (b - a);
}

/* Across the length of bars: their place among those side by side. */
static void
side_of (const BlChartPlot *plot, const BlChartMark *mark, double middle, double *start, double *size)
{
  double all = plot->bar;
  guint n = MAX (mark->n_sides, 1);

  if (mark->width > 0)
    {
      *size = fmin (mark->width, all);
      *start = middle - *size / 2 + (mark->side - (n - 1) / 2.0) * *size * (n > 1);
      return;
    }
  *size = all / n - (n > 1 ? 1 : 0);
  *start = middle - all / 2 + mark->side * all / n;
}

static gboolean
bar_box (const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum, BlChartBox *box)
{
  double missing = fmin (MISSING_LONG, plot->plot.width / 3);

  if (mark->across)
    {
      double base = bl_chart_plot_x (plot, base_of (&plot->x, datum->y0));
      double end = isfinite (datum->x) ? bl_chart_plot_x (plot, datum->x)
                                       : base + (plot->flipped ? -missing : missing);

      if (!isfinite (datum->y))
        return FALSE;
      span_of (base, end, &box->x, &box->width);
      side_of (plot, mark, bl_chart_plot_y (plot, datum->y), &box->y, &box->height);
      if (mark->stacked && box->width > 2)
        {
          /* Ground shows between the parts of a whole. */
          box->x += 0.5;
          box->width -= 1;
        }
    }
  else
    {
      double base = bl_chart_plot_y (plot, base_of (&plot->y, datum->y0));
      double end = isfinite (datum->y) ? bl_chart_plot_y (plot, datum->y)
                                       : base - fmin (MISSING_LONG, plot->plot.height / 3);

      if (!isfinite (datum->x))
        return FALSE;
      span_of (base, end, &box->y, &box->height);
      side_of (plot, mark, bl_chart_plot_x (plot, datum->x), &box->x, &box->width);
      if (mark->stacked && box->height > 2)
        {
          box->y += 0.5;
          box->height -= 1;
        }
    }
  return TRUE;
}

/* From @low to @high of a scale in px; NaN: the edge; whole bands. */
static void
stretch (const BlChartPlot *plot, gboolean across, double low, double high, double *start, double *size)
{
  const BlScale *scale = across ? &plot->x : &plot->y;
  double half = scale->kind == BL_SCALE_BAND ? 0.5 : 0;
  double first = across ? plot->plot.x : plot->plot.y;
  double length = across ? plot->plot.width : plot->plot.height;
  gboolean turned = across ? plot->flipped : scale->kind != BL_SCALE_BAND;
  double from = isfinite (low) ? bl_scale_place (scale, low - half) : 0;
  double to = isfinite (high) ? bl_scale_place (scale, high + half) : 1;

  from = CLAMP (from, 0, 1);
  to = CLAMP (to, 0, 1);
  if (turned)
    {
      from = 1 - from;
      to = 1 - to;
    }
  span_of (first + from * length, first + to * length, start, size);
}

static void
cell_box (const BlChartPlot *plot, const BlDatum *datum, BlChartBox *box)
{
  box->width = plot->plot.width * bl_scale_get_band (&plot->x);
  box->height = plot->plot.height * bl_scale_get_band (&plot->y);
  box->x = bl_chart_plot_x (plot, datum->x) - box->width / 2 + CELL_GAP / 2;
  box->y = bl_chart_plot_y (plot, datum->y) - box->height / 2 + CELL_GAP / 2;
  box->width -= CELL_GAP;
  box->height -= CELL_GAP;
}

gboolean
bl_chart_plot_box (const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum, BlChartBox *box)
{
  switch (mark->kind)
    {
    case BL_MARK_BAR:
      return bar_box (plot, mark, datum, box);
    case BL_MARK_TINT:
      stretch (plot, TRUE, datum->x, datum->x2, &box->x, &box->width);
      stretch (plot, FALSE, datum->low, datum->high, &box->y, &box->height);
      return TRUE;
    case BL_MARK_CELL:
      if (!isfinite (datum->x) || !isfinite (datum->y))
        return FALSE;
      cell_box (plot, datum, box);
      return TRUE;
    case BL_MARK_SPAN:
      if (!isfinite (datum->x) || !isfinite (datum->y))
        return FALSE;
      box->height
          = mark->width > 0 ? mark->width : plot->plot.height * bl_scale_get_band (&plot->y) * SPAN_HEIGHT;
      box->y = bl_chart_plot_y (plot, datum->y) - box->height / 2;
      if (isfinite (datum->x2))
        span_of (bl_chart_plot_x (plot, datum->x), bl_chart_plot_x (plot, datum->x2), &box->x, &box->width);
      else
        {
          box->width = fmin (box->height, 14);
          box->x = bl_chart_plot_x (plot, datum->x) - box->width / 2;
        }
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
finite_place (const BlChartPlot *plot, double x, double y, double *px, double *py)
{
  if (!isfinite (x) || !isfinite (y))
    return FALSE;
  if (plot->panel->polar)
    polar_place (plot, x, y, px, py);
  else
    {
      *px = bl_chart_plot_x (plot, x);
      *py = bl_chart_plot_y (plot, y);
    }
  return TRUE;
}

gboolean
bl_chart_plot_datum (
    const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum, double *x, double *y)
{
  BlChartBox box;

  switch (mark->kind)
    {
    case BL_MARK_BAR:
      if (!bl_chart_plot_box (plot, mark, datum, &box))
        return FALSE;
      if (mark->across)
        {
          double base = bl_chart_plot_x (plot, base_of (&plot->x, datum->y0));

          *x = base > box.x + box.width / 2 ? box.x : box.x + box.width;
          *y = box.y + box.height / 2;
        }
      else
        {
          double base = bl_chart_plot_y (plot, base_of (&plot->y, datum->y0));

          *x = box.x + box.width / 2;
          *y = base > box.y + box.height / 2 ? box.y : box.y + box.height;
        }
      return TRUE;
    case BL_MARK_TINT:
    case BL_MARK_CELL:
    case BL_MARK_SPAN:
      if (!bl_chart_plot_box (plot, mark, datum, &box))
        return FALSE;
      *x = box.x + box.width / 2;
      *y = box.y + box.height / 2;
      return TRUE;
    case BL_MARK_WHISKER:
      if (mark->across)
        return finite_place (plot, isfinite (datum->x) ? datum->x : (datum->low + datum->high) / 2, datum->y,
                             x, y);
      return finite_place (plot, datum->x, isfinite (datum->y) ? datum->y : (datum->low + datum->high) / 2, x,
                           y);
    case BL_MARK_RULE:
      if (mark->across)
        return finite_place (plot, datum->x, isfinite (datum->y) ? datum->y : plot->y.high, x, y);
      return finite_place (plot, isfinite (datum->x2) ? datum->x2 : plot->x.high, datum->y, x, y);
    default:
      return finite_place (plot, datum->x, datum->y, x, y);
    }
}
