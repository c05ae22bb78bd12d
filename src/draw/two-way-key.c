/* two-way-key.c: what the nine colours of a map of two values mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "two-way-key.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bar-chart.h"
#include "paint.h"
#include "text-painter.h"
#include "text.h"

#define CELL_HEIGHT 22.0
#define CELL_WIDTH_MOST 62.0
#define GAP 3.0

/* People where they are known, else areas. */
static char *
count_text (const BlTwoWay *two_way, guint group)
{
  return isnan (two_way->people[group]) ? bl_text_number (two_way->areas[group], 0)
                                        : bl_bar_chart_short_number (two_way->people[group]);
}

static void
paint_cells (cairo_t *cr, double x, double y, double width, double height, const BlTwoWay *two_way,
             double text_scale, const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale };

  for (guint second = 0; second < 3; second++)
    for (guint first = 0; first < 3; first++)
      {
        double left = x + first * width, top = y + (2 - second) * height;
        BlColour ground = bl_palette_two_way (palette, first, second);
        gboolean ink = bl_colour_contrast (palette->ink, ground) >= bl_colour_contrast (palette->halo, ground);
        g_autofree char *text = count_text (two_way, second * 3 + first);

        cairo_new_path (cr);
        cairo_rectangle (cr, left + 0.5, top + 0.5, width - 1, height - 1);
        bl_paint_set_colour (cr, ground);
        cairo_fill_preserve (cr);
        bl_paint_set_colour (cr, palette->outline > 0 ? palette->ink : palette->axis);
        cairo_set_line_width (cr, 1);
        cairo_stroke (cr);
        bl_text_painter_draw (cr, text, &style, left + width / 2, top + height / 2, 0.5, 0.5,
                              ink ? palette->ink : palette->halo);
      }
}

double
bl_two_way_key_paint (cairo_t *cr, double x, double y, double width, const BlTwoWay *two_way, const char *first,
                      const char *second, double text_scale, const BlPalette *palette)
{
  double scale = text_scale > 0 ? text_scale : 1;
  double cell_width = MIN (width / 3, CELL_WIDTH_MOST * scale), cell_height = CELL_HEIGHT * scale;
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale, .width = width };
  /* TRANSLATORS: an axis of a legend: the name of a value that grows upwards */
  g_autofree char *up = g_strdup_printf (_ ("↑ %s"), second);
  /* TRANSLATORS: an axis of a legend: the name of a value that grows to the right */
  g_autofree char *right = g_strdup_printf (_ ("→ %s"), first);
  g_autoptr (PangoLayout) above = bl_text_painter_layout (cr, up, &style);
  g_autoptr (PangoLayout) below = bl_text_painter_layout (cr, right, &style);
  g_autoptr (PangoLayout) what = NULL;
  double line, top = y;

  bl_text_painter_measure (above, NULL, &line);
  if (palette)
    bl_text_painter_draw_layout (cr, above, x, top, 0, 0, palette->ink);
  top += line + GAP;
  if (palette)
    paint_cells (cr, x, top, cell_width, cell_height, two_way, text_scale, palette);
  top += 3 * cell_height + GAP;
  bl_text_painter_measure (below, NULL, &line);
  if (palette)
    bl_text_painter_draw_layout (cr, below, x, top, 0, 0, palette->ink);
  top += line;
  what = bl_text_painter_layout (cr, isnan (two_way->people[0]) ? _ ("Areas in each; thirds of areas, least to most")
                                                                : _ ("People in each; thirds of areas, least to most"),
                                 &style);
  bl_text_painter_measure (what, NULL, &line);
  if (palette)
    bl_text_painter_draw_layout (cr, what, x, top, 0, 0, palette->dim_ink);
  return top + line - y;
}
