/* map-scale.c: how long things on a map are, and who made its outlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint.h"
#include "places.h"
#include "text-painter.h"
#include "text.h"

#define PADDING 8.0
#define TICK 5.0
#define CORNERS 96 /* of a circle of reach: under 0.1 % from round */

double
bl_map_scale_measure (const BlMapView *view, BlMapProjection projection, double max_width, double *pixels)
{
  static const double steps[] = { 5, 2, 1 };
  BlPoint middle = bl_map_view_from_pixels (view, view->width / 2, view->height / 2);
  double metres_a_pixel = bl_map_unit_metres (projection, middle) / view->scale;
  double most = max_width * metres_a_pixel;
  double power = pow (10, floor (log10 (most)));
  double metres = power;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power <= most)
      {
        metres = steps[i] * power;
        break;
      }
  if (pixels)
    *pixels = metres / metres_a_pixel;
  return metres;
}

static double
line_height (double text_scale)
{
  return BL_TEXT_SIZE_SMALL * 1.4 * (text_scale > 0 ? text_scale : 1);
}

BlMapBox
bl_map_scale_box (cairo_t *cr, double x, double y, double max_width, double text_scale)
{
  double height = line_height (text_scale) + TICK + PADDING * 1.25;

  return (BlMapBox){ x - max_width, y - height, max_width, height };
}

void
bl_map_paint_scale (cairo_t *cr, const BlMapView *view, BlMapProjection projection, double x, double y,
                    double max_width, double text_scale, const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale };
  BlMapBox box = bl_map_scale_box (cr, x, y, max_width, text_scale);
  double pixels, left, right, bar;
  double metres = bl_map_scale_measure (view, projection, max_width - 2 * PADDING, &pixels);
  g_autofree char *number = bl_text_number (metres >= 1000 ? metres / 1000 : metres, metres < 1 ? 1 : 0);
  g_autofree char *words = metres >= 1000 ? g_strdup_printf (_ ("%s km"), number)
                                          : g_strdup_printf (_ ("%s m"), number);

  /* The card is as wide as asked for, so that it does not jump while zooming. */
  cairo_save (cr);
  bl_paint_floating (cr, box.x, box.y, box.width, box.height, palette);
  left = box.x + (box.width - pixels) / 2;
  right = left + pixels;
  bar = y - PADDING * 0.75;
  cairo_new_path (cr);
  cairo_move_to (cr, left, bar - TICK);
  cairo_line_to (cr, left, bar);
  cairo_line_to (cr, right, bar);
  cairo_line_to (cr, right, bar - TICK);
  bl_paint_set_colour (cr, palette->ink);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
  bl_text_painter_draw (cr, words, &style, (left + right) / 2, bar - 2, 0.5, 1, palette->ink);
  cairo_restore (cr);
}

BlMapBox
bl_map_paint_attribution (cairo_t *cr, double x, double y, double max_width, double text_scale,
                          const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_ATTRIBUTION,
                        .text_scale = text_scale,
                        .width = max_width,
                        .align = PANGO_ALIGN_RIGHT };
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, bl_places_attribution (), &style);
  double width, height;

  bl_text_painter_measure (layout, &width, &height);
  if (palette)
    bl_text_painter_draw_halo (cr, layout, x, y, 1, 1, palette->dim_ink, palette->land, text_scale);
  return (BlMapBox){ x - width, y - height, width, height };
}

void
bl_map_paint_reach (cairo_t *cr, const BlMapView *view, BlMapProjection projection, BlPoint grid,
                    double radius_metres, const char *label, double text_scale, const BlPalette *palette)
{
  static const double dashes[] = { 6, 4 };
  double top_x = 0, top_y = G_MAXDOUBLE;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  /* Round on the grid, where distances are measured; in Mercator each corner is projected. */
  for (guint i = 0; i < CORNERS; i++)
    {
      double angle = 2 * G_PI * i / CORNERS;
      BlPoint corner = { grid.x + radius_metres * cos (angle), grid.y + radius_metres * sin (angle) };
      BlPoint at = bl_map_view_to_pixels (view, bl_map_project (projection, corner));

      cairo_line_to (cr, at.x, at.y);
      if (at.y < top_y)
        {
          top_x = at.x;
          top_y = at.y;
        }
    }
  cairo_close_path (cr);
  bl_paint_set_colour (cr, palette->halo);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  bl_paint_set_colour (cr, palette->ink);
  cairo_set_line_width (cr, 1.6);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  if (label)
    {
      BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale, .weight = 700 };
      g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, label, &style);

      bl_text_painter_draw_halo (cr, layout, top_x, top_y, 0.5, 0.5, palette->ink, palette->halo, text_scale);
    }
  cairo_restore (cr);
}
