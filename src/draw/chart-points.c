/* chart-points.c: points and lines of a chart, by how sure their figures are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "chart-private.h"
#include "paint.h"

#define RADIUS 3.4
#define RADIUS_LEAST 2.0
#define SIGNAL_LEAST 4.5
#define SMALL_SIGNAL_LEAST 3.2 /* in small charts */
#define STRIP_RADIUS 4.5
#define EDGE 1.4

typedef enum
{
  ROUND,
  SQUARE,
  DIAMOND,
} Shape;

/* Points that look alike are painted in one go: a page of control charts has thousands. */
typedef struct
{
  Shape shape;
  gboolean hollow, edged;
  double radius;
  BlColour colour;
} Style;

static Shape
shape_of (BlState state, BlDatumFlags flags)
{
  if (flags & BL_DATUM_SIGNAL)
    return DIAMOND;
  return state == BL_STATE_PROXY ? SQUARE : ROUND;
}

static Style
style_of (const BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum)
{
  return (Style){
    .shape = shape_of (datum->state, datum->flags),
    .hollow = bl_datum_is_hollow (datum),
    .edged = (datum->flags & BL_DATUM_RUN) != 0,
    .radius = bl_chart_point_radius (plot, mark, datum),
    .colour = bl_chart_colour (frame, mark, datum),
  };
}

static gboolean
style_equal (const Style *a, const Style *b)
{
  return a->shape == b->shape && a->hollow == b->hollow && a->edged == b->edged && a->radius == b->radius
         && a->colour.r == b->colour.r && a->colour.g == b->colour.g && a->colour.b == b->colour.b;
}

double
bl_chart_point_radius (const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum)
{
  double radius = mark->width > 0 ? mark->width / 2 : plot->radius;

  if (datum->flags & BL_DATUM_SIGNAL)
    return fmax (radius * 1.5, mark->width > 0 && mark->width < SIGNAL_LEAST ? SMALL_SIGNAL_LEAST : SIGNAL_LEAST);
  if (datum->flags & (BL_DATUM_FOCUS | BL_DATUM_RINGED))
    return radius * 1.35;
  return radius;
}

/* Points a little apart; those of a strip may lie close. */
void
bl_chart_points_measure (const BlChartFrame *frame, BlChartPlot *plot)
{
  guint most = 1;
  gboolean strip = plot->x.kind == BL_SCALE_NUMBER;
  double scale = fmin (frame->scale, 1.5);

  for (guint m = 0; m < plot->panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (plot->panel->marks, m);

      if (mark->kind == BL_MARK_POINT)
        most = MAX (most, mark->data->len);
    }
  if (strip)
    plot->radius = (plot->panel->bare ? RADIUS : most > 100 ? RADIUS : STRIP_RADIUS) * scale;
  else
    plot->radius = CLAMP (plot->plot.width / most * 0.5, RADIUS_LEAST, RADIUS * scale);
}

/* A dot is a line of no length with a round end: a tenth of the work and of the bytes of a circle. */
static void
add_shape (cairo_t *cr, Shape shape, double x, double y, double radius)
{
  switch (shape)
    {
    case ROUND:
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y);
      break;
    case SQUARE:
      cairo_rectangle (cr, x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
      break;
    case DIAMOND:
      cairo_move_to (cr, x, y - radius);
      cairo_line_to (cr, x + radius, y);
      cairo_line_to (cr, x, y + radius);
      cairo_line_to (cr, x - radius, y);
      cairo_close_path (cr);
      break;
    }
}

/* Paints the current path of shapes and clears it. */
static void
paint_shapes (const BlChartFrame *frame, cairo_t *cr, const Style *style)
{
  gboolean inner = style->hollow || style->edged;
  BlColour outer = style->edged ? frame->palette->picked : style->colour;
  BlColour filling = style->hollow ? frame->palette->view : style->colour;

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  if (style->shape == ROUND)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      bl_paint_set_colour (cr, outer);
      cairo_set_line_width (cr, 2 * style->radius + (style->edged ? 2 : 0));
      cairo_stroke_preserve (cr);
      if (inner)
        {
          bl_paint_set_colour (cr, filling);
          cairo_set_line_width (cr, fmax (2 * (style->radius - (style->hollow ? EDGE : 0)), 0.5));
          cairo_stroke_preserve (cr);
        }
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_new_path (cr);
      return;
    }
  bl_paint_set_colour (cr, filling);
  if (!inner)
    {
      cairo_fill (cr);
      return;
    }
  cairo_fill_preserve (cr);
  bl_paint_set_colour (cr, outer);
  cairo_set_line_width (cr, EDGE);
  cairo_stroke (cr);
}

void
bl_chart_point_paint (const BlChartFrame *frame,
                      cairo_t *cr,
                      double x,
                      double y,
                      double radius,
                      BlColour colour,
                      BlState state,
                      BlDatumFlags flags)
{
  Style style = {
    .shape = shape_of (state, flags),
    .hollow = state == BL_STATE_ESTIMATE || state == BL_STATE_PROXY
              || flags & (BL_DATUM_PROVISIONAL | BL_DATUM_PARTIAL),
    .edged = (flags & BL_DATUM_RUN) != 0,
    .radius = style.shape == DIAMOND ? radius * 1.5 : radius,
    .colour = colour,
  };

  cairo_new_path (cr);
  add_shape (cr, style.shape, x, y, style.radius);
  paint_shapes (frame, cr, &style);
}

static gboolean
stands_out (const BlDatum *datum)
{
  return (datum->flags & (BL_DATUM_FOCUS | BL_DATUM_SIGNAL | BL_DATUM_RINGED)) != 0;
}

static void
paint_one (const BlChartFrame *frame,
           const BlChartPlot *plot,
           const BlChartMark *mark,
           const BlDatum *datum,
           cairo_t *cr,
           double x,
           double y)
{
  Style style = style_of (frame, plot, mark, datum);

  cairo_new_path (cr);
  add_shape (cr, style.shape, x, y, style.radius);
  paint_shapes (frame, cr, &style);
  if (datum->flags & BL_DATUM_RINGED)
    {
      cairo_arc (cr, x, y, style.radius + 3, 0, 2 * G_PI);
      bl_paint_set_colour (cr, frame->palette->picked);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}

void
bl_chart_points_paint (const BlChartFrame *frame,
                       const BlChartPlot *plot,
                       const BlChartMark *mark,
                       cairo_t *cr)
{
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (Style));
  double x, y;

  cairo_new_path (cr);
  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
      Style style;
      guint k = 0;

      if (stands_out (datum) || !bl_chart_plot_datum (plot, mark, datum, &x, &y))
        continue;
      style = style_of (frame, plot, mark, datum);
      while (k < styles->len && !style_equal (&g_array_index (styles, Style, k), &style))
        k++;
      if (k == styles->len)
        g_array_append_val (styles, style);
    }
  for (guint k = 0; k < styles->len; k++)
    {
      const Style *wanted = &g_array_index (styles, Style, k);

      for (guint i = 0; i < mark->data->len; i++)
        {
          const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);
          Style style;

          if (stands_out (datum) || !bl_chart_plot_datum (plot, mark, datum, &x, &y)
              || !bl_chart_plot_holds (plot, x, y))
            continue;
          style = style_of (frame, plot, mark, datum);
          if (style_equal (wanted, &style))
            add_shape (cr, style.shape, x, y, style.radius);
        }
      paint_shapes (frame, cr, wanted);
    }
  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);

      if (stands_out (datum) && bl_chart_plot_datum (plot, mark, datum, &x, &y)
          && bl_chart_plot_holds (plot, x, y))
        paint_one (frame, plot, mark, datum, cr, x, y);
    }
}

/* A line between two figures is as sure as the less sure of them. */
static BlState
state_between (const BlDatum *a, const BlDatum *b)
{
  if (a->state == BL_STATE_PROXY || b->state == BL_STATE_PROXY)
    return BL_STATE_PROXY;
  return bl_datum_is_hollow (a) || bl_datum_is_hollow (b) ? BL_STATE_ESTIMATE : BL_STATE_MEASURED;
}

static void
stroke (const BlChartFrame *frame, const BlChartMark *mark, cairo_t *cr, BlState state, gboolean muted)
{
  bl_paint_set_colour (cr, muted ? frame->palette->unfocused_line : bl_chart_colour (frame, mark, NULL));
  cairo_set_line_width (cr, bl_chart_line_width (frame, mark));
  bl_chart_set_dash (frame, cr, mark->tone, state);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A figure without neighbours would not be seen on a line. */
static void
paint_lonely (
    const BlChartFrame *frame, const BlChartMark *mark, const BlDatum *datum, cairo_t *cr, double x, double y)
{
  bl_chart_point_paint (frame, cr, x, y, bl_chart_line_width (frame, mark) * 1.1,
                        bl_chart_colour (frame, mark, datum), datum->state, 0);
}

static void
paint_polar (const BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark, cairo_t *cr)
{
  guint n = 0;
  double x, y;
  gboolean whole = TRUE;
  BlState state = BL_STATE_MEASURED;

  for (guint i = 0; i < mark->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (mark->data, BlDatum, i);

      if (!bl_chart_plot_datum (plot, mark, datum, &x, &y))
        {
          whole = FALSE;
          n = 0;
          continue;
        }
      state = state_between (datum, &(BlDatum){ .state = state });
      if (n++ == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  /* Round to the first, where none is missing on the way. */
  if (whole && n > 2)
    {
      cairo_close_path (cr);
      if (mark->tone != BL_TONE_OTHERS && mark->tone != BL_TONE_REFERENCE)
        {
          bl_paint_set_colour (cr, bl_colour_faded (bl_chart_colour (frame, mark, NULL), 0.1));
          cairo_fill_preserve (cr);
        }
    }
  stroke (frame, mark, cr, state, FALSE);
}

void
bl_chart_line_paint (const BlChartFrame *frame, const BlChartPlot *plot, const BlChartMark *mark, cairo_t *cr)
{
  gboolean stepped = mark->kind == BL_MARK_STEP, open = FALSE, drawn = TRUE;
  const BlDatum *last = NULL;
  BlState state = BL_STATE_MEASURED;
  gboolean muted = FALSE;
  double last_x = 0, last_y = 0, x, y;

  cairo_new_path (cr);
  if (plot->panel->polar)
    {
      paint_polar (frame, plot, mark, cr);
      return;
    }
  for (guint i = 0; i <= mark->data->len; i++)
    {
      const BlDatum *datum = i < mark->data->len ? &g_array_index (mark->data, BlDatum, i) : NULL;
      gboolean here = datum != NULL && bl_chart_plot_datum (plot, mark, datum, &x, &y);
      gboolean joined = here && last != NULL && !(datum->flags & BL_DATUM_BREAK);

      if (stepped && last != NULL && !joined && datum != NULL && isfinite (datum->x))
        {
          /* What held before holds up to the gap. */
          if (!open)
            cairo_move_to (cr, last_x, last_y);
          cairo_line_to (cr, bl_chart_plot_x (plot, datum->x), last_y);
          open = drawn = TRUE;
        }
      if (joined)
        {
          BlState between = state_between (last, datum);
          gboolean grey = (last->flags & datum->flags & BL_DATUM_MUTED) != 0;

          if (open && (between != state || grey != muted))
            {
              stroke (frame, mark, cr, state, muted);
              open = FALSE;
            }
          state = between;
          muted = grey;
          if (!open)
            cairo_move_to (cr, last_x, last_y);
          if (stepped)
            cairo_line_to (cr, x, last_y);
          cairo_line_to (cr, x, y);
          open = TRUE;
        }
      else
        {
          if (open)
            stroke (frame, mark, cr, state, muted);
          open = FALSE;
          if (last != NULL && !drawn)
            paint_lonely (frame, mark, last, cr, last_x, last_y);
        }
      drawn = joined;
      last = here ? datum : NULL;
      if (here)
        {
          last_x = x;
          last_y = y;
        }
    }
}
