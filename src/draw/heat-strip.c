/* heat-strip.c: how many people can reach an open library, by day and hour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "heat-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint.h"
#include "text-painter.h"

#define LEFT 32.0
#define HEAD 16.0
#define GROUPS 5
#define ROOM 20.0 /* px a number wants */

static const char *const days[7] = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"), N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };

static void
paint_cell (cairo_t *cr, double x, double y, double width, double height, double percent, double text_scale,
            const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_ATTRIBUTION, .text_scale = text_scale };
  BlColour ground = palette->view;
  gboolean some = isfinite (percent) && percent > 0;

  cairo_new_path (cr);
  bl_paint_rounded (cr, x + 0.5, y + 0.5, width - 1, height - 1, 2);
  if (some)
    {
      ground = bl_palette_sequential (palette, (guint) MIN (percent / 100 * GROUPS, GROUPS - 1), GROUPS);
      bl_paint_set_colour (cr, ground);
      cairo_fill_preserve (cr);
    }
  if (!isfinite (percent))
    {
      bl_paint_hatch (cr, palette->axis, 4);
      bl_paint_rounded (cr, x + 0.5, y + 0.5, width - 1, height - 1, 2);
    }
  bl_paint_set_colour (cr, palette->outline > 0 ? palette->ink : palette->grid);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  if (some && width >= ROOM * (text_scale > 0 ? text_scale : 1))
    {
      /* Never 100 nor 0 for what is not exactly that. */
      double whole = percent >= 100 ? 100 : CLAMP (round (percent), 1, 99);
      g_autofree char *text = g_strdup_printf ("%.0f", whole);
      gboolean ink = bl_colour_contrast (palette->ink, ground) >= bl_colour_contrast (palette->halo, ground);

      bl_text_painter_draw (cr, text, &style, x + width / 2, y + height / 2, 0.5, 0.5,
                            ink ? palette->ink : palette->halo);
    }
}

void
bl_heat_strip_paint (cairo_t *cr, double x, double y, double width, double height, const BlHeatStrip *strip,
                     double text_scale, const BlPalette *palette)
{
  double scale = text_scale > 0 ? text_scale : 1;
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale };
  guint n = strip->end_hour > strip->first_hour ? strip->end_hour - strip->first_hour : 0;
  double left = x + LEFT * scale, top = y + HEAD * scale;
  double cell = n > 0 ? floor ((width - LEFT * scale) / n) : 0, line = floor ((height - HEAD * scale) / 7);
  guint every = 1;

  g_return_if_fail (strip->end_hour <= 24);

  if (cell < 2 || line < 3)
    return;
  /* Hours stand where a cell begins; not so many that they touch. */
  while (cell * every < 22 * scale)
    every++;
  cairo_save (cr);
  for (guint hour = strip->first_hour; hour < strip->end_hour; hour += every)
    {
      g_autofree char *label = g_strdup_printf ("%u", hour);

      bl_text_painter_draw (cr, label, &style, left + (hour - strip->first_hour) * cell, y, 0, 0, palette->dim_ink);
    }
  for (guint day = 0; day < 7; day++)
    {
      bl_text_painter_draw (cr, _ (days[day]), &style, x, top + day * line + line / 2, 0, 0.5, palette->ink);
      for (guint hour = strip->first_hour; hour < strip->end_hour; hour++)
        paint_cell (cr, left + (hour - strip->first_hour) * cell + 0.5, top + day * line + 0.5, cell - 1, line - 1,
                    strip->percent[day * 24 + hour], text_scale, palette);
    }
  cairo_restore (cr);
}
