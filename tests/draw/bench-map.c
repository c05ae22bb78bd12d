/* bench-map.c: what a tile of the map costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A made-up city of 176 areas and a country of 32,844, with as many points as
 * the published outlines have. Tiles are painted as the window does: 512 dots
 * for 256 pixels, ground and areas.
 */
#include <time.h>

#include "made-country.h"
#include "map-painter.h"

/* Milliseconds. Measured on a slow core: the mean of a city's tiles 1.0, the
 * worst tile of a country 50. More than these bounds is a fault, not noise. */
#define CITY_MEAN 3.0
#define COUNTRY_WORST 150.0

/* Milliseconds of this program's own work, whatever else the machine does. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
bench (const char *name, BlTable *table, guint from_zoom, guint to_zoom, guint most_tiles, double *mean, double *worst)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  const BlOutlines *outlines = bl_table_get_outlines (table);
  double start = now ();
  g_autoptr (BlMapShape) shape = bl_map_shape_new (outlines, BL_MAP_MERCATOR);
  g_autofree gint8 *by_area = g_new (gint8, outlines->n_rows);
  BlMapFill fill = { .fills = palette->need, .n_fills = 5, .by_area = by_area };
  BlBounds bounds = bl_map_shape_get_bounds (shape);
  double total = 0;
  guint n = 0;

  g_print ("%s: %u areas, %u points, made ready in %.1f ms\n", name, outlines->n_rows, outlines->n_points,
           now () - start);
  for (guint i = 0; i < outlines->n_rows; i++)
    by_area[i] = (gint8) ((i * 7) % 5);
  *worst = 0;
  for (guint zoom = from_zoom; zoom <= to_zoom; zoom++)
    {
      double size = BL_MAP_MERCATOR_WORLD / (1 << zoom);
      double zoom_total = 0, zoom_worst = 0;
      guint zoom_n = 0;

      for (int ty = (int) (bounds.y1 / size); ty <= (int) (bounds.y2 / size); ty++)
        for (int tx = (int) (bounds.x1 / size); tx <= (int) (bounds.x2 / size) && zoom_n < most_tiles; tx++)
          {
            cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 512, 512);
            cairo_t *cr = cairo_create (surface);
            BlMapView view = { 256 / size, tx * size, ty * size, 256, 256 };
            double begun = now ();
            double took;

            cairo_scale (cr, 2, 2);
            bl_map_paint_ground (cr, &view, palette);
            bl_map_paint_areas (cr, &view, shape, &fill, palette);
            took = now () - begun;
            zoom_total += took;
            zoom_worst = MAX (zoom_worst, took);
            zoom_n++;
            cairo_destroy (cr);
            cairo_surface_destroy (surface);
          }
      g_print ("  zoom %2u: %3u tiles, mean %.2f ms, worst %.2f ms\n", zoom, zoom_n, zoom_total / zoom_n, zoom_worst);
      total += zoom_total;
      n += zoom_n;
      *worst = MAX (*worst, zoom_worst);
    }
  *mean = total / n;
}

int
main (void)
{
  g_autoptr (BlTable) city = made_country_new (16, 11, 810, 9, 420000, 560000);
  g_autoptr (BlTable) country = made_country_new (161, 204, 1960, 14, 200000, 100000);
  double mean, worst;
  gboolean good = TRUE;

  bench ("city", city, 9, 13, 200, &mean, &worst);
  g_print ("  all: mean %.2f ms (bound %.0f)\n", mean, CITY_MEAN);
  good = good && mean <= CITY_MEAN;
  bench ("country", country, 5, 12, 100, &mean, &worst);
  g_print ("  all: worst %.2f ms (bound %.0f)\n", worst, COUNTRY_WORST);
  good = good && worst <= COUNTRY_WORST;
  return good ? 0 : 1;
}
