/* swatch.c: the little box of colour beside a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "swatch.h"

#include "paint.h"

#define RADIUS 2.0

static void
paint_edge (cairo_t *cr, double x, double y, double width, double height, const BlPalette *palette)
{
  cairo_new_path (cr);
  bl_paint_rounded (cr, x + 0.5, y + 0.5, width - 1, height - 1, RADIUS);
  bl_paint_set_colour (cr, palette->outline > 0 ? palette->ink : palette->axis);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

void
bl_swatch_paint (cairo_t *cr, double x, double y, double width, double height, const BlColour *colour,
                 const BlPalette *palette)
{
  cairo_new_path (cr);
  bl_paint_rounded (cr, x, y, width, height, RADIUS);
  if (colour)
    {
      bl_paint_set_colour (cr, *colour);
      cairo_fill (cr);
    }
  else
    bl_paint_hatch (cr, palette->axis, 4);
  paint_edge (cr, x, y, width, height, palette);
}

void
bl_swatch_paint_few (cairo_t *cr, double x, double y, double width, double height, const BlPalette *palette)
{
  cairo_new_path (cr);
  bl_paint_rounded (cr, x, y, width, height, RADIUS);
  bl_paint_dots (cr, palette->axis, 4);
  paint_edge (cr, x, y, width, height, palette);
}
