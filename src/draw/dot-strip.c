/* dot-strip.c: one figure among the others, on a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dot-strip.h"

#include <math.h>

#include "paint.h"

#define DOT 2.2
#define OWN 4.6
#define OWN_STORY 5.4
#define TICK 6.5

/* A figure so many times the next one stands at the end, beyond a break: the others would be one heap. */
#define BEYOND 3.0
#define BREAK 9.0

typedef struct
{
  double least, most, left, width;
  double end; /* of the whole line; beyond the scale where it is broken */
  gboolean broken, right_to_left;
} Scale;

static double
place (const Scale *scale, double number)
{
  double share = scale->most > scale->least ? (number - scale->least) / (scale->most - scale->least) : 0.5;
  double along = scale->broken && number > scale->most ? scale->end : scale->width * share;

  return scale->left + (scale->right_to_left ? scale->end - along : along);
}

/* From least to most; broken before the most where it stands far above the next. */
static Scale
scale_of (const BlDotStrip *strip, double x, double width, double margin, double grow)
{
  Scale scale = { .least = NAN, .most = NAN, .left = x + margin, .width = width - 2 * margin, .end = width - 2 * margin };
  double next = NAN;
  guint n = 0;

  for (guint i = 0; i <= strip->n_others; i++)
    {
      double number = i < strip->n_others ? strip->others[i] : strip->own;

      if (isnan (number))
        continue;
      n++;
      scale.least = fmin (scale.least, number);
      if (isnan (scale.most) || number > scale.most)
        {
          next = scale.most;
          scale.most = number;
        }
      else
        next = fmax (next, number);
    }
  if (n >= 4 && next > 0 && scale.most > BEYOND * next && scale.width > 4 * BREAK * grow)
    {
      scale.broken = TRUE;
      scale.most = next;
      scale.width -= 2 * BREAK * grow;
    }
  return scale;
}

/* Two short strokes across the line. */
static void
paint_break (cairo_t *cr, const Scale *scale, double middle, double grow, const BlPalette *palette)
{
  double along = scale->width + BREAK * grow;
  double x = scale->left + (scale->right_to_left ? scale->end - along : along);

  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, x + (i * 3 - 3) * grow, middle + 4 * grow);
      cairo_line_to (cr, x + (i * 3) * grow, middle - 4 * grow);
    }
  bl_paint_set_colour (cr, palette->axis);
  cairo_set_line_width (cr, 1.2 * grow);
  cairo_stroke (cr);
}

static void
paint_tick (cairo_t *cr, double x, double y, double size, double line, BlColour colour)
{
  cairo_move_to (cr, x, y - size);
  cairo_line_to (cr, x, y + size);
  bl_paint_set_colour (cr, colour);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

void
bl_dot_strip_paint (cairo_t *cr, double x, double y, double width, double height, const BlDotStrip *strip,
                    double text_scale, gboolean right_to_left, const BlPalette *palette)
{
  double grow = text_scale > 0 ? text_scale : 1, middle = y + height / 2, margin = (OWN_STORY + 2) * grow;
  Scale scale = scale_of (strip, x, width, margin, grow);

  scale.right_to_left = right_to_left;
  if (isnan (scale.least) || scale.width <= 0)
    return;

  cairo_move_to (cr, x, middle);
  cairo_line_to (cr, x + width, middle);
  bl_paint_set_colour (cr, palette->grid);
  cairo_set_line_width (cr, 1.5 * grow);
  cairo_stroke (cr);

  if (scale.broken)
    paint_break (cr, &scale, middle, grow, palette);
  for (guint i = 0; i < strip->n_others; i++)
    if (!isnan (strip->others[i]))
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, place (&scale, strip->others[i]), middle, DOT * grow, 0, 2 * G_PI);
      }
  bl_paint_set_colour (cr, palette->unfocused);
  cairo_fill (cr);

  if (!isnan (strip->class_middle))
    paint_tick (cr, place (&scale, strip->class_middle), middle, TICK * 0.7 * grow, 1.2 * grow, palette->axis);
  if (!isnan (strip->middle))
    paint_tick (cr, place (&scale, strip->middle), middle, TICK * grow, 2 * grow, palette->dim_ink);

  if (isnan (strip->own))
    return;
  cairo_arc (cr, place (&scale, strip->own), middle, (strip->story ? OWN_STORY : OWN) * grow, 0, 2 * G_PI);
  bl_paint_set_colour (cr, palette->card);
  cairo_set_line_width (cr, 3 * grow);
  cairo_stroke_preserve (cr);
  bl_paint_set_colour (cr, strip->story ? palette->picked : palette->series[0]);
  cairo_fill_preserve (cr);
  if (palette->outline > 0)
    {
      bl_paint_set_colour (cr, palette->ink);
      cairo_set_line_width (cr, palette->outline);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}
