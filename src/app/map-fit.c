/* map-fit.c: the whole service on the map, clear of what floats over it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-fit.h"

#include <math.h>

/* Sizes tried, each a little smaller; places tried across and down at each. */
#define N_SIZES 12
#define SHRINK 0.96
#define N_PLACES 7
/* A library below a legend is as bad as this many areas. */
#define LIBRARY_WEIGHT 15.0
/* How much smaller the map may be for one in a hundred less covered. */
#define WORTH 2.4

static gboolean
is_covered (const BlMapView *view, BlPoint place, const BlMapBox *floating, guint n_floating)
{
  BlPoint pixels;

  if (isnan (place.x))
    return FALSE;
  pixels = bl_map_view_to_pixels (view, place);
  for (guint i = 0; i < n_floating; i++)
    if (pixels.x >= floating[i].x && pixels.y >= floating[i].y
        && pixels.x <= floating[i].x + floating[i].width && pixels.y <= floating[i].y + floating[i].height)
      return TRUE;
  return FALSE;
}

/* The share of areas and libraries that floating parts hide, 0 to 1. */
static double
get_covered (const BlMapGeometry *geometry, const BlMapView *view, const BlMapBox *floating, guint n_floating)
{
  const BlFacts *facts = geometry->facts;
  double covered = 0, all = 0;

  for (guint i = 0; i < facts->n_areas; i++)
    {
      all += 1;
      covered += is_covered (view, geometry->points[i], floating, n_floating);
    }
  for (guint i = 0; i < facts->n_libraries; i++)
    if (facts->libraries[i].open && !facts->libraries[i].nearby)
      {
        all += LIBRARY_WEIGHT;
        covered += LIBRARY_WEIGHT * is_covered (view, geometry->libraries[i], floating, n_floating);
      }
  return all > 0 ? covered / all : 0;
}

gboolean
bl_map_fit (const BlMapGeometry *geometry,
            double width,
            double height,
            double padding,
            const BlMapBox *floating,
            guint n_floating,
            BlMapView *view)
{
  BlBounds bounds = geometry->bounds;
  double best = -INFINITY;
  BlMapView whole;

  if (bl_bounds_is_empty (&bounds))
    return FALSE;
  whole = bl_map_view_fit (bounds, width, height, padding);
  *view = whole;
  if (n_floating == 0)
    return TRUE;

  for (int size = 0; size < N_SIZES; size++)
    {
      double factor = pow (SHRINK, size);
      double scale = whole.scale * factor;
      /* Pixels left free beside the service, to be shared between both sides. */
      double free_x = width - 2 * padding - (bounds.x2 - bounds.x1) * scale;
      double free_y = height - 2 * padding - (bounds.y2 - bounds.y1) * scale;

      for (int i = 0; i < N_PLACES * N_PLACES; i++)
        {
          /* From the middle outwards matters only for ties. */
          double across = (i % N_PLACES) / (N_PLACES - 1.0);
          double down = (i / N_PLACES) / (N_PLACES - 1.0);
          double off = hypot (across - 0.5, down - 0.5);
          BlMapView tried = {
            .scale = scale,
            .x = bounds.x1 - (padding + MAX (free_x, 0) * across) / scale,
            .y = bounds.y1 - (padding + MAX (free_y, 0) * down) / scale,
            .width = width,
            .height = height,
          };
          double score = factor - WORTH * get_covered (geometry, &tried, floating, n_floating) - 0.02 * off;

          if (score > best)
            {
              best = score;
              *view = tried;
            }
        }
    }
  return TRUE;
}
