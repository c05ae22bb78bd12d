/* bench-nearest.c: every small area of England to its nearest library, in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "nearest.h"

#include "../geo/raw-csv.h"
#include "shared-data.h"

#define BOUND_MS 10.0
#define ROUNDS 15

static BlPoint *
read_points (const char *name, const char *x_column, const char *y_column, const char *type, guint *n_points)
{
  g_autofree char *path = bl_test_shared_data (name);
  g_autoptr (RawCsv) csv = NULL;
  GArray *points = NULL;
  guint x, y;

  if (path == NULL)
    return NULL;
  csv = raw_csv_read (path);
  x = raw_csv_column (csv, x_column);
  y = raw_csv_column (csv, y_column);
  points = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  for (guint i = 0; i < raw_csv_n (csv); i++)
    {
      BlPoint point = { raw_csv_number (csv, i, x), raw_csv_number (csv, i, y) };

      if (type == NULL || strcmp (raw_csv_text (csv, i, raw_csv_column (csv, "Type")), type) == 0)
        g_array_append_val (points, point);
    }
  *n_points = points->len;
  return (BlPoint *) g_array_free (points, FALSE);
}

static void
test_england (void)
{
  guint n_areas, n_libraries;
  g_autofree BlPoint *areas
      = read_points ("national/lsoa11_pwc_england.csv", "easting", "northing", NULL, &n_areas);
  g_autofree BlPoint *libraries = read_points ("national/basic-dataset-for-libraries-2023-enhanced.csv",
                                               "Easting", "Northing", "Static Library", &n_libraries);
  double best = INFINITY;

  if (areas == NULL || libraries == NULL)
    return;
  g_assert_cmpuint (n_areas, ==, 32844);
  g_assert_cmpuint (n_libraries, ==, 3308);

  /* Index and questions together, on one core; the least of several rounds,
   * since other work on the machine can only add. */
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (BlNearest) nearest = bl_nearest_new (libraries, n_libraries);
      double total = 0;

      for (guint i = 0; i < n_areas; i++)
        {
          double distance;

          bl_nearest_find (nearest, areas[i], &distance);
          total += distance;
        }
      g_assert_cmpfloat (total, >, 0);
      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
    }

  g_test_minimized_result (best, "nearest of %u libraries for %u areas: %.2f ms (bound %.0f ms)", n_libraries,
                           n_areas, best, BOUND_MS);
  g_print ("nearest of %u libraries for %u areas: %.2f ms (bound %.0f ms)\n", n_libraries, n_areas, best,
           BOUND_MS);
  g_assert_cmpfloat (best, <, BOUND_MS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/nearest/england", test_england);
  return g_test_run ();
}
