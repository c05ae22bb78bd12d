/* bar-chart.c: standing bars with the number on top
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bar-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint.h"
#include "text-painter.h"
#include "text.h"

#define GAP 4.0
#define TEXT_GAP 2.0
#define NO_DATA_HEIGHT 14.0

char *
bl_bar_chart_short_number (double value)
{
  double size = fabs (value);
  g_autofree char *text = NULL;

  /* The step up is taken at what the rounded text would say: 999,960 is 1.0m. */
  if (size >= 999950)
    {
      text = bl_text_number (value / 1e6, 1);
      return g_strdup_printf (_ ("%sm"), text);
    }
  if (size >= 999.5)
    {
      text = bl_text_number (value / 1e3, 1);
      return g_strdup_printf (_ ("%sk"), text);
    }
  return bl_text_number (value, 0);
}

static double
number_width (cairo_t *cr, const char *text, const BlTextStyle *style)
{
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, text, style);
  double width;

  bl_text_painter_measure (layout, &width, NULL);
  return width;
}

void
bl_bar_chart_paint (cairo_t *cr, double x, double y, double width, double height, const BlBar *bars, guint n_bars,
                    double text_scale, const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale };
  BlTextStyle bold = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale, .weight = 700 };
  double line = BL_TEXT_SIZE_SMALL * 1.45 * (text_scale > 0 ? text_scale : 1);
  double top = y + line + TEXT_GAP;
  double bottom = y + height - line - TEXT_GAP;
  double pitch, most = 0;
  gboolean whole_numbers = TRUE;

  if (n_bars == 0 || bottom <= top)
    return;
  pitch = width / n_bars;
  for (guint i = 0; i < n_bars; i++)
    if (!isnan (bars[i].value))
      {
        g_autofree char *text = bl_text_number (bars[i].value, 0);

        most = MAX (most, bars[i].value);
        if (number_width (cr, text, &bold) > pitch - GAP)
          whole_numbers = FALSE;
      }

  for (guint i = 0; i < n_bars; i++)
    {
      const BlBar *bar = &bars[i];
      double left = x + pitch * i + GAP / 2;
      double middle = left + (pitch - GAP) / 2;
      double tall = isnan (bar->value) || most <= 0 ? 0 : (bottom - top) * MAX (bar->value, 0) / most;

      if (isnan (bar->value))
        {
          cairo_rectangle (cr, left, bottom - NO_DATA_HEIGHT, pitch - GAP, NO_DATA_HEIGHT);
          bl_paint_hatch (cr, palette->axis, 5);
          bl_text_painter_draw (cr, _ ("no data"), &style, middle, bottom - NO_DATA_HEIGHT - TEXT_GAP, 0.5, 1,
                                palette->dim_ink);
        }
      else
        {
          g_autofree char *text = whole_numbers ? bl_text_number (bar->value, 0)
                                                : bl_bar_chart_short_number (bar->value);

          if (bar->value > 0)
            tall = MAX (tall, 1);
          cairo_rectangle (cr, left, bottom - tall, pitch - GAP, tall);
          bl_paint_set_colour (cr, bar->focus ? palette->series[0] : palette->unfocused);
          cairo_fill (cr);
          if (bar->value > 0)
            bl_text_painter_draw (cr, text, bar->focus ? &bold : &style, middle, bottom - tall - TEXT_GAP, 0.5, 1,
                                  bar->focus ? palette->ink : palette->dim_ink);
        }
      if (bar->label)
        bl_text_painter_draw (cr, bar->label, bar->focus ? &bold : &style, middle, bottom + TEXT_GAP, 0.5, 0,
                              bar->focus ? palette->ink : palette->dim_ink);
    }

  cairo_move_to (cr, x, bottom + 0.5);
  cairo_line_to (cr, x + width, bottom + 0.5);
  bl_paint_set_colour (cr, palette->axis);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}
