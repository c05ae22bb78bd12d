/* marker.c: the shape of a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "marker.h"

#include <math.h>

#include "paint.h"

#define HALO (4.0 / 6.0) /* of the radius: 4 px at the usual 6 */
#define LINE (1.9 / 6.0)
#define RING_FILL 0.7 /* the map shows through a little inside the ring of the picked one */

static void
add_polygon (cairo_t *cr, double x, double y, double radius, guint corners, double start)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = start + 2 * G_PI * i / corners;
      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
add_star (cairo_t *cr, double x, double y, double radius)
{
  for (guint i = 0; i < 10; i++)
    {
      double angle = -G_PI_2 + G_PI * i / 5;
      double r = i % 2 == 0 ? radius : radius * 0.45;
      cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
    }
  cairo_close_path (cr);
}

static gboolean
is_cross (const BlMarkerLook *look)
{
  return !look->proposed && look->operation == BL_OPERATION_UNKNOWN;
}

/* The sizes differ so that all shapes look equally heavy. */
static void
add_shape (cairo_t *cr, double x, double y, double radius, const BlMarkerLook *look)
{
  cairo_new_path (cr);
  if (look->proposed)
    {
      add_star (cr, x, y, radius * 1.3);
      return;
    }
  switch (look->operation)
    {
    case BL_OPERATION_COMMISSIONED:
      add_polygon (cr, x, y, radius * 1.28, 4, 0);
      break;
    case BL_OPERATION_COMMUNITY:
      add_polygon (cr, x, y + radius * 0.17, radius * 1.3, 3, -G_PI_2);
      break;
    case BL_OPERATION_INDEPENDENT:
      cairo_rectangle (cr, x - radius * 0.88, y - radius * 0.88, radius * 1.76, radius * 1.76);
      break;
    case BL_OPERATION_UNKNOWN:
      cairo_move_to (cr, x - radius * 0.85, y - radius * 0.85);
      cairo_line_to (cr, x + radius * 0.85, y + radius * 0.85);
      cairo_move_to (cr, x + radius * 0.85, y - radius * 0.85);
      cairo_line_to (cr, x - radius * 0.85, y + radius * 0.85);
      break;
    case BL_OPERATION_COUNCIL:
    case BL_OPERATION_COUNCIL_UNSTAFFED:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    }
}

static void
add_hole (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius * 0.42, 0, 2 * G_PI);
  cairo_close_path (cr);
}

void
bl_marker_paint (cairo_t *cr, double x, double y, double radius, const BlMarkerLook *look, const BlPalette *palette)
{
  gboolean filled = look->statutory || look->proposed;

  g_return_if_fail (look != NULL && palette != NULL);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  if (look->picked)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y, radius * 1.85, 0, 2 * G_PI);
      cairo_set_source_rgba (cr, palette->halo.r, palette->halo.g, palette->halo.b, RING_FILL);
      cairo_fill_preserve (cr);
      bl_paint_set_colour (cr, palette->halo);
      cairo_set_line_width (cr, radius * 0.75);
      cairo_stroke_preserve (cr);
      bl_paint_set_colour (cr, palette->picked);
      cairo_set_line_width (cr, radius * 0.4);
      cairo_stroke (cr);
    }

  add_shape (cr, x, y, radius, look);
  bl_paint_set_colour (cr, palette->halo);
  cairo_set_line_width (cr, radius * (is_cross (look) ? 2 * LINE / 2 + HALO : HALO));
  if (is_cross (look))
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_stroke_preserve (cr);
      bl_paint_set_colour (cr, palette->ink);
      cairo_set_line_width (cr, radius * LINE);
      cairo_stroke (cr);
      cairo_restore (cr);
      return;
    }
  cairo_stroke_preserve (cr);

  if (filled)
    {
      bl_paint_set_colour (cr, palette->ink);
      cairo_fill (cr);
    }
  else
    {
      bl_paint_set_colour (cr, palette->halo);
      cairo_fill_preserve (cr);
      bl_paint_set_colour (cr, palette->ink);
      cairo_set_line_width (cr, radius * LINE);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      cairo_stroke (cr);
    }

  if (!look->proposed && look->operation == BL_OPERATION_COUNCIL_UNSTAFFED)
    {
      add_hole (cr, x, y, radius);
      bl_paint_set_colour (cr, filled ? palette->halo : palette->ink);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

void
bl_marker_paint_stop (cairo_t *cr, double x, double y, const BlPalette *palette)
{
  cairo_new_path (cr);
  bl_paint_rounded (cr, x - 2.2, y - 4.5, 4.4, 9, 2.2);
  bl_paint_set_colour (cr, palette->halo);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  bl_paint_set_colour (cr, palette->ink);
  cairo_fill (cr);
}
