/* map-rings.c: how far one gets in so many minutes or metres, as lines on a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-rings.h"

#include <math.h>

#include "map-shape-private.h"
#include "paint.h"
#include "text-painter.h"

#define CORNERS 72
#define LINE 1.6
#define PUBLISHED 4 /* the strokes of somebody else's lines */
#define MARGIN 40.0 /* px beyond the view within which lines are still drawn */

/* On, off: solid, then ever shorter strokes. */
static const double dashes[BL_MAP_RINGS_MAX][2] = { { 0, 0 }, { 9, 3 }, { 6, 4 }, { 4, 4 }, { 2, 4 }, { 1, 4 } };

static gboolean
is_near (const BlMapView *view, double x, double y, double reach)
{
  return x > -MARGIN - reach && y > -MARGIN - reach && x < view->width + MARGIN + reach
         && y < view->height + MARGIN + reach;
}

/* Adds the circles of one distance; @top is the highest place in sight of any. */
static void
add_circles (cairo_t *cr, const BlMapView *view, BlMapProjection projection, const BlMapRings *rings, double metres,
             BlPoint *top)
{
  for (guint i = 0; i < rings->n_centres; i++)
    {
      /* Round on the grid, where distances are measured; small enough to be round in Mercator too. */
      BlPoint drawing = bl_map_project (projection, rings->centres[i]);
      BlPoint middle = bl_map_view_to_pixels (view, drawing);
      double radius = metres / bl_map_unit_metres (projection, drawing) * view->scale;

      if (isnan (middle.x) || !is_near (view, middle.x, middle.y, radius))
        continue;
      cairo_new_sub_path (cr);
      for (guint c = 0; c < CORNERS; c++)
        cairo_line_to (cr, middle.x + radius * cos (2 * G_PI * c / CORNERS),
                       middle.y + radius * sin (2 * G_PI * c / CORNERS));
      cairo_close_path (cr);
      if (middle.y - radius >= 8 && middle.x >= 20 && middle.x <= view->width - 20
          && (isnan (top->x) || middle.y - radius < top->y))
        *top = (BlPoint){ middle.x, middle.y - radius };
    }
}

/* Adds the rings of a row; small holes say nothing at this scale. */
static void
add_row (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, guint row, BlPoint *top)
{
  double x = 1, y = 0;
  const BlMapLevel *level;

  cairo_user_to_device_distance (cr, &x, &y);
  level = bl_map_shape_pick_level (shape, 0.5 / (view->scale * MAX (hypot (x, y), 0.01)));
  for (guint k = shape->row_rings[row]; k < shape->row_rings[row + 1]; k++)
    {
      guint n = level->ring_points[k + 1] - level->ring_points[k];
      const gint32 *points = &level->coordinates[2 * (gsize) level->ring_points[k]];
      gboolean drawing = FALSE, before_near = FALSE;

      if (n < 3)
        continue;
      for (guint i = 0; i <= n; i++)
        {
          double px = (points[2 * (i % n)] - view->x) * view->scale;
          double py = (points[2 * (i % n) + 1] - view->y) * view->scale;
          gboolean near = is_near (view, px, py, 0);

          if (i > 0 && (near || before_near) && drawing)
            cairo_line_to (cr, px, py);
          else
            cairo_move_to (cr, px, py);
          drawing = TRUE;
          before_near = near;
          if (px >= 20 && px <= view->width - 20 && py >= 8 && (isnan (top->x) || py < top->y))
            *top = (BlPoint){ px, py };
        }
    }
}

static void
stroke_ring (cairo_t *cr, guint i, double times, const BlPalette *palette)
{
  cairo_set_dash (cr, NULL, 0, 0);
  bl_paint_set_colour (cr, palette->halo);
  cairo_set_line_width (cr, (LINE + 2.4) * times);
  cairo_stroke_preserve (cr);
  bl_paint_set_colour (cr, palette->ink);
  cairo_set_line_width (cr, LINE * times);
  if (dashes[i][0] > 0)
    cairo_set_dash (cr, dashes[i], 2, 0);
  cairo_stroke_preserve (cr);
}

/* Where circles overlap only the line round all of them is left: who is within
 * reach of any. The strokes are twice as wide, and what lies inside is taken off. */
static void
stroke_union (cairo_t *cr, guint i, const BlPalette *palette)
{
  cairo_push_group (cr);
  stroke_ring (cr, i, 2, palette);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

static void
draw_label (cairo_t *cr, const char *label, BlPoint top, double text_scale, const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale, .weight = 700 };
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, label, &style);

  bl_text_painter_draw_halo (cr, layout, top.x, top.y, 0.5, 0.5, palette->ink, palette->halo, text_scale);
}

static void
clip_to_view (cairo_t *cr, const BlMapView *view)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

void
bl_map_paint_isochrones (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const char *label,
                         double text_scale, const BlPalette *palette)
{
  BlPoint top = { NAN, NAN };

  g_return_if_fail (shape != NULL && palette != NULL);

  cairo_save (cr);
  clip_to_view (cr, view);
  for (guint row = 0; row < bl_map_shape_get_n_rows (shape); row++)
    add_row (cr, view, shape, row, &top);
  stroke_union (cr, PUBLISHED, palette);
  cairo_restore (cr);
  if (label != NULL && !isnan (top.x))
    draw_label (cr, label, top, text_scale, palette);
}

void
bl_map_paint_rings (cairo_t *cr, const BlMapView *view, BlMapProjection projection, const BlMapRings *rings,
                    double text_scale, const BlPalette *palette)
{
  BlPoint tops[BL_MAP_RINGS_MAX];

  g_return_if_fail (rings != NULL && rings->n <= BL_MAP_RINGS_MAX && palette != NULL);

  cairo_save (cr);
  clip_to_view (cr, view);
  for (guint i = rings->n; i-- > 0;)
    {
      tops[i] = (BlPoint){ NAN, NAN };
      cairo_new_path (cr);
      if (rings->shape == NULL)
        add_circles (cr, view, projection, rings, rings->metres[i], &tops[i]);
      else if (i < bl_map_shape_get_n_rows (rings->shape))
        add_row (cr, view, rings->shape, i, &tops[i]);
      if (rings->shape == NULL && rings->n_centres > 1)
        stroke_union (cr, i, palette);
      else
        stroke_ring (cr, i, 1, palette);
      cairo_new_path (cr);
    }
  cairo_restore (cr);

  for (guint i = 0; i < rings->n; i++)
    {
      gboolean covered = isnan (tops[i].x);

      /* Where two are highest at one place the nearer one keeps its label. */
      for (guint j = 0; j < i && !covered; j++)
        covered = fabs (tops[i].x - tops[j].x) < 44 && fabs (tops[i].y - tops[j].y) < 14;
      if (covered || rings->labels[i] == NULL)
        continue;
      draw_label (cr, rings->labels[i], tops[i], text_scale, palette);
    }
}
