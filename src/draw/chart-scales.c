/* chart-scales.c: how far the axes of each panel reach
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"

/* Ground of a time axis before the first and after the last of its points. */
#define TIME_PAD 0.012
#define BAR_SHARE 0.72
/* A line starts at 0 where its ups and downs stay at least this part of the height. */
#define FROM_ZERO_SHARE 0.34

static void
cover_datum (BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum)
{
  BlScale *value = mark->across ? &plot->x : &plot->y;
  gboolean lies = bl_chart_panel_lies (plot->panel);

  bl_scale_cover (&plot->x, datum->x);
  bl_scale_cover (&plot->x, datum->x2);
  bl_scale_cover (&plot->y, datum->y);
  switch (mark->kind)
    {
    case BL_MARK_BAR:
      bl_scale_cover (value, datum->y0);
      bl_scale_cover (value, 0);
      bl_scale_cover (value, datum->low);
      bl_scale_cover (value, datum->high);
      break;
    case BL_MARK_WHISKER:
      bl_scale_cover (value, datum->low);
      bl_scale_cover (value, datum->high);
      break;
    case BL_MARK_TINT:
      bl_scale_cover (&plot->y, datum->low);
      bl_scale_cover (&plot->y, datum->high);
      break;
    case BL_MARK_POINT:
    case BL_MARK_LINE:
    case BL_MARK_STEP:
      bl_scale_cover (lies ? &plot->x : &plot->y, datum->low);
      bl_scale_cover (lies ? &plot->x : &plot->y, datum->high);
      break;
    default:
      break;
    }
}

/* The least distance between bars along @across; INFINITY: there is none. */
static double
least_gap (const BlChartPanel *panel, gboolean across)
{
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (double));
  double gap = INFINITY;

  for (guint m = 0; m < panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (panel->marks, m);

      for (guint i = 0; mark->kind == BL_MARK_BAR && mark->across == across && i < mark->data->len; i++)
        {
          const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
          double place = across ? datum->y : datum->x;

          for (guint j = 0; j < at->len; j++)
            if (fabs (g_array_index (at, double, j) - place) > 1e-9)
              gap = fmin (gap, fabs (g_array_index (at, double, j) - place));
          if (isfinite (place) && (at->len == 0 || g_array_index (at, double, at->len - 1) != place))
            g_array_append_val (at, place);
        }
    }
  return gap;
}

static gboolean
has_bars (const BlChartPanel *panel, gboolean across)
{
  for (guint m = 0; m < panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (panel->marks, m);

      if (mark->kind == BL_MARK_BAR && mark->across == across && mark->data->len > 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
bl_chart_panel_has (const BlChartPanel *panel, BlChartMarkKind kind)
{
  for (guint m = 0; m < panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (panel->marks, m);

      if (mark->kind == kind && mark->data->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
cover (const BlChartFrame *frame, BlChartPlot *plot)
{
  const BlChartPanel *panel = plot->panel;

  for (guint m = 0; m < panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (panel->marks, m);

      for (guint i = 0; i < mark->data->len; i++)
        cover_datum (plot, mark, &g_array_index (mark->data, BlDatum, i));
    }
  if (has_bars (panel, FALSE))
    plot->y.from_zero = TRUE;
  if (has_bars (panel, TRUE))
    plot->x.from_zero = TRUE;
  if (panel->polar && plot->y.least > 0)
    plot->y.from_zero = TRUE;
  if (!plot->y.from_zero && !isfinite (plot->y.low) && plot->y.kind == BL_SCALE_NUMBER
      && (bl_chart_panel_has (panel, BL_MARK_LINE) || bl_chart_panel_has (panel, BL_MARK_STEP))
      && !panel->bare && frame->chart->kind != BL_CHART_SLOPE && plot->y.least > 0
      && plot->y.most - plot->y.least >= plot->y.most * FROM_ZERO_SHARE)
    plot->y.from_zero = TRUE;
}

/* Bars, and points at the edge, want ground beside them. */
static void
pad_time (BlScale *scale, double step)
{
  double pad;

  if (scale->kind != BL_SCALE_TIME || scale->exact || !isfinite (scale->least))
    return;
  pad = isfinite (step) ? step / 2 : (scale->most - scale->least) * TIME_PAD;
  scale->least -= pad;
  scale->most += pad;
}

static void
share (BlChartFrame *frame, gboolean across)
{
  double least = NAN, most = NAN;
  gboolean same_low = TRUE, same_high = TRUE; /* ends that were given hold only where all panels were given the same */

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < frame->n_plots; i++)
      {
        BlScale *scale = across ? &frame->plots[i].x : &frame->plots[i].y;
        const BlScale *first = across ? &frame->plots[0].x : &frame->plots[0].y;

        if (scale->kind != first->kind)
          continue;
        if (pass == 0)
          {
            least = fmin (least, fmin (scale->least, scale->low));
            most = fmax (most, fmax (scale->most, scale->high));
            scale->from_zero = scale->from_zero || first->from_zero;
            same_low = same_low && scale->low == first->low;
            same_high = same_high && scale->high == first->high;
          }
        else
          {
            scale->from_zero = first->from_zero;
            scale->least = least;
            scale->most = most;
            scale->low = same_low ? first->low : NAN;
            scale->high = same_high ? first->high : NAN;
          }
      }
}

static gboolean
shares (const BlChartFrame *frame, gboolean across)
{
  const BlChartPlot *first = &frame->plots[0];

  if (frame->n_plots < 2)
    return FALSE;
  if (frame->chart->shared || frame->chart->kind == BL_CHART_PYRAMID)
    return TRUE;
  return across && first->x.kind == BL_SCALE_TIME;
}

static guint
steps_in (double length, double each, guint most)
{
  return (guint) CLAMP (floor (length / each), 2, most);
}

void
bl_chart_scales_fit (BlChartFrame *frame, double plot_width, double plot_height)
{
  double line = BL_TEXT_SIZE_LABEL * frame->scale;

  for (guint i = 0; i < frame->n_plots; i++)
    {
      BlChartPlot *plot = &frame->plots[i];

      plot->x = plot->panel->x;
      plot->y = plot->panel->y;
      cover (frame, plot);
      pad_time (&plot->x, least_gap (plot->panel, FALSE));
    }
  if (shares (frame, TRUE))
    share (frame, TRUE);
  if (shares (frame, FALSE))
    share (frame, FALSE);
  for (guint i = 0; i < frame->n_plots; i++)
    {
      BlChartPlot *plot = &frame->plots[i];

      plot->wanted_x = steps_in (plot_width, line * 5, 8);
      plot->wanted_y = steps_in (plot->panel->polar ? plot_height / 2 : plot_height, line * 2.6, 5);
      bl_scale_fit (&plot->x, plot->wanted_x);
      bl_scale_fit (&plot->y, plot->wanted_y);
    }
}

void
bl_chart_scales_measure_bars (BlChartPlot *plot)
{
  gboolean lies = has_bars (plot->panel, TRUE) || bl_chart_panel_lies (plot->panel);
  const BlScale *scale = lies ? &plot->y : &plot->x;
  double length = lies ? plot->plot.height : plot->plot.width;
  double gap;

  if (scale->kind == BL_SCALE_BAND)
    {
      plot->step = length * bl_scale_get_band (scale);
      plot->bar = plot->step * BAR_SHARE;
      return;
    }
  gap = least_gap (plot->panel, lies);
  plot->step = fmax (isfinite (gap) ? length * gap / (scale->high - scale->low) : length / 3, 1);
  plot->bar = fmax (plot->step * BAR_SHARE, 1);
}
