/* test-projection.c: longitude and latitude against published grid references
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "projection.h"

#include "raw-csv.h"
#include "shared-data.h"

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Every library of the published list has both: within 10 m, median 1.4 m. */
static void
test_libraries (void)
{
  g_autofree char *path = bl_test_shared_data ("national/basic-dataset-for-libraries-2023-enhanced.csv");
  g_autoptr (RawCsv) csv = NULL;
  g_autoptr (GArray) errors = g_array_new (FALSE, FALSE, sizeof (double));
  guint lon, lat, easting, northing;

  if (path == NULL)
    return;
  csv = raw_csv_read (path);
  lon = raw_csv_column (csv, "Longitude");
  lat = raw_csv_column (csv, "Latitude");
  easting = raw_csv_column (csv, "Easting");
  northing = raw_csv_column (csv, "Northing");
  for (guint i = 0; i < raw_csv_n (csv); i++)
    {
      BlPoint given = { raw_csv_number (csv, i, easting), raw_csv_number (csv, i, northing) };
      BlPoint point = bl_projection_from_lonlat (raw_csv_number (csv, i, lon), raw_csv_number (csv, i, lat));
      double error = hypot (point.x - given.x, point.y - given.y);

      if (isnan (given.x))
        continue;
      g_assert_cmpfloat (error, <=, 10);
      g_array_append_val (errors, error);
    }
  g_assert_cmpuint (errors->len, ==, 3539 - 15);
  g_array_sort (errors, compare_doubles);
  g_assert_cmpfloat (g_array_index (errors, double, errors->len / 2), >, 1.3);
  g_assert_cmpfloat (g_array_index (errors, double, errors->len / 2), <, 1.5);
}

/* Worked apart from PROJ by the formulas of Ordnance Survey, "A guide to
 * coordinate systems in Great Britain", annexes B and C, with the parameters
 * of EPSG:1314. */
static void
test_known (void)
{
  const struct
  {
    double longitude, latitude, x, y;
  } known[] = {
    { -1.6103574, 54.9748911, 425039.1535, 564544.7529 },
    { -3.1015, 51.0139, 322826.4424, 124413.3074 },
    { -6.3, 49.9, 91329.1251, 8845.0718 },
    { -0.9, 60.8, 459968.4736, 1213509.5240 },
    { 1.75, 52.48, 654734.6768, 293509.5968 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      BlPoint point = bl_projection_from_lonlat (known[i].longitude, known[i].latitude);
      double longitude, latitude;

      g_assert_cmpfloat_with_epsilon (point.x, known[i].x, 0.001);
      g_assert_cmpfloat_with_epsilon (point.y, known[i].y, 0.001);
      bl_projection_to_lonlat (point, &longitude, &latitude);
      g_assert_cmpfloat_with_epsilon (longitude, known[i].longitude, 1e-7);
      g_assert_cmpfloat_with_epsilon (latitude, known[i].latitude, 1e-7);
    }
}

static void
test_nowhere (void)
{
  const double bad[][2]
      = { { NAN, 54 }, { -1.6, NAN }, { INFINITY, 54 }, { 425000, 564000 }, { -1.6, 91 }, { -181, 0 } };
  double longitude = 0, latitude = 0;
  double x[] = { -1.6, NAN, -1.6 }, y[] = { 55, 55, 55 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      BlPoint point = bl_projection_from_lonlat (bad[i][0], bad[i][1]);

      g_assert_true (isnan (point.x) && isnan (point.y));
    }
  bl_projection_to_lonlat ((BlPoint){ NAN, 5 }, &longitude, &latitude);
  g_assert_true (isnan (longitude) && isnan (latitude));

  /* One bad point does not harm its neighbours. */
  bl_projection_from_lonlat_many (x, y, 3);
  g_assert_true (isnan (x[1]) && isnan (y[1]));
  g_assert_cmpfloat (x[0], ==, x[2]);
  g_assert_cmpfloat (y[0], ==, bl_projection_from_lonlat (-1.6, 55).y);
}

static gpointer
project_many (gpointer data)
{
  for (guint i = 0; i < 20000; i++)
    {
      BlPoint point = bl_projection_from_lonlat (-1.6103574, 54.9748911);

      if (point.x != ((BlPoint *) data)->x || point.y != ((BlPoint *) data)->y)
        return GINT_TO_POINTER (1);
    }
  return NULL;
}

static void
test_threads (void)
{
  BlPoint expected = bl_projection_from_lonlat (-1.6103574, 54.9748911);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("project", project_many, &expected);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_null (g_thread_join (threads[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/projection/libraries", test_libraries);
  g_test_add_func ("/geo/projection/known", test_known);
  g_test_add_func ("/geo/projection/nowhere", test_nowhere);
  g_test_add_func ("/geo/projection/threads", test_threads);
  return g_test_run ();
}
