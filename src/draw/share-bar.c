/* share-bar.c: how much of the whole, as one bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "share-bar.h"

#include <math.h>

#include "paint.h"

#define GAP 2.0
#define RADIUS 1.5
#define LEAST 2.0 /* px: the narrowest part that can be seen */

void
bl_share_bar_paint (cairo_t *cr, double x, double y, double width, double height, double percent,
                    const BlPalette *palette)
{
  double within;

  cairo_new_path (cr);
  if (isnan (percent))
    {
      bl_paint_rounded (cr, x, y, width, height, RADIUS);
      bl_paint_hatch (cr, palette->axis, 5);
      bl_paint_rounded (cr, x + 0.5, y + 0.5, width - 1, height - 1, RADIUS);
      bl_paint_set_colour (cr, palette->axis);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
      return;
    }

  percent = CLAMP (percent, 0, 100);
  within = width * percent / 100;
  if (percent > 0 && percent < 100)
    within = CLAMP (within, LEAST + GAP / 2, width - LEAST - GAP / 2);
  if (percent > 0)
    {
      bl_paint_rounded (cr, x, y, percent < 100 ? within - GAP / 2 : width, height, RADIUS);
      bl_paint_set_colour (cr, palette->series[0]);
      cairo_fill (cr);
    }
  if (percent < 100)
    {
      double start = percent > 0 ? within + GAP / 2 : 0;
      bl_paint_rounded (cr, x + start, y, width - start, height, RADIUS);
      bl_paint_set_colour (cr, palette->picked);
      cairo_fill (cr);
    }
}
