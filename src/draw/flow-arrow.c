/* flow-arrow.c: people who go from one library to another, as an arrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-arrow.h"

#include <math.h>

#include "paint.h"

#define THIN 2.0
#define THICK 9.0
#define BEND 0.16      /* of the length */
#define HEAD_LENGTH 9.0
#define HEAD_HALF 4.5  /* px wider than the line on each side */
#define HALO 2.0
#define SHORTEST 10.0  /* px of line that still read as an arrow */

/* A quadratic curve: start, the point that bends it, and the tip. */
typedef struct
{
  BlPoint start, bend, tip;
} Curve;

static BlPoint
towards (BlPoint from, BlPoint to, double distance)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  if (length <= 0)
    return from;
  return (BlPoint){ from.x + (to.x - from.x) * distance / length, from.y + (to.y - from.y) * distance / length };
}

static Curve
get_curve (const BlFlowArrow *arrow)
{
  double dx = arrow->to.x - arrow->from.x, dy = arrow->to.y - arrow->from.y;
  BlPoint bend = { (arrow->from.x + arrow->to.x) / 2 - dy * BEND, (arrow->from.y + arrow->to.y) / 2 + dx * BEND };

  return (Curve){ towards (arrow->from, bend, arrow->clear), bend, towards (arrow->to, bend, arrow->clear) };
}

static BlPoint
along (const Curve *curve, double t)
{
  double u = 1 - t;

  return (BlPoint){ u * u * curve->start.x + 2 * u * t * curve->bend.x + t * t * curve->tip.x,
                    u * u * curve->start.y + 2 * u * t * curve->bend.y + t * t * curve->tip.y };
}

double
bl_flow_arrow_width (double people, double most)
{
  return most > 0 ? THIN + (THICK - THIN) * CLAMP (people / most, 0, 1) : THIN;
}

gboolean
bl_flow_arrow_is_drawn (const BlFlowArrow *arrow)
{
  double length = hypot (arrow->to.x - arrow->from.x, arrow->to.y - arrow->from.y);

  return length - 2 * arrow->clear >= SHORTEST + HEAD_LENGTH;
}

BlPoint
bl_flow_arrow_at (const BlFlowArrow *arrow, double t)
{
  Curve curve = get_curve (arrow);

  return along (&curve, t);
}

/* The line ends below the head, so that the tip stays sharp. */
static void
add_line (cairo_t *cr, const Curve *curve, BlPoint neck)
{
  double x1 = curve->start.x + (curve->bend.x - curve->start.x) * 2 / 3;
  double y1 = curve->start.y + (curve->bend.y - curve->start.y) * 2 / 3;
  double x2 = neck.x + (curve->bend.x - neck.x) * 2 / 3;
  double y2 = neck.y + (curve->bend.y - neck.y) * 2 / 3;

  cairo_new_path (cr);
  cairo_move_to (cr, curve->start.x, curve->start.y);
  cairo_curve_to (cr, x1, y1, x2, y2, neck.x, neck.y);
}

static void
add_head (cairo_t *cr, const Curve *curve, double width, double length)
{
  BlPoint base = towards (curve->tip, curve->bend, length);
  double dx = (curve->tip.x - base.x) / length, dy = (curve->tip.y - base.y) / length;
  double half = width / 2 + HEAD_HALF;

  cairo_new_path (cr);
  cairo_move_to (cr, curve->tip.x, curve->tip.y);
  cairo_line_to (cr, base.x - dy * half, base.y + dx * half);
  cairo_line_to (cr, base.x + dy * half, base.y - dx * half);
  cairo_close_path (cr);
}

void
bl_flow_arrow_paint (cairo_t *cr, const BlFlowArrow *arrow, const BlPalette *palette)
{
  Curve curve = get_curve (arrow);
  double length = HEAD_LENGTH + arrow->width * 0.8;
  BlPoint neck = towards (curve.tip, curve.bend, length * 0.8);

  if (!bl_flow_arrow_is_drawn (arrow))
    return;
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  bl_paint_set_colour (cr, palette->halo);
  add_line (cr, &curve, neck);
  cairo_set_line_width (cr, arrow->width + 2 * HALO);
  cairo_stroke (cr);
  add_head (cr, &curve, arrow->width, length);
  cairo_set_line_width (cr, 2 * HALO);
  cairo_stroke_preserve (cr);
  bl_paint_set_colour (cr, palette->series[0]);
  cairo_fill (cr);
  add_line (cr, &curve, neck);
  cairo_set_line_width (cr, arrow->width);
  cairo_stroke (cr);
  cairo_restore (cr);
}
