/* curve-chart.c: the share of people reached within each distance or time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "curve-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint.h"
#include "text-painter.h"
#include "text.h"

#define LEFT 38.0   /* for "100%" */
#define FOOT 18.0
#define GAP 4.0
#define LABEL 58.0  /* a number below the axis, and its unit */
#define NAMES 128.0  /* for names at the ends of lines */

typedef struct
{
  cairo_t *cr;
  double x, y, width, height; /* of the plot */
  double end, text_scale;
  const BlPalette *palette;
} Plot;

static const double dashes[BL_CURVE_LINES_MAX][2] = { { 0, 0 }, { 7, 3 }, { 3, 3 }, { 1.5, 3 } };

static double
to_x (const Plot *plot, double at)
{
  return plot->x + CLAMP (at / plot->end, 0, 1) * plot->width;
}

static double
to_y (const Plot *plot, double percent)
{
  return plot->y + (1 - percent / 100) * plot->height;
}

static BlTextStyle
small (const Plot *plot)
{
  return (BlTextStyle){ .size = BL_TEXT_SIZE_SMALL, .text_scale = plot->text_scale };
}

/* 1, 2 or 5 with noughts: as many steps along the axis as their numbers have room. */
static double
nice_step (double end, double room)
{
  double least = end / MAX (floor (room), 1);
  double power = pow (10, floor (log10 (least)));
  double rest = least / power;

  return (rest > 5 ? 10 : rest > 2 ? 5 : rest > 1 ? 2 : 1) * power;
}

static void
paint_axes (const Plot *plot, const char *unit)
{
  BlTextStyle style = small (plot);
  double step = nice_step (plot->end, plot->width / (LABEL * (plot->text_scale > 0 ? plot->text_scale : 1)));

  for (guint percent = 0; percent <= 100; percent += 25)
    {
      g_autofree char *label = g_strdup_printf ("%u%%", percent);
      double y = floor (to_y (plot, percent)) + 0.5;

      cairo_move_to (plot->cr, plot->x, y);
      cairo_line_to (plot->cr, plot->x + plot->width, y);
      bl_paint_set_colour (plot->cr, percent == 0 ? plot->palette->axis : plot->palette->grid);
      cairo_set_line_width (plot->cr, 1);
      cairo_stroke (plot->cr);
      if (percent % 50 == 0)
        bl_text_painter_draw (plot->cr, label, &style, plot->x - GAP, y, 1, 0.5, plot->palette->dim_ink);
    }
  for (double at = 0; at <= plot->end + step / 1000; at += step)
    {
      g_autofree char *number = bl_text_number (at, 0);
      /* The unit once, at the last number. */
      gboolean last = at + step > plot->end + step / 1000;
      g_autofree char *label = last ? g_strdup_printf ("%s %s", number, unit) : g_strdup (number);

      bl_text_painter_draw (plot->cr, label, &style, to_x (plot, at), plot->y + plot->height + GAP,
                            at == 0 ? 0 : last ? 0.8 : 0.5, 0, plot->palette->dim_ink);
    }
}

/* Answers the height at which it ends. */
static double
paint_line (const Plot *plot, const BlCurveLine *line, guint i)
{
  double before = 0;

  cairo_new_path (plot->cr);
  cairo_move_to (plot->cr, to_x (plot, 0), to_y (plot, 0));
  for (guint s = 0; s < line->n && line->at[s] <= plot->end; s++)
    {
      cairo_line_to (plot->cr, to_x (plot, line->at[s]), to_y (plot, before));
      cairo_line_to (plot->cr, to_x (plot, line->at[s]), to_y (plot, line->percent[s]));
      before = line->percent[s];
    }
  cairo_line_to (plot->cr, to_x (plot, plot->end), to_y (plot, before));
  bl_paint_set_colour (plot->cr, plot->palette->series[i]);
  cairo_set_line_width (plot->cr, i == 0 ? 2.4 : 1.7);
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (plot->cr, dashes[i], dashes[i][0] > 0 ? 2 : 0, 0);
  cairo_stroke (plot->cr);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  return before;
}

/* Names beside the ends, moved apart where lines end close to each other; each
 * has a piece of its line before it. */
static void
paint_names (const Plot *plot, const BlCurveChart *chart, const double *ends)
{
  BlTextStyle style = small (plot);
  double line = 14 * (plot->text_scale > 0 ? plot->text_scale : 1);
  double x = plot->x + plot->width + GAP;
  double places[BL_CURVE_LINES_MAX];
  guint order[BL_CURVE_LINES_MAX];

  for (guint i = 0; i < chart->n_lines; i++)
    {
      guint at = i;

      while (at > 0 && ends[order[at - 1]] < ends[i])
        {
          order[at] = order[at - 1];
          at--;
        }
      order[at] = i;
    }
  for (guint i = 0; i < chart->n_lines; i++)
    {
      places[i] = to_y (plot, ends[order[i]]);
      if (i > 0)
        places[i] = MAX (places[i], places[i - 1] + line);
      else
        places[i] = MAX (places[i], plot->y + line / 2);
    }
  for (guint i = 0; i < chart->n_lines; i++)
    {
      guint which = order[i];

      cairo_move_to (plot->cr, x, places[i]);
      cairo_line_to (plot->cr, x + 14, places[i]);
      bl_paint_set_colour (plot->cr, plot->palette->series[which]);
      cairo_set_line_width (plot->cr, which == 0 ? 2.4 : 1.7);
      cairo_set_dash (plot->cr, dashes[which], dashes[which][0] > 0 ? 2 : 0, 0);
      cairo_stroke (plot->cr);
      cairo_set_dash (plot->cr, NULL, 0, 0);
      style.weight = which == 0 ? 700 : 400;
      style.width = NAMES * (plot->text_scale > 0 ? plot->text_scale : 1) - 20;
      style.ellipsize = TRUE;
      bl_text_painter_draw (plot->cr, chart->lines[which].name, &style, x + 18, places[i], 0, 0.5, plot->palette->ink);
    }
}

static void
paint_mark (const Plot *plot, const BlCurveChart *chart)
{
  static const double short_dashes[] = { 4, 3 };
  BlTextStyle style = small (plot);
  double x = floor (to_x (plot, chart->mark)) + 0.5;

  cairo_move_to (plot->cr, x, plot->y);
  cairo_line_to (plot->cr, x, plot->y + plot->height);
  bl_paint_set_colour (plot->cr, plot->palette->ink);
  cairo_set_line_width (plot->cr, 1);
  cairo_set_dash (plot->cr, short_dashes, 2, 0);
  cairo_stroke (plot->cr);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  if (chart->mark_name != NULL)
    {
      g_autoptr (PangoLayout) layout = bl_text_painter_layout (plot->cr, chart->mark_name, &style);

      bl_text_painter_draw_halo (plot->cr, layout, x + GAP, plot->y + plot->height - GAP, 0, 1, plot->palette->ink,
                                 plot->palette->view, plot->text_scale);
    }
}

void
bl_curve_chart_paint (cairo_t *cr, double x, double y, double width, double height, const BlCurveChart *chart,
                      double text_scale, const BlPalette *palette)
{
  double scale = text_scale > 0 ? text_scale : 1;
  Plot plot = { cr, x + LEFT * scale, y + 6 * scale, 0, 0, chart->end, text_scale, palette };
  double ends[BL_CURVE_LINES_MAX];

  g_return_if_fail (chart->n_lines <= BL_CURVE_LINES_MAX);

  plot.width = width - (LEFT + NAMES) * scale;
  plot.height = height - (FOOT + 6) * scale;
  if (!(chart->end > 0) || plot.width < 20 || plot.height < 20)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  paint_axes (&plot, chart->unit);
  if (isfinite (chart->mark) && chart->mark > 0 && chart->mark < chart->end)
    paint_mark (&plot, chart);
  for (guint i = chart->n_lines; i-- > 0;)
    ends[i] = paint_line (&plot, &chart->lines[i], i);
  paint_names (&plot, chart, ends);
  cairo_restore (cr);
}
