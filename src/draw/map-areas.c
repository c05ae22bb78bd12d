/* map-areas.c: areas and outlines on a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-painter.h"

#include <math.h>

#include "map-shape-private.h"
#include "paint.h"

#define STEP 0.5         /* px: lattice of the level taken, less than the eye tells apart */
#define VECTOR_DETAIL 3  /* paper shows more than a pixel of a screen */
#define MARGIN 12.0      /* px beyond the view that may still paint into it */
#define HATCH 6.0
#define LINE_FULL 22.0   /* px: mean side of areas from which lines are 1 px */
#define MANY 8000        /* areas in sight: a country at a glance */
#define LINE_NONE 4.5    /* px: side of an area that lines would hide */

/* --- Paths --------------------------------------------------------------- */

enum
{
  OUT_LEFT = 1,
  OUT_RIGHT = 2,
  OUT_ABOVE = 4,
  OUT_BELOW = 8,
};

static int
out_code (const BlMapView *view, double x, double y)
{
  return (x < -MARGIN ? OUT_LEFT : x > view->width + MARGIN ? OUT_RIGHT : 0)
         | (y < -MARGIN ? OUT_ABOVE : y > view->height + MARGIN ? OUT_BELOW : 0);
}

/* Device pixels a unit of the cairo_t is long: a window on a dense screen and
 * a printer see finer detail. */
static double
device_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  double x = 1, y = 0, sx = 1, sy = 1;

  cairo_user_to_device_distance (cr, &x, &y);
  cairo_surface_get_device_scale (target, &sx, &sy);
  switch (cairo_surface_get_type (target))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_RECORDING:
      sx *= VECTOR_DETAIL;
      break;
    default:
      break;
    }
  return MAX (hypot (x, y) * sx, 0.01);
}

static const BlMapLevel *
pick_level (cairo_t *cr, const BlMapView *view, const BlMapShape *shape)
{
  return bl_map_shape_pick_level (shape, STEP / (view->scale * device_scale (cr)));
}

static BlBounds
view_bounds (const BlMapView *view)
{
  double margin = MARGIN / view->scale;

  return (BlBounds){ view->x - margin, view->y - margin, view->x + view->width / view->scale + margin,
                     view->y + view->height / view->scale + margin };
}

/* Adds a ring to be filled. Points beyond one side of the view whose neighbours
 * are beyond the same side are left out: the straight line between those stays
 * out of sight too. */
static void
add_filled_ring (cairo_t *cr, const BlMapView *view, const gint32 *points, guint n)
{
  int before = 0, here;
  double x, y;

  if (n < 3)
    return;
  x = (points[0] - view->x) * view->scale;
  y = (points[1] - view->y) * view->scale;
  here = out_code (view, x, y);
  cairo_move_to (cr, x, y);
  before = here;
  for (guint i = 1; i < n; i++)
    {
      int next = 0;
      double next_x = 0, next_y = 0;

      if (i == 1)
        {
          x = (points[2] - view->x) * view->scale;
          y = (points[3] - view->y) * view->scale;
          here = out_code (view, x, y);
        }
      if (i + 1 < n)
        {
          next_x = (points[2 * i + 2] - view->x) * view->scale;
          next_y = (points[2 * i + 3] - view->y) * view->scale;
          next = out_code (view, next_x, next_y);
        }
      if ((before & here & next) == 0)
        {
          cairo_line_to (cr, x, y);
          before = here;
        }
      x = next_x;
      y = next_y;
      here = next;
    }
  cairo_close_path (cr);
}

/* Adds a ring to be stroked, without the pieces that are out of sight and,
 * given @own, without those that another row draws. */
static void
add_stroked_ring (cairo_t *cr, const BlMapView *view, const gint32 *points, const guint8 *own, guint n)
{
  gboolean drawing = FALSE, whole = TRUE;
  double x1, y1;
  int before;

  if (n < 2)
    return;
  x1 = (points[0] - view->x) * view->scale;
  y1 = (points[1] - view->y) * view->scale;
  before = out_code (view, x1, y1);
  for (guint i = 1; i <= n; i++)
    {
      const gint32 *point = &points[2 * (i % n)];
      double x = (point[0] - view->x) * view->scale;
      double y = (point[1] - view->y) * view->scale;
      int here = out_code (view, x, y);

      if ((before & here) != 0 || (own && !own[i - 1]))
        drawing = whole = FALSE;
      else
        {
          if (!drawing)
            cairo_move_to (cr, x1, y1);
          if (i == n && whole)
            cairo_close_path (cr);
          else
            cairo_line_to (cr, x, y);
          drawing = TRUE;
        }
      x1 = x;
      y1 = y;
      before = here;
    }
}

static void
fill_row (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlMapLevel *level, guint row)
{
  for (guint k = shape->row_rings[row]; k < shape->row_rings[row + 1]; k++)
    add_filled_ring (cr, view, &level->coordinates[2 * (gsize) level->ring_points[k]],
                     level->ring_points[k + 1] - level->ring_points[k]);
}

static void
stroke_row (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlMapLevel *level, guint row,
            gboolean own)
{
  for (guint k = shape->row_rings[row]; k < shape->row_rings[row + 1]; k++)
    add_stroked_ring (cr, view, &level->coordinates[2 * (gsize) level->ring_points[k]],
                      own ? &level->own_line[level->ring_points[k]] : NULL,
                      level->ring_points[k + 1] - level->ring_points[k]);
}

static void
clip_to_view (cairo_t *cr, const BlMapView *view)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
}

/* --- Parts --------------------------------------------------------------- */

void
bl_map_paint_ground (cairo_t *cr, const BlMapView *view, const BlPalette *palette)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  bl_paint_set_colour (cr, palette->land);
  cairo_fill (cr);
}

/* Hatching that runs on from tile to tile: counted from the origin of the drawing. */
static void
fill_hatched (cairo_t *cr, const BlMapView *view, const BlPalette *palette)
{
  bl_paint_set_colour (cr, palette->view);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_translate (cr, -fmod (view->x * view->scale, HATCH), -fmod (view->y * view->scale, HATCH));
  bl_paint_hatch (cr, palette->axis, HATCH);
  cairo_restore (cr);
}

static void
fill_dotted (cairo_t *cr, const BlMapView *view, const BlPalette *palette)
{
  bl_paint_set_colour (cr, palette->view);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  /* Two rows: every other one is moved by half a step. */
  cairo_translate (cr, -fmod (view->x * view->scale, HATCH), -fmod (view->y * view->scale, 2 * HATCH));
  bl_paint_dots (cr, palette->axis, HATCH);
  cairo_restore (cr);
}

/* The side of a square as large as the bounds of a row, in pixels. */
static double
row_side (const BlMapView *view, const BlMapShape *shape, guint row)
{
  const BlMapBounds *bounds = &shape->rows[row];

  return sqrt (((double) bounds->x2 - bounds->x1) * ((double) bounds->y2 - bounds->y1)) * view->scale;
}

/* Lines between areas, thinner as areas get smaller, and none round those that
 * would be all line. */
static void
paint_area_lines (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlMapLevel *level,
                  const GArray *rows, const BlPalette *palette)
{
  double sides = 0;
  guint n = 0;

  cairo_new_path (cr);
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      double side = row_side (view, shape, row);

      if (side < LINE_NONE)
        continue;
      stroke_row (cr, view, shape, level, row, TRUE);
      sides += side;
      n++;
    }
  if (n == 0)
    return;
  bl_paint_set_colour (cr, palette->area_line);
  cairo_set_line_width (cr, CLAMP (sides / n / LINE_FULL, 0.3, 1));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  /* With several dots a pixel the cheaper sampling cannot be told from the best. */
  if (device_scale (cr) >= 2)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_stroke (cr);
}

void
bl_map_paint_areas (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlMapFill *fill,
                    const BlPalette *palette)
{
  const BlMapLevel *level;
  g_autoptr (GArray) rows = NULL;

  g_return_if_fail (shape != NULL && fill != NULL && palette != NULL);

  if (shape->bounds.x1 > shape->bounds.x2)
    return;
  level = pick_level (cr, view, shape);
  rows = bl_map_shape_find_rows (shape, view_bounds (view));
  if (rows->len == 0)
    return;

  cairo_save (cr);
  clip_to_view (cr, view);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  /* Areas of a pixel or two: four samples a pixel cannot be told from two hundred, and take
   * less than half the time. */
  if (rows->len >= MANY)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);

  /* All areas of one colour as one path: no seams between them, and few calls. */
  for (int f = BL_CLASS_FEW; f < (int) fill->n_fills; f++)
    {
      gboolean any = FALSE;

      cairo_new_path (cr);
      for (guint i = 0; i < rows->len; i++)
        {
          guint row = g_array_index (rows, guint, i);

          if ((fill->by_area ? fill->by_area[row] : 0) != f)
            continue;
          fill_row (cr, view, shape, level, row);
          any = TRUE;
        }
      if (!any)
        continue;
      if (f == BL_CLASS_FEW)
        fill_dotted (cr, view, palette);
      else if (f < 0)
        fill_hatched (cr, view, palette);
      else
        {
          bl_paint_set_colour (cr, fill->fills[f]);
          cairo_fill (cr);
        }
    }

  paint_area_lines (cr, view, shape, level, rows, palette);
  cairo_restore (cr);
}

void
bl_map_paint_outline (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, int row, BlMapLine line,
                      const BlPalette *palette)
{
  const BlMapLevel *level;
  BlBounds box;

  g_return_if_fail (shape != NULL && palette != NULL);
  g_return_if_fail (row < (int) shape->n_rows);

  level = pick_level (cr, view, shape);
  box = view_bounds (view);
  cairo_save (cr);
  clip_to_view (cr, view);
  cairo_new_path (cr);
  if (row >= 0)
    stroke_row (cr, view, shape, level, (guint) row, FALSE);
  else
    {
      g_autoptr (GArray) rows = bl_map_shape_find_rows (shape, box);

      for (guint i = 0; i < rows->len; i++)
        stroke_row (cr, view, shape, level, g_array_index (rows, guint, i), FALSE);
    }

  /* Round ends too: a ring that is cut where it leaves the view is not closed. */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  switch (line)
    {
    case BL_MAP_LINE_CATCHMENT:
    case BL_MAP_LINE_PICKED:
      bl_paint_set_colour (cr, palette->halo);
      cairo_set_line_width (cr, 5);
      cairo_stroke_preserve (cr);
      bl_paint_set_colour (cr, line == BL_MAP_LINE_CATCHMENT ? palette->picked : palette->ink);
      cairo_set_line_width (cr, line == BL_MAP_LINE_CATCHMENT ? 2.6 : 2.4);
      break;
    case BL_MAP_LINE_CHANGED:
      bl_paint_set_colour (cr, palette->service_line);
      cairo_set_line_width (cr, palette->outline > 0 ? 4.4 : 4);
      break;
    case BL_MAP_LINE_SERVICE:
    default:
      bl_paint_set_colour (cr, palette->service_line);
      cairo_set_line_width (cr, 1.4);
      break;
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* --- Areas without outlines ---------------------------------------------- */

void
bl_map_paint_points (cairo_t *cr, const BlMapView *view, const BlPoint *drawing, const double *people,
                     guint n_points, const BlMapFill *fill, const BlPalette *palette)
{
  BlBounds bounds = bl_bounds_empty ();
  double total = 0, mean, spacing;
  guint placed = 0, counted = 0;

  g_return_if_fail (fill != NULL && palette != NULL);

  for (guint i = 0; i < n_points; i++)
    {
      if (isnan (drawing[i].x))
        continue;
      bl_bounds_add (&bounds, drawing[i]);
      placed++;
      if (people && !isnan (people[i]))
        {
          total += people[i];
          counted++;
        }
    }
  if (placed == 0)
    return;
  mean = counted > 0 ? total / counted : 0;
  /* Dots that would about touch where people live evenly; in town they are closer. */
  spacing = sqrt (MAX (bounds.x2 - bounds.x1, 1) * MAX (bounds.y2 - bounds.y1, 1) / placed) * view->scale;
  spacing = CLAMP (spacing * 0.3, 2.2, 9);

  cairo_save (cr);
  clip_to_view (cr, view);
  for (guint i = 0; i < n_points; i++)
    {
      BlPoint at;
      double share = people && mean > 0 ? people[i] / mean : 1;
      double radius = isnan (share) ? spacing * 0.7 : spacing * sqrt (CLAMP (share, 0.1, 6));
      int f = fill->by_area ? fill->by_area[i] : 0;

      if (isnan (drawing[i].x))
        continue;
      at = bl_map_view_to_pixels (view, drawing[i]);
      if (at.x < -radius || at.y < -radius || at.x > view->width + radius || at.y > view->height + radius)
        continue;
      cairo_new_path (cr);
      cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
      if (f >= 0 && f < (int) fill->n_fills && !isnan (share))
        {
          bl_paint_set_colour (cr, fill->fills[f]);
          cairo_fill_preserve (cr);
          bl_paint_set_colour (cr, palette->outline > 0 ? palette->area_line : palette->axis);
          cairo_set_line_width (cr, 0.6);
          cairo_stroke (cr);
        }
      else
        {
          /* Nobody knows how many, or the value: a hollow ring. */
          bl_paint_set_colour (cr, palette->view);
          cairo_fill_preserve (cr);
          bl_paint_set_colour (cr, palette->axis);
          cairo_set_line_width (cr, 1.2);
          cairo_stroke (cr);
          if (f == BL_CLASS_FEW)
            {
              /* Somebody, but too few to say: a dot within it. */
              cairo_arc (cr, at.x, at.y, MAX (radius * 0.3, 0.8), 0, 2 * G_PI);
              cairo_fill (cr);
            }
        }
    }
  cairo_restore (cr);
}
