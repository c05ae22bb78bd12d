/* row-bar.c: one lying bar of a list, with its number at its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "row-bar.h"

#include <math.h>

#include "paint.h"
#include "text-painter.h"

#define THICKNESS 15.0
#define TEXT_GAP 6.0
#define RADIUS 2.0
#define HATCH 4.0
#define SHORTEST 2.0

static const BlTextStyle bold = { .size = BL_TEXT_SIZE_SMALL, .weight = 700 };

double
bl_row_bar_measure (const char *text, double text_scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  BlTextStyle style = bold;
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  style.text_scale = text_scale;
  layout = bl_text_painter_layout (cr, text, &style);
  bl_text_painter_measure (layout, &width, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return width;
}

static void
paint_bar (cairo_t *cr, double x, double y, double length, double thick, BlRowBarKind kind, const BlPalette *palette)
{
  BlColour colour = kind == BL_ROW_BAR_REFERENCE ? palette->series[4]
                    : kind == BL_ROW_BAR_FOCUS   ? palette->worse[2]
                    : kind == BL_ROW_BAR_GAIN    ? palette->better[2]
                                                 : palette->series[0];

  cairo_new_path (cr);
  bl_paint_rounded (cr, x, y, length, thick, RADIUS);
  if (kind == BL_ROW_BAR_HATCHED)
    {
      bl_paint_hatch (cr, colour, HATCH);
      bl_paint_rounded (cr, x + 0.5, y + 0.5, MAX (length - 1, 1), thick - 1, RADIUS);
      bl_paint_set_colour (cr, colour);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
      return;
    }
  bl_paint_set_colour (cr, colour);
  cairo_fill (cr);
  if (palette->outline > 0)
    {
      bl_paint_rounded (cr, x + 0.5, y + 0.5, MAX (length - 1, 1), thick - 1, RADIUS);
      bl_paint_set_colour (cr, palette->ink);
      cairo_set_line_width (cr, palette->outline);
      cairo_stroke (cr);
    }
}

void
bl_row_bar_paint (cairo_t *cr, double x, double y, double width, double height, const BlRowBar *bar,
                  double text_scale, const BlPalette *palette)
{
  static const double dashes[] = { 3, 3 };
  BlTextStyle style = bold;
  double room = MAX (width - bar->text_room - TEXT_GAP, 1);
  double thick = MIN (THICKNESS * (text_scale > 0 ? text_scale : 1), height - 2);
  double length = isnan (bar->length) ? 0 : CLAMP (bar->length, 0, 1) * room;
  double at = x;

  style.text_scale = text_scale;
  cairo_save (cr);
  if (length > 0)
    {
      length = MAX (length, SHORTEST);
      paint_bar (cr, x, y + (height - thick) / 2, length, thick, bar->kind, palette);
      at = x + length;
    }
  if (!isnan (bar->reference))
    {
      double line = x + CLAMP (bar->reference, 0, 1) * room;

      cairo_move_to (cr, line - 0.5, y);
      cairo_line_to (cr, line - 0.5, y + height);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      bl_paint_set_colour (cr, palette->ink);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
      /* A number that would stand on the line goes behind it. */
      if (at <= line && line < at + TEXT_GAP + bl_row_bar_measure (bar->text, text_scale) && length > 0)
        at = line;
    }
  if (bar->text != NULL)
    bl_text_painter_draw (cr, bar->text, &style, at + TEXT_GAP, y + height / 2, 0, 0.5, palette->ink);
  cairo_restore (cr);
}
