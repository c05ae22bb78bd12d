/* paint.c: the few strokes that all painters share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint.h"

#include <math.h>

#define FLOATING_RADIUS 6.0

void
bl_paint_set_colour (cairo_t *cr, BlColour colour)
{
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, colour.a);
}

void
bl_paint_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  if (radius <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
bl_paint_hatch (cairo_t *cr, BlColour colour, double step)
{
  double x1, y1, x2, y2;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  /* Beyond the edge, so that no line ends in sight. */
  y1 -= step;
  y2 += step;
  /* Lines are counted from the origin and not from the shape, so that the
   * hatching of neighbours runs on without a step. */
  for (double at = floor ((x1 + y1) / step) * step; at <= x2 + y2; at += step)
    {
      cairo_move_to (cr, at - y1, y1);
      cairo_line_to (cr, at - y2, y2);
    }
  bl_paint_set_colour (cr, colour);
  cairo_set_line_width (cr, step / 5);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_new_path (cr);
}

void
bl_paint_dots (cairo_t *cr, BlColour colour, double step)
{
  double x1, y1, x2, y2;
  double radius = step * 0.22;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  /* Counted from the origin, as hatching is; every other row is moved by half a step. */
  for (double row = floor (y1 / step) - 1; row * step <= y2 + step; row++)
    for (double at = floor (x1 / step) - 1; at * step <= x2 + step; at++)
      {
        double x = (at + (fmod (fabs (row), 2) > 0.5 ? 0.5 : 0)) * step;

        cairo_new_sub_path (cr);
        cairo_arc (cr, x, row * step, radius, 0, 2 * G_PI);
      }
  bl_paint_set_colour (cr, colour);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_new_path (cr);
}

void
bl_paint_floating (cairo_t *cr, double x, double y, double width, double height, const BlPalette *palette)
{
  bl_paint_rounded (cr, x, y, width, height, FLOATING_RADIUS);
  bl_paint_set_colour (cr, palette->card);
  cairo_fill_preserve (cr);
  bl_paint_set_colour (cr, palette->outline > 0 ? palette->ink : palette->grid);
  cairo_set_line_width (cr, palette->outline > 0 ? palette->outline : 1);
  cairo_stroke (cr);
}
