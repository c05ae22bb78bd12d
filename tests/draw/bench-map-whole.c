/* bench-map-whole.c: all small areas of England painted at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-painter.h"

#include <time.h>

#include "layer.h"
#include "made-country.h"

#define SIDE 1200
#define BOUND 0.35 /* seconds, the first time, at SIDE by SIDE */
#define TURNS 5

static double
now (void)
{
  /* Of this process: what else the machine does is not the painter’s. */
  return (double) clock () / CLOCKS_PER_SEC;
}

/* The published outlines where they are, else a made-up country of as many areas. */
static BlTable *
get_outlines (const char **what)
{
  const char *root = g_getenv ("BRANCHLINE_SHARED_DATA");
  g_autofree char *path = root != NULL ? g_build_filename (root, "national", "lsoa11_england.gpkg", NULL) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlLayer) layer = NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);
  if (layer != NULL && layer->outlines != NULL)
    {
      *what = "lsoa11_england.gpkg";
      return bl_table_ref (layer->outlines);
    }
  if (error != NULL)
    g_print ("  %s\n", error->message);
  *what = "made up";
  return made_country_new (161, 204, 1960, 14, 200000, 100000);
}

int
main (void)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  const char *what;
  g_autoptr (BlTable) outlines = get_outlines (&what);
  guint n = bl_table_get_n_rows (outlines);
  g_autofree gint8 *groups = g_new (gint8, n);
  BlMapFill fill = { .fills = palette->need, .n_fills = 5, .by_area = groups };
  double begun = now (), made, worst = 0, first = 0;
  g_autoptr (BlMapShape) shape = bl_map_shape_new (bl_table_get_outlines (outlines), BL_MAP_GRID);

  made = now () - begun;
  for (guint i = 0; i < n; i++)
    groups[i] = (gint8) (i * 7 % 6) - 1; /* every group, and no data */
  for (guint turn = 0; turn < TURNS; turn++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
      cairo_t *cr = cairo_create (surface);
      BlMapView view = bl_map_view_fit (bl_map_shape_get_bounds (shape), SIDE, SIDE, 12);
      double took;

      begun = now ();
      bl_map_paint_ground (cr, &view, palette);
      bl_map_paint_areas (cr, &view, shape, &fill, palette);
      cairo_surface_flush (surface);
      took = now () - begun;
      first = turn == 0 ? took : first;
      worst = MAX (worst, took);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_print ("%u areas (%s): outlines made ready in %.3f s; painted at %d by %d the first time in %.3f s, at worst %.3f s"
           " (bound %.2f)\n",
           n, what, made, SIDE, SIDE, first, worst, BOUND);
  return first <= BOUND ? 0 : 1;
}
