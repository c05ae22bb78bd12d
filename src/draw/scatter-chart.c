/* scatter-chart.c: libraries by two figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scatter-chart.h"

#include <math.h>

#include "paint.h"
#include "text-painter.h"
#include "text.h"

#define RADIUS 5.0
#define GAP 4.0
#define FIND 12.0
/* A number before each line of the grid: four figures and a comma. */
#define AXIS_ROOM 40.0

typedef struct
{
  double left, top, width, height; /* of the plot */
  double x_least, x_most, x_step, y_most, y_step;
  double scale;
} Frame;

typedef struct
{
  double x, y, width, height;
} Box;

double
bl_scatter_chart_step (double most)
{
  double power, step;

  if (!(most > 0) || !isfinite (most))
    return 1;
  power = pow (10, floor (log10 (most / 4)));
  step = most / 4 / power;
  return power * (step <= 1 ? 1 : step <= 2 ? 2 : step <= 5 ? 5 : 10);
}

static Frame
frame_of (const BlScatterChart *chart, double width, double height, double text_scale)
{
  double scale = text_scale > 0 ? text_scale : 1;
  double line = BL_TEXT_SIZE_LABEL * 1.4 * scale;
  double least = INFINITY, most = -INFINITY, y_most = 0, pad;
  Frame frame = { .scale = scale };

  for (guint i = 0; i < chart->n_points; i++)
    {
      least = fmin (least, chart->points[i].x);
      most = fmax (most, chart->points[i].x);
      y_most = fmax (y_most, chart->points[i].y);
    }
  if (chart->n_points == 0)
    least = most = 50;
  pad = fmax ((most - least) * 0.12, 2);
  frame.x_step = bl_scatter_chart_step (most - least + 2 * pad);
  frame.x_least = floor ((least - pad) / frame.x_step) * frame.x_step;
  frame.x_least = least >= 0 ? fmax (frame.x_least, 0) : frame.x_least;
  frame.x_most = most + pad;
  frame.y_step = bl_scatter_chart_step (fmax (y_most, 1));
  frame.y_most = fmax (ceil (y_most * 1.02 / frame.y_step), 1) * frame.y_step;
  frame.left = AXIS_ROOM * scale;
  frame.top = line / 2;
  frame.width = fmax (width - frame.left - 6 * scale, 1);
  frame.height = fmax (height - frame.top - 2 * line - GAP, 1);
  return frame;
}

static double
x_of (const Frame *frame, double number)
{
  return frame->left + frame->width * (number - frame->x_least) / (frame->x_most - frame->x_least);
}

static double
y_of (const Frame *frame, double number)
{
  return frame->top + frame->height * (1 - number / frame->y_most);
}

void
bl_scatter_chart_locate (const BlScatterChart *chart, double width, double height, double text_scale, guint point,
                         double *x, double *y)
{
  Frame frame = frame_of (chart, width, height, text_scale);

  *x = x_of (&frame, chart->points[point].x);
  *y = y_of (&frame, chart->points[point].y);
}

int
bl_scatter_chart_find (const BlScatterChart *chart, double width, double height, double text_scale, double x, double y)
{
  Frame frame = frame_of (chart, width, height, text_scale);
  double nearest = FIND * frame.scale;
  int found = -1;

  for (guint i = 0; i < chart->n_points; i++)
    {
      double away = hypot (x_of (&frame, chart->points[i].x) - x, y_of (&frame, chart->points[i].y) - y);

      if (away < nearest)
        {
          nearest = away;
          found = (int) i;
        }
    }
  return found;
}

/* --- Axes --------------------------------------------------------------------- */

static void
paint_axes (cairo_t *cr, const Frame *frame, const BlScatterChart *chart, const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_LABEL, .text_scale = frame->scale };
  double bottom = frame->top + frame->height, line = BL_TEXT_SIZE_LABEL * 1.4 * frame->scale;

  if (!isnan (chart->corner_x) && !isnan (chart->corner_y))
    {
      double x = x_of (frame, chart->corner_x), y = y_of (frame, chart->corner_y);
      BlColour tint = palette->picked;

      tint.a = 0.12;
      cairo_rectangle (cr, x, y, frame->left + frame->width - x, bottom - y);
      bl_paint_set_colour (cr, tint);
      cairo_fill (cr);
    }
  for (double number = 0; number <= frame->y_most * 1.0001; number += frame->y_step)
    {
      double y = round (y_of (frame, number)) + 0.5;
      g_autofree char *text = bl_text_number (number, frame->y_step < 1 ? 1 : 0);

      cairo_move_to (cr, frame->left, y);
      cairo_line_to (cr, frame->left + frame->width, y);
      bl_paint_set_colour (cr, number == 0 ? palette->axis : palette->grid);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
      bl_text_painter_draw (cr, text, &style, frame->left - 6 * frame->scale, y, 1, 0.5, palette->dim_ink);
    }
  for (double number = frame->x_least; number <= frame->x_most; number += frame->x_step)
    {
      g_autofree char *text = bl_text_number (number, frame->x_step < 1 ? 1 : 0);

      bl_text_painter_draw (cr, text, &style, x_of (frame, number), bottom + GAP, 0.5, 0, palette->dim_ink);
    }
  if (chart->x_title != NULL)
    bl_text_painter_draw (cr, chart->x_title, &style, frame->left + frame->width, bottom + GAP + line, 1, 0,
                          palette->dim_ink);
}

/* --- Names --------------------------------------------------------------------- */

static gboolean
overlap (const Box *a, const Box *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_free (const Box *box, const Frame *frame, GArray *taken, guint own)
{
  if (box->x < frame->left || box->x + box->width > frame->left + frame->width + 6 * frame->scale
      || box->y < 0 || box->y + box->height > frame->top + frame->height + 4 * frame->scale)
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    if (i != own && overlap (box, &g_array_index (taken, Box, i)))
      return FALSE;
  return TRUE;
}

/* A place further off for a name that the finding needs; FALSE when there is none. */
static gboolean
find_afar (const Frame *frame, double x, double y, double width, double height, GArray *taken, guint own, Box *place)
{
  for (int ring = 1; ring <= 4; ring++)
    for (int step = 0; step < 16; step++)
      {
        double angle = step * G_PI / 8, away = (RADIUS + 12 * ring) * frame->scale;
        double cx = x + cos (angle) * (away + width / 2), cy = y - sin (angle) * (away + height / 2);

        *place = (Box){ cx - width / 2, cy - height / 2, width, height };
        if (is_free (place, frame, taken, own))
          return TRUE;
      }
  return FALSE;
}

/* From the edge of a marker to the nearest edge of its name. */
static void
paint_leader (cairo_t *cr, const Frame *frame, double x, double y, const Box *place, const BlPalette *palette)
{
  double to_x = CLAMP (x, place->x, place->x + place->width), to_y = CLAMP (y, place->y, place->y + place->height);
  double length = hypot (to_x - x, to_y - y), from = (RADIUS + 1) * frame->scale;

  if (length <= from)
    return;
  cairo_move_to (cr, x + (to_x - x) * from / length, y + (to_y - y) * from / length);
  cairo_line_to (cr, to_x, to_y);
  bl_paint_set_colour (cr, palette->text_bad);
  cairo_set_line_width (cr, 1 * frame->scale);
  cairo_stroke (cr);
}

static void
paint_name (cairo_t *cr, const Frame *frame, const BlScatterPoint *point, guint index, GArray *taken,
            const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = frame->scale, .weight = point->focus ? 700 : 400 };
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, point->label, &style);
  double x = x_of (frame, point->x), y = y_of (frame, point->y), gap = (RADIUS + 2) * frame->scale, width, height;
  Box places[6];

  bl_text_painter_measure (layout, &width, &height);
  places[0] = (Box){ x + gap, y - height / 2, width, height };
  places[1] = (Box){ x - gap - width, y - height / 2, width, height };
  places[2] = (Box){ x - width / 2, y - gap - height, width, height };
  places[3] = (Box){ x - width / 2, y + gap, width, height };
  places[4] = (Box){ x + gap / 2, y + gap / 2, width, height };
  places[5] = (Box){ x + gap / 2, y - gap / 2 - height, width, height };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (is_free (&places[i], frame, taken, index))
      {
        g_array_append_val (taken, places[i]);
        bl_text_painter_draw_layout (cr, layout, places[i].x, places[i].y, 0, 0,
                                     point->focus ? palette->text_bad : palette->ink);
        return;
      }
  if (point->focus && find_afar (frame, x, y, width, height, taken, index, &places[0]))
    {
      g_array_append_val (taken, places[0]);
      paint_leader (cr, frame, x, y, &places[0], palette);
      bl_text_painter_draw_layout (cr, layout, places[0].x, places[0].y, 0, 0, palette->text_bad);
    }
}

void
bl_scatter_chart_paint (cairo_t *cr, double width, double height, const BlScatterChart *chart, double text_scale,
                        const BlPalette *palette)
{
  Frame frame = frame_of (chart, width, height, text_scale);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Box));
  BlPalette plain = *palette, focus = *palette;
  double radius = RADIUS * frame.scale;

  plain.ink = palette->series[0];
  plain.halo = palette->view;
  focus.ink = palette->picked;
  focus.halo = palette->view;
  paint_axes (cr, &frame, chart, palette);
  for (guint i = 0; i < chart->n_points; i++)
    {
      double x = x_of (&frame, chart->points[i].x), y = y_of (&frame, chart->points[i].y);
      Box box = { x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2 };

      g_array_append_val (taken, box);
    }
  for (int turn = 0; turn < 2; turn++)
    for (guint i = 0; i < chart->n_points; i++)
      if (chart->points[i].focus == (turn == 1))
        bl_marker_paint (cr, x_of (&frame, chart->points[i].x), y_of (&frame, chart->points[i].y), radius,
                         &chart->points[i].look, turn == 1 ? &focus : &plain);
  /* Those the finding speaks of have their names first. */
  for (int turn = 1; turn >= 0; turn--)
    for (guint i = 0; i < chart->n_points; i++)
      if (chart->points[i].focus == (turn == 1) && chart->points[i].label != NULL)
        paint_name (cr, &frame, &chart->points[i], i, taken, palette);
}
