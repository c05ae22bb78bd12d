/* part-bars.c: what an index is made of, as a few small standing bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "part-bars.h"

#include <math.h>

#include "paint.h"

#define GAP 4.0
#define MOST_WIDTH 12.0

void
bl_part_bars_paint (cairo_t *cr, double x, double y, double width, double height, const double *parts, guint n,
                    const BlPalette *palette)
{
  double gap, bar;

  if (n == 0 || width <= 0 || height <= 0)
    return;
  gap = MIN (GAP, width / n / 3);
  bar = MIN (MOST_WIDTH * height / 18, (width - gap * (n - 1)) / n);
  for (guint i = 0; i < n; i++)
    {
      double left = x + i * (bar + gap);
      double tall = isnan (parts[i]) ? 0 : MAX (1, height * CLAMP (parts[i], 0, 100) / 100);

      if (isnan (parts[i]))
        {
          cairo_rectangle (cr, left + 0.5, y + 0.5, bar - 1, height - 1);
          bl_paint_set_colour (cr, palette->axis);
          cairo_set_line_width (cr, 1);
          cairo_stroke (cr);
          continue;
        }
      bl_paint_rounded (cr, left, y, bar, height, 1.5);
      bl_paint_set_colour (cr, palette->unfocused_fill);
      cairo_fill (cr);
      if (palette->outline > 0)
        {
          bl_paint_rounded (cr, left + 0.5, y + 0.5, bar - 1, height - 1, 1.5);
          bl_paint_set_colour (cr, palette->axis);
          cairo_set_line_width (cr, 1);
          cairo_stroke (cr);
        }
      bl_paint_rounded (cr, left, y + height - tall, bar, tall, 1.5);
      bl_paint_set_colour (cr, palette->series[0]);
      cairo_fill (cr);
    }
}
