/* chart-spots.c: what of a chart can be read off, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"
#include "paint.h"

#define REACH 24.0
#define LEAST 10.0

static const BlDatum *
datum_of (const BlChartFrame *frame, const BlChartSpot *spot)
{
  const BlChartPanel *panel = g_ptr_array_index (frame->chart->panels, spot->panel);
  const BlChartMark *mark = g_ptr_array_index (panel->marks, spot->mark);

  return &g_array_index (mark->data, BlDatum, spot->datum);
}

/* A datum without a figure is read at the foot of its place. */
static gboolean
find_place (const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum, BlChartSpot *spot)
{
  BlDatum at = *datum;
  gboolean lies = bl_chart_panel_lies (plot->panel);

  if (bl_chart_plot_datum (plot, mark, datum, &spot->x, &spot->y))
    return TRUE;
  if (lies && !isfinite (at.x))
    at.x = plot->x.low;
  else if (!lies && !isfinite (at.y))
    at.y = plot->y.low;
  return bl_chart_plot_datum (plot, mark, &at, &spot->x, &spot->y);
}

static void
add_spot (BlChartFrame *frame, const BlChartPlot *plot, guint m, guint i)
{
  const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);
  const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
  BlChartSpot spot = { plot->index, m, i, 0, 0, 0, 0, 0, 0 };
  BlChartBox box;

  if (datum->words == NULL || !find_place (plot, mark, datum, &spot))
    return;
  /* What lies beyond the axes is read at the edge. */
  if (!plot->panel->polar)
    {
      spot.x = CLAMP (spot.x, plot->plot.x, plot->plot.x + plot->plot.width);
      spot.y = CLAMP (spot.y, plot->plot.y, plot->plot.y + plot->plot.height);
    }
  if (!bl_chart_plot_box (plot, mark, datum, &box))
    {
      double size = fmax (LEAST, 2 * bl_chart_point_radius (plot, mark, datum) + 4);

      box = (BlChartBox){ spot.x - size / 2, spot.y - size / 2, size, size };
    }
  spot.left = box.x;
  spot.top = box.y;
  spot.width = box.width;
  spot.height = box.height;
  g_array_append_val (frame->spots, spot);
}

/* By panel, along the axis that is walked, then across it, then in the order they are painted. */
static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlChartFrame *frame = data;
  const BlChartSpot *one = a, *other = b;
  gboolean down;
  double first, second;

  if (one->panel != other->panel)
    return one->panel < other->panel ? -1 : 1;
  down = bl_chart_panel_lies (frame->plots[one->panel].panel);
  if (frame->plots[one->panel].panel->polar)
    {
      /* Round. */
      if (one->datum != other->datum)
        return one->datum < other->datum ? -1 : 1;
      return one->mark < other->mark ? -1 : one->mark > other->mark;
    }
  first = down ? one->y : one->x;
  second = down ? other->y : other->x;
  if (fabs (first - second) > 0.01)
    return first < second ? -1 : 1;
  first = down ? one->x : one->y;
  second = down ? other->x : other->y;
  if (fabs (first - second) > 0.01)
    return first < second ? -1 : 1;
  return one->mark != other->mark ? (one->mark < other->mark ? -1 : 1)
                                  : (int) one->datum - (int) other->datum;
}

void
bl_chart_spots_find (BlChartFrame *frame)
{
  for (guint p = 0; p < frame->n_plots; p++)
    {
      const BlChartPlot *plot = &frame->plots[p];

      for (guint m = 0; m < plot->panel->marks->len; m++)
        {
          const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);

          for (guint i = 0; i < mark->data->len; i++)
            add_spot (frame, plot, m, i);
        }
    }
  g_array_sort_with_data (frame->spots, compare, frame);
}

guint
bl_chart_frame_get_n_spots (BlChartFrame *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spots->len;
}

const BlChartSpot *
bl_chart_frame_get_spot (BlChartFrame *self, guint spot)
{
  g_return_val_if_fail (self != NULL && spot < self->spots->len, NULL);

  return &g_array_index (self->spots, BlChartSpot, spot);
}

const BlDatum *
bl_chart_frame_get_datum (BlChartFrame *self, guint spot)
{
  g_return_val_if_fail (self != NULL && spot < self->spots->len, NULL);

  return datum_of (self, &g_array_index (self->spots, BlChartSpot, spot));
}

static gboolean
holds (const BlChartBox *box, double x, double y)
{
  return x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height;
}

/* From (@x, @y) to the edge of a spot; 0 on it. */
static double
distance (const BlChartSpot *spot, double x, double y)
{
  double across = fmax (fmax (spot->left - x, x - spot->left - spot->width), 0);
  double down = fmax (fmax (spot->top - y, y - spot->top - spot->height), 0);

  return hypot (across, down);
}

static gboolean
goes_by_time (const BlChartPlot *plot)
{
  return plot->x.kind == BL_SCALE_TIME && !bl_chart_panel_lies (plot->panel) && !plot->panel->polar;
}

int
bl_chart_frame_find (BlChartFrame *self, double x, double y)
{
  int best = -1;
  double least = INFINITY, least_across = INFINITY;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->spots->len; i++)
    {
      const BlChartSpot *spot = &g_array_index (self->spots, BlChartSpot, i);
      const BlChartPlot *plot = &self->plots[spot->panel];
      double across = 0, away;

      if (goes_by_time (plot) && holds (&plot->cell, x, y))
        {
          /* The nearest moment, and of those at that moment the nearest figure. */
          across = fabs (spot->x - x);
          away = fabs (spot->y - y);
          if (across < least_across - 0.5 || (across <= least_across + 0.5 && away < least))
            {
              least_across = fmin (least_across, across);
              least = away;
              best = (int) i;
            }
          continue;
        }
      away = distance (spot, x, y);
      if (away > REACH || least_across < INFINITY)
        continue;
      /* Of those that lie on each other the one whose middle is nearest, as the eye picks. */
      away += hypot (spot->x - x, spot->y - y) * 1e-3;
      if (away < least)
        {
          least = away;
          best = (int) i;
        }
    }
  return best;
}

int
bl_chart_frame_find_row (BlChartFrame *self, int row)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; row >= 0 && i < self->spots->len; i++)
    if (datum_of (self, &g_array_index (self->spots, BlChartSpot, i))->row == row)
      return (int) i;
  return -1;
}

void
bl_chart_frame_paint_picked (BlChartFrame *self, cairo_t *cr, double x, double y, guint index)
{
  const BlChartSpot *spot;
  const BlChartPlot *plot;
  const BlChartMark *mark;

  g_return_if_fail (self != NULL && index < self->spots->len);

  spot = &g_array_index (self->spots, BlChartSpot, index);
  plot = &self->plots[spot->panel];
  mark = g_ptr_array_index (plot->panel->marks, spot->mark);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (goes_by_time (plot) && !plot->panel->bare)
    {
      double at = floor (spot->x) + 0.5;

      cairo_move_to (cr, at, plot->plot.y);
      cairo_line_to (cr, at, plot->plot.y + plot->plot.height);
      bl_paint_set_colour (cr, bl_colour_faded (self->palette->ink, 0.45));
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  if (mark->kind == BL_MARK_BAR || mark->kind == BL_MARK_CELL || mark->kind == BL_MARK_SPAN
      || mark->kind == BL_MARK_TINT)
    bl_paint_rounded (cr, spot->left - 2, spot->top - 2, spot->width + 4, spot->height + 4, 3);
  else
    cairo_arc (cr, spot->x, spot->y, bl_chart_point_radius (plot, mark, datum_of (self, spot)) + 4, 0,
               2 * G_PI);
  /* Seen on every ground: a halo under the ring. */
  bl_paint_set_colour (cr, self->palette->view);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  bl_paint_set_colour (cr, self->palette->picked);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_new_path (cr);
}
