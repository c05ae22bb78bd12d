/* survive-squares.c: in how many tests an answer is the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "survive-squares.h"

#include <math.h>

#include "paint.h"

#define SIDE 11.0
#define PITCH 15.0
#define RADIUS 2.5
#define LINE 1.4

double
bl_survive_squares_paint (cairo_t *cr, double x, double y, double width, guint same, guint n, double text_scale,
                          const BlPalette *palette)
{
  double scale = text_scale > 0 ? text_scale : 1;
  guint in_line = (guint) MAX (floor ((width + (PITCH - SIDE) * scale) / (PITCH * scale)), 1);
  guint lines = (n + in_line - 1) / in_line;

  for (guint i = 0; cr != NULL && i < n; i++)
    {
      double left = x + (i % in_line) * PITCH * scale;
      double top = y + (i / in_line) * PITCH * scale;

      cairo_new_path (cr);
      bl_paint_set_colour (cr, palette->series[0]);
      if (i < same)
        {
          bl_paint_rounded (cr, left, top, SIDE * scale, SIDE * scale, RADIUS * scale);
          cairo_fill (cr);
        }
      else
        {
          bl_paint_rounded (cr, left + LINE / 2, top + LINE / 2, SIDE * scale - LINE, SIDE * scale - LINE,
                            RADIUS * scale);
          cairo_set_line_width (cr, LINE);
          cairo_stroke (cr);
        }
    }
  return lines > 0 ? lines * PITCH * scale - (PITCH - SIDE) * scale : 0;
}
