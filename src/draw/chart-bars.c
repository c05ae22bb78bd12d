/* chart-bars.c: bars, cells and spans of a chart, by how sure their figures are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"
#include "paint.h"

/* px; patterns do not grow with the text: they are told by their kind. */
#define HATCH 5.0
#define DOTS 4.5
#define PALE 0.16
#define RADIUS 3.0

static void
outline (cairo_t *cr, const BlChartBox *box, BlColour colour, double width)
{
  double inset = fmin (width / 2, fmin (box->width, box->height) / 2);

  cairo_rectangle (cr, box->x + inset, box->y + inset, box->width - 2 * inset, box->height - 2 * inset);
  bl_paint_set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Grey that is filled is edged by one that is told from the ground. */
static BlColour
edge_of (const BlChartFrame *frame, BlColour colour)
{
  const BlPalette *palette = frame->palette;
  gboolean grey = colour.r == palette->unfocused.r && colour.g == palette->unfocused.g && colour.b == palette->unfocused.b;

  return grey ? palette->unfocused_line : colour;
}

static void
fill (cairo_t *cr, const BlChartBox *box, BlColour colour)
{
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  bl_paint_set_colour (cr, colour);
  cairo_fill (cr);
}

void
bl_chart_bar_fill (const BlChartFrame *frame,
                   cairo_t *cr,
                   const BlChartBox *box,
                   BlColour colour,
                   BlState state,
                   BlDatumFlags flags)
{
  static const double dashes[] = { 3, 3 };
  gboolean hollow = (flags & (BL_DATUM_PROVISIONAL | BL_DATUM_PARTIAL)) != 0;

  switch (state)
    {
    case BL_STATE_NO_DATA:
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      bl_paint_hatch (cr, frame->palette->axis, HATCH);
      return;
    case BL_STATE_SUPPRESSED:
      cairo_set_dash (cr, dashes, 2, 0);
      outline (cr, box, frame->palette->dim_ink, 1);
      cairo_set_dash (cr, NULL, 0, 0);
      return;
    case BL_STATE_ESTIMATE:
      fill (cr, box, bl_colour_faded (colour, PALE));
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      bl_paint_hatch (cr, edge_of (frame, colour), HATCH);
      outline (cr, box, edge_of (frame, colour), 1.2);
      break;
    case BL_STATE_PROXY:
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      bl_paint_dots (cr, edge_of (frame, colour), DOTS);
      outline (cr, box, edge_of (frame, colour), 1.2);
      break;
    default:
      fill (cr, box, hollow ? bl_colour_faded (colour, PALE) : colour);
      if (hollow)
        outline (cr, box, edge_of (frame, colour), 1.5);
      else if (frame->palette->outline > 0)
        outline (cr, box, frame->palette->ink, 1);
      else if (edge_of (frame, colour).r != colour.r)
        outline (cr, box, edge_of (frame, colour), 1);
      break;
    }
  if (flags & (BL_DATUM_RUN | BL_DATUM_RINGED))
    outline (cr, box, frame->palette->picked, 2);
}

static gboolean
is_plain (const BlDatum *datum)
{
  return datum->state != BL_STATE_ESTIMATE && datum->state != BL_STATE_PROXY
         && datum->state != BL_STATE_NO_DATA && datum->state != BL_STATE_SUPPRESSED
         && !(datum->flags
              & (BL_DATUM_PROVISIONAL | BL_DATUM_PARTIAL | BL_DATUM_RUN | BL_DATUM_RINGED | BL_DATUM_SIGNAL));
}

void
bl_chart_bars_paint (const BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark, cairo_t *cr)
{
  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
      double value = mark->across ? datum->x : datum->y;
      BlColour colour = bl_chart_colour (frame, mark, datum);
      BlChartBox box;
      double x, y;

      /* Without a figure only what says why is drawn. */
      if ((!isfinite (value) && (bl_datum_say_missing (datum) == NULL || mark->stacked))
          || !bl_chart_plot_box (plot, mark, datum, &box))
        continue;
      if (is_plain (datum) && isfinite (value))
        {
          bl_chart_bar_fill (frame, cr, &box, colour, BL_STATE_MEASURED, 0);
          continue;
        }
      bl_chart_bar_fill (frame, cr, &box, colour, datum->state, datum->flags);
      if (datum->flags & BL_DATUM_SIGNAL && bl_chart_plot_datum (plot, mark, datum, &x, &y))
        {
          double radius = CLAMP (plot->bar * 0.25, 2.5, 5);

          bl_chart_point_paint (frame, cr, mark->across ? x - radius * 2 : x,
                                mark->across ? y : y + radius * 2, radius, frame->palette->view,
                                BL_STATE_MEASURED, BL_DATUM_SIGNAL);
        }
    }
}

BlColour
bl_chart_cell_colour (const BlChartFrame *frame, double part)
{
  const BlColour *ramp = frame->palette->need;
  double at = CLAMP (part, 0, 1) * 4;
  guint low = (guint) fmin (floor (at), 3);
  double share = at - low;

  return (BlColour){ ramp[low].r + (ramp[low + 1].r - ramp[low].r) * share,
                     ramp[low].g + (ramp[low + 1].g - ramp[low].g) * share,
                     ramp[low].b + (ramp[low + 1].b - ramp[low].b) * share, 1 };
}

void
bl_chart_cells_paint (const BlChartFrame *frame,
                      const BlChartPlot *plot,
                      const BlChartMark *mark,
                      cairo_t *cr)
{
  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
      BlChartBox box;

      if (!bl_chart_plot_box (plot, mark, datum, &box))
        continue;
      if (!isfinite (datum->part))
        {
          cairo_rectangle (cr, box.x, box.y, box.width, box.height);
          bl_paint_hatch (cr, frame->palette->axis, HATCH);
          outline (cr, &box, frame->palette->grid, 1);
        }
      else if (datum->part <= 0)
        outline (cr, &box, frame->palette->grid, 1);
      else
        {
          fill (cr, &box, bl_chart_cell_colour (frame, datum->part));
          if (frame->palette->outline > 0)
            outline (cr, &box, frame->palette->axis, 1);
        }
      if (datum->flags & (BL_DATUM_FOCUS | BL_DATUM_RINGED))
        outline (cr, &box, frame->palette->picked, 2);
    }
}

static void
paint_span (
    const BlChartFrame *frame, cairo_t *cr, const BlChartBox *box, BlColour colour, const BlDatum *datum)
{
  double part = isfinite (datum->part) ? CLAMP (datum->part, 0, 1) : 1;

  bl_paint_rounded (cr, box->x, box->y, box->width, box->height, RADIUS);
  bl_paint_set_colour (cr, bl_colour_faded (colour, PALE));
  cairo_fill (cr);
  if (datum->state == BL_STATE_ESTIMATE)
    {
      bl_paint_rounded (cr, box->x, box->y, box->width, box->height, RADIUS);
      bl_paint_hatch (cr, colour, HATCH);
    }
  else if (part > 0)
    {
      cairo_save (cr);
      cairo_rectangle (cr, box->x, box->y, box->width * part, box->height);
      cairo_clip (cr);
      bl_paint_rounded (cr, box->x, box->y, box->width, box->height, RADIUS);
      bl_paint_set_colour (cr, colour);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  if (part < 1 || datum->state == BL_STATE_ESTIMATE || frame->palette->outline > 0)
    {
      bl_paint_rounded (cr, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1, RADIUS);
      bl_paint_set_colour (cr, frame->palette->outline > 0 ? frame->palette->ink : colour);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
}

void
bl_chart_spans_paint (const BlChartFrame *frame,
                      const BlChartPlot *plot,
                      const BlChartMark *mark,
                      cairo_t *cr)
{
  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
      BlColour colour = bl_chart_colour (frame, mark, datum);
      BlChartBox box;

      if (!bl_chart_plot_box (plot, mark, datum, &box))
        continue;
      if (datum->flags & BL_DATUM_FOCUS)
        colour = frame->palette->picked;
      if (isfinite (datum->x2))
        paint_span (frame, cr, &box, colour, datum);
      else
        {
          /* A milestone. */
          double x = box.x + box.width / 2, y = box.y + box.height / 2, radius = box.width / 2;

          cairo_move_to (cr, x, y - radius);
          cairo_line_to (cr, x + radius, y);
          cairo_line_to (cr, x, y + radius);
          cairo_line_to (cr, x - radius, y);
          cairo_close_path (cr);
          bl_paint_set_colour (cr, datum->part <= 0 || bl_datum_is_hollow (datum) ? frame->palette->view
                                                                                  : colour);
          cairo_fill_preserve (cr);
          bl_paint_set_colour (cr, colour);
          cairo_set_line_width (cr, 1.5);
          cairo_stroke (cr);
        }
    }
}
